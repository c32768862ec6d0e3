package figures

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

var china = time.FixedZone("UTC+8", 8*3600)

// at is a moment in office time, 2026-10-08 18:00.
func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04:05", s, china)
	if err != nil {
		t, err = time.ParseInLocation("2006-01-02 15:04", s, china)
	}
	if err != nil {
		panic(err)
	}
	return t
}

// calendar is the Mainland's week with the October holiday of 2026 and its
// make-up Saturday.
func calendar() workday.Calendar {
	var specials []workday.Special
	for d := 1; d <= 7; d++ {
		specials = append(specials, workday.Special{Date: workday.Date{Year: 2026, Month: 10, Day: d}, Kind: workday.Holiday})
	}
	specials = append(specials, workday.Special{Date: workday.Date{Year: 2026, Month: 10, Day: 10}, Kind: workday.Makeup})
	return workday.New(workday.CN, workday.Five(), china, specials, []int{2025, 2026, 2027})
}

func october(cut string) Scope { return Month(2026, time.October, at(cut), calendar(), 1100) }

// A change is what makes one issue of a table different from an ordinary repair.
type change func(*Fact)

// repair is an ordinary one: received on Thursday the 8th at 10:00, transferred
// the same day, done on the 9th within its limit, reviewed, asked and closed.
func repair(changes ...change) Fact {
	f := Fact{
		ID: 1, Number: "ZB-202610-0001", Where: "room 1", Kind: app.Repair, Category: "EQ1", Urgency: app.Normal,
		State: app.Closed, Close: app.ClosedSatisfied, Households: 1,
		Received: at("2026-10-08 10:00"), Promise: at("2026-10-09 18:00"), Answered: at("2026-10-09 15:00"),
		Transfer: true, RouteDue: at("2026-10-09 18:00"), Transferred: at("2026-10-08 11:00"),
		Due:         at("2026-10-10 18:00"),
		Completions: []Completion{{Said: at("2026-10-09 14:00"), Done: at("2026-10-09 13:30"), Accepted: at("2026-10-09 14:30")}},
		FollowUp:    true, FollowUpLimit: workday.Limit{N: 3, Unit: workday.Workdays},
		Asked: []Asked{{At: at("2026-10-12 10:00"), Reached: true, Rating: 5}},
		Over:  []Over{{State: app.Closed, From: at("2026-10-12 10:00")}},
	}
	for _, c := range changes {
		c(&f)
	}
	return f
}

func complaint(f *Fact) { f.Kind, f.Level = app.Complaint, app.Minor }

// fresh is an issue to which nothing has happened yet.
func fresh(f *Fact) {
	f.State, f.Close, f.Answered, f.Transferred, f.Due = app.Accepted, "", time.Time{}, time.Time{}, time.Time{}
	f.Completions, f.Asked, f.Over = nil, nil, nil
}

// working is one that is still being handled.
func working(f *Fact) {
	f.State, f.Close = app.Handling, ""
	f.Completions, f.Asked, f.Over = nil, nil, nil
}

func done(moment string) change {
	return func(f *Fact) {
		f.Completions = []Completion{{Said: at(moment), Done: at(moment), Accepted: at(moment).Add(time.Hour)}}
	}
}

func extended1(approved, to string) change {
	return func(f *Fact) {
		f.Extensions = append(f.Extensions, Extension{Round: 1, Approved: at(approved), To: at(to)})
	}
}

// urgentAt is an emergency that somebody had to reach by 10:30 and control by 12:00.
func urgentAt(arrived, controlled string) change {
	known := func(moment string) (t time.Time) {
		if moment != "" {
			t = at(moment)
		}
		return t
	}
	return func(f *Fact) {
		f.Urgency = app.Emergency
		f.Site = app.OnSite{ArriveDue: at("2026-10-08 10:30"), ControlDue: at("2026-10-08 12:00"), Arrived: known(arrived), Controlled: known(controlled)}
	}
}

func received(moment string) change { return func(f *Fact) { f.Received = at(moment) } }

func numbered(id app.IssueID) change { return func(f *Fact) { f.ID = id } }

// sentBack is one that came back from review once and was done again.
func sentBack(again string) change {
	return func(f *Fact) {
		f.Completions = []Completion{
			{Said: at("2026-10-09 14:00"), Done: at("2026-10-09 13:30"), SentBack: at("2026-10-09 15:00")},
			{Said: at(again), Done: at(again), Accepted: at(again).Add(time.Minute)},
		}
	}
}

// unhappy is one whose owner was not satisfied; nothing has come of it yet.
func unhappy(f *Fact) {
	f.State, f.Close, f.Over = app.Retransferred, "", nil
	f.Asked = []Asked{{At: at("2026-10-12 10:00"), Reached: true, Rating: 2, Again: true}}
	f.Reopened = []time.Time{at("2026-10-12 10:00")}
}

func state(s app.State) change {
	return func(f *Fact) { f.State, f.Over = s, []Over{{State: s, From: at("2026-10-08 12:00")}} }
}

const afterwards = "2026-11-02 09:00"

func TestEachFigureCountsAsItIsDefined(t *testing.T) {
	for _, c := range []struct {
		key                Key
		says               string
		cut                string
		facts              []Fact
		num, den, immature int
	}{
		{Acceptance, "what was not accepted stays below", afterwards, []Fact{repair(), repair(state(app.Rejected))}, 1, 2, 0},
		{Acceptance, "void, unregistered, merged and praise count nowhere", afterwards, []Fact{
			repair(state(app.Void)), repair(state(app.Draft)), repair(func(f *Fact) { f.Close = app.ClosedMerged }), repair(func(f *Fact) { f.Kind = app.Commendation })}, 0, 0, 0},
		{Acceptance, "rejected after the cut-off was accepted then", "2026-10-08 11:00", []Fact{repair(state(app.Rejected))}, 1, 1, 0},
		{Acceptance, "only what was received in the month", afterwards, []Fact{
			repair(received("2026-09-30 23:59")), repair(received("2026-10-01 00:00")), repair(received("2026-10-31 23:59")), repair(received("2026-11-01 00:00"))}, 2, 2, 0},

		{FirstResponse, "in time", afterwards, []Fact{repair()}, 1, 1, 0},
		{FirstResponse, "at the very moment is in time", afterwards, []Fact{repair(func(f *Fact) { f.Answered = f.Promise })}, 1, 1, 0},
		{FirstResponse, "a second later is not", afterwards, []Fact{repair(func(f *Fact) { f.Answered = f.Promise.Add(time.Second) })}, 0, 1, 0},
		{FirstResponse, "nobody has heard and the promise is ahead", "2026-10-09 10:00", []Fact{repair(fresh)}, 0, 0, 1},
		{FirstResponse, "nobody has heard and the promise has passed", afterwards, []Fact{repair(fresh)}, 0, 1, 0},
		{FirstResponse, "without a promise there is nothing to keep", afterwards, []Fact{repair(func(f *Fact) { f.Promise = time.Time{} })}, 0, 0, 0},

		{TransferOnTime, "in time", afterwards, []Fact{repair()}, 1, 1, 0},
		{TransferOnTime, "at 18:00 is in time, at 18:01 late", afterwards, []Fact{
			repair(func(f *Fact) { f.Transferred = at("2026-10-09 18:00") }), repair(func(f *Fact) { f.Transferred = at("2026-10-09 18:01") })}, 1, 2, 0},
		{TransferOnTime, "handled by the desk itself is not concerned", afterwards, []Fact{repair(func(f *Fact) { f.Transfer, f.Transferred = false, time.Time{} })}, 0, 0, 0},
		{TransferOnTime, "not yet, and not yet due", "2026-10-09 12:00", []Fact{repair(fresh)}, 0, 0, 1},
		{TransferOnTime, "not yet, at the very limit", "2026-10-09 18:00", []Fact{repair(fresh)}, 0, 0, 1},
		{TransferOnTime, "never, and due", afterwards, []Fact{repair(fresh)}, 0, 1, 0},
		{TransferOnTime, "ended before anybody had to decide", afterwards, []Fact{repair(fresh, closed("2026-10-08 15:00"), func(f *Fact) { f.Undecided = true })}, 0, 0, 0},
		{TransferOnTime, "ended when it should have been decided", afterwards, []Fact{repair(fresh, closed("2026-10-12 15:00"), func(f *Fact) { f.Undecided = true })}, 0, 1, 0},
		{TransferOnTime, "what happened after the cut-off has not happened", "2026-10-08 10:30", []Fact{repair()}, 0, 0, 1},

		{ArrivalOnTime, "at the very limit is in time, a second later is not", afterwards, []Fact{repair(urgentAt("2026-10-08 10:30", "")), repair(urgentAt("2026-10-08 10:31", ""))}, 1, 2, 0},
		{ArrivalOnTime, "never, and due", afterwards, []Fact{repair(urgentAt("", ""))}, 0, 1, 0},
		{ArrivalOnTime, "not yet, at the very limit", "2026-10-08 10:30", []Fact{repair(urgentAt("", ""), working)}, 0, 0, 1},
		{ArrivalOnTime, "without a limit, as in an older file or where it is not urgent", afterwards, []Fact{repair()}, 0, 0, 0},
		{ArrivalOnTime, "over before anybody had to be there", afterwards, []Fact{repair(urgentAt("", ""), closed("2026-10-08 10:20"))}, 0, 0, 0},
		{ArrivalOnTime, "rejected is not concerned", afterwards, []Fact{repair(urgentAt("", ""), state(app.Rejected))}, 0, 0, 0},
		{ControlOnTime, "in time and late", afterwards, []Fact{repair(urgentAt("2026-10-08 10:20", "2026-10-08 12:00")), repair(urgentAt("2026-10-08 10:20", "2026-10-08 12:01"))}, 1, 2, 0},
		{ControlOnTime, "there, and not under control", afterwards, []Fact{repair(urgentAt("2026-10-08 10:20", ""))}, 0, 1, 0},

		{HandlingOnTime, "done at 18:00 is in time", afterwards, []Fact{repair(done("2026-10-10 18:00"))}, 1, 1, 0},
		{HandlingOnTime, "done at 18:01 is late", afterwards, []Fact{repair(done("2026-10-10 18:01"))}, 0, 1, 0},
		{HandlingOnTime, "received on a rest day", afterwards, []Fact{repair(received("2026-10-03 09:00"), func(f *Fact) { f.Due = at("2026-10-09 18:00") })}, 1, 1, 0},
		{HandlingOnTime, "an extension approved in time counts", afterwards, []Fact{repair(extended1("2026-10-10 17:00", "2026-10-13 18:00"), done("2026-10-13 18:00"))}, 1, 1, 0},
		{HandlingOnTime, "approved at the very limit counts", afterwards, []Fact{repair(extended1("2026-10-10 18:00", "2026-10-13 18:00"), done("2026-10-13 10:00"))}, 1, 1, 0},
		{HandlingOnTime, "approved late does not count", afterwards, []Fact{repair(extended1("2026-10-10 18:01", "2026-10-13 18:00"), done("2026-10-13 10:00"))}, 0, 1, 0},
		{HandlingOnTime, "after rework the last completion counts", afterwards, []Fact{repair(sentBack("2026-10-12 10:00"))}, 0, 1, 0},
		{HandlingOnTime, "sent back and not done again before the limit", "2026-10-10 12:00", []Fact{repair(sentBack("2026-10-12 10:00"))}, 0, 0, 1},
		{HandlingOnTime, "open with its limit ahead", "2026-10-09 12:00", []Fact{repair(working)}, 0, 0, 1},
		{HandlingOnTime, "open, extended, original limit passed", "2026-10-12 12:00", []Fact{repair(working, extended1("2026-10-10 10:00", "2026-10-13 18:00"))}, 0, 0, 1},
		{HandlingOnTime, "open with its limit passed", afterwards, []Fact{repair(working)}, 0, 1, 0},
		{HandlingOnTime, "rejected is not concerned", afterwards, []Fact{repair(fresh, state(app.Rejected))}, 0, 0, 0},

		{HandlingOnTime, "an extension of a further round is none of the first limit", afterwards, []Fact{repair(done("2026-10-13 10:00"), func(f *Fact) {
			f.Extensions = []Extension{{Round: 2, Approved: at("2026-10-09 10:00"), To: at("2026-10-13 18:00")}}
		})}, 0, 1, 0},
		{HandlingOnTime, "the limit followed a calendar loaded later", afterwards, []Fact{repair(done("2026-10-12 18:00"), func(f *Fact) { f.Moved = at("2026-10-12 18:00") })}, 1, 1, 0},
		{HandlingOriginal, "the printed limit stays", afterwards, []Fact{repair(done("2026-10-12 18:00"), func(f *Fact) { f.Moved = at("2026-10-12 18:00") })}, 0, 1, 0},

		{HandlingOriginal, "no extension counts", afterwards, []Fact{repair(extended1("2026-10-10 17:00", "2026-10-13 18:00"), done("2026-10-13 18:00"))}, 0, 1, 0},
		{HandlingOriginal, "open, extended, original limit passed", "2026-10-12 12:00", []Fact{repair(working, extended1("2026-10-10 10:00", "2026-10-13 18:00"))}, 0, 1, 0},

		{Completed, "accepted in review", afterwards, []Fact{repair(), repair(working)}, 1, 2, 0},
		{Completed, "reported but not reviewed", afterwards, []Fact{repair(func(f *Fact) { f.State, f.Over = app.FedBack, nil; f.Completions[0].Accepted = time.Time{} })}, 0, 1, 0},
		{Completed, "reviewed after the cut-off", "2026-10-09 14:10", []Fact{repair()}, 0, 1, 0},
		{Completed, "opened again by an owner who is not satisfied", afterwards, []Fact{repair(unhappy)}, 0, 1, 0},
		{Completed, "opened again by hand", afterwards, []Fact{repair(func(f *Fact) {
			f.State, f.Over[0].Until = app.Accepted, at("2026-10-20 10:00")
			f.Reopened = []time.Time{at("2026-10-20 10:00")}
		})}, 0, 1, 0},
		{Completed, "before it was opened again", "2026-10-15 10:00", []Fact{repair(func(f *Fact) {
			f.State, f.Over[0].Until = app.Accepted, at("2026-10-20 10:00")
			f.Reopened = []time.Time{at("2026-10-20 10:00")}
		})}, 1, 1, 0},

		{Closure, "closed, by whatever code", afterwards, []Fact{repair(), repair(func(f *Fact) { f.Close = app.ClosedByApproval }), repair(working)}, 2, 3, 0},
		{Closure, "closed after the cut-off", "2026-10-12 09:59", []Fact{repair()}, 0, 1, 0},
		{Closure, "opened again", afterwards, []Fact{repair(func(f *Fact) { f.State, f.Over[0].Until = app.Accepted, at("2026-10-20 10:00") })}, 0, 1, 0},

		{FollowedUp, "reached", afterwards, []Fact{repair()}, 1, 1, 0},
		{FollowedUp, "unreachable counts as not done", afterwards, []Fact{repair(func(f *Fact) { f.Asked = []Asked{{At: at("2026-10-12 10:00")}} })}, 0, 1, 0},
		{FollowedUp, "tried in vain, then reached", afterwards, []Fact{repair(func(f *Fact) {
			f.Asked = []Asked{{At: at("2026-10-12 10:00")}, {At: at("2026-10-13 10:00"), Reached: true, Rating: 4}}
		})}, 1, 1, 0},
		{FollowedUp, "completed, not tried, not due", "2026-10-12 09:00", []Fact{repair()}, 0, 0, 1},
		{FollowedUp, "completed, not tried, due", afterwards, []Fact{repair(func(f *Fact) { f.Asked = nil })}, 0, 1, 0},
		{FollowedUp, "not completed is not concerned", afterwards, []Fact{repair(working)}, 0, 0, 0},
		{FollowedUp, "reached, then done again and sent back", "2026-10-21 09:00", []Fact{repair(unhappy, func(f *Fact) {
			f.Completions = append(f.Completions, Completion{Said: at("2026-10-19 10:00"), Done: at("2026-10-19 09:00"), SentBack: at("2026-10-20 10:00")})
		})}, 1, 1, 0},
		{FollowedUp, "not in the sample is not concerned", afterwards, []Fact{repair(func(f *Fact) { f.FollowUp = false })}, 0, 0, 0},

		{FollowUpOnTime, "on the third working day at 18:00", afterwards, []Fact{repair(func(f *Fact) { f.Asked[0].At = at("2026-10-13 18:00") })}, 1, 1, 0},
		{FollowUpOnTime, "a minute later", afterwards, []Fact{repair(func(f *Fact) { f.Asked[0].At = at("2026-10-13 18:01") })}, 0, 1, 0},
		{FollowUpOnTime, "first reached too late", afterwards, []Fact{repair(func(f *Fact) {
			f.Asked = []Asked{{At: at("2026-10-12 10:00")}, {At: at("2026-10-20 10:00"), Reached: true, Rating: 4}}
		})}, 0, 1, 0},

		{FollowUpOnTime, "done again since", afterwards, []Fact{repair(func(f *Fact) {
			f.Asked[0].At = at("2026-10-20 10:00")
			f.Completions = append(f.Completions, Completion{Said: at("2026-10-21 10:00"), Done: at("2026-10-21 09:00"), Accepted: at("2026-10-21 11:00")})
		})}, 0, 1, 0},

		{Satisfied, "four and five", afterwards, []Fact{repair(), rated(4), rated(3), rated(2), repair(working)}, 2, 4, 0},
		{SatisfiedNeutral, "three as well", afterwards, []Fact{repair(), rated(4), rated(3), rated(2), repair(working)}, 3, 4, 0},
		{Satisfied, "the first rating", afterwards, []Fact{repair(ratedTwice)}, 0, 1, 0},
		{SatisfiedFinal, "the final rating", afterwards, []Fact{repair(ratedTwice)}, 1, 1, 0},
		{FinalNeutral, "the final rating, three as well", afterwards, []Fact{repair(ratedTwice), rated(3)}, 2, 2, 0},

		{Reworked, "sent back in review", afterwards, []Fact{repair(), repair(sentBack("2026-10-10 10:00"))}, 1, 2, 0},
		{Reworked, "sent back and not done again", "2026-10-10 09:00", []Fact{repair(sentBack("2026-10-10 10:00"))}, 1, 1, 0},
		{Reworked, "sent on by an owner", afterwards, []Fact{repair(unhappy)}, 1, 1, 0},
		{Reworked, "never done is not concerned", afterwards, []Fact{repair(working)}, 0, 0, 0},

		{Retransferred, "of those reached", afterwards, []Fact{repair(), repair(unhappy), repair(func(f *Fact) { f.Asked = []Asked{{At: at("2026-10-12 10:00")}} })}, 1, 2, 0},

		{Complaints, "per hundred households, a group once", afterwards, []Fact{repair(), repair(complaint), repair(complaint, func(f *Fact) { f.Households = 6 })}, 2, 1100, 0},
		{ValidComplaints, "undecided ones beside", afterwards, []Fact{
			repair(complaint, func(f *Fact) { f.Valid = app.Valid }), repair(complaint, func(f *Fact) { f.Valid = app.NotValid }), repair(complaint)}, 1, 1100, 1},

		{RepeatComplaints, "the same again within 90 days of closing", afterwards, []Fact{
			repair(complaint, numbered(7), received("2026-07-01 10:00"), closed("2026-07-10 10:00")), repair(complaint)}, 1, 1, 0},
		{RepeatComplaints, "on the 90th day, not on the 91st", afterwards, []Fact{
			repair(complaint, numbered(7), received("2026-07-01 10:00"), closed("2026-07-10 23:00")), repair(complaint),
			repair(complaint, numbered(8), received("2026-07-01 10:00"), closed("2026-07-09 10:00"), place("room 8")), repair(complaint, numbered(9), place("room 8"))}, 1, 2, 0},
		{RepeatComplaints, "another subject, another place, still open", afterwards, []Fact{
			repair(complaint), repair(complaint, numbered(2), received("2026-09-01 10:00"), place("room 2")),
			repair(complaint, numbered(3), received("2026-09-01 10:00"), func(f *Fact) { f.Category = "EQ2" }),
			repair(complaint, numbered(4), received("2026-09-01 10:00"), working)}, 0, 1, 0},
		{RepeatComplaints, "a place nobody named repeats nothing", afterwards, []Fact{
			repair(complaint, numbered(7), received("2026-09-01 10:00"), closed("2026-09-10 10:00"), place("")), repair(complaint, place(""))}, 0, 1, 0},

		{RecurringRepairs, "the same again within 30 days of completion", afterwards, []Fact{repair(), repair(numbered(2), received("2026-10-20 10:00"), working)}, 1, 1, 0},
		{RecurringRepairs, "again after the month, known by the cut-off", "2026-11-20 09:00", []Fact{repair(), repair(numbered(2), received("2026-11-05 10:00"), working)}, 1, 1, 0},
		{RecurringRepairs, "31 days later", "2026-11-20 09:00", []Fact{repair(), repair(numbered(2), received("2026-11-09 10:00"), working)}, 0, 1, 0},
		{RecurringRepairs, "said twice before it was done", afterwards, []Fact{repair(), repair(numbered(2), received("2026-10-08 12:00"), working)}, 0, 1, 0},

		{Overdue, "to be done and past its limit, of those open", afterwards, []Fact{repair(), repair(working), repair(numbered(2), working, func(f *Fact) { f.Due = at("2026-11-02 18:00") })}, 1, 2, 0},
		{Overdue, "an extension in time keeps it from being late", "2026-10-12 10:00", []Fact{repair(working, extended1("2026-10-10 10:00", "2026-10-13 18:00"))}, 0, 1, 0},
		{Overdue, "done and waiting for the follow-up", "2026-10-12 09:00", []Fact{repair()}, 0, 1, 0},
		{Overdue, "a further round has its own limit", afterwards, []Fact{repair(unhappy, further("2026-10-12 11:00", "2026-11-03 18:00"))}, 0, 1, 0},
		{Overdue, "a further round whose limit has passed", afterwards, []Fact{repair(unhappy, further("2026-10-12 11:00", "2026-10-15 18:00"))}, 1, 1, 0},
		{Overdue, "a further round was extended in time", "2026-10-16 10:00", []Fact{repair(unhappy, further("2026-10-12 11:00", "2026-10-15 18:00"), func(f *Fact) {
			f.Extensions = []Extension{{Round: 2, Approved: at("2026-10-15 18:00"), To: at("2026-10-16 18:00")}}
		})}, 0, 1, 0},
		{Overdue, "a round that went out after the cut-off is not there yet", "2026-10-12 09:30", []Fact{repair(done("2026-10-20 10:00"), further("2026-10-21 11:00", "2026-10-26 18:00"))}, 1, 1, 0},
		{Overdue, "the limit followed a calendar loaded later", "2026-10-12 10:00", []Fact{repair(working, func(f *Fact) { f.Moved = at("2026-10-12 18:00") })}, 0, 1, 0},

		{Extended, "at least one, of those done or due", afterwards, []Fact{repair(), repair(extended1("2026-10-10 17:00", "2026-10-13 18:00")), repair(working)}, 1, 3, 0},
		{Extended, "in a further round", afterwards, []Fact{repair(func(f *Fact) {
			f.Extensions = []Extension{{Round: 2, Approved: at("2026-10-15 10:00"), To: at("2026-10-16 18:00")}}
		})}, 1, 1, 0},
		{Extended, "neither done nor due", "2026-10-09 12:00", []Fact{repair(working)}, 0, 0, 1},
	} {
		s := october(c.cut)
		r := s.Rates(c.facts)[slices.Index(Keys(), c.key)]
		if r.Num != c.num || r.Den != c.den || r.Immature != c.immature {
			t.Errorf("%s, %s: %d of %d, %d left out; want %d of %d, %d", c.key, c.says, r.Num, r.Den, r.Immature, c.num, c.den, c.immature)
		}
		if r.Key != c.key || len(r.Above) != r.Num || r.Times == 1 && len(r.Below) != r.Den {
			t.Errorf("%s, %s: %d named above for %d, %d below for %d", c.key, c.says, len(r.Above), r.Num, len(r.Below), r.Den)
		}
	}
}

func rated(r app.Rating) Fact { return repair(func(f *Fact) { f.Asked[0].Rating = r }) }

func ratedTwice(f *Fact) {
	f.Asked = []Asked{{At: at("2026-10-12 10:00"), Reached: true, Rating: 2, Again: true}, {At: at("2026-10-20 10:00"), Reached: true, Rating: 4}}
}

func further(issued, due string) change {
	return func(f *Fact) { f.Further = append(f.Further, Further{at(issued), at(due)}) }
}

func closed(moment string) change {
	return func(f *Fact) { f.Over = []Over{{State: app.Closed, From: at(moment)}} }
}

func place(where string) change { return func(f *Fact) { f.Where = where } }

func TestAFigureWithNothingBelowHasNoValue(t *testing.T) {
	for _, r := range october(afterwards).Rates(nil) {
		if _, there := r.Value(); there != (r.Key == Complaints || r.Key == ValidComplaints) {
			t.Errorf("%s of nothing has a value: %v", r.Key, there)
		}
	}
	if v, _ := (Rate{Num: 5, Den: 1100, Times: 100}).Value(); v != 500.0/1100 {
		t.Errorf("5 in 1100 households are %v in a hundred", v)
	}
}

func TestHandlingIsMeasuredInWorkingHours(t *testing.T) {
	h := october(afterwards).HandlingHours([]Fact{
		repair(done("2026-10-08 12:00")),                               // 2 h
		repair(done("2026-10-08 14:30")),                               // 2 + 1 h
		repair(done("2026-10-09 10:00")),                               // 2 + 4.5 + 1 h
		repair(received("2026-10-03 10:00"), done("2026-10-08 09:30")), // from the rest day on: half an hour
		repair(done("2026-10-12 09:00")),                               // 6.5 h and two whole days, one of them made up
		repair(working), repair(unhappy), repair(sentBack("2026-10-20 10:00"), working),
		repair(done("2026-10-08 22:00"), func(f *Fact) { f.Urgency = app.Emergency }),
	})
	if len(h.Working.Issues) != 5 || len(h.Emergency.Issues) != 1 {
		t.Errorf("measured were %v and %v", h.Working.Issues, h.Emergency.Issues)
	}
	h.Working.Issues, h.Emergency.Issues = nil, nil
	want := Handling{Spread{5, (.5 + 2 + 3 + 7.5 + 21.5) / 5, 3, 7.5 + .6*(21.5-7.5), nil}, Spread{1, 12, 12, 12, nil}}
	if h.Working.P90 -= want.Working.P90; h.Working.P90 > 1e-9 || h.Working.P90 < -1e-9 {
		t.Errorf("the 90th percentile is off by %v hours", h.Working.P90)
	}
	h.Working.P90 = want.Working.P90
	if !reflect.DeepEqual(h, want) {
		t.Errorf("measured %+v, want %+v", h, want)
	}
}

func TestWhatIsSaidBesideTheFigures(t *testing.T) {
	b := october(afterwards).Beside(ids(
		repair(func(f *Fact) { f.Close = app.ClosedByApproval }),
		repair(working, func(f *Fact) { f.Close = app.ClosedByApproval }), // asked for only
		repair(complaint, func(f *Fact) { f.Households = 6 }), repair(complaint),
		repair(sentBack("2026-10-10 10:00"), ratedTwice),
		repair(func(f *Fact) { f.Extensions = []Extension{{Round: 1, Approved: at("2026-10-12 10:00"), Late: true}} }),
		repair(func(f *Fact) { f.Asked = []Asked{{At: at("2026-10-12 10:00")}} }),              // never reached
		repair(func(f *Fact) { f.Asked[0].At = at("2026-10-20 10:00") }),                       // reached too late
		repair(state(app.Rejected), complaint, func(f *Fact) { f.Households = 9 }),             // not accepted
		repair(received("2026-11-01 09:00"), func(f *Fact) { f.Close = app.ClosedByApproval }), // another month
	))
	if !slices.Equal(b.ByApproval, []app.IssueID{1}) || !slices.Equal(b.LateNotices, []app.IssueID{6}) || !slices.Equal(b.Returned, []app.IssueID{5}) || b.Returns != 2 {
		t.Errorf("closed by approval %v, told late %v, returned %v %d times", b.ByApproval, b.LateNotices, b.Returned, b.Returns)
	}
	if b.Households.Num != 7 || b.Households.Den != 1100 || len(b.Households.Above) != 2 {
		t.Errorf("complaints concern %+v", b.Households)
	}
	if b.Reached.Num != 5 || b.Reached.Den != 6 {
		t.Errorf("of those reached, in time %d of %d", b.Reached.Num, b.Reached.Den)
	}
}

// The values are those that R's quantile(x, type = 7) gives.
func TestQuantilesAreOfTypeSeven(t *testing.T) {
	for _, c := range []struct {
		of   []float64
		p    float64
		want float64
	}{
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, .9, 9.1},
		{[]float64{1, 2, 3, 4}, .5, 2.5},
		{[]float64{1, 2, 4, 8}, .9, 6.8},
		{[]float64{3}, .9, 3},
	} {
		if got := quantile(c.of, c.p); got < c.want-1e-12 || got > c.want+1e-12 {
			t.Errorf("the %v quantile of %v is %v, want %v", c.p, c.of, got, c.want)
		}
	}
}
