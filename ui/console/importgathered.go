package console

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/gathered"
	"ownerdesk/app/meeting"
	"ownerdesk/app/register"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// gatheredOrder is which list of gathered opinions is taken in, and how.
type gatheredOrder struct {
	path    string
	sheet   string
	project string
	by      string
	dry     bool
	without bool // rows that cannot come in are left out
	apart   bool // their issues are not made at once
}

// gatherSheet writes the empty list that is filled in at sales or at an event.
func (c *call) gatherSheet(path string) error {
	err := c.write(path, func(out io.Writer) error { return reports.WriteGatherSheet(out, say.Voice{Words: c.words}) })
	if err != nil {
		return err
	}
	return c.say("console.import.gathered.sheet", path)
}

// importGathered takes a list of opinions in: says row by row what it would do, and
// does it all or not at all.
func (c *call) importGathered(ctx context.Context, o gatheredOrder) (err error) {
	if _, err := os.Stat(o.path); errors.Is(err, fs.ErrNotExist) {
		return refused("console.gone", o.path)
	}
	if _, err := os.Stat(c.db); errors.Is(err, fs.ErrNotExist) {
		return refused("console.gone", c.db)
	}
	sheets, err := sheet.RegisterSheets(o.path)
	if err != nil {
		return err
	}
	s, g, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	plan, by, err := c.gatheredPlan(ctx, o, s, g, sheets)
	if err != nil {
		return err
	}
	if err := c.reportGathered(o, plan); err != nil {
		return err
	}
	all := plan.Outcome
	switch {
	case o.dry:
		return c.say("console.import.dry")
	case all.Refused > 0 && !o.without:
		return refused("console.import.refused", all.Refused)
	case all.New == 0:
		return c.say("console.import.issues.same")
	case by == 0:
		return misled("console.import.gathered.by")
	}
	desk := &meeting.Desk{Front: &app.Desk{Store: s, Now: c.Now, Changes: &app.Changes{}}, Store: s}
	moves, err := desk.GatherAll(ctx, all.Orders)
	if err != nil {
		return err
	}
	for _, m := range moves {
		if err := c.say("meetings.gathered", m.Head.Number, len(m.Opinions), len(m.Raised)); err != nil {
			return err
		}
	}
	return nil
}

// gatheredPlan reads the file and compares it with what is there.
func (c *call) gatheredPlan(ctx context.Context, o gatheredOrder, s Store, g app.Ground, sheets []register.Sheet) (*gathered.Plan, app.StaffID, error) {
	lists, err := s.Lists(ctx)
	if err != nil {
		return nil, 0, err
	}
	words, err := say.GatheredWords(lists)
	if err != nil {
		return nil, 0, err
	}
	plan := gathered.NewPlan(sheets, gathered.Options{Now: c.Now(), Zone: g.Calendar.Loc, Words: words, Ground: g})
	if err := turn(&plan.File, o.path, o.sheet, gathered.GuessLayout); err != nil {
		return nil, 0, err
	}
	if wrong := plan.Missing(); len(wrong) > 0 && wrong[0].Rule == register.HeadingMissing {
		return nil, 0, refused("console.import.gathered.no-list", filepath.Base(o.path))
	} else if len(wrong) > 0 {
		return nil, 0, refused("console.import.missing", c.words.Say(wrong[0].Field.Key()), filepath.Base(o.path))
	}
	if plan.Options.Project, err = estateOf(g, o.project, true); err != nil {
		return nil, 0, err
	}
	who, err := c.printer(o.by, g)
	if err != nil {
		return nil, 0, err
	}
	return plan, who.ID, gathered.Fetch(ctx, s, plan, who.ID, !o.apart)
}

// reportGathered says how the columns are read, row by row what is wrong, and how
// many rows there are of each sort.
func (c *call) reportGathered(o gatheredOrder, p *gathered.Plan) error {
	for _, g := range p.Layout.Guesses {
		if g.Heading == "" && g.Column == register.Ignored {
			continue
		}
		if err := c.say("console.import.column", g.Letter(), g.Heading, c.words.Say(g.Column.Key())); err != nil {
			return err
		}
	}
	if others := names(p.Sheets, p.At, gathered.GuessLayout); len(others) > 0 && o.sheet == "" {
		if err := c.say("console.import.other-sheets", strings.Join(others, ", ")); err != nil {
			return err
		}
	}
	if err := c.say("console.import.sheet", filepath.Base(o.path), p.Reading.Sheet, len(p.Reading.Entries)); err != nil {
		return err
	}
	for _, one := range p.Outcome.Problems() {
		if err := c.problem(one); err != nil {
			return err
		}
	}
	for _, one := range p.Reading.Skipped {
		if one.Why == register.SkippedBlank {
			continue
		}
		if err := c.say("console.import.gathered.skipped", one.Row, c.words.Say(one.Key()), one.Text); err != nil {
			return err
		}
	}
	return c.say("console.import.gathered.count", len(p.Outcome.Orders), p.Outcome.New, p.Outcome.There, p.Outcome.Refused)
}
