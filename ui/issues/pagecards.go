package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// cards are the left side, from what the issue is to what lies behind it.
func (p *Page) cards() []fyne.CanvasObject {
	cards := []fyne.CanvasObject{p.factsCard(), p.limitCard()}
	add := func(o fyne.CanvasObject) {
		if o != nil {
			cards = append(cards, o)
		}
	}
	add(p.planCard())
	add(p.inquiryCard())
	add(p.feedbackCard())
	add(p.filesCard())
	add(p.roundsCard())
	add(p.relatedCard())
	return cards
}

// factsCard is what was written down.
func (p *Page) factsCard() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	box := container.NewVBox(kit.Flush(wrapped(c.Description)))
	if c.Wish != "" {
		box.Add(kit.Flush(wrapped(s.Say("issue.wish", c.Wish))))
	}
	grid := container.NewGridWithColumns(3,
		p.fact("name", s.Name(c.Reporter, p.privacy)), p.fact("place", s.Place(c.Place, say.Open)), p.contact(),
		p.fact("channel", say.Code(s.Voice, c.Channel)), p.fact("received", s.Moment(c.Received)), p.fact("category", s.Category(c.Category)),
		p.fact("lead", dotted(s, s.Dept(c.Lead), s.Voice.Staff(c.Handler))), p.fact("round", p.roundWords()), p.fact("promise", s.Moment(c.Promise)))
	for _, more := range []struct{ field, value string }{
		{"where", whereBeside(c.Place)}, {"households", households(s.Voice, c.Households)}, {"occurred", s.Moment(c.Occurred)},
		{"reply-how", dotted(s, say.Code(s.Voice, c.ReplyHow), c.ReplyWhen)}, {"reference", c.Reference},
		{"received-why", c.ReceivedWhy}, {"callback", s.Moment(c.CallBack)}, {"rating", ratingWords(s.Voice, c.Final)},
		{"close", closeWords(s.Voice, c.Issue)},
	} {
		if more.value != "" {
			grid.Add(p.fact(more.field, more.value))
		}
	}
	box.Add(grid)
	return kit.CardTitled(s.Say("issue.facts"), box)
}

// fact is a label and what stands under it.
func (p *Page) fact(field, value string) fyne.CanvasObject {
	return container.NewVBox(kit.NewCell(label(p.s, field), kit.SizeLabel, kit.Quiet, false), kit.NewCell(value, kit.SizeBody, kit.Body, false), kit.Gap(1, 2))
}

// contact is how to reach the owner, with a way to see it in full.
func (p *Page) contact() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	words := kit.NewCell(s.Contact(c.Reporter, p.privacy), kit.SizeBody, kit.Body, false)
	row := fyne.CanvasObject(words)
	if p.privacy == say.Masked && !c.Reporter.Anonymous {
		link := widget.NewHyperlink(s.Say("issue.show"), nil)
		link.OnTapped = p.reveal
		row = container.NewBorder(nil, nil, nil, kit.Padded(-6, -7, link), words)
	}
	return container.NewVBox(kit.NewCell(label(s, "contact"), kit.SizeLabel, kit.Quiet, false), row, kit.Gap(1, 2))
}

// reveal shows name, room and contact in full, once it is said why.
func (p *Page) reveal() {
	look := app.Access{Issue: p.id, Person: p.seen.c.Reporter.Person, Fields: "name,contact,room", Action: "view"}
	reveal(p.s, look, func() {
		p.privacy = say.Open
		p.show(p.seen, nil)
	})
}

func (p *Page) roundWords() string {
	c := p.seen.c
	if c.Issue.Round == 0 {
		return p.s.Say("number.none")
	}
	words := p.s.Say("issue.round", c.Issue.Round)
	if c.Issue.Rework > 0 {
		words = dotted(p.s, words, p.s.Count("issue.rework", c.Issue.Rework))
	}
	return words
}

// whereBeside is what was said of the place beside the room.
func whereBeside(at app.Place) string {
	if at.Block == "" && at.Door == "" {
		return ""
	}
	return at.Text
}

func households(v say.Voice, n int) string {
	if n < 2 {
		return ""
	}
	return v.Number(n)
}

func ratingWords(v say.Voice, r app.Rating) string {
	if r == 0 {
		return ""
	}
	return v.Say("rating." + string(rune('0'+r)))
}

func closeWords(v say.Voice, i app.Issue) string {
	words := say.Code(v, i.Close)
	if i.CloseWhy != "" {
		if words != "" {
			words += v.Say("intake.between")
		}
		words += i.CloseWhy
	}
	return words
}

// limitCard is until when, and how that came about.
func (p *Page) limitCard() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	r, there := c.Current()
	if !there {
		due := kit.Text(s.Voice.Due(c.RouteDue), kit.SizeBody, kit.Body, true)
		return kit.CardTitled(s.Say("intake.route-due"), quiet(s.Say("issue.route-due.tell")), due)
	}
	tone, _ := s.Due(r.Effect)
	if !c.Open() {
		tone = kit.Plain
	}
	box := container.NewVBox(quiet(s.Explain(r.Limit, r.Steps, r.Unsure)))
	if !r.Due.Equal(r.RuleDue) {
		box.Add(quiet(s.Say("issue.due-why", s.Voice.Due(r.RuleDue), r.DueWhy)))
	}
	if !r.Effect.Equal(r.Due) {
		box.Add(quiet(s.Say("issue.due-first", s.Voice.Due(r.Due))))
	}
	for _, d := range c.Delays {
		if d.Round == r.N {
			box.Add(quiet(p.delayWords(d)))
		}
	}
	if len(c.Delays) == 0 && c.Open() {
		box.Add(quiet(s.Say("issue.due-stays")))
	}
	return kit.CardTitled(s.Say("issue.due"), box, kit.Text(s.Voice.Due(r.Effect), kit.SizeBody, kit.InkOf(tone), true))
}

func (p *Page) delayWords(d app.Delay) string {
	s := p.s
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
	return words
}

// planCard is how it is to be solved, by whom and when.
func (p *Page) planCard() fyne.CanvasObject {
	r, _ := p.seen.c.Current()
	if r.Solution == "" && len(r.Plan) == 0 {
		return nil
	}
	s := p.s
	box := container.NewVBox()
	if r.Solution != "" {
		box.Add(kit.Flush(wrapped(r.Solution)))
	}
	columns := kit.Columns{0, 110, 130, 90}
	if len(r.Plan) > 0 {
		quietCell := func(key string) fyne.CanvasObject {
			return kit.NewCell(s.Say("plan."+key), kit.SizeLabel, kit.Quiet, false)
		}
		box.Add(kit.Row(columns, quietCell("measure"), quietCell("person"), quietCell("by"), quietCell("status")))
		box.Add(kit.Line())
	}
	tones := map[app.PlanStatus]kit.Tone{app.PlanOpen: kit.Plain, app.PlanDoing: kit.Warn, app.PlanDone: kit.Good}
	for _, row := range r.Plan {
		box.Add(kit.Row(columns, kit.NewCell(row.Measure, kit.SizeBody, kit.Body, false), kit.NewCell(row.Person, kit.SizeBody, kit.Body, false),
			kit.NewCell(s.Moment(row.By), kit.SizeBody, kit.Body, false), kit.Chip(tones[row.Status], s.Say("plan."+string(row.Status)))))
	}
	return kit.CardTitled(s.Say("issue.plan"), box)
}

// feedbackCard is what came back in this round, the newest first.
func (p *Page) feedbackCard() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	box := container.NewVBox()
	for i := len(c.Feedbacks) - 1; i >= 0; i-- {
		f := c.Feedbacks[i]
		if f.Round != c.Issue.Round {
			continue
		}
		box.Add(kit.Flush(wrapped(feedbackWords(p.matter(), f))))
		switch {
		case f.Accepted:
			box.Add(quiet(s.Say("feedback.accepted", s.Voice.Staff(f.ReviewedBy), s.Moment(f.Reviewed), f.Verdict)))
		case !f.Reviewed.IsZero():
			box.Add(quiet(s.Say("feedback.back", s.Voice.Staff(f.ReviewedBy), say.Code(s.Voice, f.Code), f.Verdict)))
		}
	}
	if len(box.Objects) == 0 {
		return nil
	}
	return kit.CardTitled(s.Say("issue.feedback"), box)
}

// filesCard lists what is attached, to open it.
func (p *Page) filesCard() fyne.CanvasObject {
	s := p.s
	box := container.NewVBox()
	for _, a := range p.seen.c.Attachments {
		words := dotted(s, s.Bytes(a.Size), s.Voice.Staff(a.By), a.Note)
		if a.Closed {
			words = dotted(s, words, s.Say("attach.restricted"))
		}
		box.Add(container.NewBorder(nil, nil, kit.Button(a.Name, theme.FileIcon(), func() { openFile(p.matter(), a.N) }), nil,
			kit.Middle(kit.NewCell(words, kit.SizeLabel, kit.Quiet, false))))
	}
	if len(box.Objects) == 0 {
		return nil
	}
	return kit.CardTitled(s.Say("issue.files"), box, kit.Link(s.Say("verb.attach"), p.attach))
}

// roundsCard is what earlier rounds came to, closed until it is asked for.
func (p *Page) roundsCard() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	if len(c.Rounds) < 2 {
		return nil
	}
	earlier := widget.NewAccordion()
	for _, r := range c.Rounds[:len(c.Rounds)-1] {
		box := container.NewVBox(quiet(s.Say("issue.round.words", s.Voice.Dept(r.Lead), s.Moment(r.Issued), s.Voice.Due(r.Due), s.Voice.Staff(r.Handler), r.Solution)))
		for _, f := range c.Feedbacks {
			if f.Round == r.N {
				box.Add(quiet(feedbackWords(p.matter(), f)))
			}
		}
		for _, f := range c.FollowUps {
			if f.Round == r.N && f.Opinion != "" {
				box.Add(quiet(s.Say("issue.opinion", s.Moment(f.At), f.Opinion)))
			}
		}
		earlier.Append(widget.NewAccordionItem(dotted(s, s.Say("issue.round", r.N), r.Number), box))
	}
	return kit.CardTitled(s.Say("issue.rounds"), earlier)
}

// relatedCard is what this issue repeats, and what else the room brought.
func (p *Page) relatedCard() fyne.CanvasObject {
	s := p.s
	var lines []app.Line
	if i := p.seen.related; i.ID != 0 {
		lines = append(lines, app.Line{ID: i.ID, Number: i.Shown(), Category: i.Category, State: i.State})
	}
	for _, l := range p.seen.room {
		if l.ID != p.id && l.ID != p.seen.related.ID {
			lines = append(lines, l)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return kit.CardTitled(s.Say("issue.related"), lineList(s, lines, mostEarlier, p.Open))
}
