package figures

import "ownerdesk/app"

// Target is what the office wants of a share: at least so many percent, or at
// most.
type Target struct {
	Percent int
	AtMost  bool
}

// atMost are the figures that ought to be small; aimed those that have a target,
// under the rule of their name.
var (
	atMost = map[Key]bool{Reworked: true, Retransferred: true, RepeatComplaints: true, RecurringRepairs: true, Overdue: true}
	aimed  = []Key{
		FirstResponse, TransferOnTime, ArrivalOnTime, ControlOnTime, HandlingOnTime, Completed, FollowedUp, FollowUpOnTime, Satisfied, SatisfiedNeutral,
		Reworked, RepeatComplaints, RecurringRepairs, Overdue,
	}
)

// TargetRule is the rule that a figure's target stands under.
func TargetRule(k Key) string { return "target." + string(k) }

// TargetOf is what an office wants of a figure; false when it wants nothing.
func TargetOf(k Key, r app.Rules) (Target, bool) {
	for _, a := range aimed {
		if a == k {
			return Target{r.Whole().Count(TargetRule(k)), atMost[k]}, true
		}
	}
	return Target{}, false
}

// Light says how a figure stands to its target.
type Light int

// The lights; unlit when there is no target or nothing to divide by.
const (
	Unlit  Light = iota
	Green        // reached
	Yellow       // missed by less than five points
	Red
)

// near is how many points beside its target a figure is still yellow.
const near = 5

// Light compares a figure with its target.
func (t Target) Light(r Rate) Light {
	value, there := r.Value()
	if !there {
		return Unlit
	}
	short := float64(t.Percent) - value*100
	if t.AtMost {
		short = -short
	}
	switch {
	case short <= 1e-9:
		return Green
	case short < near:
		return Yellow
	}
	return Red
}
