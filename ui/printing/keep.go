package printing

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"path/filepath"
	"strings"

	"ownerdesk/ui/kit"
)

// File is one of several that bear the same name.
type File struct {
	Ending string // .pdf
	Write  func(context.Context, io.Writer) error
}

// Keep asks where, and writes files beside each other, each whole or not at all.
// What takes longer than a moment shows how far it is and can be called off.
func (p *Press) Keep(title, name string, files ...File) {
	s := p.seat
	endings := make([]string, len(files))
	for i, f := range files {
		endings[i] = f.Ending
	}
	s.SaveAs(title, cleaned(name), endings, func(path string) {
		far := p.watch()
		far.cancel = kit.DoLong(s.Tasks, func(ctx context.Context, progress kit.Progress) (string, error) {
			for i, f := range files {
				if i > 0 {
					progress(i, len(files))
				}
				to := path + f.Ending
				if err := kit.WriteWhole(to, func(out io.Writer) error { return f.Write(ctx, out) }); err != nil {
					return to, errors.Join(ctx.Err(), err)
				}
			}
			return path + files[0].Ending, ctx.Err()
		}, func(path string, err error) {
			far.end()
			switch {
			case errors.Is(err, context.Canceled):
				s.Says(kit.Plain, s.Say("press.cancelled"))
			case err != nil:
				slog.Error("keep", "err", err)
				s.Says(kit.Bad, s.Say("press.unwritten", path))
			default:
				s.Says(kit.Good, s.Say("press.saved", p.named(path, files), filepath.Dir(path)))
			}
		}, far.show)
	})
}

// named lists the names of the files that were written.
func (p *Press) named(path string, files []File) string {
	base := strings.TrimSuffix(filepath.Base(path), files[0].Ending)
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = base + f.Ending
	}
	return p.seat.List(names)
}
