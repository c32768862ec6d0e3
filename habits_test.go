package main_test

import (
	"fmt"
	"go/ast"
	"slices"
	"strings"
	"testing"
)

// A habit is something that is done in one place only; the empty string stands
// for nowhere. Functions are spelled with the path of their package, so that
// another name for the import does not hide them.
var habits = map[string]string{
	"go":    "ui/kit/tasks.go", // starting a goroutine
	"panic": "app/rules.go",    // a slip in the table above it; nothing a file or a person can cause stops the program

	"fyne.io/fyne/v2.Do":        "ui/kit/tasks.go",
	"fyne.io/fyne/v2.DoAndWait": "", // stops for ever on the main goroutine

	"time.Now":   "clock.go",
	"time.Since": "clock.go", // looks at the clock
	"time.Until": "clock.go",
	"time.Local": "clock.go", // an office has a zone of its own

	"time.After":     "ui/kit/tasks.go", // wakes another goroutine
	"time.AfterFunc": "ui/kit/tasks.go",
	"time.NewTicker": "ui/kit/tasks.go",
	"time.NewTimer":  "ui/kit/tasks.go",
	"time.Sleep":     "",
	"time.Tick":      "",

	"database/sql.Open":   "data/open.go",
	"database/sql.OpenDB": "data/open.go",

	"os.Exit":     "main.go", // after run has returned and its defers have run
	"log.Fatal":   "",
	"log.Fatalf":  "",
	"log.Fatalln": "",
}

// What a test does nowhere: a test says the same on every day, in every zone and
// each time it is run. What a benchmark measures is b.Elapsed.
var testHabits = map[string]string{
	"time.Now":   "",
	"time.Since": "",
	"time.Until": "",
	"time.Local": "",
	"time.Sleep": "",
	"time.Tick":  "",

	"math/rand.chance":         "", // chance without a seed
	"math/rand/v2.chance":      "",
	"pgregory.net/rapid.Check": "app/soak", // gives it a seed
}

func TestHabitsAreKept(t *testing.T) {
	program, tests := readAll(t)
	for _, s := range program {
		for _, offence := range brokenHabits(s, habits) {
			t.Error(offence)
		}
	}
	for _, s := range tests {
		for _, offence := range brokenHabits(s, testHabits) {
			t.Error(offence)
		}
	}
}

func TestABrokenHabitIsFound(t *testing.T) {
	for _, c := range []struct {
		path, imports, does string
		broken              bool
	}{
		{"data/backup.go", `"time"`, "_ = time.Now()", true},
		{"clock.go", `"time"`, "_ = time.Now()", false},
		{"main.go", `"time"`, "_ = time.Now()", true},
		{"app/issue.go", `"time"`, "now := time.Now; _ = now", true},
		{"app/issue.go", `clock "time"`, "_ = clock.Now()", true},
		{"app/issue.go", `"time"`, "_ = time.UTC", false},
		{"ui/today/today.go", `"fyne.io/fyne/v2"`, "fyne.Do(nil)", true},
		{"ui/kit/tasks.go", `"fyne.io/fyne/v2"`, "fyne.Do(nil)", false},
		{"ui/kit/tasks.go", `"fyne.io/fyne/v2"`, "fyne.DoAndWait(nil)", true},
		{"ui/kit/tasks.go", `"time"`, "go time.UTC.String()", false},
		{"ui/shell.go", `"time"`, "go time.UTC.String()", true},
		{"data/backup.go", `"database/sql"`, `_, _ = sql.Open("", "")`, true},
		{"data/open.go", `"database/sql"`, `_, _ = sql.Open("", "")`, false},
		{"ui/console/demo.go", `"os"`, "os.Exit(1)", true},
		{"app/codes.go", `"os"`, `panic("no")`, true},
		{"app/codes.go", `"os"`, `x.panic("not the built-in")`, false},
	} {
		s := planted(t, c.path, "package p\nimport "+c.imports+"\nfunc f() { "+c.does+" }\n")
		if found := len(brokenHabits(s, habits)) > 0; found != c.broken {
			t.Errorf("%s does %s: an offence is %v, want %v", c.path, c.does, found, c.broken)
		}
	}
}

func TestATestThatLooksAtTheClockIsFound(t *testing.T) {
	for _, c := range []struct {
		imports, does string
		broken        bool
	}{
		{`"time"`, "began := time.Now(); _ = began", true},
		{`"time"`, "_ = time.Since(time.Time{})", true},
		{`"time"`, "clock := time.Now; _ = clock", true},
		{`"time"`, "_ = time.Date(2026, 1, 1, 0, 0, 0, 0, time.Local)", true},
		{`"time"`, "_ = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)", false},
		{`"math/rand/v2"`, "_ = rand.IntN(6)", true},
		{`"math/rand/v2"`, "rand.Shuffle(0, nil)", true},
		{`dice "math/rand"`, "_ = dice.Int()", true},
		{`"math/rand/v2"`, "_ = rand.New(rand.NewPCG(1, 2)).IntN(6)", false},
		{`"math/rand"`, "_ = rand.New(rand.NewSource(1))", false},
		{`"math/rand/v2"`, "var r *rand.Rand; _ = r", false},
		{`"pgregory.net/rapid"`, "rapid.Check(nil, nil)", true},
	} {
		s := planted(t, "app/issue_test.go", "package p\nimport "+c.imports+"\nfunc f() { "+c.does+" }\n")
		if found := len(brokenHabits(s, testHabits)) > 0; found != c.broken {
			t.Errorf("a test does %s: an offence is %v, want %v", c.does, found, c.broken)
		}
	}
}

// brokenHabits tells what a file does that is done elsewhere.
func brokenHabits(s source, habits map[string]string) []string {
	var found []string
	packages := importNames(s.file)
	ast.Inspect(s.file, func(n ast.Node) bool {
		does := spell(n, packages)
		if home, kept := habits[does]; kept && !within(s.path, home) {
			where := "is done nowhere"
			if home != "" {
				where = "belongs in " + home
			}
			found = append(found, fmt.Sprintf("%s: %s %s", s.set.Position(n.Pos()), does, where))
		}
		return true
	})
	return found
}

// spell says what n does, as the table of habits spells it.
func spell(n ast.Node, packages map[string]string) string {
	switch n := n.(type) {
	case *ast.GoStmt:
		return "go"
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.Ident); ok {
			return f.Name
		}
	case *ast.SelectorExpr:
		if pkg, ok := n.X.(*ast.Ident); ok && packages[pkg.Name] != "" {
			return packages[pkg.Name] + "." + called(packages[pkg.Name], n.Sel.Name)
		}
	}
	return ""
}

// called is what a name of a package goes by in the tables: whatever draws from
// the chance that nobody has seeded is one habit.
func called(pkg, name string) string {
	seeded := strings.HasPrefix(name, "New") || slices.Contains([]string{"Rand", "Source", "PCG", "ChaCha8", "Zipf"}, name)
	if strings.HasPrefix(pkg, "math/rand") && !seeded {
		return "chance"
	}
	return name
}

// importNames tells which package each name of a file's imports stands for. An
// import without a name goes by the last part of its path that is no version.
func importNames(file *ast.File) map[string]string {
	names := map[string]string{}
	for _, i := range file.Imports {
		path := strings.Trim(i.Path.Value, `"`)
		parts := strings.Split(path, "/")
		name := parts[len(parts)-1]
		if len(parts) > 1 && len(name) == 2 && name[0] == 'v' {
			name = parts[len(parts)-2]
		}
		if i.Name != nil {
			name = i.Name.Name
		}
		names[name] = path
	}
	return names
}
