package ledger

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// set shows a filter in the choices; the list is not told.
func (f *filters) set(to app.Filter) {
	f.setting = true
	defer func() { f.setting = false }()
	kit.SetValue(f.state, state(to))
	kit.SetValue(f.step, "")
	if len(to.Steps) == 1 {
		kit.SetValue(f.step, to.Steps[0])
	}
	kit.SetValue(f.kind, first(to.Kinds))
	kit.SetValue(f.dept, first(to.Departments))
	kit.SetValue(f.area, first(to.Areas))
	c := first(to.Categories)
	kit.SetValue(f.subject, c.Subject())
	f.offerTopics()
	if c != c.Subject() {
		kit.SetValue(f.topic, c)
	}
	f.late.SetChecked(to.Late)
	f.waits.SetChecked(to.Suspended)
	f.mine.SetChecked(to.Mine != 0)
	f.setPeriod(to.From, to.To)
}

func state(f app.Filter) app.State {
	if f.OpenOnly {
		return openStates
	}
	return first(f.States)
}

func first[T any](list []T) (v T) {
	if len(list) > 0 {
		v = list[0]
	}
	return v
}

// setPeriod shows two bounds as dates: what was saved in May means May.
func (f *filters) setPeriod(from, to time.Time) {
	defer f.showDates()
	f.from.SetValue(workday.Date{})
	f.until.SetValue(workday.Date{})
	kit.SetValue(f.period, anyTime)
	if from.IsZero() && to.IsZero() {
		return
	}
	kit.SetValue(f.period, fromTo)
	if !from.IsZero() {
		f.from.SetValue(workday.DayOf(f.seat.Here(from)))
	}
	if !to.IsZero() {
		f.until.SetValue(workday.DayOf(f.seat.Here(to)).AddDays(-1))
	}
}

// dateField is a field for a day.
func (f *filters) dateField() *kit.DateField {
	field := kit.NewDateField(f.seat.Dates())
	field.OnChanged = func(workday.Date) { f.changed() }
	return field
}
