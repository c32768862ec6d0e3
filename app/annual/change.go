package annual

import (
	"context"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/survey"
)

// ChangeOrder changes plan or questionnaire. What is nil stays as it is. Rows of a
// questionnaire without a code are new, and get one.
type ChangeOrder struct {
	Stand
	Plan          *Plan
	Questionnaire *Questionnaire
}

// Change changes plan or questionnaire while a survey is planned. An order that
// changes nothing leaves no trace.
func (d *Desk) Change(ctx context.Context, o ChangeOrder) (Move, error) {
	return d.act(ctx, "change", o.Stand, func(v Survey, g app.Ground, at time.Time) (Move, error) { return v.Change(o, g, at) })
}

// Change decides Desk.Change.
func (v Survey) Change(o ChangeOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By)
	f.open(v, Planning)
	m := v.begin(ActChanged, o.By, at, "")
	if o.Plan != nil {
		m.Head.Plan = o.Plan.trimmed()
		f.unless(m.Head.Plan.Scale == v.Plan.Scale || !v.wasApproved(), "scale", "fixed")
	}
	if o.Questionnaire != nil {
		m.Head.Questionnaire = o.Questionnaire.completed()
	}
	f.head(g, m.Head, at)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m.Act.Diffs = append(planDiffs(v.Plan, m.Head.Plan), questionnaireDiffs(v.Questionnaire, m.Head.Questionnaire)...)
	if len(m.Act.Diffs) == 0 {
		return Move{Head: v.Head}, nil
	}
	return m, nil
}

// wasApproved reports whether somebody ever approved the plan: its scale may have
// been told by then.
func (v Survey) wasApproved() bool {
	return slices.ContainsFunc(v.Acts, func(a Act) bool { return a.Kind == ActApproved })
}

// head checks plan and questionnaire.
func (f *faults) head(g app.Ground, h Head, at time.Time) {
	f.plan(g, h.Plan, at)
	f.sample(h.Plan)
	f.stages(h.Plan.Stages)
	f.questionnaire(h.Questionnaire)
}

func (f *faults) plan(g app.Ground, p Plan, at time.Time) {
	f.text(p.Title, "title", false, app.LongestLine)
	f.text(p.Contact, "contact", false, app.LongestLine)
	for _, one := range []struct{ text, field string }{
		{p.Purpose, "purpose"}, {p.Scope, "scope"}, {p.Content, "content"}, {p.Method, "method"}, {p.Training, "training"},
		{p.Quality, "quality"}, {p.Secrecy, "secrecy"}, {p.Keep, "keep"}, {p.Budget, "budget"},
	} {
		f.text(one.text, one.field, false, app.LongestText)
	}
	f.unless(len(p.Modes) > 0, "modes", "missing")
	f.unless(known(p.Modes, Modes), "modes", "unknown")
	f.unless(known(p.Owners, OwnerKinds), "owners", "unknown")
	f.unless(known(p.Areas, p.Areas) && !slices.Contains(p.Areas, 0), "areas", "unknown")
	f.within(p.Phoned, 0, 1, "phoned")
	f.unless(!p.FrameOn.After(today(g, at)), "frame-on", "future")
	for _, who := range p.Interviewers {
		f.unless(who != 0, "interviewers", "unknown")
		f.here(g, who, "interviewers")
	}
	f.within(float64(p.Attempts), 1, 9, "attempts")
	f.unless(p.BackCheck >= least, "back-check", "too-few")
	f.unless(p.BackCheck <= 1, "back-check", "out-of-range")
	f.within(p.Second, 0, 1, "second")
}

// known reports whether all of a list are of another, and none is there twice.
func known[T comparable](these, all []T) bool {
	for i, one := range these {
		if !slices.Contains(all, one) || slices.Contains(these[:i], one) {
			return false
		}
	}
	return true
}

// sample checks what a sample is drawn by.
func (f *faults) sample(p Plan) {
	s := p.Precision
	f.within(s.Confidence, 0.5, 0.999, "confidence")
	f.unless(s.Error > 0, "error", "missing")
	if s.Spread == 0 {
		f.within(s.Error, 0, 0.5, "error")
	}
	f.within(s.Share, 0.01, 0.99, "share")
	f.within(s.Spread, 0, 100, "spread")
	f.within(s.Effect, 0.1, 10, "effect")
	f.within(s.Response, 0.05, 1, "response")
	f.unless(slices.Contains([]survey.Rule{survey.Proportional, survey.Equal, survey.Neyman}, p.Rule), "rule", "unknown")
	f.unless(p.Way == survey.Simple || p.Way == survey.Systematic, "way", "unknown")
	f.unless(p.Scale == survey.Hundred || p.Scale == survey.Twenty, "scale", "unknown")
	f.within(float64(p.Floor), 0, 1e4, "floor")
	f.within(float64(p.Cap), 0, 1e6, "cap")
	f.unless(p.Cap == 0 || p.Floor <= p.Cap, "floor", "above-cap")
	f.unless(len(p.Bands) > 0 && len(p.Bands) <= 6, "bands", "missing")
	for i, b := range p.Bands {
		f.unless(b >= 1 && b <= 99, "bands", "out-of-range")
		f.unless(i == 0 || b < p.Bands[i-1], "bands", "order")
	}
}

// stages checks a timetable: each stage ends after it begins, and none begins
// before the one it follows.
func (f *faults) stages(all []Stage) {
	for i, s := range all {
		from, to := "stages."+string(s.Key), "stages."+string(s.Key)+".to"
		f.unless(slices.Contains(StageKeys, s.Key) && !s.From.IsZero(), from, "incomplete")
		f.unless(!s.To.IsZero(), to, "incomplete")
		f.unless(s.To.IsZero() || !s.To.Before(s.From), to, "order")
		f.unless(s.From.IsZero() || i == 0 || !s.From.Before(all[i-1].From), from, "order")
		f.unless(!slices.ContainsFunc(all[:i], func(o Stage) bool { return o.Key == s.Key }), from, "twice")
	}
}
