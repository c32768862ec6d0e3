package reports

import (
	"io"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// ChainTable is each dimension of the survey over the years: its score, complaints,
// measures, and what came of them.
func ChainTable(f Facts, estate app.ProjectID, c improve.Chain) Document {
	v := f.track(Tracking{})
	t := paper.Table{Small: true, Columns: []paper.Column{
		f.column("measures.field.dimension", 34), f.column("measures.col.year", 14), f.column("paper.col.score", 42), f.column("paper.col.change", 40),
		f.column("paper.col.complaints", 18), f.column("paper.col.measure.what", 0), f.column("paper.col.effect", 56)}}
	for _, l := range c.Links {
		name := lines(f.chainName(l), say.Codes(f.Voice, l.Subjects))
		for _, y := range l.Years {
			what, effect := v.done(y.Measures)
			t.Rows = append(t.Rows, []string{name, strconv.Itoa(y.Year), f.scoreOf(y), f.changeOf(y), complaintsOf(l, y), what, effect})
			name = ""
		}
	}
	return Document{
		Sheet:  f.sheet(formChain, f.Say("measures.chain"), f.estateName(estate), paper.A4Wide),
		Blocks: []paper.Block{paper.Note(f.Say("measures.chain.what")), t},
	}
}

func (f Facts) chainName(l improve.Link) string {
	if l.Dimension == "" {
		return f.Say("measures.chain.none")
	}
	return f.Dimension(l.Dimension, l.Text)
}

func (f Facts) scoreOf(y improve.Standing) string {
	if y.Score == nil {
		return ""
	}
	return f.Score(*y.Score)
}

func (f Facts) changeOf(y improve.Standing) string {
	e, ok := y.Change()
	if !ok {
		return ""
	}
	return f.ChangeOf(e)
}

// complaintsOf is how many there were; nothing where no subject belongs here.
func complaintsOf(l improve.Link, y improve.Standing) string {
	if len(l.Subjects) == 0 {
		return ""
	}
	return strconv.Itoa(len(y.Complaints))
}

// done are the measures of a year, and what came of each.
func (v tracker) done(all []improve.Measure) (what, effect string) {
	for _, m := range all {
		what = lines(what, joined(" ", m.Number, v.free(flat(m.What))))
		effect = lines(effect, joined(" ", m.Number, v.MeasureState(m.Head, v.today)))
		if e, judged := m.Judged(); judged {
			effect = lines(effect, v.Judgement(e.Effect))
		}
	}
	return what, effect
}

// WriteChain writes the same as a workbook.
func WriteChain(out io.Writer, f Facts, estate app.ProjectID, c improve.Chain) error {
	v := f.track(Tracking{})
	kinds := map[string]sheet.ColumnKind{
		"measures.col.year": sheet.Int, "paper.col.score": sheet.Decimal, "paper.col.low": sheet.Decimal, "paper.col.high": sheet.Decimal, "paper.col.n": sheet.Int,
		"paper.col.complaints": sheet.Int,
	}
	columns := v.titled(kinds, "measures.field.dimension", "measures.col.year", "paper.col.score", "paper.col.low", "paper.col.high", "paper.col.n", "paper.col.change",
		"paper.col.complaints", "paper.col.measure.what", "paper.col.effect")
	var rows [][]any
	for _, l := range c.Links {
		for _, y := range l.Years {
			row := []any{f.chainName(l), y.Year, nil, nil, nil, nil, f.changeOf(y), nil}
			if y.Score != nil {
				row[2], row[5] = y.Score.Mean, y.Score.N
				if !y.Score.Bare && y.Score.High > y.Score.Low {
					row[3], row[4] = y.Score.Low, y.Score.High
				}
			}
			if len(l.Subjects) > 0 {
				row[7] = len(y.Complaints)
			}
			what, effect := v.done(y.Measures)
			rows = append(rows, append(row, what, effect))
		}
	}
	_, err := sheet.Write(out, v.listed("measures.chain", f.estateName(estate), columns, rows))
	return err
}
