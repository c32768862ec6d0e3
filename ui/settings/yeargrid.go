package settings

import (
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// yearGrid draws the twelve months of a year with what each day is, in colour
// and with a word beside the number. It takes the keyboard as one.
type yearGrid struct {
	widget.BaseWidget
	kit.Keyed
	words  gridWords
	picked func(workday.Date)
	turned func(years int)

	year     int
	calendar workday.Calendar
	today    workday.Date
	at       workday.Date // where the keyboard is
	focused  bool

	heads [12]*canvas.Text
	week  [12][7]*canvas.Text
	cells [12][31]*gridDay
}

// gridWords are what the grid says.
type gridWords struct {
	month      func(int) string
	weekday    func(int) string // 0 is Sunday
	rest, work string
}

// gridDay is one day: its number, a mark, and the ground under them.
type gridDay struct {
	ground       *canvas.Rectangle
	number, mark *canvas.Text
}

func newYearGrid(w gridWords, picked func(workday.Date), turned func(int)) *yearGrid {
	g := &yearGrid{words: w, picked: picked, turned: turned}
	for m := range 12 {
		g.heads[m] = canvas.NewText(w.month(m+1), nil)
		g.heads[m].TextStyle.Bold = true
		for i := range 7 {
			g.week[m][i] = canvas.NewText(w.weekday((i+1)%7), nil)
			g.week[m][i].Alignment = fyne.TextAlignCenter
		}
		for d := range 31 {
			day := &gridDay{&canvas.Rectangle{}, canvas.NewText(strconv.Itoa(d+1), nil), canvas.NewText("", nil)}
			g.cells[m][d] = day
		}
	}
	g.ExtendBaseWidget(g)
	return g
}

// show draws a year.
func (g *yearGrid) show(year int, c workday.Calendar, today workday.Date) {
	if g.at.Year != year {
		g.at = workday.Date{Year: year, Month: time.January, Day: 1}
		if today.Year == year {
			g.at = today
		}
	}
	g.year, g.calendar, g.today = year, c, today
	g.Refresh()
}

// goTo brings the keyboard to a day of the year.
func (g *yearGrid) goTo(d workday.Date) {
	g.at = d
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
	g.Refresh()
}

// TypedKey moves among the days; Page Up and Page Down go to another year.
func (g *yearGrid) TypedKey(e *fyne.KeyEvent) {
	steps := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -7, fyne.KeyDown: 7}
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		if to := g.at.AddDays(steps[e.Name]); to.Year == g.year {
			g.goTo(to)
		}
	case fyne.KeyPageUp:
		kit.Safely(func() { g.turned(-1) })
	case fyne.KeyPageDown:
		kit.Safely(func() { g.turned(1) })
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if kit.Presses(e) {
			kit.Safely(func() { g.picked(g.at) })
		}
	default:
		kit.PassKey(g, e)
	}
}

// TypedRune is for Fyne.
func (g *yearGrid) TypedRune(rune) {}

// FocusGained shows that the keyboard is here.
func (g *yearGrid) FocusGained() { g.focused = true; g.Refresh() }

// FocusLost shows that it is not.
func (g *yearGrid) FocusLost() { g.focused = false; g.Refresh() }

// Tapped opens the day under the pointer.
func (g *yearGrid) Tapped(e *fyne.PointEvent) {
	if d, hit := g.dayAt(e.Position); hit {
		g.goTo(d)
		kit.Safely(func() { g.picked(d) })
	}
}

// Cursor is a hand.
func (g *yearGrid) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (g *yearGrid) dayAt(at fyne.Position) (workday.Date, bool) {
	for m := range g.cells {
		for d, c := range g.cells[m] {
			p, s := c.ground.Position(), c.ground.Size()
			if c.ground.Visible() && at.X >= p.X && at.Y >= p.Y && at.X < p.X+s.Width && at.Y < p.Y+s.Height {
				return workday.Date{Year: g.year, Month: time.Month(m + 1), Day: d + 1}, true
			}
		}
	}
	return workday.Date{}, false
}

// dress gives a day its colours and its mark.
func (g *yearGrid) dress(d workday.Date, c *gridDay) {
	p := kit.Pal()
	c.number.TextSize, c.number.Color = kit.Px(11), p.Text
	c.mark.TextSize, c.mark.Color, c.mark.Text = kit.Px(7.5), p.Muted, ""
	c.ground.CornerRadius, c.ground.FillColor = kit.Px(4), color.Transparent
	c.ground.StrokeColor, c.ground.StrokeWidth = color.Transparent, 0
	switch day := g.calendar.Day(d); {
	case day.Kind == workday.Holiday:
		c.number.Color, c.mark.Color = p.Ink[kit.Bad], p.Ink[kit.Bad]
		c.ground.FillColor, c.mark.Text = p.Wash[kit.Bad], g.words.rest
	case day.Kind == workday.Makeup:
		c.number.Color, c.mark.Color = p.Ink[kit.Warn], p.Ink[kit.Warn]
		c.ground.FillColor, c.mark.Text = p.Wash[kit.Warn], g.words.work
	case day.Shift == workday.Off:
		c.number.Color = p.Muted
	case day.Shift != workday.Whole:
		c.number.Color, c.ground.FillColor = p.Ink[kit.Info], p.Wash[kit.Info]
	}
	c.number.TextStyle.Bold = d == g.today
	if d == g.today {
		c.ground.StrokeColor, c.ground.StrokeWidth = p.Accent, 1
	}
	if d == g.at && g.focused {
		c.ground.StrokeColor, c.ground.StrokeWidth = p.Accent, 2
	}
}
