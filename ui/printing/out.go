package printing

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

var (
	errNothing = errors.New("nothing to print")
	errTooMany = errors.New("too many lines for paper")
)

// unwritten is paper that could not be put on the disk.
type unwritten struct {
	path string
	err  error
}

func (u unwritten) Error() string { return u.path + ": " + u.err.Error() }

// writeTo writes a PDF whole or not at all.
func writeTo(path string, pdf []byte) error {
	err := kit.WriteWhole(path, func(out io.Writer) error {
		_, err := out.Write(pdf)
		return err
	})
	if err != nil {
		return unwritten{path, err}
	}
	return nil
}

// run makes a job and lets it go its way. What takes longer than a moment shows
// how far it is and can be called off. sheet is what asked for it; nil for none.
func (p *Press) run(j job, w app.Way, sheet *kit.Sheet) {
	if w != app.WaySaved {
		p.work(j, w, "", sheet)
		return
	}
	name := strings.TrimSuffix(fileName(j.name), ".pdf")
	p.seat.SaveAs(p.seat.Say("press.save.title"), name, []string{".pdf"}, func(path string) { p.work(j, w, path+".pdf", sheet) })
}

func (p *Press) work(j job, w app.Way, to string, sheet *kit.Sheet) {
	far := p.watch()
	far.cancel = kit.DoLong(p.seat.Tasks, func(ctx context.Context, progress kit.Progress) (sheets, error) {
		made, err := p.make(ctx, j, w, progress)
		if err != nil {
			return made, err
		}
		err = p.send(&made, j.name, w, to)
		made.unnoted = p.note(context.WithoutCancel(ctx), j, &made) // what is out cannot be called off any more
		return made, err
	}, func(made sheets, err error) {
		far.end()
		p.show(j, made, err, sheet)
	}, far.show)
}

// send lets paper go its way, and tells what became of it, which may be less.
func (p *Press) send(made *sheets, name string, w app.Way, to string) (err error) {
	if w == app.WaySaved {
		if err := writeTo(to, made.pdf); err != nil {
			return err
		}
		made.path, made.came = to, w
		made.where = filepath.Base(filepath.Dir(to)) + "/" + filepath.Base(to)
		return nil
	}
	if made.path, err = p.keep(made.pdf, name); err != nil {
		return err
	}
	if w == app.WayOpened {
		err = p.seat.Outside.Open(made.path)
	} else {
		made.where, err = p.seat.Outside.Print(made.path)
	}
	switch {
	case err == nil:
		made.came = w
	case errors.Is(err, ErrShown):
		made.came, made.where = app.WayOpened, ""
	}
	return err
}

// show is the only place where the outcome meets the window.
func (p *Press) show(j job, made sheets, err error, sheet *kit.Sheet) {
	tone, words := p.outcome(made, err)
	stays := made.came == app.WayNone || made.came == app.WayOpened && err == nil
	if !stays && sheet != nil {
		sheet.Close()
	}
	switch {
	case made.unnoted == nil || made.came == app.WayNone:
	case stays: // looked at; it can be at any time
		tone, words = kit.Warn, p.seat.Say("press.both", words, p.seat.Say("press.unnoted", p.seat.Trouble(made.unnoted)))
	default:
		p.unnoted(j, made, words)
	}
	if stays && sheet != nil { // it lies over what the window says
		sheet.Say(tone, words)
	}
	p.seat.Says(tone, words)
}

// outcome words what became of paper.
func (p *Press) outcome(made sheets, err error) (kit.Tone, string) {
	s := p.seat
	var faults app.Faults
	var lost unwritten
	if err != nil && !errors.Is(err, context.Canceled) && !errors.Is(err, errNothing) && !errors.As(err, &faults) {
		slog.Error("print", "err", err)
	}
	switch {
	case errors.Is(err, context.Canceled):
		return kit.Plain, s.Say("press.cancelled")
	case errors.As(err, &lost):
		return kit.Bad, s.Say("press.unwritten", lost.path)
	case errors.Is(err, errNothing):
		return kit.Warn, s.Say("press.nothing")
	case errors.As(err, &faults):
		return kit.Warn, s.Trouble(err)
	case errors.Is(err, ErrShown):
		return kit.Warn, s.Say("press.shown")
	case err != nil && made.path != "":
		return kit.Bad, s.Say("press.failed.kept", made.path)
	case err != nil:
		return kit.Bad, s.Say("press.failed")
	case made.came == app.WaySaved:
		return kit.Good, s.Say("press.saved", filepath.Base(made.path), filepath.Dir(made.path))
	case made.came == app.WaySent && made.where != "":
		return kit.Good, s.Say("press.printed.to", made.where)
	case made.came == app.WaySent:
		return kit.Good, s.Say("press.printed")
	}
	return kit.Plain, s.Say("press.previewed")
}

// watched shows how far long work is, once it takes longer than a moment.
type watched struct {
	press  *Press
	sheet  *kit.Sheet
	words  *kit.Phrase
	cancel func()
	over   bool
}

func (p *Press) watch() *watched { return &watched{press: p, words: kit.Muted(""), cancel: func() {}} }

// show is told of progress; only long work reports any.
func (w *watched) show(done, total int) {
	s := w.press.seat
	w.words.SetText(s.Say("press.progress", done, total))
	if w.sheet != nil || w.over {
		return
	}
	w.sheet = kit.NewSheet(s.Window.Canvas(), kit.SheetWords{
		Title: s.Say("press.going"), Primary: s.Say("press.hide"), Cancel: s.Say("press.cancel"),
	}, 380, container.NewVBox(w.words), func() { w.sheet.Close() })
	w.sheet.Cancel.OnTapped = func() { w.cancel() }
	w.sheet.Open()
}

func (w *watched) end() {
	if w.over = true; w.sheet != nil {
		w.sheet.Close()
	}
}
