package console

import (
	"context"
	"errors"
	"io"
	"iter"
	"os"
	"path/filepath"

	"ownerdesk/app"
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
			var failed error
			month := app.Filter{Project: scope.Project, From: scope.From, To: scope.To}
			lines := unfailing(s.EachLine(ctx, month, app.Order{By: app.ByReceived}, scope.At), &failed)
			return errors.Join(reports.WriteMonthBook(w, facts, r.Month, scope.Project, lines), failed)
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

// unfailing goes through lines up to an error, which is kept aside.
func unfailing(lines iter.Seq2[app.Line, error], failed *error) iter.Seq[app.Line] {
	return func(yield func(app.Line) bool) {
		for l, err := range lines {
			if *failed = err; err != nil || !yield(l) {
				return
			}
		}
	}
}
