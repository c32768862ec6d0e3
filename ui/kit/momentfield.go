package kit

import (
	"time"

	"ownerdesk/app/workday"
)

// MomentField is an input for a date with a time, in one line: 2026-01-31 16:30.
type MomentField struct {
	picker
	// OnChanged is told of each other moment, the zero Time when it was emptied.
	OnChanged func(time.Time)

	now       func() time.Time
	otherwise workday.Clock
	value     time.Time
}

// NewMomentField is empty. now gives the time and its zone; a date typed or
// chosen without a time gets the time otherwise.
func NewMomentField(d Dates, now func() time.Time, otherwise workday.Clock) *MomentField {
	f := &MomentField{now: now, otherwise: otherwise}
	f.picker.dates = d
	f.picker.read = f.take
	f.picker.shown = func() (workday.Date, bool) { return workday.DayOf(f.value), !f.value.IsZero() }
	f.picker.picked = f.chooseDay
	f.ExtendBaseWidget(f)
	f.picker.build(f)
	return f
}

// Value is the moment typed or chosen, and whether there is one.
func (f *MomentField) Value() (time.Time, bool) {
	f.settle()
	return f.value, !f.value.IsZero()
}

// Moment is the moment typed or chosen; the zero Time when there is none.
func (f *MomentField) Moment() time.Time {
	t, _ := f.Value()
	return t
}

// SetValue writes a moment; the zero Time empties the field. OnChanged is not called.
func (f *MomentField) SetValue(t time.Time) {
	f.value = t
	text := ""
	if !t.IsZero() {
		f.value = t.In(f.now().Location())
		text = f.value.Format("2006-01-02 15:04")
	}
	f.write(text)
}

func (f *MomentField) choose(t time.Time) {
	changed := !t.Equal(f.value)
	f.SetValue(t)
	if changed && f.OnChanged != nil {
		f.OnChanged(f.value)
	}
}

// chooseDay keeps the time of day that was there.
func (f *MomentField) chooseDay(d workday.Date) {
	c := f.otherwise
	if !f.value.IsZero() {
		c = workday.Clock(f.value.Hour()*60 + f.value.Minute())
	}
	f.choose(d.At(c, f.now().Location()))
}

func (f *MomentField) take(s string) bool {
	if s == "" {
		f.choose(time.Time{})
		return true
	}
	d, c, read := ReadMoment(s, f.now(), f.otherwise)
	if !read {
		f.value = time.Time{}
		return false
	}
	f.choose(d.At(c, f.now().Location()))
	return true
}
