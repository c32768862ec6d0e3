package ui

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

// open opens a file and goes on with what it needs: a few questions when it is
// new, who sits here, or what to do when it cannot be opened.
func (s *shell) open(path string) {
	s.rise()
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	s.path = path
	bar := widget.NewProgressBarInfinite()
	opened := s.tasks.After(patience, func() { s.showOpening(bar) })
	kit.Do(s.tasks, func(ctx context.Context) (beginning, error) {
		o, err := s.parts.Open(ctx, path)
		if err != nil {
			return beginning{}, err
		}
		g, err := o.Desk.Ground(ctx)
		if err != nil {
			return beginning{}, closing(o, err)
		}
		return beginning{o, g}, nil
	}, func(b beginning, err error) {
		opened()
		bar.Stop()
		s.begin(b, err)
	})
}

// patience is how long an empty window needs no words. A file from an older
// program, copied and brought up to date at its first opening, takes longer.
const patience = 700 * time.Millisecond

// showOpening says that the file is still being opened, and why that may take.
func (s *shell) showOpening(bar fyne.CanvasObject) {
	s.window.SetTitle(s.name())
	s.fill(container.New(centred{560, 220}, kit.Card(container.NewVBox(
		kit.Title(s.words.Say("open.opening")), kit.Gap(1, 4), kit.Flush(kit.Wrapped(s.words.Say("open.opening.what"))),
		kit.Gap(1, 4), bar, kit.Gap(1, 4), kit.Muted(s.path)))))
}

// rise leaves the desk: nobody sits at it, and its file is let go of.
func (s *shell) rise() {
	if s.seat != nil {
		s.hide()
	}
	s.close()
	s.seat, s.staff, s.project, s.frame = nil, 0, 0, nil
	s.places, s.trail = map[string]*visit{}, nil
}

type beginning struct {
	office Office
	ground app.Ground
}

// closing lets go of an office that cannot be worked with after all.
func closing(o Office, err error) error {
	if e := o.Close(); e != nil {
		slog.Error("close", "err", e)
	}
	return err
}

func (s *shell) begin(b beginning, err error) {
	if err != nil {
		slog.Error("open", "path", s.path, "err", err)
		s.showTrouble(err)
		return
	}
	shut := b.office.Store.Shut()
	if shut != nil && !b.ground.Office.Configured {
		s.showTrouble(closing(b.office, shut))
		return
	}
	s.office = &b.office
	s.clearPaper()
	s.wear(b.ground)
	s.watch()
	if !b.ground.Office.Configured {
		s.showWelcome(b.ground)
		return
	}
	s.showSit(b.ground)
	if shut != nil {
		s.tellShut(shut)
	}
}

// tellShut says that the office can only be read, why, and how that ends.
func (s *shell) tellShut(err error) {
	slog.Warn("opened for reading only", "err", err)
	kind := "read-only"
	var t befallen
	if errors.As(err, &t) {
		kind, _ = t.Trouble()
	}
	words := container.NewVBox(
		kit.Flush(kit.Wrapped(s.words.Say("open.what."+kind))), kit.Gap(1, 4), kit.Flush(kit.Wrapped(s.words.Say("open.shut.what"))),
		kit.Gap(1, 4), kit.Flush(kit.Wrapped(s.words.Say("open.do."+kind))))
	var sheet *kit.Sheet
	sheet = kit.NewSheet(s.window.Canvas(), kit.SheetWords{
		Title: s.words.Say("open.shut.title"), Primary: s.words.Say("settings.close"), Cancel: s.words.Say("sit.cancel"),
	}, 520, words, func() { sheet.Close() })
	sheet.Cancel.Hide()
	sheet.Open()
}

// wear takes the language and the look the office has chosen.
func (s *shell) wear(g app.Ground) {
	s.words = words(s.language(g.Office))
	kit.Look{Mode: mode(g.Office.Look), Scale: float32(g.Office.Scale) / 100}.Wear(s.app)
}

func (s *shell) language(o app.Office) lang.Language {
	if o.Screen != "" {
		return lang.Language(o.Screen)
	}
	return lang.Match(s.parts.Locale)
}

func mode(look string) kit.Mode {
	if look == "" {
		return kit.ModeSystem
	}
	return kit.Mode(look)
}

// settling is how long after the start the backup of the day begins: copying a
// large file would slow down the window that is just coming up.
const settling = 10 * time.Second

// watch keeps the window true to the office, and makes the backup of the day.
func (s *shell) watch() {
	s.stops = []func(){
		s.office.Desk.Changes.Listen(func(c app.Change) {
			kit.Do(s.tasks, nothing, func(struct{}, error) { s.changed(c) })
		}),
		s.tasks.Every(time.Minute, s.count),
		s.tasks.After(settling, s.backup),
		s.tasks.Every(time.Hour, s.backup),
	}
}

func nothing(context.Context) (struct{}, error) { return struct{}{}, nil }

// backup makes the backup of the day unless there is one.
func (s *shell) backup() {
	o := s.office
	kit.Do(s.tasks, func(ctx context.Context) (app.Backup, error) {
		g, err := o.Desk.Ground(ctx)
		if err != nil || !g.Office.Configured || o.Store.Shut() != nil {
			return app.Backup{}, err
		}
		return o.Store.BackupDue(ctx, s.parts.Now(), g.Office.Backups)
	}, func(made app.Backup, err error) {
		if err != nil {
			slog.Error("backup", "err", err)
			s.says(kit.Bad, s.backupTrouble(err))
		} else if len(made.Found) > 0 {
			slog.Error("backup", "lacks", len(made.Found), "first", made.Found[0])
			s.says(kit.Bad, s.words.Say("shell.backup.lacks", made.Path, len(made.Found)))
		}
	})
}

// backupTrouble says why no backup could be made, as exactly as is known.
func (s *shell) backupTrouble(err error) string {
	var t befallen
	if errors.As(err, &t) {
		if kind, path := t.Trouble(); s.words.Has("backup.trouble." + kind) {
			return s.words.Say("backup.trouble."+kind, path)
		}
	}
	return s.words.Say("shell.backup.failed")
}
