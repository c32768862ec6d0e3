package paper

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// wrap breaks a text into lines no wider than width mm. The lines joined are
// the text again: spaces and line ends stay where they were and are only not
// drawn. A word wider than a line is broken where the line ends.
func (p pair) wrap(s string, width float64, st style) []string {
	t := p[st.face]
	limit := int(width / (st.size * point) * 1000)
	if !strings.Contains(s, "\n") && t.units(s) <= limit {
		return []string{s}
	}
	b := breaker{face: t, limit: limit}
	var seg segmenter.Segmenter
	seg.Init([]rune(s))
	for it := seg.LineIterator(); it.Next(); {
		piece := it.Line()
		b.add(piece.Text)
		if last := len(piece.Text) - 1; last >= 0 && piece.Text[last] == '\n' {
			b.end()
		}
	}
	if len(b.line) > 0 {
		b.end()
	}
	return b.lines
}

// A breaker fills lines with the pieces between two places where a break is allowed.
type breaker struct {
	face  *typeface
	limit int
	lines []string
	line  []rune
	used  int // width of line
}

func (b *breaker) end() {
	b.lines = append(b.lines, string(b.line))
	b.line, b.used = b.line[:0], 0
}

func (b *breaker) add(piece []rune) {
	seen, all := b.measure(piece)
	if b.used+seen > b.limit && len(b.line) > 0 {
		b.end()
	}
	if seen > b.limit {
		b.force(piece)
		return
	}
	b.line = append(b.line, piece...)
	b.used += all
}

// force breaks within a piece, but never before an accent.
func (b *breaker) force(piece []rune) {
	for _, r := range piece {
		w := b.face.rune(r)
		if w > 0 && b.used+w > b.limit && len(b.line) > 0 && !blank(r) {
			b.end()
		}
		b.line = append(b.line, r)
		b.used += w
	}
}

// measure gives the width of a piece without and with the spaces at its end.
func (b *breaker) measure(piece []rune) (seen, all int) {
	for _, r := range piece {
		all += b.face.rune(r)
		if !blank(r) {
			seen = all
		}
	}
	return seen, all
}

// blank tells that nothing is seen of a character at the end of a line.
func blank(r rune) bool { return r == joiner || unicode.IsSpace(r) }

// whole tells that no word of a text is wider than width, so that wrapping it
// will not break one.
func (p pair) whole(s string, width float64, st style) bool {
	for _, word := range strings.FieldsFunc(s, unicode.IsSpace) {
		if isLatin(word) && p.width(word, st) > width {
			return false
		}
	}
	return true
}

func isLatin(word string) bool {
	for _, r := range word {
		if r > 0x24F {
			return false
		}
	}
	return true
}
