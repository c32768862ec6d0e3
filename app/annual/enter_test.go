package annual

import (
	"slices"
	"strings"
	"testing"
)

func TestKeyingInRefuses(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*walk, *EnterOrder)
		want   string
	}{
		{"nothing wrong", func(*walk, *EnterOrder) {}, ""},
		{"by an interviewer", func(_ *walk, o *EnterOrder) { o.By = lu }, ""},
		{"by another worker", func(w *walk, o *EnterOrder) { o.By, w.v.Plan.Interviewers = lu, nil }, "by not-allowed"},
		{"no number", func(_ *walk, o *EnterOrder) { o.Sheet.No = 0 }, "no missing"},
		{"a mistyped number", func(_ *walk, o *EnterOrder) { o.Sheet.No++ }, "no mistyped"},
		{"a number of nobody", func(w *walk, o *EnterOrder) { delete(w.links, o.Sheet.No) }, "no unknown"},
		{"a number that is there", func(w *walk, o *EnterOrder) { w.enter(o.Sheet) }, "no taken"},
		{"too few marks", func(_ *walk, o *EnterOrder) { o.Sheet.Marks = o.Sheet.Marks[1:] }, "marks length"},
		{"a mark of 6", func(_ *walk, o *EnterOrder) { o.Sheet.Marks = "6" + o.Sheet.Marks[1:] }, "marks letters"},
		{"don't know and blank", func(_ *walk, o *EnterOrder) { o.Sheet.Marks = "0-" + o.Sheet.Marks[2:] }, ""},
		{"nothing marked", func(_ *walk, o *EnterOrder) { o.Sheet.Marks = strings.Repeat("-", 21) }, "marks missing"},
		{"recommended by 11", func(_ *walk, o *EnterOrder) { o.Sheet.Recommend = 11 }, "recommend out-of-range"},
		{"recommended by none", func(_ *walk, o *EnterOrder) { o.Sheet.Recommend = NoRecommendation }, ""},
		{"a choice that is none", func(_ *walk, o *EnterOrder) { o.Sheet.Choices = []string{"CHOICE-X"} }, "choices unknown"},
		{"a choice twice", func(_ *walk, o *EnterOrder) { o.Sheet.Choices = []string{"CHOICE-LIFT", "CHOICE-LIFT"} }, "choices unknown"},
		{"four choices", func(_ *walk, o *EnterOrder) {
			o.Sheet.Choices = []string{"CHOICE-LIFT", "CHOICE-FIRE", "CHOICE-GREEN", "CHOICE-SAFE"}
		}, "choices too-many"},
		{"three open answers", func(_ *walk, o *EnterOrder) { o.Sheet.Open = []string{"a", "b", "c"} }, "open unknown"},
		{"too long an open answer", func(_ *walk, o *EnterOrder) { o.Sheet.Open = []string{long(LongestOpen + 1)} }, "open too-long"},
		{"years that are none", func(_ *walk, o *EnterOrder) { o.Sheet.Since = "SR-7" }, "since unknown"},
		{"no mode", func(_ *walk, o *EnterOrder) { o.Sheet.Mode = "" }, "mode missing"},
		{"filled in tomorrow", func(_ *walk, o *EnterOrder) { o.Sheet.Filled = on(11, 11) }, "filled future"},
		{"filled in before it was handed out", func(_ *walk, o *EnterOrder) { o.Sheet.Filled = on(11, 3) }, "filled before-drawn"},
		{"filled in on the day of drawing", func(_ *walk, o *EnterOrder) { o.Sheet.Filled = on(11, 4) }, ""},
		{"asked by nobody who is here", func(_ *walk, o *EnterOrder) { o.Sheet.Asked = left }, "asked unknown"},
		{"less than no seconds", func(_ *walk, o *EnterOrder) { o.Sheet.Seconds = -1 }, "seconds out-of-range"},
	} {
		w := field(t)
		o := EnterOrder{by(fang), w.filled(w.out(1)[0])}
		c.change(w, &o)
		if _, err := w.v.Enter(o, w.knows(o.Sheet.No), w.g, at(10, 10)); says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
	}
}

func TestASheetKnowsItsStratumAndItsUnitIsDone(t *testing.T) {
	w := field(t)
	no := w.out(1)[2]
	o := EnterOrder{by(fang), w.filled(no)}
	o.Sheet.Stratum, o.Sheet.Void, o.Sheet.Second, o.Sheet.Quoted, o.Sheet.By = 3, true, "x", true, wu // nothing that a form may say
	m, err := w.v.Enter(o, w.knows(no), w.g, at(10, 10))
	if err != nil {
		t.Fatal(err)
	}
	s := m.Sheets[0]
	if s.Stratum != 1 || s.Void || s.Second != "" || s.Quoted || s.By != fang || s.Keyed != on(11, 10) || !slices.Equal(s.Open, []string{"電梯常壞", ""}) {
		t.Errorf("kept as %+v", s)
	}
	if len(m.Units) != 1 || m.Units[0].Outcome != Done || !m.Units[0].Contacted || m.Units[0].N != w.links[no] {
		t.Errorf("its unit is %+v", m.Units)
	}
	if m.Act.Kind != "" || len(m.Act.Diffs) > 0 || m.nothing() {
		t.Errorf("the timeline tells of it: %+v", m.Act)
	}
}

func TestWhereAllAreInvitedNumbersRun(t *testing.T) {
	w := planned(t)
	p := w.v.Plan
	p.Convenience = true
	w.did(w.v.Change(ChangeOrder{Stand: by(fang), Plan: &p}, w.g, at(2, 12)))
	w.did(w.v.Approve(ApproveOrder{Stand: by(wu)}, households(), nil, w.g, at(3, 10))).draws()
	s := w.filled(0)
	s.Stratum = 3
	w.enter(s).enter(s)
	w.enter(w.filled(w.out(1)[0])) // one of those that were given out
	came := w.came()
	if len(came) != 3 || came[0].No != 1 || came[1].No != 2 || came[1].Stratum != 3 || came[2].Stratum != 1 {
		t.Errorf("came are %+v", came)
	}
	s.Stratum = 4
	if _, err := w.v.Enter(EnterOrder{by(fang), s}, w.knows(0), w.g, at(10, 10)); says(err) != "stratum missing" {
		t.Errorf("%q", says(err))
	}
	if _, err := w.v.Enter(EnterOrder{by(fang), w.filled(0)}, Number{Next: firstNumber}, w.g, at(10, 10)); says(err) != "no full" {
		t.Errorf("%q", says(err))
	}
	if got := BackChecks(w.v.Head, came); !slices.Equal(got, []int{came[2].No}) {
		t.Errorf("asked again are %v, of whom two are unknown", got)
	}
}

func TestAFileIsTakenOverWholeOrNotAtAll(t *testing.T) {
	w := field(t)
	w.enter(w.filled(w.out(0)[0]))
	good := func(i int) Sheet {
		s := w.filled(w.out(0)[i])
		s.Mode, s.Asked = Online, 0
		return s
	}
	other := good(2)
	other.Marks = w.marks("44553")
	fast := good(3)
	fast.Marks, fast.Seconds = w.marks("5"), 40
	sheets := []Sheet{good(1), other, fast}
	take := func(sheets []Sheet) ([]Checked, Move, error) {
		known := map[int]Number{}
		for _, s := range sheets {
			known[s.No] = w.knows(s.No)
		}
		o := ImportOrder{by(fang), "問卷星.xlsx", sheets}
		_, checked, err := w.v.takeIn(o, known, w.g, at(10, 10))
		if err != nil {
			t.Fatal(err)
		}
		m, err := w.v.Import(o, known, w.g, at(10, 10))
		return checked, m, err
	}
	checked, m, err := take(sheets)
	if err != nil || len(m.Sheets) != 3 || len(m.Units) != 3 || m.Act.Kind != ActImported || m.Act.Note != "問卷星.xlsx" || m.Sheets[0].File != "問卷星.xlsx" {
		t.Errorf("taken over are %+v, %v", m, err)
	}
	if len(checked[2].Flaws) != 2 || checked[0].Flaws != nil || checked[2].Sheet.Counts() {
		t.Errorf("doubtful are %+v", checked)
	}
	for _, c := range []struct {
		says  string
		third Sheet
		want  string
	}{
		{"a number that is there", w.filled(w.out(0)[0]), "no taken"},
		{"a number twice", other, "no twice"},
		{"a mistyped number", Sheet{No: 12_345, Mode: Online, Marks: w.marks("4")}, "no mistyped"},
		{"a mark of 7", Sheet{No: w.out(0)[3], Mode: Online, Marks: w.marks("7")}, "marks letters"},
	} {
		checked, m, err := take([]Sheet{good(1), other, c.third})
		if says(err) != "sheets refused" || len(m.Sheets) > 0 {
			t.Errorf("%s: %q, %d taken over", c.says, says(err), len(m.Sheets))
		}
		if got := says(checked[2].Faults); got != c.want || len(checked[0].Faults)+len(checked[1].Faults) > 0 {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
	double := good(4)
	double.Marks, double.Open, double.Choices, double.Recommend = other.Marks, other.Open, other.Choices, other.Recommend
	if checked, _, err := take([]Sheet{good(1), other, double}); err != nil || checked[2].Same != 2 || checked[1].Same != 0 {
		t.Errorf("the same throughout: %+v, %v", checked, err)
	}
	for want, o := range map[string]ImportOrder{"sheets missing": {Stand: by(fang)}, "by not-allowed": {by(lu), "x", sheets}} {
		if _, err := w.v.Import(o, nil, w.g, at(10, 10)); says(err) != want {
			t.Errorf("%q, want %q", says(err), want)
		}
	}
}
