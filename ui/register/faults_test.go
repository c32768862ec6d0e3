package register

import (
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/assets/samples"
	"ownerdesk/data/datatest/faulty"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat/beside"
)

// Every fault that a change of the register can find stands beside a field that mends it.
// What a part belongs to is not typed.
func TestEveryFaultOfTheRegisterStandsBesideAFieldThatCanMendIt(t *testing.T) {
	x := sit(t, lang.Simplified)
	p := x.busy()
	rules := faulty.Read(t, "../../app")
	one := p.detail.people[0]
	for _, c := range []struct {
		of    string
		open  func() *editor
		fixed string
	}{
		{"ChangeProject", func() *editor { return p.editEstate(p.estate.project) }, ""},
		{"ChangeArea", func() *editor { return p.editArea(app.Area{Project: p.project}) }, "project"},
		{"ChangeBuilding", func() *editor { return p.editBuilding(p.estate.buildings[0]) }, "project"},
		{"ChangeRoom", func() *editor { return p.editRoom(p.detail.home.room) }, ""},
		{"ChangePerson", func() *editor { return p.personForm(one).editor }, ""},
		{"ChangeTie", p.addTie, "room"},
	} {
		e := c.open()
		faults := slices.DeleteFunc(rules.Itself(c.of), func(f app.Invalid) bool { return f.Field == c.fixed })
		for f, amiss := range beside.Marks(x.win, e.form, faults, e.refused) {
			if amiss != "" {
				t.Errorf("%s, %s %s: %s", c.of, f.Field, f.Rule, amiss)
			}
		}
		if e.sheet.Close(); len(faults) == 0 {
			t.Errorf("%s finds nothing wrong", c.of)
		}
	}
}

// What is refused is kept once the field that was named says something else.
func TestChangingTheFieldThatIsNamedMendsTheRegister(t *testing.T) {
	x := sit(t, lang.Simplified)
	p := x.busy()
	estate := p.estate.project
	long := strings.Repeat("长", app.LongestLine+1)
	for field, c := range map[string]struct {
		e            *editor
		wrong, right string
	}{
		"name":   {nil, long, estate.Name},
		"code":   {nil, "云", "YQ"},
		"door":   {nil, "", "909"},
		"size":   {nil, "-1", "89.5"},
		"note":   {nil, strings.Repeat("长", app.LongestText+1), "好"},
		"phones": {nil, "12", "13800001111"},
	} {
		switch field {
		case "name", "code":
			c.e = p.editEstate(estate)
		case "phones":
			c.e = p.personForm(p.detail.people[0]).editor
		default:
			c.e = p.editRoom(p.detail.home.room)
		}
		input, is := c.e.form.Field(field).Input.(interface{ SetText(string) })
		if !is {
			t.Fatalf("%s is not typed", field)
		}
		input.SetText(c.wrong)
		if c.e.sheet.Submit(); kit.TopSheet(x.win.Canvas()) == nil || !slices.Equal(c.e.form.Failed(), []string{field}) {
			t.Errorf("%s: wrong is %v", field, c.e.form.Failed())
		}
		input.SetText(c.right)
		if c.e.sheet.Submit(); kit.TopSheet(x.win.Canvas()) != nil {
			t.Errorf("%s: still refused for %v", field, c.e.form.Failed())
			c.e.sheet.Close()
		}
	}
}

// Which estate a file is for is asked for beside its field.
func TestAFileWithoutItsEstateAsksForItBesideTheField(t *testing.T) {
	x := sit(t, lang.Simplified)
	p := x.bring("owners-messy.xlsx", samples.Messy)
	field := p.columns.about.Field("project")
	p.columns.estates.Clear()
	if p.Next(); field.Error() == "" || p.stage != atColumns {
		t.Fatalf("it says %q at %d", field.Error(), p.stage)
	}
	p.columns.estates.Pick(func(app.Project) bool { return true })
	if p.Next(); p.stage != atOutcome {
		t.Errorf("with an estate it stays at %d", p.stage)
	}
}
