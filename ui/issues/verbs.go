package issues

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/ui/seat"
)

// verb is one thing that can be done to an issue: when, and by which form.
type verb struct {
	name string
	icon func() fyne.Resource
	try  func(trial) (app.Move, error)
	form func(matter) *actForm
}

// trial is an empty order given to the rules alone: what they then say about
// the issue or the person, rather than about a field, is whether it may be done
// at all. So no screen knows a second time what the rules know.
type trial struct {
	app.Case
	by app.Stand
	g  app.Ground
	at time.Time
}

func trialOf(s *seat.Seat, c app.Case) trial { return trial{c, s.Stand(c.Issue), s.Ground, s.Now()} }

// verbs are all acts, in the order of the menu.
var verbs = []verb{
	{Transfer, theme.MailForwardIcon, func(t trial) (app.Move, error) { return t.Transfer(app.TransferOrder{Stand: t.by}, t.g, t.at) }, transferForm},
	{Complaint, theme.MailForwardIcon, func(t trial) (app.Move, error) { return t.OpenComplaint(app.TransferOrder{Stand: t.by}, t.g, t.at) }, complaintForm},
	{Self, theme.AccountIcon, func(t trial) (app.Move, error) { return t.HandleSelf(app.TransferOrder{Stand: t.by}, t.g, t.at) }, selfForm},
	{"sign", theme.ConfirmIcon, func(t trial) (app.Move, error) { return t.Sign(app.SignOrder{Stand: t.by}, t.g, t.at) }, signForm},
	{Arrive, theme.LoginIcon, func(t trial) (app.Move, error) { return t.Arrive(app.SceneOrder{Stand: t.by}, t.g, t.at) }, arriveForm},
	{Control, theme.ConfirmIcon, func(t trial) (app.Move, error) { return t.Control(app.SceneOrder{Stand: t.by}, t.g, t.at) }, controlForm},
	{"refuse", theme.MailReplyIcon, func(t trial) (app.Move, error) { return t.Refuse(app.RefuseOrder{Stand: t.by}, t.g, t.at) }, refuseForm},
	{"reassign", theme.MailForwardIcon, func(t trial) (app.Move, error) { return t.Reassign(app.ReassignOrder{Stand: t.by}, t.g, t.at) }, reassignForm},
	{"plan", theme.ListIcon, func(t trial) (app.Move, error) { return t.PlanWork(app.PlanOrder{Stand: t.by}, t.g, t.at) }, planForm},
	{"approve-plan", theme.ConfirmIcon, func(t trial) (app.Move, error) { return t.ApprovePlan(app.DecideOrder{Stand: t.by}, t.g, t.at) }, approvePlanForm},
	{"inquiry", theme.SearchIcon, tryInquiry, inquiryForm},
	{"notice", theme.InfoIcon, func(t trial) (app.Move, error) { return t.Disturb(app.DisturbOrder{Stand: t.by}, t.g, t.at) }, noticeForm},
	{"note", theme.DocumentCreateIcon, tryNote(app.NoteProgress), noteForm},
	{"chase", theme.WarningIcon, tryChase, chaseForm},
	{Suspend, theme.MediaPauseIcon, func(t trial) (app.Move, error) { return t.Suspend(app.SuspendOrder{Stand: t.by}, t.g, t.at) }, suspendForm},
	{WaitOn, theme.HistoryIcon, func(t trial) (app.Move, error) { return t.WaitOn(app.SuspendOrder{Stand: t.by}, t.g, t.at) }, waitOnForm},
	{"resume", theme.MediaPlayIcon, func(t trial) (app.Move, error) { return t.Resume(app.ResumeOrder{Stand: t.by}, t.g, t.at) }, resumeForm},
	{NoTalk, theme.CancelIcon, func(t trial) (app.Move, error) { return t.NoTalk(app.NoTalkOrder{Stand: t.by}, t.g, t.at) }, noTalkForm},
	{"extend", theme.HistoryIcon, func(t trial) (app.Move, error) { return t.AskDelay(app.DelayOrder{Stand: t.by}, t.g, t.at) }, extendForm},
	{"decide-delay", theme.ConfirmIcon, func(t trial) (app.Move, error) { return t.DecideDelay(app.DecideOrder{Stand: t.by}, t.g, t.at) }, decideDelayForm},
	{"tell-delay", theme.MailSendIcon, func(t trial) (app.Move, error) { return t.TellDelay(app.TellDelayOrder{Stand: t.by}, t.g, t.at) }, tellDelayForm},
	{SignHelp, theme.ConfirmIcon, func(t trial) (app.Move, error) { return t.SignHelp(app.HelpOrder{Stand: t.by}, t.g, t.at) }, signHelpForm},
	{Help, theme.DocumentIcon, func(t trial) (app.Move, error) { return t.FeedBackHelp(app.HelpOrder{Stand: t.by}, t.g, t.at) }, helpForm},
	{"feedback", theme.DocumentIcon, func(t trial) (app.Move, error) { return t.FeedBack(app.FeedbackOrder{Stand: t.by}, t.g, t.at) }, feedbackForm},
	{Cost, theme.StorageIcon, func(t trial) (app.Move, error) { return t.RecordCost(app.CostOrder{Stand: t.by}, t.g, t.at) }, costForm},
	{"inspect", theme.VisibilityIcon, func(t trial) (app.Move, error) { return t.Inspect(app.InspectOrder{Stand: t.by}, t.g, t.at) }, inspectForm},
	{"review", theme.ConfirmIcon, func(t trial) (app.Move, error) { return t.Review(app.ReviewOrder{Stand: t.by}, t.g, t.at) }, reviewForm},
	{"tell", theme.MailSendIcon, func(t trial) (app.Move, error) { return t.Tell(app.TellOrder{Stand: t.by}, t.g, t.at) }, tellForm},
	{Promise, theme.MailSendIcon, func(t trial) (app.Move, error) { return t.TellPromise(app.PromiseOrder{Stand: t.by}, t.g, t.at) }, promiseForm},
	{"tell-callers", theme.MailSendIcon, func(t trial) (app.Move, error) {
		return t.TellCallers(app.TellCallersOrder{Stand: t.by}, t.g, t.at)
	}, tellCallersForm},
	{"followup", theme.QuestionIcon, func(t trial) (app.Move, error) { return t.FollowUp(app.FollowUpOrder{Stand: t.by}, t.g, t.at) }, followUpForm},
	{"decide-close", theme.ConfirmIcon, func(t trial) (app.Move, error) { return t.DecideClose(app.DecideOrder{Stand: t.by}, t.g, t.at) }, decideCloseForm},
	{"join", theme.AccountIcon, func(t trial) (app.Move, error) { return t.Join(app.JoinOrder{Stand: t.by}, t.g, t.at) }, joinForm},
	{"amend", theme.DocumentCreateIcon, tryAmend, amendForm},
	{"amend-caller", theme.DocumentCreateIcon, func(t trial) (app.Move, error) {
		return t.AmendCaller(app.AmendCallerOrder{Stand: t.by}, t.g, t.at)
	}, amendCallerForm},
	{Reject, theme.CancelIcon, tryEnd, rejectForm},
	{Void, theme.DeleteIcon, tryEnd, voidForm},
	{"close", theme.CancelIcon, func(t trial) (app.Move, error) { return t.AskClose(app.CloseOrder{Stand: t.by}, t.g, t.at) }, closeForm},
	{"follow-calendar", theme.HistoryIcon, func(t trial) (app.Move, error) { return t.MoveDue(app.MoveDueOrder{Stand: t.by}, t.g, t.at) }, followCalendarForm},
	{"reopen", theme.ViewRefreshIcon, func(t trial) (app.Move, error) { return t.Reopen(app.ReopenOrder{Stand: t.by}, t.g, t.at) }, reopenForm},
	{"remark", theme.DocumentCreateIcon, tryRemark, remarkForm},
}

func tryNote(kind app.NoteKind) func(trial) (app.Move, error) {
	return func(t trial) (app.Move, error) { return t.WriteNote(app.NoteOrder{Stand: t.by, Kind: kind}, t.g, t.at) }
}

// tryAmend leaves everything as it is: an empty intake would break rules of its own.
func tryAmend(t trial) (app.Move, error) {
	return t.Amend(app.AmendOrder{Stand: t.by, Intake: t.Intake, Level: t.Level}, t.g, t.at)
}

// tryChase allows a reminder while somebody else has the issue.
func tryChase(t trial) (app.Move, error) {
	if t.Holder == t.g.DeskDept() {
		return app.Move{}, notNow
	}
	return tryNote(app.NoteChase)(t)
}

// tryRemark offers the plain remark for what is over; an open issue has notes.
func tryRemark(t trial) (app.Move, error) {
	if t.Open() {
		return app.Move{}, notNow
	}
	return tryNote(app.NoteRemark)(t)
}

// tryEnd is the rule for what ends an issue before anybody works on it; app
// decides the same when the order comes.
func tryEnd(t trial) (app.Move, error) {
	if _, asking := t.Asking(); t.State != app.Accepted || len(t.Rounds) > 0 || asking {
		return app.Move{}, notNow
	}
	return app.Move{}, nil
}

var notNow = app.Faults{{Field: "issue", Rule: "not-now"}}

// barred is what speaks against a verb whatever the form would say; nil when
// nothing does.
func (v verb) barred(t trial) *app.Invalid {
	if t.Veiled || !t.MayRead(t.g, t.by.By) {
		return &app.Invalid{Field: "by", Rule: "restricted"}
	}
	if t.OutOfHand(t.g, t.by.By, acts[v.name]) {
		return &app.Invalid{Field: "by", Rule: "concerned"}
	}
	_, err := v.try(t)
	var faults app.Faults
	if !errors.As(err, &faults) {
		return nil
	}
	for _, f := range faults {
		switch {
		case f.Field == "issue" || f.Field == "by" || f.Field == "kind" && f.Rule != "missing":
			return &f
		case f.Field == "reason" && f.Rule == "too-late", f.Field == "plan" && f.Rule == "missing":
			return &f
		}
	}
	return nil
}

// acts are what verbs do of that which those may still do whose department a restricted
// issue is about, as far as the rules let them.
var acts = map[string]app.ActKind{
	Complaint: app.ActComplaint, Promise: app.ActPromised, "note": app.ActRemark, "remark": app.ActRemark, "join": app.ActJoined,
	"amend": app.ActAmended, "amend-caller": app.ActCallerAmended, Reject: app.ActRejected, Void: app.ActVoided,
}

// verbNamed is the verb of that name.
func verbNamed(name string) (verb, bool) {
	for _, v := range verbs {
		if v.name == name {
			return v, true
		}
	}
	return verb{}, false
}

// nextVerb is the verb that an issue waits for.
func nextVerb(i app.Issue) string {
	switch i.Step {
	case app.StepRoute, app.StepAgain:
		return routeOf(i)
	case app.StepHandle:
		return "feedback"
	case app.StepDelay:
		return "decide-delay"
	case app.StepOwed:
		return "tell-delay"
	case app.StepApprove:
		return "decide-close"
	}
	return string(i.Step)
}

// legal are the verbs that may be done now by this person, without one of them.
func legal(s *seat.Seat, c app.Case, but string) (may []verb) {
	t := trialOf(s, c)
	for _, v := range verbs {
		if v.name != but && v.barred(t) == nil {
			may = append(may, v)
		}
	}
	return may
}

// tryInquiry tries the investigation as it stands: once a complaint is closed,
// most of it may not be changed any more.
func tryInquiry(t trial) (app.Move, error) {
	order := app.InquiryOrder{Stand: t.by}
	if t.Inquiry != nil {
		order.Inquiry = *t.Inquiry
	}
	return t.Investigate(order, t.g, t.at)
}
