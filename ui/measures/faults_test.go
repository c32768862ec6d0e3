package measures

import (
	"slices"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest/faulty"
	"ownerdesk/ui/seat/beside"
)

// apart tells what no form of measures can mend: it is about the measure or the person
// and keeps the form from being offered, or is made by a program.
func apart(f app.Invalid) bool {
	list, n, _ := f.Row()
	return slices.Contains([]string{"measure", "by", "source", "files"}, f.Field) || list == "milestones" && n == 0
}

// asks tells whether an order asks for what a fault is about: the next round says only
// what it does otherwise, the rest is that of the measure before it, and a change does
// not look at the effect.
func asks(order string, f app.Invalid) bool {
	switch order {
	case "Close":
		return slices.Contains([]string{"next", "note", "what", "standard", "dept", "responsible", "start", "due"}, f.Field)
	case "Change":
		return f.Field != "before" && f.Field != "after"
	}
	return true
}

// Every fault that an order on a measure can find stands beside a field that mends it.
func TestEveryFaultOfMeasuresStandsBesideAFieldThatCanMendIt(t *testing.T) {
	x := sit(t, lang.Simplified)
	p := x.made()
	rules := faulty.Read(t, "../../app/improve")
	var found improve.Found
	offered := func() *form {
		o := x.order()
		o.Milestones = append(o.Milestones, improve.Milestone{Text: "驗收", Due: day(12, 10)})
		return newMeasureForm(x.Seat, x.desk, o, found)
	}
	for of, make := range map[string]func() *form{
		"Make": offered, "Change": func() *form { return changeForm(p) }, "Track": func() *form { return trackForm(p) },
		"Reach": func() *form { return reachForm(p, p.seen.m.Milestones[0]) }, "Finish": func() *form { return finishForm(p) },
		"Accept": func() *form { return acceptForm(p) }, "Evaluate": func() *form { return evaluateForm(p) },
		"Close": func() *form { return closeForm(p) }, "Remind": func() *form { return remindForm(p) }, "Call": func() *form { return callForm(p) },
		"Defer": func() *form { return deferForm(p) }, "Void": func() *form { return voidForm(p) },
	} {
		faults := slices.DeleteFunc(rules.Of(of), func(f app.Invalid) bool { return apart(f) || f.Field == "project" || !asks(of, f) })
		for f, amiss := range beside.Shows(x.win, make(), faults) {
			if amiss != "" {
				t.Errorf("%s, %s %s: %s", of, f.Field, f.Rule, amiss)
			}
		}
		if len(faults) == 0 {
			t.Errorf("%s finds nothing wrong", of)
		}
	}
}
