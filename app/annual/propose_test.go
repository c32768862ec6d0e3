package annual

import (
	"reflect"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
)

func TestPlanningRefuses(t *testing.T) {
	earlier := []Head{{ID: 1, Project: estate, Year: 2025, State: Reported}, {ID: 2, Project: estate, Year: 2024, State: Cancelled}, {ID: 3, Project: 3, Year: 2026, State: Field}}
	for _, c := range []struct {
		says string
		o    PlanOrder
		want string
	}{
		{"nothing wrong", PlanOrder{estate, 2026, fang}, ""},
		{"a year that has a survey", PlanOrder{estate, 2025, fang}, "year taken"},
		{"a year whose survey was cancelled", PlanOrder{estate, 2024, fang}, ""},
		{"next year", PlanOrder{estate, 2027, fang}, ""},
		{"the year after", PlanOrder{estate, 2028, fang}, "year out-of-range"},
		{"no year", PlanOrder{estate, 0, fang}, "year out-of-range"},
		{"no estate", PlanOrder{9, 2026, fang}, "project missing"},
		{"an estate that is closed", PlanOrder{2, 2026, fang}, "project missing"},
		{"by a worker", PlanOrder{estate, 2026, jianguo}, "by not-allowed"},
		{"by a head", PlanOrder{estate, 2026, qiang}, ""},
		{"by somebody who left", PlanOrder{estate, 2026, left}, "by left"},
		{"by nobody", PlanOrder{estate, 2026, 0}, "by unknown"},
	} {
		if _, err := Propose(c.o, earlier, ground(), at(23, 10)); says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
	}
}

func TestTheFirstSurveyIsPlannedAsIsUsual(t *testing.T) {
	m, err := Propose(PlanOrder{estate, 2026, fang}, nil, ground(), at(23, 10))
	if err != nil {
		t.Fatal(err)
	}
	p := m.Head.Plan
	if p.Precision != (survey.Precision{Confidence: 0.95, Error: 0.05, Share: 0.5, Response: 0.6, Effect: 1}) || p.Rule != survey.Proportional ||
		p.Floor != 5 || p.Way != survey.Systematic || p.Scale != survey.Hundred || p.Attempts != 3 || p.BackCheck != 0.1 || p.Second != 0.1 {
		t.Errorf("planned by %+v", p)
	}
	if p.Seed != uint64(at(23, 10).Unix()) || p.FrameOn != on(11, 23) || m.Head.State != Planning || m.Draw != app.PrefixSurvey || m.Act.Kind != ActPlanned {
		t.Errorf("planned as %+v, %+v", m.Head, m.Act)
	}
	if !reflect.DeepEqual(m.Head.Questionnaire, Template()) {
		t.Errorf("it asks %+v", m.Head.Questionnaire)
	}
	var f faults
	if f.head(ground(), m.Head, at(23, 10)); f.err() != nil {
		t.Errorf("what is proposed breaks a rule: %v", f.err())
	}
}

func TestAFurtherSurveyIsPlannedAsTheOneBefore(t *testing.T) {
	last := Head{ID: 3, Project: estate, Year: 2024, State: Reported, Plan: usualPlan(), Questionnaire: Template()}
	last.Plan.Scale, last.Plan.Bands, last.Plan.Contact, last.Plan.Title = survey.Twenty, []int{85, 70}, "客服部 8888", "2024 年調查"
	last.Plan.Interviewers = []app.StaffID{jianguo, left}
	last.Questionnaire.Items = append(last.Questionnaire.Items, Item{"CLEAN-5", "DM-CLEAN", "兒童沙池"})
	earlier := []Head{
		{ID: 4, Project: estate, Year: 2025, State: Cancelled, Plan: usualPlan()}, last,
		{ID: 2, Project: estate, Year: 2023, State: Reported, Plan: usualPlan(), Questionnaire: Template()},
	}
	m, err := Propose(PlanOrder{estate, 2026, fang}, earlier, ground(), at(23, 10))
	if err != nil {
		t.Fatal(err)
	}
	p := m.Head.Plan
	if p.Scale != survey.Twenty || len(p.Bands) != 2 || p.Contact != "客服部 8888" || p.Title != "" || !reflect.DeepEqual(p.Interviewers, []app.StaffID{jianguo}) {
		t.Errorf("planned by %+v", p)
	}
	q := m.Head.Questionnaire
	if !SameItem(last.Questionnaire, q, "CLEAN-5") || len(q.Items) != 21 {
		t.Errorf("it asks %+v", q.Items)
	}
	q.Items[0].Text = "別的"
	if last.Questionnaire.Items[0].Text != "" {
		t.Error("a change would reach the year before")
	}
}

func TestTheEstatesOfAYearHaveOneScale(t *testing.T) {
	other := Head{ID: 9, Project: 2, Year: 2026, State: Field, Plan: usualPlan()}
	other.Plan.Scale = survey.Twenty
	for state, want := range map[State]survey.Scale{Field: survey.Twenty, Cancelled: survey.Hundred} {
		other.State = state
		m, err := Propose(PlanOrder{estate, 2026, fang}, []Head{other}, ground(), at(23, 10))
		if err != nil || m.Head.Plan.Scale != want {
			t.Errorf("beside one that is %s: %s, %v", state, m.Head.Plan.Scale, err)
		}
	}
}

func TestStagesFollowEachOtherOverWorkingDays(t *testing.T) {
	all := layOut(ground().Calendar, on(11, 21)) // a Saturday
	want := []Stage{
		{"prepare", on(11, 23), on(11, 27)}, {"pretest", on(11, 30), on(12, 2)}, {"field", on(12, 3), on(12, 23)}, {"return", on(12, 24), on(12, 30)},
		{"analyse", on(12, 31), workday.Date{Year: 2027, Month: 1, Day: 6}},
		{"report", workday.Date{Year: 2027, Month: 1, Day: 7}, workday.Date{Year: 2027, Month: 1, Day: 13}},
	}
	if !reflect.DeepEqual(all, want) {
		t.Errorf("laid out as %v", all)
	}
	idle := workday.New("CN", workday.Pattern{}, zone, nil, []int{2026})
	if all := layOut(idle, on(11, 21)); len(all) != 6 || all[0].From != on(11, 21) {
		t.Errorf("without a working day in the calendar: %v", all)
	}
}

func TestTheReadyQuestionnaireIsWhole(t *testing.T) {
	q, n := Template(), map[string]int{}
	for _, i := range q.Items {
		n[i.Dimension]++
	}
	want := map[string]int{"DM-SERVICE": 5, "DM-REPAIR": 3, "DM-CLEAN": 4, "DM-SAFE": 3, "DM-FACILITY": 3, "DM-COMMUNITY": 2}
	if !reflect.DeepEqual(n, want) || len(q.Asked()) != 21 || len(q.Choices) != 12 || q.MostChosen != 3 || len(q.Open) != 2 || len(q.Warnings()) != 0 {
		t.Errorf("it asks %v, %d choices, warned of %v", n, len(q.Choices), q.Warnings())
	}
}
