package meetings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// gatheredCard is what was gathered: who said what, and how each is answered for.
func (p *Page) gatheredCard() fyne.CanvasObject {
	s, r, box := p.s, p.seen.r, container.NewVBox()
	for _, v := range meeting.Live(r.Opinions) {
		rule(box)
		box.Add(p.gatheredRow(v))
	}
	var links []fyne.CanvasObject
	if ids := r.Brought(); len(ids) > 0 {
		links = append(links, kit.Link(s.Count("meetings.issues", len(ids)), func() { p.Issues(r.Title, ids) }))
	}
	return p.card("opinions", box, append(links, p.edit("meetings.edit", gatheredForm)...)...)
}

func (p *Page) gatheredRow(v meeting.Opinion) fyne.CanvasObject {
	s := p.s
	name := p.personName(0, v.Person, v.Name, say.Masked)
	if name == "" {
		name = s.Person("", true, say.Masked)
	}
	phone := ""
	if v.Phone != "" {
		phone = s.Contact(app.Reporter{Phone: v.Phone}, say.Masked)
	}
	who := kit.NewCell(s.Dotted(name, phone, s.Short(v.Where(), say.Masked), s.Category(v.Category)), kit.SizeLabel, kit.Quiet, false)
	head := container.NewBorder(nil, nil, kit.Middle(kit.Chip(kit.Plain, say.Code(s.Voice, v.Sort))), p.gatheredLinks(v), kit.Middle(who))
	words := container.NewVBox(head, kit.Flush(kit.Wrapped(v.Text)))
	if v.Note != "" {
		words.Add(kit.Small(s.Say("act.now", label(s.Voice, "note"), v.Note)))
	}
	if v.Aside != "" {
		words.Add(kit.Small(s.Dotted(say.Code(s.Voice, v.Aside), v.AsideWhy, s.Voice.Staff(v.SettledBy), s.Moment(v.Settled))))
	}
	return words
}

// follows reads how far the issues of opinions have come.
func (p *Page) follows(ctx context.Context, v *seen) error {
	v.became = map[app.IssueID]app.Issue{}
	for _, id := range v.r.Brought() {
		c, err := p.asks.Case(ctx, id)
		if err != nil {
			return err
		}
		v.became[id] = c.Issue
	}
	return nil
}

// gatheredLinks lead to the issue of an opinion, or answer for it.
func (p *Page) gatheredLinks(v meeting.Opinion) fyne.CanvasObject {
	s, links := p.s, container.NewHBox()
	if v.Issue != 0 {
		if became, known := p.seen.became[v.Issue]; known {
			links.Add(kit.Middle(kit.Chip(seat.StateTone(became.State), s.Say("state."+string(became.State)))))
			links.Add(kit.Link(became.Shown(), func() { p.Issue(v.Issue) }))
		}
	}
	if !v.Answered() && p.seen.r.State == meeting.Held {
		links.Add(kit.Button(s.Say("meetings.make-issue"), theme.MailForwardIcon(), func() { p.makeIssue(v.N) }))
		links.Add(kit.Link(s.Say("meetings.aside"), func() { p.open(asideForm(p, v)) }))
	}
	return links
}
