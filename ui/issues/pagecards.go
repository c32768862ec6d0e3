package issues

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// cards are the left side, from what the issue is to what lies behind it.
func (p *Page) cards() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	add := func(o fyne.CanvasObject) {
		if o != nil {
			cards = append(cards, o)
		}
	}
	if p.seen.c.Veiled {
		return []fyne.CanvasObject{p.veiledCard()}
	}
	add(p.graveCard())
	add(p.lacksCard())
	add(p.factsCard())
	add(p.limitCard())
	add(p.callersCard())
	add(p.planCard())
	add(p.helpsCard())
	add(p.noticeCard())
	add(p.inquiryCard())
	add(p.feedbackCard())
	add(p.costCard())
	add(p.filesCard())
	add(p.roundsCard())
	add(p.measuresCard())
	add(p.relatedCard())
	return cards
}

// factsCard is what was written down.
func (p *Page) factsCard() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	box := container.NewVBox(kit.Flush(kit.Wrapped(s.Described(c.Description, c.Veiled))))
	if c.Wish != "" {
		box.Add(kit.Flush(kit.Wrapped(s.Say("issue.wish", c.Wish))))
	}
	facts := []fyne.CanvasObject{
		p.fact("name", s.Name(c.Reporter, p.privacy)), p.fact("place", s.Place(c.Place, say.Open)), p.contact(),
		p.fact("channel", say.Code(s.Voice, c.Channel)), p.fact("received", s.Moment(c.Received)), p.fact("category", subjectOf(s, c.Category)),
		p.fact("lead", s.Dotted(s.Leads(c.Lead, c.Restricted()), handlerOf(s, c))), p.fact("round", p.roundWords()), p.fact("promise", p.promiseWords()),
	}
	for _, more := range []struct{ field, value string }{
		{"where", whereBeside(c.Place)}, {"households", households(s.Voice, c.Households)}, {"occurred", s.Moment(c.Occurred)},
		{"reply-how", s.Dotted(say.Code(s.Voice, c.ReplyHow), c.ReplyWhen)}, {"reference", c.Reference},
		{"received-why", c.ReceivedWhy}, {"callback", s.Moment(c.CallBack)}, {"rating", ratingWords(s.Voice, c.Final)},
		{"close", closeWords(s.Voice, c.Issue)},
	} {
		if more.value != "" {
			facts = append(facts, p.fact(more.field, more.value))
		}
	}
	for row := range slices.Chunk(facts, 3) { // each row is as high as its longest fact
		box.Add(container.NewGridWithColumns(3, row...))
	}
	return kit.CardTitled(s.Say("issue.facts"), box)
}

// fact is a label and what stands under it.
func (p *Page) fact(field, value string) fyne.CanvasObject {
	return p.factOf(field, kit.Flush(kit.Wrapped(value)))
}

// factOf leaves a gap at its right, so that two facts never run into each other.
func (p *Page) factOf(field string, value fyne.CanvasObject) fyne.CanvasObject {
	name := kit.NewCell(label(p.s, field), kit.SizeLabel, kit.Quiet, false)
	return container.NewBorder(nil, kit.Gap(1, 2), nil, kit.Gap(6, 1), container.NewVBox(name, value))
}

// contact is how to reach the owner, with a way to see it in full.
func (p *Page) contact() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	words := kit.Flush(kit.Wrapped(s.Contact(c.Reporter, p.privacy)))
	row := words
	if p.privacy == say.Masked && !c.Reporter.Anonymous && s.Ground.MayReveal(s.Staff.ID) {
		link := widget.NewHyperlink(s.Say("issue.show"), nil)
		link.OnTapped = p.reveal
		row = container.NewBorder(nil, nil, nil, kit.Padded(-6, -7, link), words)
	}
	return p.factOf("contact", row)
}

// reveal shows name, room and contact of all who came in full, once it is said why.
func (p *Page) reveal() {
	look := func(r app.Reporter) app.Access {
		return app.Access{Issue: p.id, Person: r.Person, Fields: "name,contact,room", Action: "view"}
	}
	looks := []app.Access{look(p.seen.c.Reporter)}
	for _, k := range p.seen.c.Callers {
		looks = append(looks, look(k.Reporter))
	}
	p.s.RevealAll(looks, func() {
		p.privacy = say.Open
		p.show(p.seen, nil)
	})
}

// subjectOf names the detail first, for it says more where both do not fit.
func subjectOf(s *seat.Seat, c app.Category) string {
	if c == c.Subject() {
		return say.Code(s.Voice, c)
	}
	return s.Dotted(say.Code(s.Voice, c), say.Code(s.Voice, c.Subject()))
}

// promiseWords are until when the owner will hear, and whether he was told so.
func (p *Page) promiseWords() string {
	c, s := p.seen.c, p.s
	if c.Promise.IsZero() {
		return s.Say("number.none")
	}
	told := s.Say("issue.promise.untold")
	if h := c.Promised; h.Holds(c.Promise) {
		told = s.Dotted(say.Code(s.Voice, h.How), s.Moment(h.At), s.Voice.Staff(h.By))
	} else if !h.At.IsZero() {
		told = s.Say("issue.promise.moved", s.Voice.Due(h.Until))
	}
	return s.Moment(c.Promise) + "\n" + told
}

func (p *Page) roundWords() string {
	c := p.seen.c
	if c.Issue.Round == 0 {
		return p.s.Say("number.none")
	}
	words := p.s.Say("issue.round", c.Issue.Round)
	if c.Issue.Rework > 0 {
		words = p.s.Dotted(words, p.s.Count("issue.rework", c.Issue.Rework))
	}
	return words
}

// handlerOf is who does the work, also one who was never on the staff.
func handlerOf(s *seat.Seat, c app.Case) string {
	if r, _ := c.Current(); c.Taken && c.Handler == 0 {
		return r.SignedBy
	}
	return s.Voice.Staff(c.Handler)
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

// planCard is how it is to be solved, by whom and when.
func (p *Page) planCard() fyne.CanvasObject {
	r, _ := p.seen.c.Current()
	if r.Solution == "" && len(r.Plan) == 0 {
		return nil
	}
	s := p.s
	box := container.NewVBox()
	if r.Solution != "" {
		box.Add(kit.Flush(kit.Wrapped(r.Solution)))
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
