package console_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ownerdesk/app/audit"
	"ownerdesk/assets/lang"
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
