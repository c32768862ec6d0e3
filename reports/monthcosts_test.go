package reports

import (
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/assets/lang"
)

// The month says by category and by department what its issues cost, each figure with
// the issues that it is of; a freeze from before says that it was not known then.
func TestAMonthSaysWhatItsIssuesCost(t *testing.T) {
	f := office(t, lang.Traditional)
	rows := []figures.CostRow{
		{Key: "EQ", Recorded: []app.IssueID{1, 2}, Unsaid: []app.IssueID{3}, Paid: []app.IssueID{2}, Hours: 350, Labour: 21000, Material: 123450, Other: 8000, Charged: 50000},
		{Key: "LK", Recorded: []app.IssueID{4}, Hours: 50}, {Key: "CL", Unsaid: []app.IssueID{5}},
	}
	m := NewMonth(f, figures.Report{Costs: figures.Costs{Known: true, BySubject: rows, ByDept: rows}}, PlaceNames{})
	table := m.Table("cost")
	for i, want := range []string{"設施設備|2|1|1|3.5|210.00|1,234.50|80.00|1,524.50|500.00", "滲漏水|1|0|0|0.5|0.00|0.00|0.00|0.00|0.00", "環境衛生|0|1|0|—|—|—|—|—|—", "合計|3|2|1|4|210.00|1,234.50|80.00|1,524.50|500.00"} {
		if i >= len(table.Rows) || across(table.Rows[i]) != want {
			t.Fatalf("row %d says %v, want %s", i, table.Rows, want)
		}
	}
	if ids := table.Rows[0].Cells[8].Issues; len(ids) != 2 || len(table.Rows[0].Issues) != 3 || len(table.Rows[0].Cells[9].Issues) != 1 {
		t.Errorf("the total is of %v", ids)
	}
	if !strings.Contains(table.Note, "元") || len(m.Table("cost-dept").Rows) != 4 {
		t.Errorf("the note is %q", table.Note)
	}
	older := NewMonth(f, figures.Report{}, PlaceNames{}).Table("cost")
	if len(older.Rows) != 1 || older.Rows[0].Cells[0].Text != f.Say("month.cost.unknown") {
		t.Errorf("an older freeze says %v", older.Rows)
	}
}
