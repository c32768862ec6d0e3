package reports

import (
	"strings"

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

// actions is a list of action items.
func (v seated) actions(all []meeting.Action) paper.Table {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("paper.col.action", 21), v.column("paper.col.what", 0), v.column("paper.col.who", 26), v.column("paper.col.due", 23),
		v.column("paper.col.state", 34), v.column("paper.col.carried", 13), v.column("paper.col.verified", 21)}}
	for _, a := range all {
		t.Rows = append(t.Rows, []string{broken(a.Number), v.free(a.What), v.whom(a.Task), v.dueOf(a), v.stateOf(a), v.carriedOf(a), v.verifiedOf(a)})
	}
	return t
}

// broken lets a number stand on two lines of a narrow column: XS-202611-0001.
func broken(number string) string {
	if at := strings.LastIndexByte(number, '-'); at > 0 {
		return number[:at+1] + "\n" + number[at+1:]
	}
	return number
}

// dueOf is when an item is due, and when it was at first.
func (v seated) dueOf(a meeting.Action) string {
	due := v.day(a.Due)
	if a.First != a.Due && !a.First.IsZero() {
		return lines(due, v.Say("paper.first-due", v.day(a.First)))
	}
	return due
}

// firstDue is when an item was to be done when it was given.
func firstDue(a meeting.Action) workday.Date {
	if a.First.IsZero() {
		return a.Due
	}
	return a.First
}

// stateOf is how far an item has come, and why not further.
func (v seated) stateOf(a meeting.Action) string {
	state := v.Say("action.state." + string(a.State))
	why := ""
	if a.State == meeting.Postponed || a.State == meeting.Dropped {
		why = v.free(a.Why)
	}
	return lines(state, v.free(a.Progress), why)
}

func (v seated) carriedOf(a meeting.Action) string {
	if a.Carried() == 0 {
		return ""
	}
	return v.Say("paper.times", a.Carried())
}

func (v seated) verifiedOf(a meeting.Action) string {
	switch {
	case !a.Verified.IsZero():
		return lines(v.colleague(a.VerifiedBy), v.Day(a.Verified))
	case a.ToVerify():
		return v.Say("paper.to-verify")
	}
	return ""
}
