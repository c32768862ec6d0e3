package app

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// verbs are all decisions on an issue, each with an order that says nothing:
// what speaks against the issue itself is whether its state lets the verb be.
var verbs = map[string]func(Case, Ground, time.Time) (Move, error){
	"self":     func(c Case, g Ground, at time.Time) (Move, error) { return c.HandleSelf(TransferOrder{}, g, at) },
	"transfer": func(c Case, g Ground, at time.Time) (Move, error) { return c.Transfer(TransferOrder{}, g, at) },
	"end": func(c Case, g Ground, at time.Time) (Move, error) {
		return c.end(ActRejected, Rejected, RejectCodes, RejectOrder{}, g, at)
	},
	"sign":         func(c Case, g Ground, at time.Time) (Move, error) { return c.Sign(SignOrder{}, g, at) },
	"refuse":       func(c Case, g Ground, at time.Time) (Move, error) { return c.Refuse(RefuseOrder{}, g, at) },
	"reassign":     func(c Case, g Ground, at time.Time) (Move, error) { return c.Reassign(ReassignOrder{}, g, at) },
	"plan":         func(c Case, g Ground, at time.Time) (Move, error) { return c.PlanWork(PlanOrder{}, g, at) },
	"help-sign":    func(c Case, g Ground, at time.Time) (Move, error) { return c.SignHelp(HelpOrder{}, g, at) },
	"help":         func(c Case, g Ground, at time.Time) (Move, error) { return c.FeedBackHelp(HelpOrder{}, g, at) },
	"notice":       func(c Case, g Ground, at time.Time) (Move, error) { return c.Disturb(DisturbOrder{}, g, at) },
	"suspend":      func(c Case, g Ground, at time.Time) (Move, error) { return c.Suspend(SuspendOrder{}, g, at) },
	"wait-on":      func(c Case, g Ground, at time.Time) (Move, error) { return c.WaitOn(SuspendOrder{}, g, at) },
	"resume":       func(c Case, g Ground, at time.Time) (Move, error) { return c.Resume(ResumeOrder{}, g, at) },
	"inspect":      func(c Case, g Ground, at time.Time) (Move, error) { return c.Inspect(InspectOrder{}, g, at) },
	"note":         func(c Case, g Ground, at time.Time) (Move, error) { return c.WriteNote(NoteOrder{}, g, at) },
	"extend":       func(c Case, g Ground, at time.Time) (Move, error) { return c.AskDelay(DelayOrder{}, g, at) },
	"decide-delay": func(c Case, g Ground, at time.Time) (Move, error) { return c.DecideDelay(DecideOrder{}, g, at) },
	"tell-delay":   func(c Case, g Ground, at time.Time) (Move, error) { return c.TellDelay(TellDelayOrder{}, g, at) },
	"feedback":     func(c Case, g Ground, at time.Time) (Move, error) { return c.FeedBack(FeedbackOrder{}, g, at) },
	"review":       func(c Case, g Ground, at time.Time) (Move, error) { return c.Review(ReviewOrder{}, g, at) },
	"tell":         func(c Case, g Ground, at time.Time) (Move, error) { return c.Tell(TellOrder{}, g, at) },
	"followup":     func(c Case, g Ground, at time.Time) (Move, error) { return c.FollowUp(FollowUpOrder{}, g, at) },
	"close":        func(c Case, g Ground, at time.Time) (Move, error) { return c.AskClose(CloseOrder{}, g, at) },
	"decide-close": func(c Case, g Ground, at time.Time) (Move, error) { return c.DecideClose(DecideOrder{}, g, at) },
	"reopen":       func(c Case, g Ground, at time.Time) (Move, error) { return c.Reopen(ReopenOrder{}, g, at) },
	"amend-caller": func(c Case, g Ground, at time.Time) (Move, error) { return c.AmendCaller(AmendCallerOrder{}, g, at) },
	"amend":        func(c Case, g Ground, at time.Time) (Move, error) { return c.Amend(AmendOrder{}, g, at) },
}

// What may be done next, and no more, wherever an issue stands.
func TestEachStateAllowsItsVerbs(t *testing.T) {
	after := func(w *walk, m Move, err error) *walk { return w.did(m, err) }
	for name, c := range map[string]struct {
		walk func(*testing.T) *walk
		step Step
		may  string
	}{
		"accepted":    {func(t *testing.T) *walk { return received(t, Repair) }, StepRoute, "amend close end note self transfer"},
		"transferred": {transferred, StepSign, "amend close extend feedback note notice plan refuse sign suspend"},
		"signed":      {signed, StepHandle, "amend close extend feedback note notice plan suspend"},
		"suspended":   {suspended, StepHandle, "amend close extend feedback note notice plan resume wait-on"},
		"refused": {func(t *testing.T) *walk {
			w := transferred(t)
			m, err := w.c.Refuse(RefuseOrder{Stand: by(fang), Reason: "非本部門"}, w.g, clockAt(23, 11, 0))
			return after(w, m, err)
		}, StepReassign, "amend close note reassign"},
		"a delay asked": {func(t *testing.T) *walk {
			w := signed(t)
			m, err := w.c.AskDelay(delay(), w.g, clockAt(23, 11, 0))
			return after(w, m, err)
		}, StepDelay, "amend close decide-delay note notice plan suspend tell-delay"},
		"a delay granted that the owner does not know of": {func(t *testing.T) *walk {
			w := signed(t)
			m, err := w.c.AskDelay(delay(), w.g, clockAt(23, 11, 0))
			after(w, m, err)
			m, err = w.c.DecideDelay(DecideOrder{Stand: by(qiang), Approve: true}, w.g, clockAt(23, 12, 0))
			return after(w, m, err)
		}, StepOwed, "amend close extend feedback note notice plan suspend tell-delay"},
		"fed back":  {fedBack, StepInspect, "amend close inspect note review"},
		"inspected": {func(t *testing.T) *walk { return fedBack(t).inspected(clockAt(24, 16, 50)) }, StepReview, "amend close inspect note review"},
		"sent back": {sentBack, StepHandle, "amend close extend feedback note notice plan suspend"},
		"reviewed": {func(t *testing.T) *walk {
			w := fedBack(t).inspected(clockAt(24, 16, 50))
			m, err := w.c.Review(ReviewOrder{Stand: by(fang), Accept: true}, w.g, clockAt(24, 17, 0))
			return after(w, m, err)
		}, StepTell, "amend close note tell"},
		"told":         {told, StepFollowUp, "amend close followup note"},
		"dissatisfied": {dissatisfied, StepAgain, "amend close note self transfer"},
		"a closing asked": {func(t *testing.T) *walk {
			w := told(t)
			m, err := w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedWithdrawn, Reason: "撤回"}, w.g, clockAt(25, 9, 30))
			return after(w, m, err)
		}, StepApprove, "decide-close"},
		"closed":   {closed, "", "reopen"},
		"reopened": {reopened, StepRoute, "amend close note self transfer"},
		"not accepted": {func(t *testing.T) *walk {
			w := received(t, Repair)
			m, err := w.c.end(ActRejected, Rejected, RejectCodes, RejectOrder{Stand: by(fang), Code: "RJ-01", Reason: "非本小區"}, w.g, clockAt(23, 10, 0))
			return after(w, m, err)
		}, "", "reopen"},
		"void": {func(t *testing.T) *walk {
			w := received(t, Repair)
			m, err := w.c.end(ActVoided, Void, VoidCodes, RejectOrder{Stand: by(fang), Code: RejectedMistake, Reason: "誤錄"}, w.g, clockAt(23, 10, 0))
			return after(w, m, err)
		}, "", "reopen"},
	} {
		w := c.walk(t)
		at := w.c.Acts[len(w.c.Acts)-1].At.Add(time.Minute)
		var may []string
		for verb, try := range verbs {
			_, err := try(w.c, w.g, at)
			if !slices.ContainsFunc(faults(err), func(f Invalid) bool { return f.Field == "issue" }) {
				may = append(may, verb)
			}
		}
		slices.Sort(may)
		if got := strings.Join(may, " "); got != c.may {
			t.Errorf("%s: may %s, want %s", name, got, c.may)
		}
		if w.c.Step != c.step || w.c.StepDue.IsZero() != (c.step == "") || (w.c.Holder == 0) != (c.step == "") {
			t.Errorf("%s: waits for %q of %d until %v, want %q", name, w.c.Step, w.c.Holder, w.c.StepDue, c.step)
		}
	}
}

// A step that waits within a round never has more time than the round.
func TestNoStepOutlastsItsRound(t *testing.T) {
	w := &walk{t: t, g: ground()}
	o := call(Repair)
	o.Urgency = Emergency
	w.did(Receive(o, w.g, clockAt(23, 9, 42)))
	w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: property}, w.g, clockAt(23, 9, 50)))
	for _, want := range []time.Time{clockAt(23, 10, 20), clockAt(24, 9, 42), clockAt(23, 10, 45)} {
		if !w.c.StepDue.Equal(want) {
			t.Errorf("%s until %v, want %v", w.c.Step, w.c.StepDue, want)
		}
		switch w.c.Step {
		case StepSign:
			w.did(w.c.Refuse(RefuseOrder{Stand: by(fang), Reason: "非本部門"}, w.g, clockAt(23, 10, 10)))
		case StepReassign:
			w.did(w.c.Reassign(ReassignOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(23, 10, 15)))
		}
	}
}
