package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// header is the number, how the issue stands, and what can be done.
func (p *Page) header() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	chips := container.NewHBox(kit.Middle(kit.Chip(seat.KindTone(c.Kind), kindWords(s, c.Issue))),
		kit.Middle(kit.Chip(seat.StateTone(c.State), stateWords(s, c.State, c.Step))))
	if c.Urgency != app.Normal && c.Urgency != "" {
		chips.Add(kit.Middle(kit.Chip(kit.Warn, say.Code(s.Voice, c.Urgency))))
	}
	if c.Restricted() {
		chips.Add(kit.Middle(kit.Chip(kit.Bad, s.Say("restricted.chip"))))
	}
	if c.Taken {
		chips.Add(kit.Middle(kit.Chip(kit.Plain, s.Say("issue.taken-over"))))
	}
	if words := s.Voice.Wait(c.Wait, s.Now()); words != "" {
		chips.Add(kit.Middle(kit.Chip(seat.WaitTone(c.Wait, s.Now()), words)))
	}
	if tone, words := s.Due(c.StepDue); words != "" && c.Open() {
		chips.Add(kit.Middle(kit.Chip(tone, words)))
	}
	right := container.NewHBox()
	if p.Print != nil && !c.Veiled {
		right.Add(p.print)
	}
	right.Add(p.more)
	if scene := p.sceneButton(); scene != nil {
		right.Add(scene)
	}
	right.Add(p.nextButton())
	return kit.Flow(kit.Title(c.Slipped()), chips, right)
}

// kindWords is the kind, and how severe a complaint is.
func kindWords(s *seat.Seat, i app.Issue) string {
	return s.Dotted(say.Code(s.Voice, i.Kind), say.Code(s.Voice, i.Level))
}

// nextButton is the one next act. When this person may not do it, it is said
// why, and nothing is offered in its place.
func (p *Page) nextButton() fyne.CanvasObject {
	p.Step = func() {}
	name := nextOf(p.s, p.seen.c)
	v, known := verbNamed(name)
	if !known {
		return kit.Gap(0, 0)
	}
	if bar := v.barred(trialOf(p.s, p.seen.c)); bar != nil {
		return kit.Middle(kit.Chip(kit.Plain, p.s.Say("issue.other-person", p.s.Say("verb."+name))))
	}
	p.Step = func() { p.do(v) }
	return kit.Primary(kit.WithShortcut(p.s.Say("verb."+name), nextKey), v.icon(), p.Step)
}

// start opens the form that was asked for before the issue was read.
func (p *Page) start() {
	name := p.begin
	p.begin = ""
	if name == "chase" && p.seen.c.Holder == p.s.Ground.DeskDept() {
		name = nextOf(p.s, p.seen.c) // nobody chases himself
	}
	v, known := verbNamed(name)
	if !known {
		return
	}
	if bar := v.barred(trialOf(p.s, p.seen.c)); bar != nil {
		p.s.Says(kit.Warn, p.s.Fault(*bar))
		return
	}
	p.do(v)
}

// showMore offers every other act that may be done now.
func (p *Page) showMore() {
	if !p.there {
		return
	}
	var items []*fyne.MenuItem
	for _, v := range legal(p.s, p.seen.c, nextOf(p.s, p.seen.c)) {
		item := fyne.NewMenuItem(p.s.Say("verb."+v.name), p.s.Tasks.Guard(func() { p.do(v) }))
		item.Icon = v.icon()
		items = append(items, item)
	}
	if p.seen.c.Veiled {
		p.s.Says(kit.Warn, p.s.Fault(app.Invalid{Field: "by", Rule: "restricted"}))
		return
	}
	attach := fyne.NewMenuItem(p.s.Say("verb.attach"), p.s.Tasks.Guard(p.attach))
	attach.Icon = theme.MailAttachmentIcon()
	items = append(items, fyne.NewMenuItemSeparator(), attach)
	if p.seen.c.Kind == app.Complaint && p.seen.c.State != app.Void {
		better := fyne.NewMenuItem(p.s.Say("issue.improve"), p.s.Tasks.Guard(func() { p.Improve(p.seen.c) }))
		better.Icon = theme.ConfirmIcon()
		items = append(items, better)
	}
	p.s.Under(p.more, items)
}

// attach asks for a file and opens its form.
func (p *Page) attach() {
	p.s.Outside.PickFile(p.s.Say("attach.pick"), nil, func(path string) {
		form := attachForm(p.matter(), path)
		form.Stale = p.load
		form.Show()
	})
}
