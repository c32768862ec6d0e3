package printing

import (
	"errors"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage/repository"
)

// Fyne's save dialog opens the file that was chosen for writing before it tells us
// of it, and so empties one that is there, and asks about that in English. While
// such a dialog is open its files are looked at through glass: of one that is
// there it learns nothing, and what it opens is nothing. We ask ourselves, and
// the old file stays until the new one is whole.

// files is all that Fyne's own store of files can do.
type files interface {
	repository.WritableRepository
	repository.ListableRepository
	repository.HierarchicalRepository
}

type glass struct{ files }

// Exists tells of folders only.
func (g glass) Exists(u fyne.URI) (bool, error) {
	info, err := os.Stat(u.Path())
	return err == nil && info.IsDir(), nil
}

// Writer opens nothing.
func (g glass) Writer(u fyne.URI) (fyne.URIWriteCloser, error) { return unopened{u}, nil }

// unopened is a file that was only named.
type unopened struct{ at fyne.URI }

func (u unopened) URI() fyne.URI             { return u.at }
func (u unopened) Write([]byte) (int, error) { return 0, errors.New("the file was not opened") }
func (u unopened) Close() error              { return nil }

// handsOff puts the glass in, until the function it returns is called.
func handsOff() (restore func()) {
	own, err := repository.ForScheme("file")
	whole, can := own.(files)
	if err != nil || !can {
		return func() {}
	}
	repository.Register("file", glass{whole})
	return func() {
		if own != nil {
			repository.Register("file", own)
			own = nil
		}
	}
}
