package paper

import (
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"ownerdesk/assets/fonts"
)

// A face is one of the two typefaces on paper.
type face uint8

const (
	plain face = iota
	bold
)

// point is the size of a typographic point in mm.
const point = 25.4 / 72

// Characters with a meaning on paper, whatever the font says: boxes are drawn
// as shapes, a joiner forbids a line break and is not drawn.
const (
	openBox = '☐'
	tickBox = '☑'
	joiner  = '\u2060'
)

// boxAdvance is the room a box takes, in thousandths of the text size.
const boxAdvance = 1000

// A typeface is what must be known of a font to lay text out: which characters
// it has and how wide they are. It is read once and shared by all documents.
type typeface struct {
	raw     []byte   // the file; never written to
	glyph   []uint16 // by character; 0 where the font has none
	advance []uint16 // by character, in thousandths of the text size
}

type pair [2]*typeface

// typefaces reads both fonts, once.
var typefaces = sync.OnceValues(readBoth)

func readBoth() (pair, error) {
	var p pair
	for f, raw := range [][]byte{plain: fonts.Regular, bold: fonts.Bold} {
		t, err := readTypeface(raw)
		if err != nil {
			return pair{}, fmt.Errorf("read the font: %w", err)
		}
		p[f] = t
	}
	return p, nil
}

func readTypeface(raw []byte) (*typeface, error) {
	file, err := sfnt.Parse(raw)
	if err != nil {
		return nil, err
	}
	t := &typeface{raw: raw, glyph: make([]uint16, 1<<16), advance: make([]uint16, 1<<16)}
	em := fixed.I(1000)
	var buf sfnt.Buffer
	for r := range t.glyph {
		g, err := file.GlyphIndex(&buf, rune(r))
		if err != nil {
			return nil, err
		}
		if g == 0 {
			continue
		}
		a, err := file.GlyphAdvance(&buf, g, em, font.HintingNone)
		if err != nil {
			return nil, err
		}
		t.glyph[r], t.advance[r] = uint16(g), uint16(a.Round())
	}
	t.advance[openBox], t.advance[tickBox], t.advance[joiner] = boxAdvance, boxAdvance, 0
	return t, nil
}

// has tells whether a character can be put on paper.
func (p pair) has(r rune) bool {
	switch {
	case r == openBox, r == tickBox, r == joiner:
		return true
	case r < ' ' || r > 0xFFFF:
		return false
	}
	return p[plain].glyph[r] != 0 && p[bold].glyph[r] != 0
}

// width measures a text in mm.
func (p pair) width(s string, st style) float64 {
	return float64(p[st.face].units(s)) * st.size * point / 1000
}

func (t *typeface) units(s string) int {
	n := 0
	for _, r := range s {
		n += t.rune(r)
	}
	return n
}

func (t *typeface) rune(r rune) int {
	if r > 0xFFFF {
		return 1000
	}
	return int(t.advance[r])
}
