package sheet

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// readText reads a text table as a book of one sheet, which bears the file's name.
func readText(name string, raw []byte) (Book, error) {
	base := filepath.Base(name)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	rows, err := textRows(raw)
	var p Problem
	if errors.As(err, &p) {
		p.Sheet = base
		return Book{}, p
	}
	return Book{Name: name, Sheets: []Sheet{{Name: base, Rows: rows}}}, err
}

func textRows(raw []byte) ([][]Cell, error) {
	text, err := decode(raw)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(text) == "" {
		return nil, Problem{Kind: NothingInIt}
	}
	return fields(text, separator(text))
}

// decode finds the encoding of a text: UTF-8 and UTF-16 prove themselves, GB18030
// and Big5 are told apart by which characters they would yield.
func decode(raw []byte) (string, error) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")) && utf8.Valid(raw):
		return noNUL(string(raw[3:]))
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return utf16(raw, unicode.LittleEndian)
	case zeros(raw, 1):
		return utf16(raw, unicode.LittleEndian)
	case zeros(raw, 0):
		return utf16(raw, unicode.BigEndian)
	case utf8.Valid(raw):
		return noNUL(string(raw))
	}
	gb, gbOK := strictly(simplifiedchinese.GB18030, raw)
	big, bigOK := strictly(traditionalchinese.Big5, raw)
	switch {
	case gbOK && bigOK && commonBig5(raw) > commonGB(raw), bigOK && !gbOK:
		return noNUL(big)
	case gbOK:
		return noNUL(gb)
	}
	return "", Problem{Kind: UnknownText, Row: firstUnknown(gb, big)}
}

// noNUL refuses binary data that happens to decode.
func noNUL(s string) (string, error) {
	if at := strings.IndexByte(s, 0); at >= 0 {
		return "", Problem{Kind: WrongType, Row: 1 + strings.Count(s[:at], "\n"), Detail: "NUL"}
	}
	return s, nil
}

func utf16(raw []byte, order unicode.Endianness) (string, error) {
	s, ok := strictly(unicode.UTF16(order, unicode.UseBOM), raw)
	if !ok || len(raw)%2 != 0 {
		return "", Problem{Kind: UnknownText, Row: firstUnknown(s), Detail: "UTF-16"}
	}
	return noNUL(s)
}

// zeros says that every second byte of the beginning, from odd on, is 0 more
// often than not: UTF-16 without its mark, where commas and figures have one.
func zeros(raw []byte, odd int) bool {
	n, all := 0, 0
	for i := odd; i < min(len(raw), 400); i += 2 {
		all++
		if raw[i] == 0 {
			n++
		}
	}
	other := bytes.Count(raw[:min(len(raw), 400)], []byte{0}) - n
	return n*4 > all && other == 0
}

// strictly decodes and says whether every byte was understood.
func strictly(e encoding.Encoding, raw []byte) (string, bool) {
	out, err := e.NewDecoder().Bytes(raw)
	s := string(out)
	return s, err == nil && !strings.ContainsRune(s, utf8.RuneError)
}

// firstUnknown is the row up to which the better of two readings goes.
func firstUnknown(readings ...string) int {
	row := 1
	for _, s := range readings {
		if at := strings.IndexRune(s, utf8.RuneError); at >= 0 {
			row = max(row, 1+strings.Count(s[:at], "\n"))
		}
	}
	return row
}

// commonGB is the share of characters that would be everyday ones read as
// GB18030: the first level of GB 2312 lies at lead bytes B0 to D7.
func commonGB(raw []byte) float64 {
	return share(raw, func(lead, trail byte) bool { return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1 })
}

// commonBig5 is the same for Big5, whose everyday characters lie at A4 to C6.
func commonBig5(raw []byte) float64 {
	return share(raw, func(lead, _ byte) bool { return lead >= 0xa4 && lead <= 0xc6 })
}

func share(raw []byte, common func(lead, trail byte) bool) float64 {
	all, some := 0, 0
	for i := 0; i < len(raw); i++ {
		if raw[i] < 0x80 || i+1 == len(raw) {
			continue
		}
		all++
		if common(raw[i], raw[i+1]) {
			some++
		}
		i++
	}
	return float64(some) / float64(max(all, 1))
}
