package paper

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jung-kurt/gofpdf"
)

const family = "paper"

var styleOf = [...]string{plain: "", bold: "B"}

// writePDF turns laid out pages into a file.
func writePDF(out io.Writer, info Info, pages []*page, faces pair) error {
	f := gofpdf.New("P", "mm", "A4", "")
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCreationDate(info.At)
	f.SetModificationDate(info.At)
	f.SetTitle(info.Title, true)
	f.SetAuthor(info.Author, true)
	for fc, runes := range inUse(pages) {
		small, err := faces[fc].subset(runes)
		if err != nil {
			return err
		}
		f.AddUTF8FontFromBytes(family, styleOf[fc], small)
		// A font that could not be read is only printed to stdout by gofpdf;
		// asking for it shows whether it is there.
		f.SetFont(family, styleOf[fc], 10)
	}
	for _, p := range pages {
		f.AddPageFormat("P", gofpdf.SizeType{Wd: p.wide, Ht: p.high})
		with := newPen(f)
		for _, m := range p.ink {
			with.draw(m)
		}
		for _, e := range p.outline {
			f.Bookmark(e.title, e.level, e.y)
		}
		for _, l := range p.links {
			to := f.AddLink()
			f.SetLink(to, l.to, l.page)
			f.Link(l.x, l.y, l.w, l.h, to)
		}
	}
	if err := f.Output(out); err != nil {
		return fmt.Errorf("write paper: %w", err)
	}
	return nil
}

// inUse lists the characters each face must bring, sorted.
func inUse(pages []*page) [2][]rune {
	var seen [2][1 << 16]bool
	for f := range seen {
		for r := ' '; r <= '~'; r++ {
			seen[f][r] = true
		}
	}
	for _, p := range pages {
		for _, m := range p.ink {
			for _, r := range m.text {
				seen[m.face][r] = true
			}
		}
	}
	var used [2][]rune
	for f := range seen {
		for r, is := range seen[f] {
			if is {
				used[f] = append(used[f], rune(r))
			}
		}
		used[f] = slices.Clip(used[f])
	}
	return used
}

// A pen draws the marks of one page and changes colour, width and font only
// where the next mark needs it.
type pen struct {
	*gofpdf.Fpdf
	text, fill, line mark // what each was last set for
}

// newPen knows nothing of how the page begins, so the first mark of each kind
// sets all.
func newPen(f *gofpdf.Fpdf) *pen {
	never := mark{tone: 255}
	return &pen{f, never, never, never}
}

func (p *pen) draw(m mark) {
	p.ready(m)
	switch m.kind {
	case written:
		p.Text(m.x, m.y, m.text)
	case slanted:
		p.TransformBegin()
		p.TransformRotate(m.h, m.x, m.y)
		p.Text(m.x-m.w/2, m.y+.36*m.size*point, m.text)
		p.TransformEnd()
	case filled:
		p.Rect(m.x, m.y, m.w, m.h, "F")
	case framed:
		p.Rect(m.x, m.y, m.w, m.h, "D")
	case ruled:
		p.Line(m.x, m.y, m.x+m.w, m.y+m.h)
	case dashed:
		p.SetDashPattern([]float64{1.6, 1.2}, 0)
		p.Line(m.x, m.y, m.x+m.w, m.y+m.h)
		p.SetDashPattern(nil, 0)
	case rounded:
		p.Circle(m.x, m.y, m.w, "D")
	case coded:
		p.code(m)
	case drawn:
		p.SetDashPattern(m.dashes, 0)
		p.trace(m.points)
		p.DrawPath("D")
		p.SetDashPattern(nil, 0)
	case shaded:
		p.trace(m.points)
		p.DrawPath("F")
	case pictured:
		name, how := fmt.Sprintf("%x", sha256.Sum256(m.photo)), gofpdf.ImageOptions{ImageType: "JPG"}
		p.RegisterImageOptionsReader(name, how, bytes.NewReader(m.photo))
		p.ImageOptions(name, m.x, m.y, m.w, m.h, false, how, 0, "")
	}
}

func (p *pen) trace(points [][2]float64) {
	p.MoveTo(points[0][0], points[0][1])
	for _, to := range points[1:] {
		p.LineTo(to[0], to[1])
	}
}

// ready sets what m is drawn with.
func (p *pen) ready(m mark) {
	switch m.kind {
	case written, slanted:
		if p.text.tone != m.tone || p.text.hue != m.hue {
			p.SetTextColor(m.rgb())
		}
		if p.text.tone == 255 || p.text.face != m.face || p.text.size != m.size {
			p.SetFont(family, styleOf[m.face], m.size)
		}
		p.text = m
	case filled, coded, shaded:
		if p.fill.tone != m.tone || p.fill.hue != m.hue {
			p.SetFillColor(m.rgb())
		}
		p.fill = m
	default:
		if p.line.tone != m.tone || p.line.hue != m.hue {
			p.SetDrawColor(m.rgb())
		}
		if p.line.size != m.size {
			p.SetLineWidth(m.size)
		}
		p.line = m
	}
}

func (m mark) rgb() (r, g, b int) {
	c := tones[m.tone]
	if m.tone == coloured {
		c = m.hue
	}
	return c[0], c[1], c[2]
}

// code draws a QR code as one path.
func (p *pen) code(m mark) {
	unit := m.w / float64(m.code.side)
	_, high := p.GetPageSize()
	var path strings.Builder
	for _, b := range m.code.bars {
		fmt.Fprintf(&path, "%.3f %.3f %.3f %.3f re\n",
			(m.x+float64(b.x)*unit)/point, (high-m.y-float64(b.y+1)*unit)/point,
			float64(b.long)*unit/point, unit/point)
	}
	path.WriteString("f")
	p.RawWriteStr(path.String())
}
