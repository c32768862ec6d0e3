package audit

import (
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
)

// overSurveys judges clause 6: each year its survey, whole from plan to measures.
func (o *office) overSurveys() []Finding {
	yearly := Finding{Duty: Duty{"6.1.1", "yearly"}}
	o.eachYear(func(p app.ProjectID, year int, at time.Time) {
		of := Of{Number: o.named(p, strconv.Itoa(year)), At: at}
		for _, s := range o.surveys {
			if s.Project == p && s.Year == year && s.State != annual.Cancelled {
				of.Number, of.Survey = s.Number, s.ID
			}
		}
		yearly.tally(of.Survey != 0, of)
	})
	all := []Finding{yearly}
	for _, d := range surveyDuties {
		f := Finding{Duty: d.Duty}
		for _, s := range o.surveys {
			if s.State != annual.Cancelled && o.within(s.Made) {
				o.add(&f, d.see(s), Of{Number: s.Number, Survey: s.ID, At: s.Made})
			}
		}
		all = append(all, f)
	}
	for _, d := range measureDuties {
		f := Finding{Duty: d.Duty}
		for _, m := range o.measures {
			if m.State != improve.Void && o.within(m.Made) {
				o.add(&f, d.see(m, o.At, o.g.Calendar.Loc), Of{Number: m.Number, Measure: m.ID, At: m.Made})
			}
		}
		all = append(all, f)
	}
	return all
}

func (o *office) add(f *Finding, v verdict, of Of) {
	if v != apart {
		f.tally(v == kept, of)
	}
}

// eachYear goes through the years that ended within the span, and the one under way
// where its survey is due.
func (o *office) eachYear(do func(app.ProjectID, int, time.Time)) {
	loc := o.g.Calendar.Loc
	for year := o.From.In(loc).Year(); ; year++ {
		end := time.Date(year+1, 1, 1, 0, 0, 0, 0, loc)
		if end.After(o.At) || end.After(o.To) {
			break
		}
		for _, p := range o.estates() {
			do(p, year, end)
		}
	}
	// A year under way has kept the duty once its survey is planned, and cannot have
	// broken it yet.
	for _, s := range o.surveys {
		at := time.Date(s.Year+1, 1, 1, 0, 0, 0, 0, loc)
		if s.State != annual.Cancelled && o.within(s.Made) && at.After(o.At) {
			do(s.Project, s.Year, s.Made)
		}
	}
}

// surveyDuties are what each survey owes.
var surveyDuties = []struct {
	Duty
	see func(annual.Head) verdict
}{
	{Duty{"6.1.1", "survey-plan"}, wholePlan},         // purpose, scope, content, way, dates
	{Duty{"6.1.2", "dimensions"}, wholeQuestionnaire}, // the subjects that the regulation names
	{Duty{"6.2.1", "approved-plan"}, approvedBefore},  // approved before anybody is asked
	{Duty{"6.2.1", "plan-two-people"}, func(s annual.Head) verdict {
		if s.Approved.IsZero() {
			return apart
		}
		return judge(s.ApprovedBy != s.By)
	}},
	{Duty{"6.2.2", "checks"}, checked},   // truth and accuracy are checked
	{Duty{"6.3.2", "report"}, reportOut}, // the report says problems and suggestions
}

func wholePlan(s annual.Head) verdict {
	if s.Approved.IsZero() {
		return apart
	}
	// Purpose, scope and content that nobody wrote anew are those that the plan ships with.
	return judge(len(s.Plan.Modes) > 0 && len(s.Plan.Stages) > 0 && len(s.Questionnaire.Items) > 0)
}

// fewestDimensions are the subjects that clause 6.1.2 names.
const fewestDimensions = 5

func wholeQuestionnaire(s annual.Head) verdict {
	if s.Approved.IsZero() {
		return apart
	}
	return judge(len(s.Questionnaire.Dimensions) >= fewestDimensions)
}

func approvedBefore(s annual.Head) verdict {
	if s.Drawn.IsZero() {
		return apart
	}
	return judge(!s.Approved.IsZero() && !s.Drawn.Before(s.Approved))
}

// fewestChecks is the share of sheets that must be asked again.
const fewestChecks = 0.1

func checked(s annual.Head) verdict {
	if s.Approved.IsZero() {
		return apart
	}
	return judge(s.Plan.BackCheck >= fewestChecks)
}

func reportOut(s annual.Head) verdict {
	if s.Reported.IsZero() {
		return apart
	}
	return judge(len(s.Findings.Problems) > 0 && len(s.Findings.Suggestions) > 0)
}

// measureDuties are what each improvement measure owes (clause 6.4).
var measureDuties = []struct {
	Duty
	see func(improve.Measure, time.Time, *time.Location) verdict
}{
	{Duty{"6.4.1", "measure-whole"}, func(m improve.Measure, _ time.Time, _ *time.Location) verdict {
		return judge(m.Person != 0 && !m.Due.IsZero() && strings.TrimSpace(m.Standard) != "")
	}},
	{Duty{"6.4.1", "measure-in-time"}, func(m improve.Measure, now time.Time, loc *time.Location) verdict {
		return inTime(m.Finished, m.Due.AddDays(1).At(0, loc), now)
	}},
	{Duty{"6.4.2", "measure-tracked"}, func(m improve.Measure, now time.Time, loc *time.Location) verdict {
		if m.Begun.IsZero() || m.State == improve.Planned {
			return apart
		}
		return judge(len(m.Checks) > 0 || !m.Finished.IsZero() || now.Sub(m.Begun) < month)
	}},
	{Duty{"6.4.2", "measure-two-people"}, func(m improve.Measure, _ time.Time, _ *time.Location) verdict {
		own := func(who app.StaffID) bool { return who == m.Person || who == m.FinishedBy }
		accepted := apart
		if m.AcceptedBy != 0 {
			accepted = judge(!own(m.AcceptedBy))
		}
		return max(accepted, worst(m.Evaluations, func(e improve.Evaluation) verdict { return judge(!own(e.By)) }))
	}},
	{Duty{"6.4.2", "measure-evaluated"}, func(m improve.Measure, _ time.Time, _ *time.Location) verdict {
		if !m.State.Over() {
			return apart
		}
		return judge(len(m.Evaluations) > 0)
	}},
}

const month = 31 * 24 * time.Hour

// overLooks judges clause 7.2: whoever saw an owner's data in full said why.
func (o *office) overLooks() Finding {
	f := Finding{Duty: Duty{"7.2.1", "looked-why"}}
	for _, l := range o.looks {
		if o.Project == 0 || l.Issue != 0 {
			f.tally(strings.TrimSpace(l.Reason) != "" && l.By != 0, Of{Issue: l.Issue, At: l.At})
		}
	}
	return f
}
