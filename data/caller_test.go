package data_test

import (
	"errors"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data/datatest"
)

// calls lets somebody else join an issue.
func calls(t *testing.T, desk *app.Desk, w datatest.World, id app.IssueID, name, room, phone string) {
	t.Helper()
	_, err := desk.Join(t.Context(), app.JoinOrder{Stand: app.Stand{Issue: id, By: w.Jing}, Channel: "CH-TEL", Said: name + "也聽到異響",
		Reporter: app.Reporter{Person: w.People[name], Owner: "OW-SELF", Name: name, Phone: phone},
		Place:    app.Place{Building: w.Buildings["2"], Room: w.Rooms[room], Block: "2", Unit: "1", Door: "1201"}})
	if err != nil {
		t.Fatal(err)
	}
}

// Whoever joined is found by name, telephone and room as the first reporter is.
func TestWhoeverJoinedIsFoundLikeTheFirst(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	calls(t, desk, w, id, "單志強", "2-1-1201", "13700005678")
	for _, typed := range []string{"單志強", "13700005678", "5678", "2-1-1201", "szq", "也聽到"} {
		n := 0
		for l, err := range s.EachLine(t.Context(), app.Filter{Text: typed}, app.Order{}, w.Clock.Now()) {
			if err != nil {
				t.Fatal(err)
			}
			if l.ID == id {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%q finds it %d times", typed, n)
		}
	}
	if lines, err := s.RoomHistory(t.Context(), w.Rooms["2-1-1201"]); err != nil || len(lines) != 1 {
		t.Errorf("the room brought %d, %v", len(lines), err)
	}
	if lines, err := s.PersonHistory(t.Context(), w.People["單志強"]); err != nil || len(lines) != 1 {
		t.Errorf("the person brought %d, %v", len(lines), err)
	}
}

// Who was corrected is found by what stands there now, and goes back with the issue with
// which he came.
func TestWhoWasCorrectedIsFoundAndGoesBack(t *testing.T) {
	s, desk, w := datatest.Open(t)
	ctx := t.Context()
	into, from := received(t, desk, w), received(t, desk, w)
	m, err := desk.Reject(ctx, app.RejectOrder{Stand: app.Stand{Issue: from, By: w.Fang}, Code: app.RejectedDuplicate, Related: into, Reason: "同一事項"})
	done(t, m, err)
	k := read(t, s, into).Callers[0]
	o := app.AmendCallerOrder{Stand: app.Stand{Issue: into, By: w.Fang}, N: 1, Reporter: k.Reporter, Place: k.Place, Said: "天台也漏水", Why: "聽錯"}
	o.Reporter.Person, o.Reporter.Name, o.Reporter.Phone = 0, "夏侯淵", "13811114444"
	m, err = desk.AmendCaller(ctx, o)
	done(t, m, err)
	for text, want := range map[string]int{"夏侯淵": 1, "13811114444": 1, "xhy": 1, "天台也漏水": 1} {
		lines, err := s.Lines(ctx, app.Filter{Text: text}, app.Order{}, 0, 10, w.Clock.Now())
		if err != nil || len(lines) != want || lines[0].ID != into {
			t.Errorf("by %s are found %d, %v", text, len(lines), err)
		}
	}
	w.Clock.Add(time.Hour)
	m, err = desk.Reopen(ctx, app.ReopenOrder{Stand: app.Stand{Issue: from, By: w.Fang}, Reason: "並非同一事項"})
	done(t, m, err)
	if c := read(t, s, into); len(c.Others()) != 0 || c.Households != 1 {
		t.Errorf("once that is open again, here are %+v of %d households", c.Others(), c.Households)
	}
}

// merging asks for an issue to be merged into another, and lets the head decide.
func merging(t *testing.T, desk *app.Desk, w datatest.World, id, into app.IssueID) (app.Move, error) {
	t.Helper()
	stand := app.Stand{Issue: id, By: w.Fang}
	if _, err := desk.AskClose(t.Context(), app.CloseOrder{Stand: stand, Code: app.ClosedMerged, Reason: "同一電梯", Related: into}); err != nil {
		t.Fatal(err)
	}
	stand.By = w.Min
	return desk.DecideClose(t.Context(), app.DecideOrder{Stand: stand, Approve: true})
}

// Merging writes both issues or neither.
func TestMergingKeepsBothIssuesOrNeither(t *testing.T) {
	s, desk, w := datatest.Open(t)
	first, second := received(t, desk, w), received(t, desk, w)
	calls(t, desk, w, second, "單志強", "2-1-1201", "13700005678")
	if _, err := merging(t, desk, w, second, first); err != nil {
		t.Fatal(err)
	}
	a, b := read(t, s, first), read(t, s, second)
	if b.Close != app.ClosedMerged || len(a.Callers) != 2 || a.Callers[0].From != b.Shown() || a.Acts[len(a.Acts)-1].Kind != app.ActMerged {
		t.Errorf("%s %s; of the other: %+v", b.State, b.Close, a.Callers)
	}
	all, err := s.MergedInto(t.Context(), first)
	if err != nil || len(all) != 1 || all[0].ID != second || len(all[0].Acts) == 0 {
		t.Errorf("merged into it are %d, %v", len(all), err)
	}
}

// A failing second half leaves no first: a move that leads into an issue which
// somebody changed meanwhile is refused whole.
func TestAMergeIntoAChangedIssueLeavesNoHalf(t *testing.T) {
	s, desk, w := datatest.Open(t)
	first, second := received(t, desk, w), received(t, desk, w)
	before, target := read(t, s, second), read(t, s, first)
	g, err := desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	into := target.Absorb(before, w.Min, g, w.Clock.Now())
	into.Issue.Version += 7
	m := app.Move{Issue: before.Issue, Into: &into, Act: app.Act{N: len(before.Acts) + 1, Kind: app.ActClosed, At: w.Clock.Now(), By: w.Min}}
	m.Issue.State, m.Issue.Close, m.Issue.Step = app.Closed, app.ClosedMerged, ""
	if _, err := s.Keep(t.Context(), m); !errors.Is(err, app.ErrConflict) {
		t.Fatalf("got %v", err)
	}
	same(t, read(t, s, second), before)
	same(t, read(t, s, first), target)
}

// An issue that is not accepted, or void, because it repeats another is not lost
// with its reporter.
func TestADuplicateLeavesItsReporterWithTheOther(t *testing.T) {
	for name, end := range map[string]func(*app.Desk, app.RejectOrder) (app.Move, error){
		"rejected": func(d *app.Desk, o app.RejectOrder) (app.Move, error) { return d.Reject(t.Context(), o) },
		"void":     func(d *app.Desk, o app.RejectOrder) (app.Move, error) { return d.Void(t.Context(), o) },
	} {
		s, desk, w := datatest.Open(t)
		first, second := received(t, desk, w), received(t, desk, w)
		o := app.RejectOrder{Stand: app.Stand{Issue: second, By: w.Fang}, Code: app.RejectedDuplicate, Reason: "重複", Related: first}
		if _, err := end(desk, o); err != nil {
			t.Fatal(err)
		}
		if c := read(t, s, first); len(c.Callers) != 1 || c.Callers[0].Reporter.Phone == "" {
			t.Errorf("%s: with the other are %+v", name, c.Callers)
		}
		if all, err := s.MergedInto(t.Context(), first); err != nil || len(all) != 1 {
			t.Errorf("%s: merged into it are %d, %v", name, len(all), err)
		}
	}
}

// Merged twice over and opened again, each household counts once, wherever it is.
func TestReopeningWhatWasMergedCountsNobodyTwice(t *testing.T) {
	s, desk, w := datatest.Open(t)
	ctx := t.Context()
	var ids []app.IssueID
	for i, name := range []string{"錢進", "孫麗", "李勇"} {
		o := w.Call(app.Repair)
		o.Reporter = app.Reporter{Owner: "OW-SELF", Name: name, Phone: "1370000000" + string(rune('1'+i))}
		o.Place = app.Place{Block: "3", Unit: "2", Door: "60" + string(rune('1'+i))}
		m, err := desk.Receive(ctx, o)
		ids = append(ids, done(t, m, err).ID)
	}
	merge := func(from, into app.IssueID) {
		m, err := desk.Reject(ctx, app.RejectOrder{Stand: app.Stand{Issue: from, By: w.Fang}, Code: app.RejectedDuplicate, Related: into, Reason: "同一事項"})
		done(t, m, err)
	}
	merge(ids[0], ids[1])
	merge(ids[1], ids[2])
	if c := read(t, s, ids[2]); len(c.Others()) != 2 || c.Households != 3 {
		t.Fatalf("merged, it has %d others and %d households", len(c.Others()), c.Households)
	}
	w.Clock.Add(time.Hour)
	m, err := desk.Reopen(ctx, app.ReopenOrder{Stand: app.Stand{Issue: ids[0], By: w.Fang}, Reason: "並非同一事項"})
	done(t, m, err)
	want := []struct{ others, households int }{{0, 1}, {0, 1}, {1, 2}}
	for i, id := range ids {
		if c := read(t, s, id); len(c.Others()) != want[i].others || c.Households != want[i].households {
			t.Errorf("issue %d has %d others and %d households, not %+v", i, len(c.Others()), c.Households, want[i])
		}
	}
	if c := read(t, s, ids[1]); len(c.Callers) != 1 || c.Callers[0].Left.IsZero() || c.Acts[len(c.Acts)-1].Kind != app.ActReleased {
		t.Errorf("nothing says that he went back: %+v", c.Callers)
	}
	lines, err := s.Lines(ctx, app.Filter{Text: "錢進"}, app.Order{}, 0, 10, w.Clock.Now())
	if err != nil || len(lines) != 1 || lines[0].ID != ids[0] {
		t.Errorf("he is found with %d issues, %v", len(lines), err)
	}
}
