package meetings

import (
	"context"
	"log/slog"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// allCards are the left side: those that a record's kind uses, what is worked on
// now before what is seldom looked at.
func (p *Page) allCards() []fyne.CanvasObject {
	use := map[meeting.Kind][]func() fyne.CanvasObject{
		meeting.Monthly: {p.factsCard, p.figuresCard, p.agendaCard, p.actionsCard, p.accountsCard, p.problemsCard, p.opinionsCard, p.answersCard,
			p.decisionsCard, p.guestsCard, p.filesCard},
		meeting.Weekly:   {p.factsCard, p.figuresCard, p.actionsCard, p.accountsCard, p.problemsCard, p.guestsCard, p.filesCard},
		meeting.OnSite:   {p.factsCard, p.guestsCard, p.opinionsCard, p.decisionsCard, p.actionsCard, p.filesCard},
		meeting.Notice:   {p.factsCard, p.textCard, p.toldCard, p.filesCard},
		meeting.Activity: {p.factsCard, p.toldCard, p.guestsCard, p.actionsCard, p.opinionsCard, p.filesCard},
	}[p.seen.r.Kind]
	cards := make([]fyne.CanvasObject, 0, len(use))
	for _, card := range use {
		cards = append(cards, card())
	}
	return cards
}

// edit is the link that opens the form of a list, while it may be written in.
func (p *Page) edit(key string, make func(*Page) *form) []fyne.CanvasObject {
	if bar(tryChange(p.trial())) != nil {
		return nil
	}
	return []fyne.CanvasObject{kit.Link(p.s.Say(key), func() { p.open(make(p)) })}
}

// correct is the link that opens what was planned.
func (p *Page) correct() []fyne.CanvasObject {
	if bar(tryCorrect(p.trial())) != nil {
		return nil
	}
	return p.edit("meetings.edit", changeForm)
}

// card is a list under its name; nothing in it is said.
func (p *Page) card(name string, box *fyne.Container, links ...fyne.CanvasObject) fyne.CanvasObject {
	if len(box.Objects) == 0 {
		box.Add(kit.Small(p.s.Say("meetings.empty." + name)))
	}
	return kit.CardTitled(p.cardWords(name), box, links...)
}

// rule parts what comes next from what is there already.
func rule(box *fyne.Container) {
	if len(box.Objects) > 0 {
		box.Add(kit.Line())
	}
}

// fact is a label and what stands under it, with a gap at its right.
func (p *Page) fact(field, value string) fyne.CanvasObject {
	name := kit.NewCell(label(p.s.Voice, field), kit.SizeLabel, kit.Quiet, false)
	return container.NewBorder(nil, kit.Gap(1, 2), nil, kit.Gap(6, 1), container.NewVBox(name, kit.Flush(kit.Wrapped(value))))
}

// factsCard is what, when, where and who.
func (p *Page) factsCard() fyne.CanvasObject {
	r, s := p.seen.r, p.s
	box := container.NewVBox(kit.Flush(kit.Wrapped(about(s.Voice, r.Head))))
	if r.State == meeting.Cancelled {
		box.Add(kit.Small(s.Say("meetings.cancelled", r.Why)))
	}
	var facts []fyne.CanvasObject
	headcount, subject := "", ""
	if r.Headcount > 0 {
		headcount = s.Number(r.Headcount)
	}
	subject = say.Code(s.Voice, r.Subject)
	audience := ""
	if r.Kind == meeting.Notice || r.Kind == meeting.Activity {
		audience = p.seen.at.audience(s.Voice, r.Details)
	}
	dept := ""
	if r.Kind != meeting.Weekly {
		dept = s.Dept(r.Dept)
	}
	for _, f := range []struct{ field, value string }{
		{"subject", subject}, {"begins", s.Moment(r.Begins)}, {"ended", s.Moment(r.Ends)}, {"venue", r.Place}, {"chair", s.Voice.Staff(r.Chair)},
		{"recorder", s.Voice.Staff(r.Recorder)}, {"dept", dept}, {"owner-contact", s.Voice.Staff(r.Contact)}, {"audience", audience},
		{"headcount", headcount}, {"next", s.Dotted(s.Moment(r.Next), r.NextPlace)}, {"goes", r.Goes}, {"minutes-due", s.Moment(r.MinutesDue)},
		{"minuted", s.Moment(r.Minuted)},
	} {
		if f.value != "" {
			facts = append(facts, p.fact(f.field, f.value))
		}
	}
	for row := range slices.Chunk(facts, 3) {
		box.Add(container.NewGridWithColumns(3, row...))
	}
	box.Add(p.issueLinks())
	text := r.Text
	if r.Kind == meeting.Notice { // it has a card
		text = ""
	}
	for _, t := range []struct{ title, text string }{
		{label(s.Voice, "prepared"), r.Prepared}, {s.Say("meetings.text." + string(r.Kind)), text},
		{label(s.Voice, "unsettled"), r.Unsettled}, {label(s.Voice, "refused"), r.Refused},
	} {
		if t.text != "" {
			box.Add(kit.Muted(t.title))
			box.Add(kit.Flush(kit.Wrapped(t.text)))
		}
	}
	return kit.CardTitled(s.Say("meetings.card.facts"), box, p.correct()...)
}

// issueLinks are the issues that a talk is about, or a week has to talk about.
func (p *Page) issueLinks() fyne.CanvasObject {
	r := p.seen.r
	ids := append(nonzero(r.Issue), r.Issues...)
	if len(ids) == 0 {
		return kit.Gap(0, 0)
	}
	row := container.NewHBox(kit.Middle(kit.Muted(label(p.s.Voice, "issues"))))
	for _, id := range ids {
		row.Add(kit.Link(p.seen.numbers[id], func() { p.Issue(id) }))
	}
	return row
}

// textCard is a notice as it is given out, to be copied into a group chat.
func (p *Page) textCard() fyne.CanvasObject {
	r := p.seen.r
	links := append(p.correct(), kit.Button(p.s.Say("meetings.copy"), theme.ContentCopyIcon(), func() {
		p.Copy(r)
	}))
	return kit.CardTitled(p.s.Say("meetings.card.text"), kit.Flush(kit.Wrapped(r.Text)), links...)
}

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

// makeIssue leads to the intake that an opinion makes.
func (p *Page) makeIssue(n int) {
	stand := meeting.Stand{Record: p.id, By: p.s.Staff.ID}
	kit.Do(p.s.Tasks, func(ctx context.Context) (app.ReceiveOrder, error) { return p.desk.IssueForm(ctx, stand, n) }, func(o app.ReceiveOrder, err error) {
		if err != nil {
			p.s.Fail(nil, err)
			return
		}
		p.Intake(o, func(ctx context.Context, o app.ReceiveOrder) (app.Move, error) {
			m, err := p.desk.Issue(ctx, meeting.IssueOrder{Stand: stand, N: n, Intake: o})
			if err != nil && m.Issue.ID != 0 { // received, though the opinion does not name it
				slog.Error("tie opinion", "err", err)
				err = nil
			}
			return m, err
		})
	})
}

// openFile shows an attached file in the system's program for it.
func (p *Page) openFile(a app.Attachment) {
	kit.Do(p.s.Tasks, func(ctx context.Context) (string, error) { return p.asks.OpenPath(ctx, a) }, func(path string, err error) {
		if err == nil {
			err = p.s.Outside.Open(path)
		}
		if err != nil {
			p.s.Fail(nil, err)
		}
	})
}
