package improve

import (
	"math"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
)

// score is what a survey found of the promptness of repairs.
func score(year, n int, mean, se float64) Score {
	return Score{Year: year, Gauge: ItemScore, Code: "REPAIR-2", Scale: survey.Hundred, Counted: time.Date(year, 10, 9, 10, 0, 0, 0, zone), Estimate: survey.Estimate{
		N: n, Mean: mean, SE: se, DF: float64(n - 8), Low: mean - 2*se, High: mean + 2*se,
	}}
}

func TestTwoSurveysTellAnEffect(t *testing.T) {
	last, now := score(2026, 180, 62.4, 1.8), score(2027, 176, 69.8, 1.7)
	for _, c := range []struct {
		says   string
		set    func(was, is *Score)
		want   string
		tested bool
		sure   bool
	}{
		{"significantly better", func(*Score, *Score) {}, "", true, true},
		{"better by chance", func(_, is *Score) { is.Mean = 64 }, "", true, false},
		{"of those who answered only", func(was, _ *Score) { was.Bare = true }, "", false, false},
		{"on another scale", func(was, _ *Score) { was.Scale = survey.Twenty }, "after other-scale", false, false},
		{"asked otherwise", func(_, is *Score) { is.Text = "維修快不快" }, "after other-text", false, false},
		{"made of other items", func(_, is *Score) { is.Asks = "REPAIR-1" }, "after other-items", false, false},
		{"asked before it was begun", func(_, is *Score) { is.Counted = at(2, 28) }, "after before-done", false, false},
		{"too few answers", func(_, is *Score) { is.Hidden, is.Mean = true, math.NaN() }, "after hidden", false, false},
		{"no survey before", func(was, _ *Score) { was.Year = 2024 }, "before no-score", false, false},
		{"no survey after", func(_, is *Score) { is.Year = 2025 }, "after no-score", false, false},
	} {
		was, is := last, now
		c.set(&was, &is)
		m := made(t, func(o *NewOrder) { o.Gauge, o.Target = ItemScore, 70 }).m
		e, err := m.scored(Effect{Gauge: ItemScore}, []Score{was, is}, 0, 0)
		if says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
			continue
		}
		if err == nil && (e.Tested != c.tested || e.Significant() != c.sure || !e.Better() || e.Code != "REPAIR-2" || e.Before.Year != 2026) {
			t.Errorf("%s: %+v", c.says, e)
		}
		if err == nil && !c.tested && e.Before.Low != 0 {
			t.Errorf("%s: an interval is told, %v", c.says, e.Before)
		}
	}
}

// R: with t = (69.8-62.4)/sqrt(1.7²+1.8²) and Satterthwaite's df, 2*pt(-t, df).
func TestTheChanceOfAnEffectIsThatOfBothDesigns(t *testing.T) {
	m := made(t, func(o *NewOrder) { o.Gauge, o.Target = ItemScore, 70 }).m
	e, err := m.scored(Effect{Gauge: ItemScore}, []Score{score(2026, 180, 62.4, 1.8), score(2027, 176, 69.8, 1.7)}, 0, 0)
	if want := 0.00300473811406571; err != nil || math.Abs(e.P-want) > 1e-9 {
		t.Errorf("P is %.14f, %v; want %.14f", e.P, err, want)
	}
}

func TestComplaintsAreComparedOverAsManyDaysBeforeAsAfter(t *testing.T) {
	m := done(t).m // begun on 2 March, accepted on 22 April
	for _, c := range []struct {
		says                       string
		judge, today               workday.Date
		beforeFrom, beforeTo, from workday.Date
		days                       int
	}{
		{"until yesterday", workday.Date{}, on(8, 1), on(3, 2).AddDays(-100), on(3, 1), on(4, 23), 100},
		{"until the day it is looked at", on(5, 22), on(8, 1), on(1, 31), on(3, 1), on(4, 23), 30},
		{"not more than a year", workday.Date{}, workday.Date{Year: 2028, Month: 1, Day: 1}, on(3, 2).AddDays(-365), on(3, 1), on(4, 23), 365},
	} {
		m.Judge = c.judge
		before, after := m.Spans(c.today, zone)
		if before.From != c.beforeFrom || before.To != c.beforeTo || after.From != c.from || after.Days() != c.days || before.Days() != c.days {
			t.Errorf("%s: %v (%d days) and %v (%d days)", c.says, before, before.Days(), after, after.Days())
		}
	}
}

func TestTheChainLinksScoresMeasuresAndYears(t *testing.T) {
	dim := func(year int, code string, mean float64) Score {
		s := score(year, 150, mean, 1.5)
		s.Gauge, s.Code = DimensionScore, code
		return s
	}
	m := done(t).m
	void, loose, own := m, m, m
	void.State = Void
	loose.Dimension = ""
	own.Dimension, own.Year = "DM-OWN", 2025
	f := Usual()
	f.Scores = []Score{dim(2025, "DM-REPAIR", 60), dim(2026, "DM-REPAIR", 68), dim(2026, "DM-CLEAN", 80)}
	c := linked(f, []Measure{m, void, loose, own}, 2026)
	if len(c.Years) != 2 || c.Years[0] != 2025 || len(c.Links) != 8 || c.Links[6].Dimension != "DM-OWN" || c.Links[7].Dimension != "" {
		t.Fatalf("years %v, %d dimensions", c.Years, len(c.Links))
	}
	if early := linked(f, nil, 2025); early.Years[len(early.Years)-1] != 2026 {
		t.Errorf("a survey reported before its year is left out: %v", early.Years)
	}
	repair := c.Links[1]
	if repair.Dimension != "DM-REPAIR" || len(repair.Subjects) != 3 || repair.Years[0].Score.Mean != 60 || len(repair.Years[1].Measures) != 1 {
		t.Errorf("repairs stand as %+v", repair)
	}
	if e, ok := repair.Years[1].Change(); !ok || !e.Significant() || !e.Better() {
		t.Errorf("repairs changed by %+v, %v", e, ok)
	}
	if e, ok := repair.Years[0].Change(); ok {
		t.Errorf("the first year changed by %+v", e)
	}
}

func TestASurveyGivesItsScores(t *testing.T) {
	r := annual.Results{
		Year: 2026, Scale: survey.Hundred, Convenience: true, Index: survey.Estimate{Mean: 74},
		Overall:    &annual.ItemResult{Code: annual.Overall, Score: survey.Estimate{Mean: 76}},
		Dimensions: []annual.DimensionResult{{Code: "DM-CLEAN", Score: survey.Estimate{Mean: math.NaN()}}},
		Items:      []annual.ItemResult{{Code: "CLEAN-1", Score: survey.Estimate{Mean: 71}}},
	}
	all := scoresOf(annual.Head{ID: 9, Year: 2026}, r)
	if len(all) != 4 || all[0].Gauge != IndexScore || !all[1].Hidden || all[2].Code != annual.Overall || !all[3].Bare || all[3].Mean != 71 {
		t.Errorf("the scores are %+v", all)
	}
}

func TestADimensionOfOtherItemsIsNotTheSame(t *testing.T) {
	base := func() annual.Results {
		return annual.Results{
			Dimensions: []annual.DimensionResult{{Code: "DM-CLEAN", Weight: 60}, {Code: "DM-SAFE", Weight: 40}},
			Items:      []annual.ItemResult{{Code: "CLEAN-1", Dimension: "DM-CLEAN"}, {Code: "SAFE-1", Dimension: "DM-SAFE"}},
		}
	}
	was := scoresOf(annual.Head{}, base())
	for _, c := range []struct {
		says               string
		set                func(*annual.Results)
		index, clean, safe bool
	}{
		{"as before", func(*annual.Results) {}, true, true, true},
		{"in another order", func(r *annual.Results) { r.Items[0], r.Items[1] = r.Items[1], r.Items[0] }, true, true, true},
		{"one more item", func(r *annual.Results) {
			r.Items = append(r.Items, annual.ItemResult{Code: "CLEAN-2", Dimension: "DM-CLEAN"})
		}, false, false, true},
		{"an item worded anew", func(r *annual.Results) { r.Items[0].Text = "樓道乾淨" }, false, false, true},
		{"other weights", func(r *annual.Results) { r.Dimensions[0].Weight, r.Dimensions[1].Weight = 50, 50 }, false, true, true},
		{"nobody answered one", func(r *annual.Results) { r.IndexMiss = []string{"DM-SAFE"} }, false, true, true},
	} {
		r := base()
		c.set(&r)
		is := scoresOf(annual.Head{}, r)
		for i, want := range []bool{c.index, c.clean, c.safe} {
			if (was[i].Asks == is[i].Asks) != want {
				t.Errorf("%s: figure %d is compared: %v", c.says, i, !want)
			}
		}
	}
}

func TestASubjectBelongsToADimension(t *testing.T) {
	for c, want := range map[app.Category]string{"LK3": "DM-REPAIR", "SV": "DM-SERVICE", "SL1": ""} {
		if got := Usual().Of(c); got != want {
			t.Errorf("%s belongs to %q, want %q", c, got, want)
		}
	}
	if p := Usual().Part("DM-CLEAN"); len(p.Items) != 4 || p.Items[0].Code != "CLEAN-1" {
		t.Errorf("cleaning is %+v", p)
	}
}
