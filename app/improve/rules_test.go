package improve

import (
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

func TestMakingRefuses(t *testing.T) {
	for _, c := range []struct {
		says string
		set  func(*NewOrder)
		want string
	}{
		{"nothing", func(*NewOrder) {}, ""},
		{"a worker", func(o *NewOrder) { o.By = jianguo }, "by not-allowed"},
		{"who left", func(o *NewOrder) { o.By = left }, "by left"},
		{"an estate that is no more", func(o *NewOrder) { o.Project = 2 }, "project missing"},
		{"nobody responsible", func(o *NewOrder) { o.Person = 0 }, "responsible missing"},
		{"somebody who left", func(o *NewOrder) { o.Person = left }, "responsible unknown"},
		{"no requirement", func(o *NewOrder) { o.Standard = " " }, "standard missing"},
		{"no day", func(o *NewOrder) { o.Due, o.Milestones = workday.Date{}, nil }, "due missing"},
		{"a day that has passed", func(o *NewOrder) { o.Due, o.Milestones, o.Start = on(2, 28), nil, workday.Date{} }, "due past"},
		{"a beginning after the end", func(o *NewOrder) { o.Start = on(5, 1) }, "start after-due"},
		{"a milestone after the end", func(o *NewOrder) { o.Milestones[1].Due = on(5, 1) }, "milestones.2.day after-due"},
		{"a milestone without a day", func(o *NewOrder) { o.Milestones[0].Due = workday.Date{} }, "milestones.1.day no-day"},
		{"a milestone without words", func(o *NewOrder) { o.Milestones[0].Text = "" }, "milestones.1.text missing"},
		{"a department that helps itself", func(o *NewOrder) { o.Helping = []app.DeptID{engineering} }, "helping same"},
		{"a department that is no more", func(o *NewOrder) { o.Dept = 9 }, "dept unknown"},
		{"complaints about what there is not", func(o *NewOrder) { o.Categories = append(o.Categories, "XX9") }, "categories unknown"},
		{"complaints about nothing", func(o *NewOrder) { o.Categories = nil }, "categories missing"},
		{"an item without one", func(o *NewOrder) { o.Gauge, o.Item = ItemScore, "" }, "item missing"},
		{"a dimension without one", func(o *NewOrder) { o.Gauge, o.Dimension = DimensionScore, "" }, "dimension missing"},
		{"a gauge of one's own without a name", func(o *NewOrder) { o.Gauge = OwnGauge }, "gauge-name missing"},
		{"a target of nothing", func(o *NewOrder) { o.Gauge = "" }, "target no-gauge"},
		{"a score above 100", func(o *NewOrder) { o.Gauge, o.Target = IndexScore, 101 }, "target out-of-range"},
		{"fewer complaints than none", func(o *NewOrder) { o.Target = -1 }, "target out-of-range"},
		{"an effect before the end", func(o *NewOrder) { o.Judge = on(4, 29) }, "judge before-due"},
		{"a report without its problem", func(o *NewOrder) { o.Source = Source{Origin: FromReport, Survey: 3} }, "source missing"},
		{"a meeting without its problem", func(o *NewOrder) { o.Source = Source{Origin: FromMeeting, Record: 3} }, "source missing"},
		{"a complaint without an issue", func(o *NewOrder) { o.Source = Source{Origin: FromComplaint} }, "source missing"},
	} {
		o := ordered()
		c.set(&o)
		if _, err := Make(o, ground(), at(3, 1)); says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
	}
}

func TestActsOnAMeasureRefuse(t *testing.T) {
	later := at(5, 4) // overdue
	for _, c := range []struct {
		says string
		of   func(testing.TB, ...func(*NewOrder)) *walk
		do   func(Measure, app.Ground) (Move, error)
		want string
		ends State
	}{
		{"begun by who does it", made, func(m Measure, g app.Ground) (Move, error) { return m.Begin(by(jianguo), g, at(3, 2)) }, "", Doing},
		{"begun by another department", made, func(m Measure, g app.Ground) (Move, error) { return m.Begin(by(8), g, at(3, 2)) }, "by not-allowed", ""},
		{"begun twice", finished, func(m Measure, g app.Ground) (Move, error) { return m.Begin(by(jianguo), g, at(3, 2)) }, "measure not-now", ""},
		{"reached, which begins it", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Reach(ReachOrder{Stand: by(jianguo), N: 1}, g, at(3, 5))
		}, "", Doing},
		{"reached tomorrow", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Reach(ReachOrder{Stand: by(jianguo), N: 1, Day: on(3, 6)}, g, at(3, 5))
		}, "day future", ""},
		{"a milestone that is not there", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Reach(ReachOrder{Stand: by(jianguo), N: 3}, g, at(3, 5))
		}, "milestones unknown", ""},
		{"seen how far it is", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Track(TrackOrder{Stand: by(jianguo), Percent: 40, What: "已定時限"}, g, at(3, 20))
		}, "", Doing},
		{"more than all of it", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Track(TrackOrder{Stand: by(jianguo), Percent: 101, What: "x"}, g, at(3, 20))
		}, "percent out-of-range", ""},
		{"nothing was done", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Track(TrackOrder{Stand: by(jianguo), Percent: 10}, g, at(3, 20))
		}, "done-what missing", ""},
		{"overdue without a reason", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Track(TrackOrder{Stand: by(jianguo), Percent: 40, What: "x"}, g, later)
		}, "deviation missing", ""},
		{"a new day without a reason or anybody's consent", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Track(TrackOrder{Stand: by(jianguo), Percent: 40, What: "x", Due: on(5, 20)}, g, at(3, 20))
		}, "deviation missing, approver missing", ""},
		{"a new day with both", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Track(TrackOrder{Stand: by(jianguo), Percent: 40, What: "x", Due: on(5, 20), Deviation: "缺料", Approver: qiang}, g, at(3, 20))
		}, "", Doing},
		{"deferred", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Defer(DeferOrder{by(fang), on(5, 20), "缺料", qiang}, g, at(3, 20))
		}, "", Planned},
		{"deferred without a reason", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Defer(DeferOrder{by(fang), on(5, 20), "", qiang}, g, at(3, 20))
		}, "reason missing", ""},
		{"deferred by a clerk alone", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Defer(DeferOrder{by(fang), on(5, 20), "缺料", fang}, g, at(3, 20))
		}, "approver not-allowed", ""},
		{"deferred before a milestone", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Defer(DeferOrder{by(fang), on(3, 20), "提前", qiang}, g, at(3, 5))
		}, "new-due before-milestone", ""},
		{"deferred to the same day", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Defer(DeferOrder{by(fang), on(4, 30), "x", qiang}, g, at(3, 20))
		}, "new-due same", ""},
		{"done with a milestone open", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Finish(FinishOrder{by(jianguo), "x"}, g, at(4, 20))
		}, "milestones open", ""},
		{"accepted by another", finished, func(m Measure, g app.Ground) (Move, error) {
			return m.Accept(AcceptOrder{by(fang), true, ""}, g, at(4, 22))
		}, "", Done},
		{"accepted by who is responsible", finished, func(m Measure, g app.Ground) (Move, error) {
			return m.Accept(AcceptOrder{by(jianguo), true, ""}, g, at(4, 22))
		}, "by not-allowed, by responsible", ""},
		{"sent back", finished, func(m Measure, g app.Ground) (Move, error) {
			return m.Accept(AcceptOrder{by(fang), false, "兩戶未修"}, g, at(4, 22))
		}, "", Doing},
		{"sent back without a reason", finished, func(m Measure, g app.Ground) (Move, error) {
			return m.Accept(AcceptOrder{by(fang), false, " "}, g, at(4, 22))
		}, "note missing", ""},
		{"accepted before it is done", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Accept(AcceptOrder{by(fang), true, ""}, g, at(4, 22))
		}, "measure not-now", ""},
		{"evaluated by who is responsible", done, func(m Measure, g app.Ground) (Move, error) {
			return m.Evaluate(EvaluateOrder{Stand: by(jianguo), Verdict: Good}, fell(0.01), g, at(8, 1))
		}, "by not-allowed, by responsible", ""},
		{"evaluated before it is begun", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Evaluate(EvaluateOrder{Stand: by(fang), Verdict: Good}, fell(0.01), g, at(8, 1))
		}, "measure not-now", ""},
		{"closed without an evaluation", done, func(m Measure, g app.Ground) (Move, error) { return m.Close(CloseOrder{Stand: by(fang)}, g, at(8, 1)) }, "measure not-judged", ""},
		{"urged", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Remind(RemindOrder{by(fang), 0, "請於月底前完成"}, g, at(3, 20))
		}, "", Planned},
		{"urged by who is to be urged", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Remind(RemindOrder{by(jianguo), 0, "x"}, g, at(3, 20))
		}, "by not-allowed", ""},
		{"called to account", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Call(CallOrder{Stand: by(fang), Explanation: "人手不足", Way: "WY-TALK", Decider: qiang}, g, later)
		}, "", Planned},
		{"called to account unheard", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Call(CallOrder{Stand: by(fang), Way: "WY-TALK", Decider: qiang}, g, later)
		}, "explanation missing", ""},
		{"called to account by a clerk", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Call(CallOrder{Stand: by(fang), Explanation: "x", Way: "WY-TALK", Decider: fang}, g, later)
		}, "decider not-allowed", ""},
		{"called to account by oneself", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Call(CallOrder{Stand: by(fang), Who: qiang, Explanation: "x", Way: "WY-TALK", Decider: qiang}, g, later)
		}, "decider own", ""},
		{"pay without saying how", made, func(m Measure, g app.Ground) (Move, error) {
			return m.Call(CallOrder{Stand: by(fang), Explanation: "x", Way: "WY-PAY", Decider: wu}, g, later)
		}, "decided missing", ""},
		{"voided", made, func(m Measure, g app.Ground) (Move, error) { return m.Void(VoidOrder{by(fang), "重複"}, g, at(3, 3)) }, "", Void},
		{"voided without a reason", made, func(m Measure, g app.Ground) (Move, error) { return m.Void(VoidOrder{by(fang), ""}, g, at(3, 3)) }, "reason missing", ""},
		{"a later milestone without a reason", made, func(m Measure, g app.Ground) (Move, error) {
			rows := m.Live()
			rows[0].Due = on(3, 15)
			return m.Change(ChangeOrder{Stand: by(fang), Milestones: &rows}, g, at(3, 3))
		}, "reason missing", ""},
		{"other work after it was done", finished, func(m Measure, g app.Ground) (Move, error) {
			p := m.Plan
			p.What = "另一件事"
			return m.Change(ChangeOrder{Stand: by(fang), Plan: &p}, g, at(4, 22))
		}, "measure not-now", ""},
		{"another gauge after it was done", finished, func(m Measure, g app.Ground) (Move, error) {
			p := m.Plan
			p.Gauge, p.Target = ItemScore, 80
			return m.Change(ChangeOrder{Stand: by(fang), Plan: &p}, g, at(4, 22))
		}, "", Waiting},
	} {
		w := c.of(t)
		v, err := c.do(w.m, w.g)
		if says(err) != c.want || err == nil && v.Head.State != c.ends {
			t.Errorf("%s: %q, want %q; ends %s", c.says, says(err), c.want, v.Head.State)
		}
	}
}

func TestAMeasureIsCalledEffectiveOnlyWhereTheFiguresCarryItOrForAReason(t *testing.T) {
	reached := fell(0.4)
	reached.Aimed, reached.Target = true, 4
	untested := reached
	untested.Tested = false
	sank := Effect{Gauge: ItemScore, Before: Reading{Value: 78, N: 90}, After: Reading{Value: 71, N: 95}, Aimed: true, Target: 70, Tested: true, P: 0.01}
	missed := fell(0.4)
	missed.Aimed, missed.Target = true, 2
	rose := fell(0.001)
	rose.Before, rose.After = rose.After, rose.Before
	score := Effect{Gauge: ItemScore, Before: Reading{Value: 70, N: 90}, After: Reading{Value: 76, N: 95}, Tested: true, P: 0.2}
	for _, c := range []struct {
		says     string
		effect   Effect
		verdict  Verdict
		why      string
		want     string
		suggests Verdict
	}{
		{"significantly fewer", fell(0.01), Good, "", "", Good},
		{"fewer, not significantly", fell(0.05), Good, "", "why not-carried", Some},
		{"fewer, not significantly, with a reason", fell(0.05), Good, "三棟整改後零投訴", "", Some},
		{"the target reached, not significantly", reached, Good, "", "why not-carried", Some},
		{"the target reached, untested", untested, Good, "", "", Good},
		{"the target reached before, and worse since", sank, Good, "", "why not-carried", None},
		{"the target missed", missed, Good, "", "why not-carried", Some},
		{"significantly more", rose, Good, "", "why not-carried", None},
		{"a score that rose by chance", score, Good, "", "why not-carried", Some},
		{"in part", score, Some, "", "", Some},
		{"none, without a reason", rose, None, "", "why missing", None},
		{"none", rose, None, "外牆未修", "", None},
		{"no verdict", fell(0.01), "", "", "verdict missing", Good},
	} {
		w := done(t)
		v, err := w.m.Evaluate(EvaluateOrder{Stand: by(fang), Verdict: c.verdict, Why: c.why}, c.effect, w.g, at(8, 1))
		if says(err) != c.want || c.effect.Suggests() != c.suggests {
			t.Errorf("%s: %q, want %q; the figures suggest %s", c.says, says(err), c.want, c.effect.Suggests())
		}
		if err == nil && v.Evaluation.Argued() != (c.verdict == Good && c.suggests != Good) {
			t.Errorf("%s: argued is %v", c.says, v.Evaluation.Argued())
		}
	}
}

func TestAMeasureWithoutEffectIsClosedIntoTheNextRound(t *testing.T) {
	w := done(t)
	w.did(w.m.Evaluate(EvaluateOrder{Stand: by(fang), Verdict: None, Why: "仍拖延"}, fell(0.9), w.g, at(8, 1)))
	if _, err := w.m.Close(CloseOrder{Stand: by(fang)}, w.g, at(8, 2)); says(err) != "next missing" {
		t.Errorf("without a next round: %q", says(err))
	}
	if _, err := w.m.Close(CloseOrder{Stand: by(fang), Next: &Round{What: "x", Person: qiang, Due: on(7, 1)}}, w.g, at(8, 2)); says(err) != "due past" {
		t.Errorf("with a day that has passed: %q", says(err))
	}
	v, err := w.m.Close(CloseOrder{Stand: by(fang), Note: "重訂", Next: &Round{What: "增派兩人", Person: qiang, Due: on(10, 31)}}, w.g, at(8, 2))
	if err != nil {
		t.Fatal(err)
	}
	n := v.Next.Head
	if v.Head.State != Ineffective || v.Head.Ended.IsZero() || n.Round != 2 || n.Before != 5 || n.State != Planned {
		t.Errorf("closed is %+v, the next round %+v", v.Head, n)
	}
	if n.Problem != w.m.Problem || n.Dimension != "DM-REPAIR" || n.Gauge != Complaints || n.Target != 2 || n.What != "增派兩人" || n.Standard != w.m.Standard || n.Year != 2026 {
		t.Errorf("carried over is %+v", n.Plan)
	}
}

func TestAnEffectiveMeasureIsClosedWithoutANextRound(t *testing.T) {
	w := done(t)
	w.did(w.m.Evaluate(EvaluateOrder{Stand: by(fang), Verdict: Good}, fell(0.01), w.g, at(8, 1)))
	if _, err := w.m.Close(CloseOrder{Stand: by(fang), Next: &Round{}}, w.g, at(8, 2)); says(err) != "next not-needed" {
		t.Errorf("with a next round: %q", says(err))
	}
	w.did(w.m.Close(CloseOrder{Stand: by(fang)}, w.g, at(8, 2)))
	if w.m.State != Effective || w.m.Pending(Foresee(w.g, at(9, 1), nil)) != nil {
		t.Errorf("closed is %s, waits for %v", w.m.State, w.m.Pending(Foresee(w.g, at(9, 1), nil)))
	}
	if _, err := w.m.Void(VoidOrder{by(fang), "x"}, w.g, at(9, 1)); says(err) != "measure not-now" {
		t.Errorf("voided after it was closed: %q", says(err))
	}
}

func TestWhatAMeasureWaitsForIsDerivedFromTheDay(t *testing.T) {
	begun := func(t testing.TB) *walk {
		w := made(t)
		return w.did(w.m.Begin(by(jianguo), w.g, at(3, 2)))
	}
	scored := func(o *NewOrder) { o.Gauge, o.Target = ItemScore, 80 }
	for _, c := range []struct {
		says string
		w    *walk
		day  time.Time
		year int
		want string
		late bool
	}{
		{"before it begins", made(t), at(3, 1), 0, "", false},
		{"nobody began", made(t), at(3, 4), 0, "begin", true},
		{"all is well", begun(t), at(3, 6), 0, "", false},
		{"a milestone is near", begun(t), at(3, 7), 0, "milestone", false},
		{"a milestone has passed", begun(t), at(3, 12), 0, "milestone", true},
		{"nobody looked for a month", func() *walk {
			w := begun(t)
			for n := range 2 {
				w.did(w.m.Reach(ReachOrder{Stand: by(jianguo), N: n + 1}, w.g, at(3, 5)))
			}
			return w
		}(), at(4, 1), 0, "check", false},
		{"somebody looked", func() *walk {
			w := begun(t)
			for n := range 2 {
				w.did(w.m.Reach(ReachOrder{Stand: by(jianguo), N: n + 1}, w.g, at(3, 5)))
			}
			return w.did(w.m.Track(TrackOrder{Stand: by(jianguo), Percent: 60, What: "x"}, w.g, at(3, 25)))
		}(), at(4, 1), 0, "", false},
		{"to be accepted", finished(t), at(4, 21), 0, "accept", false},
		{"accepted, too early to tell", done(t), at(5, 1), 0, "", false},
		{"three months on", done(t), at(7, 21), 0, "evaluate", false},
		{"told by a survey that is not there yet", done(t, scored), at(12, 1), 2026, "", false},
		{"the next survey is there", done(t, scored), at(12, 1), 2027, "evaluate", false},
		{"the next survey asked before it was done", done(t, scored), at(4, 23), 2027, "", false},
		{"evaluated", func() *walk {
			w := done(t)
			return w.did(w.m.Evaluate(EvaluateOrder{Stand: by(fang), Verdict: Some}, fell(0.3), w.g, at(8, 1)))
		}(), at(8, 2), 0, "close", false},
	} {
		s := Foresee(c.w.g, c.day, Years{estate: {c.year, c.day.AddDate(0, 0, -2)}})
		p := c.w.m.Pending(s)
		got, late := "", false
		if len(p) > 0 {
			got, late = string(p[0].Wait), p[0].Late(s.Today)
		}
		if got != c.want || late != c.late {
			t.Errorf("%s: waits for %q, late %v; want %q, %v", c.says, got, late, c.want, c.late)
		}
	}
}

func TestTheTimelineNamesWhatBecameDifferent(t *testing.T) {
	w := made(t)
	w.did(w.m.Track(TrackOrder{Stand: by(jianguo), Percent: 40, What: "已定時限", Due: on(5, 20), Deviation: "缺料", Approver: qiang}, w.g, at(3, 20)))
	act := w.m.Acts[1]
	said := map[string]string{}
	for _, d := range act.Diffs {
		said[d.Field] = d.Old + ">" + d.New
	}
	for field, want := range map[string]string{
		"state": "planned>doing", "due": "2026-04-30>2026-05-20", "percent": ">40", "deviation": ">缺料", "approver": ">4",
	} {
		if said[field] != want {
			t.Errorf("%s is told as %q, want %q", field, said[field], want)
		}
	}
	if w.m.First != on(4, 30) || w.m.Due != on(5, 20) || act.Note != "已定時限" {
		t.Errorf("due %s, at first %s; %q", w.m.Due, w.m.First, act.Note)
	}
	rows := w.m.Live()[1:]
	w.did(w.m.Change(ChangeOrder{Stand: by(fang), Milestones: &rows}, w.g, at(3, 21)))
	if d := w.m.Acts[2].Diffs; len(w.m.Live()) != 1 || len(d) != 1 || d[0].Field != "milestones.1.gone" {
		t.Errorf("struck out is told as %v", d)
	}
	plan := w.m.Plan
	if v, err := w.m.Change(ChangeOrder{Stand: by(fang), Plan: &plan}, w.g, at(3, 21)); err != nil || v.Act.Kind != "" {
		t.Errorf("an order that changes nothing left %+v, %v", v.Act, err)
	}
}

func TestMeasuresComeInTheOrderInWhichTheyAreSeenTo(t *testing.T) {
	late, calm, over := made(t).m, made(t, func(o *NewOrder) { o.Start, o.Milestones = on(4, 1), nil }).m, made(t).m
	late.ID, calm.ID, over.ID = 1, 2, 3
	over.State, over.Ended = Effective, at(3, 1)
	soon := calm
	soon.ID, soon.Due = 4, on(4, 20)
	all := []Measure{over, calm, soon, late}
	Pressing(all, Foresee(ground(), at(3, 4), nil))
	for i, want := range []MeasureID{1, 4, 2, 3} {
		if all[i].ID != want {
			t.Errorf("at %d stands %d, want %d", i, all[i].ID, want)
		}
	}
}
