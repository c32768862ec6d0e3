package app

import (
	"maps"
	"sync"
	"time"

	"ownerdesk/app/workday"
)

// Rules are the office's limits, versioned: an issue keeps those it came in
// under. Limits and Counts are keyed by subject, most general first:
// handle, handle.TYP-REP, handle.TYP-REP.UR1.
type Rules struct {
	Version   int
	Effective time.Time
	By        StaffID
	Why       string
	Limits    map[string]workday.Limit
	Counts    map[string]int
}

// Limit finds the most special limit under key: for handle, TYP-REP, UR1 first
// handle.TYP-REP.UR1, then handle.TYP-REP, then handle.
func (r Rules) Limit(parts ...string) workday.Limit {
	l, _ := special(r.Limits, parts)
	return l
}

// Key is the key that Limit answers from.
func (r Rules) Key(parts ...string) string {
	_, key := special(r.Limits, parts)
	return key
}

// cap is the longest that an issue of a kind may take; zero for no such limit.
func (r Rules) cap(k Kind) workday.Limit { return r.Limits["cap."+string(k)] }

// Count is Limit for plain numbers.
func (r Rules) Count(parts ...string) int {
	n, _ := special(r.Counts, parts)
	return n
}

// Duty is Count for what the regulation demands: rules kept before a demand
// was known ask for what it asks.
func (r Rules) Duty(parts ...string) int {
	if n, key := special(r.Counts, parts); key != "" {
		return n
	}
	n, _ := special(usual().Counts, parts)
	return n
}

var usual = sync.OnceValue(DefaultRules)

// Whole is r with the usual values for what its version did not know yet, for
// whoever asks about the office now. An issue keeps the rules it came in under,
// and what those do not provide.
func (r Rules) Whole() Rules {
	whole := r
	whole.Limits, whole.Counts = maps.Clone(usual().Limits), maps.Clone(usual().Counts)
	maps.Copy(whole.Limits, r.Limits)
	maps.Copy(whole.Counts, r.Counts)
	return whole
}

// Complete reports whether r knows every setting there is.
func (r Rules) Complete() bool {
	for _, k := range RuleKeys {
		_, limit := r.Limits[k.Key]
		_, count := r.Counts[k.Key]
		if !limit && !count {
			return false
		}
	}
	return true
}

// special is the most special value under key, and that key; none where there is
// no such value.
func special[T any](of map[string]T, parts []string) (v T, key string) {
	for n := len(parts); n > 0; n-- {
		key = parts[0]
		for _, p := range parts[1:n] {
			key += "." + p
		}
		if v, ok := of[key]; ok {
			return v, key
		}
	}
	return v, ""
}

// RuleKey is one setting of the rules as the settings screen lists it.
type RuleKey struct {
	Key    string
	Limit  string // default, 3wd; empty for a count
	Count  int
	Switch bool // a count that is 1 for yes and 0 for no
}

// RuleKeys are all settings with the regulation's defaults, in the order of
// the settings screen. Sources: regulation X1–X3 and the trade's usual values.
var RuleKeys = []RuleKey{
	{Key: "transfer", Limit: "1wd"},
	{Key: "transfer.UR2", Limit: "120min"},
	{Key: "transfer.UR1", Limit: "30min"},
	{Key: "gathered", Limit: "1wd"},
	{Key: "reply", Limit: "1wd"},
	{Key: "reply.TYP-CMP", Limit: "2wd"},
	{Key: "reply.TYP-CMP.UR2", Limit: "1wd"},
	{Key: "reply.TYP-CMP.UR1", Limit: "120min"},
	{Key: "reply.TYP-REP.UR2", Limit: "120min"},
	{Key: "reply.TYP-REP.UR1", Limit: "30min"},
	{Key: "reply.TYP-CON", Limit: "1wd"},
	{Key: "handle", Limit: "3wd"},
	{Key: "handle.TYP-CON", Limit: "1wd"},
	{Key: "handle.TYP-SUG", Limit: "5wd"},
	{Key: "handle.TYP-REP.UR1", Limit: "24h"},
	{Key: "handle.TYP-REP.UR2", Limit: "1wd"},
	{Key: "handle.TYP-REP.UR3", Limit: "2wd"},
	{Key: "handle.TYP-HLP", Limit: "1wd"},
	{Key: "handle.TYP-PRA", Limit: "5wd"},
	{Key: "handle.TYP-CMP.LV1", Limit: "3wd"},
	{Key: "handle.TYP-CMP.LV2", Limit: "5wd"},
	{Key: "handle.TYP-CMP.LV3", Limit: "10cd"},
	{Key: "cap.TYP-CMP", Limit: "10cd"},
	{Key: "group.households", Count: 5},
	{Key: "grave.days", Count: 30},
	{Key: "grave.involved", Count: 1, Switch: true},
	{Key: "grave.talk", Limit: "5wd"},
	{Key: "suspend.days", Count: 30},
	{Key: "suspend.stops", Switch: true},
	{Key: "inquiry", Count: 1},
	{Key: "inquiry.LV2", Count: 2},
	{Key: "inquiry.LV3", Count: 3},
	{Key: "plan", Switch: true},
	{Key: "plan.TYP-REP", Count: 1, Switch: true},
	{Key: "disturb.TYP-REP", Count: 1, Switch: true},
	{Key: "arrive.UR1", Limit: "30min"},
	{Key: "control.UR1", Limit: "120min"},
	{Key: "arrive.TYP-REP.UR2", Limit: "4wh"},
	{Key: "arrive.TYP-REP.UR3", Limit: "1wd"},
	{Key: "refuse", Limit: "1wd"},
	{Key: "refuse.UR2", Limit: "120min"},
	{Key: "refuse.UR1", Limit: "30min"},
	{Key: "decide", Limit: "1wd"},
	{Key: "inspect.TYP-REP", Count: 1, Switch: true},
	{Key: "review", Limit: "1wd"},
	{Key: "tell", Limit: "1wd"},
	{Key: "followup", Limit: "3wd"},
	{Key: "followup.TYP-CMP", Limit: "3wd"},
	{Key: "again", Limit: "1wd"},
	{Key: "delays", Count: 2},
	{Key: "attempts", Count: 3},
	{Key: "attempts.days", Count: 2},
	{Key: "rework.percent", Count: 50},
	{Key: "rework.least", Limit: "1wd"},
	{Key: "rework.least.UR1", Limit: "24h"},
	{Key: "alone", Switch: true},
	{Key: "followup.percent", Count: 100},
	{Key: "followup.percent.TYP-CON", Count: 0},
	{Key: "followup.percent.TYP-PRA", Count: 0},
	{Key: "remind.half", Count: 50},
	{Key: "remind.most", Count: 80},
	{Key: "escalate.head", Limit: "1wd"},
	{Key: "escalate.manager", Limit: "3wd"},
	{Key: "escalate.times", Count: 2},
	{Key: "measure.near", Count: 3},
	{Key: "measure.check", Count: 30},
	{Key: "measure.judge", Count: 90},
	{Key: "keep.years", Count: 3},
	{Key: "keep.years.LV3", Count: 5},
	{Key: "target.first_response_on_time", Count: 95},
	{Key: "target.transfer_on_time", Count: 95},
	{Key: "target.emergency_arrival_on_time", Count: 95},
	{Key: "target.emergency_control_on_time", Count: 95},
	{Key: "target.handling_on_time", Count: 95},
	{Key: "target.completion", Count: 95},
	{Key: "target.followup", Count: 100},
	{Key: "target.followup_on_time", Count: 95},
	{Key: "target.followup_satisfied", Count: 90},
	{Key: "target.followup_satisfied_incl_neutral", Count: 95},
	{Key: "target.rework", Count: 5},
	{Key: "target.repeat_complaints", Count: 5},
	{Key: "target.recurring_repairs", Count: 5},
	{Key: "target.overdue", Count: 5},
}

// DefaultRules are the regulation's.
func DefaultRules() Rules {
	r := Rules{Version: 1, Limits: map[string]workday.Limit{}, Counts: map[string]int{}}
	for _, k := range RuleKeys {
		if k.Limit == "" {
			r.Counts[k.Key] = k.Count
			continue
		}
		l, err := workday.ParseLimit(k.Limit)
		if err != nil {
			panic("rules: " + k.Key + ": " + err.Error()) // a typing mistake in the table above; caught by its test
		}
		r.Limits[k.Key] = l
	}
	return r
}

// handleKey spells under which limit an issue is handled.
func (i Issue) handleKey() []string {
	if i.Kind == Complaint {
		return []string{"handle", string(i.Kind), string(i.Level)}
	}
	return []string{"handle", string(i.Kind), string(i.Urgency)}
}
