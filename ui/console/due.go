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
)

// dueStep is one day of an explanation for other programs.
type dueStep struct {
	Date    workday.Date `json:"date"`
	Kind    workday.Kind `json:"kind"`
	Name    string       `json:"name"`
	Counted bool         `json:"counted"`
}

// dueAnswer is a limit for other programs, in office time.
type dueAnswer struct {
	Due         string    `json:"due"`
	Provisional bool      `json:"provisional"`
	Steps       []dueStep `json:"steps"`
}

// due reckons when something is due, and explains it.
func (c *call) due(ctx context.Context, args []string) error {
	o := c.options()
	from, days, hours := o.text("from", ""), o.text("days", ""), o.text("hours", "")
	region, pattern, asJSON := o.text("region", ""), o.text("pattern", ""), o.flag("json")
	rest, err := c.read(o, args)
	if err == nil && len(rest) > 0 {
		err = misled("console.extra", rest[0])
	}
	if err != nil {
		return err
	}
	limit, err := limitOf(*days, *hours)
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
		return c.dueJSON(a)
	}
	return c.dueWords(a, app.Ground{Calendar: cal})
}

// limitOf reads how long is given: working days or hours of the clock.
func limitOf(days, hours string) (workday.Limit, error) {
	l, typed := workday.Limit{Unit: workday.Workdays}, days
	if hours != "" {
		l.Unit, typed = workday.Hours, hours
	}
	if (days == "") == (hours == "") {
		return l, misled("console.due.limit")
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
	s, g, err := c.openOld(ctx)
	if err != nil {
		return workday.Calendar{}, err
	}
	return g.Calendar, s.Close()
}

// dueJSON speaks Traditional Chinese unless asked otherwise: another program
// gets the same answer on every machine.
func (c *call) dueJSON(a workday.Answer) error {
	if !c.said {
		if err := c.speak(lang.Traditional); err != nil {
			return err
		}
	}
	v := c.voice(app.Ground{})
	answer := dueAnswer{Due: a.Due.Format("2006-01-02T15:04"), Provisional: a.Provisional, Steps: []dueStep{}}
	for _, s := range a.Steps {
		answer.Steps = append(answer.Steps, dueStep{s.Date, s.Kind, v.Holiday(s.Name), s.Counted})
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
	n := 0
	for _, s := range a.Steps {
		if s.Counted {
			n++
		}
		day := s.Date.At(0, time.UTC)
		lines = append(lines, "  "+c.words.Say("console.due.day", s.Date.String(), c.weekday(day), c.dueStep(s, n, v.Holiday(s.Name))))
	}
	lines = append(lines, c.words.Say("console.due.result", full(a.Due)))
	if a.Provisional {
		lines = append(lines, c.words.Say("console.due.provisional"))
	}
	_, err := fmt.Fprintln(c.Out, strings.Join(lines, "\n"))
	return err
}

// dueStep says what one day did to the limit.
func (c *call) dueStep(s workday.Step, n int, name string) string {
	switch {
	case s.Kind == workday.Start && s.Counted:
		return c.words.Say("console.due.start.counted")
	case s.Kind == workday.Start:
		return c.words.Say("console.due.start")
	case s.Counted && s.Kind == workday.Makeup:
		return c.words.Say("console.due.makeup", n)
	case s.Counted:
		return c.words.Say("console.due.counted", n)
	case s.Kind == workday.Holiday:
		return c.words.Say("console.due.holiday", name)
	}
	return c.words.Say("console.due.weekend")
}

func (c *call) weekday(t time.Time) string {
	return c.words.Say("weekday.short." + strconv.Itoa(int(t.Weekday())))
}
