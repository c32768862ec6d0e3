package ui

import (
	"context"
	"errors"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/calendars"
	"ownerdesk/assets/lang"
)

// setup makes a new office as the regulation has it, all of it or nothing. What is
// there already, from an import or an older program's half, is left as it is.
type setup struct {
	desk  *app.Desk
	store Store
	words lang.Words
	lang  lang.Language
}

// departments are those of the regulation, customer service first.
var departments = []string{"desk", "engineering", "property", "marketing"}

func (s setup) run(ctx context.Context, a answers) (who app.StaffID, err error) {
	err = s.desk.Together(ctx, func(ctx context.Context) error {
		who, err = s.make(ctx, a)
		return err
	})
	return who, err
}

func (s setup) make(ctx context.Context, a answers) (app.StaffID, error) {
	if err := s.calendar(ctx, a.region); err != nil {
		return 0, err
	}
	g, err := s.desk.Ground(ctx)
	if err != nil {
		return 0, err
	}
	dept, err := s.departments(ctx, g)
	if err != nil {
		return 0, err
	}
	if err := s.estate(ctx, g, a.estate); err != nil {
		return 0, named(err, "estate")
	}
	who, err := s.person(ctx, g, app.Staff{Name: a.name, Dept: dept, Role: a.role})
	if err != nil {
		return 0, err
	}
	return who, s.desk.ChangeOffice(ctx, app.Office{
		Company: a.company, Region: a.region, Zone: a.region.Zone(), Pattern: workday.Five(),
		Screen: string(s.lang), Paper: string(s.lang), KeepYears: app.DefaultRules().Counts["keep.years"],
		Scale: 100, Configured: true,
	}, who)
}

func (s setup) calendar(ctx context.Context, r workday.Region) error {
	tables, err := workday.Shipped(calendars.CN, calendars.Regional)
	if err != nil {
		return err
	}
	t, ships := tables[r]
	if !ships {
		return nil
	}
	return s.store.SeedCalendar(ctx, r, t.Specials, t.Years)
}

// departments makes those that are missing and tells which takes issues in.
func (s setup) departments(ctx context.Context, g app.Ground) (service app.DeptID, err error) {
	have := map[string]app.DeptID{}
	for id, d := range g.Departments {
		have[d.Name] = id
	}
	for i, key := range departments {
		name := s.words.Say("welcome.dept." + key)
		id := have[name]
		if id == 0 {
			if id, err = s.desk.ChangeDepartment(ctx, app.Department{Name: name, Desk: i == 0, Order: i + 1, Subjects: app.UsualSubjects[key]}); err != nil {
				return 0, err
			}
		}
		if i == 0 {
			service = id
		}
	}
	return service, nil
}

// estate makes the first one. One that is there already, with rooms perhaps, gets
// the name that was given.
func (s setup) estate(ctx context.Context, g app.Ground, name string) error {
	first := app.Project{}
	for _, p := range g.Projects {
		if p.Name == name || len(g.Projects) > 1 {
			return nil
		}
		first = p
	}
	first.Name = name
	_, err := s.desk.ChangeProject(ctx, first)
	return err
}

// named tells what is wrong with the name of a thing as wrong with the field in which it
// is typed: the person has a name too.
func named(err error, field string) error {
	var faults app.Faults
	if !errors.As(err, &faults) {
		return err
	}
	at := slices.Clone(faults)
	for i := range at {
		at[i].Field = field
	}
	return at
}

func (s setup) person(ctx context.Context, g app.Ground, who app.Staff) (app.StaffID, error) {
	for id, m := range g.Staff {
		if m.Name == who.Name {
			return id, nil
		}
	}
	return s.desk.ChangeStaff(ctx, who)
}
