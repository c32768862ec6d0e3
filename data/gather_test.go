package data_test

import (
	"reflect"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// gathering is what the marketing department brings from an event on Friday
// afternoon: three opinions, of which one is a complaint.
func (t table) gathering() meeting.GatherOrder {
	return meeting.GatherOrder{
		Project: t.w.Project, By: t.w.Fang,
		Details: meeting.Details{Title: "二期開盤", Subject: "GE-SALES", Begins: datatest.At(20, 14, 0), Recorder: t.w.Fang, Helpers: "張倩、實習生小周"},
		Opinions: []meeting.Opinion{
			{Sort: app.Suggestion, Category: "SL", Name: "陳先生", Phone: "13812345678", Room: "3-2-501", Text: "樣板間與交付標準應當一致"},
			{Sort: app.Complaint, Category: "SL2", Name: "李女士", Text: "學校配套與宣傳不符"},
			{Sort: app.Suggestion, Category: "PK", Text: "訪客車位太少", Note: "多人提到"},
		},
	}
}

func TestWhatWasGatheredBecomesIssuesWithTheirSource(t *testing.T) {
	tb := openTable(t)
	o := tb.gathering()
	o.Register = true
	r := tb.did(tb.d.Gather(t.Context(), o))
	if r.Number != "SJ-202611-0001" || r.State != meeting.Minuted || len(r.Unanswered()) != 0 || len(r.Brought()) != 3 {
		t.Fatalf("kept is %+v", r)
	}
	for i, v := range r.Opinions {
		c, err := tb.s.Case(t.Context(), v.Issue)
		tb.ok(err)
		if c.Channel != "CH-SALES" || c.Kind != o.Opinions[i].Sort || c.Description != v.Text || v.Number != c.Number || !v.Became() {
			t.Errorf("opinion %d became %+v", i+1, c.Intake)
		}
		if !c.Received.Equal(datatest.At(20, 14, 0)) || c.ReceivedWhy == "" {
			t.Errorf("it is dated %v, because %q", c.Received, c.ReceivedWhy)
		}
		if !c.RouteDue.Before(c.Registered.AddDate(0, 0, 1)) {
			t.Errorf("its limit runs from the typing: %v", c.RouteDue)
		}
	}
	room, err := tb.s.Case(t.Context(), r.Opinions[0].Issue)
	tb.ok(err)
	if room.Place.Room == 0 || room.Place.Short() != "3-2-501" || room.Reporter.Phone != "13812345678" || room.Reporter.Refused {
		t.Errorf("who said it is %+v at %+v", room.Reporter, room.Place)
	}
	third, err := tb.s.Case(t.Context(), r.Opinions[2].Issue)
	tb.ok(err)
	if !third.Reporter.Anonymous || !third.Reporter.Refused || third.Place.Short() != "二期開盤" {
		t.Errorf("an unnamed one is %+v at %+v", third.Reporter, third.Place)
	}
	if linked, err := tb.s.Records(t.Context(), meeting.Wanted{Issue: third.ID}); err != nil || len(linked) != 1 || linked[0].ID != r.ID {
		t.Errorf("the issue leads back to %+v, %v", linked, err)
	}
}

// Should the file refuse one part, no part is there: no gathering, no issue, and
// no number is used up.
func TestAGatheringIsKeptWithAllItsIssuesOrNotAtAll(t *testing.T) {
	tb := openTable(t)
	g, err := tb.d.Front.Ground(t.Context())
	tb.ok(err)
	o := tb.gathering()
	o.Register = true
	m, err := meeting.Gather(o, nil, g, tb.w.Clock.Now())
	tb.ok(err)
	m.Raised[2].Move.Issue.Channel = "CH-NOBODY" // the file refuses the last of them
	if _, err := tb.s.KeepRecord(t.Context(), m); err == nil {
		t.Fatal("what the file refuses was kept")
	}
	if all, err := tb.s.Records(t.Context(), meeting.Wanted{}); err != nil || len(all) != 0 {
		t.Errorf("half of it is there: %+v, %v", all, err)
	}
	if lines, err := tb.s.Lines(t.Context(), app.Filter{}, app.Order{}, 0, 9, tb.w.Clock.Now()); err != nil || len(lines) != 0 {
		t.Errorf("issues of it are there: %+v, %v", lines, err)
	}
	r := tb.did(tb.d.Gather(t.Context(), o))
	if r.Number != "SJ-202611-0001" || r.Opinions[0].Number != "SL-202611-0001" {
		t.Errorf("the numbers of what failed were used up: %s, %s", r.Number, r.Opinions[0].Number)
	}
}

func TestAnOpinionAboutTheSameJoinsTheOpenIssue(t *testing.T) {
	tb := openTable(t)
	o := tb.gathering()
	r := tb.did(tb.d.Gather(t.Context(), o))
	if r.State != meeting.Held || len(r.Unanswered()) != 3 {
		t.Fatalf("kept is %+v", r.Head)
	}
	m, err := tb.d.Register(t.Context(), meeting.RegisterOrder{Stand: tb.stand(r.ID), Which: []int{1}})
	tb.ok(err)
	first := m.Raised[0].Move.Issue.ID
	r = tb.did(tb.d.SetAside(t.Context(), meeting.AsideOrder{Stand: tb.stand(r.ID), N: 2, Aside: meeting.AsideSame, Issue: first}))
	c, err := tb.s.Case(t.Context(), first)
	tb.ok(err)
	if len(c.Callers) != 1 || c.Callers[0].Reporter.Name != "李女士" || c.Callers[0].Said != "學校配套與宣傳不符" || !c.Callers[0].At.Equal(datatest.At(20, 14, 0)) {
		t.Errorf("who joined is %+v", c.Callers)
	}
	if v := r.Opinions[1]; !v.Answered() || v.Became() || v.Issue != first || v.Number != c.Shown() || r.State != meeting.Held {
		t.Errorf("the opinion is %+v, the gathering %s", v, r.State)
	}
	r = tb.did(tb.d.SetAside(t.Context(), meeting.AsideOrder{Stand: tb.stand(r.ID), N: 3, Aside: meeting.AsideThere, Why: "已說明訪客車位安排"}))
	if r.State != meeting.Minuted || !reflect.DeepEqual(r.Brought(), []app.IssueID{first}) {
		t.Errorf("once all is answered for it is %+v", r.Head)
	}
	if _, err := tb.d.SetAside(t.Context(), meeting.AsideOrder{Stand: tb.stand(r.ID), N: 3, Aside: meeting.AsideNone}); !faulty(err, "opinion", "taken") {
		t.Errorf("one opinion is answered for twice: %v", err)
	}
}

// Whatever a sort of opinion, it comes in; a code that is in no list does not.
func TestEverySortOfOpinionCanBeRegistered(t *testing.T) {
	tb := openTable(t)
	for _, k := range app.Kinds {
		o := tb.gathering()
		o.Register, o.Opinions = true, []meeting.Opinion{{Sort: k, Category: "SV", Text: "原話", Name: "陳先生"}}
		r := tb.did(tb.d.Gather(t.Context(), o))
		if c, err := tb.s.Case(t.Context(), r.Opinions[0].Issue); err != nil || c.Kind != k {
			t.Errorf("%s became %s, %v", k, c.Kind, err)
		}
	}
	if data.Try(t, tb.s, `UPDATE record_opinions SET sort = 'TYP-XYZ'`) == nil {
		t.Error("the file takes a sort that is in no list")
	}
}

func TestWhatIsOpenOfGatheringsIsListedTheMostPressingFirst(t *testing.T) {
	tb := openTable(t)
	late := tb.gathering()
	early := tb.gathering()
	early.Begins = datatest.At(19, 10, 0)
	done := tb.gathering()
	done.Register = true
	second := tb.did(tb.d.Gather(t.Context(), late))
	first := tb.did(tb.d.Gather(t.Context(), early))
	tb.did(tb.d.Gather(t.Context(), done))
	open, err := tb.s.OpenGatherings(t.Context(), 0)
	if err != nil || len(open) != 2 || open[0].Head.ID != first.ID || open[1].Head.ID != second.ID || open[0].Open != 3 || open[0].Of != 3 {
		t.Errorf("open are %+v, %v", open, err)
	}
	if !open[0].Head.MinutesDue.Before(tb.w.Clock.Now()) || open[0].Head.MinutesDue.Equal(time.Time{}) {
		t.Errorf("it is due %v", open[0].Head.MinutesDue)
	}
}

// Figures read what became of each opinion: one that joined an issue is answered for, and
// became none; one that was struck out is not there, a cancelled list neither.
func TestFiguresReadWhatBecameOfGatheredOpinions(t *testing.T) {
	tb := openTable(t)
	o := tb.gathering()
	r := tb.did(tb.d.Gather(t.Context(), o))
	r = tb.did(tb.d.Register(t.Context(), meeting.RegisterOrder{Stand: meeting.Stand{Record: r.ID, By: tb.w.Fang, Version: r.Version}, Which: []int{1}}))
	became := r.Opinions[0].Issue
	r = tb.did(tb.d.SetAside(t.Context(), meeting.AsideOrder{Stand: meeting.Stand{Record: r.ID, By: tb.w.Fang, Version: r.Version}, N: 2, Aside: meeting.AsideSame, Issue: became}))
	month := figures.Wanted{From: datatest.At(1, 0, 0), To: datatest.At(30, 0, 0)}
	all, err := tb.s.Gatherings(t.Context(), month)
	tb.ok(err)
	if len(all) != 1 || len(all[0].Opinions) != 3 {
		t.Fatalf("read is %+v", all)
	}
	g := all[0]
	if g.ID != figures.GatheringID(r.ID) || g.Number != r.Number || g.Event != "GE-SALES" || g.Title != "二期開盤" || !g.Begins.Equal(r.Begins) || !g.Due.Equal(r.MinutesDue) || !g.Made.Equal(r.Made) {
		t.Errorf("it is %+v", g)
	}
	for i, v := range g.Opinions {
		if want := i == 0; (v.Issue == became) != want || v.Settled.IsZero() != (i == 2) || (v.Number != "") != want {
			t.Errorf("opinion %d became %+v", i+1, v)
		}
	}
	for name, w := range map[string]figures.Wanted{
		"another month":  {From: datatest.At(1, 0, 0).AddDate(0, 1, 0), To: datatest.At(30, 0, 0).AddDate(0, 1, 0)},
		"another estate": {Project: tb.w.Project + 1, From: month.From, To: month.To},
	} {
		if all, err := tb.s.Gatherings(t.Context(), w); err != nil || len(all) != 0 {
			t.Errorf("%s has %+v, %v", name, all, err)
		}
	}
}
