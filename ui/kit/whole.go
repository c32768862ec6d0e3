package kit

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// WriteWhole makes a file whole or not at all: a name that is already there
// keeps what it holds until the new contents are complete.
func WriteWhole(path string, contents func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".part-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone already when all went well
	out := bufio.NewWriter(f)
	if err := contents(out); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(out.Flush(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
