package ui

import (
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/seat/beside"
)

// Whatever a new office is refused for stands beside the answer that mends it: the estate
// and the person have a name each.
func TestWhatIsWrongWithANewOfficeStandsBesideTheAnswerThatMendsIt(t *testing.T) {
	s := newOffice(t)
	w := s.showWelcome(app.Ground{})
	w.build("en", answers{company: "Cloud Rest", estate: "Gardens", name: "Wang Fang", region: workday.CN, role: app.Head})
	faults := []app.Invalid{
		{Field: "company", Rule: "missing"}, {Field: "company", Rule: "too-long"}, {Field: "estate", Rule: "missing"}, {Field: "estate", Rule: "too-long"},
		{Field: "name", Rule: "missing"}, {Field: "name", Rule: "too-long"}, {Field: "role", Rule: "missing"},
	}
	for f, amiss := range beside.Marks(s.window, w.form, faults, func(err error) { w.show(0, err) }) {
		if amiss != "" {
			t.Errorf("%s %s: %s", f.Field, f.Rule, amiss)
		}
	}
	for _, c := range []struct {
		field string
		input interface{ SetText(string) }
	}{{"company", w.company}, {"estate", w.estate}, {"name", w.name}} {
		for _, wrong := range []string{"", strings.Repeat("a", app.LongestLine+1)} {
			c.input.SetText(wrong)
			if w.submit(); s.staff != 0 || !slices.Equal(w.form.Failed(), []string{c.field}) {
				t.Errorf("%s of %d letters: wrong is %v", c.field, len(wrong), w.form.Failed())
			}
			c.input.SetText("Wang Fang")
		}
	}
	if w.submit(); s.staff == 0 {
		t.Errorf("mended, it is refused for %v", w.form.Failed())
	}
}
