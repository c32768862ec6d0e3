package data

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"os"
	"path/filepath"
)

// A file whose log was left by a program that did not end by itself can be read only
// by whoever may keep an index beside it, and a full disk has no room for that. So a
// copy of both is read, in a folder of this computer's for such things, where nobody
// else may look; it goes when the file is closed, or when it is opened the next time.

// asideName begins the name of the folder with copies of a file.
func asideName(path string) string {
	sum := sha256.Sum256([]byte(path))
	return "ownerdesk-read-" + hex.EncodeToString(sum[:8]) + "-"
}

// sweepAside clears copies away that a killed program left; nobody else has the file.
func sweepAside(path string) {
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), asideName(path)+"*"))
	for _, folder := range left {
		os.RemoveAll(folder)
	}
}

// openAside lets the file be read from a copy.
func (s *Store) openAside(ctx context.Context) (err error) {
	if s.lock != nil {
		sweepAside(s.path)
	}
	if s.aside, err = os.MkdirTemp("", asideName(s.path)+"*"); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			s.ro.Close()
			s.leaveAside()
		}
	}()
	for _, end := range []string{"", "-wal"} {
		if err := copyFile(s.path+end, s.readFrom()+end); err != nil {
			return err
		}
	}
	s.way = url.Values{"mode": {"rw"}, "_query_only": {"1"}} // it is ours, the log may be written into it
	if s.ro.DB, err = door(s.readFrom(), s.way); err != nil {
		return err
	}
	s.ro.SetMaxOpenConns(readers)
	s.ro.SetMaxIdleConns(readers)
	return s.readable(ctx, s.ro.DB)
}

// readFrom is where the file is read: its own place, or that of its copy.
func (s *Store) readFrom() string {
	if s.aside == "" {
		return s.path
	}
	return filepath.Join(s.aside, "office.db")
}

// leaveAside takes the copy away, once nobody reads it.
func (s *Store) leaveAside() error {
	if s.aside == "" {
		return nil
	}
	folder := s.aside
	s.aside = ""
	return os.RemoveAll(folder)
}

// indexed tells whether somebody keeps an index of the log beside the file: whoever
// writes does.
func indexed(path string) bool {
	const least = 32 << 10 // less is what a full disk had room for
	info, err := os.Stat(path + "-shm")
	return err == nil && info.Size() >= least
}
