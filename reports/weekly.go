package reports

import (
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/reports/paper"
)

// Weekly is the record of a department's weekly meeting (regulation 4.1.2), with
// the facts of the week as they were frozen.
func Weekly(f Facts, s Sitting) Document {
	v := f.seat(s, false)
	return Document{Sheet: v.sheet(formWeekly, v.Say("paper.weekly"), paper.A4), Number: s.Number, Blocks: slices.Concat(
		v.weekHead(), v.band("paper.weekly.last", v.actions(v.s.Kept.Actions)), v.weekAccounts(), v.weekFacts(),
		v.weekProblems(), v.weekPlan(), v.weekOwners(), v.weekEnd(),
	)}
}

// week is the ISO week with its days.
func (v seated) week() string {
	year, week := v.s.Week()
	return v.Say("paper.week", year, week, v.day(v.s.From), v.day(v.s.To))
}

func (v seated) weekHead() []paper.Block {
	return append([]paper.Block{
		v.pairs("paper.week.no", v.week(), "paper.col.dept", v.Dept(v.s.Dept)),
		v.pairs("paper.when", v.span(), "paper.venue", v.s.Details.Place),
		v.pairs("paper.chair", v.Staff(v.s.Chair), "paper.recorder", v.Staff(v.s.Recorder)),
	}, v.attendance()...)
}

// counted is a number that somebody noted; nothing where none was.
func counted(n int) string {
	if n == 0 {
		return ""
	}
	return ordinal(n)
}

func (v seated) weekAccounts() []paper.Block {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("paper.col.module", 24), v.column("paper.col.week-done", 0), v.column("paper.col.doing", 34),
		v.column("paper.col.rounds", 17), v.column("paper.col.found", 17), v.column("paper.col.mended", 17)}}
	for _, a := range meeting.Live(v.s.Accounts) {
		t.Rows = append(t.Rows, []string{v.module(a.Module), v.free(a.Done), v.free(a.Doing), counted(a.Rounds), counted(a.Found), counted(a.Mended)})
	}
	return v.band("paper.weekly.accounts", t)
}

func (v seated) module(m meeting.Module) string {
	if m == "" {
		return ""
	}
	return v.Say("code." + string(m))
}

// weekFacts are the figures of the department's week, each with its issues.
func (v seated) weekFacts() []paper.Block {
	w := v.s.Kept.Week
	t := paper.Table{Small: true, Columns: []paper.Column{v.column("paper.col.figure", 34), v.column("paper.col.count", 20), v.column("paper.col.issues", 0)}}
	for _, row := range []struct {
		key string
		ids []app.IssueID
	}{{"paper.week.new", w.New}, {"paper.week.completed", w.Completed}, {"paper.week.overdue", w.Overdue}, {"paper.week.complaints", w.Complaints}} {
		numbers := make([]string, len(row.ids))
		for i, id := range row.ids {
			numbers[i] = w.Numbers[id]
		}
		t.Rows = append(t.Rows, []string{v.Say(row.key), ordinal(len(row.ids)), few(numbers)})
	}
	return append(v.band("paper.weekly.facts", t), paper.Note(v.frozen()))
}

func (v seated) weekProblems() []paper.Block {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("list.no", 9), v.column("paper.problem.what", 0), v.column("paper.problem.cause", 0), v.column("paper.problem.plan", 0),
		v.column("paper.col.who", 26), v.column("paper.col.due", 23)}}
	for i, p := range meeting.Live(v.s.Problems) {
		t.Rows = append(t.Rows, []string{ordinal(i + 1), v.problem(p), v.free(p.Cause), lines(v.free(p.Taken), v.free(p.Plan)), v.free(p.Person), v.day(p.Due)})
	}
	if v.s.Minuted.IsZero() {
		t.Blank = max(0, 3-len(t.Rows))
	}
	return v.band("paper.weekly.problems", t)
}

// weekPlan is what is to be done next week: what each field plans, and what
// somebody was given to do.
func (v seated) weekPlan() []paper.Block {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("paper.col.what", 0), v.column("paper.col.who", 36), v.column("paper.col.due", 23), v.column("paper.col.resources", 40)}}
	for _, a := range meeting.Live(v.s.Accounts) {
		if a.Next != "" {
			t.Rows = append(t.Rows, []string{joined("：", v.module(a.Module), v.free(a.Next)), "", "", ""})
		}
	}
	for _, a := range v.s.Given {
		t.Rows = append(t.Rows, []string{joined(" ", a.Number, v.free(a.What)), v.whom(a.Task), v.day(firstDue(a)), v.free(a.Needs)})
	}
	if v.s.Minuted.IsZero() {
		t.Blank = max(0, 3-len(t.Rows))
	}
	return v.band("paper.weekly.plan", t)
}

// weekOwners is who talks with the owners, about what (clause 4.1.2).
func (v seated) weekOwners() []paper.Block {
	numbers := make([]string, len(v.s.Issues))
	for i, id := range v.s.Issues {
		numbers[i] = v.s.Numbers[id]
	}
	return []paper.Block{paper.Keep{
		paper.Band(v.Say("paper.weekly.owners")),
		v.pairs("paper.contact", v.Staff(v.s.Contact), "paper.contact.areas", v.where()),
		v.pairs("paper.contact.issues", strings.Join(numbers, "  ")),
	}}
}

func (v seated) weekEnd() []paper.Block {
	var needs []string
	for _, a := range meeting.Live(v.s.Accounts) {
		if a.Needs != "" {
			needs = append(needs, joined("：", v.module(a.Module), v.free(a.Needs)))
		}
	}
	return []paper.Block{paper.Keep{
		v.text("paper.weekly.needs", or(lines(needs...), v.free(v.s.Unsettled)), 10),
		v.signs(v.Say("paper.sign.recorder"), v.Say("paper.sign.chair")),
	}}
}
