package reports

import (
	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/reports/paper"
)

// ActionList is the list of action items to be seen to, the most pressing first.
func ActionList(f Facts, estate app.ProjectID, about string, all []meeting.Action) Document {
	v := f.seat(Sitting{}, false)
	today := workday.DayOf(f.Here(f.At))
	t := paper.Table{Small: true, Columns: []paper.Column{
		f.column("list.no", 10), f.column("paper.col.action", 36), f.column("paper.col.what", 0), f.column("paper.col.who", 36),
		f.column("paper.col.given", 23), f.column("paper.col.due", 26), f.column("paper.col.late", 20), f.column("paper.col.state", 44),
		f.column("paper.col.carried", 14), f.column("paper.col.verified", 22)}}
	for i, a := range all {
		late := ""
		if a.Late(today) {
			late = f.Say("paper.days", f.Ground.Calendar.Left(f.At, a.Due.AddDays(1).At(0, f.Ground.Calendar.Loc)).Workdays)
		}
		t.Rows = append(t.Rows, []string{
			ordinal(i + 1), a.Number, v.free(a.What), v.whom(a.Task), f.Day(a.Given), v.dueOf(a), late, v.stateOf(a), v.carriedOf(a), v.verifiedOf(a)})
	}
	return Document{
		Sheet:  f.sheet(formActions, f.Say("paper.actions"), f.estateName(estate), paper.A4Wide),
		Blocks: []paper.Block{paper.Note(dotted(about, f.Count("list.rows", len(all)))), t},
	}
}
