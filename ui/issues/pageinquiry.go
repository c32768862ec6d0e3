package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// inquiryCard is how far the investigation of a complaint has come.
func (p *Page) inquiryCard() fyne.CanvasObject {
	c, s := p.seen.c, p.s
	if c.Inquiry == nil {
		return nil
	}
	q := *c.Inquiry
	grid := container.NewGridWithColumns(3)
	for _, f := range []struct{ field, value string }{
		{"valid", say.Code(s.Voice, q.Valid)}, {"investigator", s.Voice.Staff(q.Investigator)}, {"accused", accusedWords(s.Voice, q)},
		{"answers", say.Code(s.Voice, q.Answers)}, {"cause", say.Code(s.Voice, q.Cause)}, {"parties", countWords(s.Voice, len(q.Parties))},
		{"evidence", countWords(s.Voice, len(q.Evidence))}, {"verified-by", s.Voice.Staff(q.VerifiedBy)}, {"archive", q.Archive},
	} {
		if f.value != "" {
			grid.Add(p.fact(f.field, f.value))
		}
	}
	box := container.NewVBox(grid)
	for _, t := range []struct{ field, text string }{
		{"facts", q.Facts}, {"corrective", q.Corrective}, {"preventive", q.Preventive},
	} {
		if t.text != "" {
			box.Add(kit.Muted(label(s, t.field)))
			box.Add(kit.Flush(kit.Wrapped(t.text)))
		}
	}
	if !q.Approved.IsZero() {
		box.Add(kit.Small(s.Say("inquiry.approved", s.Voice.Staff(q.ApprovedBy), s.Moment(q.Approved))))
	}
	return kit.CardTitled(s.Say("issue.inquiry"), box, p.inquiryLink())
}

// inquiryLink opens the investigation's form while it may be written in.
func (p *Page) inquiryLink() fyne.CanvasObject {
	v, _ := verbNamed("inquiry")
	if v.barred(trialOf(p.s, p.seen.c)) != nil {
		return kit.Gap(0, 0)
	}
	return kit.Link(p.s.Say("verb.inquiry"), func() { p.do(v) })
}

func accusedWords(v say.Voice, q app.Inquiry) string {
	var who []string
	if q.AccusedDept != 0 {
		who = append(who, v.Dept(q.AccusedDept))
	}
	for _, id := range q.Accused {
		who = append(who, v.Staff(id))
	}
	if q.AccusedText != "" {
		who = append(who, q.AccusedText)
	}
	return v.List(who)
}

func countWords(v say.Voice, n int) string {
	if n == 0 {
		return ""
	}
	return v.Number(n)
}
