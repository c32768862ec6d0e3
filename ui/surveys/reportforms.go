package surveys

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

func tryConclude(t trial) error {
	_, err := t.Conclude(annual.ConcludeOrder{Stand: t.by, Findings: t.Findings}, t.g, t.at)
	return err
}

func tryReport(t trial) error {
	_, err := t.Report(annual.ReportOrder{Stand: t.by}, annual.Results{}, t.g, t.at)
	return err
}

func tryReissue(t trial) error {
	_, err := t.Reissue(annual.ReissueOrder{Stand: t.by}, t.g, t.at)
	return err
}

func tryDestroy(t trial) error {
	_, err := t.Destroy(annual.DestroyOrder{Stand: t.by}, t.g, t.at)
	return err
}

// reportForm gives the report out.
func reportForm(p *Page) *form {
	f := p.because(reportVerb, 1)
	if n := marked(p.seen.survey.Findings, p.s.PaperVoice().Say("annual.draft", "")); n > 0 {
		f.Form.AddRow(kit.Note(kit.Warn, kit.Flush(kit.Wrapped(p.s.Count("surveys.report.marked", n)))))
	}
	f.Order = func() doing { return seat.Ask(p.desk.Report, annual.ReportOrder{Stand: p.stand()}) }
	return f
}

// marked is how many problems and suggestions still bear the mark of a draft.
func marked(f annual.Findings, mark string) (n int) {
	for _, one := range f.Live() {
		if strings.HasPrefix(one.Title, mark) {
			n++
		}
	}
	for _, one := range f.Advised() {
		if strings.HasPrefix(one.Text, mark) {
			n++
		}
	}
	return n
}

func reissueForm(p *Page) *form {
	return reasoned(p, "reissue", p.desk.Reissue, func(why string) annual.ReissueOrder { return annual.ReissueOrder{Stand: p.stand(), Why: why} })
}

// destroyForm destroys what tells whose sheet is whose. Whoever does it types the
// number of the survey: it cannot be taken back.
func destroyForm(p *Page) *form {
	s, number := p.s, p.seen.survey.Number
	f := p.act("destroy", 1)
	for _, key := range []string{"what", "after", "backups", "never"} {
		f.Form.AddRow(kit.Flush(kit.Wrapped(s.Say("surveys.destroy." + key))))
	}
	f.Danger = true
	typed := kit.Entry("")
	f.Add("confirm", typed, 1).SetHint(s.Say("surveys.destroy.confirm", number))
	f.Order = func() doing {
		if !strings.EqualFold(typed.Value(), number) {
			return func(context.Context) (annual.Move, error) {
				return annual.Move{}, app.Faults{{Field: "confirm", Rule: "differs"}}
			}
		}
		return seat.Ask(p.desk.Destroy, annual.DestroyOrder{Stand: p.stand()})
	}
	return f
}

// finding is the form of a part of the findings: change writes what its fields say.
func (t *reportPart) finding(name string, columns int, change func(*annual.Findings)) *form {
	s := t.p.s
	words := s.Say("surveys.card." + name)
	f := newForm(s, seat.FormName("survey", t.seen.survey.ID, name), s.Dotted(words, t.seen.survey.Number), s.Say("meetings.save"), columns)
	f.Width = seat.SheetFull
	f.Said = func(annual.Move) string { return s.Say("meetings.done", words) }
	f.Order = func() doing {
		all := t.standing()
		change(&all)
		return t.conclude(all)
	}
	return f
}

// standing are the findings as they stand, without what was struck.
func (t *reportPart) standing() annual.Findings {
	f := t.seen.survey.Findings
	f.Problems, f.Suggestions, f.Order = f.Live(), f.Advised(), nil
	return f
}

func (t *reportPart) conclude(f annual.Findings) doing {
	return seat.Ask(t.p.desk.Conclude, annual.ConcludeOrder{Stand: t.p.stand(), Findings: f})
}

func (t *reportPart) summaryForm() *form {
	was := t.seen.survey.Findings
	summary, limits := kit.Area(6, app.LongestText), kit.Area(4, app.LongestText)
	f := t.finding("summary", 1, func(f *annual.Findings) { f.Summary, f.Limits = summary.Value(), limits.Value() })
	summary.SetText(was.Summary)
	limits.SetText(was.Limits)
	f.Add("summary", summary, 1).SetHint(t.p.s.Say("surveys.summary.hint"))
	f.Add("limits", limits, 1).SetHint(t.p.s.Say("surveys.limits.hint"))
	return f
}

// problemForm writes one problem, or strikes it.
func (t *reportPart) problemForm(was annual.Problem) *form {
	s := t.p.s
	title, about := kit.Filled(was.Title), t.indicatorChoice(was.Item, was.Dimension)
	evidence, scope, cause := kit.Area(3, app.LongestText), kit.Filled(was.Scope), kit.Area(2, app.LongestText)
	evidence.SetText(was.Evidence)
	cause.SetText(was.Cause)
	strike := kit.Check(s.Say("meetings.strike"), nil)
	f := t.finding("problems", 2, func(f *annual.Findings) {
		now := was
		now.Title, now.Evidence, now.Scope, now.Cause = title.Value(), evidence.Value(), scope.Value(), cause.Value()
		now.Item, now.Dimension = t.parted(about.Value())
		f.Problems = putRow(f.Problems, now, func(p annual.Problem) int { return p.N }, strike.Checked)
		if strike.Checked { // nobody answers a problem that is none
			for i := range f.Suggestions {
				if f.Suggestions[i].Problem == was.N {
					f.Suggestions[i].Problem = 0
				}
			}
		}
	})
	f.Form.Add("title", kit.NewField(label(s.Voice, "problem-title"), title, ""), 1)
	f.Add("about", about, 1)
	f.Add("evidence", evidence, 2)
	f.Add("scope-of", scope, 2)
	f.Add("cause", cause, 2)
	if was.N != 0 {
		f.Form.Add("strike", kit.NewField("", strike, ""), 1)
	}
	return f
}

// putRow is a list with one row as it is now: in its place, at the end, or out.
func putRow[T any](rows []T, now T, n func(T) int, strike bool) []T {
	all := []T{}
	for _, row := range rows {
		switch {
		case n(row) != n(now):
			all = append(all, row)
		case !strike:
			all = append(all, now)
		}
	}
	if n(now) == 0 {
		all = append(all, now)
	}
	return all
}

// indicatorChoice offers dimensions and items; nothing, too.
func (t *reportPart) indicatorChoice(item, dimension string) *kit.Choice[string] {
	s, q := t.p.s, t.seen.survey.Questionnaire
	codes := []string{""}
	if q.Overall {
		codes = append(codes, annual.Overall)
	}
	for _, d := range q.Dimensions {
		codes = append(codes, d.Code)
		for _, i := range q.Items {
			if i.Dimension == d.Code {
				codes = append(codes, i.Code)
			}
		}
	}
	c := kit.NewChoice(codes, func(code string) string {
		if code == "" {
			return s.Say("number.none")
		}
		return t.indicator(code)
	})
	kit.SetValue(c, "")
	if item == "" {
		item = dimension
	}
	kit.Hold(c, item)
	return c
}

// parted is a code as the item or the dimension it is of.
func (t *reportPart) parted(code string) (item, dimension string) {
	for _, i := range t.seen.survey.Questionnaire.Items {
		if i.Code == code {
			return code, i.Dimension
		}
	}
	if code == annual.Overall {
		return code, ""
	}
	return "", code
}

// suggestionsForm writes all suggestions, a row each.
func (t *reportPart) suggestionsForm() *form {
	s := t.p.s
	problems := []int{0}
	for _, p := range t.seen.survey.Findings.Live() {
		problems = append(problems, p.N)
	}
	heads := make([]string, 0, 8)
	for _, field := range []string{"suggestion", "problem", "dept", "priority", "indicator", "from", "to"} {
		heads = append(heads, label(s.Voice, field))
	}
	e := kit.NewEditor(kit.Columns{0, 110, 130, 84, 170, 64, 64}, heads, s.Say("surveys.add.suggestion"), func(v annual.Suggestion) kit.EditorRow[annual.Suggestion] {
		text := kit.Area(2, app.LongestText)
		text.SetText(v.Text)
		problem := kit.NewChoice(problems, func(n int) string {
			if n == 0 {
				return s.Say("number.none")
			}
			return t.answers(n)
		})
		kit.SetValue(problem, v.Problem)
		dept, priority, about := s.MaybeDept(), t.priorityChoice(v.Priority), t.indicatorChoice(v.Item, "")
		kit.Hold(dept, v.Dept)
		from, to := points(v.From), points(v.To)
		return kit.EditorRow[annual.Suggestion]{Cells: []fyne.CanvasObject{text, problem, dept, priority, about, from, to}, Read: func() (annual.Suggestion, bool) {
			now := v
			now.Text, now.Problem, now.Dept, now.Priority, now.Item = text.Value(), problem.Value(), dept.Value(), priority.Value(), about.Value()
			now.From, now.To = pointsOf(from, v.From), pointsOf(to, v.To)
			return now, now.Text != ""
		}}
	}, t.seen.survey.Findings.Advised()).Named("text", "problem", "dept", "priority", "indicator", "from", "to").Movable()
	f := t.finding("suggestions", 1, func(f *annual.Findings) { f.Suggestions = e.Values() })
	f.High = 380
	f.Form.Add("suggestions", kit.NewField("", e.Root, ""), 1)
	f.Dirty = e.Arranged
	return f
}

func (t *reportPart) priorityChoice(was annual.Priority) *kit.Choice[annual.Priority] {
	c := kit.NewChoice(append([]annual.Priority{""}, annual.Priorities...), func(p annual.Priority) string {
		if p == "" {
			return t.p.s.Say("number.none")
		}
		return t.priority(p)
	})
	kit.SetValue(c, was)
	return c
}
