package issues

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// Save registers the issue and shows its number.
func (p *Intake) Save() { p.send(p.showOutcome) }

// Next registers the issue and opens its slip.
func (p *Intake) Next() {
	p.send(func(m app.Move) { p.Done(m.Issue.ID, routeOf(m.Issue)) })
}

// routeOf is the verb that leads an issue to a department.
func routeOf(i app.Issue) string {
	if i.Kind == app.Complaint {
		return Complaint
	}
	return Transfer
}

func (p *Intake) send(then func(app.Move)) {
	if p.draft.paid || p.keep[0].Disabled() {
		return
	}
	p.facts.Form.Clear()
	order, receive := p.order(), p.receive
	if fault := p.unreadable(); fault != nil {
		p.fail(fault)
		return
	}
	p.busy(true)
	kit.Do(p.s.Tasks, func(ctx context.Context) (app.Move, error) {
		return receive(ctx, order)
	}, func(m app.Move, err error) {
		p.busy(false)
		if err != nil {
			p.fail(err)
			return
		}
		p.draft.done()
		p.s.Says(kit.Good, p.s.Say("intake.done", m.Issue.Number, p.s.Voice.Due(m.Issue.Promise)))
		then(m)
	})
}

// Begin fills the form in with what somebody else wrote down already, and lets
// receive register it. Such an intake is no draft: it belongs to where it began.
func (p *Intake) Begin(o app.ReceiveOrder, receive func(context.Context, app.ReceiveOrder) (app.Move, error)) {
	p.draft.off, p.receive = true, receive
	f := p.facts
	if o.Reporter.Person != 0 {
		f.who.lock(o.Reporter, say.Open)
	} else {
		f.who.fill(o.Reporter)
	}
	kit.SetValue(f.project, o.Project)
	f.fill(o.Intake, o.Level)
	p.side.load()
}

// fail shows what was refused, and brings the first of it into sight.
func (p *Intake) fail(err error) {
	form := p.facts.Form
	p.s.Fail(form, err)
	if topic := form.Field("category"); topic.Error() != "" && !p.facts.subject.Chosen() {
		form.Field("subject").SetError(topic.Error()) // without a subject there is no detail to choose
		topic.SetError("")
	}
	failed := form.Failed()
	if len(failed) == 0 {
		return
	}
	first := form.Field(failed[0])
	first.Focus()
	top, view := first.Position().Y, p.scroll.Size().Height
	if top < p.scroll.Offset.Y || top+first.Size().Height > p.scroll.Offset.Y+view {
		p.scroll.ScrollToOffset(fyne.NewPos(0, top))
	}
}

func (p *Intake) busy(on bool) {
	for _, b := range p.keep {
		enable(b, !on)
	}
}

// unreadable is a fault for a moment that was typed and cannot be read.
func (p *Intake) unreadable() error {
	for field, f := range map[string]*kit.MomentField{"received": p.facts.received, "occurred": p.facts.occurred} {
		if f.Unreadable() {
			return app.Faults{{Field: field, Rule: "unreadable"}}
		}
	}
	return nil
}

// order is the form as the desk is asked to register it.
func (p *Intake) order() app.ReceiveOrder {
	i := p.facts.intake()
	i.Place = p.at()
	return app.ReceiveOrder{Intake: i, Project: p.facts.project.Value(), Level: p.facts.level.Value(), By: p.s.Staff.ID}
}

// at is the place of the form; a room that was typed into the search and is not
// in the register counts as written.
func (p *Intake) at() app.Place {
	at := p.facts.at()
	if at.Short() != "" || p.chosen != nil {
		return at
	}
	if read, ok := register.ParsePlace(p.search.Value()); ok && read.Building != "" && read.Room != "" {
		at.Block, at.Unit, at.Door = read.Building, read.Unit, read.Room
	}
	return at
}

// showOutcome takes the place of the form: the number, the promise, what next.
func (p *Intake) showOutcome(m app.Move) {
	p.title.Hide()
	p.offer.RemoveAll()
	p.body.RemoveAll()
	p.body.Add(p.outcome(m.Issue))
	p.Root.Refresh()
	p.s.Focus(p.body)
}

func (p *Intake) outcome(i app.Issue) fyne.CanvasObject {
	s := p.s
	step := func(verb string) func() { return func() { p.Done(i.ID, verb) } }
	next := kit.Primary(s.Say("verb."+routeOf(i)), theme.MailForwardIcon(), step(routeOf(i)))
	others := container.NewHBox()
	if i.Kind != app.Complaint { // which always goes out on its slip
		others.Add(kit.Button(s.Say("verb.self"), nil, step(Self)))
	}
	others.Add(kit.Button(s.Say("verb.reject"), nil, step(Reject)))
	others.Add(kit.Button(s.Say("verb.void"), nil, step(Void)))
	others.Add(kit.Button(s.Say("intake.look"), nil, step(Look)))
	card := container.NewVBox(
		kit.Muted(s.Say("intake.registered")), kit.Text(i.Number, kit.SizeFigure, kit.Body, true), kit.Gap(1, 8),
		kit.Muted(s.Say("intake.promise")), kit.Text(s.Voice.Due(i.Promise), kit.SizeSection, kit.InkOf(kit.Info), true),
		kit.Small(s.Say("intake.promise.tell")), kit.Gap(1, 4),
		kit.Left(kit.Button(s.Say("verb.promise"), theme.ConfirmIcon(), step(Promise))), kit.Gap(1, 8),
		kit.Muted(s.Say("intake.route-due")), kit.Text(s.Voice.Due(i.RouteDue), kit.SizeSection, kit.Body, true), kit.Gap(1, 12),
		kit.Section(s.Say("intake.next")), kit.Gap(1, 4), kit.Left(next), kit.Left(others), kit.Gap(1, 12), kit.Line(), kit.Gap(1, 4),
		kit.Left(kit.Button(s.Say("intake.another"), theme.ContentAddIcon(), p.another)))
	return container.NewVBox(kit.Gap(1, 24), container.NewCenter(kit.FixedWidth(560, kit.Card(kit.Padded(12, 8, card)))))
}

// another begins the next intake on the same screen.
func (p *Intake) another() {
	p.body.RemoveAll()
	p.body.Add(p.form)
	p.title.Show()
	p.receive = p.s.Desk.Receive
	p.draft.empty, p.draft.off = nil, false
	p.clear()
	p.draft.begin()
	p.Root.Refresh()
	p.s.Focus(p.search)
}

// openOther leaves for another issue; what was typed stays as a draft.
func (p *Intake) openOther(i app.IssueID) {
	p.draft.keep()
	p.Done(i, Look)
}

// merge writes whoever calls into the issue that the call repeats, instead of a
// new one, with name, contact and own words.
func (p *Intake) merge(l app.Line) {
	f := p.facts
	f.Form.Clear()
	said := f.description.Value()
	if wish := f.wish.Value(); wish != "" {
		said += "\n" + p.s.Say("issue.wish", wish)
	}
	if f.received.Unreadable() {
		p.fail(app.Faults{{Field: "received", Rule: "unreadable"}})
		return
	}
	order := app.JoinOrder{Stand: app.Stand{Issue: l.ID, By: p.s.Staff.ID}, Reporter: f.who.reporter(), Place: p.at(),
		Channel: f.channel.Value(), At: f.received.Moment(), Said: said}
	if f.description.Value() == "" {
		order.Said = ""
	}
	kit.Do(p.s.Tasks, func(ctx context.Context) (app.Move, error) {
		return p.s.Desk.Join(ctx, order)
	}, func(m app.Move, err error) {
		if err != nil {
			p.fail(err)
			return
		}
		p.draft.done()
		p.s.Says(kit.Good, p.s.Say("intake.merge.done", m.Issue.Shown()))
		p.Done(m.Issue.ID, Look)
	})
}

// cancel leaves; when something was typed, it asks, and keeps the draft.
func (p *Intake) cancel() {
	if !p.draft.typed() {
		p.Back()
		return
	}
	text := "intake.leave.kept"
	if p.draft.off {
		text = "issue.leave.lost"
	}
	kit.Confirm(p.s.Window.Canvas(), kit.Question{
		Title: p.s.Say("intake.leave"), Text: p.s.Say(text),
		Yes: p.s.Say("intake.leave.yes"), No: p.s.Say("intake.leave.no"),
	}, func() {
		p.draft.keep()
		p.Back()
	})
}
