package annual

import (
	"math"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/survey"
)

// worse are the same sheets a year before, with every mark of some columns one lower.
func worse(sheets []Sheet, columns ...int) []Sheet {
	all := slices.Clone(sheets)
	for i, s := range all {
		marks := []byte(s.Marks)
		for _, c := range columns {
			if marks[c] > '1' && marks[c] <= '5' {
				marks[c]--
			}
		}
		all[i].Marks = string(marks)
	}
	return all
}

// then is a year before, with changes of its own.
func then(t testing.TB, sheets []Sheet, change func(*Head)) *Year {
	t.Helper()
	h := surveyed()
	h.ID, h.Year, h.State = 9, 2025, Reported
	if change != nil {
		change(&h)
	}
	return &Year{h, analysed(t, h, sheets, nil, nil)}
}

func TestFiguresStandBesideThoseOfTheYearBefore(t *testing.T) {
	before := then(t, worse(answered(), 1, 2), nil)
	r := analysed(t, surveyed(), answered(), nil, before)
	if r.LastYear != 2025 || r.IndexLast == nil || r.Overall.Last == nil {
		t.Fatalf("compared with %d", r.LastYear)
	}
	want, err := r.Items[0].Score.Since(before.Results.Items[0].Score)
	if err != nil {
		t.Fatal(err)
	}
	got := r.Items[0].Last
	if got.Change != want || got.Year != 2025 || got.Last.Mean != before.Results.Items[0].Score.Mean {
		t.Errorf("item %+v, want %+v", got, want)
	}
	for what, c := range map[string]struct {
		last *Compared
		want Trend
	}{
		"item":      {r.Items[0].Last, Risen},
		"same item": {r.Items[2].Last, NoSureChange},
		"dimension": {r.Dimensions[0].Last, Risen},
		"index":     {r.IndexLast, Risen},
		"nothing":   {nil, NotCompared},
		"untested":  {&Compared{Change: survey.Change{Difference: 9}}, NotCompared},
		"fallen":    {&Compared{Tested: true, Change: survey.Change{Difference: -9, Verdict: survey.Verdict{P: 0.01}}}, Fallen},
		"unsure":    {&Compared{Tested: true, Change: survey.Change{Difference: 9, Verdict: survey.Verdict{P: 0.05}}}, NoSureChange},
	} {
		if got := c.last.Trend(); got != c.want {
			t.Errorf("%s: %s, want %s", what, got, c.want)
		}
	}
}

func TestOnlyTheSameIsCompared(t *testing.T) {
	for what, c := range map[string]struct {
		change func(*Head)
		want   string // what is compared: O overall, I index, A and B dimensions, 1 to 4 items
	}{
		"all the same":           {nil, "OI AB 1234"},
		"another scale":          {func(h *Head) { h.Plan.Scale = survey.Twenty }, ""},
		"not drawn":              {func(h *Head) { h.Plan.Convenience = true }, ""},
		"an item in other words": {func(h *Head) { h.Questionnaire.Items[1].Text = "otherwise" }, "O B 134"},
		"an item under another code": {func(h *Head) { h.Questionnaire.Items[3].Code = "B-9" },
			"O A 123"},
		"an item elsewhere": {func(h *Head) { h.Questionnaire.Items[1].Dimension = "DM-B" }, "O  1234"},
		"items in another order": {func(h *Head) {
			h.Questionnaire.Items[0], h.Questionnaire.Items[1] = h.Questionnaire.Items[1], h.Questionnaire.Items[0]
		}, "OI AB 1234"},
		"other weights": {func(h *Head) {
			h.Questionnaire.Dimensions[0].Weight, h.Questionnaire.Dimensions[1].Weight = 74, 26
		}, "O AB 1234"},
		"a dimension more, not weighed": {func(h *Head) {
			h.Questionnaire.Dimensions = append(h.Questionnaire.Dimensions, Dimension{Code: "DM-C"})
		}, "OI AB 1234"},
	} {
		r := analysed(t, surveyed(), answered(), nil, then(t, answered(), c.change))
		var b strings.Builder
		put := func(last *Compared, sign string) {
			if last != nil {
				b.WriteString(sign)
			}
		}
		put(r.Overall.Last, "O")
		put(r.IndexLast, "I")
		b.WriteString(" ")
		for k, d := range r.Dimensions {
			put(d.Last, "AB"[k:k+1])
		}
		b.WriteString(" ")
		for j, i := range r.Items {
			put(i.Last, "1234"[j:j+1])
		}
		if got := strings.TrimSpace(b.String()); got != c.want {
			t.Errorf("%s: compared are %q, want %q", what, got, c.want)
		}
	}
}

func TestItemsArePlacedByWhatTheyWeighAndHowTheyAreDone(t *testing.T) {
	r := analysed(t, surveyed(), answered(), nil, nil)
	importance, performance := 0.0, 0.0
	for _, i := range r.Items {
		importance += i.Importance / 4
		performance += i.Score.Mean / 4
	}
	near(t, "cut of importance", r.Cuts.Importance, importance)
	near(t, "cut of performance", r.Cuts.Performance, performance)
	for _, i := range r.Items {
		want := map[[2]bool]survey.Quadrant{{true, true}: survey.KeepUp, {true, false}: survey.Improve, {false, false}: survey.Later,
			{false, true}: survey.Hold}[[2]bool{i.Importance >= importance, i.Score.Mean >= performance}]
		if i.Quadrant != want {
			t.Errorf("%s is %s, want %s", i.Code, i.Quadrant, want)
		}
		near(t, "priority of "+i.Code, i.Priority, i.Importance*(100-i.Score.Mean))
	}
	few := answered()
	for i := range few {
		if marks := []byte(few[i].Marks); i%10 > 0 { // four sheets answered both
			marks[0], marks[4] = '-', '4'
			if i%2 == 0 {
				marks[0], marks[4] = '4', '-'
			}
			few[i].Marks = string(marks)
		}
	}
	if i := analysed(t, surveyed(), few, nil, nil).Items[3]; i.Quadrant != "" || !math.IsNaN(i.Importance) || !seen(i.Showing) {
		t.Errorf("four pairs are enough: %+v", i)
	}
	h := surveyed()
	h.Questionnaire.Overall = false
	without := answered()
	for i := range without {
		without[i].Marks = without[i].Marks[1:]
	}
	none := analysed(t, h, without, nil, nil)
	if none.Overall != nil || none.Items[0].Quadrant != "" || !math.IsNaN(none.Cuts.Importance) || none.ByArea.Overall != nil || none.ByArea.Welch == nil {
		t.Errorf("without the overall item: %+v", none.Items[0])
	}
	near(t, "satisfied without it", none.Top.P, (none.Items[0].Top.P+none.Items[1].Top.P+none.Items[2].Top.P+none.Items[3].Top.P)/4)
}

func TestADraftNamesEachOnceInItsOrder(t *testing.T) {
	low, high := survey.Estimate{N: 200, Mean: 55, Low: 52, High: 58}, survey.Estimate{N: 20, Mean: 88, Low: 80, High: 96}
	middle := survey.Estimate{N: 20, Mean: 80, Low: 72, High: 88}
	fallen := &Compared{Year: 2025, Tested: true, Change: survey.Change{Difference: -4, Verdict: survey.Verdict{P: 0.01}}}
	unsure := &Compared{Year: 2025, Tested: true, Change: survey.Change{Difference: -9, Verdict: survey.Verdict{P: 0.2}}}
	item := func(code, dim string, score survey.Estimate, q survey.Quadrant, priority float64, last *Compared) ItemResult {
		return ItemResult{Code: code, Dimension: dim, N: score.N, Score: score, Quadrant: q, Priority: priority, Last: last}
	}
	r := Results{
		Bands: []int{90, 70, 60},
		Items: []ItemResult{
			item("A-1", "DM-A", low, survey.Improve, 20, nil), item("A-2", "DM-A", low, survey.Improve, 30, fallen),
			item("A-3", "DM-A", high, survey.KeepUp, 5, fallen), item("B-1", "DM-B", middle, survey.Hold, 5, unsure),
			{Code: "B-2", Dimension: "DM-B", Showing: survey.TooFew, Quadrant: survey.Improve, Priority: 99, Last: fallen},
		},
		Dimensions: []DimensionResult{{Code: "DM-A", Score: low, Last: fallen}, {Code: "DM-B", Score: high, Last: fallen}},
		Related: []Related{{Dimension: "DM-A", Subjects: []app.Category{"EQ"}, Issues: []app.IssueID{4, 7}, Before: 5}, {Dimension: "DM-B", Issues: []app.IssueID{1, 2, 3}, Before: 1},
			{Dimension: "DM-C"}},
	}
	got := Draft(r)
	var spelled []string
	for _, d := range got {
		spelled = append(spelled, string(d.Kind)+" "+d.Dimension+" "+d.Item)
	}
	if want := []string{"pressing DM-A A-2", "pressing DM-A A-1", "fell DM-A A-3", "fell DM-B ", "lowest DM-B B-1", "complained DM-A "}; !slices.Equal(spelled, want) {
		t.Fatalf("drafted %q, want %q", spelled, want)
	}
	first := got[0]
	if first.Trend != Fallen || !slices.Equal(first.Complaints, []app.IssueID{4, 7}) || first.Before != 5 || first.Few || first.N != 200 ||
		!slices.Equal(first.Subjects, []app.Category{"EQ"}) {
		t.Errorf("the first %+v", first)
	}
	if got[4].Trend != NoSureChange || !got[4].Few {
		t.Errorf("what did not surely fall %+v", got[4])
	}
	if s := first.Suggested; s != (Suggested{Item: "A-2", From: 55, To: 60, Priority: High}) {
		t.Errorf("suggested %+v", s)
	}
}

func TestADimensionIsNamedForItsComplaintsWhereItsShareRose(t *testing.T) {
	score := survey.Estimate{N: 200, Mean: 70, Low: 68, High: 72}
	many := func(n int) []app.IssueID { return make([]app.IssueID, n) }
	named := func(before ...int) (dims []string) {
		r := Results{Bands: []int{90, 70, 60}}
		for i, n := range []int{40, 30, 20, 19, 10} {
			code := "DM-" + string(rune('A'+i))
			r.Dimensions = append(r.Dimensions, DimensionResult{Code: code, Score: score})
			r.Related = append(r.Related, Related{Dimension: code, Issues: many(n), Before: before[i]})
		}
		for _, d := range Draft(r) {
			dims = append(dims, d.Dimension)
		}
		return dims
	}
	for _, c := range []struct {
		says   string
		before []int
		want   []string
	}{
		{"as the year before", []int{41, 29, 20, 19, 11}, []string{"DM-A", "DM-B", "DM-C"}},
		{"a ledger begun in autumn", []int{4, 3, 2, 2, 1}, []string{"DM-A", "DM-B", "DM-C"}},
		{"no ledger before", []int{0, 0, 0, 0, 0}, []string{"DM-A", "DM-B", "DM-C"}},
		{"one that rose", []int{60, 50, 30, 5, 15}, []string{"DM-A", "DM-B", "DM-C", "DM-D"}},
	} {
		if got := named(c.before...); !slices.Equal(got, c.want) {
			t.Errorf("%s: named %q, want %q", c.says, got, c.want)
		}
	}
}

func TestWhatIsExpectedOfAScore(t *testing.T) {
	r := Results{Bands: []int{90, 70, 60}}
	for what, c := range map[string]struct {
		score, margin, want float64
	}{
		"the next band":                  {64.2, 2, 70},
		"a band too far":                 {71.3, 3, 76},
		"no less than can be told":       {68, 3, 73},
		"without an interval":            {71.3, math.NaN(), 74},
		"never above all":                {97, 5, 100},
		"above all bands, a little more": {93, 0.5, 95},
		"a whole number stays":           {58, 0, 60},
	} {
		if got := r.aim(survey.Estimate{Mean: c.score, High: c.score + c.margin}); got != c.want {
			t.Errorf("%s: %v, want %v", what, got, c.want)
		}
	}
}

func TestADimensionNobodyKnowsLeavesItsWeight(t *testing.T) {
	sheets := answered()
	for i := range sheets {
		sheets[i].Marks = sheets[i].Marks[:3] + "00"
	}
	r := analysed(t, surveyed(), sheets, nil, then(t, answered(), nil))
	if !slices.Equal(r.IndexMiss, []string{"DM-B"}) || r.Dimensions[1].Showing != survey.Empty || !math.IsNaN(r.Dimensions[1].Score.Mean) {
		t.Errorf("without an answer are %v: %+v", r.IndexMiss, r.Dimensions[1])
	}
	near(t, "index", r.Index.Mean, r.Dimensions[0].Score.Mean)
	if r.IndexLast != nil || r.Dimensions[1].Last != nil || r.Dimensions[0].Last == nil {
		t.Error("an index of other weights is compared")
	}
	near(t, "alike", r.Alike.Mean, r.Dimensions[0].Score.Mean)
	near(t, "don't know", r.Quality.Unknown, 2.0/5)
}
