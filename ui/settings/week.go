package settings

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// week edits the week of the office: a usual one to begin with, each day for
// itself, and the hours.
type week struct {
	preset             *kit.Choice[string]
	days               *fyne.Container
	shifts             [7]*kit.Choice[workday.Shift] // Sunday first, as the pattern has it
	morning, afternoon *kit.Input
}

// usual are the weeks one can begin with; own is any other.
var usual = map[string]workday.Pattern{
	"five": workday.Five(), "five-half": workday.FiveHalf(), "six": workday.Six(), "seven": workday.Seven(),
}

const ownWeek = "own"

func newWeek(l leaf) *week {
	w := &week{days: container.New(weekDays{}), morning: kit.Entry("09:00-12:00"), afternoon: kit.Entry("13:30-18:00")}
	w.preset = kit.NewChoice([]string{"five", "five-half", "six", "seven", ownWeek}, func(s string) string { return l.Say("settings.week." + s) })
	w.preset.OnChanged = w.begin
	shift := func(s workday.Shift) string { return l.Say("settings.shift." + shiftNames[s]) }
	for i := range 7 {
		day := time.Weekday((i + 1) % 7)
		c := kit.NewChoice([]workday.Shift{workday.Whole, workday.Morning, workday.Afternoon, workday.Off}, shift)
		c.OnChanged = func(workday.Shift) { w.name() }
		w.shifts[day] = c
		w.days.Add(container.NewVBox(kit.Muted(l.Weekday(day)), c))
	}
	return w
}

var shiftNames = map[workday.Shift]string{workday.Whole: "whole", workday.Morning: "morning", workday.Afternoon: "afternoon", workday.Off: "off"}

// begin takes a usual week.
func (w *week) begin(name string) {
	if p, known := usual[name]; known {
		for day, c := range w.shifts {
			kit.SetValue(c, p.Days[day])
		}
	}
}

// name says which usual week the days are.
func (w *week) name() {
	for name, p := range usual {
		if p.Days == w.chosen() {
			kit.SetValue(w.preset, name)
			return
		}
	}
	kit.SetValue(w.preset, ownWeek)
}

func (w *week) chosen() (days [7]workday.Shift) {
	for day, c := range w.shifts {
		days[day] = c.Value()
	}
	return days
}

func (w *week) set(p workday.Pattern) {
	for day, c := range w.shifts {
		kit.SetValue(c, p.Days[day])
	}
	w.morning.SetText(p.Morning.String())
	w.afternoon.SetText(p.Afternoon.String())
	w.name()
}

// value is the week as it stands, and what is wrong with it.
func (w *week) value() (workday.Pattern, []workday.Problem) {
	p := workday.Pattern{Days: w.chosen()}
	var wrong []workday.Problem
	read := func(field, text string) workday.Window {
		window, err := workday.ParseWindow(hours.Replace(text))
		if err != nil {
			wrong = append(wrong, workday.Problem{Field: field, Rule: workday.RuleUnreadable, Value: text})
		}
		return window
	}
	p.Morning, p.Afternoon = read("morning", w.morning.Value()), read("afternoon", w.afternoon.Value())
	if wrong != nil {
		return p, wrong
	}
	return p, p.Problems()
}

// hours reads the signs people type between and in times of day.
var hours = strings.NewReplacer("–", "-", "—", "-", "－", "-", "~", "-", "～", "-", "至", "-", "：", ":", " ", "")

// weekDays lays seven days beside each other, however narrow.
type weekDays struct{}

const dayGap = 6

// MinSize asks for no width, so that the days can never widen the page.
func (weekDays) MinSize(os []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(1, os[0].MinSize().Height)
}

// Layout gives every day the same width.
func (weekDays) Layout(os []fyne.CanvasObject, s fyne.Size) {
	gap := kit.Px(dayGap)
	w := (s.Width - gap*float32(len(os)-1)) / float32(len(os))
	for i, o := range os {
		o.Move(fyne.NewPos(float32(i)*(w+gap), 0))
		o.Resize(fyne.NewSize(w, s.Height))
	}
}
