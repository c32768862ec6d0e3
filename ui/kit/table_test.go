package kit

import (
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// manyRows counts how often it is asked.
type manyRows struct {
	n     int
	asked *int
}

func (m manyRows) Count() int { return m.n }
func (m manyRows) At(i int) []Piece {
	*m.asked++
	return []Piece{Said(strconv.Itoa(i)), ChipOf(Warn, "x"), ButtonOf("go")}
}

func tableOf(t *testing.T, n int, change func(*Table)) (*Table, *int) {
	t.Helper()
	Look{Mode: ModeLight}.Wear(test.NewTempApp(t))
	asked := new(int)
	table := NewTable(RowDense, Column{Title: "編號", Width: 100, Sort: "number"}, Column{Title: "狀態", Sort: "state"}, Column{Title: "下一步", Width: 100})
	change(table)
	w := test.NewTempWindow(t, table)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 31+10*32))
	table.SetRows(manyRows{n, asked})
	return table, asked
}

func (t *Table) seen(row int) bool {
	for _, s := range t.view.slots {
		if s.body().row == row && s.Position().Y >= -0.5 && s.Position().Y+s.Size().Height <= t.view.Size().Height+0.5 {
			return true
		}
	}
	return false
}

func TestATableIsWalkedByKeys(t *testing.T) {
	table, _ := tableOf(t, 1000, func(*Table) {})
	var opened []int
	table.OnOpen = func(row int) { opened = append(opened, row) }
	table.FocusGained()
	page := table.view.whole() - 1
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyDown, 1}, {fyne.KeyUp, 0}, {fyne.KeyUp, 0}, {fyne.KeyPageDown, page}, {fyne.KeyPageDown, 2 * page}, {fyne.KeyPageUp, page},
		{fyne.KeyEnd, 999}, {fyne.KeyDown, 999}, {fyne.KeyHome, 0},
	} {
		key(table, c.key)
		if table.Selected() != c.want || !table.seen(c.want) {
			t.Fatalf("after %s row %d is chosen (seen: %v), want %d", c.key, table.Selected(), table.seen(c.want), c.want)
		}
	}
	key(table, fyne.KeyDown, fyne.KeyReturn)
	if !slices.Equal(opened, []int{1}) {
		t.Errorf("opened are %v, want row 1", opened)
	}
}

func TestATableTellsWhatIsTypedOnARow(t *testing.T) {
	table, _ := tableOf(t, 10, func(*Table) {})
	told := ""
	table.OnRune = func(row int, typed rune) { told += strconv.Itoa(row) + string(typed) }
	table.TypedRune('1') // nothing is chosen yet
	table.Select(4)
	table.TypedRune('２')
	if told != "42" {
		t.Errorf("told is %q", told)
	}
}

func TestAMillionRowsAskForThoseInViewOnly(t *testing.T) {
	table, asked := tableOf(t, 1_000_000, func(*Table) {})
	if *asked > 100 {
		t.Errorf("the first view asked for %d rows", *asked)
	}
	*asked = 0
	table.Select(999_999)
	if !table.seen(999_999) {
		t.Error("the last row is not seen")
	}
	if *asked > 40 {
		t.Errorf("going to the end asked for %d rows", *asked)
	}
	tops := []float32{}
	for _, s := range table.view.slots {
		tops = append(tops, s.Position().Y)
	}
	slices.Sort(tops)
	for i := 1; i < len(tops); i++ {
		if d := tops[i] - tops[i-1]; d < 31.9 || d > 32.1 {
			t.Errorf("rows at the end are %v apart, want 32", d)
		}
	}
	*asked = 0
	key(table, fyne.KeyUp)
	if *asked > 3 {
		t.Errorf("one row up asked for %d rows", *asked)
	}
}

func TestPressingAHeadSortsOneWayThenTheOther(t *testing.T) {
	table, _ := tableOf(t, 5, func(*Table) {})
	var told []string
	table.OnSort = func(key string, down bool) { told = append(told, key+strconv.FormatBool(down)) }
	for _, i := range []int{0, 0, 0, 1, 2} {
		test.Tap(table.head.cells[i])
	}
	if want := []string{"numberfalse", "numbertrue", "numberfalse", "statefalse"}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v", told, want)
	}
	if !table.head.cells[1].arrow.Visible() || table.head.cells[0].arrow.Visible() {
		t.Error("the arrow is at the wrong head")
	}
}

func TestClicksChooseOpenAndAct(t *testing.T) {
	table, _ := tableOf(t, 5, func(*Table) {})
	var opened, selected, acted []int
	table.OnOpen = func(row int) { opened = append(opened, row) }
	table.OnSelect = func(row int) { selected = append(selected, row) }
	table.OnAction = func(row, column int) { acted = append(acted, row, column) }
	row := table.view.slots[2].(*doubleRow)
	test.Tap(row)
	test.DoubleTap(row)
	test.Tap(table.view.slots[3].body().cells[2].pill)
	table.Select(1)
	key(table, fyne.KeySpace)
	if !slices.Equal(opened, []int{2}) || !slices.Equal(selected, []int{2, 3, 1}) || !slices.Equal(acted, []int{3, 2, 1, 2}) {
		t.Errorf("opened %v, chosen %v, acted %v", opened, selected, acted)
	}
}

func TestOneClickOpensWhereThatIsAsked(t *testing.T) {
	table, _ := tableOf(t, 5, func(table *Table) { table.OneClick() })
	opened := -1
	table.OnOpen = func(row int) { opened = row }
	slot := table.view.slots[4]
	if _, waits := slot.(fyne.DoubleTappable); waits {
		t.Error("a row waits for a second click")
	}
	test.Tap(slot.(fyne.Tappable))
	if opened != 4 {
		t.Errorf("opened is %d, want 4", opened)
	}
	test.Tap(table.view.slots[7].(fyne.Tappable)) // below the last row
	if opened != 4 || table.Selected() != 4 {
		t.Errorf("a click below the rows opened %d", opened)
	}
}

func TestTicksAreForgottenWhenTheListChanges(t *testing.T) {
	table, asked := tableOf(t, 5, func(table *Table) { table.Ticking() })
	told := 0
	table.OnTicks = func() { told++ }
	test.Tap(table.view.slots[1].body().box)
	table.Select(3)
	key(table, fyne.KeySpace)
	if !slices.Equal(table.Ticked(), []int{1, 3}) || told != 2 {
		t.Errorf("ticked are %v, told %d times", table.Ticked(), told)
	}
	test.Tap(table.head.box)
	if len(table.Ticked()) != 5 || !table.head.box.on {
		t.Errorf("the head ticked %v", table.Ticked())
	}
	table.Refill(manyRows{3, asked})
	if len(table.Ticked()) != 0 || table.Selected() != 2 {
		t.Errorf("after the list changed: ticked %v, chosen %d", table.Ticked(), table.Selected())
	}
}

func TestAnEmptyTableSaysSo(t *testing.T) {
	said := Muted("沒有事項")
	table, asked := tableOf(t, 0, func(table *Table) { table.WhenEmpty(said) })
	if !table.none.Visible() {
		t.Error("nothing is said")
	}
	key(table, fyne.KeyDown, fyne.KeyReturn, fyne.KeySpace)
	table.Refill(manyRows{1, asked})
	if table.none.Visible() {
		t.Error("it is still said")
	}
}

func TestTheFirstRowIsChosenWhenTheKeyboardCameBeforeTheRows(t *testing.T) {
	test.NewTempApp(t)
	table := NewTable(RowDense, Column{Title: "a"})
	opened := -1
	table.OnOpen = func(i int) { opened = i }
	w := test.NewTempWindow(t, table)
	w.Resize(fyne.NewSize(300, 200))
	w.Canvas().Focus(table)
	table.SetRows(pieces{{Said("a")}, {Said("b")}})
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if opened != 0 {
		t.Errorf("Enter opens row %d", opened)
	}
}
