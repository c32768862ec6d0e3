package annual

import (
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"ownerdesk/app"
	"ownerdesk/app/soak"
	"ownerdesk/app/survey"
)

func TestChanceChoosesWhatIsCheckedAndNobodyElse(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		h := Head{Questionnaire: Template(), Plan: usualPlan()}
		h.Plan.Seed = rapid.Uint64().Draw(t, "seed")
		h.Plan.BackCheck = rapid.Float64Range(0.1, 1).Draw(t, "share")
		numbers, err := numbers(chance(rapid.Byte().Draw(t, "chance")), rapid.IntRange(0, 60).Draw(t, "sheets"), 1, free)
		if err != nil {
			t.Fatal(err)
		}
		var sheets []Sheet
		checked := 0
		for i, no := range numbers {
			s := Sheet{No: no, Mode: Paper, Marks: "543215432154321543215"}
			if rapid.IntRange(0, 4).Draw(t, "checked") == 0 {
				s.Back = Confirmed
				checked++
			}
			if i%7 == 6 {
				s.Mode = Online
			}
			sheets = append(sheets, s)
		}
		want := int(math.Ceil(h.Plan.BackCheck*float64(len(sheets)) - 1e-9))
		got := BackChecks(h, sheets)
		if len(got) != want || !slices.IsSorted(got) || len(slices.Compact(slices.Clone(got))) != len(got) {
			t.Fatalf("%d of %d are chosen, want %d", len(got), len(sheets), want)
		}
		done := 0
		for _, s := range sheets {
			if s.Back != Unchecked && slices.Contains(got, s.No) {
				done++
			}
		}
		if done != min(want, checked) {
			t.Fatalf("%d of %d that were asked already count among %d", done, checked, want)
		}
		shuffled := rapid.Permutation(slices.Clone(sheets)).Draw(t, "order")
		if again := BackChecks(h, shuffled); !slices.Equal(got, again) {
			t.Fatalf("chosen are %v, in another order %v", got, again)
		}
		for _, no := range Seconds(h, sheets) {
			if at := slices.IndexFunc(sheets, func(s Sheet) bool { return s.No == no }); sheets[at].Mode == Online {
				t.Fatalf("%d was never on paper", no)
			}
		}
	})
}

func TestTheTwoChoicesAreNotTheSame(t *testing.T) {
	h := Head{Plan: usualPlan()}
	h.Plan.BackCheck, h.Plan.Second = 0.3, 0.3
	var sheets []Sheet
	for n := range 200 {
		sheets = append(sheets, Sheet{No: firstNumber + n, Mode: Paper, Marks: "54321"})
	}
	back, second := BackChecks(h, sheets), Seconds(h, sheets)
	h.Plan.Seed++
	if slices.Equal(back, second) || slices.Equal(back, BackChecks(h, sheets)) || len(back) != 60 {
		t.Errorf("asked again are %v, keyed again %v", back, second)
	}
}

func TestFieldWorkEndsWithWhatWasPromised(t *testing.T) {
	w := field(t)
	for i := range 10 {
		w.enter(w.filled(w.out(0)[i]))
	}
	count := func(why string) error {
		_, err := w.v.Count(CountOrder{by(fang), why}, w.came(), w.g, at(27, 10))
		return err
	}
	if got := says(count("")); got != "reason back-checks, reason seconds" {
		t.Errorf("%q", got)
	}
	if err := count("住戶不願再訪"); err != nil {
		t.Error(err)
	}
	again := w.sheets[Seconds(w.v.Head, w.came())[0]]
	w.did(w.v.Second(SecondOrder{Stand: by(zhou), No: again.No, Marks: again.Marks}, again, w.g, at(26, 10)))
	if got := says(count(" ")); got != "reason back-checks" {
		t.Errorf("%q", got)
	}
	asked := w.sheets[BackChecks(w.v.Head, w.came())[0]]
	w.did(w.v.Back(BackOrder{by(lu), asked.No, Confirmed, ""}, asked, w.g, at(26, 11)))
	if got := says(count("")); got != "" {
		t.Errorf("%q", got)
	}
	if _, err := w.v.Count(CountOrder{Stand: by(fang)}, []Sheet{{No: 10_000, Mode: Online, Marks: "---------------------"}}, w.g, at(27, 10)); says(err) != "sheets missing" {
		t.Errorf("%q", says(err))
	}
	w.did(w.v.Count(CountOrder{Stand: by(fang)}, w.came(), w.g, at(27, 10)))
	if w.v.State != Counted || !w.v.Counted.Equal(at(27, 10)) {
		t.Errorf("counted as %+v", w.v.Head)
	}
}

func TestFieldWorkIsCountedByStratum(t *testing.T) {
	h := Head{Plan: usualPlan(), Strata: []Stratum{{Units: 40, Planned: 4}, {Units: 20, Planned: 3}, {Units: 1, Planned: 1}, {Units: 9, Planned: 0}}}
	units := []Unit{
		{N: 1, Called: true, Outcome: Done, Contacted: true}, {N: 2, Called: true, Outcome: Refused, Contacted: true, ReplacedBy: 4},
		{N: 3, Called: true, Outcome: Vacant}, {N: 4, Called: true, Reserve: true, Outcome: Done, Contacted: true}, {N: 5, Reserve: true},
		{N: 6, Stratum: 1, Called: true}, {N: 7, Stratum: 2, Called: true, Outcome: WrongAddress},
	}
	good := "543215432154321543215"
	sheets := []Sheet{
		{No: 1, Marks: good}, {No: 2, Marks: good}, {No: 3, Marks: good, Void: true}, {No: 4, Marks: "5--------------------"},
		{No: 5, Stratum: 1, Marks: good}, {No: 6, Stratum: 2, Marks: good},
	}
	all := Progress(h, units, sheets)
	want := []survey.Field{{Issued: 4, Ineligible: 1, Contacted: 3, Refused: 1, Valid: 2}, {Issued: 1, Contacted: 1, Valid: 1}, {Issued: 1, Ineligible: 1, Contacted: 1, Valid: 1}, {}}
	for i, s := range all {
		if s.Field != want[i] {
			t.Errorf("stratum %d is %+v, want %+v", i, s.Field, want[i])
		}
	}
	// Two of four, one of three, the only household, none of nine.
	for i, want := range []bool{false, true, false, true} {
		if all[i].Unfilled() != want {
			t.Errorf("stratum %d is under-covered: %v", i, !want)
		}
	}
	if sum := Total(all); sum != (survey.Field{Issued: 6, Ineligible: 2, Contacted: 5, Refused: 1, Valid: 4}) || all[0].Called != 1 {
		t.Errorf("in all %+v, called up %d", sum, all[0].Called)
	}
	h.Plan.Convenience = true
	if all := Progress(h, units, nil); all[0].Field.Issued != 40 {
		t.Errorf("of all invited %d were asked", all[0].Field.Issued)
	}
}

func TestTooManyByTelephoneAreTold(t *testing.T) {
	h := Head{Plan: Plan{Phoned: 0.25}}
	sheets := []Sheet{{Mode: Phone}, {Mode: Paper}, {Mode: Online}, {Mode: Paper}}
	if share, over := Phoned(h, sheets); share != 0.25 || over {
		t.Errorf("%v, %v", share, over)
	}
	sheets[3].Void = true
	if share, over := Phoned(h, sheets); share != 1.0/3 || !over {
		t.Errorf("%v, %v", share, over)
	}
	h.Plan.Phoned = 0
	if _, over := Phoned(h, sheets); over {
		t.Error("there is a bound of none")
	}
}

func TestFindingsKeepTheirNumbers(t *testing.T) {
	w := counted(t)
	two := Findings{Summary: " 總體較好 ", Problems: []Problem{
		{Kind: Lowest, Item: "FACILITY-1", Dimension: "DM-FACILITY", Complaints: []app.IssueID{4, 9}}, {Kind: ByHand, Title: "夜間照明"},
	}, Suggestions: []Suggestion{{Problem: 1, Text: "增設車位", Dept: 2, Priority: High, Item: "FACILITY-1", From: 52.5, To: 60}}}
	m, err := w.v.Conclude(ConcludeOrder{by(fang), two}, w.g, at(27, 11))
	if err != nil {
		t.Fatal(err)
	}
	want := []app.Difference{
		{Field: "summary", New: "總體較好"}, {Field: "problems.1.kind", New: "lowest"}, {Field: "problems.1.dimension", New: "DM-FACILITY"},
		{Field: "problems.1.item", New: "FACILITY-1"}, {Field: "problems.1.complaints", New: "4 9"}, {Field: "problems.2.kind", New: "by-hand"},
		{Field: "problems.2.title", New: "夜間照明"}, {Field: "suggestions.1.problem", New: "1"}, {Field: "suggestions.1.text", New: "增設車位"},
		{Field: "suggestions.1.dept", New: "2"}, {Field: "suggestions.1.priority", New: "high"}, {Field: "suggestions.1.item", New: "FACILITY-1"},
		{Field: "suggestions.1.from", New: "52.5"}, {Field: "suggestions.1.to", New: "60"},
	}
	if !slices.Equal(m.Act.Diffs, want) {
		t.Errorf("the timeline says\n%v, want\n%v", m.Act.Diffs, want)
	}
	w.did(m, nil)
	w.v.Findings.Problems[1].Measure = "GJ-202611-0001"
	next := w.v.Findings
	next.Problems = []Problem{{Kind: Fell, Item: "SAFE-1"}, {N: 2, Kind: ByHand, Title: "照明"}}
	next.Suggestions = nil
	w.did(w.v.Conclude(ConcludeOrder{by(fang), next}, w.g, at(27, 12)))
	p := w.v.Findings.Problems
	if len(p) != 3 || !p[0].Gone || p[1].Title != "照明" || p[1].Measure != "GJ-202611-0001" || p[2].N != 3 || p[2].Item != "SAFE-1" || len(w.v.Findings.Live()) != 2 ||
		len(w.v.Findings.Advised()) != 0 || len(w.v.Findings.Suggestions) != 1 {
		t.Errorf("the findings are %+v", w.v.Findings)
	}
	if m, err := w.v.Conclude(ConcludeOrder{by(fang), w.v.Findings}, w.g, at(27, 13)); err != nil || !m.nothing() {
		t.Errorf("findings given back whole differ: %v, %v", m.Act.Diffs, err)
	}
}

func TestProblemsAreListedInTheOrderTheyAreGivenBack(t *testing.T) {
	w := counted(t)
	all := Findings{Problems: []Problem{{Kind: ByHand, Title: "a"}, {Kind: ByHand, Title: "b"}, {Kind: ByHand, Title: "c"}}}
	titles := func() (s string) {
		for _, p := range w.v.Findings.Live() {
			s += p.Title
		}
		return s
	}
	w.did(w.v.Conclude(ConcludeOrder{by(fang), all}, w.g, at(27, 10)))
	if titles() != "abc" || w.v.Findings.Order != nil {
		t.Fatalf("first %s, order %v", titles(), w.v.Findings.Order)
	}
	live := w.v.Findings.Live()
	all.Problems = []Problem{live[2], {Kind: ByHand, Title: "d"}, live[0], live[1]}
	w.did(w.v.Conclude(ConcludeOrder{by(fang), all}, w.g, at(27, 11)))
	if titles() != "cdab" || w.v.Findings.Problems[0].Title != "a" || w.v.Findings.Problems[3].N != 4 {
		t.Errorf("moved %s: %+v", titles(), w.v.Findings.Problems)
	}
	if m, err := w.v.Conclude(ConcludeOrder{by(fang), Findings{Problems: w.v.Findings.Live()}}, w.g, at(27, 12)); err != nil || !m.nothing() {
		t.Errorf("given back as they are listed they differ: %v, %v", m.Act.Diffs, err)
	}
}

func TestFindingsRefuse(t *testing.T) {
	problem, say := Problem{Kind: ByHand, Title: "x"}, Suggestion{Text: "x"}
	for _, c := range []struct {
		says   string
		change func(*Findings)
		want   string
	}{
		{"nothing wrong", func(*Findings) {}, ""},
		{"a problem of nothing", func(f *Findings) { f.Problems[0].Title = " " }, "problems.1.title incomplete"},
		{"a problem of no kind", func(f *Findings) { f.Problems[0].Kind = "" }, "problems.1.kind unknown"},
		{"a problem of an item that is none", func(f *Findings) { f.Problems[0].Item = "X" }, "problems.1.about unknown"},
		{"a problem of the whole", func(f *Findings) { f.Problems[0].Item = Overall }, ""},
		{"a row that is not there", func(f *Findings) { f.Problems[0].N = 3 }, "problems unknown, suggestions.1.problem no-problem"},
		{"a suggestion of no words", func(f *Findings) { f.Suggestions[0].Text = "" }, "suggestions.1.text incomplete"},
		{"a suggestion for a problem that is none", func(f *Findings) { f.Suggestions[0].Problem = 2 }, "suggestions.1.problem no-problem"},
		{"a suggestion for a department that is none", func(f *Findings) { f.Suggestions[0].Dept = 9 }, "suggestions.1.dept unknown"},
		{"a suggestion of a priority that is none", func(f *Findings) { f.Suggestions[0].Priority = "urgent" }, "suggestions.1.priority unknown"},
		{"a score of 101", func(f *Findings) { f.Suggestions[0].To = 101 }, "suggestions.1.to out-of-range"},
		{"a score that is no number", func(f *Findings) { f.Suggestions[0].From = math.NaN() }, "suggestions.1.from out-of-range"},
		{"a dimension as indicator", func(f *Findings) { f.Suggestions[0].Item = "DM-CLEAN" }, ""},
		{"too long a summary", func(f *Findings) { f.Summary = long(app.LongestText + 1) }, "summary too-long"},
	} {
		w := counted(t)
		say.Problem = 1
		f := Findings{Problems: []Problem{problem}, Suggestions: []Suggestion{say}}
		c.change(&f)
		if _, err := w.v.Conclude(ConcludeOrder{by(fang), f}, w.g, at(27, 11)); says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
	}
}

func TestTheReportIsGivenOutByTheManager(t *testing.T) {
	w := counted(t)
	if _, err := w.v.Report(ReportOrder{by(zhou)}, Results{}, w.g, at(27, 11)); says(err) != "by not-allowed, findings missing" {
		t.Errorf("%q", says(err))
	}
	w = reported(t)
	if w.v.State != Reported || !w.v.Reported.Equal(at(27, 12)) || w.v.ReportedBy != wu {
		t.Errorf("reported as %+v", w.v.Head)
	}
	for want, o := range map[string]ReissueOrder{"by not-allowed": {by(fang), "x"}, "reason missing": {by(wu), ""}, "by not-allowed, reason missing": {by(fang), ""}} {
		if _, err := w.v.Reissue(o, w.g, at(28, 10)); says(err) != want {
			t.Errorf("%q, want %q", says(err), want)
		}
	}
	w.did(w.v.Reissue(ReissueOrder{by(wu), "漏列一項問題"}, w.g, at(28, 10)))
	if w.v.State != Counted || !w.v.Reported.IsZero() || w.v.Acts[len(w.v.Acts)-1].Note != "漏列一項問題" {
		t.Errorf("taken back as %+v", w.v.Head)
	}
	m, err := w.v.Report(ReportOrder{by(wu)}, Results{Year: 2026}, w.g, at(29, 10))
	if err != nil || m.Results == nil || m.Results.Year != 2026 {
		t.Errorf("kept are %+v, %v", m.Results, err)
	}
}

func TestTheLinkIsDestroyedOnceAndForGood(t *testing.T) {
	w := reported(t)
	due := at(27, 12).AddDate(0, 6, 0)
	if w.v.DueToDestroy(due.Add(-time.Second)) || !w.v.DueToDestroy(due) {
		t.Errorf("due at %v", due)
	}
	if _, err := w.v.Destroy(DestroyOrder{by(fang)}, w.g, at(28, 10)); says(err) != "by not-allowed" {
		t.Errorf("%q", says(err))
	}
	w.did(w.v.Destroy(DestroyOrder{by(wu)}, w.g, at(28, 10)))
	last := w.v.Acts[len(w.v.Acts)-1]
	if len(w.links) != 0 || last.Kind != ActDestroyed || last.By != wu || !w.v.Destroyed.Equal(at(28, 10)) || w.v.DueToDestroy(due) {
		t.Errorf("destroyed as %+v with %d links", w.v.Head, len(w.links))
	}
	if _, err := w.v.Destroy(DestroyOrder{by(wu)}, w.g, at(28, 11)); says(err) != "survey destroyed" {
		t.Errorf("%q", says(err))
	}
	w.did(w.v.Reissue(ReissueOrder{by(wu), "更正文字"}, w.g, at(29, 10)))
	s := w.came()[0]
	if _, err := w.v.Correct(CorrectOrder{by(fang), s, "x"}, s, w.g, at(29, 11)); says(err) != "survey destroyed" {
		t.Errorf("%q", says(err))
	}
	w.did(w.v.Conclude(ConcludeOrder{by(fang), Findings{Summary: "更正"}}, w.g, at(29, 12)))
}
