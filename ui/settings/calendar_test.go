package settings

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/data/datatest"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/kit"
)

// file writes a file for the file dialog to answer with.
func (x *world) file(name, text string) {
	x.Helper()
	x.path = filepath.Join(x.TempDir(), name)
	if err := os.WriteFile(x.path, []byte(text), 0o600); err != nil {
		x.Fatal(err)
	}
}

const year2027 = `{"year": 2027, "days": [
	{"name": "元旦", "date": "2027-01-01", "isOffDay": true},
	{"name": "元旦", "date": "2027-01-04", "isOffDay": true},
	{"name": "元旦", "date": "2027-01-09", "isOffDay": false}]}`

func TestAYearIsLoadedFromHolidayCN(t *testing.T) {
	x := begin(t, Calendar)
	p := x.here().(*calendarPage)
	x.file("2027.json", year2027)
	p.pick()
	if x.closed() {
		t.Fatalf("no preview; said %q", x.last())
	}
	x.submit()
	g := x.ground()
	if !g.Calendar.Loaded(2027) || g.Calendar.Works(workday.Date{Year: 2027, Month: time.January, Day: 4}) || !g.Calendar.Works(workday.Date{Year: 2027, Month: time.January, Day: 9}) {
		t.Errorf("loaded %v", g.Calendar.Years())
	}
	if p.year != 2027 || p.state.Text() != x.Say("settings.calendar.loaded") || len(p.listed) != 3 {
		t.Errorf("the page shows %d, %q, %v", p.year, p.state.Text(), p.listed)
	}
}

func TestAYearIsLoadedFromTables(t *testing.T) {
	rows := [][]any{{"2027-01-01", "休", "元旦"}, {"2027-01-09", "班", "元旦"}}
	for name, write := range map[string]func(*world){
		"csv": func(x *world) { x.file("2027.csv", "日期,類型,名稱\n2027/1/1,休,元旦\n2027/1/9,班,元旦\n") },
		"xlsx": func(x *world) {
			x.path = filepath.Join(x.TempDir(), "2027.xlsx")
			if _, err := writeSheet(x.path, sheet.Table{Name: "2027", Rows: slices.Values(rows),
				Columns: []sheet.Column{{Title: "日期", Kind: sheet.Date}, {Title: "類型"}, {Title: "名稱"}}}); err != nil {
				t.Fatal(err)
			}
		},
	} {
		x := begin(t, Calendar)
		write(x)
		x.here().(*calendarPage).pick()
		if x.closed() {
			t.Errorf("%s: no preview; said %q", name, x.last())
			continue
		}
		x.submit()
		if g := x.ground(); !g.Calendar.Loaded(2027) || !g.Calendar.Works(workday.Date{Year: 2027, Month: time.January, Day: 9}) {
			t.Errorf("%s: loaded %v", name, g.Calendar.Years())
		}
	}
}

func TestABadYearIsRefusedAndNothingKept(t *testing.T) {
	for name, text := range map[string]string{
		"cut.json":     `{"year": 2027, "days": [`,
		"empty.json":   `{"year": 2027, "days": []}`,
		"date.csv":     "date,type,name\n2027-02-30,off,x\n",
		"type.csv":     "date,type,name\n2027-02-03,perhaps,x\n",
		"columns.csv":  "name,type\nx,off\n",
		"twice.csv":    "date,type,name\n2027-02-03,off,x\n2027-02-03,off,x\n",
		"picture.xlsx": "\x89PNG\r\n\x1a\n\x00\x00\x00\x00",
	} {
		x := begin(t, Calendar)
		x.file(name, text)
		x.here().(*calendarPage).pick()
		s := kit.TopSheet(x.win.Canvas())
		if s == nil && x.last() == "" {
			t.Errorf("%s: nothing is said", name)
		}
		if s != nil {
			s.Submit()
		}
		if x.ground().Calendar.Loaded(2027) {
			t.Errorf("%s was loaded", name)
		}
	}
}

func TestEveryRuleOfACalendarHasWords(t *testing.T) {
	x := begin(t, Calendar)
	for _, r := range workday.Rules() {
		if !x.Has("settings.problem.rule." + r) {
			t.Errorf("no words for %s", r)
		}
	}
}

// slip is an issue with a transfer slip whose limit was reckoned without the
// calendar of 2027.
func (x *world) slip() app.IssueID {
	x.Helper()
	x.Clock.Set(time.Date(2026, 12, 30, 10, 0, 0, 0, datatest.Zone))
	o := x.Call(app.Repair)
	m, err := x.Seat.Desk.Receive(x.Context(), o)
	if err != nil {
		x.Fatal(err)
	}
	stand := app.Stand{Issue: m.Issue.ID, By: x.Fang}
	if _, err := x.Seat.Desk.Transfer(x.Context(), app.TransferOrder{Stand: stand, Lead: x.Engineering}); err != nil {
		x.Fatal(err)
	}
	return m.Issue.ID
}

func TestALimitOnASlipMovesOnlyWhenConfirmed(t *testing.T) {
	for _, confirmed := range []bool{false, true} {
		x := begin(t, Calendar)
		id := x.slip()
		before := x.due(id)
		p := x.here().(*calendarPage)
		x.file("2027.json", year2027)
		p.pick()
		x.submit()
		if x.closed() {
			t.Fatalf("no confirmation is asked for; due %v", before)
		}
		if !x.due(id).Equal(before) {
			t.Fatalf("the limit on the slip moved by itself to %v", x.due(id))
		}
		if !confirmed {
			kit.TopSheet(x.win.Canvas()).Close()
			if p.compare(); x.closed() {
				t.Error("a limit that was left is not offered again")
			}
			continue
		}
		if x.submit(); !x.due(id).After(before) || !x.closed() {
			t.Errorf("due %v after the confirmation, %v before; said %q", x.due(id), before, x.last())
		}
		if p.compare(); x.last() != x.Say("settings.move.none") {
			t.Errorf("said %q", x.last())
		}
	}
}

func (x *world) due(id app.IssueID) time.Time {
	x.Helper()
	c, err := x.store.Case(x.Context(), id)
	if err != nil {
		x.Fatal(err)
	}
	r, _ := c.Current()
	return r.Effect
}

func TestADayOfTheOwnCalendarIsSetAndTakenBack(t *testing.T) {
	x := begin(t, Calendar)
	p := x.here().(*calendarPage)
	kit.SetValue(p.region, workday.Custom)
	p.load()
	day := workday.Date{Year: 2026, Month: time.November, Day: 30}
	other := workday.Date{Year: 2026, Month: time.November, Day: 27}
	for _, d := range []workday.Date{day, other} {
		p.grid.goTo(d)
		p.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		x.form().Field("type").Input.(*kit.Radios[workday.Kind]).SetValue(workday.Holiday)
		if x.submit(); x.form().Field("name").Error() == "" {
			t.Fatal("a holiday without a name goes on")
		}
		x.typeIn("name", "颱風停工")
		x.submit() // what it would do
		x.submit() // load
	}
	if c := p.calendar; c.Works(day) || c.Works(other) || len(p.specials) != 2 {
		t.Fatalf("the special days are %v", p.specials)
	}
	p.changeDay(day)
	x.form().Field("type").Input.(*kit.Radios[workday.Kind]).SetValue(plain)
	x.submit()
	x.submit()
	if c := p.calendar; !c.Works(day) || c.Works(other) {
		t.Errorf("the special days are %v", p.specials)
	}
}

func TestTheYearIsWalkedWithTheKeyboard(t *testing.T) {
	x := begin(t, Calendar)
	p := x.here().(*calendarPage)
	if p.grid.at != (workday.Date{Year: 2026, Month: time.November, Day: 23}) {
		t.Fatalf("the keyboard begins at %v, want today", p.grid.at)
	}
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn} {
		p.grid.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if p.grid.at.Day != 1 || p.grid.at.Month != time.December || x.last() == "" {
		t.Errorf("at %v, said %q", p.grid.at, x.last())
	}
	p.grid.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if p.year != 2027 || p.state.Text() != x.Say("settings.calendar.provisional") {
		t.Errorf("in %d, which is %q", p.year, p.state.Text())
	}
	if d, hit := p.grid.dayAt(p.grid.cells[1][13].ground.Position().AddXY(3, 3)); !hit || d != (workday.Date{Year: 2027, Month: time.February, Day: 14}) {
		t.Errorf("the pointer is on %v", d)
	}
}
