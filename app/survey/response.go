package survey

// Field is how the units of a stratum, or of all, ended.
type Field struct {
	Issued     int
	Ineligible int // vacant, wrong address
	Contacted  int // reached, whatever they said
	Refused    int
	Valid      int // sheets that count
}

// rate is a share of counts; false where there is nothing to divide by.
func rate(a, b int) (float64, bool) {
	if b <= 0 {
		return 0, false
	}
	return float64(a) / float64(b), true
}

// Response is the share of eligible units with a valid sheet, valid/(issued -
// ineligible), 0 to 1; false without any. Source: response rate 1 of AAPOR,
// Standard Definitions, every unit with unknown eligibility counted as eligible.
func (f Field) Response() (float64, bool) { return rate(f.Valid, f.Issued-f.Ineligible) }

// Contact is the share of eligible units that were reached; false without any.
func (f Field) Contact() (float64, bool) { return rate(f.Contacted, f.Issued-f.Ineligible) }

// Refusal is the share of those reached who refused; false without any.
func (f Field) Refusal() (float64, bool) { return rate(f.Refused, f.Contacted) }

// Completion is the share of those reached with a valid sheet; false without any.
func (f Field) Completion() (float64, bool) { return rate(f.Valid, f.Contacted) }

// Late compares those who answered late with those who answered early: the late are
// the likest to those who never did. It is Pairs of the two, late less early.
// Source: Armstrong and Overton (1977), Journal of Marketing Research 14, 396-402.
// Errors: ErrTooFew, ErrFlat.
func Late(early, late []float64) (Pair, error) {
	pairs, err := Pairs([][]float64{late, early})
	if err != nil {
		return Pair{}, err
	}
	return pairs[0], nil
}
