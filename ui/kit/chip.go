package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Tag is a chip: a state in words, on the wash of its tone. It keeps its own
// size at the left of the room it is given, and ends in "…" in a room too small.
type Tag struct {
	widget.BaseWidget
	text   string
	tone   Tone
	ground *canvas.Rectangle
	line   *canvas.Text
}

// Chip says a state.
func Chip(t Tone, s string) *Tag {
	c := &Tag{text: s, tone: t, ground: &canvas.Rectangle{}, line: canvas.NewText(s, nil)}
	c.line.TextStyle.Bold = true
	c.ExtendBaseWidget(c)
	c.dress()
	return c
}

// Set changes tone and words; a chip without words is not seen.
func (c *Tag) Set(t Tone, s string) {
	if c.tone != t || c.text != s {
		c.tone, c.text = t, s
		c.Refresh()
	}
}

// SetText changes the words.
func (c *Tag) SetText(s string) { c.Set(c.tone, s) }

// SetTone changes the tone.
func (c *Tag) SetTone(t Tone) { c.Set(t, c.text) }

// Text is what the chip says.
func (c *Tag) Text() string { return c.text }

// Tone is the tone it says it in.
func (c *Tag) Tone() Tone { return c.tone }

func (c *Tag) dress() {
	p := Pal()
	c.line.Color, c.line.TextSize = p.Ink[c.tone], Px(SizeSmall)
	c.ground.FillColor, c.ground.CornerRadius = p.Wash[c.tone], Px(4)
}

// Refresh draws the chip in the look worn now.
func (c *Tag) Refresh() {
	c.dress()
	c.BaseWidget.Refresh()
}

// MinSize is the words and the margin round them.
func (c *Tag) MinSize() fyne.Size {
	return fyne.MeasureText(c.text, Px(SizeSmall), c.line.TextStyle).AddWidthHeight(2*Px(7), 2*Px(2))
}

// CreateRenderer is for Fyne.
func (c *Tag) CreateRenderer() fyne.WidgetRenderer { return &chipRenderer{c} }

type chipRenderer struct{ c *Tag }

func (r *chipRenderer) Layout(s fyne.Size) {
	c, min := r.c, r.c.MinSize()
	w := fyne.Min(min.Width, s.Width)
	c.line.Text = Fit(c.text, c.line.TextSize, c.line.TextStyle, w-2*Px(7))
	top := (s.Height - min.Height) / 2
	c.ground.Hidden = c.text == ""
	c.ground.Move(fyne.NewPos(0, top))
	c.ground.Resize(fyne.NewSize(w, min.Height))
	c.line.Move(fyne.NewPos(Px(7), top+Px(2)))
	c.line.Resize(fyne.NewSize(w-2*Px(7), min.Height-2*Px(2)))
}

func (r *chipRenderer) MinSize() fyne.Size { return r.c.MinSize() }

func (r *chipRenderer) Refresh() {
	r.Layout(r.c.Size())
	r.c.ground.Refresh()
	r.c.line.Refresh()
}

func (r *chipRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.ground, r.c.line}
}

func (r *chipRenderer) Destroy() {}
