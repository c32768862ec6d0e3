package audit

import (
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

func day(month time.Month, n int) workday.Date {
	return workday.Date{Year: 2026, Month: month, Day: n}
}

// record is a meeting that took place on a day of November and has its minutes.
func record(id meeting.RecordID, k meeting.Kind, number string, from workday.Date, begins time.Time) meeting.Record {
	r := meeting.Record{Head: meeting.Head{ID: id, Kind: k, Number: number, Project: 1, State: meeting.Minuted, From: from, Made: begins,
		MinutesDue: begins.AddDate(0, 0, 3), Minuted: begins.AddDate(0, 0, 1)}}
	r.Begins = begins
	return r
}

// another office of the tests is one that kept every duty of meetings, surveys and
// measures.
func another() *office {
	g := ground()
	g.Projects = map[app.ProjectID]app.Project{1: {ID: 1, Name: "雲山花園", Code: "YS"}}
	monthly := record(1, meeting.Monthly, "HY-202611-0001", day(9, 1), at(3, 9, 0))
	monthly.Guests = []meeting.Guest{{Group: meeting.HeadGuest, Invited: true, Staff: 3}, {Group: meeting.OwnerGuest, Invited: true, Name: "張小明"}}
	monthly.Freezes = []meeting.Freeze{{N: 1, At: at(2, 9, 0)}}
	monthly.Opinions = []meeting.Opinion{{Name: "張小明", Text: "加裝路燈", Answer: "已列入計劃"}}
	weekly := record(2, meeting.Weekly, "ZH-202611-0001", day(11, 23), at(23, 9, 0))
	weekly.Contact = 2
	site := record(3, meeting.OnSite, "XC-202611-0001", workday.Date{}, at(10, 9, 0))
	site.Prepared, site.Text, site.Decisions = "帶圖紙", "現場漏水", []meeting.Decision{{Text: "本週修"}}
	gathered := record(8, meeting.Gathering, "SJ-202611-0001", workday.Date{}, at(10, 14, 0))
	gathered.Opinions = []meeting.Opinion{{Text: "多辦兒童活動", Issue: 9, Settled: at(11, 9, 0)}, {Text: "燈不亮", Aside: meeting.AsideNone, Settled: gathered.MinutesDue}}
	survey := annual.Head{ID: 4, Number: "DC-202611-0001", Project: 1, By: 1, ApprovedBy: 3, Year: 2026, State: annual.Reported, Made: at(2, 9, 0), Approved: at(3, 9, 0), Drawn: at(4, 9, 0), Reported: at(20, 9, 0),
		Plan: annual.Plan{Modes: annual.Modes, Stages: make([]annual.Stage, 6), BackCheck: 0.1}, Questionnaire: annual.Template(),
		Findings: annual.Findings{Problems: []annual.Problem{{N: 1}}, Suggestions: []annual.Suggestion{{N: 1}}}}
	measure := improve.Measure{Head: improve.Head{ID: 5, Number: "GJ-202611-0001", Project: 1, State: improve.Effective, Made: at(3, 9, 0), Begun: at(4, 9, 0),
		Due: day(11, 15), Finished: at(14, 9, 0), FinishedBy: 2, AcceptedBy: 3, Plan: improve.Plan{Person: 2, Standard: "無異響"}}, Checks: []improve.Check{{N: 1}}, Evaluations: []improve.Evaluation{{N: 1, By: 3}}}
	return &office{Span: Span{From: day(9, 1).At(0, shanghai), To: day(12, 1).At(0, shanghai), At: at(30, 12, 0)}, g: g,
		records: []meeting.Record{monthly, weekly, site, gathered}, surveys: []annual.Head{survey}, measures: []improve.Measure{measure},
		looks: []app.Access{{At: at(5, 9, 0), By: 1, Reason: "回電", Issue: 6}}}
}

// othersBroken are the duties that an office broke, with what broke them.
func othersBroken(o *office) map[string][]Of {
	all := map[string][]Of{}
	for _, f := range o.report().Findings {
		if len(f.Broken) > 0 {
			all[f.Name] = f.Broken
		}
	}
	return all
}

func TestAnOfficeThatKeptEverythingBreaksNoDutyOfMeetingsAndSurveys(t *testing.T) {
	if broken := othersBroken(another()); len(broken) > 0 {
		t.Errorf("it breaks %v", broken)
	}
	for _, f := range another().report().Findings {
		if f.Applied == 0 && !isOfCases(f.Name) {
			t.Errorf("%s applies to nothing", f.Name)
		}
	}
}

// isOfCases tells whether a duty is one of issues, which have breaches of their own.
func isOfCases(duty string) bool {
	return slices.ContainsFunc(caseDuties, func(d caseDuty) bool { return d.Name == duty })
}

// Each breach of a duty of meetings, surveys, measures and of looking at owners' data is
// found: that duty alone is broken, once, by what broke it.
func TestEachBreachOutsideOfIssuesIsFound(t *testing.T) {
	found := map[string]bool{}
	for _, b := range []struct {
		duty   string
		breach func(*office)
		of     Of
	}{
		{"invited", func(o *office) { o.records[0].Guests = o.records[0].Guests[:1] }, Of{Record: 1}},
		{"invited", func(o *office) { o.records[0].Guests[0].Invited = false }, Of{Record: 1}},
		{"invited", func(o *office) { o.records[0].Guests[1].Gone = true }, Of{Record: 1}},
		{"minutes", func(o *office) { o.records[0].Minuted = at(7, 9, 0) }, Of{Record: 1}},
		{"minutes", func(o *office) { o.records[0].State, o.records[0].Minuted = meeting.Held, time.Time{} }, Of{Record: 1}},
		{"monthly", func(o *office) { o.records[0].State, o.records[0].MinutesDue = meeting.Frozen, time.Time{} }, Of{Record: 1}},
		{"statistics", func(o *office) { o.records[0].Freezes = nil }, Of{Record: 1}},
		{"opinions", func(o *office) { o.records[0].Opinions[0].Answer = " " }, Of{Record: 1}},
		{"contact", func(o *office) { o.records[1].Contact = 0 }, Of{Record: 2}},
		{"weekly", func(o *office) {
			early := record(7, meeting.Weekly, "ZH-202611-0009", day(11, 9), at(9, 9, 0))
			early.Contact = 2
			o.records = append(o.records, early)
		}, Of{Number: "2026-11-16"}},
		{"on-site", func(o *office) { o.records[2].Prepared = "" }, Of{Record: 3}},
		{"on-site", func(o *office) { o.records[2].Text = "" }, Of{Record: 3}},
		{"on-site", func(o *office) { o.records[2].Decisions = nil }, Of{Record: 3}},
		{"gathered", func(o *office) { o.records[3].Opinions[0].Settled = at(13, 14, 1) }, Of{Record: 8}},
		{"gathered", func(o *office) { o.records[3].Opinions[1].Aside, o.records[3].Opinions[1].Settled = "", time.Time{} }, Of{Record: 8}},
		{"yearly", func(o *office) { o.From = time.Date(2025, 1, 1, 0, 0, 0, 0, shanghai) }, Of{Number: "2025"}},
		{"survey-plan", func(o *office) { o.surveys[0].Plan.Stages = nil }, Of{Survey: 4}},
		{"dimensions", func(o *office) {
			o.surveys[0].Questionnaire.Dimensions = o.surveys[0].Questionnaire.Dimensions[:4]
		}, Of{Survey: 4}},
		{"approved-plan", func(o *office) { o.surveys[0].Drawn = at(2, 12, 0) }, Of{Survey: 4}},
		{"plan-two-people", func(o *office) { o.surveys[0].ApprovedBy = 1 }, Of{Survey: 4}},
		{"measure-two-people", func(o *office) { o.measures[0].AcceptedBy = 2 }, Of{Measure: 5}},
		{"measure-two-people", func(o *office) { o.measures[0].Evaluations[0].By = 2 }, Of{Measure: 5}},
		{"checks", func(o *office) { o.surveys[0].Plan.BackCheck = 0.05 }, Of{Survey: 4}},
		{"report", func(o *office) { o.surveys[0].Findings.Suggestions = nil }, Of{Survey: 4}},
		{"measure-whole", func(o *office) { o.measures[0].Standard = "" }, Of{Measure: 5}},
		{"measure-whole", func(o *office) { o.measures[0].Person = 0 }, Of{Measure: 5}},
		{"measure-in-time", func(o *office) { o.measures[0].Finished = at(17, 9, 0) }, Of{Measure: 5}},
		{"measure-tracked", func(o *office) {
			m := &o.measures[0]
			m.Checks, m.Finished, m.State, m.Begun, m.Due = nil, time.Time{}, improve.Doing, at(4, 9, 0).AddDate(0, -2, 0), day(12, 20)
		}, Of{Measure: 5}},
		{"measure-evaluated", func(o *office) { o.measures[0].Evaluations = nil }, Of{Measure: 5}},
		{"looked-why", func(o *office) { o.looks[0].Reason = " " }, Of{Issue: 6}},
		{"looked-why", func(o *office) { o.looks[0].By = 0 }, Of{Issue: 6}},
	} {
		o := another()
		b.breach(o)
		found[b.duty] = true
		all := othersBroken(o)
		of := all[b.duty]
		if len(all) != 1 || len(of) != 1 {
			t.Errorf("a breach of %s breaks %v", b.duty, all)
			continue
		}
		if b.of.Number == "" {
			of[0].Number = ""
		}
		if of[0].At = (time.Time{}); of[0] != b.of {
			t.Errorf("a breach of %s names %+v, want %+v", b.duty, of[0], b.of)
		}
	}
	for _, f := range another().report().Findings {
		if !found[f.Name] && !isOfCases(f.Name) {
			t.Errorf("nothing tries whether a breach of %s is found", f.Name)
		}
	}
}

// What was called off, struck out or voided owes nothing any more.
func TestWhatWasCalledOffOwesNothing(t *testing.T) {
	o := another()
	o.records[2].State, o.records[2].Text = meeting.Cancelled, ""
	o.records[3].Opinions[0] = meeting.Opinion{Row: meeting.Row{Gone: true}, Text: "寫錯"}
	o.surveys[0].State, o.surveys[0].Plan.Stages = annual.Cancelled, nil
	o.measures[0].State, o.measures[0].Standard = improve.Void, ""
	o.records[0].Opinions[0].Gone, o.records[0].Opinions[0].Answer = true, ""
	if broken := othersBroken(o); len(broken) > 0 {
		t.Errorf("it breaks %v", broken)
	}
}

// What is open while its time runs is neither kept nor broken, whatever else of the same
// list was answered already; and what was answered after the audit's moment is open.
func TestGatheredOpinionsAreNotJudgedWhileTheirTimeRuns(t *testing.T) {
	for name, c := range map[string]struct {
		settled time.Time
		now     time.Time
		applied int
		broken  int
	}{
		"all answered in time":                         {at(12, 9, 0), at(12, 12, 0), 1, 0},
		"one open within the limit":                    {time.Time{}, at(13, 14, 0), 0, 0},
		"one open past the limit":                      {time.Time{}, at(13, 14, 1), 1, 1},
		"answered after the audit":                     {at(13, 9, 0), at(12, 12, 0), 0, 0},
		"answered late, after an audit past the limit": {at(16, 9, 0), at(15, 9, 0), 1, 1},
	} {
		o := another()
		o.At = c.now
		v := &o.records[3].Opinions[1]
		if v.Settled = c.settled; c.settled.IsZero() {
			v.Aside = ""
		}
		if f := o.gathered(); f.Applied != c.applied || len(f.Broken) != c.broken {
			t.Errorf("%s: it applies to %d and is broken by %v", name, f.Applied, f.Broken)
		}
	}
	o := another()
	o.records[3].State = meeting.Cancelled
	if f := o.gathered(); f.Applied != 0 {
		t.Error("a list that was cancelled is judged")
	}
}
