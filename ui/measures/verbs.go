package measures

import (
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/improve"
)

// verb is one thing that can be done to a measure: when, and by which form.
type verb struct {
	name string
	icon func() fyne.Resource
	try  func(trial) error
	form func(*Page) *form
}

// trial is an order given to the rules alone: what they then say about the measure
// or the person, rather than about a field, is whether it may be done at all.
type trial struct {
	improve.Measure
	by improve.Stand
	g  app.Ground
	at time.Time
}

func (p *Page) trial() trial { return trial{p.seen.m, p.stand(), p.s.Ground, p.s.Now()} }

// The verbs that are asked for by name.
const (
	beginVerb    = "begin"
	trackVerb    = "track"
	finishVerb   = "finish"
	acceptVerb   = "accept"
	evaluateVerb = "evaluate"
	closeVerb    = "close"
)

// verbs are all acts, in the order of the menu.
var verbs = []verb{
	{beginVerb, theme.MediaPlayIcon, func(t trial) error { _, err := t.Begin(t.by, t.g, t.at); return err }, beginForm},
	{trackVerb, theme.DocumentCreateIcon, func(t trial) error { _, err := t.Track(improve.TrackOrder{Stand: t.by}, t.g, t.at); return err }, trackForm},
	{finishVerb, theme.ConfirmIcon, func(t trial) error { _, err := t.Finish(improve.FinishOrder{Stand: t.by}, t.g, t.at); return err }, finishForm},
	{acceptVerb, theme.ConfirmIcon, func(t trial) error { _, err := t.Accept(improve.AcceptOrder{Stand: t.by}, t.g, t.at); return err }, acceptForm},
	{evaluateVerb, theme.GridIcon, tryEvaluate, evaluateForm},
	{closeVerb, theme.ConfirmIcon, func(t trial) error { _, err := t.Close(improve.CloseOrder{Stand: t.by}, t.g, t.at); return err }, closeForm},
	{"remind", theme.MailSendIcon, func(t trial) error { _, err := t.Remind(improve.RemindOrder{Stand: t.by}, t.g, t.at); return err }, remindForm},
	{"call", theme.WarningIcon, func(t trial) error { _, err := t.Call(improve.CallOrder{Stand: t.by}, t.g, t.at); return err }, callForm},
	{"defer", theme.HistoryIcon, func(t trial) error { _, err := t.Defer(improve.DeferOrder{Stand: t.by}, t.g, t.at); return err }, deferForm},
	{"change", theme.DocumentCreateIcon, tryChange, changeForm},
	{"void", theme.CancelIcon, func(t trial) error { _, err := t.Void(improve.VoidOrder{Stand: t.by}, t.g, t.at); return err }, voidForm},
}

func tryEvaluate(t trial) error {
	_, err := t.Evaluate(improve.EvaluateOrder{Stand: t.by}, improve.Effect{}, t.g, t.at)
	return err
}

func tryChange(t trial) error {
	_, err := t.Change(improve.ChangeOrder{Stand: t.by}, t.g, t.at)
	return err
}

func tryReach(t trial, n int) error {
	_, err := t.Reach(improve.ReachOrder{Stand: t.by, N: n}, t.g, t.at)
	return err
}

func tryAttach(t trial) error {
	_, err := t.Attach(improve.AttachOrder{Stand: t.by}, t.g, t.at)
	return err
}

// bar is what speaks against an act whatever its form would say; nil when nothing
// does.
func bar(err error) *app.Invalid {
	var faults app.Faults
	if !errors.As(err, &faults) {
		return nil
	}
	for _, f := range faults {
		if f.Field == "measure" || f.Field == "by" || f.Field == "milestones" && f.Rule == "open" {
			return &f
		}
	}
	return nil
}

func verbNamed(name string) (verb, bool) {
	at := slices.IndexFunc(verbs, func(v verb) bool { return v.name == name })
	if at < 0 {
		return verb{}, false
	}
	return verbs[at], true
}

// nextVerb is the verb that a measure waits for; none when all is done.
func nextVerb(m improve.Measure) string {
	switch m.State {
	case improve.Planned:
		return beginVerb
	case improve.Doing:
		if slices.ContainsFunc(m.Live(), func(v improve.Milestone) bool { return v.Reached.IsZero() }) || m.Percent() < 100 {
			return trackVerb
		}
		return finishVerb
	case improve.Waiting:
		return acceptVerb
	case improve.Done:
		if e, judged := m.Judged(); judged && !e.At.Before(m.Accepted) {
			return closeVerb
		}
		return evaluateVerb
	}
	return ""
}

func (p *Page) verbWords(name string) string { return p.s.Say("measures.verb." + name) }
