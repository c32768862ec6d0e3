package settings

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

func TestTheOfficeFromButtonToRow(t *testing.T) {
	x := begin(t, Office)
	p := x.here().(*officePage)
	p.company.SetText("  雲棲物業管理有限公司 ")
	p.keepYears.SetText("５")
	p.week.preset.SetSelected(x.Say("settings.week.five-half"))
	p.week.morning.SetText("8:30–12：00")
	x.Save()
	o := x.ground().Office
	want := workday.FiveHalf()
	want.Morning = workday.Window{From: 8*60 + 30, To: 12 * 60}
	if o.Company != "雲棲物業管理有限公司" || o.KeepYears != 5 || o.Pattern != want {
		t.Errorf("the row says %q, %d years, %s", o.Company, o.KeepYears, o.Pattern)
	}
	if x.last() != x.Say("settings.saved") {
		t.Errorf("said %q", x.last())
	}
}

func TestTheOfficeRefusesUnderTheField(t *testing.T) {
	for _, c := range []struct {
		field string
		spoil func(*officePage)
	}{
		{"company", func(p *officePage) { p.company.SetText(" ") }},
		{"keep-years", func(p *officePage) { p.keepYears.SetText("0") }},
		{"morning", func(p *officePage) { p.week.morning.SetText("九點") }},
		{"afternoon", func(p *officePage) { p.week.afternoon.SetText("11:00-18:00") }},
		{"morning", func(p *officePage) { p.week.morning.SetText("12:00-09:00") }},
		{"days", func(p *officePage) {
			for _, d := range p.week.shifts {
				kit.SetValue(d, workday.Off)
			}
		}},
	} {
		x := begin(t, Office)
		p := x.here().(*officePage)
		before := x.ground().Office
		c.spoil(p)
		x.Save()
		if p.form.Field(c.field).Error() == "" || x.ground().Office != before {
			t.Errorf("%s: errors under %v, the row changed: %v", c.field, p.form.Failed(), x.ground().Office != before)
		}
	}
}

func TestAnotherRegionBringsItsCalendar(t *testing.T) {
	x := begin(t, Office)
	p := x.here().(*officePage)
	kit.SetValue(p.region, workday.HK)
	kit.SetValue(p.zone, "Asia/Hong_Kong")
	x.Save()
	g := x.ground()
	if !g.Calendar.Loaded(2026) || g.Calendar.Day(workday.Date{Year: 2026, Month: time.July, Day: 1}).Kind != workday.Holiday {
		t.Errorf("loaded %v, 1 July is %v", g.Calendar.Years(), g.Calendar.Day(workday.Date{Year: 2026, Month: time.July, Day: 1}))
	}
}

func TestWhatIsTypedSurvivesAChangeElsewhere(t *testing.T) {
	x := begin(t, Office)
	p := x.here().(*officePage)
	p.address.SetText("雲棲路 10 號")
	if _, err := x.Seat.Desk.ChangeDepartment(t.Context(), app.Department{Name: "財務部", Order: 9}); err != nil {
		t.Fatal(err)
	}
	if p.address.Value() != "雲棲路 10 號" {
		t.Errorf("the address is %q after a reload", p.address.Value())
	}
	x.Go(Staff)
	x.Go(Office)
	if p.address.Value() != "雲棲路 10 號" {
		t.Errorf("the address is %q after going away and back", p.address.Value())
	}
}

func TestTheWeekNamesItself(t *testing.T) {
	x := begin(t, Office)
	w := x.here().(*officePage).week
	for name, p := range usual {
		if w.set(p); w.preset.Value() != name {
			t.Errorf("%s is called %q", name, w.preset.Value())
		}
	}
	w.set(workday.Five().WithDay(time.Wednesday, workday.Morning))
	if w.preset.Value() != ownWeek {
		t.Errorf("a week of its own is called %q", w.preset.Value())
	}
}

func TestAnEstateFromButtonToRow(t *testing.T) {
	x := begin(t, Office)
	e := x.here().(*officePage).estates
	e.change(app.Project{})
	x.typeIn("name", "雲棲玫瑰園")
	x.submit()
	if x.closed() || x.form().Field("code").Error() == "" {
		t.Fatal("a second estate without a code is not refused under the code")
	}
	x.typeIn("code", "mg")
	x.submit()
	if !x.closed() || e.table.Count() != 2 {
		t.Fatalf("the sheet is closed: %v; %d estates are listed", x.closed(), e.table.Count())
	}
	for _, p := range x.ground().Projects {
		if p.Name == "雲棲玫瑰園" && p.Code != "MG" {
			t.Errorf("its code is %q", p.Code)
		}
	}
}

func TestADepartmentIsChangedFromItsRow(t *testing.T) {
	x := begin(t, Departments)
	p := x.here().(*departmentsPage)
	p.table.Select(1)
	p.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	x.typeIn("name", "客戶服務部")
	if x.submit(); x.form().Field("name").Error() == "" {
		t.Fatal("a name that is taken is not refused under the name")
	}
	x.typeIn("name", "工程部")
	x.submit()
	if got := x.ground().Departments[x.Engineering].Name; got != "工程部" || !x.closed() {
		t.Errorf("the department is %q, the sheet closed: %v", got, x.closed())
	}
	if p.now.all[1].Name != "工程部" {
		t.Errorf("the list still says %q", p.now.all[1].Name)
	}
}

func TestTheLastDeskIsNotClosed(t *testing.T) {
	x := begin(t, Departments)
	p := x.here().(*departmentsPage)
	p.change(p.now.all[0])
	tick, is := x.form().Field("desk").Input.(*kit.Tick)
	if !is {
		t.Fatal("the desk is no tick")
	}
	tick.SetChecked(false)
	if x.submit(); x.form().Field("desk").Error() == "" || !x.ground().Departments[x.Service].Desk {
		t.Errorf("the last department at the desk: error %q", x.form().Field("desk").Error())
	}
}

func TestStaffAreAddedFoundAndLeave(t *testing.T) {
	x := begin(t, Staff)
	p := x.here().(*staffPage)
	p.add()
	x.typeIn("name", "孫曉梅")
	if x.submit(); x.form().Field("dept").Error() == "" || x.form().Field("role").Error() == "" {
		t.Fatalf("errors under %v, want dept and role", x.form().Failed())
	}
	x.form().Field("dept").Input.(*kit.Choice[app.Department]).Pick(func(d app.Department) bool { return d.ID == x.Property })
	kit.SetValue(x.form().Field("role").Input.(*kit.Choice[app.Role]), app.Worker)
	x.submit()
	test.Type(p.find, "sxm")
	if len(p.shown) != 1 || p.shown[0].Name != "孫曉梅" || p.shown[0].Role != app.Worker {
		t.Fatalf("sxm finds %v", p.shown)
	}
	gone := p.shown[0]
	gone.Closed = true
	if _, err := x.Seat.Desk.ChangeStaff(t.Context(), gone); err != nil {
		t.Fatal(err)
	}
	if len(p.shown) != 0 {
		t.Errorf("who has left is still listed: %v", p.shown)
	}
	if p.left.SetChecked(true); len(p.shown) != 1 {
		t.Errorf("who has left is not listed when asked for: %v", p.shown)
	}
}
