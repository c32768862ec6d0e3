package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// costCard is what the issue cost as it is known last: its lines, the sums, and
// what the owner paid.
func (p *Page) costCard() fyne.CanvasObject {
	c, recorded := p.seen.c.Cost()
	if !recorded {
		return nil
	}
	s := p.s
	box := container.NewVBox()
	columns := kit.Columns{0, 210, 130}
	row := func(what, how, amount string, strong bool) {
		box.Add(kit.Row(columns, kit.NewCell(what, kit.SizeBody, kit.Body, strong), kit.NewCell(how, kit.SizeBody, kit.Quiet, false),
			kit.NewCell(amount, kit.SizeBody, kit.Body, strong).AlignRight()))
	}
	if c.Hours != 0 || c.Labour != 0 {
		row(s.Say("field.cost-labour"), labourWords(p.matter(), c), s.Voice.Money(c.Labour), false)
	}
	for _, m := range c.Materials {
		what, how, amount := s.Voice.MaterialLine(m)
		row(what, how, amount, false)
	}
	if c.Other != 0 {
		row(s.Say("field.cost-other"), c.OtherWhat, s.Voice.Money(c.Other), false)
	}
	box.Add(kit.Line())
	row(s.Say("field.cost-total"), "", s.Voice.Money(c.Total()), true)
	paid := s.Voice.Charged(c.Spent)
	if paid == "" {
		paid = s.Say("charge.unsaid")
	}
	if c.Receipt != "" {
		paid = s.Dotted(paid, s.Say("cost.receipt", c.Receipt))
	}
	box.Add(kit.Small(s.Dotted(paid, p.recorded(c))))
	return kit.CardTitled(s.Say("issue.cost"), box, p.costLink()...)
}

// recorded is who recorded a cost; what was there before the issue was taken over is
// of its ledger.
func (p *Page) recorded(c app.Cost) string {
	if all := p.seen.c.Acts; p.seen.c.Taken && len(all) > 0 && c.At.Before(all[0].At) {
		return p.s.Say("cost.taken")
	}
	return p.s.Say("cost.by", p.s.Voice.Staff(c.By), p.s.Moment(c.At))
}

// costLink leads to the correction, for whoever may make it.
func (p *Page) costLink() []fyne.CanvasObject {
	v, known := verbNamed(Cost)
	if !known || v.barred(trialOf(p.s, p.seen.c)) != nil {
		return nil
	}
	return []fyne.CanvasObject{kit.Link(p.s.Say("cost.correct"), func() { p.do(v) })}
}

// labourWords are how much work it was, and at which rate.
func labourWords(m matter, c app.Cost) string {
	words := m.s.Voice.WorkingTime(c.Hours)
	if c.Rate != 0 {
		words += " × " + m.s.Voice.Money(c.Rate)
	}
	return words
}
