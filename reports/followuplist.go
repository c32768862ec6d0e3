package reports

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// FollowUpList is all attempts of a period, one line each.
func FollowUpList(f Facts, estate app.ProjectID, from, to time.Time, asked []app.Asked) Document {
	t := paper.Table{Small: true, Columns: []paper.Column{
		f.column("list.no", 10), f.column("list.followup.at", 29), f.column("list.number", 36), f.column("list.place", 20),
		f.column("list.followup.who", 20), f.column("list.followup.how", 14), f.column("list.followup.reached", 22), f.column("list.followup.rating", 24),
		f.column("list.followup.opinion", 0), f.column("list.followup.then", 18), f.column("list.followup.by", 18),
	}}
	var shows []app.Shown
	for i, a := range asked {
		shows = append(shows, f.shown(a.Issue, f.Say("list.followup.title"), true, false)...)
		veil := f.Veiled(a.Issue.Reporter, a.Issue.Place, f.Privacy(), f.Privacy(), f.Privacy())
		t.Rows = append(t.Rows, []string{
			ordinal(i + 1), f.Moment(a.At), a.Issue.Shown(), f.Short(a.Issue.Place, f.Privacy()),
			f.Person(a.Who, false, f.Privacy()), say.Code(f.Voice, a.Method), say.Code(f.Voice, a.Reached), f.rating(a.Rating),
			veil.Over(a.Opinion), f.then(a.Disposal), f.Staff(a.By),
		})
	}
	return Document{
		Sheet:  f.sheet(formFollowUpList, f.Say("list.followup.title"), f.Project(estate), paper.A4Wide),
		Blocks: []paper.Block{paper.Note(f.period(from, to, len(asked))), t}, Shows: shows,
	}
}

func (f Facts) rating(r app.Rating) string {
	if r == 0 {
		return ""
	}
	return f.Say("rating." + ordinal(int(r)))
}

func (f Facts) then(d app.Disposal) string {
	if d == "" {
		return ""
	}
	return f.Say("disposal." + string(d))
}

// period says what a list covers: the days from and before to, and how many
// lines it has.
func (f Facts) period(from, to time.Time, n int) string {
	days := f.Day(from)
	if last := f.Day(to.Add(-time.Nanosecond)); !to.IsZero() && last != days {
		days = f.Say("list.days", days, last)
	}
	return dotted(f.Say("list.period", days), f.Count("list.rows", n))
}
