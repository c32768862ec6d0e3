package meetings

import (
	"context"
	"log/slog"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

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
		meeting.Weekly:    {p.factsCard, p.figuresCard, p.actionsCard, p.accountsCard, p.problemsCard, p.guestsCard, p.filesCard},
		meeting.OnSite:    {p.factsCard, p.guestsCard, p.opinionsCard, p.decisionsCard, p.actionsCard, p.filesCard},
		meeting.Notice:    {p.factsCard, p.textCard, p.toldCard, p.filesCard},
		meeting.Activity:  {p.factsCard, p.toldCard, p.guestsCard, p.actionsCard, p.opinionsCard, p.filesCard},
		meeting.Gathering: {p.factsCard, p.gatheredCard, p.filesCard},
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
	recorder, due, minuted := "recorder", "minutes-due", "minuted"
	if r.Kind == meeting.Gathering {
		recorder, due, minuted = "gathered-by", "answer-due", "answered"
	}
	for _, f := range []struct{ field, value string }{
		{"subject", subject}, {"begins", s.Moment(r.Begins)}, {"ended", s.Moment(r.Ends)}, {"venue", r.Place}, {"chair", s.Voice.Staff(r.Chair)},
		{recorder, s.Voice.Staff(r.Recorder)}, {"helpers", r.Helpers}, {"dept", dept}, {"owner-contact", s.Voice.Staff(r.Contact)}, {"audience", audience},
		{"headcount", headcount}, {"next", s.Dotted(s.Moment(r.Next), r.NextPlace)}, {"goes", r.Goes}, {due, s.Moment(r.MinutesDue)},
		{minuted, s.Moment(r.Minuted)},
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
