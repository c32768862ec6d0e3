package reports

import (
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"ownerdesk/app/annual"
	"ownerdesk/app/soak"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
)

// moving are words that claim a rise or a fall.
var moving = map[lang.Language][2]*regexp.Regexp{
	lang.Traditional: {regexp.MustCompile(`提高|提升|上升|好轉|改善了`), regexp.MustCompile(`下降|降低|回落|惡化|退步`)},
	lang.Simplified:  {regexp.MustCompile(`提高|提升|上升|好转|改善了`), regexp.MustCompile(`下降|降低|回落|恶化|退步`)},
	lang.English:     {regexp.MustCompile(`(?i)\b(rose|risen|increased|better than|improved (since|from|on))\b`), regexp.MustCompile(`(?i)\b(fell|fallen|declined|decreased|dropped|worse than)\b`)},
}

// sure are the comparisons of results, and whether any may be called a rise or a fall.
func sure(r annual.Results) (rises, falls bool) {
	all := []*annual.Compared{r.IndexLast}
	if r.Overall != nil {
		all = append(all, r.Overall.Last)
	}
	if r.Recommend != nil {
		all = append(all, r.Recommend.Last)
	}
	for _, d := range r.Dimensions {
		all = append(all, d.Last)
	}
	for _, i := range r.Items {
		all = append(all, i.Last)
	}
	for _, c := range all {
		rises, falls = rises || c.Risen(), falls || c.Fallen()
	}
	return rises, falls
}

// Reports of random surveys speak of a rise or a fall only where a test carries it.
func TestAReportClaimsNoChangeThatTheTestDoesNotCarry(t *testing.T) {
	seen := map[[2]bool]int{}
	for n := range soak.Rounds(30, 120) {
		seed := soak.Seed() + uint64(n)
		l := lang.All[seed%uint64(len(lang.All))]
		f := office(t, l)
		o := asked{year: 2026, sheets: 60 + int(seed%5)*60, seed: seed + 100, convenience: seed%10 == 9, move: map[string]float64{}}
		chance := rand.New(rand.NewPCG(seed, 3))
		for _, i := range annual.Template().Items {
			o.move[i.Code] = float64(int(seed)%4-1) * .12 * chance.Float64()
		}
		p := polled(t, f, l, o)
		rises, falls := sure(p.Results)
		seen[[2]bool{rises, falls}]++
		r := NewAnnual(f, p)
		for way, is := range []bool{rises, falls} {
			if found := moving[l][way].FindString(r.said()); !is && found != "" {
				t.Errorf("survey %d says %q, which no test carries", seed, found)
			}
		}
		for _, row := range r.Table("items").Rows {
			said, c := across(row), lastOf(f, p, row.Cells[1].Text)
			if rose, fell := moving[l][0].MatchString(said), moving[l][1].MatchString(said); rose != c.Risen() || fell != c.Fallen() {
				t.Errorf("survey %d says %q; risen %v, fallen %v", seed, said, c.Risen(), c.Fallen())
			}
		}
		if o.convenience && (strings.Contains(r.said(), "p=") || strings.Contains(r.said(), "p<0.001")) {
			t.Errorf("survey %d was not drawn, and tests", seed)
		}
	}
	if len(seen) < 3 {
		t.Errorf("the surveys are too much alike: %v", seen)
	}
}

func lastOf(f Facts, p Polled, name string) *annual.Compared {
	for _, i := range p.Results.Items {
		if say.ItemText(f.Voice, p.Questionnaire, i.Code) == name && !p.Plan.Convenience {
			return i.Last
		}
	}
	return nil
}

func TestAConvenienceSampleIsCalledOneEverywhere(t *testing.T) {
	for _, l := range lang.All {
		f := office(t, l)
		o := usual
		o.convenience = true
		r := NewAnnual(f, polled(t, f, l, o))
		only := f.Say("annual.only")
		for _, table := range r.Tables() {
			if !strings.Contains(table.Title, only) {
				t.Errorf("%s: %q does not say so", l, table.Title)
			}
			for _, c := range table.Columns {
				if c.Name == "interval" || c.Name == "se" || c.Name == "p" || c.Name == "top-interval" {
					t.Errorf("%s: %s has a column %s", l, table.Name, c.Name)
				}
			}
		}
		for _, c := range append(r.Chapters, r.Appendices...) {
			for _, s := range c.Sections {
				for _, n := range s.Charts {
					if !strings.Contains(n.Title, only) {
						t.Errorf("%s: %q does not say so", l, n.Title)
					}
					for _, series := range n.Series {
						for _, low := range series.Low {
							if !math.IsNaN(low) {
								t.Errorf("%s: %s has intervals", l, n.Name)
							}
						}
					}
				}
			}
		}
		if pages := printed(t, f, o, l); strings.Count(pages, only) < strings.Count(pages, "KF-19") {
			t.Errorf("%s: not every page says so", l)
		}
	}
}
