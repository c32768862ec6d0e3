package issues

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// feedbackCard is what came back in this round, the newest first.
func (p *Page) feedbackCard() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	box := container.NewVBox()
	for i := len(c.Feedbacks) - 1; i >= 0; i-- {
		f := c.Feedbacks[i]
		if f.Round != c.Issue.Round {
			continue
		}
		if f.Situation == "" { // taken over
			box.Add(kit.Small(p.takenWords(f)))
			continue
		}
		box.Add(kit.Flush(kit.Wrapped(feedbackWords(p.matter(), f))))
		if f.Cause != "" {
			box.Add(kit.Small(s.Say("feedback.cause", say.Code(s.Voice, f.Cause))))
		}
		for _, seen := range c.Inspections {
			if seen.Feedback == f.N {
				box.Add(kit.Small(inspectionWords(p.matter(), seen)))
			}
		}
		switch {
		case f.Accepted:
			box.Add(kit.Small(s.Say("feedback.accepted", s.Voice.Staff(f.ReviewedBy), s.Moment(f.Reviewed), f.Verdict)))
		case !f.Reviewed.IsZero():
			box.Add(kit.Small(s.Say("feedback.back", s.Voice.Staff(f.ReviewedBy), say.Code(s.Voice, f.Code), f.Verdict)))
		}
	}
	if len(box.Objects) == 0 {
		return nil
	}
	return kit.CardTitled(s.Say("issue.feedback"), box)
}

// noticeCard is whether the work disturbs others, and what they were told.
func (p *Page) noticeCard() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	r, _ := c.Current()
	if r.Disturbs == "" && len(c.Disturbances) == 0 {
		return nil
	}
	box := container.NewVBox(kit.Small(s.Say("disturbs." + string(r.Disturbs))))
	if r.Disturbs == "" {
		box.RemoveAll()
	}
	for i := len(c.Disturbances) - 1; i >= 0; i-- {
		box.Add(kit.Flush(kit.Wrapped(noticeWords(p.matter(), c.Disturbances[i]))))
	}
	return kit.CardTitled(s.Say("issue.notice"), box)
}

// takenWords are what an older ledger tells of a completion.
func (p *Page) takenWords(f app.Feedback) string {
	s := p.s
	words := s.Say("feedback.taken", s.Moment(f.Completed))
	switch {
	case f.Accepted:
		words = s.Dotted(words, s.Say("feedback.taken.accepted", s.Moment(f.Reviewed)))
	case !f.Reviewed.IsZero():
		words = s.Dotted(words, s.Say("feedback.taken.back"))
	}
	return words
}

// filesCard lists what is attached, to open it.
func (p *Page) filesCard() fyne.CanvasObject {
	s := p.s
	box := container.NewVBox()
	for _, a := range p.seen.c.Attachments {
		words := s.Dotted(s.Bytes(a.Size), s.Voice.Staff(a.By), a.Note)
		if a.Closed {
			words = s.Dotted(words, s.Say("attach.restricted"))
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
		box := container.NewVBox(kit.Small(s.Say("issue.round.words", s.Leads(r.Lead, p.seen.c.Restricted()), s.Moment(r.Issued), s.Voice.Due(r.Due), s.Voice.Staff(r.Handler), r.Solution)))
		for _, f := range c.Feedbacks {
			if f.Round == r.N {
				box.Add(kit.Small(feedbackWords(p.matter(), f)))
			}
		}
		for _, f := range c.FollowUps {
			if f.Round == r.N && f.Opinion != "" {
				box.Add(kit.Small(s.Say("issue.opinion", s.Moment(f.At), f.Opinion)))
			}
		}
		earlier.Append(widget.NewAccordionItem(s.Dotted(s.Say("issue.round", r.N), r.Number), box))
	}
	return kit.CardTitled(s.Say("issue.rounds"), earlier)
}

// measuresCard is what is being improved because of this issue.
func (p *Page) measuresCard() fyne.CanvasObject {
	s := p.s
	if len(p.seen.measures) == 0 {
		return nil
	}
	box := container.NewVBox()
	for _, m := range p.seen.measures {
		about := kit.NewCell(s.Dotted(s.Say("measure.state."+string(m.State)), m.What), kit.SizeBody, kit.Body, false)
		box.Add(container.NewBorder(nil, nil, kit.Link(m.Number, func() { p.Measure(m.ID) }), nil, kit.Middle(about)))
	}
	return kit.CardTitled(s.Say("issue.measures"), box)
}

// relatedCard is what this issue repeats, and what else the room brought.
func (p *Page) relatedCard() fyne.CanvasObject {
	s := p.s
	var lines []app.Line
	if i := p.seen.related; i.ID != 0 {
		lines = append(lines, app.Line{ID: i.ID, Number: i.Shown(), Category: i.Category, State: i.State})
	}
	for _, c := range p.seen.merged {
		lines = append(lines, app.Line{ID: c.ID, Number: c.Shown(), Category: c.Category, State: c.State})
	}
	known := func(id app.IssueID) bool {
		return slices.ContainsFunc(lines, func(l app.Line) bool { return l.ID == id })
	}
	for _, l := range p.seen.room {
		if !known(l.ID) && l.ID != p.id && l.ID != p.seen.related.ID {
			lines = append(lines, l)
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return kit.CardTitled(s.Say("issue.related"), lineList(s, lines, mostEarlier, p.Open))
}
