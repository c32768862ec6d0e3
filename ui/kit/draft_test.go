package kit_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"

	"ownerdesk/app/soak"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// desk keeps drafts in memory.
type desk map[string][2]map[string]string

func (d desk) Left(form string) (base, text map[string]string, at time.Time, found bool) {
	one, found := d[form]
	return one[0], one[1], at, found
}
func (d desk) Keep(form string, base, text map[string]string) {
	d[form] = [2]map[string]string{base, text}
}
func (d desk) Drop(form string)                      { delete(d, form) }
func (d desk) Forms(string) []string                 { return slices.Sorted(maps.Keys(d)) }
func (d desk) Words(time.Time) (back, afresh string) { return "back", "afresh" }

// everything is a form with every kind of input, and what it says.
type everything struct {
	root  fyne.CanvasObject
	line  *kit.Input
	area  *kit.TextArea
	day   *kit.DateField
	pick  *kit.Choice[int]
	radio *kit.Radios[string]
	tick  *kit.Tick
	ticks *kit.Ticks[int]
	found *kit.SearchChoice[string]
	rows  *kit.Editor[string]
}

func newEverything(have ...string) *everything {
	label := func(s string) string { return "label " + s }
	digit := func(n int) string { return "number " + string(rune('0'+n)) }
	e := &everything{
		line: kit.Entry(""), area: kit.Area(2, 100), day: kit.NewDateField(kit.Dates{Today: func() workday.Date { return workday.Date{Year: 2026, Month: 11, Day: 23} }}),
		pick: kit.NewChoice([]int{1, 2, 3}, digit), radio: kit.NewRadios([]string{"a", "b", "c"}, label), tick: kit.Check("tick", nil),
		ticks: kit.NewTicks([]int{1, 2, 3}, digit, 3),
		found: kit.NewSearchChoice(kit.FindWords{}, func(string, func([]string)) {}, label, nil),
	}
	e.rows = kit.NewEditor(kit.Columns{0, 100}, []string{"what", "how"}, "more", func(s string) kit.EditorRow[string] {
		cell := kit.Filled(s)
		return kit.EditorRow[string]{Cells: []fyne.CanvasObject{cell, kit.Check("", nil)}, Read: func() (string, bool) { return cell.Value(), cell.Value() != "" }}
	}, have)
	e.rows.Movable()
	f := kit.NewForm(2)
	f.Add("line", kit.NewField("line", e.line, ""), 1)
	f.Add("area", kit.NewField("area", e.area, ""), 2)
	f.Add("day", kit.NewField("day", e.day, ""), 1)
	f.Add("pick", kit.NewField("pick", e.pick, ""), 1)
	f.Add("radio", kit.NewField("radio", e.radio, ""), 1)
	f.AddRow(e.tick)
	f.Add("ticks", kit.NewField("ticks", e.ticks.Root, ""), 2)
	f.Add("found", kit.NewField("found", e.found, ""), 1)
	f.Add("rows", kit.NewField("rows", e.rows.Root, ""), 2)
	f.ShowField("found", false) // what does not show at the moment is kept too
	e.root = kit.Padded(3, 3, kit.Card(container.NewVBox(f)))
	return e
}

func TestWhatIsTypedIntoAFormComesBackWhateverItIs(t *testing.T) {
	test.NewTempApp(t)
	soak.Check(t, func(r *rapid.T) {
		kit.KeepDrafts(desk{})
		defer kit.KeepDrafts(nil)
		have := rapid.SliceOfN(rapid.StringN(1, 8, -1), 0, 3).Draw(r, "have")
		was := newEverything(have...)
		d := kit.NewDraft("everything", was.root)
		d.Begin()
		text := rapid.StringOf(rapid.RuneFrom([]rune("業主張三 漏水\n\"'\\{}[],0aé𠮷🙂")))
		was.line.SetText(text.Draw(r, "line"))
		was.area.SetText(text.Draw(r, "area"))
		was.day.SetText(rapid.SampledFrom([]string{"", "2026-12-01", "+3", "31 f"}).Draw(r, "day"))
		was.pick.SetSelectedIndex(rapid.IntRange(0, 2).Draw(r, "pick"))
		was.radio.SetValue(rapid.SampledFrom([]string{"a", "b", "c"}).Draw(r, "radio"))
		was.tick.SetChecked(rapid.Bool().Draw(r, "tick"))
		was.ticks.Choose(rapid.SliceOf(rapid.IntRange(1, 3)).Draw(r, "ticks"))
		was.found.SetValue(text.Draw(r, "found"))
		for range rapid.IntRange(0, 3).Draw(r, "more") {
			was.rows.Add(text.Draw(r, "row"))
		}
		d.Look() // and then the power fails

		is := newEverything(have...)
		kit.NewDraft("everything", is.root).Begin()
		if a, b := kit.Written(was.root), kit.Written(is.root); !maps.Equal(a, b) {
			r.Fatalf("typed:\n%q\ncame back:\n%q", a, b)
		}
	})
}

func TestADraftSentOrGivenUpDoesNotComeBack(t *testing.T) {
	test.NewTempApp(t)
	kept := desk{}
	kit.KeepDrafts(kept)
	t.Cleanup(func() { kit.KeepDrafts(nil) })
	f := newEverything("row")
	d := kit.NewDraft("f", f.root)
	d.Begin()
	f.line.SetText("typed")
	d.Look()
	if len(kept) != 1 {
		t.Fatal("what was typed is not kept")
	}
	f.line.SetText("")
	d.Look()
	if len(kept) != 0 {
		t.Error("a form as empty as it was is kept")
	}
	f.line.SetText("typed again")
	d.Look()
	d.Done()
	if len(kept) != 0 {
		t.Error("what was sent comes back")
	}
}

func TestARowMovedOrTakenOutComesBackUnderItsOwnName(t *testing.T) {
	test.NewTempApp(t)
	kit.KeepDrafts(desk{})
	t.Cleanup(func() { kit.KeepDrafts(nil) })
	was := newEverything("one", "two", "three")
	d := kit.NewDraft("f", was.root)
	d.Begin()
	w := test.NewTempWindow(t, was.root)
	w.Resize(fyne.NewSize(900, 900))
	// Out goes the first row, by the button at its end.
	for _, o := range test.LaidOutObjects(was.rows.Root) {
		if b, is := o.(*kit.Push); is && b.Text == "" && b.Icon == theme.ContentRemoveIcon() {
			test.Tap(b)
			break
		}
	}
	if got := was.rows.Each(); len(got) != 2 || got[0] != "two" {
		t.Fatalf("the rows say %q", got)
	}
	d.Look()
	is := newEverything("one", "two", "three")
	kit.NewDraft("f", is.root).Begin()
	if got := is.rows.Each(); len(got) != 2 || got[0] != "two" || got[1] != "three" {
		t.Errorf("the rows came back as %q", got)
	}
}

func TestWhatWasNotTypedIsProposedAnew(t *testing.T) {
	test.NewTempApp(t)
	kit.KeepDrafts(desk{})
	t.Cleanup(func() { kit.KeepDrafts(nil) })
	was := newEverything()
	was.day.SetText("2026-11-23") // proposed: today
	d := kit.NewDraft("f", was.root)
	d.Begin()
	was.line.SetText("typed")
	d.Look()
	is := newEverything()
	is.day.SetText("2026-11-24") // a day later
	kit.NewDraft("f", is.root).Begin()
	if is.line.Text != "typed" || is.day.Text != "2026-11-24" {
		t.Errorf("it says %q on %q", is.line.Text, is.day.Text)
	}
}
