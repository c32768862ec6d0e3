package data_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// Whatever single bit of the file or of its evidence is another, opening or the
// check says so.
func TestEveryBitThatFallsOverIsFound(t *testing.T) {
	s, desk, w := datatest.Open(t)
	for range 40 {
		received(t, desk, w)
	}
	evidence := attached(t, s, desk, w, "a.jpg", "b.jpg", "c.pdf")
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole := map[string][]byte{}
	for _, path := range append(evidence, w.Path, w.Path+".sums") {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		whole[path] = text
	}
	chance := rand.New(rand.NewPCG(2026, 11))
	tried, found := 0, 0
	flip := func(path string, times int) {
		for range times {
			for p, text := range whole {
				write(t, p, string(text))
			}
			text := []byte(string(whole[path]))
			at, bit := chance.IntN(len(text)), chance.IntN(8)
			text[at] ^= 1 << bit
			write(t, path, string(text))
			tried++
			if isFound(t, w.Path) {
				found++
			} else {
				t.Errorf("bit %d of byte %d of %s passes", bit, at, filepath.Base(path))
			}
		}
	}
	flip(w.Path, 50)
	for _, path := range evidence {
		flip(path, 4)
	}
	t.Logf("%d of %d single bits were found", found, tried)
}

func isFound(t *testing.T, path string) bool {
	t.Helper()
	s, err := data.Open(t.Context(), path, data.Options{Now: now})
	if err != nil {
		return true
	}
	defer s.Close()
	found, err := s.Check(t.Context())
	return err != nil || len(found) > 0
}

// The sums follow whatever is saved, however: by hand, in bulk, by rolling back, with
// somebody reading an older state, over a killed run. None calls a sound file damaged.
func TestASoundFileIsNeverCalledDamaged(t *testing.T) {
	s, desk, w := datatest.Open(t)
	sound := func(when string, s *data.Store) {
		t.Helper()
		if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
			t.Fatalf("%s: %v, %v", when, found, err)
		}
	}
	var cases []app.Case
	for range 30 {
		cases = append(cases, read(t, s, received(t, desk, w)))
	}
	sound("after saves", s)
	done := data.Reading(t, s)
	for range 30 {
		received(t, desk, w)
	}
	data.Checkpoint(t, s)
	for range 30 {
		received(t, desk, w)
	}
	sound("while somebody reads an older state", s)
	done()
	data.Checkpoint(t, s)
	received(t, desk, w)
	sound("after the log was written into the file", s)
	data.Tamper(t, s, `CREATE TABLE big (text TEXT)`, `BEGIN`, `INSERT INTO big WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT hex(randomblob(100)) FROM n`, `ROLLBACK`)
	received(t, desk, w)
	sound("after a large step back", s)
	data.Tamper(t, s, `INSERT INTO big WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT hex(randomblob(100)) FROM n`, `DELETE FROM big`)
	received(t, desk, w)
	sound("after a large log", s)
	data.Tamper(t, s, `DROP TABLE big`, `VACUUM`)
	sound("after the file became smaller", s)

	killed := filepath.Join(t.TempDir(), "killed.db")
	for _, end := range []string{"", "-wal", ".sums"} { // what the disk holds at this moment
		text, err := os.ReadFile(w.Path + end)
		if err != nil {
			t.Fatal(err)
		}
		write(t, killed+end, string(text))
	}
	k, err := data.Open(t.Context(), killed, data.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer k.Close()
	sound("after the program was killed", k)

	other, _, _ := datatest.Open(t)
	if err := other.KeepCases(t.Context(), cases); err != nil {
		t.Fatal(err)
	}
	sound("after a bulk", other)
}

// A page that was damaged stays named although the program writes it anew, until a
// backup is put back or a person takes it as it is.
func TestADamagedPageStaysNamed(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	backup, err := backedUp(t, s)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	text, err := os.ReadFile(w.Path)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.LastIndex(string(text), "關門時有撞擊聲") // within somebody's words: SQLite sees nothing
	if at < 0 {
		t.Fatal("the words are not in the file as they are")
	}
	text[at+1] ^= 1
	write(t, w.Path, string(text))
	for range 2 {
		s, err := data.Open(t.Context(), w.Path, data.Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		found, err := s.Check(t.Context())
		if err != nil || len(found) != 1 || troubleOf(found[0]) != data.PagesOther {
			t.Fatalf("the check finds %v, %v", found, err)
		}
		if made, err := s.Backup(t.Context(), t.TempDir()); err != nil || len(made.Found) != 1 {
			t.Errorf("the backup finds %v, %v", made.Found, err)
		}
		desk := &app.Desk{Store: s, Now: now, Changes: &app.Changes{}}
		received(t, desk, w) // its page is written anew
		s.Close()
	}
	if _, err := restored(t, backup, w.Path, now()); err != nil {
		t.Fatal(err)
	}
	if found := checked(t, w.Path); len(found) > 0 {
		t.Errorf("after restoring: %v", found)
	}
	write(t, w.Path, string(text))
	s, err = data.Open(t.Context(), w.Path, data.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.TakeAsIs(t.Context()); err != nil {
		t.Fatal(err)
	}
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("taken as it is: %v, %v", found, err)
	}
}
