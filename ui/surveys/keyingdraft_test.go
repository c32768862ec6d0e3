package surveys

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

// onDisk keeps drafts in the file and remembers none itself.
type onDisk struct{ x *fieldwork }

func (d onDisk) all() []app.FormDraft {
	all, err := d.x.store.FormDrafts(d.x.Context(), d.x.Seat.Staff.ID)
	d.x.none(err)
	return all
}

func (d onDisk) Left(form string) (base, text map[string]string, at time.Time, found bool) {
	for _, one := range d.all() {
		if one.Form == form {
			return one.Base, one.Text, one.At, true
		}
	}
	return nil, nil, at, false
}

func (d onDisk) Keep(form string, base, text map[string]string) {
	d.x.none(d.x.store.KeepFormDraft(d.x.Context(), app.FormDraft{By: d.x.Seat.Staff.ID, Form: form, At: d.x.Clock.Now(), Base: base, Text: text}))
}

func (d onDisk) Drop(form string) {
	d.x.none(d.x.store.DropFormDraft(d.x.Context(), d.x.Seat.Staff.ID, form))
}

func (d onDisk) Forms(begin string) (forms []string) {
	for _, one := range d.all() {
		if strings.HasPrefix(one.Form, begin) {
			forms = append(forms, one.Form)
		}
	}
	slices.Sort(forms)
	return forms
}

func (d onDisk) Words(time.Time) (back, afresh string) { return "back", "afresh" }

// drafted lets what is keyed be kept.
func drafted(t *testing.T, l lang.Language) *fieldwork {
	x := inTheField(t, l)
	kit.KeepDrafts(onDisk{x})
	t.Cleanup(func() { kit.KeepDrafts(nil) })
	return x
}

// A sheet that is half keyed when the window is killed is there when it is opened
// again, and goes on where it was; kept, nothing is left of it.
func TestAHalfKeyedSheetOutlivesAKill(t *testing.T) {
	x := drafted(t, lang.Traditional)
	k := x.keying(KeyPaper)
	kit.SetValue(k.asked, x.Jing)
	x.keys(number(x.nos[0]) + "2" + "5" + strings.Repeat("4", 8) + " ")
	k.open[0].SetText("路燈太暗")
	k.draft.Look() // as it does every second

	k = x.keying(KeyPaper) // the one before was never left
	if k.sheet.No != x.nos[0] || k.marks.At() != 11 || k.open[0].Value() != "路燈太暗" || k.asked.Value() != x.Jing {
		t.Fatalf("number %d is open at line %d, with %q", k.sheet.No, k.marks.At(), k.open[0].Value())
	}
	if !strings.Contains(k.says.Text(), "2026-11-23") {
		t.Errorf("it says %q", k.says.Text())
	}
	x.keys(strings.Repeat("3", 11) + "9" + "d~" + "~")
	one := x.sheet(x.nos[0])
	if one.Marks != "5"+strings.Repeat("4", 8)+"-"+strings.Repeat("3", 11) || one.Since != "SR-3" || one.Open[0] != "路燈太暗" || one.Asked != x.Jing {
		t.Errorf("the row says %+v", one)
	}
	if left := (onDisk{x}).all(); len(left) != 0 {
		t.Errorf("left are %+v", left)
	}
	if k = x.keying(KeyPaper); k.filling() {
		t.Errorf("number %d is open again", k.sheet.No)
	}
}

// Which sheet was begun does not matter to another one, and what is put away is gone.
func TestADraftOfASheetIsOfItsNumberAndEndsWhenItIsPutAway(t *testing.T) {
	x := drafted(t, lang.English)
	k := x.keying(KeyPaper)
	x.keys(number(x.nos[0]) + "2" + "555")
	k.Hidden()
	k = x.keying(KeyPaper)
	if k.marks.At() != 4 {
		t.Fatalf("it goes on at line %d", k.marks.At())
	}
	k.Escape()
	kit.TopSheet(x.win.Canvas()).Primary.OnTapped()
	if left := (onDisk{x}).all(); len(left) != 0 || k.filling() {
		t.Errorf("put away, there are left %+v", left)
	}
	x.keys(number(x.nos[1]) + "1")
	if k.marks.At() != 1 {
		t.Errorf("another number begins at line %d", k.marks.At())
	}
}

// A second keying comes back whole, and so does what was decided of the two.
func TestASecondKeyingOutlivesAKill(t *testing.T) {
	x := drafted(t, lang.Traditional)
	for _, no := range x.nos {
		x.enter(no, alike("4"))
	}
	x.sit(x.Jing)
	k := x.keying(KeySecond)
	no := k.waiting[0]
	x.keys(number(no) + "33" + strings.Repeat("4", 18))
	k.draft.Look()
	k = x.keying(KeySecond)
	if k.sheet.No != no || k.marks.At() != 20 {
		t.Fatalf("%d is open at line %d", k.sheet.No, k.marks.At())
	}
	x.keys("4~" + "3")
	k.draft.Look()
	k = x.keying(KeySecond)
	if k.sheet.No != no || k.marks.Open() >= 0 {
		t.Fatalf("%d is open at line %d", k.sheet.No, k.marks.At())
	}
	x.keys("~")
	if k.apart == nil || k.marks.At() != 1 {
		t.Fatalf("of what differs it is at line %d: %q", k.marks.At(), k.says.Text())
	}
	x.keys("4" + "~")
	if one := x.sheet(no); one.Second != "33"+strings.Repeat("4", 19) || one.Marks != "34"+strings.Repeat("4", 19) {
		t.Errorf("the row says %+v", one)
	}
	if left := (onDisk{x}).all(); len(left) != 0 {
		t.Errorf("left are %+v", left)
	}
}

// What of a sheet was being corrected comes back over what it says.
func TestACorrectionOutlivesAKill(t *testing.T) {
	x := drafted(t, lang.English)
	x.enter(x.nos[0], alike("4"))
	k := NewKeying(x.Seat, x.desk, x.store, x.id, KeyPaper).Begin(x.nos[0])
	x.see(k.Root)
	k.Shown()
	k.marks.Set(3, "1")
	k.draft.Look()
	k = x.keying(KeyPaper)
	if k.sheet.No != x.nos[0] || !k.there || !slices.Equal(k.marks.Marked(3), []string{"1"}) || !slices.Equal(k.marks.Marked(4), []string{"4"}) {
		t.Errorf("%d is open, corrected: %v, %v", k.sheet.No, k.there, k.marks.Marked(3))
	}
}
