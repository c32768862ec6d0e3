package register

import (
	"context"
	"errors"
	"log/slog"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// editor is a sheet that changes one thing of the register. Every form of this
// place has its shape: what is typed is read on the screen, kept away from it,
// and what was refused is said where it was typed.
type editor struct {
	seat  *seat.Seat
	form  *kit.Form
	sheet *kit.Sheet
	read  func() (keep, bool)
	said  string
}

// keep writes what a form says.
type keep func(context.Context) error

// edit opens a form. read takes down what was typed; when it is not fit to be
// asked at all, it marks the field and says false. said is the good news; draft
// names the form for what is typed into it.
func (p *Page) edit(draft, title, said string, width float32, form *kit.Form, read func() (keep, bool)) *editor {
	e := &editor{seat: p.seat, form: form, read: read, said: said}
	words := kit.SheetWords{Draft: draft, Title: title, Cancel: p.seat.Say("register.cancel"),
		Primary: kit.WithShortcut(p.seat.Say("register.save"), kit.Shortcut("Return"))}
	e.sheet = kit.NewSheet(p.seat.Window.Canvas(), words, width, form, e.submit)
	e.sheet.Open()
	return e
}

func (e *editor) submit() {
	e.form.Clear()
	e.sheet.Say(kit.Bad, "")
	write, fit := e.read()
	if !fit {
		return
	}
	e.sheet.SetBusy(true)
	kit.Do(e.seat.Tasks, func(ctx context.Context) (struct{}, error) { return struct{}{}, write(ctx) }, e.show)
}

func (e *editor) show(_ struct{}, err error) {
	e.sheet.SetBusy(false)
	if err != nil {
		e.refused(err)
		return
	}
	e.sheet.Close()
	e.seat.Says(kit.Good, e.said)
}

// refused says each broken rule under its field; the keyboard goes to the topmost.
func (e *editor) refused(err error) {
	var faults app.Faults
	if !errors.As(err, &faults) {
		slog.Error("register form", "err", err)
		e.sheet.Say(kit.Bad, e.seat.Trouble(err))
		return
	}
	words := func(f app.Invalid) string { return fault(e.seat, f) }
	e.seat.Mark(e.form, faults, words, func(rest app.Faults) { e.sheet.Say(kit.Bad, words(rest[0])) })
}

// fault words a broken rule of the register: a name is that of a building here,
// not that of an owner who may stay anonymous.
func fault(s *seat.Seat, f app.Invalid) string {
	if key := "register.fault." + f.Field + "." + f.Rule; s.Has(key) {
		return s.Say(key)
	}
	return s.Fault(f)
}

// text is an input with something in it.
func text(value, example string) *kit.Input {
	e := kit.Entry(example)
	e.SetText(value)
	return e
}

// area is an input of several lines with something in it.
func area(value string, rows, limit int) *kit.TextArea {
	a := kit.Area(rows, limit)
	a.SetText(value)
	return a
}
