// Package fold brings texts that a person calls the same to the same form, so
// that they can be found: full-width and half-width, capital and small letters,
// Traditional and Simplified characters, names and their pinyin. It knows
// characters only; it knows no issue, no owner and no search engine.
package fold

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var (
	// ErrNUL says that a text holds the character 0, which no person types.
	ErrNUL = errors.New("text holds a NUL character")
	// ErrNotUTF8 says that a text is not valid UTF-8.
	ErrNotUTF8 = errors.New("text is not valid UTF-8")
)

// Clean makes a typed text fit to be kept: NFC, without blanks at its ends, the
// inside as typed. It refuses NUL and invalid UTF-8.
func Clean(s string) (string, error) {
	if strings.IndexByte(s, 0) >= 0 {
		return "", ErrNUL
	}
	if !utf8.ValidString(s) {
		return "", ErrNotUTF8
	}
	return strings.TrimFunc(norm.NFC.String(s), blank), nil
}

// blank also knows the invisible characters that spreadsheets leave at the ends.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

// Key folds a text for comparing and searching: half width, small letters,
// Simplified characters, one space for many.
func Key(s string) string {
	if plain(s) {
		return s
	}
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	spaced := true // a space at the beginning is dropped
	for _, r := range s {
		r = Rune(r)
		if blank(r) {
			if !spaced {
				b.WriteByte(' ')
			}
			spaced = true
			continue
		}
		spaced = false
		b.WriteRune(r)
	}
	folded := strings.TrimSuffix(b.String(), " ")
	if norm.NFC.IsNormalString(folded) {
		return folded
	}
	return norm.NFC.String(folded) // a small letter may join a mark that the capital did not
}

// plain says that a text is folded as it stands: numbers and small letters, the
// most frequent case of all.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c <= ' ' || c >= 0x7f || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

// Rune folds one character; every kind of blank becomes a space.
func Rune(r rune) rune {
	switch {
	case r < 0x80:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r >= firstHan && r <= lastHan:
		if s := simplified[r-firstHan]; s != 0 {
			return s
		}
		return r
	case r >= 0x20000:
		if s, ok := rare[r]; ok {
			return s
		}
		return r
	case r >= 0xff01 && r <= 0xff5e:
		return Rune(r - 0xfee0)
	case r == 0x3000:
		return ' '
	}
	return unicode.ToLower(r)
}
