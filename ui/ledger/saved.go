package ledger

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// saved are the filters that the person at the desk gave a name.
type saved struct {
	root   fyne.CanvasObject
	list   *List
	choice *kit.Choice[app.SavedFilter]
	drop   *kit.Push
}

func newSaved(l *List) *saved {
	v := &saved{list: l}
	v.choice = kit.NewChoice(nil, func(f app.SavedFilter) string { return f.Name })
	v.choice.PlaceHolder = l.seat.Say("ledger.saved")
	v.choice.OnChanged = v.use
	v.drop = kit.Button("", theme.DeleteIcon(), v.askDrop)
	v.drop.Hide()
	keep := kit.Button(l.seat.Say("ledger.save"), theme.DocumentSaveIcon(), v.askName)
	v.root = container.NewHBox(kit.FixedWidth(170, v.choice), v.drop, keep)
	return v
}

func (v *saved) load() {
	s, chosen := v.list.seat, v.choice.Value().ID
	kit.Do(s.Tasks, func(ctx context.Context) ([]app.SavedFilter, error) {
		return v.list.asks.SavedFilters(ctx, s.Staff.ID)
	}, func(all []app.SavedFilter, err error) {
		if err != nil {
			s.Says(kit.Bad, s.Trouble(err))
			return
		}
		mine := make([]app.SavedFilter, 0, len(all))
		for _, f := range all {
			if sameSteps(f.Steps, v.list.about.steps) {
				mine = append(mine, f)
			}
		}
		v.choice.SetValues(mine)
		v.choice.Pick(func(f app.SavedFilter) bool { return f.ID == chosen })
		v.mark()
	})
}

// sameSteps tells whether a filter was saved on this list: those of the list of
// owners to be asked carry its steps or one of them.
func sameSteps(saved, list []app.Step) bool { return (len(saved) > 0) == (len(list) > 0) }

func (v *saved) mark() {
	if v.drop.Show(); !v.choice.Chosen() {
		v.drop.Hide()
	}
}

// use shows the list as it was saved.
func (v *saved) use(f app.SavedFilter) {
	l := v.list
	l.filters.set(f.Filter)
	l.text = f.Text
	l.Sought()
	if f.Order.By != "" {
		l.order = f.Order
		l.table.SortedBy(string(f.Order.By), f.Order.Down)
	}
	v.mark()
	l.fromTop()
}

func (v *saved) askName() {
	s := v.list.seat
	name := kit.Entry(s.Say("ledger.save.example"))
	name.SetText(v.choice.Value().Name)
	form := kit.NewForm(1)
	form.Add("name", kit.NewField(s.Say("ledger.save.name"), name, s.Say("ledger.save.hint")), 1)
	var sheet *kit.Sheet
	sheet = kit.NewSheet(s.Window.Canvas(), kit.SheetWords{
		Title: s.Say("ledger.save.title"), Primary: s.Say("ledger.save.yes"), Cancel: s.Say("ledger.cancel"), Draft: "filter",
	}, 420, form, func() {
		if name.Value() == "" {
			form.Fail("name", s.Say("ledger.save.missing"))
			return
		}
		v.keep(name.Value(), sheet.Close)
	})
	sheet.Open()
}

func (v *saved) keep(name string, done func()) {
	l, s := v.list, v.list.seat
	f := app.SavedFilter{By: s.Staff.ID, Name: name, Filter: l.filter(), Order: l.order}
	f.Only = nil  // belongs to where the list was opened from
	f.Project = 0 // which estate is looked at is chosen at the left
	kit.Do(s.Tasks, func(ctx context.Context) (int64, error) { return l.asks.KeepFilter(ctx, f) }, func(id int64, err error) {
		if err != nil {
			s.Says(kit.Bad, s.Trouble(err))
			return
		}
		done()
		v.choice.SetValues([]app.SavedFilter{{ID: id, Name: name}})
		v.choice.Pick(func(app.SavedFilter) bool { return true })
		v.load()
		s.Says(kit.Good, s.Say("ledger.saved.kept", name))
	})
}

func (v *saved) askDrop() {
	s, f := v.list.seat, v.choice.Value()
	kit.Confirm(s.Window.Canvas(), kit.Question{
		Title: s.Say("ledger.drop.title"), Text: s.Say("ledger.drop.what", f.Name),
		Yes: s.Say("ledger.drop.yes"), No: s.Say("ledger.cancel"), Danger: true,
	}, func() {
		kit.Do(s.Tasks, func(ctx context.Context) (struct{}, error) {
			return struct{}{}, v.list.asks.DropFilter(ctx, f.ID)
		}, func(_ struct{}, err error) {
			if err != nil && !errors.Is(err, app.ErrNotFound) {
				s.Says(kit.Bad, s.Trouble(err))
				return
			}
			v.choice.Clear()
			v.load()
		})
	})
}
