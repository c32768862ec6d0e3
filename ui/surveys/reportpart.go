package surveys

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// reportPart is what the report concludes: drafted from the numbers, edited by a
// person, given out, and taken back.
type reportPart struct {
	p           *Page
	view        fyne.CanvasObject
	left, right *fyne.Container
	seen        seen
}

func newReportPart(p *Page) part {
	t := &reportPart{p: p, left: container.NewVBox(), right: container.NewVBox()}
	t.view = kit.Split(kit.Scroll(kit.Padded(2, 2, t.left)), kit.Scroll(kit.Padded(2, 2, t.right)), 300, 760)
	return t
}

func (t *reportPart) key() string             { return "report" }
func (t *reportPart) root() fyne.CanvasObject { return t.view }

func (t *reportPart) show(v seen) {
	t.seen = v
	t.left.Objects = []fyne.CanvasObject{t.summaryCard(), t.problemsCard(), t.suggestionsCard()}
	t.right.Objects = []fyne.CanvasObject{t.issueCard(), t.linkCard()}
	t.left.Refresh()
	t.right.Refresh()
}

// edit is the link that opens a form of the findings, while they may be edited.
func (t *reportPart) edit(key string, make func() *form) []fyne.CanvasObject {
	if bar(tryConclude(t.p.trial())) != nil {
		return nil
	}
	return []fyne.CanvasObject{kit.Link(t.p.s.Say(key), func() { t.p.ask(make()) })}
}

// summaryCard is what is said in the person's words, and what the survey cannot say.
func (t *reportPart) summaryCard() fyne.CanvasObject {
	s, f, box := t.p.s, t.seen.survey.Findings, container.NewVBox()
	for _, text := range []pair{{"summary", f.Summary}, {"limits", f.Limits}} {
		if text.value != "" {
			box.Add(kit.Muted(label(s.Voice, text.field)))
			box.Add(kit.Flush(kit.Wrapped(text.value)))
		}
	}
	if len(box.Objects) == 0 {
		box.Add(kit.Small(s.Say("surveys.summary.none")))
	}
	return kit.CardTitled(s.Say("surveys.card.summary"), box, t.edit("meetings.edit", t.summaryForm)...)
}

// problemsCard is the report's third chapter.
func (t *reportPart) problemsCard() fyne.CanvasObject {
	s, box := t.p.s, container.NewVBox()
	live := t.seen.survey.Findings.Live()
	for n, one := range live {
		if n > 0 {
			box.Add(kit.Line())
		}
		box.Add(t.problem(n, one))
	}
	if len(live) == 0 {
		box.Add(kit.Small(s.Say("surveys.problems.none")))
	}
	links := t.edit("meetings.add", func() *form { return t.problemForm(annual.Problem{Kind: annual.ByHand}) })
	if len(links) > 0 {
		draft := kit.Button(s.Say("surveys.draft"), theme.DocumentCreateIcon(), t.draft)
		links = append([]fyne.CanvasObject{draft}, links...)
	}
	return kit.CardTitled(s.Say("surveys.card.problems"), box, links...)
}

// problem is one row of it.
func (t *reportPart) problem(n int, one annual.Problem) fyne.CanvasObject {
	s := t.p.s
	buttons := container.NewHBox()
	if len(one.Complaints) > 0 {
		buttons.Add(kit.Link(s.Count("surveys.complaints", len(one.Complaints)), func() { t.p.Issues(t.problemTitle(one), one.Complaints) }))
	}
	made := false
	for _, m := range t.seen.measures {
		if m.Source.N == one.N {
			made = true
			buttons.Add(kit.Link(m.Number, func() { t.p.Measure(m.ID) }))
		}
	}
	if !made && t.seen.survey.State == annual.Reported {
		buttons.Add(kit.Link(s.Say("surveys.measure"), func() { t.p.Improve(t.seen.survey.Head, one.N) }))
	}
	for _, l := range t.edit("meetings.edit", func() *form { return t.problemForm(one) }) {
		if n > 0 {
			up := kit.Button("", theme.MoveUpIcon(), func() { t.up(n) })
			up.Importance = widget.LowImportance
			buttons.Add(up)
		}
		buttons.Add(l)
	}
	title := kit.NewCell(s.Say("surveys.numbered", n+1, t.problemTitle(one)), kit.SizeBody, kit.Body, true)
	words := container.NewVBox(container.NewBorder(nil, nil, container.NewHBox(kit.Middle(kit.Chip(problemTone(one.Kind), s.Say("surveys.problem."+string(one.Kind)))), kit.Gap(4, 1)), buttons, kit.Middle(title)))
	for _, text := range []pair{{"evidence", one.Evidence}, {"scope-of", one.Scope}, {"cause", one.Cause}} {
		if text.value != "" {
			words.Add(kit.Small(s.Say("act.now", label(s.Voice, text.field), text.value)))
		}
	}
	return words
}

// up lets a problem change places with the one before it.
func (t *reportPart) up(n int) {
	all := t.standing()
	all.Problems[n-1], all.Problems[n] = all.Problems[n], all.Problems[n-1]
	kit.Do(t.p.s.Tasks, t.conclude(all), func(_ annual.Move, err error) {
		if err != nil && t.p.s.Fail(nil, err) {
			t.p.load()
		}
	})
}

// problemTitle is its own, or what the item or dimension is called.
func (t *reportPart) problemTitle(one annual.Problem) string {
	if one.Title != "" {
		return one.Title
	}
	return t.indicator(one.Item, one.Dimension)
}

// indicator is an item's text, or a dimension's.
func (t *reportPart) indicator(codes ...string) string {
	s, q := t.p.s, t.seen.survey.Questionnaire
	for _, code := range codes {
		if words := say.ItemText(s.Voice, q, code); words != "" {
			return words
		}
		if words := say.DimensionText(s.Voice, q, code); words != "" {
			return words
		}
	}
	return ""
}

func problemTone(k annual.ProblemKind) kit.Tone {
	switch k {
	case annual.Pressing, annual.Fell:
		return kit.Bad
	case annual.ByHand:
		return kit.Plain
	}
	return kit.Warn
}

// suggestionsCard is the report's fourth chapter.
func (t *reportPart) suggestionsCard() fyne.CanvasObject {
	s, box := t.p.s, container.NewVBox()
	all := t.seen.survey.Findings.Advised()
	for n, one := range all {
		if n > 0 {
			box.Add(kit.Line())
		}
		box.Add(kit.Flush(kit.Wrapped(s.Say("surveys.numbered", n+1, one.Text))))
		aim := ""
		if one.To > 0 {
			aim = s.Say("surveys.aim", t.indicator(one.Item), score(one.From), score(one.To))
		}
		words := s.Dotted(t.priority(one.Priority), s.Dept(one.Dept), t.answers(one.Problem), aim)
		box.Add(kit.Small(words))
	}
	if len(all) == 0 {
		box.Add(kit.Small(s.Say("surveys.suggestions.none")))
	}
	return kit.CardTitled(s.Say("surveys.card.suggestions"), box, t.edit("meetings.edit", t.suggestionsForm)...)
}

func (t *reportPart) priority(p annual.Priority) string {
	if p == "" {
		return ""
	}
	return t.p.s.Say("surveys.priority." + string(p))
}

// answers says which problem a suggestion answers, by its place in the report.
func (t *reportPart) answers(problem int) string {
	for n, one := range t.seen.survey.Findings.Live() {
		if one.N == problem {
			return t.p.s.Say("surveys.answers", strconv.Itoa(n+1))
		}
	}
	return ""
}

// issueCard is whether the report is out, and what can be printed of it.
func (t *reportPart) issueCard() fyne.CanvasObject {
	s, h, box := t.p.s, t.seen.survey.Head, container.NewVBox()
	switch h.State {
	case annual.Reported:
		box.Add(kit.Flush(kit.Wrapped(s.Say("surveys.report.out", s.Moment(h.Reported), s.Voice.Staff(h.ReportedBy)))))
	case annual.Counted:
		box.Add(kit.Flush(kit.Wrapped(s.Say("surveys.report.next"))))
	default:
		box.Add(kit.Flush(kit.Wrapped(s.Say("surveys.report.later"))))
	}
	if t.p.Print != nil && (h.State == annual.Counted || h.State == annual.Reported) {
		way := func(what, how string) func() {
			return func() { t.p.Print(Paper{Survey: t.p.id, Number: h.Number, What: what, How: how}) }
		}
		for _, b := range []*kit.Push{
			kit.Button(s.Say("surveys.report.look"), theme.VisibilityIcon(), way(PrintReport, ToScreen)), kit.Button(s.Say("surveys.print.book"), theme.DownloadIcon(), way(PrintBook, ToFile)),
			kit.Button(s.Say("surveys.print.both"), theme.FolderIcon(), way(PrintBoth, ToFile)),
		} {
			box.Add(b)
		}
	}
	if v, known := verbNamed("reissue"); known && bar(v.try(t.p.trial())) == nil {
		box.Add(kit.Link(s.Say("surveys.verb.reissue"), func() { t.p.ask(v.form(t.p)) }))
	}
	return kit.CardTitled(s.Say("surveys.card.report"), box)
}

// linkCard is whether anybody could still tell whose sheet is whose, and the end of that.
func (t *reportPart) linkCard() fyne.CanvasObject {
	s, h, box := t.p.s, t.seen.survey.Head, container.NewVBox()
	switch {
	case !h.Destroyed.IsZero():
		box.Add(kit.Flush(kit.Wrapped(s.Say("surveys.link.gone", s.Moment(h.Destroyed), s.Voice.Staff(h.DestroyedBy)))))
	case h.DueToDestroy(s.Now()):
		box.Add(kit.Note(kit.Bad, kit.Flush(kit.Wrapped(s.Say("surveys.link.due")))))
	default:
		box.Add(kit.Small(s.Say("surveys.link.there")))
	}
	if v, known := verbNamed("destroy"); known && bar(v.try(t.p.trial())) == nil {
		box.Add(kit.Left(kit.Danger(s.Say("surveys.verb.destroy"), theme.DeleteIcon(), func() { t.p.ask(v.form(t.p)) })))
	}
	return kit.CardTitled(s.Say("surveys.card.link"), box)
}
