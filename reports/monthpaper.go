package reports

import (
	"fmt"
	"io"
	"slices"

	"ownerdesk/app"
	"ownerdesk/reports/chart"
	"ownerdesk/reports/paper"
)

// chartHigh is how high a chart stands on paper, in mm.
const chartHigh = 66

// WriteMonth prints a month's figures as a document with an outline: the tables,
// charts, what concerns many, and what is still to be done.
func WriteMonth(out io.Writer, f Facts, m Month, project app.ProjectID) error {
	s := f.packSheet(project, paper.A4)
	file := paper.New(paper.Info{Title: s.Title + " " + m.Title, Author: s.Office, At: f.At})
	file.Join(paper.Part{Sheet: s, Blocks: append(f.packCover(m, project), m.statistics(f)...)})
	if _, err := file.WriteTo(out); err != nil {
		return fmt.Errorf("print the figures of %s: %w", m.Title, err)
	}
	return nil
}

// estateName is an estate's name, or that all are meant.
func (f Facts) estateName(p app.ProjectID) string {
	if p == 0 {
		return f.Say("shell.estates.all")
	}
	return f.Project(p)
}

func (f Facts) packSheet(project app.ProjectID, size paper.Size) paper.Sheet {
	return f.sheet(formPack, f.Say("pack.title"), f.estateName(project), size)
}

// packCover says which month, of what, as of when.
func (f Facts) packCover(m Month, project app.ProjectID) []paper.Block {
	return []paper.Block{
		paper.Para{Text: m.Title, Bold: true, Centre: true},
		paper.Pairs(f.Say("pack.estate"), f.estateName(project)),
		paper.Pairs(f.Say("pack.basis"), m.Basis),
	}
}

// statistics are the blocks of the figures, chapter by chapter.
func (m Month) statistics(f Facts) []paper.Block {
	return slices.Concat(m.figured(f), m.patterned(f), m.opened(f), f.track(m.Tracked).chapter(m.Tracked))
}

// figured are tables T1 to T6 with charts C1 to C5.
func (m Month) figured(f Facts) []paper.Block {
	blocks := []paper.Block{paper.Chapter{Title: f.Say("pack.figures")}}
	for _, part := range []struct{ no, table, chartNo, chart string }{
		{"T1", "kind", "C1", "series"}, {"T2", "dept", "C3", "depts"}, {"T3", "subject", "C2", "pareto"}, {"", "topic", "", ""},
		{"T4", "area", "", ""}, {"T5", "kpi", "C4", "rates"}, {"T6", "level", "", ""}, {"", "cause", "", "causes"}, {"", "age", "C5", "ages"},
		{"", "cost", "", ""}, {"", "cost-dept", "", ""}, {"", "gathered", "", ""},
	} {
		blocks = append(blocks, m.tableBlocks(part.no, m.Table(part.table))...)
		if part.chart != "" {
			blocks = append(blocks, m.chartBlocks(part.chartNo, part.chart)...)
		}
	}
	return blocks
}

// patterned are what concerns many, and what comes back.
func (m Month) patterned(f Facts) []paper.Block {
	blocks := []paper.Block{paper.Chapter{Title: f.Say("pack.patterns")}}
	for _, name := range []string{"problem", "hot", "again"} {
		blocks = append(blocks, m.tableBlocks("", m.Table(name))...)
	}
	return blocks
}

// opened are the issues that are still to be done.
func (m Month) opened(f Facts) []paper.Block {
	blocks := m.tableBlocks("", m.Table("unresolved"))
	return append([]paper.Block{paper.Chapter{Title: f.Say("pack.open")}}, blocks[1:]...)
}

// tableBlocks are a table with its title and how it was counted; nothing to list
// is said.
func (m Month) tableBlocks(no string, t FigureTable) []paper.Block {
	blocks := []paper.Block{paper.Chapter{Title: joined(" ", no, t.Title), Level: 1}}
	if len(t.Rows) == 0 {
		return append(blocks, paper.Note(m.Nothing))
	}
	blocks = append(blocks, t.paper())
	if t.Note != "" {
		blocks = append(blocks, paper.Note(t.Note))
	}
	if len(t.Rows) <= keptRows {
		return []paper.Block{paper.Keep(blocks)}
	}
	return blocks
}

// paper is a table as it is printed.
func (t FigureTable) paper() paper.Table {
	table := paper.Table{Small: true, Tight: len(t.Rows) > keptRows, Sum: len(t.Rows) > 0 && t.Rows[len(t.Rows)-1].Total}
	wide := 0
	for _, c := range t.Columns {
		wide += c.Wide
	}
	for _, c := range t.Columns {
		column := paper.Column{Title: c.Title, Width: float64(c.Wide) / float64(wide) * textWidth}
		if c.Right {
			column.Align = paper.Right
		}
		table.Columns = append(table.Columns, column)
	}
	for _, r := range t.Rows {
		row := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			row[i] = c.Text
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// keptRows is up to how many rows a table stays on one page, with its title and note.
const keptRows = 12

// textWidth is the room between the margins of an A4 sheet, in mm.
const textWidth = 173

func (m Month) chartBlocks(no, name string) []paper.Block {
	for _, c := range m.Charts {
		if c.Name == name && !c.Empty() {
			return []paper.Block{paper.Keep{paper.Chapter{Title: joined(" ", no, c.Title), Level: 1}, paper.Picture{High: chartHigh, Draw: onPaper(c.Chart)}}}
		}
	}
	return nil
}

func onPaper(c chart.Chart) func(*paper.Canvas, float64, float64) error {
	return func(on *paper.Canvas, wide, high float64) error {
		look := chart.OnPaper
		look.Size = 9
		return c.OnPad(on, wide, high, look)
	}
}
