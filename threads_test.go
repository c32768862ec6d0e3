package main_test

import (
	"go/ast"
	"os"
	"regexp"
	"testing"
)

// threaded is what sets goroutines to work, beside the word for it.
var threaded = map[string]bool{"Background": true, "Apart": true, "Ahead": true}

// The race detector makes tests ten times as slow, so make test has it watch those
// that have threads: each of them by its name in .ci/check.sh.
func TestTheRaceDetectorWatchesEveryTestWithThreads(t *testing.T) {
	script, err := os.ReadFile(".ci/check.sh")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^threads='(.+)'$`).FindSubmatch(script)
	if found == nil {
		t.Fatal("check.sh has no line threads='…'")
	}
	watched := regexp.MustCompile(string(found[1]))
	_, tests := readAll(t)
	seen := 0
	for _, s := range tests {
		if within(s.path, "ui/kit") {
			continue // watched as a whole
		}
		for _, name := range testsWithThreads(s) {
			seen++
			if !watched.MatchString(name) {
				t.Errorf("%s: %s has threads and is not among those that check.sh runs with -race", s.path, name)
			}
		}
	}
	if seen < 3 {
		t.Errorf("only %d tests have threads", seen)
	}
}

func TestATestWithThreadsIsFound(t *testing.T) {
	for does, want := range map[string]int{
		"go f()": 1, "var wait sync.WaitGroup; wait.Go(f)": 1, "tasks, settle := kit.Apart(); settle(); _ = tasks": 1, "_ = Background()": 1,
		"f()": 0, "page.Go(1)": 0, "context.Background()": 0, "_ = \"go\"": 0,
	} {
		s := planted(t, "ui/x_test.go", "package p\nfunc TestX() { "+does+" }\nfunc helper() { go f() }\n")
		if got := testsWithThreads(s); len(got) != want {
			t.Errorf("%s: found %v", does, got)
		}
	}
}

// testsWithThreads are the tests of a file that set goroutines to work.
func testsWithThreads(s source) (names []string) {
	for _, d := range s.file.Decls {
		f, is := d.(*ast.FuncDecl)
		if !is || f.Body == nil || len(f.Name.Name) < 4 || f.Name.Name[:4] != "Test" {
			continue
		}
		has := false
		ast.Inspect(f.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				has = true
			case *ast.CallExpr:
				has = has || startsThread(n)
			case *ast.SelectorExpr:
				has = has || n.Sel.Name == "WaitGroup"
			}
			return true
		})
		if has {
			names = append(names, f.Name.Name)
		}
	}
	return names
}

func startsThread(c *ast.CallExpr) bool {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return threaded[f.Name]
	case *ast.SelectorExpr:
		of, _ := f.X.(*ast.Ident)
		return threaded[f.Sel.Name] && (of == nil || of.Name != "context")
	}
	return false
}
