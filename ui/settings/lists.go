package settings

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

type listsAsks interface {
	Lists(context.Context) ([]app.ListItem, error)
}

// listsPage shows a closed list with its words in every language, to be
// reworded, hidden or added to.
type listsPage struct {
	leaf
	asks  listsAsks
	root  fyne.CanvasObject
	group *kit.Choice[list]
	table *kit.Table
	add   *kit.Push

	shipped map[lang.Language]lang.Words
	items   []app.ListItem // what the office changed
	codes   []string       // of the list that is shown
}

func newListsPage(l leaf, asks listsAsks) *listsPage {
	p := &listsPage{leaf: l, asks: asks, shipped: map[lang.Language]lang.Words{}}
	p.group = kit.NewChoice(lists(), func(of list) string { return l.Say("settings.list." + of.group) })
	p.group.Pick(func(list) bool { return true })
	p.group.OnChanged = func(list) { p.fill(true) }
	p.table = kit.NewTable(kit.RowDense,
		kit.Column{Title: l.Say("settings.list.code"), Width: 90},
		kit.Column{Title: l.Say("language.zh-Hant")},
		kit.Column{Title: l.Say("language.zh-Hans")},
		kit.Column{Title: l.Say("language.en")},
		kit.Column{Title: l.Say("settings.col.state"), Width: 116},
	)
	p.table.OnOpen = func(i int) { p.change(p.item(p.codes[i])) }
	p.add = kit.Primary(l.Say("settings.list.add"), theme.ContentAddIcon(), p.addOwn)
	bar := container.NewHBox(kit.Middle(kit.Muted(l.Say("settings.list.group"))), kit.FixedWidth(240, p.group))
	p.root = p.laid(Lists, kit.Card(under(container.NewVBox(bar, kit.Gap(1, 2)), p.table)), p.add)
	return p
}

func (p *listsPage) body() fyne.CanvasObject { return p.root }

func (p *listsPage) save() {}

// listsNow is what the page shows.
type listsNow struct {
	items   []app.ListItem
	shipped map[lang.Language]lang.Words
}

func (p *listsPage) load() {
	kit.Latest(p.lane, func(ctx context.Context) (listsNow, error) {
		now := listsNow{shipped: map[lang.Language]lang.Words{}}
		for _, l := range lang.All {
			w, err := lang.Load(l)
			if err != nil {
				return now, err
			}
			now.shipped[l] = w
		}
		var err error
		now.items, err = p.asks.Lists(ctx)
		return now, err
	}, p.show)
}

func (p *listsPage) show(now listsNow, err error) {
	if err != nil {
		p.broke("lists", err)
		return
	}
	p.items, p.shipped = now.items, now.shipped
	p.fill(false)
}

// fill shows the list that is chosen, from its top when it is another one.
func (p *listsPage) fill(another bool) {
	of := p.group.Value()
	p.codes = of.with(p.items)
	if p.add.Enable(); !of.adds {
		p.add.Disable()
	}
	rows := rowsOf[string]{p.codes, p.row}
	if another {
		p.table.SetRows(rows)
		return
	}
	p.table.Refill(rows)
}

// item is what the office changed about a code; unchanged, an empty change.
func (p *listsPage) item(code string) app.ListItem {
	group := p.group.Value().group
	i := slices.IndexFunc(p.items, func(i app.ListItem) bool { return i.Group == group && i.Code == code })
	if i < 0 {
		return app.ListItem{Group: group, Code: code}
	}
	return p.items[i]
}

// said is the word for a code in a language, and whether it is the office's own.
func (p *listsPage) said(i app.ListItem, l lang.Language) (string, bool) {
	if own := say.WordIn(i, l); own != "" {
		return own, true
	}
	return p.shipped[l].Say("code." + i.Code), false
}

func (p *listsPage) row(code string) []kit.Piece {
	i, of := p.item(code), p.group.Value()
	pieces := []kit.Piece{kit.SaidQuiet(code)}
	reworded := false
	for _, l := range lang.All {
		word, own := p.said(i, l)
		piece := kit.Said(word)
		if of.group == "category" && firstLevel(code) {
			piece = kit.SaidBold(word)
		}
		if i.Hidden {
			piece = kit.SaidQuiet(word)
		}
		reworded = reworded || own
		pieces = append(pieces, piece)
	}
	return append(pieces, p.state(i, of.ships(code), reworded))
}

func (p *listsPage) state(i app.ListItem, ships, reworded bool) kit.Piece {
	switch {
	case i.Hidden:
		return kit.ChipOf(kit.Warn, p.Say("settings.list.hidden"))
	case !ships:
		return kit.ChipOf(kit.Info, p.Say("settings.list.own"))
	case reworded:
		return kit.ChipOf(kit.Good, p.Say("settings.list.reworded"))
	}
	return kit.Piece{}
}
