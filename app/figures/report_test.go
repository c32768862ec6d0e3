package figures

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
)

func in(moment, where string, changes ...change) Fact {
	return repair(append([]change{received(moment), place(where), func(f *Fact) { f.Building, f.Area = 1, 1 }}, changes...)...)
}

// ids numbers facts by their places in a list.
func ids(facts ...Fact) []Fact {
	for i := range facts {
		facts[i].ID = app.IssueID(i + 1)
	}
	return facts
}

func TestAProblemIsCommonByTheRule(t *testing.T) {
	public := func(f *Fact) { f.Public = true }
	for _, c := range []struct {
		says   string
		facts  []Fact
		issues []app.IssueID
		rooms  int
	}{
		{"three rooms within thirty days", ids(in("2026-10-02 10:00", "a"), in("2026-10-12 10:00", "b"), in("2026-10-20 10:00", "c")), []app.IssueID{1, 2, 3}, 3},
		{"the first lay in the month before", ids(in("2026-09-25 10:00", "a"), in("2026-10-12 10:00", "b"), in("2026-10-20 10:00", "c")), []app.IssueID{1, 2, 3}, 3},
		{"one room three times is not", ids(in("2026-10-02 10:00", "a"), in("2026-10-12 10:00", "a"), in("2026-10-20 10:00", "b")), nil, 0},
		{"spread over more than thirty days is not", ids(in("2026-09-01 10:00", "a"), in("2026-09-20 10:00", "b"), in("2026-10-20 10:00", "c")), nil, 0},
		{"five cases within ninety days", ids(in("2026-08-01 10:00", "a"), in("2026-08-20 10:00", "a"), in("2026-09-10 10:00", "a"), in("2026-09-30 10:00", "b"), in("2026-10-20 10:00", "b")), []app.IssueID{1, 2, 3, 4, 5}, 2},
		{"five cases over more than ninety days", ids(in("2026-07-01 10:00", "a"), in("2026-08-20 10:00", "a"), in("2026-09-10 10:00", "a"), in("2026-09-30 10:00", "b"), in("2026-10-20 10:00", "b")), nil, 0},
		{"nothing of it came this month", ids(in("2026-09-02 10:00", "a"), in("2026-09-12 10:00", "b"), in("2026-09-20 10:00", "c")), nil, 0},
		{"a narrow window after a wide one takes in both", ids(
			in("2026-07-20 10:00", "a"), in("2026-08-20 10:00", "a"), in("2026-09-10 10:00", "a"), in("2026-09-28 10:00", "a"), in("2026-10-10 10:00", "a"),
			in("2026-10-30 10:00", "b"), in("2026-10-31 10:00", "c"), in("2026-10-31 11:00", "d", state(app.Rejected))), []app.IssueID{1, 2, 3, 4, 5, 6, 7}, 3},
		{"marked by hand", ids(in("2026-10-02 10:00", "a"), in("2026-10-05 10:00", "b", func(f *Fact) { f.Common = true })), []app.IssueID{2}, 1},
		{"a public place by itself", ids(in("2026-08-20 10:00", "lift", public), in("2026-09-01 10:00", "lift", public), in("2026-09-10 10:00", "lift", public), in("2026-09-30 10:00", "lift", public), in("2026-10-20 10:00", "lift", public)), []app.IssueID{1, 2, 3, 4, 5}, 0},
		{"what was not accepted is none", ids(in("2026-10-02 10:00", "a", state(app.Rejected)), in("2026-10-12 10:00", "b"), in("2026-10-20 10:00", "c")), nil, 0},
	} {
		found := october(afterwards).Report(c.facts, Surroundings{}).Problems
		if c.issues == nil {
			if len(found) > 0 {
				t.Errorf("%s: found %+v", c.says, found)
			}
			continue
		}
		if len(found) != 1 || !slices.Equal(found[0].Issues, c.issues) || found[0].Rooms != c.rooms || found[0].Category != "EQ1" {
			t.Errorf("%s: found %+v", c.says, found)
		}
	}
}

func TestABuildingIsMarkedWhenMoreComesThanChanceExplains(t *testing.T) {
	var facts []Fact
	add := func(n int, month string, building app.BuildingID) {
		for range n {
			facts = append(facts, in(month+"-15 10:00", "", func(f *Fact) { f.Building = building }))
		}
	}
	for _, month := range []string{"2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"} {
		add(4, month, 1) // limit 4 + 3·2 = 10
		add(1, month, 2) // limit 1 + 3·1 = 4
	}
	add(10, "2026-10", 1) // at the limit is within it
	add(5, "2026-10", 2)
	add(2, "2026-10", 3) // never before, but too few
	add(3, "2026-10", 4)
	for range 3 {
		facts = append(facts, in("2026-10-15 10:00", "", state(app.Rejected), func(f *Fact) { f.Building = 5 }))
	}
	hot := october(afterwards).Report(ids(facts...), Surroundings{}).Hot
	if len(hot) != 2 || hot[0].Building != 2 || hot[0].Mean != 1 || hot[0].Limit != 4 || len(hot[0].Issues) != 5 || hot[1].Building != 4 {
		t.Errorf("marked %+v", hot)
	}
}

func TestBreakdownsAddUp(t *testing.T) {
	facts := ids(
		in("2026-10-08 10:00", "a", func(f *Fact) { f.Lead, f.Channel = 2, "CH-TEL" }),
		in("2026-10-09 10:00", "b", complaint, working, func(f *Fact) {
			f.Lead, f.Channel, f.Category, f.Level, f.Cause = 10, "CH-WX", "SV1", app.Critical, "RC-PEO3"
		}),
		in("2026-10-09 11:00", "a", func(f *Fact) { f.Channel, f.Area = "CH-X1", 3 }), // a channel of the office's own
		in("2026-09-09 11:00", "a", func(f *Fact) { f.Lead, f.Channel = 2, "CH-MAIL" }),
		in("2026-10-09 11:00", "a", state(app.Rejected)), in("2026-10-09 11:00", "a", state(app.Void)),
		in("2026-10-09 11:00", "a", func(f *Fact) { f.Kind = app.Commendation }),
		in("2025-10-20 11:00", "a", closed("2025-10-21 11:00"), func(f *Fact) { f.Lead, f.Channel = 2, "CH-WX" }),
	)
	m := october(afterwards).Report(facts, Surroundings{Areas: map[app.AreaID]int{1: 200, 3: 90}})
	if want := (Grid{
		Rows: []string{"TYP-CMP", "TYP-REP"}, Columns: []string{"CH-TEL", "CH-WX", "CH-MAIL", "CH-X1"},
		Cells:  [][][]app.IssueID{{nil, {2}, nil, nil}, {{1}, nil, nil, {3}}},
		Before: map[string]int{"CH-MAIL": 1}, LastYear: map[string]int{"CH-WX": 1},
	}); !reflect.DeepEqual(m.ByKind, want) {
		t.Errorf("by kind and channel %+v", m.ByKind)
	}
	if len(m.ByDept) != 3 || m.ByDept[1].Key != "2" || m.ByDept[1].Before != 1 || m.ByDept[1].LastYear != 1 || m.ByDept[1].Completed != 1 || m.ByDept[2].Key != "10" || m.ByDept[2].Overdue != 1 || m.ByDept[2].OnTime.Den != 1 {
		t.Errorf("by department %+v", m.ByDept)
	}
	if len(m.BySubject) != 2 || m.BySubject[0].Key != "EQ" || len(m.BySubject[0].Issues) != 2 || m.BySubject[1].Key != "SV" {
		t.Errorf("by subject %+v", m.BySubject)
	}
	if want := (Grid{Rows: []string{"1"}, Columns: []string{"EQ", "SV"}, Cells: [][][]app.IssueID{{{1, 3}, {2}}},
		Before: map[string]int{"EQ": 1}, LastYear: map[string]int{"EQ": 1}}); !reflect.DeepEqual(m.ByBuilding, want) {
		t.Errorf("by building and subject %+v", m.ByBuilding)
	}
	if len(m.ByArea) != 2 || m.ByArea[0].Households != 200 || m.ByArea[1].Households != 90 {
		t.Errorf("by area %+v", m.ByArea)
	}
	if !slices.Equal(m.ByLevel.Rows, []string{"LV3"}) || !slices.Equal(m.ByLevel.Columns, []string{"handling"}) {
		t.Errorf("by level %+v", m.ByLevel)
	}
	if len(m.Causes) != 1 || m.Causes[0].Key != "RC-PEO3" || len(m.SameAgain) != 1 || len(m.SameAgain[0].Issues) != 2 || !slices.Equal(m.Praise, []app.IssueID{7}) {
		t.Errorf("causes %+v, again %+v, praise %v", m.Causes, m.SameAgain, m.Praise)
	}
	if was := Month(2026, time.October, at("2026-10-13 09:00"), calendar(), 0).Report(ids(repair(func(f *Fact) { f.Over[0].Until = at("2026-10-20 10:00") })), Surroundings{}); was.Series[11].Closed != 1 {
		t.Errorf("before it was opened again, closed were %+v", was.Series[11])
	}
	if last := m.Series[len(m.Series)-1]; len(m.Series) != 12 || last.Received != 4 || last.Closed != 3 || m.Series[10].Received != 1 || !m.Series[0].From.Equal(at("2025-11-01 00:00")) {
		t.Errorf("series %+v", m.Series)
	}
	if len(m.Unresolved) != 1 || m.Unresolved[0].ID != 2 || !m.Unresolved[0].Late || m.Unresolved[0].Overdue != 16 {
		t.Errorf("to be done %+v", m.Unresolved)
	}
	if len(m.Ageing[3].Issues) != 1 || len(m.Ageing[0].Issues) != 0 {
		t.Errorf("ages %+v", m.Ageing)
	}
	for _, id := range []app.IssueID{1, 2, 3, 4, 5, 7} {
		if m.Numbers[id] == "" {
			t.Errorf("issue %d is counted and not named", id)
		}
	}
}

func TestAReportComesBackFromJSONAsItWas(t *testing.T) {
	m := october(afterwards).Report(ids(in("2026-10-08 10:00", "a"), in("2026-10-09 10:00", "b", complaint)), Surroundings{})
	text, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var back Report
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	again, _ := json.Marshal(back)
	if string(again) != string(text) || !back.Scope.From.Equal(m.Scope.From) {
		t.Errorf("kept as %s, read as %s", text, again)
	}
}

func BenchmarkReport(b *testing.B) {
	var facts []Fact
	begin := at("2025-10-01 09:00")
	for i := range 26000 { // thirteen months of two thousand
		moment := begin.Add(time.Duration(i) * (395 * 24 * time.Hour / 26000))
		facts = append(facts, repair(numbered(app.IssueID(i+1)), func(f *Fact) {
			shift := moment.Sub(f.Received)
			f.Received, f.Due, f.RouteDue, f.Promise = moment, f.Due.Add(shift), f.RouteDue.Add(shift), f.Promise.Add(shift)
			f.Completions = []Completion{{Said: moment.Add(5 * time.Hour), Done: moment.Add(4 * time.Hour), Accepted: moment.Add(6 * time.Hour)}}
			f.Where, f.Category, f.Building = "room "+string(rune('a'+i%600)), app.Categories()[i%86], app.BuildingID(i%40+1)
		}))
	}
	s := october("2026-11-02 09:00")
	for b.Loop() {
		if m := s.Report(facts, Surroundings{}); m.Rates[0].Den == 0 {
			b.Fatal("nothing was counted")
		}
	}
}
