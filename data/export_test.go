package data

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"testing"
	"time"

	"ownerdesk/app"
)

// Settled is what saves asking for the normal form.
var Settled = settled

// BareInsert writes one row into a table with nothing on it, for comparison.
func BareInsert(ctx context.Context, s *Store) error {
	return s.write(ctx, func(p *pen) error {
		if _, err := p.exec(ctx, `CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, text TEXT)`); err != nil {
			return err
		}
		_, err := p.exec(ctx, `INSERT INTO bare (text) VALUES (?)`, "三樓電梯近一週多次異響，關門時有撞擊聲，請儘快安排檢修")
		return err
	})
}

// ForeignFile makes another program's database.
func ForeignFile(t testing.TB, path string) {
	t.Helper()
	alter(t, path, `CREATE TABLE theirs (id INTEGER)`)
}

// NewerFile makes a file as a newer program would.
func NewerFile(t testing.TB, path string) {
	t.Helper()
	alter(t, path, fmt.Sprintf(`CREATE TABLE issues (id INTEGER); PRAGMA application_id = %d; PRAGMA user_version = 9999`, ours))
}

func alter(t testing.TB, path, how string) {
	t.Helper()
	db, err := door(path, url.Values{"mode": {"rwc"}})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(how); err != nil {
		t.Fatal(err)
	}
}

// FillDisk lets the file grow no more; SQLite raises the 1 to what is there.
func FillDisk(t testing.TB, s *Store) { limitPages(t, s, 1) }

// MakeRoom lets it grow again.
func MakeRoom(t testing.TB, s *Store) { limitPages(t, s, 1<<30) }

func limitPages(t testing.TB, s *Store, most int) {
	t.Helper()
	if _, err := s.pen.conn.ExecContext(t.Context(), fmt.Sprintf(`PRAGMA max_page_count = %d`, most)); err != nil {
		t.Fatal(err)
	}
}

// Tamper changes the file behind the store's back, triggers and all.
func Tamper(t testing.TB, s *Store, how ...string) {
	t.Helper()
	for _, one := range how {
		if _, err := s.pen.conn.ExecContext(t.Context(), one); err != nil {
			t.Fatalf("%s: %v", one, err)
		}
	}
}

// Try runs a statement as the program could, and tells what became of it.
func Try(t testing.TB, s *Store, how string) error {
	t.Helper()
	_, err := s.pen.conn.ExecContext(t.Context(), how)
	return err
}

// TryReading runs a statement on the side that reads.
func TryReading(t testing.TB, s *Store, how string) error {
	t.Helper()
	_, err := s.ro.ExecContext(t.Context(), how)
	return err
}

// Reading keeps one state of the file in view, as a long question does, until the
// function it returns is called. Nobody waits long for it meanwhile.
func Reading(t testing.TB, s *Store) (done func()) {
	t.Helper()
	tx, err := s.ro.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := one(t.Context(), tx, value[int], `SELECT count(*) FROM surveys`); err != nil {
		t.Fatal(err)
	}
	if _, err := s.pen.conn.ExecContext(t.Context(), `PRAGMA busy_timeout = 10`); err != nil {
		t.Fatal(err)
	}
	return func() { tx.Rollback() }
}

// Durable tells how far a save goes down to the disk: 2 is all the way.
func Durable(t testing.TB, s *Store) (synchronous int) {
	t.Helper()
	if err := s.pen.conn.QueryRowContext(t.Context(), `PRAGMA synchronous`).Scan(&synchronous); err != nil {
		t.Fatal(err)
	}
	return synchronous
}

// PlainCopy writes the database alone, as backups were until they held evidence.
func PlainCopy(t testing.TB, s *Store, path string) error {
	t.Helper()
	return s.copyInto(t.Context(), path)
}

// EndRestore restores and ends at one of its steps, as a killed program does.
func EndRestore(t testing.TB, o app.RestoreOrder, at time.Time, step int) bool {
	t.Helper()
	in := arrivalOf(o)
	if _, err := in.bring(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i, move := range []func() error{
		func() error { return nil },
		func() error { _, err := setAside(in.Path, at); return err },
		func() error { return os.Rename(in.files, FilesFolder(in.Path)) },
	} {
		if err := move(); err != nil {
			t.Fatal(err)
		}
		if i == step {
			return true
		}
	}
	return moveFile(in.db, in.Path) == nil
}

// Checkpoint writes the log into the file, as far as readers let it.
func Checkpoint(t testing.TB, s *Store) {
	t.Helper()
	s.writing.Lock()
	defer s.writing.Unlock()
	if _, err := s.checkpoint(t.Context(), "PASSIVE"); err != nil {
		t.Fatal(err)
	}
}
