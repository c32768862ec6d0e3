package app

import (
	"testing"
	"time"
)

// notice is one that breaks no rule: told at ten, the water is off at two.
func notice() DisturbOrder {
	return DisturbOrder{Stand: by(fang), Disturbs: SaidYes, Part: "3 幢 2 單元停水", From: clockAt(23, 14, 0), To: clockAt(23, 16, 0),
		Whom: "3 幢 2 單元全體住戶", Told: clockAt(23, 10, 10), How: Notice}
}

func TestANoticeRefuses(t *testing.T) {
	set := func(change func(*DisturbOrder)) func(*walk, *DisturbOrder, *time.Time) {
		return func(_ *walk, o *DisturbOrder, _ *time.Time) { change(o) }
	}
	trial[DisturbOrder]{walk: signed, order: notice, do: Case.Disturb, at: clockAt(23, 10, 15)}.refuses(t, []broken[DisturbOrder]{
		{"nothing said", set(func(o *DisturbOrder) { o.Disturbs = "" }), Invalid{"disturbs", "missing"}},
		{"something between", set(func(o *DisturbOrder) { o.Disturbs = "perhaps" }), Invalid{"disturbs", "missing"}},
		{"nothing affected", set(func(o *DisturbOrder) { o.Part = " " }), Invalid{"part", "missing"}},
		{"a part of 201", set(func(o *DisturbOrder) { o.Part = long(LongestLine) }), Invalid{"part", "too-long"}},
		{"from nowhen", set(func(o *DisturbOrder) { o.From = time.Time{} }), Invalid{"from", "missing"}},
		{"without an end", set(func(o *DisturbOrder) { o.To = time.Time{} }), Invalid{"until", "missing"}},
		{"over before it begins", set(func(o *DisturbOrder) { o.To = o.From }), Invalid{"until", "before-from"}},
		{"nobody told", set(func(o *DisturbOrder) { o.Whom = "" }), Invalid{"whom", "missing"}},
		{"told in no way", set(func(o *DisturbOrder) { o.How = "MT-SMOKE" }), Invalid{"how", "missing"}},
		{"not told yet", set(func(o *DisturbOrder) { o.Told = time.Time{} }), Invalid{"told-at", "missing"}},
		{"told tomorrow", set(func(o *DisturbOrder) { o.Told = clockAt(24, 9, 0) }), Invalid{"told-at", "future"}},
		{"told before anybody called", set(func(o *DisturbOrder) { o.Told = clockAt(23, 9, 0) }), Invalid{"told-at", "before-received"}},
		{"what was told is taken back", func(w *walk, o *DisturbOrder, at *time.Time) {
			w.did(w.c.Disturb(notice(), w.g, *at))
			*o = DisturbOrder{Stand: by(fang), Disturbs: SaidNo}
		}, Invalid{"disturbs", "told"}},
		{"work already fed back", func(w *walk, _ *DisturbOrder, at *time.Time) { *w, *at = *fedBack(w.t), clockAt(24, 17, 0) }, Invalid{"issue", "not-now"}},
	})
}

// Who plans work that disturbs others owes them a notice: it stands on Today, and
// the work is not reported done without it.
func TestDisturbingWorkWaitsForItsNotice(t *testing.T) {
	w := signed(t)
	w.did(w.c.PlanWork(PlanOrder{Stand: by(jianguo), Handler: jianguo, Solution: "更換水管", Disturbs: SaidYes,
		Rows: []PlanRow{{Measure: "停水更換", Person: "李建國", By: clockAt(23, 16, 0)}}}, w.g, clockAt(23, 10, 6)))
	w.at(StepNotice, Handling)
	done := FeedbackOrder{Stand: by(jianguo), Situation: "已更換", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換", Asked: true, Disturbs: SaidNo}
	if _, err := w.c.FeedBack(done, w.g, clockAt(23, 17, 0)); !faults(err).Has("disturbs", "not-told") {
		t.Errorf("done without a notice: %v", err)
	}
	w.did(w.c.Disturb(notice(), w.g, clockAt(23, 10, 15)))
	w.at(StepHandle, Handling)
	if d := w.c.Disturbances[0]; d.Late || d.Number != "TZ-202611-0003" || d.Round != 1 {
		t.Errorf("the notice is %+v", d)
	}
	w.did(w.c.FeedBack(done, w.g, clockAt(23, 17, 0)))
}

// A burst pipe is shut off first: who is told afterwards was told late, which is
// kept as it was.
func TestToldAfterItBeganIsLate(t *testing.T) {
	for told, late := range map[time.Time]bool{clockAt(23, 13, 59): false, clockAt(23, 14, 0): false, clockAt(23, 14, 1): true} {
		w, o := signed(t), notice()
		o.Told = told
		w.did(w.c.Disturb(o, w.g, clockAt(23, 15, 0)))
		if w.c.Disturbances[0].Late != late {
			t.Errorf("told at %v: late is %v", told, !late)
		}
	}
}

func TestAnInspectionRefuses(t *testing.T) {
	set := func(change func(*InspectOrder)) func(*walk, *InspectOrder, *time.Time) {
		return func(_ *walk, o *InspectOrder, _ *time.Time) { change(o) }
	}
	trial[InspectOrder]{
		walk: fedBack, order: func() InspectOrder { return inspection(clockAt(24, 16, 50)) }, do: Case.Inspect, at: clockAt(24, 17, 0),
	}.refuses(t, []broken[InspectOrder]{
		{"the department itself", set(func(o *InspectOrder) { o.Inspector = qiang }), Invalid{"inspector", "not-service"}},
		{"whoever did it", func(w *walk, _ *InspectOrder, _ *time.Time) { w.c.Rounds[0].Handler = jing }, Invalid{"inspector", "handler"}},
		{"whoever typed that it is done", func(w *walk, _ *InspectOrder, _ *time.Time) { w.c.Feedbacks[0].By = jing }, Invalid{"inspector", "handler"}},
		{"at no time", set(func(o *InspectOrder) { o.Inspected = time.Time{} }), Invalid{"inspected", "missing"}},
		{"tomorrow", set(func(o *InspectOrder) { o.Inspected = clockAt(25, 9, 0) }), Invalid{"inspected", "future"}},
		{"before it was done", set(func(o *InspectOrder) { o.Inspected = clockAt(24, 16, 39) }), Invalid{"inspected", "before-done"}},
		{"nowhere", set(func(o *InspectOrder) { o.Place = "" }), Invalid{"place", "missing"}},
		{"neither good nor bad", set(func(o *InspectOrder) { o.Passed = "" }), Invalid{"passed", "missing"}},
		{"nothing found", set(func(o *InspectOrder) { o.Result = " " }), Invalid{"found", "missing"}},
		{"a result of 2,001", set(func(o *InspectOrder) { o.Result = long(LongestText) }), Invalid{"found", "too-long"}},
		{"no photo and no word why", set(func(o *InspectOrder) { o.NoPhoto = " " }), Invalid{"photo", "missing"}},
		{"a photo that is not there", set(func(o *InspectOrder) { o.Photo = 1 }), Invalid{"photo", "unknown-file"}},
		{"nothing reported done", func(w *walk, _ *InspectOrder, _ *time.Time) { *w = *signed(w.t) }, Invalid{"issue", "not-now"}},
	})
}

// A repair is accepted once the desk has seen that it is good; what failed is
// sent back or inspected again, and every feedback is looked at anew.
func TestARepairIsAcceptedOnlyAfterItsInspection(t *testing.T) {
	w := fedBack(t)
	w.at(StepInspect, FedBack)
	accept := ReviewOrder{Stand: by(fang), Accept: true}
	refused := func(rule string) {
		t.Helper()
		if _, err := w.c.Review(accept, w.g, clockAt(26, 9, 0)); !faults(err).Has("accept", rule) {
			t.Errorf("reviewed: %v, want %s", err, rule)
		}
	}
	refused("not-inspected")
	bad := inspection(clockAt(24, 16, 50))
	bad.Passed = SaidNo
	w.did(w.c.Inspect(bad, w.g, clockAt(24, 16, 50)))
	w.at(StepReview, FedBack)
	refused("not-passed")
	w.did(w.c.Review(ReviewOrder{Stand: by(fang), Code: "RW-01", Note: "仍有異響"}, w.g, clockAt(24, 17, 0)))
	w.did(w.c.FeedBack(FeedbackOrder{Stand: by(jianguo), Situation: "已調平", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換", Asked: true, Disturbs: SaidNo}, w.g, clockAt(25, 10, 0)))
	w.at(StepInspect, FedBack)
	refused("not-inspected")
	w.inspected(clockAt(25, 11, 0)).did(w.c.Review(accept, w.g, clockAt(25, 12, 0)))
	w.at(StepTell, Reviewed)
}

// What came in under rules that know nothing of it is neither asked about
// disturbing others nor inspected: no old issue becomes impossible to finish.
func TestOldRulesAskForNeitherNoticeNorInspection(t *testing.T) {
	w := signed(t)
	old := w.g.Rules
	old.Counts = map[string]int{}
	w.g.OldRules = map[int]Rules{w.c.Rules: old}
	w.did(w.c.FeedBack(FeedbackOrder{Stand: by(jianguo), Situation: "已更換", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換", Asked: true, Disturbs: SaidNo}, w.g, clockAt(24, 9, 0)))
	w.at(StepReview, FedBack)
	w.did(w.c.Review(ReviewOrder{Stand: by(fang), Accept: true}, w.g, clockAt(24, 10, 0)))
	w.at(StepTell, Reviewed)
}

func TestWhoTypedTheFeedbackDoesNotReviewIt(t *testing.T) {
	for who, refused := range map[StaffID]bool{fang: true, jing: false} {
		w := fedBack(t)
		w.c.Feedbacks[0].By = fang
		_, err := w.c.Review(ReviewOrder{Stand: by(who), Code: "RW-01", Note: "仍有異響"}, w.g, clockAt(24, 17, 0))
		if faults(err).Has("by", "reporter") != refused {
			t.Errorf("reviewed by %d: %v", who, err)
		}
	}
}

// inspected is what the desk saw of a repair that was reported done.
func (w *walk) inspected(at time.Time) *walk {
	w.t.Helper()
	return w.did(w.c.Inspect(inspection(at), w.g, at))
}

// inspection is one that breaks no rule.
func inspection(at time.Time) InspectOrder {
	return InspectOrder{Stand: by(jing), Inspected: at, Place: "3-2-501", Passed: SaidYes, Result: "運行正常", NoPhoto: "業主不同意拍照"}
}
