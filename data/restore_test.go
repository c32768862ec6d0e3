package data_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

func TestABackupCanBeNamedFromWhereOneStands(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	backup, err := backedUp(t, s)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	t.Chdir(filepath.Dir(backup))
	if _, err := restored(t, filepath.Base(backup), w.Path, now()); err != nil {
		t.Error(err)
	}
}

func TestNothingIsNoBackup(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	s.Close()
	nothing := filepath.Join(t.TempDir(), "nothing.db")
	write(t, nothing, "")
	for path, trouble := range map[string]string{nothing: data.Damaged, os.DevNull: data.NotOurs, t.TempDir(): data.NotOurs} {
		if _, err := restored(t, path, w.Path, now()); troubleOf(err) != trouble {
			t.Errorf("%s: %v", path, err)
		}
	}
	again, err := data.Open(t.Context(), w.Path, data.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	read(t, again, id)
}

// A program that was killed leaves what it saved last in the log beside its file.
func TestTheLogGoesWhereItsFileGoes(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	backup, err := backedUp(t, s)
	if err != nil {
		t.Fatal(err)
	}
	received(t, desk, w)
	killed := filepath.Join(t.TempDir(), "killed.db")
	for _, end := range []string{"", "-wal"} {
		raw, err := os.ReadFile(w.Path + end)
		if err != nil {
			t.Fatal(err)
		}
		write(t, killed+end, string(raw))
	}
	s.Close()

	if err := os.Remove(w.Path); err != nil { // the file is lost, and a log lies there
		t.Fatal(err)
	}
	raw, err := os.ReadFile(killed + "-wal")
	if err != nil || len(raw) == 0 {
		t.Fatalf("the log holds %d bytes, %v", len(raw), err)
	}
	write(t, w.Path+"-wal", string(raw))
	for i, c := range []struct {
		from   string
		issues int
	}{{backup, 1}, {killed, 2}} {
		if _, err := restored(t, c.from, w.Path, now().Add(time.Duration(i)*time.Minute)); err != nil {
			t.Fatalf("%s: %v", c.from, err)
		}
		again, err := data.Open(t.Context(), w.Path, data.Options{Now: now})
		if err != nil {
			t.Fatalf("%s: %v", c.from, err)
		}
		if n, err := again.CountLines(t.Context(), app.Filter{}, now(), 10); n != c.issues || err != nil {
			t.Errorf("after %s there are %d issues, want %d, %v", filepath.Base(c.from), n, c.issues, err)
		}
		if found, err := again.Check(t.Context()); len(found) > 0 || err != nil {
			t.Errorf("the check finds %v, %v", found, err)
		}
		again.Close()
	}
}

// What cannot be set aside whole stays whole: the file without its log would be
// older than what the office last saved.
func TestAFileThatCannotBeSetAsideKeepsItsLog(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	backup, err := backedUp(t, s)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	write(t, w.Path+"-wal", "what was saved last")
	if err := exec.Command("chattr", "+i", w.Path).Run(); err != nil {
		t.Skip("no file can be made unchangeable here: ", err)
	}
	t.Cleanup(func() { exec.Command("chattr", "-i", w.Path).Run() })
	if _, err := restored(t, backup, w.Path, now()); troubleOf(err) != data.ReadOnly {
		t.Errorf("%v", err)
	}
	if raw, err := os.ReadFile(w.Path + "-wal"); err != nil || string(raw) != "what was saved last" {
		t.Errorf("its log: %q, %v", raw, err)
	}
}
