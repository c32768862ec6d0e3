package ledger

import (
	"context"
	"errors"
	"io"
	"iter"
	"log/slog"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// Exporter writes lines as a sheet, with full names where open is true. said is
// what the sheet says it holds.
type Exporter func(out io.Writer, lines iter.Seq2[app.Line, error], said string, open bool) error

const longestReason = 200

// askExport asks how the list is to be written: with names masked, or in full
// with a reason where the person may.
func (l *List) askExport() {
	s := l.seat
	rows := l.rows
	if rows == nil {
		return
	}
	may := !rows.more && s.Ground.MayExport(s.Staff.ID, rows.known)
	privacy := kit.NewRadios([]bool{false, true}, func(open bool) string {
		if open {
			return s.Say("ledger.export.open")
		}
		return s.Say("ledger.export.masked")
	}).Upright()
	privacy.SetValue(false)
	reason := kit.Area(2, longestReason)
	form := kit.NewForm(1)
	form.AddRow(kit.Flush(kit.Wrapped(s.Say("ledger.export.what", l.howMany(rows)))))
	if may {
		form.Add("open", kit.NewField(s.Say("ledger.export.people"), privacy, ""), 1)
		form.Add("reason", kit.NewField(s.Say("ledger.export.reason"), reason, s.Say("ledger.export.reason.hint")), 1)
		form.ShowField("reason", false)
		privacy.OnChanged = func(open bool) { form.ShowField("reason", open) }
	} else {
		form.AddRow(kit.Note(kit.Warn, kit.Flush(kit.Wrapped(s.Say("ledger.export.not-allowed", app.LargestExport)))))
	}
	var sheet *kit.Sheet
	sheet = kit.NewSheet(s.Window.Canvas(), kit.SheetWords{
		Title: s.Say("ledger.export.title"), Primary: s.Say("ledger.export.yes"), Cancel: s.Say("ledger.cancel"), Draft: "export",
	}, 480, form, func() {
		if privacy.Value() && reason.Value() == "" {
			form.Fail("reason", s.Say("fault.reason.missing"))
			return
		}
		if privacy.Value() && reason.Over() {
			form.Fail("reason", s.Say("fault.too-long"))
			return
		}
		sheet.Close()
		l.askWhere(rows, privacy.Value(), reason.Value())
	})
	sheet.Open()
}

func (l *List) askWhere(r *rows, open bool, reason string) {
	s := l.seat
	name := s.Say("ledger.export.file", s.Here(s.Now()).Format("20060102"))
	s.SaveAs(s.Say("ledger.export.title"), strings.TrimSuffix(name, ".xlsx"), []string{".xlsx"}, func(path string) {
		l.export(r, path+".xlsx", open, reason)
	})
}

// export writes the list, with a sheet that shows how far it is and calls it off.
func (l *List) export(r *rows, path string, open bool, reason string) {
	s, said, write := l.seat, l.howMany(r), l.Export
	far := kit.Muted("")
	cancel := func() {}
	var sheet *kit.Sheet
	sheet = kit.NewSheet(s.Window.Canvas(), kit.SheetWords{
		Title: s.Say("ledger.export.going"), Primary: s.Say("ledger.export.hide"), Cancel: s.Say("ledger.cancel"),
	}, 400, container.NewVBox(kit.Flush(kit.Wrapped(filepath.Base(path))), far), func() { sheet.Close() })
	sheet.Cancel.OnTapped = func() { cancel() }
	sheet.Open()
	cancel = kit.DoLong(s.Tasks, func(ctx context.Context, progress kit.Progress) (int, error) {
		if open {
			if err := s.Desk.Reveal(ctx, app.Access{By: s.Staff.ID, Action: "export", Fields: "name", Reason: reason}); err != nil {
				return 0, err
			}
		}
		return l.write(ctx, r, path, said, open, write, progress)
	}, func(n int, err error) {
		sheet.Close()
		l.exported(path, n, err)
	}, func(done, _ int) { far.SetText(s.Count("ledger.count", done)) })
}

// write writes beside the path first, so that a file half written is never
// taken for a whole one.
func (l *List) write(ctx context.Context, r *rows, path, said string, open bool, write Exporter, progress kit.Progress) (n int, err error) {
	counted := func(yield func(app.Line, error) bool) {
		for line, err := range l.asks.EachLine(ctx, r.filter, r.order, r.now) {
			if err == nil {
				err = ctx.Err()
			}
			if n++; n%500 == 0 {
				progress(n, 0)
			}
			if !yield(line, err) {
				return
			}
		}
	}
	err = kit.WriteWhole(path, func(out io.Writer) error { return write(out, counted, said, open) })
	return n, err
}

func (l *List) exported(path string, n int, err error) {
	s := l.seat
	switch {
	case errors.Is(err, context.Canceled):
		s.Says(kit.Plain, s.Say("ledger.export.cancelled"))
	case errors.As(err, &app.Faults{}):
		s.Says(kit.Warn, s.Trouble(err))
	case err != nil:
		slog.Error("export", "err", err)
		s.Says(kit.Bad, s.Say("ledger.export.failed", filepath.Base(path)))
	default:
		s.Says(kit.Good, s.Count("ledger.exported", n))
		if err := s.Outside.Open(path); err != nil {
			slog.Warn("open export", "err", err)
		}
	}
}
