package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"ownerdesk/app"
)

// ErrInUse says that another program holds the file.
var ErrInUse = errors.New("the file is open in another program")

// The kinds of trouble; the screens find their words under trouble.<kind>.
const (
	InUse    = "in-use"    // another program has the file
	Newer    = "newer"     // made by a newer program
	Damaged  = "damaged"   // cannot be read, or contradicts itself
	NotOurs  = "not-ours"  // something else lies at the path
	NoFolder = "no-folder" // the folder is not there
	ReadOnly = "read-only" // may not be written
	Full     = "full"      // no room on the disk
	Vanished = "vanished"  // the file was taken away or replaced while open
	Failed   = "failed"    // the disk or the system refused, see the log
	Gone     = "gone"      // no file, but what an office can come back from

	OtherOffice = "other-office" // a backup of another office
	PartDamaged = "part-damaged" // a backup with evidence in it that is damaged
	DiskAway    = "disk-away"    // the folder for backups is not there, or not what it was
	BackupRuns  = "backup-runs"  // somebody else makes one at this moment

	LogBroken = "log-broken"   // the access log was tampered with
	FileGone  = "file-gone"    // an attachment is missing
	FileOther = "file-changed" // an attachment is not what it was

	PagesOther = "pages-changed" // pages of the file are not what was saved
)

// Trouble is what can befall the file. Nothing was changed when it comes back
// from a write.
type Trouble struct {
	Kind    string
	Path    string
	Err     error
	Backups []string // of a damaged file, newest first
	Folder  string   // where backups of a file that is gone lie, on a disk that is away
}

func (t *Trouble) Error() string { return fmt.Sprintf("%s: %s: %v", t.Kind, t.Path, t.Err) }

func (t *Trouble) Unwrap() error { return t.Err }

// Trouble names the kind and the file, for rooms that cannot name this type.
func (t *Trouble) Trouble() (kind, path string) { return t.Kind, t.Path }

// Found lists the backups a damaged file can be replaced by, newest first.
func (t *Trouble) Found() []string { return t.Backups }

// Away is the folder in which there are backups, once it is there again.
func (t *Trouble) Away() string { return t.Folder }

// ErrNewer says that a newer program made the file.
type ErrNewer struct{ File, Known int }

func (e ErrNewer) Error() string {
	return fmt.Sprintf("the file is at step %d, this program knows %d", e.File, e.Known)
}

// explain turns what SQLite and the system say into a *Trouble where a person
// can do something about it; all else passes.
func (s *Store) explain(err error) error {
	var already *Trouble
	if err == nil || errors.As(err, &already) || errors.Is(err, app.ErrNotFound) || errors.Is(err, app.ErrConflict) {
		return err
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if gone := s.vanished(); gone != nil {
		return gone
	}
	kind := kindOf(err, "")
	if kind == Failed && noRoom(filepath.Dir(s.path)) { // SQLite says so only of the file itself, not of what it keeps beside it
		kind = Full
	}
	if kind != "" {
		return &Trouble{Kind: kind, Path: s.path, Err: err}
	}
	return err
}

// noRoom reports whether nothing more can be written into a folder, because its
// disk is full.
func noRoom(folder string) bool {
	f, err := os.CreateTemp(folder, ".room-*")
	if err != nil {
		return isFull(err)
	}
	defer os.Remove(f.Name())
	_, err = f.Write(make([]byte, 64<<10))
	return isFull(errors.Join(err, f.Close()))
}

// explainIn is explain for what was to be written into another folder.
func (s *Store) explainIn(folder string, err error) error {
	kind := kindOf(err, "")
	if kind == Failed && noRoom(folder) {
		kind = Full
	}
	var already *Trouble
	if kind == "" || errors.As(err, &already) {
		return err
	}
	return &Trouble{Kind: kind, Path: folder, Err: err}
}

// explainAt is explain for what is not the office's file: a folder, a backup.
func explainAt(path string, err error) error {
	var already *Trouble
	if errors.As(err, &already) {
		return err
	}
	if kind := kindOf(err, ""); kind != "" {
		return &Trouble{Kind: kind, Path: path, Err: err}
	}
	return err
}

// vanished notices that the file is no longer the one that was opened. SQLite
// would go on writing into the file that nobody can see any more.
func (s *Store) vanished() error {
	if s.self == nil {
		return nil
	}
	now, err := os.Stat(s.path)
	if err == nil && os.SameFile(s.self, now) {
		return nil
	}
	if err == nil {
		err = errors.New("another file lies there now")
	}
	return &Trouble{Kind: Vanished, Path: s.path, Err: err}
}

// kindOf finds the kind of trouble behind an error, or otherwise.
func kindOf(err error, otherwise string) string {
	var own *sqlite.Error
	if errors.As(err, &own) {
		switch own.Code() & 0xff {
		case sqlite3.SQLITE_FULL:
			return Full
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
			return ReadOnly
		case sqlite3.SQLITE_CORRUPT:
			return Damaged
		case sqlite3.SQLITE_NOTADB:
			return NotOurs
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			return InUse
		case sqlite3.SQLITE_CANTOPEN:
			return ReadOnly
		case sqlite3.SQLITE_IOERR:
			return Failed
		}
		return otherwise
	}
	switch {
	case isFull(err):
		return Full
	case errors.Is(err, syscall.ENOTDIR):
		return NoFolder
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return ReadOnly
	}
	return otherwise
}

// isDouble reports whether an error says that a UNIQUE rule or a
// PRIMARY KEY was broken.
func isDouble(err error) bool {
	var own *sqlite.Error
	return errors.As(err, &own) && (own.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE || own.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
}
