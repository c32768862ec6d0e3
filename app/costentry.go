package app

import (
	"strings"
	"unicode/utf8"

	"ownerdesk/app/money"
)

// How much one record takes, in lines and characters.
const (
	MostMaterials = 100
	LongestUnit   = 10
)

// Reckon is what was typed as amounts, and what is wrong with it. What cannot be read
// counts as nothing, so that the sum can be shown while somebody types.
func (e CostEntry) Reckon() (c Cost, f Faults) {
	e.labour(&c, &f)
	e.materials(&c, &f)
	c.Other = amount(&f, e.Other, "cost-other")
	c.OtherWhat, c.Receipt, c.Charge = strings.TrimSpace(e.OtherWhat), strings.TrimSpace(e.Receipt), e.Charge
	f.text(c.OtherWhat, "cost-other-what", c.Other > 0, LongestLine)
	f.text(c.Receipt, "receipt", false, LongestLine)
	e.charge(&c, &f)
	return c, f
}

// labour takes the amount as typed, or reckons it from time and rate.
func (e CostEntry) labour(c *Cost, f *Faults) {
	hours := strings.TrimSpace(e.Hours)
	read := true
	if hours != "" {
		c.Hours, read = money.ReadHours(hours)
	}
	f.unless(read, "cost-hours", "unreadable")
	c.Rate = amount(f, e.Rate, "cost-rate")
	c.Labour = amount(f, e.Labour, "cost-labour")
	if c.Rate == 0 {
		return
	}
	f.unless(hours != "", "cost-hours", "missing")
	reckoned := c.Hours.At(c.Rate)
	f.unless(strings.TrimSpace(e.Labour) == "" || c.Labour == reckoned, "cost-labour", "differs")
	f.unless(reckoned <= money.LargestAmount, "cost-labour", "too-large")
	c.Labour = reckoned
}

// amount reads an amount that may be left out.
func amount(f *Faults, typed, field string) money.Fen {
	if strings.TrimSpace(typed) == "" {
		return 0
	}
	v, read := money.ReadAmount(typed)
	f.unless(read, field, "unreadable")
	return v
}

func (e CostEntry) materials(c *Cost, f *Faults) {
	f.unless(len(e.Materials) <= MostMaterials, "cost-materials", "too-many")
	if len(e.Materials) > MostMaterials {
		return
	}
	for n, m := range e.Materials {
		var line Material
		f.row("cost-materials", n+1, func(f *Faults) { line = m.line(f) })
		c.Materials = append(c.Materials, line)
		c.Material += line.Amount
	}
}

// line takes the amount of a line as typed, or reckons it from quantity and price.
// Both may stand there, if they agree.
func (m MaterialEntry) line(f *Faults) Material {
	l := Material{What: strings.TrimSpace(m.What), Unit: strings.TrimSpace(m.Unit)}
	quantity, read := strings.TrimSpace(m.Quantity), true
	if quantity != "" {
		l.Quantity, read = money.ReadQuantity(quantity)
	}
	f.unless(l.What != "", "what", "incomplete")
	f.unless(utf8.RuneCountInString(l.What) <= LongestLine, "what", "too-long")
	f.unless(read, "quantity", "unreadable")
	f.unless(utf8.RuneCountInString(l.Unit) <= LongestUnit, "unit", "too-long")
	l.Price, l.Amount = amount(f, m.Price, "price"), amount(f, m.Amount, "amount")
	if l.Price == 0 {
		return l
	}
	f.unless(quantity != "", "quantity", "incomplete")
	reckoned := l.Quantity.Times(l.Price)
	f.unless(strings.TrimSpace(m.Amount) == "" || l.Amount == reckoned, "amount", "differs")
	f.unless(reckoned <= money.LargestAmount, "amount", "too-large")
	l.Amount = reckoned
	return l
}

// charge takes what the owner pays. Who is charged without an amount pays all of it;
// an agreed price may be above what it cost, where labour has no rate.
func (e CostEntry) charge(c *Cost, f *Faults) {
	typed := strings.TrimSpace(e.Charged)
	c.Charged = amount(f, e.Charged, "charged")
	f.unless(oneOf(c.Charge, Charges), "charge", "missing")
	switch c.Charge {
	case ChargeNo:
		f.unless(c.Charged == 0, "charged", "not-charged")
	case ChargePart:
		f.unless(typed != "" && c.Charged > 0, "charged", "missing")
		f.unless(c.Charged < c.Total() || c.Total() == 0, "charged", "not-part")
	case ChargeYes:
		if typed == "" {
			c.Charged = c.Total()
		}
		f.unless(c.Charged > 0, "charged", "missing")
		f.unless(c.Charged >= c.Total(), "charged", "part")
	}
}

// Entry is a record as a form shows it to be corrected.
func (c Cost) Entry() CostEntry {
	typed := func(f money.Fen) string {
		if f == 0 {
			return ""
		}
		return f.String()
	}
	e := CostEntry{Rate: typed(c.Rate), Other: typed(c.Other), OtherWhat: c.OtherWhat, Charge: c.Charge, Charged: typed(c.Charged), Receipt: c.Receipt}
	if c.Hours != 0 {
		e.Hours = c.Hours.String()
	}
	if c.Rate == 0 {
		e.Labour = typed(c.Labour)
	}
	for _, m := range c.Materials {
		row := MaterialEntry{What: m.What, Unit: m.Unit, Price: typed(m.Price)}
		if m.Quantity != 0 {
			row.Quantity = m.Quantity.String()
		}
		if m.Price == 0 {
			row.Amount = typed(m.Amount)
		}
		e.Materials = append(e.Materials, row)
	}
	return e
}
