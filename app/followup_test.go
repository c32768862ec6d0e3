package app

import (
	"testing"
	"time"
)

func answer() FollowUpOrder {
	return FollowUpOrder{Stand: by(jing), Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明", Solved: SolvedYes, Rating: 5, Disposal: CloseIssue}
}

func TestFollowingUpRefuses(t *testing.T) {
	set := func(change func(*FollowUpOrder)) func(*walk, *FollowUpOrder, *time.Time) {
		return func(_ *walk, o *FollowUpOrder, _ *time.Time) { change(o) }
	}
	trial[FollowUpOrder]{walk: told, order: answer, do: Case.FollowUp, at: clockAt(25, 10, 0)}.refuses(t, []broken[FollowUpOrder]{
		{"whoever did it", func(w *walk, _ *FollowUpOrder, _ *time.Time) { w.c.Rounds[0].Handler = jing }, Invalid{"by", "handler"}},
		{"the department itself", set(func(o *FollowUpOrder) { o.By = qiang }), Invalid{"by", "not-allowed"}},
		{"in no way", set(func(o *FollowUpOrder) { o.Method = "" }), Invalid{"how", "missing"}},
		{"no outcome", set(func(o *FollowUpOrder) { o.Reached = "" }), Invalid{"reached", "missing"}},
		{"tomorrow", set(func(o *FollowUpOrder) { o.At = clockAt(26, 9, 0) }), Invalid{"asked-at", "future"}},
		{"before it was done", set(func(o *FollowUpOrder) { o.At = clockAt(24, 16, 39) }), Invalid{"asked-at", "before-done"}},
		{"an opinion of 10,000", set(func(o *FollowUpOrder) { o.Opinion = long(9999) }), Invalid{"opinion", "too-long"}},
		{"an opinion of 10,000, not reached", set(func(o *FollowUpOrder) { o.Opinion, o.Reached, o.Rating = long(9999), NoAnswer, 0 }), Invalid{"opinion", "too-long"}},
		{"a call promised for yesterday", set(func(o *FollowUpOrder) { o.CallBack = clockAt(24, 9, 0) }), Invalid{"callback", "past"}},
		{"a later call agreed for no time", set(func(o *FollowUpOrder) { o.Reached, o.Rating = AgreedToRetry, 0 }), Invalid{"callback", "missing"}},
		{"a rating of somebody not reached", set(func(o *FollowUpOrder) { o.Reached = NoAnswer }), Invalid{"rating", "not-reached"}},
		{"no rating", set(func(o *FollowUpOrder) { o.Rating = 0 }), Invalid{"rating", "missing"}},
		{"a rating of six", set(func(o *FollowUpOrder) { o.Rating = 6 }), Invalid{"rating", "missing"}},
		{"nobody who answered", set(func(o *FollowUpOrder) { o.Who = " " }), Invalid{"who", "missing"}},
		{"a name of a page", set(func(o *FollowUpOrder) { o.Who = long(LongestLine) }), Invalid{"who", "too-long"}},
		{"a name of a page, not reached", set(func(o *FollowUpOrder) { o.Who, o.Reached, o.Rating = long(LongestLine), NoAnswer, 0 }), Invalid{"who", "too-long"}},
		{"not asked whether it is solved", set(func(o *FollowUpOrder) { o.Solved = "" }), Invalid{"solved", "missing"}},
		{"solved in a way of our own", set(func(o *FollowUpOrder) { o.Solved = "somewhat" }), Invalid{"solved", "missing"}},
		{"nothing that follows", set(func(o *FollowUpOrder) { o.Disposal = "" }), Invalid{"disposal", "missing"}},
		{"closed though dissatisfied", set(func(o *FollowUpOrder) { o.Rating = 2 }), Invalid{"disposal", "dissatisfied"}},
		{"closed though not solved", set(func(o *FollowUpOrder) { o.Solved = SolvedNo }), Invalid{"disposal", "dissatisfied"}},
		{"dissatisfied without a word", set(func(o *FollowUpOrder) { o.Rating, o.Disposal, o.Why = 2, NewRound, "DS-01" }), Invalid{"opinion", "missing"}},
		{"dissatisfied without a reason", set(func(o *FollowUpOrder) { o.Rating, o.Disposal, o.Opinion = 2, NewRound, "還是響" }), Invalid{"why", "missing"}},
		{"a new round without a word", set(func(o *FollowUpOrder) { o.Disposal, o.Why = NewRound, "DS-01" }), Invalid{"opinion", "missing"}},
		{"what the owner was not told", func(w *walk, _ *FollowUpOrder, _ *time.Time) { *w = *fedBack(w.t) }, Invalid{"issue", "not-now"}},
	})
}

func TestAClosedIssuePromisesNoCall(t *testing.T) {
	w := told(t)
	o := answer()
	o.CallBack = clockAt(26, 9, 0)
	w.did(w.c.FollowUp(o, w.g, clockAt(25, 10, 0)))
	if w.c.State != Closed || !w.c.CallBack.IsZero() {
		t.Errorf("%s, with a call promised for %v", w.c.State, w.c.CallBack)
	}
}

func TestWhoIsContentIsNotCountedAsDissatisfied(t *testing.T) {
	w := told(t)
	o := answer()
	o.Why = "DS-02"
	w.did(w.c.FollowUp(o, w.g, clockAt(25, 10, 0)))
	if why := w.c.FollowUps[0].Why; why != "" {
		t.Errorf("closed as satisfied, dissatisfied because of %s", why)
	}
}

// The first rating says how good the work was, the last how the issue ended.
func TestTheFirstRatingStays(t *testing.T) {
	w := dissatisfied(t)
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(25, 11, 0)))
	w.did(w.c.FeedBack(FeedbackOrder{Stand: by(jianguo), Situation: "已更換", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo}, w.g, clockAt(26, 9, 0))).inspected(clockAt(26, 9, 10))
	w.did(w.c.Review(ReviewOrder{Stand: by(fang), Accept: true}, w.g, clockAt(26, 9, 30)))
	w.did(w.c.Tell(TellOrder{Stand: by(fang), How: "MT-TEL", Text: "已修復"}, w.g, clockAt(26, 10, 0)))
	w.did(w.c.FollowUp(answer(), w.g, clockAt(26, 11, 0)))
	if w.c.First != 2 || w.c.Final != 5 || w.c.FollowUps[1].Attempt != 1 || w.c.FollowUps[1].Number == w.c.FollowUps[0].Number {
		t.Errorf("rated %d, then %d; %+v", w.c.First, w.c.Final, w.c.FollowUps[1])
	}
}

func TestWhoIsFollowedUp(t *testing.T) {
	count := func(kind Kind, change func(*Issue)) (n int) {
		g := ground()
		g.Rules.Counts["followup.percent.TYP-REP"] = 30
		for id := range IssueID(10000) {
			c := Case{Issue: Issue{ID: id, Rules: 1, Intake: call(kind).Intake}}
			change(&c.Issue)
			if c.FollowUpWanted(g) {
				n++
			}
		}
		return n
	}
	as := func(*Issue) {}
	if n := count(Complaint, as); n != 10000 {
		t.Errorf("%d of 10,000 complaints, want all", n)
	}
	if n := count(Repair, as); n < 2800 || n > 3200 {
		t.Errorf("%d of 10,000 repairs, want about 30 of a hundred", n)
	}
	if n := count(Enquiry, as) + count(Commendation, as); n != 0 {
		t.Errorf("%d enquiries and commendations, want none", n)
	}
	if n := count(Complaint, func(i *Issue) { i.NoReply = true }) + count(Complaint, func(i *Issue) { nobody(&i.Intake) }); n != 0 {
		t.Errorf("%d who asked not to be called or cannot be", n)
	}
}

// Whatever an owner rates, and whatever of it is solved, the issue ends under the
// code that says so, or does not end.
func TestEveryAnswerEndsUnderItsOwnCode(t *testing.T) {
	for _, c := range []struct {
		solved Solved
		rating Rating
		want   CloseCode // empty: must go round again
		again  bool      // may go round again
	}{
		{SolvedYes, 5, ClosedSatisfied, false}, {SolvedYes, 4, ClosedSatisfied, false}, {SolvedYes, 3, ClosedNeutral, true},
		{SolvedYes, 2, "", true}, {SolvedYes, 1, "", true},
		{SolvedPart, 5, ClosedPartly, true}, {SolvedPart, 4, ClosedPartly, true}, {SolvedPart, 3, ClosedPartly, true},
		{SolvedPart, 2, "", true}, {SolvedPart, 1, "", true},
		{SolvedNo, 5, "", true}, {SolvedNo, 4, "", true}, {SolvedNo, 3, "", true}, {SolvedNo, 2, "", true}, {SolvedNo, 1, "", true},
	} {
		w := told(t)
		o := FollowUpOrder{Stand: by(jing), Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明", Solved: c.solved, Rating: c.rating,
			Opinion: "如上", Why: "DS-01", Disposal: CloseIssue}
		m, err := w.c.FollowUp(o, w.g, clockAt(25, 10, 0))
		if got := m.Issue.Close; got != c.want || (err == nil) != (c.want != "") || faults(err).Has("disposal", "dissatisfied") != (c.want == "") {
			t.Errorf("%s and %d: closed as %q, %v; want %q", c.solved, c.rating, got, err, c.want)
		}
		o.Disposal = NewRound
		m, err = w.c.FollowUp(o, w.g, clockAt(25, 10, 0))
		if (err == nil) != c.again || err == nil && (m.Issue.State != Retransferred || m.Issue.Close != "") {
			t.Errorf("%s and %d: once more is %v", c.solved, c.rating, err)
		}
	}
}

// A dissatisfied owner who is to be closed is a matter of what becomes of the
// issue: the reason that was given is there, and is not blamed.
func TestAReasonThatWasGivenIsNotBlamed(t *testing.T) {
	for _, o := range []FollowUpOrder{{Rating: 2, Solved: SolvedYes}, {Rating: 5, Solved: SolvedNo}, {Rating: 1, Solved: SolvedPart}} {
		w := told(t)
		o.Stand, o.Method, o.Reached, o.Who = by(jing), "MT-TEL", ReachedOwner, "張小明"
		o.Why, o.Opinion, o.Disposal = "DS-01", "晚上還是響", CloseIssue
		_, err := w.c.FollowUp(o, w.g, clockAt(25, 10, 0))
		if f := faults(err); len(f) != 1 || !f.Has("disposal", "dissatisfied") {
			t.Errorf("rated %d, solved %s: %v, want the disposal alone", o.Rating, o.Solved, err)
		}
	}
}
