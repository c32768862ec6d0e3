package survey

import (
	"errors"
	"math"
	"reflect"
	"testing"
)

var keys = []string{"area", "owner_type"}

func frame() [][]string {
	return [][]string{{"N", "area", "owner_type", "note"}, {"40", "A", "owner"}, {"", "", ""}, {"3", " A ", "shop"}}
}

func TestAFrameAndItsSheetsAreRead(t *testing.T) {
	strata, lines, err := ReadFrame(frame(), keys)
	must(t, err)
	if want := []Stratum{{[]string{"A", "owner"}, 40}, {[]string{"A", "shop"}, 3}}; !reflect.DeepEqual(strata, want) || !reflect.DeepEqual(lines, []int{2, 4}) {
		t.Errorf("strata %v of rows %v", strata, lines)
	}
	rows := [][]string{{"area", "q1", "", "owner_type", "q2"}, {"A", "5", "x", "owner", " 3 "}, {}, {"A", "4.0", "", "shop"}}
	s, err := ReadSheets(rows, strata, lines, keys, nil, false)
	must(t, err)
	if !reflect.DeepEqual(s.Of, []int{0, 1}) || !reflect.DeepEqual(s.Items, []string{"q1", "q2"}) || s.Answers[0][1] != 4 || s.Answers[1][0] != 3 || !math.IsNaN(s.Answers[1][1]) {
		t.Errorf("%+v", s)
	}
	s, err = ReadSheets([][]string{{"area", "owner_type", "acres"}, {"A", "owner", "-1.5e3"}}, strata, lines, keys, []string{"acres"}, true)
	must(t, err)
	near(t, "a raw number", s.Answers[0][0], -1500)
}

func TestWhatIsWrongWithAFileIsNamed(t *testing.T) {
	strata, lines, err := ReadFrame(frame(), keys)
	must(t, err)
	for name, c := range map[string]struct {
		rows [][]string
		want Problem
	}{
		"no N":             {[][]string{{"area", "owner_type"}}, Problem{NoColumn, false, 1, "N", ""}},
		"two of a name":    {[][]string{{"area", "owner_type", "N", "N"}}, Problem{TwoColumns, false, 1, "N", ""}},
		"headings only":    {[][]string{{"area", "owner_type", "N"}}, Problem{Kind: NoRows}},
		"nothing":          {nil, Problem{Kind: NoRows}},
		"no owner type":    {[][]string{{"area", "owner_type", "N"}, {"A", "", "3"}}, Problem{NoKey, false, 2, "owner_type", ""}},
		"half a household": {[][]string{{"area", "owner_type", "N"}, {"A", "shop", "2.5"}}, Problem{NoSize, false, 2, "N", "2.5"}},
		"a stratum twice":  {[][]string{{"area", "owner_type", "N"}, {"A", "shop", "2"}, {"A", "shop", "3"}}, Problem{TwoStrata, false, 3, "area", "A, shop"}},
	} {
		if _, _, err := ReadFrame(c.rows, keys); !errors.Is(err, c.want) {
			t.Errorf("frame, %s: %v", name, err)
		}
	}
	head := []string{"area", "owner_type", "q1"}
	four := [][]string{head, {"A", "shop", "1"}, {"A", "shop", "1"}, {"A", "shop", "1"}, {"A", "shop", "1"}}
	for name, c := range map[string]struct {
		rows  [][]string
		items []string
		raw   bool
		want  Problem
	}{
		"no such item":      {[][]string{head}, []string{"q9"}, false, Problem{NoColumn, true, 1, "q9", ""}},
		"no item":           {[][]string{{"area", "owner_type"}}, nil, false, Problem{Kind: NoItems, Answers: true}},
		"a six":             {[][]string{head, {"A", "shop", "6"}}, nil, false, Problem{OutOfRange, true, 2, "q1", "6"}},
		"a half":            {[][]string{head, {"A", "shop", "4"}, {"A", "shop", "2.5"}}, nil, false, Problem{OutOfRange, true, 3, "q1", "2.5"}},
		"a word":            {[][]string{head, {"A", "shop", "good"}}, nil, false, Problem{OutOfRange, true, 2, "q1", "good"}},
		"a raw word":        {[][]string{head, {"A", "shop", "good"}}, nil, true, Problem{NoNumber, true, 2, "q1", "good"}},
		"raw and endless":   {[][]string{head, {"A", "shop", "Inf"}}, nil, true, Problem{NoNumber, true, 2, "q1", "Inf"}},
		"not in the frame":  {[][]string{head, {"B", "shop", "4"}}, nil, false, Problem{NoStratum, true, 2, "area, owner_type", "B, shop"}},
		"more than units":   {four, nil, false, Problem{MoreAnswers, false, 4, "N", "3 < 4"}},
		"nobody answered":   {[][]string{head}, nil, false, Problem{Kind: NoRows, Answers: true}},
		"nothing in it":     {nil, nil, false, Problem{NoRows, true, 0, "", ""}},
		"a column is twice": {[][]string{{"area", "area", "owner_type", "q1"}}, nil, false, Problem{TwoColumns, true, 1, "area", ""}},
	} {
		if _, err := ReadSheets(c.rows, strata, lines, keys, c.items, c.raw); !errors.Is(err, c.want) {
			t.Errorf("answers, %s: %v", name, err)
		}
	}
}

func TestAQuestionnaireIsAnalysedItemByItem(t *testing.T) {
	d := Design{Strata: []Stratum{{[]string{"A"}, 40}}}
	q1, q2 := []float64{5, 4, 4, 3, 2, 5, 4, 1, 3, 4, 5, 4}, []float64{4, 4, 5, 3, 1, 5, 5, 2, 3, 3, 4, 4}
	s := Sheets{make([]int, 12), []string{"q1", "q2", "q3"}, [][]float64{q1, q2, make([]float64, 12)}}
	for i := range s.Answers[2] {
		s.Answers[2][i] = None()
	}
	a, err := d.Analyse(s, Hundred)
	must(t, err)
	near(t, "mean", a.Items[0].Mean.Mean, 44./12)
	near(t, "score", a.Items[0].Score.Mean, 25*(44./12)-25)
	near(t, "top two", a.Items[0].Top.P, 8./12)
	near(t, "index", a.Index.Mean, (a.Items[0].Score.Mean+a.Items[1].Score.Mean)/2)
	if a.Items[2].Mean.N != 0 || !math.IsNaN(a.Items[2].Score.Mean) || !math.IsNaN(a.Alpha.Value) || a.Sheets[0] != 12 {
		t.Errorf("an item without answers %+v, alpha %v", a.Items[2], a.Alpha.Value)
	}
	s.Items, s.Answers = s.Items[:2], s.Answers[:2]
	a, err = d.Analyse(s, Raw)
	must(t, err)
	near(t, "a raw score is the mean", a.Items[0].Score.Mean, 44./12)
	if !math.IsNaN(a.Items[0].Top.P) || math.IsNaN(a.Alpha.Value) || a.Alpha.N != 12 {
		t.Errorf("raw: top two %v, alpha %+v", a.Items[0].Top.P, a.Alpha)
	}
}
