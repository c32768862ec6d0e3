package surveys

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// planPart is what the survey is done by: its words and days at the left, how
// many are asked at the right.
type planPart struct {
	p           *Page
	left, right *fyne.Container
	view        fyne.CanvasObject
}

func newPlanPart(p *Page) part {
	t := &planPart{p: p, left: container.NewVBox(), right: container.NewVBox()}
	t.view = kit.Split(kit.Scroll(kit.Padded(2, 2, t.left)), kit.Scroll(kit.Padded(2, 2, t.right)), 0.5, 760)
	return t
}

func (t *planPart) key() string             { return "plan" }
func (t *planPart) root() fyne.CanvasObject { return t.view }

func (t *planPart) show(v seen) {
	t.left.Objects = []fyne.CanvasObject{t.aboutCard(v), t.stagesCard(v), t.workCard(v)}
	t.right.Objects = []fyne.CanvasObject{t.sizeCard(v), t.scoringCard(v)}
	t.left.Refresh()
	t.right.Refresh()
}

// fact is a label and what stands under it.
func fact(s *seat.Seat, field, value string) fyne.CanvasObject {
	name := kit.NewCell(label(s.Voice, field), kit.SizeLabel, kit.Quiet, false)
	return container.NewBorder(nil, kit.Gap(1, 2), nil, kit.Gap(6, 1), container.NewVBox(name, kit.Flush(kit.Wrapped(value))))
}

// pair is a field and what stands in it.
type pair struct{ field, value string }

// facts are those that say something, so many in a row.
func facts(s *seat.Seat, box *fyne.Container, columns int, all ...pair) {
	var cells []fyne.CanvasObject
	for _, f := range all {
		if f.value != "" {
			cells = append(cells, fact(s, f.field, f.value))
		}
	}
	for row := range slices.Chunk(cells, columns) {
		box.Add(container.NewGridWithColumns(columns, row...))
	}
}

// text is a longer text under its name; one that the ready plan gives stands back.
func (t *planPart) text(box *fyne.Container, field, own string) {
	words := say.PlanText(t.p.s.Voice, field, own)
	if words == "" {
		return
	}
	prose := kit.Wrapped(words)
	if own == "" {
		prose.Quiet()
	}
	box.Add(kit.Muted(label(t.p.s.Voice, field)))
	box.Add(kit.Flush(prose))
}

// aboutCard is what for, of whom, and how.
func (t *planPart) aboutCard(v seen) fyne.CanvasObject {
	s, h := t.p.s, v.survey.Head
	box := container.NewVBox()
	if h.State == annual.Cancelled {
		box.Add(kit.Small(s.Say("meetings.cancelled", h.Why)))
	}
	box.Add(kit.Flush(kit.Wrapped(say.SurveyTitle(s.Voice, h))))
	facts(s, box, 3, pair{"project", s.Voice.Project(h.Project)}, pair{"areas", t.areas(v)}, pair{"owners", t.owners(h.Plan)},
		pair{"modes", say.Codes(s.Voice, h.Plan.Modes)}, pair{"phoned", bound(h.Plan.Phoned)}, pair{"way", t.way(h.Plan)},
		pair{"made-by", s.Dotted(s.Voice.Staff(h.By), s.Voice.Day(h.Made))}, pair{"checked", s.Voice.Staff(h.Checked)},
		pair{"approved-by", s.Dotted(s.Voice.Staff(h.ApprovedBy), s.Voice.Day(h.Approved))}, pair{"frame-on", s.Voice.Day(h.Framed)})
	for _, f := range []pair{{"purpose", h.Plan.Purpose}, {"scope", h.Plan.Scope}, {"content", h.Plan.Content}, {"method", h.Plan.Method}} {
		t.text(box, f.field, f.value)
	}
	return kit.CardTitled(s.Say("surveys.card.about"), box, t.p.edit(aboutForm)...)
}

// bound is a share that may be none.
func bound(x float64) string {
	if x == 0 {
		return ""
	}
	return share(x)
}

func (t *planPart) areas(v seen) string {
	if len(v.survey.Plan.Areas) == 0 {
		return t.p.s.Say("surveys.areas.all")
	}
	var names []string
	for _, id := range v.survey.Plan.Areas {
		names = append(names, areaName(v.areas, id))
	}
	return t.p.s.List(names)
}

func (t *planPart) owners(plan annual.Plan) string {
	if len(plan.Owners) == 0 {
		return say.Codes(t.p.s.Voice, annual.OwnerKinds)
	}
	return say.Codes(t.p.s.Voice, plan.Owners)
}

func (t *planPart) way(plan annual.Plan) string {
	if plan.Convenience {
		return t.p.s.Say("surveys.convenience")
	}
	return t.p.s.Say("surveys.way." + string(plan.Way))
}

// stagesCard is the timetable; the stage of today stands out.
func (t *planPart) stagesCard(v seen) fyne.CanvasObject {
	s, box, today := t.p.s, container.NewVBox(), t.p.today()
	for _, one := range v.survey.Plan.Stages {
		state := fyne.CanvasObject(kit.Gap(0, 0))
		if within(one, today) {
			state = kit.Chip(kit.Info, s.Say("surveys.stage.now"))
		}
		box.Add(kit.Row(kit.Columns{0, 100, 100, 84}, kit.NewCell(say.Stage(s.Voice, one.Key), kit.SizeBody, kit.Body, false),
			kit.NewCell(one.From.String(), kit.SizeLabel, kit.Quiet, false), kit.NewCell(one.To.String(), kit.SizeLabel, kit.Quiet, false), state))
	}
	if len(box.Objects) == 0 {
		box.Add(kit.Small(s.Say("surveys.stages.none")))
	}
	return kit.CardTitled(s.Say("surveys.card.stages"), box, t.p.edit(stagesForm)...)
}

func within(one annual.Stage, day workday.Date) bool {
	return !one.From.IsZero() && !day.Before(one.From) && !one.To.Before(day)
}

func (p *Page) today() workday.Date { return workday.DayOf(p.s.Here(p.s.Now())) }

// workCard is who asks, how the sheets are checked, and what owners are promised.
func (t *planPart) workCard(v seen) fyne.CanvasObject {
	s, plan, box := t.p.s, v.survey.Plan, container.NewVBox()
	attempts := ""
	if plan.Attempts > 0 {
		attempts = s.Number(plan.Attempts)
	}
	facts(s, box, 3, pair{"interviewers", names(s, plan.Interviewers)}, pair{"attempts", attempts}, pair{"back-check", bound(plan.BackCheck)},
		pair{"second", bound(plan.Second)}, pair{"budget", plan.Budget})
	for _, f := range []pair{{"training", plan.Training}, {"quality", plan.Quality}, {"secrecy", plan.Secrecy}, {"keep", plan.Keep}, {"contact", plan.Contact}} {
		t.text(box, f.field, f.value)
	}
	return kit.CardTitled(s.Say("surveys.card.work"), box, t.p.edit(workForm)...)
}

func names(s *seat.Seat, ids []app.StaffID) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = s.Voice.Staff(id)
	}
	return s.List(all)
}

// scoringCard is how answers become scores and grades, fixed for the year.
func (t *planPart) scoringCard(v seen) fyne.CanvasObject {
	s, plan, box := t.p.s, v.survey.Plan, container.NewVBox()
	box.Add(kit.Flush(kit.Wrapped(s.Say("surveys.scale." + string(plan.Scale)))))
	box.Add(kit.Small(bandWords(s, plan.Bands)))
	return kit.CardTitled(s.Say("surveys.card.scoring"), box, t.p.edit(scoringForm)...)
}

// bandWords are the grades with their bounds, from the best down.
func bandWords(s *seat.Seat, bands []int) string {
	var all []string
	for i, low := range bands {
		if i == 0 {
			all = append(all, s.Say("surveys.band.best", gradeWords(s, i), low))
		} else {
			all = append(all, s.Say("surveys.band.between", gradeWords(s, i), low, bands[i-1]))
		}
	}
	if n := len(bands); n > 0 {
		all = append(all, s.Say("surveys.band.last", gradeWords(s, n), bands[n-1]))
	}
	return s.Dotted(all...)
}

// stageWords is where the timetable stands today, for the head of the page; an open
// survey that is behind it stands out.
func (p *Page) stageWords() (kit.Tone, string) {
	h, today := p.seen.survey.Head, p.today()
	if h.State == annual.Reported || h.State == annual.Cancelled {
		return kit.Plain, ""
	}
	for _, one := range slices.Backward(h.Plan.Stages) {
		if within(one, today) {
			return kit.Plain, p.s.Say("surveys.stage.until", say.Stage(p.s.Voice, one.Key), one.To.String())
		}
	}
	if n := len(h.Plan.Stages); n > 0 && h.Plan.Stages[n-1].To.Before(today) {
		return kit.Bad, p.s.Say("surveys.stage.late", h.Plan.Stages[n-1].To.String())
	}
	return kit.Plain, ""
}

// gradeWords is what a grade is called, from 0 the best.
func gradeWords(s *seat.Seat, n int) string { return s.Say("survey.grade." + strconv.Itoa(n)) }
