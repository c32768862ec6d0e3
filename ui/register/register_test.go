package register

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

// row is what a table's row says, cell by cell.
func row(r kit.Rows, i int) string {
	var cells []string
	for _, p := range r.At(i) {
		cells = append(cells, p.Text)
	}
	return strings.Join(cells, "|")
}

// press presses the button of the sheet on top.
func (x *world) press() {
	x.Helper()
	top := kit.TopSheet(x.win.Canvas())
	if top == nil {
		x.Fatal("no sheet is open")
	}
	test.Tap(top.Primary)
}

// closed says that the sheet is gone, and so what was typed was taken.
func (x *world) closed() {
	x.Helper()
	if kit.TopSheet(x.win.Canvas()) != nil {
		x.Fatal("the sheet is still open")
	}
}

func (x *world) people(room string) (said []string) {
	x.Helper()
	people, ties, err := x.store.People(x.Context(), x.Rooms[room])
	x.keep(err)
	for i, one := range people {
		line := one.Name + " " + string(ties[i].Owner) + " " + strings.Join(one.Phones, "/")
		if ties[i].Ended {
			line += " ended"
		}
		said = append(said, line)
	}
	return said
}

func TestTheListsShowWhoLivesWhere(t *testing.T) {
	x := sit(t, lang.Traditional)
	x.call(app.Repair)
	p := x.page()
	var places []string
	for i := range p.spots {
		places = append(places, strings.TrimSpace(row(&placeRows{p}, i)))
	}
	if want := []string{"東區|30", "1 幢|10", "2 幢|10", "3 幢|10"}; !slices.Equal(places, want) {
		t.Errorf("%q, want %q", places, want)
	}
	p.places.Select(3)
	if p.heading.Text() != "3 幢" || p.list.Count() != 10 {
		t.Fatalf("%s has %d rooms", p.heading.Text(), p.list.Count())
	}
	if got := row(&roomRows{p}, 7); got != "2-501|張**（自住業主）、李*（家屬）|1" {
		t.Errorf("the room says %q", got)
	}
	p.places.Select(0)
	if got := row(&roomRows{p}, 0); p.list.Count() != 30 || got != "1-1-101|陳**（商鋪）|" {
		t.Errorf("the area has %d rooms, first %q", p.list.Count(), got)
	}
}

func TestASearchLeadsToTheRoom(t *testing.T) {
	for typed, want := range map[string]string{
		"3-2-501": "3-2-501|張**（自住業主） · 138****5678|", "zxm": "3-2-501|張**（自住業主） · 138****5678|", "5678": "", "欧阳": "2-1-1201|欧***（租戶） · 186****0088|", "沒有此人": "",
	} {
		x := sit(t, lang.Traditional)
		p := x.page()
		test.Type(p.search, typed)
		if want == "" {
			if typed == "沒有此人" && p.list.Count() != 0 {
				t.Errorf("%q finds %d", typed, p.list.Count())
			}
			continue
		}
		got := make([]string, p.list.Count())
		for i := range got {
			got[i] = row(&foundRows{p}, i)
		}
		if !slices.Contains(got, want) {
			t.Errorf("%q finds %q", typed, got)
			continue
		}
		p.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if p.detail.home.room.ID == 0 {
			t.Errorf("%q: Enter opens nothing", typed)
		}
		x.win.Canvas().Focus(p.search)
		p.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if p.found != nil || p.list.Count() != 10 {
			t.Errorf("%q: Escape does not lead back to the rooms: %d", typed, p.list.Count())
		}
	}
}

func TestNobodyIsShownInFullWithoutAReason(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.page()
	p.ShowRoom(x.Rooms["3-2-501"])
	one := p.detail.people[0]
	if one.person.Name != "張小明" || p.named(one.person, one.tie.Owner) != "張**（自住業主）" {
		t.Fatalf("%q is not masked", p.named(one.person, one.tie.Owner))
	}
	p.reveal(one.person, p.draw)
	x.press()
	if p.open[one.person.ID] {
		t.Fatal("shown without a reason")
	}
	test.Type(x.win.Canvas().Focused(), "核對來電號碼")
	x.press()
	x.closed()
	if p.named(one.person, one.tie.Owner) != "張小明（自住業主）" {
		t.Errorf("after the reason: %q", p.named(one.person, one.tie.Owner))
	}
	log, err := x.store.AccessLog(x.Context(), x.Clock.Now(), x.Clock.Now().Add(time.Minute), 10)
	x.keep(err)
	if len(log) != 1 || log[0].Person != one.person.ID || log[0].Reason != "核對來電號碼" || log[0].By != x.Fang {
		t.Errorf("the log says %+v", log)
	}
	p.ShowRoom(x.Rooms["2-1-1201"])
	p.ShowRoom(x.Rooms["3-2-501"])
	if p.open[one.person.ID] {
		t.Error("still open after another room was looked at")
	}
}

func TestAWorkerMayNotSeeOwnersInFull(t *testing.T) {
	x := sit(t, lang.Traditional)
	x.at(x.Jianguo)
	p := x.page()
	p.ShowRoom(x.Rooms["3-2-501"])
	p.reveal(p.detail.people[0].person, p.draw)
	test.Type(x.win.Canvas().Focused(), "想看看")
	x.press()
	if len(p.open) > 0 || kit.TopSheet(x.win.Canvas()) == nil {
		t.Error("a worker was shown an owner")
	}
}

func TestANewBuildingAndItsRoomsAreKept(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.page()
	p.addBuilding()
	test.Type(x.win.Canvas().Focused(), "3棟")
	x.press()
	if top := kit.TopSheet(x.win.Canvas()); top == nil {
		t.Fatal("a second building 3 was taken")
	}
	x.typeInto("7")
	x.press()
	x.closed()
	b, err := x.store.Buildings(x.Context(), x.World.Project)
	x.keep(err)
	if len(b) != 4 || b[3].Name != "7" || b[3].Area != x.East {
		t.Fatalf("%+v", b)
	}
	p.places.Select(4)
	p.addRoom()
	test.Type(x.win.Canvas().Focused(), "1")
	x.press()
	if kit.TopSheet(x.win.Canvas()) == nil {
		t.Fatal("a room without a number was taken")
	}
	test.Type(x.win.Canvas().Focused(), "101")
	x.press()
	x.closed()
	rooms, err := x.store.Rooms(x.Context(), b[3].ID)
	x.keep(err)
	if len(rooms) != 1 || rooms[0].Unit != "1" || rooms[0].Door != "101" || p.list.Count() != 1 {
		t.Errorf("%+v, %d shown", rooms, p.list.Count())
	}
}

// typeInto writes over what stands in the input that has the keyboard, or in the
// first of the sheet.
func (x *world) typeInto(value string) {
	x.Helper()
	input, is := x.win.Canvas().Focused().(*kit.Input)
	if !is {
		x.Fatalf("the keyboard is at %T", x.win.Canvas().Focused())
	}
	input.SetText(value)
}

func TestSomebodyNewMovesInAndOutAndBack(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.page()
	p.ShowRoom(x.Rooms["3-2-501"])
	p.addPerson()
	f := x.win.Canvas().Focused()
	x.press()
	if kit.TopSheet(x.win.Canvas()) == nil {
		t.Fatal("somebody without a name was taken in")
	}
	test.Type(f, "周大福")
	x.press()
	x.closed()
	want := []string{"張小明 OW-SELF 13812345678", "周大福 OW-SELF ", "李娜 OW-FAM 13900001424"}
	if got := x.people("3-2-501"); !same(got, want) {
		t.Fatalf("%q", got)
	}
	one := p.detail.people[slices.IndexFunc(p.detail.people, func(s someone) bool { return s.person.Name == "周大福" })]
	p.endTie(one)
	x.press()
	if got := x.people("3-2-501"); !slices.Contains(got, "周大福 OW-SELF  ended") || len(p.detail.past) != 1 {
		t.Fatalf("%q", got)
	}
	again := p.detail.past[0].tie
	again.Ended = false
	p.keepTies("", again)
	if got := x.people("3-2-501"); !same(got, want) {
		t.Errorf("taken back: %q", got)
	}
}

func same(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}

func TestAPersonIsCorrectedWithSeveralPhones(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.page()
	p.ShowRoom(x.Rooms["3-2-501"])
	one := p.detail.people[0]
	p.open[one.person.ID] = true
	f := p.personForm(one)
	f.phones.SetText("13812345678\n139000014245")
	x.press()
	if got := f.form.Field("phones").Error(); got != "電話「139000014245」位數過多" {
		t.Errorf("the form says %q", got)
	}
	f.phones.SetText("13812345678\n0571-88007667")
	kit.SetValue(f.owner, app.OwnerKind("OW-LET"))
	x.press()
	x.closed()
	got := x.people("3-2-501")
	if !slices.Contains(got, "張小明 OW-LET 13812345678/0571-88007667") || !slices.Contains(got, "張小明 OW-SELF 13812345678/0571-88007667 ended") {
		t.Errorf("%q", got)
	}
}

func TestSomebodyKnownIsTiedToASecondRoom(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.page()
	p.ShowRoom(x.Rooms["1-1-102"])
	e := p.addTie()
	x.press()
	if kit.TopSheet(x.win.Canvas()) == nil {
		t.Fatal("nobody was tied to a room")
	}
	test.Type(e.form.Field("query").Input.(*kit.Input), "13700005678")
	x.press()
	x.closed()
	if got := x.people("1-1-102"); !slices.Equal(got, []string{"單志強 OW-SELF 13700005678"}) {
		t.Errorf("%q", got)
	}
	if o := p.detail.people[0].others; len(o) != 1 || o[0].place.Short() != "2-1-1201" {
		t.Errorf("his other room is %+v", o)
	}
}
