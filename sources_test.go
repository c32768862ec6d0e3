package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// A source is one Go file, of the program or of its tests.
type source struct {
	path string // from the root, with forward slashes
	file *ast.File
	set  *token.FileSet
}

// sources reads the program once for all tests that look at its text.
func sources(t *testing.T) []source {
	t.Helper()
	all, _ := readAll(t)
	return all
}

// readAll tells the tests apart, which have some habits of their own.
func readAll(t *testing.T) (program, tests []source) {
	t.Helper()
	all, err := readSources()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range all {
		if strings.HasSuffix(s.path, "_test.go") {
			tests = append(tests, s)
		} else {
			program = append(program, s)
		}
	}
	if len(program) == 0 || len(tests) == 0 {
		t.Fatal("no Go file was found")
	}
	return program, tests
}

var readSources = sync.OnceValues(func() ([]source, error) {
	var all []source
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "out" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") {
			return nil
		}
		s, err := read(filepath.ToSlash(path), nil)
		all = append(all, s)
		return err
	})
	return all, err
})

// read parses text, or the file at path when text is nil.
func read(path string, text any) (source, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, text, parser.SkipObjectResolution)
	return source{path, file, set}, err
}

// planted is a source that was never written to disk, to try the checks on.
func planted(t *testing.T, path, text string) source {
	t.Helper()
	s, err := read(path, text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// within tells whether path is one of the places, each a file or a folder.
func within(path, places string) bool {
	for place := range strings.FieldsSeq(places) {
		if path == place || strings.HasPrefix(path, place+"/") {
			return true
		}
	}
	return false
}
