package app

import (
	"strings"
	"time"
)

// Lack is something that is not written down yet and must be, and the act by
// which it is.
type Lack struct {
	Field string
	By    ActKind
}

// Stage is what an issue is on its way to.
type Stage string

// The stages that ask what was written down.
const (
	ToReport Stage = "report" // a department reports a round done
	ToEnd    Stage = "end"    // the desk accepts it, or the issue is closed as the owner wished
	ToForce  Stage = "force"  // the issue is closed by approval, against the owner's will
)

// demand is one fact that a complaint of some depth wants before a stage.
type demand struct {
	field string
	by    ActKind
	depth int   // 1 of every complaint, 2 of a major one, 3 of a critical one
	from  Stage // the first stage that asks for it
	there func(Inquiry) bool
}

// demands are the complaint slip's parts B and G (regulation 5.2.2, 5.2.3, 5.5.3)
// in the order of the paper.
var demands = []demand{
	{"valid", ActInquiry, 1, ToReport, func(q Inquiry) bool { return q.Valid == Valid || q.Valid == NotValid }},
	{"investigator", ActInquiry, 1, ToReport, func(q Inquiry) bool { return q.Investigator != 0 }},
	{"began", ActInquiry, 2, ToReport, func(q Inquiry) bool { return !q.Began.IsZero() }},
	{"ended", ActInquiry, 2, ToReport, func(q Inquiry) bool { return !q.Ended.IsZero() }},
	{"methods", ActInquiry, 2, ToReport, func(q Inquiry) bool { return len(q.Methods) > 0 }},
	{"parties", ActInquiry, 2, ToReport, func(q Inquiry) bool { return len(q.Parties) > 0 }},
	{"evidence", ActInquiry, 3, ToReport, func(q Inquiry) bool { return len(q.Evidence) > 0 }},
	{"facts", ActInquiry, 1, ToReport, func(q Inquiry) bool { return strings.TrimSpace(q.Facts) != "" }},
	{"answers", ActInquiry, 1, ToReport, func(q Inquiry) bool { return q.Answers != "" }},
	{"cause", ActInquiry, 1, ToReport, func(q Inquiry) bool { return q.Cause != "" || q.Valid == NotValid }},
	{"consulted", ActInquiry, 3, ToReport, func(q Inquiry) bool { return !q.Consulted.IsZero() }},
	{"root", ActInquiry, 3, ToEnd, func(q Inquiry) bool { return q.Root != "" || q.Valid == NotValid }},
	{"corrective", ActInquiry, 3, ToEnd, func(q Inquiry) bool { return q.Corrective != "" || q.Valid == NotValid }},
	{"preventive", ActInquiry, 3, ToEnd, func(q Inquiry) bool { return q.Preventive != "" || q.Valid == NotValid }},
}

// Lacks are all that an issue still wants on its way to a stage, together, so
// that nobody is sent back for one thing after the other. Work that was reported
// in an older ledger is not asked for what that ledger does not keep.
func (c Case) Lacks(g Ground, to Stage) []Lack {
	if fb, there := c.LastFeedback(); there && fb.Situation == "" {
		return nil
	}
	if c.Kind != Complaint {
		return c.lacksPlan(g, to)
	}
	depth := g.RulesOf(c.Rules).Duty("inquiry", string(c.Level))
	if depth == 0 {
		return nil
	}
	var q Inquiry
	if c.Inquiry != nil {
		q = *c.Inquiry
	}
	var lacks []Lack
	for _, d := range demands {
		if d.depth <= depth && (d.from == ToReport || to == ToEnd) && !d.there(q) {
			lacks = append(lacks, Lack{d.field, d.by})
		}
	}
	lacks = append(lacks, c.lacksIntegrity(g, q)...)
	if to != ToReport {
		lacks = append(lacks, c.lacksTalk()...)
	}
	if to == ToForce {
		return lacks
	}
	return append(lacks, c.lacksApproval(g, q)...)
}

// lacksApproval is the complaint slip's part C: at least one measure with a
// person and a date, approved by who may approve it at the level it has now.
func (c Case) lacksApproval(g Ground, q Inquiry) (lacks []Lack) {
	r, _ := c.Current()
	if !c.named(r) {
		lacks = append(lacks, Lack{"handler", ActPlanned})
	}
	if len(r.Plan) == 0 {
		lacks = append(lacks, Lack{"plan", ActPlanned})
	}
	if len(r.Plan) == 0 || q.Approved.IsZero() || (c.Level == Critical || c.Restricted()) && g.Staff[q.ApprovedBy].Role != Manager {
		lacks = append(lacks, Lack{"approval", ActPlanPassed})
	}
	return lacks
}

// lacksPlan is who handles a round and how, of what is no complaint
// (regulation 3.3.1): a repair wants a plan, be it the standard one.
func (c Case) lacksPlan(g Ground, to Stage) (lacks []Lack) {
	r, there := c.Current()
	if to != ToReport || !there {
		return nil
	}
	if !c.named(r) {
		lacks = append(lacks, Lack{"handler", ActPlanned})
	}
	if g.RulesOf(c.Rules).Duty("plan", string(c.Kind)) > 0 && !r.planned() {
		lacks = append(lacks, Lack{"solution", ActPlanned})
	}
	return lacks
}

// named reports whether somebody is there to handle a round, be it one whom
// only an older ledger knows.
func (c Case) named(r Round) bool {
	return r.Handler != 0 || c.Taken && r.N == 1 && r.SignedBy != ""
}

// planned reports whether it is written down how a round will be solved.
func (r Round) planned() bool { return r.Solution != "" || len(r.Plan) > 0 }

// lacking makes faults of what an issue lacks.
func (f *Faults) lacking(lacks []Lack) {
	for _, l := range lacks {
		f.unless(false, l.Field, "lacking")
	}
}

// Naming is who handles a round and how, as signing, a first progress and the
// report itself may say it; empty is what they leave as it is.
type Naming struct {
	Handler  StaffID
	Solution string
	Expected time.Time
}

// checkNaming checks who and how an act names.
func (f *Faults) checkNaming(g Ground, n Naming) {
	f.hand(g, n.Handler)
	f.text(n.Solution, "solution", false, LongestText)
}

// name writes down who handles a round and how, where nothing was said before:
// what a plan says already is changed by a plan alone. A plan without a day is
// for the limit of the round.
func (m *Move) name(r *Round, n Naming) {
	if r.Handler == 0 && n.Handler != 0 {
		r.Handler, m.Issue.Handler = n.Handler, n.Handler
	}
	if s := strings.TrimSpace(n.Solution); s != "" && !r.planned() {
		r.Solution, r.Expected = s, n.Expected
		if r.Expected.IsZero() {
			r.Expected = r.Effect
		}
		m.Act.Diffs = append(m.Act.Diffs, Difference{"solution", "", s})
	}
}
