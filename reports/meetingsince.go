package reports

import (
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/reports/paper"
)

// ratesSince are the figures that are no longer as they were frozen, with the
// issues that make the difference.
func (v seated) ratesSince() paper.Table {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("month.col.kpi", 44), v.column("paper.col.frozen", 32), v.column("paper.col.now", 32), v.column("paper.col.issues", 0)}}
	for _, r := range v.s.Since.Rates {
		in, out := v.numbered(r.Entered), v.numbered(r.Left)
		var why []string
		if len(in) > 0 {
			why = append(why, "+ "+few(in))
		}
		if len(out) > 0 {
			why = append(why, "− "+few(out))
		}
		t.Rows = append(t.Rows, []string{v.Say("kpi." + string(r.Key)), v.Rate(r.Was), v.Rate(r.Now), strings.Join(why, "\n")})
	}
	return t
}

// few is the beginning of a long list; how many more there are is said.
func few(all []string) string {
	const most = 12
	if len(all) <= most {
		return strings.Join(all, "  ")
	}
	return strings.Join(all[:most], "  ") + "  … +" + ordinal(len(all)-most)
}

// numbered names issues by the numbers people know.
func (v seated) numbered(ids []app.IssueID) []string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = v.s.Since.Numbers[id]
		if all[i] == "" {
			all[i] = v.s.Numbers[id]
		}
	}
	return all
}

// day is a day on paper; nothing for none.
func (f Facts) day(d workday.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.String()
}
