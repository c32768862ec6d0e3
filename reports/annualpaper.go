package reports

import (
	"fmt"
	"io"
	"slices"

	"ownerdesk/reports/chart"
	"ownerdesk/reports/paper"
)

// WriteAnnual prints the report of a yearly survey: cover, contents, summary, the
// four chapters of the regulation, and appendices.
func WriteAnnual(out io.Writer, f Facts, p Polled) error {
	a, r := annually{f, p.Head, p.Results, p.Numbers, p.Later}, NewAnnual(f, p)
	cover := f.sheet(formAnnual, r.Title, f.Project(p.Project), paper.A4)
	cover.Secrecy = joined("    ", f.Say("annual.secrecy.paper"), r.Draft)
	cover.No, cover.Copy = p.Number, r.Only
	inner := cover
	cover.Bare, inner.Runs, inner.Dense = true, true, true
	file := paper.New(paper.Info{Title: joined(" ", r.Title, p.Number), Author: cover.Office, At: f.At})
	blocks := []paper.Block{paper.Contents{Title: f.Say("annual.contents"), Deep: 1}, paper.Break{}}
	blocks = append(blocks, r.Summary.blocks()...)
	for n, c := range r.Chapters {
		if n < 3 { // suggestions stand with the problems they answer
			blocks = append(blocks, paper.Break{})
		}
		blocks = append(blocks, r.chapter(c)...)
	}
	blocks = append(blocks, paper.Gap(8))
	for _, c := range r.Appendices {
		blocks = append(blocks, r.chapter(c)...)
	}
	file.Join(paper.Part{Sheet: cover, Blocks: []paper.Block{a.cover(r)}}, paper.Part{Sheet: inner, Blocks: blocks})
	if _, err := file.WriteTo(out); err != nil {
		return fmt.Errorf("print the report of survey %d: %w", p.Year, err)
	}
	return nil
}

// cover says what the report is, whose, of when, and who answers for it.
func (a annually) cover(r AnnualReport) paper.Cover {
	c := paper.Cover{Above: dotted(a.Ground.Office.Company, a.Project(a.h.Project)), Title: r.Title, Below: joined("　", a.h.Plan.Title, r.Only, r.Draft)}
	if a.h.Plan.Title == r.Title {
		c.Below = joined("　", r.Only, r.Draft)
	}
	row := func(key, text string) {
		if text != "" {
			c.Rows = append(c.Rows, [2]string{a.Say(key), text})
		}
	}
	row("annual.number", a.h.Number)
	row("annual.sample", r.Basis)
	row("annual.planned", dotted(a.Staff(a.h.By), a.Day(a.h.Made)))
	row("annual.approved", dotted(a.Staff(a.h.ApprovedBy), a.Day(a.h.Approved)))
	row("annual.reported", dotted(a.Staff(a.h.ReportedBy), a.Day(a.h.Reported)))
	return c
}

// blocks are the summary: one page.
func (s AnnualSummary) blocks() []paper.Block {
	tiles := make(paper.Tiles, len(s.Tiles))
	for i, t := range s.Tiles {
		tiles[i] = paper.Tile(t)
	}
	blocks := []paper.Block{paper.Chapter{Title: s.Title}, paper.Gap(2), tiles, paper.Gap(4)}
	if s.Text != "" {
		blocks = append(blocks, paper.Para{Text: s.Text}, paper.Gap(2))
	}
	blocks = append(blocks, paper.List(s.Points))
	for _, c := range s.Charts {
		if c.Empty() {
			continue
		}
		blocks = append(blocks, paper.Room{paper.Gap(3), picture(c)})
	}
	return blocks
}

// picture is a chart under its title. Where it has many rows, long names are cut to one
// line: the table below has them whole.
func picture(c NamedChart) paper.Block {
	if c.Kind != chart.Quadrants && len(c.Labels) > manyRows {
		c.Labels = slices.Clone(c.Labels)
		for i, name := range c.Labels {
			c.Labels[i] = cutName(name, oneLine)
		}
	}
	return paper.Keep{paper.Caption(c.Title), paper.Picture{High: highOf(c.Chart), Draw: onPaper(c.Chart)}}
}

// chapter is a chapter with its sections.
func (r AnnualReport) chapter(c AnnualChapter) []paper.Block {
	blocks := []paper.Block{paper.Chapter{Title: c.Title}}
	for _, s := range c.Sections {
		blocks = append(blocks, r.section(s)...)
	}
	return blocks
}

// section is a heading, what to take away, and what it stands on. The heading stays
// with what comes first below it.
func (r AnnualReport) section(s AnnualSection) []paper.Block {
	head := paper.Keep{paper.Chapter{Title: s.Title, Level: 1}}
	if s.Says != "" {
		head = append(head, paper.Point(s.Says))
	}
	var rest [][]paper.Block
	if len(s.Pairs) > 0 {
		var rows []paper.Block
		for _, p := range s.Pairs {
			rows = append(rows, paper.Text(p[0], p[1], 0))
		}
		rest = append(rest, rows)
	}
	for _, c := range s.Charts {
		if !c.Empty() {
			rest = append(rest, []paper.Block{picture(c), paper.Gap(3)})
		}
	}
	for _, t := range s.Tables {
		rest = append(rest, r.tableBlocks(t))
	}
	if len(s.Text) > 0 {
		var text []paper.Block
		for _, p := range s.Text {
			if p != "" {
				text = append(text, paper.Para{Text: p})
			}
		}
		rest = append(rest, text)
	}
	if len(s.Points) > 0 {
		rest = append(rest, []paper.Block{paper.Gap(2), paper.List(s.Points)})
	}
	if len(rest) == 0 {
		return []paper.Block{head}
	}
	first := rest[0]
	blocks := []paper.Block{append(head, first[0])}
	blocks = append(blocks, first[1:]...)
	for _, more := range rest[1:] {
		blocks = append(blocks, more...)
	}
	return append(blocks, paper.Gap(3))
}

// tableBlocks are a table with its title above and its note below; a short one stays
// on one page.
func (r AnnualReport) tableBlocks(t FigureTable) []paper.Block {
	blocks := []paper.Block{paper.Caption(t.Title)}
	if len(t.Rows) == 0 {
		return []paper.Block{paper.Keep(append(blocks, paper.Note(r.Nothing))), paper.Gap(3)}
	}
	blocks = append(blocks, t.paper())
	if t.Note != "" {
		blocks = append(blocks, paper.Note(t.Note))
	}
	if len(t.Rows) <= keptRows && !t.wordy() {
		return []paper.Block{paper.Keep(blocks), paper.Gap(3)}
	}
	return append(blocks, paper.Gap(3))
}

// mostTogether is how many bytes a table may hold that is kept on one page: more leave too
// much of the page before it white.
const mostTogether = 1500

// wordy reports whether cells hold more than is kept on one page.
func (t FigureTable) wordy() bool {
	n := 0
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			n += len(c.Text)
		}
	}
	return n > mostTogether
}

// Heights of charts on paper, in mm.
const (
	rowHigh    = 7.8
	slimHigh   = 5.4
	barHigh    = 6.4
	axisHigh   = 15
	planeHigh  = 116
	lowestHigh = 30
	tallest    = 220 // what a page holds below the heads of a section
)

// oneLine is how many letters a label may have to stand on one line of a slim row,
// manyRows how many rows are not slim yet.
const (
	oneLine  = 38
	manyRows = 8
)

// highOf is how high a chart stands, by its rows.
func highOf(c chart.Chart) float64 {
	each := rowHigh
	if len(c.Labels) > manyRows {
		each = slimHigh
	}
	if c.Kind == chart.Lying && each == slimHigh { // bars are thicker than points
		each = barHigh
	}
	if c.Kind == chart.Quadrants {
		return planeHigh
	}
	if c.Kind == chart.Lying && len(c.Series) > 1 {
		each *= 1.2
	}
	return min(tallest, max(lowestHigh, axisHigh+each*float64(len(c.Labels))))
}
