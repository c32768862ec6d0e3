package data_test

import (
	"reflect"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/data/datatest"
)

func TestFactsAreThoseOfTheWholeCases(t *testing.T) {
	s, desk, w := datatest.Open(t)
	g, err := s.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	ledger := datatest.NewLedger(w)
	cases := []app.Case{filled(t, w), ledger.One(datatest.At(3, 10, 0), false), ledger.One(datatest.At(4, 10, 0), true)}
	if err := s.KeepCases(t.Context(), cases); err != nil {
		t.Fatal(err)
	}
	received(t, desk, w)
	again, err := desk.Reopen(t.Context(), app.ReopenOrder{Stand: app.Stand{Issue: cases[1].ID, By: w.Fang}, Reason: "又壞了"})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		says     string
		project  app.ProjectID
		from, to time.Time
		want     int
	}{
		{"all", 0, time.Time{}, datatest.At(30, 0, 0), 4},
		{"another estate", 99, time.Time{}, datatest.At(30, 0, 0), 0},
		{"one day", 0, datatest.At(3, 0, 0), datatest.At(4, 0, 0), 1},
		{"until it begins", 0, time.Time{}, datatest.At(3, 10, 0), 0},
	} {
		found, err := s.Facts(t.Context(), figures.Wanted{Project: c.project, From: c.from, To: c.to})
		if err != nil {
			t.Fatal(err)
		}
		if c.says != "until it begins" && len(found) != c.want {
			t.Errorf("%s: %d issues, want %d", c.says, len(found), c.want)
		}
		for _, part := range found {
			if whole := figures.FactOf(read(t, s, part.ID), g); !reflect.DeepEqual(figures.FactOf(part, g), whole) {
				t.Errorf("%s, issue %d: read as\n%+v, is\n%+v", c.says, part.ID, figures.FactOf(part, g), whole)
			}
			if part.ID == again.Issue.ID && len(figures.FactOf(part, g).Reopened) != 1 {
				t.Errorf("that it was opened again is not known")
			}
		}
	}
}

func TestFactsOfOneKind(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	for kind, want := range map[app.Kind]int{app.Repair: 1, app.Complaint: 0} {
		found, err := s.Facts(t.Context(), figures.Wanted{Kind: kind, To: datatest.At(30, 0, 0)})
		if err != nil || len(found) != want {
			t.Errorf("%s: %d issues, %v", kind, len(found), err)
		}
	}
}

func TestHouseholdsAreRoomsWithPeople(t *testing.T) {
	s, _, w := datatest.Open(t)
	all, err := s.Households(t.Context(), 0)
	if err != nil || all == 0 {
		t.Fatalf("%d households, %v", all, err)
	}
	if here, _ := s.Households(t.Context(), w.Project); here != all {
		t.Errorf("%d of %d in the only estate", here, all)
	}
	if none, _ := s.Households(t.Context(), 99); none != 0 {
		t.Errorf("%d in an estate that is not there", none)
	}
}

func TestAFactKnowsWhenARefusedSlipFirstWentOut(t *testing.T) {
	s, desk, w := datatest.Open(t)
	g, err := s.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	stand := app.Stand{Issue: received(t, desk, w), By: w.Fang}
	sent, err := desk.Transfer(t.Context(), app.TransferOrder{Stand: stand, Lead: w.Engineering})
	if err != nil {
		t.Fatal(err)
	}
	w.Clock.Add(20 * time.Minute)
	if _, err := desk.Refuse(t.Context(), app.RefuseOrder{Stand: stand, Reason: "不屬本部門"}); err != nil {
		t.Fatal(err)
	}
	if _, err := desk.Reassign(t.Context(), app.ReassignOrder{Stand: stand, Lead: w.Property}); err != nil {
		t.Fatal(err)
	}
	found, err := s.Facts(t.Context(), figures.Wanted{To: datatest.At(30, 0, 0)})
	if err != nil || len(found) != 1 {
		t.Fatalf("%d issues, %v", len(found), err)
	}
	if f := figures.FactOf(found[0], g); !f.Transferred.Equal(sent.Round.Issued) || !reflect.DeepEqual(f, figures.FactOf(read(t, s, stand.Issue), g)) {
		t.Errorf("transferred %v, was %v", f.Transferred, sent.Round.Issued)
	}
}
