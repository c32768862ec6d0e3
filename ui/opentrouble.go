package ui

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/ui/kit"
)

// befallen is an error that says what befell the file.
type befallen interface {
	error
	// Trouble is the kind, in-use or damaged, and the file.
	Trouble() (kind, path string)
	// Found lists the backups a damaged file can be replaced by, newest first.
	Found() []string
}

// showTrouble says why the file cannot be opened and what to do about it.
func (s *shell) showTrouble(err error) {
	kind, path, backups := "failed", s.path, []string(nil)
	var t befallen
	if errors.As(err, &t) {
		kind, path = t.Trouble()
		backups = t.Found()
	}
	say, do := s.words.Say, "open.do."+kind
	if kind == "damaged" && len(backups) == 0 {
		do = "open.do.damaged.none"
	}
	words := container.NewVBox(
		container.NewHBox(container.NewGridWrap(fyne.NewSquareSize(kit.Px(28)), widget.NewIcon(theme.WarningIcon())), kit.Title(say("open.title."+kind))),
		kit.Gap(1, 4),
		kit.Flush(kit.Wrapped(say("open.what."+kind))),
		kit.Flush(kit.Wrapped(say(do))),
		kit.Gap(1, 4), kit.Muted(say("open.file")), kit.NewCell(path, kit.SizeBody, kit.Body, true), kit.Gap(1, 8))
	again := kit.Primary(say("open.again"), theme.ViewRefreshIcon(), func() { s.open(s.path) })
	leave := kit.Button(say("open.leave"), nil, s.leave)
	foot := container.NewBorder(nil, nil, nil, container.NewHBox(leave, again))
	var middle fyne.CanvasObject
	if len(backups) > 0 {
		middle = s.backupsTable(path, backups)
	}
	s.window.SetTitle(s.name())
	height := float32(300)
	if len(backups) > 0 {
		height = 520
	}
	s.fill(container.New(centred{720, height}, kit.Card(container.NewBorder(words, foot, nil, nil, middle))))
	s.window.Canvas().Focus(again)
}

// backupsTable offers the backups; one that is chosen takes the file's place.
func (s *shell) backupsTable(path string, backups []string) fyne.CanvasObject {
	t := kit.NewTable(kit.RowDense,
		kit.Column{Title: s.words.Say("open.backups")},
		kit.Column{Width: 150})
	t.SetRows(backupRows{backups, s.words.Say("open.restore")})
	use := func(i int) {
		kit.Confirm(s.window.Canvas(), kit.Question{
			Title: s.words.Say("open.restore.title"), Text: s.words.Say("open.restore.what", filepath.Base(backups[i])),
			Yes: s.words.Say("open.restore"), No: s.words.Say("sit.cancel"),
		}, func() { s.restore(backups[i], path) })
	}
	t.OnOpen = use
	t.OnAction = func(i, _ int) { use(i) }
	return t
}

type backupRows struct {
	paths []string
	use   string
}

// Count is for the table.
func (b backupRows) Count() int { return len(b.paths) }

// At is for the table.
func (b backupRows) At(i int) []kit.Piece {
	return []kit.Piece{kit.Said(filepath.Base(b.paths[i])), kit.ButtonOf(b.use)}
}

// restore puts a backup in the file's place and opens it.
func (s *shell) restore(backup, path string) {
	s.rise()
	kit.Do(s.tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, s.parts.Restore(ctx, backup, path)
	}, func(_ struct{}, err error) {
		if err != nil {
			slog.Error("restore", "err", err)
			s.says(kit.Bad, s.words.Say("open.restore.failed"))
		}
		s.open(path)
	})
}
