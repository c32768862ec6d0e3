package surveys

import (
	"strconv"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/assets/lang"
)

// BenchmarkNarrow is a search among the households of a large sample, as fast as it
// must be while somebody types.
func BenchmarkNarrow(b *testing.B) {
	x := sit(b, lang.Traditional)
	p := x.drawn()
	h := partOf[*householdsPart](x, p)
	h.all = nil
	for n := range 5000 {
		h.all = append(h.all, annual.Address{No: 100000 + n, Unit: annual.Unit{N: n + 1, Called: true},
			Place: app.Place{Block: strconv.Itoa(n % 40), Unit: "2", Door: strconv.Itoa(n)}})
	}
	b.ResetTimer()
	for b.Loop() {
		h.search.SetText("")
		h.search.SetText("3-2-50")
	}
}
