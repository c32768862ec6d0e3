package statistics

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/tables"
)

// tiled are the figures with a tile, from left to right, after what came in.
var tiled = []figures.Key{figures.TransferOnTime, figures.HandlingOnTime, figures.Completed, figures.FollowedUp, figures.Satisfied, figures.Overdue}

func (p *Page) build() {
	s := p.seat
	p.title, p.basis = kit.Title(""), kit.Text("", kit.SizeBody, kit.Quiet, false)
	p.whose = kit.Wrapped("").Quiet()
	p.whose.Hide()
	p.later = kit.Button("", theme.NavigateNextIcon(), func() { p.turn(1) })
	earlier := kit.Button("", theme.NavigateBackIcon(), func() { p.turn(-1) })
	tiles := container.NewGridWithColumns(len(tiled))
	for _, k := range tiled {
		t := kit.Tile(kit.Plain, s.Say("number.none"), s.Say("statistics.tile."+string(k)), " ", func() { p.open(k) })
		p.tiles = append(p.tiles, t)
		tiles.Add(t)
	}
	p.views = newViews(s.Say, p.choose)
	p.stage, p.note = container.NewStack(), kit.Muted("")
	papers := container.NewHBox(
		kit.Button(s.Say("statistics.excel"), theme.DownloadIcon(), func() { p.Book(p.Scope()) }),
		kit.Button(s.Say("statistics.pdf"), theme.DocumentSaveIcon(), func() { p.Save(p.Scope()) }),
		kit.Button(s.Say("statistics.both"), theme.FolderIcon(), func() { p.Both(p.Scope()) }),
		kit.Primary(s.Say("statistics.preview"), theme.VisibilityIcon(), func() { p.Preview(p.Scope()) }))
	head := container.NewBorder(nil, nil, container.NewHBox(kit.Title(s.Say("statistics.title")), kit.Gap(4, 1), earlier, kit.Middle(p.title), p.later), papers)
	list := kit.Card(container.NewBorder(p.views.root, p.note, nil, nil, p.stage))
	p.Root = kit.Page(container.NewBorder(container.NewVBox(head, p.basis, p.whose, kit.Gap(1, 2), tiles, kit.Gap(1, 4)), nil, nil, nil, list))
}

// open leads to the issues of a figure.
func (p *Page) open(k figures.Key) {
	for _, r := range p.rates {
		if r.Key == k {
			p.lead(p.seat.Say("kpi."+string(k)), r.Told())
		}
	}
}

func (p *Page) lead(title string, ids []app.IssueID) {
	if len(ids) == 0 {
		p.seat.Says(kit.Info, p.seat.Say("statistics.none"))
		return
	}
	p.Issues(p.seat.Say("statistics.of", title, p.month.Title), ids)
}

// showTiles says the main figures, what each stands on, and what it was before.
func (p *Page) showTiles(r figures.Report) {
	s := p.seat
	for i, k := range tiled {
		now, before := rateOf(r.Rates, k), rateOf(r.Before, k)
		tone := kit.Plain
		if want, aimed := figures.TargetOf(k, s.Ground.Rules); aimed {
			tone = tables.Tones[want.Light(now)]
		}
		note := s.Say("statistics.tile.note", now.Num, now.Den)
		if before.Den > 0 {
			note = s.Say("statistics.tile.before", now.Num, now.Den, p.short(before))
		}
		p.tiles[i].Set(tone, p.short(now), note)
	}
}

// short is a share without what it stands on; the counts where they are few.
func (p *Page) short(r figures.Rate) string {
	if v, there := r.Value(); there && r.Den >= say.Fewest {
		return p.seat.Percent(v)
	}
	return p.seat.Rate(r)
}

func rateOf(all []figures.Rate, k figures.Key) figures.Rate {
	for _, r := range all {
		if r.Key == k {
			return r
		}
	}
	return figures.Rate{Key: k, Times: 1}
}

// charts is the view that shows pictures in place of a table.
const charts = "charts"

// conformity is the view that shows how far the regulation is kept.
const conformity = "audit"

// views are the tables above the list, one a word.
type views struct {
	root    *fyne.Container
	buttons map[string]*kit.Push
	say     func(string, ...any) string
}

// shown are the views in their order.
var shown = []string{"kpi", "dept", "subject", "topic", "kind", "area", "handler", "cause", "level", "age", "problem", "building", "hot", "again", "unresolved", "cost", "cost-dept", "gathered", charts, conformity}

func newViews(say func(string, ...any) string, choose func(string)) *views {
	v := &views{root: container.New(layout.NewRowWrapLayoutWithCustomPadding(2, 0)), buttons: map[string]*kit.Push{}, say: say}
	for _, name := range shown {
		b := kit.Link(say("statistics.view."+name), func() { choose(name) })
		v.buttons[name] = b
		v.root.Add(b)
	}
	return v
}

// mark shows which view is open, and how much stands in those that list trouble.
func (v *views) mark(open string, m reports.Month) {
	for name, b := range v.buttons {
		label := v.say("statistics.view." + name)
		switch name {
		case "problem", "hot", "again", "unresolved":
			if n := len(m.Table(name).Rows); n > 0 {
				label = v.say("today.pick", label, n)
			}
		}
		b.SetText(label)
		b.SetChosen(name == open)
	}
}

// choose opens another view.
func (p *Page) choose(name string) {
	p.view = name
	p.views.mark(name, p.month)
	p.showView()
}
