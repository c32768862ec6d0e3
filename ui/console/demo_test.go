package console_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/data"
	"ownerdesk/ui/console"
)

func TestDemoRefusesAFileThatExists(t *testing.T) {
	path := filepath.Join(t.TempDir(), "precious.db")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := run(t, "demo", "--db", path, "--issues", "10")
	if got.code != console.Failed || !strings.Contains(got.err, "已存在") {
		t.Errorf("ended with %d: %s", got.code, got.err)
	}
	if raw, err := os.ReadFile(path); err != nil || string(raw) != "precious" {
		t.Errorf("the file now holds %q, %v", raw, err)
	}
}

func TestDemoLeavesNothingUnfinishedBehind(t *testing.T) {
	folder := t.TempDir()
	got := run(t, "demo", "--db", filepath.Join(folder, "none", "office.db"), "--issues", "1")
	if got.code != console.Failed || !strings.Contains(got.err, "文件夾不存在") {
		t.Errorf("ended with %d: %s", got.code, got.err)
	}
}

func TestTheSampleOfficeIsSoundAndGoesOn(t *testing.T) {
	path := office(t, "200")
	if got := done(t, "check", "--db", path); !strings.Contains(got, "完好") {
		t.Errorf("check says %s", got)
	}
	s, err := data.Open(t.Context(), path, data.Options{Now: nowIsNoon})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	g, err := s.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !g.Office.Sample || !g.Office.Configured || len(g.Projects) != 2 || len(g.Departments) != 5 {
		t.Errorf("the office is %+v", g.Office)
	}
	highest := ""
	for l, err := range s.EachLine(t.Context(), app.Filter{Project: 1}, app.Order{By: app.ByReceived}, noon) {
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(l.Intake, "SL-202611-") {
			highest = max(highest, l.Intake)
		}
	}
	d := app.Desk{Store: s, Now: nowIsNoon}
	m, err := d.Receive(t.Context(), app.ReceiveOrder{Project: 1, By: 1, Intake: app.Intake{
		Channel: "CH-TEL", Kind: app.Enquiry, Category: "FE1", Description: "諮詢",
		Reporter: app.Reporter{Owner: "OW-SELF", Name: "張三", Phone: "13800001111"}, Place: app.Place{Text: "前台"},
	}})
	if err != nil || m.Issue.Number <= highest {
		t.Errorf("after %s comes %s, %v", highest, m.Issue.Number, err)
	}
}

func TestListTellsTheSameToPeopleProgramsAndExcel(t *testing.T) {
	path := office(t, "200")
	var lines []struct{ Number, Place, State string }
	if err := json.Unmarshal([]byte(done(t, "list", "--db", path, "--json")), &lines); err != nil {
		t.Fatal(err)
	}
	if len(lines) != 200 {
		t.Errorf("%d issues for programs", len(lines))
	}
	for _, l := range lines {
		if strings.Contains(l.Place, "-") && !strings.HasSuffix(l.Place, "**") {
			t.Errorf("%s shows the door: %s", l.Number, l.Place)
		}
	}
	shown := done(t, "list", "--db", path)
	if !strings.Contains(shown, "共 200 件") || !strings.Contains(shown, lines[0].Number) {
		t.Errorf("for people: %s", shown)
	}
	out := filepath.Join(t.TempDir(), "issues.xlsx")
	if got := done(t, "list", "--db", path, "--out", out); !strings.Contains(got, "200 件") {
		t.Errorf("the workbook: %s", got)
	}
	if raw, err := os.ReadFile(out); err != nil || !bytes.HasPrefix(raw, []byte("PK")) {
		t.Errorf("no workbook: %v", err)
	}
}

func TestListIsNarrowed(t *testing.T) {
	path := office(t, "200")
	count := func(args ...string) int {
		t.Helper()
		var lines []map[string]any
		if err := json.Unmarshal([]byte(done(t, append([]string{"list", "--db", path, "--json"}, args...)...)), &lines); err != nil {
			t.Fatal(err)
		}
		return len(lines)
	}
	all, open, closed := count(), count("--state", "open"), count("--state", "closed,rejected,void")
	if open == 0 || closed == 0 || open+closed != all {
		t.Errorf("%d in all, %d open, %d over", all, open, closed)
	}
	if late := count("--late"); late < 2 || late > 5 {
		t.Errorf("%d are late", late)
	}
	if n := count("--kind", "cmp"); n == 0 || n >= all || n != count("--kind", "TYP-CMP") {
		t.Errorf("%d complaints of %d", n, all)
	}
	if n := count("--dept", "工程"); n == 0 || n >= all {
		t.Errorf("%d of engineering", n)
	}
	if n := count("--from", "2026-11-01", "--to", "2026-11-23"); n == 0 || n >= all {
		t.Errorf("%d of November", n)
	}
	if got := run(t, "list", "--db", path, "--state", "lost"); got.code != console.Misled || !strings.Contains(got.err, "fed_back") {
		t.Errorf("a state there is not: %d %s", got.code, got.err)
	}
	if got := run(t, "list", "--db", path, "--dept", "部"); got.code != console.Misled || !strings.Contains(got.err, "財務部") {
		t.Errorf("a department that is not one: %d %s", got.code, got.err)
	}
}

func TestSlipsArePrintedByNumberAndAllTogether(t *testing.T) {
	path := office(t, "200")
	var lines []struct{ Number string }
	if err := json.Unmarshal([]byte(done(t, "list", "--db", path, "--state", "handling", "--json")), &lines); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "slips.pdf")
	if got := done(t, "slip", lines[0].Number, "--db", path, "--out", out, "--copies", "desk", "--by", "王芳"); !strings.Contains(got, "1 份") {
		t.Errorf("one slip: %s", got)
	}
	if text := words(t, out); !strings.Contains(text, lines[0].Number) || !strings.Contains(text, "王芳") {
		t.Errorf("the slip of %s says %s", lines[0].Number, text)
	}
	done(t, "slip", "--all-open", "--db", path, "--out", out, "--copies", "desk", "--replace")
	text := words(t, out)
	for _, l := range lines {
		if strings.HasPrefix(l.Number, "ZB") && !strings.Contains(text, l.Number) {
			t.Errorf("%s is not among all open slips", l.Number)
		}
	}
	if got := run(t, "slip", "ZB-190001-0001", "--db", path, "--out", out); got.code != console.Failed || !strings.Contains(got.err, "ZB-190001-0001") {
		t.Errorf("a number there is not: %d %s", got.code, got.err)
	}
	if got := run(t, "slip", lines[0].Number, "--db", path, "--out", out, "--by", "無此人"); got.code != console.Misled {
		t.Errorf("printed by nobody: %d %s", got.code, got.err)
	}
	if again := words(t, out); again != text {
		t.Error("a refused print changed the file")
	}
}

// words are what a PDF says.
func words(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Skip("pdftotext is not here")
	}
	return string(out)
}

func TestBackupIsRestored(t *testing.T) {
	path := office(t, "200")
	folder := t.TempDir()
	said := done(t, "backup", "--db", path, "--to", folder)
	backups, err := filepath.Glob(filepath.Join(folder, "*.zip"))
	if err != nil || len(backups) != 1 || !strings.Contains(said, backups[0]) {
		t.Fatalf("backups %v, %v; said %s", backups, err, said)
	}
	if err := os.Truncate(path, 4096); err != nil {
		t.Fatal(err)
	}
	if got := run(t, "check", "--db", path); got.code != console.Failed {
		t.Errorf("a file cut off: %d %s%s", got.code, got.out, got.err)
	}
	if got := done(t, "restore", backups[0], "--db", path); !strings.Contains(got, "另存為") {
		t.Errorf("restore says %s", got)
	}
	if got := done(t, "list", "--db", path); !strings.Contains(got, "共 200 件") {
		t.Errorf("after restoring: %s", got)
	}
	if got := run(t, "restore", filepath.Join(folder, "none.db"), "--db", path); got.code != console.Failed || got.err == "" {
		t.Errorf("a backup that is not there: %d %s", got.code, got.err)
	}
	letter := filepath.Join(folder, "letter.pdf")
	if err := os.WriteFile(letter, []byte(strings.Repeat("%PDF-1.7 ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := run(t, "restore", letter, "--db", path); got.code != console.Failed || !strings.Contains(got.err, letter+" 已損壞，或不是 OwnerDesk 的備份") {
		t.Errorf("a letter for a backup: %d %s", got.code, got.err)
	}
}

func TestTheSampleOfficeHasMet(t *testing.T) {
	db := filepath.Join(t.TempDir(), "office.db")
	done(t, "demo", "--db", db, "--issues", "300", "--until", "2026-11-23T09:42")
	s, err := data.Open(t.Context(), db, data.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	heads, err := s.Records(t.Context(), meeting.Wanted{Kind: meeting.Monthly})
	if err != nil || len(heads) != 24 || heads[0].Number != "BH-HY-202611-0001" || heads[1].Number != "HY-202611-0001" || heads[1].State != meeting.Minuted || heads[3].Number != "HY-202610-0001" {
		t.Fatalf("%d meetings, %v", len(heads), err)
	}
	kept, err := s.Kept(t.Context(), heads[1].ID, 1)
	if err != nil || len(kept.Report.Rates) == 0 || len(kept.Actions) < 3 {
		t.Errorf("frozen: %d rates, %d action items, %v", len(kept.Report.Rates), len(kept.Actions), err)
	}
	states := map[meeting.ActionState]int{}
	all, err := s.Actions(t.Context(), meeting.WantedActions{Kinds: []meeting.Kind{meeting.Monthly}})
	for _, a := range all {
		states[a.State]++
	}
	// Each meeting gave three; of those of the last but one two are not done yet.
	if err != nil || len(all) != 3*24 || states[meeting.Postponed] != 2 || states[meeting.Done] < 60 {
		t.Errorf("action items %v, %v", states, err)
	}
	for _, a := range all {
		if a.Carried() > 3 {
			t.Errorf("%s came back %d times", a.What, a.Carried())
		}
	}
	if late := done(t, "demo", "--db", filepath.Join(t.TempDir(), "early.db"), "--issues", "50", "--until", "2026-11-02T09:42"); late == "" {
		t.Error("an office that stands still before its meeting is not made")
	}
}
