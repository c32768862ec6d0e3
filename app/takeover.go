package app

import (
	"strings"
	"time"
)

// Said is a plain answer; empty where nobody said.
type Said string

// The answers.
const (
	SaidYes Said = "yes"
	SaidNo  Said = "no"
)

// Past is what one row of an older ledger says of an issue. Empty and zero is
// what it does not say.
type Past struct {
	File  string
	Sheet string
	Row   int
	Hash  string // fingerprint of what the row says

	Number   string // kept as it is
	Project  ProjectID
	Kind     Kind
	State    State
	Level    Level
	Valid    Validity
	Place    Place
	Category Category
	Subject  string // the ledger's own words, where they name no category

	Received    time.Time
	Transfer    Said // goes out on a slip
	Transferred time.Time
	Due         time.Time
	Extended    time.Time // when a later limit was approved
	ExtendedTo  time.Time
	FirstDone   time.Time
	Done        time.Time
	Rework      int // how often sent back
	Reviewed    time.Time
	Ask         Said // the owner is to be asked
	Asked       time.Time
	Reached     Said
	Rating      Rating
	Ended       time.Time

	Description string
	Channel     Channel
	Urgency     Urgency
	Households  int
	Reporter    Reporter
	Lead        DeptID
	Handler     StaffID
	HandledBy   string // who is not, or no longer, on the staff
	Cost        *Cost
}

// TakeOver makes an issue of what an older ledger says, as if it had been kept
// here: lists, pages and figures need not know the difference. Whatever the
// ledger does not say stays unsaid; no slip number is made up. by takes it over.
func TakeOver(p Past, g Ground, by StaffID, at time.Time) Case {
	p.State = p.stands()
	c := Case{Issue: p.issue(g, by)}
	if p.Kind == Complaint {
		c.Inquiry = &Inquiry{Valid: p.Valid, KeepYears: g.Rules.Count("keep.years")}
		if p.Valid == "" {
			c.Inquiry.Valid = ValidityOpen
		}
	}
	c.Delays = p.delays(by)
	if p.handedOver() {
		p.handOver(&c, g, by)
	}
	p.feedBack(&c, by)
	p.followUp(&c, g, by)
	p.end(&c)
	p.cost(&c, by)
	c.Acts = []Act{p.act(c, by, at)}
	c.inherit(g)
	return c
}

// stands is how far the issue has come: as said, or as what happened to it tells.
// Whoever keeps an issue in his own department, or has sent it out, works on it.
func (p Past) stands() State {
	switch {
	case p.State == Accepted && p.handedOver():
		return Handling
	case p.State != "":
		return p.State
	case !p.Ended.IsZero():
		return Closed
	case !p.Asked.IsZero():
		return Told
	case !p.Reviewed.IsZero():
		return Reviewed
	case !p.lastDone().IsZero():
		return FedBack
	case p.Rework > 0:
		return Rework
	case !p.Transferred.IsZero() || p.Transfer == SaidNo:
		return Handling
	}
	return Accepted
}

// handedOver reports whether somebody has, or had, the issue to work on.
func (p Past) handedOver() bool {
	worked := !p.Transferred.IsZero() || p.Rework > 0 || !p.lastDone().IsZero()
	switch p.State {
	case Draft:
		return false
	case Accepted, "":
		return worked || p.Transfer == SaidNo
	case Rejected, Void:
		return worked
	}
	return true
}

// lastDone is the last completion that is known of.
func (p Past) lastDone() time.Time {
	switch {
	case !p.Done.IsZero():
		return p.Done
	case p.Rework > 0 || p.State == Rework:
		return time.Time{} // the first was sent back, and no further one is said
	case !p.FirstDone.IsZero():
		return p.FirstDone
	}
	return p.Reviewed
}

// issue is what the row says of the issue itself.
func (p Past) issue(g Ground, by StaffID) Issue {
	i := Issue{
		Version: 1, Project: p.Project, Number: p.Number, State: p.State, Level: p.Level,
		Intake: Intake{
			Received: p.Received, Channel: p.Channel, Kind: p.Kind, Category: p.Category, Urgency: p.Urgency,
			Reporter: p.Reporter, Place: p.Place, Description: p.Description, Households: max(1, p.Households),
		},
		By: by, Registered: p.Received, Rules: g.Rules.Version, Lead: p.Lead, Handler: p.Handler,
		Due: p.Due, Taken: true, Ask: p.Ask, Subject: p.Subject,
	}
	if i.Urgency == "" {
		i.Urgency = Normal
	}
	if i.Kind != Complaint {
		i.Level = ""
	}
	if i.Ask == "" && !p.Asked.IsZero() {
		i.Ask = SaidYes
	}
	i.RouteDue = g.until(p.Received, g.Rules, "transfer", string(i.Urgency))
	return i
}

// delays are the approved later limit, if there was one.
func (p Past) delays(by StaffID) []Delay {
	if p.Extended.IsZero() || p.ExtendedTo.IsZero() {
		return nil
	}
	return []Delay{{
		N: 1, Round: 1, Asked: p.Extended, AskedBy: by, From: p.Due, To: p.ExtendedTo,
		Decided: p.Extended, Approved: true, // by whom, no ledger says
	}}
}

// handOver makes the one round that a ledger tells of.
func (p Past) handOver(c *Case, g Ground, by StaffID) {
	r := Round{
		N: 1, Issued: p.Transferred, IssuedBy: by, Lead: p.Lead, Handler: p.Handler, SignedBy: p.HandledBy,
		Due: p.Due, Effect: p.Due,
	}
	if p.Transfer == SaidYes || p.Transfer == "" && !p.Transferred.IsZero() {
		if r.Slip = TransferSlip; p.Kind == Complaint {
			r.Slip = ComplaintSlip
		}
	}
	if r.Issued.IsZero() {
		r.Issued, r.Undated = p.Received, r.Slip != NoSlip
	}
	if r.Slip == NoSlip && r.Lead == 0 {
		r.Lead = g.DeskDept()
	}
	if len(c.Delays) > 0 {
		r.Effect = p.ExtendedTo
	}
	if c.Open() { // delays and reworks are measured by it, and somebody must know by when
		answer, _ := g.RequiredTime(c.Issue, p.Received)
		if r.Limit = answer.Limit; r.Effect.IsZero() {
			r.Effect = answer.Due
		}
	}
	c.Rounds = []Round{r}
	c.Issue.Round, c.Issue.Lead, c.Issue.Due, c.Issue.Delays = 1, r.Lead, r.Effect, len(c.Delays)
}

// feedBack makes the completions: those sent back, the first when the ledger
// says, and the last.
func (p Past) feedBack(c *Case, by StaffID) {
	add := func(at time.Time) *Feedback {
		c.Feedbacks = append(c.Feedbacks, Feedback{N: len(c.Feedbacks) + 1, Round: 1, At: at, By: by, Completed: at})
		return &c.Feedbacks[len(c.Feedbacks)-1]
	}
	back, last := p.Rework, p.lastDone()
	if p.State == Rework {
		back = max(1, back)
	}
	for range back {
		at := firstOf(p.FirstDone, last, p.Reviewed, p.Transferred, p.Received)
		f := add(at)
		if f.Reviewed = at; last.IsZero() && p.Reviewed.After(at) {
			f.Reviewed = p.Reviewed // nothing came after it that could have been accepted
		}
	}
	if back == 0 && !p.FirstDone.IsZero() && p.FirstDone.Before(last) {
		add(p.FirstDone) // why it was not the last, nobody says
	}
	if !last.IsZero() {
		f := add(last)
		f.Reviewed, f.Accepted = p.Reviewed, !p.Reviewed.IsZero()
	}
	c.Issue.Rework = back
	if p.State == Reviewed || p.State == Told || p.State == Retransferred || p.State == Closed || !p.Reviewed.IsZero() {
		c.Done = last
	}
	if len(c.Rounds) > 0 {
		c.Rounds[0].Rework, c.Rounds[0].Done = back, c.Done
	}
}

func firstOf(all ...time.Time) time.Time {
	for _, t := range all {
		if !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// followUp makes the one attempt to ask the owner that a ledger tells of.
func (p Past) followUp(c *Case, g Ground, by StaffID) {
	if p.Asked.IsZero() {
		return
	}
	f := FollowUp{N: 1, Round: c.Issue.Round, Attempt: 1, At: p.Asked, By: by, Reached: NoAnswer, Disposal: TryAgain}
	if !c.Done.IsZero() {
		f.Due = c.followUpDue(g)
	}
	if p.Reached == SaidYes {
		f.Reached, f.Rating = ReachedOwner, p.Rating
		c.First, c.Final = p.Rating, p.Rating
	}
	switch {
	case p.State == Retransferred:
		f.Disposal = NewRound
	case p.State == Closed && p.Reached == SaidYes:
		f.Disposal = CloseIssue
	}
	c.FollowUps = []FollowUp{f}
}

// cost keeps what the ledger says of the cost as the first record of it, known when
// the work was done: so figures of its month count it.
func (p Past) cost(c *Case, by StaffID) {
	if p.Cost == nil {
		return
	}
	k := *p.Cost
	k.N, k.Round, k.At, k.By = 1, c.Issue.Round, firstOf(c.Done, p.Done, p.FirstDone, p.Ended, p.Received), by
	c.Costs, c.Spent = []Cost{k}, k.Spent
}

// end says how and when an issue that is over came to its end.
func (p Past) end(c *Case) {
	if !p.State.Over() {
		return
	}
	c.Ended = p.Ended
	if p.State != Closed {
		return
	}
	c.Close = p.closedAs()
	if p.Reached == SaidNo || !p.Asked.IsZero() && p.Reached != SaidYes {
		c.Close = ClosedUnreachable
	}
}

// closedAs is how an issue was closed by what its owner said; a ledger that gives
// no rating, or one that speaks against it, does not say.
func (p Past) closedAs() CloseCode {
	if !p.Rating.Content() {
		return ""
	}
	return ClosedAs(p.Rating, "")
}

// act is the beginning of the timeline here: where the issue comes from, and how
// it stood.
func (p Past) act(c Case, by StaffID, at time.Time) Act {
	a := Act{N: 1, Round: c.Issue.Round, Kind: ActTakenOver, At: at, By: by, Diffs: []Difference{{"file", "", p.File}}}
	if p.Sheet != "" && !strings.HasPrefix(p.File, p.Sheet+".") { // a text table is called as its file
		a.Diffs = append(a.Diffs, Difference{"sheet", "", p.Sheet})
	}
	a.Diffs = append(a.Diffs, Difference{"row", "", itoa(p.Row)}, Difference{"state", "", string(c.State)})
	if c.State.Over() && !c.Ended.IsZero() {
		a.Diffs = append(a.Diffs, Difference{"closed-at", "", moment(c.Ended)})
	}
	return a
}

// inherit derives what an issue taken over waits for. What a ledger does not say
// cannot be counted from: then the limit of the round, or of its being passed on,
// stands.
func (c *Case) inherit(g Ground) {
	c.Step, c.StepDue, c.Holder = c.next(g)
	if c.Step == "" {
		return
	}
	if c.Holder == 0 {
		c.Holder = g.DeskDept()
	}
	if c.StepDue.Before(c.Received) {
		if c.StepDue = c.Due; c.StepDue.IsZero() {
			c.StepDue = c.RouteDue
		}
	}
}

// takenAtOnce is how many issues taken over are in memory at once.
const takenAtOnce = 5000
