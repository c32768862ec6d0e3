package printing

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// System is what lies beyond the window on this computer: file dialogs, the
// programs that show files, and the printer.
type System struct {
	Window fyne.Window
	// Program prints PDFs in place of the system's way; "" for that.
	Program func() string
}

// PickFile asks for a file to read; nothing is called when the person cancels.
func (y System) PickFile(title string, endings []string, picked func(path string)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil || f == nil {
			return
		}
		f.Close()
		picked(f.URI().Path())
	}, y.Window)
	d.SetTitleText(title)
	if len(endings) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(endings))
	}
	y.show(d)
}

// PickSave asks where to write. Nothing is made or replaced by asking.
func (y System) PickSave(title, name string, picked func(path string)) {
	restore := handsOff()
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		restore()
		if err != nil || f == nil {
			return
		}
		picked(f.URI().Path())
	}, y.Window)
	d.SetTitleText(title)
	d.SetFileName(name)
	y.show(d)
}

func (y System) show(d *dialog.FileDialog) {
	room := y.Window.Canvas().Size()
	d.Show()
	d.Resize(fyne.NewSize(min(room.Width-60, 900), min(room.Height-60, 600)))
}

// Open shows a file in the system's program for it.
func (y System) Open(path string) error { return shown(path) }

// ErrShown says that a file could not be sent to a printer and was opened instead.
var ErrShown = errors.New("opened in place of printing")

// Print sends a PDF to the office's print program or the system's printer, tells
// which, and opens it where neither takes it: ErrShown.
func (y System) Print(path string) (printer string, err error) {
	printer, err = y.send(path)
	if err == nil {
		return printer, nil
	}
	if failed := shown(path); failed != nil {
		return "", errors.Join(err, failed)
	}
	return "", fmt.Errorf("%w: %w", ErrShown, err)
}

func (y System) send(path string) (printer string, err error) {
	program := y.Program()
	if program == "" {
		return printed(path)
	}
	c := exec.Command(program, path)
	c.Dir = filepath.Dir(path)
	if err := c.Start(); err != nil {
		return "", err
	}
	return filepath.Base(program), c.Process.Release()
}
