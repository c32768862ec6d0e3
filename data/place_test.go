package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

func TestAFileWithoutItsContentsIsNotTakenForNew(t *testing.T) {
	for name, c := range map[string]struct {
		rest    func(t *testing.T, path string)
		trouble string
	}{
		"cut to nothing, with backups": {func(t *testing.T, path string) { write(t, path, "") }, data.Damaged},
		"cut to one byte":              {func(t *testing.T, path string) { write(t, path, "S") }, data.Damaged},
		"cut within its first page":    {func(t *testing.T, path string) { write(t, path, "SQLite format 3\x00and no more") }, data.Damaged},
		"gone, and its log is left": {func(t *testing.T, path string) {
			write(t, path+"-wal", "what was saved last")
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}, data.Vanished},
	} {
		t.Run(name, func(t *testing.T) {
			s, desk, w := datatest.Open(t)
			received(t, desk, w)
			if _, err := s.Backup(t.Context(), ""); err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			c.rest(t, w.Path)
			before, _ := os.ReadFile(w.Path)
			again, err := data.Open(t.Context(), w.Path, data.Options{Now: now})
			if err == nil {
				again.Close()
			}
			if troubleOf(err) != c.trouble {
				t.Errorf("opened: %v", err)
			}
			if after, _ := os.ReadFile(w.Path); string(after) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestAnEmptyFileWithNothingBesideItIsNew(t *testing.T) {
	path := filepath.Join(t.TempDir(), "office.db")
	write(t, path, "")
	s, err := data.Open(t.Context(), path, data.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if !s.New() {
		t.Error("it passes for an office")
	}
}

func TestALinkLeadsToTheOneFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	s, _, w := datatest.Open(t)
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(w.Path, link); err != nil {
		t.Fatal(err)
	}
	if second, err := data.Open(t.Context(), link, data.Options{Now: now}); troubleOf(err) != data.InUse {
		t.Errorf("a second program through the link: %v", err)
		second.Close()
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := data.Open(t.Context(), link, data.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	backup, err := backedUp(t, again)
	if err != nil || filepath.Base(filepath.Dir(backup)) != filepath.Base(data.BackupFolder(w.Path)) {
		t.Errorf("the backup lies at %s, %v", backup, err)
	}
}

func TestANameThatIsAllEndingKeepsItsOwnFolders(t *testing.T) {
	for path, want := range map[string]string{
		"/home/office.db": "/home/office-backups", "/home/.office": "/home/.office-backups", "/home/a.b.db": "/home/a.b-backups",
	} {
		if got := data.BackupFolder(filepath.FromSlash(path)); got != filepath.FromSlash(want) {
			t.Errorf("backups of %s lie in %s", path, got)
		}
	}
}

func TestABackupThatFailsNamesItsFolder(t *testing.T) {
	s, _, w := datatest.Open(t)
	blocked := filepath.Join(t.TempDir(), "a file")
	write(t, blocked, "no folder")
	_, err := s.Backup(t.Context(), filepath.Join(blocked, "backups"))
	var trouble *data.Trouble
	if !errors.As(err, &trouble) || trouble.Kind != data.NoFolder || trouble.Path != filepath.Join(blocked, "backups") {
		t.Errorf("backed up: %v", err)
	}
	entries, _ := os.ReadDir(filepath.Dir(w.Path))
	for _, e := range entries {
		if strings.Contains(e.Name(), ".part") {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}
