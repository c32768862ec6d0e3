package meetings

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// actionForm is the form of an act on an action item.
type actionForm = seat.Act[meeting.ActionMove]

// follow is one thing that can be done with an action item.
type follow struct {
	name string
	icon func() fyne.Resource
	form func(*Page, meeting.Action) *actionForm
}

// The acts on an action item, in the order of the menu.
var (
	finishing = follow{"finish", theme.ConfirmIcon, finishForm}
	verifying = follow{"verify", theme.ConfirmIcon, verifyForm}
	followed  = []follow{
		{"progress", theme.DocumentCreateIcon, progressForm}, {"postpone", theme.HistoryIcon, postponeForm},
		{"amend", theme.DocumentCreateIcon, amendForm}, {"drop", theme.CancelIcon, dropForm},
	}
)

// nextOf is what an action item waits for; false when it is over.
func nextOf(a meeting.Action) (follow, bool) {
	if a.ToVerify() {
		return verifying, true
	}
	return finishing, !a.Over()
}

func (p *Page) actionForm(name string, a meeting.Action, columns int) *actionForm {
	s := p.s
	verb := s.Say("meetings.action." + name)
	f := seat.NewAct[meeting.ActionMove](s, columns, formWords(s, seat.FormName("item", a.ID, name), s.Dotted(verb, a.Number), verb))
	f.Tell(a.What)
	f.Said = func(m meeting.ActionMove) string { return s.Say("meetings.done", s.Dotted(verb, m.Action.Number)) }
	return f
}

func (p *Page) actionStand(a meeting.Action) meeting.ActionStand {
	return meeting.ActionStand{Action: a.ID, Version: a.Version, By: p.s.Staff.ID}
}

func progressForm(p *Page, a meeting.Action) *actionForm {
	f := p.actionForm("progress", a, 1)
	progress := f.Area("progress", 4, 1)
	progress.SetText(a.Progress)
	f.Order = func() seat.Doing[meeting.ActionMove] {
		return seat.Ask(p.desk.Progress, meeting.ProgressOrder{ActionStand: p.actionStand(a), Progress: progress.Value()})
	}
	return f
}

func finishForm(p *Page, a meeting.Action) *actionForm {
	f := p.actionForm("finish", a, 2)
	progress := f.Area("progress", 4, 2)
	f.Form.Field("progress").SetLabel(label(p.s.Voice, "done-what"))
	by := p.s.StaffChoice(a.Dept)
	kit.Hold(by, a.Person)
	f.Add("done-by", by, 1)
	at := f.Moment("done", seat.Evening, 1)
	f.Form.Field("done").SetLabel(label(p.s.Voice, "done-at"))
	at.SetValue(p.s.Here(p.s.Now()))
	f.Form.Field("done-by").SetHint(p.s.Say("meetings.done-by.hint"))
	f.Order = func() seat.Doing[meeting.ActionMove] {
		return seat.Ask(p.desk.Finish, meeting.FinishOrder{ActionStand: p.actionStand(a), DoneBy: by.Value(), At: at.Moment(), Progress: progress.Value()})
	}
	return f
}

func verifyForm(p *Page, a meeting.Action) *actionForm {
	s := p.s
	f := p.actionForm("verify", a, 1)
	f.Tell(s.Say("meetings.action.was-done", s.Voice.Staff(a.DoneBy), s.Moment(a.Done), a.Progress))
	if a.Verify != "" {
		f.Tell(s.Say("meetings.action.how", a.Verify))
	}
	good := kit.NewRadios([]bool{true, false}, func(yes bool) string {
		if yes {
			return s.Say("meetings.verify.good")
		}
		return s.Say("meetings.verify.bad")
	})
	good.SetValue(true)
	f.Form.Add("good", kit.NewField("", good, ""), 1)
	note := f.Area("why", 3, 1)
	f.Order = func() seat.Doing[meeting.ActionMove] {
		return seat.Ask(p.desk.Verify, meeting.VerifyOrder{ActionStand: p.actionStand(a), Good: good.Value(), Note: note.Value()})
	}
	return f
}

func postponeForm(p *Page, a meeting.Action) *actionForm {
	f := p.actionForm("postpone", a, 1)
	f.Tell(p.s.Say("meetings.action.due-now", a.Due.String()))
	to := kit.NewDateField(p.s.Dates())
	f.Add("to", to, 1)
	why := f.Area("reason", 3, 1)
	f.Order = func() seat.Doing[meeting.ActionMove] {
		day, _ := to.Value()
		return seat.Ask(p.desk.Postpone, meeting.PostponeOrder{ActionStand: p.actionStand(a), Due: day, Why: why.Value()})
	}
	return f
}

func dropForm(p *Page, a meeting.Action) *actionForm {
	f := p.actionForm("drop", a, 1)
	f.Tell(p.s.Say("meetings.action.drop.tell"))
	why := f.Area("reason", 3, 1)
	f.Order = func() seat.Doing[meeting.ActionMove] {
		return seat.Ask(p.desk.Drop, meeting.DropOrder{ActionStand: p.actionStand(a), Why: why.Value()})
	}
	return f
}

func amendForm(p *Page, a meeting.Action) *actionForm {
	s := p.s
	f := p.actionForm("amend", a, 2)
	what := f.Area("what", 3, 2)
	what.SetText(a.What)
	dept, person, who := s.MaybeDept(), s.StaffChoice(a.Dept), kit.Filled(a.Who)
	kit.Hold(dept, a.Dept)
	kit.Hold(person, a.Person)
	needs, verify := kit.Filled(a.Needs), kit.Filled(a.Verify)
	f.Add("dept", dept, 1)
	f.Add("person", person, 1)
	f.Add("who", who, 1)
	f.Add("resources", needs, 1)
	f.Add("verify", verify, 2)
	f.Order = func() seat.Doing[meeting.ActionMove] {
		t := a.Task
		t.What, t.Dept, t.Person, t.Who = what.Value(), dept.Value(), person.Value(), who.Value()
		t.Needs, t.Verify = needs.Value(), verify.Value()
		return seat.Ask(p.desk.AmendAction, meeting.AmendOrder{ActionStand: p.actionStand(a), Task: t})
	}
	return f
}

func (p *Page) followUp(w follow, a meeting.Action) {
	f := w.form(p, a)
	f.Stale = p.load
	f.Show()
}

// actionsCard is what earlier meetings gave and this one reports on, and what this
// one gives.
func (p *Page) actionsCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	if len(p.seen.earlier) > 0 {
		box.Add(kit.Muted(s.Say("meetings.actions.earlier")))
		for _, a := range p.seen.earlier {
			rule(box)
			box.Add(p.actionRow(a))
		}
		box.Add(kit.Gap(1, 4))
		box.Add(kit.Muted(s.Say("meetings.actions.given")))
	}
	for _, a := range p.seen.given {
		rule(box)
		box.Add(p.actionRow(a))
	}
	if len(p.seen.given) == 0 {
		box.Add(kit.Small(s.Say("meetings.actions.none")))
	}
	var links []fyne.CanvasObject
	if bar(tryGive(p.trial())) == nil {
		links = append(links, kit.Link(s.Say("meetings.give"), func() { p.open(giveForm(p)) }))
	}
	return kit.CardTitled(p.cardWords("actions"), box, links...)
}

// actionRow is one action item: how it stands, what it is, who has it until when,
// and the next thing to do with it.
func (p *Page) actionRow(a meeting.Action) fyne.CanvasObject {
	s := p.s
	tone, state := actionState(s, a)
	chips := container.NewHBox(kit.Muted(a.Number), kit.Chip(tone, state))
	if n := a.Carried(); n > 0 {
		chips.Add(kit.Chip(kit.Warn, s.Count("meetings.carried", n)))
	}
	buttons := container.NewHBox()
	if w, open := nextOf(a); open {
		buttons.Add(kit.Link(s.Say("meetings.action."+w.name), func() { p.followUp(w, a) }))
	}
	var more *kit.Push
	more = kit.Link("", func() { p.offerFollow(more, a) })
	more.SetIcon(theme.MoreHorizontalIcon())
	buttons.Add(more)
	words := container.NewVBox(kit.Flush(kit.Wrapped(a.What)), kit.Small(actionWords(s, a)))
	if a.Progress != "" {
		words.Add(kit.Small(s.Say("meetings.action.progress.is", a.Progress)))
	}
	if a.Why != "" {
		words.Add(kit.Small(s.Say("meetings.action.why", a.Why)))
	}
	return container.NewVBox(container.NewBorder(nil, nil, kit.Middle(chips), buttons), words, kit.Gap(1, 2))
}

func (p *Page) offerFollow(at fyne.CanvasObject, a meeting.Action) {
	var items []*fyne.MenuItem
	for _, w := range followed {
		if a.Over() {
			break
		}
		item := fyne.NewMenuItem(p.s.Say("meetings.action."+w.name), p.s.Tasks.Guard(func() { p.followUp(w, a) }))
		item.Icon = w.icon()
		items = append(items, item)
	}
	items = append(items, fyne.NewMenuItem(p.s.Say("issue.happened"), p.s.Tasks.Guard(func() { p.tellOf(a) })))
	if a.Source != p.id {
		items = append(items, fyne.NewMenuItem(p.s.Say("meetings.action.source"), p.s.Tasks.Guard(func() { p.Record(a.Source) })))
	}
	p.s.Under(at, items)
}

// tellOf shows what happened with an action item.
func (p *Page) tellOf(a meeting.Action) {
	s := p.s
	var all []kit.Happened
	for _, act := range slices.Backward(a.Acts) {
		all = append(all, kit.Happened{When: s.Dotted(s.Moment(act.At), s.Voice.Staff(act.By)), Head: s.Say("action.act." + string(act.Kind)), Body: p.actBody(act)})
	}
	var sheet *kit.Sheet
	sheet = kit.NewSheet(s.Window.Canvas(), kit.SheetWords{
		Title: s.Dotted(s.Say("issue.happened"), a.Number), Primary: s.Say("meetings.close"), Cancel: s.Say("issue.cancel"),
	}, seat.SheetNarrow, kit.NewTimeline(all), func() { sheet.Close() })
	sheet.Cancel.Hide()
	sheet.Open()
}

// actionState is how an action item stands, and the tone of it.
func actionState(s *seat.Seat, a meeting.Action) (kit.Tone, string) {
	today := workday.DayOf(s.Here(s.Now()))
	words := s.Say("action.state." + string(a.State))
	switch {
	case a.Late(today):
		return kit.Bad, s.Say("meetings.action.late", words)
	case a.ToVerify():
		return kit.Info, s.Say("meetings.action.to-verify")
	case a.State == meeting.Done:
		return kit.Good, s.Say("meetings.action.verified")
	case a.State == meeting.Dropped:
		return kit.Plain, words
	case a.Due == today, a.State == meeting.Postponed:
		return kit.Warn, words
	}
	return kit.Info, words
}

// actionWords is who has it, and until when.
func actionWords(s *seat.Seat, a meeting.Action) string {
	due := s.Say("meetings.action.due", a.Due.String())
	if a.First != a.Due {
		due = s.Say("meetings.action.due.moved", a.Due.String(), a.First.String())
	}
	verify := ""
	if a.Verify != "" {
		verify = s.Say("meetings.action.how", a.Verify)
	}
	return s.Dotted(s.Dept(a.Dept), s.Voice.Staff(a.Person), a.Who, due, verify)
}
