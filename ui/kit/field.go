package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Field is an input with its label above and one line below for a hint or what
// is wrong. The line is always there, so that nothing jumps.
type Field struct {
	widget.BaseWidget
	// Input is what is filled in.
	Input fyne.CanvasObject

	label  *Cell
	below  *Cell
	hint   string
	wrong  string
	at     fyne.CanvasObject // the cell of a list that is wrong
	byHand bool              // changed since it was shown
}

// NewField puts an input below its label.
func NewField(label string, input fyne.CanvasObject, hint string) *Field {
	f := &Field{
		Input: input, hint: hint,
		label: NewCell(label, SizeLabel, Quiet, false),
		below: NewCell(hint, SizeSmall, Accent, false),
	}
	if c, complains := input.(interface{ OnComplaint(func(string)) }); complains {
		c.OnComplaint(f.SetError)
	}
	if t, tells := focusTarget(input).(interface{ whenTouched(func()) }); tells {
		t.whenTouched(f.touched)
	}
	f.ExtendBaseWidget(f)
	return f
}

// SetLabel changes what is asked for.
func (f *Field) SetLabel(s string) { f.label.SetText(s) }

// Label is what is asked for.
func (f *Field) Label() string { return f.label.Text() }

// SetHint says something helpful below the input; "" takes it away.
func (f *Field) SetHint(s string) {
	f.hint = s
	f.say()
}

// SetError says what is wrong and what to type instead; "" takes it away and
// the hint comes back.
func (f *Field) SetError(s string) {
	if list, is := f.Input.(*writtenList); is {
		list.clearRows()
	}
	f.wrong, f.at = s, nil
	f.say()
}

// touched takes away what was said to be wrong: it is being mended.
func (f *Field) touched() {
	f.byHand = true
	if f.wrong != "" {
		f.SetError("")
	}
}

// Error is what is said to be wrong.
func (f *Field) Error() string { return f.wrong }

// Hint is what is said to help.
func (f *Field) Hint() string { return f.hint }

func (f *Field) say() {
	if f.wrong != "" {
		f.below.Set(f.wrong, InkOf(Bad), false)
		return
	}
	f.below.Set(f.hint, Accent, false)
}

// FocusTarget is the piece of the input that takes the keyboard.
func (f *Field) FocusTarget() fyne.Focusable { return focusTarget(f.Input) }

// Focus brings the keyboard into the field, in a list to the row that is wrong.
func (f *Field) Focus() {
	if f.at != nil {
		Focus(f.at)
		return
	}
	Focus(f.Input)
}

// CreateRenderer is for Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(fieldLayout{}, f.label, f.Input, f.below))
}

// fieldLayout stacks label, input and the line below; room to spare goes to
// the input.
type fieldLayout struct{}

// A line of text brings its own leading, so that label and hint need no gap of
// their own; what is saved keeps a form's last field on a small screen.
const (
	fieldGap   = 1
	fieldTight = 2 // taken off the leading of label and hint
)

func (fieldLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	label, input, below := os[0].MinSize(), os[1].MinSize(), os[2].MinSize()
	return fyne.NewSize(input.Width, label.Height+input.Height+below.Height+2*Px(fieldGap-fieldTight))
}

func (fieldLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	label, below := os[0].MinSize().Height-Px(fieldTight), os[2].MinSize().Height-Px(fieldTight)
	input := s.Height - label - below - 2*Px(fieldGap)
	y := float32(0)
	for i, h := range []float32{label, input, below} {
		os[i].Move(fyne.NewPos(0, y))
		os[i].Resize(fyne.NewSize(s.Width, h))
		y += h + Px(fieldGap)
	}
}
