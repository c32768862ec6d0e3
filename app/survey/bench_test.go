package survey

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// large is a survey of so many sheets in twelve strata, a twentieth of the answers
// left out.
func large(sheets, items int) (Design, Sheets) {
	chance := rand.New(rand.NewPCG(1, 2))
	var d Design
	for h := range 12 {
		d.Strata = append(d.Strata, Stratum{[]string{fmt.Sprint(h / 3), fmt.Sprint(h % 3)}, sheets/4 + h})
	}
	s := Sheets{Answers: make([][]float64, items)}
	for range sheets {
		s.Of = append(s.Of, chance.IntN(12))
	}
	for j := range items {
		s.Items = append(s.Items, fmt.Sprint("q", j))
		for range sheets {
			x := float64(1 + chance.IntN(5))
			if chance.IntN(20) == 0 {
				x = None()
			}
			s.Answers[j] = append(s.Answers[j], x)
		}
	}
	return d, s
}

// BenchmarkAnalyse is the measure of the yearly survey: 100,000 sheets of 25 items.
func BenchmarkAnalyse(b *testing.B) {
	d, s := large(100_000, 25)
	for b.Loop() {
		if _, err := d.Analyse(s, Hundred); err != nil {
			b.Fatal(err)
		}
	}
}
