package settings

import (
	"context"
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

// staffPage lists who works here, and who did.
type staffPage struct {
	leaf
	asks  staffAsks
	root  fyne.CanvasObject
	find  *kit.Input
	left  *kit.Tick
	table *kit.Table

	now   staffNow
	shown []app.Staff
}

type staffNow struct {
	all   []app.Staff
	depts []app.Department
}

func newStaffPage(l leaf, asks staffAsks) *staffPage {
	p := &staffPage{leaf: l, asks: asks, find: kit.Entry(l.Say("settings.staff.find"))}
	p.find.OnChanged = func(string) { p.narrow() }
	p.left = kit.Check(l.Say("settings.staff.show-left"), func(bool) { p.narrow() })
	p.table = kit.NewTable(kit.RowDense,
		kit.Column{Title: l.Say("settings.staff.name"), Width: 110},
		kit.Column{Title: l.Say("settings.staff.dept")},
		kit.Column{Title: l.Say("settings.staff.role"), Width: 130},
		kit.Column{Title: l.Say("settings.staff.phone"), Width: 116},
		kit.Column{Title: l.Say("settings.col.state"), Width: 84},
	).WhenEmpty(kit.Empty(theme.AccountIcon(), l.Say("settings.staff.none"), l.Say("settings.staff.none.what"), nil))
	p.table.OnOpen = func(i int) { p.change(p.shown[i]) }
	bar := container.NewHBox(kit.FixedWidth(260, p.find), p.left)
	list := kit.Card(under(container.NewVBox(bar, kit.Gap(1, 2)), p.table))
	p.root = p.laid(Staff, list, kit.Primary(l.Say("settings.staff.add"), theme.ContentAddIcon(), p.add))
	return p
}

func (p *staffPage) body() fyne.CanvasObject { return p.root }

func (p *staffPage) save() {}

func (p *staffPage) load() {
	kit.Latest(p.lane, func(ctx context.Context) (now staffNow, err error) {
		if now.depts, err = p.asks.Departments(ctx); err != nil {
			return now, err
		}
		now.all, err = p.asks.Staffs(ctx)
		return now, err
	}, p.show)
}

func (p *staffPage) show(now staffNow, err error) {
	if err != nil {
		p.broke("staff", err)
		return
	}
	p.now = now
	p.narrow()
}

// narrow shows who fits what is typed: a name, pinyin, a department.
func (p *staffPage) narrow() {
	typed := fold.Key(p.find.Value())
	p.shown = nil
	for _, s := range p.now.all {
		if (p.left.Checked || !s.Closed) && (typed == "" || p.fits(s, typed)) {
			p.shown = append(p.shown, s)
		}
	}
	p.table.Refill(rowsOf[app.Staff]{p.shown, p.row})
}

func (p *staffPage) fits(s app.Staff, typed string) bool {
	full, initials := fold.Pinyin(s.Name)
	begins := func(spelled string) bool { return strings.HasPrefix(spelled, typed) }
	return strings.Contains(fold.Key(s.Name), typed) || strings.Contains(fold.Key(p.dept(s.Dept).Name), typed) ||
		slices.ContainsFunc(full, begins) || slices.ContainsFunc(initials, begins)
}

func (p *staffPage) dept(id app.DeptID) app.Department {
	i := slices.IndexFunc(p.now.depts, func(d app.Department) bool { return d.ID == id })
	if i < 0 {
		return app.Department{}
	}
	return p.now.depts[i]
}

func (p *staffPage) row(s app.Staff) []kit.Piece {
	state := kit.ChipOf(kit.Good, p.Say("settings.staff.here"))
	if s.Closed {
		state = kit.ChipOf(kit.Plain, p.Say("settings.staff.left"))
	}
	return []kit.Piece{kit.SaidBold(s.Name), kit.Said(p.dept(s.Dept).Name), kit.Said(p.Say("role." + string(s.Role))), kit.Said(s.Phone), state}
}

func (p *staffPage) add() { p.change(app.Staff{}) }

func (p *staffPage) change(s app.Staff) *kit.Sheet {
	name, phone := kit.Entry(""), kit.Entry("")
	name.SetText(s.Name)
	phone.SetText(s.Phone)
	depts := slices.DeleteFunc(slices.Clone(p.now.depts), func(d app.Department) bool { return d.Closed && d.ID != s.Dept })
	dept := kit.NewChoice(depts, func(d app.Department) string { return d.Name })
	dept.Pick(func(d app.Department) bool { return d.ID == s.Dept })
	role := kit.NewChoice(app.Roles, func(r app.Role) string { return p.Say("role." + string(r)) })
	kit.SetValue(role, s.Role)
	left := kit.Check(p.Say("settings.staff.left.tick"), nil)
	left.SetChecked(s.Closed)
	form := kit.NewForm(2)
	form.Add("name", kit.NewField(p.Say("settings.staff.name"), name, ""), 1)
	form.Add("phone", kit.NewField(p.Say("settings.staff.phone"), phone, ""), 1)
	form.Add("dept", kit.NewField(p.Say("settings.staff.dept"), dept, ""), 1)
	field := form.Add("role", kit.NewField(p.Say("settings.staff.role"), role, ""), 1)
	may := func(r app.Role) {
		if r != "" {
			field.SetHint(p.Say("settings.role.may." + string(r)))
		}
	}
	role.OnChanged = may
	may(s.Role)
	form.AddRow(left)
	title := p.Say("settings.staff.change")
	if s.ID == 0 {
		title = p.Say("settings.staff.add")
	}
	return p.edit(editing{seat.FormName("staff", s.ID), title, form, 620, func() func(context.Context) error {
		s.Name, s.Phone, s.Dept, s.Role, s.Closed = name.Value(), phone.Value(), dept.Value().ID, role.Value(), left.Checked
		return func(ctx context.Context) error {
			_, err := p.Desk.ChangeStaff(ctx, s)
			return err
		}
	}})
}
