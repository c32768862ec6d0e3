package meeting

import (
	"context"
	"fmt"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/improve"
)

// Names are what was called how when the figures were frozen: estates, departments and
// places, the people of the office whom the papers name, and the dimensions that
// measures are about. Older freezes know none.
type Names struct {
	Projects    map[app.ProjectID]string
	Departments map[app.DeptID]string
	Staff       map[app.StaffID]string
	Areas       map[app.AreaID]string
	Buildings   map[app.BuildingID]string
	Places      map[app.IssueID]app.Place // that a row of figures is about, by its first issue; without rooms
	Dimensions  map[string]string         // those worded by the office
}

// Known reports whether names were kept at all.
func (n Names) Known() bool { return n.Departments != nil }

// names finds how what a freeze keeps is called.
func (d *Desk) names(ctx context.Context, g app.Ground, r Record, k Kept) (n Names, err error) {
	n = Names{
		Projects: map[app.ProjectID]string{}, Departments: map[app.DeptID]string{}, Staff: map[app.StaffID]string{},
		Areas: map[app.AreaID]string{}, Buildings: map[app.BuildingID]string{}, Places: map[app.IssueID]app.Place{}, Dimensions: map[string]string{},
	}
	for id, one := range g.Projects {
		n.Projects[id] = one.Name
	}
	for id, one := range g.Departments {
		n.Departments[id] = one.Name
	}
	for _, id := range append(k.people(), r.people()...) {
		if one, known := g.Staff[id]; known {
			n.Staff[id] = one.Name
		}
	}
	if err := d.quarters(ctx, r.Project, &n); err != nil {
		return n, err
	}
	if err := d.places(ctx, k, n.Places); err != nil {
		return n, err
	}
	return n, d.dimensions(ctx, r.Project, k, n.Dimensions)
}

// quarters are the areas and buildings of an estate.
func (d *Desk) quarters(ctx context.Context, p app.ProjectID, n *Names) error {
	areas, err := d.Store.Areas(ctx, p)
	if err != nil {
		return fmt.Errorf("name the areas: %w", err)
	}
	for _, a := range areas {
		n.Areas[a.ID] = a.Name
	}
	buildings, err := d.Store.Buildings(ctx, p)
	if err != nil {
		return fmt.Errorf("name the buildings: %w", err)
	}
	for _, b := range buildings {
		n.Buildings[b.ID] = b.Name
	}
	return nil
}

// places are where the first issue of each row is that is about a place.
func (d *Desk) places(ctx context.Context, k Kept, into map[app.IssueID]app.Place) error {
	var first []app.IssueID
	for _, row := range k.Report.SameAgain {
		first = append(first, row.Issues[0])
	}
	for _, problem := range k.Report.Problems {
		first = append(first, problem.Issues[0])
	}
	if len(first) == 0 {
		return nil
	}
	for l, err := range d.Store.EachLine(app.Reads(ctx, 0), app.Filter{Only: first}, app.Order{}, k.Report.Scope.At) {
		if err != nil {
			return fmt.Errorf("name the places: %w", err)
		}
		into[l.ID] = maskedPlace(l.Place)
	}
	return nil
}

// dimensions are those that measures are about and that the office worded itself.
func (d *Desk) dimensions(ctx context.Context, p app.ProjectID, k Kept, into map[string]string) error {
	if len(k.Measures) == 0 {
		return nil
	}
	heads, err := d.Store.Surveys(ctx, p)
	if err != nil {
		return fmt.Errorf("name the dimensions: %w", err)
	}
	asked := improve.Asked(heads)
	for _, m := range k.Measures {
		if text := asked.Part(m.Dimension).Text; text != "" {
			into[m.Dimension] = text
		}
	}
	return nil
}

// people are those of the office whom the papers of a freeze name.
func (k Kept) people() []app.StaffID {
	var all []app.StaffID
	for _, row := range k.Report.ByHandler {
		if id, err := strconv.ParseInt(row.Key, 10, 64); err == nil {
			all = append(all, app.StaffID(id))
		}
	}
	for _, l := range k.Issues {
		all = append(all, l.Handler, l.By)
	}
	for _, a := range k.Actions {
		all = append(all, a.Person, a.VerifiedBy)
	}
	for _, m := range k.Measures {
		all = append(all, m.Person)
	}
	return all
}

// people are those of the office who sit at the table.
func (r Record) people() []app.StaffID {
	all := []app.StaffID{r.Chair, r.Recorder, r.Contact, r.By}
	for _, g := range r.Guests {
		all = append(all, g.Staff)
	}
	return all
}
