package app

import (
	"context"
	"slices"
	"strings"
	"time"
)

// SignOrder records that a department signed for its slip.
type SignOrder struct {
	Stand
	Name     string // as it stands on the paper
	Handler  StaffID
	Solution string // how it will be solved, where that is known already
	Expected time.Time
}

// Sign records the department's receipt; its clock is shown from then on, the
// limit runs since the issue came in.
func (d *Desk) Sign(ctx context.Context, o SignOrder) (Move, error) {
	return d.act(ctx, "sign", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Sign(o, g, at)
	})
}

// Sign decides Desk.Sign.
func (c Case) Sign(o SignOrder, g Ground, at time.Time) (Move, error) {
	r, _ := c.Current()
	name := strings.TrimSpace(o.Name)
	if name == "" {
		name = g.Staff[o.Handler].Name
	}
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(r.Slip != NoSlip && r.Signed.IsZero() && !r.Refused, "issue", "not-now")
	f.checkNaming(g, Naming{o.Handler, o.Solution, o.Expected})
	f.text(name, "signed-by", true, LongestLine)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActSigned, o.By, at, name)
	r.Signed, r.SignedBy = at, name
	if o.Handler != 0 { // who signs knows better than whoever planned before
		r.Handler, m.Issue.Handler = o.Handler, o.Handler
	}
	m.name(&r, Naming{o.Handler, o.Solution, o.Expected})
	m.Round = &r
	return c.settle(m, g), nil
}

// RefuseOrder is a department's refusal to take a slip.
type RefuseOrder struct {
	Stand
	Reason string
}

// Refuse records a refusal within the time set for it. The clock does not
// stop, and the number of refusals is kept.
func (d *Desk) Refuse(ctx context.Context, o RefuseOrder) (Move, error) {
	return d.act(ctx, "refuse", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Refuse(o, g, at)
	})
}

// RefuseUntil is the last moment at which the current slip may be refused.
func (c Case) RefuseUntil(g Ground) time.Time {
	r, _ := c.Current()
	return g.until(r.Issued, g.RulesOf(c.Rules), "refuse", string(c.Urgency))
}

// Refuse decides Desk.Refuse. Who planned the work, or asked for more time for
// it, has taken it even before the slip comes back signed.
func (c Case) Refuse(o RefuseOrder, g Ground, at time.Time) (Move, error) {
	r, _ := c.Current()
	_, waiting := c.Waiting()
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(r.Slip != NoSlip && r.Signed.IsZero() && !r.Refused && r.Solution == "" && !c.Restricted(), "issue", "not-now")
	f.unless(!waiting, "issue", "delay-asked")
	f.text(strings.TrimSpace(o.Reason), "reason", true, LongestText)
	f.unless(!at.After(c.RefuseUntil(g)), "reason", "too-late")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActRefused, o.By, at, strings.TrimSpace(o.Reason))
	r.Refused, r.Refusals = true, r.Refusals+1
	m.Round = &r
	return c.settle(m, g), nil
}

// ReassignOrder gives a refused slip to another department.
type ReassignOrder struct {
	Stand
	Lead    DeptID
	Helping []DeptID
	Note    string
}

// Reassign passes a refused slip on; number and limit stay as printed.
func (d *Desk) Reassign(ctx context.Context, o ReassignOrder) (Move, error) {
	return d.act(ctx, "reassign", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Reassign(o, g, at)
	})
}

// Reassign decides Desk.Reassign. The same department may be told to take it
// after all, so it is not excluded.
func (c Case) Reassign(o ReassignOrder, g Ground, at time.Time) (Move, error) {
	r, _ := c.Current()
	var f Faults
	f.state(c, Handling, Rework)
	f.unless(r.Refused, "issue", "not-now")
	f.addressee(c, g, o.Lead, o.Helping)
	f.text(o.Note, "note", false, LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActReassigned, o.By, at, strings.TrimSpace(o.Note))
	if o.Lead == c.Lead { // the timeline says who has it, though that is no difference
		m.Act.Diffs = []Difference{{"lead", "", id(o.Lead)}}
	}
	m.leave(c, o.Helping, o.By, m.Act.Note, at)
	m.ask(c, r, c.notYet(o.Helping), time.Time{}, at)
	r.Refused, r.Lead, r.Helping, r.Issued = false, o.Lead, o.Helping, at
	m.Round = &r
	m.Issue.Lead = o.Lead
	return c.settle(m, g), nil
}

// PlanOrder is how and by whom an issue will be solved.
type PlanOrder struct {
	Stand
	Handler  StaffID
	Solution string
	Expected time.Time
	Rows     []PlanRow
	Disturbs Said // whether the work disturbs others; empty: nobody says yet
}

// Plan records handler, solution and the points in time (clause 3.3.1).
func (d *Desk) Plan(ctx context.Context, o PlanOrder) (Move, error) {
	return d.act(ctx, "plan", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.PlanWork(o, g, at)
	})
}

func (f *Faults) planRow(n int, r PlanRow) {
	f.row("plan", n, func(f *Faults) {
		f.unless(strings.TrimSpace(r.Measure) != "", "measure", "incomplete")
		f.unless(strings.TrimSpace(r.Person) != "", "person", "incomplete")
		f.unless(!r.By.IsZero(), "by-when", "incomplete")
		f.text(r.Measure, "measure", false, LongestText)
		f.text(r.Person, "person", false, LongestLine)
		f.text(r.Helping, "helping", false, LongestLine)
		listed(f, r.Status, "", PlanStatuses, "status")
	})
}

// PlanWork decides Desk.Plan. An approval holds for the plan that was read; a
// different one wants to be approved again.
func (c Case) PlanWork(o PlanOrder, g Ground, at time.Time) (Move, error) {
	r, _ := c.Current()
	var f Faults
	f.plannable(c, g)
	f.unless(!r.Refused, "issue", "not-now")
	f.unless(o.Handler != 0, "handler", "missing")
	f.hand(g, o.Handler)
	f.text(strings.TrimSpace(o.Solution), "solution", true, LongestText)
	f.unless(oneOf(o.Disturbs, []Said{"", SaidYes, SaidNo}), "disturbs", "missing")
	f.unless(o.Disturbs != SaidNo || len(c.Disturbed(r.N)) == 0, "disturbs", "told")
	for i, row := range o.Rows {
		f.planRow(i+1, row)
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(ActPlanned, o.By, at, strings.TrimSpace(o.Solution))
	m.Act.Diffs = planDifferences(r.Plan, o.Rows)
	if o.Expected.IsZero() {
		o.Expected = r.Effect
	}
	if o.Disturbs != "" {
		m.Act.Diffs = append(m.Act.Diffs, disturbs(r.Disturbs, o.Disturbs)...)
		r.Disturbs = o.Disturbs
	}
	if q := c.Inquiry; q != nil && !q.Approved.IsZero() && !(m.Act.Note == r.Solution && slices.EqualFunc(r.Plan, o.Rows, samePlan)) {
		anew := *q
		anew.ApprovedBy, anew.Approved, anew.ApprovalNote = 0, time.Time{}, ""
		m.Inquiry = &anew
	}
	r.Handler, r.Solution, r.Expected, r.Plan = o.Handler, m.Act.Note, o.Expected, o.Rows
	m.Round, m.Issue.Handler = &r, o.Handler
	return c.settle(m, g), nil
}

// plannable checks that a round may still be planned: while it runs, and
// afterwards what a complaint from before these rules lacks to be ended.
func (f *Faults) plannable(c Case, g Ground) {
	if oneOf(c.State, []State{FedBack, Reviewed, Told}) && c.Inquiry != nil && len(c.Lacks(g, ToReport)) > 0 {
		f.open(c)
		return
	}
	f.state(c, Handling, Rework)
}

// planDifferences keeps every earlier wording of a plan in the timeline.
func planDifferences(old, new []PlanRow) []Difference {
	var d []Difference
	for i := range max(len(old), len(new)) {
		var a, b string
		if i < len(old) {
			a = old[i].words()
		}
		if i < len(new) {
			b = new[i].words()
		}
		if a != b {
			d = append(d, Difference{"plan", a, b})
		}
	}
	return d
}

// samePlan reports whether two rows plan the same, however far they have come.
func samePlan(a, b PlanRow) bool {
	return a.Measure == b.Measure && a.Person == b.Person && a.By.Equal(b.By) && a.Helping == b.Helping
}

func (p PlanRow) words() string {
	return p.Measure + " · " + p.Person + " · " + moment(p.By) + " · " + string(p.Status)
}

// NoteOrder is a progress note, a chase, a remark or a call.
type NoteOrder struct {
	Stand
	Kind     NoteKind
	Text     string
	Told     bool
	How      Method
	ToldAt   time.Time
	Answer   string
	Delay    bool      // the owner was told of the delay that he did not know of
	CallBack time.Time // when the owner was promised the next call
	Handler  StaffID   // of a progress note: who handles it, and how
	Solution string
	Expected time.Time
}

// Note writes down what was said or done on the way.
func (d *Desk) Note(ctx context.Context, o NoteOrder) (Move, error) {
	return d.act(ctx, "note", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.WriteNote(o, g, at)
	})
}

var noteActs = map[NoteKind]ActKind{
	NoteProgress: ActProgress, NoteCall: ActProgress, NoteChase: ActChased, NoteRemark: ActRemark,
}

// WriteNote decides Desk.Note. A remark may be added to a closed issue; all
// others need an open one.
func (c Case) WriteNote(o NoteOrder, g Ground, at time.Time) (Move, error) {
	var f Faults
	kind, known := noteActs[o.Kind]
	f.unless(known, "kind", "missing")
	if o.Kind != NoteRemark {
		f.open(c)
	}
	f.text(strings.TrimSpace(o.Text), "text", true, LongestText)
	f.text(o.Answer, "answer", false, LongestText)
	listed(&f, o.How, "", Methods, "how")
	if o.Told {
		f.unless(oneOf(o.How, Methods), "how", "missing")
		f.past(o.ToldAt, "told-at", at)
		f.toldAt(o.ToldAt, c)
	}
	f.checkNaming(g, Naming{o.Handler, o.Solution, o.Expected})
	f.unless(c.Open() || o.CallBack.IsZero(), "callback", "closed")
	f.unless(o.CallBack.IsZero() || o.CallBack.After(at), "callback", "past")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m := c.begin(kind, o.By, at, strings.TrimSpace(o.Text))
	if o.Told {
		m.Act.Diffs = toldHow(o.How, o.ToldAt, o.Answer)
	}
	m.Note = &Note{
		N: len(c.Notes) + 1, Round: c.Issue.Round, Kind: o.Kind, At: at, By: o.By,
		Text: m.Act.Note, Told: o.Told, How: o.How, ToldAt: o.ToldAt, Answer: o.Answer,
	}
	if d, untold := c.Untold(); untold && o.Told && o.Delay {
		m.Delay = d.told(o.How, o.ToldAt, o.Answer)
		m.Act.Diffs = append(m.Act.Diffs, lateTold(*m.Delay)...)
	}
	m.Issue = m.Issue.heard(o.Told, o.ToldAt, o.CallBack)
	if r, there := c.Current(); there && o.Kind == NoteProgress && !r.Refused && oneOf(c.State, []State{Handling, Rework}) {
		m.name(&r, Naming{o.Handler, o.Solution, o.Expected})
		m.Round = &r
	}
	return c.settle(m, g), nil
}

// toldHow is how and when the owner was told, and what he said, for the timeline.
func toldHow(how Method, at time.Time, answer string) []Difference {
	told := []Difference{{"how", "", string(how)}, {"told-at", "", moment(at)}}
	if answer != "" {
		told = append(told, Difference{"answer", "", answer})
	}
	return told
}

// heard marks that the owner was spoken to: the earliest time counts as the
// answer, whenever it is written down, and a promised call is kept or replaced.
func (i Issue) heard(told bool, when, next time.Time) Issue {
	if told {
		if i.Answered.IsZero() || when.Before(i.Answered) {
			i.Answered = when
		}
		i.CallBack = time.Time{}
	}
	if !next.IsZero() {
		i.CallBack = next
	}
	return i
}
