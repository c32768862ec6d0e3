package chart

import (
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// plain sets text as it stands. The library's own handler measures the same way;
// ours has no markup and no rotation, which charts here do not use.
type plain struct{ fonts *font.Cache }

var _ text.Handler = plain{}

// Cache is where fonts come from.
func (p plain) Cache() *font.Cache { return p.fonts }

// Extents is how far the font reaches above and below a line.
func (p plain) Extents(f font.Font) font.Extents {
	face := p.fonts.Lookup(f, f.Size)
	return face.Extents()
}

// Lines parts a text at its line breaks.
func (p plain) Lines(txt string) []string { return strings.Split(strings.TrimRight(txt, "\n"), "\n") }

// Box measures one line.
func (p plain) Box(txt string, f font.Font) (width, height, depth vg.Length) {
	face := p.fonts.Lookup(f, f.Size)
	e := face.Extents()
	return face.Width(txt), e.Ascent, e.Descent
}

// How far the baseline lies below the point that a text is set by, in parts of its
// size: digits and Chinese characters stand in the middle of a line.
const (
	belowTop    = .9
	belowMiddle = .36
)

// Draw writes a text by its style.
func (p plain) Draw(c vg.Canvas, txt string, sty text.Style, pt vg.Point) {
	face := p.fonts.Lookup(sty.Font, sty.Font.Size)
	lines := p.Lines(txt)
	leading := sty.Font.Size * 1.2
	more := leading * vg.Length(len(lines)-1)
	y := pt.Y + more
	switch sty.YAlign {
	case text.YTop:
		y = pt.Y - sty.Font.Size*belowTop
	case text.YCenter:
		y = pt.Y + more/2 - sty.Font.Size*belowMiddle
	}
	c.SetColor(sty.Color)
	for _, line := range lines {
		c.FillString(face, vg.Point{X: pt.X + face.Width(line)*vg.Length(sty.XAlign), Y: y}, line)
		y -= leading
	}
}
