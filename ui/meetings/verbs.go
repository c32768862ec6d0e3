package meetings

import (
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
)

// verb is one thing that can be done to a record: when, and by which form.
type verb struct {
	name string
	icon func() fyne.Resource
	try  func(trial) error
	form func(*Page) *form
}

// trial is an order given to the rules alone: what they then say about the record
// or the person, rather than about a field, is whether it may be done at all.
type trial struct {
	meeting.Record
	by meeting.Stand
	g  app.Ground
	at time.Time
}

func (p *Page) trial() trial { return trial{p.seen.r, p.stand(), p.s.Ground, p.s.Now()} }

// The verbs that are asked for by name.
const (
	freezeVerb   = "freeze"
	againVerb    = "refreeze"
	holdVerb     = "hold"
	cameVerb     = "attendance"
	minutesVerb  = "minutes"
	changeVerb   = "change"
	registerVerb = "register"
)

// verbs are all acts, in the order of the menu.
var verbs = []verb{
	{freezeVerb, theme.DocumentSaveIcon, func(t trial) error { return t.tryFreeze(false) }, freezeForm},
	{holdVerb, theme.ConfirmIcon, tryHold, holdForm},
	{cameVerb, theme.AccountIcon, tryCame, guestsForm},
	{registerVerb, theme.MailForwardIcon, tryRegister, registerForm},
	{minutesVerb, theme.DocumentIcon, tryMinutes, minutesForm},
	{changeVerb, theme.DocumentCreateIcon, tryCorrect, changeForm},
	{againVerb, theme.ViewRefreshIcon, func(t trial) error { return t.tryFreeze(true) }, freezeForm},
	{"reopen", theme.ViewRefreshIcon, func(t trial) error {
		_, err := t.Reopen(meeting.WhyOrder{Stand: t.by}, t.g, t.at)
		return err
	}, reopenForm},
	{"cancel", theme.CancelIcon, func(t trial) error {
		_, err := t.Cancel(meeting.WhyOrder{Stand: t.by}, t.g, t.at)
		return err
	}, cancelForm},
}

var notNow = app.Faults{{Field: "meeting", Rule: "not-now"}}

// tryFreeze tells the first freeze and a further one apart.
func (t trial) tryFreeze(again bool) error {
	if again != (len(t.Freezes) > 0) {
		return notNow
	}
	_, err := t.Record.Freeze(meeting.FreezeOrder{Stand: t.by}, meeting.Kept{}, nil, t.g, t.at)
	return err
}

func tryHold(t trial) error {
	_, err := t.Hold(meeting.HoldOrder{Stand: t.by}, t.g, t.at)
	return err
}

// tryCame lets it be noted who came from the time it took place.
func tryCame(t trial) error {
	if t.Kind == meeting.Notice || t.Kind == meeting.Gathering || t.State == meeting.Planned {
		return notNow
	}
	return tryChange(t)
}

func tryRegister(t trial) error {
	_, err := t.Register(meeting.RegisterOrder{Stand: t.by}, nil, t.g, t.at)
	return err
}

func tryMinutes(t trial) error {
	_, err := t.Minute(meeting.MinuteOrder{Stand: t.by}, t.g, t.at)
	return err
}

func tryChange(t trial) error {
	_, err := t.Change(meeting.ChangeOrder{Stand: t.by}, t.g, t.at)
	return err
}

// tryCorrect is tryChange for what was planned: a notice that was given out hangs on
// the wall.
func tryCorrect(t trial) error {
	d := t.Details
	d.Goes += "."
	_, err := t.Change(meeting.ChangeOrder{Stand: t.by, Details: &d}, t.g, t.at)
	return err
}

func tryGive(t trial) error {
	_, err := t.Give(meeting.GiveOrder{Stand: t.by}, t.g, t.at)
	return err
}

func tryAttach(t trial) error {
	_, err := t.Attach(meeting.AttachOrder{Stand: t.by}, t.g, t.at)
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
		if f.Field == "meeting" || f.Field == "by" || f.Field == "guests" || f.Rule == "not-begun" {
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

// nextVerb is the verb that a record waits for; none when all is done.
func nextVerb(r meeting.Record) string {
	switch r.State {
	case meeting.Planned:
		if r.Kind.Figures() {
			return freezeVerb
		}
		return holdVerb
	case meeting.Frozen:
		return holdVerb
	case meeting.Held:
		switch {
		case r.Kind == meeting.Notice:
			return ""
		case len(r.Unanswered()) > 0 && r.Kind == meeting.Gathering:
			return registerVerb
		case r.Kind != meeting.Activity && r.Kind != meeting.Gathering && !slices.ContainsFunc(meeting.Live(r.Guests), func(g meeting.Guest) bool { return g.Presence == meeting.Came }):
			return cameVerb
		}
		return minutesVerb
	}
	return ""
}

// verbWords are what a verb is called on a record of a kind.
func (p *Page) verbWords(name string) string {
	if key := "meetings.verb." + name + "." + string(p.seen.r.Kind); p.s.Has(key) {
		return p.s.Say(key)
	}
	return p.s.Say("meetings.verb." + name)
}
