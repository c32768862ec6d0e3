package app

import (
	"testing"
	"time"

	"ownerdesk/app/workday"
)

// burst is an emergency that came in on Monday at 09:42.
func burst(t *testing.T) *walk {
	w := &walk{t: t, g: ground()}
	o := call(Repair)
	o.Urgency = Emergency
	return w.did(Receive(o, w.g, o.Received))
}

func TestAnEmergencyWaitsForSomebodyOnSiteAndThenForControl(t *testing.T) {
	w := burst(t)
	came := w.c.Received
	waits := func(what string, s Scene, due time.Time) {
		t.Helper()
		if w.c.Scene != s || !w.c.SceneDue.Equal(due) {
			t.Errorf("%s: it waits for %q until %v, want %q until %v", what, w.c.Scene, w.c.SceneDue, s, due)
		}
	}
	waits("received", SceneArrive, came.Add(30*time.Minute))
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, came.Add(5*time.Minute)))
	waits("transferred", SceneArrive, came.Add(30*time.Minute))
	w.did(w.c.Arrive(SceneOrder{Stand: by(fang), Who: "李建國", At: came.Add(20 * time.Minute)}, w.g, came.Add(25*time.Minute)))
	waits("arrived", SceneControl, came.Add(2*time.Hour))
	w.did(w.c.Control(SceneOrder{Stand: by(fang), How: "已關總閥"}, w.g, came.Add(50*time.Minute)))
	waits("controlled", "", time.Time{})
	want := OnSite{came.Add(30 * time.Minute), came.Add(2 * time.Hour), came.Add(20 * time.Minute), "李建國", came.Add(50 * time.Minute), "已關總閥"}
	if w.c.Site != want || w.c.Step != StepSign {
		t.Errorf("on site %+v, step %s", w.c.Site, w.c.Step)
	}
	if a := w.c.Acts[len(w.c.Acts)-1]; a.Kind != ActControlled || a.By != fang || a.Note != "已關總閥" {
		t.Errorf("the timeline says %+v", a)
	}
}

// Limits on site are those of the kind and urgency, else of the urgency; only
// emergencies press, and praise never.
func TestLimitsOnSiteFollowKindAndUrgency(t *testing.T) {
	for _, kind := range Kinds {
		for _, urgency := range Urgencies {
			o := call(kind)
			o.Urgency = urgency
			m, err := Receive(o, ground(), o.Received)
			if err != nil {
				t.Fatal(err)
			}
			arrives := kind != Commendation && (urgency == Emergency || kind == Repair)
			controls := kind != Commendation && urgency == Emergency
			if i := m.Issue; !i.Site.ArriveDue.IsZero() != arrives || !i.Site.ControlDue.IsZero() != controls || (i.Scene != "") != controls {
				t.Errorf("%s %s: %+v, waits for %q", kind, urgency, i.Site, i.Scene)
			}
		}
	}
	g := ground()
	g.Rules.Limits["arrive.UR1"] = workday.Limit{N: 0, Unit: workday.Minutes}
	o := call(Repair)
	o.Urgency = Emergency
	if m, err := Receive(o, g, o.Received); err != nil || m.Issue.Scene != SceneControl {
		t.Errorf("an office without a limit for arriving: %v, waits for %q", err, m.Issue.Scene)
	}
}

// Whoever forgot to enter an arrival is not kept from anything, and enters it later.
func TestWhatWasDoneOnSiteMayBeEnteredLater(t *testing.T) {
	w := &walk{t: t, g: ground()}
	o := call(Assistance)
	o.Urgency = Emergency
	w.did(Receive(o, w.g, o.Received))
	came := w.c.Received
	w.did(w.c.HandleSelf(TransferOrder{Stand: by(fang)}, w.g, came.Add(time.Minute)))
	w.did(w.c.FeedBack(FeedbackOrder{Stand: by(fang), Situation: "已處理", Result: "RS-04", Asked: true, Cause: "RC-EQP1", Solution: "更換閥門"}, w.g, came.Add(3*time.Hour)))
	if w.c.Scene != "" {
		t.Errorf("work that is reported done still waits for %q", w.c.Scene)
	}
	w.did(w.c.Arrive(SceneOrder{Stand: by(fang), Who: "李建國", At: came.Add(10 * time.Minute)}, w.g, came.Add(4*time.Hour)))
	if w.c.Site.Arrived.IsZero() || w.c.State != FedBack {
		t.Errorf("%+v, %s", w.c.Site, w.c.State)
	}
}

func TestACorrectedUrgencyCountsTheLimitsOnSiteAnew(t *testing.T) {
	w := received(t, Repair)
	was := w.c.Site
	o := AmendOrder{Stand: by(fang), Intake: w.c.Intake, Why: "實為爆管"}
	o.Urgency = Emergency
	w.did(w.c.Amend(o, w.g, clockAt(23, 9, 50)))
	if w.c.Site == was || w.c.Scene != SceneArrive || !w.c.Site.ArriveDue.Equal(w.c.Received.Add(30*time.Minute)) {
		t.Errorf("on site %+v, waits for %q", w.c.Site, w.c.Scene)
	}
}

func TestArriveAndControlRefuse(t *testing.T) {
	base := trial[SceneOrder]{
		walk: burst, order: func() SceneOrder { return SceneOrder{Stand: by(fang), Who: "李建國"} },
		do: Case.Arrive, at: clockAt(23, 10, 0),
	}
	base.refuses(t, []broken[SceneOrder]{
		{"nobody came", func(_ *walk, o *SceneOrder, _ *time.Time) { o.Who = " " }, Invalid{"came", "missing"}},
		{"a name of a page", func(_ *walk, o *SceneOrder, _ *time.Time) { o.Who = long(LongestLine) }, Invalid{"came", "too-long"}},
		{"tomorrow", func(_ *walk, o *SceneOrder, _ *time.Time) { o.At = clockAt(24, 9, 0) }, Invalid{"on-site-at", "future"}},
		{"before the call", func(_ *walk, o *SceneOrder, _ *time.Time) { o.At = clockAt(23, 9, 0) }, Invalid{"on-site-at", "before-received"}},
		{"no limit, as in an older file", func(w *walk, _ *SceneOrder, _ *time.Time) { w.c.Site = OnSite{} }, Invalid{"issue", "not-now"}},
		{"arrived already", func(w *walk, _ *SceneOrder, _ *time.Time) { w.c.Site.Arrived = w.c.Received }, Invalid{"issue", "not-now"}},
	})
	base.walk = func(t *testing.T) *walk {
		w := burst(t)
		return w.did(w.c.Arrive(SceneOrder{Stand: by(fang), Who: "李建國"}, w.g, clockAt(23, 10, 0)))
	}
	base.order, base.do, base.at = func() SceneOrder { return SceneOrder{Stand: by(fang), How: "已關總閥"} }, Case.Control, clockAt(23, 10, 30)
	base.refuses(t, []broken[SceneOrder]{
		{"nothing was done", func(_ *walk, o *SceneOrder, _ *time.Time) { o.How = "" }, Invalid{"control-how", "missing"}},
		{"a story", func(_ *walk, o *SceneOrder, _ *time.Time) { o.How = long(LongestText) }, Invalid{"control-how", "too-long"}},
		{"before anybody was there", func(_ *walk, o *SceneOrder, _ *time.Time) { o.At = clockAt(23, 9, 50) }, Invalid{"on-site-at", "before-arrived"}},
		{"nobody there yet", func(w *walk, _ *SceneOrder, _ *time.Time) { w.c.Site.Arrived = time.Time{} }, Invalid{"issue", "not-arrived"}},
		{"controlled already", func(w *walk, _ *SceneOrder, _ *time.Time) { w.c.Site.Controlled = w.c.Received }, Invalid{"issue", "not-now"}},
	})
}
