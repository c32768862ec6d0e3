package surveys

import (
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/annual"
)

// verb is one thing that can be done to a survey as a whole: when, and by which
// form.
type verb struct {
	name string
	icon func() fyne.Resource
	try  func(trial) error
	form func(*Page) *form
}

// trial is an order given to the rules alone: what they then say about the survey
// or the person, rather than about a field, is whether it may be done at all.
type trial struct {
	annual.Survey
	sheets []annual.Sheet
	by     annual.Stand
	g      app.Ground
	at     time.Time
}

func (p *Page) trial() trial {
	return trial{p.seen.survey, p.seen.sheets, p.stand(), p.s.Ground, p.s.Now()}
}

// The verbs that are asked for by name.
const (
	approveVerb = "approve"
	drawVerb    = "draw"
	countVerb   = "count"
	reportVerb  = "report"
	cancelVerb  = "cancel"
)

// verbs are all acts, in the order of the menu.
var verbs = []verb{
	{approveVerb, theme.ConfirmIcon, tryApprove, approveForm},
	{drawVerb, theme.MediaPlayIcon, tryDraw, drawForm},
	{countVerb, theme.ConfirmIcon, tryCount, countForm},
	{reportVerb, theme.DocumentSaveIcon, tryReport, reportForm},
	{"reopen", theme.ViewRefreshIcon, tryReopen, reopenForm},
	{"reissue", theme.ViewRefreshIcon, tryReissue, reissueForm},
	{"destroy", theme.DeleteIcon, tryDestroy, destroyForm},
	{cancelVerb, theme.CancelIcon, tryCancel, cancelForm},
}

// managers are the acts that only a manager may do.
var managers = map[string]bool{approveVerb: true, reportVerb: true}

func tryChange(t trial) error {
	_, err := t.Change(annual.ChangeOrder{Stand: t.by}, t.g, t.at)
	return err
}

func tryApprove(t trial) error {
	_, err := t.Approve(annual.ApproveOrder{Stand: t.by}, nil, nil, t.g, t.at)
	return err
}

func tryReopen(t trial) error {
	_, err := t.Reopen(annual.ReopenOrder{Stand: t.by}, t.g, t.at)
	return err
}

func tryDraw(t trial) error {
	_, err := t.Draw(annual.DrawOrder{Stand: t.by}, nil, nil, t.g, t.at)
	return err
}

func tryCount(t trial) error {
	_, err := t.Count(annual.CountOrder{Stand: t.by}, t.sheets, t.g, t.at)
	return err
}

func tryAssign(t trial) error {
	_, err := t.Assign(annual.AssignOrder{Stand: t.by}, nil, t.g, t.at)
	return err
}

func tryAttempt(t trial, u annual.Unit) error {
	_, err := t.Attempt(annual.AttemptOrder{Stand: t.by, Unit: u.N}, u, annual.Tried{}, t.g, t.at)
	return err
}

// tryReplace asks by a reserve that is made up: whether there is one the desk finds
// out.
func tryReplace(t trial, u annual.Unit) error {
	_, err := t.Replace(annual.ReplaceOrder{Stand: t.by, Unit: u.N}, u, []annual.Unit{{Stratum: u.Stratum, Reserve: true}}, 0, t.g, t.at)
	return err
}

func tryCancel(t trial) error {
	_, err := t.Cancel(annual.CancelOrder{Stand: t.by}, t.g, t.at)
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
		if f.Field == "survey" || f.Field == "by" {
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

// nextVerbs are what a survey waits for in each state.
var nextVerbs = map[annual.State]string{
	annual.Planning: approveVerb,
	annual.Approved: drawVerb,
	annual.Field:    countVerb,
	annual.Counted:  reportVerb,
}

// nextVerb is the verb that a survey waits for; none when all is done.
func nextVerb(h annual.Head) string { return nextVerbs[h.State] }

// verbWords are what an act is called; where everybody is invited nothing is drawn.
func (p *Page) verbWords(name string) string {
	if name == drawVerb && p.seen.survey.Plan.Convenience {
		return p.s.Say("surveys.verb.draw.all")
	}
	return p.s.Say("surveys.verb." + name)
}
