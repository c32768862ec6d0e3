package ledger

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

func (l *List) build() {
	s := l.seat
	l.count = kit.Text("", kit.SizeBody, kit.Quiet, false)
	l.buildTable()
	head := container.NewBorder(nil, nil,
		container.NewHBox(kit.Title(cmp.Or(l.about.title, s.Say("ledger.title."+l.about.name))), kit.Gap(4, 1), kit.Middle(l.count)),
		l.actions.root)
	clear := kit.Link(s.Say("ledger.clear"), l.Clear)
	second := container.NewHBox(l.filters.late, l.filters.waits, l.filters.mine, l.filters.dates, layout.NewSpacer(), clear, l.saved.root)
	narrow := container.NewVBox(head, kit.Gap(1, 2), l.filters.root, second, kit.Gap(1, 2))
	l.Root = kit.Page(container.NewBorder(narrow, nil, nil, nil, kit.Card(seat.Spread(l.table, l.columns))))
}

func (l *List) buildTable() {
	l.columns = make([]kit.Column, len(l.about.columns))
	for i, c := range l.about.columns {
		l.columns[i] = kit.Column{Title: l.seat.Say("ledger.col." + c.name), Width: c.room(l.seat), Sort: string(c.by)}
	}
	l.table = kit.NewTable(kit.RowDense, l.columns...).OneClick().Ticking()
	l.table.OnOpen, l.table.OnAction, l.table.OnSort = l.open, l.act, l.sorted
	l.table.OnTicks = l.actions.ticked
	l.table.SortedBy(string(l.order.By), l.order.Down)
}

// room is how wide a column is: as its words in this language need, where they
// are known.
func (c column) room(s *seat.Seat) float32 {
	if c.wide == nil {
		return c.width
	}
	return seat.Room(c.wide(s)...)
}

// Clear takes all filters away.
func (l *List) Clear() { l.Seek("") }

// Seek shows what text is found in, whatever the list was narrowed to.
func (l *List) Seek(text string) {
	l.filters.clear()
	l.saved.choice.Clear()
	l.saved.mark()
	l.text = text
	l.Sought()
	l.fromTop()
}

// none says why nothing is listed and offers what helps.
func (l *List) none() fyne.CanvasObject {
	s := l.seat
	f := l.filters.filter()
	narrowed := l.text != "" || l.narrowed(f.Late || f.Suspended || f.OpenOnly || f.Mine != 0 || !f.From.IsZero() || !f.To.IsZero() ||
		len(f.States)+len(f.Kinds)+len(f.Departments)+len(f.Categories)+len(f.Areas) > 0)
	switch {
	case narrowed:
		return kit.Empty(theme.SearchIcon(), s.Say("ledger.none.filtered"), s.Say("ledger.none.filtered.what"),
			kit.Button(s.Say("ledger.clear"), nil, l.Clear))
	case len(l.about.steps) > 0:
		return kit.Empty(theme.ConfirmIcon(), s.Say("ledger.none.followup"), s.Say("ledger.none.followup.what"), nil)
	}
	first := container.NewHBox(kit.Button(s.Say("shell.new"), theme.ContentAddIcon(), func() { l.Intake() }))
	if l.about.brings {
		first.Add(kit.Button(s.Say("import.issues.title"), theme.UploadIcon(), func() { l.Import() }))
	}
	return kit.Empty(theme.ListIcon(), s.Say("ledger.none.issues"), s.Say("ledger.none.issues.what"), first)
}

// narrowed tells whether less is listed than there is.
func (l *List) narrowed(by bool) bool { return by || l.filters.step.Value() != "" }
