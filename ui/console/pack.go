package console

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"ownerdesk/reports"
	"ownerdesk/ui/statistics"
)

// pack writes a month's papers: a PDF and a workbook with the same figures.
func (c *call) pack(ctx context.Context, args []string) error {
	o := c.options()
	month, asOf, project, out := o.text("month", ""), o.text("as-of", ""), o.text("project", ""), o.text("out", "")
	households := o.text("households", "")
	rest, err := c.read(o, args)
	switch {
	case err != nil:
		return err
	case len(rest) > 0:
		return misled("console.extra", rest[0])
	case *out == "":
		return misled("console.pack.out")
	}
	s, g, err := c.openOld(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	scope, err := c.scope(g, *month, *asOf)
	if err != nil {
		return err
	}
	if scope.Project, err = oneEstate(*project, g); err != nil {
		return err
	}
	if scope.Households, err = inhabited(ctx, s, scope.Project, *households); err != nil {
		return err
	}
	facts := c.facts(g)
	facts.At = scope.At
	r, err := statistics.Reckon(ctx, s, facts, scope)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return err
	}
	for _, file := range []struct {
		ending string
		write  func(io.Writer) error
	}{
		{".pdf", func(w io.Writer) error { return reports.WriteMonth(w, facts, r.Month, scope.Project) }},
		{".xlsx", func(w io.Writer) error {
			return statistics.WriteBook(ctx, w, s, facts, r, scope)
		}},
	} {
		path := filepath.Join(*out, "ownerdesk-"+scope.From.Format("2006-01")+file.ending)
		if err := write(path, file.write); err != nil {
			return err
		}
		if err := c.say("console.pack.done", path); err != nil {
			return err
		}
	}
	return nil
}
