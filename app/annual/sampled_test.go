package annual

import (
	"slices"
	"testing"

	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
)

func TestTheSampleIsHeldAgainstTheFrame(t *testing.T) {
	r := analysed(t, surveyed(), answered(), nil, nil)
	// Twenty of each area, where the frame has sixty and forty; shops likewise thirty of a hundred.
	near(t, "areas", r.Areas.Statistic, (20-24)*(20-24)/24.0+(20-16)*(20-16)/16.0)
	near(t, "owners", r.Owners.Statistic, (20-28)*(20-28)/28.0+(20-12)*(20-12)/12.0)
	if !r.Areas.Tested || !slices.Equal(r.Areas.Frame, []int{60, 40}) || !slices.Equal(r.Owners.Sample, []int{20, 20}) ||
		!slices.Equal(r.Owners.Frame, []int{70, 30}) || !slices.Equal(r.Owners.Keys, []string{"OW-SELF", "OW-SHOP"}) {
		t.Errorf("areas %+v, owners %+v", r.Areas, r.Owners)
	}
	if few := analysed(t, surveyed(), answered()[:8], nil, nil); few.Areas.Tested {
		t.Error("eight sheets are tested")
	}
}

func TestAStratumWithoutAnswersLeavesItsWeight(t *testing.T) {
	h := surveyed()
	whole := analysed(t, h, answered(), nil, nil)
	if whole.Raked != nil || len(whole.Merged) != 0 {
		t.Errorf("put together %v", whole.Merged)
	}
	r := analysed(t, h, answered()[:30], nil, nil) // nobody from the shops of the West
	if len(r.Merged) != 1 || !slices.Equal(r.Merged[0].Strata, []int{2, 3}) || !slices.Equal(r.Merged[0].Empty, []int{3}) {
		t.Fatalf("put together %+v", r.Merged)
	}
	if r.Raked == nil || r.Raked.Miss > 1e-8 || r.Raked.Weights != nil {
		t.Fatalf("raked %+v", r.Raked)
	}
	// Margins: East 60 and West 40, own homes 70 and shops 30. The West's ten own
	// homes take 40, all shops of the East 30, so 30 are left to its own homes.
	weights := []float64{3, 3, 4}
	n, sum, squares := 0, 0.0, 0.0
	for _, w := range weights {
		n, sum, squares = n+10, sum+10*w, squares+10*w*w
	}
	if loss := float64(n) * squares / sum / sum; r.Raked.Loss-loss > 1e-7 || loss-r.Raked.Loss > 1e-7 {
		t.Errorf("loss %v, want %v", r.Raked.Loss, loss)
	}
	means := make([]float64, 4) // of items, by those weights
	for j := range means {
		for i, s := range answered()[:30] {
			if x := s.Answers()[1+j]; j < 3 || i != 19 { // the blank mark
				means[j] += weights[s.Stratum] * x
			}
		}
		means[j] /= 100 - []float64{0, 0, 0, 3}[j]
	}
	index := 0.75*(means[0]+means[1])/2 + 0.25*(means[2]+means[3])/2
	if want := (index - 1) * 25; r.RakedTo-want > 1e-5 || want-r.RakedTo > 1e-5 {
		t.Errorf("index under margins %v, want %v", r.RakedTo, want)
	}
	if none := analysed(t, h, answered()[:10], nil, nil); none.Raked != nil {
		t.Error("margins without an answer are met")
	}
}

func TestLateAnswersStandAgainstEarlyOnes(t *testing.T) {
	sheets := answered()
	for i := range sheets {
		sheets[i].Keyed = workday.Date{Year: 2026, Month: 11, Day: 1 + i/8} // eight a day, five days
	}
	sheets[0].Filled = workday.Date{Year: 2026, Month: 11, Day: 5} // it came late, whenever it was keyed
	var early, late []float64
	for i, s := range sheets {
		score := survey.Hundred.Score(s.Answers()[0])
		switch {
		case i == 0 || i >= 24:
			late = append(late, score)
		case i < 16:
			early = append(early, score)
		}
	}
	want, err := survey.Late(early, late)
	if err != nil {
		t.Fatal(err)
	}
	r := analysed(t, surveyed(), sheets, nil, nil)
	if r.Late == nil {
		t.Fatal("not compared")
	}
	near(t, "late less early", r.Late.Difference, want.Difference)
	near(t, "chance of it", r.Late.P, want.P)
	for i := range sheets {
		sheets[i].Filled = workday.Date{Year: 2026, Month: 11, Day: 5}
	}
	if r := analysed(t, surveyed(), sheets, nil, nil); r.Late != nil {
		t.Error("one day is divided")
	}
}

func TestWhatWasSaidBesideMarks(t *testing.T) {
	sheets := answered()
	for i := range sheets {
		sheets[i].Recommend = []int{10, 9, 8, 7, 6, 0, NoRecommendation, 10}[i%8]
		sheets[i].Mode = []Mode{Online, Paper, Paper, Paper}[i%4]
		sheets[i].Choices = [][]string{{"CH-2"}, {"CH-2", "CH-1", "CH-2"}, nil, {"CH-OLD"}}[i%4]
	}
	for i := range 6 {
		sheets[i].Topics, sheets[i].Quote, sheets[i].Quoted = []string{"DM-B"}, []string{"b", "a", "", " ", "c", "d"}[i], i < 5
	}
	sheets[1].Topics = []string{"DM-A", "DM-B"}
	r := analysed(t, surveyed(), sheets, nil, nil)
	if p := r.Recommend; p.Promoters != 15 || p.Passives != 10 || p.Detractors != 10 || p.N != 35 {
		t.Errorf("recommended %+v", p)
	}
	if !slices.Equal(r.Choices, []Count{{"CH-2", "", 20, 1}, {"CH-1", "", 10, 0.5}}) {
		t.Errorf("chosen %v", r.Choices)
	}
	if !slices.Equal(r.Topics, []Count{{"DM-B", "", 6, 1}, {"DM-A", "", 1, 1.0 / 6}}) {
		t.Errorf("topics %v", r.Topics)
	}
	if !slices.Equal(r.Quotes, []string{"a", "b", "c"}) {
		t.Errorf("quoted %q", r.Quotes)
	}
	if !slices.Equal(r.Modes, []Count{{string(Paper), "", 30, 0.75}, {string(Online), "", 10, 0.25}}) {
		t.Errorf("by %v", r.Modes)
	}
	for i := range sheets {
		sheets[i].Recommend = NoRecommendation
		if i >= 4 {
			sheets[i].Topics, sheets[i].Choices = nil, nil
		}
	}
	if few := analysed(t, surveyed(), sheets, nil, nil); few.Recommend != nil || few.Topics != nil || few.Choices != nil {
		t.Errorf("too few are told: %v %v", few.Topics, few.Choices)
	}
}

func TestTheQualityOfSheets(t *testing.T) {
	sheet := func(change Sheet) Sheet {
		if change.Mode == "" {
			change.Mode = Online
		}
		return change
	}
	twelve, alike := "545344334455", "444444444444"
	q := quality([]Sheet{
		sheet(Sheet{Marks: twelve}), sheet(Sheet{Marks: twelve, Mode: Paper, File: "a.csv"}), sheet(Sheet{Marks: twelve, Mode: Paper}),
		sheet(Sheet{Marks: twelve, Void: true}),
		sheet(Sheet{Marks: alike}), sheet(Sheet{Marks: alike}),
		sheet(Sheet{Marks: "54534433----"}), sheet(Sheet{Marks: "54534433----"}), // too little to be the same
		sheet(Sheet{Marks: "300000", First: "300000", Second: "310-00", Back: Differs}), sheet(Sheet{Marks: "345340", First: "345340", Second: "345340", Back: Confirmed}),
	})
	want := Quality{Sheets: 10, Valid: 8, Voided: 1, HalfEmpty: 1, Straight: 2, Left: 1, Doubles: 2, Back: 2, BackWrong: 1,
		Second: 2, SecondMarks: 12, SecondOff: 2, Unknown: 1 / (5*12.0 + 2*8 + 6)}
	if q != want {
		t.Errorf("quality %+v, want %+v", q, want)
	}
}

func TestContentmentIsComparedAsFarAsCountsCarryIt(t *testing.T) {
	h := surveyed()
	h.Strata = []Stratum{{Area: 1, Name: "East", Owner: "OW-SELF", Units: 90}, {Area: 2, Name: "West", Owner: "OW-SELF", Units: 90}}
	// satisfied, neutral and dissatisfied sheets of both areas
	sheets := func(east, west [3]int) (all []Sheet) {
		for stratum, counts := range [][3]int{east, west} {
			for feeling, n := range counts {
				for range n {
					all = append(all, sheetsOf(len(all)+1, stratum, []string{"54545", "33234", "21232"}[feeling])...)
				}
			}
		}
		return all
	}
	for what, c := range map[string]struct {
		east, west  [3]int
		df          float64
		fit, joined bool
		counted     bool
	}{
		"enough of each":          {[3]int{20, 10, 8}, [3]int{12, 15, 9}, 2, true, false, true},
		"one expected below five": {[3]int{30, 9, 1}, [3]int{25, 10, 2}, 1, true, true, false},
		"too few either way":      {[3]int{20, 2, 1}, [3]int{20, 1, 2}, 2, false, false, false},
	} {
		b := analysed(t, h, sheets(c.east, c.west), nil, nil).ByArea
		if b.Content == nil || b.Content.DF != c.df || b.Content.Fit != c.fit || b.Joined != c.joined || (b.Counts != nil) != c.counted {
			t.Errorf("%s: %+v, joined %v, counts %v", what, b.Content, b.Joined, b.Counts)
		}
	}
	b := analysed(t, h, sheets([3]int{30, 9, 1}, [3]int{25, 10, 2}), nil, nil).ByArea
	want, err := survey.ChiSquare([][]float64{{30, 10}, {25, 12}})
	if err != nil {
		t.Fatal(err)
	}
	near(t, "satisfied or not", b.Content.Statistic, want.Statistic)
}
