package data

import (
	"errors"
	"syscall"
)

// syncFolder has nothing to do: Windows keeps a renaming by itself and cannot
// sync a folder.
func syncFolder(string) error { return nil }

// isFull reports whether an error says that the disk has no room: ERROR_DISK_FULL
// or ERROR_HANDLE_DISK_FULL.
func isFull(err error) bool {
	return errors.Is(err, syscall.Errno(112)) || errors.Is(err, syscall.Errno(39))
}
