package app

import (
	"testing"
	"time"
)

func TestFeedingBackRefuses(t *testing.T) {
	set := func(change func(*FeedbackOrder)) func(*walk, *FeedbackOrder, *time.Time) {
		return func(_ *walk, o *FeedbackOrder, _ *time.Time) { change(o) }
	}
	trial[FeedbackOrder]{
		walk: signed,
		order: func() FeedbackOrder {
			return FeedbackOrder{Stand: by(jianguo), Situation: "已更換", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo, Completed: clockAt(23, 9, 58)}
		},
		do: Case.FeedBack, at: clockAt(24, 16, 0),
	}.refuses(t, []broken[FeedbackOrder]{
		{"nothing done", set(func(o *FeedbackOrder) { o.Situation = " " }), Invalid{"situation", "missing"}},
		{"a situation of 10,000", set(func(o *FeedbackOrder) { o.Situation = long(9999) }), Invalid{"situation", "too-long"}},
		{"no result", set(func(o *FeedbackOrder) { o.Result = "" }), Invalid{"result", "missing"}},
		{"the owner not thought of", set(func(o *FeedbackOrder) { o.Asked = false }), Invalid{"satisfaction", "missing"}},
		{"a satisfaction between two", set(func(o *FeedbackOrder) { o.Satisfaction = 4 }), Invalid{"satisfaction", "missing"}},
		{"done tomorrow", set(func(o *FeedbackOrder) { o.Completed = clockAt(25, 9, 0) }), Invalid{"completed", "future"}},
		{"done before the slip", set(func(o *FeedbackOrder) { o.Completed = clockAt(23, 9, 57) }), Invalid{"completed", "before-slip"}},
		{"a delay that waits", func(w *walk, _ *FeedbackOrder, at *time.Time) { w.did(w.c.AskDelay(delay(), w.g, *at)) }, Invalid{"issue", "delay-asked"}},
		{"a slip that was refused", func(w *walk, _ *FeedbackOrder, _ *time.Time) {
			*w = *transferred(w.t)
			w.did(w.c.Refuse(RefuseOrder{Stand: by(fang), Reason: "非本部門"}, w.g, clockAt(23, 11, 0)))
		}, Invalid{"issue", "not-now"}},
		{"work already fed back", func(w *walk, _ *FeedbackOrder, at *time.Time) { *w = *fedBack(w.t); *at = clockAt(24, 17, 0) }, Invalid{"issue", "not-now"}},
		{"done before it was sent back", func(w *walk, o *FeedbackOrder, at *time.Time) {
			*w, *at, o.Completed = *sentBack(w.t), clockAt(25, 12, 0), clockAt(24, 16, 59)
		}, Invalid{"completed", "before-rework"}},
	})
}

// sentBack is a repair whose feedback was not good enough on Tuesday at 17:00.
func sentBack(t *testing.T) *walk {
	w := fedBack(t)
	return w.did(w.c.Review(ReviewOrder{Stand: by(fang), Code: "RW-01", Note: "夜間仍有異響"}, w.g, clockAt(24, 17, 0).Add(40*time.Second)))
}

// Forms show minutes: done in the minute in which it was sent back is no lie.
func TestDoneInTheSameMinuteIsNotBefore(t *testing.T) {
	w := sentBack(t)
	w.did(w.c.FeedBack(FeedbackOrder{Stand: by(jianguo), Situation: "已調平", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo, Completed: clockAt(24, 17, 0)}, w.g, clockAt(24, 17, 5)))
}

// What the desk settles while the owner is still on the phone is done before it
// is written down that the desk handles it.
func TestOurOwnWorkMayBeDoneOnThePhone(t *testing.T) {
	w := received(t, Enquiry)
	w.did(w.c.HandleSelf(TransferOrder{Stand: by(fang)}, w.g, clockAt(23, 9, 50)))
	o := FeedbackOrder{Stand: by(fang), Situation: "已說明", Result: "RS-03", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo, Completed: clockAt(23, 9, 41)}
	if _, err := w.c.FeedBack(o, w.g, clockAt(23, 9, 51)); !faults(err).Has("completed", "before-received") {
		t.Errorf("done before anybody called: %v", err)
	}
	o.Completed = clockAt(23, 9, 45)
	w.did(w.c.FeedBack(o, w.g, clockAt(23, 9, 51)))
}

// With nobody named to handle it, what the department itself reports is not
// reviewed and followed up by the one who did the work.
func TestWhoReportsHisDepartmentsWorkHandledIt(t *testing.T) {
	for who, want := range map[StaffID]StaffID{wu: wu, jing: jianguo} {
		w := received(t, Suggestion)
		w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(23, 10, 0)))
		o := FeedbackOrder{Stand: by(who), Situation: "已說明", Result: "RS-03", Cause: "RC-UNK", Asked: true, Disturbs: SaidNo}
		if w.g.Staff[wu] = (Staff{ID: wu, Name: "吳總", Dept: engineering, Role: Manager}); who == jing {
			o.Handler = jianguo
		}
		w.did(w.c.FeedBack(o, w.g, clockAt(23, 11, 0)))
		if w.c.Rounds[0].Handler != want || w.c.Handler != want {
			t.Errorf("reported by %d, handled by %d", who, w.c.Rounds[0].Handler)
		}
		_, err := w.c.Review(ReviewOrder{Stand: by(wu), Accept: true}, w.g, clockAt(23, 12, 0))
		if refused := faults(err).Has("by", "handler"); refused != (want == wu) {
			t.Errorf("reviewed by who did it: %v", err)
		}
	}
}

func TestReviewingRefuses(t *testing.T) {
	set := func(change func(*ReviewOrder)) func(*walk, *ReviewOrder, *time.Time) {
		return func(_ *walk, o *ReviewOrder, _ *time.Time) { change(o) }
	}
	trial[ReviewOrder]{
		walk: fedBack,
		order: func() ReviewOrder {
			return ReviewOrder{Stand: by(fang), Code: "RW-01", Note: "仍有異響", Due: clockAt(26, 18, 0)}
		},
		do: Case.Review, at: clockAt(24, 17, 0),
	}.refuses(t, []broken[ReviewOrder]{
		{"whoever did it", func(w *walk, _ *ReviewOrder, _ *time.Time) { w.c.Rounds[0].Handler = fang }, Invalid{"by", "handler"}},
		{"the department itself", set(func(o *ReviewOrder) { o.By = qiang }), Invalid{"by", "not-allowed"}},
		{"sent back without a code", set(func(o *ReviewOrder) { o.Code = "" }), Invalid{"code", "missing"}},
		{"sent back without a word", set(func(o *ReviewOrder) { o.Note = " " }), Invalid{"note", "missing"}},
		{"a note of 10,000", set(func(o *ReviewOrder) { o.Note = long(9999) }), Invalid{"note", "too-long"}},
		{"until a moment ago", set(func(o *ReviewOrder) { o.Due = clockAt(24, 17, 0) }), Invalid{"due", "past"}},
		{"nothing fed back", func(w *walk, _ *ReviewOrder, _ *time.Time) { *w = *signed(w.t) }, Invalid{"issue", "not-now"}},
		{"a feedback of an earlier round", func(w *walk, _ *ReviewOrder, _ *time.Time) { w.c.Issue.Round = 2 }, Invalid{"issue", "not-now"}},
	})
}

func TestTheManagerMayReview(t *testing.T) {
	w := fedBack(t).inspected(clockAt(24, 16, 50))
	w.g.Staff[wu] = Staff{ID: wu, Name: "吳總", Dept: engineering, Role: Manager}
	w.did(w.c.Review(ReviewOrder{Stand: by(wu), Accept: true}, w.g, clockAt(24, 17, 0)))
}

// Half of the original limit, at least one, counted from the moment of the
// verdict.
func TestAReworkRunsFromTheVerdict(t *testing.T) {
	for kind, want := range map[Kind]time.Time{Repair: clockAt(25, 18, 0), Suggestion: clockAt(27, 18, 0), Enquiry: clockAt(25, 18, 0)} {
		w := received(t, kind)
		w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(23, 9, 58)))
		w.did(w.c.FeedBack(FeedbackOrder{Stand: by(jianguo), Situation: "已處理", Result: "RS-01", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo}, w.g, clockAt(24, 9, 0)))
		w.did(w.c.Review(ReviewOrder{Stand: by(fang), Code: "RW-01", Note: "未解決"}, w.g, clockAt(24, 17, 0)))
		if !w.c.Due.Equal(want) || !w.c.Rounds[0].Effect.Equal(want) || !w.c.Feedbacks[0].NewDue.Equal(want) {
			t.Errorf("%s: until %v, want %v", kind, w.c.Due, want)
		}
	}
}

func TestTellingRefuses(t *testing.T) {
	set := func(change func(*TellOrder)) func(*walk, *TellOrder, *time.Time) {
		return func(_ *walk, o *TellOrder, _ *time.Time) { change(o) }
	}
	trial[TellOrder]{
		walk: func(t *testing.T) *walk {
			w := fedBack(t).inspected(clockAt(24, 16, 50))
			return w.did(w.c.Review(ReviewOrder{Stand: by(fang), Accept: true}, w.g, clockAt(24, 17, 0)))
		},
		order: func() TellOrder {
			return TellOrder{Stand: by(fang), How: "MT-TEL", Text: "已修復", At: clockAt(24, 16, 40)}
		},
		do: Case.Tell, at: clockAt(25, 9, 0),
	}.refuses(t, []broken[TellOrder]{
		{"in no way", set(func(o *TellOrder) { o.How = "" }), Invalid{"how", "missing"}},
		{"tomorrow", set(func(o *TellOrder) { o.At = clockAt(26, 9, 0) }), Invalid{"told-at", "future"}},
		{"before it was done", set(func(o *TellOrder) { o.At = clockAt(24, 16, 39) }), Invalid{"told-at", "before-done"}},
		{"nothing", set(func(o *TellOrder) { o.Text = " " }), Invalid{"text", "missing"}},
		{"a text of 10,000", set(func(o *TellOrder) { o.Text = long(9999) }), Invalid{"text", "too-long"}},
		{"an answer of 10,000", set(func(o *TellOrder) { o.Answer = long(9999) }), Invalid{"answer", "too-long"}},
		{"what was not reviewed", func(w *walk, _ *TellOrder, _ *time.Time) { *w = *fedBack(w.t) }, Invalid{"issue", "not-now"}},
	})
}

func TestWhatIsNotFollowedUpClosesOnlyWhenContent(t *testing.T) {
	for name, content := range map[string]bool{"content": true, "not asked": false} {
		w := received(t, Enquiry)
		w.did(w.c.HandleSelf(TransferOrder{Stand: Stand{By: fang}}, w.g, clockAt(23, 9, 50)))
		if w.c.Rounds[0].Number != "" {
			t.Errorf("our own round has the slip %s", w.c.Rounds[0].Number)
		}
		w.did(w.c.FeedBack(FeedbackOrder{Stand: Stand{By: fang}, Situation: "已查明", Result: "RS-03", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo}, w.g, clockAt(23, 10, 0)))
		w.did(w.c.Review(ReviewOrder{Stand: Stand{By: fang}, Accept: true}, w.g, clockAt(23, 10, 1)))
		w.did(w.c.Tell(TellOrder{Stand: Stand{By: fang}, How: "MT-TEL", Text: "已說明", Content: content}, w.g, clockAt(23, 10, 2)))
		if closed := w.c.State == Closed; closed != content {
			t.Errorf("%s: closed is %v", name, closed)
		}
	}
}

// reviewed is an issue that the desk handled itself and found done.
func reviewed(t *testing.T, kind Kind, who func(*Intake)) *walk {
	w := &walk{t: t, g: ground()}
	o := call(kind)
	who(&o.Intake)
	w.did(Receive(o, w.g, clockAt(23, 9, 42)))
	w.did(w.c.HandleSelf(TransferOrder{Stand: by(fang)}, w.g, clockAt(23, 9, 50)))
	w.did(w.c.FeedBack(FeedbackOrder{Stand: by(fang), Situation: "已處理", Result: "RS-01", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo}, w.g, clockAt(23, 10, 0)))
	if w.c.InspectionWanted(w.g) {
		w.inspected(clockAt(23, 10, 0))
	}
	return w.did(w.c.Review(ReviewOrder{Stand: by(fang), Accept: true}, w.g, clockAt(23, 10, 1)))
}

func nobody(i *Intake) { i.Reporter = Reporter{Owner: Anonymous, Anonymous: true, Refused: true} }

// Who left no way to be reached is told by a notice, is not on the list of those
// to be asked, and is not closed as satisfied either: that wants a second person.
func TestWhoCannotBeReachedIsToldByNotice(t *testing.T) {
	w := reviewed(t, Repair, nobody)
	if w.c.FollowUpWanted(w.g) {
		t.Error("somebody without a contact is to be asked")
	}
	w.did(w.c.Tell(TellOrder{Stand: by(fang), How: Notice, Text: "處理結果已公示"}, w.g, clockAt(23, 10, 5)))
	w.at(StepFollowUp, Told)
	o := FollowUpOrder{Stand: by(jing), Method: Notice, Reached: ReachedOwner, Who: "某人", Solved: SolvedYes, Rating: 5, Disposal: CloseIssue}
	if _, err := w.c.FollowUp(o, w.g, clockAt(24, 9, 0)); !faults(err).Has("how", "no-answer") {
		t.Errorf("a notice asks somebody: %v", err)
	}
	w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedByApproval, Reason: "匿名反映，無聯繫方式，處理結果已公示七日，現場複查無異常"}, w.g, clockAt(30, 9, 0)))
	w.did(w.c.DecideClose(DecideOrder{Stand: by(min), Approve: true}, w.g, clockAt(30, 10, 0)))
	w.at("", Closed)
}

// Praise asks for nothing: nobody has to be satisfied first.
func TestPraiseEndsWithThanks(t *testing.T) {
	for name, who := range map[string]func(*Intake){"by name": func(*Intake) {}, "anonymous": nobody} {
		w := reviewed(t, Commendation, who)
		w.did(w.c.Tell(TellOrder{Stand: by(fang), How: Notice, Text: "感謝"}, w.g, clockAt(23, 10, 5)))
		if w.c.State != Closed {
			t.Errorf("%s: stands at %s", name, w.c.State)
		}
	}
}
