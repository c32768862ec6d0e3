// Package audit looks whether an office does what the regulation asks of it, clause
// by clause: to how many cases a duty applied, how many kept it, and which did not.
// It reads what was written down anyway and changes nothing. What no program can
// see, it asks of a person, whose answers are kept. It knows no words and no file.
package audit

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// Span is what is looked at: what came in from From up to but without To, as it
// stands at At. Project 0 is all estates.
type Span struct {
	Project  app.ProjectID
	From, To time.Time
	At       time.Time
}

// within tells whether a moment lies in the span.
func (s Span) within(t time.Time) bool { return !t.Before(s.From) && t.Before(s.To) }

// Of is what a broken duty is about; the zero ids do not apply.
type Of struct {
	Number  string // as people know it: an issue's, a meeting's, or a month
	Issue   app.IssueID
	Record  meeting.RecordID
	Survey  annual.SurveyID
	Measure improve.MeasureID
	At      time.Time // by which the oldest comes first
}

// Duty is one thing that a clause asks for. Name is its key part: audit.duty.<Name>.
type Duty struct {
	Clause string // in the regulation's own numbers: 5.2.1 is 五(二)1
	Name   string
}

// Finding is what became of a duty.
type Finding struct {
	Duty
	Applied int
	Kept    int
	Broken  []Of
}

// Report is all findings, in the order of the clauses.
type Report struct {
	Span
	Findings []Finding
	ByHand   []Question // for a person to answer
}

// Store is what an audit reads.
type Store interface {
	// CasesReceived reads whole cases received in a period, the earliest first.
	CasesReceived(ctx context.Context, project app.ProjectID, from, to time.Time) ([]app.Case, error)
	Records(context.Context, meeting.Wanted) ([]meeting.Head, error)
	Record(context.Context, meeting.RecordID) (meeting.Record, error)
	Surveys(context.Context, app.ProjectID) ([]annual.Head, error)
	Measures(context.Context, improve.Wanted) ([]improve.Measure, error)
	AccessLog(ctx context.Context, from, until time.Time, limit int) ([]app.Access, error)

	Keeper
}

// mostLooks is how many entries of the access log are looked through.
const mostLooks = 1_000_000

// Look reads an office and says how far it keeps the regulation.
func Look(ctx context.Context, store Store, g app.Ground, s Span) (Report, error) {
	o := office{Span: s, g: g}
	if err := o.read(ctx, store); err != nil {
		return Report{}, err
	}
	return o.report(), nil
}

// office is all that was written down in a span.
type office struct {
	Span
	g        app.Ground
	cases    []app.Case
	records  []meeting.Record
	surveys  []annual.Head
	measures []improve.Measure
	looks    []app.Access
	answers  []Answer
}

func (o *office) read(ctx context.Context, store Store) (err error) {
	if o.cases, err = store.CasesReceived(app.ReadsAll(ctx), o.Project, o.From, o.To); err != nil {
		return fmt.Errorf("audit issues: %w", err)
	}
	heads, err := store.Records(app.ReadsAll(ctx), meeting.Wanted{Project: o.Project})
	if err != nil {
		return fmt.Errorf("audit meetings: %w", err)
	}
	for _, h := range heads {
		if !o.within(o.when(h)) {
			continue
		}
		r, err := store.Record(app.ReadsAll(ctx), h.ID)
		if err != nil {
			return fmt.Errorf("audit record %d: %w", h.ID, err)
		}
		o.records = append(o.records, r)
	}
	if o.surveys, err = store.Surveys(ctx, o.Project); err != nil {
		return fmt.Errorf("audit surveys: %w", err)
	}
	if o.measures, err = store.Measures(app.ReadsAll(ctx), improve.Wanted{Project: o.Project}); err != nil {
		return fmt.Errorf("audit measures: %w", err)
	}
	if o.looks, err = store.AccessLog(ctx, o.From, o.To, mostLooks); err != nil {
		return fmt.Errorf("audit access: %w", err)
	}
	if o.answers, err = store.AuditAnswers(ctx, o.About("", o.g.Calendar.Loc)); err != nil {
		return fmt.Errorf("audit answers: %w", err)
	}
	return nil
}

// when is when a record was about something: its period, or when it began.
func (o *office) when(h meeting.Head) time.Time {
	if h.Kind.Figures() {
		return h.From.At(0, o.g.Calendar.Loc)
	}
	if h.Begins.IsZero() {
		return h.Made
	}
	return h.Begins
}

func (o *office) report() Report {
	r := Report{Span: o.Span, ByHand: o.questions()}
	for _, d := range caseDuties {
		r.Findings = append(r.Findings, o.overCases(d))
	}
	r.Findings = append(r.Findings, o.overMeetings()...)
	r.Findings = append(r.Findings, o.overSurveys()...)
	r.Findings = append(r.Findings, o.overLooks())
	for i := range r.Findings {
		slices.SortStableFunc(r.Findings[i].Broken, func(a, b Of) int { return a.At.Compare(b.At) })
	}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int { return strings.Compare(a.Clause, b.Clause) })
	return r
}

// questions are the duties that a person answers for, with what was answered.
func (o *office) questions() (all []Question) {
	for _, d := range byHand {
		q := Question{Duty: d}
		for _, a := range o.answers {
			if a.Asked.Duty == d.Name {
				q.Answers = append(q.Answers, a)
			}
		}
		all = append(all, q)
	}
	return all
}

// tally counts what kept a duty and notes what did not.
func (f *Finding) tally(kept bool, of Of) {
	f.Applied++
	if kept {
		f.Kept++
		return
	}
	f.Broken = append(f.Broken, of)
}

// Share is the share that kept a duty; false where it applied to nothing.
func (f Finding) Share() (float64, bool) {
	if f.Applied == 0 {
		return 0, false
	}
	return float64(f.Kept) / float64(f.Applied), true
}

// byHand are the duties that leave no trace in the program.
var byHand = []Duty{
	{"2.1.1", "hand-published"},   // how and where owners can turn to the desk is made known
	{"2.1.2", "hand-trained"},     // who takes calls is trained in the regulation
	{"3.1.1", "hand-every"},       // every matter brought to the desk is registered
	{"4.1.1", "hand-decisions"},   // what a meeting decided was made known to the owners
	{"4.3.1", "hand-signed"},      // talks on site were signed by both sides, or why not
	{"5.2.2", "hand-evidence"},    // evidence is kept where nobody else gets at it
	{"6.2.2", "hand-interviewer"}, // interviewers were told how to ask, and kept to it
	{"6.4.1", "hand-account"},     // whoever did not carry out a measure was called to account
	{"7.2.1", "hand-secrecy"},     // staff signed that they keep owners' data to themselves
	{"7.3.1", "hand-kept"},        // papers are kept as long as the office said, and then destroyed
}

// ByHand finds a duty that a person answers for, by its name or its clause.
func ByHand(called string) (Duty, bool) {
	at := slices.IndexFunc(byHand, func(d Duty) bool { return d.Name == called || d.Clause == called })
	if at < 0 {
		return Duty{}, false
	}
	return byHand[at], true
}

// Duties are all that an audit looks at or asks a person about.
func Duties() []Duty {
	all := slices.Clone(byHand)
	empty := office{g: app.Ground{Calendar: workday.Calendar{Loc: time.UTC}}}
	for _, f := range empty.report().Findings {
		all = append(all, f.Duty)
	}
	return all
}
