package annual

import (
	"math"
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/survey"
)

// What may be done to a survey in each state.
func TestEachStateAllowsItsActs(t *testing.T) {
	acts := []struct {
		name string
		try  func(*walk) error
	}{
		{"change", func(w *walk) error { _, err := w.v.Change(ChangeOrder{Stand: by(fang)}, w.g, at(28, 10)); return err }},
		{"approve", func(w *walk) error {
			_, err := w.v.Approve(ApproveOrder{Stand: by(wu)}, households(), nil, w.g, at(28, 10))
			return err
		}},
		{"reopen", func(w *walk) error { _, err := w.v.Reopen(ReopenOrder{by(fang), "x"}, w.g, at(28, 10)); return err }},
		{"draw", func(w *walk) error {
			_, err := w.v.Draw(DrawOrder{by(fang)}, w.all(), make([]int, w.v.toIssue()), w.g, at(28, 10))
			return err
		}},
		{"attempt", func(w *walk) error {
			_, err := w.v.Attempt(AttemptOrder{Stand: by(fang), Mode: Paper, Outcome: Refused}, Unit{N: 1, Called: true}, Tried{}, w.g, at(28, 10))
			return err
		}},
		{"enter", func(w *walk) error {
			_, err := w.v.Enter(EnterOrder{by(fang), w.filled(w.out(0)[0])}, Number{Given: true}, w.g, at(28, 10))
			return err
		}},
		{"correct", func(w *walk) error {
			_, err := w.v.Correct(CorrectOrder{by(fang), w.filled(10_007), "x"}, Sheet{No: 10_007}, w.g, at(28, 10))
			return err
		}},
		{"count", func(w *walk) error {
			_, err := w.v.Count(CountOrder{by(fang), "x"}, []Sheet{w.filled(10_007)}, w.g, at(28, 10))
			return err
		}},
		{"conclude", func(w *walk) error {
			_, err := w.v.Conclude(ConcludeOrder{Stand: by(fang)}, w.g, at(28, 10))
			return err
		}},
		{"report", func(w *walk) error { _, err := w.v.Report(ReportOrder{by(wu)}, Results{}, w.g, at(28, 10)); return err }},
		{"reissue", func(w *walk) error { _, err := w.v.Reissue(ReissueOrder{by(wu), "x"}, w.g, at(28, 10)); return err }},
		{"destroy", func(w *walk) error { _, err := w.v.Destroy(DestroyOrder{by(wu)}, w.g, at(28, 10)); return err }},
		{"cancel", func(w *walk) error { _, err := w.v.Cancel(CancelOrder{by(fang), "x"}, w.g, at(28, 10)); return err }},
	}
	for state, may := range map[State]string{
		Planning: "change approve cancel ", Approved: "reopen draw cancel ", Field: "attempt enter correct count cancel ",
		Counted: "correct conclude report ", Reported: "reissue destroy ", Cancelled: "",
	} {
		got := ""
		for _, act := range acts {
			w := field(t)
			w.v.State = state
			w.v.Findings.Summary = "x"
			if act.try(w) == nil {
				got += act.name + " "
			}
		}
		if got != may {
			t.Errorf("%s: may %q, want %q", state, got, may)
		}
	}
}

func TestApprovingRefuses(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*walk, *ApproveOrder) []FrameUnit
		want   string
	}{
		{"nothing wrong", func(*walk, *ApproveOrder) []FrameUnit { return households() }, ""},
		{"by a head", func(_ *walk, o *ApproveOrder) []FrameUnit { o.By = zhou; return households() }, "by not-allowed"},
		{"by whoever planned it", func(w *walk, _ *ApproveOrder) []FrameUnit { w.v.By = wu; return households() }, "by planner"},
		{"checked by whoever planned it", func(_ *walk, o *ApproveOrder) []FrameUnit { o.Checked = fang; return households() }, "checked planner"},
		{"checked by nobody who is here", func(_ *walk, o *ApproveOrder) []FrameUnit { o.Checked = left; return households() }, "checked unknown"},
		{"nobody lives there", func(*walk, *ApproveOrder) []FrameUnit { return nil }, "frame missing"},
		{"nobody lives in the areas", func(w *walk, _ *ApproveOrder) []FrameUnit { w.v.Plan.Areas = []app.AreaID{9}; return households() }, "frame missing"},
		{"a stage without days", func(w *walk, _ *ApproveOrder) []FrameUnit { w.v.Plan.Stages = w.v.Plan.Stages[:5]; return households() }, "stages missing"},
		{"caps that allow too few", func(w *walk, _ *ApproveOrder) []FrameUnit {
			w.v.Plan.Floor, w.v.Plan.Cap = 1, 2
			return households()
		}, "cap too-low"},
		{"spreads of no year", func(w *walk, _ *ApproveOrder) []FrameUnit { w.v.Plan.Rule = survey.Neyman; return households() }, "rule no-spreads"},
	} {
		w := planned(t)
		o := ApproveOrder{Stand: by(wu)}
		frame := c.change(w, &o)
		if _, err := w.v.Approve(o, frame, nil, w.g, at(3, 10)); says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
	}
}

func TestTheFrameIsTakenWithTheApproval(t *testing.T) {
	w := approved(t)
	// 133 households, an error of 12 points: 67 answers for no end, 44.6 for 133, so 45.
	want := []Stratum{
		{Area: 1, Name: "東區", Owner: "OW-SELF", Units: 60}, {Area: 1, Name: "東區", Owner: "OW-LET", Units: 30},
		{Area: 1, Name: "東區", Owner: "OW-SHOP", Units: 3}, {Area: 2, Name: "西區", Owner: "OW-SELF", Units: 40},
	}
	planned := 0
	for i, s := range w.v.Strata {
		planned += s.Planned
		if s.Units != want[i].Units || s.Area != want[i].Area || s.Name != want[i].Name || s.Owner != want[i].Owner {
			t.Errorf("stratum %d is %+v", i, s)
		}
		if s.Planned < min(5, s.Units) || s.Issued != min(s.Units, int(math.Ceil(float64(s.Planned)/0.6-1e-9))) {
			t.Errorf("of stratum %d %d are planned and %d issued", i, s.Planned, s.Issued)
		}
	}
	if planned != 45 || len(w.v.Strata) != 4 || len(w.units) != 133 || w.v.Frame != 1 || !w.v.Framed.Equal(at(3, 10)) || w.v.Plan.FrameOn != on(11, 3) ||
		w.v.Checked != zhou || w.v.ApprovedBy != wu {
		t.Errorf("approved as %+v, %d planned", w.v.Head, planned)
	}
	w.did(w.v.Reopen(ReopenOrder{by(fang), "改問卷"}, w.g, at(3, 11)))
	if w.v.State != Planning || w.v.Strata != nil || !w.v.Approved.IsZero() {
		t.Errorf("reopened as %+v", w.v.Head)
	}
	w.did(w.v.Approve(ApproveOrder{Stand: by(wu)}, households()[:90], nil, w.g, at(5, 10)))
	if w.v.Frame != 2 || len(w.v.Strata) != 2 || w.v.Plan.FrameOn != on(11, 5) {
		t.Errorf("approved again as %+v", w.v.Head)
	}
}

func TestTheFrameIsNumberedAsOneWalks(t *testing.T) {
	room := func(id app.RoomID, area app.AreaID, name, block, entrance, floor, door string) FrameUnit {
		return FrameUnit{Room: id, Area: area, AreaName: name, Block: block, Entrance: entrance, Floor: floor, Door: door, Owner: "OW-SELF"}
	}
	frame := []FrameUnit{
		room(1, 1, "東區", "10", "1", "2", "201"), room(2, 1, "東區", "9", "2", "1", "101"), room(3, 1, "東區", "9", "1", "10", "1001"),
		room(4, 1, "東區", "9", "1", "9", "901"), room(5, 1, "東區", "9A", "1", "1", "101"), room(6, 2, "1區", "20", "1", "1", "101"),
	}
	p := usualPlan()
	var got []app.RoomID
	for i, u := range framed(p, Strata(p, frame), frame) {
		got = append(got, u.Room)
		if u.N != i+1 {
			t.Errorf("unit %d has number %d", i, u.N)
		}
	}
	if want := []app.RoomID{6, 4, 3, 2, 5, 1}; !slices.Equal(got, want) {
		t.Errorf("walked as %v, want %v", got, want)
	}
	p.Areas, p.Owners = []app.AreaID{1, 2}, []app.OwnerKind{"OW-SELF"}
	if s := Strata(p, households()); len(s) != 2 || s[0].Area != 1 || s[1].Units != 40 {
		t.Errorf("strata as the plan has them: %+v", s)
	}
}

// Worked out by hand: strata of 800 and 200, 5 points, p 0.5: n0 384.1, n 277.7.
func TestASampleIsSizedStepByStep(t *testing.T) {
	p, strata := usualPlan(), []Stratum{{Area: 1, Owner: "OW-SELF", Units: 800}, {Area: 1, Owner: "OW-SHOP", Units: 200}}
	s, err := Sized(p, strata, nil)
	if err != nil || s.Precision.Units != 1000 || s.Size.Rounded != 278 || s.Answers != 278 || !slices.Equal(s.Planned, []int{222, 56}) ||
		!slices.Equal(s.Issued, []int{370, 94}) || s.Out() != 464 {
		t.Errorf("sized as %+v, %v", s, err)
	}
	p.Rule = survey.Neyman
	if s, err = Sized(p, strata, []float64{1, 3}); err != nil || !slices.Equal(s.Planned, []int{159, 119}) {
		t.Errorf("by Neyman's rule %v, %v", s.Planned, err)
	}
	p.Rule, p.Convenience = survey.Equal, true
	if s, err = Sized(p, strata, nil); err != nil || !slices.Equal(s.Planned, []int{139, 139}) || !slices.Equal(s.Issued, []int{800, 200}) {
		t.Errorf("where all are invited %v, %v, %v", s.Planned, s.Issued, err)
	}
	// Floors that ask for more than the precision.
	p = usualPlan()
	p.Precision.Error, p.Floor = 0.3, 50
	if s, err = Sized(p, strata, nil); err != nil || s.Size.Effective != 11 || s.Answers != 100 || !slices.Equal(s.Planned, []int{50, 50}) {
		t.Errorf("by floors %+v, %v", s, err)
	}
}

func TestSpreadsAreThoseOfTheYearBefore(t *testing.T) {
	last := Head{Questionnaire: Template(), Strata: []Stratum{{Area: 2, Owner: "OW-SELF"}, {Area: 1, Owner: "OW-SELF"}}}
	sheet := func(stratum int, overall string) Sheet {
		return Sheet{No: 1, Stratum: stratum, Marks: overall + "44444444444444444444"}
	}
	sheets := []Sheet{sheet(1, "1"), sheet(1, "5"), sheet(0, "3"), sheet(0, "0"), {No: 9, Stratum: 0, Marks: "1--------------------"}, {Stratum: 0, Void: true, Marks: "144444444444444444444"}}
	strata := []Stratum{{Area: 1, Owner: "OW-SELF"}, {Area: 2, Owner: "OW-SELF"}, {Area: 3, Owner: "OW-SELF"}}
	got := Spreads(strata, last, sheets)
	// 1 and 5 lie sqrt(8) apart; 1, 5, 3 lie 2.
	if len(got) != 3 || math.Abs(got[0]-math.Sqrt(8)) > 1e-12 || math.Abs(got[1]-2) > 1e-12 || math.Abs(got[2]-2) > 1e-12 {
		t.Errorf("the spreads are %v", got)
	}
	last.Questionnaire.Overall = false
	if got := Spreads(strata, last, []Sheet{{Marks: "11111111112222222222"}, {Marks: "33333333333333333333", Stratum: 1}}); len(got) != 3 || math.Abs(got[0]-1.5/math.Sqrt2) > 1e-12 {
		t.Errorf("without the overall item %v", got)
	}
	if Spreads(strata, last, sheets[:1]) != nil {
		t.Error("one sheet has a spread")
	}
}

func TestCancellingAndReopeningWantAReason(t *testing.T) {
	w := approved(t)
	if _, err := w.v.Cancel(CancelOrder{by(fang), " "}, w.g, at(3, 12)); says(err) != "reason missing" {
		t.Errorf("%q", says(err))
	}
	if _, err := w.v.Reopen(ReopenOrder{by(fang), ""}, w.g, at(3, 12)); says(err) != "reason missing" {
		t.Errorf("%q", says(err))
	}
	w = field(t)
	w.did(w.v.Cancel(CancelOrder{by(fang), "項目移交"}, w.g, at(5, 12)))
	if w.v.State != Cancelled || w.v.Why != "項目移交" || len(w.links) != 0 || w.v.DestroyedBy != fang || !w.v.Destroyed.Equal(at(5, 12)) {
		t.Errorf("cancelled as %+v with %d links", w.v.Head, len(w.links))
	}
	if w.v.DueToDestroy(time.Time{}.AddDate(3000, 0, 0)) {
		t.Error("there is still something to destroy")
	}
}
