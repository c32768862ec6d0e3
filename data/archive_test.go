package data_test

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// backedUp makes a backup beside the file and tells its path.
func backedUp(t *testing.T, s *data.Store) (string, error) {
	t.Helper()
	made, err := s.Backup(t.Context(), "")
	return made.Path, err
}

// restored puts a backup in a file's place and tells where that one is kept.
func restored(t *testing.T, backup, path string, at time.Time) (string, error) {
	t.Helper()
	r, err := data.Restore(t.Context(), app.RestoreOrder{Backup: backup, Path: path}, at)
	return r.Aside, err
}

// attached gives an issue some evidence and tells where each piece lies.
func attached(t *testing.T, s *data.Store, desk *app.Desk, w datatest.World, names ...string) []string {
	t.Helper()
	id := received(t, desk, w)
	var paths []string
	for i, name := range names {
		from := filepath.Join(t.TempDir(), name)
		write(t, from, fmt.Sprintf("%s, piece %d of issue %d: %s", name, i, id, strings.Repeat("evidence ", 300)))
		a, err := s.Attach(t.Context(), from)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := desk.Attach(t.Context(), app.AttachOrder{Stand: app.Stand{Issue: id, By: w.Fang}, Files: []app.Attachment{a}}); err != nil {
			t.Fatal(err)
		}
		at, err := s.OpenPath(t.Context(), a)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, at)
	}
	return paths
}

// opened opens an office and tells what a check finds.
func checked(t *testing.T, path string) []error {
	t.Helper()
	s, err := data.Open(t.Context(), path, data.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	found, err := s.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestABackupIsTheWholeOfficeOnAnotherComputer(t *testing.T) {
	s, desk, w := datatest.Open(t)
	attached(t, s, desk, w, "現場.jpg", "簽收單.pdf", "no ending")
	made, err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "備份"))
	if err != nil || len(made.Found) > 0 {
		t.Fatalf("%+v, %v", made, err)
	}
	s.Close()
	if info, err := os.Stat(made.Path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the backup: %v, %v", info.Mode(), err)
	}
	there := filepath.Join(t.TempDir(), "another computer", "office.db")
	if err := os.Mkdir(filepath.Dir(there), 0o700); err != nil {
		t.Fatal(err)
	}
	r, err := data.Restore(t.Context(), app.RestoreOrder{Backup: made.Path, Path: there}, now())
	if err != nil || r.Aside != "" || len(r.Found) > 0 {
		t.Fatalf("restored: %+v, %v", r, err)
	}
	if found := checked(t, there); len(found) > 0 {
		t.Errorf("the check finds %v", found)
	}
	files, _ := filepath.Glob(filepath.Join(data.FilesFolder(there), "??", "*"))
	if len(files) != 3 {
		t.Errorf("%d pieces of evidence came along", len(files))
	}
	for _, f := range files {
		if info, _ := os.Stat(f); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v", f, info.Mode())
		}
	}
}

// What a backup is called inside is kept for ever: somebody in need opens it without us.
func TestABackupCanBeOpenedByHand(t *testing.T) {
	s, desk, w := datatest.Open(t)
	paths := attached(t, s, desk, w, "現場.jpg")
	backup, err := backedUp(t, s)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.OpenReader(backup)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	picture := "files/" + filepath.Base(filepath.Dir(paths[0])) + "/" + filepath.Base(paths[0])
	for i, want := range []string{"office.db", picture, "manifest.json"} {
		if z.File[i].Name != want {
			t.Errorf("file %d is %s", i, z.File[i].Name)
		}
	}
	if z.File[1].Method != zip.Store {
		t.Error("the picture was compressed once more")
	}
	f, err := z.Open("manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	text, _ := io.ReadAll(f)
	var m struct {
		Form, Office, Company, Made string
		Version, Step               int
		Holds                       []struct {
			Path   string
			Size   int64
			SHA256 string
		}
	}
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	if m.Form != "ownerdesk-backup" || m.Version != 1 || len(m.Office) != 32 || m.Company == "" || m.Step < 13 || m.Made == "" || len(m.Holds) != 2 || len(m.Holds[1].SHA256) != 64 {
		t.Errorf("the manifest says %s", text)
	}
}

func TestEvidenceThatIsLostIsSaidByBackupAndRestore(t *testing.T) {
	s, desk, w := datatest.Open(t)
	paths := attached(t, s, desk, w, "a.jpg", "b.jpg", "c.jpg")
	if err := os.Remove(paths[0]); err != nil {
		t.Fatal(err)
	}
	write(t, paths[1], "something else")
	made, err := s.Backup(t.Context(), "")
	if err != nil || len(made.Found) != 2 || troubleOf(made.Found[0]) != data.FileGone || troubleOf(made.Found[1]) != data.FileOther {
		t.Fatalf("%v, %v", made.Found, err)
	}
	s.Close()
	for name, path := range map[string]string{"here": w.Path, "elsewhere": filepath.Join(t.TempDir(), "office.db")} {
		r, err := data.Restore(t.Context(), app.RestoreOrder{Backup: made.Path, Path: path}, now())
		if err != nil || len(r.Found) != 2 {
			t.Errorf("%s: %v, %v", name, r.Found, err)
		}
		if found := checked(t, path); len(found) != 2 {
			t.Errorf("%s: the check finds %v", name, found)
		}
	}
}

// What the backup does not have, the folder that lay there may.
func TestEvidenceIsTakenFromWhereItLayBefore(t *testing.T) {
	s, desk, w := datatest.Open(t)
	paths := attached(t, s, desk, w, "a.jpg", "b.jpg")
	whole, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	os.Remove(paths[0])
	made, err := s.Backup(t.Context(), "")
	if err != nil || len(made.Found) != 1 {
		t.Fatalf("%v, %v", made.Found, err)
	}
	s.Close()
	write(t, paths[0], string(whole))
	r, err := data.Restore(t.Context(), app.RestoreOrder{Backup: made.Path, Path: w.Path}, now())
	if err != nil || len(r.Found) > 0 {
		t.Errorf("%v, %v", r.Found, err)
	}
	for _, path := range []string{w.Path, r.Aside} { // what was replaced is kept whole
		if found := checked(t, path); len(found) > 0 {
			t.Errorf("%s: the check finds %v", path, found)
		}
	}
}

// A plain database, as backups were until they held evidence, leaves the evidence
// that lies beside the file in its place.
func TestABackupOfOlderDaysIsTaken(t *testing.T) {
	s, desk, w := datatest.Open(t)
	attached(t, s, desk, w, "a.jpg", "b.jpg")
	old := filepath.Join(t.TempDir(), "office-daily-20261120-090000.db")
	if err := data.PlainCopy(t, s, old); err != nil {
		t.Fatal(err)
	}
	s.Close()
	r, err := data.Restore(t.Context(), app.RestoreOrder{Backup: old, Path: w.Path}, now())
	if err != nil || len(r.Found) > 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	for _, path := range []string{w.Path, r.Aside} {
		if found := checked(t, path); len(found) > 0 {
			t.Errorf("%s: the check finds %v", path, found)
		}
	}
	elsewhere := filepath.Join(t.TempDir(), "office.db")
	r, err = data.Restore(t.Context(), app.RestoreOrder{Backup: old, Path: elsewhere}, now())
	if err != nil || len(r.Found) != 2 {
		t.Errorf("without the evidence beside it: %v, %v", r.Found, err)
	}
}

// Whatever bit of a backup is another, restoring it is refused and touches nothing:
// each file inside is compared with what the backup says of it.
func TestADamagedBackupTouchesNothing(t *testing.T) {
	s, desk, w := datatest.Open(t)
	attached(t, s, desk, w, "a.jpg", "b.jpg", "c.jpg")
	backup, err := backedUp(t, s)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	whole, err := os.ReadFile(backup)
	if err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(w.Path)
	damaged := filepath.Join(t.TempDir(), "damaged.zip")
	chance := rand.New(rand.NewPCG(9, 5))
	unseen := 0
	for range 40 {
		text := []byte(string(whole))
		text[chance.IntN(len(text))] ^= 1 << chance.IntN(8)
		write(t, damaged, string(text))
		r, err := data.Restore(t.Context(), app.RestoreOrder{Backup: damaged, Path: w.Path}, now())
		if err == nil { // a bit that nothing hangs on, as the hour in a file's head: all came back whole
			unseen++
			if found := checked(t, w.Path); len(found) > 0 {
				t.Fatalf("taken, and the check finds %v", found)
			}
			back(t, w.Path, r.Aside)
			continue
		}
		if after, _ := os.ReadFile(w.Path); string(after) != string(before) {
			t.Fatalf("%v, and the file was changed", err)
		}
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(w.Path), "*.restore*")); len(left) > 0 {
			t.Fatalf("%v, and left behind: %v", err, left)
		}
	}
	if unseen > 10 {
		t.Errorf("%d of 40 changed bits kept nothing from being restored", unseen)
	}
	if _, err := data.Restore(t.Context(), app.RestoreOrder{Backup: damagedIn(t, whole, "evidence evidence"), Path: w.Path}, now()); troubleOf(err) != data.PartDamaged {
		t.Errorf("with damaged evidence: %v", err)
	}
	r, err := data.Restore(t.Context(), app.RestoreOrder{Backup: damagedIn(t, whole, "evidence evidence"), Path: filepath.Join(t.TempDir(), "office.db"), Partly: true}, now())
	if err != nil || len(r.Found) != 1 {
		t.Errorf("all that is whole in it: %v, %v", r.Found, err)
	}
}

// back puts what was kept aside into the place again.
func back(t *testing.T, path, aside string) {
	t.Helper()
	os.RemoveAll(data.FilesFolder(path))
	for _, move := range [][2]string{{aside, path}, {data.FilesFolder(aside), data.FilesFolder(path)}} {
		if err := os.Rename(move[0], move[1]); err != nil {
			t.Fatal(err)
		}
	}
}

// damagedIn is a backup in which one bit of some text is another.
func damagedIn(t *testing.T, whole []byte, what string) string {
	t.Helper()
	at := strings.Index(string(whole), what)
	if at < 0 {
		t.Fatalf("%q is not in it as it is", what)
	}
	text := []byte(string(whole))
	text[at] ^= 4
	path := filepath.Join(t.TempDir(), "damaged.zip")
	write(t, path, string(text))
	return path
}

func TestAnotherOfficesBackupIsTakenOnlyWhenAsked(t *testing.T) {
	theirs, _, _ := datatest.OpenOther(t)
	backup, err := backedUp(t, theirs)
	if err != nil {
		t.Fatal(err)
	}
	plain := filepath.Join(t.TempDir(), "office-copy-20261123-094200.db")
	if err := data.PlainCopy(t, theirs, plain); err != nil {
		t.Fatal(err)
	}
	ours, desk, w := datatest.Open(t)
	received(t, desk, w)
	ours.Close()
	for i, from := range []string{backup, plain} {
		var stranger interface{ Offices() (theirs, ours string) }
		_, err := data.Restore(t.Context(), app.RestoreOrder{Backup: from, Path: w.Path}, now())
		if troubleOf(err) != data.OtherOffice || !errors.As(err, &stranger) {
			t.Errorf("%s: %v", filepath.Base(from), err)
		}
		order := app.RestoreOrder{Backup: from, Path: w.Path, Other: true}
		if _, err := data.Restore(t.Context(), order, now().Add(time.Duration(i)*time.Minute)); err != nil {
			t.Errorf("%s, and asked for: %v", filepath.Base(from), err)
		}
		back, err := data.Open(t.Context(), w.Path, data.Options{Now: now})
		if err != nil {
			t.Fatal(err)
		}
		back.Close()
		if _, err := restored(t, backup, w.Path, now().Add(time.Hour+time.Duration(i)*time.Minute)); err != nil {
			t.Errorf("now that it is theirs, their backup is asked about: %v", err)
		}
		order.Backup = filepath.Join(filepath.Dir(w.Path), "office-replaced-20261123-094200.db")
		if _, err := data.Restore(t.Context(), order, now().Add(2*time.Hour+time.Duration(i)*time.Minute)); err != nil {
			t.Fatalf("ours again: %v", err)
		}
	}
}

// What a killed run left is cleared at the next start, and nothing else is.
func TestLeftoversOfKilledRunsAreCleared(t *testing.T) {
	s, desk, w := datatest.Open(t)
	attached(t, s, desk, w, "a.jpg")
	folder := filepath.Join(t.TempDir(), "backups")
	made, err := s.Backup(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	dir, beside := filepath.Dir(w.Path), data.BackupFolder(w.Path)
	if err := os.MkdirAll(beside, 0o700); err != nil {
		t.Fatal(err)
	}
	halves := []string{
		made.Path + ".part", made.Path + ".copy.part", made.Path + ".copy.part-journal",
		filepath.Join(beside, "office-daily-20261122-100000.zip.part"), filepath.Join(beside, "office-before-step3-20261122-100000.db.part"),
		w.Path + ".copy.part", w.Path + ".daily.part-journal", w.Path + ".restore.part", w.Path + ".restore.copy.part",
		filepath.Join(dir, ".part-123456"), filepath.Join(folder, ".part-9"), filepath.Join(dir, ".export-77"),
		filepath.Join(data.FilesFolder(w.Path), "part-123456"), filepath.Join(dir, "office.db.restore-files", "ab"),
	}
	others := []string{
		filepath.Join(folder, "another-daily-20261122-100000.zip.part"), filepath.Join(folder, "my.part"), filepath.Join(dir, "letter.part"), filepath.Join(dir, ".part-of-mine"),
	}
	for _, path := range append(halves, others...) {
		os.MkdirAll(filepath.Dir(path), 0o700)
		write(t, path, "half")
	}
	if found := checked(t, w.Path); len(found) > 0 {
		t.Errorf("the check finds %v", found)
	}
	for _, path := range halves {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s is still there", path)
		}
	}
	for _, path := range append(others, made.Path) {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s is gone", path)
		}
	}
}
