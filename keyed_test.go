package main_test

import (
	"go/ast"
	"strings"
	"testing"
)

// TestWhatTakesTheKeyboardTellsOfItsKeys: a piece that has the keyboard and does
// not tell that a key went down makes a key that is held look pressed anew.
func TestWhatTakesTheKeyboardTellsOfItsKeys(t *testing.T) {
	takes, tells := map[string]bool{}, map[string]bool{}
	for _, s := range sources(t) {
		if !strings.HasPrefix(s.path, "ui/") {
			continue
		}
		for name := range methodsOf(s.file, "FocusGained") {
			takes[s.path+" "+name] = true
		}
		for name := range methodsOf(s.file, "KeyDown") {
			tells[s.path+" "+name] = true
		}
		for name := range embedders(s.file, "Keyed") {
			tells[s.path+" "+name] = true
		}
	}
	if len(takes) < 10 {
		t.Fatalf("only %d pieces take the keyboard: the test does not see them", len(takes))
	}
	for name := range takes {
		if !tells[name] {
			t.Errorf("%s takes the keyboard and embeds no kit.Keyed", name)
		}
	}
}

// methodsOf are the types of a file that have a method of that name.
func methodsOf(f *ast.File, method string) map[string]bool {
	found := map[string]bool{}
	for _, d := range f.Decls {
		if fn, is := d.(*ast.FuncDecl); is && fn.Recv != nil && fn.Name.Name == method {
			found[typeName(fn.Recv.List[0].Type)] = true
		}
	}
	return found
}

// embedders are the types of a file that embed another.
func embedders(f *ast.File, embedded string) map[string]bool {
	found := map[string]bool{}
	ast.Inspect(f, func(n ast.Node) bool {
		spec, is := n.(*ast.TypeSpec)
		if !is {
			return true
		}
		if body, is := spec.Type.(*ast.StructType); is {
			for _, field := range body.Fields.List {
				if len(field.Names) == 0 && typeName(field.Type) == embedded {
					found[spec.Name.Name] = true
				}
			}
		}
		return true
	})
	return found
}
