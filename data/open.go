// Package data keeps everything of an office in one SQLite file, with the files
// attached to issues beside it. All SQL of the program is in this folder. It
// knows how things are kept and found again; it decides nothing, words nothing
// and draws nothing.
package data

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gofrs/flock"
	_ "modernc.org/sqlite" // the driver
)

// Options are what a store is opened with.
type Options struct {
	// Now is the clock; it dates rules, backups and copies.
	Now func() time.Time
	// Backups is where backups are looked for if the file turns out damaged;
	// empty: beside the file.
	Backups string
	// Guard refuses to write by a clock that does not fit what is in the file.
	Guard bool
	// Notes is a folder outside the file's own in which is noted where backups lie.
	Notes string
	// Noting lets small things be kept beside the program that has the file: that
	// something was printed, and who saw whose data.
	Noting bool
}

// Store is the one file, with one door for writing and several for reading.
// It may be used by several goroutines at once.
type Store struct {
	path  string
	notes string
	now   func() time.Time
	lock  *flock.Flock
	self  os.FileInfo // the file as it was opened, to notice that it was replaced
	ro    pool
	rw    *sql.DB
	new   bool // made by this Open
	guard bool // the clock is doubted where it does not fit

	shut     *Trouble   // why nothing can be written
	way      url.Values // how the file is opened to be read
	aside    string     // the folder in which a copy of it is read; "" for none
	beside   bool       // another program has the file, and here small things are noted
	sums     *sums
	logPages int   // how long the log may become
	tried    int64 // how long it was when it was last written into the file

	hurried int  // cases written in bulk since then
	filling bool // by Fill, now
	unwiped bool // links that were destroyed may still lie in the file as bytes

	writing sync.Mutex
	pen     *pen
}

// Open opens the file at path, making it and bringing it up to date as needed.
// What a person can do something about comes back as a *Trouble.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	path, err := placeOf(path)
	if err != nil {
		return nil, err
	}
	if err := gone(path, o); err != nil {
		return nil, err
	}
	lock, err := lockFile(path)
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, notes: o.Notes, now: o.Now, lock: lock}
	if err := s.open(ctx); err != nil {
		err = s.explain(err)
		s.giveUp()
		return nil, withBackups(err, path, o)
	}
	s.guard = o.Guard
	n, _ := readNote(path, o.Notes)
	s.sweep(n.Folder)
	return s, nil
}

func (s *Store) open(ctx context.Context) (err error) {
	if s.new, err = isNew(s.path); err != nil {
		return err
	}
	s.sums, s.logPages = loadSums(s.path), logPages
	if s.new {
		s.sums.forget()
		s.sums.off = false
	}
	if err := s.sums.follow(); err != nil { // the first connection may write a log that was left into the file
		return err
	}
	s.sums.keep()
	if s.new {
		err = claim(s.path)
	} else {
		err = s.probe(ctx)
	}
	if err != nil {
		return err
	}
	if s.rw, err = door(s.path, url.Values{"mode": {"rwc"}, "_txlock": {"immediate"}, "_journal_mode": {"WAL"}, "_synchronous": {"FULL"}}); err != nil {
		return err
	}
	s.rw.SetMaxOpenConns(1)
	if err := s.startWriting(ctx); err != nil {
		return err
	}
	if s.ro.DB, err = door(s.path, url.Values{"mode": {"ro"}, "_query_only": {"1"}}); err != nil {
		return err
	}
	s.ro.SetMaxOpenConns(readers)
	s.ro.SetMaxIdleConns(readers)
	if err := readBack(ctx, s.ro.DB, readerPragmas); err != nil {
		return err
	}
	if s.self, err = os.Stat(s.path); err != nil {
		return err
	}
	if err := s.seedCodes(ctx); err != nil {
		return err
	}
	return s.seedRules(ctx)
}

// claim makes the file before SQLite would: nobody else on this computer is to
// read it, nor the log beside it, which takes over its rights.
func claim(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// startWriting readies the one connection that writes.
func (s *Store) startWriting(ctx context.Context) error {
	if err := readBack(ctx, s.rw, writerPragmas); err != nil {
		return err
	}
	// The log is written into the file by checkpoint alone.
	if _, err := s.rw.ExecContext(ctx, `PRAGMA wal_autocheckpoint = 0`); err != nil {
		return err
	}
	if s.compareAtOnce() {
		if _, err := s.checkSums(ctx); err != nil {
			return err
		}
	}
	if err := s.migrate(ctx); err != nil {
		return err
	}
	return s.openPen(ctx)
}

func (s *Store) openPen(ctx context.Context) error {
	if _, err := s.rw.ExecContext(ctx, `PRAGMA wal_autocheckpoint = 0`); err != nil {
		return err
	}
	conn, err := s.rw.Conn(ctx)
	if err != nil {
		return err
	}
	s.pen = &pen{conn: conn, ready: map[string]*sql.Stmt{}}
	return nil
}

// readers is how many questions can be answered at once.
const readers = 4

// Path is where the file lies.
func (s *Store) Path() string { return s.path }

// New reports whether this Open made the file.
func (s *Store) New() bool { return s.new }

// Close lets go of the file. What was kept stays kept.
func (s *Store) Close() error {
	err := s.closeDoors()
	if s.lock != nil {
		err = errors.Join(err, s.lock.Unlock())
	}
	return err
}

// giveUp lets go of a file that could not be opened. One that was just being
// made is taken away, or the next try would find half an office.
func (s *Store) giveUp() {
	s.closeDoors()
	if s.new {
		for _, end := range []string{"", "-wal", "-shm", sumsEnd} {
			os.Remove(s.path + end)
		}
	}
	s.lock.Unlock()
}

func (s *Store) closeDoors() error {
	var errs []error
	if s.beside {
		return s.leave()
	}
	if s.ro.DB != nil {
		errs = append(errs, s.ro.Close(), s.leaveAside())
	}
	if s.pen != nil {
		s.writing.Lock()
		defer s.writing.Unlock()
		errs = append(errs, s.tidy(), s.pen.close())
	}
	if s.rw != nil { // closing it writes the log into the file
		errs = append(errs, s.sums.follow())
		s.sums.keep()
	}
	if s.rw != nil { // last, so that it can empty the log into the file
		errs = append(errs, s.rw.Close())
	}
	return errors.Join(errs...)
}

// door opens connections to the file at path.
func door(path string, more url.Values) (*sql.DB, error) {
	q := url.Values{"_busy_timeout": {"5000"}, "_foreign_keys": {"1"}}
	for k, v := range more {
		q[k] = v
	}
	return sql.Open("sqlite", dsn(path, q))
}

// dsn spells path as a URI: a bare path would be cut at a question mark and
// open another file.
func dsn(path string, q url.Values) string {
	path = filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" { // C:/… becomes /C:/…
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: q.Encode()}).String()
}

// What the connections must really be set to: a setting that was misspelled or
// refused would otherwise be missed when the power fails.
var (
	writerPragmas = map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000"}
	readerPragmas = map[string]string{"query_only": "1", "busy_timeout": "5000"}
)

func readBack(ctx context.Context, db *sql.DB, wanted map[string]string) error {
	for name, want := range wanted {
		var got string
		if err := db.QueryRowContext(ctx, `PRAGMA `+name).Scan(&got); err != nil {
			return err
		}
		if got != want {
			return fmt.Errorf("the database keeps %s at %s instead of %s", name, got, want)
		}
	}
	return nil
}
