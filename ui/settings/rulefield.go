package settings

import (
	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// largestRule is the largest number a rule may have.
const largestRule = 1000

// ruleField is one rule: its number, its unit if it is a limit, and below what
// the regulation says.
type ruleField struct {
	field  *kit.Field
	counts bool
	number *kit.NumberInput
	unit   *kit.Choice[workday.Unit]
}

func newRuleField(l leaf, k app.RuleKey) *ruleField {
	f := &ruleField{counts: k.Limit == "", number: kit.NumberEntry("")}
	if f.counts {
		f.field = kit.NewField(l.Say("rule."+k.Key), f.number, l.Say("settings.rules.default", l.Number(k.Count)))
		return f
	}
	f.unit = kit.NewChoice(workday.Units(), func(u workday.Unit) string { return l.Say("settings.unit." + string(u)) })
	input := beside(kit.FixedWidth(66, f.number), f.unit)
	said := ""
	if limit, err := workday.ParseLimit(k.Limit); err == nil {
		said = l.Say("settings.rules.default", l.Limit(limit))
	}
	f.field = kit.NewField(l.Say("rule."+k.Key), input, said)
	return f
}

func (f *ruleField) set(limit workday.Limit, count int) {
	if f.counts {
		f.number.SetNumber(count)
		return
	}
	f.number.SetNumber(limit.N)
	if limit.Unit == "" {
		limit.Unit = workday.Workdays
	}
	kit.SetValue(f.unit, limit.Unit)
}

// value is what stands in the field, and whether it is a number that may be.
func (f *ruleField) value() (workday.Limit, int, bool) {
	n, ok := f.number.Number()
	ok = ok && n >= 0 && n <= largestRule
	if f.counts {
		return workday.Limit{}, n, ok
	}
	return workday.Limit{N: n, Unit: f.unit.Value()}, 0, ok
}
