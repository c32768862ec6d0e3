package data_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

func now() time.Time { return datatest.At(23, 9, 42) }

// troubleOf is the kind of trouble an error tells of.
func troubleOf(err error) string {
	var t interface{ Trouble() (kind, path string) }
	if errors.As(err, &t) {
		kind, _ := t.Trouble()
		return kind
	}
	return ""
}

func TestPathsWithOddCharactersNameOneFile(t *testing.T) {
	for _, name := range []string{"office.db", "a b.db", "who?.db", "50%#1.db", "雲棲花園 業主.db", "x&mode=ro.db"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s, desk, w := datatest.OpenAt(t, filepath.Join(dir, name))
			id := received(t, desk, w)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			entries, err := os.ReadDir(dir)
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			for _, e := range entries {
				names = append(names, e.Name())
			}
			if !slices.Equal(names, []string{name, name + ".backup.lock", name + ".lock", name + ".sums"}) {
				t.Errorf("the folder holds %q", names)
			}
			again, err := data.Open(t.Context(), filepath.Join(dir, name), data.Options{Now: now})
			if err != nil {
				t.Fatal(err)
			}
			defer again.Close()
			if c := read(t, again, id); c.Number != "SL-202611-0001" {
				t.Errorf("the file says %s", c.Number)
			}
			if again.New() {
				t.Error("an existing file passes for new")
			}
		})
	}
}

func TestOnlyOneProgramHasTheFile(t *testing.T) {
	s, _, w := datatest.Open(t)
	_, err := data.Open(t.Context(), w.Path, data.Options{Now: now})
	if !errors.Is(err, data.ErrInUse) || troubleOf(err) != data.InUse {
		t.Errorf("a second one: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := data.Open(t.Context(), w.Path, data.Options{Now: now})
	if err != nil {
		t.Fatalf("after the first has let go: %v", err)
	}
	again.Close()
}

func TestFilesThatAreNotOursAreLeftAlone(t *testing.T) {
	for _, c := range []struct {
		name    string
		make    func(t *testing.T, path string)
		trouble string
	}{
		{"a text", func(t *testing.T, path string) {
			write(t, path, "no database at all, but long enough to have a header"+string(make([]byte, 4096)))
		}, data.Damaged},
		{"another program's database", func(t *testing.T, path string) { data.ForeignFile(t, path) }, data.NotOurs},
		{"a newer file", func(t *testing.T, path string) { data.NewerFile(t, path) }, data.Newer},
		{"a folder", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, data.NotOurs},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "office.db")
			c.make(t, path)
			before, _ := os.ReadFile(path)
			s, err := data.Open(t.Context(), path, data.Options{Now: now})
			if troubleOf(err) != c.trouble {
				t.Errorf("opened: %v", err)
			}
			if err == nil {
				s.Close()
			}
			if after, _ := os.ReadFile(path); string(after) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
	if _, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "gone", "office.db"), data.Options{Now: now}); troubleOf(err) != data.NoFolder {
		t.Errorf("a folder that is not there: %v", err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestADamagedFileLeadsToItsBackups(t *testing.T) {
	s, desk, w := datatest.Open(t)
	for range 30 {
		received(t, desk, w)
	}
	made, err := s.BackupDue(t.Context(), now(), "")
	backup := made.Path
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(w.Path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 3 * 4096; at < len(text); at += 4096 {
		copy(text[at:], "this page was overwritten by something else")
	}
	write(t, w.Path, string(text))
	_, err = data.Open(t.Context(), w.Path, data.Options{Now: now})
	var found interface{ Found() []string }
	if troubleOf(err) != data.Damaged || !errors.As(err, &found) || !slices.Equal(found.Found(), []string{backup}) {
		t.Fatalf("opened: %v", err)
	}
	aside, err := restored(t, backup, w.Path, now())
	if err != nil {
		t.Fatal(err)
	}
	if kept, _ := os.ReadFile(aside); string(kept) != string(text) {
		t.Error("the damaged file was not kept aside")
	}
	again, err := data.Open(t.Context(), w.Path, data.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if n, err := again.CountLines(t.Context(), app.Filter{}, now(), 100); n != 30 || err != nil {
		t.Errorf("%d issues came back, %v", n, err)
	}
}

func TestAFileThatVanishesIsNoticedBeforeAWrite(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	if err := os.Rename(w.Path, w.Path+".away"); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.Receive(t.Context(), w.Call(app.Repair)); troubleOf(err) != data.Vanished {
		t.Errorf("a write into a file that is gone: %v", err)
	}
	write(t, w.Path, "another file")
	if _, err := desk.Receive(t.Context(), w.Call(app.Repair)); troubleOf(err) != data.Vanished {
		t.Errorf("a write into a file that was replaced: %v", err)
	}
	if err := os.Rename(w.Path+".away", w.Path); err != nil {
		t.Fatal(err)
	}
	m, err := desk.Receive(t.Context(), w.Call(app.Repair))
	if err != nil || m.Issue.Number != "SL-202611-0002" {
		t.Errorf("after it is back: %s, %v", m.Issue.Number, err)
	}
	if n, _ := s.CountLines(t.Context(), app.Filter{}, now(), 100); n != 2 {
		t.Errorf("%d issues", n)
	}
}

// On a disk without a single byte left SQLite cannot even make what it keeps
// beside the file, and says only that something failed.
func TestAFileOnAFullDiskSaysThatItIsFull(t *testing.T) {
	disk := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk).Run(); err != nil {
		t.Skip("no small disk can be had here: ", err)
	}
	t.Cleanup(func() { exec.Command("umount", disk).Run() })
	path := filepath.Join(disk, "office.db")
	s, err := data.Open(t.Context(), path, data.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	for size := 1 << 20; size > 0; size /= 2 {
		for err = nil; err == nil; { // until no more of this size goes in
			err = appendTo(filepath.Join(disk, "rest"), size)
		}
	}
	if _, err := data.Open(t.Context(), path, data.Options{Now: now}); troubleOf(err) != data.Full {
		t.Errorf("%v", err)
	}
}

func appendTo(path string, size int) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(make([]byte, size))
	return errors.Join(err, f.Close())
}

func TestANewFileIsForItsOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has other rights")
	}
	path := filepath.Join(t.TempDir(), "office.db")
	s, err := data.Open(t.Context(), path, data.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, end := range []string{"", "-wal"} {
		if info, err := os.Stat(path + end); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s%s: %v, %v", path, end, info.Mode(), err)
		}
	}
}

func TestAFullDiskChangesNothing(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	data.FillDisk(t, s)
	var err error
	kept := 1
	for err == nil {
		if _, err = desk.Receive(t.Context(), w.Call(app.Repair)); err == nil {
			kept++
		}
	}
	if troubleOf(err) != data.Full {
		t.Errorf("a full disk: %v", err)
	}
	if n, _ := s.CountLines(t.Context(), app.Filter{}, now(), 1000); n != kept {
		t.Errorf("%d issues, %d were kept", n, kept)
	}
	data.MakeRoom(t, s)
	m, err := desk.Receive(t.Context(), w.Call(app.Repair))
	if want := (app.Serial{Prefix: "SL", Month: now(), N: kept + 1}).String(); err != nil || m.Issue.Number != want {
		t.Errorf("with room again: %s, %v, want %s", m.Issue.Number, err, want)
	}
}

func TestAPowerCutLosesNothingThatWasKept(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	path := filepath.Join(t.TempDir(), "copy.db")
	for _, end := range []string{"", "-wal"} { // what the disk holds at this moment
		text, err := os.ReadFile(w.Path + end)
		if err != nil {
			t.Fatal(err)
		}
		if end == "-wal" {
			text = append(text, make([]byte, 500)...) // the next frame was half written
		}
		write(t, path+end, string(text))
	}
	s.Close()
	again, err := data.Open(t.Context(), path, data.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	if c := read(t, again, id); c.Number != "SL-202611-0001" || len(c.Acts) != 1 {
		t.Errorf("after the cut: %+v", c)
	}
	if found, err := again.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("the check finds %v, %v", found, err)
	}
}

func TestAnEndedContextKeepsNothing(t *testing.T) {
	s, desk, w := datatest.Open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := desk.Receive(ctx, w.Call(app.Repair)); !errors.Is(err, context.Canceled) {
		t.Errorf("after giving up: %v", err)
	}
	if n, err := s.CountLines(t.Context(), app.Filter{}, now(), 10); n != 0 || err != nil {
		t.Errorf("%d issues, %v", n, err)
	}
	received(t, desk, w)
}

// tiring is a context that ends after it was asked a few times.
type tiring struct {
	context.Context
	left atomic.Int64 // database/sql asks from goroutines of its own
}

func (t *tiring) Err() error {
	if t.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

func TestBulkThatIsCalledOffHalfwayKeepsNothing(t *testing.T) {
	s, _, w := datatest.Open(t)
	l := datatest.NewLedger(w)
	var cases []app.Case
	for i := range 50 {
		cases = append(cases, l.One(datatest.At(1, 0, 0).Add(time.Duration(i)*time.Minute), false))
	}
	ctx := &tiring{Context: t.Context()}
	ctx.left.Store(25)
	if err := s.KeepCases(ctx, cases); !errors.Is(err, context.Canceled) {
		t.Errorf("after calling off: %v", err)
	}
	if n, err := s.CountLines(t.Context(), app.Filter{}, now(), 100); n != 0 || err != nil {
		t.Errorf("%d issues, %v", n, err)
	}
}
