package say

import (
	"ownerdesk/app"
	"ownerdesk/app/money"
	"ownerdesk/app/workday"
)

// Money is an amount in the currency of the office's region: 1,234.50 元, HK$1,234.50.
func (v Voice) Money(f money.Fen) string {
	region := v.Ground.Office.Region
	if !v.Has("money." + string(region)) {
		region = workday.CN
	}
	return v.Say("money."+string(region), f.Grouped())
}

// WorkingTime is a time in hours: 1.5 小時.
func (v Voice) WorkingTime(h money.Hours) string { return v.Say("money.hours", h.String()) }

// MaterialLine is a line of material, with how its amount was reckoned.
func (v Voice) MaterialLine(m app.Material) (what, how, amount string) {
	if m.Quantity != 0 || m.Price != 0 || m.Unit != "" {
		how = m.Unit
		if m.Quantity != 0 || m.Price != 0 {
			how = m.Quantity.String() + " " + m.Unit
		}
	}
	if m.Price != 0 {
		how += " × " + v.Money(m.Price)
	}
	if m.Amount != 0 || m.Price != 0 {
		amount = v.Money(m.Amount)
	}
	return m.What, how, amount
}

// Charged is whether the owner paid, and how much; nothing where nobody said.
func (v Voice) Charged(s app.Spent) string {
	switch {
	case s.Charge == "":
		return ""
	case s.Charged == 0:
		return v.Say("charge." + string(s.Charge))
	}
	return v.Say("money.charged", v.Say("charge."+string(s.Charge)), v.Money(s.Charged))
}

// spelled words an amount or a time as the timeline keeps it.
func (v Voice) spelled(field, s string) string {
	if field == "cost-hours" {
		h, _ := money.ReadHours(s)
		return v.WorkingTime(h)
	}
	f, read := money.ReadAmount(s)
	if !read { // a sum may be beyond what is taken in at once
		return s
	}
	return v.Money(f)
}
