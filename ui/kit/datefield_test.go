package kit

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app/workday"
)

func key(o fyne.Focusable, names ...fyne.KeyName) {
	for _, n := range names {
		o.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestADateFieldReadsWhatWasTypedWhenItIsLeft(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	d := NewDateField(galleryDates())
	f := NewField("日期", d, "")
	var told []workday.Date
	d.OnChanged = func(d workday.Date) { told = append(told, d) }

	test.Type(d, "+3")
	d.FocusLost()
	if d.Text != "2026-10-12" || len(told) != 1 || told[0].String() != "2026-10-12" {
		t.Errorf("+3 became %q, told %v", d.Text, told)
	}
	d.SetText("2026-2-30")
	d.FocusLost()
	if _, have := d.Value(); have || f.Error() == "" || d.Text != "2026-2-30" {
		t.Errorf("a day that does not exist: %q, error %q", d.Text, f.Error())
	}
	d.SetText("")
	if _, have := d.Value(); have || d.Unreadable() || f.Error() != "" {
		t.Error("an empty field complains")
	}
}

func TestAMonthIsWalkedByKeys(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	d := NewDateField(galleryDates())
	d.SetValue(workday.Date{Year: 2026, Month: 1, Day: 31})
	w := test.NewTempWindow(t, d)
	w.Resize(fyne.NewSize(800, 600))

	key(d, fyne.KeyDown)
	grid, open := w.Canvas().Focused().(*month)
	if !open {
		t.Fatalf("the keyboard is at %T, want the month", w.Canvas().Focused())
	}
	key(grid, fyne.KeyPageDown, fyne.KeyReturn)
	if v, _ := d.Value(); v.String() != "2026-02-28" {
		t.Errorf("a month after 31 January is %v", v)
	}
	if w.Canvas().Overlays().Top() != nil || w.Canvas().Focused() != fyne.Focusable(d) {
		t.Error("the month stayed open")
	}
	key(d, fyne.KeyDown)
	key(w.Canvas().Focused(), fyne.KeyRight, fyne.KeyUp, fyne.KeyEscape)
	if v, _ := d.Value(); v.String() != "2026-02-28" {
		t.Errorf("Escape chose %v", v)
	}
}

func TestAMonthBeginsOnMondayAndMarksDays(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	m := newMonth(galleryDates(), workday.Date{Year: 2026, Month: 10, Day: 9}, func(workday.Date) {})
	if first := m.days[0].date; first.String() != "2026-09-28" || first.Weekday() != time.Monday {
		t.Errorf("the grid begins on %v", first)
	}
	if m.days[3].mark != "休" || m.days[12].mark != "班" || m.days[12].kind != DayMadeUp {
		t.Errorf("1 October is %q, 10 October %q", m.days[3].mark, m.days[12].mark)
	}
}

func TestAMomentKeepsItsTimeWhenAnotherDayIsChosen(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	east := time.FixedZone("", 8*3600)
	now := func() time.Time { return time.Date(2026, 11, 23, 9, 42, 0, 0, east) }
	f := NewMomentField(galleryDates(), now, 18*60)
	f.SetValue(time.Date(2026, 11, 23, 1, 42, 0, 0, time.UTC))
	if f.Text != "2026-11-23 09:42" {
		t.Errorf("it says %q, want the time of the office", f.Text)
	}
	f.picked(workday.Date{Year: 2026, Month: 11, Day: 30})
	if f.Text != "2026-11-30 09:42" {
		t.Errorf("after another day it says %q", f.Text)
	}
	f.SetText("12/1 下午4點半")
	if v, have := f.Value(); !have || !v.Equal(time.Date(2026, 12, 1, 8, 30, 0, 0, time.UTC)) {
		t.Errorf("it reads %v", v)
	}
}
