package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// The sizes of text.
const (
	SizeSmall   float32 = sizeSmall
	SizeLabel   float32 = 12
	SizeBody    float32 = sizeBody
	SizeSection float32 = 14
	SizeTitle   float32 = sizeTitle
	SizeFigure  float32 = 26

	sizeSmall = 11.5
	sizeBody  = 13
	sizeTitle = 22
)

// Role is what a text is for, which gives it its colour.
type Role int

// The roles; InkOf gives those of the tones.
const (
	Body Role = iota
	Quiet
	Accent
	OnAccent
	tones
)

// InkOf is the role of words that carry a tone.
func InkOf(t Tone) Role { return tones + Role(t) }

func (r Role) colour() color.NRGBA {
	p := Pal()
	switch r {
	case Body:
		return p.Text
	case Quiet:
		return p.Muted
	case Accent:
		return p.Accent
	case OnAccent:
		return p.Surface
	}
	return p.Ink[r-tones]
}

// Phrase is one line of text that is as wide as its words.
type Phrase struct {
	widget.BaseWidget
	line *canvas.Text
	size float32
	role Role
}

// Text is one line in a size and role.
func Text(s string, size float32, role Role, heavy bool) *Phrase {
	p := &Phrase{line: canvas.NewText(s, nil), size: size, role: role}
	p.line.TextStyle.Bold = heavy
	p.ExtendBaseWidget(p)
	p.dress()
	return p
}

// Muted is a small quiet line: a label, a note, a unit.
func Muted(s string) *Phrase { return Text(s, SizeLabel, Quiet, false) }

// Title heads a page.
func Title(s string) *Phrase { return Text(s, SizeTitle, Body, true) }

// Section heads a card or a part of a page.
func Section(s string) *Phrase { return Text(s, SizeSection, Body, true) }

// SetText changes what is said.
func (p *Phrase) SetText(s string) {
	if p.line.Text != s {
		p.line.Text = s
		p.Refresh()
	}
}

// Text is what is said now.
func (p *Phrase) Text() string { return p.line.Text }

// SetRole changes what the text is for.
func (p *Phrase) SetRole(r Role) {
	p.role = r
	p.Refresh()
}

// AlignRight lets the text end where its room ends.
func (p *Phrase) AlignRight() *Phrase {
	p.line.Alignment = fyne.TextAlignTrailing
	return p
}

func (p *Phrase) dress() {
	p.line.Color, p.line.TextSize = p.role.colour(), Px(p.size)
}

// Refresh draws the text in the look worn now.
func (p *Phrase) Refresh() {
	p.dress()
	p.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (p *Phrase) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.line) }

// Flush takes away most of the margin round a text, so that it lines up with the
// lines above and below.
func Flush(p *Prose) fyne.CanvasObject { return container.New(inset{-proseMargin, -4}, p) }
