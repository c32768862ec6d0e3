package issues

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// inquiry is the complaint slip's own part: who was complained of, who looks
// into it, what was heard and found, who answers for it, and what is done so
// that it does not happen again. One part of it is seen at a time.
type inquiry struct {
	*actForm
	was  app.Inquiry
	part *kit.Radios[string]

	level        *kit.Choice[app.Level]
	valid        *kit.Choice[app.Validity]
	repeatOf     *kit.Input
	accusedDept  *kit.Choice[app.DeptID]
	accused      *kit.Ticks[app.StaffID]
	accusedBox   *fyne.Container
	accusedText  *kit.Input
	investigator *kit.Choice[app.StaffID]
	began, ended *kit.MomentField
	methods      *kit.Ticks[string]
	involved     *kit.Ticks[string]
	parties      *kit.Editor[app.Party]
	evidence     *kit.Editor[app.Evidence]
	files        files
	facts        *kit.TextArea
	answers      *kit.Choice[app.Responsibility]
	cause        *kit.Choice[app.Cause]
	amends       *kit.TextArea
	consulted    *kit.MomentField
	ownerView    *kit.Input
	root         *kit.TextArea
	corrective   *kit.TextArea
	preventive   *kit.TextArea
	responsible  *kit.Input
	verifiedBy   *kit.Choice[app.StaffID]
	verified     *kit.MomentField
	common       *kit.Tick
	archive      *kit.Input
	keepYears    *kit.NumberInput
}

// inquiryParts are the parts and the fields on each, in their order.
var inquiryParts = []struct {
	name   string
	fields []string
}{
	{"who", []string{"level", "valid", "repeat-of", "accused-dept", "accused-text", "investigator", "accused", "began", "ended", "methods", "involved"}},
	{"heard", []string{"parties", "evidence"}},
	{"found", []string{"facts", "answers", "cause", "amends", "consulted", "owner-view"}},
	{"mended", []string{"root", "corrective", "preventive", "responsible", "verified-by", "verified", "common", "archive", "keep-years"}},
}

// inquiryForm records the investigation of a complaint.
func inquiryForm(m matter) *actForm { return newInquiry(m).actForm }

func newInquiry(m matter) *inquiry {
	q := &inquiry{actForm: newAct(m, "inquiry", 3)}
	q.Width, q.High, q.files.form = seat.SheetFull, 440, q.actForm
	if m.c.Inquiry != nil {
		q.was = *m.c.Inquiry
	}
	q.part = kit.NewRadios([]string{"who", "heard", "found", "mended"}, func(p string) string { return m.s.Say("inquiry.part." + p) })
	q.Form.AddRow(q.part)
	q.addWho()
	q.addHeard()
	q.addFound()
	q.addMended()
	q.fill()
	q.part.OnChanged = q.turn
	q.part.SetValue("who")
	q.turn("who")
	q.Bring = q.turnTo
	q.markLacks()
	q.Order = func() doing {
		return seat.Ask(m.s.Desk.Investigate, app.InquiryOrder{Stand: m.s.Stand(q.c.Issue), Level: q.level.Value(), Inquiry: q.read()})
	}
	return q
}

// turn shows one part.
func (q *inquiry) turn(part string) {
	for _, p := range inquiryParts {
		for _, field := range p.fields {
			q.ShowField(field, p.name == part)
		}
	}
}

// turnTo shows the part in which a field is.
func (q *inquiry) turnTo(field string) {
	for _, p := range inquiryParts {
		for _, name := range p.fields {
			if name == field {
				q.part.SetValue(p.name)
				q.turn(p.name)
			}
		}
	}
}

// markLacks marks what the level of the complaint still wants, and turns to the
// first of it.
func (q *inquiry) markLacks() {
	first := ""
	for _, l := range q.c.Lacks(q.s.Ground, app.ToEnd) {
		field := q.Form.Field(l.Field)
		if l.By != app.ActInquiry || field == nil || stageOf(q.c) == "" {
			continue
		}
		field.SetLabel(q.s.Say("lacks.mark", label(q.s, l.Field)))
		if first == "" {
			first = l.Field
		}
	}
	q.turnTo(first)
}

func (q *inquiry) addWho() {
	s := q.s
	q.level, q.valid, q.repeatOf = seat.Codes(s, app.Levels), seat.Codes(s, app.Validities), kit.Entry(s.Say("related.example"))
	q.accusedDept = kit.NewChoice(append([]app.DeptID{0}, s.Departments(true)...), func(d app.DeptID) string {
		if d == 0 {
			return s.Say("number.none")
		}
		return s.Dept(d)
	})
	q.accusedDept.OnChanged = func(d app.DeptID) { q.offerAccused(d, nil) }
	q.accusedBox, q.accusedText = container.NewStack(), kit.Entry(s.Say("inquiry.accused-text.example"))
	q.investigator = s.StaffChoice(s.Staff.Dept)
	q.methods = kit.NewTicks(app.InquiryMethods, func(code string) string { return s.Say("code." + code) }, 4)
	q.Add("level", q.level, 1)
	q.Add("valid", q.valid, 1)
	q.Add("repeat-of", q.repeatOf, 1)
	q.Add("accused-dept", q.accusedDept, 1)
	q.Add("accused-text", q.accusedText, 2)
	q.Add("accused", q.accusedBox, 3)
	q.Add("investigator", q.investigator, 1).SetHint(s.Say("inquiry.investigator.hint"))
	q.began, q.ended = q.Moment("began", seat.Morning, 1), q.Moment("ended", seat.Evening, 1)
	q.Add("methods", q.methods.Root, 3)
	q.involved = kit.NewTicks(app.Involvements, func(code string) string { return s.Say("code." + code) }, 4)
	q.Add("involved", q.involved.Root, 3).SetHint(s.Say("inquiry.involved.hint"))
}

// offerAccused offers the staff of a department to tick, and who is ticked already.
func (q *inquiry) offerAccused(dept app.DeptID, chosen []app.StaffID) {
	there := accusable(q.s, dept, chosen)
	q.accused = kit.NewTicks(there, q.s.Voice.Staff, 5)
	q.accused.Choose(chosen)
	q.accusedBox.Objects = []fyne.CanvasObject{q.accused.Root}
	if len(there) == 0 {
		q.accusedBox.Objects = []fyne.CanvasObject{kit.Middle(kit.Muted(q.s.Say("inquiry.accused.none")))}
	}
	q.accusedBox.Refresh()
}

// accusable are those of a department who may be ticked, and who was ticked before.
func accusable(s *seat.Seat, dept app.DeptID, chosen []app.StaffID) (there []app.StaffID) {
	for _, id := range s.StaffOf(dept) {
		if dept != 0 && s.Ground.Staff[id].Dept == dept {
			there = append(there, id)
		}
	}
	for _, id := range chosen { // who left, or works elsewhere now
		if !slices.Contains(there, id) {
			there = append(there, id)
		}
	}
	return there
}

func (q *inquiry) addHeard() {
	q.parties = newPartyRows(q.matter, q.was.Parties)
	q.Add("parties", q.parties.Root, 3)
	q.evidence = newEvidenceRows(q, q.was.Evidence)
	q.Add("evidence", q.evidence.Root, 3)
}

func (q *inquiry) addFound() {
	s := q.s
	q.facts = q.Area("facts", 4, 3)
	q.answers, q.cause = seat.Maybe(s, seat.Offered(s, "responsibility", app.Responsibilities)), seat.Maybe(s, seat.Offered(s, "cause", app.Causes))
	q.Add("answers", q.answers, 1)
	q.Add("cause", q.cause, 1)
	q.consulted = q.Moment("consulted", seat.Morning, 1)
	q.amends = q.Area("amends", 2, 3)
	q.ownerView = kit.Entry("")
	q.Add("owner-view", q.ownerView, 3)
}

func (q *inquiry) addMended() {
	s := q.s
	q.root, q.corrective, q.preventive = q.Area("root", 2, 3), q.Area("corrective", 2, 3), q.Area("preventive", 2, 3)
	q.responsible, q.verifiedBy = kit.Entry(""), s.StaffChoice(s.Staff.Dept)
	q.Add("responsible", q.responsible, 1)
	q.Add("verified-by", q.verifiedBy, 1)
	q.verified = q.Moment("verified", seat.Evening, 1)
	q.archive, q.keepYears = kit.Entry(""), kit.NumberEntry("3")
	q.Add("archive", q.archive, 1)
	q.Add("keep-years", q.keepYears, 1)
	q.common = kit.Check(s.Say("inquiry.common"), nil)
	q.Form.Add("common", kit.NewField(" ", q.common, ""), 1)
}

// fill writes what is known already.
func (q *inquiry) fill() {
	w := q.was
	kit.SetValue(q.level, q.c.Level)
	kit.SetValue(q.valid, w.Valid)
	q.repeatOf.SetText(w.RepeatOf)
	kit.Hold(q.accusedDept, w.AccusedDept)
	q.offerAccused(w.AccusedDept, w.Accused)
	q.accusedText.SetText(w.AccusedText)
	kit.Hold(q.investigator, w.Investigator)
	q.began.SetValue(w.Began)
	q.ended.SetValue(w.Ended)
	q.methods.Choose(w.Methods)
	q.involved.Choose(w.Involved)
	q.facts.SetText(w.Facts)
	kit.Hold(q.answers, w.Answers)
	kit.Hold(q.cause, w.Cause)
	q.amends.SetText(w.Amends)
	q.consulted.SetValue(w.Consulted)
	q.ownerView.SetText(w.OwnerView)
	q.root.SetText(w.Root)
	q.corrective.SetText(w.Corrective)
	q.preventive.SetText(w.Preventive)
	q.responsible.SetText(w.Responsible)
	kit.Hold(q.verifiedBy, w.VerifiedBy)
	q.verified.SetValue(w.Verified)
	q.common.SetChecked(w.Common)
	q.archive.SetText(w.Archive)
	q.keepYears.SetNumber(w.KeepYears)
}

// read is what the fields say.
func (q *inquiry) read() app.Inquiry {
	years, _ := q.keepYears.Number()
	return app.Inquiry{
		Valid: q.valid.Value(), RepeatOf: q.repeatOf.Value(),
		AccusedDept: q.accusedDept.Value(), Accused: q.accused.Chosen(), AccusedText: q.accusedText.Value(),
		Investigator: q.investigator.Value(), Began: q.began.Moment(), Ended: q.ended.Moment(), Methods: q.methods.Chosen(), Involved: q.involved.Chosen(),
		Parties: q.parties.Values(), Evidence: q.evidence.Values(),
		Facts: q.facts.Value(), Answers: q.answers.Value(), Cause: q.cause.Value(), Amends: q.amends.Value(),
		Consulted: q.consulted.Moment(), OwnerView: q.ownerView.Value(),
		Root: q.root.Value(), Corrective: q.corrective.Value(), Preventive: q.preventive.Value(),
		Responsible: q.responsible.Value(), VerifiedBy: q.verifiedBy.Value(), Verified: q.verified.Moment(),
		Common: q.common.Checked, Archive: q.archive.Value(), KeepYears: years,
	}
}

// approvePlanForm approves what is to be done about a complaint.
func approvePlanForm(m matter) *actForm {
	a := newAct(m, "approve-plan", 1)
	r, _ := m.c.Current()
	words := r.Solution
	for _, p := range r.Plan {
		words += "\n" + m.s.Say("inquiry.measure", p.Measure, p.Person, m.s.Moment(p.By))
	}
	a.Tell(words)
	note := a.Area("note", 3, 1)
	a.Order = func() doing {
		return seat.Ask(m.s.Desk.ApprovePlan, app.DecideOrder{Stand: m.s.Stand(m.c.Issue), Approve: true, Note: note.Value()})
	}
	return a
}
