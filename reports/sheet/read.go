package sheet

import (
	"bytes"
	"errors"
	"io"
)

// MaxFile is the largest file that is looked at. Ten thousand owners are about
// one megabyte as a workbook and two as text.
const MaxFile = 64 << 20

// Read reads a workbook or a text table, whichever the first bytes say it is,
// whatever its name ends in. Its errors are Problems.
func Read(name string, r io.ReaderAt, size int64) (Book, error) {
	book, err := read(name, r, size)
	var p Problem
	if errors.As(err, &p) {
		p.File = name
		return Book{}, p
	}
	return book, err
}

func read(name string, r io.ReaderAt, size int64) (Book, error) {
	switch {
	case size == 0:
		return Book{}, Problem{Kind: NothingInIt}
	case size > MaxFile:
		return Book{}, Problem{Kind: TooLarge, Detail: "file"}
	}
	head := make([]byte, min(size, 4096))
	if _, err := r.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return Book{}, Problem{Kind: Unreadable, Detail: err.Error()}
	}
	switch kind := sniff(head); kind {
	case isZip:
		return readWorkbook(name, r, size)
	case isOLE:
		return Book{}, Problem{Kind: oleKind(r, size)}
	case isWebPage:
		return Book{}, Problem{Kind: WebPage}
	case isOther:
		return Book{}, Problem{Kind: WrongType}
	}
	text := make([]byte, size)
	if _, err := r.ReadAt(text, 0); err != nil && !errors.Is(err, io.EOF) {
		return Book{}, Problem{Kind: Unreadable, Detail: err.Error()}
	}
	return readText(name, text)
}

type fileType int

const (
	isText fileType = iota
	isZip
	isOLE
	isWebPage
	isOther
)

// others are the first bytes of files that are no tables.
var others = []string{"%PDF", "\x89PNG", "\xff\xd8\xff", "GIF8", "BM", "II*\x00", "MM\x00*", "{\\rtf", "Rar!", "7z\xbc\xaf", "\x1f\x8b", "RIFF",
	"SQLite format 3", "\x7fELF", "MZ", "ID3", "OggS", "\x00\x00\x00\x18ftyp", "\x00\x00\x00\x20ftyp"}

func sniff(head []byte) fileType {
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return isZip
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return isOLE
	}
	for _, o := range others {
		if bytes.HasPrefix(head, []byte(o)) && !(len(o) == 2 && textual(head)) {
			return isOther
		}
	}
	if start := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \r\n\t")); bytes.HasPrefix(start, []byte("<")) {
		return isWebPage
	}
	return isText
}

// textual says that a file that begins with BM or MZ is text all the same.
func textual(head []byte) bool { return bytes.IndexByte(head, 0) < 0 }

// oleKind tells an encrypted workbook from an old one by the names of the
// streams in the file's directory, which are UTF-16.
func oleKind(r io.ReaderAt, size int64) Kind {
	all := make([]byte, size)
	if _, err := r.ReadAt(all, 0); err != nil && !errors.Is(err, io.EOF) {
		return Unreadable
	}
	switch {
	case bytes.Contains(all, wide("EncryptedPackage")):
		return Encrypted
	case bytes.Contains(all, wide("Workbook")), bytes.Contains(all, wide("Book")):
		return OldExcel
	}
	return WrongType
}

func wide(s string) []byte {
	var b []byte
	for i := 0; i < len(s); i++ {
		b = append(b, s[i], 0)
	}
	return b
}
