package workday

import (
	"slices"
	"testing"
	"time"
)

func TestMovedListsWhatAnImportChanges(t *testing.T) {
	old := office(t, CN, Five())
	fresh := old.With(2027, []Special{
		{Date: Date{2027, 1, 1}, Kind: Holiday, Name: "元旦"},
		{Date: Date{2027, 1, 4}, Kind: Holiday, Name: "元旦"},
	})
	received := at(t, "2026-12-31T10:00")
	l := Limit{1, Workdays}
	was, now := at(t, "2027-01-04T18:00"), at(t, "2027-01-05T18:00")
	items := []Item{
		{Key: 1, From: received, Limit: l, Due: was, Provisional: true},
		{Key: 2, From: received, Limit: l, Due: was, Printed: true, Provisional: true},
		{Key: 3, From: received, Limit: l, Due: at(t, "2027-01-08T18:00")},                                      // agreed by hand
		{Key: 4, From: at(t, "2026-12-30T10:00"), Limit: l, Due: at(t, "2026-12-31T18:00")},                     // not touched
		{Key: 5, From: received, Limit: Limit{24, Hours}, Due: at(t, "2027-01-01T10:00")},                       // day and night
		{Key: 6, From: received, Limit: l},                                                                      // never kept
		{Key: 7, From: at(t, "2027-01-10T10:00"), Limit: l, Due: at(t, "2027-01-11T18:00"), Provisional: true},  // stays, now final
		{Key: 8, From: at(t, "2027-12-31T10:00"), Limit: l, Due: at(t, "2028-01-03T18:00"), Provisional: true},  // still unknown
		{Key: 9, From: received.UTC(), Limit: l, Due: was.UTC().Add(300 * time.Millisecond), Provisional: true}, // kept to the second
	}
	want := []Move{
		{1, was, now, false, false},
		{2, was, now, true, false},
		{6, was, now, false, false},
		{9, was, now, false, false},
	}
	got := Moved(old, fresh, items)
	if len(got) != len(want) {
		t.Fatalf("got %+v", got)
	}
	for i, w := range want {
		g := got[i]
		if g.Key != w.Key || !g.Old.Equal(w.Old) || !g.New.Equal(w.New) || g.Printed != w.Printed || g.Provisional != w.Provisional {
			t.Errorf("got %+v, want %+v", g, w)
		}
	}
	if keys := Settled(old, fresh, items); !slices.Equal(keys, []int64{7}) {
		t.Errorf("settled are %v", keys)
	}
	if moves := Moved(old, old, items); len(moves) != 0 {
		t.Errorf("the same calendar moves %v", moves)
	}
}
