package settings

import (
	"context"
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/ui/kit"
)

// befallen is an error that says what befell a file.
type befallen interface {
	error
	// Trouble is the kind, damaged or file-gone, and the file.
	Trouble() (kind, path string)
}

// finding words one thing that is wrong with a file.
func (l leaf) finding(err error) string {
	var t befallen
	if !errors.As(err, &t) {
		return l.Trouble(err)
	}
	kind, path := t.Trouble()
	key := "settings.trouble." + kind
	if !l.Has(key) {
		key = "settings.trouble.failed"
	}
	return l.Say(key, filepath.Base(path))
}

// befell says what befell the file while something was done with it.
func (p *backupPage) befell(err error) {
	p.broke("backup", err)
	p.Says(kit.Bad, p.finding(err))
}

// lookThrough looks for everything that could be wrong with the file and what
// belongs to it. It may take a while, so it can be called off.
func (p *backupPage) lookThrough() {
	p.check.Disable()
	bar := widget.NewProgressBarInfinite()
	content := container.NewVBox(kit.Flush(kit.Wrapped(p.Say("settings.check.running"))), bar)
	cancel := func() {}
	wait := kit.NewSheet(p.Window.Canvas(), kit.SheetWords{
		Title: p.Say("settings.backup.check"), Primary: p.Say("settings.close"), Cancel: p.Say("settings.cancel"),
	}, 480, content, func() {})
	wait.Primary.Hide()
	wait.OnClosed = func() { bar.Stop(); cancel() }
	wait.Open()
	wait.FocusOn(wait.Cancel)
	cancel = kit.DoLong(p.Tasks, func(ctx context.Context, _ kit.Progress) ([]error, error) { return p.asks.Check(ctx) },
		func(found []error, err error) {
			p.check.Enable()
			wait.Close()
			p.report(found, err)
		}, func(int, int) {})
}

// report says what the check found.
func (p *backupPage) report(found []error, err error) {
	if errors.Is(err, context.Canceled) {
		p.Says(kit.Info, p.Say("settings.check.cancelled"))
		return
	}
	if err != nil {
		p.befell(err)
		return
	}
	if len(found) == 0 {
		p.Says(kit.Good, p.Say("settings.check.good"))
		return
	}
	p.list(p.Count("settings.check.found", len(found)), found)
}

// list shows what was found wrong.
func (p *backupPage) list(what string, found []error) {
	lines := container.NewVBox(kit.Flush(kit.Wrapped(what)))
	for i, one := range found {
		if i == mostFindings {
			lines.Add(kit.Muted(p.Count("settings.check.more", len(found)-i)))
			break
		}
		lines.Add(kit.Note(kit.Bad, kit.Flush(kit.Wrapped(p.finding(one)))))
	}
	p.told(lines)
}

// mostFindings is how many are named; who has more restores a backup anyway.
const mostFindings = 20

// told shows something to be read in a sheet.
func (p *backupPage) told(content fyne.CanvasObject) {
	var s *kit.Sheet
	s = kit.NewSheet(p.Window.Canvas(), kit.SheetWords{
		Title: p.Say("settings.backup.check"), Primary: p.Say("settings.close"), Cancel: p.Say("settings.cancel"),
	}, 600, content, func() { s.Close() })
	s.Cancel.Hide()
	s.Open()
}
