package app

import (
	"testing"
	"time"
)

// A repair of two working days, received on Monday: 15 hours of work until
// Wednesday at 18:00, and those of Monday.
func TestALimitCallsForMoreTheFurtherItHasRun(t *testing.T) {
	for _, c := range []struct {
		walk func(*testing.T) *walk
		at   time.Time
		want Alarm
	}{
		{signed, clockAt(24, 9, 0), NoAlarm},
		{signed, clockAt(24, 13, 50), NoAlarm},
		{signed, clockAt(24, 15, 0), HalfGone},
		{signed, clockAt(25, 13, 29), HalfGone},
		{signed, clockAt(25, 14, 0), MostGone},
		{signed, clockAt(25, 18, 0), MostGone},
		{signed, clockAt(25, 18, 0).Add(time.Second), Overdue},
		{signed, clockAt(26, 17, 59), Overdue},
		{signed, clockAt(26, 18, 0), ToHead},
		{signed, clockAt(29, 12, 0), ToHead}, // a Sunday
		{signed, clockAt(30, 17, 59), ToHead},
		{signed, clockAt(30, 18, 0), ToManager},
		{sentBack, clockAt(25, 9, 0), NoAlarm}, // until 18:00, from the verdict
		{sentBack, clockAt(25, 14, 0), HalfGone},
		{told, clockAt(26, 9, 0), NoAlarm},
		{told, clockAt(30, 18, 0), ToHead}, // to be asked until Friday
		{closed, clockAt(30, 18, 0), NoAlarm},
	} {
		w := c.walk(t)
		if got := w.c.Alarm(w.g, c.at); got != c.want {
			t.Errorf("%s on the %v: %q, want %q", w.c.State, c.at, got, c.want)
		}
		line := Line{State: w.c.State, StepDue: w.c.StepDue}
		if got := w.g.LineAlarm(line, c.at); w.c.Late(c.at) && got != c.want || !w.c.Late(c.at) && got != NoAlarm {
			t.Errorf("the line of %s on the %v: %q", w.c.State, c.at, got)
		}
	}
}

// An office that wants no reminders sets them to nothing.
func TestWhatTheRulesDoNotProvideCallsForNothing(t *testing.T) {
	w := signed(t)
	for _, key := range []string{"remind.half", "remind.most"} {
		w.g.OldRules[1].Counts[key] = 0
	}
	delete(w.g.OldRules[1].Limits, "escalate.head")
	delete(w.g.OldRules[1].Limits, "escalate.manager")
	for at, want := range map[time.Time]Alarm{clockAt(25, 17, 0): NoAlarm, clockAt(30, 18, 0): Overdue} {
		if got := w.c.Alarm(w.g, at); got != want {
			t.Errorf("on the %v: %q, want %q", at, got, want)
		}
	}
}

// again sends a complaint through the loop once more, from the slip until its
// feedback waits for a verdict.
func (w *walk) again(day int) {
	w.t.Helper()
	if w.c.State == Accepted || w.c.State == Retransferred {
		w.did(w.c.OpenComplaint(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(day, 9, 0)))
	}
	w.ready(clockAt(day, 9, 30))
	w.did(w.c.FeedBack(FeedbackOrder{Stand: by(jianguo), Situation: "已處理", Result: "RS-01", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo}, w.g, clockAt(day, 10, 0)))
}

func (w *walk) sendBack(day int) {
	w.t.Helper()
	w.again(day)
	w.did(w.c.Review(ReviewOrder{Stand: by(fang), Code: "RW-01", Note: "未解決"}, w.g, clockAt(day, 11, 0)))
}

func (w *walk) disappoint(day int) {
	w.t.Helper()
	w.again(day)
	w.did(w.c.Review(ReviewOrder{Stand: by(fang), Accept: true}, w.g, clockAt(day, 11, 0)))
	w.did(w.c.Tell(TellOrder{Stand: by(fang), How: "MT-TEL", Text: "已處理"}, w.g, clockAt(day, 12, 0)))
	o := FollowUpOrder{Stand: by(jing), Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明", Solved: SolvedNo, Rating: 2, Disposal: NewRound, Opinion: "還是響", Why: "DS-01"}
	w.did(w.c.FollowUp(o, w.g, clockAt(day, 13, 0)))
}

func TestAComplaintGoesUpALevelWhenItGoesWrongTwice(t *testing.T) {
	for name, c := range map[string]struct {
		kind  Kind
		level Level
		goes  func(w *walk)
		want  Level
		years int
	}{
		"sent back once":                     {Complaint, Minor, func(w *walk) { w.sendBack(24) }, Minor, 3},
		"sent back twice":                    {Complaint, Minor, func(w *walk) { w.sendBack(24); w.sendBack(25) }, Major, 3},
		"sent back three times":              {Complaint, Minor, func(w *walk) { w.sendBack(24); w.sendBack(25); w.sendBack(26) }, Major, 3},
		"dissatisfied once":                  {Complaint, Major, func(w *walk) { w.disappoint(24) }, Major, 3},
		"dissatisfied twice":                 {Complaint, Major, func(w *walk) { w.disappoint(24); w.disappoint(25) }, Critical, 5},
		"sent back and dissatisfied, twice":  {Complaint, Minor, func(w *walk) { w.sendBack(24); w.disappoint(25); w.sendBack(26); w.disappoint(27) }, Critical, 5},
		"critical already":                   {Complaint, Critical, func(w *walk) { w.sendBack(24); w.sendBack(25) }, Critical, 5},
		"no complaint, which has no level":   {Repair, "", func(w *walk) { w.sendBack(24); w.sendBack(25) }, "", 0},
		"under rules that do not provide it": {Complaint, Minor, func(w *walk) { delete(w.g.OldRules[1].Counts, "escalate.times"); w.sendBack(24); w.sendBack(25) }, Minor, 3},
	} {
		w := &walk{t: t, g: ground()}
		o := call(c.kind)
		o.Level = c.level
		w.did(Receive(o, w.g, clockAt(23, 9, 42)))
		if c.kind != Complaint {
			w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(23, 10, 0)))
		}
		c.goes(w)
		years := 0
		if w.c.Inquiry != nil {
			years = w.c.Inquiry.KeepYears
		}
		if w.c.Level != c.want || years != c.years {
			t.Errorf("%s: %s, kept %d years; want %s, %d", name, w.c.Level, years, c.want, c.years)
		}
	}
}

func TestTheTimelineSaysThatAComplaintWentUp(t *testing.T) {
	w := received(t, Complaint)
	w.sendBack(24)
	w.sendBack(25)
	found := 0
	for _, d := range w.c.Acts[len(w.c.Acts)-1].Diffs {
		if d == (Difference{"level", string(Major), string(Critical)}) || d == (Difference{"keep-years", "3", "5"}) {
			found++
		}
	}
	if found != 2 {
		t.Errorf("the timeline says %v", w.c.Acts[len(w.c.Acts)-1].Diffs)
	}
}

// A complaint found to be critical is kept longer, unless a person said how long.
func TestTheLevelSaysHowLongAComplaintIsKept(t *testing.T) {
	for said, want := range map[int]int{3: 5, 4: 4, 10: 10} {
		w := complained(t)
		o := InquiryOrder{Stand: by(fang), Level: Critical, Inquiry: inquiry()}
		o.KeepYears = said
		w.did(w.c.Investigate(o, w.g, clockAt(24, 11, 0)))
		if w.c.Inquiry.KeepYears != want {
			t.Errorf("%d years stood in the form, %d are kept, want %d", said, w.c.Inquiry.KeepYears, want)
		}
	}
}
