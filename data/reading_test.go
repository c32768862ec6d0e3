package data_test

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// Beside the program that has the file another may read and back it up, and sees what
// is saved meanwhile. What would be kept is refused.
func TestOneWritesAndOthersReadBesideIt(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	_, busy := data.Open(t.Context(), w.Path, data.Options{Now: now})
	r, err := data.OpenToRead(t.Context(), w.Path, data.Options{Now: now}, busy)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	received(t, desk, w)
	if n, err := r.CountLines(t.Context(), app.Filter{}, now(), 10); n != 2 || err != nil {
		t.Errorf("the reader sees %d issues, %v", n, err)
	}
	if troubleOf(r.Shut()) != data.InUse || s.Shut() != nil {
		t.Errorf("shut: %v, %v", r.Shut(), s.Shut())
	}
	reading := &app.Desk{Store: r, Now: w.Clock.Now, Changes: &app.Changes{}}
	for name, act := range map[string]func() error{
		"an issue": func() error { _, err := reading.Receive(t.Context(), w.Call(app.Repair)); return err },
		"an access": func() error {
			return r.LogAccess(t.Context(), app.Access{By: w.Fang, At: now(), Action: "print", Reason: "x"})
		},
		"a bulk":           func() error { return r.KeepCases(t.Context(), nil) },
		"a piece of proof": func() error { _, err := r.Attach(t.Context(), w.Path); return err },
	} {
		if err := act(); troubleOf(err) != data.InUse {
			t.Errorf("%s was kept: %v", name, err)
		}
	}
	made, err := r.Backup(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(t.TempDir(), "office.db")
	if _, err := restored(t, made.Path, elsewhere, now()); err != nil {
		t.Fatal(err)
	}
	if found := checked(t, elsewhere); len(found) > 0 {
		t.Errorf("in its backup: %v", found)
	}
	r.Close()
	received(t, desk, w)
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("after the reader has gone: %v, %v", found, err)
	}
}

// What is printed beside the window is noted, and neither of them loses what the
// other keeps, nor calls the file damaged.
func TestWhatIsPrintedBesideTheWindowIsNoted(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	_, busy := data.Open(t.Context(), w.Path, data.Options{Now: now})
	for i := range 20 {
		r, err := data.OpenToRead(t.Context(), w.Path, data.Options{Now: now, Noting: true}, busy)
		if err != nil {
			t.Fatal(err)
		}
		received(t, desk, w)
		if err := r.LogAccess(t.Context(), app.Access{By: w.Fang, At: now(), Action: "print", Reason: "x"}); err != nil {
			t.Fatal(err)
		}
		if err := s.LogAccess(t.Context(), app.Access{By: w.Fang, At: now(), Action: "view", Reason: "x"}); err != nil {
			t.Fatal(err)
		}
		if i%4 == 0 {
			data.Checkpoint(t, s)
		}
		if err := r.LogAccess(t.Context(), app.Access{By: w.Fang, At: now(), Action: "print", Reason: "y"}); err != nil {
			t.Fatal(err)
		}
		if i%5 == 4 { // the window goes first
			s.Close()
			r.Close()
			if s, err = data.Open(t.Context(), w.Path, data.Options{Now: now}); err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			desk.Store = s
		}
		r.Close()
		if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
			t.Fatalf("round %d: %v, %v", i, found, err)
		}
	}
	if all, err := s.AccessLog(t.Context(), now().AddDate(0, 0, -1), now().AddDate(0, 0, 1), 100); len(all) != 60 || err != nil {
		t.Errorf("%d entries were kept, %v", len(all), err)
	}
	if n, err := s.CountLines(t.Context(), app.Filter{}, now(), 100); n != 21 || err != nil {
		t.Errorf("%d issues, %v", n, err)
	}
	read(t, s, id)
}

// A file that must be brought up to date first, that is damaged or gone, is not read
// past that.
func TestOnlyWhatCannotBeWrittenIsOpenedToRead(t *testing.T) {
	_, _, w := datatest.Open(t)
	for _, kind := range []string{data.Damaged, data.Gone, data.Newer, data.NotOurs, data.Vanished} {
		because := &data.Trouble{Kind: kind, Path: w.Path, Err: errors.New("x")}
		if _, err := data.OpenToRead(t.Context(), w.Path, data.Options{Now: now}, because); troubleOf(err) != kind {
			t.Errorf("%s: %v", kind, err)
		}
	}
	_, busy := data.Open(t.Context(), w.Path, data.Options{Now: now})
	if _, err := data.OpenToRead(t.Context(), w.Path+"x", data.Options{Now: now}, busy); err == nil {
		t.Error("a file that is not there was opened")
	}
}

// On a disk without a byte left what was saved can be read, and a backup made
// elsewhere.
func TestAFullDiskCanBeRead(t *testing.T) {
	disk := t.TempDir()
	if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk).Run(); err != nil {
		t.Skip("no small disk can be had here: ", err)
	}
	t.Cleanup(func() { exec.Command("umount", disk).Run() })
	path := filepath.Join(disk, "office.db")
	s, desk, w := datatest.OpenAt(t, path)
	received(t, desk, w)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for size := 1 << 20; size > 0; size /= 2 {
		for err := error(nil); err == nil; {
			err = appendTo(filepath.Join(disk, "rest"), size)
		}
	}
	_, full := data.Open(t.Context(), path, data.Options{Now: now})
	if troubleOf(full) != data.Full {
		t.Fatalf("opened: %v", full)
	}
	before := namesIn(t, disk)
	r, err := data.OpenToRead(t.Context(), path, data.Options{Now: now}, full)
	if err != nil {
		t.Fatal(err)
	}
	if n, err := r.CountLines(t.Context(), app.Filter{}, now(), 10); n != 1 || err != nil {
		t.Errorf("%d issues, %v", n, err)
	}
	reading := &app.Desk{Store: r, Now: w.Clock.Now, Changes: &app.Changes{}}
	if _, err := reading.Receive(t.Context(), w.Call(app.Repair)); troubleOf(err) != data.Full {
		t.Errorf("an issue was kept: %v", err)
	}
	if made, err := r.Backup(t.Context(), t.TempDir()); made.Path == "" {
		t.Errorf("a backup elsewhere: %v", err)
	}
	_, busy := data.Open(t.Context(), path, data.Options{Now: now})
	second, err := data.OpenToRead(t.Context(), path, data.Options{Now: now}, busy)
	if err != nil {
		t.Fatalf("a second reader: %v", err)
	}
	if n, err := second.CountLines(t.Context(), app.Filter{}, now(), 10); n != 1 || err != nil {
		t.Errorf("a second reader sees %d issues, %v", n, err)
	}
	second.Close()
	r.Close()
	if after := namesIn(t, disk); !slices.Equal(after, before) {
		t.Errorf("the disk holds %v, held %v", after, before)
	}
	if err := os.Remove(filepath.Join(disk, "rest")); err != nil {
		t.Fatal(err)
	}
	if found := checked(t, path); len(found) > 0 {
		t.Errorf("with room again: %v", found)
	}
}

// A log that a killed program left beside the file is read along with it where there
// is no room to keep an index beside them, or nothing may be written at all: by one
// and by two. Nothing is changed there, and no copy stays behind.
func TestALogThatWasLeftOnAFullDiskIsRead(t *testing.T) {
	for name, after := range map[string]func(t *testing.T, disk string) (because func(path string) error){
		"full": func(t *testing.T, disk string) func(string) error {
			for size := 1 << 20; size > 0; size /= 2 {
				for err := error(nil); err == nil; {
					err = appendTo(filepath.Join(disk, "rest"), size)
				}
			}
			return func(path string) error {
				_, err := data.Open(t.Context(), path, data.Options{Now: now})
				return err
			}
		},
		"read-only": func(t *testing.T, disk string) func(string) error {
			if err := exec.Command("mount", "-o", "remount,ro", disk).Run(); err != nil {
				t.Skip("no disk can be made read-only here: ", err)
			}
			return func(path string) error {
				_, err := data.Open(t.Context(), path, data.Options{Now: now})
				return err
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("TMPDIR", t.TempDir())
			disk := t.TempDir()
			if err := exec.Command("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk).Run(); err != nil {
				t.Skip("no small disk can be had here: ", err)
			}
			t.Cleanup(func() { exec.Command("umount", disk).Run() })
			s, desk, w := datatest.Open(t)
			received(t, desk, w)
			path := filepath.Join(disk, "office.db")
			for _, end := range []string{"", "-wal"} { // as they lie when the program is killed
				raw, err := os.ReadFile(w.Path + end)
				if err != nil || len(raw) == 0 {
					t.Fatalf("%s: %d bytes, %v", end, len(raw), err)
				}
				if err := os.WriteFile(path+end, raw, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			s.Close()
			because := after(t, disk)
			log, _ := os.ReadFile(path + "-wal")
			first, err := data.OpenToRead(t.Context(), path, data.Options{Now: now}, because(path))
			if err != nil {
				t.Fatal(err)
			}
			second, err := data.OpenToRead(t.Context(), path, data.Options{Now: now}, because(path))
			if err != nil {
				t.Fatalf("a second reader: %v", err)
			}
			for who, r := range map[string]*data.Store{"the first": first, "the second": second} {
				if n, err := r.CountLines(t.Context(), app.Filter{}, now(), 10); n != 1 || err != nil {
					t.Errorf("%s sees %d issues, %v", who, n, err)
				}
				if made, err := r.Backup(t.Context(), t.TempDir()); made.Path == "" {
					t.Errorf("%s, a backup elsewhere: %v", who, err)
				}
				if r.Path() != path || r.Shut() == nil {
					t.Errorf("%s reads %s, %v", who, r.Path(), r.Shut())
				}
			}
			if err := errors.Join(second.Close(), first.Close()); err != nil {
				t.Error(err)
			}
			if now, _ := os.ReadFile(path + "-wal"); !bytes.Equal(now, log) {
				t.Error("the log was changed")
			}
			if left := namesIn(t, os.TempDir()); len(left) > 0 {
				t.Errorf("behind stay %v", left)
			}
		})
	}
}
