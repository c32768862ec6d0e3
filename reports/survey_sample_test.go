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
