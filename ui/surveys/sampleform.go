package surveys

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// sampleFields are what a sample is reckoned and drawn by.
type sampleFields struct {
	c                                        *planChange
	all                                      *kit.Tick
	confidence, margin, share, effect, reply *kit.Input
	rule                                     *kit.Choice[survey.Rule]
	floor, ceiling                           *kit.NumberInput
	way                                      *kit.Choice[survey.Way]
	seed                                     *kit.Input
}

// sampleForm is how many are asked and how they are drawn; beside it stands what
// comes of it, while it is typed.
func sampleForm(p *Page) *form {
	s, c := p.s, p.change("size", 2)
	c.Width = seat.SheetFull
	f := &sampleFields{c: c}
	was := c.was.Precision
	f.all = kit.Check(s.Say("surveys.convenience"), nil)
	f.confidence, f.margin = c.percent("confidence", was.Confidence), c.percent("error", was.Error)
	f.share, f.reply = c.percent("share", was.Share), c.percent("response", was.Response)
	f.effect = kit.Filled(decimals(was.Effect, 3))
	c.Add("effect", f.effect, 1)
	f.rule = kit.NewChoice([]survey.Rule{survey.Proportional, survey.Equal, survey.Neyman}, func(r survey.Rule) string { return s.Say("surveys.rule." + string(r)) })
	kit.SetValue(f.rule, c.was.Rule)
	c.Add("rule", f.rule, 1)
	f.floor, f.ceiling = c.number("floor", c.was.Floor), c.number("cap", c.was.Cap)
	f.way = kit.NewChoice([]survey.Way{survey.Systematic, survey.Simple}, func(w survey.Way) string { return s.Say("surveys.way." + string(w)) })
	kit.SetValue(f.way, c.was.Way)
	c.Add("way", f.way, 1)
	f.seed = kit.Filled(strconv.FormatUint(c.was.Seed, 10))
	c.Add("seed", f.seed, 1).SetHint(s.Say("surveys.seed.hint"))
	c.Form.Add("convenience", kit.NewField("", f.all, ""), 2)
	f.all.SetChecked(c.was.Convenience)
	live := container.NewStack()
	c.Beside = kit.Padded(8, 0, kit.Over(kit.Gap(1, 420), kit.Scroll(live)))
	f.listen(func() {
		plan := c.was
		c.wrong = nil
		f.into(&plan)
		live.Objects = []fyne.CanvasObject{f.outcome(p, plan)}
		live.Refresh()
	})
	return c.read(f.into)
}

// outcome is what comes of the fields as they are typed now.
func (f *sampleFields) outcome(p *Page, plan annual.Plan) fyne.CanvasObject {
	if faults := f.c.wrong; len(faults) > 0 {
		return kit.Note(kit.Bad, kit.Flush(kit.Wrapped(p.s.Dotted(label(p.s.Voice, faults[0].Field), p.s.Fault(faults[0])))))
	}
	return sizeBox(p.s, p.seen, plan)
}

// listen calls again as often as a field says something else, and once now.
func (f *sampleFields) listen(again func()) {
	typed := func(string) { again() }
	for _, in := range []*kit.Input{f.confidence, f.margin, f.share, f.effect, f.reply, f.seed, &f.floor.Input, &f.ceiling.Input} {
		in.OnChanged = typed
	}
	f.rule.OnChanged = func(survey.Rule) { again() }
	f.all.OnChanged = func(bool) { again() }
	again()
}

// into writes what the fields say into a plan.
func (f *sampleFields) into(plan *annual.Plan) {
	c := f.c
	plan.Convenience = f.all.Checked
	p := &plan.Precision
	p.Confidence, p.Error, p.Share = c.shareOf("confidence", f.confidence), c.shareOf("error", f.margin), c.shareOf("share", f.share)
	p.Response, p.Effect = c.shareOf("response", f.reply), c.realOf("effect", f.effect)
	plan.Rule, plan.Floor, plan.Cap, plan.Way = f.rule.Value(), c.wholeOf("floor", f.floor), c.wholeOf("cap", f.ceiling), f.way.Value()
	seed, err := strconv.ParseUint(strings.ReplaceAll(halfWidth(f.seed.Value()), " ", ""), 10, 64)
	if plan.Seed = seed; err != nil {
		c.wrong = append(c.wrong, app.Invalid{Field: "seed", Rule: "no-number"})
	}
}
