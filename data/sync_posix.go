//go:build !windows

package data

import (
	"errors"
	"os"
)

// syncFolder brings a renaming down to the disk.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
