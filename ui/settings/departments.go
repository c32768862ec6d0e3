package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

type staffAsks interface {
	Departments(context.Context) ([]app.Department, error)
	Staffs(context.Context) ([]app.Staff, error)
}

// departmentsPage lists the departments in the order in which they are offered.
type departmentsPage struct {
	leaf
	asks  staffAsks
	root  fyne.CanvasObject
	table *kit.Table
	now   departmentsNow
}

// departmentsNow is what the page shows: the departments, and how many work in each.
type departmentsNow struct {
	all   []app.Department
	works map[app.DeptID]int
}

func newDepartmentsPage(l leaf, asks staffAsks) *departmentsPage {
	p := &departmentsPage{leaf: l, asks: asks}
	p.table = kit.NewTable(kit.RowWorking,
		kit.Column{Title: l.Say("settings.dept.order"), Width: 64},
		kit.Column{Title: l.Say("settings.dept.name")},
		kit.Column{Title: l.Say("settings.dept.task"), Width: 190},
		kit.Column{Title: l.Say("settings.dept.staff"), Width: 90, Right: true},
		kit.Column{Title: "", Width: 20},
		kit.Column{Title: l.Say("settings.col.state"), Width: 110},
	).WhenEmpty(kit.Empty(theme.AccountIcon(), l.Say("settings.dept.none"), l.Say("settings.dept.none.what"), nil))
	p.table.OnOpen = func(i int) { p.change(p.now.all[i]) }
	p.root = p.laid(Departments, kit.Card(p.table), kit.Primary(l.Say("settings.dept.add"), theme.ContentAddIcon(), p.add))
	return p
}

func (p *departmentsPage) body() fyne.CanvasObject { return p.root }

func (p *departmentsPage) save() {}

func (p *departmentsPage) load() {
	kit.Latest(p.lane, func(ctx context.Context) (departmentsNow, error) {
		now := departmentsNow{works: map[app.DeptID]int{}}
		staff, err := p.asks.Staffs(ctx)
		if err != nil {
			return now, err
		}
		for _, s := range staff {
			if !s.Closed {
				now.works[s.Dept]++
			}
		}
		now.all, err = p.asks.Departments(ctx)
		return now, err
	}, p.show)
}

func (p *departmentsPage) show(now departmentsNow, err error) {
	if err != nil {
		p.broke("departments", err)
		return
	}
	p.now = now
	p.table.Refill(rowsOf[app.Department]{now.all, p.row})
}

func (p *departmentsPage) row(d app.Department) []kit.Piece {
	task := kit.SaidQuiet(p.Say("settings.dept.handles"))
	if d.Desk {
		task = kit.ChipOf(kit.Info, p.Say("settings.dept.desk"))
	}
	return []kit.Piece{kit.SaidQuiet(p.Number(d.Order)), kit.SaidBold(d.Name), task, kit.Said(p.Number(p.now.works[d.ID])), kit.Said(""), p.used(d.Closed)}
}

// add begins a department after the last one.
func (p *departmentsPage) add() {
	last := 0
	for _, d := range p.now.all {
		last = max(last, d.Order)
	}
	p.change(app.Department{Order: last + 1})
}

func (p *departmentsPage) change(d app.Department) *kit.Sheet {
	name, order := kit.Entry(""), kit.NumberEntry("")
	name.SetText(d.Name)
	order.SetNumber(d.Order)
	desk, closed := kit.Check(p.Say("settings.dept.desk.tick"), nil), kit.Check(p.Say("settings.dept.closed"), nil)
	desk.SetChecked(d.Desk)
	closed.SetChecked(d.Closed)
	form := kit.NewForm(3)
	form.Add("name", kit.NewField(p.Say("settings.dept.name"), name, ""), 2)
	form.Add("order", kit.NewField(p.Say("settings.dept.order"), order, p.Say("settings.dept.order.hint")), 1)
	form.Add("desk", kit.NewField(p.Say("settings.dept.task"), desk, ""), 3)
	leads := kit.NewTicks(app.Subjects(), func(c app.Category) string { return p.Category(c) }, 3)
	leads.Choose(d.Subjects)
	form.Add("subjects", kit.NewField(p.Say("settings.dept.leads"), leads.Root, p.Say("settings.dept.leads.hint")), 3)
	form.AddRow(closed)
	title := p.Say("settings.dept.change")
	if d.ID == 0 {
		title = p.Say("settings.dept.add")
	}
	return p.edit(editing{seat.FormName("department", d.ID), title, form, 560, func() func(context.Context) error {
		n, ok := order.Number()
		if !ok || n < 0 || n > 999 {
			form.Fail("order", p.Say("settings.number.wrong", 0, 999))
			return nil
		}
		d.Name, d.Order, d.Desk, d.Closed, d.Subjects = name.Value(), n, desk.Checked, closed.Checked, leads.Chosen()
		return func(ctx context.Context) error {
			_, err := p.Desk.ChangeDepartment(ctx, d)
			return err
		}
	}})
}
