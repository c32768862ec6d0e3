package app

import (
	"testing"
	"time"
)

// helpedBy is a repair that engineering leads and property helps with until
// Wednesday noon.
func helpedBy(t *testing.T) *walk {
	w := received(t, Repair)
	return w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering, Helping: []DeptID{property}, HelpDue: clockAt(25, 12, 0)}, w.g, clockAt(23, 9, 58)))
}

func TestAHelpingDepartmentHasAShareOfItsOwn(t *testing.T) {
	w := helpedBy(t)
	h := w.c.Helps[0]
	if len(w.c.Helps) != 1 || h.Dept != property || !h.Due.Equal(clockAt(25, 12, 0)) || !h.Open() {
		t.Fatalf("the shares are %+v", w.c.Helps)
	}
	w.did(w.c.SignHelp(HelpOrder{Stand: by(fang), Dept: property, Name: "錢進"}, w.g, clockAt(23, 11, 0)))
	if _, err := w.c.SignHelp(HelpOrder{Stand: by(fang), Dept: property, Name: "錢進"}, w.g, clockAt(23, 11, 1)); !faults(err).Has("issue", "not-now") {
		t.Errorf("signed twice: %v", err)
	}
	w.at(StepSign, Handling) // the lead's own slip waits as it did
	w.did(w.c.FeedBackHelp(HelpOrder{Stand: by(fang), Dept: property, Situation: "已封閉通道"}, w.g, clockAt(25, 12, 1)))
	if h = w.c.Helps[0]; h.Open() || !h.Late(clockAt(25, 12, 1)) || h.SignedBy != "錢進" || h.By != fang {
		t.Errorf("its share is %+v", h)
	}
	w.did(w.c.FeedBack(FeedbackOrder{Stand: by(jianguo), Situation: "已更換", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換", Asked: true, Disturbs: SaidNo}, w.g, clockAt(25, 13, 0)))
}

// The lead does not report done while a helping department is not, unless it is
// said why; the share then says so for ever.
func TestTheLeadWaitsForItsHelpers(t *testing.T) {
	w := helpedBy(t)
	done := FeedbackOrder{Stand: by(jianguo), Situation: "已更換", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換", Asked: true, Disturbs: SaidNo}
	if _, err := w.c.FeedBack(done, w.g, clockAt(24, 9, 0)); !faults(err).Has("help-why", "missing") {
		t.Errorf("done without a helper's word: %v", err)
	}
	done.HelpWhy = "主辦部門已自行完成"
	w.did(w.c.FeedBack(done, w.g, clockAt(24, 9, 0)))
	if h := w.c.Helps[0]; h.Open() || h.Why != done.HelpWhy || h.LeftBy != jianguo || !h.Left.Equal(clockAt(24, 9, 0)) {
		t.Errorf("its share is %+v", h)
	}
}

func TestASlipThatIsPassedOnTakesItsHelpersAlong(t *testing.T) {
	w := helpedBy(t)
	w.did(w.c.Refuse(RefuseOrder{Stand: by(fang), Reason: "非本部門"}, w.g, clockAt(23, 10, 30)))
	w.did(w.c.Reassign(ReassignOrder{Stand: by(fang), Lead: property, Helping: []DeptID{engineering}, Note: "改派"}, w.g, clockAt(23, 11, 0)))
	first, second := w.c.Helps[0], w.c.Helps[1]
	if len(w.c.Helps) != 2 || first.Open() || first.Why != "改派" || !second.Open() || second.Dept != engineering || second.N != 2 {
		t.Errorf("the shares are %+v", w.c.Helps)
	}
}

func TestHelpingRefuses(t *testing.T) {
	set := func(change func(*HelpOrder)) func(*walk, *HelpOrder, *time.Time) {
		return func(_ *walk, o *HelpOrder, _ *time.Time) { change(o) }
	}
	trial[HelpOrder]{
		walk: helpedBy, order: func() HelpOrder { return HelpOrder{Stand: by(fang), Dept: property, Situation: "已協助"} },
		do: Case.FeedBackHelp, at: clockAt(24, 9, 0),
	}.refuses(t, []broken[HelpOrder]{
		{"nobody", set(func(o *HelpOrder) { o.Dept = 0 }), Invalid{"dept", "missing"}},
		{"who was not asked", set(func(o *HelpOrder) { o.Dept = engineering }), Invalid{"dept", "missing"}},
		{"nothing done", set(func(o *HelpOrder) { o.Situation = " " }), Invalid{"situation", "missing"}},
		{"done tomorrow", set(func(o *HelpOrder) { o.Completed = clockAt(25, 9, 0) }), Invalid{"completed", "future"}},
		{"done before it was asked", set(func(o *HelpOrder) { o.Completed = clockAt(23, 9, 57) }), Invalid{"completed", "before-slip"}},
		{"where nobody helps", func(w *walk, _ *HelpOrder, _ *time.Time) { *w = *signed(w.t) }, Invalid{"issue", "not-now"}},
	})
	for rule, due := range map[string]time.Time{"past": clockAt(23, 9, 58), "after-lead": clockAt(25, 18, 1)} {
		w := received(t, Repair)
		o := TransferOrder{Stand: by(fang), Lead: engineering, Helping: []DeptID{property}, HelpDue: due}
		if _, err := w.c.Transfer(o, w.g, clockAt(23, 9, 58)); !faults(err).Has("help-due", rule) {
			t.Errorf("until %v: %v", due, err)
		}
	}
}
