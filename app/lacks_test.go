package app

import (
	"slices"
	"testing"
	"time"
)

// ready writes down all that a complaint wants before it is reported done and
// ended; what is no complaint is left as it is.
func (w *walk) ready(at time.Time) *walk {
	w.t.Helper()
	if w.c.Inquiry == nil {
		return w
	}
	q := *w.c.Inquiry
	q.Valid, q.Investigator, q.Began, q.Ended = Valid, min, at.Add(-time.Hour), at
	q.Methods, q.Facts, q.Answers, q.Cause, q.Consulted = []string{"IM-SITE"}, "軸承磨損", "RP-CO", "RC-EQP2", at
	if len(q.Parties) == 0 {
		q.Parties = []Party{{Role: "投訴人", Points: "夜間異響"}}
		q.Evidence = []Evidence{{Name: "監控", Kind: "EV-CCTV"}}
	}
	q.Root, q.Corrective, q.Preventive = "保養不足", "更換軸承", "納入月檢"
	w.did(w.c.Investigate(InquiryOrder{Stand: by(fang), Inquiry: q}, w.g, at))
	o := plan()
	if w.c.Lead == service {
		o.Handler = fang
	}
	w.did(w.c.PlanWork(o, w.g, at))
	return w.did(w.c.ApprovePlan(DecideOrder{Stand: by(wu), Approve: true}, w.g, at))
}

func fields(f Faults) (names []string) {
	for _, one := range f {
		names = append(names, one.Field)
	}
	return names
}

// An empty complaint is not finished: what its level wants is named all together,
// at the report, at the verdict and at the end.
func TestAnEmptyComplaintNamesAllThatItLacks(t *testing.T) {
	minor := []string{"valid", "investigator", "facts", "answers", "plan", "approval"}
	major := []string{"valid", "investigator", "began", "ended", "methods", "parties", "facts", "answers", "plan", "approval"}
	critical := []string{"valid", "investigator", "began", "ended", "methods", "parties", "evidence", "facts", "answers", "consulted", "plan", "approval"}
	for level, want := range map[Level][]string{Minor: minor, Major: major, Critical: critical} {
		w := &walk{t: t, g: ground()}
		o := call(Complaint)
		o.Level = level
		w.did(Receive(o, w.g, clockAt(23, 9, 42)))
		w.did(w.c.OpenComplaint(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(23, 10, 0)))
		report := FeedbackOrder{Stand: by(jianguo), Situation: "已處理", Result: "RS-01", Cause: "RC-UNK", Asked: true, Disturbs: SaidNo}
		_, err := w.c.FeedBack(report, w.g, clockAt(24, 10, 0))
		if got := fields(faults(err)); !slices.Equal(got, want) {
			t.Errorf("%s: lacks %v, want %v", level, got, want)
		}
		w.ready(clockAt(24, 10, 0))
		w.did(w.c.FeedBack(report, w.g, clockAt(24, 10, 30)))
	}
}

// Whatever one of the facts is taken away again, neither verdict nor end passes
// over it.
func TestNothingThatAComplaintWantsIsPassedOver(t *testing.T) {
	gone := map[string]func(*Case){
		"valid": func(c *Case) { c.Inquiry.Valid = ValidityOpen }, "investigator": func(c *Case) { c.Inquiry.Investigator = 0 },
		"began": func(c *Case) { c.Inquiry.Began = time.Time{} }, "ended": func(c *Case) { c.Inquiry.Ended = time.Time{} },
		"methods": func(c *Case) { c.Inquiry.Methods = nil }, "parties": func(c *Case) { c.Inquiry.Parties = nil },
		"evidence": func(c *Case) { c.Inquiry.Evidence = nil }, "facts": func(c *Case) { c.Inquiry.Facts = " " },
		"answers": func(c *Case) { c.Inquiry.Answers = "" }, "cause": func(c *Case) { c.Inquiry.Cause = "" },
		"consulted": func(c *Case) { c.Inquiry.Consulted = time.Time{} }, "root": func(c *Case) { c.Inquiry.Root = "" },
		"corrective": func(c *Case) { c.Inquiry.Corrective = "" }, "preventive": func(c *Case) { c.Inquiry.Preventive = "" },
		"approval": func(c *Case) { c.Inquiry.Approved = time.Time{} },
		"plan":     func(c *Case) { c.Rounds[0].Plan, c.Inquiry.Approved = nil, clockAt(24, 9, 0) },
		"handler":  func(c *Case) { c.Rounds[0].Handler = 0 },
	}
	for _, d := range demands {
		if gone[d.field] == nil {
			t.Errorf("%s is demanded and not tried here", d.field)
		}
	}
	for field, take := range gone {
		w := &walk{t: t, g: ground()}
		o := call(Complaint)
		o.Level = Critical
		w.did(Receive(o, w.g, clockAt(23, 9, 42)))
		w.did(w.c.OpenComplaint(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(23, 10, 0)))
		w.ready(clockAt(24, 9, 0))
		w.did(w.c.FeedBack(FeedbackOrder{Stand: by(jianguo), Situation: "已處理", Result: "RS-01", Asked: true, Disturbs: SaidNo}, w.g, clockAt(24, 10, 0)))
		without := func() Case {
			c := w.c
			q := *c.Inquiry
			c.Inquiry, c.Rounds = &q, slices.Clone(c.Rounds)
			take(&c)
			return c
		}
		if _, err := without().Review(ReviewOrder{Stand: by(fang), Accept: true}, w.g, clockAt(24, 11, 0)); !faults(err).Has(field, "lacking") {
			t.Errorf("accepted without %s: %v", field, err)
		}
		w.did(w.c.Review(ReviewOrder{Stand: by(fang), Accept: true}, w.g, clockAt(24, 11, 0)))
		w.did(w.c.Tell(TellOrder{Stand: by(fang), How: "MT-TEL", Text: "已處理"}, w.g, clockAt(24, 12, 0)))
		ask := FollowUpOrder{Stand: by(jing), Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明", Solved: SolvedYes, Rating: 5, Disposal: CloseIssue}
		if _, err := without().FollowUp(ask, w.g, clockAt(24, 13, 0)); !faults(err).Has(field, "lacking") {
			t.Errorf("closed without %s: %v", field, err)
		}
		w.did(w.c.FollowUp(ask, w.g, clockAt(24, 13, 0)))
	}
}

// A complaint that does not hold wants no cause and no prevention, but somebody
// who looked into it and somebody above who agrees.
func TestAComplaintThatDoesNotHoldWantsNoCause(t *testing.T) {
	w := complained(t).ready(clockAt(24, 9, 0))
	w.c.Inquiry.Valid, w.c.Inquiry.Cause, w.c.Inquiry.Root, w.c.Level = NotValid, "", "", Critical
	if lacks := w.c.Lacks(w.g, ToEnd); len(lacks) > 0 {
		t.Errorf("lacks %v", lacks)
	}
	w.c.Inquiry.Facts = ""
	if lacks := w.c.Lacks(w.g, ToEnd); len(lacks) != 1 || lacks[0] != (Lack{"facts", ActInquiry}) {
		t.Errorf("without facts it lacks %v", lacks)
	}
}

// A complaint that became critical wants the manager's word, whoever approved it
// before.
func TestACriticalComplaintWantsTheManagersWord(t *testing.T) {
	w := complained(t).ready(clockAt(24, 9, 0))
	w.c.Inquiry.ApprovedBy = qiang
	if lacks := w.c.Lacks(w.g, ToEnd); len(lacks) > 0 {
		t.Errorf("a major one lacks %v", lacks)
	}
	w.c.Level = Critical
	if lacks := w.c.Lacks(w.g, ToEnd); len(lacks) != 1 || lacks[0] != (Lack{"approval", ActPlanPassed}) {
		t.Errorf("lacks %v", lacks)
	}
}

// Closing by approval overrules the owner, not the investigation.
func TestAnEmptyComplaintIsNotForcedClosed(t *testing.T) {
	for code, asks := range map[CloseCode]bool{ClosedByApproval: true, ClosedOutOfScope: true, ClosedWithdrawn: false, ClosedLegal: false} {
		w := complained(t)
		o := CloseOrder{Stand: by(fang), Code: code, Reason: "業主要求超出合同約定的服務範圍，已書面說明情況"}
		_, err := w.c.AskClose(o, w.g, clockAt(24, 9, 0))
		if got := faults(err).Has("facts", "lacking"); got != asks || faults(err).Has("plan", "lacking") {
			t.Errorf("%s: %v", code, err)
		}
		w.ready(clockAt(24, 9, 0))
		w.did(w.c.AskClose(o, w.g, clockAt(24, 10, 0)))
	}
}

// What was reported before these rules can still be ended: its plan is written
// and approved afterwards, and the timeline says when.
func TestWhatCameBeforeTheRulesCanStillBeEnded(t *testing.T) {
	for _, state := range []State{FedBack, Reviewed, Told} {
		w := complained(t)
		w.c.Feedbacks = []Feedback{{N: 1, Round: 1, At: clockAt(24, 9, 0), By: jianguo, Situation: "已處理", Result: "RS-01", Completed: clockAt(24, 9, 0), Accepted: state != FedBack, Reviewed: clockAt(24, 9, 0)}}
		w.c.State, w.c.Done = state, clockAt(24, 9, 0)
		w.ready(clockAt(24, 12, 0))
		if lacks := w.c.Lacks(w.g, ToEnd); len(lacks) > 0 {
			t.Errorf("%s: lacks %v", state, lacks)
		}
		if _, err := w.c.PlanWork(plan(), w.g, clockAt(24, 13, 0)); !faults(err).Has("issue", "not-now") {
			t.Errorf("%s: a whole plan is written again: %v", state, err)
		}
	}
	w := complained(t) // work that an older ledger tells of
	w.c.State, w.c.Taken = Told, true
	w.c.Feedbacks = []Feedback{{N: 1, Round: 1, At: clockAt(24, 9, 0), Completed: clockAt(24, 9, 0), Accepted: true}}
	if lacks := w.c.Lacks(w.g, ToEnd); len(lacks) > 0 {
		t.Errorf("of a ledger's work is asked %v", lacks)
	}
}

// Rules that an office kept before a duty was known ask for what the regulation
// asks; an office that chose otherwise is asked for that.
func TestADutyHoldsUnlessTheOfficeChoseOtherwise(t *testing.T) {
	old := Rules{Counts: map[string]int{}}
	for name, c := range map[string]struct {
		rules Rules
		parts []string
		want  int
	}{
		"old rules, a critical complaint": {old, []string{"inquiry", "LV3"}, 3},
		"old rules, a minor complaint":    {old, []string{"inquiry", "LV1"}, 1},
		"old rules, a repair":             {old, []string{"plan", "TYP-REP"}, 1},
		"old rules, an enquiry":           {old, []string{"plan", "TYP-CON"}, 0},
		"an office that asks for nothing": {Rules{Counts: map[string]int{"inquiry.LV3": 0}}, []string{"inquiry", "LV3"}, 0},
	} {
		if got := c.rules.Duty(c.parts...); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

// A round is not reported done by nobody, nor a repair without a plan, be it one
// line; who reports his own department's work names himself.
func TestARoundIsReportedWithAHandlerAndAPlan(t *testing.T) {
	report := func(who StaffID, change func(*FeedbackOrder)) FeedbackOrder {
		o := FeedbackOrder{Stand: by(who), Situation: "已更換", Result: "RS-04", Cause: "RC-UNK", Asked: true, Disturbs: SaidNo}
		change(&o)
		return o
	}
	for name, c := range map[string]struct {
		kind Kind
		o    FeedbackOrder
		want []string
	}{
		"the desk types what the phone says": {Repair, report(fang, func(*FeedbackOrder) {}), []string{"handler", "solution"}},
		"a worker reports his own work":      {Repair, report(jianguo, func(*FeedbackOrder) {}), []string{"solution"}},
		"the report names both":              {Repair, report(fang, func(o *FeedbackOrder) { o.Handler, o.Solution = jianguo, "按標準流程處理" }), nil},
		"a suggestion wants no plan":         {Suggestion, report(jianguo, func(*FeedbackOrder) {}), nil},
		"nor praise a cause":                 {Commendation, report(jianguo, func(o *FeedbackOrder) { o.Cause = "" }), nil},
		"an enquiry wants a cause":           {Enquiry, report(jianguo, func(o *FeedbackOrder) { o.Cause = "" }), []string{"cause"}},
	} {
		w := received(t, c.kind)
		w.did(w.c.Transfer(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, clockAt(23, 10, 0)))
		m, err := w.c.FeedBack(c.o, w.g, clockAt(23, 11, 0))
		if got := fields(faults(err)); !slices.Equal(got, c.want) {
			t.Errorf("%s: lacks %v, want %v", name, got, c.want)
		}
		if err == nil && (m.Round.Handler != jianguo || m.Feedback.Cause != c.o.Cause) {
			t.Errorf("%s: handled by %d because of %q", name, m.Round.Handler, m.Feedback.Cause)
		}
		if err == nil && c.o.Solution != "" && !m.Round.Expected.Equal(m.Round.Effect) {
			t.Errorf("%s: planned until %v, want the limit %v", name, m.Round.Expected, m.Round.Effect)
		}
	}
}

// Handler and plan are taken down when the slip comes back signed, or with the
// first progress; what a plan says already is changed by a plan alone.
func TestHandlerAndPlanAreAskedForOnTheWay(t *testing.T) {
	w := transferred(t)
	w.did(w.c.Sign(SignOrder{Stand: by(fang), Name: "李工"}, w.g, clockAt(23, 10, 5)))
	note := NoteOrder{Stand: by(fang), Kind: NoteProgress, Text: "已到場", Handler: jianguo, Solution: "更換軸承", Expected: clockAt(24, 18, 0)}
	w.did(w.c.WriteNote(note, w.g, clockAt(23, 11, 0)))
	if r := w.c.Rounds[0]; r.Handler != jianguo || r.Solution != "更換軸承" || !r.Expected.Equal(clockAt(24, 18, 0)) {
		t.Errorf("the first progress names %+v", r)
	}
	note.Handler, note.Solution = qiang, "另行安排"
	w.did(w.c.WriteNote(note, w.g, clockAt(23, 12, 0)))
	if r := w.c.Rounds[0]; r.Handler != jianguo || r.Solution != "更換軸承" {
		t.Errorf("a further note changed the plan: %+v", r)
	}
	if !slices.Contains(w.c.Acts[3].Diffs, Difference{"solution", "", "更換軸承"}) {
		t.Errorf("the timeline says %v", w.c.Acts[3].Diffs)
	}
}
