package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Asked is one line of Marks: what is asked, and what may be marked.
type Asked struct {
	Aside string // small, before the words: a number
	Words string
	Marks []Mark
	Most  int // how many may be marked; 0 counts as 1
}

// Mark is one possible answer: what is typed for it, and what it is called where
// that does not say enough.
type Mark struct{ Keys, Words string }

// Refusal is why a key did nothing.
type Refusal int

// The refusals: no mark of this line has the key, as much is marked as may be, the
// line is still to be marked, nothing is marked past the end.
const (
	NoSuchMark Refusal = iota
	TooMany
	NotMarked
	AtTheEnd
)

// Marks is a list of questions for whoever copies answers from paper: one line a
// question, and a key that marks it and goes on to the next. A blank or - leaves a
// line empty on purpose, Up and Backspace go back, Enter past the end is the end.
// It takes the keyboard as one.
type Marks struct {
	widget.BaseWidget
	Keyed
	OnMark    func(row int) // another answer stands there
	OnMove    func(row int) // the keyboard went there; Count past the last
	OnEnd     func()        // Enter past the last line
	OnRefused func(row int, why Refusal)

	asked   []Asked
	answers []answer
	at      int
	typed   string // of a mark of several keys, so far
	focused bool
	off     bool
	waiting bool
	ahead   []func() // keys pressed while waiting
	rows    []*markRow
	end     *markEnd
	box     *fyne.Container
	scroll  *container.Scroll
}

// answer is what stands in a line: the places of its marks, or that it is empty on
// purpose.
type answer struct {
	marks []int
	blank bool
}

// NewMarks has no lines; end is what is said past the last.
func NewMarks(end string) *Marks {
	m := &Marks{OnMark: func(int) {}, OnMove: func(int) {}, OnEnd: func() {}, OnRefused: func(int, Refusal) {}, box: container.NewVBox()}
	m.box.Layout = tight{}
	m.end = newMarkEnd(m, end)
	m.scroll = Scroll(m.box)
	m.ExtendBaseWidget(m)
	return m
}

// Ask shows these questions, with nothing marked.
func (m *Marks) Ask(asked []Asked) {
	m.asked, m.rows, m.answers = asked, nil, make([]answer, len(asked))
	m.box.RemoveAll()
	for i := range asked {
		m.rows = append(m.rows, newMarkRow(m, i))
		m.box.Add(m.rows[i])
	}
	m.box.Add(m.end)
	m.Clear()
}

// Clear takes all marks away and goes to the first line.
func (m *Marks) Clear() {
	m.at, m.typed = 0, ""
	clear(m.answers)
	m.scroll.ScrollToTop()
	m.Refresh()
}

// Count is how many lines there are.
func (m *Marks) Count() int { return len(m.asked) }

// At is the line that the keyboard is at, Count past the last.
func (m *Marks) At() int { return m.at }

// Wait keeps the keys that are pressed from now on, until Resume takes them or Forget
// drops them: whoever is fast is not to lose any while an answer is on its way.
func (m *Marks) Wait() { m.waiting = true }

// Resume takes the keys that were kept, as if they were pressed now.
func (m *Marks) Resume() {
	keys := m.ahead
	m.Forget()
	for _, press := range keys {
		press()
	}
}

// Forget drops them.
func (m *Marks) Forget() { m.waiting, m.ahead = false, nil }

// Words are what is asked in a line.
func (m *Marks) Words(row int) string { return m.asked[row].Words }

// Marked are the keys of what is marked in a line, in their order.
func (m *Marks) Marked(row int) (keys []string) {
	for _, i := range m.answers[row].marks {
		keys = append(keys, m.asked[row].Marks[i].Keys)
	}
	return keys
}

// Empty tells whether a line was left empty on purpose.
func (m *Marks) Empty(row int) bool { return m.answers[row].blank }

// Open is the first line that is neither marked nor empty on purpose, -1 for none.
func (m *Marks) Open() int {
	return slices.IndexFunc(m.answers, func(a answer) bool { return len(a.marks) == 0 && !a.blank })
}

// Set marks a line by keys, without a key being pressed; without keys it is empty
// on purpose.
func (m *Marks) Set(row int, keys ...string) {
	a := answer{blank: len(keys) == 0}
	for i, k := range m.asked[row].Marks {
		if slices.Contains(keys, k.Keys) {
			a.marks = append(a.marks, i)
		}
	}
	m.answers[row] = a
	m.rows[row].Refresh()
}

// Go brings the keyboard to a line.
func (m *Marks) Go(row int) {
	row = min(max(row, 0), len(m.asked))
	was := m.at
	m.at, m.typed = row, ""
	m.redraw(was)
	m.redraw(row)
	m.reveal()
	if was != row {
		Safely(func() { m.OnMove(row) })
	}
}

// SetEnd changes what is said past the last line.
func (m *Marks) SetEnd(words string) {
	m.end.words = words
	m.end.Refresh()
}

// Disable makes it for reading only.
func (m *Marks) Disable() { m.off = true; m.Refresh() }

// Enable ends Disable.
func (m *Marks) Enable() { m.off = false; m.Refresh() }

// Disabled is for Fyne; while it waits it takes the keyboard.
func (m *Marks) Disabled() bool { return m.off && !m.waiting }

// FocusGained shows that the keyboard is here.
func (m *Marks) FocusGained() { m.focused = true; m.redraw(m.at) }

// FocusLost shows that it is not.
func (m *Marks) FocusLost() { m.focused = false; m.redraw(m.at) }

func (m *Marks) redraw(row int) {
	if row < len(m.rows) {
		m.rows[row].Refresh()
		return
	}
	m.end.Refresh()
}

// reveal scrolls the line into sight, and the one after it.
func (m *Marks) reveal() {
	o := m.box.Objects[m.at]
	top, bottom := o.Position().Y, o.Position().Y+o.Size().Height
	if next := m.at + 1; next < len(m.box.Objects) {
		bottom += m.box.Objects[next].Size().Height
	}
	switch view := m.scroll.Size().Height; {
	case top < m.scroll.Offset.Y:
		m.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > m.scroll.Offset.Y+view:
		m.scroll.ScrollToOffset(fyne.NewPos(0, max(bottom-view, 0)))
	}
}

// Refresh draws all lines in the look worn now.
func (m *Marks) Refresh() {
	for _, r := range m.rows {
		r.Refresh()
	}
	m.end.Refresh()
	m.BaseWidget.Refresh()
}

// CreateRenderer is for Fyne.
func (m *Marks) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(m.scroll) }

// tight stacks lines without a gap.
type tight struct{}

func (tight) MinSize(os []fyne.CanvasObject) (s fyne.Size) {
	for _, o := range os {
		min := o.MinSize()
		s = fyne.NewSize(max(s.Width, min.Width), s.Height+min.Height)
	}
	return s
}

func (tight) Layout(os []fyne.CanvasObject, s fyne.Size) {
	y := float32(0)
	for _, o := range os {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(s.Width, h))
		y += h
	}
}
