package printing

import "golang.org/x/sys/windows"

// shown opens a file with the program Windows has for it.
func shown(path string) error { return shell("open", path) }

// printed asks the program for PDFs to print. Some, Edge among them, have no
// such verb.
func printed(path string) error { return shell("print", path) }

func shell(verb, path string) error {
	v, err := windows.UTF16PtrFromString(verb)
	if err != nil {
		return err
	}
	p, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, v, p, nil, nil, windows.SW_SHOWNORMAL)
}
