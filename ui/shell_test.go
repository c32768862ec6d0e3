package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/ledger"
)

// windowOn is the window on the world of the tests, before anybody sits down.
func windowOn(t *testing.T) (*shell, *app.Desk, datatest.World) {
	t.Helper()
	store, desk, world := datatest.Open(t)
	s := window(t, Parts{
		Now: world.Clock.Now, Locale: "zh_TW.UTF-8",
		Open: func(context.Context, string) (Office, error) {
			return Office{Desk: desk, Store: store, Close: func() error { return nil }}, nil
		},
	})
	s.open(world.Path)
	return s, desk, world
}

func window(t *testing.T, p Parts) *shell {
	t.Helper()
	return windowBy(t, p, kit.AtOnce())
}

func windowBy(t *testing.T, p Parts, tasks kit.Tasks) *shell {
	t.Helper()
	s := newShell(p, test.NewTempApp(t), tasks)
	t.Cleanup(func() {
		s.rise()
		s.window.Close()
	})
	return s
}

// newOffice is the window on a file that was not there.
func newOffice(t *testing.T) *shell {
	t.Helper()
	path := filepath.Join(t.TempDir(), "new.db")
	p := Parts{Locale: "en_GB.UTF-8", Now: func() time.Time { return datatest.At(23, 9, 42) }}
	p.Open = func(ctx context.Context, path string) (Office, error) {
		store, err := data.Open(ctx, path, data.Options{Now: p.Now})
		if err != nil {
			return Office{}, err
		}
		return Office{Desk: &app.Desk{Store: store, Now: p.Now, Changes: &app.Changes{}}, Store: store, Close: store.Close}, nil
	}
	s := window(t, p)
	s.open(path)
	return s
}

// all are the objects of a type under o, in order.
func all[T fyne.CanvasObject](o fyne.CanvasObject) (found []T) {
	if t, is := o.(T); is {
		found = append(found, t)
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, inner := range o.Objects {
			found = append(found, all[T](inner)...)
		}
	case fyne.Widget:
		for _, inner := range test.WidgetRenderer(o).Objects() {
			found = append(found, all[T](inner)...)
		}
	}
	return found
}

func press(s *shell, key fyne.KeyName) {
	s.window.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
}

// command chooses an item of the menu by its words.
func command(t *testing.T, s *shell, words string) {
	t.Helper()
	for _, m := range s.window.MainMenu().Items {
		for _, i := range m.Items {
			if i.Label == words {
				i.Action()
				return
			}
		}
	}
	t.Fatalf("the menu has no %q", words)
}

func TestWhoSitsDownSeesToday(t *testing.T) {
	s, _, world := windowOn(t)
	if s.seat != nil {
		t.Fatal("somebody sits before anybody was chosen")
	}
	s.sit(world.Fang)
	if s.here().place != placeToday || s.seat.Staff.Name != "王芳" {
		t.Errorf("%s sits at %s", s.seat.Staff.Name, s.here().place)
	}
	if got := s.window.Title(); got != "雲棲物業服務有限公司 – OwnerDesk" {
		t.Errorf("the window is called %q", got)
	}
}

func TestAWindowWhoseClockWasSetSaysSoInEveryTitle(t *testing.T) {
	s, _, world := windowOn(t)
	s.parts.Trial = "2027-06-01T09:00"
	s.open(world.Path)
	if got := s.window.Title(); !strings.HasSuffix(got, "（時鐘設為 2027-06-01T09:00）") {
		t.Errorf("before anybody sits the window is called %q", got)
	}
	s.sit(world.Fang)
	if got := s.window.Title(); got != "雲棲物業服務有限公司 – OwnerDesk（時鐘設為 2027-06-01T09:00）" {
		t.Errorf("the window is called %q", got)
	}
}

func TestEveryPlaceOpensAndEscapeLeadsHome(t *testing.T) {
	s, _, world := windowOn(t)
	s.sit(world.Min)
	for _, r := range s.rooms() {
		command(t, s, s.words.Say("shell.place."+r.name))
		if s.here().place != r.name || len(s.frame.body.Objects) != 1 {
			t.Errorf("%s does not open", r.name)
		}
	}
	press(s, fyne.KeyEscape)
	if s.here().place != placeToday {
		t.Errorf("Escape leads to %s", s.here().place)
	}
}

func TestBackLeadsWhereOneCameFromWithThePageAsItWas(t *testing.T) {
	s, desk, world := windowOn(t)
	m, err := desk.Receive(t.Context(), world.Call(app.Repair))
	if err != nil {
		t.Fatal(err)
	}
	s.sit(world.Fang)
	s.goTo(placeIssues)
	list := s.here().page
	s.openIssue(m.Issue.ID, "")
	s.openIssue(m.Issue.ID, "")
	if len(s.trail) != 3 {
		t.Fatalf("%d steps, want 3", len(s.trail))
	}
	press(s, fyne.KeyEscape)
	press(s, fyne.KeyEscape)
	if s.here().page != list {
		t.Error("the list was made anew")
	}
}

func TestTheLanguageChangesEverywhereAtOnceAndOneStays(t *testing.T) {
	s, _, world := windowOn(t)
	s.sit(world.Fang)
	s.goTo(placeFollow)
	s.alter(func(o *app.Office) { o.Screen = "en" })
	if s.here().place != placeFollow {
		t.Errorf("one is at %s now", s.here().place)
	}
	if got := s.window.MainMenu().Items[0].Label; got != "Office" {
		t.Errorf("the menu says %q", got)
	}
	if got := s.seat.Say("today.title"); got != "Today" {
		t.Errorf("screens are given %q", got)
	}
}

func TestASettingThatChangesNoWordsLeavesTheOpenPageAlone(t *testing.T) {
	s, _, world := windowOn(t)
	s.sit(world.Fang)
	s.goTo(placeSettings)
	open := s.here().page
	s.alter(func(o *app.Office) { o.Phone = "0571-1" })
	if s.here().page != open {
		t.Error("the page was made anew")
	}
	if s.seat.Ground.Office.Phone != "0571-1" {
		t.Errorf("the seat still has %q", s.seat.Ground.Office.Phone)
	}
}

func TestTypingInTheSearchFillsTheListOfIssues(t *testing.T) {
	s, desk, world := windowOn(t)
	if _, err := desk.Receive(t.Context(), world.Call(app.Repair)); err != nil {
		t.Fatal(err)
	}
	s.sit(world.Fang)
	test.Type(s.frame.search, "501")
	if s.here().place != placeIssues || s.frame.search.Text != "501" {
		t.Errorf("at %s with %q typed", s.here().place, s.frame.search.Text)
	}
	if s.window.Canvas().Focused() != s.frame.search {
		t.Error("typing cannot go on")
	}
	s.goTo(placeToday)
	if s.frame.search.Text != "" {
		t.Errorf("%q is still there", s.frame.search.Text)
	}
	s.goTo(placeIssues)
	if s.frame.search.Text != "501" {
		t.Errorf("the list is narrowed to 501, the search says %q", s.frame.search.Text)
	}
	s.goTo(placeToday)
	test.Type(s.frame.search, "7")
	if s.frame.search.Text != "7" || s.here().page.sought() != "7" {
		t.Errorf("the search says %q, the list is narrowed to %q", s.frame.search.Text, s.here().page.sought())
	}
	s.here().page.list.(*ledger.List).Clear()
	if s.frame.search.Text != "" {
		t.Errorf("no filter is left, the search says %q", s.frame.search.Text)
	}
	s.here().page.search("nothing has this")
	s.goTo(placeToday)
	test.Type(s.frame.search, "501")
	if rows := s.here().page.list.(*ledger.List); rows.Text() != "501" {
		t.Errorf("from elsewhere %q is looked for", rows.Text())
	}
}

func TestAPageBeginsAtItsTop(t *testing.T) {
	s, _, world := windowOn(t)
	s.sit(world.Fang)
	s.window.Resize(fyne.NewSize(500, 300))
	s.frame.scroll.ScrollToOffset(fyne.NewPos(40, 0))
	s.goTo(placeSettings)
	if s.frame.scroll.Offset != (fyne.Position{}) {
		t.Errorf("the next page is scrolled by %v", s.frame.scroll.Offset)
	}
}

func TestAMistakeInACommandIsSaidAndTheWorkGoesOn(t *testing.T) {
	s, _, world := windowOn(t)
	s.sit(world.Fang)
	s.item("", nil, func() { var none *visit; none.place = "" }).Action()
	if words, tone := s.toasts.Said(); words != s.words.Say("trouble.broken") || tone != kit.Bad {
		t.Errorf("says %q", words)
	}
	s.goTo(placeIssues)
	if s.here().place != placeIssues {
		t.Error("the work does not go on")
	}
}

func TestCommandsRestWhileASheetIsOpen(t *testing.T) {
	s, _, world := windowOn(t)
	s.sit(world.Fang)
	s.change()
	command(t, s, s.words.Say("shell.place.issues"))
	if s.here().place != placeToday {
		t.Error("a page was opened under the sheet")
	}
}

func TestTheListOfWhoMaySitNarrowsByPinyin(t *testing.T) {
	s, _, world := windowOn(t)
	g, err := s.office.Desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var sat app.StaffID
	c := newChair(s.words.Say, g, 0, func(who app.StaffID) { sat = who })
	test.NewTempWindow(t, c.root)
	for typed, want := range map[string]int{"": 6, "wf": 1, "wangf": 1, "王": 1, "工程": 2, "xyz": 0} {
		c.filter.SetText(typed)
		if c.Count() != want {
			t.Errorf("%q leaves %d, want %d", typed, c.Count(), want)
		}
	}
	c.filter.SetText("wf")
	c.filter.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if sat != world.Fang {
		t.Errorf("%d sits down, want %d", sat, world.Fang)
	}
}

// trouble is what the store says of a file.
type trouble struct {
	kind    string
	backups []string
}

func (t trouble) Error() string                { return t.kind }
func (t trouble) Trouble() (kind, path string) { return t.kind, "/x/office.db" }
func (t trouble) Found() []string              { return t.backups }

func TestWhatBefellTheFileIsSaidWithWhatToDo(t *testing.T) {
	for _, kind := range []string{data.InUse, data.Newer, data.Damaged, data.NotOurs, data.NoFolder, data.ReadOnly, data.Full, data.Vanished, data.Failed} {
		s := window(t, Parts{Locale: "en", Open: func(context.Context, string) (Office, error) { return Office{}, trouble{kind: kind} }})
		s.open("/x/office.db")
		for _, part := range []string{"title", "what", "do"} {
			if !s.words.Has("open." + part + "." + kind) {
				t.Errorf("no words open.%s.%s", part, kind)
			}
		}
		if len(all[*kit.Push](s.stage)) != 2 {
			t.Errorf("%s: not two ways on", kind)
		}
	}
}

func TestAFileThatTakesLongToOpenIsSaidToBeOpening(t *testing.T) {
	store, desk, world := datatest.Open(t)
	for _, l := range []string{"zh_TW", "zh_CN", "en"} {
		var s *shell
		said := false
		s = window(t, Parts{Now: world.Clock.Now, Locale: l, Open: func(context.Context, string) (Office, error) {
			for _, p := range all[*kit.Phrase](s.stage) { // without pauses the words come at once
				said = said || p.Text() == s.words.Say("open.opening")
			}
			return Office{Desk: desk, Store: store, Close: func() error { return nil }}, nil
		}})
		s.open(world.Path)
		if !said {
			t.Errorf("%s: nothing is said while the file is opened", l)
		}
		for _, p := range all[*kit.Phrase](s.stage) {
			if p.Text() == s.words.Say("open.opening") {
				t.Errorf("%s: it is still said once the file is open", l)
			}
		}
	}
}

func TestABackupTakesThePlaceOfADamagedFile(t *testing.T) {
	store, desk, world := datatest.Open(t)
	var restored string
	s := window(t, Parts{Locale: "zh_TW", Now: world.Clock.Now,
		Open: func(context.Context, string) (Office, error) {
			if restored == "" {
				return Office{}, trouble{data.Damaged, []string{"/x/b.db", "/x/a.db"}}
			}
			return Office{Desk: desk, Store: store, Close: func() error { return nil }}, nil
		},
		Restore: func(_ context.Context, o app.RestoreOrder) (app.Restored, error) {
			restored = o.Backup
			return app.Restored{}, nil
		},
	})
	s.open("/x/office.db")
	tables := all[*kit.Table](s.stage)
	if len(tables) != 1 || tables[0].Count() != 2 {
		t.Fatalf("%d tables", len(tables))
	}
	tables[0].OnOpen(1)
	kit.TopSheet(s.window.Canvas()).Submit()
	if restored != "/x/a.db" || s.office == nil {
		t.Errorf("restored %q, open: %v", restored, s.office != nil)
	}
}

func TestARestoreThatFailsIsSaid(t *testing.T) {
	s := window(t, Parts{Locale: "en",
		Open: func(context.Context, string) (Office, error) {
			return Office{}, trouble{data.Damaged, []string{"/x/b.db"}}
		},
		Restore: func(context.Context, app.RestoreOrder) (app.Restored, error) {
			return app.Restored{}, errors.New("no")
		},
	})
	s.open("/x/office.db")
	s.restore(app.RestoreOrder{Backup: "/x/b.db", Path: "/x/office.db"})
	if words, _ := s.toasts.Said(); words != s.words.Say("open.restore.failed") {
		t.Errorf("says %q", words)
	}
}

func TestThreeAnswersMakeAnOffice(t *testing.T) {
	s := newOffice(t)
	w := &welcome{shell: s}
	w.build("en", answers{region: workday.HK, role: app.Head})
	w.submit()
	if w.form.Field("company").Error() == "" || w.form.Field("name").Error() == "" {
		t.Fatal("nothing is said to be missing")
	}
	w.company.SetText("Cloud Rest")
	w.estate.SetText("Gardens")
	w.name.SetText("Wang Fang")
	w.submit()

	g, err := s.office.Desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if o := g.Office; !o.Configured || o.Company != "Cloud Rest" || o.Region != workday.HK || o.Screen != "en" || o.Zone != "Asia/Hong_Kong" {
		t.Errorf("the office is %+v", o)
	}
	if len(g.Departments) != 4 || g.Departments[g.DeskDept()].Name != s.words.Say("welcome.dept.desk") {
		t.Errorf("the departments are %v", g.Departments)
	}
	if !g.Calendar.Loaded(2026) || len(g.Rules.Limits) == 0 {
		t.Errorf("years %v, %d limits", g.Calendar.Years(), len(g.Rules.Limits))
	}
	if m := g.Staff[s.staff]; m.Name != "Wang Fang" || m.Role != app.Head || m.Dept != g.DeskDept() {
		t.Errorf("at the desk is %+v", m)
	}
}

// halting is a store that fails at the last step of a set-up.
type halting struct{ app.Store }

func (h halting) KeepOffice(context.Context, app.Office, app.StaffID, time.Time) error {
	return errors.New("the power went")
}

// A set-up whose second half fails leaves no first: no department, nobody, no estate.
func TestASetUpThatFailsLeavesNoHalf(t *testing.T) {
	s := newOffice(t)
	a := answers{company: "Cloud Rest", estate: "Gardens", name: "Wang Fang", region: workday.CN, role: app.Clerk}
	whole := s.office.Desk.Store
	s.office.Desk.Store = halting{whole}
	do := setup{s.office.Desk, s.office.Store, words("en"), "en"}
	if _, err := do.run(t.Context(), a); err == nil {
		t.Fatal("it did not fail")
	}
	s.office.Desk.Store = whole
	g, err := s.office.Desk.Ground(t.Context())
	if err != nil || len(g.Departments)+len(g.Staff)+len(g.Projects) != 0 || len(g.Calendar.Years()) != 0 || g.Office.Configured {
		t.Errorf("%d departments, %d staff, %d estates, years %v, %v", len(g.Departments), len(g.Staff), len(g.Projects), g.Calendar.Years(), err)
	}
	if who, err := do.run(t.Context(), a); err != nil || who == 0 {
		t.Errorf("tried again: %d, %v", who, err)
	}
}

func TestAnInterruptedSetUpIsGoneOnWith(t *testing.T) {
	s := newOffice(t)
	w := &welcome{shell: s}
	w.build("en", answers{company: "Cloud Rest", estate: "Gardens", name: "Wang Fang", region: workday.CN, role: app.Clerk})
	a := w.answers()
	do := setup{s.office.Desk, s.office.Store, s.words, "en"}
	if _, err := do.run(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if _, err := do.run(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	g, err := s.office.Desk.Ground(t.Context())
	if err != nil || len(g.Departments) != 4 || len(g.Staff) != 1 || len(g.Projects) != 1 {
		t.Errorf("%d departments, %d staff, %d estates, %v", len(g.Departments), len(g.Staff), len(g.Projects), err)
	}
}

func TestAnOlderLedgerIsTakenOverFromTheMenuAndTheList(t *testing.T) {
	s, _, world := windowOn(t)
	s.sit(world.Fang)
	command(t, s, s.words.Say("shell.menu.past"))
	if s.here().place != placeIssues || s.here().page.next == nil {
		t.Errorf("the menu leads to %s", s.here().place)
	}
	press(s, fyne.KeyEscape)
	command(t, s, s.words.Say("shell.place."+placeIssues))
	for _, b := range all[*kit.Push](s.frame.body) {
		if b.Text == s.words.Say("ledger.import") && b.Visible() {
			b.Tapped(nil)
			break
		}
	}
	if s.here().place != placeIssues || s.here().page.next == nil {
		t.Errorf("the list leads to %s", s.here().place)
	}
}

// A register taken in by command comes before the first start of the window.
func TestAnEstateThatCameWithARegisterIsTheOfficesOwn(t *testing.T) {
	s := newOffice(t)
	id, err := s.office.Desk.ChangeProject(t.Context(), app.Project{Name: "云栖"})
	if err != nil {
		t.Fatal(err)
	}
	g, err := s.office.Desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	s.showWelcome(g)
	w := &welcome{shell: s}
	w.build("en", answers{company: "Cloud Rest", estate: "雲棲花園", name: "Wang Fang", region: workday.CN, role: app.Clerk})
	if _, err := (setup{s.office.Desk, s.office.Store, s.words, "en"}).run(t.Context(), w.answers()); err != nil {
		t.Fatal(err)
	}
	if g, err = s.office.Desk.Ground(t.Context()); err != nil || len(g.Projects) != 1 || g.Projects[id].Name != "雲棲花園" {
		t.Errorf("the estates are %v, %v", g.Projects, err)
	}
}

func TestTheKeyboardIsAlwaysOnWhatIsSeen(t *testing.T) {
	s, desk, world := windowOn(t)
	m, err := desk.Receive(t.Context(), world.Call(app.Repair))
	if err != nil {
		t.Fatal(err)
	}
	s.sit(world.Min)
	c := s.window.Canvas()
	look := func(where string) {
		t.Helper()
		if at, placed := c.Focused().(fyne.CanvasObject); placed && !kit.Seen(at) {
			t.Errorf("%s: the keyboard is on a hidden %T", where, at)
		}
	}
	walk := func(where string) {
		t.Helper()
		look(where)
		if c.Focused() == nil {
			t.Errorf("%s: the keyboard is nowhere", where)
		}
		for range 12 {
			c.FocusNext()
			look(where)
		}
	}
	for range 2 { // pages are kept: the second time they are shown again
		for i := range s.rooms() {
			command(t, s, s.words.Say("shell.place."+s.rooms()[i].name))
			walk(s.rooms()[i].name)
		}
		s.goTo(placeIssues)
		s.openIssue(m.Issue.ID, "")
		walk("issue")
		s.intake()
		walk("intake")
		press(s, fyne.KeyEscape)
		walk("back from intake")
		s.rebuild()
		walk("made anew")
	}
}

func TestAKeyAfterAPageWasLeftDoesNothingThere(t *testing.T) {
	s, desk, world := windowOn(t)
	if _, err := desk.Receive(t.Context(), world.Call(app.Repair)); err != nil {
		t.Fatal(err)
	}
	s.sit(world.Fang)
	for _, left := range s.rooms() {
		for _, shown := range s.rooms() {
			if left.name == shown.name {
				continue
			}
			s.goTo(left.name)
			at := s.window.Canvas().Focused()
			s.goTo(shown.name)
			if now := s.window.Canvas().Focused(); now != nil && now == at {
				t.Errorf("from %s to %s: keys still go to %T of the page that was left", left.name, shown.name, at)
			}
		}
	}
}

func TestTheKeyThatSendsFormsTakesOneStepForEachPress(t *testing.T) {
	s, _, world := windowOn(t)
	s.sit(world.Fang)
	steps := 0
	s.enter(placeIssues, func() *page {
		return &page{root: kit.Text("", 12, kit.Body, false), next: func() { steps++ }, save: func() { steps++ }}
	})
	for _, c := range []struct {
		words string
		key   fyne.KeyName
	}{{"shell.menu.next", fyne.KeyReturn}, {"shell.menu.save", fyne.KeyS}} {
		steps = 0
		for range 2 {
			kit.KeyDown(&fyne.KeyEvent{Name: c.key})
			for range 70 { // 2.5 seconds
				command(t, s, s.words.Say(c.words))
			}
			kit.KeyUp(&fyne.KeyEvent{Name: c.key})
		}
		if steps != 2 {
			t.Errorf("%s pressed twice and held takes %d steps", c.key, steps)
		}
	}
}
