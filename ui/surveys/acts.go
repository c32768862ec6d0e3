package surveys

import (
	"context"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// doing is an order on its way to the desk.
type doing = seat.Doing[annual.Move]

// act is the form of an act on the survey as a whole.
func (p *Page) act(name string, columns int) *form {
	words := p.verbWords(name)
	f := newForm(p.s, seat.FormName("survey", p.seen.survey.ID, name), p.s.Dotted(words, p.seen.survey.Number), words, columns)
	f.Said = func(annual.Move) string { return p.s.Say("meetings.done", p.s.Dotted(words, p.seen.survey.Number)) }
	return f
}

// approveForm lets the plan, the questionnaire and the frame stand.
func approveForm(p *Page) *form {
	f := p.act(approveVerb, 1)
	f.Tell(p.s.Say("surveys.approve.tell"))
	checked := p.s.StaffChoice(p.s.Staff.Dept)
	kit.Hold(checked, p.seen.survey.Checked)
	f.Add("checked", checked, 1).SetHint(p.s.Say("surveys.checked.hint"))
	f.Order = func() doing {
		return seat.Ask(p.desk.Approve, annual.ApproveOrder{Stand: p.stand(), Checked: checked.Value()})
	}
	return f
}

// drawForm draws the sample with the plan's seed.
func drawForm(p *Page) *form {
	f := p.act(drawVerb, 1)
	h := p.seen.survey.Head
	if h.Plan.Convenience {
		f.Tell(p.s.Say("surveys.draw.all"))
	} else {
		f.Tell(p.s.Say("surveys.draw.tell", p.s.Number(issued(h.Strata)), p.s.Number(frameUnits(h.Strata)), strconv.FormatUint(h.Plan.Seed, 10)))
	}
	f.Order = func() doing { return seat.Ask(p.desk.Draw, annual.DrawOrder{Stand: p.stand()}) }
	return f
}

// countForm ends the field work.
func countForm(p *Page) *form {
	f := p.because(countVerb, 1)
	if back, second := annual.Unfinished(p.seen.survey.Head, p.seen.sheets); back+second > 0 {
		f.Tell(p.s.Say("surveys.count.unfinished", p.s.Number(back), p.s.Number(second)))
	}
	why := f.Area("reason", 3, 1)
	f.Form.Field("reason").SetHint(p.s.Say("surveys.count.hint"))
	f.Order = func() doing { return seat.Ask(p.desk.Count, annual.CountOrder{Stand: p.stand(), Why: why.Value()}) }
	return f
}

func reopenForm(p *Page) *form {
	return reasoned(p, "reopen", p.desk.Reopen, func(why string) annual.ReopenOrder { return annual.ReopenOrder{Stand: p.stand(), Why: why} })
}

func cancelForm(p *Page) *form {
	return reasoned(p, cancelVerb, p.desk.Cancel, func(why string) annual.CancelOrder { return annual.CancelOrder{Stand: p.stand(), Why: why} })
}

// reasoned is an act that needs nothing but its reason.
func reasoned[O any](p *Page, name string, do func(context.Context, O) (annual.Move, error), order func(why string) O) *form {
	f := p.because(name, 1)
	why := f.Area("reason", 4, 1)
	f.Order = func() doing { return seat.Ask(do, order(why.Value())) }
	return f
}

// because is a form that says first what the act does.
func (p *Page) because(name string, columns int) *form {
	f := p.act(name, columns)
	f.Tell(p.s.Say("surveys.because." + name))
	if name == cancelVerb && p.seen.survey.State == annual.Field {
		f.Tell(p.s.Say("surveys.because.cancel.field"))
	}
	return f
}

// frameUnits, planned and issued are sums over the strata.
func frameUnits(all []annual.Stratum) (n int) {
	for _, one := range all {
		n += one.Units
	}
	return n
}

func planned(all []annual.Stratum) (n int) {
	for _, one := range all {
		n += one.Planned
	}
	return n
}

func issued(all []annual.Stratum) (n int) {
	for _, one := range all {
		n += one.Issued
	}
	return n
}

// estate is the one looked at, or the first that is worked for.
func estate(s *seat.Seat) app.ProjectID {
	if s.Project != 0 {
		return s.Project
	}
	for _, id := range s.Projects() {
		return id
	}
	return 0
}
