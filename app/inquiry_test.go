package app

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// inquiry is an investigation in which nothing is wrong.
func inquiry() Inquiry {
	return Inquiry{
		Valid: Valid, Accused: []StaffID{jianguo}, AccusedDept: engineering, Investigator: qiang,
		Began: clockAt(23, 11, 0), Ended: clockAt(24, 11, 0), Methods: []string{"IM-SITE"},
		Parties:  []Party{{Role: "投訴人", Name: "張小明", At: clockAt(23, 12, 0), Points: "夜間異響"}},
		Evidence: []Evidence{{Name: "監控", Kind: "EV-CCTV", Obtained: clockAt(23, 12, 0)}},
		Facts:    "軸承磨損", Answers: "RP-CO", Cause: "RC-EQP2", Consulted: clockAt(24, 10, 0),
		Responsible: "趙強", VerifiedBy: min, Verified: clockAt(24, 11, 0),
	}
}

func TestInvestigatingRefuses(t *testing.T) {
	set := func(change func(*InquiryOrder)) func(*walk, *InquiryOrder, *time.Time) {
		return func(_ *walk, o *InquiryOrder, _ *time.Time) { change(o) }
	}
	later := clockAt(25, 9, 0)
	trial[InquiryOrder]{
		walk: func(t *testing.T) *walk {
			w := complained(t)
			return w.did(w.c.Investigate(InquiryOrder{Stand: by(fang), Inquiry: inquiry()}, w.g, clockAt(24, 11, 0)))
		},
		order: func() InquiryOrder { return InquiryOrder{Stand: by(fang), Inquiry: inquiry()} },
		do:    Case.Investigate, at: clockAt(24, 12, 0),
	}.refuses(t, []broken[InquiryOrder]{
		{"what is no complaint", func(w *walk, _ *InquiryOrder, _ *time.Time) { *w = *signed(w.t) }, Invalid{"issue", "not-now"}},
		{"other facts once it is closed", func(w *walk, o *InquiryOrder, _ *time.Time) { w.c.State, o.Facts = Closed, "另有原因" }, Invalid{"inquiry", "closed"}},
		{"another level once it is closed", func(w *walk, o *InquiryOrder, _ *time.Time) { w.c.State, o.Level = Closed, Critical }, Invalid{"inquiry", "closed"}},
		{"a void complaint", func(w *walk, _ *InquiryOrder, _ *time.Time) { w.c.State = Void }, Invalid{"issue", "closed"}},
		{"a level of our own", set(func(o *InquiryOrder) { o.Level = "LV9" }), Invalid{"level", "missing"}},
		{"no validity", set(func(o *InquiryOrder) { o.Valid = "" }), Invalid{"valid", "missing"}},
		{"by a person complained of", set(func(o *InquiryOrder) { o.Investigator = jianguo }), Invalid{"investigator", "accused"}},
		{"by nobody we know", set(func(o *InquiryOrder) { o.Investigator = 99 }), Invalid{"investigator", "unknown"}},
		{"about nobody we know", set(func(o *InquiryOrder) { o.Accused = []StaffID{99} }), Invalid{"accused", "unknown"}},
		{"about no department we know", set(func(o *InquiryOrder) { o.AccusedDept = 99 }), Invalid{"accused-dept", "unknown"}},
		{"verified by nobody we know", set(func(o *InquiryOrder) { o.VerifiedBy = 99 }), Invalid{"verified-by", "unknown"}},
		{"ended before it began", set(func(o *InquiryOrder) { o.Ended = clockAt(23, 10, 0) }), Invalid{"ended", "before-began"}},
		{"begun tomorrow", set(func(o *InquiryOrder) { o.Began, o.Ended = later, time.Time{} }), Invalid{"began", "future"}},
		{"ended tomorrow", set(func(o *InquiryOrder) { o.Ended = later }), Invalid{"ended", "future"}},
		{"the complainant asked tomorrow", set(func(o *InquiryOrder) { o.Consulted = later }), Invalid{"consulted", "future"}},
		{"verified tomorrow", set(func(o *InquiryOrder) { o.Verified = later }), Invalid{"verified", "future"}},
		{"someone of our own looking at it", set(func(o *InquiryOrder) { o.Involved = []string{"IV-MUM"} }), Invalid{"involved", "unknown"}},
		{"a method of our own", set(func(o *InquiryOrder) { o.Methods = []string{"IM-DREAM"} }), Invalid{"methods", "unknown"}},
		{"a party taken away", set(func(o *InquiryOrder) { o.Parties = nil }), Invalid{"parties", "taken-away"}},
		{"evidence taken away", set(func(o *InquiryOrder) { o.Evidence = nil }), Invalid{"evidence", "taken-away"}},
		{"a party who said nothing", set(func(o *InquiryOrder) { o.Parties[0].Points = "" }), Invalid{"parties", "incomplete"}},
		{"a party heard tomorrow", set(func(o *InquiryOrder) { o.Parties[0].At = later }), Invalid{"parties", "future"}},
		{"evidence of no kind", set(func(o *InquiryOrder) { o.Evidence[0].Kind = "" }), Invalid{"evidence", "incomplete"}},
		{"evidence obtained tomorrow", set(func(o *InquiryOrder) { o.Evidence[0].Obtained = later }), Invalid{"evidence", "future"}},
		{"evidence in a file that is not there", set(func(o *InquiryOrder) { o.Evidence[0].Attachment = 1 }), Invalid{"evidence", "unknown-file"}},
		{"evidence in a file before the first", set(func(o *InquiryOrder) { o.Evidence[0].Attachment = -1 }), Invalid{"evidence", "unknown-file"}},
		{"somebody else answers for it", set(func(o *InquiryOrder) { o.Answers = "RP-X" }), Invalid{"answers", "unknown"}},
		{"a cause of our own", set(func(o *InquiryOrder) { o.Cause = "RC-X" }), Invalid{"cause", "unknown"}},
		{"verified with nobody responsible", set(func(o *InquiryOrder) { o.Responsible = "" }), Invalid{"responsible", "missing"}},
		{"facts of 10,000", set(func(o *InquiryOrder) { o.Facts = long(9999) }), Invalid{"facts", "too-long"}},
		{"prevention of 10,000", set(func(o *InquiryOrder) { o.Preventive = long(9999) }), Invalid{"preventive", "too-long"}},
		{"a party whose role is a page", set(func(o *InquiryOrder) { o.Parties[0].Role = long(LongestLine) }), Invalid{"parties", "too-long"}},
		{"a party whose name is a page", set(func(o *InquiryOrder) { o.Parties[0].Name = long(LongestLine) }), Invalid{"parties", "too-long"}},
		{"a party who said 10,000", set(func(o *InquiryOrder) { o.Parties[0].Points = long(9999) }), Invalid{"parties", "too-long"}},
		{"evidence named on a page", set(func(o *InquiryOrder) { o.Evidence[0].Name = long(LongestLine) }), Invalid{"evidence", "too-long"}},
		{"evidence from a page", set(func(o *InquiryOrder) { o.Evidence[0].Source = long(LongestLine) }), Invalid{"evidence", "too-long"}},
		{"evidence kept on a page", set(func(o *InquiryOrder) { o.Evidence[0].Where = long(LongestLine) }), Invalid{"evidence", "too-long"}},
		{"evidence given by a page", set(func(o *InquiryOrder) { o.Evidence[0].Giver = long(LongestLine) }), Invalid{"evidence", "too-long"}},
		{"a repetition of a page", set(func(o *InquiryOrder) { o.RepeatOf = long(LongestLine) }), Invalid{"repeat-of", "too-long"}},
		{"about a page", set(func(o *InquiryOrder) { o.AccusedText = long(LongestLine) }), Invalid{"accused-text", "too-long"}},
		{"a page that is responsible", set(func(o *InquiryOrder) { o.Responsible = long(LongestLine) }), Invalid{"responsible", "too-long"}},
		{"kept for minus one year", set(func(o *InquiryOrder) { o.KeepYears = -1 }), Invalid{"keep-years", "out-of-range"}},
		{"kept for a thousand years", set(func(o *InquiryOrder) { o.KeepYears = 1000 }), Invalid{"keep-years", "out-of-range"}},
		{"an archive number of a page", set(func(o *InquiryOrder) { o.Archive = long(LongestLine) }), Invalid{"archive", "too-long"}},
	})
}

// What an older file holds, from before codes were checked at the door, may stay; nothing
// strange comes to it.
func TestStrangeCodesOfAnOlderInquiryMayStay(t *testing.T) {
	strange := inquiry()
	strange.Valid, strange.Methods, strange.Involved, strange.Answers, strange.Cause = "VL-OLD", []string{"IM-OLD"}, []string{"IV-OLD"}, "RP-OLD", "RC-OLD"
	for _, c := range []struct {
		name string
		add  func(*Inquiry)
		want Invalid
	}{
		{"only words are added", func(q *Inquiry) { q.Facts += "，已更換" }, Invalid{}},
		{"another validity", func(q *Inquiry) { q.Valid = "VL-NEW" }, Invalid{"valid", "missing"}},
		{"another method", func(q *Inquiry) { q.Methods = append(q.Methods, "IM-NEW") }, Invalid{"methods", "unknown"}},
		{"somebody else involved", func(q *Inquiry) { q.Involved = append(q.Involved, "IV-NEW") }, Invalid{"involved", "unknown"}},
		{"somebody else answers", func(q *Inquiry) { q.Answers = "RP-NEW" }, Invalid{"answers", "unknown"}},
		{"another cause", func(q *Inquiry) { q.Cause = "RC-NEW" }, Invalid{"cause", "unknown"}},
	} {
		fresh := strange
		fresh.Methods, fresh.Involved = slices.Clone(strange.Methods), slices.Clone(strange.Involved)
		c.add(&fresh)
		var f Faults
		InquiryOrder{Inquiry: fresh}.checkCodes(&f, strange)
		if c.want == (Invalid{}) && len(f) > 0 || c.want != (Invalid{}) && !f.Has(c.want.Field, c.want.Rule) {
			t.Errorf("%s: %v", c.name, f)
		}
	}
}

// What stood there before stays in the timeline, word for word.
func TestAClosedComplaintIsFiledAndVerified(t *testing.T) {
	w := complained(t)
	w.did(w.c.Investigate(InquiryOrder{Stand: by(fang), Inquiry: inquiry()}, w.g, clockAt(24, 11, 0)))
	w.c.State = Closed
	filed := inquiry()
	filed.Root, filed.Corrective, filed.Archive, filed.KeepYears, filed.Verified = "保養不足", "更換軸承", "TS2026-018", 5, clockAt(24, 15, 0)
	w.did(w.c.Investigate(InquiryOrder{Stand: by(fang), Inquiry: filed}, w.g, clockAt(24, 16, 0)))
	if got := w.c.Inquiry; got.Archive != "TS2026-018" || got.KeepYears != 5 || got.Facts != "軸承磨損" || w.c.State != Closed || w.c.Step != "" {
		t.Errorf("filed as %+v, %s waits for %q", got, w.c.State, w.c.Step)
	}
}

func TestTheTimelineKeepsHowEvidenceReadBefore(t *testing.T) {
	w := complained(t)
	w.did(w.c.Investigate(InquiryOrder{Stand: by(fang), Inquiry: inquiry()}, w.g, clockAt(24, 11, 0)))
	o := InquiryOrder{Stand: by(fang), Inquiry: inquiry()}
	o.Evidence[0].Source, o.Evidence[0].Giver, o.Parties[0].At = "機房", "李建國", clockAt(23, 13, 0)
	o.Common, o.KeepYears = true, 5
	w.did(w.c.Investigate(o, w.g, clockAt(24, 12, 0)))
	said := map[string]bool{}
	for _, d := range w.c.Acts[len(w.c.Acts)-1].Diffs {
		said[d.Field] = true
	}
	for _, field := range []string{"evidence", "parties", "common", "keep-years"} {
		if !said[field] {
			t.Errorf("%s was changed and the timeline does not say so: %v", field, said)
		}
	}
}

// planned is a complaint with a plan that its department's head approved.
func planned(t *testing.T) *walk {
	w := complained(t)
	w.did(w.c.PlanWork(plan(), w.g, clockAt(23, 11, 0)))
	return w.did(w.c.ApprovePlan(DecideOrder{Stand: by(qiang), Approve: true, Note: "同意"}, w.g, clockAt(23, 12, 0)))
}

func plan() PlanOrder {
	return PlanOrder{Stand: by(fang), Handler: jianguo, Solution: "更換軸承",
		Rows: []PlanRow{{Measure: "訂貨", Person: "李建國", By: clockAt(24, 12, 0), Status: PlanOpen}}}
}

func TestApprovingAPlanRefuses(t *testing.T) {
	trial[DecideOrder]{
		walk:  planned,
		order: func() DecideOrder { return DecideOrder{Stand: by(qiang), Approve: true} },
		do:    Case.ApprovePlan, at: clockAt(23, 13, 0),
	}.refuses(t, []broken[DecideOrder]{
		{"not approving it", func(_ *walk, o *DecideOrder, _ *time.Time) { o.Approve = false }, Invalid{"approve", "missing"}},
		{"a clerk", func(_ *walk, o *DecideOrder, _ *time.Time) { o.By = fang }, Invalid{"by", "not-allowed"}},
		{"the head, of a critical complaint", func(w *walk, _ *DecideOrder, _ *time.Time) { w.c.Level = Critical }, Invalid{"by", "not-allowed"}},
		{"a person complained of", func(w *walk, _ *DecideOrder, _ *time.Time) { w.c.Inquiry.Accused = []StaffID{qiang} }, Invalid{"by", "accused"}},
		{"a plan that is not there", func(w *walk, _ *DecideOrder, _ *time.Time) { *w = *complained(w.t) }, Invalid{"plan", "missing"}},
		{"the plan of a repair", func(w *walk, _ *DecideOrder, _ *time.Time) {
			*w = *signed(w.t)
			w.did(w.c.PlanWork(plan(), w.g, clockAt(23, 11, 0)))
		}, Invalid{"plan", "missing"}},
		{"a note of 10,000", func(_ *walk, o *DecideOrder, _ *time.Time) { o.Note = long(9999) }, Invalid{"note", "too-long"}},
		{"work already fed back", func(w *walk, _ *DecideOrder, _ *time.Time) {
			*w = *complained(w.t).ready(clockAt(23, 12, 0))
			w.c.State = FedBack
		}, Invalid{"issue", "not-now"}},
	})
}

// An approval holds for the plan that was read, not for another one.
func TestAnotherPlanWantsAnotherApproval(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*PlanOrder)
		stays  bool
	}{
		"a measure done":      {func(o *PlanOrder) { o.Rows[0].Status = PlanDone }, true},
		"another measure":     {func(o *PlanOrder) { o.Rows[0].Measure = "致歉" }, false},
		"a later date":        {func(o *PlanOrder) { o.Rows[0].By = clockAt(27, 12, 0) }, false},
		"one measure more":    {func(o *PlanOrder) { o.Rows = append(o.Rows, o.Rows[0]) }, false},
		"another solution":    {func(o *PlanOrder) { o.Solution = "更換主機" }, false},
		"somebody else's job": {func(o *PlanOrder) { o.Rows[0].Person = "趙強" }, false},
	} {
		w, o := planned(t), plan()
		c.change(&o)
		w.did(w.c.PlanWork(o, w.g, clockAt(23, 14, 0)))
		if stays := w.c.Inquiry.ApprovedBy == qiang && !w.c.Inquiry.Approved.IsZero(); stays != c.stays {
			t.Errorf("%s: the approval stays is %v", name, stays)
		}
	}
}

func TestAComplaintHasASlipOfItsOwn(t *testing.T) {
	w := complained(t)
	if r := w.c.Rounds[0]; !strings.HasPrefix(r.Number, "TS-202611-") || !r.Due.Equal(clockAt(30, 18, 0)) {
		t.Errorf("slip %s until %v, want a TS until five working days later", r.Number, r.Due)
	}
	if w.c.Inquiry == nil || w.c.Inquiry.Valid != ValidityOpen || w.c.Inquiry.KeepYears != 3 {
		t.Errorf("its own part is %+v", w.c.Inquiry)
	}
}
