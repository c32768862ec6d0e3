package fold

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is the most characters one piece has; a longer word is found by its
// beginning. It keeps a page of digits from costing the square of its length.
const longest = 32

// Pieces cuts a text into the words of a full-text index, in order, repeats kept.
//
// Every place where a search may begin has one piece: in Chinese each character
// with the one after it (漏水管: 漏水 水管 管); among letters and digits each word,
// and within it each place where digits begin or go on (a1424: a1424 1424 424 24),
// so that the end of a phone number is found too. Every piece holds letters and
// digits only, so the index may part them at blanks, and reading them in order
// reads the text: a phrase of pieces is found exactly where the text stands.
func Pieces(s string) []string {
	key := Key(s)
	pieces := make([]string, 0, len(key)/3+4)
	for at := 0; at < len(key); {
		kind, end := run(key, at)
		switch kind {
		case chinese:
			pieces = pairsOf(pieces, key[at:end], true)
		case word:
			pieces = tailsOf(pieces, key[at:end])
		}
		at = end
	}
	return pieces
}

// Index is Pieces as one text, ready to be put into a full-text index.
func Index(texts ...string) string {
	var b strings.Builder
	for _, s := range texts {
		for _, p := range Pieces(s) {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(p)
		}
	}
	return b.String()
}

// A Phrase asks for pieces that stand one after the other. If Open, the last of
// them may be the beginning of a longer piece (in FTS5: "a b c"*).
type Phrase struct {
	Pieces []string
	Open   bool
}

// Query cuts what a person typed into phrases, one for each part between blanks;
// a text is found if it holds all of them.
func Query(s string) []Phrase {
	var all []Phrase
	for _, part := range strings.Fields(Key(s)) {
		if p := phrase(part); len(p.Pieces) > 0 {
			all = append(all, p)
		}
	}
	return all
}

func phrase(key string) Phrase {
	var p Phrase
	for at := 0; at < len(key); {
		kind, end := run(key, at)
		last := lastRun(key, end)
		switch {
		case kind == chinese:
			n := len(p.Pieces)
			p.Pieces = pairsOf(p.Pieces, key[at:end], !last)
			if last && len(p.Pieces) == n {
				p.Pieces, p.Open = append(p.Pieces, key[at:end]), true
			}
		case kind == word && last:
			p.Pieces, p.Open = append(p.Pieces, clip(key[at:end])), true
		case kind == word:
			p.Pieces = tailsOf(p.Pieces, key[at:end])
		}
		at = end
	}
	return p
}

func lastRun(key string, at int) bool {
	for at < len(key) {
		kind, end := run(key, at)
		if kind != other {
			return false
		}
		at = end
	}
	return true
}

type kind int

const (
	other kind = iota
	word
	chinese
)

// run finds the stretch of one kind of character that begins at a place.
func run(key string, at int) (kind, int) {
	r, n := utf8.DecodeRuneInString(key[at:])
	first := kindOf(r)
	for at += n; at < len(key); at += n {
		if r, n = utf8.DecodeRuneInString(key[at:]); kindOf(r) != first {
			break
		}
	}
	return first, at
}

func kindOf(r rune) kind {
	switch {
	case r < 0x80:
		if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' {
			return word
		}
		return other
	case r >= firstHan && r <= lastHan:
		return chinese
	case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
		return other
	case r >= 0x2e80:
		return chinese
	}
	return word
}

// pairsOf adds each character with its neighbour, and the last one alone when
// the stretch ends there.
func pairsOf(pieces []string, s string, ends bool) []string {
	from, mid := 0, 0
	for i := range s {
		if i == 0 {
			continue
		}
		if mid > 0 {
			pieces = append(pieces, s[from:i])
			from = mid
		}
		mid = i
	}
	if mid > 0 {
		pieces = append(pieces, s[from:])
		from = mid
	}
	if ends {
		pieces = append(pieces, s[from:])
	}
	return pieces
}

// tailsOf adds a word and its tails of two characters and more that begin with
// a digit, or where letters follow digits.
func tailsOf(pieces []string, s string) []string {
	pieces = append(pieces, clip(s))
	for i := 1; i < len(s)-1; i++ {
		if digit(s[i]) || digit(s[i-1]) && s[i] < utf8.RuneSelf {
			pieces = append(pieces, clip(s[i:]))
		}
	}
	return pieces
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// clip shortens a piece to the longest allowed, on a character's border.
func clip(s string) string {
	if len(s) <= longest {
		return s
	}
	n := longest
	for !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
