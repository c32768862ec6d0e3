package figures

import (
	"cmp"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/money"
)

// Costed is what an issue had cost, and since when that is known.
type Costed struct {
	Since time.Time
	app.Spent
}

// Costs are what the issues of a month cost.
type Costs struct {
	Known     bool      // false where a freeze is older than costs
	BySubject []CostRow // the dearest first
	ByDept    []CostRow
}

// CostRow is one line of them: sums, over those of which the cost is recorded.
type CostRow struct {
	Key      string
	Recorded []app.IssueID
	Unsaid   []app.IssueID // nobody recorded it, which is not nothing
	Paid     []app.IssueID // by their owners, at least in part
	Hours    money.Hours
	Labour   money.Fen
	Material money.Fen
	Other    money.Fen
	Charged  money.Fen
}

// Total is all of it together.
func (r CostRow) Total() money.Fen { return r.Labour + r.Material + r.Other }

// Issues are all that the line is about.
func (r CostRow) Issues() []app.IssueID { return append(slices.Clone(r.Recorded), r.Unsaid...) }

// Add puts another line to this one.
func (r *CostRow) Add(o CostRow) {
	r.Recorded, r.Unsaid, r.Paid = append(r.Recorded, o.Recorded...), append(r.Unsaid, o.Unsaid...), append(r.Paid, o.Paid...)
	r.Hours, r.Labour, r.Material, r.Other, r.Charged = r.Hours+o.Hours, r.Labour+o.Labour, r.Material+o.Material, r.Other+o.Other, r.Charged+o.Charged
}

func costed(all []app.Cost) (known []Costed) {
	for _, k := range all {
		known = append(known, Costed{k.At, k.Spent})
	}
	return known
}

// costOf is what was known at the cut-off.
func (v seen) costOf(all []Costed) (known app.Spent) {
	for _, c := range all {
		if !c.Since.After(v.at) {
			known = c.Spent
		}
	}
	return known
}

// costRow is one issue as a line, with what those merged into it cost: they count
// nowhere else.
func (v seen) costRow() CostRow {
	this := []app.IssueID{v.ID}
	row := CostRow{Unsaid: this}
	for _, all := range append([][]Costed{v.Costs}, v.Joined...) {
		s := v.costOf(all)
		if s.N == 0 {
			continue
		}
		row.Recorded, row.Unsaid = this, nil
		row.Add(CostRow{Hours: s.Hours, Labour: s.Labour, Material: s.Material, Other: s.Other, Charged: s.Charged})
		if s.Charge == app.ChargeYes || s.Charge == app.ChargePart {
			row.Paid = this
		}
	}
	return row
}

// Costs are what the issues of the scope cost, by what was recorded at its cut-off.
func (s Scope) Costs(all []Fact) Costs { return costs(accepted(s.cohort(all))) }

// costs adds a cohort up by category and by department.
func costs(these []seen) Costs {
	by := func(key func(seen) string) []CostRow {
		var rows []CostRow
		at := map[string]int{}
		for _, v := range these {
			k := key(v)
			if _, there := at[k]; !there {
				at[k] = len(rows)
				rows = append(rows, CostRow{Key: k})
			}
			rows[at[k]].Add(v.costRow())
		}
		slices.SortStableFunc(rows, func(a, b CostRow) int {
			return cmp.Or(cmp.Compare(b.Total(), a.Total()), cmp.Compare(len(b.Recorded), len(a.Recorded)), compareKeys(a.Key, b.Key))
		})
		return rows
	}
	return Costs{
		Known:     true,
		BySubject: by(func(v seen) string { return string(v.Category.Subject()) }),
		ByDept:    by(func(v seen) string { return number(v.Lead) }),
	}
}
