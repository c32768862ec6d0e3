package app

import (
	"errors"
	"strings"
	"testing"
	"time"

	"ownerdesk/app/workday"
)

// The people and departments of the tests' office.
const (
	fang, jing, jianguo, qiang, min, wu  StaffID = 1, 2, 3, 4, 5, 6
	service, engineering, property, gone DeptID  = 1, 2, 3, 9
	wang, estate                                 = fang, ProjectID(1)
)

var shanghai = time.FixedZone("UTC+8", 8*60*60)

// clockAt is an office moment in November 2026, whose weekends are the only
// days of rest: the 23rd is a Monday.
func clockAt(day, hour, minute int) time.Time {
	return time.Date(2026, 11, day, hour, minute, 0, 0, shanghai)
}

func ground() Ground {
	rules := DefaultRules()
	return Ground{
		Office:   Office{Zone: "Asia/Shanghai"},
		Calendar: workday.New("CN", workday.Five(), shanghai, nil, []int{2026}),
		Rules:    rules, OldRules: map[int]Rules{1: rules},
		Departments: map[DeptID]Department{
			service: {ID: service, Name: "客戶服務部", Desk: true}, engineering: {ID: engineering, Name: "工程維修部"},
			property: {ID: property, Name: "物業管理部"}, gone: {ID: gone, Name: "綠化部", Closed: true},
		},
		Staff: map[StaffID]Staff{
			fang: {ID: fang, Name: "王芳", Dept: service, Role: Clerk}, jing: {ID: jing, Name: "陳靜", Dept: service, Role: Clerk},
			jianguo: {ID: jianguo, Name: "李建國", Dept: engineering, Role: Worker}, qiang: {ID: qiang, Name: "趙強", Dept: engineering, Role: Head},
			min: {ID: min, Name: "周敏", Dept: service, Role: Head}, wu: {ID: wu, Name: "吳總", Dept: service, Role: Manager},
		},
		Projects: map[ProjectID]Project{estate: {ID: estate, Name: "雲棲花園"}},
	}
}

// call is an order that breaks no rule; tests change what they are about.
func call(kind Kind) ReceiveOrder {
	o := ReceiveOrder{Project: estate, By: fang, Intake: Intake{
		Received: clockAt(23, 9, 42), Channel: "CH-TEL", Kind: kind, Category: "EQ1", Urgency: Normal,
		Reporter:    Reporter{Owner: "OW-SELF", Name: "張小明", Phone: "13812345678"},
		Place:       Place{Block: "3", Unit: "2", Door: "501"},
		Description: "三樓電梯近一週多次異響",
	}}
	if kind == Complaint {
		o.Level = Major
	}
	return o
}

// walk strings acts together as a desk does, numbering what asks for a number.
type walk struct {
	t *testing.T
	g Ground
	c Case
	n int
}

func (w *walk) did(m Move, err error) *walk {
	w.t.Helper()
	if err != nil {
		w.t.Fatalf("act %d: %v", len(w.c.Acts)+1, err)
	}
	if m.Draw != NoNumber {
		w.n++
		m = m.Numbered(Serial{Prefix: m.Draw, Month: m.DrawnAt(), N: w.n}.String())
	}
	w.c = w.c.After(m)
	w.c.Version++
	return w
}

func (w *walk) at(step Step, state State) {
	w.t.Helper()
	if w.c.Step != step || w.c.State != state {
		w.t.Fatalf("stands at %s/%s, want %s/%s", w.c.State, w.c.Step, state, step)
	}
}

func received(t *testing.T, kind Kind) *walk {
	w := &walk{t: t, g: ground()}
	return w.did(Receive(call(kind), w.g, clockAt(23, 9, 42)))
}

// fedBack is a repair that engineering reported done on Tuesday at 16:40.
func fedBack(t *testing.T) *walk {
	w := received(t, Repair)
	w.did(w.c.Transfer(TransferOrder{Stand: Stand{By: fang}, Lead: engineering}, w.g, clockAt(23, 9, 58)))
	w.did(w.c.Sign(SignOrder{Stand: Stand{By: fang}, Handler: jianguo}, w.g, clockAt(23, 14, 5)))
	return w.did(w.c.FeedBack(FeedbackOrder{Stand: Stand{By: jianguo}, Situation: "已更換軸承", Result: "RS-04", Asked: true, Satisfaction: 3}, w.g, clockAt(24, 16, 40)))
}

func told(t *testing.T) *walk {
	w := fedBack(t)
	w.did(w.c.Review(ReviewOrder{Stand: Stand{By: fang}, Accept: true}, w.g, clockAt(24, 17, 0)))
	return w.did(w.c.Tell(TellOrder{Stand: Stand{By: fang}, How: "MT-TEL", Text: "已修復"}, w.g, clockAt(25, 9, 0)))
}

func TestTheLoopEndsWithASatisfiedOwner(t *testing.T) {
	w := received(t, Repair)
	w.at(StepRoute, Accepted)
	if want := clockAt(24, 18, 0); !w.c.RouteDue.Equal(want) || !w.c.Promise.Equal(want) {
		t.Errorf("to be passed on until %v, promised %v, want both %v", w.c.RouteDue, w.c.Promise, want)
	}
	w.did(w.c.Transfer(TransferOrder{Stand: Stand{By: fang}, Lead: engineering, Helping: []DeptID{property}}, w.g, clockAt(23, 9, 58)))
	w.at(StepSign, Handling)
	if r := w.c.Rounds[0]; r.Number != "ZB-202611-0002" || !r.Due.Equal(clockAt(25, 18, 0)) || len(r.Steps) == 0 {
		t.Errorf("the slip says %s until %v with %d steps", r.Number, r.Due, len(r.Steps))
	}
	w.did(w.c.Sign(SignOrder{Stand: Stand{By: fang}, Handler: jianguo}, w.g, clockAt(23, 14, 5)))
	w.at(StepHandle, Handling)
	w.did(w.c.PlanWork(PlanOrder{Stand: Stand{By: jianguo}, Handler: jianguo, Solution: "更換軸承",
		Rows: []PlanRow{{Measure: "訂貨", Person: "李建國", By: clockAt(24, 12, 0), Status: PlanOpen}}}, w.g, clockAt(23, 15, 0)))
	w.did(w.c.WriteNote(NoteOrder{Stand: Stand{By: fang}, Kind: NoteProgress, Text: "備件已到", Told: true, How: "MT-TEL", ToldAt: clockAt(24, 10, 0)}, w.g, clockAt(24, 10, 1)))
	if !w.c.Answered.Equal(clockAt(24, 10, 0)) {
		t.Errorf("first heard at %v", w.c.Answered)
	}
	w.did(w.c.FeedBack(FeedbackOrder{Stand: Stand{By: jianguo}, Situation: "已更換", Result: "RS-04", Asked: true, Satisfaction: 5}, w.g, clockAt(25, 16, 0)))
	w.at(StepReview, FedBack)
	w.did(w.c.Review(ReviewOrder{Stand: Stand{By: fang}, Code: "RW-01", Note: "夜間仍有異響"}, w.g, clockAt(25, 17, 0)))
	w.at(StepHandle, Rework)
	if !w.c.Due.Equal(clockAt(26, 18, 0)) || w.c.Rework != 1 || !w.c.Rounds[0].Due.Equal(clockAt(25, 18, 0)) {
		t.Errorf("rework until %v, the slip still says %v", w.c.Due, w.c.Rounds[0].Due)
	}
	w.did(w.c.FeedBack(FeedbackOrder{Stand: Stand{By: jianguo}, Situation: "已調平層", Result: "RS-04", Asked: true, Satisfaction: 5}, w.g, clockAt(26, 16, 0)))
	w.did(w.c.Review(ReviewOrder{Stand: Stand{By: fang}, Accept: true}, w.g, clockAt(26, 17, 0)))
	w.at(StepTell, Reviewed)
	w.did(w.c.Tell(TellOrder{Stand: Stand{By: fang}, How: "MT-TEL", Text: "已修復"}, w.g, clockAt(27, 9, 0)))
	w.at(StepFollowUp, Told)
	if want := time.Date(2026, 12, 1, 18, 0, 0, 0, shanghai); !w.c.StepDue.Equal(want) {
		t.Errorf("to be asked until %v, want %v: three working days after completion", w.c.StepDue, want)
	}
	w.did(w.c.FollowUp(FollowUpOrder{Stand: Stand{By: fang}, Method: "MT-TEL", Reached: NoAnswer}, w.g, clockAt(27, 10, 0)))
	w.at(StepFollowUp, Told)
	w.did(w.c.FollowUp(FollowUpOrder{Stand: Stand{By: jing}, Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明", Solved: SolvedYes, Rating: 5, Disposal: CloseIssue}, w.g, clockAt(30, 10, 0)))
	w.at("", Closed)
	if w.c.Close != ClosedSatisfied || w.c.Final != 5 || w.c.FollowUps[0].Number != w.c.FollowUps[1].Number {
		t.Errorf("closed as %s rated %d, cards %s and %s", w.c.Close, w.c.Final, w.c.FollowUps[0].Number, w.c.FollowUps[1].Number)
	}
}

func TestADissatisfiedOwnerGetsANewRound(t *testing.T) {
	w := told(t)
	ask := FollowUpOrder{Stand: Stand{By: jing}, Method: "MT-TEL", Reached: ReachedOwner, Who: "張小明", Solved: SolvedNo, Rating: 2, Disposal: CloseIssue}
	_, err := w.c.FollowUp(ask, w.g, clockAt(25, 10, 0))
	for _, want := range []Invalid{{"disposal", "dissatisfied"}, {"opinion", "missing"}, {"why", "missing"}} {
		if f := faults(err); !f.Has(want.Field, want.Rule) {
			t.Errorf("closing a dissatisfied owner breaks %v, want %v among them", f, want)
		}
	}
	ask.Disposal, ask.Opinion, ask.Why = NewRound, "晚上還是響", "DS-01"
	w.did(w.c.FollowUp(ask, w.g, clockAt(25, 10, 0)))
	w.at(StepAgain, Retransferred)
	w.did(w.c.Transfer(TransferOrder{Stand: Stand{By: fang}, Lead: engineering}, w.g, clockAt(25, 11, 0)))
	w.at(StepSign, Handling)
	first, second := w.c.Rounds[0], w.c.Rounds[1]
	if second.Number != first.Number+"-R2" || second.Why != "晚上還是響" || w.c.First != 2 {
		t.Errorf("second slip %s because %q, first rating %d", second.Number, second.Why, w.c.First)
	}
	if !second.Due.Equal(clockAt(27, 18, 0)) {
		t.Errorf("the second round runs until %v, counted from its own issue", second.Due)
	}
}

func TestADelayKeepsTheOriginalLimit(t *testing.T) {
	w := received(t, Repair)
	w.did(w.c.Transfer(TransferOrder{Stand: Stand{By: fang}, Lead: engineering}, w.g, clockAt(23, 9, 58)))
	w.did(w.c.Sign(SignOrder{Stand: Stand{By: fang}, Handler: jianguo}, w.g, clockAt(23, 10, 5)))
	ask := DelayOrder{Stand: Stand{By: jianguo}, To: clockAt(27, 18, 0), Code: "DL-01", Text: "備件未到"}
	w.did(w.c.AskDelay(ask, w.g, clockAt(24, 9, 0)))
	w.at(StepDelay, Handling)
	for name, c := range map[string]struct {
		by   StaffID
		want Invalid
	}{
		"whoever asked": {jianguo, Invalid{"by", "same"}},
		"a clerk":       {fang, Invalid{"by", "not-allowed"}},
	} {
		if _, err := w.c.DecideDelay(DecideOrder{Stand: Stand{By: c.by}, Approve: true}, w.g, clockAt(24, 9, 30)); !faults(err).Has(c.want.Field, c.want.Rule) {
			t.Errorf("%s approves: %v", name, err)
		}
	}
	w.did(w.c.DecideDelay(DecideOrder{Stand: Stand{By: qiang}, Approve: true}, w.g, clockAt(24, 10, 0)))
	if r := w.c.Rounds[0]; !r.Due.Equal(clockAt(25, 18, 0)) || !r.Effect.Equal(clockAt(27, 18, 0)) || w.c.Delays[0].Late {
		t.Errorf("printed %v, counts %v, late %v", r.Due, r.Effect, w.c.Delays[0].Late)
	}
	ask.To = time.Date(2026, 12, 1, 18, 0, 0, 0, shanghai)
	w.did(w.c.AskDelay(ask, w.g, clockAt(27, 18, 1)))
	if !w.c.Delays[1].Late {
		t.Error("a request after the limit is not marked late")
	}
	if _, err := w.c.DecideDelay(DecideOrder{Stand: Stand{By: qiang}, Approve: true}, w.g, clockAt(28, 9, 0)); !faults(err).Has("by", "not-allowed") {
		t.Errorf("the second delay passes without customer service: %v", err)
	}
}

func faults(err error) Faults {
	var f Faults
	errors.As(err, &f)
	return f
}

func TestIntakeRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*ReceiveOrder)
		want   Invalid
	}{
		"no name":                     {func(o *ReceiveOrder) { o.Reporter.Name = " " }, Invalid{"name", "missing"}},
		"no contact":                  {func(o *ReceiveOrder) { o.Reporter.Phone = "" }, Invalid{"contact", "missing"}},
		"refused, yet with a phone":   {func(o *ReceiveOrder) { o.Reporter.Refused = true }, Invalid{"contact", "both"}},
		"no description":              {func(o *ReceiveOrder) { o.Description = "\n " }, Invalid{"description", "missing"}},
		"a description of 10,000":     {func(o *ReceiveOrder) { o.Description = strings.Repeat("水", 10000) }, Invalid{"description", "too-long"}},
		"a call from tomorrow":        {func(o *ReceiveOrder) { o.Received = clockAt(24, 9, 0) }, Invalid{"received", "future"}},
		"a call of last week, unsaid": {func(o *ReceiveOrder) { o.Received = clockAt(16, 9, 0) }, Invalid{"received-why", "missing"}},
		"no place":                    {func(o *ReceiveOrder) { o.Place = Place{} }, Invalid{"place", "missing"}},
		"no kind":                     {func(o *ReceiveOrder) { o.Kind = "" }, Invalid{"kind", "missing"}},
		"a complaint of no level":     {func(o *ReceiveOrder) { o.Kind, o.Level = Complaint, "" }, Invalid{"level", "missing"}},
		"nobody at the desk":          {func(o *ReceiveOrder) { o.By = 99 }, Invalid{"by", "unknown"}},
	} {
		t.Run(name, func(t *testing.T) {
			o := call(Repair)
			c.change(&o)
			if _, err := Receive(o, ground(), clockAt(23, 9, 42)); !faults(err).Has(c.want.Field, c.want.Rule) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
	anonymous := call(Repair)
	anonymous.Reporter = Reporter{Owner: Anonymous, Anonymous: true, Refused: true}
	if _, err := Receive(anonymous, ground(), clockAt(23, 9, 42)); err != nil {
		t.Errorf("an anonymous call that says so is refused: %v", err)
	}
}

func TestHandOverRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		kind  Kind
		order TransferOrder
		want  Invalid
	}{
		"nobody to take it":                  {Repair, TransferOrder{}, Invalid{"lead", "missing"}},
		"a department that is gone":          {Repair, TransferOrder{Lead: gone}, Invalid{"lead", "unknown"}},
		"our own department":                 {Repair, TransferOrder{Lead: service}, Invalid{"lead", "desk"}},
		"the lead as helper":                 {Repair, TransferOrder{Lead: engineering, Helping: []DeptID{engineering}}, Invalid{"helping", "same"}},
		"another limit without a reason":     {Repair, TransferOrder{Lead: engineering, Due: clockAt(30, 18, 0)}, Invalid{"due-why", "missing"}},
		"a limit that has passed":            {Repair, TransferOrder{Lead: engineering, Due: clockAt(20, 18, 0), DueWhy: "x"}, Invalid{"due", "past"}},
		"a complaint on the transfer's slip": {Complaint, TransferOrder{Lead: engineering}, Invalid{"kind", "complaint"}},
	} {
		t.Run(name, func(t *testing.T) {
			w := received(t, c.kind)
			c.order.By = fang
			if _, err := w.c.Transfer(c.order, w.g, clockAt(23, 10, 0)); !faults(err).Has(c.want.Field, c.want.Rule) {
				t.Errorf("got %v, want %v", err, c.want)
			}
		})
	}
}

func TestARefusalDoesNotStopTheClock(t *testing.T) {
	w := received(t, Repair)
	w.did(w.c.Transfer(TransferOrder{Stand: Stand{By: fang}, Lead: property}, w.g, clockAt(23, 9, 58)))
	if _, err := w.c.Refuse(RefuseOrder{Stand: Stand{By: fang}, Reason: "非本部門"}, w.g, clockAt(25, 9, 0)); !faults(err).Has("reason", "too-late") {
		t.Errorf("a refusal after the time set for it: %v", err)
	}
	w.did(w.c.Refuse(RefuseOrder{Stand: Stand{By: fang}, Reason: "非本部門"}, w.g, clockAt(23, 11, 0)))
	w.at(StepReassign, Handling)
	w.did(w.c.Reassign(ReassignOrder{Stand: Stand{By: fang}, Lead: engineering}, w.g, clockAt(23, 11, 30)))
	w.at(StepSign, Handling)
	if r := w.c.Rounds[0]; r.Refusals != 1 || r.Lead != engineering || !r.Effect.Equal(clockAt(25, 18, 0)) {
		t.Errorf("after the refusal: %d, with %d, until %v", r.Refusals, r.Lead, r.Effect)
	}
}

func TestASpecialClosingWantsADifferentPerson(t *testing.T) {
	w := told(t)
	o := CloseOrder{Stand: Stand{By: fang}, Code: ClosedUnreachable, Reason: "三次未接"}
	if _, err := w.c.AskClose(o, w.g, clockAt(25, 9, 30)); !faults(err).Has("code", "too-few-attempts") {
		t.Errorf("unreachable without trying: %v", err)
	}
	for _, at := range []time.Time{clockAt(25, 10, 0), clockAt(25, 15, 0), clockAt(25, 17, 0)} {
		w.did(w.c.FollowUp(FollowUpOrder{Stand: Stand{By: fang}, Method: "MT-TEL", Reached: NoAnswer}, w.g, at))
	}
	if _, err := w.c.AskClose(o, w.g, clockAt(25, 17, 30)); !faults(err).Has("code", "same-day") {
		t.Errorf("three attempts on one day: %v", err)
	}
	w.did(w.c.FollowUp(FollowUpOrder{Stand: Stand{By: fang}, Method: "MT-TEL", Reached: NoAnswer}, w.g, clockAt(26, 10, 0)))
	w.did(w.c.AskClose(o, w.g, clockAt(26, 10, 5)))
	w.at(StepApprove, Told)
	for name, c := range map[string]struct {
		by   StaffID
		want Invalid
	}{
		"whoever asked":      {fang, Invalid{"by", "same"}},
		"another clerk":      {jing, Invalid{"by", "not-allowed"}},
		"the handler":        {jianguo, Invalid{"by", "handler"}},
		"another department": {qiang, Invalid{"by", "not-allowed"}},
	} {
		if _, err := w.c.DecideClose(DecideOrder{Stand: Stand{By: c.by}, Approve: true}, w.g, clockAt(26, 11, 0)); !faults(err).Has(c.want.Field, c.want.Rule) {
			t.Errorf("%s approves: %v", name, err)
		}
	}
	w.did(w.c.DecideClose(DecideOrder{Stand: Stand{By: min}, Approve: true}, w.g, clockAt(26, 11, 0)))
	w.at("", Closed)
	w.did(w.c.Reopen(ReopenOrder{Stand: Stand{By: fang}, Reason: "業主來電"}, w.g, clockAt(27, 9, 0)))
	w.at(StepRoute, Accepted)
	if len(w.c.Rounds) != 1 || len(w.c.FollowUps) != 4 {
		t.Errorf("reopening lost rounds: %d, follow-ups: %d", len(w.c.Rounds), len(w.c.FollowUps))
	}
}

func TestAComplaintIsInvestigatedByAnother(t *testing.T) {
	w := received(t, Complaint)
	w.did(w.c.OpenComplaint(TransferOrder{Stand: Stand{By: fang}, Lead: engineering}, w.g, clockAt(23, 10, 0)))
	if r := w.c.Rounds[0]; !strings.HasPrefix(r.Number, "TS-202611-") || !r.Due.Equal(clockAt(30, 18, 0)) {
		t.Errorf("slip %s until %v, want a TS until five working days later", r.Number, r.Due)
	}
	o := InquiryOrder{Stand: Stand{By: fang}, Inquiry: Inquiry{Valid: Valid, Investigator: jianguo, Accused: []StaffID{jianguo}}}
	if _, err := w.c.Investigate(o, w.g, clockAt(23, 11, 0)); !faults(err).Has("investigator", "accused") {
		t.Errorf("the accused investigates: %v", err)
	}
	o.Investigator, o.Evidence = qiang, []Evidence{{Name: "監控", Kind: "EV-CCTV"}}
	w.did(w.c.Investigate(o, w.g, clockAt(23, 11, 0)))
	o.Evidence = nil
	if _, err := w.c.Investigate(o, w.g, clockAt(23, 12, 0)); !faults(err).Has("evidence", "taken-away") {
		t.Errorf("evidence can be taken away: %v", err)
	}
	if _, err := w.c.ApprovePlan(DecideOrder{Stand: Stand{By: qiang}}, w.g, clockAt(23, 12, 0)); !faults(err).Has("plan", "missing") {
		t.Errorf("a plan is approved that is not there: %v", err)
	}
}

func TestWhatIsNotFollowedUpClosesOnlyWhenContent(t *testing.T) {
	for name, content := range map[string]bool{"content": true, "not asked": false} {
		w := received(t, Enquiry)
		w.did(w.c.HandleSelf(TransferOrder{Stand: Stand{By: fang}}, w.g, clockAt(23, 9, 50)))
		if w.c.Rounds[0].Number != "" {
			t.Errorf("our own round has the slip %s", w.c.Rounds[0].Number)
		}
		w.did(w.c.FeedBack(FeedbackOrder{Stand: Stand{By: fang}, Situation: "已查明", Result: "RS-03", Asked: true}, w.g, clockAt(23, 10, 0)))
		w.did(w.c.Review(ReviewOrder{Stand: Stand{By: fang}, Accept: true}, w.g, clockAt(23, 10, 1)))
		w.did(w.c.Tell(TellOrder{Stand: Stand{By: fang}, How: "MT-TEL", Text: "已說明", Content: content}, w.g, clockAt(23, 10, 2)))
		if closed := w.c.State == Closed; closed != content {
			t.Errorf("%s: closed is %v", name, closed)
		}
	}
}

func TestTheTimelineKeepsOldAndNew(t *testing.T) {
	w := received(t, Repair)
	o := AmendOrder{Stand: Stand{By: jing}, Intake: w.c.Intake, Why: "業主更正"}
	o.Description = "四樓電梯異響"
	w.did(w.c.Amend(o, w.g, clockAt(23, 10, 0)))
	last := w.c.Acts[len(w.c.Acts)-1]
	if last.Kind != ActAmended || last.By != jing || len(last.Diffs) != 1 || last.Diffs[0] != (Difference{"description", "三樓電梯近一週多次異響", "四樓電梯異響"}) {
		t.Errorf("the timeline says %+v", last)
	}
}

func TestDefaultRulesAreWhole(t *testing.T) {
	r := DefaultRules()
	for _, c := range []struct {
		parts []string
		want  string
	}{
		{[]string{"transfer"}, "1wd"}, {[]string{"transfer", "UR1"}, "30min"}, {[]string{"transfer", "UR3"}, "1wd"},
		{[]string{"handle", "TYP-REP", "UR1"}, "24h"}, {[]string{"handle", "TYP-CMP", "LV2"}, "5wd"}, {[]string{"handle", "TYP-SUG", "UR3"}, "5wd"},
		{[]string{"followup", "TYP-CMP"}, "3wd"}, {[]string{"followup", "TYP-REP"}, "3wd"},
	} {
		if got := r.Limit(c.parts...).String(); got != c.want {
			t.Errorf("%v is %s, want %s", c.parts, got, c.want)
		}
	}
}
