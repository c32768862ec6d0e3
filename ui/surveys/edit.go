package surveys

import (
	"context"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// edit is the link that opens a form of what stands in the survey, while it may be
// written in.
func (p *Page) edit(make func(*Page) *form) []fyne.CanvasObject {
	if bar(tryChange(p.trial())) != nil {
		return nil
	}
	return []fyne.CanvasObject{kit.Link(p.s.Say("meetings.edit"), func() { p.ask(make(p)) })}
}

// change is the form of a card of the plan: read writes what its fields say into
// the plan, and notes what cannot be read.
func (p *Page) change(name string, columns int) *planChange {
	words := p.s.Say("surveys.card." + name)
	f := newForm(p.s, seat.FormName("survey", p.seen.survey.ID, name), p.s.Dotted(words, p.seen.survey.Number), p.s.Say("meetings.save"), columns)
	f.Said = func(annual.Move) string { return p.s.Say("meetings.done", words) }
	return &planChange{form: f, p: p, was: p.seen.survey.Plan}
}

// planChange is a form that changes the plan.
type planChange struct {
	*form
	p     *Page
	was   annual.Plan
	wrong app.Faults // of the numbers that were read last
}

// read lets the form send the plan as its fields say.
func (c *planChange) read(fields func(*annual.Plan)) *form {
	c.Order = func() doing {
		plan := c.was
		c.wrong = nil
		fields(&plan)
		if faults := c.wrong; len(faults) > 0 {
			return func(context.Context) (annual.Move, error) { return annual.Move{}, faults }
		}
		return seat.Ask(c.p.desk.Change, annual.ChangeOrder{Stand: c.p.stand(), Plan: &plan})
	}
	return c.form
}

// words is a field for a text; the ready one stands in it in grey.
func (c *planChange) words(field, own string, rows int) *kit.TextArea {
	t := c.Area(field, rows, 3)
	t.SetText(own)
	t.SetPlaceHolder(say.PlanText(c.p.s.Voice, field, ""))
	return t
}

// percent is a field for a share.
func (c *planChange) percent(field string, x float64) *kit.Input {
	in := kit.Filled("")
	if x > 0 {
		in.SetText(strings.TrimSuffix(share(x), "%"))
	}
	c.Add(field, in, 1)
	c.Form.Field(field).SetLabel(c.p.s.Say("surveys.percent", label(c.p.s.Voice, field)))
	return in
}

// number is a field for a whole number; 0 stands there as nothing.
func (c *planChange) number(field string, n int) *kit.NumberInput {
	in := kit.NumberEntry("")
	if n > 0 {
		in.SetNumber(n)
	}
	c.Add(field, in, 1)
	return in
}

// shareOf reads a share: 5, 5% and 5 % are the same. Nothing is 0.
func (c *planChange) shareOf(field string, in *kit.Input) float64 { return c.realOf(field, in) / 100 }

func (c *planChange) realOf(field string, in *kit.Input) float64 {
	x, ok := readNumber(in.Value())
	if !ok {
		c.wrong = append(c.wrong, app.Invalid{Field: field, Rule: "no-number"})
	}
	return x
}

func (c *planChange) wholeOf(field string, in *kit.NumberInput) int {
	n, ok := in.Number()
	if !ok && in.Value() != "" {
		c.wrong = append(c.wrong, app.Invalid{Field: field, Rule: "no-number"})
	}
	return n
}

// readNumber reads what was typed as a number, in either width, with or without a
// sign for percent; nothing is 0.
func readNumber(typed string) (float64, bool) {
	typed = strings.TrimSpace(strings.TrimRight(halfWidth(typed), "% "))
	if typed == "" {
		return 0, true
	}
	x, err := strconv.ParseFloat(typed, 64)
	return x, err == nil
}

// halfWidth turns the signs of a full-width keyboard into those of numbers.
func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '　':
			return ' '
		case r == '。':
			return '.'
		case r == '、':
			return ','
		}
		return r
	}, s)
}
