package annual

import (
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
)

// asks is a questionnaire of two dimensions and four items, with the overall item.
func asks() Questionnaire {
	return Questionnaire{
		Dimensions: []Dimension{{Code: "DM-A", Weight: 75, Subjects: []app.Category{"A"}}, {Code: "DM-B", Weight: 25, Subjects: []app.Category{"B", "C"}}},
		Items: []Item{{Code: "A-1", Dimension: "DM-A"}, {Code: "A-2", Dimension: "DM-A"}, {Code: "B-1", Dimension: "DM-B"},
			{Code: "B-2", Dimension: "DM-B"}},
		Overall: true, Recommend: true, MostChosen: 3,
		Choices: []Choice{{Code: "CH-1"}, {Code: "CH-2"}},
	}
}

// surveyed is a survey of two areas and two kinds of owners.
func surveyed() Head {
	return Head{ID: 1, Year: 2026, State: Counted, Questionnaire: asks(),
		Plan: Plan{Scale: survey.Hundred, Bands: []int{90, 70, 60}},
		Strata: []Stratum{
			{Area: 1, Name: "East", Owner: "OW-SELF", Units: 40, Planned: 12}, {Area: 1, Name: "East", Owner: "OW-SHOP", Units: 20, Planned: 10},
			{Area: 2, Name: "West", Owner: "OW-SELF", Units: 30, Planned: 10}, {Area: 2, Name: "West", Owner: "OW-SHOP", Units: 10, Planned: 25},
		}}
}

// sheetsOf are sheets with these marks in a stratum, numbered on from no.
func sheetsOf(no, stratum int, marks ...string) []Sheet {
	var all []Sheet
	for i, m := range marks {
		all = append(all, Sheet{No: no + i, Stratum: stratum, Mode: Paper, Marks: m, Recommend: NoRecommendation})
	}
	return all
}

// answered are 40 sheets: ten in each stratum, overall item first.
func answered() []Sheet {
	return slices.Concat(
		sheetsOf(1, 0, "45544", "43434", "55555", "32323", "44444", "54545", "21212", "43344", "55454", "34433"),
		sheetsOf(11, 1, "21122", "32223", "11111", "22322", "43333", "32132", "23222", "31222", "42333", "2122-"),
		sheetsOf(21, 2, "55544", "45434", "54555", "34323", "45444", "54544", "43212", "54344", "55554", "44433"),
		sheetsOf(31, 3, "33333", "34343", "43434", "33433", "24242", "33323", "44343", "33334", "3343-", "23232"),
	)
}

func near(t testing.TB, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-12*max(1, math.Abs(want))) && !(math.IsNaN(got) && math.IsNaN(want)) {
		t.Errorf("%s is %.17g, want %.17g", what, got, want)
	}
}

func analysed(t testing.TB, h Head, sheets []Sheet, units []Unit, before *Year) Results {
	t.Helper()
	r, err := Analyse(h, sheets, units, before)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Worked out by hand: strata of 40, 20, 30 and 10 households, ten answers in each, so
// that strata weigh 0.4, 0.2, 0.3 and 0.1.
func TestASurveyWorkedOutByHand(t *testing.T) {
	r := analysed(t, surveyed(), answered(), nil, nil)
	// Overall: means 3.9, 2.6, 4.4 and 3.0.
	near(t, "overall", r.Overall.Mean.Mean, 0.4*3.9+0.2*2.6+0.3*4.4+0.1*3.0)
	near(t, "its score", r.Overall.Score.Mean, (3.7-1)*25)
	// Squares about the means: 161-152.1, 76-67.6, 198-193.6 and 94-90.
	squares := []float64{8.9, 8.4, 4.4, 4}
	variance := 0.0
	for h, units := range []float64{40, 20, 30, 10} {
		variance += units * units / 1e4 * (1 - 10/units) * squares[h] / 9 / 10
	}
	near(t, "its error", r.Overall.Mean.SE, math.Sqrt(variance))
	near(t, "degrees of freedom", r.Overall.Mean.DF, 36)
	// Satisfied: 7, 2, 9 and 2 of ten.
	near(t, "satisfied", r.Top.P, 0.4*0.7+0.2*0.2+0.3*0.9+0.1*0.2)
	if want := [5]int{1, 7, 12, 12, 8}; r.Overall.Counts != want {
		t.Errorf("answers %v, want %v", r.Overall.Counts, want)
	}
	// Index: three quarters dimension A, one quarter dimension B.
	near(t, "index", r.Index.Mean, 0.75*r.Dimensions[0].Score.Mean+0.25*r.Dimensions[1].Score.Mean)
	near(t, "dimension", r.Dimensions[0].Score.Mean, (r.Items[0].Score.Mean+r.Items[1].Score.Mean)/2)
	if r.Items[3].N != 38 || r.Dimensions[1].Score.N != 38 || r.Dimensions[1].Most != 40 {
		t.Errorf("answers %d, %d to %d", r.Items[3].N, r.Dimensions[1].Score.N, r.Dimensions[1].Most)
	}
	if r.Grade != 2 || len(r.Unfilled) != 1 || r.Unfilled[0] != 3 {
		t.Errorf("grade %d, index %v, under-covered %v", r.Grade, r.Index.Mean, r.Unfilled)
	}
	near(t, "loss by weights", r.Loss, 40*(16+4+9+1)*10/1e4)
}

func TestFiguresAreThoseOfTheStatistics(t *testing.T) {
	h, sheets := surveyed(), answered()
	r := analysed(t, h, sheets, nil, nil)
	d := survey.Design{}
	for _, s := range h.Strata {
		d.Strata = append(d.Strata, survey.Stratum{Keys: []string{s.Name, string(s.Owner)}, N: s.Units})
	}
	s := survey.Sheets{Items: []string{"A-1", "A-2", "B-1", "B-2"}, Answers: make([][]float64, 4)}
	var overall []float64
	for _, sheet := range sheets {
		s.Of = append(s.Of, sheet.Stratum)
		given := sheet.Answers()
		overall = append(overall, given[0])
		for j := range s.Answers {
			s.Answers[j] = append(s.Answers[j], given[1+j])
		}
	}
	want, err := d.Analyse(s, survey.Hundred)
	if err != nil {
		t.Fatal(err)
	}
	want.Index.DEFF = 0 // NaN is not itself
	design, told := r.Analysis()
	told.Index.DEFF = 0
	if want.Index.Weights = nil; !reflect.DeepEqual(told, want) || !reflect.DeepEqual(design, d) {
		t.Errorf("told is %+v, want %+v", told, want)
	}
	for j := range want.Items {
		p, err := survey.Pearson(s.Answers[j], overall)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "importance", r.Items[j].Importance, p)
	}
	x, err := d.Index(s.Of, s.Answers, []survey.Dimension{{Items: []int{0, 1}, Weight: 0.75}, {Items: []int{2, 3}, Weight: 0.25}})
	if err != nil {
		t.Fatal(err)
	}
	scored := survey.Hundred.Scored(x.Estimate)
	near(t, "index", r.Index.Mean, scored.Mean)
	near(t, "its error", r.Index.SE, scored.SE)
	near(t, "its upper bound", r.Index.High, scored.High)
	_, groups := (survey.Sheets{Of: s.Of, Answers: [][]float64{overall}}).Group(d, 0, 0)
	for g := range groups {
		for i := range groups[g] {
			groups[g][i] = survey.Hundred.Score(groups[g][i])
		}
	}
	welch, err := survey.Welch(groups)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(*r.ByArea.Welch, welch) {
		t.Errorf("areas differ by %+v, want %+v", r.ByArea.Welch, welch)
	}
	part, these := (survey.Sheets{Of: s.Of, Answers: append([][]float64{overall}, s.Answers...)}).Within(d, func(s survey.Stratum) bool { return s.Keys[1] == "OW-SHOP" })
	e, err := part.Mean(these.Of, these.Answers[0])
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(r.ByOwner.Overall[1].Score, survey.Hundred.Scored(e)) || r.ByOwner.Keys[1] != "OW-SHOP" {
		t.Errorf("shops %+v, want %+v", r.ByOwner.Overall[1], e)
	}
}

// The same sheets in R 4.2.2 with survey 4.1-1: svymean, oneway.test, kruskal.test,
// chisq.test and cor, scores in place of answers.
func TestFiguresAreThoseOfR(t *testing.T) {
	r := analysed(t, surveyed(), answered(), nil, nil)
	for what, pair := range map[string][2]float64{
		"overall":                   {r.Overall.Score.Mean, 67.5},
		"its error":                 {r.Overall.Score.SE, 3.22748612183951389},
		"its design effect":         {r.Overall.Score.DEFF, 0.94202898550724623},
		"satisfied":                 {r.Top.P, 0.61},
		"its error too":             {r.Top.SE, 0.061282587702834124},
		"a dimension":               {r.Dimensions[0].Score.Mean, 61.125},
		"the error of a dimension":  {r.Dimensions[0].Score.SE, 3.5497456872914777},
		"shops":                     {r.ByOwner.Overall[1].Score.Mean, 43.333333333333336},
		"the error of shops":        {r.ByOwner.Overall[1].Score.SE, 3.6004114991154776},
		"kinds of owners by Welch":  {r.ByOwner.Welch.Statistic, 24.956756756756754},
		"its degrees of freedom":    {r.ByOwner.Welch.DF2, 37.910278085466096},
		"the chance of it":          {r.ByOwner.Welch.P, 1.3528950074778996e-05},
		"kinds of owners by ranks":  {r.ByOwner.Kruskal.Statistic, 15.921667671893834},
		"areas by ranks":            {r.ByArea.Kruskal.P, 0.22856666777825624},
		"satisfied or not":          {r.ByOwner.Content.Statistic, 14.4},
		"its chance":                {r.ByOwner.Content.P, 1.4780231033445387e-04},
		"importance":                {r.Items[2].Importance, 0.72893706479270426},
		"importance, with two gaps": {r.Items[3].Importance, 0.85039453202060045},
	} {
		if math.Abs(pair[0]-pair[1]) > 1e-11*math.Abs(pair[1]) {
			t.Errorf("%s is %.17g, want %.17g", what, pair[0], pair[1])
		}
	}
}

func TestWhatDoesNotCountIsLeftOut(t *testing.T) {
	h, sound := surveyed(), answered()
	sheets := slices.Concat(sound, sheetsOf(41, 0, "11111", "5----", "1111-"), []Sheet{{No: 44, Stratum: 1, Mode: Online, Marks: "11111", Seconds: 20}})
	sheets[40].Void = true
	sheets[42].Marks = "1----"
	got, want := analysed(t, h, sheets, nil, nil), analysed(t, h, sound, nil, nil)
	if q := got.Quality; q.Sheets != 44 || q.Valid != 40 || q.Voided != 1 || q.Left != 3 || q.HalfEmpty != 2 || q.Straight != 5 || q.Fast != 1 {
		t.Errorf("quality %+v", q)
	}
	got.Quality = want.Quality
	same(t, got, want)
}

// same compares results figure by figure; what is NaN on both sides agrees.
func same(t testing.TB, got, want Results) {
	t.Helper()
	unlike := ""
	both(reflect.ValueOf(got), reflect.ValueOf(want), "results", func(at string, a, b float64) {
		if unlike == "" && !(math.Abs(a-b) <= 1e-12*max(1, math.Abs(b))) && !(math.IsNaN(a) && math.IsNaN(b)) {
			unlike = at
			t.Errorf("%s is %v, want %v", at, a, b)
		}
	}, func(at string) { t.Errorf("%s is another", at) })
}

// both walks two values at once.
func both(a, b reflect.Value, at string, numbers func(string, float64, float64), other func(string)) {
	switch a.Kind() {
	case reflect.Pointer:
		if a.IsNil() != b.IsNil() {
			other(at)
		} else if !a.IsNil() {
			both(a.Elem(), b.Elem(), at, numbers, other)
		}
	case reflect.Struct:
		for i := range a.NumField() {
			both(a.Field(i), b.Field(i), at+"."+a.Type().Field(i).Name, numbers, other)
		}
	case reflect.Slice, reflect.Array:
		if a.Len() != b.Len() {
			other(at)
			return
		}
		for i := range a.Len() {
			both(a.Index(i), b.Index(i), at+"[]", numbers, other)
		}
	case reflect.Float64:
		numbers(at, a.Float(), b.Float())
	default:
		if !reflect.DeepEqual(a.Interface(), b.Interface()) {
			other(at)
		}
	}
}

func TestTheOrderOfSheetsDoesNotMatter(t *testing.T) {
	h, sheets := surveyed(), answered()
	for i := range sheets {
		sheets[i].Recommend = i % 11
		sheets[i].Keyed = workday.Date{Year: 2026, Month: 11, Day: 1 + i*7%20}
	}
	want := analysed(t, h, sheets, nil, nil)
	slices.Reverse(sheets)
	if got := analysed(t, h, sheets, nil, nil); want.Late == nil || want.Recommend == nil {
		t.Error("nothing to compare")
	} else {
		same(t, got, want)
	}
}

func TestTheScaleMovesScoresAndNoTest(t *testing.T) {
	h := surveyed()
	hundred := analysed(t, h, answered(), nil, nil)
	h.Plan.Scale = survey.Twenty
	twenty := analysed(t, h, answered(), nil, nil)
	near(t, "index", twenty.Index.Mean, (hundred.Index.Mean/25+1)*20)
	near(t, "cut", twenty.Cuts.Performance, (hundred.Cuts.Performance/25+1)*20)
	near(t, "areas by Welch", twenty.ByArea.Welch.P, hundred.ByArea.Welch.P)
	near(t, "areas by ranks", twenty.ByArea.Kruskal.Statistic, hundred.ByArea.Kruskal.Statistic)
	near(t, "pair", twenty.ByArea.Pairs[0].Adjusted, hundred.ByArea.Pairs[0].Adjusted)
	near(t, "contentment", twenty.ByOwner.Content.P, hundred.ByOwner.Content.P)
	for j := range hundred.Items {
		near(t, "priority", twenty.Items[j].Priority, hundred.Items[j].Priority)
		if twenty.Items[j].Quadrant != hundred.Items[j].Quadrant {
			t.Errorf("item %d moved to %s", j, twenty.Items[j].Quadrant)
		}
	}
}

func TestAConvenienceSampleSpeaksOnlyForItself(t *testing.T) {
	h := surveyed()
	h.Plan.Convenience = true
	h.Strata[0].Units = 8 // more sheets than households
	r := analysed(t, h, answered(), nil, &Year{h, analysed(t, surveyed(), answered(), nil, nil)})
	if !math.IsNaN(r.Index.Low) || !math.IsNaN(r.Overall.Score.High) || !math.IsNaN(r.Top.Low) || math.IsNaN(r.Index.Mean) {
		t.Errorf("index %+v", r.Index)
	}
	if r.ByArea.Welch != nil || r.IndexLast != nil || r.Items[0].Last != nil || r.LastYear != 2026 {
		t.Error("a test speaks of all owners")
	}
}

func TestASheetThatDoesNotFitIsRefused(t *testing.T) {
	for what, c := range map[string]struct {
		change func(*Sheet)
		want   error
	}{
		"marks":   {func(s *Sheet) { s.Marks = "55" }, survey.ErrLengths},
		"stratum": {func(s *Sheet) { s.Stratum = 4 }, survey.ErrStratum},
	} {
		sheets := answered()
		c.change(&sheets[3])
		if _, err := Analyse(surveyed(), sheets, nil, nil); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestBeforeAFrameThereIsNothing(t *testing.T) {
	for what, h := range map[string]Head{"nothing": {}, "questions": {Questionnaire: asks()}} {
		if r := analysed(t, h, nil, nil, nil); !math.IsNaN(r.Index.Mean) || seen(r.Showing) || len(r.ByArea.Index) != 0 {
			t.Errorf("%s: %+v", what, r)
		}
		if drafted := Draft(analysed(t, h, nil, nil, nil)); len(drafted) != 0 {
			t.Errorf("%s: drafted %+v", what, drafted)
		}
	}
}

func TestBeforeAnAnswerThereIsNothing(t *testing.T) {
	units := []Unit{{N: 1, Called: true, Contacted: true, Outcome: Refused}, {N: 2, Called: true, Reserve: true, Outcome: Vacant}, {N: 3}}
	r := analysed(t, surveyed(), nil, units, nil)
	if !math.IsNaN(r.Index.Mean) || r.Showing != survey.Empty || r.Grade != -1 {
		t.Errorf("index %+v", r.Index)
	}
	if want := (survey.Field{Issued: 2, Ineligible: 1, Contacted: 1, Refused: 1}); r.Total != want || r.Strata[0].Called != 1 {
		t.Errorf("field %+v", r.Total)
	}
}
