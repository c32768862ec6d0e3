package surveys

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// reword is the form of a part of the questionnaire: read writes what its fields say
// into the questionnaire.
func (p *Page) reword(name string, read func(*annual.Questionnaire)) *form {
	return p.rewordAs(name, p.s.Say("surveys.card."+name), read)
}

func (p *Page) rewordAs(name, words string, read func(*annual.Questionnaire)) *form {
	f := newForm(p.s, seat.FormName("survey", p.seen.survey.ID, name), p.s.Dotted(words, p.seen.survey.Number), p.s.Say("meetings.save"), 1)
	f.Said = func(annual.Move) string { return p.s.Say("meetings.done", words) }
	f.Order = func() doing {
		q := p.seen.survey.Questionnaire
		read(&q)
		return seat.Ask(p.desk.Change, annual.ChangeOrder{Stand: p.stand(), Questionnaire: &q})
	}
	return f
}

// editing puts a list that is written in into a form of one column.
func editing[T any](f *form, name string, e *kit.Editor[T]) *form {
	f.Width, f.High = seat.SheetFull, 380
	f.Form.Add(name, kit.NewField("", e.Root, ""), 1)
	was := e.Each()
	f.Dirty = func() bool { return !reflect.DeepEqual(was, e.Each()) }
	return f
}

// wording is a cell for a text that goes on to be said in every language as long as
// it is the ready one.
type wording struct {
	*kit.Input
	ready string
}

func newWording(own, ready string) wording {
	w := wording{kit.Filled(own), ready}
	if own == "" {
		w.SetText(ready)
	}
	return w
}

// own is the text where it is another than the ready one.
func (w wording) own() string {
	if text := w.Value(); text != w.ready {
		return text
	}
	return ""
}

// codeCell shows a code small; a row that is new has none yet.
func codeCell(code string) *kit.Cell { return kit.NewCell(code, kit.SizeSmall, kit.Quiet, false) }

// itemsForm writes the items of one dimension.
func itemsForm(p *Page, d annual.Dimension) *form {
	s, v := p.s, p.seen
	columns, heads := kit.Columns{110, 0, 240}, []string{label(s.Voice, "code"), label(s.Voice, "items"), ""}
	if v.before == nil { // there is nothing to compare with
		columns, heads = columns[:2], heads[:2]
	}
	e := kit.NewEditor(columns, heads, s.Say("surveys.items.add"), func(i annual.Item) kit.EditorRow[annual.Item] {
		text := newWording(i.Text, say.ItemText(s.Voice, annual.Questionnaire{}, i.Code))
		mark := kit.Chip(kit.Warn, "")
		tell := func(string) {
			now := i
			now.Text = text.own()
			mark.SetText(v.unlike(s, now))
		}
		text.OnChanged = tell
		tell("")
		return kit.EditorRow[annual.Item]{
			Cells: []fyne.CanvasObject{codeCell(i.Code), text.Input, mark}[:len(heads)],
			Read: func() (annual.Item, bool) {
				return annual.Item{Code: i.Code, Dimension: d.Code, Text: text.own()}, text.Value() != ""
			},
		}
	}, itemsOf(v.survey.Questionnaire, d.Code)).Named("code", "text").Movable()
	name := s.Dotted(say.DimensionText(s.Voice, v.survey.Questionnaire, d.Code), s.Say("surveys.card.items"))
	f := p.rewordAs("items/"+string(d.Code), name, func(q *annual.Questionnaire) {
		all := q.Items
		q.Items = nil
		for _, one := range q.Dimensions {
			if one.Code == d.Code {
				q.Items = append(q.Items, e.Values()...)
			} else {
				q.Items = append(q.Items, itemsOf(annual.Questionnaire{Items: all}, one.Code)...)
			}
		}
	})
	f.Place = func(i app.Invalid) app.Invalid {
		return inPart(i, p.seen.survey.Questionnaire, d.Code, len(e.Values()))
	}
	return editing(f, "items", e)
}

// inPart is a fault as the form of one dimension's items shows it: its items count from
// the first of them, and a dimension that asks nothing any more wants an item.
func inPart(i app.Invalid, q annual.Questionnaire, of string, items int) app.Invalid {
	list, n, cell := i.Row()
	at := slices.IndexFunc(q.Dimensions, func(d annual.Dimension) bool { return string(d.Code) == of })
	switch {
	case list == "dimensions" && n == at+1 && i.Rule == "no-items":
		return app.Invalid{Field: "items", Rule: "no-items"}
	case list != "items" || n == 0:
		return i
	}
	for _, d := range q.Dimensions[:at] {
		n -= len(itemsOf(q, d.Code))
	}
	if n < 1 || n > items {
		return i
	}
	return app.Invalid{Field: app.InRow(list, n, cell), Rule: i.Rule}
}

// weightsForm writes the dimensions: what each counts for, and which subjects of
// issues belong to it.
func weightsForm(p *Page) *form {
	s := p.s
	sum := kit.Text("", kit.SizeBody, kit.Body, true)
	var e *kit.Editor[annual.Dimension]
	count := func() {
		if e == nil {
			return
		}
		n := weights(e.Values())
		sum.SetText(s.Dotted(s.Say("surveys.sum.is", n), sumWords(s, n)))
		sum.SetRole(sumRole(n))
	}
	e = kit.NewEditor(kit.Columns{130, 0, 80, 320}, []string{label(s.Voice, "code"), label(s.Voice, "dimension"), label(s.Voice, "weight"), label(s.Voice, "subjects")},
		s.Say("surveys.dimensions.add"), func(d annual.Dimension) kit.EditorRow[annual.Dimension] {
			text := newWording(d.Text, say.DimensionText(s.Voice, annual.Questionnaire{}, d.Code))
			weight := kit.NumberEntry("0")
			if d.Weight > 0 {
				weight.SetNumber(d.Weight)
			}
			weight.OnChanged = func(string) { count() }
			subjects := newSubjects(p, d.Subjects)
			return kit.EditorRow[annual.Dimension]{
				Cells: []fyne.CanvasObject{codeCell(d.Code), text.Input, weight, subjects.push},
				Read: func() (annual.Dimension, bool) {
					now := d
					now.Text, now.Subjects = text.own(), subjects.chosen
					now.Weight, _ = weight.Number()
					return now, text.Value() != "" || now.Weight != 0
				},
			}
		}, p.seen.survey.Questionnaire.Dimensions).Named("code", "text", "weight", "subjects").Movable()
	e.OnArranged = count
	count()
	f := p.reword("weights", func(q *annual.Questionnaire) {
		all := e.Values()
		q.Dimensions = all
		q.Items = slices.DeleteFunc(slices.Clone(q.Items), func(i annual.Item) bool {
			return !slices.ContainsFunc(all, func(d annual.Dimension) bool { return d.Code == i.Dimension })
		})
	})
	editing(f, "dimensions", e)
	f.Form.AddRow(sum)
	return f
}

func sumWords(s *seat.Seat, sum int) string {
	if sum == 100 {
		return ""
	}
	return s.Say("surveys.sum.wrong")
}

// subjects is a cell that says which subjects of issues belong to a dimension, and
// lets them be chosen.
type subjects struct {
	push   *kit.Push
	chosen []app.Category
}

func newSubjects(p *Page, chosen []app.Category) *subjects {
	c := &subjects{chosen: chosen}
	c.push = kit.Button("", nil, func() { c.choose(p.s) })
	c.say(p.s)
	return c
}

func (c *subjects) say(s *seat.Seat) {
	words := s.Say("number.none")
	if len(c.chosen) > 0 {
		words = say.Codes(s.Voice, c.chosen)
	}
	c.push.SetText(words)
}

func (c *subjects) choose(s *seat.Seat) {
	ticks := kit.NewTicks(s.Subjects(), s.Category, 3)
	ticks.Choose(c.chosen)
	var sheet *kit.Sheet
	sheet = kit.NewSheet(s.Window.Canvas(), kit.SheetWords{
		Title: label(s.Voice, "subjects"), Primary: s.Say("surveys.choose"), Cancel: s.Say("issue.cancel"),
	}, seat.SheetNarrow, ticks.Root, func() {
		c.chosen = ticks.Chosen()
		c.say(s)
		sheet.Close()
	})
	sheet.Open()
}

// extrasForm chooses what is asked beside the items.
func extrasForm(p *Page) *form {
	q := p.seen.survey.Questionnaire
	overall, recommend := kit.Check(say.ItemText(p.s.Voice, q, annual.Overall), nil), kit.Check(say.RecommendText(p.s.Voice), nil)
	overall.SetChecked(q.Overall)
	recommend.SetChecked(q.Recommend)
	f := p.reword("extras", func(q *annual.Questionnaire) { q.Overall, q.Recommend = overall.Checked, recommend.Checked })
	f.Add("overall", overall, 1).SetHint(p.s.Say("surveys.overall.hint"))
	f.Add("recommend", recommend, 1)
	f.Dirty = func() bool { return overall.Checked != q.Overall || recommend.Checked != q.Recommend }
	return f
}

// choicesForm writes what owners may name as most in need of improvement.
func choicesForm(p *Page) *form {
	s, q := p.s, p.seen.survey.Questionnaire
	e := kit.NewEditor(kit.Columns{170, 0}, []string{label(s.Voice, "code"), label(s.Voice, "choices")}, s.Say("surveys.choices.add"), func(c annual.Choice) kit.EditorRow[annual.Choice] {
		text := newWording(c.Text, say.ChoiceText(s.Voice, annual.Questionnaire{}, c.Code))
		return kit.EditorRow[annual.Choice]{Cells: []fyne.CanvasObject{codeCell(c.Code), text.Input}, Read: func() (annual.Choice, bool) {
			return annual.Choice{Code: c.Code, Text: text.own()}, text.Value() != ""
		}}
	}, q.Choices).Named("code", "text").Movable()
	most := kit.NumberEntry("3")
	most.SetNumber(q.MostChosen)
	f := p.reword("choices", func(q *annual.Questionnaire) {
		q.MostChosen, _ = most.Number()
		q.Choices = e.Values()
	})
	f.Add("most-chosen", most, 1)
	return editing(f, "choices", e)
}

// openForm writes the questions that are answered in words.
func openForm(p *Page) *form {
	s := p.s
	e := kit.NewEditor(kit.Columns{110, 0}, []string{label(s.Voice, "code"), label(s.Voice, "open")}, s.Say("surveys.open.add"), func(o annual.Open) kit.EditorRow[annual.Open] {
		text := newWording(o.Text, say.OpenText(s.Voice, annual.Questionnaire{}, o.Code))
		return kit.EditorRow[annual.Open]{Cells: []fyne.CanvasObject{codeCell(o.Code), text.Input}, Read: func() (annual.Open, bool) {
			return annual.Open{Code: o.Code, Text: text.own()}, text.Value() != ""
		}}
	}, p.seen.survey.Questionnaire.Open).Named("code", "text").Movable()
	f := p.reword("open", func(q *annual.Questionnaire) { q.Open = e.Values() })
	return editing(f, "open", e)
}

// introForm writes what stands at the head.
func introForm(p *Page) *form {
	q := p.seen.survey.Questionnaire
	intro := kit.Area(6, app.LongestText)
	intro.SetText(q.Intro)
	intro.SetPlaceHolder(say.IntroText(p.s.Voice, annual.Questionnaire{}))
	f := p.reword("intro", func(q *annual.Questionnaire) { q.Intro = intro.Value() })
	f.Width = seat.SheetWide
	f.Add("intro", intro, 1).SetHint(p.s.Say("surveys.intro.hint"))
	return f
}

// takeForm takes another questionnaire in the place of this one.
func takeForm(p *Page, other annual.Questionnaire, words string) *form {
	f := newForm(p.s, seat.FormName("survey", p.seen.survey.ID, "take"), p.s.Dotted(words, p.seen.survey.Number), words, 1)
	f.Tell(p.s.Say("surveys.take.tell"))
	f.Said = func(annual.Move) string { return p.s.Say("meetings.done", words) }
	f.Order = func() doing {
		return seat.Ask(p.desk.Change, annual.ChangeOrder{Stand: p.stand(), Questionnaire: &other})
	}
	return f
}
