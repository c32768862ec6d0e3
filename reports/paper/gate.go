package paper

import (
	"regexp"
	"strings"
	"unicode"
)

// stand is printed in place of a character the font lacks.
const stand = '〓'

// A gate is what all text of one copy passes on its way to the page. What
// cannot be printed leaves it as a numbered mark, and the gate remembers it for
// the note at the foot.
type gate struct {
	faces pair
	marks map[rune]string
	order []rune
}

// Missing lists, once each, the characters of the texts that paper will show as
// a mark only.
func Missing(texts ...string) []rune {
	faces, err := typefaces()
	if err != nil {
		return nil
	}
	g := gate{faces: faces}
	for _, s := range texts {
		g.pass(s)
	}
	return g.order
}

// pass makes a text printable. A word joiner keeps each option with its box and
// each mark with its number.
func (g *gate) pass(s string) string {
	if strings.ContainsAny(s, "‘’“”") {
		s = latin.ReplaceAllString(s, "$1'")
		s = inner.ReplaceAllString(s, "'$1")
		s = closing.ReplaceAllString(opening.ReplaceAllString(s, `"$1`), `$1"`)
	}
	if g.clean(s) {
		return s
	}
	var out strings.Builder
	option := 0 // characters still to be kept with the box before them
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		switch {
		case r == '\n', r == '\r', r == '\u2028', r == '\u2029':
			out.WriteByte('\n')
			option = 0
			continue
		case r == '\t':
			r = '\u2003'
		case unseen(r):
			continue
		}
		switch {
		case r == openBox, r == tickBox:
			option = longestOption
		case r == '\u2003':
			option = 0
		case option > 0:
			out.WriteRune(joiner)
			option--
		}
		if g.faces.has(r) {
			out.WriteRune(r)
		} else {
			out.WriteString(g.mark(r))
		}
	}
	return out.String()
}

// latin is an apostrophe within a Latin word, for which the font has none but one as
// wide as a Chinese character.
var latin = regexp.MustCompile(`([A-Za-z])’`)

// opening and closing are quotation marks round Latin words, which are as wide.
var (
	inner   = regexp.MustCompile(`‘([A-Za-z])`)
	opening = regexp.MustCompile(`“([A-Za-z])`)
	closing = regexp.MustCompile(`([A-Za-z0-9][.,?!]?)”`)
)

// longestOption is how many characters after a box stay on its line.
const longestOption = 16

// clean tells that a text needs no change, which is so nearly always.
func (g *gate) clean(s string) bool {
	for _, r := range s {
		if r != '\n' && (r == openBox || r == tickBox || unseen(r) || !g.faces.has(r)) {
			return false
		}
	}
	return true
}

// unseen tells characters that have no shape of their own: joiners, directions,
// variants of the character before them. Leaving them out loses nothing on paper.
func unseen(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

func (g *gate) mark(r rune) string {
	if m, ok := g.marks[r]; ok {
		return m
	}
	if g.marks == nil {
		g.marks = map[rune]string{}
	}
	g.order = append(g.order, r)
	m := string(stand)
	if n := circled(len(g.order)); n != 0 {
		m += string(joiner) + string(n)
	}
	g.marks[r] = m
	return m
}

// circled is the number n in a circle, as far as there are such characters.
func circled(n int) rune {
	switch {
	case n <= 20:
		return '①' + rune(n-1)
	case n <= 35:
		return '㉑' + rune(n-21)
	case n <= 50:
		return '㊱' + rune(n-36)
	}
	return 0
}
