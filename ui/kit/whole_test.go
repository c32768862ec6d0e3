package kit

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestAFileIsWrittenWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "slip.pdf")
	say := func(text string, err error) func(io.Writer) error {
		return func(out io.Writer) error {
			_, failed := io.WriteString(out, text)
			return errors.Join(failed, err)
		}
	}
	if err := WriteWhole(path, say("first", nil)); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("the disk is full")
	if err := WriteWhole(path, say("second, half", broken)); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	if raw, err := os.ReadFile(path); err != nil || string(raw) != "first" {
		t.Errorf("the file says %q, %v", raw, err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) != 1 {
		t.Errorf("the folder holds %v, %v", left, err)
	}
	if err := WriteWhole(filepath.Join(path, "below"), say("", nil)); err == nil {
		t.Error("a file below a file was written")
	}
}

// What a killed run left goes; what another program is writing stays, and so does
// what only looks alike.
func TestHalvesOfKilledRunsGo(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{".part-123456", ".part-of-mine", "part-7", ".part-"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	inside := func(out io.Writer) error { // a second file while the first is being written
		return WriteWhole(filepath.Join(folder, "second.pdf"), func(out io.Writer) error { return nil })
	}
	if err := WriteWhole(filepath.Join(folder, "first.pdf"), inside); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadDir(folder)
	var names []string
	for _, e := range left {
		names = append(names, e.Name())
	}
	if want := []string{".part-", ".part-of-mine", "first.pdf", "part-7", "second.pdf"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("the folder holds %q, %v", names, err)
	}
}
