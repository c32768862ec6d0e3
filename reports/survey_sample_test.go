package reports

import (
	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
)

// surveyed is a yearly survey whose sample is drawn.
func surveyed(f Facts) annual.Head {
	h := annual.Head{
		ID: 3, Number: "DC-202611-0001", Project: 1, Year: 2026, State: annual.Field, By: fang, Made: clockAt(2, 9, 0),
		Checked: zhoumin, Approved: clockAt(4, 10, 0), ApprovedBy: wu, Drawn: clockAt(5, 9, 30), Frame: 1, Framed: clockAt(4, 10, 0),
		Questionnaire: annual.Template(),
		Plan: annual.Plan{
			Modes: []annual.Mode{annual.Paper, annual.Phone, annual.Online}, Phoned: .05, FrameOn: nov(4),
			Precision: survey.Precision{Confidence: .95, Error: .05, Response: .8, Effect: 1.1}, Rule: survey.Proportional, Floor: 5, Way: survey.Systematic,
			Seed: 20261105, Scale: survey.Hundred, Bands: []int{90, 70, 60}, Interviewers: []app.StaffID{fang, jianguo}, Attempts: 3, BackCheck: .1, Second: .1, Budget: "問卷印製 800 元，禮品 3,000 元",
		},
	}
	for i, k := range annual.StageKeys {
		h.Plan.Stages = append(h.Plan.Stages, annual.Stage{Key: k, From: nov(2 + 4*i), To: nov(5 + 4*i)})
	}
	names := []string{"東區", "西區", "北區"}
	for i, units := range []int{420, 96, 60, 12, 380, 70, 44, 20, 210, 33, 18, 4} {
		h.Strata = append(h.Strata, annual.Stratum{Area: app.AreaID(i/4 + 1), Name: names[i/4], Owner: annual.OwnerKinds[i%4], Units: units, Planned: max(4, units*324/1367), Issued: max(4, units*405/1367)})
	}
	return h
}

// rounds are thirty households of it, some of which were tried.
func rounds(h annual.Head) Round {
	r := Round{Interviewer: jianguo, Attempts: map[int][]annual.Attempt{}}
	for i := range 30 {
		u := annual.Unit{N: i + 1, Stratum: i % len(h.Strata), Order: i/len(h.Strata) + 1, Called: true, Interviewer: jianguo}
		for k := range i % 4 {
			r.Attempts[u.N] = append(r.Attempts[u.N], annual.Attempt{Unit: u.N, N: k + 1, At: clockAt(10+k, 18, 30), By: jianguo, Mode: annual.Paper, Outcome: annual.NotReached})
			u.Attempts++
		}
		switch i % 7 {
		case 2:
			u.Outcome, u.Contacted = annual.Done, true
		case 3:
			u.Outcome, u.ReplacedBy = annual.Vacant, 9
		}
		r.Addresses = append(r.Addresses, annual.Address{Unit: u, No: 10_000 + 13*i, Names: []string{"張小明"}, Phone: "13812345678",
			Place: app.Place{Block: "3", Unit: "2", Door: "501", Room: app.RoomID(i + 1)}})
	}
	return r
}

// fielded is how far its field work has come.
func fielded(h annual.Head) []annual.StratumResult {
	all := make([]annual.StratumResult, len(h.Strata))
	for i, s := range h.Strata {
		all[i] = annual.StratumResult{Stratum: s, Field: survey.Field{Issued: s.Issued, Ineligible: s.Issued / 20, Refused: s.Issued / 10, Contacted: s.Issued * 8 / 10, Valid: s.Issued * (i%5 + 3) / 10}}
	}
	return all
}
