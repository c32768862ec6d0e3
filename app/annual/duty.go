package annual

import "ownerdesk/app/workday"

// Duty is what a survey waits for by a day.
type Duty string

// The duties, in the order in which they come up.
const (
	ToBegin   Duty = "begin"   // plan and sample, before the field work begins
	ToCollect Duty = "collect" // sheets, until the day of return
	ToReport  Duty = "report"
	ToDestroy Duty = "destroy" // the link between sheets and households
)

// soon is for how many days before its day a duty is told of.
const soon = 3

// Due is what a survey waits for within three days or since, and by which day; false
// where nothing presses.
func (h Head) Due(today workday.Date) (what Duty, by workday.Date, due bool) {
	switch h.State {
	case Planning, Approved:
		what, by = ToBegin, stageOf(h.Plan, "field").From
	case Field:
		what, by = ToCollect, stageOf(h.Plan, "return").To
	case Counted:
		what, by = ToReport, stageOf(h.Plan, "report").To
	case Reported:
		if h.Destroyed.IsZero() {
			what, by = ToDestroy, workday.DayOf(h.keptUntil())
		}
	}
	return what, by, !by.IsZero() && !by.After(today.AddDays(soon))
}
