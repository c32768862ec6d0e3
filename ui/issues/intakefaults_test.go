package issues

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest/faulty"
	"ownerdesk/ui/kit"
	standing "ownerdesk/ui/seat/beside"
)

// Every fault that an intake can be refused for stands beside a field that mends it,
// whatever the form shows at first. How the promise was told is asked later.
func TestEveryFaultOfAnIntakeStandsBesideAFieldThatCanMendIt(t *testing.T) {
	x := sit(t, lang.Simplified)
	p := x.intake()
	faults := slices.DeleteFunc(faulty.Read(t, "../../app").Of("Receive", "check"), func(f app.Invalid) bool {
		return f.Field == "by" || f.Field == "promise-how" || f.Field == "issue" || p.facts.Form.Field(f.Field) == nil && !ofIntake[f.Field]
	})
	for f, amiss := range standing.Marks(x.win, p.facts.Form, faults, p.fail) {
		if amiss != "" {
			t.Errorf("%s %s: %s", f.Field, f.Rule, amiss)
		}
	}
	if len(faults) < 20 {
		t.Errorf("only %v are found", faults)
	}
}

// ofIntake is what a receipt asks for; other orders have checks of the same name.
var ofIntake = map[string]bool{
	"project": true, "level": true, "channel": true, "kind": true, "category": true, "urgency": true, "name": true, "owner": true, "contact": true,
	"place": true, "where": true, "description": true, "wish": true, "received": true, "received-why": true, "occurred": true, "households": true,
	"reference": true, "reply-how": true, "reply-when": true,
}

// What is refused is kept once the field that was named says something else.
func TestChangingTheFieldThatIsNamedMendsAnIntake(t *testing.T) {
	x := sit(t, lang.Simplified)
	p := x.intake()
	p.repair()
	p.search.SetText("3-2-501")
	p.facts.who.name.SetText("张明")
	kit.SetValue(p.facts.who.owner, app.OwnerKinds[0])
	p.facts.who.contact.SetText("13812345678")
	long := strings.Repeat("长", app.LongestText+1)
	for _, c := range []struct {
		field       string
		spoil, mend func()
	}{
		{"name", func() { p.facts.who.name.SetText("") }, func() { p.facts.who.name.SetText("张明") }},
		{"contact", func() { p.facts.who.contact.SetText("") }, func() { p.facts.who.contact.SetText("13812345678") }},
		{"owner", func() { p.facts.who.owner.Clear() }, func() { kit.SetValue(p.facts.who.owner, app.OwnerKinds[0]) }},
		{"place", func() { p.search.SetText("") }, func() { p.search.SetText("3-2-501") }},
		{"channel", func() { p.facts.channel.Clear() }, func() { kit.SetValue(p.facts.channel, app.Channels[0]) }},
		{"kind", func() { p.facts.kind.Clear() }, func() { kit.SetValue(p.facts.kind, app.Repair) }},
		{"subject", func() { p.facts.subject.Clear(); p.facts.narrow() }, func() { p.facts.setCategory("EQ1") }},
		{"description", func() { p.facts.description.SetText(long) }, func() { p.facts.description.SetText("三楼电梯异响") }},
		{"received-why", func() { p.facts.received.SetValue(x.Now().Add(-time.Hour)) }, func() { p.facts.received.SetValue(x.Now()) }},
		{"occurred", func() { p.facts.occurred.SetValue(x.Now().Add(time.Hour)) }, func() { p.facts.occurred.SetValue(time.Time{}) }},
		{"level", func() { kit.SetValue(p.facts.kind, app.Complaint) }, func() { kit.SetValue(p.facts.level, app.Levels[0]) }},
	} {
		c.spoil()
		if p.Save(); x.count() != 0 || !slices.Equal(p.facts.Form.Failed(), []string{c.field}) {
			t.Errorf("%s: wrong is %v", c.field, p.facts.Form.Failed())
		}
		c.mend()
	}
	if p.Save(); x.count() != 1 {
		t.Errorf("mended, it is refused for %v", p.facts.Form.Failed())
	}
}
