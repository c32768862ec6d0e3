package data_test

import (
	"slices"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/data/datatest"
)

// several are two events as a list brings them.
func (t table) several() []meeting.GatherOrder {
	first, second := t.gathering(), t.gathering()
	first.Register, second.Register = true, true
	second.Title, second.Begins = "中秋遊園", datatest.At(19, 10, 0)
	return []meeting.GatherOrder{first, second}
}

func TestSeveralEventsComeInWithAllTheirIssues(t *testing.T) {
	tb := openTable(t)
	moves, err := tb.d.GatherAll(t.Context(), tb.several())
	tb.ok(err)
	var issues []string
	for i, m := range moves {
		r, err := tb.s.Record(t.Context(), m.Head.ID)
		tb.ok(err)
		if r.State != meeting.Minuted || len(r.Brought()) != 3 || r.Number != []string{"SJ-202611-0001", "SJ-202611-0002"}[i] {
			t.Errorf("kept is %+v", r.Head)
		}
		for _, v := range r.Opinions {
			issues = append(issues, v.Number)
		}
	}
	if slices.Sort(issues); len(slices.Compact(issues)) != 6 {
		t.Errorf("numbers are drawn twice: %v", issues)
	}
}

func TestOfSeveralEventsAllComeInOrNone(t *testing.T) {
	tb := openTable(t)
	orders := tb.several()
	orders[1].Opinions[2].Text = ""
	if _, err := tb.d.GatherAll(t.Context(), orders); !faulty(err, "opinions.3.text", "incomplete") {
		t.Errorf("it says %v", err)
	}
	g, err := tb.d.Front.Ground(t.Context())
	tb.ok(err)
	var moves []meeting.Move
	for _, o := range tb.several() {
		m, err := meeting.Gather(o, nil, g, tb.w.Clock.Now())
		tb.ok(err)
		moves = append(moves, m)
	}
	moves[1].Raised[2].Move.Issue.Channel = "CH-NOBODY" // the file refuses the last of all
	if _, err := tb.s.KeepRecords(t.Context(), moves); err == nil {
		t.Fatal("what the file refuses was kept")
	}
	if all, err := tb.s.Records(t.Context(), meeting.Wanted{}); err != nil || len(all) != 0 {
		t.Errorf("one event is there: %+v, %v", all, err)
	}
	if lines, err := tb.s.Lines(t.Context(), app.Filter{}, app.Order{}, 0, 9, tb.w.Clock.Now()); err != nil || len(lines) != 0 {
		t.Errorf("issues of it are there: %+v, %v", lines, err)
	}
}
