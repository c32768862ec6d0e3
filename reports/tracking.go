package reports

import (
	"io"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/register"
	"ownerdesk/app/workday"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// Tracking is improvement measures as their papers are made from: how the list was
// narrowed, what surveys call what they are about, and who complained.
type Tracking struct {
	Measures []improve.Measure
	About    string
	Estate   app.ProjectID // 0 for several
	Found    improve.Found
	Origins  []app.Issue // complaints that measures come from: nobody is named
	Meetings []Discussed // that measures come from
	At       time.Time   // how they stood then; zero: now
}

// Discussed is a meeting at which measures were talked about.
type Discussed struct {
	Number string // of its minutes, too
	At     time.Time
	Came   int
}

// tracker words measures for paper and sheet.
type tracker struct {
	Facts
	found improve.Found
	free  func(string) string // what somebody wrote, without who complained
	today workday.Date
}

func (f Facts) track(t Tracking) tracker {
	var veil say.Veil
	for _, i := range t.Origins {
		veil = veil.With(f.Veiled(i.Reporter, i.Place, f.Privacy(), f.Privacy(), f.Privacy()))
	}
	return tracker{f, t.Found, func(text string) string {
		if f.Open {
			return text
		}
		return register.MaskMobiles(register.MaskDoors(veil.Over(text)))
	}, workday.DayOf(f.Here(t.at(f)))}
}

// at is as of when the measures are told.
func (t Tracking) at(f Facts) time.Time {
	if t.At.IsZero() {
		return f.At
	}
	return t.At
}

// chapter is the measures in the papers of a month, and as of when.
func (v tracker) chapter(t Tracking) []paper.Block {
	blocks := []paper.Block{paper.Chapter{Title: v.Say("pack.measures")}}
	if len(t.Measures) == 0 {
		return append(blocks, paper.Note(v.Say("pack.nothing")))
	}
	table := paper.Table{Small: true, Columns: []paper.Column{
		v.column("paper.col.measure", 28), v.column("pack.measures.what", 0), v.column("paper.col.responsible", 24),
		v.column("measures.field.due", 22), v.column("paper.col.progress", 30), v.column("paper.col.effect", 34)}}
	for _, m := range t.Measures {
		table.Rows = append(table.Rows, []string{
			lines(broken(m.Number), v.Origin(m.Source)), lines(v.free(m.Problem), v.Say("pack.measures.so", v.free(m.What))), v.who(m.Plan), v.due(m), v.progress(m), v.effect(m)})
	}
	return append(blocks, table, paper.Note(v.Say("pack.measures.note", v.Moment(t.at(v.Facts)))))
}

// due is when a measure is due, and when it was at first.
func (v tracker) due(m improve.Measure) string {
	if m.First == m.Due {
		return m.Due.String()
	}
	return lines(m.Due.String(), v.Say("paper.first-due", m.First.String()))
}

// TrackingTable is the table of improvement measures (documents 1.12): one row each,
// and below, for each, what was seen, found and done about it.
func TrackingTable(f Facts, t Tracking) Document {
	v := f.track(t)
	blocks := []paper.Block{paper.Note(dotted(t.About, f.Count("measures.count", len(t.Measures))))}
	for _, d := range t.Meetings {
		blocks = append(blocks, paper.Note(f.Say("paper.measures.meeting", d.Number, f.Day(d.At), d.Came)))
	}
	blocks = append(blocks, v.table(t.Measures))
	for _, m := range t.Measures {
		blocks = append(blocks, v.particulars(m)...)
	}
	blocks = append(blocks, f.signs(f.Say("paper.measures.made"), f.Say("paper.measures.checked"), f.Say("paper.measures.approved")))
	d := Document{Sheet: f.sheet(formMeasures, f.Say("paper.measures"), f.estateName(t.Estate), paper.A4Wide), Blocks: blocks}
	if len(t.Measures) == 1 {
		d.Number = t.Measures[0].Number
		d.Sheet.No = d.Number
	}
	return d
}

// table is one row a measure: where it comes from, what is to be done, by whom and
// when, how far it is and what came of it.
func (v tracker) table(all []improve.Measure) paper.Table {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("list.no", 9), v.column("paper.col.measure", 32), v.column("paper.col.problem", 0), v.column("paper.col.measure.what", 0),
		v.column("paper.col.standard", 0), v.column("paper.col.responsible", 27), v.column("paper.col.days", 46), v.column("paper.col.progress", 32),
		v.column("paper.col.effect", 36)}}
	for i, m := range all {
		t.Rows = append(t.Rows, []string{
			ordinal(i + 1), lines(v.Round(m.Head), v.Origin(m.Source)), v.free(m.Problem), v.free(m.What), lines(v.free(m.Standard), v.needs(m)),
			v.who(m.Plan), v.days(m), v.progress(m), v.effect(m)})
	}
	return t
}

func (v tracker) needs(m improve.Measure) string {
	if m.Needs == "" {
		return ""
	}
	return v.Say("act.now", v.Say("measures.field.needs"), v.free(m.Needs))
}

// who is the department, the one who is responsible, and who helps.
func (v tracker) who(p improve.Plan) string {
	helping := ""
	if len(p.Helping) > 0 {
		helping = v.Say("paper.measures.helping", v.Depts(p.Helping))
	}
	return lines(v.Dept(p.Dept), v.Staff(p.Person), helping)
}

// days are when it begins, what is to be reached by when, and when it is due.
func (v tracker) days(m improve.Measure) string {
	all := []string{}
	if !m.Start.IsZero() {
		all = append(all, v.Say("paper.measures.start", m.Start.String()))
	}
	for i, one := range m.Live() {
		words := v.Say("paper.measures.milestone", i+1, one.Due.String(), v.free(one.Text))
		if !one.Reached.IsZero() {
			words = v.Say("paper.measures.reached", words, one.Reached.String())
		}
		all = append(all, words)
	}
	return lines(append(all, v.Say("paper.measures.due", v.due(m)))...)
}

// progress is how the measure stands, and what was seen last.
func (v tracker) progress(m improve.Measure) string {
	state := dotted(v.MeasureState(m.Head, v.today), v.Say("measures.percent", m.Percent()))
	last := ""
	if n := len(m.Checks); n > 0 {
		last = dotted(m.Checks[n-1].Day.String(), v.free(m.Checks[n-1].What))
	}
	if m.State.Over() {
		return lines(state, v.free(m.Why))
	}
	return lines(state, last)
}

// effect is what came of it by the newest evaluation; before, what is aimed at.
func (v tracker) effect(m improve.Measure) string {
	e, judged := m.Judged()
	if !judged {
		return lines(v.GaugeOf(m.Plan), v.Target(m.Aimed, m.Less, m.Target))
	}
	return lines(v.Verdict(e), v.Judgement(e.Effect))
}

// particulars are the tracking, the evaluations, and who was urged and called to
// account, under the measure's number.
func (v tracker) particulars(m improve.Measure) (blocks []paper.Block) {
	for _, part := range []struct {
		key string
		t   paper.Table
	}{
		{"measures.card.checks", v.checks(m)}, {"measures.card.evaluations", v.evaluations(m)}, {"paper.measures.urged", v.urged(m)},
	} {
		if len(part.t.Rows) > 0 {
			blocks = append(blocks, paper.Keep{paper.Note(v.Say(part.key)), part.t})
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	return append([]paper.Block{paper.Band(dotted(v.Round(m.Head), v.free(flat(m.What))))}, blocks...)
}

// flat is a text without its line breaks.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

func (v tracker) checks(m improve.Measure) paper.Table {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("paper.col.check-day", 24), v.column("paper.col.percent", 16), v.column("paper.col.check-what", 0), v.column("paper.col.evidence", 0),
		v.column("paper.col.deviation", 0), v.column("paper.col.new-due", 38), v.column("paper.col.by", 22)}}
	for _, c := range m.Checks {
		due := ""
		if !c.Due.IsZero() {
			due = lines(c.Due.String(), v.Say("paper.measures.approver", v.Staff(c.Approver)))
		}
		t.Rows = append(t.Rows, []string{c.Day.String(), v.Say("measures.percent", c.Percent), v.free(c.What), v.free(c.Evidence), v.free(c.Deviation), due, v.Staff(c.By)})
	}
	return t
}

func (v tracker) evaluations(m improve.Measure) paper.Table {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("paper.col.gauge", 46), v.column("paper.col.before", 0), v.column("paper.col.target", 18), v.column("paper.col.after", 0),
		v.column("paper.col.change", 50), v.column("paper.col.verdict", 42), v.column("paper.col.judge", 26)}}
	for _, e := range m.Evaluations {
		t.Rows = append(t.Rows, []string{
			v.Gauge(e.Gauge, e.Code, m.Categories), v.Reading(e.Gauge, e.Before), v.Target(e.Aimed, e.Less, e.Target), v.Reading(e.Gauge, e.After),
			v.Judgement(e.Effect), lines(v.Verdict(e), v.free(e.Why)), lines(v.Staff(e.By), v.Day(e.At))})
	}
	return t
}

// urged are the reminders and the callings to account, by their days.
func (v tracker) urged(m improve.Measure) paper.Table {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("paper.col.urged", 42), v.column("paper.col.whom", 24), v.column("paper.col.explanation", 0), v.column("paper.col.way", 26),
		v.column("paper.col.decided", 0), v.column("paper.col.decider", 24)}}
	for _, r := range m.Reminders {
		t.Rows = append(t.Rows, []string{lines(r.Number(m.Head), v.Day(r.At)), v.Staff(r.To), "", v.Say("measures.card.reminders"), v.free(r.Text), v.Staff(r.By)})
	}
	for _, c := range m.Callings {
		t.Rows = append(t.Rows, []string{c.Day.String(), v.Staff(c.Who), v.free(c.Explanation), say.Code(v.Voice, c.Way), v.free(c.Text), v.Staff(c.Decider)})
	}
	return t
}

// WriteTracking writes the same as a workbook: measures, tracking, evaluations, and
// who was urged and called to account.
func WriteTracking(out io.Writer, f Facts, t Tracking) error {
	_, err := sheet.Write(out, f.track(t).sheets(t.Measures, t.About)...)
	return err
}

func (v tracker) sheets(all []improve.Measure, about string) []sheet.Table {
	return []sheet.Table{v.measureSheet(all, about), v.checkSheet(all, about), v.evaluationSheet(all, about), v.urgedSheet(all, about)}
}

// listed is a sheet of measures with its columns.
func (v tracker) listed(key, about string, columns []sheet.Column, rows [][]any) sheet.Table {
	name := v.Say(key)
	return sheet.Table{
		Name: name, Title: dotted(name, about, v.Say("slip.printed", v.By.Name, v.Moment(v.At))), Header: v.Ground.Office.Company, Footer: v.Say("slip.secrecy"),
		Columns: columns, Rows: slices.Values(rows),
	}
}

// titled are columns by the keys of their titles, text unless a kind is named.
func (v tracker) titled(kinds map[string]sheet.ColumnKind, keys ...string) []sheet.Column {
	all := make([]sheet.Column, len(keys))
	for i, key := range keys {
		all[i] = sheet.Column{Title: v.Say(key), Kind: kinds[key]}
	}
	return all
}

func (v tracker) measureSheet(all []improve.Measure, about string) sheet.Table {
	columns := v.titled(map[string]sheet.ColumnKind{
		"measures.col.year": sheet.Int, "paper.col.round": sheet.Int, "measures.field.start": sheet.Date, "paper.col.first-due": sheet.Date,
		"measures.col.due": sheet.Date, "paper.col.percent": sheet.Int, "measures.field.judge": sheet.Date, "paper.col.target": sheet.Decimal,
	}, "paper.col.measure", "paper.col.round", "measures.col.year", "measures.col.from", "measures.field.dimension", "measures.field.item", "measures.field.categories",
		"paper.col.problem", "paper.col.measure.what", "paper.col.standard", "measures.field.needs", "measures.field.dept", "measures.col.person",
		"measures.field.helping", "measures.field.start", "measures.field.milestones", "paper.col.first-due", "measures.col.due", "measures.col.state",
		"paper.col.percent", "measures.field.gauge", "paper.col.target", "measures.field.judge", "paper.col.effect", "paper.col.closed")
	var rows [][]any
	for _, m := range all {
		var target any
		if m.Aimed {
			target = m.Target
		}
		dimension, item := "", ""
		if m.Dimension != "" {
			dimension = v.Dimension(m.Dimension, v.found.Part(m.Dimension).Text)
		}
		if m.Item != "" {
			item = v.Item(m.Item, "")
		}
		var nodes []string
		for i, one := range m.Live() {
			nodes = append(nodes, v.Say("paper.measures.milestone", i+1, one.Due.String(), v.free(one.Text)))
		}
		rows = append(rows, []any{
			m.Number, m.Round, m.Year, v.Origin(m.Source), dimension, item, v.Categories(m.Categories), v.free(m.Problem), v.free(m.What), v.free(m.Standard),
			v.free(m.Needs), v.Dept(m.Dept), v.Staff(m.Person), v.Depts(m.Helping), dated(m.Start), lines(nodes...), dated(m.First), dated(m.Due),
			v.MeasureState(m.Head, v.today), m.Percent(), v.GaugeOf(m.Plan), target, dated(m.Judge), v.effect(m), v.free(m.Why)})
	}
	return v.listed("paper.measures", about, columns, rows)
}

func (v tracker) checkSheet(all []improve.Measure, about string) sheet.Table {
	columns := v.titled(map[string]sheet.ColumnKind{"paper.col.check-day": sheet.Date, "paper.col.percent": sheet.Int, "paper.col.new-due": sheet.Date},
		"paper.col.measure", "paper.col.check-day", "paper.col.percent", "paper.col.check-what", "paper.col.evidence", "paper.col.deviation", "paper.col.new-due",
		"measures.field.approver", "paper.col.by")
	var rows [][]any
	for _, m := range all {
		for _, c := range m.Checks {
			rows = append(rows, []any{m.Number, dated(c.Day), c.Percent, v.free(c.What), v.free(c.Evidence), v.free(c.Deviation), dated(c.Due), v.Staff(c.Approver), v.Staff(c.By)})
		}
	}
	return v.listed("measures.card.checks", about, columns, rows)
}

func (v tracker) evaluationSheet(all []improve.Measure, about string) sheet.Table {
	kinds := map[string]sheet.ColumnKind{"paper.col.judge-day": sheet.Date, "paper.col.target": sheet.Decimal}
	keys := []string{"paper.col.measure", "paper.col.gauge"}
	for _, side := range []string{"before", "after"} {
		for _, part := range []string{"value", "low", "high", "n"} {
			key := "paper.col." + side + "." + part
			keys, kinds[key] = append(keys, key), sheet.Decimal
			if part == "n" {
				kinds[key] = sheet.Int
			}
		}
	}
	keys = append(keys, "paper.col.target", "paper.col.p", "paper.col.change", "paper.col.verdict", "measures.field.why", "paper.col.judge", "paper.col.judge-day")
	var rows [][]any
	for _, m := range all {
		for _, e := range m.Evaluations {
			row := []any{m.Number, v.Gauge(e.Gauge, e.Code, m.Categories)}
			for _, r := range []improve.Reading{e.Before, e.After} {
				row = append(row, r.Value, unless(r.High == 0, r.Low), unless(r.High == 0, r.High), r.N)
			}
			rows = append(rows, append(row, unless(!e.Aimed, e.Target), v.chance(e.Effect), v.Judgement(e.Effect), v.Verdict(e), v.free(e.Why), v.Staff(e.By), v.cell(e.At)))
		}
	}
	return v.listed("measures.card.evaluations", about, v.titled(kinds, keys...), rows)
}

// unless is a figure for a cell; nothing where there is none.
func unless(none bool, f float64) any {
	if none {
		return nil
	}
	return f
}

func (v tracker) urgedSheet(all []improve.Measure, about string) sheet.Table {
	columns := v.titled(map[string]sheet.ColumnKind{"measures.field.day": sheet.Date}, "paper.col.measure", "paper.col.reminder", "measures.field.day", "paper.col.whom",
		"paper.col.explanation", "paper.col.way", "paper.col.decided", "paper.col.decider")
	var rows [][]any
	for _, m := range all {
		for _, r := range m.Reminders {
			rows = append(rows, []any{m.Number, r.Number(m.Head), v.cell(r.At), v.Staff(r.To), "", v.Say("measures.card.reminders"), v.free(r.Text), v.Staff(r.By)})
		}
		for _, c := range m.Callings {
			rows = append(rows, []any{m.Number, "", dated(c.Day), v.Staff(c.Who), v.free(c.Explanation), say.Code(v.Voice, c.Way), v.free(c.Text), v.Staff(c.Decider)})
		}
	}
	return v.listed("paper.measures.urged", about, columns, rows)
}

func (v tracker) chance(e improve.Effect) string {
	if !e.Tested {
		return ""
	}
	return v.Chance(e.P)
}
