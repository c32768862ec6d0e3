package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

func TestABackupBringsTheOfficeBack(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	folder := filepath.Join(t.TempDir(), "備份 #1?")
	made, err := s.Backup(t.Context(), folder)
	backup := made.Path
	if err != nil {
		t.Fatal(err)
	}
	received(t, desk, w)
	if _, err := restored(t, backup, w.Path, now()); troubleOf(err) != data.InUse {
		t.Errorf("restored under an open office: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	aside, err := restored(t, backup, w.Path, now())
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]int{w.Path: 1, aside: 2} {
		s, err := data.Open(t.Context(), path, data.Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		if n, err := s.CountLines(t.Context(), app.Filter{}, now(), 10); n != want || err != nil {
			t.Errorf("%s holds %d issues, want %d, %v", filepath.Base(path), n, want, err)
		}
		if c := read(t, s, id); c.Number != "SL-202611-0001" {
			t.Errorf("the issue is %+v", c.Issue)
		}
		if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
			t.Errorf("the check finds %v, %v", found, err)
		}
		s.Close()
	}
}

func TestABadBackupReplacesNothing(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	s.Close()
	before, err := os.ReadFile(w.Path)
	if err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(t.TempDir(), "bad.db")
	write(t, bad, string(before[:len(before)/2]))
	foreign := filepath.Join(t.TempDir(), "foreign.db")
	data.ForeignFile(t, foreign)
	for _, path := range []string{bad, foreign, filepath.Join(t.TempDir(), "none.db")} {
		if _, err := restored(t, path, w.Path, now()); err == nil {
			t.Errorf("%s was taken", path)
		}
	}
	if after, _ := os.ReadFile(w.Path); string(after) != string(before) {
		t.Error("the office was changed")
	}
}

func TestOneBackupADayAndFourteenOfThem(t *testing.T) {
	s, _, w := datatest.Open(t)
	byHand, err := backedUp(t, s)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		first, err := s.BackupDue(t.Context(), w.Clock.Now(), "")
		if err != nil || first.Path == "" {
			t.Fatalf("no backup today: %v", err)
		}
		w.Clock.Add(time.Hour)
		if second, err := s.BackupDue(t.Context(), w.Clock.Now(), ""); second.Path != "" || err != nil {
			t.Fatalf("a second one today: %s, %v", second, err)
		}
		w.Clock.Add(23 * time.Hour)
	}
	all, err := s.Backups("")
	if err != nil || len(all) != 15 || all[14] != byHand || !strings.HasSuffix(all[0], "office-daily-20261212-094200.zip") {
		t.Errorf("there are %d backups: %v, %v", len(all), all, err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(w.Path), "*.part")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAttachedFilesAreKeptOnceByTheirContent(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	path := filepath.Join(t.TempDir(), "現場 照片.JPG")
	write(t, path, "a picture")
	a, err := s.Attach(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if a.Name != "現場 照片.JPG" || a.Size != 9 || a.Hash != "92b2fa58028958317e408bd84ecfa70f5ee35b121991dbc232c49d166353708b" {
		t.Errorf("attached as %+v", a)
	}
	if again, err := s.Attach(t.Context(), path); err != nil || again != a {
		t.Errorf("the second time %+v, %v", again, err)
	}
	if _, err := desk.Attach(t.Context(), app.AttachOrder{Stand: app.Stand{Issue: id, By: w.Fang}, Files: []app.Attachment{a}}); err != nil {
		t.Fatal(err)
	}
	kept := read(t, s, id).Attachments
	if len(kept) != 1 || kept[0].Hash != a.Hash || kept[0].Size != 9 {
		t.Errorf("the issue has %+v", kept)
	}
	at, err := s.OpenPath(t.Context(), kept[0])
	if err != nil || filepath.Ext(at) != ".jpg" || filepath.Base(filepath.Dir(at)) != a.Hash[:2] {
		t.Errorf("it opens at %s, %v", at, err)
	}
	if text, _ := os.ReadFile(at); string(text) != "a picture" {
		t.Errorf("it holds %q", text)
	}
	files := 0
	filepath.WalkDir(data.FilesFolder(w.Path), func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			files++
		}
		return err
	})
	if files != 1 {
		t.Errorf("the store holds %d files", files)
	}

	write(t, at, "another picture")
	if found, err := s.Check(t.Context()); err != nil || len(found) != 1 || troubleOf(found[0]) != data.FileOther {
		t.Errorf("the check finds %v, %v", found, err)
	}
	if err := os.Remove(at); err != nil {
		t.Fatal(err)
	}
	if found, err := s.Check(t.Context()); err != nil || len(found) != 1 || troubleOf(found[0]) != data.FileGone {
		t.Errorf("the check finds %v, %v", found, err)
	}
	if _, err := s.OpenPath(t.Context(), kept[0]); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("a file that is gone opens: %v", err)
	}
	if _, err := s.Attach(t.Context(), filepath.Join(t.TempDir(), "none")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}
