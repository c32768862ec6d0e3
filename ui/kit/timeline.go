package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Happened is one entry of a timeline.
type Happened struct {
	Tone Tone
	When string // when and by whom
	Head string // what
	Body string // the rest, of any length; may be empty
}

// Timeline is what happened, below each other.
type Timeline struct {
	widget.BaseWidget
	box *fyne.Container
}

// NewTimeline shows entries in the order given.
func NewTimeline(entries []Happened) *Timeline {
	t := &Timeline{box: container.NewVBox()}
	t.ExtendBaseWidget(t)
	t.Set(entries)
	return t
}

// Set shows other entries.
func (t *Timeline) Set(entries []Happened) {
	t.box.RemoveAll()
	for _, e := range entries {
		t.box.Add(happened(e))
	}
	t.Refresh()
}

// CreateRenderer is for Fyne.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(t.box) }

func happened(e Happened) fyne.CanvasObject {
	words := container.NewVBox(container.NewBorder(nil, nil, nil,
		Text(e.When, SizeSmall, Quiet, false), NewCell(e.Head, SizeBody, Body, true)))
	if e.Body != "" {
		words.Add(Flush(Wrapped(e.Body).Quiet()))
	}
	return container.NewBorder(nil, Gap(1, 3), newDot(e.Tone), nil, Padded(8, 0, words))
}

// dot is a round mark in the ink of its tone.
type dot struct {
	widget.BaseWidget
	tone   Tone
	circle *canvas.Circle
}

func newDot(t Tone) *dot {
	d := &dot{tone: t, circle: canvas.NewCircle(Pal().Ink[t])}
	d.ExtendBaseWidget(d)
	return d
}

func (d *dot) Refresh() {
	d.circle.FillColor = Pal().Ink[d.tone]
	d.BaseWidget.Refresh()
}

func (d *dot) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(dotPlace{}, d.circle))
}

// dotPlace puts a dot beside the first line of what happened.
type dotPlace struct{}

func (dotPlace) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(Px(9), Px(15)) }

func (dotPlace) Layout(os []fyne.CanvasObject, _ fyne.Size) {
	os[0].Move(fyne.NewPos(0, Px(5)))
	os[0].Resize(fyne.NewSquareSize(Px(9)))
}
