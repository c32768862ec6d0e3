package console

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"

	"ownerdesk/app/annual"
	"ownerdesk/reports"
	"ownerdesk/ui/statistics"
)

// surveyReport writes the report of a year's survey: a PDF and a workbook with the same
// figures, and these for other programs.
func (c *call) surveyReport(ctx context.Context, args []string) error {
	o := c.options()
	year, project, out, asJSON := o.text("year", ""), o.text("project", ""), o.text("out", ""), o.flag("json")
	rest, err := c.read(o, args)
	switch {
	case err != nil:
		return err
	case len(rest) > 0:
		return misled("console.extra", rest[0])
	case *out == "" && !*asJSON:
		return misled("console.survey.out")
	}
	of, err := strconv.Atoi(*year)
	if err != nil {
		return misled("console.survey.year", "report")
	}
	s, g, err := c.openRead(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	h, err := yearOf(ctx, s, g, *project, of)
	if err != nil {
		return err
	}
	if slices.Contains([]annual.State{annual.Planning, annual.Approved, annual.Field}, h.State) {
		return refused("console.survey.uncounted", h.Number)
	}
	name := fmt.Sprintf("ownerdesk-survey-%d", of)
	if *project != "" || len(g.Projects) > 1 {
		name += "-" + inName(g.Projects[h.Project].Name)
	}
	name = filepath.Join(*out, name)
	if *out != "" {
		if err := c.free(name+".pdf", name+".xlsx"); err != nil {
			return err
		}
	}
	facts := c.facts(g)
	p, err := statistics.Poll(ctx, s, c.surveyor(s), facts, h.ID)
	if err != nil {
		return err
	}
	if *out != "" {
		if err := c.reportFiles(*out, name, facts, p, *asJSON); err != nil {
			return err
		}
	}
	if *asJSON {
		return c.json(resultsOf(p.Head, p.Results))
	}
	return nil
}

// reportFiles writes both papers and says where, beside figures for another program
// only to a person.
func (c *call) reportFiles(out, name string, f reports.Facts, p reports.Polled, quiet bool) error {
	if err := folder(out); err != nil {
		return err
	}
	says := c.Out
	if quiet {
		says = c.Err
	}
	for _, file := range []struct {
		ending string
		write  func(io.Writer, reports.Facts, reports.Polled) error
	}{{".pdf", reports.WriteAnnual}, {".xlsx", reports.WriteAnnualBook}} {
		path := name + file.ending
		if err := c.write(path, func(w io.Writer) error { return file.write(w, f, p) }); err != nil {
			return err
		}
		if _, err := fmt.Fprintln(says, c.words.Say("console.pack.done", path)); err != nil {
			return err
		}
	}
	return nil
}
