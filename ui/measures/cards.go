package measures

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/ui/kit"
)

// allCards are the left side; what says nothing yet and is seldom written in comes
// only once there is something.
func (p *Page) allCards() []fyne.CanvasObject {
	m := p.seen.m
	cards := []fyne.CanvasObject{p.planCard(), p.chainCard(), p.milestonesCard()}
	for _, c := range []struct {
		there bool
		card  func() fyne.CanvasObject
	}{
		{m.State != improve.Planned || len(m.Checks) > 0, p.checksCard}, {!m.Accepted.IsZero() || len(m.Evaluations) > 0, p.evaluationsCard},
		{len(m.Reminders) > 0, p.remindersCard}, {len(m.Callings) > 0, p.callingsCard}, {len(m.Files) > 0, p.filesCard},
	} {
		if c.there {
			cards = append(cards, c.card())
		}
	}
	return cards
}

// edit is the link that opens the form of an act, while it may be done.
func (p *Page) edit(key, verb string) []fyne.CanvasObject {
	v, known := verbNamed(verb)
	if !known || bar(v.try(p.trial())) != nil {
		return nil
	}
	return []fyne.CanvasObject{kit.Link(p.s.Say(key), func() { p.open(v.form(p)) })}
}

// card is a list under its name; nothing in it is said.
func (p *Page) card(name string, box *fyne.Container, links ...fyne.CanvasObject) fyne.CanvasObject {
	if len(box.Objects) == 0 {
		box.Add(kit.Small(p.s.Say("measures.empty." + name)))
	}
	return kit.CardTitled(p.s.Say("measures.card."+name), box, links...)
}

// grid puts facts that say something three in a row.
func (p *Page) grid(box *fyne.Container, facts ...[2]string) {
	var all []fyne.CanvasObject
	for _, f := range facts {
		if f[1] != "" {
			all = append(all, fact(label(p.s.Voice, f[0]), f[1]))
		}
	}
	for row := range slices.Chunk(all, 3) {
		box.Add(container.NewGridWithColumns(3, row...))
	}
}

// told adds texts under their names.
func (p *Page) told(box *fyne.Container, texts ...[2]string) {
	for _, t := range texts {
		if t[1] != "" {
			box.Add(kit.Muted(label(p.s.Voice, t[0])))
			box.Add(kit.Flush(kit.Wrapped(t[1])))
		}
	}
}

// planCard is what is to be done, by whom and until when.
func (p *Page) planCard() fyne.CanvasObject {
	m, s := p.seen.m, p.s
	box := container.NewVBox()
	if m.State == improve.Void {
		box.Add(kit.Small(s.Say("measures.voided", m.Why)))
	}
	p.told(box, [2]string{"problem", m.Problem}, [2]string{"what", m.What}, [2]string{"standard", m.Standard})
	box.Add(kit.Gap(1, 2))
	due := m.Due.String()
	if m.First != m.Due {
		due = s.Say("measures.due.moved", due, m.First.String())
	}
	start := ""
	if !m.Start.IsZero() {
		start = m.Start.String()
	}
	p.grid(box, [2]string{"responsible", s.Dotted(s.Voice.Staff(m.Person), s.Dept(m.Dept))}, [2]string{"due", due}, [2]string{"percent", s.Say("measures.percent", m.Percent())},
		[2]string{"start", start}, [2]string{"helping", s.Depts(m.Helping)}, [2]string{"needs", m.Needs},
		[2]string{"finished", s.Dotted(s.Moment(m.Finished), s.Voice.Staff(m.FinishedBy))}, [2]string{"accepted", s.Dotted(s.Moment(m.Accepted), s.Voice.Staff(m.AcceptedBy))})
	p.told(box, [2]string{"result", m.Result})
	return kit.CardTitled(s.Say("measures.card.plan"), box, p.edit("measures.edit", "change")...)
}

// chainCard is where the measure comes from, what part of the service it is about, and
// how its effect is told.
func (p *Page) chainCard() fyne.CanvasObject {
	m, s := p.seen.m, p.s
	box, links := container.NewVBox(), container.NewHBox(kit.Middle(kit.Muted(label(s.Voice, "source"))))
	open := map[improve.Origin]func(){
		improve.FromReport: func() { p.Survey(m.Source.Survey) }, improve.FromMeeting: func() { p.Record(m.Record) }, improve.FromComplaint: func() { p.Issue(m.Source.Issue) },
	}
	if to, leads := open[m.Origin]; leads {
		links.Add(kit.Link(s.Origin(m.Source), to))
	} else {
		links.Add(kit.Middle(kit.Text(s.Origin(m.Source), kit.SizeBody, kit.Body, false)))
	}
	if m.Before != 0 {
		links.Add(kit.Link(s.Say("measures.round.before", p.seen.before), func() { p.Measure(m.Before) }))
	}
	if m.After != 0 {
		links.Add(kit.Link(s.Say("measures.round.after", p.seen.after), func() { p.Measure(m.After) }))
	}
	box.Add(links)
	item := ""
	if m.Item != "" {
		item = s.Item(m.Item, "")
	}
	dimension := ""
	if m.Dimension != "" {
		dimension = s.Dimension(m.Dimension, p.seen.found.Part(m.Dimension).Text)
	}
	judge := ""
	if !m.Judge.IsZero() {
		judge = m.Judge.String()
	}
	p.grid(box, [2]string{"dimension", dimension}, [2]string{"item", item}, [2]string{"categories", s.Categories(m.Categories)},
		[2]string{"gauge", s.GaugeOf(m.Plan)}, [2]string{"target", s.Target(m.Aimed, m.Less, m.Target)}, [2]string{"judge", judge})
	return kit.CardTitled(s.Say("measures.card.chain"), box)
}

// milestonesCard is what is to be reached, and when it was.
func (p *Page) milestonesCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	for _, v := range p.seen.m.Live() {
		state, words := kit.Plain, s.Say("measures.milestone.open")
		switch {
		case !v.Reached.IsZero() && v.Reached.After(v.Due):
			state, words = kit.Warn, s.Say("measures.milestone.reached-late", v.Reached.String())
		case !v.Reached.IsZero():
			state, words = kit.Good, s.Say("measures.milestone.reached", v.Reached.String())
		case p.seen.by.Today.After(v.Due):
			state, words = kit.Bad, s.Say("measure.late")
		}
		right := container.NewHBox(kit.Middle(kit.Chip(state, words)))
		if v.Reached.IsZero() && bar(tryReach(p.trial(), v.N)) == nil {
			right.Add(kit.Link(s.Say("measures.reach"), func() { p.open(reachForm(p, v)) }))
		}
		about := s.Say("measures.by", v.Due.String())
		box.Add(container.NewBorder(nil, nil, nil, right, container.NewVBox(kit.Flush(kit.Wrapped(v.Text)), kit.Small(s.Dotted(about, s.Voice.Staff(v.By), v.Note)))))
	}
	return p.card("milestones", box, p.edit("measures.edit", "change")...)
}

// checksCard is how far it was, day by day, the newest first.
func (p *Page) checksCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	for _, c := range slices.Backward(p.seen.m.Checks) {
		rule(box)
		head := container.NewHBox(kit.Chip(kit.Info, s.Say("measures.percent", c.Percent)), kit.Middle(kit.Muted(s.Dotted(c.Day.String(), s.Voice.Staff(c.By)))))
		box.Add(head)
		box.Add(kit.Flush(kit.Wrapped(c.What)))
		if c.Evidence != "" {
			box.Add(kit.Small(s.Say("act.now", label(s.Voice, "evidence"), c.Evidence)))
		}
		if c.Deviation != "" {
			box.Add(kit.Small(s.Say("act.now", label(s.Voice, "deviation"), c.Deviation)))
		}
		if !c.Due.IsZero() {
			box.Add(kit.Small(s.Say("measures.due-moved", c.Due.String(), s.Voice.Staff(c.Approver))))
		}
	}
	return p.card("checks", box, p.edit("measures.verb.track", trackVerb)...)
}

// evaluationsCard is whether it helped, with the figures, the newest first.
func (p *Page) evaluationsCard() fyne.CanvasObject {
	m, s, box := p.seen.m, p.s, container.NewVBox()
	for _, e := range slices.Backward(m.Evaluations) {
		rule(box)
		box.Add(container.NewHBox(kit.Chip(verdictTone(e.Verdict), s.Verdict(e)), kit.Middle(kit.Muted(s.Dotted(s.Day(e.At), s.Voice.Staff(e.By))))))
		box.Add(kit.Flush(kit.Wrapped(s.Gauge(e.Gauge, e.Code, m.Categories))))
		box.Add(kit.Small(s.Say("measures.figures", s.Reading(e.Gauge, e.Before), s.Reading(e.Gauge, e.After))))
		box.Add(kit.Small(s.Judgement(e.Effect)))
		if e.Why != "" {
			box.Add(kit.Small(s.Say("act.now", label(s.Voice, "why"), e.Why)))
		}
		box.Add(p.issueLinks(e))
	}
	return p.card("evaluations", box, p.edit("measures.verb.evaluate", evaluateVerb)...)
}

// remindersCard is who was urged, and when.
func (p *Page) remindersCard() fyne.CanvasObject {
	m, s, box := p.seen.m, p.s, container.NewVBox()
	for _, r := range slices.Backward(m.Reminders) {
		rule(box)
		box.Add(kit.Muted(s.Dotted(r.Number(m.Head), s.Moment(r.At), s.Say("measures.reminded", s.Voice.Staff(r.To)))))
		box.Add(kit.Flush(kit.Wrapped(r.Text)))
	}
	return p.card("reminders", box, p.edit("measures.verb.remind", "remind")...)
}

// callingsCard is who was called to account, how, and who decided so.
func (p *Page) callingsCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	for _, c := range slices.Backward(p.seen.m.Callings) {
		rule(box)
		box.Add(container.NewHBox(kit.Chip(kit.Warn, s.Say("code."+string(c.Way))), kit.Middle(kit.Muted(s.Dotted(c.Day.String(), s.Voice.Staff(c.Who),
			s.Say("measures.decided-by", s.Voice.Staff(c.Decider)))))))
		box.Add(kit.Small(s.Say("act.now", label(s.Voice, "explanation"), c.Explanation)))
		if c.Text != "" {
			box.Add(kit.Small(s.Say("act.now", label(s.Voice, "decided"), c.Text)))
		}
	}
	return p.card("callings", box, p.edit("measures.verb.call", "call")...)
}

// filesCard lists what is attached, to open it.
func (p *Page) filesCard() fyne.CanvasObject {
	s, box := p.s, container.NewVBox()
	for _, a := range p.seen.m.Files {
		words := s.Dotted(s.Bytes(a.Size), s.Voice.Staff(a.By), a.Note)
		if a.Closed {
			words = s.Dotted(words, s.Say("attach.restricted"))
		}
		name := kit.Button(a.Name, theme.FileIcon(), func() { p.openFile(a) })
		name.Alignment = widget.ButtonAlignLeading
		box.Add(container.NewBorder(nil, nil, name, nil, kit.Middle(kit.NewCell(words, kit.SizeLabel, kit.Quiet, false))))
	}
	return p.card("files", box)
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
