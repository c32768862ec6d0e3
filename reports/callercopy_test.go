package reports

import (
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
)

// Everybody who brought the same gets an owner's copy of his own, on which he stands in
// full, as the log is told, and nobody else does.
func TestEachFurtherReporterHasACopyOfHisOwn(t *testing.T) {
	for _, of := range []func(Facts) app.Case{full, complained} {
		f := office(t, lang.Traditional)
		c := brought(of(f))
		for i, k := range c.Callers {
			d, there := CallerCopy(f, c, k, A4)
			if !there {
				t.Fatal("there is no copy")
			}
			words := said(d)
			other := c.Callers[1-i]
			if !strings.Contains(words, k.Reporter.Name) || strings.Contains(words, other.Reporter.Name) || strings.Contains(words, c.Reporter.Name) || strings.Contains(words, c.Reporter.Phone) {
				t.Errorf("the copy of %s says %s", k.Reporter.Name, words)
			}
			if strings.Contains(words, other.Said) || c.Wish != "" && strings.Contains(words, c.Wish) {
				t.Errorf("the copy of %s has the words of others", k.Reporter.Name)
			}
			if len(d.Shows) != 1 || d.Shows[0].Person != k.Reporter.Person || d.Shows[0].Issue != c.ID {
				t.Errorf("the log is told %+v", d.Shows)
			}
		}
	}
}
