package console_test

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
	"ownerdesk/ui/console"
)

// asked is a survey of the sample office whose field work is over: strata with so many
// sheets each. It gives the same as two tables too.
func (b *table) asked(year int, n ...int) (h annual.Head, frame, answers string) {
	b.Helper()
	estate := app.ProjectID(0)
	for id := range b.g.Projects {
		if estate == 0 || id < estate {
			estate = id
		}
	}
	h = annual.Head{Project: estate, Year: year, State: annual.Counted, By: b.who(app.Clerk, true).ID, Made: noon, Frame: 1,
		Plan: annual.Plan{Scale: survey.Hundred, Bands: []int{90, 70, 60}},
		Questionnaire: annual.Questionnaire{Overall: true, Dimensions: []annual.Dimension{{Code: "DM-SERVICE", Weight: 70}, {Code: "DM-CLEAN", Weight: 30}},
			Items: []annual.Item{{Code: "SERVICE-1", Dimension: "DM-SERVICE"}, {Code: "SERVICE-2", Dimension: "DM-SERVICE"}, {Code: "CLEAN-1", Dimension: "DM-CLEAN"}}}}
	frame, answers = "area,owner_type,N\n", "area,owner_type,SERVICE-1,SERVICE-2,CLEAN-1\n"
	var sheets []annual.Sheet
	for s, sheetsOf := range n {
		one := annual.Stratum{Area: app.AreaID(1 + s/2), Name: fmt.Sprint("第", 1+s/2, "區"), Owner: annual.OwnerKinds[s%2], Units: 40 + 10*s}
		h.Strata = append(h.Strata, one)
		frame += fmt.Sprintf("%s,%s,%d\n", one.Name, one.Owner, one.Units)
		for range sheetsOf {
			i := len(sheets)
			marks := []byte{byte('1' + (i*7+s)%5), byte('1' + (i*3+i/4)%5), byte('2' + (i+s)%4), byte('1' + (i*i+2)%5)}
			if i%9 == 4 {
				marks[3] = annual.DontKnow
			}
			sheets = append(sheets, annual.Sheet{No: i + 1, Stratum: s, Mode: annual.Paper, Marks: string(marks), Recommend: i % 11,
				Keyed: workday.DayOf(noon), By: h.By})
			answers += fmt.Sprintf("%s,%s", one.Name, one.Owner)
			for _, m := range marks[1:] {
				answers += "," + strings.Trim(string(m), "0")
			}
			answers += "\n"
		}
	}
	kept, err := b.s.KeepSurvey(b.Context(), annual.Move{Head: h, Act: annual.Act{N: 1, Kind: annual.ActPlanned, At: noon, By: h.By}, Sheets: sheets, Draw: app.PrefixSurvey})
	b.ok(err)
	return kept.Head, frame, answers
}

// resultsSaid is what survey results --json prints beside what survey estimate does.
type resultsSaid struct {
	surveySaid
	Valid      int
	Weighted   struct{ Score, Low *float64 }
	Dimensions []struct {
		Code  string
		Score *float64
	}
	Areas, OwnerTypes []struct {
		Hidden bool
		N      int
		Score  *float64
	}
}

func TestResultsAgreeWithWhatTheTablesGive(t *testing.T) {
	db := office(t, "30")
	b := openTable(t, db)
	h, frame, answers := b.asked(2031, 14, 12, 13, 11)
	b.ok(b.s.Close())
	want := estimated(t, append(tables(t, frame, answers), "--strata", "area,owner_type")...)
	var got resultsSaid
	if err := json.Unmarshal([]byte(done(t, "survey", "results", "--db", db, "--year", "2031", "--json")), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Items) != 3 || got.Valid != 50 {
		t.Fatalf("%d items, %d sheets", len(got.Items), got.Valid)
	}
	for j, i := range want.Items {
		g := got.Items[j]
		if g.Item != i.Item || g.N != i.N {
			t.Errorf("%s of %d, want %s of %d", g.Item, g.N, i.Item, i.N)
		}
		for k, pair := range [][2]*float64{{g.Mean, i.Mean}, {g.Score, i.Score}, {g.SE, i.SE}, {g.DF, i.DF}, {g.Low, i.Low}, {g.High, i.High},
			{g.DEFF, i.DEFF}, {g.Top2, i.Top2}, {g.Top2Low, i.Top2Low}, {g.Top2High, i.Top2High}} {
			exactly(t, fmt.Sprint(i.Item, " figure ", k), pair[0], pair[1])
		}
	}
	exactly(t, "alpha", got.Alpha.Value, want.Alpha.Value)
	exactly(t, "index", got.Index.Score, want.Index.Score)
	exactly(t, "its error", got.Index.SE, want.Index.SE)
	weighted := 0.7*(*got.Items[0].Score+*got.Items[1].Score)/2 + 0.3**got.Items[2].Score
	exactly(t, "index by weights", got.Weighted.Score, &weighted)
	exactly(t, "dimension", got.Dimensions[1].Score, got.Items[2].Score)

	words := done(t, "survey", "results", "--db", db, "--year", "2031")
	for _, line := range []string{h.Number, "有效答卷 50 份", "第1區, 自住業主", "總指數（各題同權）", "總指數（按方案的權重）：" + fmt.Sprintf("%.2f", *got.Weighted.Score)} {
		if !strings.Contains(words, line) {
			t.Errorf("%q is not said in\n%s", line, words)
		}
	}
}

func exactly(t testing.TB, what string, got, want *float64) {
	t.Helper()
	if got == nil || want == nil || math.Abs(*got-*want) > 1e-12*math.Abs(*want) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

func TestResultsOfAFewAreNotTold(t *testing.T) {
	db := office(t, "30")
	b := openTable(t, db)
	b.asked(2031, 14, 12, 3)
	b.asked(2030, 2, 2)
	b.ok(b.s.Close())
	var got resultsSaid
	if err := json.Unmarshal([]byte(done(t, "survey", "results", "--db", db, "--year", "2031", "--json")), &got); err != nil {
		t.Fatal(err)
	}
	if a := got.Areas[1]; !a.Hidden || a.N != 0 || a.Score != nil {
		t.Errorf("three sheets are told: %+v", a)
	}
	if a := got.Areas[0]; !a.Hidden || a.Score != nil || got.Weighted.Score == nil {
		t.Errorf("what would tell of them: %+v", a)
	}
	if said := done(t, "survey", "results", "--db", db, "--year", "2030", "--json"); strings.Count(said, `"score": null`) != 11 {
		t.Errorf("four sheets are told:\n%s", said)
	}
}

func TestWhatResultsNeedIsSaid(t *testing.T) {
	db := office(t, "30")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{nil, console.Misled, "--year"},
		{[]string{"--year", "last"}, console.Misled, "--year"},
		{[]string{"--year", "2026", "more"}, console.Misled, "more"},
		{[]string{"--year", "1999"}, console.Failed, "沒有 1999 年的滿意度調查"},
		{[]string{"--year", "2026", "--project", "不存在"}, console.Misled, "不存在"},
	} {
		got := run(t, slices.Concat([]string{"survey", "results", "--db", db}, c.args)...)
		if got.code != c.code || !strings.Contains(got.err, c.says) {
			t.Errorf("%q: %d, %s", c.args, got.code, got.err)
		}
	}
}
