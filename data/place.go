package data

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
)

// placeOf is where the file at path really lies. A link leads to it, so that one
// file has one lock and one folder of backups under whatever name it is opened.
func placeOf(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if info, err := os.Lstat(path); err == nil && info.Mode()&os.ModeSymlink != 0 {
		if end, err := filepath.EvalSymlinks(path); err == nil {
			return end, nil
		}
	}
	return path, nil
}

// lockFile makes this the only program at the file.
func lockFile(path string) (*flock.Flock, error) {
	if dir, err := os.Stat(filepath.Dir(path)); err != nil || !dir.IsDir() {
		return nil, &Trouble{Kind: NoFolder, Path: filepath.Dir(path), Err: err}
	}
	lock := flock.New(path + ".lock")
	locked, err := lock.TryLock()
	switch {
	case err != nil:
		return nil, &Trouble{Kind: kindOf(err, ReadOnly), Path: path, Err: err}
	case !locked:
		return nil, &Trouble{Kind: InUse, Path: path, Err: ErrInUse}
	}
	return lock, nil
}

// smallest is the least an SQLite file can hold, in bytes: one page.
const smallest = 512

// isNew reports whether there is nothing at path yet. It only looks at the
// folder: opening and closing the live file by hand would drop SQLite's locks.
func isNew(path string) (bool, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		if !empty(path + "-wal") { // SQLite would throw away what was saved last
			return false, &Trouble{Kind: Vanished, Path: path, Err: errors.New("only its log is left")}
		}
		return true, nil
	case err != nil:
		return false, &Trouble{Kind: kindOf(err, Failed), Path: path, Err: err}
	case !info.Mode().IsRegular():
		return false, &Trouble{Kind: NotOurs, Path: path, Err: errors.New("is no plain file")}
	case info.Size() >= smallest:
		return false, nil
	case info.Size() > 0 || hadOffice(path):
		return false, &Trouble{Kind: Damaged, Path: path, Err: errors.New("its contents are gone")}
	}
	return true, nil
}

// hadOffice reports whether what lies beside an empty file belongs to an office:
// a power cut can leave the name of a file without its contents.
func hadOffice(path string) bool {
	found, err := backupsIn(path, BackupFolder(path))
	return err != nil || len(found) > 0 || !empty(path+"-wal")
}

// empty reports whether nothing lies at path, or nothing is in it.
func empty(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Size() == 0
}

// gone notices that nothing lies at path, but what an office can come back from:
// such a place is no place for a new one. It makes nothing, not even a lock.
func gone(path string, o Options) error {
	if !missing(path) || !empty(path+"-wal") {
		return nil
	}
	found, away := remains(path, o)
	switch {
	case len(found) > 0:
		return &Trouble{Kind: Gone, Path: path, Err: errors.New("its backups are there"), Backups: found, Folder: away}
	case away != "":
		return &Trouble{Kind: Gone, Path: path, Err: errors.New("its backups are away"), Folder: away}
	}
	return nil
}
