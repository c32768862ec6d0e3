package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// limitCard is until when, and how that came about.
func (p *Page) limitCard() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	r, there := c.Current()
	if !there {
		due := kit.Text(s.Voice.Due(c.RouteDue), kit.SizeBody, kit.Body, true)
		return kit.CardTitled(s.Say("intake.route-due"), p.onSiteBelow(container.NewVBox(kit.Small(s.Say("issue.route-due.tell")))), due)
	}
	running := c.State == app.Handling || c.State == app.Rework
	tone, _ := s.Due(r.Effect)
	if !running { // what is done no longer becomes late
		tone = kit.Plain
		if f, there := c.LastFeedback(); there && c.Open() && f.Round == r.N && f.Completed.After(r.Effect) {
			tone = kit.Bad
		}
	}
	counted := s.Explain(r.Limit, r.Steps, r.Unsure)
	taken := c.Taken && r.N == 1
	if taken {
		counted = s.Say("issue.taken-over.limit")
	}
	box := container.NewVBox(kit.Small(counted))
	if !r.Due.Equal(r.RuleDue) && !taken {
		box.Add(kit.Small(s.Say("issue.due-why", s.Voice.Due(r.RuleDue), r.DueWhy)))
	}
	if !r.Effect.Equal(r.Due) && !r.Due.IsZero() {
		box.Add(kit.Small(s.Say("issue.due-first", s.Voice.Due(r.Due))))
	}
	if f, back := sentBack(c, r); back {
		box.Add(kit.Small(s.Say("issue.due-rework", s.Voice.Due(f.NewDue), s.Voice.Staff(f.ReviewedBy))))
	}
	for _, d := range c.Delays {
		if d.Round == r.N {
			box.Add(kit.Small(p.delayWords(d)))
		}
	}
	for _, line := range s.Voice.Suspensions(c, r.N) {
		box.Add(kit.Flush(kit.Wrapped(line)))
	}
	if len(c.Delays) == 0 && running {
		box.Add(kit.Small(s.Say("issue.due-stays")))
	}
	late := c.Alarm(s.Ground, s.Now()) == app.Overdue
	p.onSiteBelow(box)
	if alarm := s.Voice.Alarm(c, s.Now()); alarm != "" && (running || !late) { // with us, nobody is to be chased
		box.Add(kit.Flush(kit.Wrapped(alarm)))
	}
	return kit.CardTitled(s.Say("issue.due"), box, kit.Text(s.Voice.Due(r.Effect), kit.SizeBody, kit.InkOf(tone), true))
}

// onSiteBelow adds what is known of getting to the issue.
func (p *Page) onSiteBelow(box *fyne.Container) fyne.CanvasObject {
	for _, line := range p.sceneWords() {
		box.Add(kit.Small(line))
	}
	return box
}

// sentBack is the feedback of a round that was sent back last, with its new limit.
func sentBack(c app.Case, r app.Round) (back app.Feedback, there bool) {
	for _, f := range c.Feedbacks {
		if f.Round == r.N && !f.NewDue.IsZero() {
			back, there = f, true
		}
	}
	return back, there
}

func (p *Page) delayWords(d app.Delay) string {
	s := p.s
	if d.Approved && d.DecidedBy == 0 { // taken over
		return s.Say("issue.delay.taken", s.Voice.Due(d.To), s.Moment(d.Decided))
	}
	verdict := s.Say("issue.delay.waiting")
	switch {
	case d.Approved:
		verdict = s.Say("issue.delay.yes", s.Voice.Staff(d.DecidedBy))
	case !d.Waiting():
		verdict = s.Say("issue.delay.no", s.Voice.Staff(d.DecidedBy))
	}
	words := s.Say("issue.delay", d.Number, s.Voice.Due(d.To), say.Code(s.Voice, d.Code), verdict)
	if d.Late {
		words += s.Say("extend.late")
	}
	return words + toldWords(s, d)
}

// toldWords say when and how the owner was told of a delay, or that it is owed.
func toldWords(s *seat.Seat, d app.Delay) string {
	if d.Told.IsZero() {
		return s.Say("extend.untold")
	}
	return s.Say("extend.told.at", say.Code(s.Voice, d.ToldHow), s.Moment(d.Told))
}
