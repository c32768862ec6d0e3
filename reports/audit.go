package reports

import (
	"io"
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/audit"
	"ownerdesk/reports/paper"
)

// mostBroken is how many numbers a table names; paper names them all below it.
const mostBroken = 2

// AuditTable says of each duty how often it applied, how often it was kept, and which
// cases broke it, for screen and paper alike.
func AuditTable(f Facts, r audit.Report) FigureTable {
	t := FigureTable{Name: "audit", Title: f.Say("audit.title"), Note: f.Say("audit.note", f.auditSpan(r))}
	for _, c := range []struct {
		name  string
		wide  int
		right bool
	}{{"duty", 50, false}, {"applied", 9, true}, {"kept", 9, true}, {"share", 10, true}, {"broken", 22, false}} {
		t.Columns = append(t.Columns, FigureColumn{Title: f.Say("audit.col." + c.name), Wide: c.wide, Right: c.right, Name: c.name})
	}
	for _, d := range r.Findings {
		share := word(f.Say("kpi.none"))
		if v, there := d.Share(); there {
			share = Figure{Text: f.Percent(v), Value: v, Measure: Share, Num: d.Kept, Den: d.Applied}
		}
		var ids []app.IssueID
		for _, b := range d.Broken {
			if b.Issue != 0 {
				ids = append(ids, b.Issue)
			}
		}
		t.Rows = append(t.Rows, FigureRow{Issues: ids, Cells: []Figure{
			word(f.Duty(d.Duty)), f.number(d.Applied), f.number(d.Kept), share,
			{Text: f.brokenOnes(d.Broken, mostBroken, " "), Issues: ids},
		}})
	}
	return t
}

// BrokenTable names what broke a duty, a row each, in the order in which it is given.
func BrokenTable(f Facts, d audit.Duty, broken []audit.Of) FigureTable {
	t := FigureTable{Name: "audit", Title: f.Duty(d), Columns: []FigureColumn{
		{Title: f.Say("audit.col.broken"), Wide: 30, Name: "broken"}, {Title: f.Say("audit.col.day"), Wide: 20, Name: "day"},
	}}
	for _, b := range broken {
		t.Rows = append(t.Rows, FigureRow{Cells: []Figure{word(b.Number), word(b.At.In(f.Ground.Office.Location()).Format("2006-01-02"))}})
	}
	return t
}

// Duty is a duty with the number of its clause.
func (f Facts) Duty(d audit.Duty) string { return d.Clause + "  " + f.Say("audit.duty."+d.Name) }

// brokenOnes names what broke a duty, the oldest first; a list that is cut says so.
func (f Facts) brokenOnes(all []audit.Of, most int, between string) string {
	var names []string
	for _, b := range all {
		if b.Number != "" {
			names = append(names, b.Number)
		}
	}
	if len(names) == 0 && len(all) > 0 {
		return f.Count("audit.unnamed", len(all))
	}
	if rest := len(names) - most; rest > 0 {
		return f.Say("audit.more", strings.Join(names[:most], between), rest)
	}
	return strings.Join(names, between)
}

func (f Facts) auditSpan(r audit.Report) string {
	loc := f.Ground.Office.Location()
	last := r.To.In(loc).AddDate(0, 0, -1)
	return f.Say("audit.span", r.From.In(loc).Format("2006-01-02"), last.Format("2006-01-02"), f.Moment(r.At))
}

// WriteAudit prints a conformity check: the table, what broke each duty, and the
// duties that a person answers for.
func WriteAudit(out io.Writer, f Facts, r audit.Report) error {
	return WritePDF(out, f.At, AuditPaper(f, r))
}

// AuditPaper words the check for paper.
func AuditPaper(f Facts, r audit.Report) Document {
	t := AuditTable(f, r)
	s := f.sheet(formAudit, t.Title, f.estateName(r.Project), paper.A4)
	blocks := []paper.Block{
		paper.Pairs(f.Say("pack.estate"), f.estateName(r.Project)),
		paper.Pairs(f.Say("audit.period"), f.auditSpan(r)),
		paper.Gap(2), paper.Band(f.Say("audit.seen")), f.auditRows(t, r),
	}
	return Document{Sheet: s, Blocks: append(append(blocks, f.brokenDuties(r)...), f.byHand(r)...)}
}

// inRow is how many numbers stand in a row of the table: each has a line of its
// own, as it would else be parted at its hyphens.
const inRow = 3

// auditRows is the table for paper.
func (f Facts) auditRows(t FigureTable, r audit.Report) paper.Table {
	on := t.paper()
	for i, d := range r.Findings {
		on.Rows[i][len(on.Rows[i])-1] = f.brokenOnes(d.Broken, inRow, "\n")
	}
	return on
}

// inLines joins names, some a line.
func inLines(names []string, each int) string {
	var lines []string
	for part := range slices.Chunk(names, each) {
		lines = append(lines, strings.Join(part, "   "))
	}
	return strings.Join(lines, "\n")
}

// brokenDuties names all that broke a duty.
func (f Facts) brokenDuties(r audit.Report) (blocks []paper.Block) {
	t := paper.Table{Small: true, Columns: []paper.Column{{Title: f.Say("audit.col.clause"), Width: 12}, {Title: f.Say("audit.col.duty"), Width: 46}, {Title: f.Say("audit.col.broken")}}}
	for _, d := range r.Findings {
		var names []string
		for _, b := range d.Broken {
			if b.Number != "" {
				names = append(names, b.Number)
			}
		}
		if len(names) > inRow {
			t.Rows = append(t.Rows, []string{d.Clause, f.Say("audit.duty." + d.Name), inLines(names, 4)})
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return []paper.Block{paper.Gap(3), paper.Band(f.Say("audit.all-broken")), t}
}

// byHand says what people answered about what no program can see, and asks the rest.
func (f Facts) byHand(r audit.Report) []paper.Block {
	t := paper.Table{High: 9, Columns: []paper.Column{{Title: f.Say("audit.col.clause"), Width: 12}, {Title: f.Say("audit.col.duty"), Width: 56},
		{Title: f.Say("audit.col.answer"), Width: 42}, {Title: f.Say("audit.col.remark")}}}
	for _, q := range r.ByHand {
		remark := ""
		if a, there := q.Last(); there {
			remark = strings.TrimSpace(a.Basis + "\n" + f.AnsweredBy(a))
		}
		t.Rows = append(t.Rows, []string{q.Clause, f.Say("audit.duty." + q.Name), f.answerBoxes(q), remark})
	}
	return []paper.Block{paper.Gap(3), paper.Keep{paper.Band(f.Say("audit.by-hand")), paper.Note(f.Say("audit.by-hand.note")), t, paper.Gap(4),
		f.signs(f.Say("audit.sign.checked"), f.Say("audit.sign.manager"))}}
}

// answerBoxes are the answers there are, ticked where somebody answered.
func (f Facts) answerBoxes(q audit.Question) string {
	var words []string
	for _, s := range audit.Answers {
		words = append(words, f.AuditSaid(s))
	}
	if a, there := q.Last(); there {
		return paper.Ticks(words, slices.Index(audit.Answers, a.Said))
	}
	return paper.Ticks(words)
}

// AuditSaid is an answer in words.
func (f Facts) AuditSaid(s audit.Said) string { return f.Say("audit.said." + string(s)) }

// AnsweredBy says who answered and when.
func (f Facts) AnsweredBy(a audit.Answer) string {
	return f.Say("audit.answered-by", f.Staff(a.By), f.Moment(a.At))
}
