package console

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/fold"
	"ownerdesk/reports/say"
)

// kpiJSON is one figure for other programs. The value is a share from 0 to 1, or
// so many per 100 households, and null where there is nothing to divide by.
type kpiJSON struct {
	Key      figures.Key `json:"key"`
	Num      int         `json:"num"`
	Den      int         `json:"den"`
	Value    *float64    `json:"value"`
	Immature int         `json:"immature"`
	Above    []string    `json:"num_issues"`
	Below    []string    `json:"den_issues"`
}

// spreadJSON is how long handling took, in hours.
type spreadJSON struct {
	N      int      `json:"n"`
	Mean   *float64 `json:"mean"`
	Median *float64 `json:"median"`
	P90    *float64 `json:"p90"`
}

// monthJSON is a month's figures for other programs, in office time.
type monthJSON struct {
	Month     string         `json:"month"`
	AsOf      string         `json:"as_of"`
	KPIs      []kpiJSON      `json:"kpis"`
	Handling  spreadJSON     `json:"handling_hours"`
	Emergency spreadJSON     `json:"emergency_hours"`
	Overdue   []string       `json:"overdue_open"`
	Suspended waitsJSON      `json:"suspended"`
	Integrity []string       `json:"integrity"` // complaints about integrity
	Gathered  []gatheredJSON `json:"gathered"`
	Cost      costsJSON      `json:"cost"`
}

// waitsJSON is what was suspended, and the figures without that time.
type waitsJSON struct {
	Now       []string   `json:"now"`
	Late      []string   `json:"past_review"`
	Handling  spreadJSON `json:"handling_hours_left_out"`
	Emergency spreadJSON `json:"emergency_hours_left_out"`
	Counted   []string   `json:"overdue_counted"`
	LeftOut   []string   `json:"overdue_left_out"`
	Open      int        `json:"open"`
}

// kpi prints the figures of a month.
func (c *call) kpi(ctx context.Context, args []string) error {
	o := c.options()
	month, asJSON := monthIn(o), o.flag("json")
	if err := c.only(o, args); err != nil {
		return err
	}
	s, g, scope, err := c.openMonth(ctx, month)
	if err != nil {
		return err
	}
	defer s.Close()
	facts, err := figures.Gather(ctx, s, g, scope)
	if err != nil {
		return err
	}
	gathered, err := scope.Gatherings(ctx, s)
	if err != nil {
		return err
	}
	opinions := scope.Opinions(gathered)
	if *asJSON {
		return c.kpiJSON(scope, facts, opinions, g)
	}
	return c.kpiWords(scope, facts, opinions, c.voice(g))
}

// scope is a month as of a moment: the last whole month as of now, unless said.
func (c *call) scope(g app.Ground, month, asOf string) (figures.Scope, error) {
	loc := g.Office.Location()
	now := c.Now().In(loc)
	year, m, _ := now.AddDate(0, 0, -now.Day()).Date()
	if month != "" {
		t, err := time.ParseInLocation("2006-01", month, loc)
		if err != nil {
			return figures.Scope{}, misled("console.unread.month", month)
		}
		year, m = t.Year(), t.Month()
	}
	at := now.Truncate(time.Second)
	if asOf != "" {
		var err error
		if at, err = c.moment("--as-of", asOf, loc); err != nil {
			return figures.Scope{}, err
		}
	}
	return figures.Month(year, m, at, g.Calendar, 0), nil
}

// oneEstate finds an estate by its name or code; all for no name.
func oneEstate(name string, g app.Ground) (app.ProjectID, error) {
	if name == "" {
		return 0, nil
	}
	var names []string
	for _, id := range slices.Sorted(maps.Keys(g.Projects)) {
		p := g.Projects[id]
		if name == p.Code || fold.Key(name) == fold.Key(p.Name) {
			return id, nil
		}
		names = append(names, p.Name)
	}
	return 0, misled("console.unknown.project", name, strings.Join(names, ", "))
}

// inhabited is the number of households as said, or as the register has it.
func inhabited(ctx context.Context, s Store, p app.ProjectID, said string) (int, error) {
	if said == "" {
		return s.Households(ctx, p)
	}
	n, err := strconv.Atoi(said)
	if err != nil || n < 1 {
		return 0, misled("console.kpi.households", said)
	}
	return n, nil
}

func (c *call) kpiJSON(s figures.Scope, facts []figures.Fact, o figures.Opinions, g app.Ground) error {
	number := numbers(facts)
	said := monthJSON{Month: s.From.Format("2006-01"), AsOf: clock(s.At), Overdue: []string{}, Gathered: gatheredOf(o, g)}
	for _, r := range s.Rates(facts) {
		k := kpiJSON{Key: r.Key, Num: r.Num, Den: r.Den, Immature: r.Immature, Above: number(r.Above), Below: number(r.Below)}
		if v, there := r.Value(); there {
			k.Value = &v
		}
		if r.Key == figures.Overdue {
			said.Overdue = k.Above
		}
		said.KPIs = append(said.KPIs, k)
	}
	h := s.HandlingHours(facts)
	said.Handling, said.Emergency = spread(h.Working), spread(h.Emergency)
	w := s.Waits(facts)
	said.Suspended = waitsJSON{number(w.Now), number(w.Late), spread(w.Without.Working), spread(w.Without.Emergency),
		number(w.Counted.Above), number(w.LeftOut.Above), w.Counted.Den}
	said.Integrity = number(s.Beside(facts).Integrity)
	said.Cost = costsOf(s.Costs(facts), g, number)
	return c.json(said)
}

func spread(s figures.Spread) spreadJSON {
	if s.N == 0 {
		return spreadJSON{}
	}
	return spreadJSON{s.N, &s.Mean, &s.Median, &s.P90}
}

// numbers names issues by the number people know.
func numbers(facts []figures.Fact) func([]app.IssueID) []string {
	known := make(map[app.IssueID]string, len(facts))
	for _, f := range facts {
		known[f.ID] = f.Number
	}
	return func(ids []app.IssueID) []string {
		all := make([]string, len(ids))
		for i, id := range ids {
			all[i] = known[id]
		}
		return all
	}
}

// clock writes a moment in office time, with seconds only where there are some.
func clock(t time.Time) string {
	if t.Second() != 0 {
		return t.Format("2006-01-02T15:04:05")
	}
	return t.Format("2006-01-02T15:04")
}

func (c *call) kpiWords(s figures.Scope, facts []figures.Fact, o figures.Opinions, v say.Voice) error {
	lines := []string{c.words.Say("console.kpi.head", s.From.Format("2006-01"), v.Moment(s.At), s.Households)}
	for _, r := range s.Rates(facts) {
		line := wide(v.Say("kpi."+string(r.Key)), 44) + " " + v.Rate(r)
		if r.Immature > 0 {
			line += "  " + v.Count("kpi.immature", r.Immature)
		}
		lines = append(lines, line)
	}
	h := s.HandlingHours(facts)
	lines = append(lines, c.spreadWords(v, "kpi.handling", h.Working), c.spreadWords(v, "kpi.emergency", h.Emergency))
	b, w := s.Beside(facts), s.Waits(facts)
	lines = append(lines, c.spreadWords(v, "kpi.waits.handling", w.Without.Working), c.spreadWords(v, "kpi.waits.emergency", w.Without.Emergency))
	for _, beside := range []struct{ key, said string }{
		{"kpi.waits.counted", v.Rate(w.Counted)},
		{"kpi.waits.left-out", v.Rate(w.LeftOut)},
		{"kpi.waits.now", strconv.Itoa(len(w.Now))},
		{"kpi.waits.late", strconv.Itoa(len(w.Late))},
		{"kpi.beside.reached", v.Rate(b.Reached)},
		{"kpi.beside.households", v.Rate(b.Households)},
		{"kpi.beside.returns", strconv.Itoa(b.Returns)},
		{"kpi.beside.approval", strconv.Itoa(len(b.ByApproval))},
		{"kpi.beside.late", strconv.Itoa(len(b.LateNotices))},
		{"kpi.beside.integrity", strconv.Itoa(len(b.Integrity))},
	} {
		lines = append(lines, wide(v.Say(beside.key), 44)+" "+beside.said)
	}
	for _, line := range append(lines, gatheredWords(o, v)...) {
		if _, err := fmt.Fprintln(c.Out, line); err != nil {
			return err
		}
	}
	return nil
}

func (c *call) spreadWords(v say.Voice, key string, s figures.Spread) string {
	said := v.Say("kpi.none")
	if s.N > 0 {
		said = v.Say("kpi.spread", v.Hours(s.Mean), v.Hours(s.Median), v.Hours(s.P90), s.N)
	}
	return wide(v.Say(key), 44) + " " + said
}
