package settings

import (
	"slices"

	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// open tells what a day is; in the office's own calendar it can be changed.
func (p *calendarPage) open(d workday.Date) {
	if p.region.Value() == workday.Custom {
		p.changeDay(d)
		return
	}
	day := p.calendar.Day(d)
	words := p.Say("settings.day.is", p.date(d), p.Say("settings.day.kind."+string(day.Kind)))
	if day.Name != "" {
		words = p.Say("settings.day.named", words, p.Holiday(day.Name))
	}
	p.Says(kit.Info, words)
}

func (p *calendarPage) date(d workday.Date) string {
	return p.Say("settings.day.date", p.Words.Day(d.Year, d.Month, d.Day), p.Weekday(d.Weekday()))
}

// plain is a day that is as the week has it.
const plain workday.Kind = ""

// changeDay makes a day of the office's own calendar special, or plain again.
// The year with it goes the way of an announced one: preview, then load.
func (p *calendarPage) changeDay(d workday.Date) *kit.Sheet {
	at := slices.IndexFunc(p.specials, func(s workday.Special) bool { return s.Date == d })
	now := workday.Special{Date: d}
	if at >= 0 {
		now = p.specials[at]
	}
	kind := kit.NewRadios([]workday.Kind{plain, workday.Holiday, workday.Makeup}, func(k workday.Kind) string {
		if k == plain {
			return p.Say("settings.day.as.plain")
		}
		return p.Say("settings.day.as." + string(k))
	})
	kind.SetValue(now.Kind)
	half := kit.NewRadios([]workday.Shift{workday.Whole, workday.Morning, workday.Afternoon}, func(s workday.Shift) string { return p.Say("settings.shift." + shiftNames[s]) })
	if half.SetValue(now.Half); now.Half == workday.Off {
		half.SetValue(workday.Whole)
	}
	name := kit.Entry("")
	name.SetText(now.Name)
	form := kit.NewForm(1)
	form.Add("type", kit.NewField(p.Say("settings.day.what"), kind, ""), 1)
	form.Add("half", kit.NewField(p.Say("settings.day.half"), half, ""), 1)
	form.Add("name", kit.NewField(p.Say("settings.day.name"), name, p.Say("settings.day.name.hint")), 1)
	var s *kit.Sheet
	s = kit.NewSheet(p.Window.Canvas(), kit.SheetWords{
		Title: p.date(d), Primary: p.Say("settings.day.next"), Cancel: p.Say("settings.cancel"), Draft: seat.FormName("day", d),
	}, 520, container.NewVBox(form), func() {
		form.Clear()
		if kind.Value() != plain && name.Value() == "" {
			form.Fail("name", p.Fault(app.Invalid{Rule: "missing"}))
			return
		}
		day := workday.Special{Date: d, Kind: kind.Value(), Name: name.Value(), Half: half.Value(), Status: "office"}
		s.Close()
		p.preview(p.yearWith(day), d.Year)
	})
	s.Open()
	return s
}

// yearWith is the year of a day as it stands, with the day changed.
func (p *calendarPage) yearWith(day workday.Special) announced {
	a := announced{source: p.Say("settings.day.source"), years: []int{day.Date.Year}}
	for _, s := range p.specials {
		if s.Date.Year == day.Date.Year && s.Date != day.Date {
			s.Row = 0
			a.specials = append(a.specials, s)
		}
	}
	if day.Kind != plain {
		a.specials = append(a.specials, day)
	}
	return a
}
