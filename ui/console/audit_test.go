package console_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app/audit"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/console"
)

// auditSaid is what audit --json prints, as another program reads it.
type auditSaid struct {
	From    string `json:"from"`
	To      string `json:"to"`
	Clauses []struct {
		Clause  string   `json:"clause"`
		Duty    string   `json:"duty"`
		Key     string   `json:"key"`
		Applied int      `json:"applied"`
		Kept    int      `json:"kept"`
		Broken  []string `json:"broken"`
	} `json:"clauses"`
	ByHand []struct{ Clause, Duty string } `json:"by_hand"`
}

func TestTheSampleOfficeKeepsTheRegulationAsAnOfficeDoes(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "office.db")
	done(t, "demo", "--db", db, "--issues", "600", "--seed", "5", "--until", "2026-11-23T09:42")
	var said auditSaid
	if err := json.Unmarshal([]byte(done(t, "audit", "--db", db, "--json", "--from", "2025-12-01", "--to", "2026-11-22")), &said); err != nil {
		t.Fatal(err)
	}
	if said.From != "2025-12-01" || said.To != "2026-11-22" {
		t.Errorf("looked at %s to %s", said.From, said.To)
	}
	known := map[string]bool{}
	for _, d := range audit.Duties() {
		known[d.Name] = true
	}
	for _, c := range said.Clauses {
		if !known[c.Key] || c.Duty == "" {
			t.Errorf("nobody knows the duty %q of %s: %q", c.Key, c.Clause, c.Duty)
		}
		if c.Kept+len(c.Broken) != c.Applied {
			t.Errorf("%s %s: %d kept and %d broken of %d", c.Clause, c.Key, c.Kept, len(c.Broken), c.Applied)
		}
		// Nothing is closed as satisfied, or accepted, with an empty complaint.
		if slices.Contains([]string{"investigated", "measures", "approved", "closed-rightly"}, c.Key) && len(c.Broken) > 0 {
			t.Errorf("%s %s is broken by %v", c.Clause, c.Key, c.Broken)
		}
	}
	if len(said.ByHand) == 0 {
		t.Error("nothing is left for a person to answer")
	}
	paper := filepath.Join(dir, "audit.pdf")
	done(t, "audit", "--db", db, "--out", paper)
	if info, err := os.Stat(paper); err != nil || info.Size() < 10_000 {
		t.Errorf("the paper is %v, %v", info, err)
	}
}

func TestEveryDutyHasWordsInEveryLanguage(t *testing.T) {
	for _, l := range lang.All {
		words, err := lang.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range audit.Duties() {
			if !words.Has("audit.duty." + d.Name) {
				t.Errorf("%s: the duty %s has no words", l, d.Name)
			}
		}
	}
}

// answered is what audit --json says of the duties that people answer for.
type answered struct {
	ByHand []struct {
		Clause, Key string
		Answer      *struct{ Said, Note, By, At string }
		Earlier     []struct{ Said, Note string }
	} `json:"by_hand"`
}

func answersOf(t *testing.T, db, from, to string) (said answered, count int) {
	t.Helper()
	if err := json.Unmarshal([]byte(done(t, "audit", "--db", db, "--json", "--from", from, "--to", to)), &said); err != nil {
		t.Fatal(err)
	}
	for _, q := range said.ByHand {
		if q.Answer != nil {
			count++
		}
	}
	return said, count
}

func TestTheSampleOfficeAnsweredForLastYearAndPartOfThis(t *testing.T) {
	db := filepath.Join(t.TempDir(), "office.db")
	done(t, "demo", "--db", db, "--issues", "60", "--seed", "5", "--until", "2026-11-23T09:42")
	if said, n := answersOf(t, db, "2025-01-01", "2025-12-31"); n != len(said.ByHand) {
		t.Errorf("of last year %d of %d are answered", n, len(said.ByHand))
	}
	if said, n := answersOf(t, db, "2026-01-01", "2026-10-31"); n == 0 || n == len(said.ByHand) {
		t.Errorf("of this year %d of %d are answered", n, len(said.ByHand))
	}
	if _, n := answersOf(t, db, "2026-02-01", "2026-10-31"); n != 0 {
		t.Errorf("of another period %d are answered", n)
	}
}

func TestADutyIsAnsweredByCommand(t *testing.T) {
	db := office(t, "10")
	days := []string{"--db", db, "--from", "2025-03-01", "--to", "2025-03-31"}
	answer := func(more ...string) []string { return append(append([]string{"audit", "answer"}, more...), days...) }
	for _, wrong := range [][]string{
		answer("7.3.1", "yes"), answer("7.3.1", "--by", "王芳"), answer("9.9.9", "yes", "--by", "王芳"), answer("channel", "yes", "--by", "王芳"),
		answer("7.3.1", "yes", "--by", "沒有人"), {"audit", "answer", "7.3.1", "yes", "--by", "王芳", "--db", db},
	} {
		if got := run(t, wrong...); got.code != console.Misled || got.err == "" {
			t.Errorf("%v: %d %s", wrong, got.code, got.err)
		}
	}
	for _, wrong := range [][]string{answer("7.3.1", "no", "--by", "王芳"), answer("7.3.1", "maybe", "--by", "王芳")} {
		if got := run(t, wrong...); got.code != console.Failed || got.err == "" {
			t.Errorf("%v: %d %s", wrong, got.code, got.err)
		}
	}
	done(t, answer("7.3.1", "no", "--by", "王芳", "--note", "櫃未上鎖")...)
	done(t, answer("hand-kept", "yes", "--by", "王芳")...)
	said, n := answersOf(t, db, "2025-03-01", "2025-03-31")
	if n != 1 {
		t.Fatalf("%d are answered", n)
	}
	for _, q := range said.ByHand {
		if q.Key == "hand-kept" && (q.Answer.Said != "yes" || q.Answer.By != "王芳" || len(q.Answer.At) < 16 || len(q.Earlier) != 1 || q.Earlier[0].Note != "櫃未上鎖") {
			t.Errorf("it is told as %+v, before as %+v", q.Answer, q.Earlier)
		}
	}
	if told := done(t, append([]string{"audit"}, days...)...); !strings.Contains(told, "王芳") {
		t.Errorf("in words nobody answered: %s", told)
	}
}
