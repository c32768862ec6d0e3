package data_test

import (
	"encoding/json"
	"errors"
	"reflect"
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// bench is the world with the front door of improvement measures.
type bench struct {
	testing.TB
	s *data.Store
	w datatest.World
	d *improve.Desk
	l *datatest.Ledger
}

func openBench(t testing.TB) bench {
	t.Helper()
	s, desk, w := datatest.Open(t)
	return bench{t, s, w, &improve.Desk{Front: desk, Store: s, Surveys: s}, datatest.NewLedger(w)}
}

func (b bench) ok(err error) {
	b.Helper()
	if err != nil {
		b.Fatal(err)
	}
}

func (b bench) did(v improve.Move, err error) improve.Measure {
	b.Helper()
	b.ok(err)
	return b.measure(v.Head.ID)
}

func (b bench) measure(id improve.MeasureID) improve.Measure {
	b.Helper()
	m, err := b.s.Measure(b.Context(), id)
	b.ok(err)
	return m
}

func (b bench) stand(m improve.Measure, by app.StaffID) improve.Stand {
	return improve.Stand{Measure: m.ID, Version: m.Version, By: by}
}

// order is one that breaks no rule: of lifts, told by complaints.
func (b bench) order() improve.NewOrder {
	return improve.NewOrder{
		Project: b.w.Project, By: b.w.Fang,
		Plan: improve.Plan{
			Dimension: "DM-FACILITY", Categories: []app.Category{"EQ1"}, Problem: "電梯反覆異響", What: "每半月保養一次", Standard: "連續三個月無異響",
			Dept: b.w.Engineering, Person: b.w.Jianguo, Gauge: improve.Complaints, Aimed: true, Target: 1,
		},
		Due:        workday.Date{Year: 2026, Month: 12, Day: 18},
		Milestones: []improve.Milestone{{Text: "簽維保合同", Due: workday.Date{Year: 2026, Month: 12, Day: 1}}},
	}
}

// complained puts complaints about lifts into the ledger, one on each of the days.
func (b bench) complained(days ...time.Time) []app.IssueID {
	b.Helper()
	var cases []app.Case
	for _, day := range days {
		c := b.l.One(day, false)
		c.Kind, c.Category, c.State, c.Close = app.Complaint, "EQ1", app.Closed, app.ClosedSatisfied
		cases = append(cases, c)
	}
	b.ok(b.s.KeepCases(b.Context(), cases))
	ids := make([]app.IssueID, len(cases))
	for i, c := range cases {
		ids[i] = c.ID
	}
	return ids
}

func TestAMeasureGoesFromItsProblemToItsProvenEffect(t *testing.T) {
	b, ctx := openBench(t), t.Context()
	var before []time.Time
	for day := range 14 {
		before = append(before, datatest.At(9+day, 10, 0))
	}
	was := b.complained(before...)
	m := b.did(b.d.Make(ctx, b.order()))
	if m.Number != "GJ-202611-0001" || m.State != improve.Planned || m.Round != 1 || m.Year != 2026 || len(m.Milestones) != 1 || len(m.Acts) != 1 {
		t.Fatalf("made is %+v", m)
	}
	m = b.did(b.d.Reach(ctx, improve.ReachOrder{Stand: b.stand(m, b.w.Jianguo), N: 1, Note: "已簽"}))
	m = b.did(b.d.Track(ctx, improve.TrackOrder{Stand: b.stand(m, b.w.Jianguo), Percent: 60, What: "已保養一次", Evidence: "保養單 3 份"}))
	m = b.did(b.d.Defer(ctx, improve.DeferOrder{Stand: b.stand(m, b.w.Fang), Due: workday.Date{Year: 2026, Month: 12, Day: 20}, Why: "廠家排期", Approver: b.w.Qiang}))
	m = b.did(b.d.Remind(ctx, improve.RemindOrder{Stand: b.stand(m, b.w.Fang), Text: "請按期完成"}))
	m = b.did(b.d.Call(ctx, improve.CallOrder{Stand: b.stand(m, b.w.Fang), Explanation: "廠家來晚了", Way: "WY-TALK", Decider: b.w.Wu}))
	m = b.did(b.d.Finish(ctx, improve.FinishOrder{Stand: b.stand(m, b.w.Jianguo), Result: "保養三次，無異響"}))
	m = b.did(b.d.Accept(ctx, improve.AcceptOrder{Stand: b.stand(m, b.w.Fang), Good: true}))
	if m.State != improve.Done || m.First == m.Due || m.Reminders[0].Number(m.Head) != "GJ-202611-0001-T1" || m.Callings[0].Decider != b.w.Wu {
		t.Fatalf("accepted is %+v", m)
	}
	b.w.Clock.Set(time.Date(2026, 12, 8, 10, 0, 0, 0, datatest.Zone)) // 14 days after it was accepted
	is := b.complained(datatest.At(25, 10, 0), datatest.At(26, 10, 0))
	e, err := b.d.Effect(ctx, improve.LookOrder{Measure: m.ID})
	b.ok(err)
	if !slices.Equal(e.Before.Issues, was) || !slices.Equal(e.After.Issues, is) || e.Before.Value != 30 || !e.Tested || !e.Significant() || !e.Carries() {
		t.Fatalf("the effect is %+v", e)
	}
	m = b.did(b.d.Evaluate(ctx, improve.EvaluateOrder{Stand: b.stand(m, b.w.Fang), Verdict: improve.Good}))
	if got := m.Evaluations[0]; !reflect.DeepEqual(got.Effect, e) || got.Argued() {
		t.Errorf("evaluated is %+v", got)
	}
	m = b.did(b.d.Close(ctx, improve.CloseOrder{Stand: b.stand(m, b.w.Min)}))
	if m.State != improve.Effective || len(m.Acts) != 10 {
		t.Errorf("closed is %s after %d acts", m.State, len(m.Acts))
	}
}

func TestAMeasureWithoutEffectIsFollowedByTheNextRoundInOneStep(t *testing.T) {
	b, ctx := openBench(t), t.Context()
	o := b.order()
	o.Milestones = nil
	m := b.did(b.d.Make(ctx, o))
	m = b.did(b.d.Begin(ctx, b.stand(m, b.w.Jianguo)))
	b.complained(datatest.At(24, 10, 0))
	b.w.Clock.Set(time.Date(2026, 12, 8, 10, 0, 0, 0, datatest.Zone))
	day := func(month time.Month, d int) workday.Date { return workday.Date{Year: 2026, Month: month, Day: d} }
	m = b.did(b.d.Evaluate(ctx, improve.EvaluateOrder{
		Stand: b.stand(m, b.w.Fang), Before: improve.Span{From: day(11, 1), To: day(11, 14)}, After: improve.Span{From: day(11, 23), To: day(12, 6)},
		Verdict: improve.None, Why: "投訴未減少",
	}))
	if e := m.Evaluations[0]; e.Before.N != 0 || e.After.N != 1 || e.Significant() {
		t.Errorf("evaluated is %+v", e)
	}
	next := improve.Round{What: "更換門機", Person: b.w.Qiang, Due: day(12, 31)}
	v, err := b.d.Close(ctx, improve.CloseOrder{Stand: b.stand(m, b.w.Fang), Next: &next})
	b.ok(err)
	m, n := b.measure(m.ID), b.measure(v.Next.Head.ID)
	if m.State != improve.Ineffective || m.After != n.ID || n.Before != m.ID || n.Round != 2 || n.Number != "GJ-202612-0001" || n.Problem != m.Problem {
		t.Errorf("closed is %+v, the next round %+v", m.Head, n.Head)
	}
	// Whoever stands on the old state is refused, and no third measure comes of it.
	v.Head.Version--
	v.Next.Head.ID = 0
	if _, err := b.s.KeepMeasure(ctx, v); !errors.Is(err, app.ErrConflict) {
		t.Errorf("closed a second time: %v", err)
	}
	if all, err := b.s.Measures(ctx, improve.Wanted{}); err != nil || len(all) != 2 {
		t.Errorf("there are %d measures, %v", len(all), err)
	}
}

func TestAMeasureIsNotChangedByTwoAtOnce(t *testing.T) {
	b, ctx := openBench(t), t.Context()
	m := b.did(b.d.Make(ctx, b.order()))
	b.did(b.d.Begin(ctx, b.stand(m, b.w.Jianguo)))
	if _, err := b.d.Void(ctx, improve.VoidOrder{Stand: b.stand(m, b.w.Fang), Why: "重複"}); !errors.Is(err, app.ErrConflict) {
		t.Errorf("on an old version: %v", err)
	}
	if got := b.measure(m.ID); got.State != improve.Doing || len(got.Acts) != 2 {
		t.Errorf("the refused act left %s, %d acts", got.State, len(got.Acts))
	}
	if _, err := b.d.Begin(ctx, improve.Stand{Measure: 99, By: b.w.Fang}); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("a measure that is not there: %v", err)
	}
}

func TestAMeasureIsKeptWholeOrNotAtAll(t *testing.T) {
	b, ctx := openBench(t), t.Context()
	m := b.did(b.d.Make(ctx, b.order()))
	v, err := m.Track(improve.TrackOrder{Stand: b.stand(m, b.w.Jianguo), Percent: 40, What: "已簽"}, ground(t, b.d.Front), b.w.Clock.Now())
	b.ok(err)
	v.Milestones = []improve.Milestone{{Row: improve.Row{N: 2}, Text: "", Due: m.Due}} // the file refuses it
	if _, err := b.s.KeepMeasure(ctx, v); err == nil {
		t.Fatal("a milestone without words was kept")
	}
	if got := b.measure(m.ID); !reflect.DeepEqual(got, m) {
		t.Errorf("the refused move left %+v", got)
	}
	next := b.did(b.d.Make(ctx, b.order()))
	if next.Number != "GJ-202611-0002" {
		t.Errorf("the next number is %s", next.Number)
	}
}

func ground(t *testing.T, d *app.Desk) app.Ground {
	t.Helper()
	g, err := d.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestMeasuresAreFoundByWhatTheyComeFrom(t *testing.T) {
	b, ctx := openBench(t), t.Context()
	issue := read(t, b.s, received(t, b.d.Front, b.w))
	o := b.order()
	o.Source = improve.Source{Origin: improve.FromComplaint, Issue: issue.ID}
	of := b.did(b.d.Make(ctx, o))
	hand := b.did(b.d.Make(ctx, b.order()))
	b.did(b.d.Void(ctx, improve.VoidOrder{Stand: b.stand(hand, b.w.Fang), Why: "重複"}))
	if of.Called != issue.Shown() {
		t.Errorf("it comes from %q", of.Called)
	}
	for says, c := range map[string]struct {
		of   improve.Wanted
		want int
	}{
		"all": {improve.Wanted{}, 2}, "open": {improve.Wanted{Open: true}, 1}, "of the issue": {improve.Wanted{Issue: issue.ID}, 1},
		"open or ended since": {improve.Wanted{Open: true, Since: b.w.Clock.Now()}, 2}, "ended later": {improve.Wanted{Open: true, Since: b.w.Clock.Now().Add(time.Hour)}, 1},
		"by hand": {improve.Wanted{Origin: improve.ByHand}, 1}, "of the year": {improve.Wanted{Year: 2026}, 2}, "of another": {improve.Wanted{Year: 2025}, 0},
		"of another estate": {improve.Wanted{Project: b.w.Project + 1}, 0}, "made before": {improve.Wanted{Until: b.w.Clock.Now()}, 0},
		"of a meeting": {improve.Wanted{Record: 4}, 0}, "of a survey": {improve.Wanted{Survey: 4}, 0},
	} {
		if all, err := b.s.Measures(ctx, c.of); err != nil || len(all) != c.want {
			t.Errorf("%s are %d, %v", says, len(all), err)
		}
	}
	if id, err := b.s.MeasureByNumber(ctx, of.Number); err != nil || id != of.ID {
		t.Errorf("by its number it is %d, %v", id, err)
	}
}

func TestComplaintsOfADayAreThoseOfTheOfficesClock(t *testing.T) {
	b := openBench(t)
	ids := b.complained(datatest.At(2, 0, 0), datatest.At(2, 23, 59), datatest.At(3, 0, 0))
	day := workday.Date{Year: 2026, Month: 11, Day: 2}
	for says, c := range map[string]struct {
		about []app.Category
		to    workday.Date
		want  []app.IssueID
	}{
		"of one day": {[]app.Category{"EQ1"}, day, ids[:2]}, "of two": {[]app.Category{"EQ1"}, day.AddDays(1), ids}, "of the subject": {[]app.Category{"EQ"}, day, ids[:2]},
		"of others": {[]app.Category{"EQ2", "SE"}, day, []app.IssueID{}}, "of none": {nil, day, nil},
	} {
		if got, err := b.s.Complained(t.Context(), b.w.Project, c.about, day, c.to); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v, %v", says, got, c.want, err)
		}
	}
}

func TestNothingOfMeasuresIsDeleted(t *testing.T) {
	b, ctx := openBench(t), t.Context()
	m := b.did(b.d.Make(ctx, b.order()))
	m = b.did(b.d.Track(ctx, improve.TrackOrder{Stand: b.stand(m, b.w.Jianguo), Percent: 60, What: "x"}))
	m = b.did(b.d.Remind(ctx, improve.RemindOrder{Stand: b.stand(m, b.w.Fang), Text: "x"}))
	b.did(b.d.Call(ctx, improve.CallOrder{Stand: b.stand(m, b.w.Fang), Explanation: "x", Way: "WY-TALK", Decider: b.w.Wu}))
	for _, how := range []string{
		`DELETE FROM measures`, `DELETE FROM measure_milestones`, `DELETE FROM measure_checks`, `UPDATE measure_checks SET percent = 99`,
		`DELETE FROM measure_reminders`, `UPDATE measure_reminders SET text = 'y'`, `DELETE FROM measure_callings`, `UPDATE measure_callings SET text = 'y'`,
		`DELETE FROM measure_acts`, `UPDATE measure_acts SET note = 'y'`, `UPDATE measures SET state = 'effective'`, `UPDATE measures SET round = 2`,
		`UPDATE measures SET accepted_by_id = person_id`, `UPDATE measures SET origin = 'SRC-REPORT'`,
	} {
		if data.Try(t, b.s, how) == nil {
			t.Errorf("the file let itself be asked to %s", how)
		}
	}
}

// A field that is added one day and not kept is noticed.
func TestNoFieldOfAMeasureIsLost(t *testing.T) {
	b, ctx := openBench(t), t.Context()
	issue := read(t, b.s, received(t, b.d.Front, b.w))
	first := b.did(b.d.Make(ctx, b.order()))
	f := filler{w: b.w}
	var m improve.Measure
	f.fill(reflect.ValueOf(&m).Elem(), "measure", 1)
	m.ID, m.Version, m.State, m.Origin, m.Gauge, m.Before, m.After, m.Survey, m.Record = 0, 1, improve.Void, improve.FromComplaint, improve.OwnGauge, first.ID, 0, 0, 0
	m.Source.Issue, m.Called = issue.ID, issue.Shown()
	m.Person, m.FinishedBy, m.AcceptedBy = b.w.Jianguo, b.w.Jianguo, b.w.Fang
	m.Milestones[0].Gone, m.Milestones[1].Gone, m.Milestones[1].Reached, m.Milestones[1].By = false, true, workday.Date{}, 0
	for i := range m.Evaluations {
		e := &m.Evaluations[i]
		e.Gauge, e.Verdict, e.P = improve.Complaints, improve.Some, 0.0375
	}
	for i := range m.Callings {
		m.Callings[i].Way, m.Callings[i].Decider = "WY-PAY", b.w.Wu
	}
	v, err := b.s.KeepMeasure(ctx, improve.Move{
		Head: m.Head, Act: m.Acts[0], Milestones: m.Milestones, Check: &m.Checks[0], Evaluation: &m.Evaluations[0],
		Reminder: &m.Reminders[0], Calling: &m.Callings[0], Files: m.Files,
	})
	b.ok(err)
	m.Head = v.Head
	m.Checks, m.Evaluations, m.Reminders, m.Callings, m.Acts = m.Checks[:1], m.Evaluations[:1], m.Reminders[:1], m.Callings[:1], m.Acts[:1]
	text, err := json.Marshal(m) // as a freeze keeps it
	b.ok(err)
	var frozen improve.Measure
	if b.ok(json.Unmarshal(text, &frozen)); !reflect.DeepEqual(frozen, m) {
		t.Errorf("a freeze gives back\n%+v, was\n%+v", frozen, m)
	}
	if got := b.measure(v.Head.ID); !reflect.DeepEqual(got, m) {
		x, y := reflect.ValueOf(got), reflect.ValueOf(m)
		for i := range x.NumField() {
			if !reflect.DeepEqual(x.Field(i).Interface(), y.Field(i).Interface()) {
				t.Errorf("%s came back as\n%+v, was\n%+v", x.Type().Field(i).Name, x.Field(i).Interface(), y.Field(i).Interface())
			}
		}
	}
}
