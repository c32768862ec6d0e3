package kit

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// later keeps a key while waiting, and tells whether it did.
func (m *Marks) later(press func()) bool {
	if m.waiting {
		m.ahead = append(m.ahead, press)
	}
	return m.waiting
}

func (m *Marks) most(row int) int { return max(m.asked[row].Most, 1) }

// TypedRune marks the line and goes on; also a digit or letter of full width does.
func (m *Marks) TypedRune(r rune) {
	if m.later(func() { m.TypedRune(r) }) {
		return
	}
	r = unicode.ToUpper(halfWidth(r))
	switch {
	case m.off:
	case m.at == len(m.asked):
		if r != ' ' {
			m.refuse(AtTheEnd)
		}
	case r == ' ' || r == '-' || r == '—':
		m.leaveEmpty()
	default:
		m.take(string(r))
	}
}

// take is a key of a mark: all of it, or the first of several. Where it is both, as
// 1 is of 10, the line waits for the next key.
func (m *Marks) take(key string) {
	whole, begun := m.find(m.typed + key)
	switch {
	case whole < 0 && !begun:
		m.refuse(NoSuchMark)
	case whole >= 0 && !m.mark(whole):
	case begun:
		m.typed += key
	case m.most(m.at) > 1:
		m.typed = ""
	default:
		m.Go(m.at + 1)
	}
}

// find is the mark of these keys, -1 for none, and whether they begin a longer one.
func (m *Marks) find(keys string) (whole int, begun bool) {
	whole = -1
	for i, k := range m.asked[m.at].Marks {
		switch {
		case k.Keys == keys:
			whole = i
		case strings.HasPrefix(k.Keys, keys):
			begun = true
		}
	}
	return whole, begun
}

// mark puts a mark into the line the keyboard is at: in the place of another, or
// beside others as far as there may be several. A mark that is there goes.
func (m *Marks) mark(i int) bool {
	a := &m.answers[m.at]
	many := m.most(m.at) > 1
	at := slices.Index(a.marks, i)
	switch {
	case many && at >= 0:
		a.marks = slices.Delete(a.marks, at, at+1)
	case many && len(a.marks) >= m.most(m.at):
		m.typed = ""
		m.refuse(TooMany)
		return false
	case many:
		a.marks = append(a.marks, i)
		slices.Sort(a.marks)
	default:
		a.marks = []int{i}
	}
	a.blank = false
	m.told(m.at)
	return true
}

func (m *Marks) leaveEmpty() {
	m.answers[m.at] = answer{blank: true}
	m.told(m.at)
	m.Go(m.at + 1)
}

func (m *Marks) told(row int) {
	m.redraw(row)
	Safely(func() { m.OnMark(row) })
}

func (m *Marks) refuse(why Refusal) { Safely(func() { m.OnRefused(m.at, why) }) }

// TypedKey moves between the lines.
func (m *Marks) TypedKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeyEscape && m.later(func() { m.TypedKey(e) }) {
		return
	}
	switch e.Name {
	case fyne.KeyUp:
		m.Go(m.at - 1)
	case fyne.KeyBackspace:
		m.back()
	case fyne.KeyDown:
		m.Go(m.at + 1)
	case fyne.KeyHome:
		m.Go(0)
	case fyne.KeyEnd:
		m.Go(len(m.asked))
	case fyne.KeyReturn, fyne.KeyEnter:
		m.enter()
	case fyne.KeySpace: // comes as a rune, too
	default:
		PassKey(m, e)
	}
}

// back takes the last of several marks away, or goes to the line before.
func (m *Marks) back() {
	if m.at < len(m.asked) && !m.off {
		a := &m.answers[m.at]
		if n := len(a.marks); m.most(m.at) > 1 && n > 0 || m.typed != "" {
			a.marks, m.typed = a.marks[:max(n-1, 0)], ""
			m.told(m.at)
			return
		}
	}
	m.Go(m.at - 1)
}

// enter goes on from a line that is answered; a line that may have several marks
// may have none.
func (m *Marks) enter() {
	switch {
	case m.at == len(m.asked):
		if !m.off {
			Safely(m.OnEnd)
		}
	case len(m.answers[m.at].marks) == 0 && !m.answers[m.at].blank && m.most(m.at) > 1:
		m.leaveEmpty()
	case len(m.answers[m.at].marks) == 0 && !m.answers[m.at].blank && !m.off:
		m.refuse(NotMarked)
	default:
		m.Go(m.at + 1)
	}
}

// press is a mark chosen by mouse; below zero leaves the line empty.
func (m *Marks) press(row, i int) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m); c != nil {
		c.Focus(m)
	}
	m.Go(row)
	if m.off || row == len(m.asked) {
		return
	}
	switch {
	case i < 0:
		m.leaveEmpty()
	case m.mark(i) && m.most(row) == 1:
		m.Go(row + 1)
	}
}
