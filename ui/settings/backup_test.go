package settings

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/kit"
)

func TestABackupIsMadeListedAndOffered(t *testing.T) {
	x := begin(t, Backup)
	p := x.here().(*backupPage)
	folder := filepath.Join(t.TempDir(), "copies")
	p.folder.SetText(folder)
	x.Save()
	p.make.Tapped(nil)
	if len(p.all) != 1 || filepath.Dir(p.all[0].path) != folder || p.all[0].size == 0 || p.all[0].why != "copy" || p.made(p.all[0]) != "2026-11-23 09:42" {
		t.Fatalf("listed are %+v; said %q", p.all, x.last())
	}
	restored := ""
	x.Restore = func(b string) { restored = b }
	p.table.Select(0)
	p.table.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if x.closed() || restored != "" {
		t.Fatal("a backup is restored without asking")
	}
	if x.submit(); restored != "" {
		t.Fatal("the key that sends forms restores a backup")
	}
	if test.Tap(kit.TopSheet(p.Window.Canvas()).Primary); restored != p.all[0].path {
		t.Errorf("restored %q", restored)
	}
}

func TestTheBackupFolderIsAWholePath(t *testing.T) {
	x := begin(t, Backup)
	p := x.here().(*backupPage)
	p.folder.SetText("copies")
	if x.Save(); p.form.Field("folder").Error() == "" || x.ground().Office.Backups != "" {
		t.Errorf("error %q, kept %q", p.form.Field("folder").Error(), x.ground().Office.Backups)
	}
}

func TestABackupThatCannotBeMadeIsSaid(t *testing.T) {
	x := begin(t, Backup)
	p := x.here().(*backupPage)
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p.folder.SetText(filepath.Join(blocked, "copies"))
	x.Save()
	if p.make.Tapped(nil); p.make.Disabled() || x.last() == "" || x.last() == x.Say("settings.saved") {
		t.Errorf("said %q", x.last())
	}
}

// trouble is an error as the store makes them.
type trouble struct{ kind, path string }

func (t trouble) Error() string             { return t.kind }
func (t trouble) Trouble() (string, string) { return t.kind, t.path }

func TestTheCheckSaysWhatItFound(t *testing.T) {
	x := begin(t, Backup)
	p := x.here().(*backupPage)
	p.check.Tapped(nil)
	if x.last() != x.Say("settings.check.good") || !x.closed() || p.check.Disabled() {
		t.Fatalf("a good file: said %q", x.last())
	}
	for kind, want := range map[string]string{"file-gone": "不見了", "file-changed": "內容已變", "log-broken": "被改動過", "damaged": "損壞", "something-new": "讀寫出錯"} {
		if said := p.finding(trouble{kind, "/x/照片.jpg"}); !strings.Contains(said, want) || !strings.Contains(said, "照片.jpg") {
			t.Errorf("%s is said as %q", kind, said)
		}
	}
	if p.report([]error{trouble{"file-gone", "a"}, errors.New("other")}, nil); x.closed() {
		t.Error("what was found is not shown")
	}
}

func TestWhoSawWhatIsListedNarrowedAndExported(t *testing.T) {
	x := begin(t, Access)
	p := x.here().(*accessPage)
	m, err := x.Seat.Desk.Receive(t.Context(), x.Call(app.Repair))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []app.Access{
		{By: x.Fang, Issue: m.Issue.ID, Person: x.People["張小明"], Fields: "name,contact", Reason: "回訪核對", Action: "view"},
		{By: x.Min, Person: x.People["陳大文"], Fields: "name", Reason: "列印單據", Action: "print"},
	} {
		if err := x.Seat.Desk.Reveal(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	x.Clock.Add(time.Minute)
	p.load()
	if len(p.shown) != 2 || p.shown[1].about != m.Issue.Shown()+" · 張**" || p.fieldNames(p.shown[1].Fields) != "姓名、聯繫方式" {
		t.Fatalf("listed are %+v", p.shown)
	}
	p.who.SetSelected("周敏")
	if len(p.shown) != 1 || p.shown[0].Reason != "列印單據" {
		t.Errorf("of 周敏 are %+v", p.shown)
	}
	p.who.SetSelected(x.Say("settings.access.anyone"))
	p.action.SetSelected(x.Say("settings.access.action.view"))
	x.path = filepath.Join(t.TempDir(), "log.xlsx")
	p.export()
	book, err := sheet.ReadFile(x.path)
	if err != nil || len(p.shown) != 1 {
		t.Fatalf("%v, listed %d", err, len(p.shown))
	}
	rows := book.Sheets[0].Rows
	if last := rows[len(rows)-1]; len(last) != 6 || last[1].Text != "王芳" || last[3].Text != p.shown[0].about || last[5].Text != "回訪核對" {
		t.Errorf("the last row is %+v", rows[len(rows)-1])
	}
	x.Clock.Add(48 * time.Hour)
	kit.SetValue(p.period, 1)
	if p.load(); len(p.shown) != 0 {
		t.Errorf("today's are %+v", p.shown)
	}
}
