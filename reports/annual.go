package reports

import (
	"math"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/reports/chart"
	"ownerdesk/reports/say"
)

// Polled is a yearly survey with what its sheets say, as its report takes it.
type Polled struct {
	annual.Head
	Results annual.Results
	Numbers map[app.IssueID]string // of complaints, as people know them
	Later   map[int]string         // by problem: a measure that came of it after the report was out
}

// AnnualReport is the report of a yearly survey in words: what screen, paper and
// workbook show. Chapters are those of the regulation, appendices come after them.
type AnnualReport struct {
	Title      string
	Basis      string // what it stands on
	Only       string // that figures speak only of those who answered; empty for a drawn sample
	Draft      string // that it is not out yet; empty once it is
	Summary    AnnualSummary
	Chapters   []AnnualChapter
	Appendices []AnnualChapter
	Nothing    string // in place of a table without rows
}

// AnnualSummary is the report on one page.
type AnnualSummary struct {
	Title  string
	Tiles  []AnnualTile
	Text   string // a person's own words
	Points []string
	Charts []NamedChart // where the page has room for them
}

// AnnualTile is a figure to see first.
type AnnualTile struct{ Label, Value, Note string }

// AnnualChapter is a chapter of the report, or an appendix.
type AnnualChapter struct {
	Title    string
	Sections []AnnualSection
}

// AnnualSection is a section: what to take away from it, and what that stands on.
type AnnualSection struct {
	Title  string
	Says   string
	Pairs  [][2]string
	Charts []NamedChart
	Tables []FigureTable
	Behind []FigureTable // what charts were drawn from, for the workbook only
	Text   []string      // explanations
	Points []string      // a list
}

// NewAnnual words the report of a survey.
func NewAnnual(f Facts, p Polled) AnnualReport {
	a := annually{f, p.Head, p.Results, p.Numbers, p.Later}
	r := AnnualReport{Title: a.title(), Basis: a.basis(), Nothing: a.Say("annual.nothing"), Summary: a.summary()}
	if a.h.State != annual.Reported {
		r.Draft = a.Say("annual.draft.paper")
	}
	if a.r.Convenience {
		r.Only = a.Say("annual.only")
		for i := range r.Summary.Charts {
			r.Summary.Charts[i].Title = dotted(r.Summary.Charts[i].Title, r.Only)
		}
	}
	r.Chapters = []AnnualChapter{
		{a.Say("annual.chapter.overview"), a.overview()},
		{a.Say("annual.chapter.results"), a.results()},
		{a.Say("annual.chapter.problems"), a.problems()},
		{a.Say("annual.chapter.suggestions"), a.suggestions()},
	}
	for n := range r.Chapters {
		a.count(r.Chapters[n].Sections, ordinal(n+1), r.Only)
	}
	for _, key := range []string{"questionnaire", "formulas", "items", "quality", "glossary"} {
		letter := string(rune('A' + len(r.Appendices)))
		sections := a.appendix(key)
		a.count(sections, letter, r.Only)
		r.Appendices = append(r.Appendices, AnnualChapter{a.Say("annual.appendix", letter, a.Say("annual.appendix."+key)), sections})
	}
	return r
}

// Tables are all tables of the report in their order, those behind charts too.
func (r AnnualReport) Tables() []FigureTable {
	var all []FigureTable
	for _, part := range [][]AnnualChapter{r.Chapters, r.Appendices} {
		for _, c := range part {
			for _, s := range c.Sections {
				all = append(append(all, s.Tables...), s.Behind...)
			}
		}
	}
	return all
}

// Table finds a table by its name.
func (r AnnualReport) Table(name string) FigureTable { return Month{Tables: r.Tables()}.Table(name) }

// annually words one survey.
type annually struct {
	Facts
	h       annual.Head
	r       annual.Results
	numbers map[app.IssueID]string
	later   map[int]string
}

// count gives sections, tables and charts their numbers within a chapter, and says
// with each that it speaks of few where it does.
func (a annually) count(sections []AnnualSection, chapter, only string) {
	tables, charts := 0, 0
	for i := range sections {
		s := &sections[i]
		s.Title = a.Say("annual.section", chapter, i+1, s.Title)
		for j := range s.Tables {
			tables++
			s.Tables[j].Title = dotted(a.Say("annual.table", chapter, tables, s.Tables[j].Title), only)
		}
		for j := range s.Behind {
			s.Behind[j].Title = dotted(s.Behind[j].Title, only)
		}
		for j := range s.Charts {
			charts++
			s.Charts[j].Title = dotted(a.Say("annual.chart", chapter, charts, s.Charts[j].Title), only)
		}
	}
}

func (a annually) title() string { return a.Say("annual.title", a.h.Year) }

// basis says how many answered of whom, and on which scale.
func (a annually) basis() string {
	key := "annual.basis"
	if a.r.Convenience {
		key = "annual.basis.all"
	}
	return a.Say(key, a.r.Total.Valid, a.units(), a.Say("annual.scale."+string(a.r.Scale)))
}

// units are the households of the frame.
func (a annually) units() int {
	n := 0
	for _, s := range a.h.Strata {
		n += s.Units
	}
	return n
}

func (a annually) item(code string) string { return say.ItemText(a.Voice, a.h.Questionnaire, code) }

func (a annually) dimension(code string) string {
	return say.DimensionText(a.Voice, a.h.Questionnaire, code)
}

// indicator is an item's text, or a dimension's.
func (a annually) indicator(code string) string {
	if said := a.item(code); said != "" {
		return said
	}
	return a.dimension(code)
}

// overallItem is what the overall item is called in tables: its question is long.
func (a annually) overallItem() string { return a.Say("annual.overall") }

func (a annually) chart(name string, c chart.Chart) NamedChart {
	return NamedChart{name, a.Say(a.meant("annual.chart." + name)), c}
}

// meant is a key of words, or that of those for who answered only: without interval
// and test.
func (a annually) meant(key string) string {
	if !a.exact() && a.Has(key+".only") {
		return key + ".only"
	}
	return key
}

// section begins a section.
func (a annually) section(name string) AnnualSection {
	return AnnualSection{Title: a.Say("annual.section." + name)}
}

// annualColumn is a column of a table of the report: the key of its title, its share of
// the width, whether it holds words, and whether it is left out.
type annualColumn struct {
	name string
	wide int
	left bool
	off  bool
}

// table makes a table; cells of columns that are left out are left out too.
func (a annually) table(name string, columns []annualColumn, rows [][]Figure) FigureTable {
	t := FigureTable{Name: name, Title: a.Say("annual.table." + name)}
	for _, c := range columns {
		if !c.off {
			t.Columns = append(t.Columns, FigureColumn{a.head(c.name), c.wide, !c.left, c.name})
		}
	}
	starred, hidden := false, false
	for _, cells := range rows {
		row := FigureRow{}
		for i, c := range cells {
			if i < len(columns) && !columns[i].off {
				row.Cells = append(row.Cells, c)
				starred, hidden = starred || c.Few, hidden || c.Hidden
			}
		}
		t.Rows = append(t.Rows, row)
	}
	var notes []string
	if key := a.meant("annual.note." + name); a.Has(key) {
		notes = append(notes, a.Say(key))
	}
	if hidden {
		notes = append(notes, a.Say("annual.hidden"))
	}
	if starred {
		notes = append(notes, a.Say("annual.few"))
	}
	t.Note = joined(" ", notes...)
	return t
}

// head is the title of a column: what stands under its key, the year compared with,
// or the name of a group as it is.
func (a annually) head(name string) string {
	switch {
	case name == "last":
		return a.year(a.r.LastYear)
	case a.Has("annual.col." + name):
		return a.Say("annual.col." + name)
	}
	return name
}

// exact reports whether figures have errors and intervals: a sample that was drawn.
func (a annually) exact() bool { return !a.r.Convenience }

// compared reports whether there is a year to compare with: what speaks only of those
// who answered is compared with none.
func (a annually) compared() bool { return a.r.LastYear != 0 && a.exact() }

// has reports whether there is a figure at all.
func has(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// seenScore reports whether an estimate is there to be shown.
func seenScore(e survey.Estimate) bool { return e.N > 0 && has(e.Mean) }
