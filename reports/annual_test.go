package reports

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"ownerdesk/assets/lang"
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
