package sheet

import (
	"os"
	"path/filepath"
)

// ReadFile is Read for a file on disk; that it cannot be opened is a Problem too.
func ReadFile(path string) (Book, error) {
	name := filepath.Base(path)
	f, err := os.Open(path)
	if err != nil {
		return Book{}, Problem{Kind: Unreadable, File: name, Detail: err.Error()}
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Book{}, Problem{Kind: Unreadable, File: name, Detail: err.Error()}
	}
	if !info.Mode().IsRegular() {
		return Book{}, Problem{Kind: WrongType, File: name, Detail: info.Mode().String()}
	}
	return Read(name, f, info.Size())
}
