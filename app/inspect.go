package app

import (
	"context"
	"strings"
	"time"
)

// Inspection is how customer service saw for itself that a repair is done
// (clause 2.2.4): who looked, when and where, what was found, with a photo or
// the reason why there is none.
type Inspection struct {
	N         int
	Round     int
	Feedback  int // number of the feedback that it is about
	At        time.Time
	By        StaffID // who wrote it down
	Inspector StaffID
	Inspected time.Time
	Place     string
	Passed    bool
	Result    string
	Photo     int // number of the attached file, 0 for none
	NoPhoto   string
}

// InspectOrder is an inspection as the form was left.
type InspectOrder struct {
	Stand
	Inspector StaffID
	Inspected time.Time
	Place     string
	Passed    Said
	Result    string
	Photo     int
	NoPhoto   string
}

// Inspect records that customer service looked at a repair that was reported done.
func (d *Desk) Inspect(ctx context.Context, o InspectOrder) (Move, error) {
	return d.act(ctx, "inspect", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.Inspect(o, g, at)
	})
}

// InspectionWanted reports whether the desk looks at the work before it accepts it.
func (c Case) InspectionWanted(g Ground) bool {
	return g.RulesOf(c.Rules).Count("inspect", string(c.Kind)) > 0
}

// Inspected is the newest inspection of the feedback that waits.
func (c Case) Inspected() (Inspection, bool) {
	fb, there := c.LastFeedback()
	if n := len(c.Inspections); there && n > 0 && c.Inspections[n-1].Feedback == fb.N {
		return c.Inspections[n-1], true
	}
	return Inspection{}, false
}

// Inspect decides Desk.Inspect.
func (c Case) Inspect(o InspectOrder, g Ground, at time.Time) (Move, error) {
	fb, there := c.LastFeedback()
	if o.Inspector == 0 {
		o.Inspector = o.By
	}
	var f Faults
	f.state(c, FedBack)
	f.unless(there, "issue", "not-now")
	f.unless(c.asks(g, o.Inspector), "inspector", "not-service")
	alone := c.reviewsAlone(g, o.Inspector)
	f.unless(alone || c.reviews(o.Inspector), "inspector", "handler")
	f.past(o.Inspected, "inspected", at)
	f.unless(!o.Inspected.Before(fb.Completed.Truncate(time.Minute)), "inspected", "before-done")
	f.text(strings.TrimSpace(o.Place), "place", true, LongestLine)
	f.unless(oneOf(o.Passed, []Said{SaidYes, SaidNo}), "passed", "missing")
	f.text(strings.TrimSpace(o.Result), "found", true, LongestText)
	f.unless(o.Photo >= 0 && o.Photo <= len(c.Attachments), "photo", "unknown-file")
	f.unless(o.Photo != 0 || strings.TrimSpace(o.NoPhoto) != "", "photo", "missing")
	f.text(o.NoPhoto, "no-photo", false, LongestLine)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	r, _ := c.Current()
	m := c.begin(ActInspected, o.By, at, strings.TrimSpace(o.Result)).traced(alone)
	m.Inspection = &Inspection{
		N: len(c.Inspections) + 1, Round: r.N, Feedback: fb.N, At: at, By: o.By, Inspector: o.Inspector, Inspected: o.Inspected,
		Place: strings.TrimSpace(o.Place), Passed: o.Passed == SaidYes, Result: m.Act.Note, Photo: o.Photo, NoPhoto: strings.TrimSpace(o.NoPhoto),
	}
	m.Act.Diffs = append(m.Act.Diffs, Difference{"passed", "", string(o.Passed)}, Difference{"inspector", "", id(o.Inspector)},
		Difference{"inspected", "", moment(o.Inspected)}, Difference{"place", "", m.Inspection.Place})
	return c.settle(m, g), nil
}

// reviews reports whether somebody neither did the work nor reported it. What
// the desk handles itself, without a slip, one person may see through; what an
// older ledger says was reported (with no word of it) nobody here did.
func (c Case) reviews(s StaffID) bool {
	fb, _ := c.LastFeedback()
	r, _ := c.Current()
	return r.Slip == NoSlip || s != r.Handler && (s != fb.By || fb.Situation == "")
}

// reviewsAlone reports whether somebody may inspect and review their own work, there
// being nobody else who could.
func (c Case) reviewsAlone(g Ground, s StaffID) bool {
	return !c.reviews(s) && g.Alone(s, func(other StaffID) bool { return c.reviews(other) && c.asks(g, other) })
}
