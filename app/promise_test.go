package app

import (
	"math/rand/v2"
	"testing"
	"time"

	"ownerdesk/app/workday"
)

// weeks are every weekly pattern an office keeps.
var weeks = map[string]workday.Pattern{
	"5": workday.Five(), "5.5": workday.FiveHalf(), "6": workday.Six(), "7": workday.Seven(),
}

// Nobody is promised to hear after his issue is to be handled: for every kind,
// urgency, level, region and week, from any moment of the day and of the year.
func TestAPromiseIsNeverLaterThanTheLimit(t *testing.T) {
	chance := rand.New(rand.NewPCG(5, 21))
	start := time.Date(2025, 7, 1, 0, 0, 0, 0, shanghai)
	for _, region := range []workday.Region{workday.CN, workday.HK, workday.MO, workday.TW} {
		for name, week := range weeks {
			g := ground()
			g.Calendar = workday.New(region, week, shanghai, nil, []int{2025, 2026})
			for _, kind := range Kinds {
				for _, urgency := range Urgencies {
					for _, level := range append([]Level{""}, Levels...) {
						at := start.Add(time.Duration(chance.Int64N(3*365*24*60)) * time.Minute)
						i := Issue{Level: level, Intake: Intake{Kind: kind, Urgency: urgency, Received: at}}
						promise := g.PromiseFor(i, at).Due
						if limit, _ := g.RequiredTime(i, at); promise.After(limit.Due) || promise.Before(at) {
							t.Errorf("%s, week of %s, %s %s %s at %v: promised %v, limit %v", region, name, kind, urgency, level, at, promise, limit.Due)
						}
					}
				}
			}
		}
	}
}

// The limit of an office may be shorter than its promise.
func TestABurstPipeIsNotPromisedLaterThanItsLimit(t *testing.T) {
	g := ground()
	g.Rules.Limits["reply"] = workday.Limit{N: 2, Unit: workday.Workdays}
	delete(g.Rules.Limits, "reply.TYP-REP.UR1")
	g.Rules.Limits["handle.TYP-REP.UR1"] = workday.Limit{N: 12, Unit: workday.Hours}
	o := call(Repair)
	o.Urgency = Emergency
	m, err := Receive(o, g, o.Received)
	if err != nil {
		t.Fatal(err)
	}
	if want := o.Received.Add(12 * time.Hour); !m.Issue.Promise.Equal(want) {
		t.Errorf("promised %v, want %v", m.Issue.Promise, want)
	}
}

// The usual promises: by the clock at once, also at night; by working days from
// the next one on.
func TestAPromiseFollowsUrgencyAndRunsFromReceipt(t *testing.T) {
	night := clockAt(27, 22, 10) // a Friday
	for _, c := range []struct {
		kind    Kind
		urgency Urgency
		want    time.Time
	}{
		{Repair, Emergency, night.Add(30 * time.Minute)}, {Repair, Urgent, night.Add(2 * time.Hour)}, {Repair, Normal, clockAt(30, 18, 0)},
		{Complaint, Emergency, night.Add(2 * time.Hour)}, {Complaint, Urgent, clockAt(30, 18, 0)}, {Complaint, Normal, clockAt(31, 18, 0)},
		{Enquiry, Normal, clockAt(30, 18, 0)},
	} {
		i := Issue{Level: Major, Intake: Intake{Kind: c.kind, Urgency: c.urgency}}
		if c.kind != Complaint {
			i.Level = ""
		}
		if got := ground().PromiseFor(i, night).Due; !got.Equal(c.want) {
			t.Errorf("%s %s: promised %v, want %v", c.kind, c.urgency, got, c.want)
		}
	}
}

func TestALimitSetByHandShortensThePromise(t *testing.T) {
	w := received(t, Repair)
	soon := clockAt(23, 15, 0)
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering, Due: soon, DueWhy: "業主今晚出差"}, w.g, clockAt(23, 10, 0)))
	if !w.c.Promise.Equal(soon) {
		t.Errorf("promised %v, want %v", w.c.Promise, soon)
	}
	w = received(t, Repair)
	was := w.c.Promise
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering, Due: clockAt(30, 18, 0), DueWhy: "業主約定"}, w.g, clockAt(23, 10, 0)))
	if !w.c.Promise.Equal(was) {
		t.Errorf("a later limit moved the promise to %v", w.c.Promise)
	}
}

func TestThatThePromiseWasToldIsAFactOfItsOwn(t *testing.T) {
	w := received(t, Complaint)
	if w.c.Promised != (Promised{}) {
		t.Fatalf("told before anybody said so: %+v", w.c.Promised)
	}
	at := clockAt(23, 9, 50)
	w.did(w.c.TellPromise(PromiseOrder{Stand: by(jing), How: "MT-TEL", At: at}, w.g, clockAt(23, 10, 0)))
	want := Promised{At: at, How: "MT-TEL", By: jing, Until: w.c.Promise}
	if w.c.Promised != want || !w.c.Answered.IsZero() {
		t.Errorf("told %+v, want %+v; answered %v", w.c.Promised, want, w.c.Answered)
	}
	if _, err := w.c.TellPromise(PromiseOrder{Stand: by(jing), How: "MT-TEL"}, w.g, clockAt(23, 11, 0)); !faults(err).Has("issue", "not-now") {
		t.Errorf("told twice: %v", err)
	}
	o := AmendOrder{Stand: by(fang), Intake: w.c.Intake, Level: Major, Why: "業主更正"}
	o.Urgency = Emergency
	w.did(w.c.Amend(o, w.g, clockAt(23, 11, 0)))
	if w.c.Promised != want || w.c.Promised.Holds(w.c.Promise) {
		t.Errorf("after a correction: %+v holds for %v", w.c.Promised, w.c.Promise)
	}
	w.did(w.c.TellPromise(PromiseOrder{Stand: by(fang), How: "MT-WX"}, w.g, clockAt(23, 11, 5)))
	if !w.c.Promised.Holds(w.c.Promise) || len(w.c.Acts) != 4 {
		t.Errorf("told anew: %+v, %d acts", w.c.Promised, len(w.c.Acts))
	}
}

func TestAPromiseToldOnTheSpotIsReceivedWithTheIssue(t *testing.T) {
	o := call(Complaint)
	o.PromiseHow = "MT-VISIT"
	m, err := Receive(o, ground(), clockAt(23, 9, 45))
	if err != nil {
		t.Fatal(err)
	}
	if want := (Promised{clockAt(23, 9, 45), "MT-VISIT", fang, m.Issue.Promise}); m.Issue.Promised != want {
		t.Errorf("told %+v, want %+v", m.Issue.Promised, want)
	}
	o.PromiseHow = "MT-DRUM"
	if _, err := Receive(o, ground(), clockAt(23, 9, 45)); !faults(err).Has("promise-how", "unknown") {
		t.Errorf("a way there is not: %v", err)
	}
}

func TestTellPromiseRefuses(t *testing.T) {
	trial[PromiseOrder]{
		walk:  func(t *testing.T) *walk { return received(t, Repair) },
		order: func() PromiseOrder { return PromiseOrder{Stand: by(fang), How: "MT-TEL"} },
		do:    Case.TellPromise, at: clockAt(23, 10, 0),
	}.refuses(t, []broken[PromiseOrder]{
		{"no way", func(_ *walk, o *PromiseOrder, _ *time.Time) { o.How = "" }, Invalid{"how", "missing"}},
		{"a way of our own", func(_ *walk, o *PromiseOrder, _ *time.Time) { o.How = "MT-DRUM" }, Invalid{"how", "missing"}},
		{"told tomorrow", func(_ *walk, o *PromiseOrder, _ *time.Time) { o.At = clockAt(24, 9, 0) }, Invalid{"told-at", "future"}},
		{"told before he came", func(_ *walk, o *PromiseOrder, _ *time.Time) { o.At = clockAt(23, 9, 0) }, Invalid{"told-at", "before-received"}},
		{"nothing promised, as in an older ledger", func(w *walk, _ *PromiseOrder, _ *time.Time) { w.c.Promise = time.Time{} }, Invalid{"issue", "not-now"}},
	})
}
