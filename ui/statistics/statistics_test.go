package statistics

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/audit"
	"ownerdesk/app/figures"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/kit/onscreen"
	"ownerdesk/ui/seat"
	"ownerdesk/ui/tables"
)

// office is the world of the tests with Wang Fang at the desk.
type office struct {
	page  *Page
	store *data.Store
	desk  *app.Desk
	world datatest.World
	said  string
	led   string // the title of the list that was opened
	to    []app.IssueID
}

func open(t *testing.T, l lang.Language) *office {
	t.Helper()
	a := test.NewTempApp(t)
	kit.Look{Mode: kit.ModeLight, Plain: os.Getenv("GALLERY") == ""}.Wear(a)
	o := &office{}
	o.store, o.desk, o.world = datatest.Open(t)
	words, err := lang.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	ground, err := o.desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	o.page = NewPage(&seat.Seat{
		Voice: say.Voice{Words: words, Ground: ground}, Desk: o.desk, Tasks: kit.AtOnce(), Now: o.world.Clock.Now,
		Staff: ground.Staff[o.world.Fang], Window: w, Says: func(_ kit.Tone, s string) { o.said = s },
	}, o.store)
	o.page.Issues = func(title string, ids []app.IssueID) { o.led, o.to = title, ids }
	w.SetContent(o.page.Root)
	w.Resize(fyne.NewSize(1060, 620))
	return o
}

func (o *office) call(t *testing.T, at time.Time) app.Issue {
	t.Helper()
	now := o.world.Clock.Now()
	o.world.Clock.Set(at)
	m, err := o.desk.Receive(t.Context(), o.world.Call(app.Repair))
	if err != nil {
		t.Fatal(err)
	}
	o.world.Clock.Set(now)
	return m.Issue
}

// row finds the row of the open table that begins with a word.
func (o *office) row(t *testing.T, word string) int {
	t.Helper()
	for i, r := range o.page.month.Table(o.page.view).Rows {
		if r.Cells[0].Text == word {
			return i
		}
	}
	t.Fatalf("%s has no row %s", o.page.view, word)
	return 0
}

func (o *office) table(t *testing.T) *kit.Table {
	t.Helper()
	table, is := o.page.stage.Objects[0].(*fyne.Container).Objects[0].(*kit.Table)
	if !is {
		t.Fatalf("on the stage is a %T", o.page.stage.Objects[0])
	}
	return table
}

func TestAFigureLeadsToItsIssues(t *testing.T) {
	o := open(t, lang.Traditional)
	missed, fresh := o.call(t, datatest.At(18, 9, 0)), o.call(t, datatest.At(23, 9, 0))
	o.page.Shown()
	defer o.page.Hidden()
	test.Tap(o.page.later) // from October to this month

	if o.page.title.Text() != "2026年11月" || !o.page.later.Disabled() {
		t.Errorf("shown is %s; later can be pressed: %v", o.page.title.Text(), !o.page.later.Disabled())
	}
	if got := o.page.tiles[0].Number(); got != "0/1" { // too few for percent
		t.Errorf("transferred on time are %s", got)
	}
	test.Tap(o.page.tiles[0])
	if o.led != "轉辦及時率 · 2026年11月" || len(o.to) != 1 || o.to[0] != missed.ID {
		t.Errorf("the tile leads to %q, %v", o.led, o.to)
	}
	o.table(t).OnOpen(o.row(t, "受理率"))
	if len(o.to) != 2 || o.to[0] != missed.ID || o.to[1] != fresh.ID {
		t.Errorf("the row leads to %v", o.to)
	}
	test.Tap(o.page.views.buttons["kind"])
	o.table(t).OnOpen(o.row(t, "報修"))
	if o.led != "報修 · 2026年11月" || len(o.to) != 2 {
		t.Errorf("the kind leads to %q, %v", o.led, o.to)
	}
}

func TestARoomWithSeveralIssuesIsNamedOnlyWhereRoomsStandOpen(t *testing.T) {
	o := open(t, lang.Traditional)
	o.call(t, datatest.At(18, 9, 0))
	o.call(t, datatest.At(20, 9, 0))
	s := o.page.seat
	scope := figures.Month(2026, time.November, s.Now(), s.Ground.Calendar, 0)
	for _, c := range []struct {
		open bool
		want string
	}{{true, "3-2-501"}, {false, "3-2-**"}} {
		r, err := Reckon(t.Context(), o.store, reports.Facts{Voice: s.Voice, By: s.Staff, At: s.Now(), Open: c.open}, scope)
		if err != nil {
			t.Fatal(err)
		}
		if rows := r.Month.Table("again").Rows; len(rows) != 1 || rows[0].Cells[0].Text != c.want || len(rows[0].Issues) != 2 {
			t.Errorf("open %v: the same place again is %+v", c.open, rows)
		}
	}
}

func TestAFigureWithoutIssuesSaysSo(t *testing.T) {
	o := open(t, lang.Traditional)
	o.page.Shown()
	defer o.page.Hidden()
	test.Tap(o.page.tiles[1])
	if o.led != "" || o.said != "這個數字不含任何事項。" {
		t.Errorf("led to %q, said %q", o.led, o.said)
	}
	o.table(t).OnOpen(o.row(t, "處理時長（工作時間）"))
	if o.led != "" || o.said != "處理時長（工作時間） · —" {
		t.Errorf("led to %q, said %q", o.led, o.said)
	}
	for _, view := range shown {
		test.Tap(o.page.views.buttons[view])
		if len(o.page.stage.Objects) != 1 {
			t.Errorf("%s shows nothing", view)
		}
	}
	if o.page.month.Title != "2026年10月" {
		t.Errorf("it opens on %s", o.page.month.Title)
	}
}

func TestFiguresFollowWhatHappens(t *testing.T) {
	o := open(t, lang.English)
	o.page.Shown()
	test.Tap(o.page.later)
	o.call(t, datatest.At(23, 9, 0))
	if rows := o.page.month.Table("kpi").Rows; !strings.HasPrefix(rows[0].Cells[1].Text, "1/1") {
		t.Errorf("after a call acceptance is %s", rows[0].Cells[1].Text)
	}
	o.page.Hidden()
	o.call(t, datatest.At(23, 9, 1))
	if rows := o.page.month.Table("kpi").Rows; !strings.HasPrefix(rows[0].Cells[1].Text, "1/1") {
		t.Errorf("left, it still follows: %s", rows[0].Cells[1].Text)
	}
}

func TestTablesFitAWindowOf1280ByTheirWords(t *testing.T) {
	for _, l := range lang.All {
		o := open(t, l)
		o.call(t, datatest.At(18, 9, 0))
		o.page.Shown()
		test.Tap(o.page.later)
		for _, view := range shown {
			test.Tap(o.page.views.buttons[view])
			if wide := o.page.stage.MinSize().Width; wide > kit.Px(976) {
				t.Errorf("%s: %s is %.0f wide", l, view, wide)
			}
			for i, c := range tables.Columns(o.page.month.Table(view)) {
				if c.Width < tables.Measure(c.Title) {
					t.Errorf("%s: %s has no room for the heading of column %d", l, view, i)
				}
			}
		}
		o.page.Hidden()
	}
}

func TestALightHasATone(t *testing.T) {
	for _, l := range []figures.Light{figures.Unlit, figures.Green, figures.Yellow, figures.Red} {
		if _, there := tables.Tones[l]; !there {
			t.Errorf("light %d has no tone", l)
		}
	}
}

// What broke a duty and is no issue opens from the check: by itself, chosen where there
// are several; what never was is said to be nothing to open.
func TestWhatBrokeADutyOpensThoughItIsNoIssue(t *testing.T) {
	o := open(t, lang.Simplified)
	var opened []audit.Of
	o.page.Open = func(of audit.Of) { opened = append(opened, of) }
	record, survey, measure := audit.Of{Number: "HY-1", Record: 1}, audit.Of{Number: "DC-1", Survey: 2}, audit.Of{Number: "GJ-1", Measure: 3}
	r := audit.Report{Span: o.page.Span(), Findings: []audit.Finding{
		{Duty: audit.Duty{Clause: "4.1.1", Name: "minutes"}, Applied: 1, Broken: []audit.Of{record}},
		{Duty: audit.Duty{Clause: "6.2.2", Name: "checks"}, Applied: 2, Broken: []audit.Of{survey, measure}},
		{Duty: audit.Duty{Clause: "6.1.1", Name: "yearly"}, Applied: 1, Broken: []audit.Of{{Number: "2025"}}},
		{Duty: audit.Duty{Clause: "3.1.1", Name: "channel"}, Applied: 1, Broken: []audit.Of{{Number: "SL-1", Issue: 4}}},
	}}
	o.page.view = conformity
	o.page.showAudit(r, nil)
	onscreen.All[*kit.Table](o.page.seat.Window)[0].OnOpen(0)
	onscreen.All[*kit.Table](o.page.seat.Window)[0].OnOpen(1)
	onscreen.All[*kit.Table](o.page.seat.Window)[0].OnOpen(1) // of the two, the second
	if !slices.Equal(opened, []audit.Of{record, measure}) {
		t.Errorf("opened are %v", opened)
	}
	o.page.showAudit(r, nil)
	if onscreen.All[*kit.Table](o.page.seat.Window)[0].OnOpen(2); o.said != o.page.seat.Say("audit.nothing") || len(opened) != 2 {
		t.Errorf("what never was says %q, and opened are %v", o.said, opened)
	}
	if onscreen.All[*kit.Table](o.page.seat.Window)[0].OnOpen(3); !slices.Equal(o.to, []app.IssueID{4}) {
		t.Errorf("the issues led to are %v", o.to)
	}
}
