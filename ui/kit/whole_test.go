package kit

import (
	"errors"
	"io"
	"os"
	"path/filepath"
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
