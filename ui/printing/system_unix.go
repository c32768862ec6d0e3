//go:build !windows

package printing

import (
	"fmt"
	"os"
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
	_, err := run(opener, path)
	return err
}

// printed sends a PDF to the default printer of CUPS.
func printed(path string) (printer string, err error) {
	said, err := run("lp", "--", path)
	return queueOf(said), err
}

// queueOf is the printer in what lp says of a job: "request id is HP-2-17 (1 file(s))".
func queueOf(said string) string {
	_, job, found := strings.Cut(said, "request id is ")
	job, _, _ = strings.Cut(job, " ")
	if end := strings.LastIndexByte(job, '-'); found && end > 0 {
		return job[:end]
	}
	return ""
}

func run(name string, args ...string) (said string, err error) {
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "LC_ALL=C") // so that what it says can be read
	out, err := c.CombinedOutput()
	if said = strings.TrimSpace(string(out)); err != nil {
		return said, fmt.Errorf("%s: %w: %s", name, err, said)
	}
	return said, nil
}
