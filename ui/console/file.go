package console

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
)

// write makes a file whole or not at all: a name that is already there keeps
// what it holds until the new contents are complete.
func write(path string, contents func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-*")
	if err != nil {
		return refused("console.out.failed", path, err.Error())
	}
	defer os.Remove(f.Name()) // gone already when all went well
	out := bufio.NewWriter(f)
	if err := contents(out); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(out.Flush(), f.Close(), os.Chmod(f.Name(), 0o644)); err != nil {
		return refused("console.out.failed", path, err.Error())
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return refused("console.out.failed", path, err.Error())
	}
	return nil
}
