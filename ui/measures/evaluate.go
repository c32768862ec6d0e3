package measures

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// evaluation are the fields of the form that says whether a measure helped: what it is
// told by, what the figures say, and the verdict.
type evaluation struct {
	p *Page
	f *form

	gauge         *kit.Choice[improve.Gauge]
	from, to      [2]*kit.DateField // before and after
	year          [2]*kit.Choice[int]
	value         [2]*kit.Input
	figures, says *kit.Prose
	verdict       *kit.Radios[improve.Verdict]
	why           *kit.TextArea
	lane          *kit.Lane
	chosen        bool // the person chose a verdict
}

// sides are the names of the two times that are compared.
var sides = [2]string{"before", "after"}

func evaluateForm(p *Page) *form {
	s, m := p.s, p.seen.m
	e := &evaluation{p: p, f: p.act(evaluateVerb, 2), lane: kit.NewLane(s.Tasks, 0)}
	e.f.Width = seat.SheetWide
	e.gauge = seat.Codes(s, e.gauges())
	kit.SetValue(e.gauge, m.Gauge)
	e.f.Add("gauge", e.gauge, 1)
	e.f.Tell(s.GaugeOf(m.Plan))
	e.spans()
	e.figures, e.says = kit.Wrapped(""), kit.Wrapped("")
	e.f.Form.AddRow(kit.Note(kit.Info, container.NewVBox(kit.Flush(e.figures), kit.Flush(e.says))))
	e.verdict = kit.NewRadios(improve.Verdicts, func(v improve.Verdict) string { return s.Say("code." + string(v)) })
	e.verdict.OnChanged = func(improve.Verdict) { e.chosen = true }
	e.f.Add("verdict", e.verdict, 2)
	e.why = e.f.Area("why", 3, 2)
	e.f.Form.Field("why").SetHint(s.Say("measures.why.hint"))
	e.gauge.OnChanged = func(improve.Gauge) { e.turn() }
	e.f.Order = func() doing {
		o := e.order()
		return seat.Ask(p.desk.Evaluate, improve.EvaluateOrder{
			Stand: p.stand(), Gauge: o.Gauge, Before: o.Before, After: o.After, Verdict: e.verdict.Value(), Why: e.why.Value(),
		})
	}
	e.f.Place = e.place
	e.turn()
	return e.f
}

// place is the field of the gauge chosen that has what is wrong with a time: its year,
// or the day that it ends or begins with.
func (e *evaluation) place(f app.Invalid) app.Invalid {
	if !slices.Contains(sides[:], f.Field) {
		return f
	}
	part := "-year"
	switch {
	case e.gauge.Value() != improve.Complaints:
	case f.Rule == "overlaps":
		part = "-from"
	default:
		part = "-to"
	}
	return app.Invalid{Field: f.Field + part, Rule: f.Rule}
}

// gauges are those that this measure can be told by.
func (e *evaluation) gauges() (all []improve.Gauge) {
	m := e.p.seen.m
	can := map[improve.Gauge]bool{
		improve.Complaints: len(m.Categories) > 0, improve.ItemScore: m.Item != "", improve.DimensionScore: m.Dimension != "",
		improve.IndexScore: true, improve.OwnGauge: m.GaugeName != "",
	}
	for _, g := range improve.Gauges {
		if can[g] {
			all = append(all, g)
		}
	}
	return all
}

// spans are the fields of the two times: days, a year or a value, by the gauge.
func (e *evaluation) spans() {
	s, m := e.p.s, e.p.seen.m
	days := [2]improve.Span{}
	days[0], days[1] = m.Spans(today(s), s.Ground.Office.Location())
	years := e.years()
	for i, side := range sides {
		e.from[i], e.to[i] = kit.NewDateField(s.Dates()), kit.NewDateField(s.Dates())
		e.from[i].SetValue(days[i].From)
		e.to[i].SetValue(days[i].To)
		e.from[i].OnChanged = func(workday.Date) { e.look() }
		e.to[i].OnChanged = func(workday.Date) { e.look() }
		e.year[i] = kit.NewChoice(years, strconv.Itoa)
		e.year[i].OnChanged = func(int) { e.look() }
		e.value[i] = kit.Entry("")
		e.value[i].OnChanged = func(string) { e.look() }
		for _, one := range []struct {
			name  string
			input fyne.CanvasObject
		}{{side + "-from", e.from[i]}, {side + "-to", e.to[i]}, {side + "-year", e.year[i]}, {side + "-value", e.value[i]}} {
			e.f.Add(one.name, one.input, 1)
		}
	}
	kit.SetValue(e.year[0], m.Year)
	if len(years) > 0 {
		kit.SetValue(e.year[1], years[len(years)-1])
	}
}

// years are those that a survey was reported for.
func (e *evaluation) years() (all []int) {
	for _, score := range e.p.seen.found.Scores {
		if !slices.Contains(all, score.Year) {
			all = append(all, score.Year)
		}
	}
	return all
}

// turn shows the fields of the gauge chosen.
func (e *evaluation) turn() {
	g := e.gauge.Value()
	for _, side := range sides {
		e.f.ShowField(side+"-from", g == improve.Complaints)
		e.f.ShowField(side+"-to", g == improve.Complaints)
		e.f.ShowField(side+"-year", g.Scored())
		e.f.ShowField(side+"-value", g == improve.OwnGauge)
	}
	e.look()
}

func (e *evaluation) order() improve.LookOrder {
	o := improve.LookOrder{Measure: e.p.id, Gauge: e.gauge.Value()}
	for i, span := range []*improve.Span{&o.Before, &o.After} {
		switch {
		case o.Gauge == improve.Complaints:
			span.From, _ = e.from[i].Value()
			span.To, _ = e.to[i].Value()
		case o.Gauge.Scored():
			span.Year = e.year[i].Value()
		default:
			span.Value, span.Known = decimal(e.value[i])
		}
	}
	return o
}

// look asks what the figures say, and shows it.
func (e *evaluation) look() {
	o := e.order()
	if o.Gauge == "" {
		return
	}
	kit.Latest(e.lane, func(ctx context.Context) (improve.Effect, error) { return e.p.desk.Effect(ctx, o) }, e.show)
}

func (e *evaluation) show(v improve.Effect, err error) {
	s := e.p.s
	if err != nil {
		e.figures.SetText(s.Say("measures.figures.none"))
		e.says.SetText(s.Trouble(err))
		return
	}
	e.figures.SetText(s.Say("measures.figures", s.Reading(v.Gauge, v.Before), s.Reading(v.Gauge, v.After)))
	e.says.SetText(s.Judgement(v))
	if !e.chosen {
		e.verdict.SetValue(v.Suggests())
	}
}

// issueLinks lead to the complaints that were counted.
func (p *Page) issueLinks(e improve.Evaluation) fyne.CanvasObject {
	row := container.NewHBox()
	for _, one := range []struct {
		key string
		of  []app.IssueID
	}{{"measures.issues.before", e.Before.Issues}, {"measures.issues.after", e.After.Issues}} {
		if len(one.of) > 0 {
			title := p.s.Count(one.key, len(one.of))
			row.Add(kit.Link(title, func() { p.Issues(title, one.of) }))
		}
	}
	return row
}
