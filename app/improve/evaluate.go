package improve

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
)

// Verdict is what a measure is found to have done.
type Verdict string

// The verdicts: effective, partly, not.
const (
	Good Verdict = "VD-GOOD"
	Some Verdict = "VD-SOME"
	None Verdict = "VD-NONE"
)

// Verdicts lists them.
var Verdicts = []Verdict{Good, Some, None}

// Evaluation is one look at whether a measure helped.
type Evaluation struct {
	N  int
	At time.Time
	By app.StaffID
	Effect
	Verdict Verdict
	Why     string // always where the figures alone do not carry the verdict
}

// Argued reports whether a verdict rests on its reason, not on the figures.
func (e Evaluation) Argued() bool { return e.Verdict == Good && !e.Carries() }

// EvaluateOrder says whether a measure helped. The figures are read by the desk.
type EvaluateOrder struct {
	Stand
	Gauge         Gauge // zero: the plan's
	Before, After Span  // zero: see Spans
	Verdict       Verdict
	Why           string
}

// Evaluate notes whether a measure helped, with the figures that it was told by.
func (d *Desk) Evaluate(ctx context.Context, o EvaluateOrder) (Move, error) {
	return d.act(ctx, "evaluate", o.Stand, func(m Measure, g app.Ground, at time.Time) (Move, error) {
		if err := m.mayEvaluate(o, g); err != nil {
			return Move{}, err
		}
		e, err := d.effect(ctx, m, LookOrder{m.ID, o.Gauge, o.Before, o.After}, g, at)
		if err != nil {
			return Move{}, err
		}
		return m.Evaluate(o, e, g, at)
	})
}

// mayEvaluate are the rules that can be told before any figure is read.
func (m Measure) mayEvaluate(o EvaluateOrder, g app.Ground) error {
	var f faults
	f.may(g, o.By)
	f.state(m.Head, Doing, Waiting, Done)
	f.other(g, o.By, m.Person, m.FinishedBy)
	f.unless(o.Gauge != "" || m.Gauge != "", "gauge", "missing")
	return f.err()
}

// Evaluate decides Desk.Evaluate. A measure is called effective where its figures
// carry that, or for a reason that is written down; one without effect wants a
// reason, too: the next round begins with it.
func (m Measure) Evaluate(o EvaluateOrder, e Effect, g app.Ground, at time.Time) (Move, error) {
	if err := m.mayEvaluate(o, g); err != nil {
		return Move{}, err
	}
	v := Evaluation{N: len(m.Evaluations) + 1, At: at, By: o.By, Effect: e, Verdict: o.Verdict, Why: strings.TrimSpace(o.Why)}
	var f faults
	f.unless(slices.Contains(Verdicts, o.Verdict), "verdict", "missing")
	f.unless(!v.Argued() || v.Why != "", "why", "not-carried")
	f.text(v.Why, "why", o.Verdict == None, app.LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	move := m.begin(ActEvaluated, o.By, at, v.Why).traced(f.other(g, o.By, m.Person, m.FinishedBy))
	move.Evaluation = &v
	move.Act.Diffs = append(move.Act.Diffs, app.Difference{Field: "verdict", New: string(o.Verdict)},
		app.Difference{Field: "gauge", New: string(e.Gauge)}, app.Difference{Field: "figures", Old: plain(e.Before.Value), New: plain(e.After.Value)})
	return move, nil
}

// plain spells a figure for a timeline, to a tenth.
func plain(v float64) string { return fmt.Sprintf("%.1f", v) }
