package data

import (
	"context"
	"errors"
	"os"
	"time"
)

// Restore puts a backup in the place of the file at path, which nobody may have
// open. The backup is checked first; what lay there is kept aside, and where is
// told ("" if there was nothing). Attached files are not touched.
func Restore(ctx context.Context, backup, path string, now time.Time) (aside string, err error) {
	lock, err := lockFile(path)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	s := &Store{path: path}
	if _, err := os.Stat(backup); err != nil {
		return "", s.explain(err)
	}
	if err := soundBackup(ctx, backup); err != nil {
		return "", err
	}
	part := path + ".restore.part"
	defer os.Remove(part)
	if err := copyFile(backup, part); err != nil {
		return "", s.explain(err)
	}
	if aside, err = setAside(path, now); err != nil {
		return "", s.explain(err)
	}
	return aside, s.explain(moveFile(part, path))
}

// setAside renames a file with the log that belongs to it.
func setAside(path string, now time.Time) (string, error) {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	aside := stem(path) + "-replaced-" + now.Format("20060102-150405") + ".db"
	if _, err := os.Stat(aside); err == nil {
		return "", os.ErrExist
	}
	// The log first: the file without its log is older, the log without its file
	// would be applied to the wrong one.
	for _, end := range []string{"-wal", "-shm"} {
		if err := os.Rename(path+end, aside+end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", err
		}
	}
	return aside, os.Rename(path, aside)
}
