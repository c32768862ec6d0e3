package reports

import (
	"math"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/reports/chart"
	"ownerdesk/reports/say"
)

// Month is a month's figures in words: what screen, paper and sheet show.
type Month struct {
	Title   string // 2026 年 10 月
	Basis   string // what was counted, as of when
	Nothing string // in place of a table without rows
	Tables  []FigureTable
	Charts  []NamedChart
	Tracked Tracking // improvement measures open in the month or closed in it
}

// NamedChart is a chart with its title and what it was drawn from.
type NamedChart struct {
	Name, Title string
	chart.Chart
}

// PlaceNames are what the places are called that figures know by their keys.
type PlaceNames struct {
	Areas     map[app.AreaID]string
	Buildings map[app.BuildingID]string
	Places    map[app.IssueID]string // of the first issue of a row about a place
}

// NewMonth words a month's report.
func NewMonth(f Facts, r figures.Report, p PlaceNames) Month {
	m := monthly{f, r, p}
	from := f.Here(r.Scope.From)
	month := Month{
		Title: f.Month(from.Year(), from.Month()),
		Basis: f.Say("month.basis", f.Moment(r.Scope.At), r.Scope.Households), Nothing: f.Say("pack.nothing"),
	}
	for _, table := range []func() FigureTable{
		m.kpis, m.kinds, m.departments, m.subjects, m.topics, m.areas, m.levels, m.handlers, m.causes, m.ages,
		m.problems, m.buildings, m.hot, m.again, m.unresolved, m.costs, m.costDepts, m.gathered,
	} {
		month.Tables = append(month.Tables, table())
	}
	month.Charts = m.charts()
	return month
}

// monthly words one report.
type monthly struct {
	Facts
	r figures.Report
	p PlaceNames
}

func (m monthly) table(name string, columns []FigureColumn, rows []FigureRow) FigureTable {
	t := FigureTable{Name: name, Title: m.Say("month.table." + name), Columns: columns, Rows: rows}
	if key := "month.note." + name; m.Has(key) {
		t.Note = m.Say(key)
	}
	return t
}

// columns are a table's: each name with its share of the width, names at the left.
func (m monthly) columns(wide []int, names ...string) []FigureColumn {
	all := make([]FigureColumn, len(names))
	for i, n := range names {
		all[i] = FigureColumn{Title: m.Say("month.col." + n), Wide: wide[i], Right: i > 0, Name: n}
	}
	return all
}

func find(rates []figures.Rate, key figures.Key) figures.Rate {
	for _, r := range rates {
		if r.Key == key {
			return r
		}
	}
	return figures.Rate{Key: key, Times: 1}
}

// known is a figure of an earlier month; none where nothing came in yet.
func known(rates []figures.Rate, key figures.Key) figures.Rate {
	if all := find(rates, figures.Acceptance); all.Key == key || all.Den > 0 {
		return find(rates, key)
	}
	return figures.Rate{Key: key, Times: 1}
}

// kpis is the panel of all figures with their targets and what they were before.
func (m monthly) kpis() FigureTable {
	var rows []FigureRow
	for _, r := range m.r.Rates {
		now := m.rate(r)
		target := word("")
		if want, aimed := figures.TargetOf(r.Key, m.Ground.Rules); aimed {
			now.Light = want.Light(r)
			key := "month.target.least"
			if want.AtMost {
				key = "month.target.most"
			}
			target = Figure{Text: m.Say(key, want.Percent), Value: float64(want.Percent) / 100, Measure: Share}
		}
		before, lastYear := known(m.r.Before, r.Key), known(m.r.LastYear, r.Key)
		rows = append(rows, FigureRow{Issues: r.Told(), Cells: []Figure{
			word(m.Say("kpi." + string(r.Key))), now, m.numbered(r.Num, r.Above), target,
			m.rate(before), m.change(r, before), m.rate(lastYear), m.immature(r),
		}})
	}
	rows = append(rows, m.spread("kpi.handling", m.r.Handling.Working), m.spread("kpi.emergency", m.r.Handling.Emergency))
	rows = append(append(append(rows, m.beside()...), m.waits()...), m.gatheredSums()...)
	return m.table("kpi", m.columns([]int{19, 18, 6, 10, 17, 8, 16, 6}, "kpi", "value", "num", "target", "before", "change", "lastyear", "immature"), rows)
}

// waits are the rows of what was suspended, and of the figures without that time; a
// freeze from before it was known says so.
func (m monthly) waits() []FigureRow {
	row := func(key string, said, n Figure, of []app.IssueID) FigureRow {
		return FigureRow{Issues: of, Cells: []Figure{word(m.Say(key)), said, n, {}, {}, {}, {}, {}}}
	}
	w := m.r.Waits
	if !w.Known {
		return []FigureRow{row("kpi.waits.now", word(m.Say("month.not-known-then")), Figure{}, nil)}
	}
	return []FigureRow{
		m.spread("kpi.waits.handling", w.Without.Working), m.spread("kpi.waits.emergency", w.Without.Emergency),
		row("kpi.waits.counted", m.rate(w.Counted), m.numbered(w.Counted.Num, w.Counted.Above), w.Counted.Above),
		row("kpi.waits.left-out", m.rate(w.LeftOut), m.numbered(w.LeftOut.Num, w.LeftOut.Above), w.LeftOut.Above),
		row("kpi.waits.now", word(""), m.count(w.Now), w.Now),
		row("kpi.waits.late", word(""), m.count(w.Late), w.Late),
	}
}

// beside are the rows of what is said beside the rates.
func (m monthly) beside() []FigureRow {
	b := m.r.Beside
	row := func(key string, said, n Figure, of []app.IssueID) FigureRow {
		return FigureRow{Issues: of, Cells: []Figure{word(m.Say(key)), said, n, {}, {}, {}, {}, {}}}
	}
	return []FigureRow{
		row("kpi.beside.reached", m.rate(b.Reached), m.numbered(b.Reached.Num, b.Reached.Above), b.Reached.Below),
		row("kpi.beside.households", m.rate(b.Households), m.numbered(b.Households.Num, b.Households.Above), b.Households.Above),
		row("kpi.beside.returns", word(""), m.numbered(b.Returns, b.Returned), b.Returned),
		row("kpi.beside.approval", word(""), m.count(b.ByApproval), b.ByApproval),
		row("kpi.beside.late", word(""), m.count(b.LateNotices), b.LateNotices),
		row("kpi.beside.integrity", word(m.integrity()), m.integrityCount(), b.Integrity),
	}
}

// integrity says of an older freeze that complaints about integrity were not counted
// apart then.
func (m monthly) integrity() string {
	if m.r.Beside.Integrity == nil {
		return m.Say("month.not-known-then")
	}
	return ""
}

func (m monthly) integrityCount() Figure {
	if m.r.Beside.Integrity == nil {
		return Figure{}
	}
	return m.count(m.r.Beside.Integrity)
}

func (m monthly) numbered(n int, ids []app.IssueID) Figure {
	c := m.number(n)
	c.Issues = ids
	return c
}

func (m monthly) immature(r figures.Rate) Figure {
	if r.Immature == 0 {
		return word("")
	}
	return m.number(r.Immature)
}

// change is the difference to an earlier rate in percentage points, where both
// stand on enough issues.
func (m monthly) change(now, before figures.Rate) Figure {
	a, there := now.Value()
	b, was := before.Value()
	if !there || !was || now.Times > 1 || now.Den < say.Fewest || before.Den < say.Fewest {
		return word("")
	}
	points := math.Round((a-b)*1000) / 10
	if points == 0 { // not minus nothing
		points = 0
	}
	text := strconv.FormatFloat(points, 'f', 1, 64)
	if points > 0 {
		text = "+" + text
	}
	return Figure{Text: text, Value: points, Measure: Points}
}

func (m monthly) spread(key string, s figures.Spread) FigureRow {
	said := word(m.Say("kpi.none"))
	if s.N > 0 {
		said = word(m.Say("month.spread", m.Hours(s.Mean), m.Hours(s.Median), m.Hours(s.P90)))
	}
	return FigureRow{Issues: s.Issues, Cells: []Figure{word(m.Say(key)), said, m.numbered(s.N, s.Issues), {}, {}, {}, {}, {}}}
}

func (m monthly) kinds() FigureTable {
	columns, rows := m.grid(m.r.ByKind, m.Say("month.col.kind"), m.code, m.code)
	t := m.table("kind", columns, rows)
	if n := len(m.r.Praise); n > 0 {
		t.Note = m.Say("month.note.praise", n)
	}
	return t
}

func (m monthly) levels() FigureTable {
	columns, rows := m.grid(m.r.ByLevel, m.Say("month.col.level"), m.code, func(s string) string {
		if s == "" {
			return m.Say("month.none")
		}
		return m.Say("month.stage." + s)
	})
	return m.table("level", columns, rows)
}

// code is a code in words; what has none is said to have none.
func (m monthly) code(c string) string {
	if c == "" {
		return m.Say("month.none")
	}
	return say.Code(m.Voice, c)
}

func (m monthly) category(c string) string {
	if c == "" {
		return m.Say("month.none")
	}
	return m.Category(app.Category(c))
}

func named[T ~int64](m monthly, key string, name func(T) string) string {
	n, _ := strconv.ParseInt(key, 10, 64)
	if n == 0 {
		return m.Say("month.none")
	}
	return name(T(n))
}

// departments is T2: what each department was given, and how it did.
func (m monthly) departments() FigureTable {
	return m.table("dept", m.performing("dept"),
		m.performance(m.r.ByDept, func(key string) string { return named(m, key, m.Dept) }))
}

func (m monthly) handlers() FigureTable {
	return m.table("handler", m.performing("handler"),
		m.performance(m.r.ByHandler, func(key string) string { return named(m, key, m.Staff) }))
}

func (m monthly) performing(first string) []FigureColumn {
	return m.columns([]int{16, 6, 6, 8, 7, 7, 17, 16, 17}, first, "received", "before", "lastyear", "completed", "overdue", "ontime", "rework", "satisfied")
}

func (m monthly) performance(all []figures.Row, name func(string) string) []FigureRow {
	var rows []FigureRow
	for _, r := range all {
		rows = append(rows, FigureRow{Issues: r.Issues, Cells: []Figure{
			word(name(r.Key)), m.count(r.Issues), m.number(r.Before), m.number(r.LastYear), m.number(r.Completed), m.number(r.Overdue), m.rate(r.OnTime), m.rate(r.Reworked), m.rate(r.Satisfied),
		}})
	}
	return rows
}

// mostSubjects is how many subjects T3 lists.
const mostSubjects = 10

func (m monthly) subjects() FigureTable {
	return m.table("subject", m.columns([]int{35, 13, 13, 13, 13, 13}, "subject", "received", "share", "before", "more", "lastyear"),
		m.frequency(m.r.BySubject, mostSubjects, m.category))
}

func (m monthly) topics() FigureTable {
	return m.table("topic", m.columns([]int{35, 13, 13, 13, 13, 13}, "topic", "received", "share", "before", "more", "lastyear"),
		m.frequency(m.r.ByTopic, 2*mostSubjects, m.category))
}

func (m monthly) causes() FigureTable {
	return m.table("cause", m.columns([]int{35, 13, 13, 13, 13, 13}, "cause", "received", "share", "before", "more", "lastyear"),
		m.frequency(m.r.Causes, mostSubjects, m.code))
}

// frequency lists the most frequent with their share of all, the difference to the
// month before, and the same month a year before.
func (m monthly) frequency(all []figures.Row, most int, name func(string) string) []FigureRow {
	whole := 0
	for _, r := range all {
		whole += len(r.Issues)
	}
	var rows []FigureRow
	for _, r := range all[:min(most, len(all))] {
		more := len(r.Issues) - r.Before
		change := m.number(more)
		if more > 0 {
			change.Text = "+" + change.Text
		}
		rows = append(rows, FigureRow{Issues: r.Issues, Cells: []Figure{
			word(name(r.Key)), m.count(r.Issues), m.part(len(r.Issues), whole), m.number(r.Before), change, m.number(r.LastYear),
		}})
	}
	return rows
}

// areas is T4: per hundred households of each area.
func (m monthly) areas() FigureTable {
	var rows []FigureRow
	for _, r := range m.r.ByArea {
		each := word(m.Say("kpi.none"))
		if r.Households > 0 {
			v := float64(len(r.Issues)) * 100 / float64(r.Households)
			each = Figure{Text: strconv.FormatFloat(v, 'f', 2, 64), Value: v, Measure: Decimal}
		}
		rows = append(rows, FigureRow{Issues: r.Issues, Cells: []Figure{
			word(named(m, r.Key, func(a app.AreaID) string { return m.p.Areas[a] })), m.count(r.Issues), m.number(r.Before), m.number(r.LastYear), m.number(r.Households), each,
		}})
	}
	return m.table("area", m.columns([]int{35, 13, 13, 13, 13, 13}, "area", "received", "before", "lastyear", "households", "each"), rows)
}

func (m monthly) ages() FigureTable {
	var rows []FigureRow
	for _, r := range m.r.Ageing {
		rows = append(rows, FigureRow{Issues: r.Issues, Cells: []Figure{word(m.Say("month.age." + r.Key)), m.count(r.Issues)}})
	}
	return m.table("age", m.columns([]int{70, 30}, "age", "open"), rows)
}
