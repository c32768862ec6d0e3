package issues

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// handOver is what transferring, opening a complaint and handling ourselves
// have in common: until when, explained, and why if not as the rules say.
type handOver struct {
	*actForm
	due     *kit.MomentField
	dueWhy  *kit.Input
	request *kit.TextArea
	helpDue *kit.MomentField // of helping departments; nil where there are none
	rule    workday.Answer
	explain *kit.Prose
}

// transferForm hands an issue to another department on a transfer slip.
func transferForm(m matter) *actForm {
	h := newHandOver(m, Transfer)
	lead, helping, contact := h.departments(false)
	h.addDue()
	h.Order = func() doing {
		o := h.common()
		o.Lead, o.Helping, o.Contact = lead.Value(), helping.Chosen(), contact.Checked
		return seat.Ask(m.s.Desk.Transfer, o)
	}
	return h.actForm
}

// complaintForm hands a complaint to a department on a complaint slip.
func complaintForm(m matter) *actForm {
	if m.c.Restricted() {
		return integrityForm(m)
	}
	h := newHandOver(m, Complaint)
	lead, helping, contact := h.departments(true)
	level := seat.Codes(m.s, app.Levels)
	kit.SetValue(level, m.c.Level)
	level.OnChanged = func(l app.Level) { h.count(l) }
	h.Add("level", level, 1)
	h.addDue()
	h.Order = func() doing {
		o := h.common()
		o.Lead, o.Helping, o.Contact, o.Level = lead.Value(), helping.Chosen(), contact.Checked, level.Value()
		return seat.Ask(m.s.Desk.OpenComplaint, o)
	}
	return h.actForm
}

// selfForm keeps an issue at the desk.
func selfForm(m matter) *actForm {
	h := newHandOver(m, Self)
	handler := m.s.StaffChoice(m.s.Ground.DeskDept())
	kit.SetValue(handler, m.s.Staff.ID)
	h.Add("handler", handler, 1)
	h.addDue()
	h.Order = func() doing {
		o := h.common()
		o.Handler = handler.Value()
		return seat.Ask(m.s.Desk.HandleSelf, o)
	}
	return h.actForm
}

// slips are the kinds of slip on which the verbs hand over.
var slips = map[string]app.SlipKind{Transfer: app.TransferSlip, Complaint: app.ComplaintSlip}

func newHandOver(m matter, verb string) *handOver {
	h := &handOver{actForm: newAct(m, verb, 2), dueWhy: kit.Entry(m.s.Say("transfer.due-why.example")), explain: kit.Wrapped("").Quiet()}
	if n := len(m.c.Rounds) + 1; n > 1 {
		words := m.s.Say("transfer.round", n)
		if number := m.c.NextSlip(slips[verb]); number != "" {
			words = m.s.Say("transfer.again", n, number)
		}
		h.Tell(words)
	}
	return h
}

func (h *handOver) departments(desk bool) (*kit.Choice[app.DeptID], *kit.Ticks[app.DeptID], *kit.Tick) {
	lead := h.s.DeptChoice(desk)
	helping := kit.NewTicks(h.s.Departments(true), h.s.Dept, 3)
	contact := kit.Check(h.s.Say("transfer.contact"), nil)
	lead.OnChanged = helping.Without
	h.Add("lead", lead, 1)
	if usual := h.s.Ground.UsualLead(h.c.Category); usual != 0 && (desk || !h.s.Ground.Departments[usual].Desk) {
		kit.SetValue(lead, usual)
		helping.Without(usual)
	}
	if n := len(h.c.Rounds); n > 0 { // a further round goes back to where the last one was
		kit.SetValue(lead, h.c.Lead)
		helping.Choose(h.c.Rounds[n-1].Helping)
		helping.Without(h.c.Lead)
		contact.SetChecked(h.c.Rounds[n-1].Contact)
	}
	h.Add("helping", helping.Root, 2)
	h.helpDue = h.Moment("help-due", seat.Evening, 1)
	h.Form.Field("help-due").SetHint(h.s.Say("transfer.help-due.hint"))
	h.Form.Add("contact", kit.NewField("", contact, ""), 2)
	return lead, helping, contact
}

// addDue puts in the required time as the rules have it, and its explanation.
func (h *handOver) addDue() {
	h.due = h.Moment("due", seat.Evening, 1)
	h.Form.Field("due").SetLabel(h.s.Say("issue.due"))
	h.Add("due-why", h.dueWhy, 1)
	h.Form.AddRow(kit.Flush(h.explain))
	h.request = h.Area("request", 3, 2)
	h.due.OnChanged = func(time.Time) { h.adapt() }
	h.count(h.c.Level)
}

// count asks the rules anew; a time set by hand stays.
func (h *handOver) count(level app.Level) {
	i := h.c.Issue
	i.Level = level
	byRule := h.asRuled()
	h.rule, _ = h.s.Ground.RequiredTime(i, h.c.LimitFrom(app.Round{N: len(h.c.Rounds) + 1, Issued: h.s.Now()}))
	if byRule || h.due.Moment().IsZero() {
		h.due.SetValue(h.rule.Due)
	}
	h.explain.SetText(h.s.Say("transfer.rule", h.s.Voice.Due(h.rule.Due), h.s.Explain(h.rule.Limit, h.rule.Steps, h.rule.Provisional)))
	h.adapt()
}

// asRuled tells whether the required time is the one the rules give.
func (h *handOver) asRuled() bool {
	return h.due.Moment().Equal(h.rule.Due.Truncate(time.Minute))
}

func (h *handOver) adapt() { h.ShowField("due-why", !h.asRuled()) }

func (h *handOver) common() app.TransferOrder {
	o := app.TransferOrder{Stand: h.s.Stand(h.c.Issue), Request: h.request.Value()}
	if h.helpDue != nil {
		o.HelpDue = h.helpDue.Moment()
	}
	if !h.asRuled() {
		o.Due, o.DueWhy = h.due.Moment(), h.dueWhy.Value()
	}
	return o
}
