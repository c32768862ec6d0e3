package console_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ownerdesk/ui/console"
)

// tables writes a frame and answers, and gives the options that name them.
func tables(t testing.TB, frame, answers string) []string {
	t.Helper()
	folder := t.TempDir()
	paths := []string{filepath.Join(folder, "FRAME.csv"), filepath.Join(folder, "ANSWERS.csv")}
	for i, text := range []string{frame, answers} {
		if err := os.WriteFile(paths[i], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return []string{"survey", "estimate", "--frame", paths[0], "--answers", paths[1]}
}

const (
	smallFrame   = "area,owner_type,N\nA,owner,420\nA,shop,30\nB,owner,200\n"
	smallAnswers = "area,owner_type,q1,q2\nA,owner,5,4\nA,owner,4,4\nA,owner,3,\nA,shop,2,3\nA,shop,4,5\nB,owner,5,5\nB,owner,4,2\n" +
		"A,owner,5,5\nA,owner,4,3\nB,owner,1,2\nB,owner,3,4\nA,owner,2,3\n"
)

// surveySaid is what survey estimate --json prints, as another program reads it.
type surveySaid struct {
	Items []struct {
		Item                                 string
		N                                    int
		Mean, Score, SE, DF, Low, High, DEFF *float64
		Top2                                 *float64
		Top2Low                              *float64 `json:"top2_low"`
		Top2High                             *float64 `json:"top2_high"`
	}
	Alpha struct {
		N     int
		Value *float64
	}
	Index struct{ Score, SE *float64 }
}

func estimated(t testing.TB, args ...string) (said surveySaid) {
	t.Helper()
	if err := json.Unmarshal([]byte(done(t, append(args, "--json")...)), &said); err != nil {
		t.Fatal(err)
	}
	return said
}

func alike(t testing.TB, what string, got *float64, want float64) {
	t.Helper()
	if got == nil || math.Abs(*got-want) > 1e-9*math.Abs(want) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}

// Lohr, Sampling: Design and Analysis, example 3.2; digits as R's survey has them.
func TestASurveyFromATextbookIsEstimated(t *testing.T) {
	answers, err := os.ReadFile("../../app/survey/testdata/agstrat.csv")
	if err != nil {
		t.Fatal(err)
	}
	args := append(tables(t, "region,N\nNC,1054\nNE,220\nS,1382\nW,422\n", string(answers)), "--strata", "region", "--items", "acres92", "--raw")
	said := estimated(t, args...)
	item := said.Items[0]
	alike(t, "mean", item.Mean, 295560.76523455395)
	alike(t, "score", item.Score, 295560.76523455395)
	alike(t, "error", item.SE, 16379.87272639746)
	alike(t, "df", item.DF, 296)
	alike(t, "low", item.Low, 263324.99999309593)
	alike(t, "high", item.High, 327796.53047601198)
	alike(t, "design effect", item.DEFF, 0.794509216630917)
	if item.N != 300 || item.Top2 != nil || said.Alpha.Value != nil {
		t.Errorf("%+v", said)
	}
	alike(t, "error without correction", estimated(t, append(args, "--no-fpc")...).Items[0].SE, 17240.55958713423)
}

func TestASurveyAsOtherProgramsReadIt(t *testing.T) {
	args := append(tables(t, smallFrame, smallAnswers), "--strata", "area,owner_type")
	said := done(t, append(args, "--json")...)
	var flat strings.Builder
	for line := range strings.Lines(said) {
		flat.WriteString(strings.TrimSpace(line))
	}
	if want := `{"strata": [{"area": "A","owner_type": "owner","N": 420,"n": 6},{"area": "A","owner_type": "shop","N": 30,"n": 2},` +
		`{"area": "B","owner_type": "owner","N": 200,"n": 4}],"items": [{"item": "q1","n": 12,"mean": `; !strings.HasPrefix(flat.String(), want) {
		t.Errorf("got %s", flat.String())
	}
	e := estimated(t, args...)
	mean := (420*23./6 + 30*3 + 200*13./4) / 650
	alike(t, "mean", e.Items[0].Mean, mean)
	alike(t, "score", e.Items[0].Score, 25*mean-25)
	alike(t, "top two", e.Items[0].Top2, (420*4./6+30./2+200./2)/650)
	if e.Items[1].N != 11 || e.Alpha.N != 11 || e.Alpha.Value == nil || *e.Items[0].Top2Low >= *e.Items[0].Top2 || *e.Items[0].Top2High <= *e.Items[0].Top2 {
		t.Errorf("%+v", e)
	}
	alike(t, "index", e.Index.Score, (*e.Items[0].Score+*e.Items[1].Score)/2)
	if english := done(t, append(args, "--json", "--lang", "en")...); english != said {
		t.Error("in English the figures are others")
	}
}

func TestASurveyInWords(t *testing.T) {
	args := append(tables(t, smallFrame, smallAnswers+"B,shop,5,5\n"), "--strata", "area,owner_type", "--items", "q2,q1")
	if got := run(t, args...); got.code != console.Failed {
		t.Errorf("a stratum that is not in the frame: %+v", got)
	}
	args = append(tables(t, smallFrame+"B,shop,9\n", smallAnswers+"B,shop,5,5\n"), "--strata", "area,owner_type", "--items", "q2,q1")
	said := done(t, append(args, "--lang", "en")...)
	for _, words := range []string{"      420      6  A, owner", "q2 ", "std error", "Cronbach's alpha over the items: 0.", "Index, every item weighing alike: ",
		"Put together, as one answer or none tells no spread: B owner, B shop; for q2, q1."} {
		if !strings.Contains(said, words) {
			t.Errorf("%q is not said in\n%s", words, said)
		}
	}
	both := run(t, append(args, "--json")...)
	if !json.Valid([]byte(both.out)) || !strings.Contains(both.err, "B owner、B shop；題目：q2、q1") {
		t.Errorf("what was put together: %s%s", both.out, both.err)
	}
}

func TestWhatIsWrongWithTheTablesOfASurvey(t *testing.T) {
	for name, c := range map[string]struct {
		frame, answers string
		more           []string
		says           string
	}{
		"a missing column":     {"area,N\nA,3\n", smallAnswers, nil, "FRAME.csv 第 1 行「owner_type」列：缺少這一列"},
		"no such item":         {smallFrame, smallAnswers, []string{"--items", "q1,q7"}, "ANSWERS.csv 第 1 行「q7」列：缺少這一列"},
		"a six":                {smallFrame, "area,owner_type,q1\nA,owner,4\nA,shop,6\n", nil, "ANSWERS.csv 第 3 行「q1」列：「6」不在 1 至 5 之內"},
		"a word, raw":          {smallFrame, "area,owner_type,q1\nA,owner,好\n", []string{"--raw"}, "ANSWERS.csv 第 2 行「q1」列：「好」不是數字"},
		"not in the frame":     {smallFrame, "area,owner_type,q1\nC,owner,4\n", nil, "ANSWERS.csv 第 2 行「area, owner_type」列：抽樣框中沒有「C, owner」這一層"},
		"N smaller than n":     {"area,owner_type,N\nA,shop,1\n", "area,owner_type,q1\nA,shop,4\nA,shop,4\n", nil, "FRAME.csv 第 2 行「N」列：答卷比戶數還多（1 < 2）"},
		"no households":        {"area,owner_type,N\nA,shop,-1\n", smallAnswers, nil, "FRAME.csv 第 2 行「N」列：「-1」不是戶數"},
		"a stratum twice":      {smallFrame + "A,shop,30\n", smallAnswers, nil, "FRAME.csv 第 5 行「area」列：「A, shop」這一層前面已有"},
		"no sheet":             {smallFrame, "area,owner_type,q1\n", nil, "ANSWERS.csv：標題下面沒有內容"},
		"no answer on a sheet": {smallFrame, "area,owner_type,q1\nA,shop,\n", nil, "ANSWERS.csv：所有題目都沒有作答"},
	} {
		t.Run(name, func(t *testing.T) {
			got := run(t, append(append(tables(t, c.frame, c.answers), "--strata", "area,owner_type"), c.more...)...)
			if got.code != console.Failed || !strings.Contains(got.err, c.says) || got.out != "" {
				t.Errorf("%d %s%s", got.code, got.out, got.err)
			}
		})
	}
	whole := slices.Clip(append(tables(t, smallFrame, smallAnswers), "--strata", "area,owner_type"))
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{[]string{"survey"}, console.Misled, "survey estimate --frame"},
		{[]string{"survey", "draw"}, console.Misled, "survey estimate --frame"},
		{[]string{"survey", "estimate"}, console.Misled, "--strata area,owner_type"},
		{append(whole, "more"), console.Misled, "more"},
		{append(whole, "--items", "q1,area"), console.Misled, "「area」寫了兩次"},
		{append(whole, "--strata", "N"), console.Misled, "N、n 表示各層的戶數"},
		{append(whole, "--strata", ","), console.Misled, "--strata area,owner_type"},
		{append(whole, "--frame", "none.csv"), console.Failed, "none.csv"},
	} {
		if got := run(t, c.args...); got.code != c.code || !strings.Contains(got.err, c.says) {
			t.Errorf("%v: %d, %s", c.args, got.code, got.err)
		}
	}
}

// BenchmarkSurvey is the whole command on 100,000 sheets of 25 items, file and all.
func BenchmarkSurvey(b *testing.B) {
	var frame, answers strings.Builder
	frame.WriteString("area,owner_type,N\n")
	answers.WriteString("area,owner_type")
	for j := range 25 {
		fmt.Fprintf(&answers, ",q%d", j+1)
	}
	answers.WriteByte('\n')
	for h := range 12 {
		fmt.Fprintf(&frame, "A%d,T%d,20000\n", h/3, h%3)
	}
	for i := range 100_000 {
		fmt.Fprintf(&answers, "A%d,T%d", i%12/3, i%3)
		for j := range 25 {
			fmt.Fprintf(&answers, ",%d", 1+(i*7+j*j*3+i/13)%5)
		}
		answers.WriteByte('\n')
	}
	args := append(tables(b, frame.String(), answers.String()), "--strata", "area,owner_type", "--json")
	for b.Loop() {
		done(b, args...)
	}
}
