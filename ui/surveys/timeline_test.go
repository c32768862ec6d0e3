package surveys

import (
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
)

func TestWhatChangedInAPlanIsToldInWords(t *testing.T) {
	for _, l := range lang.All {
		x := sit(t, l)
		p := x.planned()
		plan, q := p.seen.survey.Plan, p.seen.survey.Questionnaire
		plan.Precision.Error, plan.Rule, plan.Way, plan.Phoned = 0.1, survey.Equal, survey.Simple, 0.05
		plan.Interviewers, plan.Areas, plan.Owners = []app.StaffID{x.Jing}, []app.AreaID{x.East}, []app.OwnerKind{"OW-SELF"}
		plan.Stages = append([]annual.Stage{}, plan.Stages...)
		plan.Stages[5].To = plan.Stages[5].To.AddDays(7)
		q.Dimensions = append([]annual.Dimension{}, q.Dimensions...)
		q.Dimensions[0].Weight, q.Dimensions[1].Weight = 10, 30
		q.Items = append([]annual.Item{}, q.Items[:len(q.Items)-1]...)
		q.Items[0].Text = "門崗禮儀"
		if _, err := x.desk.Change(t.Context(), annual.ChangeOrder{Stand: p.stand(), Plan: &plan, Questionnaire: &q}); err != nil {
			t.Fatal(err)
		}
		act := p.seen.survey.Acts[1]
		timeline := partOf[*timelinePart](x, p)
		var lines []string
		for _, d := range act.Diffs {
			lines = append(lines, timeline.difference(p.seen, d))
		}
		all := strings.Join(lines, "\n")
		for _, want := range []string{
			x.Say("act.changed", x.Say("surveys.field.error"), "5%", "10%"), x.Say("surveys.rule.equal"), x.Say("surveys.way.simple"), x.Ground.Staff[x.Jing].Name,
			"東區", x.Say("code.OW-SELF"), x.Say("survey.stage.report"), plan.Stages[5].To.String(), "20% → 10%", "門崗禮儀", x.Say("surveys.field.gone"),
		} {
			if !strings.Contains(all, want) {
				t.Errorf("%s: %q is missing in\n%s", l, want, all)
			}
		}
		if strings.Contains(all, "surveys.") {
			t.Errorf("%s: a key is told:\n%s", l, all)
		}
		if words := x.words(); strings.Count(words, "→") < 3 || !strings.Contains(words, x.Count("meetings.more-changes", len(act.Diffs)-mostLines)) {
			t.Errorf("%s: the page tells %s", l, words)
		}
		x.win.Close()
	}
}

func TestReservesOfOneDayAreToldTogether(t *testing.T) {
	at := datatest.At(20, 9, 0)
	replaced := func(by app.StaffID, at time.Time) annual.Act {
		return annual.Act{Kind: annual.ActReplaced, By: by, At: at, Diffs: []app.Difference{{Field: "unit", Old: "7", New: "9"}}}
	}
	acts := []annual.Act{{Kind: annual.ActDrawn, By: 1, At: at}, replaced(1, at), replaced(2, at), replaced(2, at.Add(time.Hour)), replaced(2, at.AddDate(0, 0, 1))}
	for end, want := range map[int]int{1: 0, 2: 1, 3: 1, 4: 2, 5: 1} {
		if got := together(acts[:end]); got != want {
			t.Errorf("of the first %d, the last %d are told together, want %d", end, got, want)
		}
	}
	x := sit(t, lang.Traditional)
	p := x.planned()
	timeline := partOf[*timelinePart](x, p)
	v := p.seen
	v.survey.Acts = acts
	timeline.show(v)
	if words := x.words(); !strings.Contains(words, x.Say("surveys.act.times", x.Say("survey.act.replaced"), 2)) || !strings.Contains(words, "7 → 9、7 → 9") {
		t.Errorf("it tells %s", words)
	}
}
