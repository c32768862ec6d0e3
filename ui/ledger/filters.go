package ledger

import (
	"context"
	"log/slog"
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// openStates stands for all states in which something is still to be done.
const openStates app.State = "open"

// filters are the choices above a list. Each of them begins with one that
// narrows nothing.
type filters struct {
	root fyne.CanvasObject

	seat    *seat.Seat
	asks    Asks
	about   question
	changed func()
	setting bool

	state   *kit.Choice[app.State]
	step    *kit.Choice[app.Step]
	kind    *kit.Choice[app.Kind]
	dept    *kit.Choice[app.DeptID]
	subject *kit.Choice[app.Category]
	topic   *kit.Choice[app.Category]
	area    *kit.Choice[app.AreaID]
	period  *kit.Choice[period]
	from    *kit.DateField
	until   *kit.DateField
	dates   *fyne.Container
	late    *kit.Tick
	waits   *kit.Tick
	mine    *kit.Tick
	areas   map[app.AreaID]string
}

func newFilters(s *seat.Seat, asks Asks, about question, changed func()) *filters {
	f := &filters{seat: s, asks: asks, about: about, areas: map[app.AreaID]string{}}
	f.changed = func() {
		if !f.setting {
			changed()
		}
	}
	f.build()
	return f
}

func (f *filters) build() {
	s := f.seat
	f.state = pick(f, "state", append([]app.State{openStates}, app.States...), func(v app.State) string {
		if v == openStates {
			return s.Say("ledger.open")
		}
		return s.Say("state." + string(v))
	})
	f.step = pick(f, "step", f.about.steps, func(v app.Step) string { return s.Say("step." + string(v)) })
	f.kind = pick(f, "kind", app.Kinds, func(v app.Kind) string { return say.Code(s.Voice, v) })
	f.dept = pick(f, "dept", departments(s), s.Dept)
	f.subject = pick(f, "subject", app.Subjects(), func(v app.Category) string { return say.Code(s.Voice, v) })
	f.topic = pick(f, "topic", nil, func(v app.Category) string { return say.Code(s.Voice, v) })
	f.area = pick(f, "area", nil, func(v app.AreaID) string { return f.areas[v] })
	f.period = kit.NewChoice(periods, func(p period) string { return s.Say("ledger.period." + string(p)) })
	f.from, f.until = f.dateField(), f.dateField()
	f.late = kit.Check(s.Say("ledger.late"), func(bool) { f.changed() })
	f.waits = kit.Check(s.Say("ledger.suspended"), func(bool) { f.changed() })
	f.mine = kit.Check(s.Say("ledger.mine"), func(bool) { f.changed() })
	f.subject.OnChanged = func(app.Category) { f.offerTopics(); f.changed() }
	f.period.OnChanged = func(period) { f.showDates(); f.changed() }
	f.dates = container.NewHBox(kit.FixedWidth(150, f.from), kit.Middle(kit.Muted(s.Say("ledger.to"))), kit.FixedWidth(150, f.until))
	f.clear()

	first := fyne.CanvasObject(f.state)
	if len(f.about.steps) > 0 {
		first = f.step
	}
	f.root = kit.Row(kit.Columns{0, 0, 0, 0, 0, 0, 0}, first, f.kind, f.dept, f.subject, f.topic, f.area, f.period)
}

// pick is a choice that begins with "all"; its zero value narrows nothing.
func pick[T comparable](f *filters, name string, values []T, label func(T) string) *kit.Choice[T] {
	var all T
	c := kit.NewChoice(append([]T{all}, values...), func(v T) string {
		if v == all {
			return f.seat.Say("ledger.all." + name)
		}
		return label(v)
	})
	c.OnChanged = func(T) { f.changed() }
	kit.SetValue(c, all)
	return c
}

func departments(s *seat.Seat) []app.DeptID {
	ids := slices.Sorted(maps.Keys(s.Ground.Departments))
	slices.SortStableFunc(ids, func(a, b app.DeptID) int {
		return s.Ground.Departments[a].Order - s.Ground.Departments[b].Order
	})
	return ids
}

// offerTopics offers the second level under the subject chosen.
func (f *filters) offerTopics() {
	var topics []app.Category
	for _, c := range app.Categories() {
		if c.Subject() == f.subject.Value() {
			topics = append(topics, c)
		}
	}
	f.topic.SetValues(append([]app.Category{""}, topics...))
	kit.SetValue(f.topic, "")
}

func (f *filters) showDates() {
	f.dates.Hidden = f.period.Value() != fromTo
	f.dates.Refresh()
}

// clear narrows nothing; the list is not told.
func (f *filters) clear() { f.set(app.Filter{}) }

// load offers the areas of the estate looked at.
func (f *filters) load() {
	project := f.seat.Project
	if project == 0 && len(f.seat.Ground.Projects) == 1 {
		for id := range f.seat.Ground.Projects {
			project = id
		}
	}
	kit.Do(f.seat.Tasks, func(ctx context.Context) ([]app.Area, error) {
		if project == 0 {
			return nil, nil
		}
		return f.asks.Areas(ctx, project)
	}, func(areas []app.Area, err error) {
		if err != nil {
			slog.Error("areas", "err", err)
			return
		}
		chosen := f.area.Value()
		ids := []app.AreaID{0}
		for _, a := range areas {
			f.areas[a.ID] = a.Name
			ids = append(ids, a.ID)
		}
		f.area.SetValues(ids)
		if !kit.SetValue(f.area, chosen) {
			kit.SetValue(f.area, 0)
		}
	})
}

// filter is what is chosen, for the store.
func (f *filters) filter() app.Filter {
	out := app.Filter{Project: f.seat.Project, Late: f.late.Checked, Suspended: f.waits.Checked, Steps: f.about.steps}
	if step := f.step.Value(); step != "" {
		out.Steps = []app.Step{step}
	}
	switch v := f.state.Value(); v {
	case "":
	case openStates:
		out.OpenOnly = true
	default:
		out.States = []app.State{v}
	}
	out.Kinds = one(f.kind)
	out.Departments = one(f.dept)
	out.Areas = one(f.area)
	if out.Categories = one(f.topic); out.Categories == nil {
		out.Categories = one(f.subject)
	}
	if f.mine.Checked {
		out.Mine = f.seat.Staff.ID
	}
	out.From, out.To = f.span()
	return out
}

// one is what is chosen, as a list; nil where nothing narrows.
func one[T comparable](c *kit.Choice[T]) []T {
	var all T
	if v := c.Value(); v != all {
		return []T{v}
	}
	return nil
}

// span is the period chosen, in moments of the office's clock.
func (f *filters) span() (from, to time.Time) {
	first, after := f.period.Value().days(workday.DayOf(f.seat.Here(f.seat.Now())))
	if f.period.Value() == fromTo {
		first, _ = f.from.Value()
		if last, given := f.until.Value(); given {
			after = last.AddDays(1)
		}
	}
	loc := f.seat.Ground.Office.Location()
	if !first.IsZero() {
		from = first.At(0, loc)
	}
	if !after.IsZero() {
		to = after.At(0, loc)
	}
	return from, to
}
