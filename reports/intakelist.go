package reports

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// IntakeList is the register of what came in, one line each (regulation 3.1.2).
func IntakeList(f Facts, estate app.ProjectID, from, to time.Time, issues []app.Issue) Document {
	t := paper.Table{Small: true, Columns: []paper.Column{
		f.column("list.intake.number", 30), f.column("list.intake.at", 29), f.column("list.intake.channel", 18), f.column("list.intake.name", 29),
		f.column("list.place", 17), f.column("list.intake.contact", 26), f.column("list.intake.kind", 21),
		f.column("list.intake.text", 0), f.column("list.intake.by", 15), f.column("list.intake.state", 17),
	}}
	var shows []app.Shown
	for _, i := range issues {
		shows = append(shows, f.shown(i, f.Say("list.intake.title"), true, true)...)
		veil := f.Veiled(i.Reporter, i.Place, f.Privacy(), f.Privacy(), f.Privacy())
		t.Rows = append(t.Rows, []string{
			i.Number, f.Moment(i.Received), say.Code(f.Voice, i.Channel), f.Name(i.Reporter, f.Privacy()),
			f.Short(i.Place, f.Privacy()), f.Contact(i.Reporter, f.Privacy()), dotted(say.Code(f.Voice, i.Kind), say.Code(f.Voice, i.Urgency)),
			veil.Over(f.Described(i.Description, i.Veiled)), f.Staff(i.By), f.Say("state." + string(i.State)),
		})
	}
	return Document{
		Sheet:  f.sheet(formIntakeList, f.Say("list.intake.title"), f.Project(estate), paper.A4Wide),
		Blocks: []paper.Block{paper.Note(f.period(from, to, len(issues))), t}, Shows: shows,
	}
}
