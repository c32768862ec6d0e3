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

// way is what becomes of paper.
type way int

const (
	preview way = iota
	toPrinter
	saveAs
)

// run makes a job and lets it go its way. What takes longer than a moment shows
// how far it is and can be called off.
func (p *Press) run(j job, w way, done func()) {
	if w == saveAs {
		name := strings.TrimSuffix(fileName(j.name), ".pdf")
		p.seat.SaveAs(p.seat.Say("press.save.title"), name, []string{".pdf"}, func(path string) {
			path += ".pdf"
			p.work(j, func(ctx context.Context, s sheets) (sheets, error) {
				if err := writeTo(path, s.pdf); err != nil {
					return s, err
				}
				s.path = path
				return s, p.note(ctx, j)
			}, w, done)
		})
		return
	}
	p.work(j, func(ctx context.Context, s sheets) (sheets, error) {
		s, err := p.keep(s, j.name)
		if err != nil {
			return s, err
		}
		if w == preview {
			return s, p.seat.Outside.Open(s.path)
		}
		err = p.seat.Outside.Print(s.path)
		if err == nil || errors.Is(err, ErrShown) {
			err = errors.Join(err, p.note(ctx, j))
		}
		return s, err
	}, w, done)
}

func (p *Press) work(j job, finish func(context.Context, sheets) (sheets, error), w way, done func()) {
	far := p.watch()
	far.cancel = kit.DoLong(p.seat.Tasks, func(ctx context.Context, progress kit.Progress) (sheets, error) {
		made, err := p.make(ctx, j, progress)
		if err != nil {
			return made, err
		}
		return finish(ctx, made)
	}, func(made sheets, err error) {
		far.end()
		p.show(made, w, err, done)
	}, far.show)
}

// show is the only place where the outcome meets the window.
func (p *Press) show(made sheets, w way, err error, done func()) {
	s := p.seat
	var faults app.Faults
	var lost unwritten
	switch {
	case errors.Is(err, context.Canceled):
		s.Says(kit.Plain, s.Say("press.cancelled"))
	case errors.As(err, &lost):
		slog.Error("print", "err", err)
		s.Says(kit.Bad, s.Say("press.unwritten", lost.path))
	case errors.Is(err, errNothing):
		s.Says(kit.Warn, s.Say("press.nothing"))
	case errors.As(err, &faults):
		s.Says(kit.Warn, s.Trouble(err))
	case errors.Is(err, ErrShown):
		slog.Warn("print", "err", err)
		s.Says(kit.Warn, s.Say("press.shown"))
		done()
	case err != nil && made.path != "":
		slog.Error("print", "err", err)
		s.Says(kit.Bad, s.Say("press.failed.kept", made.path))
	case err != nil:
		slog.Error("print", "err", err)
		s.Says(kit.Bad, s.Say("press.failed"))
	case w == toPrinter:
		s.Says(kit.Good, s.Say("press.printed"))
		done()
	case w == saveAs:
		s.Says(kit.Good, s.Say("press.saved", filepath.Base(made.path)))
		done()
	default:
		s.Says(kit.Plain, s.Say("press.previewed"))
	}
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
