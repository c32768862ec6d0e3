package console

import (
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/figures"
)

// costsJSON is what the issues of a month cost, for other programs.
type costsJSON struct {
	BySubject []costRowJSON `json:"by_subject"`
	ByDept    []costRowJSON `json:"by_department"`
}

// costRowJSON is one line of it. Hours and amounts are exact decimals, as text.
type costRowJSON struct {
	Subject  string   `json:"subject,omitempty"`    // its code
	Dept     string   `json:"department,omitempty"` // its name; not there where none is named
	Hours    string   `json:"hours"`
	Labour   string   `json:"labour"`
	Material string   `json:"material"`
	Other    string   `json:"other"`
	Total    string   `json:"total"`
	Charged  string   `json:"charged"`
	With     int      `json:"with_cost"`
	Without  int      `json:"without_cost"` // nobody recorded one
	Recorded []string `json:"with_cost_issues"`
	Unsaid   []string `json:"without_cost_issues"`
	Paid     []string `json:"charged_issues"`
}

func costsOf(k figures.Costs, g app.Ground, number func([]app.IssueID) []string) costsJSON {
	said := costsJSON{[]costRowJSON{}, []costRowJSON{}}
	for _, r := range k.BySubject {
		row := costRowOf(r, number)
		row.Subject = r.Key
		said.BySubject = append(said.BySubject, row)
	}
	for _, r := range k.ByDept {
		row := costRowOf(r, number)
		id, _ := strconv.ParseInt(r.Key, 10, 64) // no key is no department
		row.Dept = g.Departments[app.DeptID(id)].Name
		said.ByDept = append(said.ByDept, row)
	}
	return said
}

func costRowOf(r figures.CostRow, number func([]app.IssueID) []string) costRowJSON {
	return costRowJSON{
		Hours: r.Hours.String(), Labour: r.Labour.String(), Material: r.Material.String(), Other: r.Other.String(),
		Total: r.Total().String(), Charged: r.Charged.String(), With: len(r.Recorded), Without: len(r.Unsaid),
		Recorded: number(r.Recorded), Unsaid: number(r.Unsaid), Paid: number(r.Paid),
	}
}
