package kit

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
	"github.com/go-text/typesetting/segmenter"
)

// Prose is text of any length, broken where a reader would break it: between
// Chinese characters but not before a comma, and never in a word, a day or a
// number. Fyne's own wrapping either knows only blanks or cuts anywhere.
type Prose struct {
	widget.BaseWidget
	text  string
	size  float32
	role  Role
	lines []string
	drawn *fyne.Container
}

// Wrapped is text of any length, with a small margin round it.
func Wrapped(s string) *Prose {
	p := &Prose{text: s, size: SizeBody, drawn: &fyne.Container{}}
	p.drawn.Layout = proseLines{p}
	p.ExtendBaseWidget(p)
	// How high it is depends on how wide: before it is laid out, a likely width.
	p.Resize(fyne.NewSize(Px(400), 0))
	return p
}

// Quiet makes it stand back behind what is around it.
func (p *Prose) Quiet() *Prose {
	p.role = Quiet
	p.Refresh()
	return p
}

// Small makes its letters those of hints.
func (p *Prose) Small() *Prose {
	p.size = SizeSmall
	p.Refresh()
	return p
}

// Small is a quiet, small text of any length, without the margin round it.
func Small(s string) fyne.CanvasObject { return Flush(Wrapped(s).Quiet().Small()) }

// SetText changes what is said.
func (p *Prose) SetText(s string) {
	if p.text != s {
		p.text = s
		p.Refresh()
	}
}

// Text is all that is said.
func (p *Prose) Text() string { return p.text }

// Lines are what is said, line by line as it stands now; joined they are the
// text, without its line ends.
func (p *Prose) Lines() []string { return p.lines }

// The margin round it, and the distance between its lines.
const (
	proseMargin  = 6
	proseLeading = 4
)

// Resize breaks the text for the new room.
func (p *Prose) Resize(s fyne.Size) {
	same := s.Width == p.Size().Width
	p.BaseWidget.Resize(s)
	if !same {
		p.Refresh()
	}
}

// Refresh draws the text in the look worn now.
func (p *Prose) Refresh() {
	size := Px(p.size)
	p.lines = broken(p.text, p.Size().Width-2*Px(proseMargin), func(s string) float32 {
		return fyne.MeasureText(s, size, fyne.TextStyle{}).Width
	})
	p.drawn.RemoveAll()
	for _, line := range p.lines {
		text := canvas.NewText(strings.TrimRightFunc(line, unicode.IsSpace), p.role.colour())
		text.TextSize = size
		p.drawn.Add(text)
	}
	p.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.drawn) }

// proseLines stacks the lines.
type proseLines struct{ p *Prose }

func (l proseLines) MinSize([]fyne.CanvasObject) fyne.Size {
	n := float32(len(l.p.lines))
	return fyne.NewSize(Px(3*proseMargin), 2*Px(proseMargin)+n*l.high()+max(n-1, 0)*Px(proseLeading))
}

func (l proseLines) Layout(os []fyne.CanvasObject, s fyne.Size) {
	y, high := Px(proseMargin), l.high()
	for _, o := range os {
		o.Move(fyne.NewPos(Px(proseMargin), y))
		o.Resize(fyne.NewSize(max(s.Width-2*Px(proseMargin), 0), high))
		y += high + Px(proseLeading)
	}
}

func (l proseLines) high() float32 {
	return fyne.MeasureText("國", Px(l.p.size), fyne.TextStyle{}).Height
}

// broken parts a text into lines no wider than width; blanks at the end of a
// line take no room, and what is wider than a line is cut where the line ends.
func broken(s string, width float32, wide func(string) float32) []string {
	var lines []string
	for _, part := range strings.Split(s, "\n") {
		if wide(part) <= width {
			lines = append(lines, part)
			continue
		}
		lines = append(lines, filled(part, width, wide)...)
	}
	return lines
}

// filled puts as much of one paragraph into each line as fits. It measures piece
// by piece: most pieces of Chinese are one character, whose width is known.
func filled(s string, width float32, wide func(string) float32) []string {
	var lines []string
	line, used := "", float32(0)
	end := func() {
		if line != "" {
			lines, line, used = append(lines, line), "", 0
		}
	}
	var seg segmenter.Segmenter
	seg.Init([]rune(s))
	for it := seg.LineIterator(); it.Next(); {
		piece := string(it.Line().Text)
		seen := wide(strings.TrimRightFunc(piece, unicode.IsSpace))
		if used+seen > width {
			end()
		}
		if seen <= width {
			line, used = line+piece, used+wide(piece)
			continue
		}
		for _, r := range piece {
			w := wide(string(r))
			if used+w > width {
				end()
			}
			line, used = line+string(r), used+w
		}
	}
	end()
	return lines
}
