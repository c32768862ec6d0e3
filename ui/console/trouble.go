package console

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"path/filepath"
	"strings"

	"ownerdesk/app"
	"ownerdesk/reports/sheet"
)

// fault is something the person at the keyboard can mend, by key.
type fault struct {
	key    string
	args   []any
	misled bool // what was typed was not understood
}

func (f fault) Error() string { return fmt.Sprint(f.key, f.args) }

// misled says that what was typed was not understood.
func misled(key string, args ...any) error { return fault{key, args, true} }

// refused says that something cannot be done as things are.
func refused(key string, args ...any) error { return fault{key, args, false} }

// befallen is an error that says what befell the file.
type befallen interface {
	error
	// Trouble is the kind, in-use or damaged, and the file.
	Trouble() (kind, path string)
	// Found lists the backups a damaged file can be replaced by, newest first.
	Found() []string
}

// complain puts an error into sentences on the standard error.
func (c *call) complain(err error) {
	fmt.Fprintln(c.Err, c.sentence(err))
	var f fault
	if errors.As(err, &f) && f.misled {
		fmt.Fprintln(c.Err, c.words.Say("console.see-help"))
	}
}

func (c *call) sentence(err error) string {
	var f fault
	var t befallen
	var doubt app.ClockDoubt
	var p sheet.Problem
	var rules app.Faults
	var gone *fs.PathError
	switch {
	case errors.As(err, &f):
		return c.words.Say(f.key, f.args...)
	case errors.As(err, &doubt):
		return c.voice(app.Ground{}).Trouble(err) + "\n" + c.words.Say("console.clock.doubted")
	case errors.As(err, &t):
		return c.befell(t)
	case errors.As(err, &p):
		return c.unread(p)
	case errors.Is(err, context.Canceled):
		return c.words.Say("console.cancelled")
	case errors.As(err, &gone) && errors.Is(err, fs.ErrNotExist):
		return c.words.Say("console.gone", gone.Path)
	case errors.As(err, &rules), errors.Is(err, app.ErrNotFound), errors.Is(err, app.ErrConflict):
		return c.voice(app.Ground{}).Trouble(err)
	}
	slog.Error("command", "err", err)
	return c.words.Say("console.broken", err.Error())
}

// befell says what befell the file and what to do about it.
func (c *call) befell(t befallen) string {
	kind, path := t.Trouble()
	if !c.words.Has("open.what." + kind) {
		return c.words.Say("console.check."+kind, path)
	}
	if kind != "damaged" && len(t.Found()) == 0 {
		said := c.words.Say("console.befallen", path, c.words.Say("open.what."+kind), c.words.Say("open.do."+kind))
		if a, can := t.(interface{ Away() string }); can && a.Away() != "" {
			said += "\n" + c.words.Say("open.gone.away", a.Away())
		}
		return said
	}
	if kind != "damaged" && kind != "gone" {
		return c.words.Say("console.befallen", path, c.words.Say("open.what."+kind), c.words.Say("open.do."+kind))
	}
	todo := "console.damaged.do"
	if len(t.Found()) == 0 {
		todo = "console.damaged.none"
	}
	if kind == "gone" {
		todo = "open.do.gone"
	}
	lines := []string{c.words.Say("console.befallen", path, c.words.Say("open.what."+kind), c.words.Say(todo))}
	for _, b := range t.Found() {
		lines = append(lines, "  "+b)
	}
	return strings.Join(lines, "\n")
}

// unread says why a table cannot be read, as exactly as is known.
func (c *call) unread(p sheet.Problem) string {
	text := c.words.Say(p.Key(), filepath.Base(p.File))
	switch {
	case p.Row > 0 && p.Column != "":
		return c.words.Say("import.problem.at", p.Sheet, p.Row, p.Column, text)
	case p.Row > 0:
		return c.words.Say("import.problem.at.row", p.Sheet, p.Row, text)
	}
	return text
}

// say writes a sentence to the standard output.
func (c *call) say(key string, args ...any) error {
	_, err := fmt.Fprintln(c.Out, c.words.Say(key, args...))
	return err
}
