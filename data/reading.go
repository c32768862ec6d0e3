package data

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
)

// OpenToRead opens a file that could not be opened for writing, because of what
// befell: another program has it, its disk is full, it may not be written. It can
// be read, printed from and backed up; whatever would be kept is refused with
// because, unless it is to be noted beside the program that has the file. Nothing
// is made, changed or cleared away.
func OpenToRead(ctx context.Context, path string, o Options, because error) (*Store, error) {
	var t *Trouble
	if errors.Is(because, os.ErrNotExist) && missing(path) { // perhaps there is what it can come back from
		return nil, cmp.Or(gone(path, o), because)
	}
	if !errors.As(because, &t) || t.Kind != InUse && t.Kind != Full && t.Kind != ReadOnly {
		return nil, because
	}
	path, err := placeOf(path)
	if err != nil {
		return nil, err
	}
	if missing(path) {
		return nil, because
	}
	s := &Store{path: path, notes: o.Notes, now: o.Now, guard: o.Guard, shut: t}
	if t.Kind != InUse {
		if s.lock, err = lockFile(path); isBusy(err) {
			return nil, err
		}
	}
	if err := s.openToRead(ctx, o, t); err != nil {
		s.closeDoors()
		if s.lock != nil {
			s.lock.Unlock()
		}
		return nil, err
	}
	return s, nil
}

// isBusy tells whether somebody holds the lock; a disk that takes no lock has nobody.
func isBusy(err error) bool {
	var t *Trouble
	return errors.As(err, &t) && t.Kind == InUse
}

func (s *Store) openToRead(ctx context.Context, o Options, because *Trouble) (err error) {
	plain := url.Values{"mode": {"ro"}, "_query_only": {"1"}}
	alone := url.Values{"mode": {"ro"}, "_query_only": {"1"}, "immutable": {"1"}} // without what SQLite keeps beside the file
	ways := []url.Values{plain}
	switch {
	case !empty(s.path + "-wal"):
	case because.Kind == InUse: // whoever has it only reads it, too, if nothing can be kept beside it
		ways = append(ways, alone)
	default:
		ways = []url.Values{alone, plain}
	}
	for _, s.way = range ways {
		if s.ro.DB, err = door(s.path, s.way); err != nil {
			return err
		}
		s.ro.SetMaxOpenConns(readers)
		s.ro.SetMaxIdleConns(readers)
		if err = s.readable(ctx, s.ro.DB); err == nil {
			break
		}
		s.ro.Close()
	}
	if err != nil && !empty(s.path+"-wal") && (because.Kind != InUse || !indexed(s.path)) {
		if failed := s.openAside(ctx); failed == nil {
			err = nil
		} else {
			err = errors.Join(err, failed)
		}
	}
	if err != nil {
		return errors.Join(because, err)
	}
	if s.self, err = os.Stat(s.path); err != nil || !o.Noting || because.Kind != InUse {
		return err
	}
	return s.openToNote(ctx)
}

// openToNote opens a second door for writing: SQLite lets one at a time through. The
// log is never written into the file from here; whoever has it follows it.
func (s *Store) openToNote(ctx context.Context) (err error) {
	if s.rw, err = door(s.path, url.Values{"mode": {"rw"}, "_txlock": {"immediate"}, "_synchronous": {"FULL"}}); err != nil {
		return err
	}
	s.rw.SetMaxOpenConns(1)
	s.beside = true
	if err := s.openPen(ctx); err != nil {
		return err
	}
	s.shut = nil
	return nil
}

// leave closes the door for writing before those for reading: the last to go writes
// the log into the file, which only whoever has it may do.
func (s *Store) leave() error {
	var errs []error
	if s.pen != nil {
		errs = append(errs, s.pen.close())
	}
	return errors.Join(append(errs, s.rw.Close(), s.ro.Close())...)
}

// readable refuses files that this program would have to bring up to date first.
func (s *Store) readable(ctx context.Context, db *sql.DB) error {
	if err := s.known(ctx, db); err != nil {
		return err
	}
	if err := readBack(ctx, db, readerPragmas); err != nil {
		return err
	}
	all, err := steps()
	if err != nil {
		return err
	}
	seen, err := one(ctx, db, value[int], `PRAGMA user_version`)
	if err == nil && seen < len(all) {
		err = fmt.Errorf("the file is at step %d of %d", seen, len(all))
	}
	return err
}

// Shut tells why the file was opened for reading only; nil if it was not.
func (s *Store) Shut() error {
	if s.shut == nil {
		return nil
	}
	return s.shut
}
