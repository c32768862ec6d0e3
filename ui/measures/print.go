package measures

import (
	"fyne.io/fyne/v2"

	"ownerdesk/ui/seat"
)

// The ways that a tracking table may go.
const (
	ToScreen = "preview"
	ToPaper  = "print"
	ToFile   = "save"
	ToBook   = "book" // a workbook
)

// ways offers them.
func ways(s *seat.Seat, print func(how string)) (items []*fyne.MenuItem) {
	for _, w := range []struct{ label, how string }{
		{"press.preview", ToScreen}, {"press.print", ToPaper}, {"press.save", ToFile}, {"measures.print.book", ToBook},
	} {
		items = append(items, fyne.NewMenuItem(s.Say(w.label), s.Tasks.Guard(func() { print(w.how) })))
	}
	return items
}
