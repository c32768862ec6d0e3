package printing

import (
	"unsafe"

	"golang.org/x/sys/windows"
)

// shown opens a file with the program Windows has for it.
func shown(path string) error { return shell("open", path) }

// printed asks the program for PDFs to print. Some, Edge among them, have no
// such verb.
func printed(path string) (printer string, err error) {
	return defaultPrinter(), shell("print", path)
}

// defaultPrinter is where such a program prints; "" where there is none.
func defaultPrinter() string {
	ask := windows.NewLazySystemDLL("winspool.drv").NewProc("GetDefaultPrinterW")
	name := make([]uint16, 512)
	room := uint32(len(name))
	if ask.Find() != nil {
		return ""
	}
	if got, _, _ := ask.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(unsafe.Pointer(&room))); got == 0 {
		return ""
	}
	return windows.UTF16ToString(name)
}

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
