package data_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/data/datatest"
)

func spent(w datatest.World, id app.IssueID) app.CostOrder {
	return app.CostOrder{Stand: app.Stand{Issue: id, By: w.Fang}, CostEntry: app.CostEntry{
		Hours: "1.5", Labour: "90", Charge: app.ChargeNo, Other: "80", OtherWhat: "開鎖公司",
		Materials: []app.MaterialEntry{{What: "𠮷字牌水龍頭", Quantity: "2", Unit: "個", Price: "35"}},
	}}
}

// What an issue cost is in lists and in the search, older records stay as they were,
// and what nobody recorded is not nothing.
func TestACostIsInListsAndSearch(t *testing.T) {
	s, desk, w := datatest.Open(t)
	ctx := t.Context()
	id, other := received(t, desk, w), received(t, desk, w)
	o := spent(w, id)
	if _, err := desk.RecordCost(ctx, o); err != nil {
		t.Fatal(err)
	}
	o.Hours, o.Why = "2", "工時漏計"
	if _, err := desk.RecordCost(ctx, o); err != nil {
		t.Fatal(err)
	}
	c := read(t, s, id)
	if len(c.Costs) != 2 || c.Costs[0].Hours != 150 || c.Costs[1].Hours != 200 || c.Spent != c.Costs[1].Spent {
		t.Errorf("the records are %+v, the issue says %+v", c.Costs, c.Spent)
	}
	for l, err := range s.EachLine(ctx, app.Filter{}, app.Order{}, time.Time{}) {
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case l.ID == id && (l.Spent != c.Spent || l.Materials != "𠮷字牌水龍頭 2個×35.00=70.00"):
			t.Errorf("the list says %+v, %q", l.Spent, l.Materials)
		case l.ID == other && (l.Spent != app.Spent{} || l.Materials != ""):
			t.Errorf("nobody said what it cost: %+v, %q", l.Spent, l.Materials)
		}
	}
	for _, text := range []string{"水龍頭", "开锁公司"} {
		if found, err := s.Lines(ctx, app.Filter{Text: text}, app.Order{}, 0, 9, time.Time{}); err != nil || len(found) != 1 || found[0].ID != id {
			t.Errorf("%s finds %+v, %v", text, found, err)
		}
	}
}

func TestTextNobodyCanHaveTypedIsNoMaterial(t *testing.T) {
	_, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	for _, what := range []string{"水\x00龍頭", "水\xff龍頭"} {
		o := spent(w, id)
		o.Materials[0].What = what
		var f app.Faults
		if _, err := desk.RecordCost(t.Context(), o); !errors.As(err, &f) {
			t.Errorf("%q: %v", what, err)
		}
	}
}

func TestTheLargestCostIsKept(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	o := spent(w, id)
	o.Materials = nil
	for range app.MostMaterials {
		o.Materials = append(o.Materials, app.MaterialEntry{What: strings.Repeat("管", app.LongestLine), Amount: "10000000"})
	}
	if _, err := desk.RecordCost(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	if c := read(t, s, id); len(c.Costs[0].Materials) != app.MostMaterials || c.Spent.Material != 100_000_000_000 {
		t.Errorf("it came back as %+v", c.Spent)
	}
}

// Figures know what the issues cost that were merged into one, also by way of another.
func TestFactsKnowWhatMergedIssuesCost(t *testing.T) {
	s, desk, w := datatest.Open(t)
	first, second, third := received(t, desk, w), received(t, desk, w), received(t, desk, w)
	for _, id := range []app.IssueID{second, third, third} {
		o := spent(w, id)
		if len(read(t, s, id).Costs) > 0 {
			o.Hours, o.Why = "2", "工時漏計"
		}
		if _, err := desk.RecordCost(t.Context(), o); err != nil {
			t.Fatal(err)
		}
	}
	for _, pair := range [][2]app.IssueID{{third, second}, {second, first}} {
		if _, err := merging(t, desk, w, pair[0], pair[1]); err != nil {
			t.Fatal(err)
		}
	}
	now := w.Clock.Now()
	cases, err := s.Facts(t.Context(), figures.Wanted{From: now.AddDate(-1, 0, 0), To: now.AddDate(0, 0, 1)})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if c.ID == first && (len(c.Costs) != 0 || len(c.Joined) != 2 || len(c.Joined[0]) != 1 || len(c.Joined[1]) != 2 || c.Joined[1][1].Hours != 200) {
			t.Errorf("with it cost %+v", c.Joined)
		}
	}
	if len(cases) != 3 {
		t.Errorf("%d cases", len(cases))
	}
}
