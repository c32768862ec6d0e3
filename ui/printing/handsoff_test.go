package printing

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

// The save dialog asks after the file and opens it before it tells us of it. Neither
// makes or empties one.
func TestAskingWhereToSaveTouchesNothing(t *testing.T) {
	test.NewTempApp(t)
	folder := t.TempDir()
	there, new := filepath.Join(folder, "there.pdf"), filepath.Join(folder, "new.pdf")
	if err := os.WriteFile(there, []byte("last month's"), 0o600); err != nil {
		t.Fatal(err)
	}
	restore := handsOff()
	for _, path := range []string{there, new} {
		at := storage.NewFileURI(path)
		if exists, err := storage.Exists(at); exists || err != nil {
			t.Errorf("%s: the dialog would ask in English, %v", path, err)
		}
		w, err := storage.Writer(at)
		if err != nil {
			t.Fatal(err)
		}
		if w.URI().Path() != filepath.ToSlash(path) {
			t.Errorf("it names %s", w.URI())
		}
		w.Close()
	}
	if exists, _ := storage.Exists(storage.NewFileURI(folder)); !exists {
		t.Error("a folder passes for a file that can be written")
	}
	if raw, _ := os.ReadFile(there); string(raw) != "last month's" {
		t.Errorf("what was there says %q", raw)
	}
	if _, err := os.Stat(new); err == nil {
		t.Error("an empty file was made")
	}
	restore()
	restore()
	if exists, err := storage.Exists(storage.NewFileURI(there)); !exists || err != nil {
		t.Errorf("after the dialog files are still not seen: %v", err)
	}
}
