package main_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// SQLite is translated for one version of its C library; another one, even a
// newer, is untried and has crashed programs before.
func TestSQLiteHasTheLibraryItWasMadeFor(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.GoMod}}", "modernc.org/sqlite").Output()
	if err != nil {
		t.Fatal(err)
	}
	theirs, ours := libcIn(t, strings.TrimSpace(string(out))), libcIn(t, "go.mod")
	if ours != theirs {
		t.Errorf("go.mod names libc %s, SQLite was made for %s", ours, theirs)
	}
}

func libcIn(t *testing.T, path string) string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`modernc\.org/libc (v\S+)`).FindSubmatch(raw)
	if found == nil {
		t.Fatalf("%s names no modernc.org/libc", path)
	}
	return string(found[1])
}
