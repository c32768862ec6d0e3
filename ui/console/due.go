package console

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
)

// dueStep is one day of an explanation for other programs.
type dueStep struct {
	Date    workday.Date `json:"date"`
	Kind    workday.Kind `json:"kind"`
	Name    string       `json:"name"`
	Counted bool         `json:"counted"`
	Says    string       `json:"says,omitempty"` // what a person is told of it
}

// dueAnswer is a limit for other programs, in office time.
type dueAnswer struct {
	Due         string    `json:"due"`
	Provisional bool      `json:"provisional"`
	Steps       []dueStep `json:"steps"`
	Explanation string    `json:"explanation,omitempty"` // as screen and slip say it
}

// due reckons when something is due, and explains it.
func (c *call) due(ctx context.Context, args []string) error {
	o := c.options()
	from, days, hours, any := o.text("from", ""), o.text("days", ""), o.text("hours", ""), o.text("limit", "")
	region, pattern, asJSON, explain := o.text("region", ""), o.text("pattern", ""), o.flag("json"), o.flag("explain")
	rest, err := c.read(o, args)
	if err == nil && len(rest) > 0 {
		err = misled("console.extra", rest[0])
	}
	if err != nil {
		return err
	}
	limit, err := limitOf(*days, *hours, *any)
	if err != nil {
		return err
	}
	cal, err := c.calendar(ctx, *region, *pattern)
	if err != nil {
		return err
	}
	at := c.Now().In(cal.Loc)
	if *from != "" {
		if at, err = c.moment("--from", *from, cal.Loc); err != nil {
			return err
		}
	}
	a := cal.Due(at, limit)
	if *asJSON {
		return c.dueJSON(a, *explain)
	}
	return c.dueWords(a, app.Ground{Calendar: cal})
}

// limitOf reads how long is given: working days, hours of the clock, or any unit.
func limitOf(days, hours, any string) (workday.Limit, error) {
	l, typed, ways := workday.Limit{Unit: workday.Workdays}, days, 0
	for _, way := range []string{days, hours, any} {
		if way != "" {
			ways++
		}
	}
	switch {
	case ways != 1:
		return l, misled("console.due.limit")
	case any != "":
		l, err := workday.ParseLimit(any)
		if err != nil || l.N > 10_000 {
			return l, misled("console.due.unit", any)
		}
		return l, nil
	case hours != "":
		l.Unit, typed = workday.Hours, hours
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 0 || n > 10_000 {
		return l, misled("console.due.number", typed)
	}
	l.N = n
	return l, nil
}

// calendar is the one that ships for a region, or that of the office whose file
// was named.
func (c *call) calendar(ctx context.Context, region, pattern string) (workday.Calendar, error) {
	cal, err := regional(region, pattern)
	if err == nil && c.dbSaid {
		return c.ownCalendar(ctx, region, pattern)
	}
	return cal, err
}

// ownCalendar is the office's own; it cannot be given another region as well.
func (c *call) ownCalendar(ctx context.Context, region, pattern string) (workday.Calendar, error) {
	if region != "" || pattern != "" {
		return workday.Calendar{}, misled("console.due.own")
	}
	s, g, err := c.openRead(ctx)
	if err != nil {
		return workday.Calendar{}, err
	}
	return g.Calendar, s.Close()
}

// dueJSON speaks Traditional Chinese unless asked otherwise: another program
// gets the same answer on every machine.
func (c *call) dueJSON(a workday.Answer, explain bool) error {
	if !c.said {
		if err := c.speak(lang.Traditional); err != nil {
			return err
		}
	}
	v := c.voice(app.Ground{})
	answer := dueAnswer{Due: a.Due.Format("2006-01-02T15:04"), Provisional: a.Provisional, Steps: []dueStep{}}
	said := c.dueDays(v, a)
	for i, s := range a.Steps {
		step := dueStep{Date: s.Date, Kind: s.Kind, Name: v.Holiday(s.Name), Counted: s.Counted}
		if explain {
			step.Says = said[i]
		}
		answer.Steps = append(answer.Steps, step)
	}
	if explain {
		answer.Explanation = v.Explain(a.Limit, a.Steps, a.Provisional)
	}
	text, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.Out, "%s\n", text)
	return err
}

// dueWords tells the same to a person, a day a line.
func (c *call) dueWords(a workday.Answer, g app.Ground) error {
	v := c.voice(g)
	full := func(t time.Time) string {
		return c.words.Say("due.full", t.Format(time.DateOnly), c.weekday(t), t.Format("15:04"))
	}
	lines := []string{
		c.words.Say("console.due.received", full(a.From)),
		c.words.Say("console.due.length", v.Limit(a.Limit)),
	}
	for i, said := range c.dueDays(v, a) {
		day := a.Steps[i].Date
		lines = append(lines, "  "+c.words.Say("console.due.day", day.String(), c.weekday(day.At(0, time.UTC)), said))
	}
	lines = append(lines, c.words.Say("console.due.told", v.Explain(a.Limit, a.Steps, false)))
	lines = append(lines, c.words.Say("console.due.result", full(a.Due)))
	if a.Provisional {
		lines = append(lines, c.words.Say("console.due.provisional"))
	}
	_, err := fmt.Fprintln(c.Out, strings.Join(lines, "\n"))
	return err
}

// dueDays say what each day did to the limit.
func (c *call) dueDays(v say.Voice, a workday.Answer) []string {
	words, n := make([]string, len(a.Steps)), 0
	for i, part := range a.Limit.Parts(a.Steps) {
		if a.Steps[i].Counted {
			n++
		}
		words[i] = v.DueDay(a.Steps[i], part, n)
	}
	return words
}

func (c *call) weekday(t time.Time) string {
	return c.words.Say("weekday.short." + strconv.Itoa(int(t.Weekday())))
}
