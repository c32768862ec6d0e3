//go:build realwindow

package main_test

import (
	"encoding/json"
	"path/filepath"
	"testing"
)

// TestRealWindow starts the built program on the sample office and registers an
// issue with real keys and the mouse; the row must then be in the file.
func TestRealWindow(t *testing.T) {
	s := newScreen(t)
	db := filepath.Join(t.TempDir(), "office.db")
	s.tell("demo", "--db", db, "--issues", "200", "--seed", "1")
	const text = "Lift makes a noise at night"
	if found := s.issues(db, text); len(found) != 0 {
		t.Fatalf("the sample office has it already: %v", found)
	}

	s.open("--db", db)
	s.settle()
	s.press("Return") // whoever stands first sits at the desk
	s.settle()
	s.keep("today.png")
	s.press("ctrl+n")
	s.settle()
	s.write("1-1-502")
	s.settle()
	s.press("Return") // the first of those found
	s.settle()
	for _, choice := range []struct{ tabs, downs int }{{2, 4}, {1, 1}, {1, 1}} { // repair, facilities, lift
		for range choice.tabs {
			s.press("Tab")
		}
		s.press("space")
		s.settle()
		for range choice.downs {
			s.press("Down")
		}
		s.press("Return")
		s.settle()
	}
	s.press("Tab", "Tab", "Tab")
	s.write(text)
	s.settle()
	s.keep("intake.png")
	s.press("ctrl+s")
	s.settle()
	s.keep("received.png")
	s.click(100, 140) // Today, in the list of places
	s.settle()
	s.keep("today-after.png")

	s.press("alt+F4")
	found := s.issues(db, text)
	if len(found) != 1 || found[0].Kind != "TYP-REP" || found[0].Category != "EQ1" || found[0].State != "accepted" {
		t.Errorf("the file says %+v, want one accepted repair of a lift", found)
	}
}

// row is what the program's own list says of an issue.
type row struct {
	Number, Kind, Category, State string
}

// issues asks the program without a window for the issues with a text; it waits
// until the window has let go of the file.
func (s *screen) issues(db, text string) (rows []row) {
	s.t.Helper()
	s.wait("the list", func() bool {
		out, err := s.command(program, "list", "--db", db, "--text", text, "--json").Output()
		return err == nil && json.Unmarshal(out, &rows) == nil
	})
	return rows
}
