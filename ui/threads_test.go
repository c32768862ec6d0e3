package ui

import (
	"context"
	"testing"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
)

// The window is worked with while the store answers on other goroutines, as for
// whoever sits before it; the race detector watches.
func TestTheWholeWindowIsWalkedThroughWithItsThreads(t *testing.T) {
	store, desk, world := datatest.Open(t)
	m, err := desk.Receive(t.Context(), world.Call(app.Repair))
	if err != nil {
		t.Fatal(err)
	}
	tasks, settle := kit.Apart()
	s := windowBy(t, Parts{
		Now: world.Clock.Now, Locale: "zh_TW.UTF-8",
		Open: func(context.Context, string) (Office, error) {
			return Office{Desk: desk, Store: store, Close: func() error { return nil }}, nil
		},
	}, tasks)
	t.Cleanup(settle) // before the window closes
	s.open(world.Path)
	settle()
	s.sit(world.Min)
	settle()
	for _, r := range s.rooms() {
		s.goTo(r.name) // the page is laid out while its rows are read
		test.Type(s.frame.search, "5")
		s.goTo(r.name)
		settle()
		if s.here().place != r.name || len(s.frame.body.Objects) != 1 {
			t.Errorf("%s does not open", r.name)
		}
	}
	s.openIssue(m.Issue.ID, "")
	if _, err := desk.Receive(t.Context(), world.Call(app.Complaint)); err != nil { // and the pages are told
		t.Fatal(err)
	}
	settle()
	s.goTo(placeToday)
	s.backupNow()
	settle()
	if s.here().place != placeToday {
		t.Errorf("one ends at %s", s.here().place)
	}
}
