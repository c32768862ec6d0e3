package app

import (
	"testing"
	"time"
)

func TestHandOverRefuses(t *testing.T) {
	base := trial[TransferOrder]{
		walk:  func(t *testing.T) *walk { return received(t, Repair) },
		order: func() TransferOrder { return TransferOrder{Stand: by(fang), Lead: engineering} },
		do:    Case.Transfer, at: clockAt(23, 10, 0),
	}
	set := func(change func(*TransferOrder)) func(*walk, *TransferOrder, *time.Time) {
		return func(_ *walk, o *TransferOrder, _ *time.Time) { change(o) }
	}
	base.refuses(t, []broken[TransferOrder]{
		{"nobody to take it", set(func(o *TransferOrder) { o.Lead = 0 }), Invalid{"lead", "missing"}},
		{"a department that is gone", set(func(o *TransferOrder) { o.Lead = gone }), Invalid{"lead", "unknown"}},
		{"our own department", set(func(o *TransferOrder) { o.Lead = service }), Invalid{"lead", "desk"}},
		{"the lead as helper", set(func(o *TransferOrder) { o.Helping = []DeptID{engineering} }), Invalid{"helping", "same"}},
		{"help from a department that is gone", set(func(o *TransferOrder) { o.Helping = []DeptID{gone} }), Invalid{"helping", "unknown"}},
		{"help from one department twice", set(func(o *TransferOrder) { o.Helping = []DeptID{property, property} }), Invalid{"helping", "twice"}},
		{"another limit without a reason", set(func(o *TransferOrder) { o.Due = clockAt(30, 18, 0) }), Invalid{"due-why", "missing"}},
		{"a reason of a page", set(func(o *TransferOrder) { o.DueWhy = long(LongestLine) }), Invalid{"due-why", "too-long"}},
		{"a limit that has passed", set(func(o *TransferOrder) { o.Due, o.DueWhy = clockAt(20, 18, 0), "x" }), Invalid{"due", "past"}},
		{"a request of 10,000", set(func(o *TransferOrder) { o.Request = long(9999) }), Invalid{"request", "too-long"}},
		{"a complaint on the transfer's slip", func(w *walk, _ *TransferOrder, _ *time.Time) { w.c.Kind = Complaint }, Invalid{"kind", "complaint"}},
		{"nothing described", func(w *walk, _ *TransferOrder, _ *time.Time) { w.c.Description = " " }, Invalid{"description", "missing"}},
		{"a slip that is out already", func(w *walk, o *TransferOrder, at *time.Time) { w.did(w.c.Transfer(*o, w.g, *at)) }, Invalid{"issue", "not-now"}},
	})
}

func TestAComplaintSlipIsForComplaints(t *testing.T) {
	trial[TransferOrder]{
		walk:  func(t *testing.T) *walk { return received(t, Complaint) },
		order: func() TransferOrder { return TransferOrder{Stand: by(fang), Lead: service} },
		do:    Case.OpenComplaint, at: clockAt(23, 10, 0),
	}.refuses(t, []broken[TransferOrder]{
		{"a repair", func(w *walk, _ *TransferOrder, _ *time.Time) { w.c.Kind = Repair }, Invalid{"kind", "no-complaint"}},
		{"no level", func(w *walk, _ *TransferOrder, _ *time.Time) { w.c.Level = "" }, Invalid{"level", "missing"}},
		{"a level of our own", func(_ *walk, o *TransferOrder, _ *time.Time) { o.Level = "LV9" }, Invalid{"level", "missing"}},
	})
}

func TestHandlingItOurselvesRefuses(t *testing.T) {
	trial[TransferOrder]{
		walk:  func(t *testing.T) *walk { return received(t, Enquiry) },
		order: func() TransferOrder { return TransferOrder{Stand: by(fang)} },
		do:    Case.HandleSelf, at: clockAt(23, 10, 0),
	}.refuses(t, []broken[TransferOrder]{
		{"a complaint, which goes out on its slip", func(w *walk, _ *TransferOrder, _ *time.Time) { w.c.Kind = Complaint }, Invalid{"kind", "complaint"}},
		{"a handler nobody knows", func(_ *walk, o *TransferOrder, _ *time.Time) { o.Handler = 99 }, Invalid{"handler", "unknown"}},
		{"a handler who left", func(_ *walk, o *TransferOrder, _ *time.Time) { o.Handler = left }, Invalid{"handler", "unknown"}},
	})
}

// A form shows minutes; a limit in hours runs from a second.
func TestTheRulesOwnLimitMayBeTypedInMinutes(t *testing.T) {
	w := &walk{t: t, g: ground()}
	o := call(Repair)
	o.Urgency, o.Received = Emergency, o.Received.Add(31*time.Second)
	w.did(Receive(o, w.g, clockAt(23, 9, 43)))
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering, Due: clockAt(24, 9, 42)}, w.g, clockAt(23, 9, 50)))
	if r := w.c.Rounds[0]; !r.Due.Equal(r.RuleDue) || !r.Effect.Equal(r.RuleDue) {
		t.Errorf("the rules say %v, the slip %v", r.RuleDue, r.Due)
	}
}

func TestALevelSetOnTheSlipStandsInTheTimeline(t *testing.T) {
	w := received(t, Complaint)
	w.did(w.c.OpenComplaint(TransferOrder{Stand: by(fang), Lead: engineering, Level: Critical}, w.g, clockAt(23, 10, 0)))
	found := false
	for _, d := range w.c.Acts[1].Diffs {
		found = found || d == Difference{"level", string(Major), string(Critical)}
	}
	if !found || w.c.Level != Critical {
		t.Errorf("level %s, the timeline says %v", w.c.Level, w.c.Acts[1].Diffs)
	}
}

func TestEndingBeforeAnybodyWorksOnItRefuses(t *testing.T) {
	set := func(change func(*RejectOrder)) func(*walk, *RejectOrder, *time.Time) {
		return func(_ *walk, o *RejectOrder, _ *time.Time) { change(o) }
	}
	cases := []broken[RejectOrder]{
		{"no code", set(func(o *RejectOrder) { o.Code = "" }), Invalid{"code", "missing"}},
		{"no reason", set(func(o *RejectOrder) { o.Reason = " " }), Invalid{"reason", "missing"}},
		{"a reason of 10,000", set(func(o *RejectOrder) { o.Reason = long(9999) }), Invalid{"reason", "too-long"}},
		{"a repetition of nothing", set(func(o *RejectOrder) { o.Code = RejectedDuplicate }), Invalid{"related", "missing"}},
		{"a repetition of itself", func(w *walk, o *RejectOrder, _ *time.Time) { w.c.ID, o.Code, o.Related = 7, RejectedDuplicate, 7 }, Invalid{"related", "missing"}},
		{"a slip that is out", func(w *walk, _ *RejectOrder, at *time.Time) {
			w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, *at))
		}, Invalid{"issue", "not-now"}},
		{"opened again after a round", func(w *walk, _ *RejectOrder, at *time.Time) { *w = *reopened(w.t); *at = clockAt(27, 10, 0) }, Invalid{"issue", "not-now"}},
	}
	base := trial[RejectOrder]{
		walk:  func(t *testing.T) *walk { return received(t, Repair) },
		order: func() RejectOrder { return RejectOrder{Stand: by(fang), Code: "RJ-01", Reason: "非本小區"} },
		do: func(c Case, o RejectOrder, g Ground, at time.Time) (Move, error) {
			return c.end(ActRejected, Rejected, RejectCodes, o, g, at)
		},
		at: clockAt(23, 10, 0),
	}
	base.refuses(t, cases)
	base.order = func() RejectOrder { return RejectOrder{Stand: by(fang), Code: RejectedMistake, Reason: "誤錄"} }
	base.do = func(c Case, o RejectOrder, g Ground, at time.Time) (Move, error) {
		return c.end(ActVoided, Void, VoidCodes, o, g, at)
	}
	base.refuses(t, cases)
}

func TestWhatIsNotAcceptedPromisesNoCall(t *testing.T) {
	w := received(t, Repair)
	w.did(w.c.WriteNote(NoteOrder{Stand: by(fang), Kind: NoteCall, Text: "下午回電", CallBack: clockAt(23, 15, 0)}, w.g, clockAt(23, 10, 0)))
	w.did(w.c.end(ActRejected, Rejected, RejectCodes, RejectOrder{Stand: by(fang), Code: "RJ-01", Reason: "非本小區"}, w.g, clockAt(23, 11, 0)))
	w.at("", Rejected)
	if !w.c.CallBack.IsZero() {
		t.Errorf("a call is still promised for %v", w.c.CallBack)
	}
}

// An issue that was not accepted and is opened again weeks later starts anew.
func TestLimitsOfAnIssueOpenedAgainRunFromThen(t *testing.T) {
	w := received(t, Repair)
	w.did(w.c.end(ActRejected, Rejected, RejectCodes, RejectOrder{Stand: by(fang), Code: "RJ-01", Reason: "非本小區"}, w.g, clockAt(23, 11, 0)))
	again := time.Date(2026, 12, 7, 9, 0, 0, 0, shanghai) // a Monday
	w.did(w.c.Reopen(ReopenOrder{Stand: by(fang), Reason: "實為本小區"}, w.g, again))
	o := AmendOrder{Stand: by(fang), Intake: w.c.Intake, Why: "補充"}
	o.Wish, o.Urgency = "盡快", Normal
	w.did(w.c.Amend(o, w.g, again.Add(time.Minute)))
	if want := time.Date(2026, 12, 8, 18, 0, 0, 0, shanghai); !w.c.RouteDue.Equal(want) {
		t.Errorf("to be passed on until %v, want %v", w.c.RouteDue, want)
	}
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, again.Add(time.Hour)))
	if want := time.Date(2026, 12, 9, 18, 0, 0, 0, shanghai); !w.c.Rounds[0].Due.Equal(want) {
		t.Errorf("the slip says %v, want %v", w.c.Rounds[0].Due, want)
	}
}

// Between two rounds a repair may turn out to be a complaint; it then goes out
// on a slip of its own kind, in the same issue.
func TestARepairMayTurnIntoAComplaintBetweenRounds(t *testing.T) {
	for _, code := range []string{"", "TS"} {
		w := dissatisfied(t)
		if code != "" { // an estate whose code reads like a prefix
			w.c.Slip = code + "-" + w.c.Slip
		}
		o := AmendOrder{Stand: by(fang), Intake: w.c.Intake, Level: Major, Why: "業主要求按投訴處理"}
		o.Kind = Complaint
		w.did(w.c.Amend(o, w.g, clockAt(25, 10, 30)))
		w.did(w.c.OpenComplaint(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(25, 11, 0)))
		r := w.c.Rounds[1]
		if want := w.c.Slip + "-R2"; r.Number != want || r.Slip != ComplaintSlip || w.c.Inquiry == nil || w.c.Slip[:2] != "TS" || len(w.c.Slip) > 14 {
			t.Errorf("slip %s of issue's %s", r.Number, w.c.Slip)
		}
		o.Kind = Repair
		if _, err := w.c.Amend(o, w.g, clockAt(25, 12, 0)); !faults(err).Has("kind", "slip-out") {
			t.Errorf("and back again with the slip out: %v", err)
		}
	}
}

// Nor does it in a further round, whose limit runs from when it first went out:
// loading a calendar must not give whoever takes it over a later one.
func TestWhoTakesASlipOverGetsNoMoreTime(t *testing.T) {
	w := dissatisfied(t)
	out := clockAt(25, 11, 0)
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: property}, w.g, out))
	w.did(w.c.Refuse(RefuseOrder{Stand: by(fang), Reason: "非本部門"}, w.g, clockAt(26, 10, 0)))
	w.did(w.c.Reassign(ReassignOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(26, 11, 0)))
	if r := w.c.Rounds[1]; !w.c.LimitFrom(r).Equal(out) || !r.Effect.Equal(clockAt(27, 18, 0)) {
		t.Errorf("the limit runs from %v until %v", w.c.LimitFrom(r), r.Effect)
	}
	if _, err := w.c.MoveDue(MoveDueOrder{by(fang)}, w.g, clockAt(26, 12, 0)); !faults(err).Has("issue", "not-now") {
		t.Errorf("it follows a calendar that did not change: %v", err)
	}
}

func TestARefusalDoesNotStopTheClock(t *testing.T) {
	w := received(t, Repair)
	w.did(w.c.Transfer(TransferOrder{Stand: Stand{By: fang}, Lead: property}, w.g, clockAt(23, 9, 58)))
	w.did(w.c.Refuse(RefuseOrder{Stand: Stand{By: fang}, Reason: "非本部門"}, w.g, clockAt(23, 11, 0)))
	w.at(StepReassign, Handling)
	w.did(w.c.Reassign(ReassignOrder{Stand: Stand{By: fang}, Lead: engineering}, w.g, clockAt(23, 11, 30)))
	w.at(StepSign, Handling)
	if r := w.c.Rounds[0]; r.Refusals != 1 || r.Lead != engineering || !r.Effect.Equal(clockAt(25, 18, 0)) {
		t.Errorf("after the refusal: %d, with %d, until %v", r.Refusals, r.Lead, r.Effect)
	}
}
