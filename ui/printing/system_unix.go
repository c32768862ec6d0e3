//go:build !windows

package printing

import (
	"fmt"
	"os/exec"
	"runtime"
	"strings"
)

// shown opens a file with the program the desktop has for it.
func shown(path string) error {
	opener := "xdg-open"
	if runtime.GOOS == "darwin" {
		opener = "open"
	}
	return run(opener, path)
}

// printed sends a PDF to the default printer of CUPS.
func printed(path string) error { return run("lp", "-s", "--", path) }

func run(name string, args ...string) error {
	if said, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, strings.TrimSpace(string(said)))
	}
	return nil
}
