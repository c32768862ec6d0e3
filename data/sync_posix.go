//go:build !windows

package data

import (
	"errors"
	"os"
	"syscall"
)

// syncFolder brings a renaming down to the disk.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// isFull reports whether an error says that the disk, or this user's share of it,
// has no room.
func isFull(err error) bool { return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) }
