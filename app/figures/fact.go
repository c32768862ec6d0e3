package figures

import (
	"slices"
	"strconv"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/workday"
)

// Fact is what figures need to know of one issue: codes, and what happened when.
type Fact struct {
	ID     app.IssueID
	Number string // as people know it

	Project  app.ProjectID
	Area     app.AreaID
	Building app.BuildingID
	Where    string // the same for the same room or public place; empty when not known
	Public   bool   // Where is a public place

	Kind       app.Kind
	Category   app.Category
	Subject    string // an older ledger's words for it, where they name no category
	Channel    app.Channel
	Urgency    app.Urgency
	Level      app.Level
	Valid      app.Validity
	Cause      app.Cause
	Common     bool // marked by hand as a problem for the meeting
	Households int
	Lead       app.DeptID
	Handler    app.StaffID

	State    app.State // as it is now
	Close    app.CloseCode
	Received time.Time

	Promise  time.Time // until when the owner was to hear; zero when nobody said
	Answered time.Time
	Site     app.OnSite // of an emergency

	Transfer    bool // goes out on a slip, or nobody has decided otherwise yet
	Undecided   bool // nobody has decided whether it goes out
	RouteDue    time.Time
	Transferred time.Time // the first slip

	Due         time.Time // required time of the first round, as printed
	Moved       time.Time // where a calendar loaded later moved it; zero when it did not
	Further     []Further // rounds after the first
	Extensions  []Extension
	Pauses      []Pause
	Completions []Completion

	FollowUp      bool // the owner is to be asked
	FollowUpLimit workday.Limit
	Asked         []Asked
	Over          []Over
	Costs         []Costed    // each record of what it cost
	Joined        [][]Costed  // the same of each issue merged into it
	Reopened      []time.Time // by hand, or by an owner who was not satisfied
}

// Integrity reports whether it is a complaint about integrity, which counts apart
// (regulation 7.1).
func (f Fact) Integrity() bool {
	return app.Intake{Kind: f.Kind, Category: f.Category}.Restricted()
}

// Further is a round after the first: when it went out, and its limit.
type Further struct{ Issued, Due time.Time }

// Extension is a later limit that was approved in a round.
type Extension struct {
	Round        int
	Approved, To time.Time
	Late         bool // asked for, or told to the owner, after the limit had passed
}

// Completion is one time that a department said it was done.
type Completion struct {
	Said     time.Time // reported back
	Done     time.Time
	Accepted time.Time // in review; zero when it was not
	SentBack time.Time // in review; zero when it was not
}

// Asked is one attempt to ask the owner.
type Asked struct {
	At      time.Time
	Reached bool
	Rating  app.Rating
	Again   bool // led to a further round
}

// Over is a time in which nothing more was to be done.
type Over struct {
	State       app.State
	From, Until time.Time // Until is zero while it lasts
}

// counts reports whether an issue is counted anywhere.
func (f *Fact) counts() bool {
	return f.State != app.Void && f.State != app.Draft && f.Kind != app.Commendation && f.Close != app.ClosedMerged
}

// FactOf draws the fact of an issue out of its case. The case needs no more of
// its parts than data reads for figures; rules and office come from the ground.
func FactOf(c app.Case, g app.Ground) Fact {
	f := Fact{
		ID: c.ID, Number: c.Shown(), Project: c.Project, Area: c.Place.Area, Building: c.Place.Building,
		Kind: c.Kind, Category: c.Category, Channel: c.Channel, Urgency: c.Urgency, Level: c.Level,
		Households: max(1, c.Households), Lead: c.Lead, Handler: c.Handler,
		State: c.State, Close: c.Close, Received: c.Received, Promise: c.Promise, Answered: c.Answered,
		Transfer: true, Undecided: len(c.Rounds) == 0 && !c.Taken, RouteDue: c.RouteDue,
		FollowUp: c.FollowUpWanted(g), FollowUpLimit: g.RulesOf(c.Rules).Limit("followup", string(c.Kind)),
	}
	if c.Urgency == app.Emergency {
		f.Site = c.Site
		f.Site.Who, f.Site.How = "", "" // no words
	}
	f.Where, f.Public = where(c.Project, c.Place)
	f.Subject = fold.Key(c.Subject)
	f.Cause = reported(c)
	if c.Inquiry != nil {
		if c.Inquiry.Cause != "" {
			f.Cause = c.Inquiry.Cause
		}
		f.Valid, f.Common = c.Inquiry.Valid, c.Inquiry.Common
	}
	f.rounds(c)
	f.firstRoute(c, g)
	f.turns(c)
	for _, d := range c.Delays {
		if d.Approved {
			f.Extensions = append(f.Extensions, Extension{d.Round, d.Decided, d.To, d.Late})
		}
	}
	for _, s := range c.Suspensions {
		f.Pauses = append(f.Pauses, Pause{s.Round, s.At, s.Ended, s.Review, g.StopsClock(c.Issue)})
	}
	for _, b := range c.Feedbacks {
		done := Completion{Said: b.At, Done: b.Completed}
		if b.Accepted {
			done.Accepted = b.Reviewed
		} else {
			done.SentBack = b.Reviewed
		}
		f.Completions = append(f.Completions, done)
	}
	for _, a := range c.FollowUps {
		again := a.Disposal == app.NewRound
		f.Asked = append(f.Asked, Asked{a.At, a.Reached == app.ReachedOwner, a.Rating, again})
		if again {
			f.Reopened = append(f.Reopened, a.At)
		}
	}
	if n := len(f.Completions); c.Taken && c.State == app.Retransferred && len(f.Reopened) == 0 && n > 0 {
		f.Reopened = append(f.Reopened, later(f.Completions[n-1].Said, f.Completions[n-1].Accepted)) // an older ledger does not say when
	}
	slices.SortFunc(f.Reopened, time.Time.Compare)
	f.Costs = costed(c.Costs)
	for _, one := range c.Joined {
		f.Joined = append(f.Joined, costed(one))
	}
	return f
}

// reported is why it came to the issue, as a department said last.
func reported(c app.Case) (cause app.Cause) {
	for _, b := range c.Feedbacks {
		if b.Cause != "" {
			cause = b.Cause
		}
	}
	return cause
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// where tells rooms and public places apart. Two ways of writing one public place
// are one; two estates may call theirs the same.
func where(estate app.ProjectID, p app.Place) (key string, public bool) {
	if p.Room != 0 {
		return "room " + strconv.FormatInt(int64(p.Room), 10), false
	}
	if key = fold.Key(p.Short()); key != "" {
		key = strconv.FormatInt(int64(estate), 10) + "/" + strconv.FormatInt(int64(p.Building), 10) + " " + key
	}
	return key, p.Door == ""
}

// rounds reads how the issue was handed over: the first slip counts, what the
// desk handles itself needs none. An older ledger may know a required time of
// what was never handed over, and not know when a slip went out.
func (f *Fact) rounds(c app.Case) {
	if len(c.Rounds) == 0 && c.Taken {
		f.Due = c.Due
	}
	for i, r := range c.Rounds {
		switch {
		case i == 0:
			f.Due, f.Transfer = r.Due, r.Slip != app.NoSlip
			if f.Transfer && !r.Undated {
				f.Transferred = firstOut(c, r)
			}
			if moved(r) {
				f.Moved = r.RuleDue
			}
		case moved(r):
			f.Further = append(f.Further, Further{r.Issued, r.RuleDue})
		default:
			f.Further = append(f.Further, Further{r.Issued, r.Due})
		}
	}
}

// moved reports whether the limit of a round followed a calendar that was loaded
// after it had been printed.
func moved(r app.Round) bool {
	return r.DueWhy == "" && !r.RuleDue.IsZero() && !r.RuleDue.Equal(r.Due)
}

// firstOut is when the first slip went out for the first time, whoever took it
// over after it was refused.
func firstOut(c app.Case, r app.Round) time.Time {
	if r.Refusals > 0 {
		for _, a := range c.Acts {
			if a.Round == 1 && (a.Kind == app.ActTransfer || a.Kind == app.ActComplaint) {
				return a.At
			}
		}
	}
	return r.Issued
}

// firstRoute keeps the limit that the first slip had to keep: an issue opened again
// later is given a new one.
func (f *Fact) firstRoute(c app.Case, g app.Ground) {
	from, again := c.Received, false
	for _, a := range c.Acts {
		if a.Kind == app.ActReopened {
			if again = a.Round > 0; again {
				break
			}
			from = a.At
		}
	}
	if again {
		f.RouteDue, _ = g.Calendar.When(from, g.RulesOf(c.Rules).Limit("transfer", string(c.Urgency)))
	}
}

// turns reads when the issue was over, and when it was opened again.
func (f *Fact) turns(c app.Case) {
	for _, a := range c.Acts {
		switch {
		case a.Kind == app.ActReopened:
			if n := len(f.Over); n > 0 {
				f.Over[n-1].Until = a.At
			}
			f.Reopened = append(f.Reopened, a.At)
		case a.Kind == app.ActTakenOver && ends(a) != "":
			f.Over = append(f.Over, Over{State: ends(a), From: ended(a)})
		case ends(a) != "":
			f.Over = append(f.Over, Over{State: ends(a), From: a.At})
		}
	}
	if c.State.Over() && (len(f.Over) == 0 || !f.Over[len(f.Over)-1].Until.IsZero()) {
		f.Over = append(f.Over, Over{State: c.State, From: c.Ended})
	}
}

// ends is the state in which an act ended the issue; empty when it did not.
func ends(a app.Act) app.State {
	for _, d := range a.Diffs {
		if s := app.State(d.New); d.Field == "state" && s.Over() {
			return s
		}
	}
	return ""
}

// ended is when an issue taken over had ended in its ledger; zero when that does
// not say.
func ended(a app.Act) time.Time {
	for _, d := range a.Diffs {
		if t, err := time.Parse(time.RFC3339, d.New); d.Field == "closed-at" && err == nil {
			return t
		}
	}
	return time.Time{}
}
