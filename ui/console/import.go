package console

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/register"
	"ownerdesk/reports/sheet"
)

// importOrder is what is taken in, and how.
type importOrder struct {
	path     string
	sheet    string
	options  register.Options
	dry      bool
	without  bool // rows that cannot come in are left out
	identity bool
}

// imports takes a register of owners in, or an older ledger of issues.
func (c *call) imports(ctx context.Context, args []string) error {
	o := c.options()
	project, named, dry, without := o.text("project", ""), o.text("sheet", ""), o.flag("dry-run"), o.flag("skip-refused")
	blank, apart := o.text("blank", ""), o.flag("no-issues")
	identity, down, by := o.flag("with-identity"), o.flag("fill-down"), o.text("by", "")
	rest, err := c.read(o, args)
	issues, opinions := len(rest) > 0 && rest[0] == "issues", len(rest) > 0 && rest[0] == "opinions"
	switch {
	case err != nil:
		return err
	case len(rest) == 0 || rest[0] != "owners" && !issues && !opinions:
		return misled("console.import.what")
	case (*blank != "" || *apart) && !opinions:
		return misled("console.import.opinions-only")
	case *blank != "" && len(rest) == 1:
		return c.gatherSheet(*blank)
	case len(rest) == 1:
		return misled("console.import.file")
	case len(rest) > 2:
		return misled("console.extra", rest[2])
	case (issues || opinions) && (*identity || *down):
		return misled("console.import.owners-only")
	case issues:
		return c.importIssues(ctx, pastOrder{path: rest[1], sheet: *named, project: strings.TrimSpace(*project), by: strings.TrimSpace(*by), dry: *dry, without: *without})
	case opinions:
		return c.importGathered(ctx, gatheredOrder{path: rest[1], sheet: *named, project: strings.TrimSpace(*project), by: strings.TrimSpace(*by), dry: *dry, without: *without, apart: *apart})
	case *by != "":
		return misled("console.import.issues-only")
	}
	order := importOrder{path: rest[1], sheet: *named, dry: *dry, without: *without, identity: *identity}
	order.options = register.Options{Project: strings.TrimSpace(*project), FillDown: *down}
	if *identity {
		order.options.Wanted = []register.Column{register.OfIdentity, register.OfBirthday}
	}
	if _, err := os.Stat(order.path); errors.Is(err, fs.ErrNotExist) {
		return refused("console.gone", order.path)
	}
	sheets, err := sheet.RegisterSheets(order.path)
	if err != nil {
		return err
	}
	return c.takeIn(ctx, order, sheets)
}

// takeIn compares with the register as it is, says what would change, and does
// it all or not at all. A file that was made for it and stays empty is taken away.
func (c *call) takeIn(ctx context.Context, o importOrder, sheets []register.Sheet) (err error) {
	_, looked := os.Stat(c.db)
	s, g, err := c.openFor(ctx, o)
	if err != nil {
		return err
	}
	if s != nil {
		defer func() {
			err = errors.Join(err, s.Close())
			if err != nil && errors.Is(looked, fs.ErrNotExist) {
				err = errors.Join(err, c.Discard(c.db))
			}
		}()
		if o.options.Project, err = estate(o.options.Project, g); err != nil {
			return err
		}
	}
	reading, err := c.reading(o, sheets)
	if err != nil {
		return err
	}
	var known []register.Known
	if s != nil {
		if known, err = s.Known(ctx, 0); err != nil {
			return err
		}
	}
	outcome := register.Compare(reading, known)
	if err := c.report(o, reading, outcome); err != nil {
		return err
	}
	switch {
	case o.dry:
		return c.say("console.import.dry")
	case outcome.Refused > 0 && !o.without:
		return refused("console.import.refused", outcome.Refused)
	}
	return c.keep(ctx, s, outcome)
}

// openFor opens the office's file; a trial does not make one.
func (c *call) openFor(ctx context.Context, o importOrder) (Store, app.Ground, error) {
	if _, err := os.Stat(c.db); o.dry && errors.Is(err, fs.ErrNotExist) {
		return nil, app.Ground{}, nil
	}
	return c.open(ctx)
}

// estate is the name of the estate that was typed, or of the only one; a row's
// own column comes before it. The first one is made by its name.
func estate(typed string, g app.Ground) (string, error) {
	var names []string
	for _, id := range slices.Sorted(maps.Keys(g.Projects)) {
		names = append(names, g.Projects[id].Name)
	}
	known := slices.ContainsFunc(names, func(name string) bool { return fold.Key(name) == fold.Key(typed) })
	switch {
	case typed != "" && (known || len(names) == 0):
		return typed, nil
	case typed != "":
		return "", misled("console.unknown.project", typed, strings.Join(names, ", "))
	case len(names) == 0:
		return "", misled("console.import.project")
	case len(names) == 1:
		return names[0], nil
	}
	return "", misled("console.import.projects", strings.Join(names, ", "))
}

// reading reads the sheet that was named, or the one that looks most like a register.
func (c *call) reading(o importOrder, sheets []register.Sheet) (register.Reading, error) {
	p := register.NewPlan(sheets, o.options)
	file := filepath.Base(o.path)
	if err := turn(&p.File, o.path, o.sheet, register.GuessLayout); err != nil {
		return p.Reading, err
	}
	if p.Layout.HeadRow == 0 {
		return p.Reading, refused("console.import.no-register", file)
	}
	if err := c.columns(o, p); err != nil {
		return p.Reading, err
	}
	if wrong := p.Missing(); len(wrong) > 0 {
		return p.Reading, refused("console.import.missing", c.words.Say(wrong[0].Field.Key()), file)
	}
	return register.Read(p.Sheet(), p.Layout, p.Options), nil
}

// turn goes to the sheet that was named.
func turn(f *register.File, path, name string, guess func(register.Sheet) register.Layout) error {
	if name == "" {
		return nil
	}
	at := slices.IndexFunc(f.Sheets, func(s register.Sheet) bool { return strings.TrimSpace(s.Name) == strings.TrimSpace(name) })
	if at < 0 {
		return misled("console.import.no-sheet", filepath.Base(path), name, strings.Join(names(f.Sheets, -1, guess), ", "))
	}
	f.Turn(at)
	return nil
}

// columns says what each column is taken for, and which sheets are not read.
func (c *call) columns(o importOrder, p *register.Plan) error {
	for _, g := range p.Layout.Guesses {
		said := c.words.Say(g.Column.Key())
		if g.Heading == "" && g.Column == register.Ignored {
			continue
		}
		if g.Column.Unwanted() && o.identity {
			said = c.words.Say("console.import.asked")
		}
		if err := c.say("console.import.column", g.Letter(), g.Heading, said); err != nil {
			return err
		}
	}
	if others := names(p.Sheets, p.At, register.GuessLayout); len(others) > 0 && o.sheet == "" {
		return c.say("console.import.other-sheets", strings.Join(others, ", "))
	}
	return nil
}

// names are those of the sheets that have the headings that are looked for, but
// for the one that is read.
func names(sheets []register.Sheet, but int, guess func(register.Sheet) register.Layout) []string {
	var all []string
	for i, s := range sheets {
		if i != but && guess(s).HeadRow > 0 {
			all = append(all, s.Name)
		}
	}
	return all
}

// report says row by row what is wrong or would change, and how many there are.
func (c *call) report(o importOrder, r register.Reading, all register.Outcome) error {
	if err := c.say("console.import.sheet", filepath.Base(o.path), r.Sheet, len(r.Entries)); err != nil {
		return err
	}
	for _, l := range all.Lines {
		for _, p := range l.Problems {
			if err := c.problem(p); err != nil {
				return err
			}
		}
		for _, change := range l.Changes {
			// The old and the new value are of people: only what changes is said.
			if err := c.say("console.import.change", l.Row, c.words.Say("import.column."+string(change.Field))); err != nil {
				return err
			}
		}
	}
	return c.say("console.import.count", all.New, all.Changed, all.Unchanged, all.Refused)
}

func (c *call) problem(p register.Problem) error {
	value := p.Gap(func(key string) string { return c.words.Say(key) })
	text := c.words.Say(p.Key(), value)
	line := c.words.Say("import.problem.at.row", p.Sheet, p.Row, text)
	if p.Column != "" {
		line = c.words.Say("import.problem.at", p.Sheet, p.Row, p.Column, text)
	}
	mark := "- "
	if p.Fatal {
		mark = "x "
	}
	_, err := fmt.Fprintln(c.Out, mark+line)
	return err
}

// keep takes in what is new or different.
func (c *call) keep(ctx context.Context, s Store, all register.Outcome) error {
	var entries []register.Entry
	for _, l := range all.Lines {
		if l.State == register.New || l.State == register.Changed {
			entries = append(entries, l.Entry)
		}
	}
	switch {
	case len(entries) == 0 && all.Refused > 0 && all.Unchanged == 0:
		return refused("console.import.all-refused")
	case len(entries) == 0:
		return c.say("console.import.same")
	}
	rooms, people, err := s.ImportRegister(ctx, entries)
	if err != nil {
		return err
	}
	return c.say("console.import.done", len(entries), rooms, people)
}
