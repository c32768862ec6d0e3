package ui

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// chair asks who sits at the desk: type to narrow, Down and Enter to choose.
type chair struct {
	root   fyne.CanvasObject
	chosen func(app.StaffID)

	ground app.Ground
	role   func(app.Role) string
	all    []app.StaffID
	rows   []app.StaffID
	filter *chairFilter
	table  *kit.Table
}

// chairFilter narrows the list; Down and Enter go to it.
type chairFilter struct {
	kit.Input
	chair *chair
}

// TypedKey leaves the keys of the list to the list.
func (f *chairFilter) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn, fyne.KeyEnter:
		f.chair.table.TypedKey(e)
	default:
		f.Input.TypedKey(e)
	}
}

func newChair(say func(string, ...any) string, g app.Ground, now app.StaffID, chosen func(app.StaffID)) *chair {
	c := &chair{chosen: chosen, ground: g, role: func(r app.Role) string { return say("role." + string(r)) }, all: sitters(g)}
	c.filter = &chairFilter{chair: c}
	c.filter.ExtendBaseWidget(c.filter)
	c.filter.SetPlaceHolder(say("sit.filter"))
	c.filter.OnChanged = func(string) { c.narrow(now) }
	c.table = kit.NewTable(kit.RowWorking,
		kit.Column{Title: say("sit.col.name"), Width: 160},
		kit.Column{Title: say("sit.col.dept")},
		kit.Column{Title: say("sit.col.role"), Width: 150},
	).OneClick()
	c.table.WhenEmpty(kit.Empty(theme.AccountIcon(), say("sit.none"), say("sit.none.what"), nil))
	c.table.OnOpen = func(i int) { c.chosen(c.rows[i]) }
	c.root = container.NewBorder(container.NewVBox(c.filter, kit.Gap(1, 4)), nil, nil, nil, c.table)
	c.narrow(now)
	return c
}

// sitters are those who work here, customer service first.
func sitters(g app.Ground) []app.StaffID {
	ids := slices.DeleteFunc(slices.Sorted(maps.Keys(g.Staff)), func(id app.StaffID) bool { return g.Staff[id].Closed })
	rank := func(id app.StaffID) int {
		d := g.Departments[g.Staff[id].Dept]
		if d.Desk {
			return -1
		}
		return d.Order
	}
	slices.SortStableFunc(ids, func(a, b app.StaffID) int { return rank(a) - rank(b) })
	return ids
}

// narrow shows who fits what is typed, in either script or in pinyin.
func (c *chair) narrow(now app.StaffID) {
	typed := c.filter.Value()
	c.rows = nil
	for _, id := range c.all {
		m := c.ground.Staff[id]
		if seat.Fits(m.Name, typed) || strings.Contains(fold.Key(c.ground.Departments[m.Dept].Name), fold.Key(typed)) {
			c.rows = append(c.rows, id)
		}
	}
	c.table.SetRows(c)
	c.table.Select(max(slices.Index(c.rows, now), min(0, len(c.rows)-1)))
}

// Count is for the table.
func (c *chair) Count() int { return len(c.rows) }

// At is for the table.
func (c *chair) At(i int) []kit.Piece {
	m := c.ground.Staff[c.rows[i]]
	return []kit.Piece{kit.SaidBold(m.Name), kit.Said(c.ground.Departments[m.Dept].Name), kit.SaidQuiet(c.role(m.Role))}
}

// showSit asks who sits here, at the start.
func (s *shell) showSit(g app.Ground) {
	s.window.SetTitle(s.name())
	c := newChair(s.words.Say, g, s.staff, s.sit)
	name := g.Office.Company
	if name == "" {
		name = s.words.Say("app.name")
	}
	head := container.NewVBox(kit.Muted(name), kit.Title(s.words.Say("sit.title")), kit.Muted(s.words.Say("sit.what")), kit.Gap(1, 6))
	s.fill(container.New(centred{560, 520}, kit.Card(container.NewBorder(head, nil, nil, nil, c.root))))
	s.window.Canvas().Focus(c.filter)
}

// change lets somebody else sit down.
func (s *shell) change() {
	var sheet *kit.Sheet
	c := newChair(s.words.Say, s.seat.Ground, s.staff, func(who app.StaffID) {
		sheet.Close()
		s.sit(who)
	})
	box := container.NewStack(kit.Gap(1, 380), c.root)
	sheet = kit.NewSheet(s.window.Canvas(), kit.SheetWords{
		Title: s.words.Say("sit.title"), Primary: s.words.Say("sit.take"), Cancel: s.words.Say("sit.cancel"),
	}, 560, box, func() { c.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) })
	sheet.Open()
	s.window.Canvas().Focus(c.filter)
}

// centred puts a thing into the middle, no larger than width by height.
type centred struct{ width, height float32 }

func (c centred) MinSize(os []fyne.CanvasObject) fyne.Size { return os[0].MinSize() }

func (c centred) Layout(os []fyne.CanvasObject, room fyne.Size) {
	size := fyne.NewSize(fyne.Min(room.Width-24, kit.Px(c.width)), fyne.Min(room.Height-24, kit.Px(c.height)))
	os[0].Resize(size)
	os[0].Move(fyne.NewPos((room.Width-size.Width)/2, (room.Height-size.Height)/2))
}
