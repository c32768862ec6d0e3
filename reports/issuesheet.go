package reports

import (
	"iter"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// issueColumns are what a list of issues says of each, left to right.
var issueColumns = []struct {
	key  string
	kind sheet.ColumnKind
	of   func(Facts, app.Line) any
}{
	{"list.number", sheet.Text, func(_ Facts, l app.Line) any { return l.Number }},
	{"list.intake.number", sheet.Text, func(_ Facts, l app.Line) any { return l.Intake }},
	{"list.estate", sheet.Text, func(f Facts, l app.Line) any { return f.Project(l.Project) }},
	{"list.intake.kind", sheet.Text, func(f Facts, l app.Line) any { return say.Code(f.Voice, l.Kind) }},
	{"list.level", sheet.Text, func(f Facts, l app.Line) any { return say.Code(f.Voice, l.Level) }},
	{"list.subject", sheet.Text, func(f Facts, l app.Line) any { return say.Code(f.Voice, l.Category.Subject()) }},
	{"list.category", sheet.Text, func(f Facts, l app.Line) any { return say.Code(f.Voice, l.Category) }},
	{"list.urgency", sheet.Text, func(f Facts, l app.Line) any { return say.Code(f.Voice, l.Urgency) }},
	{"list.intake.state", sheet.Text, func(f Facts, l app.Line) any { return f.Say("state." + string(l.State)) }},
	{"list.step", sheet.Text, func(f Facts, l app.Line) any { return f.step(l.Step) }},
	{"list.step.due", sheet.Moment, func(f Facts, l app.Line) any { return f.cell(l.StepDue) }},
	{lateColumn, sheet.Text, func(f Facts, l app.Line) any { return f.late(l) }},
	{"list.intake.at", sheet.Moment, func(f Facts, l app.Line) any { return f.cell(l.Received) }},
	{"list.intake.channel", sheet.Text, func(f Facts, l app.Line) any { return say.Code(f.Voice, l.Channel) }},
	{"list.intake.name", sheet.Text, func(f Facts, l app.Line) any { return f.Person(l.Name, l.Anonymous, f.Privacy()) }},
	{"list.place", sheet.Text, func(f Facts, l app.Line) any { return f.Short(l.Place, f.Privacy()) }},
	{"list.intake.text", sheet.Text, func(f Facts, l app.Line) any { return f.told(l) }},
	{"list.lead", sheet.Text, func(f Facts, l app.Line) any { return f.Leads(l.Lead, l.Restricted()) }},
	{"list.handler", sheet.Text, func(f Facts, l app.Line) any { return f.Staff(l.Handler) }},
	{"list.intake.by", sheet.Text, func(f Facts, l app.Line) any { return f.Staff(l.By) }},
	{"list.due", sheet.Moment, func(f Facts, l app.Line) any { return f.cell(l.Due) }},
	{"list.done", sheet.Moment, func(f Facts, l app.Line) any { return f.cell(l.Done) }},
	{"list.rounds", sheet.Int, func(_ Facts, l app.Line) any { return l.Round }},
	{"list.reworks", sheet.Int, func(_ Facts, l app.Line) any { return l.Rework }},
	{"list.delays", sheet.Int, func(_ Facts, l app.Line) any { return l.Delays }},
	{"list.rating", sheet.Int, func(_ Facts, l app.Line) any { return scored(l.Final) }},
	{"list.close", sheet.Text, func(f Facts, l app.Line) any { return say.Code(f.Voice, l.Close) }},
	{"list.ended", sheet.Moment, func(f Facts, l app.Line) any { return f.cell(l.Ended) }},
	{"list.suspended", sheet.Moment, func(f Facts, l app.Line) any { return f.cell(l.Wait.Since) }},
	{"list.suspended.why", sheet.Text, func(f Facts, l app.Line) any { return say.Code(f.Voice, l.Wait.Code) }},
	{"list.suspended.review", sheet.Moment, func(f Facts, l app.Line) any { return f.cell(l.Wait.Review) }},
	{"list.taken-over", sheet.Text, func(f Facts, l app.Line) any { return f.taken(l) }},
	{"list.cost.hours", sheet.Number, func(_ Facts, l app.Line) any { return hours(l.Spent) }},
	{"list.cost.materials", sheet.Text, func(f Facts, l app.Line) any { return f.materials(l) }},
	{"list.cost.labour", sheet.Decimal, func(_ Facts, l app.Line) any { return amount(l.Spent, l.Spent.Labour) }},
	{"list.cost.material", sheet.Decimal, func(_ Facts, l app.Line) any { return amount(l.Spent, l.Spent.Material) }},
	{"list.cost.extra", sheet.Decimal, func(_ Facts, l app.Line) any { return amount(l.Spent, l.Spent.Other) }},
	{"list.cost.total", sheet.Decimal, func(_ Facts, l app.Line) any { return amount(l.Spent, l.Spent.Total()) }},
	{"list.cost.charge", sheet.Text, func(f Facts, l app.Line) any { return f.charge(l.Spent) }},
	{"list.cost.charged", sheet.Decimal, func(_ Facts, l app.Line) any { return amount(l.Spent, l.Spent.Charged) }},
}

// lateColumn says how late an issue is, which hangs on the moment.
const lateColumn = "list.late"

// IssueSheet is a list of issues for a workbook: exactly the given lines, in
// their order, moments and counts as such, people masked unless f is open.
// about says in words how the list was narrowed.
func IssueSheet(f Facts, issues iter.Seq[app.Line], about string) sheet.Table {
	t := f.issueSheet(about)
	for _, c := range issueColumns {
		t.Columns = append(t.Columns, sheet.Column{Title: f.Say(c.key), Kind: c.kind})
	}
	t.Rows = func(yield func([]any) bool) {
		for l := range issues {
			row := make([]any, len(issueColumns))
			for i, c := range issueColumns {
				row[i] = c.of(f, l)
			}
			if !yield(row) {
				return
			}
		}
	}
	return t
}

// issueSheet is a sheet of issues without its rows.
func (f Facts) issueSheet(about string) sheet.Table {
	t := sheet.Table{
		Name:   f.Say("list.issues.title"),
		Title:  dotted(f.Say("list.issues.title"), about, f.Say("slip.printed", f.By.Name, f.Moment(f.At))),
		Header: f.Ground.Office.Company,
		Footer: f.Say("slip.secrecy"),
	}
	if f.Ground.Office.Sample {
		t.Title = dotted(f.Say("slip.sample"), t.Title)
	}
	return t
}

// cell is a moment for a workbook, which knows no zones; nothing for no moment.
func (f Facts) cell(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return f.Here(t)
}

// told is the description, and not what its neighbours mask.
func (f Facts) told(l app.Line) string {
	if f.Open || l.Veiled {
		return f.Told(l)
	}
	r := app.Reporter{Name: l.Name, Anonymous: l.Anonymous}
	return register.MaskMobiles(f.Veiled(r, l.Place, say.Masked, say.Masked, say.Masked).Over(l.Description))
}

func scored(r app.Rating) any {
	if r == 0 {
		return nil
	}
	return int(r)
}

func (f Facts) step(s app.Step) string {
	if s == "" {
		return ""
	}
	return f.Say("step." + string(s))
}

func (f Facts) taken(l app.Line) string {
	if !l.Taken {
		return ""
	}
	return f.Say("list.taken-over.yes")
}

func (f Facts) late(l app.Line) string {
	if !l.Late(f.At) {
		return ""
	}
	words, _ := f.Left(f.At, l.StepDue)
	return words
}
