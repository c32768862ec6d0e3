package data_test

import (
	"errors"
	"fmt"
	"reflect"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/past"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// told is a row of an older ledger that says everything.
func told(w datatest.World, number string) app.Past {
	return app.Past{
		File: "2025.xlsx", Sheet: "臺賬", Row: 7, Hash: fmt.Sprintf("%064d", 7), Number: number, Project: w.Project, Kind: app.Complaint, State: app.Closed,
		Level: app.Minor, Valid: app.Valid, Place: app.Place{Area: w.East, Building: w.Buildings["3"], Room: w.Rooms["3-2-501"], Block: "3", Unit: "2", Door: "501"},
		Category: "OT", Subject: "健身房", Received: datatest.At(2, 10, 0), Transfer: app.SaidYes, Due: datatest.At(5, 18, 0),
		Extended: datatest.At(4, 10, 0), ExtendedTo: datatest.At(9, 18, 0), FirstDone: datatest.At(5, 10, 0), Done: datatest.At(6, 10, 0), Rework: 2,
		Reviewed: datatest.At(6, 11, 0), Ask: app.SaidNo, Asked: datatest.At(7, 10, 0), Reached: app.SaidYes, Rating: 4, Ended: datatest.At(7, 11, 0),
		Description: "健身房收費", Channel: "CH-TEL", Households: 3, Lead: w.Engineering, Handler: w.Jianguo, HandledBy: "李建國",
		Reporter: app.Reporter{Name: "張小明", Phone: "13812345678"},
	}
}

func TestALedgerIsTakenOverWithAllItSays(t *testing.T) {
	s, desk, w := datatest.Open(t)
	g, err := s.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	row := told(w, "投訴-2025/17")
	if err := desk.TakeOver(t.Context(), []app.Past{row}, w.Fang); err != nil {
		t.Fatal(err)
	}
	id, err := s.IssueByNumber(t.Context(), "投訴-2025/17")
	if err != nil {
		t.Fatal(err)
	}
	want := app.TakeOver(row, g, w.Fang, w.Clock.Now())
	want.ID = id
	got := read(t, s, id)
	if a, b := figures.FactOf(got, g), figures.FactOf(utc(want), g); !reflect.DeepEqual(a, b) {
		t.Errorf("its fact is\n%+v, was\n%+v", a, b)
	}
	same(t, got, utc(want))
	found, err := s.Lines(t.Context(), app.Filter{Text: "健身房"}, app.Order{}, 0, 10, w.Clock.Now())
	if err != nil || len(found) != 1 || found[0].Number != "投訴-2025/17" || !found[0].Taken {
		t.Errorf("searched for: %+v, %v", found, err)
	}
	parts, err := s.Facts(t.Context(), figures.Wanted{From: datatest.At(1, 0, 0), To: datatest.At(30, 0, 0)})
	if err != nil || len(parts) != 1 || !reflect.DeepEqual(figures.FactOf(parts[0], g), figures.FactOf(got, g)) {
		t.Errorf("read for figures: %+v, %v", parts, err)
	}
	if problems, err := s.Check(t.Context()); err != nil || len(problems) > 0 {
		t.Errorf("the file is not sound: %v, %v", problems, err)
	}
}

// utc brings a case into the form in which the file gives it back.
func utc(c app.Case) app.Case {
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		switch {
		case v.Type() == reflect.TypeFor[time.Time]():
			if at := v.Interface().(time.Time); !at.IsZero() {
				v.Set(reflect.ValueOf(at.UTC()))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case v.Kind() == reflect.Pointer && !v.IsNil():
			walk(v.Elem())
		}
	}
	walk(reflect.ValueOf(&c).Elem())
	return c
}

func TestNumbersAreKnownByWhoGaveThem(t *testing.T) {
	s, desk, w := datatest.Open(t)
	m, err := desk.Receive(t.Context(), w.Call(app.Repair))
	if err != nil {
		t.Fatal(err)
	}
	slip, err := desk.Transfer(t.Context(), app.TransferOrder{Stand: app.Stand{Issue: m.Issue.ID, By: w.Fang}, Lead: w.Engineering})
	if err != nil {
		t.Fatal(err)
	}
	if err := desk.TakeOver(t.Context(), []app.Past{told(w, "A-1")}, w.Fang); err != nil {
		t.Fatal(err)
	}
	known, err := s.KnownNumbers(t.Context(), []string{"A-1", "A-2", m.Issue.Number, slip.Issue.Slip, ""})
	want := map[string]past.Known{"A-1": {Hash: fmt.Sprintf("%064d", 7)}, m.Issue.Number: {}, slip.Issue.Slip: {}}
	if err != nil || !reflect.DeepEqual(known, want) {
		t.Errorf("known %+v, %v", known, err)
	}
}

func TestALedgerIsTakenOverWholeOrNotAtAll(t *testing.T) {
	s, desk, w := datatest.Open(t)
	if err := desk.TakeOver(t.Context(), []app.Past{told(w, "A-1"), told(w, "A-2"), told(w, "A-1")}, w.Fang); err == nil {
		t.Fatal("one number came in twice")
	}
	if n, err := s.CountLines(t.Context(), app.Filter{}, w.Clock.Now(), 10); err != nil || n != 0 {
		t.Errorf("%d of them stayed, %v", n, err)
	}
	stray := told(w, "A-1")
	stray.Project = 99
	if err := desk.TakeOver(t.Context(), []app.Past{stray}, w.Fang); !errors.As(err, &app.Faults{}) {
		t.Errorf("an estate that is not there: %v", err)
	}
	if err := desk.TakeOver(t.Context(), []app.Past{told(w, "A-1")}, 99); !errors.As(err, &app.Faults{}) {
		t.Errorf("taken over by nobody: %v", err)
	}
}

func TestNumbersGoOnBehindThoseTakenOver(t *testing.T) {
	_, desk, w := datatest.Open(t)
	if err := desk.TakeOver(t.Context(), []app.Past{told(w, "SL-202611-0041")}, w.Fang); err != nil {
		t.Fatal(err)
	}
	m, err := desk.Receive(t.Context(), w.Call(app.Repair))
	if err != nil || m.Issue.Number != "SL-202611-0042" {
		t.Errorf("the next is %q, %v", m.Issue.Number, err)
	}
}

func TestRoomsAreListedWithWhereTheyAre(t *testing.T) {
	s, _, w := datatest.Open(t)
	for _, estate := range []app.ProjectID{0, w.Project} {
		all, err := s.EveryRoom(t.Context(), estate)
		if err != nil || len(all) != len(w.Rooms) {
			t.Fatalf("%d rooms, %v", len(all), err)
		}
		if f := all[0]; f.Place().Short() != "1-1-101" || f.Area.Name != "東區" || f.Place().Area != w.East || f.Project.ID != w.Project {
			t.Errorf("%+v", f)
		}
	}
}

// A ledger of years in a file that is worked with.
func BenchmarkTakeOver(b *testing.B) {
	datatest.EachCopy(b, func(b *testing.B, s *data.Store) {
		desk := &app.Desk{Store: s, Now: func() time.Time { return datatest.At(23, 9, 42) }}
		w := datatest.World{Project: 1, East: 1, Engineering: 2, Jianguo: 3, Buildings: map[string]app.BuildingID{"3": 3}, Rooms: map[string]app.RoomID{"3-2-501": 26}}
		for n := 0; b.Loop(); n++ {
			rows := make([]app.Past, 50_000)
			for i := range rows {
				rows[i] = told(w, fmt.Sprintf("%d/%05d", n, i))
				rows[i].Received = rows[i].Received.Add(-time.Duration(i) * time.Minute)
			}
			if err := desk.TakeOver(b.Context(), rows, 1); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/ledger")
	})
}
