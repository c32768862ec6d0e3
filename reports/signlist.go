package reports

import (
	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// SignList is what one department signs for when it is handed its slips: one
// line a slip. It shows nobody's name, since it lies open on the desk.
func SignList(f Facts, dept app.DeptID, cases []app.Case) Document {
	t := paper.Table{Columns: []paper.Column{
		f.column("list.no", 11), f.column("list.number", 40), f.column("list.sign.kind", 24), f.column("list.place", 20), f.column("list.sign.about", 0),
		f.column("list.sign.urgency", 20), f.column("list.sign.due", 42), f.column("list.sign.who", 30), f.column("list.sign.at", 30),
	}}
	estate := app.ProjectID(0)
	for _, c := range cases {
		r, there := c.Current()
		help, helping := helps(c, dept)
		if !there || r.Slip == app.NoSlip || r.Lead != dept && !helping {
			continue
		}
		about, due := f.Category(c.Category), r.Due
		if helping {
			about, due = f.Say("list.sign.helping", about), help.Due
		}
		estate = c.Project
		t.Rows = append(t.Rows, []string{
			ordinal(len(t.Rows) + 1), r.Number, say.Code(f.Voice, c.Kind), f.Short(c.Place, say.Masked), about,
			say.Code(f.Voice, c.Urgency), f.Due(due), "", "",
		})
	}
	about := dotted(f.Say("list.sign.dept", f.Dept(dept)), f.Say("list.period", f.Day(f.At)), f.Count("list.rows", len(t.Rows)))
	return Document{
		Sheet:  f.sheet(formSignList, f.Say("list.sign.title"), f.Project(estate), paper.A4Wide),
		Blocks: []paper.Block{paper.Note(about), t, paper.Gap(4), f.signs(f.Say("list.sign.given", f.By.Name), f.Say("list.sign.taken"))},
	}
}
