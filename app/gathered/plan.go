package gathered

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/meeting"
	"ownerdesk/app/register"
)

// A Plan is a list on its way into the program: how it is read, what it says, and
// what taking it in would do. It writes nothing.
type Plan struct {
	register.File
	Options Options
	Reading Reading
	Outcome Outcome
}

// NewPlan begins with the sheet that looks most like such a list and the columns it
// seems to have; a person may correct both.
func NewPlan(sheets []register.Sheet, o Options) *Plan {
	return &Plan{File: register.NewFile(sheets, GuessLayout, LayoutUnder), Options: o}
}

// Missing says which columns are not there without which nothing can be read.
func (p *Plan) Missing() []register.Problem { return missing(p.Sheet(), p.Layout) }

// Taking is who takes a list in, and how.
type Taking struct {
	By       app.StaffID // 0 is not known yet
	Register bool        // makes an issue of every opinion at once
	Rooms    map[app.ProjectID][]app.Found
}

// Try reads the sheet and says what taking it in would do, beside the gatherings that
// are here already.
func (p *Plan) Try(here []meeting.Record, t Taking) {
	p.Reading = Read(p.Sheet(), p.Layout, p.Options)
	p.Outcome = compare(p.Reading, here, p.Options, t)
}

// Projects are the estates that a reading is about.
func (r Reading) Projects() (all []app.ProjectID) {
	for _, e := range r.Entries {
		if !slices.Contains(all, e.Project) {
			all = append(all, e.Project)
		}
	}
	return all
}

// Told tells whether a gathering may be one of a reading's: only such are compared.
func (r Reading) Told(h meeting.Head, zone *time.Location) bool {
	return slices.ContainsFunc(r.Entries, func(e Entry) bool { return e.day(zone) == dayOf(h.Project, h.Details, zone) })
}

func (e Entry) day(zone *time.Location) string { return dayOf(e.Project, e.Event, zone) }

// dayOf tells events apart by estate, name and day.
func dayOf(p app.ProjectID, d meeting.Details, zone *time.Location) string {
	return fmt.Sprint(p, "|", squeezed(d.Title), "|", d.Begins.In(zone).Format(time.DateOnly))
}

func squeezed(s string) string { return strings.Join(strings.Fields(fold.Key(s)), "") }

// gathering tells apart what becomes one gathering.
func (e Entry) gathering() string {
	d := e.Event
	return fmt.Sprint(e.Project, "|", squeezed(d.Title), "|", d.Begins.Unix(), "|", d.Recorder, "|", squeezed(d.Helpers), "|", squeezed(d.Place), "|", d.Subject)
}

// words tells opinions apart by what was said and by whom.
func words(v meeting.Opinion) string {
	return strings.Join([]string{squeezed(v.Name), squeezed(v.Phone), squeezed(v.Room), squeezed(v.Text)}, "|")
}

// compare says which rows are new and which are here already: the same words, of the
// same person, at the same event. Whoever wrote the same twice finds it twice.
func compare(r Reading, here []meeting.Record, o Options, t Taking) Outcome {
	c := comparing{reading: r, zone: o.Zone, problems: map[int][]register.Problem{}, fatal: map[int]bool{}, there: map[string]int{}, numbers: map[string]string{}}
	for _, p := range r.Problems {
		if p.Rule == ColumnLeft || p.Rule == register.ColumnMissing || p.Rule == register.HeadingMissing {
			c.Notes = append(c.Notes, p)
			continue
		}
		c.note(p)
	}
	c.learn(here)
	groups := c.sortOut()
	for _, group := range groups {
		c.order(group, o, t)
	}
	c.count()
	return c.Outcome
}

// comparing is a comparison under way.
type comparing struct {
	Outcome
	reading  Reading
	zone     *time.Location
	problems map[int][]register.Problem
	fatal    map[int]bool
	there    map[string]int    // how often words are here already, by event
	numbers  map[string]string // of the gatherings that are here, by event
}

func (c *comparing) note(p register.Problem) {
	c.problems[p.Row] = append(c.problems[p.Row], p)
	c.fatal[p.Row] = c.fatal[p.Row] || p.Fatal
}

func (c *comparing) learn(here []meeting.Record) {
	for _, r := range here {
		if r.Kind != meeting.Gathering || r.State == meeting.Cancelled {
			continue
		}
		day := dayOf(r.Project, r.Details, c.zone)
		c.numbers[day] = r.Number
		for _, v := range r.Opinions {
			c.there[day+words(v)]++
		}
	}
}

// sortOut finds the rows that are here already, and what belongs together of the rest.
func (c *comparing) sortOut() (groups [][]*Entry) {
	seen, at := map[string]int{}, map[string]int{}
	for i := range c.reading.Entries {
		e := &c.reading.Entries[i]
		day := e.day(c.zone)
		key := day + words(e.Opinion)
		if c.there[key] > 0 {
			c.there[key]--
			c.Lines = append(c.Lines, Line{Row: e.Row, State: register.Unchanged, Entry: e, Problems: c.problems[e.Row]})
			continue
		}
		if first, again := seen[key]; again {
			c.say(e, SameRow, strconv.Itoa(first), false)
		} else {
			seen[key] = e.Row
		}
		if number := c.numbers[day]; number != "" {
			c.say(e, EventKnown, number, false)
		}
		k := e.gathering()
		if _, there := at[k]; !there {
			at[k] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[k]] = append(groups[at[k]], e)
	}
	return groups
}

func (c *comparing) say(e *Entry, rule, value string, fatal bool) {
	c.note(register.Problem{Sheet: c.reading.Sheet, Row: e.Row, Rule: rule, Value: value, Fatal: fatal})
}

// order is what is handed in of one event, tried by the rules of gatherings.
func (c *comparing) order(group []*Entry, o Options, t Taking) {
	order := meeting.GatherOrder{Project: group[0].Project, By: t.By, Details: group[0].Event, Register: t.Register}
	for _, e := range group {
		order.Opinions = append(order.Opinions, e.Opinion)
	}
	if t.By != 0 {
		c.tried(group, order, o, t)
	}
	for _, e := range group {
		if !c.fatal[e.Row] {
			c.Lines = append(c.Lines, Line{Row: e.Row, State: register.New, Entry: e, Problems: c.problems[e.Row]})
		}
	}
	if !c.fatal[group[0].Row] {
		c.Orders = append(c.Orders, order)
	}
}

// tried says of each row of an event why it would not be kept.
func (c *comparing) tried(group []*Entry, order meeting.GatherOrder, o Options, t Taking) {
	_, err := meeting.Gather(order, t.Rooms[order.Project], o.Ground, o.Now)
	if err == nil {
		return
	}
	rule, value := Refused, order.Title
	var faults app.Faults
	if errors.As(err, &faults) && slices.ContainsFunc(faults, func(f app.Invalid) bool { return f.Field == "by" }) {
		rule, value = NotAllowed, o.Ground.Staff[t.By].Name
	}
	for _, e := range group {
		c.say(e, rule, value, true)
	}
}

func (c *comparing) count() {
	for row, is := range c.fatal {
		if is {
			c.Lines = append(c.Lines, Line{Row: row, State: register.Refused, Problems: c.problems[row]})
		}
	}
	slices.SortFunc(c.Lines, func(a, b Line) int { return cmp.Compare(a.Row, b.Row) })
	for _, line := range c.Lines {
		switch line.State {
		case register.New:
			c.New++
		case register.Unchanged:
			c.There++
		case register.Refused:
			c.Refused++
		}
	}
}
