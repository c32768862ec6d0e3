package surveys

import (
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/kit/onscreen"
)

// turned is the page of the survey, turned to a part.
func (x *fieldwork) turned(key string) (*Page, part) {
	x.Helper()
	p := NewPage(x.Seat, x.desk, x.store, x.id)
	p.Poll = x.poll
	p.Shown()
	x.Cleanup(p.Hidden)
	x.see(p.Root)
	p.Turn(key)
	return p, p.open
}

// on is the sheet that lies over the page.
func (x *fieldwork) on() *kit.Sheet {
	x.Helper()
	sheet := kit.TopSheet(x.win.Canvas())
	if sheet == nil {
		x.Fatalf("nothing lies over the page; said %v", x.said)
	}
	return sheet
}

// press presses the button with these words on what lies on top.
func (x *fieldwork) press(words string) {
	x.Helper()
	var at fyne.CanvasObject = x.win.Content()
	if over := x.win.Canvas().Overlays().Top(); over != nil {
		at = over
	}
	for _, o := range test.LaidOutObjects(at) {
		if b, is := o.(*kit.Push); is && strings.HasPrefix(b.Text, words) {
			test.Tap(b)
			return
		}
	}
	x.Fatalf("there is no button %q", words)
}

// row is what stands in a row of the list.
func (t *sheetsPart) row(i int) string {
	var all []string
	for _, piece := range t.At(i) {
		all = append(all, piece.Text)
	}
	return strings.Join(all, "|")
}

func TestSheetsAreListedWithWhatIsDoubtfulAndDue(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	x.enter(x.nos[0], strings.Repeat("4", 20)+"5")
	x.enter(x.nos[1], alike("3"))
	x.enter(x.nos[2], "44"+strings.Repeat("-", 19))
	_, open := x.turned("sheets")
	list := open.(*sheetsPart)
	if got := list.links[doubtful].Text + " " + list.links[leftOut].Text + " " + list.links[allSheets].Text; got != "有疑問 2 不計入統計 1 全部 3" {
		t.Errorf("counted are %q", got)
	}
	list.turn(leftOut)
	if list.Count() != 1 || !strings.Contains(list.row(0), strconv.Itoa(x.nos[2])) || !strings.Contains(list.row(0), "2/21|不足一半") {
		t.Errorf("left out are %d: %s", list.Count(), list.row(0))
	}
	list.turn(keyAgain)
	if list.Count() != 2 || !strings.HasSuffix(list.row(0), "待辦") { // half of three
		t.Errorf("to be keyed twice are %d: %s", list.Count(), list.row(0))
	}
}

func TestTooManyByTelephoneAreTold(t *testing.T) {
	x := inTheField(t, lang.Traditional, func(p *annual.Plan) { p.Phoned = 0.4 })
	told := func() string {
		_, open := x.turned("sheets")
		var all []string
		for _, o := range test.LaidOutObjects(open.(*sheetsPart).top) {
			all = append(all, onscreen.Said(o))
		}
		return strings.Join(all, "|")
	}
	x.enter(x.nos[0], alike("3"), func(s *annual.Sheet) { s.Mode = annual.Phone })
	x.enter(x.nos[1], alike("4"))
	if words := told(); !strings.Contains(words, "電話訪問 50.0%，計劃上限 40.0%") {
		t.Errorf("the window says %s", words)
	}
	x.enter(x.nos[2], alike("5"))
	if words := told(); strings.Contains(words, "計劃上限") {
		t.Errorf("the window says %s", words)
	}
}

func TestASheetIsMadeVoidFromItsRowAndCountsAgain(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	x.enter(x.nos[0], alike("4"))
	_, open := x.turned("sheets")
	list := open.(*sheetsPart)
	list.table.OnOpen(0)
	x.press("作廢答卷")
	x.on().Submit()
	if one := x.sheet(x.nos[0]); one.Void {
		t.Fatal("it is void without a reason")
	}
	kit.Focus(x.on().Primary)
	x.win.Canvas().FocusPrevious() // Cancel
	x.win.Canvas().FocusPrevious() // the reason
	x.keys("填錯房號")
	x.on().Submit()
	if one := x.sheet(x.nos[0]); !one.Void || one.Why != "填錯房號" || one.VoidBy != x.Fang {
		t.Fatalf("the row says %+v; said %v", one, x.said)
	}
	if list.turn(voidedSheets); list.Count() != 1 || !strings.Contains(list.row(0), "作廢") {
		t.Errorf("void are %d", list.Count())
	}
	list.table.OnOpen(0)
	x.press("恢復答卷")
	kit.Focus(x.on().Primary)
	x.win.Canvas().FocusPrevious()
	x.win.Canvas().FocusPrevious()
	x.keys("已核實")
	x.on().Submit()
	if one := x.sheet(x.nos[0]); one.Void || len(one.Changes) != 2 {
		t.Errorf("the row says %+v", one)
	}
}

func TestAskingAgainIsNotedByWhoDidNotAsk(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	x.enter(x.nos[0], alike("4"))
	_, open := x.turned("sheets")
	open.(*sheetsPart).open(x.nos[0])
	for _, o := range test.LaidOutObjects(x.win.Canvas().Overlays().Top()) {
		if b, is := o.(*kit.Push); is && b.Text == "回訪核查" {
			t.Error("who keyed it in may ask again")
		}
	}
	x.on().Close()
	x.sit(x.Jing)
	_, open = x.turned("sheets")
	list := open.(*sheetsPart)
	list.open(x.nos[0])
	x.press("回訪核查")
	for _, o := range test.LaidOutObjects(x.win.Canvas().Overlays().Top()) {
		if r, is := o.(*kit.Radios[annual.BackCheck]); is {
			r.SetValue(annual.Confirmed)
		}
	}
	x.on().Submit()
	if one := x.sheet(x.nos[0]); one.Back != annual.Confirmed || one.BackBy != x.Jing {
		t.Errorf("the row says %+v; said %v", one, x.said)
	}
	if got := list.row(0); !strings.Contains(got, "核查屬實") {
		t.Errorf("the list says %s", got)
	}
}

func TestWordsAreReadOneByOneAndProposedWithoutPeople(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	words := func(text string) func(*annual.Sheet) {
		return func(one *annual.Sheet) { one.Open = []string{text, ""} }
	}
	x.enter(x.nos[0], alike("4"), words("趙強修水管很快，請打13812345678"))
	x.enter(x.nos[1], alike("4"), words("3-2-501樓上太吵"))
	_, open := x.turned("sheets")
	list := open.(*sheetsPart)
	rest := unsorted(list.seen)
	if len(rest) != 2 {
		t.Fatalf("%d are unread", len(rest))
	}
	for _, one := range rest {
		quote := list.quoteOf(one)
		for _, secret := range []string{"趙強", "13812345678", "501"} {
			if strings.Contains(quote, secret) {
				t.Errorf("proposed is %q", quote)
			}
		}
	}
	list.sortNext(rest)
	for range rest {
		for _, o := range test.LaidOutObjects(x.win.Canvas().Overlays().Top()) {
			if b, is := o.(*kit.Tick); is && (b.Text == "工程維修" || strings.HasPrefix(b.Text, "已讀過")) {
				test.Tap(b)
			}
		}
		x.on().Submit()
	}
	for _, no := range x.nos[:2] {
		if one := x.sheet(no); len(one.Topics) != 1 || one.Topics[0] != "DM-REPAIR" || !one.Quoted || one.Quote == "" {
			t.Errorf("the row says %+v", one)
		}
	}
	if len(unsorted(list.seen)) != 0 || kit.TopSheet(x.win.Canvas()) != nil {
		t.Errorf("unread are %v", unsorted(list.seen))
	}
}

func TestASheetThatIsOpenedIsCorrectedWhereItIsKeyed(t *testing.T) {
	x := inTheField(t, lang.Traditional)
	x.enter(x.nos[0], alike("4"))
	p, open := x.turned("sheets")
	asked := 0
	p.Key = func(how Keyed, no int) { asked = no }
	open.(*sheetsPart).open(x.nos[0])
	x.on().Submit()
	if asked != x.nos[0] {
		t.Fatalf("it leads to %d", asked)
	}
	k := NewKeying(x.Seat, x.desk, x.store, x.id, KeyPaper).Begin(asked)
	x.see(k.Root)
	k.Shown()
	if k.marks.Open() != -1 || !k.there {
		t.Errorf("the form does not show what the sheet says: %q", k.says.Text())
	}
}
