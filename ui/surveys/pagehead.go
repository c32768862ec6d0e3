package surveys

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// header is the number, the year, how the survey stands, and what can be done.
func (p *Page) header() fyne.CanvasObject {
	h, s := p.seen.survey.Head, p.s
	chips := container.NewHBox(kit.Middle(kit.Chip(kit.Plain, s.Say("surveys.year", h.Year))),
		kit.Middle(kit.Chip(stateTone(h.State), say.SurveyState(s.Voice, h.State))))
	if tone, words := p.stageWords(); words != "" {
		chips.Add(kit.Middle(kit.Chip(tone, words)))
	}
	right := container.NewHBox()
	if p.Print != nil && len(printable(h)) > 0 {
		right.Add(p.print)
	}
	right.Add(p.more)
	right.Add(p.nextButton())
	return kit.Flow(kit.Title(h.Number), chips, right)
}

// nextButton is the one next act. When it may not be done now, it is said why.
func (p *Page) nextButton() fyne.CanvasObject {
	p.Step = func() {}
	if p.collecting() {
		p.Step = func() { p.Key(KeyPaper, 0) }
		return kit.Primary(kit.WithShortcut(p.s.Say("surveys.keying.title.paper"), kit.Shortcut(fyne.KeyReturn)), theme.DocumentCreateIcon(), p.Step)
	}
	v, known := verbNamed(nextVerb(p.seen.survey.Head))
	if !known {
		return kit.Gap(0, 0)
	}
	if b := bar(v.try(p.trial())); b != nil {
		return kit.Middle(kit.Chip(kit.Plain, p.s.Say("surveys.waits", p.verbWords(v.name), p.barWords(v.name, *b))))
	}
	p.Step = func() { p.ask(v.form(p)) }
	return kit.Primary(kit.WithShortcut(p.verbWords(v.name), kit.Shortcut(fyne.KeyReturn)), v.icon(), p.Step)
}

// barWords say why an act may not be done; some are the manager's alone.
func (p *Page) barWords(name string, b app.Invalid) string {
	if b == (app.Invalid{Field: "by", Rule: "not-allowed"}) && managers[name] {
		return p.s.Say("surveys.manager")
	}
	return p.s.Fault(b)
}

// collecting reports whether sheets are still expected: then keying them in comes
// before the field work is ended.
func (p *Page) collecting() bool {
	h := p.seen.survey.Head
	if h.State != annual.Field || annual.Total(p.seen.progress).Valid >= planned(h.Strata) {
		return false
	}
	_, by, due := h.Due(p.today())
	return !due || !by.Before(p.today())
}

// showMore offers every other act that may be done now.
func (p *Page) showMore() {
	if !p.there {
		return
	}
	var items []*fyne.MenuItem
	t := p.trial()
	for _, v := range verbs {
		if v.name == nextVerb(p.seen.survey.Head) && !p.collecting() || bar(v.try(t)) != nil {
			continue
		}
		item := fyne.NewMenuItem(p.verbWords(v.name), p.s.Tasks.Guard(func() { p.ask(v.form(p)) }))
		item.Icon = v.icon()
		items = append(items, item)
	}
	if len(items) == 0 {
		none := fyne.NewMenuItem(p.s.Say("meetings.more.none"), nil)
		none.Disabled = true
		items = append(items, none)
	}
	p.s.Under(p.more, items)
}
