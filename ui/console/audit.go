package console

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/audit"
	"ownerdesk/app/workday"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
)

// auditJSON is a conformity check for other programs.
type auditJSON struct {
	From    string       `json:"from"`
	To      string       `json:"to"` // the last day
	AsOf    string       `json:"as_of"`
	Clauses []clauseJSON `json:"clauses"`
	ByHand  []byHandJSON `json:"by_hand"`
}

// clauseJSON is one duty; what broke it stands by number, the oldest first.
type clauseJSON struct {
	Clause  string   `json:"clause"`
	Key     string   `json:"key"`
	Duty    string   `json:"duty"`
	Applied int      `json:"applied"`
	Kept    int      `json:"kept"`
	Broken  []string `json:"broken"`
}

// audit looks whether the office keeps the regulation, clause by clause.
func (c *call) audit(ctx context.Context, args []string) error {
	if len(args) > 0 && args[0] == "answer" {
		return c.auditAnswer(ctx, args[1:])
	}
	o := c.options()
	from, to, project, out, asJSON := o.text("from", ""), o.text("to", ""), o.text("project", ""), o.text("out", ""), o.flag("json")
	if err := c.only(o, args); err != nil {
		return err
	}
	s, g, estate, err := c.openEstate(ctx, *project)
	if err != nil {
		return err
	}
	defer s.Close()
	span, err := c.span(g, *from, *to)
	if err != nil {
		return err
	}
	span.Project = estate
	r, err := audit.Look(ctx, s, g, span)
	if err != nil {
		return err
	}
	facts := c.facts(g)
	switch {
	case *out != "":
		if err := c.write(*out, func(w io.Writer) error { return reports.WriteAudit(w, facts, r) }); err != nil {
			return err
		}
		if !*asJSON {
			return c.say("console.audit.done", *out)
		}
		fallthrough
	case *asJSON:
		return c.auditJSON(r, c.voice(g))
	}
	return c.auditWords(r, facts)
}

// span is the year up to today, unless days are said; both days are looked at.
func (c *call) span(g app.Ground, from, to string) (audit.Span, error) {
	loc := g.Office.Location()
	now := c.Now().In(loc)
	s := audit.Span{From: time.Date(now.Year()-1, now.Month(), now.Day(), 0, 0, 0, 0, loc), To: now.Truncate(time.Second), At: now.Truncate(time.Second)}
	if from != "" {
		day, err := workday.ParseDate(from)
		if err != nil {
			return s, misled("console.unread.day", "--from", from)
		}
		s.From = day.At(0, loc)
	}
	if to != "" {
		day, err := workday.ParseDate(to)
		if err != nil {
			return s, misled("console.unread.day", "--to", to)
		}
		s.To = day.AddDays(1).At(0, loc)
	}
	if !s.From.Before(s.To) {
		return s, misled("console.audit.order", from, to)
	}
	return s, nil
}

func (c *call) auditJSON(r audit.Report, v say.Voice) error {
	said := auditJSON{From: workday.DayOf(r.From).String(), To: workday.DayOf(r.To.Add(-time.Second)).String(), AsOf: clock(r.At), Clauses: []clauseJSON{}, ByHand: []byHandJSON{}}
	for _, d := range r.Findings {
		one := clauseJSON{Clause: d.Clause, Key: d.Name, Duty: v.Say("audit.duty." + d.Name), Applied: d.Applied, Kept: d.Kept, Broken: []string{}}
		for _, b := range d.Broken {
			number := b.Number
			if number == "" {
				number = b.At.In(r.At.Location()).Format("2006-01-02T15:04")
			}
			one.Broken = append(one.Broken, number)
		}
		said.Clauses = append(said.Clauses, one)
	}
	for _, q := range r.ByHand {
		said.ByHand = append(said.ByHand, byHandOf(q, v))
	}
	text, err := json.MarshalIndent(said, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Out, "%s\n", text)
	return err
}

func (c *call) auditWords(r audit.Report, f reports.Facts) error {
	t := reports.AuditTable(f, r)
	lines := []string{t.Title, t.Note}
	for i, d := range r.Findings {
		row := t.Rows[i]
		line := wide(row.Cells[0].Text, 64) + wide(strconv.Itoa(d.Kept)+"/"+strconv.Itoa(d.Applied), 12) + wide(row.Cells[3].Text, 9)
		lines = append(lines, line+row.Cells[4].Text)
	}
	lines = append(lines, f.Say("audit.by-hand"))
	for _, q := range r.ByHand {
		lines = append(lines, answerLine(q, f))
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(c.Out, line); err != nil {
			return err
		}
	}
	return nil
}
