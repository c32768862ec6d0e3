package faulty

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"ownerdesk/app"
)

const source = `package p

func (r Record) Hold(o Order) {
	f.text(o.Place, "venue", true, 9)
	f.here(o.Who, "chair")
	f.text(o.Wish, "wish", false, 9)
	f.row("actions", 1, func(f *faults) {
		f.unless(o.Due, "due", "past")
		f.text(o.What, "what", true, 9)
	})
	revised(&f, "guests", o.Guests, (*faults).guest)
	rows(f, "items", o.Items)
}

func (d *Desk) Alone() { f.text(o.Place, "venue", true, 9); d.Hold() }

func (d *Desk) guest() { f.unless(ok, "meeting", "not-now") }

func (f *faults) guest(g Guest) { f.unless(g.Name != "", "name", "incomplete") }

func rows(f *faults, list string, all []Row) {
	f.row(list, 1, func(f *faults) { f.unless(ok, "code", "twice") })
}

func (f *faults) text(s, field string, must bool, longest int) {
	f.unless(s != "", field, "missing")
}

func (f *faults) here(who int, field string) { f.unless(who != 0, field, "unknown") }

func other() error { return app.Faults{{Field: "wish", Rule: "odd"}, {"by", "unknown"}} }
`

// What an order can be refused for is found, though it is told on through functions and
// stands in the rows of lists.
func TestFaultsAreReadThroughWhomIsAsked(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "p.go"), []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	r := Read(t, folder)
	want := []app.Invalid{{Field: "actions.1.due", Rule: "past"}, {Field: "actions.1.what", Rule: "missing"}, {Field: "chair", Rule: "unknown"},
		{Field: "guests.1.name", Rule: "incomplete"}, {Field: "items.1.code", Rule: "twice"}, {Field: "venue", Rule: "missing"}}
	if got := r.Of("Hold"); !slices.Equal(got, want) {
		t.Errorf("holding finds %v", got)
	}
	if got := r.Itself("Alone"); !slices.Equal(got, []app.Invalid{{Field: "venue", Rule: "missing"}}) {
		t.Errorf("alone it finds %v", got)
	}
	if got := r.Of("other"); !slices.Equal(got, []app.Invalid{{Field: "by", Rule: "unknown"}, {Field: "wish", Rule: "odd"}}) {
		t.Errorf("the other finds %v", got)
	}
}
