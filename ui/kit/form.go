package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Form is fields in columns that line up. It knows its fields by name, so that
// a rule that was broken is shown where it was broken. In a narrow room it is
// one column.
type Form struct {
	widget.BaseWidget
	fields map[string]*Field
	order  []string
	grid   *formGrid
	box    *fyne.Container
	scroll *container.Scroll
}

// NewForm has that many columns, 1 to 3.
func NewForm(columns int) *Form {
	f := &Form{fields: map[string]*Field{}, grid: &formGrid{columns: columns}}
	f.box = container.New(f.grid)
	f.ExtendBaseWidget(f)
	return f
}

// Add appends a field over some of the columns; a row that has no room for it
// ends before it.
func (f *Form) Add(name string, field *Field, span int) *Field {
	f.fields[name] = field
	f.order = append(f.order, name)
	f.put(field, span)
	return field
}

// AddRow appends something that is no field over all columns: a heading, a line, a note.
func (f *Form) AddRow(o fyne.CanvasObject) { f.put(o, f.grid.columns) }

func (f *Form) put(o fyne.CanvasObject, span int) {
	f.grid.spans = append(f.grid.spans, min(max(span, 1), f.grid.columns))
	f.box.Add(o)
}

// Field is the field of that name, or nil.
func (f *Form) Field(name string) *Field { return f.fields[name] }

// ShowField shows or hides a field; its place is taken by those after it.
func (f *Form) ShowField(name string, shown bool) {
	field := f.fields[name]
	if field == nil || field.Visible() == shown {
		return
	}
	if field.Hidden = !shown; shown {
		field.Refresh()
	}
	f.box.Refresh()
	f.Refresh()
}

// Fail says what is wrong with a field and brings the keyboard there. It tells
// whether there is such a field: otherwise the text must be shown elsewhere.
func (f *Form) Fail(name, text string) bool {
	field := f.fields[name]
	if field == nil || field.Hidden {
		return false
	}
	field.SetError(text)
	f.reveal(field)
	field.Focus()
	return true
}

// Clear takes all errors away, before another try.
func (f *Form) Clear() {
	for _, field := range f.fields {
		field.SetError("")
	}
}

// Touched tells whether a person typed or chose anything in it.
func (f *Form) Touched() bool {
	for _, field := range f.fields {
		if field.byHand {
			return true
		}
	}
	return false
}

// Failed are the names of the fields with an error, in their order.
func (f *Form) Failed() []string {
	var names []string
	for _, name := range f.order {
		if f.fields[name].Error() != "" {
			names = append(names, name)
		}
	}
	return names
}

// FocusTarget is the piece of the first field that takes the keyboard.
func (f *Form) FocusTarget() fyne.Focusable {
	for _, name := range f.order {
		field := f.fields[name]
		if t := focusTarget(field.Input); t != nil && field.Visible() {
			return t
		}
	}
	return nil
}

// FocusFirst brings the keyboard into the first field that takes it.
func (f *Form) FocusFirst() { Focus(f) }

// Scrolled is the form in a room that may be lower than it; a field that fails
// is scrolled to.
func (f *Form) Scrolled() *container.Scroll {
	f.scroll = Scroll(f)
	return f.scroll
}

func (f *Form) reveal(field *Field) {
	if f.scroll == nil {
		return
	}
	top, view := field.Position().Y, f.scroll.Size().Height
	if bottom := top + field.Size().Height; top < f.scroll.Offset.Y || bottom > f.scroll.Offset.Y+view {
		f.scroll.ScrollToOffset(fyne.NewPos(0, top))
	}
}

// CreateRenderer is for Fyne.
func (f *Form) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.box) }
