package reports

import (
	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/money"
	"ownerdesk/app/workday"
)

// costs is what the month's issues cost, by category; costDepts by department.
func (m monthly) costs() FigureTable {
	return m.costTable("cost", "subject", func(c figures.Costs) []figures.CostRow { return c.BySubject }, m.category)
}

func (m monthly) costDepts() FigureTable {
	return m.costTable("cost-dept", "dept", func(c figures.Costs) []figures.CostRow { return c.ByDept },
		func(key string) string { return named(m, key, m.Dept) })
}

func (m monthly) costTable(table, first string, of func(figures.Costs) []figures.CostRow, name func(string) string) FigureTable {
	var rows []FigureRow
	var sum figures.CostRow
	columns := m.columns([]int{20, 7, 7, 7, 7, 8, 11, 11, 11, 11}, first, "recorded", "unsaid", "paid", "hours", "labour", "material", "extra", "total", "charged")
	if !m.r.Costs.Known { // a freeze from before costs were kept
		return m.table(table, columns, []FigureRow{{Cells: append([]Figure{word(m.Say("month.cost.unknown"))}, make([]Figure, len(columns)-1)...)}})
	}
	for _, r := range of(m.r.Costs) {
		rows = append(rows, m.costRow(name(r.Key), r))
		sum.Add(r)
	}
	if len(rows) > 0 {
		total := m.costRow(m.Say("month.sum"), sum)
		total.Total = true
		rows = append(rows, total)
	}
	t := m.table(table, columns, rows)
	t.Note = m.Say("month.cost.note", m.currency())
	return t
}

// costRow leaves sums out where nothing is recorded: they would be taken for noughts.
func (m monthly) costRow(name string, r figures.CostRow) FigureRow {
	row := FigureRow{Issues: r.Issues(), Cells: []Figure{word(name), m.count(r.Recorded), m.count(r.Unsaid), m.count(r.Paid)}}
	sums := []Figure{
		hoursOf(r.Hours, r.Recorded), sumOf(r.Labour, r.Recorded), sumOf(r.Material, r.Recorded), sumOf(r.Other, r.Recorded),
		sumOf(r.Total(), r.Recorded), sumOf(r.Charged, r.Paid),
	}
	for _, sum := range sums {
		if len(r.Recorded) == 0 {
			sum = word(m.Say("kpi.none"))
		}
		row.Cells = append(row.Cells, sum)
	}
	return row
}

// currency is what the amounts of a table are in.
func (m monthly) currency() string {
	region := m.Ground.Office.Region
	if !m.Has("money.unit." + string(region)) {
		region = workday.CN
	}
	return m.Say("money.unit." + string(region))
}

// sumOf is an amount with the issues that it is of.
func sumOf(f money.Fen, ids []app.IssueID) Figure {
	return Figure{Text: f.Grouped(), Value: f.Float(), Measure: Decimal, Issues: ids}
}

func hoursOf(h money.Hours, ids []app.IssueID) Figure {
	return Figure{Text: h.String(), Value: h.Float(), Measure: Decimal, Issues: ids}
}
