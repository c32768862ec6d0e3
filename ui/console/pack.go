package console

import (
	"context"
	"io"
	"path/filepath"
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
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
	s, g, err := c.openRead(ctx)
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
	name := "ownerdesk-" + scope.From.Format("2006-01")
	if scope.Project != 0 {
		name += "-" + inName(g.Projects[scope.Project].Name)
	}
	name = filepath.Join(*out, name)
	if err := c.free(name+".pdf", name+".xlsx"); err != nil {
		return err
	}
	papers, err := c.papers(ctx, s, g, scope, *asOf != "" || *households != "")
	if err != nil {
		return err
	}
	if err := folder(*out); err != nil {
		return err
	}
	for _, file := range []struct {
		ending string
		write  func(io.Writer) error
	}{{".pdf", papers.pdf}, {".xlsx", papers.book}} {
		path := name + file.ending
		if err := c.write(path, file.write); err != nil {
			return err
		}
		if err := c.say("console.pack.done", path); err != nil {
			return err
		}
	}
	return c.whose(papers)
}

// whose says which meeting's figures were written, or which could have been.
func (c *call) whose(papers monthPapers) error {
	if papers.frozen != "" {
		return c.say("console.pack.frozen", papers.frozen)
	}
	for _, h := range papers.others {
		if err := c.say("console.pack.another", h.number, h.estate); err != nil {
			return err
		}
	}
	return nil
}

// monthPapers are a month's papers, ready to be written.
type monthPapers struct {
	pdf, book func(io.Writer) error
	frozen    string // which meeting's figures they show; empty for those of now
	others    []frozenMeeting
}

// frozenMeeting is a meeting whose frozen figures could be had.
type frozenMeeting struct{ number, estate string }

// papers are those of the month's meeting once its figures are frozen; else, and
// when other figures were asked for, those of now.
func (c *call) papers(ctx context.Context, s Store, g app.Ground, scope figures.Scope, live bool) (monthPapers, error) {
	facts := c.facts(g)
	desk := &meeting.Desk{Front: &app.Desk{Store: s, Now: c.Now, Changes: &app.Changes{}}, Store: s}
	meetings, err := frozen(ctx, s, scope)
	if err != nil {
		return monthPapers{}, err
	}
	if len(meetings) == 1 && !live && (scope.Project != 0 || len(g.Projects) == 1) {
		met := meetings[0]
		sitting, err := statistics.Sit(ctx, s, desk, facts, met.ID)
		return monthPapers{
			pdf:    func(w io.Writer) error { return reports.WriteMeetingPack(w, facts, sitting) },
			book:   func(w io.Writer) error { return reports.WriteMeetingBook(w, facts, sitting) },
			frozen: met.Number,
		}, err
	}
	facts.At = scope.At
	r, err := statistics.Reckon(ctx, s, facts, scope)
	papers := monthPapers{
		pdf:  func(w io.Writer) error { return reports.WriteMonth(w, facts, r.Month, scope.Project) },
		book: func(w io.Writer) error { return statistics.WriteBook(ctx, w, s, facts, r, scope) },
	}
	for _, h := range meetings {
		if !live {
			papers.others = append(papers.others, frozenMeeting{h.Number, g.Projects[h.Project].Name})
		}
	}
	return papers, err
}

// frozen are the month's meetings whose figures are frozen, one of each estate.
func frozen(ctx context.Context, s Store, scope figures.Scope) ([]meeting.Head, error) {
	heads, err := s.Records(ctx, meeting.Wanted{Project: scope.Project, Kind: meeting.Monthly, From: workday.DayOf(scope.From)})
	return slices.DeleteFunc(heads, func(h meeting.Head) bool { return h.State == meeting.Planned || h.State == meeting.Cancelled }), err
}
