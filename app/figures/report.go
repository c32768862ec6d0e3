package figures

import (
	"cmp"
	"slices"
	"time"

	"ownerdesk/app"
)

// Report is all that is reported of one month: what is frozen for a meeting and
// shown on the screen. It names issues by id; Numbers says what people call them.
type Report struct {
	Scope    Bounds
	Rates    []Rate
	Before   []Rate // of the month before, as of the same moment
	LastYear []Rate // of the same month a year before
	Handling Handling
	Beside   Beside
	Waits    Waits

	ByKind     Grid  // T1: kind × channel
	ByDept     []Row // T2
	BySubject  []Row // T3, the most frequent first
	ByTopic    []Row // the second level
	ByArea     []Row // T4
	ByLevel    Grid  // T6: level of complaints × state
	ByHandler  []Row
	Praise     []app.IssueID
	Series     []Point // C1, twelve months up to this one
	Causes     []Row   // C2, the most frequent first
	Ageing     []Row   // C5, open issues by working days since receipt
	Problems   []Problem
	ByBuilding Grid   // building × subject
	Hot        []Cell // of these over their control limit
	SameAgain  []Row  // places with several issues
	Unresolved []Open
	Costs      Costs
	Gathered   Opinions
	Numbers    map[app.IssueID]string
}

// Bounds are the bounds of what was counted.
type Bounds struct {
	Project      app.ProjectID
	From, To, At time.Time
	Households   int
}

// Filter leaves the issues that had come in by the cut-off.
func (b Bounds) Filter() app.Filter {
	f := app.Filter{Project: b.Project, From: b.From, To: b.To}
	if known := b.At.Add(time.Second); known.Before(b.To) {
		f.To = known
	}
	return f
}

// Row is one line of a breakdown: how many, and which.
type Row struct {
	Key        string // a code or an id; empty for none
	Issues     []app.IssueID
	Before     int // in the month before
	LastYear   int // in the same month a year before
	Completed  int
	Overdue    int
	OnTime     Rate
	Reworked   Rate
	Satisfied  Rate
	Households int
}

// Grid is a table of counts with two keys, and what each column counted in the
// month before and in the same month a year before.
type Grid struct {
	Rows, Columns    []string
	Cells            [][][]app.IssueID // by row, then column
	Before, LastYear map[string]int
}

// Point is one month of a series.
type Point struct {
	From             time.Time
	Received, Closed int
}

// Open is an issue that is still to be done, with what a list of them says of it.
type Open struct {
	ID       app.IssueID
	Kind     app.Kind
	Category app.Category
	Area     app.AreaID
	Lead     app.DeptID
	Received time.Time
	Due      time.Time
	Late     bool
	Overdue  int // working days past its limit
}

// Surroundings is what breakdowns need beside the issues.
type Surroundings struct {
	Areas     map[app.AreaID]int // households of each area
	Gathering []Gathering        // of the month
}

// Report reckons a month.
func (s Scope) Report(all []Fact, around Surroundings) Report {
	these, before, lastYear := s.cohort(all), s.Before(1).cohort(all), s.Before(12).cohort(all)
	p := s.history(all)
	m := Report{
		Scope: Bounds{s.Project, s.From, s.To, s.At, s.Households},
		Rates: s.rates(these, p), Before: s.rates(before, p), LastYear: s.rates(lastYear, p),
		Handling: s.handling(these), Beside: s.beside(these), Series: s.series(all), Numbers: map[app.IssueID]string{},
	}
	m.Waits = s.waits(these)
	good := compared{accepted(these), accepted(before), accepted(lastYear)}
	kind := func(v seen) string { return string(v.Kind) }
	channel := func(v seen) string { return string(v.Channel) }
	m.ByKind = grid(good, kind, channel, codes(app.Kinds), codes(app.Channels))
	level := func(v seen) string { return string(v.Level) }
	stage := func(v seen) string { return string(v.stage()) }
	m.ByLevel = grid(good.only(func(v seen) bool { return v.Kind == app.Complaint }), level, stage, codes(app.Levels), codes(app.States))
	subject := func(v seen) string { return string(v.Category.Subject()) }
	building := func(v seen) string { return number(v.Building) }
	m.ByBuilding = grid(good.only(func(v seen) bool { return v.Building != 0 }), building, subject, nil, codes(app.Subjects()))
	m.ByDept = breakdown(good, p, func(v seen) string { return number(v.Lead) })
	m.BySubject = byCount(breakdown(good, p, subject))
	m.ByTopic = byCount(breakdown(good, p, func(v seen) string { return string(v.Category) }))
	m.ByHandler = byCount(breakdown(good, p, func(v seen) string { return number(v.Handler) }))
	m.ByArea = breakdown(good, p, func(v seen) string { return number(v.Area) })
	for i := range m.ByArea {
		m.ByArea[i].Households = around.Areas[app.AreaID(id(m.ByArea[i].Key))]
	}
	caused := good.only(func(v seen) bool { return v.Cause != "" })
	m.Causes = byCount(breakdown(caused, p, func(v seen) string { return string(v.Cause) }))
	m.Costs = costs(good.these)
	m.Gathered = s.Opinions(around.Gathering)
	m.Ageing = s.ageing(good.these)
	m.Unresolved = s.unresolved(all)
	m.Problems = s.problems(all)
	m.Hot = s.hot(all)
	m.SameAgain = sameAgain(breakdown(good, p, func(v seen) string { return v.Where }))
	for i := range all {
		f := &all[i]
		if f.Kind == app.Commendation && f.State != app.Void && s.covers(f.Received) {
			m.Praise = append(m.Praise, f.ID)
		}
	}
	m.name(all)
	return m
}

// accepted leaves out what was not accepted.
func accepted(these []seen) []seen {
	return slices.DeleteFunc(slices.Clone(these), func(v seen) bool { return !v.accepted })
}

// stage is how far an issue had come at the cut-off, of the states that a
// breakdown shows.
func (v seen) stage() app.State {
	switch {
	case v.is(app.Closed):
		return app.Closed
	case v.complete():
		return app.Reviewed
	case v.last != nil && !v.undone(*v.last):
		return app.FedBack
	case v.Due.IsZero():
		return app.Accepted
	}
	return app.Handling
}

// name remembers what people call the issues that the month names.
func (m *Report) name(all []Fact) {
	named := map[app.IssueID]bool{}
	add := func(ids []app.IssueID) {
		for _, id := range ids {
			named[id] = true
		}
	}
	for _, rates := range [][]Rate{m.Rates, m.Before, m.LastYear} {
		for _, r := range rates {
			add(r.Below)
			add(r.Above)
		}
	}
	add(m.Praise)
	for _, rows := range [][]Row{m.ByDept, m.BySubject, m.ByTopic, m.ByArea, m.ByHandler, m.Causes, m.Ageing, m.SameAgain} {
		for _, r := range rows {
			add(r.Issues)
		}
	}
	for _, r := range m.Costs.BySubject {
		add(r.Issues())
	}
	for _, p := range m.Problems {
		add(p.Issues)
	}
	for _, c := range m.Hot {
		add(c.Issues)
	}
	for _, o := range m.Unresolved {
		named[o.ID] = true
	}
	for _, r := range m.Gathered.Rows {
		add(r.Issues)
		for i, id := range r.Issues {
			m.Numbers[id] = r.Numbers[i] // for those of another month
		}
	}
	for i := range all {
		if named[all[i].ID] {
			m.Numbers[all[i].ID] = all[i].Number
		}
	}
}

// byCount puts the most frequent first; what has no key comes last.
func byCount(rows []Row) []Row {
	slices.SortStableFunc(rows, func(a, b Row) int {
		if (a.Key == "") != (b.Key == "") {
			return cmp.Compare(b.Key, a.Key)
		}
		return cmp.Compare(len(b.Issues), len(a.Issues))
	})
	return rows
}
