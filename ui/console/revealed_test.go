package console_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/ui/console"
)

// logOf is the log of accesses of an office, the newest first.
func logOf(t *testing.T, path string) []app.Access {
	t.Helper()
	s, err := data.Open(t.Context(), path, data.Options{Now: nowIsNoon})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	log, err := s.AccessLog(t.Context(), nowIsNoon().AddDate(-5, 0, 0), nowIsNoon().Add(time.Hour), 10000)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

// Every copy printed by command that shows somebody's contact in full wants to
// know who prints it, and is logged; one that shows nobody is not.
func TestCopiesThatShowContactsWantToKnowWhoPrints(t *testing.T) {
	path := office(t, "200")
	var lines []struct{ Number string }
	if err := json.Unmarshal([]byte(done(t, "list", "--db", path, "--state", "handling", "--json")), &lines); err != nil {
		t.Fatal(err)
	}
	before := len(logOf(t, path))
	for _, l := range slips(lines, 4) {
		for _, copies := range []string{"desk", "dept", "owner", "desk,owner", "desk,dept,owner"} {
			out := filepath.Join(t.TempDir(), "slip.pdf")
			got := run(t, "slip", l.Number, "--db", path, "--out", out, "--copies", copies)
			_, err := os.Stat(out)
			made := !errors.Is(err, fs.ErrNotExist)
			if n := len(logOf(t, path)); n != before {
				t.Fatalf("%s, %s: nobody is named, and the log has %d entries more", l.Number, copies, n-before)
			}
			if asked := strings.Contains(got.err, "--by"); made == asked || asked && got.code != console.Misled {
				t.Fatalf("%s, %s: made %v, ended with %d: %s", l.Number, copies, made, got.code, got.err)
			}
			done(t, "slip", l.Number, "--db", path, "--out", out, "--copies", copies, "--by", "王芳", "--replace")
			log := logOf(t, path)
			if logged := len(log) > before; logged == made {
				t.Errorf("%s, %s: made without a name: %v, logged with one: %v", l.Number, copies, made, logged)
			}
			for _, a := range log[:len(log)-before] {
				if a.Action != "paper-saved" || a.By == 0 || a.Issue == 0 || !strings.Contains(a.Reason, l.Number) {
					t.Errorf("%s, %s: the log says %+v", l.Number, copies, a)
				}
			}
			before = len(log)
		}
	}
	if before == 0 {
		t.Error("nothing was printed that shows anybody")
	}
}

// slips are the first n of the lines that went out on a slip.
func slips(lines []struct{ Number string }, n int) (some []struct{ Number string }) {
	for _, l := range lines {
		if len(some) < n && (strings.HasPrefix(l.Number, "ZB") || strings.HasPrefix(l.Number, "TS")) {
			some = append(some, l)
		}
	}
	return some
}

// A handler's name does not open an owner's copy.
func TestAHandlerCannotPrintAnOwnersCopyByCommand(t *testing.T) {
	path := office(t, "200")
	var lines []struct{ Number string }
	if err := json.Unmarshal([]byte(done(t, "list", "--db", path, "--state", "handling", "--json")), &lines); err != nil {
		t.Fatal(err)
	}
	worker := workerOf(t, path)
	refused := 0
	for _, l := range slips(lines, 4) {
		out := filepath.Join(t.TempDir(), "slip.pdf")
		got := run(t, "slip", l.Number, "--db", path, "--out", out, "--copies", "owner", "--by", worker)
		if strings.Contains(got.err, "完整姓名") {
			refused++
			if _, err := os.Stat(out); !errors.Is(err, fs.ErrNotExist) || got.code == console.Done {
				t.Errorf("%s was written all the same", l.Number)
			}
		}
	}
	if refused == 0 {
		t.Errorf("%s may print every owner's copy", worker)
	}
}

// workerOf is the name of somebody who handles what departments are given.
func workerOf(t *testing.T, path string) string {
	t.Helper()
	s, err := data.Open(t.Context(), path, data.Options{Now: nowIsNoon})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	g, err := s.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]int{}
	for _, one := range g.Staff {
		names[one.Name]++
	}
	for _, one := range g.Staff {
		if one.Role == app.Worker && !one.Closed && names[one.Name] == 1 {
			return one.Name
		}
	}
	t.Fatal("nobody handles anything here")
	return ""
}
