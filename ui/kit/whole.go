package kit

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
)

// WriteWhole makes a file whole or not at all: a name that is already there
// keeps what it holds until the new contents are complete and on the disk. What
// a killed run left in the same folder goes first.
func WriteWhole(path string, contents func(io.Writer) error) error {
	sweepHalves(filepath.Dir(path))
	f, err := os.CreateTemp(filepath.Dir(path), halfName)
	if err != nil {
		return err
	}
	hold(f)
	defer os.Remove(f.Name()) // gone already when all went well
	out := bufio.NewWriter(f)
	if err := contents(out); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := errors.Join(out.Flush(), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// halfName is what a file is called until it is whole.
const halfName = ".part-*"

var isHalf = regexp.MustCompile(`^\.part-[0-9]+$`)

// sweepHalves takes away files that were never finished and that nobody is writing.
func sweepHalves(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || !isHalf.MatchString(e.Name()) {
			continue
		}
		path := filepath.Join(folder, e.Name())
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			continue
		}
		nobodys := hold(f)
		f.Close()
		if nobodys {
			os.Remove(path) // where files in use cannot be removed this does nothing
		}
	}
}
