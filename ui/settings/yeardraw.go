package settings

import (
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// The lengths of the grid, at the scale of 100 %.
const (
	gridGapX   = 10
	gridGapY   = 6
	gridHead   = 17
	gridWeek   = 13
	gridRow    = 15
	gridColumn = 17 // the least width of a day
)

// CreateRenderer is for Fyne.
func (g *yearGrid) CreateRenderer() fyne.WidgetRenderer {
	r := &yearRenderer{g}
	r.dress()
	return r
}

type yearRenderer struct{ g *yearGrid }

// across is how many months stand beside each other.
func across(width float32) int {
	for _, n := range []int{4, 3, 2} {
		if width >= kit.Px(float32(n)*7*gridColumn+float32(n-1)*gridGapX) {
			return n
		}
	}
	return 1
}

// MinSize is that of four months beside each other, but for the width: where
// that is small, fewer stand in a row and the rest is cut, as in a list.
func (r *yearRenderer) MinSize() fyne.Size {
	return fyne.NewSize(kit.Px(7*gridColumn), 3*kit.Px(gridHead+gridWeek+6*gridRow)+2*kit.Px(gridGapY))
}

func (r *yearRenderer) Layout(s fyne.Size) {
	n := across(s.Width)
	wide := (s.Width - float32(n-1)*kit.Px(gridGapX)) / float32(n)
	high := (s.Height - float32(12/n-1)*kit.Px(gridGapY)) / float32(12/n)
	for m := range 12 {
		x := float32(m%n) * (wide + kit.Px(gridGapX))
		y := float32(m/n) * (high + kit.Px(gridGapY))
		r.month(m, fyne.NewPos(x, y), fyne.NewSize(wide, high))
	}
}

// month places one month in its box.
func (r *yearRenderer) month(m int, at fyne.Position, s fyne.Size) {
	g := r.g
	g.heads[m].Move(at.AddXY(kit.Px(4), 0))
	column := s.Width / 7
	row := (s.Height - kit.Px(gridHead+gridWeek)) / 6
	for i, t := range g.week[m] {
		t.Move(at.AddXY(float32(i)*column, kit.Px(gridHead)))
		t.Resize(fyne.NewSize(column, kit.Px(gridWeek)))
	}
	first := workday.Date{Year: g.year, Month: time.Month(m + 1), Day: 1}
	lead := (int(first.Weekday()) + 6) % 7
	for d, c := range g.cells[m] {
		n := lead + d
		x, y := at.X+float32(n%7)*column, at.Y+kit.Px(gridHead+gridWeek)+float32(n/7)*row
		c.ground.Move(fyne.NewPos(x+0.5, y+0.5))
		c.ground.Resize(fyne.NewSize(column-1, row-1))
		c.place(fyne.NewPos(x, y), fyne.NewSize(column, row))
	}
}

// place puts the number into the middle of a day's box, and a mark of one
// character beside it where there is room: English words have none, and the list
// beside the months says the same.
func (c *gridDay) place(at fyne.Position, box fyne.Size) {
	number, mark := c.number.MinSize(), c.mark.MinSize()
	both := number.Width + mark.Width
	if utf8.RuneCountInString(c.mark.Text) != 1 || both > box.Width+kit.Px(2) {
		c.mark.Hidden = true
		both = number.Width
	}
	x := at.X + (box.Width-both)/2
	c.number.Move(fyne.NewPos(x, at.Y+(box.Height-number.Height)/2))
	c.number.Resize(number)
	c.mark.Move(fyne.NewPos(x+number.Width, at.Y+(box.Height-number.Height)/2))
	c.mark.Resize(mark)
}

func (r *yearRenderer) dress() {
	g, p := r.g, kit.Pal()
	for m := range 12 {
		g.heads[m].Color, g.heads[m].TextSize = p.Text, kit.Px(kit.SizeLabel)
		for _, t := range g.week[m] {
			t.Color, t.TextSize = p.Muted, kit.Px(9)
		}
		for i, c := range g.cells[m] {
			d := workday.Date{Year: g.year, Month: time.Month(m + 1), Day: i + 1}
			there := workday.DayOf(d.At(0, time.UTC)) == d // February has no 30th
			c.ground.Hidden, c.number.Hidden, c.mark.Hidden = !there, !there, !there
			if there {
				g.dress(d, c)
			}
		}
	}
}

func (r *yearRenderer) Refresh() {
	r.dress()
	r.Layout(r.g.Size())
	canvas.Refresh(r.g)
}

func (r *yearRenderer) Objects() []fyne.CanvasObject {
	g := r.g
	var all []fyne.CanvasObject
	for m := range 12 {
		all = append(all, g.heads[m])
		for _, t := range g.week[m] {
			all = append(all, t)
		}
		for _, c := range g.cells[m] {
			all = append(all, c.ground, c.number, c.mark)
		}
	}
	return all
}

func (r *yearRenderer) Destroy() {}
