package measures

import (
	"context"
	"math"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/fold"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Offer opens the form for a new measure, with what is known of it where one leads
// here from a report, a meeting or a complaint.
func Offer(s *seat.Seat, desk *improve.Desk, o improve.NewOrder, kept func(improve.Move)) {
	kit.Do(s.Tasks, func(ctx context.Context) (improve.Found, error) { return desk.Found(ctx, o.Project) }, func(f improve.Found, err error) {
		if err != nil {
			s.Fail(nil, err)
			return
		}
		a := newMeasureForm(s, desk, o, f)
		a.Kept = kept
		a.Show()
	})
}

func newMeasureForm(s *seat.Seat, desk *improve.Desk, o improve.NewOrder, found improve.Found) *form {
	a := newForm(s, seat.FormName("measure", "new", o.Origin, o.Project, o.Source), s.Say("measures.new"), s.Say("measures.make"), 3)
	a.Width = seat.SheetFull
	if o.Origin != "" && o.Origin != improve.ByHand {
		a.Tell(s.Say("measures.comes-from", s.Origin(o.Source)))
	}
	project := kit.NewChoice(s.Projects(), s.Voice.Project)
	kit.SetValue(project, o.Project)
	if len(project.Values()) > 1 && o.Origin == "" {
		a.Add("project", project, 1)
	}
	p := newPlan(a, s, o.Plan, found, true)
	p.due.SetValue(o.Due)
	rows := p.milestones(o.Milestones)
	p.rest()
	a.Dirty = func() bool { return len(rows.Values()) > len(o.Milestones) }
	a.Order = func() seat.Doing[improve.Move] {
		now := o
		now.Project, now.By, now.Plan = project.Value(), s.Staff.ID, p.read()
		now.Due, _ = p.due.Value()
		now.Milestones = rows.Values()
		return seat.Ask(desk.Make, now)
	}
	a.Said = func(m improve.Move) string { return s.Say("measures.made", m.Head.Number) }
	return a
}

// plan are the fields of what a measure says, for making and for correcting it.
type plan struct {
	a     *form
	s     *seat.Seat
	was   improve.Plan
	found improve.Found

	problem, what, standard *kit.TextArea
	needs                   *kit.Input
	dept                    *kit.Choice[app.DeptID]
	person                  *kit.Choice[app.StaffID]
	helping                 *kit.Ticks[app.DeptID]
	start, due, judge       *kit.DateField
	dimension, item         *kit.Choice[string]
	categories              *kit.Ticks[app.Category]
	gauge                   *kit.Choice[improve.Gauge]
	target, gaugeName       *kit.Input
	less                    *kit.Tick
}

func newPlan(a *form, s *seat.Seat, was improve.Plan, found improve.Found, fresh bool) *plan {
	p := &plan{a: a, s: s, was: was, found: found}
	p.problem, p.what, p.standard = a.Area("problem", 2, 3), a.Area("what", 3, 3), a.Area("standard", 2, 3)
	p.problem.SetText(was.Problem)
	p.what.SetText(was.What)
	p.standard.SetText(was.Standard)
	p.who()
	p.due = kit.NewDateField(s.Dates())
	if fresh {
		a.Add("due", p.due, 1)
	}
	return p
}

// rest are the fields that a measure can do without at first.
func (p *plan) rest() {
	s, a, was := p.s, p.a, p.was
	p.start, p.judge, p.needs = kit.NewDateField(s.Dates()), kit.NewDateField(s.Dates()), kit.Filled(was.Needs)
	p.start.SetValue(was.Start)
	p.judge.SetValue(was.Judge)
	a.Add("start", p.start, 1)
	a.Add("needs", p.needs, 1)
	a.Add("judge", p.judge, 1).SetHint(s.Say("measures.judge.hint"))
	a.Add("helping", p.helping.Root, 3)
	p.about()
	p.told()
}

// who are the fields of who does it.
func (p *plan) who() {
	s, a, was := p.s, p.a, p.was
	p.dept, p.person = s.DeptChoice(true), s.StaffChoice(was.Dept)
	if was.Dept != 0 {
		kit.Hold(p.dept, was.Dept)
	}
	kit.Hold(p.person, was.Person)
	a.Add("dept", p.dept, 1)
	a.Add("responsible", p.person, 1)
	p.helping = kit.NewTicks(s.Departments(true), s.Dept, 6)
	p.helping.Choose(was.Helping)
	p.helping.Without(was.Dept)
	p.dept.OnChanged = func(d app.DeptID) {
		p.helping.Without(d)
		who := p.person.Value()
		p.person.SetValues(append([]app.StaffID{0}, s.StaffOf(d)...))
		kit.Hold(p.person, who)
	}
}

// about are the fields of what part of the service it is about.
func (p *plan) about() {
	s, a, was := p.s, p.a, p.was
	codes := []string{""}
	for _, part := range p.found.Parts {
		codes = append(codes, part.Dimension)
	}
	p.dimension = kit.NewChoice(codes, func(code string) string {
		if code == "" {
			return s.Say("number.none")
		}
		return s.Dimension(code, p.found.Part(code).Text)
	})
	p.item = kit.NewChoice([]string{""}, p.itemWords)
	kit.Hold(p.dimension, was.Dimension)
	p.offerItems()
	kit.Hold(p.item, was.Item)
	subjects := s.Subjects()
	for _, c := range was.Categories {
		if !slices.Contains(subjects, c) {
			subjects = append(subjects, c)
		}
	}
	p.categories = kit.NewTicks(subjects, s.Category, 6)
	p.categories.Choose(was.Categories)
	p.dimension.OnChanged = func(code string) {
		p.offerItems()
		if len(p.categories.Chosen()) == 0 {
			p.categories.Choose(p.found.Part(code).Subjects)
		}
	}
	a.Add("dimension", p.dimension, 1)
	a.Add("item", p.item, 2)
	a.Add("categories", p.categories.Root, 3).SetHint(s.Say("measures.categories.hint"))
}

// offerItems offers what is asked about the dimension chosen, and the overall item.
func (p *plan) offerItems() {
	codes := []string{""}
	for _, i := range p.found.Part(p.dimension.Value()).Items {
		codes = append(codes, i.Code)
	}
	p.item.SetValues(append(codes, annual.Overall))
	kit.SetValue(p.item, "")
}

func (p *plan) itemWords(code string) string {
	if code == "" {
		return p.s.Say("number.none")
	}
	for _, part := range p.found.Parts {
		for _, i := range part.Items {
			if i.Code == code {
				return p.s.Item(code, i.Text)
			}
		}
	}
	return p.s.Item(code, "")
}

// told are the fields of how its effect is told.
func (p *plan) told() {
	s, a, was := p.s, p.a, p.was
	p.gauge, p.target, p.gaugeName = seat.Maybe(s, improve.Gauges), kit.Entry(""), kit.Filled(was.GaugeName)
	kit.Hold(p.gauge, was.Gauge)
	if was.Aimed {
		p.target.SetText(strconv.FormatFloat(was.Target, 'f', -1, 64))
	}
	p.less = kit.Check(s.Say("measures.less"), nil)
	p.less.SetChecked(was.Less)
	a.Add("gauge", p.gauge, 1)
	a.Add("target", p.target, 1)
	a.Add("gauge-name", p.gaugeName, 1)
	a.Form.Add("less", kit.NewField(" ", p.less, ""), 1)
	p.gauge.OnChanged = p.measureBy
	p.measureBy(was.Gauge)
}

// measureBy shows what belongs to a gauge.
func (p *plan) measureBy(g improve.Gauge) {
	p.a.ShowField("gauge-name", g == improve.OwnGauge)
	p.a.ShowField("less", g == improve.OwnGauge)
	p.a.ShowField("target", g != "")
	hint := ""
	if g != "" {
		hint = p.s.Say("measures.gauge.hint." + string(g))
	}
	p.a.Form.Field("gauge").SetHint(hint)
}

// milestones are the rows of what is to be reached by when.
func (p *plan) milestones(have []improve.Milestone) *kit.Editor[improve.Milestone] {
	s := p.s
	e := kit.NewEditor(kit.Columns{0, 180}, []string{label(s.Voice, "milestone"), label(s.Voice, "by-day")}, s.Say("measures.add.milestone"),
		func(v improve.Milestone) kit.EditorRow[improve.Milestone] {
			text, due := kit.Filled(v.Text), kit.NewDateField(s.Dates())
			due.SetValue(v.Due)
			if !v.Reached.IsZero() {
				text.Disable()
				due.Disable()
			}
			return kit.EditorRow[improve.Milestone]{Cells: []fyne.CanvasObject{text, due}, Read: func() (improve.Milestone, bool) {
				now := v
				now.Text = text.Value()
				now.Due, _ = due.Value()
				return now, now.Text != "" || now.Due != workday.Date{}
			}}
		}, have).Named("text", "day")
	p.a.Form.Add("milestones", kit.NewField(label(s.Voice, "milestones"), e.Root, ""), 3)
	return e
}

// read is what the fields say.
func (p *plan) read() improve.Plan {
	now := p.was
	now.Problem, now.What, now.Standard, now.Needs = p.problem.Value(), p.what.Value(), p.standard.Value(), p.needs.Value()
	now.Dept, now.Person, now.Helping = p.dept.Value(), p.person.Value(), p.helping.Chosen()
	now.Start, _ = p.start.Value()
	now.Judge, _ = p.judge.Value()
	now.Dimension, now.Item, now.Categories = p.dimension.Value(), p.item.Value(), p.categories.Chosen()
	now.Gauge, now.GaugeName, now.Less = p.gauge.Value(), p.gaugeName.Value(), p.less.Checked
	if now.Target, now.Aimed = decimal(p.target); !now.Aimed || now.Gauge == "" {
		now.Target, now.Aimed = 0, false
	}
	return now
}

// decimal is a number that was typed, and whether anything was; what cannot be read
// is NaN, which the rules refuse.
func decimal(e *kit.Input) (float64, bool) {
	f, err := strconv.ParseFloat(fold.Key(e.Value()), 64)
	if err != nil {
		f = math.NaN()
	}
	return f, e.Value() != ""
}
