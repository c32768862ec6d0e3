package meetings

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app/meeting"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// agendaCard is the agenda with the time at which each row begins, and what was
// said to it.
func (p *Page) agendaCard() fyne.CanvasObject {
	r, s, box := p.seen.r, p.s, container.NewVBox()
	times := r.Times()
	for i, v := range meeting.Live(r.Agenda) {
		minutes := ""
		if v.Minutes > 0 {
			minutes = s.Say("meetings.minutes.n", v.Minutes)
		}
		box.Add(kit.Row(kit.Columns{56, 0, 76, 130}, kit.NewCell(clockOf(s, times[i]), kit.SizeBody, kit.Quiet, false),
			kit.NewCell(p.itemWords(v), kit.SizeBody, kit.Body, false), kit.NewCell(minutes, kit.SizeLabel, kit.Quiet, false),
			kit.NewCell(v.Speaker, kit.SizeLabel, kit.Quiet, false)))
		for _, t := range []struct{ key, text string }{{"meetings.points", v.Points}, {"meetings.conclusion", v.Conclusion}} {
			if t.text != "" {
				box.Add(container.NewBorder(nil, nil, kit.Gap(56, 1), nil, kit.Small(s.Say(t.key, t.text))))
			}
		}
	}
	links := p.edit("meetings.edit", agendaForm)
	if r.State == meeting.Held {
		links = append(p.edit("meetings.write-up", spokenForm), links...)
	}
	return p.card("agenda", box, links...)
}

// accountsCard is what the departments report, or the fields of a week.
func (p *Page) accountsCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	for _, v := range meeting.Live(p.seen.r.Accounts) {
		head := s.Dept(v.Dept)
		if v.Module != "" {
			head = say.Code(s.Voice, v.Module)
		}
		if v.Rounds+v.Found+v.Mended > 0 {
			head = s.Dotted(head, s.Say("meetings.rounds", v.Rounds, v.Found, v.Mended))
		}
		words := container.NewVBox(kit.NewCell(head, kit.SizeBody, kit.Body, true))
		for _, t := range []struct{ field, text string }{{"done", v.Done}, {"doing", v.Doing}, {"next-month", v.Next}, {"needs", v.Needs}} {
			if t.text != "" {
				words.Add(kit.Small(s.Say("act.now", label(s.Voice, t.field), t.text)))
			}
		}
		if len(words.Objects) == 1 {
			words.Add(kit.Small(s.Say("meetings.not-reported")))
		}
		box.Add(words)
	}
	return p.card("accounts", box, p.edit("meetings.edit", accountsForm)...)
}

// problemsCard is what concerns many, with its plan.
func (p *Page) problemsCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	for _, v := range meeting.Live(p.seen.r.Problems) {
		title := v.Title
		if title == "" {
			title = s.Category(v.Category)
		}
		chips := container.NewHBox()
		if v.Cases > 0 {
			chips.Add(kit.Chip(kit.Plain, s.Say("meetings.problem.cases", v.Cases, v.Before)))
		}
		if v.Owners {
			chips.Add(kit.Chip(kit.Warn, s.Say("meetings.problem.owners")))
		}
		buttons := container.NewHBox()
		if len(v.Issues) > 0 {
			buttons.Add(kit.Link(s.Count("meetings.issues", len(v.Issues)), func() { p.Issues(title, v.Issues) }))
		}
		if r := p.seen.r; r.Kind == meeting.Monthly && r.State != meeting.Cancelled {
			buttons.Add(kit.Link(s.Say("meetings.improve"), func() { p.Improve(r, v.N) }))
		}
		for _, l := range p.edit("meetings.edit", func(p *Page) *form { return problemForm(p, v) }) {
			buttons.Add(l)
		}
		words := container.NewVBox(container.NewBorder(nil, nil, nil, buttons, kit.NewCell(title, kit.SizeBody, kit.Body, true)), chips)
		due := ""
		if !v.Due.IsZero() {
			due = s.Say("meetings.action.due", v.Due.String())
		}
		for _, t := range []struct{ field, text string }{{"cause", v.Cause}, {"taken", v.Taken}, {"plan", v.Plan}, {"responsible", s.Dotted(s.Dept(v.Dept), v.Person, due)}} {
			if t.text != "" {
				words.Add(kit.Small(s.Say("act.now", label(s.Voice, t.field), t.text)))
			}
		}
		rule(box)
		box.Add(words)
	}
	return p.card("problems", box, p.edit("meetings.add", func(p *Page) *form { return problemForm(p, meeting.Problem{}) })...)
}

// opinionsCard is what owners asked for; each can become an issue.
func (p *Page) opinionsCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	for _, v := range meeting.Live(p.seen.r.Opinions) {
		who := s.Dotted(p.personName(0, v.Person, v.Name, say.Masked), p.seen.at.area(v.Area), v.Place, s.Category(v.Category))
		buttons := container.NewHBox()
		for _, l := range p.edit("meetings.edit", func(p *Page) *form { return opinionForm(p, v) }) {
			buttons.Add(l)
		}
		if v.Issue != 0 {
			buttons.Add(kit.Link(v.Number, func() { p.Issue(v.Issue) }))
		} else if p.seen.r.State != meeting.Cancelled {
			buttons.Add(kit.Button(s.Say("meetings.make-issue"), theme.MailForwardIcon(), func() { p.makeIssue(v.N) }))
		}
		words := container.NewVBox(container.NewBorder(nil, nil, nil, buttons, kit.Middle(kit.NewCell(who, kit.SizeLabel, kit.Quiet, false))), kit.Flush(kit.Wrapped(v.Text)))
		if v.Answer != "" {
			words.Add(kit.Small(s.Say("act.now", s.Dotted(label(s.Voice, "reply"), v.By), v.Answer)))
		}
		rule(box)
		box.Add(words)
	}
	return p.card("opinions", box, p.edit("meetings.add", func(p *Page) *form { return opinionForm(p, meeting.Opinion{}) })...)
}

// answersCard is what owners want to know, and what they are told.
func (p *Page) answersCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	for _, v := range meeting.Live(p.seen.r.Answers) {
		box.Add(container.NewVBox(kit.Flush(kit.Wrapped(v.Question))))
		box.Add(kit.Small(s.Dotted(v.Answer, v.Basis, v.By)))
	}
	return p.card("answers", box, p.edit("meetings.edit", answersForm)...)
}

// decisionsCard is what was agreed, numbered.
func (p *Page) decisionsCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	for i, v := range meeting.Live(p.seen.r.Decisions) {
		words := container.NewVBox(kit.Flush(kit.Wrapped(v.Text)))
		if v.Basis != "" {
			words.Add(kit.Small(s.Say("act.now", label(s.Voice, "basis"), v.Basis)))
		}
		box.Add(container.NewBorder(nil, nil, container.NewVBox(kit.FixedWidth(26, kit.Muted(strconv.Itoa(i+1)))), nil, words))
	}
	return p.card("decisions", box, p.edit("meetings.edit", decisionsForm)...)
}

// guestsCard is who is invited, and who came, by what they come as.
func (p *Page) guestsCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	tones := map[meeting.Presence]kit.Tone{meeting.Came: kit.Good, meeting.Excused: kit.Warn, meeting.Absent: kit.Bad}
	n := map[meeting.Presence]int{}
	guests := meeting.Live(p.seen.r.Guests)
	for _, g := range guests {
		n[g.Presence]++
	}
	if n[meeting.Came] > 0 {
		box.Add(kit.Muted(s.Say("meetings.came", n[meeting.Came], n[meeting.Excused], n[meeting.Absent])))
	} else if len(guests) > 0 {
		box.Add(kit.Muted(s.Count("meetings.invited", len(guests))))
	}
	for _, group := range meeting.Groups {
		for _, g := range guests {
			if g.Group != group {
				continue
			}
			state := fyne.CanvasObject(kit.Gap(0, 0))
			if g.Presence != "" {
				state = kit.Chip(tones[g.Presence], s.Say("presence."+string(g.Presence)))
			}
			where := s.Dotted(s.Dept(g.Dept), p.seen.at.area(g.Area), g.Function)
			box.Add(kit.Row(kit.Columns{130, 150, 0, 76}, kit.NewCell(p.guestName(g, say.Masked), kit.SizeBody, kit.Body, false),
				kit.NewCell(say.Code(s.Voice, g.Group), kit.SizeLabel, kit.Quiet, false), kit.NewCell(where, kit.SizeLabel, kit.Quiet, false), state))
		}
	}
	return p.card("guests", box, p.edit("meetings.edit", guestsForm)...)
}

// toldCard is the log of who was told, and how.
func (p *Page) toldCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	for _, v := range meeting.Live(p.seen.r.Told) {
		whom := s.Dotted(p.seen.at.area(v.Area), p.seen.at.building(s.Voice, v.Building), v.Whom)
		box.Add(kit.Row(kit.Columns{136, 0, 110, 80}, kit.NewCell(s.Moment(v.At), kit.SizeLabel, kit.Quiet, false), kit.NewCell(whom, kit.SizeBody, kit.Body, false),
			kit.NewCell(say.Code(s.Voice, v.How), kit.SizeLabel, kit.Body, false), kit.NewCell(s.Voice.Staff(v.By), kit.SizeLabel, kit.Quiet, false)))
		if v.Note != "" {
			box.Add(kit.Small(v.Note))
		}
	}
	return p.card("told", box, p.edit("meetings.add", toldForm)...)
}

// filesCard lists what is attached, to open it.
func (p *Page) filesCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	for _, a := range p.seen.r.Files {
		words := s.Dotted(s.Bytes(a.Size), s.Voice.Staff(a.By), a.Note)
		if a.Closed {
			words = s.Dotted(words, s.Say("attach.restricted"))
		}
		name := kit.Button(a.Name, theme.FileIcon(), func() { p.openFile(a) })
		name.Alignment = widget.ButtonAlignLeading
		box.Add(container.NewBorder(nil, nil, name, nil, kit.Middle(kit.NewCell(words, kit.SizeLabel, kit.Quiet, false))))
	}
	var links []fyne.CanvasObject
	if bar(tryAttach(p.trial())) == nil {
		links = append(links, kit.Link(s.Say("verb.attach"), p.attach))
	}
	return p.card("files", box, links...)
}
