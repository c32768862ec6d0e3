//go:build realwindow

package main_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A program built for another day works by that day, and says so wherever one
// looks: in its version, with every command, above its window.
func TestRealWindowOnAnotherDay(t *testing.T) {
	s := newScreen(t)
	trial := filepath.Join(t.TempDir(), "trial")
	build := exec.Command("go", "build", "-ldflags", "-X main.setTo=2028-02-29T09:00", "-o", trial, ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if got := s.tellBy(trial, "--version"); !strings.HasSuffix(strings.TrimSpace(got), "+2028-02-29T09:00") {
		t.Errorf("the version is %q", got)
	}
	if got := s.tell("--version"); strings.Contains(got, "+") {
		t.Errorf("a program with the right time says %q", got)
	}
	db := filepath.Join(t.TempDir(), "office.db")
	if got := s.tellBy(trial, "demo", "--db", db, "--issues", "50", "--seed", "1"); !strings.Contains(got, "2028-02-29T09:00") {
		t.Errorf("demo says nothing of its clock: %q", got)
	}
	if got := s.tellBy(trial, "list", "--db", db, "--json"); !strings.Contains(got, "-202802-") {
		t.Error("the office of a leap year's February has no issue of that month")
	}
	s.openBy(trial, "--db", db)
	if got := s.hand("getwindowname", s.window); !strings.Contains(got, "2028-02-29T09:00") {
		t.Errorf("the window is called %q", got)
	}
}
