package app

import (
	"testing"
	"time"
)

func TestAComplaintOfManyHouseholdsIsCritical(t *testing.T) {
	for _, c := range []struct {
		households int
		level      Level
		rules      int // how many make it critical, 0 for none
		refused    bool
	}{{4, Minor, 5, false}, {5, Minor, 5, true}, {5, Critical, 5, false}, {28, Major, 5, true}, {28, Major, 0, false}} {
		g := ground()
		g.Rules.Counts["group.households"] = c.rules
		o := call(Complaint)
		o.Households, o.Level = c.households, c.level
		if _, err := Receive(o, g, clockAt(23, 9, 42)); faults(err).Has("level", "group") != c.refused {
			t.Errorf("%d households, %s: %v", c.households, c.level, err)
		}
	}
	w := received(t, Complaint)
	w.c.Households = 5
	at := clockAt(23, 10, 0)
	o := AmendOrder{Stand: by(fang), Intake: w.c.Intake, Level: Major, Why: "又有鄰居反映"}
	_, amended := w.c.Amend(o, w.g, at)
	_, opened := w.c.OpenComplaint(TransferOrder{Stand: by(fang), Lead: engineering}, w.g, at)
	w.did(w.c.OpenComplaint(TransferOrder{Stand: by(fang), Lead: engineering, Level: Critical}, w.g, at))
	_, found := w.c.Investigate(InquiryOrder{Stand: by(fang), Level: Minor, Inquiry: inquiry()}, w.g, clockAt(24, 11, 0))
	for name, err := range map[string]error{"corrected": amended, "opened": opened, "investigated": found} {
		if !faults(err).Has("level", "group") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReceiveRefuses(t *testing.T) {
	do := func(_ Case, o ReceiveOrder, g Ground, at time.Time) (Move, error) { return Receive(o, g, at) }
	base := trial[ReceiveOrder]{
		walk:  func(t *testing.T) *walk { return &walk{t: t, g: ground()} },
		order: func() ReceiveOrder { return call(Repair) },
		do:    do, at: clockAt(23, 9, 42),
	}
	set := func(change func(*ReceiveOrder)) func(*walk, *ReceiveOrder, *time.Time) {
		return func(_ *walk, o *ReceiveOrder, _ *time.Time) { change(o) }
	}
	base.refuses(t, []broken[ReceiveOrder]{
		{"no name", set(func(o *ReceiveOrder) { o.Reporter.Name = " " }), Invalid{"name", "missing"}},
		{"a name of a page", set(func(o *ReceiveOrder) { o.Reporter.Name = long(LongestLine) }), Invalid{"name", "too-long"}},
		{"no contact", set(func(o *ReceiveOrder) { o.Reporter.Phone = "" }), Invalid{"contact", "missing"}},
		{"a blank for a phone", set(func(o *ReceiveOrder) { o.Reporter.Phone = " 　" }), Invalid{"contact", "missing"}},
		{"a phone of a page", set(func(o *ReceiveOrder) { o.Reporter.Phone = long(LongestLine) }), Invalid{"contact", "too-long"}},
		{"refused, yet with a phone", set(func(o *ReceiveOrder) { o.Reporter.Refused = true }), Invalid{"contact", "both"}},
		{"nobody knows what he is", set(func(o *ReceiveOrder) { o.Reporter.Owner = "" }), Invalid{"owner", "missing"}},
		{"no description", set(func(o *ReceiveOrder) { o.Description = "\n " }), Invalid{"description", "missing"}},
		{"a description of 10,000", set(func(o *ReceiveOrder) { o.Description = long(9999) }), Invalid{"description", "too-long"}},
		{"a wish of 10,000", set(func(o *ReceiveOrder) { o.Wish = long(9999) }), Invalid{"wish", "too-long"}},
		{"a call from tomorrow", set(func(o *ReceiveOrder) { o.Received = clockAt(24, 9, 0) }), Invalid{"received", "future"}},
		{"a call of last week, unsaid", set(func(o *ReceiveOrder) { o.Received = clockAt(16, 9, 0) }), Invalid{"received-why", "missing"}},
		{"a reason of a page", set(func(o *ReceiveOrder) { o.ReceivedWhy = long(LongestLine) }), Invalid{"received-why", "too-long"}},
		{"what will happen tomorrow", set(func(o *ReceiveOrder) { o.Occurred = clockAt(24, 9, 0) }), Invalid{"occurred", "future"}},
		{"no place", set(func(o *ReceiveOrder) { o.Place = Place{} }), Invalid{"place", "missing"}},
		{"a blank for a place", set(func(o *ReceiveOrder) { o.Place = Place{Text: "  "} }), Invalid{"place", "missing"}},
		{"a place of a page", set(func(o *ReceiveOrder) { o.Place.Text = long(LongestLine) }), Invalid{"place", "too-long"}},
		{"no channel", set(func(o *ReceiveOrder) { o.Channel = "" }), Invalid{"channel", "missing"}},
		{"no kind", set(func(o *ReceiveOrder) { o.Kind = "" }), Invalid{"kind", "missing"}},
		{"no category", set(func(o *ReceiveOrder) { o.Category = "" }), Invalid{"category", "missing"}},
		{"an urgency of our own", set(func(o *ReceiveOrder) { o.Urgency = "UR9" }), Invalid{"urgency", "missing"}},
		{"a complaint of no level", set(func(o *ReceiveOrder) { o.Kind, o.Level = Complaint, "" }), Invalid{"level", "missing"}},
		{"a million households", set(func(o *ReceiveOrder) { o.Households = 1000000 }), Invalid{"households", "too-many"}},
		{"hours of a page", set(func(o *ReceiveOrder) { o.ReplyWhen = long(LongestLine) }), Invalid{"reply-when", "too-long"}},
		{"a reference of a page", set(func(o *ReceiveOrder) { o.Reference = long(LongestLine) }), Invalid{"reference", "too-long"}},
		{"nobody at the desk", set(func(o *ReceiveOrder) { o.By = 99 }), Invalid{"by", "unknown"}},
		{"somebody who left", set(func(o *ReceiveOrder) { o.By = left }), Invalid{"by", "left"}},
		{"no estate", set(func(o *ReceiveOrder) { o.Project = 0 }), Invalid{"project", "missing"}},
		{"an estate we no longer keep", func(w *walk, _ *ReceiveOrder, _ *time.Time) {
			w.g.Projects[estate] = Project{ID: estate, Name: "雲棲花園", Closed: true}
		}, Invalid{"project", "missing"}},
	})
}

func TestAnonymousIsAChoiceAndNotABlank(t *testing.T) {
	o := call(Repair)
	o.Reporter = Reporter{Owner: Anonymous, Anonymous: true, Refused: true}
	if _, err := Receive(o, ground(), clockAt(23, 9, 42)); err != nil {
		t.Errorf("an anonymous call that says so is refused: %v", err)
	}
	o.Reporter.Refused = false
	if _, err := Receive(o, ground(), clockAt(23, 9, 42)); !faults(err).Has("contact", "missing") {
		t.Errorf("anonymous alone says nothing about the contact: %v", err)
	}
}

func TestACallOfAQuarterOfAnHourAgoNeedsNoReason(t *testing.T) {
	o := call(Repair)
	if _, err := Receive(o, ground(), o.Received.Add(justNow)); err != nil {
		t.Error(err)
	}
	if _, err := Receive(o, ground(), o.Received.Add(justNow+time.Second)); !faults(err).Has("received-why", "missing") {
		t.Errorf("a second more: %v", err)
	}
}

// The tenth calendar day is a Thursday, three working days end earlier; ten of
// them would not.
func TestAComplaintNeverTakesLongerThanItsCap(t *testing.T) {
	g := ground()
	limit := g.Rules.Limits["handle.TYP-CMP.LV2"]
	for n, want := range map[int]time.Time{5: clockAt(30, 18, 0), 10: time.Date(2026, 12, 3, 18, 0, 0, 0, shanghai)} {
		limit.N = n
		g.Rules.Limits["handle.TYP-CMP.LV2"], g.Rules.Limits["reply.TYP-CMP"] = limit, limit
		m, err := Receive(call(Complaint), g, clockAt(23, 9, 42))
		if err != nil {
			t.Fatal(err)
		}
		answer, key := g.RequiredTime(m.Issue, m.Issue.Received)
		if !answer.Due.Equal(want) || !m.Issue.Promise.Equal(want) || !g.PromiseFor(m.Issue, m.Issue.Received).Due.Equal(want) {
			t.Errorf("%d working days: until %v, promised %v, want both %v", n, answer.Due, m.Issue.Promise, want)
		}
		if capped := key == "cap.TYP-CMP"; capped != (n == 10) {
			t.Errorf("%d working days are counted under %s", n, key)
		}
	}
}
