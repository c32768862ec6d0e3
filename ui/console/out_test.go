package console_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/ui/console"
)

// Every command that writes files leaves what is there alone unless it is asked to
// replace it.
func TestWhatIsThereIsReplacedOnlyWhenAsked(t *testing.T) {
	db := office(t, "200")
	out := t.TempDir()
	in := func(name string) string { return filepath.Join(out, name) }
	for _, c := range []struct {
		args  []string
		files []string
	}{
		{[]string{"list", "--out", in("list.xlsx")}, []string{in("list.xlsx")}},
		{[]string{"slip", "--all-open", "--by", by(t, db), "--out", in("slips.pdf")}, []string{in("slips.pdf")}},
		{[]string{"pack", "--month", "2026-10", "--out", out}, []string{in("ownerdesk-2026-10.pdf"), in("ownerdesk-2026-10.xlsx")}},
	} {
		args := append(c.args, "--db", db)
		for _, taken := range c.files { // one of them is enough
			if err := os.WriteFile(taken, []byte("mine"), 0o600); err != nil {
				t.Fatal(err)
			}
			got := run(t, args...)
			if got.code != console.Failed || !strings.Contains(got.err, taken) || !strings.Contains(got.err, "--replace") {
				t.Errorf("%s over what is there: %d %s%s", args[0], got.code, got.out, got.err)
			}
			for _, f := range c.files {
				if raw, err := os.ReadFile(f); f == taken && string(raw) != "mine" || f != taken && err == nil {
					t.Errorf("%s wrote %s", args[0], f)
				}
			}
			if err := os.Remove(taken); err != nil {
				t.Fatal(err)
			}
		}
		done(t, args...)
		done(t, append(args, "--replace")...)
		if left, _ := filepath.Glob(in(".part-*")); len(left) > 0 {
			t.Errorf("%s left %v", args[0], left)
		}
	}
}

// A second estate's pack stands beside the first one's.
func TestTheNamesOfAPackCarryTheEstate(t *testing.T) {
	db := office(t, "200")
	s, err := data.Open(t.Context(), db, data.Options{Now: noonNow})
	if err != nil {
		t.Fatal(err)
	}
	g, err := s.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.KeepProject(t.Context(), app.Project{Name: `第二/期: "新"`, Code: "N2"}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	out := t.TempDir()
	for _, p := range g.Projects {
		done(t, "pack", "--month", "2026-10", "--project", p.Name, "--out", out, "--db", db)
		if _, err := os.Stat(filepath.Join(out, "ownerdesk-2026-10-"+p.Name+".pdf")); err != nil {
			t.Error(err)
		}
	}
	done(t, "pack", "--month", "2026-10", "--project", "N2", "--out", out, "--db", db)
	files, _ := filepath.Glob(filepath.Join(out, "*"))
	if len(files) != 2*(len(g.Projects)+1) {
		t.Errorf("the folder holds %v", files)
	}
}

// by is somebody at the desk. It is asked before the window opens.
func by(t *testing.T, db string) string {
	t.Helper()
	s, err := data.Open(t.Context(), db, data.Options{Now: noonNow})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	g, err := s.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range g.Staff {
		if !m.Closed && m.Role == app.Manager {
			return m.Name
		}
	}
	t.Fatal("nobody is there")
	return ""
}

// A file that is gone leads to its backups, whatever is asked of it.
func TestACommandOnAFileThatIsGoneNamesItsBackups(t *testing.T) {
	db := office(t, "200")
	done(t, "backup", "--db", db)
	if err := os.Remove(db); err != nil {
		t.Fatal(err)
	}
	backups, _ := filepath.Glob(filepath.Join(strings.TrimSuffix(db, ".db")+"-backups", "*.zip"))
	for _, args := range [][]string{{"list"}, {"check"}, {"backup"}, {"demo", "--issues", "10"}} {
		if got := run(t, append(args, "--db", db)...); got.code != console.Failed || len(backups) != 1 || !strings.Contains(got.err, backups[0]) {
			t.Errorf("%v: %d %s%s", args, got.code, got.out, got.err)
		}
	}
	if _, err := os.Stat(db); err == nil {
		t.Error("a new office was begun there")
	}
	done(t, "restore", backups[0], "--db", db)
	done(t, "list", "--db", db)
}

// While the window has the file, what reads goes on, and what is printed is noted;
// what would change more is refused.
func TestCommandsReadBesideTheWindow(t *testing.T) {
	db := office(t, "200")
	who := by(t, db)
	window, err := data.Open(t.Context(), db, data.Options{Now: noonNow})
	if err != nil {
		t.Fatal(err)
	}
	defer window.Close()
	out := t.TempDir()
	slips := filepath.Join(out, "slips.pdf")
	for _, args := range [][]string{
		{"list"}, {"list", "--json"}, {"kpi", "--month", "2026-10"}, {"pack", "--month", "2026-10", "--out", out},
		{"slip", "--all-open", "--by", who, "--out", slips}, {"survey", "report", "--year", "2026", "--out", out},
		{"backup", "--to", filepath.Join(out, "backups")},
	} {
		if got := run(t, append(args, "--db", db)...); got.code != console.Done && !(args[0] == "survey" && !strings.Contains(got.err, "正在使用")) {
			t.Errorf("%v: %d %s%s", args, got.code, got.out, got.err)
		}
	}
	for _, args := range [][]string{{"check"}, {"restore", filepath.Join(out, "none.zip")}} {
		if got := run(t, append(args, "--db", db)...); got.code != console.Failed || !strings.Contains(got.err, "另一個 OwnerDesk") {
			t.Errorf("%v: %d %s%s", args, got.code, got.out, got.err)
		}
	}
	log, err := window.AccessLog(t.Context(), noon.AddDate(0, 0, -1), noon.AddDate(0, 0, 1), 1000)
	if err != nil || len(log) == 0 || log[0].Action != "paper-saved" {
		t.Errorf("the window does not see who printed: %d entries, %v", len(log), err)
	}
	c, err := window.Case(t.Context(), log[0].Issue)
	last := app.Act{}
	if err == nil {
		last = c.Acts[len(c.Acts)-1]
	}
	if last.Kind != app.ActPaperSaved || !strings.HasSuffix(last.Note, filepath.Base(out)+"/slips.pdf") {
		t.Errorf("the timeline says %+v, %v", last, err)
	}
}
