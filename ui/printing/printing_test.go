package printing

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// office is the world of the tests with Wang Fang at the desk, and a double for
// what lies beyond the window.
type office struct {
	press   *Press
	store   *data.Store
	desk    *app.Desk
	world   datatest.World
	said    []string
	printed []string
	opened  []string
	save    string // "" when the person cancels
	printer string
	fails   error // of printing
	blind   error // of opening
}

func (o *office) PickFile(string, []string, func(string)) {}

func (o *office) PickSave(_, _ string, picked func(string)) {
	if o.save != "" {
		picked(o.save)
	}
}

func (o *office) Open(path string) error {
	o.opened = append(o.opened, path)
	return o.blind
}

func (o *office) Print(path string) (string, error) {
	o.printed = append(o.printed, path)
	return o.printer, o.fails
}

func open(t *testing.T) *office {
	t.Helper()
	test.NewTempApp(t)
	o := &office{}
	o.store, o.desk, o.world = datatest.Open(t)
	words, err := lang.Load(lang.Traditional)
	if err != nil {
		t.Fatal(err)
	}
	ground, err := o.desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1060, 620))
	o.press = NewPress(&seat.Seat{
		Voice: say.Voice{Words: words, Ground: ground}, Desk: o.desk, Tasks: kit.AtOnce(), Now: o.world.Clock.Now, Paper: words,
		Staff: ground.Staff[o.world.Fang], Window: w, Outside: o, Says: func(_ kit.Tone, s string) { o.said = append(o.said, s) },
	}, o.store, filepath.Join(t.TempDir(), "print"))
	return o
}

// transferred is an issue that went out to the engineers.
func (o *office) transferred(t *testing.T, change func(*app.ReceiveOrder)) app.Case {
	t.Helper()
	order := o.world.Call(app.Repair)
	if change != nil {
		change(&order)
	}
	m, err := o.desk.Receive(t.Context(), order)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.desk.Transfer(t.Context(), app.TransferOrder{
		Stand: app.Stand{Issue: m.Issue.ID, By: o.world.Fang}, Lead: o.world.Engineering,
	}); err != nil {
		t.Fatal(err)
	}
	c, err := o.store.Case(t.Context(), m.Issue.ID)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (o *office) lastSaid() string {
	if len(o.said) == 0 {
		return ""
	}
	return o.said[len(o.said)-1]
}

func TestASlipGoesToThePrinterAndIntoTheTimeline(t *testing.T) {
	o := open(t)
	c := o.transferred(t, nil)
	o.printer = "前臺 HP"
	d := o.press.One(c, "transfer")
	d.sheet.Submit()

	if len(o.printed) != 1 || filepath.Base(o.printed[0]) != "ZB-202611-0001.pdf" {
		t.Fatalf("printed %v", o.printed)
	}
	if pdf, err := os.ReadFile(o.printed[0]); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("the file begins with %.8q, %v", pdf, err)
	}
	now, err := o.store.Case(t.Context(), c.Issue.ID)
	if err != nil {
		t.Fatal(err)
	}
	if last := now.Acts[len(now.Acts)-1]; last.Kind != app.ActPaperSent || last.Note != "ZB-202611-0001 一聯 二聯 三聯 · 前臺 HP" {
		t.Errorf("the timeline ends with %+v", last)
	}
	if kit.TopSheet(o.press.seat.Window.Canvas()) != nil {
		t.Error("the sheet is still open")
	}
}

func TestAPreviewLeavesAloneTheFileThatIsStillShown(t *testing.T) {
	o := open(t)
	c := o.transferred(t, nil)
	o.press.One(c, "transfer").send(app.WayOpened)
	first, err := os.ReadFile(o.opened[0])
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(o.opened[0], append(first, '%'), 0o600); err != nil { // as a program that holds it leaves it
		t.Fatal(err)
	}
	o.press.One(c, "transfer").send(app.WayOpened)
	if len(o.opened) != 2 || o.opened[0] == o.opened[1] {
		t.Fatalf("opened %v", o.opened)
	}
	if now, err := os.ReadFile(o.opened[0]); err != nil || len(now) != len(first)+1 {
		t.Errorf("the file that was shown became another: %v", err)
	}
}

func TestFilesLieWhereNobodyElseReadsAndAreCleared(t *testing.T) {
	o := open(t)
	o.press.One(o.transferred(t, nil), "transfer").send(app.WayOpened)
	info, err := os.Stat(o.press.folder)
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder is %v, %v", info.Mode(), err)
	}
	if err := Clear(o.press.folder); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(o.press.folder); !os.IsNotExist(err) {
		t.Errorf("still there: %v", err)
	}
}

func TestFullNamesOnPaperNeedAReasonAndAreLogged(t *testing.T) {
	o := open(t)
	d := o.press.One(o.transferred(t, nil), "transfer")
	d.open.SetChecked(true)
	d.sheet.Submit()
	if len(o.printed) != 0 || d.form.Field("reason").Error() == "" {
		t.Fatalf("printed %v without a reason", o.printed)
	}
	d.reason.SetText("業主要求存證")
	d.sheet.Submit()
	log := o.logged(t)
	if len(log) != 2 { // the desk's own copy and the owner's
		t.Fatalf("the log says %+v", log)
	}
	for _, a := range log {
		if a.Action != "paper-sent" || !strings.HasPrefix(a.Reason, "業主要求存證 · ZB-202611-0001") || a.Fields != "name,contact" {
			t.Errorf("the log says %+v", a)
		}
	}
	if len(o.printed) != 1 {
		t.Errorf("printed %v", o.printed)
	}
}

func TestNoCopyIsRefusedUnderItsField(t *testing.T) {
	o := open(t)
	d := o.press.One(o.transferred(t, nil), "transfer")
	for _, c := range reports.Copies {
		d.copies[c].SetChecked(false)
	}
	d.sheet.Submit()
	if got := d.form.Field("copies").Error(); got != "請至少選一聯。" || len(o.printed) != 0 {
		t.Errorf("says %q, printed %v", got, o.printed)
	}
}

func TestCharactersThatPaperLacksAreNamedBeforePrinting(t *testing.T) {
	o := open(t)
	c := o.transferred(t, func(r *app.ReceiveOrder) { r.Description = "電梯有異響😀" })
	d := o.press.One(c, "transfer")
	if !d.warned.Visible() || !strings.Contains(d.lacks.Text(), "U+1F600") {
		t.Errorf("warned: %v, %q", d.warned.Visible(), d.lacks.Text())
	}
	if got := Missing(o.press.seat, "電梯"); got != "" {
		t.Errorf("of ordinary words it says %q", got)
	}
}

func TestSavingWritesWhereItWasAsked(t *testing.T) {
	o := open(t)
	o.save = filepath.Join(t.TempDir(), "slip")
	o.press.One(o.transferred(t, nil), "transfer").send(app.WaySaved)
	if pdf, err := os.ReadFile(o.save + ".pdf"); err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		t.Errorf("the file begins with %.8q, %v", pdf, err)
	}
}

func TestPaperThatCannotBeWrittenSaysSoAndSpoilsNothing(t *testing.T) {
	o := open(t)
	o.save = filepath.Join(t.TempDir(), "gone", "slip.pdf")
	o.press.One(o.transferred(t, nil), "transfer").send(app.WaySaved)
	if got := o.lastSaid(); !strings.Contains(got, "未能寫入 "+o.save) {
		t.Errorf("saving says %q", got)
	}
	if err := os.WriteFile(o.press.folder, nil, 0o600); err != nil { // no folder can be there
		t.Fatal(err)
	}
	o.press.One(o.transferred(t, nil), "transfer").sheet.Submit()
	if got := o.lastSaid(); !strings.Contains(got, "未能寫入 "+o.press.folder) || len(o.printed) > 0 {
		t.Errorf("printing says %q, printed %v", got, o.printed)
	}
}

func TestADepartmentsSlipsOfTodayComeWithTheListItSigns(t *testing.T) {
	o := open(t)
	for range 3 {
		o.transferred(t, nil)
	}
	b := o.press.Department()
	b.dept.Pick(func(d app.DeptID) bool { return d == o.world.Engineering })
	b.send(app.WaySent)
	if len(o.printed) != 1 || filepath.Base(o.printed[0]) != "單據-20261123-094200.pdf" {
		t.Fatalf("printed %v, said %q", o.printed, o.said)
	}
	cases := []app.Case{}
	for id := app.IssueID(1); id <= 3; id++ {
		c, err := o.store.Case(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		cases = append(cases, c)
		if last := c.Acts[len(c.Acts)-1]; last.Kind != app.ActPaperSent {
			t.Errorf("issue %d ends with %s", id, last.Kind)
		}
	}
	if docs := o.press.wordMany(cases, []reports.Copy{reports.CopyDept}, reports.A4, true); len(docs) != 4 {
		t.Errorf("%d documents, want a list and three slips", len(docs))
	}
}

func TestTheRegisterAndTheFollowUpsOfAMonthArePrinted(t *testing.T) {
	o := open(t)
	o.transferred(t, nil)
	l := o.press.Lists()
	l.sheet.Submit()
	if len(o.printed) != 1 || filepath.Base(o.printed[0]) != "受理登記表-2026-11-01-2026-11-23.pdf" {
		t.Fatalf("printed %v, said %q", o.printed, o.said)
	}
	if kit.TopSheet(o.press.seat.Window.Canvas()) != nil {
		t.Error("the sheet is still open")
	}
	l = o.press.Lists()
	l.what.SetValue(followUps)
	l.sheet.Submit()
	if o.lastSaid() != "這段日期內沒有記錄。" || len(o.printed) != 1 {
		t.Errorf("nobody was asked yet, and it says %q, printed %v", o.lastSaid(), o.printed)
	}
	if err := within(mostListed+1, nil); !errors.Is(err, errTooMany) {
		t.Errorf("a list of any length is printed: %v", err)
	}
}

func TestAPeriodEndsAfterItBegins(t *testing.T) {
	o := open(t)
	l := o.press.Lists()
	l.from.SetValue(workday.Date{Year: 2026, Month: 12, Day: 1})
	l.sheet.Submit()
	if l.form.Field("until").Error() == "" || len(o.printed) != 0 {
		t.Errorf("says %q, printed %v", l.form.Field("until").Error(), o.printed)
	}
}

func TestADayWithoutSlipsIsSaid(t *testing.T) {
	o := open(t)
	b := o.press.Department()
	b.send(app.WaySent)
	if o.lastSaid() != "沒有可打印的單據。" || len(o.printed) != 0 {
		t.Errorf("says %q, printed %v", o.lastSaid(), o.printed)
	}
}

func TestFileNamesAreTakenByEverySystem(t *testing.T) {
	for name, want := range map[string]string{
		"ZB-202611-0001-R2": "ZB-202611-0001-R2.pdf",
		`a/b\c:d*e?f"g<h>i`: "a_b_c_d_e_f_g_h_i.pdf",
	} {
		if got := fileName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
}
