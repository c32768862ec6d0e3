package app

import (
	"context"
	"strings"
	"time"
)

// FeedbackOrder is what a department reports back.
type FeedbackOrder struct {
	Stand
	Situation    string
	Result       Result
	Satisfaction Rating // 5, 3, 1, or 0 for "not obtained"
	Asked        bool   // the question was answered, be it with "not obtained"
	Completed    time.Time
	Cause        Cause   // why it came to the issue, as the department sees it
	Handler      StaffID // where nobody had said before who handles it, and how
	Solution     string
	HelpWhy      string     // why the round is done though helping departments are not
	Disturbs     Said       // whether the work disturbed others, where nobody has said so yet
	Cost         *CostEntry // what it cost; nil where nobody says yet
}

// FeedBack records a department's feedback with its three mandatory parts
// (clause 3.4.1): what was done, the result, the owner's satisfaction.
func (d *Desk) FeedBack(ctx context.Context, o FeedbackOrder) (Move, error) {
	return d.act(ctx, "feed back", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.FeedBack(o, g, at)
	})
}

// FeedBack decides Desk.FeedBack. Where nobody was named to handle it, whoever of
// the department reports the work is: he neither reviews it nor asks the owner.
// The complaint slip names one cause; what the report says fills it in.
func (c Case) FeedBack(o FeedbackOrder, g Ground, at time.Time) (Move, error) {
	r, _ := c.Current()
	if o.Completed.IsZero() {
		o.Completed = at
	}
	if o.Handler == 0 && r.Handler == 0 && (g.Staff[o.By].Dept == r.Lead || c.Restricted() && g.Staff[o.By].Role == Manager) {
		o.Handler = o.By
	}
	if c.Inquiry != nil && o.Cause == "" {
		o.Cause = c.Inquiry.Cause
	}
	_, waiting := c.Waiting()
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(!r.Refused, "issue", "not-now")
	f.unless(!waiting, "issue", "delay-asked")
	f.text(strings.TrimSpace(o.Situation), "situation", true, LongestText)
	f.unless(oneOf(o.Result, Results), "result", "missing")
	f.unless(o.Asked && oneOf(o.Satisfaction, []Rating{0, 1, 3, 5}), "satisfaction", "missing")
	f.past(o.Completed, "completed", at)
	f.notBefore(o.Completed, c, r)
	f.unless(oneOf(o.Cause, Causes) || o.Cause == "" && !c.causeWanted(), "cause", "missing")
	f.checkNaming(g, Naming{Handler: o.Handler, Solution: o.Solution})
	f.reportable(c, o, g)
	was := r.Disturbs
	if r.Disturbs == "" {
		r.Disturbs = o.Disturbs
	}
	known := oneOf(o.Disturbs, []Said{"", SaidYes, SaidNo})
	f.unless(known && (r.Disturbs != "" || !c.asksDisturb(g)), "disturbs", "missing")
	f.unless(!c.owesNotice(r), "disturbs", "not-told")
	f.text(strings.TrimSpace(o.HelpWhy), "help-why", len(c.OpenHelps()) > 0, LongestLine)
	cost := f.costs(c, o, g)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActFedBack, o.By, at, strings.TrimSpace(o.Situation))
	m.Act.Diffs = append([]Difference{{"result", "", string(o.Result)}}, disturbs(was, r.Disturbs)...)
	m.Feedback = &Feedback{
		N: len(c.Feedbacks) + 1, Round: r.N, At: at, By: o.By, Situation: m.Act.Note,
		Result: o.Result, Satisfaction: o.Satisfaction, Completed: o.Completed, Cause: o.Cause,
	}
	m.leave(c, nil, o.By, strings.TrimSpace(o.HelpWhy), at)
	m.cause(c, o.Cause)
	m.name(&r, Naming{Handler: o.Handler, Solution: o.Solution})
	if r.Signed.IsZero() { // work was done before the slip came back signed
		r.Signed, r.SignedBy = at, g.taker(o.By, r)
	}
	if cost != nil {
		m.spend(c, *cost)
	}
	m.Round = &r
	m.Issue.State = FedBack
	return c.settle(m, g), nil
}

// costs are what a report says of the cost. Where there is a record already, a
// correction of its own says why.
func (f *Faults) costs(c Case, o FeedbackOrder, g Ground) *Cost {
	if o.Cost == nil {
		return nil
	}
	cost, wrong := o.Cost.Reckon()
	*f = append(*f, wrong...)
	_, before := c.Cost()
	f.unless(!before, "cost", "recorded")
	f.unless(c.Spends(g, o.By), "cost", "not-handling")
	return &cost
}

// causeWanted reports whether a report must say why it came to the issue: all
// but praise, which has nothing to prevent (regulation 3.5.3).
func (c Case) causeWanted() bool {
	return c.Kind != Commendation && (c.Inquiry == nil || c.Inquiry.Valid != NotValid)
}

// reportable checks that nothing is lacking which must be there before a round
// is reported done. What the report itself says counts.
func (f *Faults) reportable(c Case, o FeedbackOrder, g Ground) {
	for _, l := range c.Lacks(g, ToReport) {
		switch {
		case l.Field == "handler" && o.Handler != 0, l.Field == "cause": // the report asks for a cause itself
		case l.Field == "solution" && strings.TrimSpace(o.Solution) != "":
		case c.Kind != Complaint: // the form of the report asks for it
			f.unless(false, l.Field, "missing")
		default:
			f.lacking([]Lack{l})
		}
	}
}

// cause writes the cause that a report names into the timeline, and into the
// complaint slip where that names none.
func (m *Move) cause(c Case, cause Cause) {
	if cause == "" {
		return
	}
	m.Act.Diffs = append(m.Act.Diffs, Difference{"cause", "", string(cause)})
	if c.Inquiry != nil && c.Inquiry.Cause == "" {
		q := *c.Inquiry
		q.Cause = cause
		m.Inquiry = &q
	}
}

// taker is who took a slip that nobody signed for: who reports the work if he
// is of the department, else the handler, else the department. The desk's clerk
// who only typed the report is not put on the paper.
func (g Ground) taker(by StaffID, r Round) string {
	if who := g.Staff[by]; who.Dept == r.Lead {
		return who.Name
	}
	if who, named := g.Staff[r.Handler]; named {
		return who.Name
	}
	return g.Departments[r.Lead].Name
}

// notBefore checks that work was not done before it was given: after the slip,
// after it was last sent back, and what the desk does itself after the receipt.
// Forms show minutes.
func (f *Faults) notBefore(t time.Time, c Case, r Round) {
	since := func(from time.Time) bool { return !t.Before(from.Truncate(time.Minute)) }
	last, sentBack := c.LastFeedback()
	switch {
	case sentBack:
		f.unless(since(last.Reviewed), "completed", "before-rework")
	case r.Slip == NoSlip && r.N == 1:
		f.unless(since(c.came()), "completed", "before-received")
	default:
		f.unless(since(r.Issued), "completed", "before-slip")
	}
}

// ReviewOrder is the desk's verdict on a feedback.
type ReviewOrder struct {
	Stand
	Accept bool
	Code   ReworkCode
	Note   string
	Due    time.Time // of the rework; zero: half of the original limit
}

// Review accepts a feedback or sends it back with a reason and a new limit
// (clause 3.4.2).
func (d *Desk) Review(ctx context.Context, o ReviewOrder) (Move, error) {
	return d.act(ctx, "review", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Review(o, g, at)
	})
}

// ReworkDue is the limit that the rules give a rework: half of the original one,
// but at least what they say, a working day, or for an emergency, which does not wait
// for one, a day of the clock.
func (c Case) ReworkDue(g Ground, at time.Time) time.Time {
	r, _ := c.Current()
	rules := g.RulesOf(c.Rules)
	l := r.Limit
	l.N = max(1, (l.N*rules.Count("rework.percent")+99)/100)
	half := g.Calendar.Due(at, l).Due
	least := rules.Whole().Limit("rework", "least", string(c.Urgency))
	return later(half, g.Calendar.Due(at, least).Due)
}

// Review decides Desk.Review.
func (c Case) Review(o ReviewOrder, g Ground, at time.Time) (Move, error) {
	fb, there := c.LastFeedback()
	r, _ := c.Current()
	alone := c.reviewsAlone(g, o.By)
	var f Faults
	f.state(c, FedBack)
	f.unless(there, "issue", "not-now")
	f.unless(alone || r.Slip == NoSlip || o.By != r.Handler, "by", "handler")
	f.unless(alone || c.reviews(o.By) || o.By == r.Handler, "by", "reporter")
	f.unless(c.asks(g, o.By), "by", "not-allowed")
	if o.Accept && c.InspectionWanted(g) {
		seen, looked := c.Inspected()
		f.unless(looked, "accept", "not-inspected")
		f.unless(!looked || seen.Passed, "accept", "not-passed")
	}
	f.text(strings.TrimSpace(o.Note), "note", !o.Accept, LongestText)
	f.unless(o.Accept || oneOf(o.Code, ReworkCodes), "code", "missing")
	f.unless(o.Accept || o.Due.IsZero() || o.Due.After(at), "due", "past")
	if o.Accept {
		f.lacking(c.Lacks(g, ToEnd))
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	fb.Reviewed, fb.ReviewedBy, fb.Accepted, fb.Verdict = at, o.By, o.Accept, strings.TrimSpace(o.Note)
	kind := ActAccepted
	if !o.Accept {
		kind = ActSentBack
	}
	m := c.begin(kind, o.By, at, fb.Verdict).traced(alone)
	if o.Accept {
		m.Issue.State, m.Issue.Done, r.Done = Reviewed, fb.Completed, fb.Completed
	} else {
		if o.Due.IsZero() {
			o.Due = c.ReworkDue(g, at)
		}
		fb.Code, fb.NewDue = o.Code, o.Due
		m.Act.Diffs = append(m.Act.Diffs, Difference{"code", "", string(o.Code)})
		m.Issue.State, m.Issue.Rework, m.Issue.Due = Rework, m.Issue.Rework+1, o.Due
		r.Rework, r.Effect = r.Rework+1, o.Due
		c.raise(&m, g, m.Issue.Rework)
	}
	m.Feedback, m.Round = &fb, &r
	if !o.Accept {
		m.toManager(c, o.By)
	}
	return c.settle(m, g), nil
}

// TellOrder is how the owner was told of the outcome.
type TellOrder struct {
	Stand
	How     Method
	At      time.Time
	Text    string
	Answer  string
	Content bool         // the owner said to be satisfied; closes what is not followed up
	Callers []CallerTold // who else was told in the same pass
}

// Tell records that the owner was told.
func (d *Desk) Tell(ctx context.Context, o TellOrder) (Move, error) {
	return d.act(ctx, "tell owner", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Tell(o, g, at)
	})
}

// Tell decides Desk.Tell. An issue whose kind is not followed up ends here,
// but only when the owner said to be satisfied: nobody is closed against his
// will. Praise asks for nothing, so thanks are enough.
func (c Case) Tell(o TellOrder, g Ground, at time.Time) (Move, error) {
	if o.At.IsZero() {
		o.At = at
	}
	var f Faults
	f.state(c, Reviewed)
	f.unless(oneOf(o.How, Methods), "how", "missing")
	f.past(o.At, "told-at", at)
	f.unless(!o.At.Before(c.Done.Truncate(time.Minute)), "told-at", "before-done")
	f.text(strings.TrimSpace(o.Text), "text", true, LongestText)
	f.text(o.Answer, "answer", false, LongestText)
	told := c.tellCallers(&f, o.Callers, o.By, at)
	ends := (o.Content || c.Kind == Commendation) && !c.FollowUpWanted(g)
	f.unless(!ends || len(told) == len(c.CallersUntold()), "callers", "untold")
	if ends {
		f.lacking(c.Lacks(g, ToEnd))
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActTold, o.By, at, strings.TrimSpace(o.Text))
	m.Act.Diffs = toldHow(o.How, o.At, o.Answer)
	if m.Callers = told; len(told) > 0 {
		m.Act.Diffs = append(m.Act.Diffs, Difference{"callers", "", callerNumbers(told)})
	}
	m.Note = &Note{
		N: len(c.Notes) + 1, Round: c.Issue.Round, Kind: NoteTold, At: at, By: o.By,
		Text: m.Act.Note, Told: true, How: o.How, ToldAt: o.At, Answer: o.Answer,
	}
	m.Issue = m.Issue.heard(true, o.At, time.Time{})
	m.Issue.State = Told
	if ends {
		m.Issue.State, m.Issue.Close, m.Issue.Ended = Closed, ClosedSatisfied, at
	}
	return c.settle(m, g), nil
}
