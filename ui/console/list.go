package console

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"ownerdesk/app"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// newest first is how lists begin.
var newest = app.Order{By: app.ByReceived, Down: true}

// list lists issues: on the screen, for other programs, or as a workbook.
func (c *call) list(ctx context.Context, args []string) error {
	o := c.options()
	n, out, by, asJSON := o.narrowing(), o.text("out", ""), o.text("by", ""), o.flag("json")
	rest, err := c.read(o, args)
	if err == nil && len(rest) > 0 {
		err = misled("console.extra", rest[0])
	}
	if err == nil && *out != "" && *asJSON {
		err = misled("console.list.either")
	}
	if err != nil {
		return err
	}
	s, g, err := c.openRead(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	f, err := c.filter(n, g)
	if err != nil {
		return err
	}
	who, err := c.printer(*by, g)
	if err != nil {
		return err
	}
	lines := s.EachLine(app.Reads(ctx, who.ID), f, newest, c.Now())
	switch {
	case *out != "":
		return c.listSheet(*out, lines, g, who, n)
	case *asJSON:
		return c.listJSON(lines, c.voice(g))
	}
	return c.listWords(lines, c.voice(g))
}

// listSheet writes exactly what is listed as a workbook.
func (c *call) listSheet(path string, lines iter.Seq2[app.Line, error], g app.Ground, who app.Staff, n narrowing) error {
	if !strings.HasSuffix(strings.ToLower(path), ".xlsx") {
		return misled("console.out.ending", path, ".xlsx")
	}
	count := 0
	err := c.write(path, func(out io.Writer) error {
		var failed error
		rows := func(yield func(app.Line) bool) {
			for l, err := range lines {
				if failed = err; err != nil || !yield(l) {
					return
				}
				count++
			}
		}
		facts := c.facts(g)
		facts.By = who
		_, err := sheet.Write(out, reports.IssueSheet(facts, rows, n.about()))
		return errors.Join(err, failed)
	})
	if err != nil {
		return err
	}
	return c.say("console.list.done", count, path)
}

// about repeats how the list was narrowed, above it.
func (n narrowing) about() string {
	var parts []string
	for _, v := range []*string{n.state, n.kind, n.dept, n.category, n.text, n.from, n.to} {
		if *v != "" {
			parts = append(parts, *v)
		}
	}
	return strings.Join(parts, " ")
}

// facts are what documents stand on; nobody sits at the desk, and people stay
// masked. Paper has its own language unless one was asked for.
func (c *call) facts(g app.Ground) reports.Facts {
	return reports.Facts{Voice: c.voice(g), By: app.Staff{Name: c.words.Say("console.by")}, At: c.Now()}
}

// lineJSON is one issue for other programs: codes and office time, people masked.
type lineJSON struct {
	Number   string `json:"number"`
	Intake   string `json:"intake"`
	Project  string `json:"project"`
	Kind     string `json:"kind"`
	Category string `json:"category"`
	Urgency  string `json:"urgency"`
	Level    string `json:"level,omitempty"`
	State    string `json:"state"`
	Step     string `json:"step,omitempty"`
	StepDue  string `json:"stepDue,omitempty"`
	Late     bool   `json:"late"`
	Received string `json:"received"`
	Place    string `json:"place"`
	Lead     string `json:"lead,omitempty"`
	Due      string `json:"due,omitempty"`
	Close    string `json:"close,omitempty"`
	Ended    string `json:"ended,omitempty"`
	Taken    bool   `json:"takenOver,omitempty"`

	Cost      *costJSON `json:"cost,omitempty"`      // null where nobody recorded it
	Suspended string    `json:"suspended,omitempty"` // since when
	Waits     string    `json:"waitsFor,omitempty"`
	Review    string    `json:"review,omitempty"`
}

func (c *call) listJSON(lines iter.Seq2[app.Line, error], v say.Voice) error {
	between := "["
	for l, err := range lines {
		if err != nil {
			return err
		}
		text, err := json.Marshal(lineJSON{
			Number: l.Number, Intake: l.Intake, Project: v.Project(l.Project), Kind: string(l.Kind), Category: string(l.Category),
			Urgency: string(l.Urgency), Level: string(l.Level), State: string(l.State), Step: string(l.Step), StepDue: v.Moment(l.StepDue),
			Late: l.Late(c.Now()), Received: v.Moment(l.Received), Place: v.Short(l.Place, say.Masked), Lead: v.Leads(l.Lead, l.Restricted()),
			Due: v.Moment(l.Due), Close: string(l.Close), Ended: v.Moment(l.Ended), Taken: l.Taken, Cost: costOf(l.Spent, l.Materials),
			Suspended: v.Moment(l.Wait.Since), Waits: string(l.Wait.Code), Review: v.Moment(l.Wait.Review),
		})
		if err == nil {
			_, err = fmt.Fprintf(c.Out, "%s\n%s", between, text)
		}
		if err != nil {
			return err
		}
		between = ","
	}
	if between == "[" {
		_, err := fmt.Fprintln(c.Out, "[]")
		return err
	}
	_, err := fmt.Fprintln(c.Out, "\n]")
	return err
}

// listWords lists issues as lines of a terminal.
func (c *call) listWords(lines iter.Seq2[app.Line, error], v say.Voice) error {
	count := 0
	for l, err := range lines {
		if err != nil {
			return err
		}
		left := ""
		if l.State.Over() {
			left = v.Day(l.Ended)
		} else if said, urgency := v.Left(c.Now(), l.StepDue); said != "" {
			left = said
			if urgency == say.Late {
				left = "! " + left
			}
		}
		if words := v.Wait(l.Wait, c.Now()); words != "" {
			left = strings.TrimSpace(left + "  " + words)
		}
		count++
		_, err := fmt.Fprintln(c.Out, strings.TrimRight(strings.Join([]string{
			wide(l.Number, 20), wide(v.Moment(l.Received), 17), wide(say.Code(v, l.Kind), 14), wide(v.Say("state."+string(l.State)), 15),
			wide(v.Short(l.Place, say.Masked), 22), wide(v.Leads(l.Lead, l.Restricted()), 14), left,
		}, " "), " "))
		if err != nil {
			return err
		}
	}
	return c.say("console.list.count", count)
}

// wide fills a text up to a width in columns of a terminal, where a Chinese
// character takes two, and cuts what is longer.
func wide(s string, width int) string {
	var b strings.Builder
	used := 0
	for _, r := range s {
		w := 1
		if r >= 0x1100 {
			w = 2
		}
		if used+w > width {
			break
		}
		used += w
		b.WriteRune(r)
	}
	return b.String() + strings.Repeat(" ", width-used)
}
