package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/reports"
)

// slipOrder is which slips are to be printed, how.
type slipOrder struct {
	numbers []string
	open    bool
	today   bool
	day     time.Time // when today began on the office's clock
	dept    app.DeptID
	copies  []reports.Copy
	size    reports.Size
	out     string
	by      app.Staff
}

// slip prints slips into a PDF: some by number, all open ones, or those of today.
func (c *call) slip(ctx context.Context, args []string) error {
	o := c.options()
	open, today, dept := o.flag("all-open"), o.flag("today"), o.text("dept", "")
	copies, size, out, by := o.text("copies", "desk,dept,owner"), o.text("size", "A4"), o.text("out", ""), o.text("by", "")
	rest, err := c.read(o, args)
	if err != nil {
		return err
	}
	order := slipOrder{numbers: rest, open: *open, today: *today, out: *out}
	if err := c.printable(&order, *copies, *size); err != nil {
		return err
	}
	s, g, err := c.openBeside(ctx, *by != "")
	if err != nil {
		return err
	}
	defer s.Close()
	if *dept != "" {
		if order.dept, err = department(*dept, g); err != nil {
			return err
		}
	}
	if order.by, err = c.printer(*by, g); err != nil {
		return err
	}
	if shut := s.Shut(); shut != nil && order.by.ID != 0 { // the timeline would not say so
		return shut
	}
	ctx = app.Reads(ctx, order.by.ID)
	order.day = midnight(c.Now().In(g.Office.Location()))
	cases, err := c.cases(ctx, s, order)
	if err != nil {
		return err
	}
	return c.print(ctx, s, g, order, cases)
}

// printable reads what was typed about the paper.
func (c *call) printable(o *slipOrder, copies, size string) error {
	ways := 0
	for _, chosen := range []bool{len(o.numbers) > 0, o.open, o.today} {
		if chosen {
			ways++
		}
	}
	switch {
	case ways != 1:
		return misled("console.slip.which")
	case o.out == "":
		return misled("console.slip.out")
	case !strings.HasSuffix(strings.ToLower(o.out), ".pdf"):
		return misled("console.out.ending", o.out, ".pdf")
	}
	names := map[string]reports.Copy{"desk": reports.CopyDesk, "dept": reports.CopyDept, "owner": reports.CopyOwner}
	for _, word := range words(copies) {
		to, known := names[word]
		if !known {
			return misled("console.unknown.copy", word)
		}
		o.copies = append(o.copies, to)
	}
	if len(o.copies) == 0 {
		return misled("console.unknown.copy", copies)
	}
	switch strings.ToUpper(size) {
	case "A4":
	case "A5":
		o.size = reports.A5
	default:
		return misled("console.unknown.size", size)
	}
	return nil
}

// printer is who prints: the member of staff that was named, and then the
// timeline says so, or nobody in particular.
func (c *call) printer(name string, g app.Ground) (app.Staff, error) {
	if name == "" {
		return app.Staff{Name: c.words.Say("console.by")}, nil
	}
	for _, s := range g.Staff {
		if s.Name == name && !s.Closed {
			return s, nil
		}
	}
	return app.Staff{}, misled("console.unknown.staff", name)
}

// cases reads the issues whose slips are wanted.
func (c *call) cases(ctx context.Context, s Store, o slipOrder) ([]app.Case, error) {
	ids, err := c.issues(ctx, s, o)
	if err != nil {
		return nil, err
	}
	var all []app.Case
	progress := c.progress("console.slip.reading")
	for i, id := range ids {
		one, err := s.Case(ctx, id)
		if err != nil {
			return nil, err
		}
		if one.Veiled {
			if len(o.numbers) > 0 {
				return nil, refused("console.slip.restricted", one.Shown())
			}
			continue
		}
		if r, there := one.Current(); there && (o.dept == 0 || r.Lead == o.dept || helping(one, o.dept)) {
			all = append(all, one)
		} else if len(o.numbers) > 0 && !there {
			return nil, refused("console.slip.none", one.Shown())
		}
		progress(i+1, len(ids))
	}
	return all, nil
}

// helping tells whether a department helps with the current round.
func helping(c app.Case, dept app.DeptID) bool {
	r, _ := c.Current()
	return slices.ContainsFunc(c.Helping(r.N), func(h app.Help) bool { return h.Dept == dept && h.Left.IsZero() })
}

func (c *call) issues(ctx context.Context, s Store, o slipOrder) ([]app.IssueID, error) {
	var ids []app.IssueID
	switch {
	case o.today:
		lines, err := s.Printable(ctx, o.dept, o.day, o.day.AddDate(0, 0, 1))
		for _, l := range lines {
			ids = append(ids, l.ID)
		}
		return ids, err
	case o.open:
		for l, err := range s.EachLine(ctx, app.Filter{OpenOnly: true}, app.Order{By: app.ByNumber}, c.Now()) {
			if err != nil {
				return nil, err
			}
			ids = append(ids, l.ID)
		}
		return ids, nil
	}
	for _, number := range o.numbers {
		id, err := s.IssueByNumber(ctx, number)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", refused("console.slip.unknown", number), err)
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// midnight is when the day of t began.
func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, t.Location())
}

// print writes the PDF, says what it could not show, and notes in the timeline
// who printed if somebody was named.
func (c *call) print(ctx context.Context, s Store, g app.Ground, o slipOrder, cases []app.Case) error {
	f := c.facts(g)
	f.By = o.by
	docs := reports.Slips(f, cases, o.copies, o.size)
	if o.today {
		docs = nil
		for _, d := range departments(g) {
			docs = append(docs, reports.DeptSlips(f, d.ID, cases, o.copies, o.size)...)
		}
	}
	if len(docs) == 0 {
		return refused("console.slip.nothing")
	}
	if err := c.free(o.out); err != nil {
		return err
	}
	if err := c.revealed(ctx, s, o.by, docs...); err != nil {
		return err
	}
	err := c.write(o.out, func(out io.Writer) error { return reports.WritePDF(out, f.At, docs...) })
	if err != nil {
		return errors.Join(err, c.unmade(ctx, s, o.by, docs...))
	}
	if missing := reports.Missing(docs...); len(missing) > 0 {
		fmt.Fprintln(c.Err, c.words.Say("console.slip.missing", string(missing)))
	}
	if err := c.noted(ctx, s, o, cases, docs); err != nil {
		fmt.Fprintln(c.Err, c.words.Say("console.slip.unnoted", o.out))
		return err
	}
	return c.say("console.slip.done", len(docs), o.out)
}

// noted writes into the timeline of each issue that is in the file that its paper
// was saved there.
func (c *call) noted(ctx context.Context, s Store, o slipOrder, cases []app.Case, docs []reports.Document) error {
	if o.by.ID == 0 {
		return nil
	}
	d := app.Desk{Store: s, Now: c.Now}
	var orders []app.PrintOrder
	for _, one := range cases {
		if !slices.ContainsFunc(docs, func(d reports.Document) bool { return d.Of == one.ID }) {
			continue
		}
		r, _ := one.Current()
		orders = append(orders, app.PrintOrder{
			Stand: app.Stand{Issue: one.ID, By: o.by.ID}, Document: r.Number, Copies: copyNames(o.copies),
			Way: app.WaySaved, Where: folderAndFile(o.out),
		})
	}
	return d.PrintedAll(context.WithoutCancel(ctx), orders) // the file is there
}

// folderAndFile is a path as far as a timeline names it.
func folderAndFile(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return filepath.Base(filepath.Dir(path)) + "/" + filepath.Base(path)
}

func copyNames(copies []reports.Copy) string {
	names := map[reports.Copy]string{reports.CopyDesk: "desk", reports.CopyDept: "dept", reports.CopyOwner: "owner"}
	all := make([]string, len(copies))
	for i, to := range copies {
		all[i] = names[to]
	}
	return strings.Join(all, " ")
}
