package kit

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAFailingRuleIsShownAtItsField(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	f := NewForm(2)
	title, note := Entry(""), Area(3, 10)
	f.Add("title", NewField("標題", title, "提示"), 1)
	f.Add("note", NewField("說明", note, ""), 2)
	w := test.NewTempWindow(t, f.Scrolled())
	w.Resize(fyne.NewSize(600, 300))
	before := f.Field("note").Position()

	if !f.Fail("note", "請填寫說明") || f.Fail("nothing", "x") {
		t.Error("a form must know which fields it has")
	}
	if f.Field("note").Error() != "請填寫說明" || !slices.Equal(f.Failed(), []string{"note"}) {
		t.Errorf("failed are %v", f.Failed())
	}
	if w.Canvas().Focused() != fyne.Focusable(note.entry) {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
	f.Fail("title", "請填寫標題")
	if f.Field("title").below.Shown() != "請填寫標題" || f.Field("note").Position() != before {
		t.Error("a message made the form jump, or is not seen")
	}
	f.Clear()
	if len(f.Failed()) > 0 || f.Field("title").below.Shown() != "提示" {
		t.Errorf("after another try: %v, %q", f.Failed(), f.Field("title").below.Shown())
	}
}

func TestAFormIsOneColumnInANarrowRoom(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	f := NewForm(3)
	for _, name := range []string{"a", "b", "c"} {
		f.Add(name, NewField(name, Entry(""), ""), 1)
	}
	f.Resize(fyne.NewSize(900, 400))
	if f.Field("a").Position().Y != f.Field("c").Position().Y || f.Field("a").Size() != f.Field("c").Size() {
		t.Error("three columns do not line up")
	}
	wide := f.MinSize().Height
	f.Resize(fyne.NewSize(300, 400))
	if f.Field("b").Position().X != 0 || f.Field("b").Position().Y <= f.Field("a").Position().Y {
		t.Error("a narrow room still has columns")
	}
	if f.MinSize().Height < 2.5*wide {
		t.Errorf("one column is %v high, three are %v", f.MinSize().Height, wide)
	}
	f.Resize(fyne.NewSize(900, 400))
	f.ShowField("a", false)
	f.Resize(fyne.NewSize(901, 400))
	if f.Field("b").Position().X != 0 {
		t.Error("a hidden field keeps its place")
	}
}

func TestAnAreaSaysHowMuchIsTooMuch(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	a := Area(3, 5)
	a.SetText("三樓電")
	if a.Over() || a.count.Visible() {
		t.Error("there is no need to count yet")
	}
	a.SetText("三樓電梯")
	if a.Over() || !a.count.Visible() || a.count.Text() != "4 / 5" || a.count.role != Quiet {
		t.Errorf("near the end it says %q", a.count.Text())
	}
	a.SetText("三樓電梯異響")
	if !a.Over() || a.count.Text() != "6 / 5" || a.count.role != InkOf(Bad) || a.Value() != "三樓電梯異響" {
		t.Errorf("over the end it says %q and keeps %q", a.count.Text(), a.Value())
	}
	if a.entry.AcceptsTab() {
		t.Error("Tab does not go on to the next field")
	}
}

func TestEnterInATextDoesNotSave(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	e, sent := Entry(""), 0
	s := NewSheet(test.NewTempWindow(t, Gap(800, 600)).Canvas(), SheetWords{Title: "t", Primary: "ok", Cancel: "no"}, 400, e, func() { sent++ })
	s.Open()
	key(e, fyne.KeyReturn, fyne.KeyEnter)
	if sent != 0 {
		t.Error("Enter sent the form: with Chinese input it also ends a character")
	}
	e.TypedShortcut(Shortcut(fyne.KeyReturn))
	if sent != 1 {
		t.Errorf("Ctrl Enter sent %d times, want 1", sent)
	}
}

func TestANumberTakesDigitsOnly(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	e := NumberEntry("")
	test.Type(e, "1２x.三-3")
	if n, is := e.Number(); !is || n != 123 {
		t.Errorf("it reads %d from %q", n, e.Text)
	}
	e.SetText("")
	if _, is := e.Number(); is {
		t.Error("nothing is a number")
	}
}

func TestAChoiceYieldsValues(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	type person struct {
		id   int
		name string
	}
	c := NewChoice([]person{{1, "王芳"}, {2, "李建國"}, {3, "王芳"}}, func(p person) string { return p.name })
	var told []int
	c.OnChanged = func(p person) { told = append(told, p.id) }
	if c.Chosen() || c.Value().id != 0 {
		t.Error("something is chosen before anyone chose")
	}
	c.SetSelectedIndex(2)
	if c.Value().id != 3 || !slices.Equal(told, []int{3}) {
		t.Errorf("the second 王芳 is %d, told %v", c.Value().id, told)
	}
	if !SetValue(c, person{2, "李建國"}) || c.Value().id != 2 || len(told) != 1 {
		t.Errorf("set by the program it is %d, told %v", c.Value().id, told)
	}
	if SetValue(c, person{9, ""}) || c.Value().id != 2 {
		t.Error("what is not on offer was chosen")
	}
	c.SetValues([]person{{4, "趙敏"}})
	if c.Chosen() {
		t.Error("other values keep an old choice")
	}
}

func TestAChoiceOpensByKeyboard(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	for _, name := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyDown} {
		c := NewChoice([]int{1, 2}, func(n int) string { return strings.Repeat("I", n) })
		w := test.NewTempWindow(t, c)
		w.Canvas().Focus(c)
		key(c, name)
		if w.Canvas().Overlays().Top() == nil {
			t.Errorf("%s does not open the list", name)
		}
	}
}

func TestRadiosAreWalkedByKeys(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	r := NewRadios([]string{"a", "b", "c"}, func(s string) string { return s })
	var told []string
	r.OnChanged = func(s string) { told = append(told, s) }
	w := test.NewTempWindow(t, r)
	w.Canvas().Focus(r)
	key(r, fyne.KeySpace, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	if r.Value() != "b" || strings.Join(told, "") != "abcb" {
		t.Errorf("chosen is %q, told %v", r.Value(), told)
	}
	test.Tap(r.options[2])
	if r.Value() != "c" {
		t.Errorf("a tap chose %q", r.Value())
	}
	r.TypedRune('２')
	if r.TypedRune('7'); r.Value() != "b" {
		t.Errorf("by its digit %q is chosen", r.Value())
	}
	r.TypedRune('3')
	r.Disable()
	key(r, fyne.KeyLeft)
	if r.Value() != "c" {
		t.Error("what is for reading was changed")
	}
}

func TestWhatWasWrongGoesOnceItIsMended(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	title, note := Entry(""), Area(3, 10)
	kind := NewChoice([]int{1, 2}, strconv.Itoa)
	verdict := NewRadios([]bool{true, false}, strconv.FormatBool)
	f := NewForm(2)
	for name, input := range map[string]fyne.CanvasObject{"title": title, "note": note, "kind": kind, "verdict": verdict} {
		f.Add(name, NewField(name, input, ""), 1)
	}
	test.NewTempWindow(t, f)
	for name, mend := range map[string]func(){
		"title":   func() { test.Type(title, "x") },
		"note":    func() { test.Type(note.entry, "x") },
		"kind":    func() { kind.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight}) },
		"verdict": func() { verdict.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) },
	} {
		f.Fail(name, "wrong")
		f.Field(name).Focus()
		if title.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}); f.Field(name).Error() == "" {
			t.Errorf("%s: it went before anything was changed", name)
		}
		if mend(); f.Field(name).Error() != "" {
			t.Errorf("%s: %q stays after the change", name, f.Field(name).Error())
		}
	}
}
