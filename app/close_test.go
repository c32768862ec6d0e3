package app

import (
	"testing"
	"time"
)

// rang is an issue whose owner did not answer three times on two days.
func rang(t *testing.T) *walk {
	w := told(t)
	for _, at := range []time.Time{clockAt(25, 10, 0), clockAt(25, 15, 0), clockAt(26, 9, 0)} {
		w.did(w.c.FollowUp(FollowUpOrder{Stand: by(fang), Method: "MT-TEL", Reached: NoAnswer}, w.g, at))
	}
	return w
}

func TestAskingToCloseRefuses(t *testing.T) {
	set := func(change func(*CloseOrder)) func(*walk, *CloseOrder, *time.Time) {
		return func(_ *walk, o *CloseOrder, _ *time.Time) { change(o) }
	}
	trial[CloseOrder]{
		walk:  rang,
		order: func() CloseOrder { return CloseOrder{Stand: by(fang), Code: ClosedUnreachable, Reason: "三次未接"} },
		do:    Case.AskClose, at: clockAt(26, 10, 0),
	}.refuses(t, []broken[CloseOrder]{
		{"no code", set(func(o *CloseOrder) { o.Code = "" }), Invalid{"code", "missing"}},
		{"as satisfied", set(func(o *CloseOrder) { o.Code = ClosedSatisfied }), Invalid{"code", "missing"}},
		{"no reason", set(func(o *CloseOrder) { o.Reason = " " }), Invalid{"reason", "missing"}},
		{"a reason of 10,000", set(func(o *CloseOrder) { o.Reason = long(9999) }), Invalid{"reason", "too-long"}},
		{"nineteen characters and blanks", set(func(o *CloseOrder) { o.Code, o.Reason = ClosedByApproval, long(18)+"      " }), Invalid{"reason", "too-short"}},
		{"merged with nothing", set(func(o *CloseOrder) { o.Code = ClosedMerged }), Invalid{"related", "missing"}},
		{"merged with itself", func(w *walk, o *CloseOrder, _ *time.Time) { w.c.ID, o.Code, o.Related = 7, ClosedMerged, 7 }, Invalid{"related", "missing"}},
		{"two attempts", func(w *walk, _ *CloseOrder, _ *time.Time) { w.c.FollowUps = w.c.FollowUps[1:] }, Invalid{"code", "too-few-attempts"}},
		{"three attempts on one day", func(w *walk, _ *CloseOrder, _ *time.Time) { w.c.FollowUps[2].At = clockAt(25, 16, 0) }, Invalid{"code", "same-day"}},
		{"attempts of an earlier round", func(w *walk, _ *CloseOrder, _ *time.Time) { w.c.Issue.Round = 2 }, Invalid{"code", "too-few-attempts"}},
		{"an owner who only asked to be called later", func(w *walk, _ *CloseOrder, _ *time.Time) { w.c.FollowUps[2].Reached = AgreedToRetry }, Invalid{"code", "too-few-attempts"}},
		{"asked for already", func(w *walk, o *CloseOrder, at *time.Time) { w.did(w.c.AskClose(*o, w.g, *at)) }, Invalid{"issue", "closing-asked"}},
		{"closed already", func(w *walk, _ *CloseOrder, _ *time.Time) { *w = *closed(w.t) }, Invalid{"issue", "closed"}},
	})
}

// Two attempts around midnight in London fall on one day here.
func TestDaysOfAttemptsAreTheOffices(t *testing.T) {
	w := rang(t)
	for i, at := range []time.Time{clockAt(26, 7, 0), clockAt(26, 7, 30), clockAt(26, 9, 0)} {
		w.c.FollowUps[i].At = at.UTC()
	}
	o := CloseOrder{Stand: by(fang), Code: ClosedUnreachable, Reason: "三次未接"}
	if _, err := w.c.AskClose(o, w.g, clockAt(26, 10, 0)); !faults(err).Has("code", "same-day") {
		t.Errorf("got %v", err)
	}
}

func TestOnlyAMergedIssueIsRelated(t *testing.T) {
	for code, want := range map[CloseCode]IssueID{ClosedMerged: 7, ClosedWithdrawn: 0} {
		w := signed(t)
		w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: code, Reason: "併案", Related: 7}, w.g, clockAt(24, 10, 0)))
		if w.c.Related != want {
			t.Errorf("%s is related to %d", code, w.c.Related)
		}
	}
}

func TestDecidingAClosingRefuses(t *testing.T) {
	trial[DecideOrder]{
		walk: func(t *testing.T) *walk {
			w := rang(t)
			return w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedUnreachable, Reason: "三次未接"}, w.g, clockAt(26, 10, 5)))
		},
		order: func() DecideOrder { return DecideOrder{Stand: by(min), Approve: true} },
		do:    Case.DecideClose, at: clockAt(26, 11, 0),
	}.refuses(t, []broken[DecideOrder]{
		{"whoever asked", func(_ *walk, o *DecideOrder, _ *time.Time) { o.By = fang }, Invalid{"by", "same"}},
		{"another clerk", func(_ *walk, o *DecideOrder, _ *time.Time) { o.By = jing }, Invalid{"by", "not-allowed"}},
		{"the handler", func(_ *walk, o *DecideOrder, _ *time.Time) { o.By = jianguo }, Invalid{"by", "handler"}},
		{"the handler of an earlier round", func(w *walk, _ *DecideOrder, _ *time.Time) {
			w.c.Rounds = []Round{{N: 1, Handler: min}, {N: 2, Handler: jianguo}}
		}, Invalid{"by", "handler"}},
		{"another department", func(_ *walk, o *DecideOrder, _ *time.Time) { o.By = qiang }, Invalid{"by", "not-allowed"}},
		{"customer service, of a critical complaint", func(w *walk, _ *DecideOrder, _ *time.Time) { w.c.Level = Critical }, Invalid{"by", "not-allowed"}},
		{"a person complained of", func(w *walk, _ *DecideOrder, _ *time.Time) { w.c.Inquiry = &Inquiry{Accused: []StaffID{min}} }, Invalid{"by", "accused"}},
		{"declined without a word", func(_ *walk, o *DecideOrder, _ *time.Time) { o.Approve = false }, Invalid{"note", "missing"}},
		{"a note of 10,000", func(_ *walk, o *DecideOrder, _ *time.Time) { o.Note = long(9999) }, Invalid{"note", "too-long"}},
		{"nothing that waits", func(w *walk, _ *DecideOrder, _ *time.Time) { *w = *rang(w.t) }, Invalid{"issue", "not-now"}},
	})
}

func TestADeclinedClosingLeavesTheIssueWhereItWas(t *testing.T) {
	w := rang(t)
	w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedUnreachable, Reason: "三次未接"}, w.g, clockAt(26, 10, 5)))
	w.at(StepApprove, Told)
	w.did(w.c.DecideClose(DecideOrder{Stand: by(min), Note: "請上門"}, w.g, clockAt(26, 11, 0)))
	w.at(StepFollowUp, Told)
	if w.c.Close != "" || !w.c.Ended.IsZero() {
		t.Errorf("closed as %q at %v", w.c.Close, w.c.Ended)
	}
}

func TestReopeningRefuses(t *testing.T) {
	trial[ReopenOrder]{
		walk:  closed,
		order: func() ReopenOrder { return ReopenOrder{Stand: by(fang), Reason: "業主來電"} },
		do:    Case.Reopen, at: clockAt(27, 9, 0),
	}.refuses(t, []broken[ReopenOrder]{
		{"no reason", func(_ *walk, o *ReopenOrder, _ *time.Time) { o.Reason = " " }, Invalid{"reason", "missing"}},
		{"a reason of 10,000", func(_ *walk, o *ReopenOrder, _ *time.Time) { o.Reason = long(9999) }, Invalid{"reason", "too-long"}},
		{"what is open", func(w *walk, _ *ReopenOrder, _ *time.Time) { *w = *told(w.t) }, Invalid{"issue", "not-now"}},
	})
}

func TestReopeningKeepsEveryRoundAndCountsOn(t *testing.T) {
	w := reopened(t)
	w.at(StepRoute, Accepted)
	if len(w.c.Rounds) != 1 || len(w.c.FollowUps) != 1 || !w.c.Due.IsZero() || !w.c.Done.IsZero() {
		t.Errorf("%d rounds, %d follow-ups, until %v, done %v", len(w.c.Rounds), len(w.c.FollowUps), w.c.Due, w.c.Done)
	}
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: property}, w.g, clockAt(27, 10, 0)))
	if r := w.c.Rounds[1]; r.Number != w.c.Slip+"-R2" || r.Why != "業主來電" || w.c.Issue.Round != 2 {
		t.Errorf("slip %s because %q in round %d", r.Number, r.Why, w.c.Issue.Round)
	}
}
