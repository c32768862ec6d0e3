package data

import (
	"context"
	"errors"
	"os"
	"strings"
	"time"
)

// Restore puts a backup in the place of the file at path, which nobody may have
// open. The backup is checked first; what lay there is kept aside, and where is
// told ("" if there was nothing). Attached files are not touched.
func Restore(ctx context.Context, backup, path string, now time.Time) (aside string, err error) {
	if path, err = placeOf(path); err != nil {
		return "", err
	}
	if backup, err = placeOf(backup); err != nil {
		return "", err
	}
	lock, err := lockFile(path)
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, lock.Unlock()) }()
	if err := soundBackup(ctx, backup); err != nil {
		return "", err
	}
	part := path + ".restore.part"
	defer os.Remove(part)
	if err := copyBackup(ctx, backup, part); err != nil {
		return "", explainAt(path, err)
	}
	if aside, err = setAside(path, now); err != nil {
		return "", explainAt(path, err)
	}
	if err := moveFile(part, path); err != nil {
		return "", errors.Join(explainAt(path, err), putBack(aside, path))
	}
	return aside, nil
}

// copyBackup copies a backup, and what its log holds if it has one: a file that
// was set aside may.
func copyBackup(ctx context.Context, backup, part string) error {
	if empty(backup + "-wal") {
		return copyFile(backup, part)
	}
	s := &Store{path: backup}
	return s.copyInto(ctx, part)
}

// setAside renames a file with the log that belongs to it; also a log whose file
// is gone, or it would be applied to the one that comes into its place.
func setAside(path string, now time.Time) (string, error) {
	if missing(path) && missing(path+"-wal") {
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
			return "", errors.Join(err, putBack(aside, path))
		}
	}
	if missing(path) {
		return aside + "-wal", nil
	}
	if err := os.Rename(path, aside); err != nil {
		return "", errors.Join(err, putBack(aside, path))
	}
	return aside, nil
}

// putBack undoes setting aside, as far as it came: a file must not stay behind
// without the log that belongs to it.
func putBack(aside, path string) error {
	var all error
	aside = strings.TrimSuffix(aside, "-wal") // of a log whose file was gone
	for _, end := range []string{"", "-wal", "-shm"} {
		if missing(aside + end) {
			continue
		}
		all = errors.Join(all, os.Rename(aside+end, path+end))
	}
	return all
}

func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, os.ErrNotExist)
}
