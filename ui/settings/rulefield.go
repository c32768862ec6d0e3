package settings

import (
	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// ruleField is one rule: its number, its unit if it is a limit, and below what
// the regulation says.
type ruleField struct {
	field  *kit.Field
	most   int // the largest number that it may have
	counts bool
	number *kit.NumberInput
	unit   *kit.Choice[workday.Unit]
	yes    *kit.Choice[int] // of a rule that is yes or no, else nil
}

func newRuleField(l leaf, k app.RuleKey) *ruleField {
	f := &ruleField{most: app.MostOf(k.Key), counts: k.Limit == "", number: kit.NumberEntry("")}
	if k.Switch {
		f.yes = kit.NewChoice([]int{1, 0}, l.yesNo)
		f.field = kit.NewField(l.Say("rule."+k.Key), f.yes, l.Say("settings.rules.default", l.yesNo(k.Count)))
		return f
	}
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

// yesNo words a rule that is 1 for yes and 0 for no.
func (l leaf) yesNo(n int) string {
	if n == 0 {
		return l.Say("settings.rules.no")
	}
	return l.Say("settings.rules.yes")
}

func (f *ruleField) set(limit workday.Limit, count int) {
	if f.yes != nil {
		kit.SetValue(f.yes, count)
		return
	}
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
	if f.yes != nil {
		return workday.Limit{}, f.yes.Value(), true
	}
	n, ok := f.number.Number()
	ok = ok && n >= 0 && n <= f.most
	if f.counts {
		return workday.Limit{}, n, ok
	}
	return workday.Limit{N: n, Unit: f.unit.Value()}, 0, ok
}
