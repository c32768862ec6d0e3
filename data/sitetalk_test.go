package data_test

import (
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/data/datatest"
)

// owesTalk is a complaint of five households, critical by itself as it came in.
func (t table) owesTalk() app.Case {
	o := t.w.Call(app.Complaint)
	o.Level, o.Households = app.Critical, 5
	m, err := t.desk.Receive(t.Context(), o)
	t.ok(err)
	c, err := t.s.Case(t.Context(), m.Issue.ID)
	t.ok(err)
	if c.Level != app.Critical || !c.OwesTalk() {
		t.Fatalf("the complaint is %s and owes %+v", c.Level, c.Talk)
	}
	return c
}

func (t table) owed() []app.TalkOwed {
	all, err := t.s.TalksOwed(t.Context(), t.w.Project)
	t.ok(err)
	day, err := t.s.Today(t.Context(), t.w.Project, t.w.Clock.Now(), t.w.Clock.Now().Add(time.Hour))
	t.ok(err)
	if day.Talks != len(all) {
		t.Errorf("%d are counted, %d listed", day.Talks, len(all))
	}
	return all
}

// A talk on site that was held about the issue answers for the one it owes, in the
// record's own transaction; planned, or about nothing, it does not.
func TestATalkThatWasHeldAnswersForTheOneOwed(t *testing.T) {
	tb := openTable(t)
	c := tb.owesTalk()
	if owed := tb.owed(); len(owed) != 1 || owed[0].Line.ID != c.ID || !owed[0].Due.Equal(c.Talk.Due) || c.Talk.Due.IsZero() {
		t.Fatalf("owed are %+v; the issue says %+v", owed, c.Talk)
	}
	plan := meeting.PlanOrder{Kind: meeting.OnSite, Project: tb.w.Project, By: tb.w.Fang, Details: meeting.Details{
		Title: "現場溝通", Begins: tb.w.Clock.Now(), Place: "3號樓", Recorder: tb.w.Fang}}
	other := tb.did(tb.d.Plan(t.Context(), plan))
	tb.did(tb.d.Hold(t.Context(), meeting.HoldOrder{Stand: tb.stand(other.ID)}))
	plan.Issue = c.ID
	r := tb.did(tb.d.Plan(t.Context(), plan))
	if len(tb.owed()) != 1 {
		t.Error("a talk about nothing, or one that is only planned, answers for it")
	}
	tb.did(tb.d.Hold(t.Context(), meeting.HoldOrder{Stand: tb.stand(r.ID)}))
	after, err := tb.s.Case(t.Context(), c.ID)
	tb.ok(err)
	if last := after.Acts[len(after.Acts)-1]; !after.Talk.Held || len(tb.owed()) != 0 || last.Kind != app.ActTalkHeld || last.Note != r.Number {
		t.Errorf("after it the issue says %+v, %+v", after.Talk, last)
	}
}

// One that was noted first and joined to its issue later answers for it then.
func TestATalkJoinedLaterAnswersForTheOneOwed(t *testing.T) {
	tb := openTable(t)
	c := tb.owesTalk()
	r := tb.did(tb.d.Plan(t.Context(), meeting.PlanOrder{Kind: meeting.OnSite, Project: tb.w.Project, By: tb.w.Fang, Details: meeting.Details{
		Title: "現場溝通", Begins: datatest.At(23, 9, 0), Place: "3號樓", Recorder: tb.w.Fang}}))
	tb.w.Clock.Set(tb.w.Clock.Now().Add(time.Hour))
	r = tb.did(tb.d.Hold(t.Context(), meeting.HoldOrder{Stand: tb.stand(r.ID)}))
	d := r.Details
	d.Issue = c.ID
	tb.did(tb.d.Change(t.Context(), meeting.ChangeOrder{Stand: tb.stand(r.ID), Details: &d}))
	if len(tb.owed()) != 0 {
		t.Error("it is owed still")
	}
}
