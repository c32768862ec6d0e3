package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/workday"
)

// DayKind is what a month's grid shows of a day besides its number.
type DayKind int

// The kinds of day: an ordinary working day, a day off of the week, a holiday,
// and a day off that is worked to make up for one.
const (
	DayWorked DayKind = iota
	DayOff
	DayHoliday
	DayMadeUp
)

// Dates is what date fields need to know: what is said, what day it is and
// which days are worked.
type Dates struct {
	// Today is the current date.
	Today func() workday.Date
	// Kind tells about a day, with a word of one or two characters to mark it, or "".
	Kind func(workday.Date) (DayKind, string)
	// Weekdays are the heads of the grid, Sunday first.
	Weekdays [7]string
	// Month is the head of a month's grid.
	Month func(year, month int) string
	// TodayWord is on the button that leads back to today.
	TodayWord string
	// Unreadable says that what was typed is no date, and what to type instead.
	Unreadable string
}

// DateField is an input for a date that understands short forms and opens a
// month to choose from: by its button, or with the Down key.
type DateField struct {
	picker
	// OnChanged is told of each other date, the zero Date when it was emptied.
	OnChanged func(workday.Date)

	value workday.Date
}

// NewDateField is empty.
func NewDateField(d Dates) *DateField {
	f := &DateField{}
	f.picker.dates = d
	f.picker.read = f.take
	f.picker.shown = func() (workday.Date, bool) { return f.value, !f.value.IsZero() }
	f.picker.picked = f.choose
	f.ExtendBaseWidget(f)
	f.picker.build(f)
	return f
}

// Value is the date typed or chosen, and whether there is one.
func (f *DateField) Value() (workday.Date, bool) {
	f.settle()
	return f.value, !f.value.IsZero()
}

// SetValue writes a date; the zero Date empties the field. OnChanged is not called.
func (f *DateField) SetValue(d workday.Date) {
	f.value = d
	text := ""
	if !d.IsZero() {
		text = d.String()
	}
	f.write(text)
}

func (f *DateField) choose(d workday.Date) {
	changed := d != f.value
	f.SetValue(d)
	if changed && f.OnChanged != nil {
		f.OnChanged(d)
	}
}

func (f *DateField) take(s string) bool {
	d := workday.Date{}
	if s != "" {
		var read bool
		if d, read = ReadDate(s, f.dates.Today()); !read {
			f.value = workday.Date{}
			return false
		}
	}
	f.choose(d)
	return true
}

// picker is what inputs with a month to choose from share.
type picker struct {
	Input
	dates  Dates
	read   func(string) bool // takes what was typed, false if it cannot be read
	shown  func() (workday.Date, bool)
	picked func(workday.Date)

	self     fyne.CanvasObject
	settled  string // the text that was read last
	wrong    bool
	complain func(string)
}

func (p *picker) build(self fyne.CanvasObject) {
	p.self = self
	p.ActionItem = newIconButton(theme.CalendarIcon(), p.open)
}

// write shows a text that needs no reading.
func (p *picker) write(s string) {
	p.settled, p.wrong = s, false
	p.SetText(s)
	p.say("")
}

// settle reads what was typed since it was read last.
func (p *picker) settle() {
	s := p.Input.Value()
	if s == p.settled {
		return
	}
	p.settled = s
	Safely(func() { p.wrong = !p.read(s) })
	if p.wrong {
		p.say(p.dates.Unreadable)
	} else {
		p.say("")
	}
}

func (p *picker) say(s string) {
	if p.complain != nil {
		p.complain(s)
	}
}

// Unreadable tells whether something is typed that is no date.
func (p *picker) Unreadable() bool {
	p.settle()
	return p.wrong
}

// OnComplaint is told what is wrong with what was typed, "" when nothing is.
func (p *picker) OnComplaint(f func(string)) { p.complain = f }

// FocusLost reads what was typed.
func (p *picker) FocusLost() {
	p.Input.FocusLost()
	p.settle()
}

// TypedKey opens the month with Down and reads with Enter.
func (p *picker) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		p.open()
	case fyne.KeyReturn, fyne.KeyEnter:
		p.settle()
	case fyne.KeyEscape:
		PassKey(p.self, e)
	default:
		p.Input.TypedKey(e)
	}
}

func (p *picker) open() {
	if p.Disabled() {
		return
	}
	p.settle()
	at, chosen := p.shown()
	if !chosen {
		at = p.dates.Today()
	}
	showMonth(p.self, p.dates, at, chosen, p.picked)
}
