package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// Where an office was, no new one is begun: what it can come back from is shown, and
// nothing is made, not even a lock.
func TestWhereAnOfficeWasNoNewOneIsBegun(t *testing.T) {
	for name, c := range map[string]struct {
		notes bool
		lose  func(t *testing.T, w datatest.World, backup string) (want []string)
	}{
		"its backups are beside it": {false, func(t *testing.T, w datatest.World, backup string) []string {
			remove(t, filepath.Join(filepath.Dir(w.Path), "office-backups.json"))
			beside := filepath.Join(data.BackupFolder(w.Path), filepath.Base(backup))
			move(t, backup, beside)
			return []string{beside}
		}},
		"its backups are in the folder noted beside it": {false, func(t *testing.T, w datatest.World, backup string) []string {
			return []string{backup}
		}},
		"its backups are in the folder noted among the settings": {true, func(t *testing.T, w datatest.World, backup string) []string {
			remove(t, filepath.Join(filepath.Dir(w.Path), "office-backups.json"))
			return []string{backup}
		}},
		"it was kept aside": {false, func(t *testing.T, w datatest.World, backup string) []string {
			aside := filepath.Join(filepath.Dir(w.Path), "office-replaced-20261123-101500.db")
			move(t, backup, aside)
			return []string{aside}
		}},
		"a restore was interrupted": {false, func(t *testing.T, w datatest.World, backup string) []string {
			part := w.Path + ".restore.part"
			write(t, part, "whole")
			return []string{part, backup}
		}},
		"its backups are on a disk that is away": {false, func(t *testing.T, w datatest.World, backup string) []string {
			if err := os.RemoveAll(filepath.Dir(backup)); err != nil {
				t.Fatal(err)
			}
			return nil
		}},
	} {
		t.Run(name, func(t *testing.T) {
			o := data.Options{Now: now}
			if c.notes {
				o.Notes = filepath.Join(t.TempDir(), "notes")
			}
			path := filepath.Join(t.TempDir(), "office.db")
			s, err := data.Open(t.Context(), path, o)
			if err != nil {
				t.Fatal(err)
			}
			folder := filepath.Join(t.TempDir(), "backups")
			made, err := s.Backup(t.Context(), folder)
			if err != nil {
				t.Fatal(err)
			}
			s.Close()
			remove(t, path)
			remove(t, path+".lock")
			remove(t, path+".backup.lock")
			if err := os.MkdirAll(data.BackupFolder(path), 0o700); err != nil {
				t.Fatal(err)
			}
			want := c.lose(t, datatest.World{Path: path}, made.Path)
			before := namesIn(t, filepath.Dir(path))
			_, err = data.Open(t.Context(), path, o)
			var found interface {
				Found() []string
				Away() string
			}
			if troubleOf(err) != data.Gone || !errors.As(err, &found) || !slices.Equal(found.Found(), want) {
				t.Fatalf("opened: %v, found %v, want %v", err, found, want)
			}
			if want == nil && found.Away() != folder {
				t.Errorf("the disk that is away is %q", found.Away())
			}
			if after := namesIn(t, filepath.Dir(path)); !slices.Equal(after, before) {
				t.Errorf("the folder holds %v, held %v", after, before)
			}
		})
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
}

func move(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

func namesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// Wherever a restore ends, be it killed between two of its steps, the office comes
// back from what lies there then.
func TestAnInterruptedRestoreIsTakenUp(t *testing.T) {
	s, desk, w := datatest.Open(t)
	attached(t, s, desk, w, "a.jpg", "b.jpg")
	backup, err := backedUp(t, s)
	if err != nil {
		t.Fatal(err)
	}
	received(t, desk, w)
	s.Close()
	for step := range 4 {
		at := now().Add(time.Duration(step) * time.Minute)
		if ended := data.EndRestore(t, app.RestoreOrder{Backup: backup, Path: w.Path}, at, step); !ended {
			t.Fatalf("the restore has no step %d", step)
		}
		s, err := data.Open(t.Context(), w.Path, data.Options{Now: now})
		if err == nil { // what lay there still does
			s.Close()
			continue
		}
		var found interface{ Found() []string }
		if troubleOf(err) != data.Gone || !errors.As(err, &found) {
			t.Fatalf("ended at step %d: %v", step, err)
		}
		r, err := data.Restore(t.Context(), app.RestoreOrder{Backup: found.Found()[0], Path: w.Path}, at.Add(time.Second))
		if err != nil || len(r.Found) > 0 {
			t.Fatalf("ended at step %d, taken up: %v, %v", step, r.Found, err)
		}
		if found := checked(t, w.Path); len(found) > 0 {
			t.Errorf("ended at step %d, the check finds %v", step, found)
		}
	}
}

func TestAFolderOnADiskThatIsAwayIsNotInvented(t *testing.T) {
	s, _, _ := datatest.Open(t)
	disk := filepath.Join(t.TempDir(), "disk")
	folder := filepath.Join(disk, "backups")
	if _, err := s.Backup(t.Context(), folder); troubleOf(err) != data.DiskAway {
		t.Errorf("a disk that was never there: %v", err)
	}
	if _, err := os.Stat(disk); err == nil {
		t.Error("it was invented")
	}
	if err := os.Mkdir(disk, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Backup(t.Context(), folder); err != nil {
		t.Fatal(err)
	}
	away := disk + "-away"
	move(t, disk, away)
	for _, made := range []string{disk, folder} { // the place it is mounted at, empty
		if err := os.Mkdir(made, 0o700); err != nil {
			t.Fatal(err)
		}
		if _, err := s.BackupDue(t.Context(), now(), folder); troubleOf(err) != data.DiskAway {
			t.Errorf("with an empty %s: %v", filepath.Base(made), err)
		}
	}
	if names := namesIn(t, folder); len(names) > 0 {
		t.Errorf("%v was written where the disk is not", names)
	}
	if err := os.RemoveAll(disk); err != nil {
		t.Fatal(err)
	}
	move(t, away, disk)
	if made, err := s.BackupDue(t.Context(), now(), folder); err != nil || made.Path == "" {
		t.Errorf("with the disk back: %v, %v", made, err)
	}
}
