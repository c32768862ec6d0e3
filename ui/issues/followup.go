package issues

import (
	"strconv"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// followUp is the form for one attempt to ask the owner.
type followUp struct {
	*actForm
	reached  *kit.Choice[app.Reached]
	rating   *kit.Radios[app.Rating]
	solved   *kit.Radios[app.Solved]
	disposal *kit.Radios[app.Disposal]

	disposals []app.Disposal
}

var solveds = []app.Solved{app.SolvedYes, app.SolvedPart, app.SolvedNo}

// followUpForm records an attempt: reached or not, and if so what the owner said.
func followUpForm(m matter) *actForm {
	s := m.s
	f := &followUp{actForm: newAct(m, "followup", 3)}
	f.Tell(attemptWords(m))
	f.tellLacks(m.c.Lacks(s.Ground, app.ToEnd))
	at := f.Moment("asked-at", seat.Morning, 1)
	at.SetValue(m.now())
	how := seat.Codes(s, seat.Offered(s, "method", app.Methods))
	kit.SetValue(how, "MT-TEL")
	f.Add("how", how, 1)
	f.reached = seat.Codes(s, app.Reacheds)
	f.Add("reached", f.reached, 1)
	caller := callerChoice(m)
	if f.disposals = []app.Disposal{app.CloseIssue, app.NewRound}; len(m.c.Others()) > 0 {
		f.Add("caller", caller, 3)
		f.disposals = append(f.disposals, app.AskOthers)
	}
	who, relation := kit.Entry(""), seat.Maybe(s, app.OwnerKinds)
	f.Add("who", who, 1)
	f.Add("relation", relation, 1)
	f.solved = worded(s, "solved.", solveds)
	f.Add("solved", f.solved, 1)
	onTime, attitude, clean := worded(s, "solved.", solveds), worded(s, "solved.", solveds), worded(s, "solved.", solveds)
	f.Add("on-time", onTime, 1)
	f.Add("attitude", attitude, 1)
	f.Add("clean", clean, 1)
	f.rating = kit.NewRadios(app.Ratings, func(r app.Rating) string { return s.Say("rating." + strconv.Itoa(int(r))) })
	f.Add("rating", f.rating, 3)
	why := seat.Maybe(s, seat.Offered(s, "dissatisfied", app.Dissatisfactions))
	f.Add("why", why, 1)
	f.disposal = worded(s, "disposal.", f.disposals)
	f.Add("disposal", f.disposal, 2)
	opinion := f.Area("opinion", 2, 3)
	callback := f.Moment("callback", seat.Morning, 1)
	f.listen()
	f.adapt()
	f.Order = func() doing {
		o := app.FollowUpOrder{Stand: s.Stand(m.c.Issue), At: at.Moment(), Method: how.Value(), Reached: f.reached.Value(),
			Opinion: opinion.Value(), Caller: caller.Value()}
		if o.Reached != app.ReachedOwner {
			o.CallBack = callback.Moment()
		} else {
			o.Who, o.Relation, o.Solved, o.OnTime, o.Attitude, o.Clean = who.Value(), relation.Value(), f.solved.Value(), onTime.Value(), attitude.Value(), clean.Value()
			o.Rating, o.Why, o.Disposal = f.rating.Value(), why.Value(), f.disposal.Value()
		}
		return seat.Ask(s.Desk.FollowUp, o)
	}
	return f.actForm
}

func (f *followUp) listen() {
	f.reached.OnChanged = func(app.Reached) { f.adapt() }
	f.rating.OnChanged = func(app.Rating) { f.suggest() }
	f.solved.OnChanged = func(app.Solved) { f.suggest() }
	f.disposal.OnChanged = func(app.Disposal) { f.adapt() }
}

// suggest takes the disposal that follows from the answers; it may be changed
// where the rules leave a choice.
func (f *followUp) suggest() {
	if f.rating.Chosen() && f.solved.Chosen() {
		to := app.CloseIssue
		if !f.content() {
			to = app.NewRound
		}
		f.disposal.SetValue(to)
	}
	f.adapt()
}

func (f *followUp) content() bool {
	return f.rating.Value().Content() && f.solved.Value() != app.SolvedNo
}

// adapt asks for what the answers so far make necessary.
func (f *followUp) adapt() {
	reached := f.reached.Value() == app.ReachedOwner
	for _, name := range []string{"who", "relation", "solved", "attitude", "on-time", "rating", "disposal"} {
		f.ShowField(name, reached)
	}
	f.ShowField("clean", reached && f.c.Kind == app.Repair)
	f.ShowField("why", reached && (f.disposal.Value() == app.NewRound || f.rating.Chosen() && f.solved.Chosen() && !f.content()))
	f.ShowField("callback", f.reached.Chosen() && !reached)
}

// attemptWords tells of the attempts so far, and until when the owner is to be asked.
func attemptWords(m matter) string {
	s := m.s
	words := s.Say("followup.due", s.Voice.Due(m.c.StepDue))
	for _, t := range m.c.Attempts() {
		words += "\n" + s.Say("followup.attempt", t.Attempt, s.Moment(t.At), say.Code(s.Voice, t.Method), say.Code(s.Voice, t.Reached), t.Opinion)
	}
	return words
}
