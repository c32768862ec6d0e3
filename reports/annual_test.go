package reports

import (
	"bytes"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/paper"
)

// TestAnnualGallery writes the report into the folder named by GALLERY, to be
// looked at by a person.
func TestAnnualGallery(t *testing.T) {
	dir := os.Getenv("GALLERY")
	if dir == "" {
		t.Skip("GALLERY names no folder")
	}
	for _, l := range lang.All {
		f := office(t, l)
		one, other := usual, usual
		other.convenience = true
		for name, o := range map[string]asked{"annual": one, "annual-only": other} {
			p := polled(t, f, l, o)
			var pdf bytes.Buffer
			if err := WriteAnnual(&pdf, f, p); err != nil {
				t.Fatal(err)
			}
			var book bytes.Buffer
			if err := WriteAnnualBook(&book, f, p); err != nil {
				t.Fatal(err)
			}
			for ending, raw := range map[string][]byte{".pdf": pdf.Bytes(), ".xlsx": book.Bytes()} {
				if err := os.WriteFile(dir+"/"+string(l)+"-"+name+ending, raw, 0o644); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// said is everything a report says.
func (r AnnualReport) said() string {
	var all []string
	all = append(all, r.Title, r.Basis, r.Only, r.Draft, r.Summary.Title, r.Summary.Text)
	all = append(all, r.Summary.Points...)
	for _, t := range r.Summary.Tiles {
		all = append(all, t.Label, t.Value, t.Note)
	}
	for _, c := range append(r.Chapters, r.Appendices...) {
		all = append(all, c.Title)
		for _, s := range c.Sections {
			all = append(all, s.Title, s.Says)
			for _, p := range s.Pairs {
				all = append(all, p[0], p[1])
			}
			all = append(append(all, s.Text...), s.Points...)
			for _, c := range s.Charts {
				all = append(append(all, c.Title), c.Labels...)
			}
			for _, t := range s.Tables {
				all = append(all, t.Title, t.Note)
				for _, c := range t.Columns {
					all = append(all, c.Title)
				}
				for _, row := range t.Rows {
					all = append(all, across(row))
				}
			}
		}
	}
	return strings.Join(all, "\n")
}

func TestEveryLineOfTheYearlyReportHasWords(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		for _, convenience := range []bool{false, true} {
			o := usual
			o.convenience = convenience
			r := NewAnnual(f, polled(t, f, l, o))
			for _, s := range strings.Split(r.said(), "\n") {
				if strings.Contains(s, "annual.") || strings.Contains(s, "%!") || strings.Contains(s, "NaN") {
					t.Errorf("%s: %q has no words", l, s)
				}
			}
			for _, table := range r.Tables() {
				for _, row := range table.Rows {
					if len(row.Cells) != len(table.Columns) {
						t.Errorf("%s: %s has %d cells under %d titles", l, table.Name, len(row.Cells), len(table.Columns))
					}
				}
			}
		}
	}
}

// printed is the text of the report on paper; the test is skipped where nothing can
// read it.
func printed(t *testing.T, f Facts, o asked, l lang.Language) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not here")
	}
	path := filepath.Join(t.TempDir(), "report.pdf")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteAnnual(file, f, polled(t, f, l, o)); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTheReportHasTheRegulationsChaptersAndASummaryOfOnePage(t *testing.T) {
	f := office(t, lang.Traditional)
	p := polled(t, f, lang.Traditional, usual)
	r := NewAnnual(f, p)
	var titles []string
	for _, c := range r.Chapters {
		titles = append(titles, c.Title)
	}
	if got := strings.Join(titles, " "); got != "一、調查概況 二、調查結果 三、存在問題 四、改進建議" {
		t.Errorf("the chapters are %s", got)
	}
	pages := strings.Split(printed(t, f, usual, lang.Traditional), "\f")
	if n := len(pages) - 1; n < 10 || n > 24 {
		t.Errorf("the report has %d pages", n)
	}
	if !strings.Contains(pages[2], "摘要") || !strings.Contains(pages[3], "一、調查概況") {
		t.Error("the summary takes more than a page")
	}
	for _, said := range []string{r.Summary.Tiles[0].Value, r.Summary.Tiles[1].Value, r.Summary.Tiles[2].Value} {
		if !strings.Contains(pages[2], said) {
			t.Errorf("the summary does not say %s", said)
		}
	}
	if missing := paper.Missing(r.said()); len(missing) > 0 {
		t.Errorf("paper lacks %q", string(missing))
	}
}

// What a hidden cell would say stands nowhere: not in a table, not in a chart.
func TestHiddenCellsHaveNoFigureAnywhere(t *testing.T) {
	f := office(t, lang.Traditional)
	p := polled(t, f, lang.Traditional, usual)
	r := NewAnnual(f, p)
	hidden := 0
	for i, row := range p.Results.Cross {
		for j, c := range row {
			cell := r.Table("crossed").Rows[i].Cells[j+1]
			if c.Showing.Hidden() != cell.Hidden {
				t.Errorf("cell %d, %d is hidden: %v", i, j, cell.Hidden)
			}
			if cell.Hidden {
				hidden++
				if cell.Text != hiddenSign || cell.Value != 0 || cell.cell() != nil {
					t.Errorf("a hidden cell says %+v", cell)
				}
			}
		}
	}
	if hidden == 0 {
		t.Error("nothing is hidden, so nothing is tested")
	}
	for g, c := range p.Results.ByOwner.Index {
		c.Showing = survey.TooFew
		p.Results.ByOwner.Index[g] = c
	}
	for _, s := range NewAnnual(f, p).Chapters[1].Sections {
		for _, c := range s.Charts {
			if c.Name != "by-owner" {
				continue
			}
			for _, v := range c.Series[0].Values {
				if !math.IsNaN(v) {
					t.Errorf("a hidden group is drawn at %v", v)
				}
			}
		}
	}
}

func TestADraftNamesWhatTheFiguresSay(t *testing.T) {
	f := office(t, lang.Traditional)
	engineering := f.Ground.Departments[engineering]
	engineering.Subjects = []app.Category{"RS"}
	f.Ground.Departments[engineering.ID] = engineering
	p := polled(t, f, lang.Traditional, usual)
	if len(p.Findings.Problems) == 0 || len(p.Findings.Problems) != len(p.Findings.Suggestions) {
		t.Fatalf("%d problems, %d suggestions", len(p.Findings.Problems), len(p.Findings.Suggestions))
	}
	found := false
	for n, x := range p.Findings.Problems {
		if plain := f.Undrafted(x.Title); plain == "" || strings.Contains(plain, "草擬") || f.Undrafted(plain) != plain {
			t.Errorf("without its mark a title is %q", plain)
		}
		if !strings.HasPrefix(x.Title, "【草擬】") || !strings.HasPrefix(p.Findings.Suggestions[n].Text, "【草擬】") {
			t.Errorf("%q is not called a draft", x.Title)
		}
		if x.Item != "REPAIR-2" {
			continue
		}
		found = true
		if !strings.Contains(x.Title, "維修的及時") || !strings.Contains(x.Evidence, "得分 ") || !strings.Contains(x.Evidence, "相關投訴 19 件（上年 11 件）") || len(x.Complaints) != 19 {
			t.Errorf("the problem says %+v", x)
		}
		s := p.Findings.Suggestions[n]
		if s.Problem != x.N || s.Dept != engineering.ID || s.From <= 0 || s.To <= s.From {
			t.Errorf("the suggestion says %+v", s)
		}
	}
	if !found {
		t.Error("what fell most is no problem")
	}
}

// Surveys that nobody answered, of one area or of many, of few questions.
func TestStrangeSurveysHaveReportsToo(t *testing.T) {
	f := office(t, lang.English)
	for name, change := range map[string]func(*annual.Head){
		"nobody answered": func(h *annual.Head) { h.Plan.Title = "empty" },
		"one stratum":     func(h *annual.Head) { h.Strata = h.Strata[:1] },
		"many areas": func(h *annual.Head) {
			for s := range h.Strata {
				h.Strata[s].Area, h.Strata[s].Name = app.AreaID(s+1), strings.Repeat("Long Court ", 2)+ordinal(s)
			}
		},
		"few questions": func(h *annual.Head) {
			h.Questionnaire = annual.Questionnaire{Dimensions: []annual.Dimension{{Code: "OWN", Text: "", Weight: 100, Own: true}},
				Items: []annual.Item{{Code: "OWN-1", Dimension: "OWN", Text: "Is the swimming pool, which was opened in spring after long works, to your liking and that of your children?"}}}
		},
		"twenty to a hundred": func(h *annual.Head) { h.Plan.Scale = survey.Twenty },
	} {
		o := usual
		h := o.head(lang.English)
		change(&h)
		units, sheets := o.answered(annual.Head{Strata: h.Strata, Questionnaire: h.Questionnaire, Year: h.Year})
		if h.Plan.Title == "empty" {
			sheets = nil
		}
		if name == "few questions" {
			for i := range sheets {
				sheets[i].Marks = sheets[i].Marks[1:]
			}
		}
		r, err := annual.Analyse(h, sheets, units, nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		p := Polled{Head: h, Results: r}
		if err := WriteAnnual(io.Discard, f, p); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := WriteAnnualBook(io.Discard, f, p); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if said := NewAnnual(f, p).said(); strings.Contains(said, "NaN") || strings.Contains(said, "%!") {
			t.Errorf("%s: the report says a figure that is none", name)
		}
	}
}

// A chart of as many areas or items as there may be stands on one page, and a report that
// has nothing to compare with explains no comparison.
func TestChartsOfManyRowsStayOnTheirPage(t *testing.T) {
	f := office(t, lang.Traditional)
	h := usual.head(lang.Traditional)
	h.Strata = nil
	for i := range 61 {
		h.Strata = append(h.Strata, annual.Stratum{Area: app.AreaID(i + 1), Name: ordinal(i), Owner: "OW-SELF", Units: 20, Planned: 8, Issued: 10})
	}
	for areas := 60; areas <= 61; areas++ {
		one := h
		one.Strata = h.Strata[:areas]
		units, sheets := usual.answered(one)
		r, err := annual.Analyse(one, sheets, units, nil)
		if err != nil {
			t.Fatal(err)
		}
		report := NewAnnual(f, Polled{Head: one, Results: r})
		for _, s := range report.Chapters[1].Sections {
			for _, c := range s.Charts {
				if high := highOf(c.Chart); high > tallest {
					t.Errorf("%d areas: chart %s is %.0f mm high", areas, c.Name, high)
				}
				if c.Name == "by-area" && c.Empty() != (areas > mostDrawn) {
					t.Errorf("%d areas: drawn %v", areas, !c.Empty())
				}
			}
		}
		if strings.Contains(report.Table("items").Note, "p ") {
			t.Errorf("without a year before, it explains %q", report.Table("items").Note)
		}
	}
}
