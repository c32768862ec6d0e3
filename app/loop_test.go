package app

import (
	"testing"
	"time"
)

func TestTheLoopEndsWithASatisfiedOwner(t *testing.T) {
	w := received(t, Repair)
	w.at(StepRoute, Accepted)
	if want := clockAt(24, 18, 0); !w.c.RouteDue.Equal(want) || !w.c.Promise.Equal(want) {
		t.Errorf("to be passed on until %v, promised %v, want both %v", w.c.RouteDue, w.c.Promise, want)
	}
	w.did(w.c.Transfer(TransferOrder{Stand: Stand{By: fang}, Lead: engineering, Helping: []DeptID{property}}, w.g, clockAt(23, 9, 58)))
	w.at(StepSign, Handling)
	if r := w.c.Rounds[0]; r.Number != "ZB-202611-0002" || !r.Due.Equal(clockAt(25, 18, 0)) || len(r.Steps) == 0 {
		t.Errorf("the slip says %s until %v with %d steps", r.Number, r.Due, len(r.Steps))
	}
	w.did(w.c.Sign(SignOrder{Stand: Stand{By: fang}, Handler: jianguo}, w.g, clockAt(23, 14, 5)))
	w.at(StepHandle, Handling)
	w.did(w.c.PlanWork(PlanOrder{Stand: Stand{By: jianguo}, Handler: jianguo, Solution: "更換軸承",
		Rows: []PlanRow{{Measure: "訂貨", Person: "李建國", By: clockAt(24, 12, 0), Status: PlanOpen}}}, w.g, clockAt(23, 15, 0)))
	w.did(w.c.WriteNote(NoteOrder{Stand: Stand{By: fang}, Kind: NoteProgress, Text: "備件已到", Told: true, How: "MT-TEL", ToldAt: clockAt(24, 10, 0)}, w.g, clockAt(24, 10, 1)))
	if !w.c.Answered.Equal(clockAt(24, 10, 0)) {
		t.Errorf("first heard at %v", w.c.Answered)
	}
	w.did(w.c.FeedBackHelp(HelpOrder{Stand: Stand{By: fang}, Dept: property, Situation: "已配合"}, w.g, clockAt(25, 15, 0)))
	w.did(w.c.FeedBack(FeedbackOrder{Stand: Stand{By: jianguo}, Situation: "已更換", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo, Satisfaction: 5}, w.g, clockAt(25, 16, 0)))
	w.at(StepInspect, FedBack)
	w.did(w.c.Review(ReviewOrder{Stand: Stand{By: fang}, Code: "RW-01", Note: "夜間仍有異響"}, w.g, clockAt(25, 17, 0)))
	w.at(StepHandle, Rework)
	if !w.c.Due.Equal(clockAt(26, 18, 0)) || w.c.Rework != 1 || !w.c.Rounds[0].Due.Equal(clockAt(25, 18, 0)) {
		t.Errorf("rework until %v, the slip still says %v", w.c.Due, w.c.Rounds[0].Due)
	}
	w.did(w.c.FeedBack(FeedbackOrder{Stand: Stand{By: jianguo}, Situation: "已調平層", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換軸承", Asked: true, Disturbs: SaidNo, Satisfaction: 5}, w.g, clockAt(26, 16, 0))).inspected(clockAt(26, 16, 30))
	w.at(StepReview, FedBack)
	w.did(w.c.Review(ReviewOrder{Stand: Stand{By: fang}, Accept: true}, w.g, clockAt(26, 17, 0)))
	w.at(StepTell, Reviewed)
	w.did(w.c.Tell(TellOrder{Stand: Stand{By: fang}, How: "MT-TEL", Text: "已修復"}, w.g, clockAt(27, 9, 0)))
	w.at(StepFollowUp, Told)
	if want := time.Date(2026, 12, 1, 18, 0, 0, 0, shanghai); !w.c.StepDue.Equal(want) {
		t.Errorf("to be asked until %v, want %v: three working days after completion", w.c.StepDue, want)
	}
	w.did(w.c.FollowUp(FollowUpOrder{Stand: Stand{By: fang}, Method: "MT-TEL", Reached: NoAnswer}, w.g, clockAt(27, 10, 0)))
	w.at(StepFollowUp, Told)
	w.did(w.c.FollowUp(FollowUpOrder{Stand: Stand{By: jing}, Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明", Solved: SolvedYes, Rating: 5, Disposal: CloseIssue}, w.g, clockAt(30, 10, 0)))
	w.at("", Closed)
	if w.c.Close != ClosedSatisfied || w.c.Final != 5 || w.c.FollowUps[0].Number != w.c.FollowUps[1].Number {
		t.Errorf("closed as %s rated %d, cards %s and %s", w.c.Close, w.c.Final, w.c.FollowUps[0].Number, w.c.FollowUps[1].Number)
	}
}

func TestADissatisfiedOwnerGetsANewRound(t *testing.T) {
	w := told(t)
	ask := FollowUpOrder{Stand: Stand{By: jing}, Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明", Solved: SolvedNo, Rating: 2, Disposal: CloseIssue}
	_, err := w.c.FollowUp(ask, w.g, clockAt(25, 10, 0))
	for _, want := range []Invalid{{"disposal", "dissatisfied"}, {"opinion", "missing"}, {"why", "missing"}} {
		if f := faults(err); !f.Has(want.Field, want.Rule) {
			t.Errorf("closing a dissatisfied owner breaks %v, want %v among them", f, want)
		}
	}
	ask.Disposal, ask.Opinion, ask.Why = NewRound, "晚上還是響", "DS-01"
	w.did(w.c.FollowUp(ask, w.g, clockAt(25, 10, 0)))
	w.at(StepAgain, Retransferred)
	next := w.c.NextSlip(TransferSlip)
	if w.c.Slipped() != w.c.Slip || w.c.NextSlip(ComplaintSlip) != "" {
		t.Errorf("between the rounds it goes by %s; a complaint slip would be %q", w.c.Slipped(), w.c.NextSlip(ComplaintSlip))
	}
	w.did(w.c.Transfer(TransferOrder{Stand: Stand{By: fang}, Lead: engineering}, w.g, clockAt(25, 11, 0)))
	w.at(StepSign, Handling)
	if w.c.Slipped() != w.c.Slip+"-R2" || next != w.c.Slipped() {
		t.Errorf("in round 2 it goes by %s, foretold was %s", w.c.Slipped(), next)
	}
	first, second := w.c.Rounds[0], w.c.Rounds[1]
	if second.Number != first.Number+"-R2" || second.Why != "晚上還是響" || w.c.First != 2 {
		t.Errorf("second slip %s because %q, first rating %d", second.Number, second.Why, w.c.First)
	}
	if !second.Due.Equal(clockAt(27, 18, 0)) {
		t.Errorf("the second round runs until %v, counted from its own issue", second.Due)
	}
}
