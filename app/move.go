package app

import "time"

// Stand is what an order stands on: which issue, the version the person saw
// (0 for whatever it is now), and who acts.
type Stand struct {
	Issue   IssueID
	Version int
	By      StaffID
}

// ActKind names what was done, for the timeline.
type ActKind string

// Everything that can be done to an issue.
const (
	ActReceived   ActKind = "received"
	ActAmended    ActKind = "amended"
	ActSelf       ActKind = "self"
	ActTransfer   ActKind = "transfer"
	ActComplaint  ActKind = "complaint"
	ActRejected   ActKind = "rejected"
	ActVoided     ActKind = "voided"
	ActSigned     ActKind = "signed"
	ActRefused    ActKind = "refused"
	ActReassigned ActKind = "reassigned"
	ActPlanned    ActKind = "planned"
	ActProgress   ActKind = "progress"
	ActChased     ActKind = "chased"
	ActRemark     ActKind = "remark"
	ActDelayAsked ActKind = "delay-asked"
	ActDelayed    ActKind = "delayed"
	ActNotDelayed ActKind = "not-delayed"
	ActDelayTold  ActKind = "delay-told"
	ActFedBack    ActKind = "fed-back"
	ActAccepted   ActKind = "accepted"
	ActSentBack   ActKind = "sent-back"
	ActTold       ActKind = "told"
	ActFollowedUp ActKind = "followed-up"
	ActDissatisfy ActKind = "dissatisfied"
	ActClosed     ActKind = "closed"
	ActCloseAsked ActKind = "close-asked"
	ActNotClosed  ActKind = "not-closed"
	ActReopened   ActKind = "reopened"
	ActInquiry    ActKind = "inquiry"
	ActPlanPassed ActKind = "plan-approved"
	ActAttached   ActKind = "attached"
	ActPrinted    ActKind = "printed"   // which of the three below was not written down in older files
	ActDueMoved   ActKind = "due-moved" // after a calendar was loaded, confirmed by a person
	ActTakenOver  ActKind = "taken-over"
	ActRaised     ActKind = "raised" // by time alone
	ActPromised   ActKind = "promised"
	ActDisturb    ActKind = "disturbs"
	ActInspected  ActKind = "inspected"
	ActArrived    ActKind = "arrived"
	ActControlled ActKind = "controlled"
	ActHelpSigned ActKind = "help-signed"
	ActHelped     ActKind = "helped"
	ActCost       ActKind = "cost"

	ActPaperOpened ActKind = "paper-opened"
	ActPaperSaved  ActKind = "paper-saved"
	ActPaperSent   ActKind = "paper-sent"
	ActSuspended   ActKind = "suspended"
	ActWaitsOn     ActKind = "waits-on"
	ActResumed     ActKind = "resumed"
	ActTalkHeld    ActKind = "talk-held"
	ActNoTalk      ActKind = "no-talk"

	ActJoined      ActKind = "joined"       // somebody else brought the same
	ActMerged      ActKind = "merged"       // another issue was merged into this one
	ActReleased    ActKind = "released"     // an issue that was merged was opened again
	ActToldCallers ActKind = "told-callers" // who brought the same was told, later than the first

	ActCallerAmended ActKind = "caller-amended" // what was written down of one of them was corrected
)

// Difference is one field's value before and after an act. Field is a key part
// (word field.<Field>); Old and New are codes, ids, moments in RFC 3339 or text.
type Difference struct{ Field, Old, New string }

// Act is one entry of an issue's timeline.
type Act struct {
	N     int
	Round int
	Kind  ActKind
	At    time.Time
	By    StaffID
	Note  string
	Diffs []Difference
}

// Move is the outcome of a decision: the issue as it stands afterwards, the
// entry in its timeline, and those parts that are new or different. Parts are
// numbered within the case, so keeping one is an upsert. The uniform shape lets
// one guarded transaction keep every act there is.
type Move struct {
	Issue    Issue // Version is the one the decision stood on
	Act      Act
	Round    *Round
	Delay    *Delay
	Feedback *Feedback
	Note     *Note
	FollowUp *FollowUp
	Closing  *Closing
	Inquiry  *Inquiry
	Attached []Attachment
	Callers  []Caller
	Into     *Move // what becomes of the issue that this one is merged into, kept with it

	Disturbance *Disturbance
	Inspection  *Inspection
	Helps       []Help
	Cost        *Cost
	Suspension  *Suspension

	// Draw is the prefix of the number to draw; Numbered receives it. Month and
	// Project choose the counter.
	Draw Prefix
}

// After is the case as it stands once m was kept.
func (c Case) After(m Move) Case {
	c.Issue = m.Issue
	c.Rounds = with(c.Rounds, m.Round, func(r Round) int { return r.N })
	c.Delays = with(c.Delays, m.Delay, func(d Delay) int { return d.N })
	c.Feedbacks = with(c.Feedbacks, m.Feedback, func(f Feedback) int { return f.N })
	c.Notes = with(c.Notes, m.Note, func(n Note) int { return n.N })
	c.FollowUps = with(c.FollowUps, m.FollowUp, func(f FollowUp) int { return f.N })
	c.Closings = with(c.Closings, m.Closing, func(k Closing) int { return k.N })
	c.Disturbances = with(c.Disturbances, m.Disturbance, func(d Disturbance) int { return d.N })
	c.Inspections = with(c.Inspections, m.Inspection, func(i Inspection) int { return i.N })
	c.Suspensions = with(c.Suspensions, m.Suspension, func(s Suspension) int { return s.N })
	for i := range m.Helps {
		c.Helps = with(c.Helps, &m.Helps[i], func(h Help) int { return h.N })
	}
	c.Costs = with(c.Costs, m.Cost, func(k Cost) int { return k.N })
	if m.Inquiry != nil {
		c.Inquiry = m.Inquiry
	}
	c.Attachments = append(c.Attachments[:len(c.Attachments):len(c.Attachments)], m.Attached...)
	for i := range m.Callers {
		c.Callers = with(c.Callers, &m.Callers[i], func(k Caller) int { return k.N })
	}
	c.Acts = append(c.Acts[:len(c.Acts):len(c.Acts)], m.Act)
	return c
}

// with is list with part in the place of its number, or at the end.
func with[T any](list []T, part *T, n func(T) int) []T {
	if part == nil {
		return list
	}
	fresh := append([]T(nil), list...)
	if at := n(*part) - 1; at < len(fresh) {
		fresh[at] = *part
		return fresh
	}
	return append(fresh, *part)
}
