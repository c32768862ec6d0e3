package figures

import (
	"testing"
	"time"

	"ownerdesk/app"
)

func ground() app.Ground {
	return app.Ground{Calendar: calendar(), Rules: app.DefaultRules(), Office: app.Office{Zone: "Asia/Shanghai"}}
}

// transferred is a repair that went to Engineering late, two days after it came.
func transferred(changes ...func(*app.Case)) app.Case {
	c := app.Case{
		Issue: app.Issue{
			ID: 1, State: app.Handling, RouteDue: at("2026-10-09 18:00"), Round: 1,
			Intake: app.Intake{Kind: app.Repair, Urgency: app.Normal, Received: at("2026-10-08 10:00")},
		},
		Rounds: []app.Round{{N: 1, Slip: app.TransferSlip, Issued: at("2026-10-10 10:00"), Due: at("2026-10-10 18:00"), RuleDue: at("2026-10-10 18:00")}},
		Acts: []app.Act{
			{N: 1, Kind: app.ActReceived, At: at("2026-10-08 10:00")},
			{N: 2, Round: 1, Kind: app.ActTransfer, At: at("2026-10-10 10:00")},
		},
	}
	for _, change := range changes {
		change(&c)
	}
	return c
}

func TestAFactKeepsWhatHappenedFirst(t *testing.T) {
	reopened := func(round int) func(*app.Case) {
		return func(c *app.Case) {
			c.RouteDue = at("2026-11-03 18:00")
			c.Acts = append(c.Acts, app.Act{N: 3, Round: round, Kind: app.ActReopened, At: at("2026-11-02 10:00")})
		}
	}
	for _, c := range []struct {
		says               string
		of                 app.Case
		transferred, route time.Time
	}{
		{"as it went", transferred(), at("2026-10-10 10:00"), at("2026-10-09 18:00")},
		{"refused, and taken over by another department", transferred(func(c *app.Case) {
			c.Rounds[0].Issued, c.Rounds[0].Refusals = at("2026-10-12 10:00"), 1
		}), at("2026-10-10 10:00"), at("2026-10-09 18:00")},
		{"opened again after the slip", transferred(reopened(1)), at("2026-10-10 10:00"), at("2026-10-09 18:00")},
		{"not accepted, opened again, not yet passed on", transferred(reopened(0), func(c *app.Case) { c.Rounds = nil }), time.Time{}, at("2026-11-03 18:00")},
	} {
		if f := FactOf(c.of, ground()); !f.Transferred.Equal(c.transferred) || !f.RouteDue.Equal(c.route) {
			t.Errorf("%s: transferred %v until %v, want %v until %v", c.says, f.Transferred, f.RouteDue, c.transferred, c.route)
		}
	}
}

func TestAFactKnowsTheLimitOfEachRound(t *testing.T) {
	f := FactOf(transferred(func(c *app.Case) {
		c.Rounds[0].RuleDue = at("2026-10-12 18:00") // after a calendar was loaded
		c.Rounds = append(c.Rounds, app.Round{N: 2, Issued: at("2026-10-15 10:00"), Due: at("2026-10-20 18:00"), RuleDue: at("2026-10-19 18:00"), DueWhy: "等配件"})
		c.Delays = []app.Delay{
			{Round: 1, To: at("2026-10-13 18:00"), Decided: at("2026-10-10 12:00"), Approved: true},
			{Round: 2, To: at("2026-10-21 18:00"), Decided: at("2026-10-20 12:00"), Approved: true},
			{Round: 2, To: at("2026-10-22 18:00"), Decided: at("2026-10-20 13:00")},
		}
	}), ground())
	if !f.Due.Equal(at("2026-10-10 18:00")) || !f.Moved.Equal(at("2026-10-12 18:00")) {
		t.Errorf("printed %v, moved to %v", f.Due, f.Moved)
	}
	if len(f.Further) != 1 || !f.Further[0].Due.Equal(at("2026-10-20 18:00")) || len(f.Extensions) != 2 || f.Extensions[1].Round != 2 {
		t.Errorf("further rounds %v, extensions %v", f.Further, f.Extensions)
	}
}

func TestWhatAnOlderLedgerSentOnceMoreIsNotComplete(t *testing.T) {
	c := app.TakeOver(app.Past{
		Number: "2026-17", Kind: app.Repair, State: app.Retransferred, Received: at("2026-10-08 10:00"), Transferred: at("2026-10-08 11:00"),
		Due: at("2026-10-10 18:00"), Done: at("2026-10-09 10:00"), Reviewed: at("2026-10-09 15:00"),
	}, ground(), 1, at("2026-11-02 09:00"))
	s := october(afterwards)
	for _, r := range s.Rates([]Fact{FactOf(c, ground())}) {
		if r.Key == Completed && (r.Num != 0 || r.Den != 1) {
			t.Errorf("completed are %d of %d", r.Num, r.Den)
		}
	}
}

func TestAPlaceIsTheSameHoweverItIsWritten(t *testing.T) {
	at := func(estate app.ProjectID, p app.Place) string {
		key, _ := where(estate, p)
		return key
	}
	lobby := at(1, app.Place{Building: 3, Text: "大堂"})
	if lobby == "" || lobby != at(1, app.Place{Building: 3, Text: " 大堂 "}) {
		t.Errorf("the lobby is %q", lobby)
	}
	for _, other := range []string{at(2, app.Place{Building: 3, Text: "大堂"}), at(1, app.Place{Building: 4, Text: "大堂"}), at(1, app.Place{Building: 3, Text: "電梯"})} {
		if other == lobby {
			t.Errorf("another place is %q too", other)
		}
	}
	if _, public := where(1, app.Place{Room: 7, Block: "3", Door: "501"}); public {
		t.Error("a room is a public place")
	}
	if key := at(1, app.Place{}); key != "" {
		t.Errorf("no place is %q", key)
	}
}

// Every issue has the cause that its department reported last; a complaint that
// which its investigation found.
func TestAFactKnowsWhyItCameToTheIssue(t *testing.T) {
	reported := func(causes ...app.Cause) func(*app.Case) {
		return func(c *app.Case) {
			for i, cause := range causes {
				c.Feedbacks = append(c.Feedbacks, app.Feedback{N: i + 1, Round: 1, Cause: cause})
			}
		}
	}
	found := func(cause app.Cause) func(*app.Case) {
		return func(c *app.Case) { c.Inquiry = &app.Inquiry{Cause: cause} }
	}
	for says, c := range map[string]struct {
		of   app.Case
		want app.Cause
	}{
		"not yet reported":                 {transferred(), ""},
		"a repair":                         {transferred(reported("RC-EQP1")), "RC-EQP1"},
		"a repair that came back":          {transferred(reported("RC-EQP1", "RC-MAT2")), "RC-MAT2"},
		"a complaint":                      {transferred(reported("RC-UNK"), found("RC-PEO1")), "RC-PEO1"},
		"a complaint not yet investigated": {transferred(reported("RC-UNK"), found("")), "RC-UNK"},
		"reported before it was asked for": {transferred(reported("")), ""},
	} {
		if got := FactOf(c.of, ground()).Cause; got != c.want {
			t.Errorf("%s: %q, want %q", says, got, c.want)
		}
	}
}
