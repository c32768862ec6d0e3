package say

import (
	"strconv"

	"ownerdesk/app/figures"
)

// Fewest is from how many on a rate is said in percent; below it, a percentage
// says less than the two counts.
const Fewest = 10

// Rate is a figure with what it stands on: 90.0 % (9/10); 3/4 where there are few;
// 「—」 where there is nothing to divide by.
func (v Voice) Rate(r figures.Rate) string {
	counts := strconv.Itoa(r.Num) + "/" + strconv.Itoa(r.Den)
	value, there := r.Value()
	switch {
	case !there:
		return v.Say("kpi.none")
	case r.Times > 1:
		return v.Say("kpi.rate", strconv.FormatFloat(value, 'f', 2, 64), counts)
	case r.Den < Fewest:
		return counts
	}
	return v.Say("kpi.rate", v.Percent(value), counts)
}

// Percent is a share to one decimal: 90.0 %.
func (v Voice) Percent(share float64) string {
	return strconv.FormatFloat(share*100, 'f', 1, 64) + " %"
}

// Hours is a length of time in hours to one decimal.
func (v Voice) Hours(h float64) string { return v.Say("kpi.hours", strconv.FormatFloat(h, 'f', 1, 64)) }
