package surveys

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// questionsPart is what owners are asked: the items by their dimensions at the
// left, all the rest at the right.
type questionsPart struct {
	p           *Page
	left, right *fyne.Container
	view        fyne.CanvasObject
}

func newQuestionsPart(p *Page) part {
	t := &questionsPart{p: p, left: container.NewVBox(), right: container.NewVBox()}
	t.view = kit.Split(kit.Scroll(kit.Padded(2, 2, t.left)), kit.Scroll(kit.Padded(2, 2, t.right)), 0.4, 760)
	return t
}

func (t *questionsPart) key() string             { return "questions" }
func (t *questionsPart) root() fyne.CanvasObject { return t.view }

func (t *questionsPart) show(v seen) {
	q := v.survey.Questionnaire
	t.left.Objects = nil
	for _, d := range q.Dimensions {
		t.left.Add(t.itemsCard(v, d))
	}
	t.right.Objects = nil
	if box := t.wholeCard(v); box != nil {
		t.right.Add(box)
	}
	for _, card := range []func(seen) fyne.CanvasObject{t.weightsCard, t.extrasCard, t.choicesCard, t.openCard, t.introCard} {
		t.right.Add(card(v))
	}
	t.left.Refresh()
	t.right.Refresh()
}

// itemsCard is one dimension with its items.
func (t *questionsPart) itemsCard(v seen, d annual.Dimension) fyne.CanvasObject {
	s, q, box := t.p.s, v.survey.Questionnaire, container.NewVBox()
	for _, i := range itemsOf(q, d.Code) {
		mark := fyne.CanvasObject(kit.Gap(0, 0))
		if words := v.unlike(s, i); words != "" {
			mark = kit.Chip(kit.Warn, words)
		}
		text := container.NewBorder(nil, nil, nil, kit.Middle(mark), kit.Flush(kit.Wrapped(say.ItemText(s.Voice, q, i.Code))))
		box.Add(kit.Row(kit.Columns{110, 0}, kit.NewCell(i.Code, kit.SizeSmall, kit.Quiet, false), text))
	}
	if len(box.Objects) == 0 {
		box.Add(kit.Small(s.Say("surveys.items.none")))
	}
	title := s.Dotted(say.DimensionText(s.Voice, q, d.Code), s.Say("surveys.weight", d.Weight))
	return kit.CardTitled(title, box, t.p.edit(func(p *Page) *form { return itemsForm(p, d) })...)
}

func itemsOf(q annual.Questionnaire, dimension string) []annual.Item {
	return slices.DeleteFunc(slices.Clone(q.Items), func(i annual.Item) bool { return i.Dimension != dimension })
}

// unlike says why an item cannot be compared with the year before; nothing where it
// can, or where there is no such year.
func (v seen) unlike(s *seat.Seat, now annual.Item) string {
	if v.before == nil {
		return ""
	}
	for _, was := range v.before.Questionnaire.Items {
		switch {
		case was.Code != now.Code:
		case was.Text == now.Text: // as annual.SameItem has it
			return ""
		default:
			return s.Say("surveys.unlike", v.before.Year)
		}
	}
	return s.Say("surveys.item.new")
}

// weightsCard is what each dimension counts for.
func (t *questionsPart) weightsCard(v seen) fyne.CanvasObject {
	s, q, box := t.p.s, v.survey.Questionnaire, container.NewVBox()
	columns := kit.Columns{0, 56, -64}
	for _, d := range q.Dimensions {
		box.Add(kit.Row(columns, kit.NewCell(say.DimensionText(s.Voice, q, d.Code), kit.SizeBody, kit.Body, false),
			kit.NewCell(s.Count("surveys.items", len(itemsOf(q, d.Code))), kit.SizeLabel, kit.Quiet, false),
			kit.Text(share(float64(d.Weight)/100), kit.SizeBody, kit.Body, false)))
	}
	box.Add(kit.Line())
	sum := weights(q.Dimensions)
	box.Add(kit.Row(columns, kit.NewCell(s.Say("surveys.sum"), kit.SizeBody, kit.Body, true), kit.Gap(0, 0),
		kit.Text(share(float64(sum)/100), kit.SizeBody, sumRole(sum), true)))
	if sum != 100 {
		box.Add(kit.Text(s.Say("surveys.sum.wrong"), kit.SizeSmall, kit.InkOf(kit.Bad), false))
	}
	return kit.CardTitled(s.Say("surveys.card.weights"), box, t.p.edit(weightsForm)...)
}

func weights(all []annual.Dimension) (sum int) {
	for _, d := range all {
		sum += d.Weight
	}
	return sum
}

func sumRole(sum int) kit.Role {
	if sum == 100 {
		return kit.InkOf(kit.Good)
	}
	return kit.InkOf(kit.Bad)
}

// extrasCard is what is asked of everybody beside the items.
func (t *questionsPart) extrasCard(v seen) fyne.CanvasObject {
	s, q, box := t.p.s, v.survey.Questionnaire, container.NewVBox()
	for _, one := range []struct {
		field, text string
		asked       bool
	}{{"overall", say.ItemText(s.Voice, q, annual.Overall), q.Overall}, {"recommend", say.RecommendText(s.Voice), q.Recommend}} {
		words := one.text
		if !one.asked {
			words = s.Say("surveys.not-asked")
		}
		box.Add(fact(s, one.field, words))
	}
	return kit.CardTitled(s.Say("surveys.card.extras"), box, t.p.edit(extrasForm)...)
}

// choicesCard is what owners may name as most in need of improvement.
func (t *questionsPart) choicesCard(v seen) fyne.CanvasObject {
	s, q := t.p.s, v.survey.Questionnaire
	var all []string
	for _, c := range q.Choices {
		all = append(all, say.ChoiceText(s.Voice, q, c.Code))
	}
	box := container.NewVBox()
	if len(all) == 0 {
		box.Add(kit.Small(s.Say("surveys.not-asked")))
	} else {
		box.Add(kit.Small(s.Say("surveys.most-chosen", q.MostChosen)))
		box.Add(kit.Flush(kit.Wrapped(s.List(all))))
	}
	return kit.CardTitled(s.Say("surveys.card.choices"), box, t.p.edit(choicesForm)...)
}

// openCard is what is answered in words.
func (t *questionsPart) openCard(v seen) fyne.CanvasObject {
	s, q, box := t.p.s, v.survey.Questionnaire, container.NewVBox()
	for _, o := range q.Open {
		box.Add(kit.Flush(kit.Wrapped(say.OpenText(s.Voice, q, o.Code))))
	}
	if len(box.Objects) == 0 {
		box.Add(kit.Small(s.Say("surveys.not-asked")))
	}
	return kit.CardTitled(s.Say("surveys.card.open"), box, t.p.edit(openForm)...)
}

// introCard is what stands at the head.
func (t *questionsPart) introCard(v seen) fyne.CanvasObject {
	s, q := t.p.s, v.survey.Questionnaire
	prose := kit.Wrapped(say.IntroText(s.Voice, q))
	if q.Intro == "" {
		prose.Quiet()
	}
	return kit.CardTitled(s.Say("surveys.card.intro"), kit.Flush(prose), t.p.edit(introForm)...)
}

// mostSides is how many sides a questionnaire may have on paper.
const mostSides = 2

// wholeCard offers the questionnaire as it is printed, and those that can be taken
// whole; what is unusual about it is said.
func (t *questionsPart) wholeCard(v seen) fyne.CanvasObject {
	s, box := t.p.s, container.NewVBox()
	var buttons []fyne.CanvasObject
	if t.p.Print != nil && v.survey.State != annual.Cancelled {
		buttons = append(buttons, kit.Button(s.Say("surveys.preview"), theme.VisibilityIcon(), func() {
			t.p.Print(Paper{Survey: t.p.id, Number: v.survey.Number, What: PrintQuestionnaire, How: ToScreen})
		}))
	}
	if bar(tryChange(t.p.trial())) == nil {
		if v.before != nil {
			words := s.Say("surveys.take.last", v.before.Year)
			buttons = append(buttons, kit.Button(words, theme.HistoryIcon(), func() { t.p.ask(takeForm(t.p, v.before.Questionnaire, words)) }))
		}
		words := s.Say("surveys.take.ready")
		buttons = append(buttons, kit.Button(words, theme.DocumentIcon(), func() { t.p.ask(takeForm(t.p, annual.Template(), words)) }))
	}
	if len(buttons) > 0 {
		box.Add(kit.Flow(append(buttons, kit.Gap(0, 0))...))
	}
	for _, w := range v.survey.Questionnaire.Warnings() {
		box.Add(kit.Note(kit.Warn, kit.Flush(kit.Wrapped(say.SurveyWarning(s.Voice, w)))))
	}
	if v.sides > mostSides {
		box.Add(kit.Note(kit.Warn, kit.Flush(kit.Wrapped(s.Say("surveys.sides", v.sides)))))
	}
	if len(box.Objects) == 0 {
		return nil
	}
	return kit.CardTitled(s.Say("surveys.card.whole"), box)
}
