package audit

import (
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

var shanghai = time.FixedZone("UTC+8", 8*60*60)

// at is an office moment in November 2026; the 23rd is a Monday.
func at(day, hour, minute int) time.Time {
	return time.Date(2026, 11, day, hour, minute, 0, 0, shanghai)
}

func ground() app.Ground {
	rules := app.DefaultRules()
	return app.Ground{
		Office: app.Office{Zone: "Asia/Shanghai"}, Calendar: workday.New("CN", workday.Five(), shanghai, nil, []int{2026}),
		Rules: rules, OldRules: map[int]app.Rules{1: rules},
		Staff: map[app.StaffID]app.Staff{1: {ID: 1, Role: app.Clerk}, 2: {ID: 2, Role: app.Worker}, 3: {ID: 3, Role: app.Manager}},
	}
}

// faultless is a complaint that kept every duty and was closed with its owner satisfied.
func faultless() app.Case {
	return app.Case{
		Issue: app.Issue{
			ID: 1, Number: "SL-202611-0001", Slip: "TS-202611-0001", State: app.Closed, Level: app.Critical, By: 1, Registered: at(2, 9, 0), Rules: 1,
			Intake: app.Intake{Received: at(2, 9, 0), Channel: "CH-TEL", Kind: app.Complaint, Category: "SV1", Urgency: app.Normal,
				Reporter: app.Reporter{Owner: "OW-SELF", Name: "張小明", Phone: "13812345678"}, Description: "保安態度差"},
			RouteDue: at(3, 18, 0), Promise: at(4, 18, 0), Promised: app.Promised{At: at(2, 9, 5), How: "MT-TEL", By: 1, Until: at(4, 18, 0)},
			Talk: app.SiteTalk{Asked: at(2, 10, 0), Due: at(9, 18, 0), Ended: at(3, 16, 0), Held: true}, Answered: at(2, 9, 5), Round: 1, Lead: 2, Handler: 2, Due: at(5, 18, 0), Done: at(4, 15, 0), Final: 5, First: 5, Close: app.ClosedSatisfied, Ended: at(6, 10, 0),
		},
		Rounds: []app.Round{{
			N: 1, Slip: app.ComplaintSlip, Number: "TS-202611-0001", Issued: at(2, 10, 0), IssuedBy: 1, Lead: 2, RuleDue: at(5, 18, 0), Due: at(5, 18, 0), Effect: at(5, 18, 0),
			Signed: at(2, 11, 0), SignedBy: "李", Handler: 2, Solution: "道歉並培訓", Expected: at(4, 18, 0), Done: at(4, 15, 0),
			Plan: []app.PlanRow{{Measure: "當面道歉", Person: "李", By: at(4, 18, 0)}},
		}},
		Feedbacks: []app.Feedback{{N: 1, Round: 1, At: at(4, 15, 30), By: 2, Situation: "已道歉", Result: "RS-06", Satisfaction: 5, Completed: at(4, 15, 0),
			Cause: "RC-PEO3", Reviewed: at(5, 9, 0), ReviewedBy: 1, Accepted: true}},
		FollowUps: []app.FollowUp{{N: 1, Round: 1, Attempt: 1, At: at(6, 10, 0), By: 1, Method: "MT-TEL", Reached: app.ReachedOwner, Solved: app.SolvedYes, Rating: 5, Disposal: app.CloseIssue}},
		Inquiry: &app.Inquiry{Valid: app.Valid, Investigator: 3, Began: at(2, 11, 0), Ended: at(3, 11, 0), Methods: []string{"IM-TALK"},
			Parties: []app.Party{{Name: "張小明", Role: "投訴人", At: at(2, 14, 0)}}, Evidence: []app.Evidence{{Name: "錄像", Kind: "EV-CCTV"}}, Facts: "屬實", Answers: "RP-CO",
			Cause: "RC-PEO3", Consulted: at(3, 15, 0), ApprovedBy: 3, Approved: at(3, 16, 0), Root: "培訓不足", Corrective: "培訓", Preventive: "每月培訓"},
		Acts: []app.Act{{N: 1, Kind: app.ActAccepted, At: at(5, 9, 0), By: 1}, {N: 2, Kind: app.ActTold, At: at(5, 10, 0), By: 1}},
	}
}

// repair is a repair that kept every duty.
func repair() app.Case {
	c := faultless()
	c.Kind, c.Level, c.Slip, c.Inquiry = app.Repair, "", "ZB-202611-0001", nil
	r := &c.Rounds[0]
	r.Slip, r.Number, r.Disturbs = app.TransferSlip, "ZB-202611-0001", app.SaidYes
	c.Urgency, c.Site = app.Emergency, app.OnSite{ArriveDue: at(2, 9, 30), Arrived: at(2, 9, 20), Who: "李", ControlDue: at(2, 11, 0), Controlled: at(2, 10, 0), How: "關閥"}
	c.Helps = []app.Help{{N: 1, Round: 1, Dept: 3, Asked: at(2, 10, 0), Due: at(5, 18, 0), Signed: at(2, 12, 0), FedBack: at(4, 9, 0), Situation: "已配合"}}
	c.Disturbances = []app.Disturbance{{N: 1, Round: 1, At: at(3, 9, 0), Part: "3-2 水", From: at(4, 9, 0), To: at(4, 12, 0), Whom: "3-2 全體", Told: at(3, 9, 0), How: "MT-TEL"}}
	c.Suspensions = []app.Suspension{{N: 1, Round: 1, At: at(2, 13, 0), By: 2, Code: app.WaitsParts, Review: at(3, 17, 0), Ended: at(3, 16, 0), EndedBy: 2, Why: "配件已到"}}
	c.Inspections = []app.Inspection{{N: 1, Round: 1, Feedback: 1, At: at(4, 17, 0), By: 1, Inspector: 1, Inspected: at(4, 17, 0), Place: "3-2", Passed: true, Result: "好"}}
	return c
}

// integrity is a complaint about integrity that went its own way: to the manager.
func integrity() app.Case {
	c := faultless()
	c.Category, c.Lead, c.Handler, c.Inquiry.AccusedDept, c.Inquiry.Accused = app.Integrity, 0, 3, 2, []app.StaffID{2}
	c.Rounds[0].Lead, c.Rounds[0].Handler = 0, 3
	c.Feedbacks[0].By = 3
	return c
}

// verdicts are those of all duties on one case, by name.
func verdicts(c app.Case) map[string]verdict {
	all := map[string]verdict{}
	for _, d := range caseDuties {
		all[d.Name] = d.see(seen{c, ground(), at(30, 12, 0)})
	}
	return all
}

func TestAFaultlessCaseBreaksNoDuty(t *testing.T) {
	applied := map[string]bool{}
	for name, c := range map[string]app.Case{"complaint": faultless(), "repair": repair(), "integrity": integrity()} {
		for duty, v := range verdicts(c) {
			if v == broken {
				t.Errorf("a %s that kept everything breaks %s", name, duty)
			}
			applied[duty] = applied[duty] || v == kept
		}
	}
	// These apply to what went wrong, and were then put right.
	for _, d := range caseDuties {
		if !applied[d.Name] && !slices.Contains([]string{"delay-told", "dissatisfied", "complaint-again"}, d.Name) {
			t.Errorf("%s applies to no faultless case", d.Name)
		}
	}
}

// TestEachBreachIsFound breaks one thing at a time, and looks that the duty it is
// about notices.
func TestEachBreachIsFound(t *testing.T) {
	type breach struct {
		duty string
		of   func() app.Case
		do   func(*app.Case)
	}
	found := map[string]bool{}
	for _, b := range []breach{
		{"heard-in-time", faultless, func(c *app.Case) { c.Answered = at(5, 9, 0) }},
		{"heard-in-time", faultless, func(c *app.Case) { c.Answered = time.Time{} }},
		{"channel", faultless, func(c *app.Case) { c.Channel = "" }},
		{"registered", faultless, func(c *app.Case) { c.Reporter.Name = " " }},
		{"registered", faultless, func(c *app.Case) { c.Reporter.Phone = "" }},
		{"registered", faultless, func(c *app.Case) { c.Description = "" }},
		{"decided", faultless, func(c *app.Case) { c.Rounds, c.State = nil, app.Accepted }},
		{"passed-on", repair, func(c *app.Case) { c.Rounds[0].Issued = at(4, 9, 0) }},
		{"repair-plan", repair, func(c *app.Case) { c.Rounds[0].Plan, c.Rounds[0].Solution = nil, "" }},
		{"arrived", repair, func(c *app.Case) { c.Site.Arrived = at(2, 9, 31) }},
		{"arrived", repair, func(c *app.Case) { c.Site.Arrived = time.Time{} }},
		{"controlled", repair, func(c *app.Case) { c.Site.Controlled = at(2, 11, 1) }},
		{"two-people", repair, func(c *app.Case) { c.Acts[0].Diffs = []app.Difference{{Field: app.AloneField, New: "1"}} }},
		{"others-told", repair, func(c *app.Case) { c.Disturbances = nil }},
		{"others-told", repair, func(c *app.Case) { c.Disturbances[0].Late = true }},
		{"inspected", repair, func(c *app.Case) { c.Inspections = nil }},
		{"inspected", repair, func(c *app.Case) { c.Inspections[0].Passed = false }},
		{"helpers", repair, func(c *app.Case) { c.Helps[0].FedBack = time.Time{} }},
		{"helpers", repair, func(c *app.Case) { c.Helps[0].FedBack = at(6, 9, 0) }},
		{"handler", repair, func(c *app.Case) { c.Rounds[0].Handler = 0 }},
		{"plan", repair, func(c *app.Case) { c.Rounds[0].Plan, c.Rounds[0].Expected = nil, time.Time{} }},
		{"delay-told", repair, func(c *app.Case) {
			c.Delays = []app.Delay{{N: 1, Round: 1, From: at(5, 18, 0), To: at(9, 18, 0), Approved: true, Decided: at(4, 9, 0)}}
		}},
		{"delay-told", repair, func(c *app.Case) {
			c.Delays = []app.Delay{{N: 1, Round: 1, From: at(5, 18, 0), To: at(9, 18, 0), Approved: true, Decided: at(4, 9, 0), Told: at(6, 9, 0)}}
		}},
		{"handled-in-time", repair, func(c *app.Case) { c.Done = at(6, 9, 0) }},
		{"suspended-looked", repair, func(c *app.Case) { c.Suspensions[0].Late, c.Suspensions[0].Ended = true, at(3, 17, 1) }},
		{"suspended-looked", repair, func(c *app.Case) { c.Suspensions[0].Late, c.Suspensions[0].Looks = true, 1 }},
		{"suspended-looked", repair, func(c *app.Case) { c.Suspensions[0].Ended = time.Time{} }},
		{"suspended-looked", repair, func(c *app.Case) { c.Suspensions[0].Looks, c.Suspensions[0].Ended = 1, time.Time{} }},
		{"reported", repair, func(c *app.Case) { c.Feedbacks[0].Situation = "" }},
		{"reviewed-in-time", repair, func(c *app.Case) { c.Feedbacks[0].Reviewed = at(9, 9, 0) }},
		{"reviewed-by-another", repair, func(c *app.Case) { c.Feedbacks[0].ReviewedBy = 2 }},
		{"told", repair, func(c *app.Case) { c.Acts = nil }},
		{"asked-in-time", repair, func(c *app.Case) { c.FollowUps[0].At = at(20, 9, 0) }},
		{"asked-by-another", repair, func(c *app.Case) { c.FollowUps[0].By = 2 }},
		{"dissatisfied", repair, func(c *app.Case) { c.FollowUps[0].Rating = 1 }},
		{"closed-rightly", repair, func(c *app.Case) { c.FollowUps[0].Rating = 2 }},
		{"closed-rightly", repair, func(c *app.Case) { c.Close, c.FollowUps[0].Rating = app.ClosedPartly, 2 }},
		{"closed-rightly", repair, func(c *app.Case) {
			c.Close, c.Closings = app.ClosedByApproval, []app.Closing{{N: 1, Code: app.ClosedByApproval, AskedBy: 1, DecidedBy: 1, Approved: true}}
		}},
		{"cause", repair, func(c *app.Case) { c.Feedbacks[0].Cause = "" }},
		{"promised", faultless, func(c *app.Case) { c.Promised = app.Promised{} }},
		{"slip", faultless, func(c *app.Case) { c.Rounds[0].Slip = app.TransferSlip }},
		{"talk-held", faultless, func(c *app.Case) { c.Talk.Ended, c.Talk.Held = time.Time{}, false }},
		{"talk-held", faultless, func(c *app.Case) { c.Talk.Ended = at(10, 9, 0) }},
		{"investigated", faultless, func(c *app.Case) { c.Inquiry = nil }},
		{"investigated", faultless, func(c *app.Case) { c.Inquiry.Facts = "" }},
		{"measures", faultless, func(c *app.Case) { c.Rounds[0].Plan = nil }},
		{"approved", faultless, func(c *app.Case) { c.Inquiry.Approved = time.Time{} }},
		{"approved", faultless, func(c *app.Case) { c.Inquiry.ApprovedBy = 1 }},
		{"complaint-told", faultless, func(c *app.Case) { c.Acts = nil }},
		{"complaint-asked", faultless, func(c *app.Case) { c.FollowUps[0].At = at(20, 9, 0) }},
		{"complaint-again", faultless, func(c *app.Case) { c.FollowUps[0].Solved = app.SolvedNo }},
		{"integrity", integrity, func(c *app.Case) { c.Rounds[0].Lead = 2 }},
		{"integrity", integrity, func(c *app.Case) { c.Rounds[0].Handler = 2 }},
		{"integrity", integrity, func(c *app.Case) { c.Inquiry.AccusedDept, c.Inquiry.Accused = 0, nil }},
		{"integrity", integrity, func(c *app.Case) { c.Inquiry.Investigator = 2 }},
		{"integrity", integrity, func(c *app.Case) { c.Acts[0].By = 2 }},
		{"integrity", integrity, func(c *app.Case) { c.Helps = []app.Help{{N: 1, Round: 1, Dept: 3}} }},
	} {
		c := b.of()
		b.do(&c)
		if verdicts(c)[b.duty] != broken {
			t.Errorf("a breach of %s is not found", b.duty)
		}
		found[b.duty] = true
	}
	for _, d := range caseDuties {
		if !found[d.Name] {
			t.Errorf("nothing tries whether a breach of %s is found", d.Name)
		}
	}
}

func TestWhatIsStillWithinItsLimitIsNoBreach(t *testing.T) {
	c := repair()
	c.State, c.Done, c.Ended, c.Feedbacks, c.FollowUps, c.Acts, c.Inspections = app.Handling, time.Time{}, time.Time{}, nil, nil, nil, nil
	c.Answered = time.Time{}
	for _, d := range caseDuties {
		if d.see(seen{c, ground(), at(3, 9, 0)}) == broken {
			t.Errorf("%s is broken while there is time", d.Name)
		}
	}
}

// A suspension is judged once its day of review has come: not while it is ahead, nor
// where the work went on before that day.
func TestASuspensionIsJudgedWhenItsDayOfReviewHasCome(t *testing.T) {
	for name, c := range map[string]struct {
		is   app.Suspension
		want verdict
	}{
		"it waits, and the moment of review is now": {app.Suspension{Review: at(30, 12, 0)}, apart},
		"it waits, and that moment has passed":      {app.Suspension{Review: at(30, 11, 59)}, broken},
		"it waits on until later":                   {app.Suspension{Review: at(30, 17, 0), Looks: 1}, kept},
		"it waits on after a late look":             {app.Suspension{Review: at(30, 17, 0), Looks: 1, Late: true}, broken},
		"it went on the day before":                 {app.Suspension{Review: at(25, 10, 0), Ended: at(24, 17, 0)}, apart},
		"it went on at the moment of review":        {app.Suspension{Review: at(25, 10, 0), Ended: at(25, 10, 0)}, kept},
	} {
		issue := repair()
		issue.Suspensions = []app.Suspension{c.is}
		if got := verdicts(issue)["suspended-looked"]; got != c.want {
			t.Errorf("%s: %v, not %v", name, got, c.want)
		}
	}
}

func TestWhatIsNoIssueAnyMoreIsNotCounted(t *testing.T) {
	for _, change := range []func(*app.Case){
		func(c *app.Case) { c.State = app.Void },
		func(c *app.Case) { c.Close = app.ClosedMerged },
		func(c *app.Case) { c.Taken = true },
	} {
		c := faultless()
		change(&c)
		o := office{Span: Span{From: at(1, 0, 0), To: at(30, 0, 0), At: at(30, 12, 0)}, g: ground(), cases: []app.Case{c}}
		for _, f := range o.report().Findings {
			if f.Applied > 0 {
				t.Errorf("%s %s counts it", f.Clause, f.Name)
			}
		}
	}
}

// Whoever closed it after asking the owner closed it rightly, though somebody asked for
// a special closing before and was refused.
func TestARefusedClosingDoesNotBreakTheOneAfterIt(t *testing.T) {
	for _, code := range app.OwnerCloses {
		c := repair()
		c.Close, c.Closings = code, []app.Closing{{N: 1, Code: app.ClosedByApproval, AskedBy: 1, DecidedBy: 3}}
		if got := verdicts(c)["closed-rightly"]; got != kept {
			t.Errorf("%s after a refusal is %v", code, got)
		}
	}
}

func TestBrokenCasesComeTheOldestFirst(t *testing.T) {
	late, early := faultless(), faultless()
	late.Received, late.Slip, late.Channel = at(9, 9, 0), "TS-202611-0009", ""
	early.Channel = ""
	o := office{Span: Span{From: at(1, 0, 0), To: at(30, 0, 0), At: at(30, 12, 0)}, g: ground(), cases: []app.Case{late, early}}
	for _, f := range o.report().Findings {
		if f.Name == "channel" && (len(f.Broken) != 2 || f.Broken[0].Number != "TS-202611-0001") {
			t.Errorf("broken are %+v", f.Broken)
		}
	}
}

// The regulation asks for a meeting in each week of work; a week of holidays has none.
func TestAWeekWithoutAMeetingIsBrokenUnlessNobodyWorked(t *testing.T) {
	week := func(day int) meeting.Record {
		from := workday.Date{Year: 2026, Month: 11, Day: day}
		return meeting.Record{Head: meeting.Head{Kind: meeting.Weekly, Number: "ZH", From: from, To: from.AddDays(6)}}
	}
	g := ground()
	var rest []workday.Special
	for day := 9; day <= 15; day++ {
		rest = append(rest, workday.Special{Date: workday.Date{Year: 2026, Month: 11, Day: day}, Kind: workday.Holiday})
	}
	for name, c := range map[string]struct {
		rest   []workday.Special
		broken int
	}{"a week of work": {nil, 1}, "a week of holidays": {rest, 0}} {
		g.Calendar = workday.New("CN", workday.Five(), shanghai, c.rest, []int{2026})
		o := office{Span: Span{From: at(1, 0, 0), To: at(30, 0, 0), At: at(30, 12, 0)}, g: g, records: []meeting.Record{week(2), week(16), week(23)}}
		if f := o.weeks(); f.Applied != 3+c.broken || len(f.Broken) != c.broken {
			t.Errorf("%s without a meeting: %d weeks, broken %+v", name, f.Applied, f.Broken)
		}
	}
}
