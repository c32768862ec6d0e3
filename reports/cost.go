package reports

import (
	"ownerdesk/app"
	"ownerdesk/app/money"
	"ownerdesk/reports/paper"
)

// cost is what the issue had cost by the end of the round that the copy is about;
// false where nobody recorded it. An owner sees it once he is charged for it.
func (v view) cost() (cost app.Cost, shown bool) {
	for _, c := range v.c.Costs {
		if c.Round <= max(v.r.N, 1) {
			cost = c
		}
	}
	return cost, cost.N > 0 && (!v.owner() || cost.Charge == app.ChargeYes || cost.Charge == app.ChargePart)
}

// costPart is labour and material line by line, what else was paid, the sum, and
// what the owner pays; nothing where it is not recorded.
func (v view) costPart() []paper.Block {
	c, shown := v.cost()
	if !shown {
		return nil
	}
	t := paper.Table{Columns: []paper.Column{
		v.column("slip.cost.what", 0), {Title: v.Say("slip.cost.how"), Width: 52}, {Title: v.Say("slip.cost.amount"), Width: 34, Align: paper.Right},
	}}
	if c.Hours != 0 || c.Labour != 0 {
		how := v.WorkingTime(c.Hours)
		if c.Rate != 0 {
			how += " × " + v.Money(c.Rate)
		}
		t.Rows = append(t.Rows, []string{v.Say("slip.cost.labour"), how, v.Money(c.Labour)})
	}
	for _, m := range c.Materials {
		what, how, amount := v.MaterialLine(m)
		t.Rows = append(t.Rows, []string{what, how, amount})
	}
	if c.Other != 0 {
		t.Rows = append(t.Rows, []string{v.Say("slip.cost.extra"), c.OtherWhat, v.Money(c.Other)})
	}
	t.Rows = append(t.Rows, []string{v.Say("slip.cost.total"), "", v.Money(c.Total())})
	paid := v.pairs("slip.charge", v.Charged(c.Spent), "slip.receipt.number", c.Receipt)
	if len(t.Rows) > mostKept {
		return []paper.Block{paper.Keep{paper.Band(v.Say("slip.cost"))}, t, paid}
	}
	return []paper.Block{paper.Keep{paper.Band(v.Say("slip.cost")), t, paid}}
}

// amount is an amount for a workbook, and nothing where no cost is recorded.
func amount(s app.Spent, f money.Fen) any {
	if s.N == 0 {
		return nil
	}
	return f.Float()
}

// hours are those of a workbook.
func hours(s app.Spent) any {
	if s.N == 0 {
		return nil
	}
	return s.Hours.Float()
}

// charge is whether the owner was charged; nothing where nobody said.
func (f Facts) charge(s app.Spent) string {
	if s.Charge == "" {
		return ""
	}
	return f.Say("charge." + string(s.Charge))
}

// materials are the lines of material in one cell, veiled as what was told is.
func (f Facts) materials(l app.Line) string {
	if l.Veiled || l.Materials == "" {
		return ""
	}
	l.Description = l.Materials
	return f.told(l)
}
