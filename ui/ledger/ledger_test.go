package ledger

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// office is the world of the tests with Wang Fang at the desk.
type office struct {
	list  *List
	store *data.Store
	desk  *app.Desk
	world datatest.World
	said  []string
	save  string // where the save dialog points to; empty: it is cancelled
}

// PickFile is for seat.Outside; nothing is read here.
func (o *office) PickFile(string, []string, func(string)) {}

// PickSave answers with o.save.
func (o *office) PickSave(_, _ string, picked func(string)) {
	if o.save != "" {
		picked(o.save)
	}
}

// Open and Print are for seat.Outside.
func (o *office) Open(string) error            { return nil }
func (o *office) Print(string) (string, error) { return "", nil }

func open(t *testing.T, l lang.Language, make func(*seat.Seat, Asks) *List) *office {
	t.Helper()
	a := test.NewTempApp(t)
	kit.Look{Mode: kit.ModeLight, Plain: os.Getenv("GALLERY") == ""}.Wear(a)
	o := &office{}
	o.store, o.desk, o.world = datatest.Open(t)
	o.sit(t, l, o.world.Fang, make)
	return o
}

func (o *office) sit(t *testing.T, l lang.Language, who app.StaffID, make func(*seat.Seat, Asks) *List) {
	t.Helper()
	words, err := lang.Load(l)
	if err != nil {
		t.Fatal(err)
	}
	ground, err := o.desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	o.list = make(&seat.Seat{
		Voice: say.Voice{Words: words, Ground: ground}, Desk: o.desk, Tasks: kit.AtOnce(), Now: o.world.Clock.Now,
		Staff: ground.Staff[who], Window: w, Outside: o, Says: func(_ kit.Tone, s string) { o.said = append(o.said, s) },
	}, o.store)
	w.SetContent(o.list.Root)
	w.Resize(fyne.NewSize(1060, 620))
}

func (o *office) call(t *testing.T, at time.Time, change func(*app.ReceiveOrder)) app.Issue {
	t.Helper()
	now := o.world.Clock.Now()
	o.world.Clock.Set(at)
	order := o.world.Call(app.Repair)
	if change != nil {
		change(&order)
	}
	m, err := o.desk.Receive(t.Context(), order)
	if err != nil {
		t.Fatal(err)
	}
	o.world.Clock.Set(now)
	return m.Issue
}

// numbers are the issues listed, from above.
func (o *office) numbers() string {
	var all []string
	for i := range o.list.rows.Count() {
		if line, here := o.list.rows.line(i); here {
			all = append(all, strings.TrimPrefix(line.Number, "SL-202611-"))
		}
	}
	return strings.Join(all, " ")
}

func complaint(r *app.ReceiveOrder) { r.Kind, r.Level = app.Complaint, app.Major }

func TestEachFilterNarrowsTheList(t *testing.T) {
	o := open(t, lang.Traditional, NewIssues)
	o.call(t, datatest.At(2, 9, 0), nil)                                                     // 0001, late
	o.call(t, datatest.At(17, 9, 0), complaint)                                              // 0002, late
	o.call(t, datatest.At(23, 9, 0), func(r *app.ReceiveOrder) { r.Category = "LK3" })       // 0003
	o.call(t, datatest.At(23, 9, 5), func(r *app.ReceiveOrder) { r.Description = "樓道照明不亮" }) // 0004
	o.call(t, datatest.At(23, 9, 6), func(r *app.ReceiveOrder) { r.By = o.world.Jing })      // 0005
	l := o.list
	l.Shown()
	defer l.Hidden()
	f := l.filters
	for _, c := range []struct {
		name string
		do   func()
		want string
	}{
		{"nothing: the newest first", func() {}, "0005 0004 0003 0002 0001"},
		{"a kind", func() { f.kind.SetSelectedIndex(index(f.kind, app.Complaint)) }, "0002"},
		{"what is late", func() { f.late.SetChecked(true) }, "0002 0001"},
		{"a subject", func() { f.subject.SetSelectedIndex(index(f.subject, "LK")) }, "0003"},
		{"a topic under its subject", func() {
			f.subject.SetSelectedIndex(index(f.subject, "LK"))
			f.topic.SetSelectedIndex(index(f.topic, "LK1"))
		}, ""},
		{"what is mine", func() { f.mine.SetChecked(true) }, "0004 0003 0002 0001"},
		{"a state", func() { f.state.SetSelectedIndex(index(f.state, app.Closed)) }, ""},
		{"what is open", func() { f.state.SetSelectedIndex(index(f.state, openStates)) }, "0005 0004 0003 0002 0001"},
		{"last week", func() { f.period.SetSelectedIndex(index(f.period, lastWeek)) }, "0002"},
		{"from a day to a day", func() {
			f.period.SetSelectedIndex(index(f.period, fromTo))
			f.from.SetValue(workday.Date{Year: 2026, Month: 11, Day: 2})
			f.until.SetValue(workday.Date{Year: 2026, Month: 11, Day: 17})
			f.changed()
		}, "0002 0001"},
		{"words", func() { l.Find("照明") }, "0004"},
	} {
		l.Clear()
		c.do()
		if got := o.numbers(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func index[T comparable](c *kit.Choice[T], v T) int {
	for i, have := range c.Values() {
		if have == v {
			return i
		}
	}
	return -1
}

func TestAHeadPressedSortsAndPressedAgainTurnsRound(t *testing.T) {
	o := open(t, lang.Traditional, NewIssues)
	o.call(t, datatest.At(2, 9, 0), nil)
	o.call(t, datatest.At(17, 9, 0), nil)
	o.list.Shown()
	defer o.list.Hidden()
	o.list.sorted(string(app.ByReceived), false)
	if got := o.numbers(); got != "0001 0002" {
		t.Errorf("the oldest first: %q", got)
	}
	o.list.sorted(string(app.ByReceived), true)
	if got := o.numbers(); got != "0002 0001" {
		t.Errorf("the newest first: %q", got)
	}
}

func TestASavedFilterComesBackAsItWas(t *testing.T) {
	o := open(t, lang.Traditional, NewIssues)
	o.call(t, datatest.At(17, 9, 0), nil)
	o.call(t, datatest.At(23, 9, 0), complaint)
	l := o.list
	l.Shown()
	defer l.Hidden()
	l.filters.kind.SetSelectedIndex(index(l.filters.kind, app.Complaint))
	l.saved.keep("投訴", func() {})
	l.Clear()
	if got := o.numbers(); got != "0002 0001" {
		t.Fatalf("cleared: %q", got)
	}
	if l.saved.drop.Visible() {
		t.Error("a filter can be dropped that is not chosen")
	}
	l.saved.choice.SetSelected("投訴")
	if got := o.numbers(); got != "0002" {
		t.Errorf("chosen again: %q", got)
	}
	if got := l.filters.kind.Value(); got != app.Complaint {
		t.Errorf("the choice shows %q", got)
	}
}

func TestFollowUpsHoldOnlyWhatIsToBeToldOrAsked(t *testing.T) {
	o := open(t, lang.Traditional, NewFollowUps)
	o.call(t, datatest.At(23, 9, 0), nil)
	o.list.Shown()
	defer o.list.Hidden()
	if got := o.numbers(); got != "" {
		t.Errorf("an issue to be transferred is listed: %q", got)
	}
	if f := o.list.filter(); len(f.Steps) != 4 {
		t.Errorf("it asks for the steps %v", f.Steps)
	}
}

func TestSlipsOfWhatIsTickedArePrinted(t *testing.T) {
	o := open(t, lang.Traditional, NewIssues)
	for i := range 3 {
		o.call(t, datatest.At(23, 9, i), nil)
	}
	var got []string
	o.list.Slips = func(lines []app.Line) {
		for _, l := range lines {
			got = append(got, l.Number)
		}
	}
	o.list.Shown()
	defer o.list.Hidden()
	if !o.list.actions.print.Disabled() {
		t.Error("nothing is ticked and it can be printed")
	}
	o.list.table.Select(1)
	o.list.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	test.Tap(o.list.actions.print)
	if strings.Join(got, " ") != "SL-202611-0002" {
		t.Errorf("printed %v", got)
	}
}

// plain writes numbers and names, in place of a workbook.
func plain(out io.Writer, lines iter.Seq2[app.Line, error], said string, open bool) error {
	fmt.Fprintln(out, said, open)
	for l, err := range lines {
		if err != nil {
			return err
		}
		fmt.Fprintln(out, l.Number)
	}
	return nil
}

func TestTheExportHoldsWhatIsListedInItsOrder(t *testing.T) {
	o := open(t, lang.Traditional, NewIssues)
	o.call(t, datatest.At(17, 9, 0), nil)
	o.call(t, datatest.At(20, 9, 0), complaint)
	o.call(t, datatest.At(23, 9, 0), complaint)
	o.list.Export = plain
	o.list.Shown()
	defer o.list.Hidden()
	o.list.filters.kind.SetSelectedIndex(index(o.list.filters.kind, app.Complaint))
	o.save = filepath.Join(t.TempDir(), "list")
	o.list.askExport()
	kit.TopSheet(o.list.seat.Window.Canvas()).Submit()

	got, err := os.ReadFile(o.save + ".xlsx")
	if err != nil || string(got) != "2 件 false\nSL-202611-0003\nSL-202611-0002\n" {
		t.Errorf("the file holds %q, %v", got, err)
	}
	if len(o.said) != 1 || o.said[0] != "已導出 2 件。" {
		t.Errorf("said %q", o.said)
	}
}

func TestFullNamesNeedAReasonAndAreNoted(t *testing.T) {
	o := open(t, lang.Traditional, NewIssues)
	o.call(t, datatest.At(23, 9, 0), nil)
	o.list.Shown()
	defer o.list.Hidden()
	dir := t.TempDir()
	o.list.Export = plain
	if err := func() error { o.list.export(o.list.rows, filepath.Join(dir, "a.xlsx"), true, "周會"); return nil }(); err != nil {
		t.Fatal(err)
	}
	log, err := o.store.AccessLog(t.Context(), datatest.At(23, 0, 0), datatest.At(24, 0, 0), 10)
	if err != nil || len(log) != 1 || log[0].Action != "export" || log[0].Reason != "周會" || log[0].By != o.world.Fang {
		t.Errorf("the log says %+v, %v", log, err)
	}
}

func TestAnExportCalledOffLeavesNothing(t *testing.T) {
	o := open(t, lang.Traditional, NewIssues)
	o.call(t, datatest.At(23, 9, 0), nil)
	o.list.Shown()
	defer o.list.Hidden()
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := o.list.write(ctx, o.list.rows, filepath.Join(dir, "a.xlsx"), "", false, plain, func(int, int) {}); err == nil {
		t.Error("it says nothing")
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// endless answers as a store with a million issues would.
type endless struct {
	Asks
	asked []int
}

func (e *endless) Lines(_ context.Context, _ app.Filter, _ app.Order, offset, limit int, _ time.Time) ([]app.Line, error) {
	e.asked = append(e.asked, offset)
	lines := make([]app.Line, max(min(limit, 25_000-offset), 0))
	for i := range lines {
		lines[i] = app.Line{ID: app.IssueID(offset + i + 1), Number: fmt.Sprint(offset + i)}
	}
	return lines, nil
}

func (e *endless) CountLines(_ context.Context, _ app.Filter, _ time.Time, most int) (int, error) {
	return min(25_000, most), nil
}

func TestALongListIsFetchedWhereItIsLookedAtAndGoesOn(t *testing.T) {
	o := open(t, lang.Traditional, NewIssues)
	asks := &endless{Asks: o.store}
	o.list.asks = asks
	o.list.Shown()
	defer o.list.Hidden()
	if got := o.list.count.Text(); got != "超過 10,000 件" {
		t.Errorf("says %q", got)
	}
	asks.asked = nil
	o.list.table.Select(9_999)
	o.list.rows.At(9_999)
	if len(asks.asked) == 0 || asks.asked[0] != 9_800 {
		t.Errorf("fetched from %v, want 9800", asks.asked)
	}
	if got := o.list.rows.Count(); got != 20_000 {
		t.Errorf("%d rows once the end was seen, want 20000", got)
	}
	for _, at := range []int{19_999, 25_000} {
		o.list.rows.At(at)
	}
	if got := o.list.rows.Count(); got != 25_000 {
		t.Errorf("%d rows at the end, want 25000", got)
	}
}

func TestPeriodsAreWholeDaysFromMonday(t *testing.T) {
	sunday := workday.Date{Year: 2026, Month: 3, Day: 1}
	for p, want := range map[period]string{
		today: "2026-03-01 2026-03-02", thisWeek: "2026-02-23 2026-03-02", lastWeek: "2026-02-16 2026-02-23",
		thisMonth: "2026-03-01 2026-04-01", lastMonth: "2026-02-01 2026-03-01",
		thisYear: "2026-01-01 2027-01-01", lastYear: "2025-01-01 2026-01-01",
	} {
		from, until := p.days(sunday)
		if got := from.String() + " " + until.String(); got != want {
			t.Errorf("%s is %s, want %s", p, got, want)
		}
	}
}

// TestGallery draws the lists when GALLERY names a folder.
func TestGallery(t *testing.T) {
	dir := os.Getenv("GALLERY")
	if dir == "" {
		t.Skip("GALLERY names no folder")
	}
	for _, l := range lang.All {
		o := open(t, l, NewIssues)
		for i := range 30 {
			o.call(t, datatest.At(9+i/2, 9, i), func(r *app.ReceiveOrder) {
				r.Kind, r.Level = app.Kinds[i%len(app.Kinds)], ""
				if r.Kind == app.Complaint {
					r.Level = app.Major
				}
			})
		}
		o.list.Shown()
		o.draw(t, filepath.Join(dir, "issues-"+string(l)+".png"))
		o.list.Hidden()
		o.sit(t, l, o.world.Fang, NewFollowUps)
		o.list.Shown()
		o.draw(t, filepath.Join(dir, "followup-"+string(l)+".png"))
	}
}

func (o *office) draw(t *testing.T, path string) {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, o.list.seat.Window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestCertainIssuesAreListedUnderTheirTitle(t *testing.T) {
	o := open(t, lang.Traditional, func(s *seat.Seat, asks Asks) *List { return NewChosen(s, asks, "超期的事項", []app.IssueID{1, 3}) })
	for range 3 {
		o.call(t, datatest.At(23, 9, 0), nil)
	}
	o.list.Shown()
	defer o.list.Hidden()
	if got := o.numbers(); got != "0003 0001" {
		t.Errorf("listed are %s", got)
	}
	o.list.Clear()
	if got := o.numbers(); got != "0003 0001" {
		t.Errorf("with the filters taken away %s", got)
	}
	if o.list.about.title != "超期的事項" || allIssues.only != nil {
		t.Errorf("the title is %q; all issues are narrowed to %v", o.list.about.title, allIssues.only)
	}
}
