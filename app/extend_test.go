package app

import (
	"slices"
	"testing"
	"time"
)

func delay() DelayOrder {
	return DelayOrder{Stand: by(jianguo), To: clockAt(27, 18, 0), Code: "DL-01", Text: "備件未到", Later: true}
}

func TestAskingForADelayRefuses(t *testing.T) {
	set := func(change func(*DelayOrder)) func(*walk, *DelayOrder, *time.Time) {
		return func(_ *walk, o *DelayOrder, _ *time.Time) { change(o) }
	}
	trial[DelayOrder]{walk: signed, order: delay, do: Case.AskDelay, at: clockAt(24, 9, 0)}.refuses(t, []broken[DelayOrder]{
		{"no later limit", set(func(o *DelayOrder) { o.To = clockAt(25, 18, 0) }), Invalid{"to", "not-later"}},
		{"a limit that has passed too", func(_ *walk, o *DelayOrder, at *time.Time) { *at = clockAt(27, 18, 0) }, Invalid{"to", "past"}},
		{"longer than the original", set(func(o *DelayOrder) { o.To = clockAt(27, 18, 1) }), Invalid{"to", "too-far"}},
		{"no code", set(func(o *DelayOrder) { o.Code = "" }), Invalid{"code", "missing"}},
		{"no reason", set(func(o *DelayOrder) { o.Text = " " }), Invalid{"reason", "missing"}},
		{"a reason of 10,000", set(func(o *DelayOrder) { o.Text = long(9999) }), Invalid{"reason", "too-long"}},
		{"progress of 10,000", set(func(o *DelayOrder) { o.Progress = long(9999) }), Invalid{"progress", "too-long"}},
		{"measures of 10,000", set(func(o *DelayOrder) { o.Interim = long(9999) }), Invalid{"interim", "too-long"}},
		{"an answer of 10,000", set(func(o *DelayOrder) { o.Answer = long(9999) }), Invalid{"answer", "too-long"}},
		{"the owner told tomorrow", set(func(o *DelayOrder) { o.Told, o.ToldHow = clockAt(25, 9, 0), "MT-TEL" }), Invalid{"told-at", "future"}},
		{"the owner told before he called", set(func(o *DelayOrder) { o.Told, o.ToldHow = clockAt(22, 9, 0), "MT-TEL" }), Invalid{"told-at", "before-received"}},
		{"the owner told in no way", set(func(o *DelayOrder) { o.Told = clockAt(24, 8, 0) }), Invalid{"how", "missing"}},
		{"one that waits already", func(w *walk, o *DelayOrder, at *time.Time) { w.did(w.c.AskDelay(*o, w.g, *at)) }, Invalid{"issue", "delay-asked"}},
		{"a third one", func(w *walk, _ *DelayOrder, _ *time.Time) { w.c.Issue.Delays = 2 }, Invalid{"issue", "no-more-delays"}},
		{"a slip nobody has", func(w *walk, _ *DelayOrder, at *time.Time) {
			*w = *transferred(w.t)
			w.did(w.c.Refuse(RefuseOrder{Stand: by(fang), Reason: "非本部門"}, w.g, *at))
		}, Invalid{"issue", "not-now"}},
		{"work already fed back", func(w *walk, _ *DelayOrder, at *time.Time) { *w = *fedBack(w.t); *at = clockAt(24, 17, 0) }, Invalid{"issue", "not-now"}},
	})
}

func TestDecidingADelayRefuses(t *testing.T) {
	trial[DecideOrder]{
		walk:  func(t *testing.T) *walk { w := signed(t); return w.did(w.c.AskDelay(delay(), w.g, clockAt(24, 9, 0))) },
		order: func() DecideOrder { return DecideOrder{Stand: by(qiang), Approve: true} },
		do:    Case.DecideDelay, at: clockAt(24, 10, 0),
	}.refuses(t, []broken[DecideOrder]{
		{"whoever asked", func(_ *walk, o *DecideOrder, _ *time.Time) { o.By = jianguo }, Invalid{"by", "same"}},
		{"a clerk", func(_ *walk, o *DecideOrder, _ *time.Time) { o.By = fang }, Invalid{"by", "not-allowed"}},
		{"a head who handles it", func(w *walk, _ *DecideOrder, _ *time.Time) { w.c.Rounds[0].Handler = qiang }, Invalid{"by", "handler"}},
		{"the department alone, for the second time", func(w *walk, _ *DecideOrder, _ *time.Time) { w.c.Issue.Delays = 1 }, Invalid{"by", "not-allowed"}},
		{"customer service, of a critical complaint", func(w *walk, o *DecideOrder, _ *time.Time) { w.c.Level, o.By = Critical, min }, Invalid{"by", "not-allowed"}},
		{"declined without a word", func(_ *walk, o *DecideOrder, _ *time.Time) { o.Approve = false }, Invalid{"note", "missing"}},
		{"a note of 10,000", func(_ *walk, o *DecideOrder, _ *time.Time) { o.Note = long(9999) }, Invalid{"note", "too-long"}},
		{"nothing that waits", func(w *walk, _ *DecideOrder, _ *time.Time) { *w = *signed(w.t) }, Invalid{"issue", "not-now"}},
		{"while a closing waits", func(w *walk, _ *DecideOrder, at *time.Time) {
			w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedWithdrawn, Reason: "撤回"}, w.g, *at))
		}, Invalid{"issue", "closing-asked"}},
	})
}

// A delay waits with whoever may decide it.
func TestADelayWaitsWithWhoMayDecideIt(t *testing.T) {
	for name, c := range map[string]struct {
		before int
		level  Level
		want   DeptID
	}{"the first": {0, "", engineering}, "the second": {1, "", service}, "of a critical complaint": {0, Critical, service}} {
		w := signed(t)
		w.c.Issue.Delays, w.c.Level = c.before, c.level
		w.did(w.c.AskDelay(delay(), w.g, clockAt(24, 9, 0)))
		if w.c.Step != StepDelay || w.c.Holder != c.want {
			t.Errorf("%s waits for %s of %d, want %d", name, w.c.Step, w.c.Holder, c.want)
		}
	}
}

func TestADelayIsLateWhenAskedOrToldAfterTheLimit(t *testing.T) {
	for name, c := range map[string]struct {
		at, told time.Time
		late     bool
	}{
		"at the limit":                 {clockAt(25, 18, 0), time.Time{}, false},
		"a second after":               {clockAt(25, 18, 0).Add(time.Second), time.Time{}, true},
		"the owner told at the limit":  {clockAt(25, 18, 0), clockAt(25, 18, 0), false},
		"the owner told in good time":  {clockAt(25, 18, 1), clockAt(25, 17, 0), true},
		"the owner told after it only": {clockAt(25, 18, 2), clockAt(25, 18, 1), true},
	} {
		w, o := signed(t), delay()
		o.Told, o.ToldHow = c.told, "MT-TEL"
		w.did(w.c.AskDelay(o, w.g, c.at))
		if w.c.Delays[0].Late != c.late {
			t.Errorf("%s: late is %v", name, !c.late)
		}
		if w.c.Answered.IsZero() != c.told.IsZero() {
			t.Errorf("%s: first heard at %v", name, w.c.Answered)
		}
	}
}

// A closing that was approved leaves a request for a delay without an answer;
// it does not come back when the issue is opened again.
func TestADelayOfAnEarlierRoundNoLongerWaits(t *testing.T) {
	w := signed(t)
	w.did(w.c.AskDelay(delay(), w.g, clockAt(24, 9, 0)))
	w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedWithdrawn, Reason: "業主撤回"}, w.g, clockAt(24, 10, 0)))
	w.at(StepApprove, Handling)
	w.did(w.c.DecideClose(DecideOrder{Stand: by(min), Approve: true}, w.g, clockAt(24, 11, 0)))
	w.did(w.c.Reopen(ReopenOrder{Stand: by(fang), Reason: "業主來電"}, w.g, clockAt(25, 9, 0)))
	if _, waiting := w.c.Waiting(); waiting {
		t.Error("a delay waits in an issue that nobody handles")
	}
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(25, 9, 30)))
	w.at(StepSign, Handling)
	w.did(w.c.Sign(SignOrder{Stand: by(fang), Handler: jianguo}, w.g, clockAt(25, 10, 0)))
	w.at(StepHandle, Handling)
}

func TestADelayKeepsTheOriginalLimit(t *testing.T) {
	w := received(t, Repair)
	w.did(w.c.Transfer(TransferOrder{Stand: Stand{By: fang}, Lead: engineering}, w.g, clockAt(23, 9, 58)))
	w.did(w.c.Sign(SignOrder{Stand: Stand{By: fang}, Handler: jianguo}, w.g, clockAt(23, 10, 5)))
	ask := DelayOrder{Stand: Stand{By: jianguo}, To: clockAt(27, 18, 0), Code: "DL-01", Text: "備件未到", Later: true}
	w.did(w.c.AskDelay(ask, w.g, clockAt(24, 9, 0)))
	w.at(StepDelay, Handling)
	for name, c := range map[string]struct {
		by   StaffID
		want Invalid
	}{
		"whoever asked": {jianguo, Invalid{"by", "same"}},
		"a clerk":       {fang, Invalid{"by", "not-allowed"}},
	} {
		if _, err := w.c.DecideDelay(DecideOrder{Stand: Stand{By: c.by}, Approve: true}, w.g, clockAt(24, 9, 30)); !faults(err).Has(c.want.Field, c.want.Rule) {
			t.Errorf("%s approves: %v", name, err)
		}
	}
	w.did(w.c.DecideDelay(DecideOrder{Stand: Stand{By: qiang}, Approve: true}, w.g, clockAt(24, 10, 0)))
	if r := w.c.Rounds[0]; !r.Due.Equal(clockAt(25, 18, 0)) || !r.Effect.Equal(clockAt(27, 18, 0)) || w.c.Delays[0].Late {
		t.Errorf("printed %v, counts %v, late %v", r.Due, r.Effect, w.c.Delays[0].Late)
	}
	ask.To = time.Date(2026, 12, 1, 18, 0, 0, 0, shanghai)
	w.did(w.c.AskDelay(ask, w.g, clockAt(27, 18, 1)))
	if !w.c.Delays[1].Late {
		t.Error("a request after the limit is not marked late")
	}
	if _, err := w.c.DecideDelay(DecideOrder{Stand: Stand{By: qiang}, Approve: true}, w.g, clockAt(28, 9, 0)); !faults(err).Has("by", "not-allowed") {
		t.Errorf("the second delay passes without customer service: %v", err)
	}
}

// owed is a repair whose delay was granted on Monday at noon, of which the owner
// does not know.
func owed(t *testing.T) *walk {
	w := signed(t)
	w.did(w.c.AskDelay(delay(), w.g, clockAt(23, 11, 0)))
	return w.did(w.c.DecideDelay(DecideOrder{Stand: by(qiang), Approve: true}, w.g, clockAt(23, 12, 0)))
}

// An owner is told of a delay before the limit; until then it stays on Today, and
// what is told later reaches the notice and says that it was late.
func TestADelayIsOwedToTheOwnerUntilHeKnows(t *testing.T) {
	tell := func(day int) func(*walk) {
		return func(w *walk) {
			o := TellDelayOrder{Stand: by(fang), How: "MT-WX", Answer: "理解"}
			w.did(w.c.TellDelay(o, w.g, clockAt(day, 10, 0)))
		}
	}
	for name, c := range map[string]struct {
		tells func(*walk)
		at    time.Time
		late  bool
	}{
		"before the limit": {tell(24), clockAt(24, 10, 0), false},
		"after the limit":  {tell(26), clockAt(26, 10, 0), true},
		"with a note of progress": {func(w *walk) {
			o := NoteOrder{Stand: by(fang), Kind: NoteProgress, Text: "備件未到", Told: true, How: "MT-WX", ToldAt: clockAt(24, 9, 0), Answer: "理解", Delay: true}
			w.did(w.c.WriteNote(o, w.g, clockAt(24, 9, 30)))
		}, clockAt(24, 9, 0), false},
		"before the limit, written down after it": {func(w *walk) {
			o := TellDelayOrder{Stand: by(fang), How: "MT-WX", At: clockAt(25, 9, 0), Answer: "理解"}
			w.did(w.c.TellDelay(o, w.g, clockAt(26, 9, 0)))
		}, clockAt(25, 9, 0), false},
	} {
		w := owed(t)
		w.at(StepOwed, Handling)
		if !w.c.StepDue.Equal(clockAt(24, 18, 0)) || w.c.Holder != service {
			t.Errorf("%s: owed until %v by %d", name, w.c.StepDue, w.c.Holder)
		}
		c.tells(w)
		w.at(StepHandle, Handling)
		if d := w.c.Delays[0]; !d.Told.Equal(c.at) || d.ToldHow != "MT-WX" || d.Answer != "理解" || d.Late != c.late {
			t.Errorf("%s: the notice says %+v", name, d)
		}
		if said := slices.ContainsFunc(w.c.Acts[len(w.c.Acts)-1].Diffs, func(d Difference) bool { return d.Field == "told-late" }); said != c.late {
			t.Errorf("%s: the timeline says %v", name, w.c.Acts[len(w.c.Acts)-1].Diffs)
		}
		if _, err := w.c.TellDelay(TellDelayOrder{Stand: by(fang), How: "MT-WX"}, w.g, clockAt(27, 9, 0)); !faults(err).Has("issue", "not-now") {
			t.Errorf("%s: told twice: %v", name, err)
		}
	}
}

// Nothing is owed of what was declined, of an older ledger, or once the work is
// done: then the owner hears of the outcome. And the debt is due by the limit.
func TestWhatIsOwedOfADelay(t *testing.T) {
	declined := signed(t)
	declined.did(declined.c.AskDelay(delay(), declined.g, clockAt(23, 11, 0)))
	declined.did(declined.c.DecideDelay(DecideOrder{Stand: by(qiang), Note: "不同意"}, declined.g, clockAt(23, 12, 0)))
	declined.at(StepHandle, Handling)

	taken := owed(t)
	taken.c.Delays[0].DecidedBy = 0
	if d, owes := taken.c.owes(); owes {
		t.Errorf("an older ledger owes %+v", d)
	}

	done := owed(t)
	done.did(done.c.FeedBack(FeedbackOrder{Stand: by(jianguo), Situation: "已更換", Result: "RS-04", Cause: "RC-MAT1", Solution: "更換軸承", Asked: true, Disturbs: SaidNo}, done.g, clockAt(24, 9, 0)))
	done.at(StepInspect, FedBack)

	late := signed(t)
	late.did(late.c.AskDelay(delay(), late.g, clockAt(25, 16, 0)))
	late.did(late.c.DecideDelay(DecideOrder{Stand: by(qiang), Approve: true}, late.g, clockAt(25, 17, 0)))
	if !late.c.StepDue.Equal(clockAt(25, 18, 0)) {
		t.Errorf("owed until %v, want the limit itself", late.c.StepDue)
	}
}

func TestWhoAsksForADelaySaysWhetherTheOwnerKnows(t *testing.T) {
	w, o := signed(t), delay()
	o.Later = false
	if _, err := w.c.AskDelay(o, w.g, clockAt(23, 11, 0)); !faults(err).Has("told", "missing") {
		t.Errorf("nothing said of the owner: %v", err)
	}
	o.Told, o.ToldHow = clockAt(23, 10, 30), "MT-TEL"
	w.did(w.c.AskDelay(o, w.g, clockAt(23, 11, 0)))
	if d := w.c.Delays[0]; d.Late || d.Told.IsZero() {
		t.Errorf("the notice says %+v", d)
	}
}
