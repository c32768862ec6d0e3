package console_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ownerdesk/ui/console"
)

// figuresSaid is what kpi --json prints, as another program reads it.
type figuresSaid struct {
	Month string `json:"month"`
	AsOf  string `json:"as_of"`
	KPIs  []struct {
		Key      string   `json:"key"`
		Num      int      `json:"num"`
		Den      int      `json:"den"`
		Value    *float64 `json:"value"`
		Immature int      `json:"immature"`
		Above    []string `json:"num_issues"`
		Below    []string `json:"den_issues"`
	} `json:"kpis"`
	Handling struct {
		N    int      `json:"n"`
		Mean *float64 `json:"mean"`
	} `json:"handling_hours"`
	Overdue []string `json:"overdue_open"`
}

func kpis(t *testing.T, args ...string) (said figuresSaid) {
	t.Helper()
	if err := json.Unmarshal([]byte(done(t, append([]string{"kpi", "--json"}, args...)...)), &said); err != nil {
		t.Fatal(err)
	}
	return said
}

func TestTheFiguresOfAMonthNameTheirIssues(t *testing.T) {
	db := filepath.Join(t.TempDir(), "office.db")
	done(t, "demo", "--db", db, "--issues", "300", "--until", "2026-11-23T09:42")
	said := kpis(t, "--db", db, "--month", "2026-10", "--as-of", "2026-11-01T00:00", "--households", "1100")
	if said.Month != "2026-10" || said.AsOf != "2026-11-01T00:00" {
		t.Errorf("of %s as of %s", said.Month, said.AsOf)
	}
	var keys []string
	for _, k := range said.KPIs {
		keys = append(keys, k.Key)
		perHouseholds := strings.Contains(k.Key, "households")
		switch {
		case len(k.Above) != k.Num || !perHouseholds && len(k.Below) != k.Den:
			t.Errorf("%s is %d of %d, but names %d and %d", k.Key, k.Num, k.Den, len(k.Above), len(k.Below))
		case (k.Value == nil) != (k.Den == 0):
			t.Errorf("%s of %d has the value %v", k.Key, k.Den, k.Value)
		case perHouseholds && (k.Den != 1100 || *k.Value != float64(k.Num)*100/1100):
			t.Errorf("%s: %+v", k.Key, k)
		}
		for _, number := range k.Above {
			if !perHouseholds && !slices.Contains(k.Below, number) {
				t.Errorf("%s counts %s above and not below", k.Key, number)
			}
		}
	}
	for _, wanted := range []string{"acceptance", "first_response_on_time", "transfer_on_time", "handling_on_time", "handling_on_time_original",
		"completion", "closure", "followup", "followup_on_time", "followup_satisfied", "followup_satisfied_incl_neutral", "rework", "retransfer",
		"complaints_per_100_households", "valid_complaints_per_100_households", "repeat_complaints", "recurring_repairs", "overdue", "extension"} {
		if !slices.Contains(keys, wanted) {
			t.Errorf("%s is not there", wanted)
		}
	}
	if said.Handling.N == 0 || said.Handling.Mean == nil || said.Overdue == nil {
		t.Errorf("handling %+v, overdue %v", said.Handling, said.Overdue)
	}
	if again := kpis(t, "--db", db, "--month", "2026-10", "--as-of", "2026-11-01T00:00", "--households", "1100"); len(again.KPIs) != len(said.KPIs) || again.KPIs[3].Num != said.KPIs[3].Num {
		t.Error("asked again, it says something else")
	}
}

func TestFiguresInWords(t *testing.T) {
	db := filepath.Join(t.TempDir(), "office.db")
	done(t, "demo", "--db", db, "--issues", "200", "--until", "2026-11-23T09:42")
	said := done(t, "kpi", "--db", db) // the last whole month
	for _, words := range []string{"2026-10 收到的事項", "轉辦及時率", "每百戶投訴量", "處理時長（工作時間）", "投訴涉及戶次（每百戶）", "返工次數"} {
		if !strings.Contains(said, words) {
			t.Errorf("%q is not said in\n%s", words, said)
		}
	}
	none := kpis(t, "--db", db, "--month", "2020-01")
	if none.KPIs[0].Value != nil || none.KPIs[0].Above == nil || none.Handling.Mean != nil {
		t.Errorf("of a month without issues: %+v", none.KPIs[0])
	}
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"--month", "October"}, "讀不懂月份「October」"},
		{[]string{"--households", "-3"}, "戶數「-3」不是正整數"},
		{[]string{"--project", "某處"}, "沒有名為「某處」的項目"},
		{[]string{"--as-of", "soon"}, "soon"},
		{[]string{"more"}, "more"},
	} {
		if got := run(t, append([]string{"kpi", "--db", db}, c.args...)...); got.code != console.Misled || !strings.Contains(got.err, c.says) {
			t.Errorf("%v: %d, %s", c.args, got.code, got.err)
		}
	}
}

// What was gathered at sales and events is named with the issues that came of it, and
// adds up, at any cut-off.
func TestKpiSaysWhatWasGatheredAtSalesAndEvents(t *testing.T) {
	db := filepath.Join(t.TempDir(), "office.db")
	done(t, "demo", "--db", db, "--issues", "600", "--seed", "5", "--until", "2026-11-23T09:42")
	events, issues, answered, later := 0, 0, 0, 0
	for month := 1; month <= 11; month++ {
		var said, early struct {
			Gathered []struct {
				Number, Estate, Event, Title, Begins string
				Issues                               []string
				Opinions, Open                       int
				InTime                               int `json:"answered_in_time"`
				Late                                 int `json:"answered_late"`
			}
		}
		args := []string{"kpi", "--json", "--db", db, "--month", fmt.Sprintf("2026-%02d", month)}
		if err := json.Unmarshal([]byte(done(t, args...)), &said); err != nil {
			t.Fatal(err)
		}
		for _, g := range said.Gathered {
			if g.Number == "" || g.Estate == "" || g.Title == "" || g.InTime+g.Late+g.Open != g.Opinions || len(g.Issues) > g.InTime+g.Late {
				t.Errorf("it says %+v", g)
			}
			events, issues, answered = events+1, issues+len(g.Issues), answered+g.InTime
			if err := json.Unmarshal([]byte(done(t, append(args, "--as-of", g.Begins)...)), &early); err != nil {
				t.Fatal(err)
			}
			for _, e := range early.Gathered {
				if e.Number == g.Number {
					later++
				}
			}
		}
	}
	if events < 2 || issues == 0 || answered == 0 || later > 0 {
		t.Errorf("%d events, %d issues, %d answered in time, %d known before they were handed in", events, issues, answered, later)
	}
	if text := done(t, "kpi", "--db", db, "--month", "2026-11"); !strings.Contains(text, "SJ-202611-") {
		t.Errorf("it says\n%s", text)
	}
}
