package surveys

import (
	"strings"
	"testing"
	"time"

	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

// inField is a survey in the field from the 9th to the 19th with one stratum of 40
// households, of which 20 are asked.
func inField(valid, waiting int) seen {
	day := func(n int) workday.Date { return workday.Date{Year: 2026, Month: 11, Day: n} }
	h := annual.Head{State: annual.Field, Drawn: day(9).At(0, time.UTC), Plan: annual.Plan{Stages: []annual.Stage{{Key: "field", From: day(9), To: day(19)}}},
		Strata: []annual.Stratum{{Name: "東區", Owner: "OW-SELF", Units: 40, Planned: 10, Issued: 20}}}
	v := seen{survey: annual.Survey{Head: h}}
	for n := range 20 {
		u := annual.Unit{N: n + 1, Called: true, Outcome: annual.Done}
		if n < waiting {
			u.Outcome = annual.Waiting
		}
		v.units = append(v.units, u)
	}
	v.progress = []annual.StratumResult{{Stratum: h.Strata[0], Field: survey.Field{Issued: 20, Valid: valid}}}
	return v
}

func TestAStratumThatLagsBehindSaysWhatToDo(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.planned()
	day := func(n int) workday.Date { return workday.Date{Year: 2026, Month: 11, Day: n} }
	for _, c := range []struct {
		name           string
		day            int
		valid, waiting int
		change         func(*seen)
		tone           kit.Tone
		says           string
	}{
		{"enough", 12, 5, 15, nil, kit.Plain, ""},
		{"too few, early", 12, 4, 16, nil, kit.Warn, x.Count("surveys.advice.waiting", 16)},
		{"too few, late", 15, 4, 16, nil, kit.Bad, x.Count("surveys.advice.waiting", 16)},
		{"nobody is left to go to", 12, 4, 0, nil, kit.Bad, x.Count("surveys.advice.reserves", 20)},
		{"nobody lives there any more", 12, 4, 0, func(v *seen) { v.progress[0].Units = 20 }, kit.Bad, x.Say("surveys.advice.none")},
		{"over", 25, 4, 16, func(v *seen) { v.survey.State = annual.Counted }, kit.Bad, x.Say("surveys.advice.told")},
		{"not drawn", 12, 0, 16, func(v *seen) { v.survey.Drawn = time.Time{} }, kit.Plain, ""},
	} {
		x.Clock.Set(day(c.day).At(9*60, time.UTC))
		v := inField(c.valid, c.waiting)
		if c.change != nil {
			c.change(&v)
		}
		p.seen = v
		if tone, says := (strataRows{p, v, v.progress}).advice(0); tone != c.tone || says != c.says {
			t.Errorf("%s: %v %q, want %v %q", c.name, tone, says, c.tone, c.says)
		}
	}
}

func TestTheSizeOfAnApprovedPlanIsAsItWasFixed(t *testing.T) {
	x := sit(t, lang.Traditional)
	v := inField(0, 20)
	v.survey.Plan.Rule, v.survey.Plan.Precision = survey.Neyman, survey.Precision{Confidence: 0.95, Error: 0.1, Share: 0.5, Response: 0.5, Effect: 1}
	x.see(sizeBox(x.Seat, v, v.survey.Plan))
	if words := x.words(); strings.Contains(words, x.Say("fault.rule.no-spreads")) || !strings.Contains(words, "東區") || !strings.Contains(words, x.Say("surveys.size.finite.how", "96", "40")) {
		t.Errorf("it says %s", words)
	}
	sizing, strata, err := v.sizeOf(v.survey.Plan)
	if err != nil || len(strata) != 1 || sizing.Answers != 10 || sizing.Out() != 20 {
		t.Errorf("the size is %+v of %+v, %v", sizing, strata, err)
	}
}
