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

	"ownerdesk/app"
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
		s.away(err), kit.Gap(1, 4), kit.Muted(say("open.file")), kit.NewCell(path, kit.SizeBody, kit.Body, true), kit.Gap(1, 8))
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

// away says where backups lie that cannot be reached now.
func (s *shell) away(err error) fyne.CanvasObject {
	var t interface{ Away() string }
	if !errors.As(err, &t) || t.Away() == "" {
		return container.NewVBox()
	}
	return kit.Flush(kit.Wrapped(s.words.Say("open.gone.away", t.Away())))
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
		}, func() { s.restore(app.RestoreOrder{Backup: backups[i], Path: path}) })
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
func (s *shell) restore(o app.RestoreOrder) {
	s.rise()
	kit.Do(s.tasks, func(ctx context.Context) (app.Restored, error) {
		return s.parts.Restore(ctx, o)
	}, func(r app.Restored, err error) {
		s.open(o.Path)
		switch {
		case err != nil:
			slog.Error("restore", "err", err)
			if !s.asksAgain(o, err) {
				s.says(kit.Bad, s.words.Say("open.restore.failed"))
			}
		case len(r.Found) > 0:
			slog.Error("restore", "lacks", len(r.Found), "first", r.Found[0])
			s.tellLacks(r.Found)
		}
	})
}

// asksAgain asks whether to restore all the same where a backup is of another
// office, or some of its evidence is damaged.
func (s *shell) asksAgain(o app.RestoreOrder, err error) bool {
	var t befallen
	if !errors.As(err, &t) {
		return false
	}
	text := ""
	switch kind, _ := t.Trouble(); kind {
	case "other-office":
		o.Other = true
		text = s.words.Say("open.restore.foreign", filepath.Base(o.Backup))
		var stranger interface{ Offices() (theirs, ours string) }
		if errors.As(err, &stranger) {
			theirs, ours := stranger.Offices()
			text = s.words.Say("open.restore.foreign.named", theirs, ours)
		}
	case "part-damaged":
		o.Partly = true
		text = s.words.Say("open.restore.partly", filepath.Base(o.Backup))
	default:
		return false
	}
	kit.Confirm(s.window.Canvas(), kit.Question{
		Title: s.words.Say("open.restore.title"), Text: text, Danger: true,
		Yes: s.words.Say("open.restore.anyway"), No: s.words.Say("sit.cancel"),
	}, func() { s.restore(o) })
	return true
}

// tellLacks says which evidence did not come back.
func (s *shell) tellLacks(found []error) {
	lines := container.NewVBox(kit.Flush(kit.Wrapped(s.words.Say("open.restore.lacks", len(found)))))
	for _, one := range found[:min(len(found), 12)] {
		var t befallen
		if errors.As(one, &t) {
			_, path := t.Trouble()
			lines.Add(kit.Muted(filepath.Base(path)))
		}
	}
	var sheet *kit.Sheet
	sheet = kit.NewSheet(s.window.Canvas(), kit.SheetWords{
		Title: s.words.Say("open.restore.title"), Primary: s.words.Say("settings.close"), Cancel: s.words.Say("sit.cancel"),
	}, 600, lines, func() { sheet.Close() })
	sheet.Cancel.Hide()
	sheet.Open()
}
