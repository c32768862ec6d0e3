package say

import (
	"time"

	"ownerdesk/app"
)

// Alarm tells what an issue's limits call for at a moment; nothing when they
// call for nothing.
func (v Voice) Alarm(c app.Case, now time.Time) string {
	rules := v.Ground.RulesOf(c.Rules)
	switch a := c.Alarm(v.Ground, now); a {
	case app.HalfGone, app.MostGone:
		return v.Say("alarm.gone", rules.Count("remind."+string(a)))
	case app.Overdue:
		return v.Say("alarm.late")
	case app.ToHead, app.ToManager:
		return v.Say("alarm."+string(a), v.Limit(rules.Limit("escalate", string(a))))
	}
	return ""
}
