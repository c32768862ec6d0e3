package annual

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
)

// large is a survey of so many sheets with 25 items in twelve strata: an overall item
// and six dimensions of four items each, a twentieth of the marks without an answer.
func large(n int) (Head, []Sheet) {
	chance := rand.New(rand.NewPCG(1, 2))
	h := Head{ID: 1, Year: 2026, Plan: Plan{Scale: survey.Hundred, Bands: []int{90, 70, 60}},
		Questionnaire: Questionnaire{Overall: true, Recommend: true, MostChosen: 3}}
	for a := range 3 {
		for _, kind := range OwnerKinds {
			h.Strata = append(h.Strata, Stratum{Area: app.AreaID(a + 1), Name: fmt.Sprint("Area ", a+1), Owner: kind, Units: n/4 + a, Planned: n / 12})
		}
	}
	for d := range 6 {
		code := fmt.Sprint("DM-", d)
		h.Questionnaire.Dimensions = append(h.Questionnaire.Dimensions, Dimension{Code: code, Weight: []int{20, 20, 20, 20, 15, 5}[d]})
		h.Questionnaire.Choices = append(h.Questionnaire.Choices, Choice{Code: code})
		for i := range 4 {
			h.Questionnaire.Items = append(h.Questionnaire.Items, Item{Code: fmt.Sprintf("%d-%d", d, i), Dimension: code})
		}
	}
	sheets := make([]Sheet, n)
	for i := range sheets {
		mood, marks := chance.IntN(3), make([]byte, 25)
		for c := range marks {
			marks[c] = byte('1' + min(4, mood+chance.IntN(3)))
			if chance.IntN(20) == 0 {
				marks[c] = DontKnow
			}
		}
		sheets[i] = Sheet{No: i + 1, Stratum: chance.IntN(12), Mode: Modes[i%3], Marks: string(marks), Recommend: mood*4 + chance.IntN(3),
			Choices: []string{fmt.Sprint("DM-", i%6)}, Keyed: workday.Date{Year: 2026, Month: 11, Day: 1 + chance.IntN(28)}}
	}
	return h, sheets
}

// BenchmarkAnalyse is the measure of the yearly survey: 100,000 sheets of 25 items,
// from marks to every figure of the report.
func BenchmarkAnalyse(b *testing.B) {
	h, sheets := large(100_000)
	before := Year{Head: h}
	var err error
	if before.Results, err = Analyse(h, sheets[:50_000], nil, nil); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Analyse(h, sheets, nil, &before); err != nil {
			b.Fatal(err)
		}
	}
}
