package statistics

import (
	"context"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/improve"
	"ownerdesk/reports"
)

// Reckoned is a month's report, and the same in words.
type Reckoned struct {
	Report figures.Report
	Month  reports.Month
}

// Reckon reads, reckons and words a month, out of one state of the file. Households
// that the scope does not name come from the register.
func Reckon(ctx context.Context, asks Asks, f reports.Facts, scope figures.Scope) (r Reckoned, err error) {
	err = asks.Still(ctx, func(ctx context.Context) error {
		r, err = reckon(ctx, asks, f, scope)
		return err
	})
	return r, err
}

func reckon(ctx context.Context, asks Asks, f reports.Facts, scope figures.Scope) (Reckoned, error) {
	if scope.Households == 0 {
		n, err := asks.Households(ctx, scope.Project)
		if err != nil {
			return Reckoned{}, err
		}
		scope.Households = n
	}
	facts, err := figures.GatherMonth(ctx, asks, f.Ground, scope)
	if err != nil {
		return Reckoned{}, err
	}
	areas, err := asks.AreaHouseholds(ctx, scope.Project)
	if err != nil {
		return Reckoned{}, err
	}
	gathered, err := scope.Gatherings(ctx, asks)
	if err != nil {
		return Reckoned{}, err
	}
	report := scope.Report(facts, figures.Surroundings{Areas: areas, Gathering: gathered})
	names, err := placeNames(ctx, asks, f, report)
	if err != nil {
		return Reckoned{}, err
	}
	month := reports.NewMonth(f, report, names)
	month.Tracked, err = tracked(ctx, asks, scope)
	return Reckoned{report, month}, err
}

// tracked are the improvement measures of a month, with what their papers are made from.
func tracked(ctx context.Context, asks Asks, s figures.Scope) (t reports.Tracking, err error) {
	if t.Measures, err = asks.Measures(app.Reads(ctx, 0), improve.OfMonth(s.Project, s.From, s.To)); err != nil {
		return t, err
	}
	t.Found, t.Origins, err = about(ctx, asks, s.Project, t.Measures)
	return t, err
}

// about is what surveys call what measures are about, and the complaints that they
// come from.
func about(ctx context.Context, asks Asks, project app.ProjectID, all []improve.Measure) (f improve.Found, from []app.Issue, err error) {
	heads, err := asks.Surveys(ctx, project)
	if err != nil {
		return f, nil, err
	}
	for _, m := range all {
		if m.Origin != improve.FromComplaint {
			continue
		}
		c, err := asks.Case(ctx, m.Source.Issue)
		if err != nil {
			return f, nil, err
		}
		from = append(from, c.Issue)
	}
	return improve.Asked(heads), from, nil
}

// placeNames asks what the places are called that a report is about.
func placeNames(ctx context.Context, asks Asks, f reports.Facts, r figures.Report) (reports.PlaceNames, error) {
	names := reports.PlaceNames{Areas: map[app.AreaID]string{}, Buildings: map[app.BuildingID]string{}, Places: map[app.IssueID]string{}}
	several := r.Scope.Project == 0 && len(f.Ground.Projects) > 1
	for id := range f.Ground.Projects {
		areas, err := asks.Areas(ctx, id)
		if err != nil {
			return names, err
		}
		for _, a := range areas {
			names.Areas[a.ID] = a.Name
		}
		buildings, err := asks.Buildings(ctx, id)
		if err != nil {
			return names, err
		}
		for _, b := range buildings {
			names.Buildings[b.ID] = f.Say("place.block", b.Name)
			if several {
				names.Buildings[b.ID] = f.Ground.Projects[id].Name + " " + names.Buildings[b.ID]
			}
		}
	}
	var first []app.IssueID
	for _, row := range r.SameAgain {
		first = append(first, row.Issues[0])
	}
	for _, problem := range r.Problems {
		first = append(first, problem.Issues[0])
	}
	return names, eachOf(ctx, asks, first, f.At, func(l app.Line) { names.Places[l.ID] = f.Short(l.Place, f.Privacy()) })
}

// eachOf goes through the issues that are named by their ids.
func eachOf(ctx context.Context, asks Asks, ids []app.IssueID, at time.Time, do func(app.Line)) error {
	if len(ids) == 0 {
		return nil
	}
	for l, err := range asks.EachLine(app.Reads(ctx, 0), app.Filter{Only: ids}, app.Order{}, at) {
		if err != nil {
			return err
		}
		do(l)
	}
	return nil
}
