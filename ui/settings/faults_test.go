package settings

import (
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/data/datatest/faulty"
	"ownerdesk/ui/kit"
	standing "ownerdesk/ui/seat/beside"
)

// Every fault that a change of the settings can find stands beside a field that mends it.
func TestEveryFaultOfTheSettingsStandsBesideAFieldThatCanMendIt(t *testing.T) {
	x := begin(t, Departments)
	rules := faulty.Read(t, "../../app")
	office := x.at(Office).here().(*officePage)
	depts := x.at(Departments).here().(*departmentsPage)
	staff := x.at(Staff).here().(*staffPage)
	lists := x.at(Lists).here().(*listsPage)
	for of, open := range map[string]func() *kit.Sheet{
		"ChangeDepartment": func() *kit.Sheet { return depts.change(depts.now.all[0]) },
		"ChangeStaff":      func() *kit.Sheet { return staff.change(staff.now.all[0]) },
		"ChangeProject":    func() *kit.Sheet { return office.estates.change(office.estates.all[0]) },
		"ChangeLists":      func() *kit.Sheet { return lists.change(app.ListItem{Group: "channel", Code: "CH-TEL"}) },
	} {
		sheet := open()
		faults := slices.DeleteFunc(rules.Itself(of), func(f app.Invalid) bool { return f.Field == "code" && of == "ChangeLists" }) // it is given by the program
		for f, amiss := range standing.Marks(x.win, x.form(), faults, func(err error) { office.failIn(sheet, x.form(), err) }) {
			if amiss != "" {
				t.Errorf("%s, %s %s: %s", of, f.Field, f.Rule, amiss)
			}
		}
		if sheet.Close(); len(faults) == 0 {
			t.Errorf("%s finds nothing wrong", of)
		}
	}
}

func TestEveryFaultOfTheOfficeStandsBesideAFieldThatCanMendIt(t *testing.T) {
	x := begin(t, Office)
	p := x.here().(*officePage)
	faults := slices.DeleteFunc(faulty.Read(t, "../../app").Itself("ChangeOffice"), func(f app.Invalid) bool { return f.Field == "scale" }) // one of four, elsewhere
	for f, amiss := range standing.Marks(x.win, p.form, faults, func(err error) { p.saved(app.Office{}, err) }) {
		if amiss != "" {
			t.Errorf("%s %s: %s", f.Field, f.Rule, amiss)
		}
	}
	if len(faults) < 3 {
		t.Errorf("it finds only %v wrong", faults)
	}
}

// The rules stand on the page behind the question why they are changed.
func TestARuleThatCannotBeIsSaidBesideItOnThePage(t *testing.T) {
	x := begin(t, Rules)
	p := x.here().(*rulesPage)
	for _, k := range app.RuleKeys {
		for _, rule := range []string{outOfRange, "missing"} {
			sheet := p.ask(nil)
			p.answer(sheet, app.Faults{{Field: k.Key, Rule: rule}})
			field := p.form.Field(k.Key)
			if kit.TopSheet(x.win.Canvas()) != nil || field.Error() == "" || strings.Contains(field.Error(), "fault.") {
				t.Fatalf("%s %s: %q", k.Key, rule, field.Error())
			}
			if amiss := standing.Reached(x.win, field); amiss != "" {
				t.Errorf("%s %s: %s", k.Key, rule, amiss)
			}
			p.form.Clear()
		}
	}
}

// What is refused is kept once the field that was named says something else.
func TestChangingTheFieldThatIsNamedMendsTheSettings(t *testing.T) {
	x := begin(t, Rules)
	rules := x.here().(*rulesPage)
	percent := rules.fields["remind.half"]
	if percent == nil || app.MostOf("remind.half") != 100 {
		t.Fatal("no rule is a share of a limit")
	}
	percent.number.SetNumber(101)
	if rules.save(); percent.field.Error() != x.Say("settings.number.wrong", 0, 100) || !x.closed() {
		t.Errorf("a share over 100 is %q", percent.field.Error())
	}
	percent.number.SetNumber(60)
	if rules.save(); x.closed() {
		t.Fatal("a share of 60 is refused")
	}
	kit.TopSheet(x.win.Canvas()).Close()

	office := x.at(Office).here().(*officePage)
	for field, c := range map[string]struct {
		input        interface{ SetText(string) }
		wrong, right string
	}{
		"company":    {office.company, strings.Repeat("長", app.LongestLine+1), "雲棲物業"},
		"keep-years": {office.keepYears, "0", "3"},
		"morning":    {office.week.morning, "9 to 5", "09:00-12:00"},
		"afternoon":  {office.week.afternoon, "11:00-18:00", "13:30-18:00"},
	} {
		c.input.SetText(c.wrong)
		if office.save(); !slices.Equal(office.form.Failed(), []string{field}) {
			t.Errorf("%s: wrong is %v", field, office.form.Failed())
		}
		c.input.SetText(c.right)
		if office.save(); len(office.form.Failed()) > 0 {
			t.Errorf("%s: still wrong is %v", field, office.form.Failed())
		}
	}
	for _, shift := range office.week.shifts {
		kit.SetValue(shift, workday.Off)
	}
	if office.save(); !slices.Equal(office.form.Failed(), []string{"days"}) {
		t.Errorf("a week without work: wrong is %v", office.form.Failed())
	}
}
