package console

import (
	"context"
	"io"
	"path/filepath"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/statistics"
)

// pack writes a month's papers: a PDF and a workbook with the same figures.
func (c *call) pack(ctx context.Context, args []string) error {
	o := c.options()
	month, out := monthIn(o), o.text("out", "")
	if err := c.only(o, args); err != nil {
		return err
	}
	if *out == "" {
		return misled("console.pack.out")
	}
	s, g, scope, err := c.openMonth(ctx, month)
	if err != nil {
		return err
	}
	defer s.Close()
	name := "ownerdesk-" + scope.From.Format("2006-01")
	if scope.Project != 0 {
		name += "-" + inName(g.Projects[scope.Project].Name)
	}
	name = filepath.Join(*out, name)
	if err := c.free(name+".pdf", name+".xlsx"); err != nil {
		return err
	}
	papers, err := c.papers(ctx, s, g, scope, *month.asOf != "" || *month.households != "")
	if err != nil {
		return err
	}
	if err := folder(*out); err != nil {
		return err
	}
	for _, file := range []struct {
		ending string
		write  func(context.Context, io.Writer) error
	}{{".pdf", papers.Pack}, {".xlsx", papers.Book}} {
		path := name + file.ending
		if err := c.write(path, func(w io.Writer) error { return file.write(ctx, w) }); err != nil {
			return err
		}
		if err := c.say("console.pack.done", path); err != nil {
			return err
		}
	}
	return c.whose(papers, g)
}

// whose says which meeting's figures were written, or which could have been.
func (c *call) whose(papers statistics.Papers, g app.Ground) error {
	if papers.Meeting.Number != "" {
		return c.say("console.pack.frozen", papers.Meeting.Number)
	}
	for _, h := range papers.Others {
		if err := c.say("console.pack.another", h.Number, g.Projects[h.Project].Name); err != nil {
			return err
		}
	}
	return nil
}

// papers are those of the month's meeting once its figures are frozen; else, and
// when other figures were asked for, those of now.
func (c *call) papers(ctx context.Context, s Store, g app.Ground, scope figures.Scope, live bool) (statistics.Papers, error) {
	facts := c.facts(g)
	if live {
		facts.At = scope.At
		return statistics.LivePapers(ctx, s, facts, scope)
	}
	desk := &meeting.Desk{Front: &app.Desk{Store: s, Now: c.Now, Changes: &app.Changes{}}, Store: s}
	return statistics.PapersOf(ctx, s, desk, facts, scope)
}
