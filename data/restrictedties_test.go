package data_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// tied are records of every kind that say something of a restricted issue, or of one
// that came of them; each such text has the planted word.
type tied struct {
	table
	i        *improve.Desk
	issue    app.IssueID
	talk     meeting.RecordID
	monthly  meeting.RecordID
	gathered meeting.RecordID
	actions  []meeting.ActionID
	measures []improve.MeasureID
}

func tie(t *testing.T) tied {
	t.Helper()
	tb := openTable(t)
	x := tied{table: tb, i: &improve.Desk{Front: tb.desk, Store: tb.s, Surveys: tb.s}, issue: passed(t, tb.desk, tb.w)}
	ctx, w := app.ReadsAll(t.Context()), tb.w
	move := func(m meeting.Move, err error) meeting.RecordID {
		t.Helper()
		tb.ok(err)
		return m.Head.ID
	}
	due := workday.Date{Year: 2026, Month: 12, Day: 10}

	x.talk = move(tb.d.Plan(ctx, meeting.PlanOrder{Kind: meeting.OnSite, Project: w.Project, By: w.Fang, Details: meeting.Details{
		Title: planted, Issue: x.issue, Begins: datatest.At(24, 9, 0), Place: planted, Recorder: w.Fang, Prepared: planted, Text: planted}}))
	move(tb.d.Change(ctx, meeting.ChangeOrder{Stand: tb.stand(x.talk), Opinions: &[]meeting.Opinion{{Name: planted, Text: planted}}, Decisions: &[]meeting.Decision{{Text: planted}}}))
	move(tb.d.Attach(ctx, meeting.AttachOrder{Stand: tb.stand(x.talk), Files: []app.Attachment{{Name: planted + ".jpg", Hash: strings.Repeat("b", 64), Size: 1}}}))
	move(tb.d.Give(ctx, meeting.GiveOrder{Stand: tb.stand(x.talk), Actions: []meeting.NewAction{{Task: meeting.Task{What: planted, Who: planted, Needs: planted}, Due: due}}}))

	x.monthly = move(tb.d.Plan(ctx, tb.monthlyOf()))
	move(tb.d.Change(ctx, meeting.ChangeOrder{Stand: tb.stand(x.monthly),
		Problems: &[]meeting.Problem{{ByHand: true, Category: app.Integrity, Title: planted, Cause: planted, Taken: planted, Plan: planted, Issues: []app.IssueID{x.issue}},
			{ByHand: true, Category: "EQ1", Title: "電梯異響"}},
		Opinions: &[]meeting.Opinion{{Name: planted, Text: planted, Category: app.Integrity, Answer: planted}, {Name: "張小明", Text: "路燈太暗"}}}))
	form, err := tb.d.IssueForm(ctx, tb.stand(x.monthly), 1)
	tb.ok(err)
	form.Kind, form.Level, form.Place.Text = app.Complaint, app.Minor, "東門"
	_, err = tb.d.Issue(ctx, meeting.IssueOrder{Stand: tb.stand(x.monthly), N: 1, Intake: form})
	tb.ok(err)
	move(tb.d.Give(ctx, meeting.GiveOrder{Stand: tb.stand(x.monthly), Actions: []meeting.NewAction{{Task: meeting.Task{What: planted, Person: w.Jing, Issue: x.issue}, Due: due}}}))

	o := tb.gathering()
	o.Opinions = []meeting.Opinion{{Sort: app.Complaint, Category: app.Integrity, Name: planted, Phone: "13812345678", Text: planted, Note: planted}, {Sort: app.Suggestion, Category: "SL", Text: "車位太少"}}
	x.gathered = move(tb.d.Gather(ctx, o))
	move(tb.d.Register(ctx, meeting.RegisterOrder{Stand: tb.stand(x.gathered), Which: []int{1}}))

	plan := improve.Plan{Problem: planted, What: planted, Standard: planted, Dept: w.Service, Person: w.Jing}
	for _, from := range []improve.Source{{Origin: improve.FromComplaint, Issue: x.issue}, {Origin: improve.FromMeeting, Record: int64(x.monthly), N: 1}} {
		m, err := x.i.Make(ctx, improve.NewOrder{Project: w.Project, By: w.Wu, Source: from, Plan: plan, Due: due, Milestones: []improve.Milestone{{Text: planted, Due: due}}})
		tb.ok(err)
		x.measures = append(x.measures, m.Head.ID)
	}
	w.Clock.Set(datatest.At(26, 10, 0))
	move(tb.d.Freeze(ctx, meeting.FreezeOrder{Stand: tb.stand(x.monthly)}))
	all, err := tb.s.Actions(ctx, meeting.WantedActions{Project: w.Project})
	tb.ok(err)
	for _, a := range all {
		x.actions = append(x.actions, a.ID)
	}
	return x
}

// monthlyOf is the meeting about November.
func (t table) monthlyOf() meeting.PlanOrder { return t.monthly(11, datatest.At(27, 14, 0)) }

// tiedQuestions are all of the store that answer with words of such records.
func (x tied) questions() map[string]func(context.Context, *data.Store) (any, error) {
	type ask = func(context.Context, *data.Store) (any, error)
	both := func(a, b any, errs ...error) (any, error) {
		for _, err := range errs {
			if err != nil {
				return nil, err
			}
		}
		return []any{a, b}, nil
	}
	project := x.w.Project
	return map[string]ask{
		"Record": func(ctx context.Context, s *data.Store) (any, error) {
			talk, err := s.Record(ctx, x.talk)
			monthly, err2 := s.Record(ctx, x.monthly)
			gathered, err3 := s.Record(ctx, x.gathered)
			return both(talk, []meeting.Record{monthly, gathered}, err, err2, err3)
		},
		"Records": func(ctx context.Context, s *data.Store) (any, error) {
			return s.Records(ctx, meeting.Wanted{Project: project})
		},
		"Action": func(ctx context.Context, s *data.Store) (any, error) { return s.Action(ctx, x.actions[0]) },
		"Actions": func(ctx context.Context, s *data.Store) (any, error) {
			return s.Actions(ctx, meeting.WantedActions{Project: project})
		},
		"Measure": func(ctx context.Context, s *data.Store) (any, error) {
			a, err := s.Measure(ctx, x.measures[0])
			b, err2 := s.Measure(ctx, x.measures[1])
			return both(a, b, err, err2)
		},
		"Measures": func(ctx context.Context, s *data.Store) (any, error) {
			return s.Measures(ctx, improve.Wanted{Project: project})
		},
		"Kept": func(ctx context.Context, s *data.Store) (any, error) { return s.Kept(ctx, x.monthly, 1) },
	}
}

// TestWhatIsTiedToARestrictedIssueIsReadByNobodyElse plants a word in every talk, opinion,
// problem, action item and measure that is about such an issue, and looks for it in every
// answer to everybody. Whoever is to do something is told what.
func TestWhatIsTiedToARestrictedIssueIsReadByNobodyElse(t *testing.T) {
	x := tie(t)
	w := x.w
	doer := map[string]bool{"Actions": true, "Measure": true, "Measures": true, "Kept": true}
	for name, ask := range x.questions() {
		for who, may := range map[app.StaffID]bool{0: false, w.Fang: true, w.Jing: doer[name], w.Jianguo: false, w.Qiang: false, w.Min: false, w.Wu: true} {
			answer, err := ask(app.Reads(t.Context(), who), x.s)
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if said := strings.Contains(fmt.Sprintf("%+v", answer), planted); said != may {
				t.Errorf("%s tells %d what is restricted: %v, not %v", name, who, said, may)
			}
		}
	}
	r, err := x.s.Record(app.Reads(t.Context(), w.Min), x.monthly)
	x.ok(err)
	if r.Opinions[0].Text != app.Blacked || r.Opinions[1].Text != "路燈太暗" || r.Problems[0].Title != app.Blacked || r.Problems[1].Title != "電梯異響" {
		t.Errorf("others are shown %+v, %+v", r.Opinions, r.Problems)
	}
}

// Whoever gives back a record in which rows are blacked out changes nothing in them, and
// nobody acts on what he may not read.
func TestNobodyChangesWhatHeMayNotRead(t *testing.T) {
	x := tie(t)
	w, ctx := x.w, app.Reads(t.Context(), x.w.Min)
	seen, err := x.s.Record(ctx, x.monthly)
	x.ok(err)
	said, found := meeting.Live(seen.Opinions), meeting.Live(seen.Problems)
	said[1].Answer, found[1].Cause = "已排查", "老化"
	if _, err := x.d.Change(ctx, meeting.ChangeOrder{Stand: meeting.Stand{Record: x.monthly, By: w.Min}, Opinions: &said, Problems: &found}); err != nil {
		t.Fatal(err)
	}
	r, err := x.s.Record(app.Reads(ctx, w.Wu), x.monthly)
	x.ok(err)
	if v := r.Opinions[0]; v.Text != planted || v.Name != planted || v.Answer != planted || r.Opinions[1].Answer != "已排查" {
		t.Errorf("the opinions are now %+v", r.Opinions)
	}
	if p := r.Problems[0]; p.Title != planted || p.Cause != planted || p.Plan != planted || r.Problems[1].Cause != "老化" {
		t.Errorf("the problems are now %+v", r.Problems)
	}

	talk, err := x.s.Record(ctx, x.talk)
	x.ok(err)
	_, err = x.d.Change(ctx, meeting.ChangeOrder{Stand: meeting.Stand{Record: x.talk, By: w.Min}, Details: &talk.Details})
	refused(t, err, "by", "restricted")
	_, err = x.d.Hold(ctx, meeting.HoldOrder{Stand: meeting.Stand{Record: x.talk, By: w.Min}})
	refused(t, err, "by", "restricted")
	_, err = x.d.Progress(ctx, meeting.ProgressOrder{ActionStand: meeting.ActionStand{Action: x.actions[0], By: w.Min}, Progress: "已辦"})
	refused(t, err, "by", "restricted")
	_, err = x.i.Begin(ctx, improve.Stand{Measure: x.measures[0], By: w.Min})
	refused(t, err, "by", "restricted")
	_, err = x.d.SetAside(ctx, meeting.AsideOrder{Stand: meeting.Stand{Record: x.gathered, By: w.Min}, N: 2, Aside: meeting.AsideSame, Issue: x.issue})
	refused(t, err, "same-issue", "restricted")
	if c, err := x.s.Case(app.Reads(ctx, w.Wu), x.issue); err != nil || !strings.Contains(c.Description, planted) || len(c.Callers) != 0 {
		t.Errorf("the issue says %q, %v", c.Description, err)
	}
}
