package kit

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// sheetOf is a list of three items, a recommendation and a choice of at most two.
func sheetOf(t *testing.T) *Marks {
	t.Helper()
	Look{Mode: ModeLight, Plain: true}.Wear(test.NewTempApp(t))
	five := []Mark{{Keys: "1"}, {Keys: "2"}, {Keys: "3"}, {Keys: "4"}, {Keys: "5"}, {Keys: "0"}}
	var ten []Mark
	for i := range 11 {
		ten = append(ten, Mark{Keys: strconv.Itoa(i)})
	}
	m := NewMarks("end")
	m.Ask([]Asked{{Words: "態度", Marks: five}, {Words: "響應", Marks: five}, {Words: "維修", Marks: five}, {Words: "推薦", Marks: ten},
		{Words: "最需改進", Most: 2, Marks: []Mark{{"A", "電梯"}, {"B", "停車"}, {"C", "綠化"}}}})
	w := test.NewTempWindow(t, m)
	w.Resize(fyne.NewSize(700, 160))
	w.Canvas().Focus(m)
	return m
}

// says is what stands in each line, - for empty on purpose, . for not yet.
func (m *Marks) says() string {
	var all []string
	for row := range m.Count() {
		switch {
		case m.Empty(row):
			all = append(all, "-")
		case len(m.Marked(row)) == 0:
			all = append(all, ".")
		default:
			all = append(all, strings.Join(m.Marked(row), ""))
		}
	}
	return strings.Join(all, " ")
}

// keyed types on it; ~ is Enter, < Backspace, ^ Up, v Down.
func (m *Marks) keyed(keys string) {
	names := map[rune]fyne.KeyName{'~': fyne.KeyReturn, '<': fyne.KeyBackspace, '^': fyne.KeyUp, 'v': fyne.KeyDown}
	for _, r := range keys {
		if name, is := names[r]; is {
			m.TypedKey(&fyne.KeyEvent{Name: name})
			continue
		}
		m.TypedRune(r)
	}
}

func TestMarksAreKeyedLineByLine(t *testing.T) {
	for _, c := range []struct {
		keys, says string
		at         int
	}{
		{"543", "5 4 3 . .", 3},
		{"5-0", "5 - 0 . .", 3},
		{"5 0", "5 - 0 . .", 3},
		{"５４３", "5 4 3 . .", 3}, // of a Chinese keyboard
		{"54<3", "5 3 . . .", 2},
		{"54^^3", "3 4 . . .", 1},
		{"v5", ". 5 . . .", 2},
		{"67", ". . . . .", 0},
		{"5~", "5 . . . .", 1}, // nothing is marked in the second
		{"5437", "5 4 3 7 .", 4},
		{"54310", "5 4 3 10 .", 4},
		{"5431~", "5 4 3 1 .", 4},
		{"5431", "5 4 3 1 .", 3},  // a 0 may come
		{"54315", "5 4 3 1 .", 3}, // no 15
		{"5431<8", "5 4 3 8 .", 4},
		{"5430", "5 4 3 0 .", 4},
		{"543-ac~", "5 4 3 - AC", 5},
		{"543-CA", "5 4 3 - AC", 4},
		{"543-abc", "5 4 3 - AB", 4},
		{"543-aba", "5 4 3 - B", 4},
		{"543-ab<", "5 4 3 - A", 4},
		{"543-ab<<<", "5 4 3 - .", 3},
		{"543-~", "5 4 3 - -", 5},
		{"543--", "5 4 3 - -", 5},
		{"543--<a~", "5 4 3 - A", 5},
		{"543-a~4", "5 4 3 - A", 5},
	} {
		m := sheetOf(t)
		m.keyed(c.keys)
		if m.says() != c.says || m.At() != c.at {
			t.Errorf("%q marks %q and stands at %d, want %q at %d", c.keys, m.says(), m.At(), c.says, c.at)
		}
	}
}

func TestMarksSayWhatTheyRefuse(t *testing.T) {
	m := sheetOf(t)
	var why []Refusal
	ended := 0
	m.OnRefused = func(_ int, r Refusal) { why = append(why, r) }
	m.OnEnd = func() { ended++ }
	m.keyed("7~543-abc~1~")
	if want := []Refusal{NoSuchMark, NotMarked, TooMany, AtTheEnd}; !slices.Equal(why, want) {
		t.Errorf("refused %v, want %v", why, want)
	}
	if ended != 1 {
		t.Errorf("ended %d times", ended)
	}
}

func TestMarksFindTheLineThatIsOpen(t *testing.T) {
	m := sheetOf(t)
	m.keyed("5v3--")
	if m.Open() != 1 {
		t.Errorf("open is %d in %q", m.Open(), m.says())
	}
	m.Go(1)
	m.keyed("-v")
	if m.Open() != 4 && m.Open() != -1 {
		t.Errorf("open is %d in %q", m.Open(), m.says())
	}
	m.Set(4, "B")
	m.Set(3)
	if m.Open() != -1 || m.says() != "5 - 3 - B" {
		t.Errorf("open is %d in %q", m.Open(), m.says())
	}
	m.Clear()
	if m.At() != 0 || m.Open() != 0 {
		t.Errorf("cleared, it stands at %d with %q", m.At(), m.says())
	}
}

func TestMarksForReadingTakeNoKeyButMove(t *testing.T) {
	m := sheetOf(t)
	m.Disable()
	m.keyed("5-vv<")
	if m.says() != ". . . . ." || m.At() != 1 {
		t.Errorf("it says %q at %d", m.says(), m.At())
	}
}

func TestTheLineWithTheKeyboardIsInSight(t *testing.T) {
	m := sheetOf(t)
	for range m.Count() {
		m.keyed("v")
		top := m.box.Objects[m.at].Position().Y - m.scroll.Offset.Y
		if bottom := top + m.box.Objects[m.at].Size().Height; top < -0.5 || bottom > m.scroll.Size().Height+0.5 {
			t.Errorf("line %d lies from %v to %v of %v", m.at, top, bottom, m.scroll.Size().Height)
		}
	}
	m.keyed("^^^^^^")
	if m.At() != 0 || m.scroll.Offset.Y != 0 {
		t.Errorf("back at %d, scrolled by %v", m.At(), m.scroll.Offset.Y)
	}
}

func TestAMouseMarksToo(t *testing.T) {
	m := sheetOf(t)
	press := func(row, i int) {
		b := m.rows[row].boxes[i]
		test.TapAt(m.rows[row], b.ground.Position().AddXY(4, 4))
	}
	press(1, 3)
	press(2, 6)
	press(4, 1)
	press(4, 2)
	if m.says() != ". 4 - . BC" || m.At() != 4 {
		t.Errorf("it says %q at %d", m.says(), m.At())
	}
	ended := false
	m.OnEnd = func() { ended = true }
	test.Tap(m.end)
	if ended || m.At() != 5 {
		t.Errorf("the first press on the end: ended %v at %d", ended, m.At())
	}
	test.Tap(m.end)
	if !ended {
		t.Error("the second press on the end does not end")
	}
}

func TestKeysPressedWhileWaitingAreTakenAfterwards(t *testing.T) {
	m := sheetOf(t)
	m.Wait()
	m.keyed("5~4")
	if m.says() != ". . . . ." || m.At() != 0 {
		t.Fatalf("waiting, it says %q at %d", m.says(), m.At())
	}
	m.Clear()
	m.Resume()
	if m.says() != "5 4 . . ." { // Enter on an empty line does nothing
		t.Errorf("resumed, it says %q", m.says())
	}
	m.Clear()
	m.Wait()
	m.keyed("54")
	m.Forget()
	m.keyed("3")
	if m.says() != "3 . . . ." {
		t.Errorf("after what was forgotten it says %q", m.says())
	}
}
