package console

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"syscall"
	"unicode"

	"ownerdesk/ui/kit"
)

// free refuses to write where something lies already, unless it was asked for.
func (c *call) free(paths ...string) error {
	for _, path := range paths {
		if _, err := os.Lstat(path); err == nil && !c.replace {
			return refused("console.out.exists", path)
		}
	}
	return nil
}

// write makes a file that people may read, whole or not at all.
func (c *call) write(path string, contents func(io.Writer) error) error {
	if err := c.free(path); err != nil {
		return err
	}
	var own error // what the contents failed by, be it the disk or themselves
	err := kit.WriteWhole(path, func(out io.Writer) error {
		err := contents(out)
		own = err
		return err
	})
	var disk *fs.PathError
	var office befallen
	switch {
	case err == nil:
		return os.Chmod(path, 0o644)
	case own != nil && (errors.As(own, &office) || !errors.As(own, &disk)):
		return own
	}
	if kind := unwritten(err); kind != "" {
		return spoilt{kind, path, err}
	}
	return refused("console.out.failed", path, err.Error())
}

// folder makes a folder to write files into, where it is not there.
func folder(path string) error {
	err := os.MkdirAll(path, 0o755)
	kind := unwritten(err)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, syscall.ENOTDIR):
		return refused("console.out.file", path)
	case kind != "":
		return spoilt{kind, path, err}
	}
	return refused("console.out.failed", path, err.Error())
}

// inName is what may stand for an estate in the name of a file.
func inName(estate string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || unicode.IsSpace(r) || r < ' ' {
			return '_'
		}
		return r
	}, estate)
}

// unwritten is what kept a file from being written, as the words for an office's
// own file name it; "" if it is none of these.
func unwritten(err error) string {
	var n syscall.Errno
	full := errors.As(err, &n) && (n == syscall.ENOSPC || n == syscall.EDQUOT ||
		runtime.GOOS == "windows" && (n == 39 || n == 112)) // ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
	switch {
	case full:
		return "full"
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return "no-folder"
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "read-only"
	}
	return ""
}

// spoilt is a file that could not be written, and why.
type spoilt struct {
	kind, path string
	err        error
}

func (s spoilt) Error() string                { return s.path + ": " + s.err.Error() }
func (s spoilt) Unwrap() error                { return s.err }
func (s spoilt) Trouble() (kind, path string) { return s.kind, s.path }
func (s spoilt) Found() []string              { return nil }
