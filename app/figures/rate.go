package figures

import "ownerdesk/app"

// Rate is one figure with what it stands on.
type Rate struct {
	Key      Key
	Num, Den int
	Times    int           // the figure is Num·Times/Den: 1 for a share, 100 for one per 100 households
	Immature int           // left out because neither done nor due, or not decided
	Above    []app.IssueID // those in the numerator
	Below    []app.IssueID // those in the denominator; none where it counts households
}

// Value is the figure itself, a share from 0 to 1 or so many per 100 households;
// false when there is nothing to divide by.
func (r Rate) Value() (float64, bool) {
	if r.Den == 0 {
		return 0, false
	}
	return float64(r.Num*r.Times) / float64(r.Den), true
}

// Told are the issues that whoever asks after a figure wants to see: those that it
// counts where fewer are better, else all that it stands on.
func (r Rate) Told() []app.IssueID {
	if r.Below == nil || atMost[r.Key] && r.Num > 0 {
		return r.Above
	}
	return r.Below
}

// add notes what one issue adds.
func (r *Rate) add(id app.IssueID, v verdict) {
	switch v {
	case immature:
		r.Immature++
	case met:
		r.Above = append(r.Above, id)
		fallthrough
	case missed:
		r.Below = append(r.Below, id)
	}
}

// rate counts one figure over a cohort.
func (k kpi) rate(these []seen, p *past) Rate {
	r := Rate{Key: k.key, Times: 1}
	for _, v := range these {
		r.add(v.ID, k.of(v, p))
	}
	r.Num, r.Den = len(r.Above), len(r.Below)
	if k.households {
		r.Times, r.Den, r.Below = perHouseholds, p.scope.Households, nil
	}
	return r
}

// Rates are all figures of a scope, in order. all are the facts of the period and
// of the time before it, which repeats are looked for in.
func (s Scope) Rates(all []Fact) []Rate {
	return s.rates(s.cohort(all), s.history(all))
}

func (s Scope) rates(these []seen, p *past) []Rate {
	rates := make([]Rate, len(kpis))
	for i, k := range kpis {
		rates[i] = k.rate(these, p)
	}
	return rates
}
