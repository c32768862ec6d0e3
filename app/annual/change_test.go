package annual

import (
	"math"
	"slices"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
)

func TestChangingThePlanRefuses(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*Plan)
		want   string
	}{
		{"nothing", func(*Plan) {}, ""},
		{"a frame of tomorrow", func(p *Plan) { p.FrameOn = on(11, 24) }, "frame-on future"},
		{"nobody is asked in any way", func(p *Plan) { p.Modes = nil }, "modes missing"},
		{"a way that is none", func(p *Plan) { p.Modes = []Mode{"SM-FAX"} }, "modes unknown"},
		{"a way twice", func(p *Plan) { p.Modes = []Mode{Paper, Paper} }, "modes unknown"},
		{"a kind of owner that is none", func(p *Plan) { p.Owners = []app.OwnerKind{"OW-FAM"} }, "owners unknown"},
		{"an area twice", func(p *Plan) { p.Areas = []app.AreaID{1, 1} }, "areas unknown"},
		{"a share by phone above all", func(p *Plan) { p.Phoned = 1.2 }, "phoned out-of-range"},
		{"an interviewer who left", func(p *Plan) { p.Interviewers = []app.StaffID{left} }, "interviewers unknown"},
		{"no attempt", func(p *Plan) { p.Attempts = 0 }, "attempts out-of-range"},
		{"too few checks", func(p *Plan) { p.BackCheck = 0.09 }, "back-check too-few"},
		{"more checks than sheets", func(p *Plan) { p.BackCheck = 1.01 }, "back-check out-of-range"},
		{"a share that is no number", func(p *Plan) { p.Second = math.NaN() }, "second out-of-range"},
		{"no error", func(p *Plan) { p.Precision.Error = 0 }, "error missing"},
		{"certainty", func(p *Plan) { p.Precision.Confidence = 1 }, "confidence out-of-range"},
		{"nobody answers", func(p *Plan) { p.Precision.Response = 0 }, "response out-of-range"},
		{"an error of a mean", func(p *Plan) { p.Precision.Error, p.Precision.Spread = 2, 18 }, ""},
		{"a rule that is none", func(p *Plan) { p.Rule = "quota" }, "rule unknown"},
		{"raw scores", func(p *Plan) { p.Scale = survey.Raw }, "scale unknown"},
		{"the other scale", func(p *Plan) { p.Scale = survey.Twenty }, ""},
		{"a floor above the cap", func(p *Plan) { p.Floor, p.Cap = 6, 5 }, "floor above-cap"},
		{"a floor at the cap", func(p *Plan) { p.Floor, p.Cap = 5, 5 }, ""},
		{"bands that rise", func(p *Plan) { p.Bands = []int{60, 70} }, "bands order"},
		{"bands that stay", func(p *Plan) { p.Bands = []int{70, 70} }, "bands order"},
		{"a band of 100", func(p *Plan) { p.Bands = []int{100} }, "bands out-of-range"},
		{"no bands", func(p *Plan) { p.Bands = nil }, "bands missing"},
		{"a stage that ends before it begins", func(p *Plan) { p.Stages[1].To = on(11, 1) }, "stages.pretest.to order"},
		{"a stage before the one it follows", func(p *Plan) { p.Stages[2].From = on(11, 2) }, "stages.field order"},
		{"a stage without days", func(p *Plan) { p.Stages[5].To = workday.Date{} }, "stages.report.to incomplete"},
		{"a stage twice", func(p *Plan) { p.Stages[1] = p.Stages[0] }, "stages.prepare twice"},
		{"too long a purpose", func(p *Plan) { p.Purpose = long(app.LongestText + 1) }, "purpose too-long"},
	} {
		w := planned(t)
		p := w.v.Plan
		p.Stages = slices.Clone(p.Stages)
		c.change(&p)
		if _, err := w.v.Change(ChangeOrder{Stand: by(fang), Plan: &p}, w.g, at(23, 10)); says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
	}
}

func TestChangingTheQuestionnaireRefuses(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*Questionnaire)
		want   string
	}{
		{"nothing", func(*Questionnaire) {}, ""},
		{"weights of 95", func(q *Questionnaire) { q.Dimensions[0].Weight = 15 }, "dimensions sum"},
		{"a weight below 0", func(q *Questionnaire) { q.Dimensions[0].Weight, q.Dimensions[1].Weight = -5, 45 }, "dimensions.1.weight out-of-range"},
		{"no community", func(q *Questionnaire) {
			q.Dimensions[4].Weight, q.Dimensions, q.Items = 20, q.Dimensions[:5], q.Items[:18]
		}, "dimensions mandatory"},
		{"no facilities", func(q *Questionnaire) {
			q.Dimensions[0].Weight, q.Dimensions = 35, slices.Delete(q.Dimensions, 4, 5)
			q.Items = slices.Delete(q.Items, 15, 18)
		}, ""},
		{"a dimension of no item that is weighed", func(q *Questionnaire) { q.Items = q.Items[:18] }, "dimensions.6.weight no-items"},
		{"a dimension of no item that is not", func(q *Questionnaire) {
			q.Items, q.Dimensions[5].Weight, q.Dimensions[0].Weight = q.Items[:18], 0, 25
		}, ""},
		{"an item of no dimension", func(q *Questionnaire) { q.Items[0].Dimension = "DM-X" }, "items.1.dimension no-dimension"},
		{"an item twice", func(q *Questionnaire) { q.Items[1].Code = "SERVICE-1" }, "items.2.code twice"},
		{"an item called overall", func(q *Questionnaire) { q.Items[1].Code, q.Items[1].Text = Overall, "總體" }, "items twice"},
		{"an item of no words", func(q *Questionnaire) { q.Items[0].Code = "SERVICE-9" }, "items.1.text incomplete"},
		{"a code in small letters", func(q *Questionnaire) { q.Items[0].Code, q.Items[0].Text = "service", "x" }, "items.1.code letters"},
		{"one item", func(q *Questionnaire) { q.Items = q.Items[:1] }, "dimensions.2.weight no-items, dimensions.3.weight no-items, dimensions.4.weight no-items, dimensions.5.weight no-items, dimensions.6.weight no-items, items too-few"},
		{"a choice of no words", func(q *Questionnaire) { q.Choices = append(q.Choices, Choice{}) }, "choices.13.text incomplete"},
		{"more chosen than there are", func(q *Questionnaire) { q.MostChosen = 13 }, "most-chosen out-of-range"},
		{"none chosen", func(q *Questionnaire) { q.MostChosen = 0 }, "most-chosen out-of-range"},
		{"no choices at all", func(q *Questionnaire) { q.Choices, q.MostChosen = nil, 0 }, ""},
		{"a category of two dimensions", func(q *Questionnaire) { q.Dimensions[1].Subjects = []app.Category{"SV"} }, "dimensions.2.subjects twice"},
		{"a category of the second level", func(q *Questionnaire) { q.Dimensions[1].Subjects = []app.Category{"RS1"} }, "dimensions.2.subjects twice"},
		{"six open questions", func(q *Questionnaire) {
			for range 4 {
				q.Open = append(q.Open, Open{Text: "還有呢？"})
			}
		}, "open too-many"},
		{"too long an item", func(q *Questionnaire) { q.Items[0].Text = long(app.LongestLine + 1) }, "items.1.text too-long"},
	} {
		w := planned(t)
		q := w.v.Questionnaire.again()
		c.change(&q)
		if _, err := w.v.Change(ChangeOrder{Stand: by(fang), Questionnaire: &q}, w.g, at(23, 10)); says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
	}
}

func TestAChangeSaysWhatBecameDifferent(t *testing.T) {
	w := planned(t)
	p, q := w.v.Plan, w.v.Questionnaire.again()
	p.Precision.Error, p.Floor, p.Purpose, p.Seed = 0.1, 8, " 看看 ", 7
	p.Stages = slices.Clone(p.Stages)
	p.Stages[5].To = p.Stages[5].To.AddDays(1)
	q.Items[0].Text = "前台的態度"
	q.Items = slices.Delete(q.Items, 11, 12)                                                         // CLEAN-4
	q.Items = append(q.Items, Item{Dimension: "DM-CLEAN", Text: "兒童沙池"})                             // not CLEAN-4 again
	q.Dimensions = append(q.Dimensions, Dimension{Text: "智能化", Own: false}, Dimension{Text: "會所"})   // each with a code of its own
	q.Choices, q.Open = append(q.Choices, Choice{Text: "會所"}), append(q.Open, Open{Text: "對會所的意見？"}) // and these
	m, err := w.v.Change(ChangeOrder{by(fang), &p, &q}, w.g, at(23, 11))
	if err != nil {
		t.Fatal(err)
	}
	want := []app.Difference{
		{Field: "purpose", New: "看看"}, {Field: "floor", Old: "5", New: "8"}, {Field: "seed", Old: "1793584800", New: "7"}, {Field: "error", Old: "0.12", New: "0.1"},
		{Field: "stages.report.to", Old: w.v.Plan.Stages[5].To.String(), New: p.Stages[5].To.String()},
		{Field: "dimensions.DM-OWN-1.code", New: "DM-OWN-1"}, {Field: "dimensions.DM-OWN-1.text", New: "智能化"}, {Field: "dimensions.DM-OWN-1.own", New: "1"},
		{Field: "dimensions.DM-OWN-2.code", New: "DM-OWN-2"}, {Field: "dimensions.DM-OWN-2.text", New: "會所"}, {Field: "dimensions.DM-OWN-2.own", New: "1"},
		{Field: "items.SERVICE-1.text", New: "前台的態度"}, {Field: "items.CLEAN-4.gone", New: "1"},
		{Field: "items.CLEAN-5.code", New: "CLEAN-5"}, {Field: "items.CLEAN-5.dimension", New: "DM-CLEAN"}, {Field: "items.CLEAN-5.text", New: "兒童沙池"},
		{Field: "choices.CHOICE-OWN-1.code", New: "CHOICE-OWN-1"}, {Field: "choices.CHOICE-OWN-1.text", New: "會所"},
		{Field: "open.OPEN-3.code", New: "OPEN-3"}, {Field: "open.OPEN-3.text", New: "對會所的意見？"},
	}
	if !slices.Equal(m.Act.Diffs, want) {
		t.Errorf("the timeline says\n%v, want\n%v", m.Act.Diffs, want)
	}
	w.did(m, nil)
	q = w.v.Questionnaire.again()
	slices.Reverse(q.Open)
	m, err = w.v.Change(ChangeOrder{Stand: by(fang), Questionnaire: &q}, w.g, at(23, 12))
	if err != nil || !slices.Equal(m.Act.Diffs, []app.Difference{{Field: "open.order", Old: "OPEN-1 OPEN-2 OPEN-3", New: "OPEN-3 OPEN-2 OPEN-1"}}) {
		t.Errorf("another order: %v, %v", m.Act.Diffs, err)
	}
	same := w.v.Plan
	if m, err := w.v.Change(ChangeOrder{Stand: by(fang), Plan: &same}, w.g, at(23, 13)); err != nil || m.Act.Kind != "" || !m.nothing() {
		t.Errorf("a change of nothing: %+v, %v", m.Act, err)
	}
}

func TestAnItemIsTheSameByCodeAndWords(t *testing.T) {
	last, now := Template(), Template()
	now.Items[0].Text = "前台的態度"
	now.Items = slices.Delete(now.Items, 1, 2)
	for code, want := range map[string]bool{"SERVICE-1": false, "SERVICE-2": false, "SERVICE-3": true, Overall: true, "NONE": false} {
		if SameItem(last, now, code) != want {
			t.Errorf("%s is the same: %v", code, !want)
		}
	}
	if now.Overall = false; SameItem(last, now, Overall) {
		t.Error("what is no longer asked is the same")
	}
	now.Items = now.Items[:9]
	if got := now.Warnings(); !slices.Equal(got, []Warning{FewItems, NoOverall}) {
		t.Errorf("warned of %v", got)
	}
	last.Items = append(last.Items, Item{})
	if got := last.Warnings(); !slices.Equal(got, []Warning{ManyItems}) {
		t.Errorf("warned of %v", got)
	}
}

func TestTheScaleStaysOnceItWasApproved(t *testing.T) {
	w := approved(t)
	w.did(w.v.Reopen(ReopenOrder{by(fang), "問卷漏了一題"}, w.g, at(3, 11)))
	p := w.v.Plan
	p.Scale = survey.Twenty
	if _, err := w.v.Change(ChangeOrder{Stand: by(fang), Plan: &p}, w.g, at(3, 12)); says(err) != "scale fixed" {
		t.Errorf("%q", says(err))
	}
}
