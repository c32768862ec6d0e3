package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// wordsEditor writes in a list of words.
func wordsEditor(t *testing.T, have ...string) *Editor[string] {
	test.NewTempApp(t)
	return NewEditor(Columns{0}, []string{"word"}, "add", func(s string) EditorRow[string] {
		word := Filled(s)
		return EditorRow[string]{Cells: []fyne.CanvasObject{word}, Read: func() (string, bool) { return word.Value(), word.Value() != "" }}
	}, have).Movable()
}

func TestRowsChangePlacesAndAreTakenOut(t *testing.T) {
	e := wordsEditor(t, "a", "b", "c")
	arranged := 0
	e.OnArranged = func() { arranged++ }
	e.up(e.all[0])
	if e.up(e.all[2]); strings.Join(e.Values(), "") != "acb" || arranged != 1 || !e.Arranged() {
		t.Errorf("after moving %v, told %d times", e.Values(), arranged)
	}
	e.out(e.all[1])
	e.Add("d")
	if e.Add(""); strings.Join(e.Values(), "") != "abd" || e.Len() != 4 || len(e.Each()) != 4 {
		t.Errorf("after taking out and adding %v, %d rows", e.Values(), e.Len())
	}
}

func TestAnEmptyListBeginsWithOneRow(t *testing.T) {
	if e := wordsEditor(t); e.Len() != 1 || len(e.Values()) != 0 || e.Arranged() {
		t.Errorf("%d rows say %v", e.Len(), e.Values())
	}
}

func TestARowIsMovedUpAgainAndAgainByTheKeyboard(t *testing.T) {
	e := wordsEditor(t, "a", "b", "c")
	w := test.NewTempWindow(t, e.Root)
	last := e.box.Objects[2].(*fyne.Container)
	FocusIn(w.Canvas(), toolsOf(last))
	for range 2 {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if got := strings.Join(e.Values(), ""); got != "cab" {
		t.Errorf("after two presses it is %s", got)
	}
}
