package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAMistakeInWhatAPressDoesNeverEndsTheProgram(t *testing.T) {
	Look{}.Wear(test.NewTempApp(t))
	boom := func() { panic("boom") }
	table := NewTable(RowDense, Column{Title: "A", Sort: "a"})
	table.SetRows(pieces{{Said("x")}})
	table.OnOpen = func(int) { boom() }
	table.OnSelect = func(int) { boom() }
	table.OnSort = func(string, bool) { boom() }
	table.OnTicks = boom
	table.OnMenu = func(int, fyne.Position) { boom() }
	entry, area := Entry(""), Area(2, 100)
	entry.OnChanged = func(string) { boom() }
	area.OnChanged = func(string) { boom() }
	choice := NewChoice([]string{"a", "b"}, func(s string) string { return s })
	choice.OnChanged = func(string) { boom() }
	radios := NewRadios([]string{"a"}, func(s string) string { return s })
	radios.OnChanged = func(string) { boom() }
	tick := Check("a", func(bool) { boom() })
	press := func(f func(*fyne.PointEvent)) func() { return func() { f(&fyne.PointEvent{}) } }
	key := func(o interface{ TypedKey(*fyne.KeyEvent) }, k fyne.KeyName) func() {
		return func() { o.TypedKey(&fyne.KeyEvent{Name: k}) }
	}
	for name, does := range map[string]func(){
		"a button":             press(Button("a", nil, boom).Tapped),
		"a button by key":      key(Button("a", nil, boom), fyne.KeyReturn),
		"a tile":               press(Tile(Plain, "1", "a", "", boom).Tapped),
		"a row opened":         func() { table.open(0) },
		"a row chosen":         func() { table.Select(-1); table.Select(0) },
		"a head":               func() { table.sort("a") },
		"a tick of a row":      func() { table.TickAll(true) },
		"what is typed":        func() { entry.TypedRune('a') },
		"what is deleted":      key(entry, fyne.KeyBackspace),
		"what is typed below":  func() { area.entry.TypedRune('a') },
		"what is pasted":       func() { area.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip("a")}) },
		"a choice":             func() { choice.SetSelected("b") },
		"a choice among a few": key(radios, fyne.KeySpace),
		"a box":                func() { tick.TypedRune(' ') },
	} {
		t.Run(name, func(t *testing.T) {
			told := 0
			tasks := AtOnce()
			tasks.Broken = func(any) { told++ }
			Mind(tasks)
			defer Mind(Tasks{})
			does()
			if told == 0 {
				t.Error("nobody was told of the mistake")
			}
		})
	}
}

func clip(s string) fyne.Clipboard {
	c := test.NewClipboard()
	c.SetContent(s)
	return c
}
