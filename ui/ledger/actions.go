package ledger

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// actions are what can be done with the rows ticked, or with the whole list.
type actions struct {
	root   fyne.CanvasObject
	list   *List
	ticks  *kit.Phrase
	print  *kit.Push
	export *kit.Push
}

func newActions(l *List) *actions {
	a := &actions{list: l}
	a.ticks = kit.Muted("")
	a.print = kit.Button(l.seat.Say("ledger.print"), theme.DocumentPrintIcon(), a.slips)
	a.export = kit.Button(l.seat.Say("ledger.export"), theme.DownloadIcon(), l.askExport)
	a.print.Disable()
	buttons := container.NewHBox(kit.Middle(a.ticks), a.print)
	if l.about.brings {
		buttons.Add(kit.Button(l.seat.Say("ledger.import"), theme.UploadIcon(), func() { l.Import() }))
	}
	buttons.Add(a.export)
	a.root = buttons
	return a
}

// ticked follows what is ticked.
func (a *actions) ticked() {
	n := len(a.list.table.Ticked())
	if a.print.Disable(); n > 0 {
		a.print.Enable()
	}
	words := ""
	if n > 0 {
		words = a.list.seat.Count("ledger.ticked", n)
	}
	a.ticks.SetText(words)
	if a.export.Enable(); a.list.Export == nil || a.list.rows == nil || a.list.rows.known == 0 {
		a.export.Disable()
	}
}

// slips prints the slips of the issues ticked.
func (a *actions) slips() {
	l, r, at := a.list, a.list.rows, a.list.table.Ticked()
	kit.Do(l.seat.Tasks, func(ctx context.Context) ([]app.Line, error) { return r.gather(ctx, at) },
		func(lines []app.Line, err error) {
			if err != nil {
				l.seat.Says(kit.Bad, l.seat.Trouble(err))
				return
			}
			l.Slips(lines)
		})
}

// Print prints what is ticked, for the key that prints.
func (l *List) Print() {
	if !l.actions.print.Disabled() {
		l.actions.slips()
	}
}
