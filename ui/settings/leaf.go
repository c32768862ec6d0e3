package settings

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// leaf is what all pages share: the seat, a lane so that of two loads the later
// one is shown, and the ways a page is laid out and an answer is kept.
type leaf struct {
	*seat.Seat
	lane *kit.Lane
}

func (l leaf) rest() { l.lane.Drop() }

// laid is a page: its name and what it is for at the top, its buttons right of
// them, the primary one last.
func (l leaf) laid(n Name, content fyne.CanvasObject, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	words := container.NewVBox(
		kit.Text(l.Say("settings.page."+string(n)), 18, kit.Body, true),
		kit.NewCell(l.Say("settings.what."+string(n)), kit.SizeLabel, kit.Quiet, false))
	head := container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(buttons...)), words)
	return container.NewBorder(container.NewVBox(head, kit.Gap(1, 4)), nil, nil, nil, content)
}

// saveButton is the primary button of a page that is kept with Ctrl+S.
func (l leaf) saveButton(save func()) *kit.Push {
	return kit.Primary(kit.WithShortcut(l.Say("settings.save"), kit.Shortcut(fyne.KeyS)), theme.DocumentSaveIcon(), save)
}

// broke says that something could not be read or done.
func (l leaf) broke(what string, err error) {
	slog.Error("settings", "page", what, "err", err)
	l.Says(kit.Bad, l.Trouble(err))
}

// begin keeps from now on what is typed into a page, and says what came back.
func (l leaf) begin(d *kit.Draft) {
	if at, back := d.Begin(); back {
		l.Says(kit.Info, l.Say("draft.back", l.Moment(at)))
	}
}

// editing is a form in a sheet. read takes what was typed, on the screen, and
// gives the work that keeps it.
type editing struct {
	draft string // names the form for what is typed into it
	title string
	form  *kit.Form
	width float32
	read  func() func(context.Context) error
}

// edit opens a form in a sheet, which closes when what was typed is kept.
func (l leaf) edit(e editing) *kit.Sheet {
	var s *kit.Sheet
	s = kit.NewSheet(l.Window.Canvas(), kit.SheetWords{
		Title: e.title, Primary: l.Say("settings.save"), Cancel: l.Say("settings.cancel"), Draft: e.draft,
	}, e.width, e.form, func() {
		e.form.Clear()
		s.Say(kit.Bad, "")
		if keep := e.read(); keep != nil {
			l.send(s, e.form, keep)
		}
	})
	s.Open()
	return s
}

// send keeps what a sheet holds; what is refused is said in the sheet.
func (l leaf) send(s *kit.Sheet, form *kit.Form, keep func(context.Context) error) {
	s.SetBusy(true)
	kit.Do(l.Tasks, func(ctx context.Context) (struct{}, error) { return struct{}{}, keep(ctx) }, func(_ struct{}, err error) {
		s.SetBusy(false)
		if err != nil {
			l.failIn(s, form, err)
			return
		}
		s.Close()
		l.Says(kit.Good, l.Say("settings.saved"))
	})
}

// failIn puts broken rules under their fields and all else above the buttons of
// the sheet, where it is not hidden behind it.
func (l leaf) failIn(s *kit.Sheet, form *kit.Form, err error) {
	var faults app.Faults
	if !errors.As(err, &faults) {
		slog.Error("settings", "err", err)
		s.Say(kit.Bad, l.Trouble(err))
		return
	}
	l.Mark(form, faults, l.Fault, func(rest app.Faults) { s.Say(kit.Warn, strings.Join(l.Faults(rest), " ")) })
}

// rowsOf shows values as the rows of a table.
type rowsOf[T any] struct {
	items []T
	show  func(T) []kit.Piece
}

// Count is for the table.
func (r rowsOf[T]) Count() int { return len(r.items) }

// At is for the table.
func (r rowsOf[T]) At(i int) []kit.Piece { return r.show(r.items[i]) }

// under puts content below a bar, and beside gives a thing at the left its own
// width. Both come before the content for the Tab key too, which in a border made
// by Fyne they would not.
func under(bar, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewBorderLayout(bar, nil, nil, nil), bar, content)
}

func beside(left, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewBorderLayout(nil, nil, left, nil), left, content)
}

// scrolled lets a page be higher than the window; its right edge stays clear of
// the bar.
func scrolled(o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Scroll(container.NewBorder(nil, nil, nil, kit.Gap(8, 1), o))
}

// high gives something at least that height.
func high(h float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(kit.Gap(1, h), o)
}
