package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app/workday"
)

// month is a grid of days to choose one from. Days off and days made up for are
// marked, in colour and in words.
type month struct {
	widget.BaseWidget
	Keyed
	dates  Dates
	picked func(workday.Date)
	close  func()

	at     workday.Date // where the keyboard is
	chosen workday.Date
	head   *Phrase
	days   [42]*dayCell
	box    fyne.CanvasObject
}

func newMonth(d Dates, at workday.Date, picked func(workday.Date)) *month {
	m := &month{dates: d, at: at, picked: picked, close: func() {}, head: Section("")}
	grid := container.NewGridWithColumns(7)
	for i := range 7 {
		grid.Add(container.NewCenter(Muted(d.Weekdays[(i+1)%7])))
	}
	for i := range m.days {
		m.days[i] = newDayCell(func(d workday.Date) { m.pick(d) })
		grid.Add(m.days[i])
	}
	back := newIconButton(theme.NavigateBackIcon(), func() { m.turn(-1) })
	next := newIconButton(theme.NavigateNextIcon(), func() { m.turn(1) })
	today := Link(d.TodayWord, func() { m.pick(d.Today()) })
	bar := container.NewBorder(nil, nil, back, next, container.NewCenter(m.head))
	m.box = Padded(10, 8, container.NewVBox(bar, grid, container.NewCenter(today)))
	m.ExtendBaseWidget(m)
	m.show()
	return m
}

// first is the Monday on or before the first of the month shown.
func (m *month) first() workday.Date {
	first := workday.Date{Year: m.at.Year, Month: m.at.Month, Day: 1}
	return first.AddDays(-(int(first.Weekday()) + 6) % 7)
}

func (m *month) show() {
	m.head.SetText(m.dates.Month(m.at.Year, int(m.at.Month)))
	d, today := m.first(), m.dates.Today()
	for _, cell := range m.days {
		cell.date = d
		cell.kind, cell.mark = m.dates.Kind(d)
		cell.other, cell.today = d.Month != m.at.Month, d == today
		cell.chosen, cell.here = d == m.chosen, d == m.at
		cell.Refresh()
		d = d.AddDays(1)
	}
}

// turn goes to the same day n months on, or the last day of a shorter month.
func (m *month) turn(n int) {
	first := workday.DayOf(time.Date(m.at.Year, m.at.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC))
	last := workday.DayOf(time.Date(first.Year, first.Month+1, 0, 0, 0, 0, 0, time.UTC))
	m.at = workday.Date{Year: first.Year, Month: first.Month, Day: min(m.at.Day, last.Day)}
	m.show()
}

func (m *month) pick(d workday.Date) {
	m.close()
	Safely(func() { m.picked(d) })
}

// TypedKey moves among the days.
func (m *month) TypedKey(e *fyne.KeyEvent) {
	steps := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -7, fyne.KeyDown: 7}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		m.at = m.at.AddDays(steps[e.Name])
		m.show()
	case fyne.KeyPageUp:
		m.turn(-1)
	case fyne.KeyPageDown:
		m.turn(1)
	case fyne.KeyHome:
		m.at = m.dates.Today()
		m.show()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.pick(m.at)
	case fyne.KeyEscape:
		m.close()
	}
}

func (m *month) TypedRune(rune) {}
func (m *month) FocusGained()   {}
func (m *month) FocusLost()     {}

func (m *month) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.box) }

// showMonth opens a month below o, or above it where there is no room below.
func showMonth(o fyne.CanvasObject, d Dates, at workday.Date, chosen bool, picked func(workday.Date)) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if c == nil {
		return
	}
	m := newMonth(d, at, picked)
	if chosen {
		m.chosen = at
		m.show()
	}
	popup := widget.NewPopUp(m, c)
	m.close = func() {
		popup.Hide()
		Focus(o)
	}
	size, pos := m.MinSize(), driver.AbsolutePositionForObject(o)
	below := pos.Y + o.Size().Height + 2
	if below+size.Height > c.Size().Height {
		below = max(pos.Y-size.Height-2, 0)
	}
	popup.ShowAtPosition(fyne.NewPos(min(pos.X, max(c.Size().Width-size.Width, 0)), below))
	c.Focus(m)
}
