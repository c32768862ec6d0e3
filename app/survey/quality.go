package survey

// Bounds of a sheet that counts.
const (
	leastFilled = 0.5 // of the items
	tooFast     = 60  // seconds, for the whole of a sheet that says the same everywhere
)

// Flaw is what is doubtful about a sheet.
type Flaw string

// The flaws.
const (
	HalfEmpty Flaw = "half-empty" // fewer than half of the items were answered
	Straight  Flaw = "straight"   // every item was answered, and all alike
	Fast      Flaw = "fast"       // filled in, online, in less than a minute
)

// Flaws looks at the answers of one sheet and at the seconds it took online, 0 where
// nobody measured. counts is false for a sheet that is left out: half empty, or all
// alike and filled in too fast; either of the two alone is only looked at. A sheet of
// one item is never all alike.
func Flaws(answers []float64, seconds int) (flaws []Flaw, counts bool) {
	n, alike, first := 0, true, None()
	for _, x := range answers {
		if !given(x) {
			alike = false
			continue
		}
		if n++; n == 1 {
			first = x
		}
		alike = alike && x == first
	}
	empty := float64(n) < leastFilled*float64(len(answers)) || n == 0
	straight := alike && n > 1
	fast := seconds > 0 && seconds < tooFast
	for _, f := range []struct {
		is   bool
		flaw Flaw
	}{{empty, HalfEmpty}, {straight, Straight}, {fast, Fast}} {
		if f.is {
			flaws = append(flaws, f.flaw)
		}
	}
	return flaws, !empty && !(straight && fast)
}
