package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// estates is the list of estates with their codes.
type estates struct {
	leaf
	root  fyne.CanvasObject
	table *kit.Table
	all   []app.Project
}

func newEstates(l leaf) *estates {
	e := &estates{leaf: l}
	e.table = kit.NewTable(kit.RowDense,
		kit.Column{Title: l.Say("settings.estate.name")},
		kit.Column{Title: l.Say("settings.estate.code"), Width: 120},
		kit.Column{Title: l.Say("settings.col.state"), Width: 120},
	).WhenEmpty(kit.Empty(theme.HomeIcon(), l.Say("settings.estate.none"), l.Say("settings.estate.none.what"), nil))
	e.table.OnOpen = func(i int) { e.change(e.all[i]) }
	add := kit.Button(l.Say("settings.estate.add"), theme.ContentAddIcon(), func() { e.change(app.Project{}) })
	e.root = kit.CardTitled(l.Say("settings.estate.title"), high(132, e.table), add)
	return e
}

func (e *estates) show(all []app.Project) {
	e.all = all
	e.table.Refill(rowsOf[app.Project]{all, e.row})
}

func (e *estates) row(p app.Project) []kit.Piece {
	return []kit.Piece{kit.SaidBold(p.Name), kit.Said(p.Code), e.used(p.Closed)}
}

// used is the chip of what is still offered or no longer.
func (l leaf) used(closed bool) kit.Piece {
	if closed {
		return kit.ChipOf(kit.Plain, l.Say("settings.state.closed"))
	}
	return kit.ChipOf(kit.Good, l.Say("settings.state.used"))
}

func (e *estates) change(p app.Project) *kit.Sheet {
	name, code := kit.Entry(""), kit.Entry("YQ")
	name.SetText(p.Name)
	code.SetText(p.Code)
	closed := kit.Check(e.Say("settings.estate.closed"), nil)
	closed.SetChecked(p.Closed)
	form := kit.NewForm(3)
	form.Add("name", kit.NewField(e.Say("settings.estate.name"), name, ""), 2)
	form.Add("code", kit.NewField(e.Say("settings.estate.code"), code, e.Say("settings.estate.code.hint")), 1)
	form.AddRow(closed)
	title := e.Say("settings.estate.change")
	if p.ID == 0 {
		title = e.Say("settings.estate.add")
	}
	return e.edit(editing{seat.FormName("estate", p.ID), title, form, 560, func() func(context.Context) error {
		p.Name, p.Code, p.Closed = name.Value(), code.Value(), closed.Checked
		return func(ctx context.Context) error {
			_, err := e.Desk.ChangeProject(ctx, p)
			return err
		}
	}})
}
