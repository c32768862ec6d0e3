package data_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// received keeps an ordinary issue and tells its id.
func received(t testing.TB, desk *app.Desk, w datatest.World) app.IssueID {
	t.Helper()
	m, err := desk.Receive(t.Context(), w.Call(app.Repair))
	if err != nil {
		t.Fatal(err)
	}
	return m.Issue.ID
}

// read reads a case back.
func read(t testing.TB, s *data.Store, id app.IssueID) app.Case {
	t.Helper()
	c, err := s.Case(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// same tells in which parts two cases differ.
func same(t testing.TB, got, want app.Case) {
	t.Helper()
	a, b := reflect.ValueOf(got), reflect.ValueOf(want)
	for i := range a.NumField() {
		if !reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
			t.Errorf("%s came back as\n%+v, was\n%+v", a.Type().Field(i).Name, a.Field(i).Interface(), b.Field(i).Interface())
		}
	}
}

func TestNoFieldOfACaseIsLostInBulk(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w) // what Related points at
	c := filled(t, w)
	if none := empty(reflect.ValueOf(c), "case"); !slices.Equal(none, []string{"case.Issue.ID", "case.Issue.Veiled", "case.Joined"}) {
		t.Fatalf("nothing stands in %v", none)
	}
	cases := []app.Case{c}
	if err := s.KeepCases(t.Context(), cases); err != nil {
		t.Fatal(err)
	}
	same(t, read(t, s, cases[0].ID), cases[0])
}

func TestNoFieldOfACaseIsLostActByAct(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	c := read(t, s, id)
	first := c.Acts[0]
	want := filled(t, w)
	want.ID, want.Version, want.Acts = id, c.Version, nil
	for n := range 2 {
		m := app.Move{
			Issue: want.Issue, Act: filled(t, w).Acts[1],
			Round: &want.Rounds[n], Delay: &want.Delays[n], Feedback: &want.Feedbacks[n], Note: &want.Notes[n],
			FollowUp: &want.FollowUps[n], Disturbance: &want.Disturbances[n], Inspection: &want.Inspections[n], Helps: want.Helps[n : n+1], Suspension: &want.Suspensions[n], Closing: &want.Closings[n], Inquiry: want.Inquiry, Attached: want.Attachments[n : n+1], Callers: want.Callers[n : n+1], Cost: &want.Costs[n],
		}
		m.Act.N = n + 2
		kept, err := s.Keep(t.Context(), m)
		if err != nil {
			t.Fatal(err)
		}
		want.Issue = kept.Issue
		want.Acts = append(want.Acts, kept.Act)
	}
	want.Acts = append([]app.Act{first}, want.Acts...)
	same(t, read(t, s, id), want)
}

func TestAPeriodListsWhatCameInAndWhoWasAsked(t *testing.T) {
	s, _, w := datatest.Open(t)
	cases := []app.Case{filled(t, w)}
	cases[0].Related = 0
	if err := s.KeepCases(t.Context(), cases); err != nil {
		t.Fatal(err)
	}
	c := read(t, s, cases[0].ID)
	at, asked := c.Received, c.FollowUps[0].At
	for _, p := range []struct {
		what        string
		estate      app.ProjectID
		from, until time.Time
		most, want  int
	}{
		{"the day", c.Project, at, at.Add(time.Hour), 9, 1},
		{"another estate", c.Project + 1, at, at.Add(time.Hour), 9, 0},
		{"the end is not of it", c.Project, at.Add(-time.Hour), at, 9, 0},
		{"no more than asked for", c.Project, at, at.Add(time.Hour), 0, 0},
	} {
		issues, err := s.Received(t.Context(), p.estate, p.from, p.until, p.most)
		if err != nil || len(issues) != p.want || p.want == 1 && !reflect.DeepEqual(issues[0], c.Issue) {
			t.Errorf("%s: %+v, %v", p.what, issues, err)
		}
	}
	all, err := s.Asked(t.Context(), c.Project, asked, asked.Add(time.Second), 9)
	if err != nil || len(all) == 0 || !reflect.DeepEqual(all[0], app.Asked{Issue: c.Issue, FollowUp: c.FollowUps[0]}) {
		t.Errorf("asked: %+v, %v", all, err)
	}
	if all, err := s.Asked(t.Context(), c.Project+1, asked, asked.Add(time.Second), 9); err != nil || len(all) != 0 {
		t.Errorf("of another estate: %+v, %v", all, err)
	}
}

func TestAPartIsReplacedByItsNewerState(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	cases := []app.Case{filled(t, w)}
	if err := s.KeepCases(t.Context(), cases); err != nil {
		t.Fatal(err)
	}
	c := read(t, s, cases[0].ID)
	r := c.Rounds[1]
	r.Solution, r.Plan, r.Helping = "換門機皮帶", r.Plan[:1], nil
	m := app.Move{Issue: c.Issue, Act: app.Act{N: 3, Kind: app.ActPlanned, At: datatest.At(23, 10, 0), By: w.Fang}, Round: &r}
	if _, err := s.Keep(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	got := read(t, s, c.ID)
	if !reflect.DeepEqual(got.Rounds[1], r) || len(got.Rounds) != 2 || !reflect.DeepEqual(got.Rounds[0], c.Rounds[0]) {
		t.Errorf("the rounds are\n%+v, want\n%+v", got.Rounds, r)
	}
}
