package reports

import (
	"ownerdesk/app"
	"ownerdesk/app/figures"
)

// gathered is what owners said at sales and events of the month, event by event.
func (m monthly) gathered() FigureTable {
	columns := m.columns([]int{20, 13, 16, 9, 10, 6, 6, 6, 6, 6, 6}, "event", "estate", "gathering", "sort", "day", "opinions", "became", "intime", "answered-late", "unanswered", "unanswered-late")
	for i := range columns[:5] {
		columns[i].Right = false
	}
	o := m.r.Gathered
	if !o.Known { // a freeze from before it was counted
		return m.table("gathered", columns, []FigureRow{{Cells: append([]Figure{word(m.Say("month.not-known-then"))}, make([]Figure, len(columns)-1)...)}})
	}
	var rows []FigureRow
	for _, r := range o.Rows {
		row := m.opinionsRow(r, word(r.Title), word(m.Project(r.Project)), word(r.Number), word(m.code(r.Event)), word(m.Day(r.Begins)))
		row.Gathering = r.Gathering
		rows = append(rows, row)
	}
	if len(rows) > 0 {
		total := m.opinionsRow(o.Sum(), word(m.Say("month.sum")), Figure{}, Figure{}, Figure{}, Figure{})
		total.Total = true
		rows = append(rows, total)
	}
	return m.table("gathered", columns, rows)
}

func (m monthly) opinionsRow(r figures.OpinionsRow, first ...Figure) FigureRow {
	return FigureRow{Issues: r.Issues, Cells: append(first,
		m.number(r.Opinions), m.count(r.Issues), m.number(r.InTime), m.number(r.Late), m.number(r.Open), m.number(r.Overdue))}
}

// gatheredSums are their sums in the panel of figures.
func (m monthly) gatheredSums() []FigureRow {
	row := func(key string, said, n Figure, of []app.IssueID) FigureRow {
		return FigureRow{Issues: of, Cells: []Figure{word(m.Say(key)), said, n, {}, {}, {}, {}, {}}}
	}
	if !m.r.Gathered.Known {
		return []FigureRow{row("kpi.gathered.opinions", word(m.Say("month.not-known-then")), Figure{}, nil)}
	}
	sum := m.r.Gathered.Sum()
	return []FigureRow{
		row("kpi.gathered.opinions", word(m.Count("kpi.gathered.events", len(m.r.Gathered.Rows))), m.number(sum.Opinions), nil),
		row("kpi.gathered.became", word(""), m.count(sum.Issues), sum.Issues),
		row("kpi.gathered.in-time", m.rate(sum.Answered()), m.number(sum.InTime), nil),
		row("kpi.gathered.late", word(""), m.number(sum.Late), nil),
		row("kpi.gathered.open", word(""), m.number(sum.Open), nil),
		row("kpi.gathered.overdue", word(""), m.number(sum.Overdue), nil),
	}
}
