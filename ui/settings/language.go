package settings

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

// languagePage is how the program speaks and looks. Whatever is chosen is kept
// at once: the window follows the change of the office by itself.
type languagePage struct {
	leaf
	root          fyne.CanvasObject
	screen, paper *kit.Radios[string]
	look          *kit.Radios[kit.Mode]
	scale         *kit.Radios[int]
}

// scales are the sizes on offer, in percent.
var scales = []int{100, 110, 125, 150, 175, 200}

func newLanguagePage(l leaf) *languagePage {
	p := &languagePage{leaf: l}
	languages := []string{""}
	for _, one := range lang.All {
		languages = append(languages, string(one))
	}
	p.screen = kit.NewRadios(languages, func(s string) string { return p.language(s, "settings.language.system") })
	p.paper = kit.NewRadios(languages, func(s string) string { return p.language(s, "settings.language.screen") })
	p.look = kit.NewRadios([]kit.Mode{kit.ModeSystem, kit.ModeLight, kit.ModeDark}, func(m kit.Mode) string { return l.Say("shell.look." + string(m)) })
	p.scale = kit.NewRadios(scales, func(n int) string { return strconv.Itoa(n) + " %" })
	p.screen.OnChanged = func(s string) { p.change(func(o *app.Office) { o.Screen = s }) }
	p.paper.OnChanged = func(s string) { p.change(func(o *app.Office) { o.Paper = s }) }
	p.look.OnChanged = func(m kit.Mode) { p.change(func(o *app.Office) { o.Look = string(m) }) }
	p.scale.OnChanged = func(n int) { p.change(func(o *app.Office) { o.Scale = n }) }
	p.root = p.laid(Language, scrolled(container.NewVBox(
		p.part("screen", p.screen), p.part("paper", p.paper), p.part("look", p.look), p.part("scale", p.scale))))
	return p
}

func (p *languagePage) part(name string, input fyne.CanvasObject) fyne.CanvasObject {
	return kit.CardTitled(p.Say("settings.language."+name+".title"),
		container.NewVBox(kit.NewCell(p.Say("settings.language."+name+".what"), kit.SizeLabel, kit.Quiet, false), input))
}

// language names a language in itself; the empty one follows another choice.
func (p *languagePage) language(s, follows string) string {
	if s == "" {
		return p.Say(follows)
	}
	return p.Say("language." + s)
}

func (p *languagePage) body() fyne.CanvasObject { return p.root }

func (p *languagePage) save() {}

func (p *languagePage) load() { kit.Latest(p.lane, p.Desk.Ground, p.show) }

func (p *languagePage) show(g app.Ground, err error) {
	if err != nil {
		p.broke("language", err)
		return
	}
	o := g.Office
	p.screen.SetValue(o.Screen)
	p.paper.SetValue(o.Paper)
	mode := kit.Mode(o.Look)
	if mode == "" {
		mode = kit.ModeSystem
	}
	p.look.SetValue(mode)
	p.scale.SetValue(max(o.Scale, 100))
}

func (p *languagePage) change(change func(*app.Office)) {
	by := p.Staff.ID
	kit.Do(p.Tasks, func(ctx context.Context) (struct{}, error) {
		g, err := p.Desk.Ground(ctx)
		if err != nil {
			return struct{}{}, err
		}
		o := g.Office
		change(&o)
		return struct{}{}, p.Desk.ChangeOffice(ctx, o, by)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.broke("language", err)
			p.load()
		}
	})
}
