package console

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/past"
	"ownerdesk/app/register"
	"ownerdesk/app/workday"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// pastOrder is which older ledger is taken over, and how.
type pastOrder struct {
	path    string
	sheet   string
	project string
	by      string
	dry     bool
	without bool // rows that cannot come in are left out
}

// importIssues takes an older ledger of issues over: says row by row what it
// would do, and does it all or not at all.
func (c *call) importIssues(ctx context.Context, o pastOrder) (err error) {
	began := c.Now()
	sheets, err := sheet.RegisterSheets(o.path)
	if err != nil {
		return err
	}
	_, looked := os.Stat(c.db)
	s, g, err := c.openForPast(ctx, o)
	if err != nil {
		return err
	}
	if s != nil {
		defer func() {
			if err = errors.Join(err, s.Close()); err != nil && errors.Is(looked, fs.ErrNotExist) {
				err = errors.Join(err, c.Discard(c.db)) // it was made for this, and stays empty
			}
		}()
	}
	plan, err := c.pastPlan(ctx, o, s, &g, sheets)
	if err != nil {
		return err
	}
	if err := c.reportPast(o, plan); err != nil {
		return err
	}
	plan.Sheets = nil // the file is read; years of it take memory
	all := plan.Outcome
	switch {
	case o.dry:
		return c.say("console.import.dry")
	case all.Refused > 0 && !o.without:
		return refused("console.import.refused", all.Refused)
	case !all.Brings():
		return c.say("console.import.issues.same")
	}
	rows, err := c.settled(ctx, s, all.Rows(), g)
	if err != nil {
		return err
	}
	by, err := c.takesOver(ctx, s, g, o.by)
	if err != nil {
		return err
	}
	d := app.Desk{Store: s, Now: c.Now}
	if err := d.TakeOver(ctx, rows, by); err != nil {
		return err
	}
	return c.say("console.import.issues.done", all.New, strconv.FormatFloat(c.Now().Sub(began).Seconds(), 'f', 1, 64))
}

// openForPast opens the office's file; a trial does not make one. A new file gets
// the calendars, for limits are counted by them.
func (c *call) openForPast(ctx context.Context, o pastOrder) (Store, app.Ground, error) {
	if _, err := os.Stat(c.db); o.dry && errors.Is(err, fs.ErrNotExist) {
		calendar := workday.New(workday.CN, workday.Five(), workday.OfficeTime(), nil, nil)
		return nil, app.Ground{Calendar: calendar, Rules: app.DefaultRules()}, nil
	}
	s, g, err := c.open(ctx)
	if err != nil || o.dry || g.Office.Configured || len(g.Calendar.Years()) > 0 {
		return s, g, err
	}
	if err = seed(ctx, s); err == nil {
		g, err = s.Ground(ctx)
	}
	if err != nil {
		return nil, g, errors.Join(err, s.Close())
	}
	return s, g, nil
}

// firstEstate stands for the estate of a file that has none yet. An issue belongs
// to one: that which was said, that which the ledger names, or one to be renamed.
func (c *call) firstEstate(o pastOrder, p *past.Plan) app.Project {
	name := o.project
	if name == "" {
		name = past.OnlyEstate(past.Read(p.Sheet(), p.Layout, p.Options))
	}
	if name == "" {
		name = c.words.Say("console.import.issues.estate")
	}
	return app.Project{ID: 1, Name: name}
}

// settled makes the first estate of a file, now that something belongs to it.
func (c *call) settled(ctx context.Context, s Store, rows []app.Past, g app.Ground) ([]app.Past, error) {
	stored, err := s.Ground(ctx)
	if err != nil || len(stored.Projects) > 0 {
		return rows, err
	}
	for stand, p := range g.Projects {
		d := app.Desk{Store: s, Now: c.Now}
		id, err := d.ChangeProject(ctx, app.Project{Name: p.Name})
		if err != nil {
			return nil, err
		}
		for i := range rows {
			if rows[i].Project == stand {
				rows[i].Project = id
			}
		}
	}
	return rows, nil
}

// pastPlan reads the file and compares it with what is there.
func (c *call) pastPlan(ctx context.Context, o pastOrder, s Store, g *app.Ground, sheets []register.Sheet) (*past.Plan, error) {
	var lists []app.ListItem
	var office past.Office
	var known map[string]past.Known
	var err error
	if s != nil {
		if lists, err = s.Lists(ctx); err != nil {
			return nil, err
		}
		if office.Rooms, err = s.EveryRoom(ctx, 0); err != nil {
			return nil, err
		}
	}
	words, err := say.PastWords(lists)
	if err != nil {
		return nil, err
	}
	plan := past.NewPlan(sheets, past.Options{File: filepath.Base(o.path), Now: c.Now(), Calendar: g.Calendar, Words: words})
	if err := turn(&plan.File, o.path, o.sheet, past.GuessLayout); err != nil {
		return nil, err
	}
	if plan.Layout.HeadRow == 0 {
		return nil, refused("console.import.issues.no-ledger", filepath.Base(o.path))
	}
	if len(g.Projects) == 0 {
		p := c.firstEstate(o, plan)
		g.Projects = map[app.ProjectID]app.Project{p.ID: p}
	}
	office.Ground = *g
	if office.Project, err = estateOf(*g, o.project, plan.Layout.Index(past.OfEstate) >= 0); err != nil {
		return nil, err
	}
	plan.Read(office)
	if s != nil {
		if known, err = s.KnownNumbers(ctx, plan.Reading.Numbers()); err != nil {
			return nil, err
		}
	}
	plan.Compare(known)
	return plan, nil
}

// estateOf is the estate of rows that name none: the one that was said, or the
// only one; 0 where there are several and the rows name theirs.
func estateOf(g app.Ground, name string, named bool) (app.ProjectID, error) {
	var names []string
	for _, id := range slices.Sorted(maps.Keys(g.Projects)) {
		if p := g.Projects[id]; fold.Key(p.Name) == fold.Key(name) || name == "" && len(g.Projects) == 1 {
			return id, nil
		}
		names = append(names, g.Projects[id].Name)
	}
	switch {
	case name == "" && !named:
		return 0, misled("console.import.projects", strings.Join(names, ", "))
	case name != "":
		return 0, misled("console.unknown.project", name, strings.Join(names, ", "))
	}
	return 0, nil
}

// takesOver is who takes the ledger over: the member of staff that was named, or
// nobody in particular, whom an office without a window needs to have as well.
func (c *call) takesOver(ctx context.Context, s Store, g app.Ground, name string) (app.StaffID, error) {
	if name != "" && len(g.Staff) > 0 {
		who, err := c.printer(name, g)
		return who.ID, err
	}
	nobody := name == ""
	if nobody {
		name = c.words.Say("console.by")
	}
	for id, m := range g.Staff {
		if m.Name == name {
			return id, nil
		}
	}
	d, dept := app.Desk{Store: s, Now: c.Now}, g.DeskDept()
	if dept == 0 {
		var err error
		if dept, err = d.ChangeDepartment(ctx, app.Department{Name: c.words.Say("welcome.dept.desk"), Desk: true, Order: 1, Subjects: app.UsualSubjects["desk"]}); err != nil {
			return 0, err
		}
	}
	return d.ChangeStaff(ctx, app.Staff{Name: name, Dept: dept, Role: app.Clerk, Closed: nobody})
}

// reportPast says how the columns are read, row by row what is wrong, and how
// many rows there are of each sort.
func (c *call) reportPast(o pastOrder, p *past.Plan) error {
	for _, g := range p.Layout.Guesses {
		if g.Heading == "" && g.Column == register.Ignored {
			continue
		}
		if err := c.say("console.import.column", g.Letter(), g.Heading, c.words.Say(g.Column.Key())); err != nil {
			return err
		}
	}
	if others := names(p.Sheets, p.At, past.GuessLayout); len(others) > 0 && o.sheet == "" {
		if err := c.say("console.import.other-sheets", strings.Join(others, ", ")); err != nil {
			return err
		}
	}
	if err := c.say("console.import.sheet", filepath.Base(o.path), p.Reading.Sheet, len(p.Reading.Entries)); err != nil {
		return err
	}
	for _, l := range p.Outcome.Lines {
		for _, one := range l.Problems {
			if err := c.problem(one); err != nil {
				return err
			}
		}
	}
	return c.say("console.import.issues.count", p.Outcome.New, p.Outcome.There, p.Outcome.Refused)
}
