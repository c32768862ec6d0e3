package reports

import (
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/reports/say"
)

// problems lists what concerns many, by the rule or by hand.
func (m monthly) problems() FigureTable {
	var rows []FigureRow
	for _, p := range m.r.Problems {
		what := m.category(string(p.Category))
		if p.Where != "" {
			what += " · " + m.p.Places[p.Issues[0]]
		}
		areas := make([]string, len(p.Areas))
		for i, a := range p.Areas {
			areas[i] = m.p.Areas[a]
		}
		how := "month.problem.rule"
		if p.ByHand {
			how = "month.problem.hand"
		}
		rows = append(rows, FigureRow{Issues: p.Issues, Cells: []Figure{
			word(what), word(m.List(areas)), m.number(p.Rooms), m.count(p.Issues), m.number(p.Month), m.number(p.Before), word(m.Say(how)),
		}})
	}
	t := m.table("problem", m.columns([]int{30, 20, 10, 10, 10, 10, 10}, "topic", "area", "rooms", "cases", "thismonth", "before", "how"), rows)
	t.Columns[1].Right = false
	return t
}

// buildings counts buildings by subjects; what is over its control limit is marked.
func (m monthly) buildings() FigureTable {
	g := m.r.ByBuilding
	columns, rows := m.grid(g, m.Say("month.col.building"), func(key string) string {
		return named(m, key, func(b app.BuildingID) string { return m.p.Buildings[b] })
	}, m.category)
	for _, c := range m.r.Hot {
		row := slices.Index(g.Rows, strconv.FormatInt(int64(c.Building), 10))
		column := slices.Index(g.Columns, string(c.Subject))
		if row < 0 || column < 0 {
			continue
		}
		cell := &rows[row].Cells[column+1]
		cell.Light, cell.Text = figures.Red, m.Say("month.over", cell.Text)
	}
	for i := range columns[1:] {
		columns[i+1].Wide = 5 // subjects are many, buildings have short names
	}
	return m.table("building", columns, rows)
}

func (m monthly) hot() FigureTable {
	var rows []FigureRow
	for _, c := range m.r.Hot {
		rows = append(rows, FigureRow{Issues: c.Issues, Cells: []Figure{
			word(m.p.Buildings[c.Building]), word(m.category(string(c.Subject))), m.count(c.Issues),
			{Text: strconv.FormatFloat(c.Mean, 'f', 2, 64), Value: c.Mean, Measure: Decimal},
			{Text: strconv.FormatFloat(c.Limit, 'f', 2, 64), Value: c.Limit, Measure: Decimal},
		}})
	}
	t := m.table("hot", m.columns([]int{26, 32, 14, 14, 14}, "building", "subject", "received", "mean", "limit"), rows)
	t.Columns[1].Right = false
	return t
}

func (m monthly) again() FigureTable {
	var rows []FigureRow
	for _, r := range m.r.SameAgain {
		rows = append(rows, FigureRow{Issues: r.Issues, Cells: []Figure{word(m.p.Places[r.Issues[0]]), m.count(r.Issues), m.number(r.Before), word(m.numbers(r.Issues))}})
	}
	t := m.table("again", m.columns([]int{24, 10, 10, 56}, "place", "received", "before", "numbers"), rows)
	t.Columns[3].Right = false
	return t
}

// numbers lists issues by the number people know.
func (m monthly) numbers(ids []app.IssueID) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = m.r.Numbers[id]
	}
	return strings.Join(all, " ")
}

// unresolved lists what is still to be done, the longest overdue first.
func (m monthly) unresolved() FigureTable {
	var rows []FigureRow
	for _, o := range m.r.Unresolved {
		late := word("")
		if o.Late {
			late = m.number(o.Overdue)
			late.Light = figures.Red
		}
		rows = append(rows, FigureRow{Issues: []app.IssueID{o.ID}, Cells: []Figure{
			word(m.r.Numbers[o.ID]), word(say.Code(m.Voice, o.Kind)), word(m.category(string(o.Category))), word(m.p.Areas[o.Area]),
			word(m.Dept(o.Lead)), word(m.Day(o.Received)), word(m.Due(o.Due)), late,
		}})
	}
	t := m.table("unresolved", m.columns([]int{17, 8, 20, 8, 12, 12, 15, 8}, "number", "kind", "topic", "area", "dept", "came", "due", "late"), rows)
	for i := range t.Columns[:len(t.Columns)-1] {
		t.Columns[i].Right = false
	}
	return t
}
