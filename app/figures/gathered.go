package figures

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"ownerdesk/app"
)

// GatheringID is what a list of opinions is known by inside the file.
type GatheringID int64

// Gathering is a list of opinions gathered at sales or at an event (clause 2.4.2).
type Gathering struct {
	ID       GatheringID
	Number   string // SJ-202611-0001
	Project  app.ProjectID
	Title    string
	Event    string    // which sort of event it was
	Begins   time.Time // it counts in this month
	Made     time.Time // handed in
	Due      time.Time // until when its opinions are to be answered for
	Opinions []Gathered
}

// Gathered is what became of one opinion.
type Gathered struct {
	Settled time.Time   // answered for; zero while it is open
	Issue   app.IssueID // that was made of it; one that it merely joined is none
	Number  string      // of that issue
}

// Opinions is what was gathered in a month, and how it was answered for.
type Opinions struct {
	Known bool          // false where a freeze did not know of it yet
	Rows  []OpinionsRow // by estate and sort of event, the earliest first
}

// OpinionsRow is one event.
type OpinionsRow struct {
	Gathering GatheringID
	Number    string
	Project   app.ProjectID
	Title     string
	Event     string
	Begins    time.Time
	Opinions  int
	Issues    []app.IssueID // made of them
	Numbers   []string      // of these
	InTime    int           // answered for within the limit
	Late      int           // after it
	Open      int           // nobody answered for
	Overdue   int           // of these past the limit
}

// Gatherings reads what was gathered in the period of a scope.
func (s Scope) Gatherings(ctx context.Context, asks Asks) ([]Gathering, error) {
	all, err := asks.Gatherings(ctx, Wanted{Project: s.Project, From: s.From, To: s.To})
	if err != nil {
		return nil, fmt.Errorf("read what was gathered: %w", err)
	}
	return all, nil
}

// Opinions counts what was gathered in a scope, as it stood at the cut-off.
func (s Scope) Opinions(all []Gathering) Opinions {
	o := Opinions{Known: true}
	for _, g := range all {
		if s.covers(g.Begins) && !g.Made.After(s.At) && (s.Project == 0 || g.Project == s.Project) {
			o.Rows = append(o.Rows, s.opinionsOf(g))
		}
	}
	slices.SortStableFunc(o.Rows, func(a, b OpinionsRow) int {
		return cmp.Or(cmp.Compare(a.Project, b.Project), cmp.Compare(a.Event, b.Event), a.Begins.Compare(b.Begins), cmp.Compare(a.Gathering, b.Gathering))
	})
	return o
}

func (s Scope) opinionsOf(g Gathering) OpinionsRow {
	r := OpinionsRow{Gathering: g.ID, Number: g.Number, Project: g.Project, Title: g.Title, Event: g.Event, Begins: g.Begins, Opinions: len(g.Opinions)}
	for _, v := range g.Opinions {
		settled := !v.Settled.IsZero() && !v.Settled.After(s.At)
		switch late := !g.Due.IsZero() && (settled && v.Settled.After(g.Due) || !settled && s.At.After(g.Due)); {
		case settled && late:
			r.Late++
		case settled:
			r.InTime++
		default:
			r.Open++
			if late {
				r.Overdue++
			}
		}
		if settled && v.Issue != 0 {
			r.Issues, r.Numbers = append(r.Issues, v.Issue), append(r.Numbers, v.Number)
		}
	}
	return r
}

// Sum is all events together.
func (o Opinions) Sum() (sum OpinionsRow) {
	for _, r := range o.Rows {
		sum.Opinions, sum.InTime, sum.Late, sum.Open, sum.Overdue = sum.Opinions+r.Opinions, sum.InTime+r.InTime, sum.Late+r.Late, sum.Open+r.Open, sum.Overdue+r.Overdue
		sum.Issues, sum.Numbers = append(sum.Issues, r.Issues...), append(sum.Numbers, r.Numbers...)
	}
	return sum
}

// Answered is how many were answered for within the limit, of those that were answered
// for or should have been.
func (r OpinionsRow) Answered() Rate {
	return Rate{Key: "gathered", Num: r.InTime, Den: r.InTime + r.Late + r.Overdue, Times: 1}
}
