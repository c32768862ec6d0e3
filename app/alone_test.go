package app

import (
	"maps"
	"slices"
	"testing"
	"time"
)

// onlyWith is the ground as it is when the given people are all that is left of
// the office, and whether the rules allow one of them to decide alone.
func onlyWith(g Ground, allowed int, stay ...StaffID) Ground {
	g.Staff, g.Rules.Counts = maps.Clone(g.Staff), maps.Clone(g.Rules.Counts)
	for s, who := range g.Staff {
		who.Closed = !slices.Contains(stay, s)
		g.Staff[s] = who
	}
	g.Rules.Counts["alone"] = allowed
	return g
}

// ownWork are all acts that want a second person, done by the one who handled
// the matter or asked for it.
var ownWork = map[string]struct {
	rule Invalid
	walk func(*testing.T) *walk
	do   func(*walk, time.Time) (Move, error)
}{
	"a closing one asked for": {Invalid{"by", "same"}, func(t *testing.T) *walk {
		w := rang(t)
		return w.did(w.c.AskClose(CloseOrder{Stand: by(min), Code: ClosedUnreachable, Reason: "三次未接"}, w.g, clockAt(26, 10, 5)))
	}, func(w *walk, at time.Time) (Move, error) {
		return w.c.DecideClose(DecideOrder{Stand: by(min), Approve: true}, w.g, at)
	}},
	"a closing of what one handled": {Invalid{"by", "handler"}, func(t *testing.T) *walk {
		w := rang(t)
		w.c.Rounds[0].Handler = min
		return w.did(w.c.AskClose(CloseOrder{Stand: by(fang), Code: ClosedUnreachable, Reason: "三次未接"}, w.g, clockAt(26, 10, 5)))
	}, func(w *walk, at time.Time) (Move, error) {
		return w.c.DecideClose(DecideOrder{Stand: by(min), Approve: true}, w.g, at)
	}},
	"a delay one asked for": {Invalid{"by", "same"}, func(t *testing.T) *walk {
		w := signed(t)
		w.c.Delays = []Delay{{N: 1, Round: 1, Asked: clockAt(23, 11, 0), AskedBy: min, To: clockAt(27, 18, 0)}}
		return w
	}, func(w *walk, at time.Time) (Move, error) {
		return w.c.DecideDelay(DecideOrder{Stand: by(min), Approve: true}, w.g, at)
	}},
	"a delay of what one handles": {Invalid{"by", "handler"}, func(t *testing.T) *walk {
		w := signed(t)
		w.c.Rounds[0].Handler = min
		w.c.Delays = []Delay{{N: 1, Round: 1, Asked: clockAt(23, 11, 0), AskedBy: fang, To: clockAt(27, 18, 0)}}
		return w
	}, func(w *walk, at time.Time) (Move, error) {
		return w.c.DecideDelay(DecideOrder{Stand: by(min), Approve: true}, w.g, at)
	}},
	"an inspection of what one did": {Invalid{"inspector", "handler"}, func(t *testing.T) *walk {
		w := fedBack(t)
		w.c.Rounds[0].Handler = min
		return w
	}, func(w *walk, at time.Time) (Move, error) {
		o := inspection(at)
		o.By = min
		return w.c.Inspect(o, w.g, at)
	}},
	"a review of what one typed": {Invalid{"by", "reporter"}, func(t *testing.T) *walk {
		w := fedBack(t).inspected(clockAt(24, 16, 50))
		w.c.Feedbacks[0].By = min
		return w
	}, func(w *walk, at time.Time) (Move, error) {
		return w.c.Review(ReviewOrder{Stand: by(min), Accept: true}, w.g, at)
	}},
	"a review of what one did": {Invalid{"by", "handler"}, func(t *testing.T) *walk {
		w := fedBack(t).inspected(clockAt(24, 16, 50))
		w.c.Rounds[0].Handler = min
		return w
	}, func(w *walk, at time.Time) (Move, error) {
		return w.c.Review(ReviewOrder{Stand: by(min), Accept: true}, w.g, at)
	}},
	"a review that sends back what one did": {Invalid{"by", "handler"}, func(t *testing.T) *walk {
		w := fedBack(t)
		w.c.Rounds[0].Handler = min
		return w
	}, func(w *walk, at time.Time) (Move, error) {
		return w.c.Review(ReviewOrder{Stand: by(min), Code: "RW-01", Note: "仍有異響"}, w.g, at)
	}},
	"a follow-up on what one did": {Invalid{"by", "handler"}, func(t *testing.T) *walk {
		w := told(t)
		w.c.Rounds[0].Handler = min
		return w
	}, func(w *walk, at time.Time) (Move, error) {
		return w.c.FollowUp(FollowUpOrder{Stand: by(min), Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明",
			Solved: SolvedYes, Rating: 5, Disposal: CloseIssue}, w.g, at)
	}},
}

// Whoever handled a matter or asked for it decides on it only where the rules
// allow it and nobody else could; then the timeline says so.
func TestOneDecidesOnOwnWorkOnlyWhereThereIsNobodyElse(t *testing.T) {
	for name, c := range ownWork {
		for _, office := range []struct {
			name    string
			allowed int
			stay    []StaffID
			may     bool
		}{
			{"one person, not allowed", 0, []StaffID{min}, false},
			{"several people, allowed", 1, []StaffID{min, fang, jing, wu, jianguo, qiang}, false},
			{"one person, allowed", 1, []StaffID{min}, true},
			{"with a worker who may decide nothing, allowed", 1, []StaffID{min, jianguo}, true},
			{"with a manager, allowed", 1, []StaffID{min, wu}, false},
		} {
			t.Run(name+"/"+office.name, func(t *testing.T) {
				w := c.walk(t)
				w.g = onlyWith(w.g, office.allowed, office.stay...)
				m, err := c.do(w, clockAt(26, 12, 0))
				if faults(err).Has(c.rule.Field, c.rule.Rule) == office.may {
					t.Fatalf("got %v", err)
				}
				if office.may && (err != nil || !m.Act.Alone()) {
					t.Errorf("decided: %v; the timeline knows that it was alone: %v", err, m.Act.Alone())
				}
				if m.Closing != nil && m.Closing.Alone != office.may {
					t.Errorf("the closing says alone: %v", m.Closing.Alone)
				}
			})
		}
	}
}

// Where two people do the act as it should be, nothing says "alone", though the
// rules would allow it.
func TestASecondPersonLeavesNoTraceOfBeingAlone(t *testing.T) {
	for name, c := range ownWork {
		w := c.walk(t)
		for i := range w.c.Rounds {
			w.c.Rounds[i].Handler = jianguo
		}
		for i := range w.c.Feedbacks {
			w.c.Feedbacks[i].By = jianguo
		}
		for i := range w.c.Delays {
			w.c.Delays[i].AskedBy = jianguo
		}
		for i := range w.c.Closings {
			w.c.Closings[i].AskedBy = fang
		}
		w.g = onlyWith(w.g, 1, min, jianguo)
		if m, err := c.do(w, clockAt(26, 12, 0)); err != nil || m.Act.Alone() {
			t.Errorf("%s: %v, alone: %v", name, err, m.Act.Alone())
		}
	}
}

// Nobody decides on a complaint about himself, alone or not.
func TestNobodyClosesAComplaintAboutHimselfAlone(t *testing.T) {
	w := rang(t)
	w.c.Inquiry = &Inquiry{Accused: []StaffID{min}}
	w.did(w.c.AskClose(CloseOrder{Stand: by(min), Code: ClosedUnreachable, Reason: "三次未接"}, w.g, clockAt(26, 10, 5)))
	w.g = onlyWith(w.g, 1, min)
	if _, err := w.c.DecideClose(DecideOrder{Stand: by(min), Approve: true}, w.g, clockAt(26, 12, 0)); !faults(err).Has("by", "accused") {
		t.Errorf("got %v", err)
	}
}
