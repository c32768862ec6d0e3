//go:build !windows

package kit

import (
	"os"
	"syscall"
)

// hold marks a file as being written by this program, and reports whether nobody
// else does. The mark goes with the program, be it killed.
func hold(f *os.File) bool { return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) == nil }
