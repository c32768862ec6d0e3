package datatest

import (
	"maps"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"ownerdesk/data"
)

// template is the file of the world as it was made once, and who is who in it.
// Each test has a copy: making the world takes a hundred times as long.
var template struct {
	sync.Mutex
	file  []byte
	world World
}

// fresh lays the world's file at path and tells who is who in it.
func fresh(t testing.TB, path string) World {
	t.Helper()
	template.Lock()
	defer template.Unlock()
	if template.file == nil {
		template.file, template.world = made(t)
	}
	lay(t, path, template.file)
	w := template.world
	w.Buildings, w.Rooms, w.People = maps.Clone(w.Buildings), maps.Clone(w.Rooms), maps.Clone(w.People)
	w.Clock, w.Path = &Clock{at: At(23, 9, 42)}, path
	return w
}

// lay writes a file as the program makes its own: for nobody else to read.
func lay(t testing.TB, path string, file []byte) {
	t.Helper()
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
}

// made makes the world as the program would, on a file that it finds empty.
func made(t testing.TB) ([]byte, World) {
	t.Helper()
	w := World{Clock: &Clock{at: At(23, 9, 42)}}
	path := filepath.Join(t.TempDir(), "template.db")
	s, err := data.Open(t.Context(), path, data.Options{Now: w.Clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	b := builder{TB: t, s: s}
	b.office()
	b.staff(&w)
	b.estate(&w)
	b.people(&w)
	b.none(s.Close()) // what still stands in the log goes into the file
	file, err := os.ReadFile(path)
	return must(b, file, err), w
}
