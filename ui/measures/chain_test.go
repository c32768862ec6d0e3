package measures

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
)

func TestTheChainLeadsFromAFigureToWhatItStandsOn(t *testing.T) {
	for _, l := range lang.All {
		x := sit(t, l)
		ledger := datatest.NewLedger(x.World)
		var cases []app.Case
		for n := range 3 {
			c := ledger.One(datatest.At(9+n, 10, 0), false)
			c.Kind, c.Category, c.State, c.Close = app.Complaint, "EQ1", app.Closed, app.ClosedSatisfied
			cases = append(cases, c)
		}
		if err := x.store.KeepCases(t.Context(), cases); err != nil {
			t.Fatal(err)
		}
		m := x.made().seen.m
		c := NewChain(x.Seat, x.desk)
		c.Shown()
		defer c.Hidden()
		x.see(c.Root)
		for _, want := range []string{x.Say("survey.dimension.DM-FACILITY"), x.Say("measures.chain.no-score"), x.Count("measures.chain.complaints", 3), m.Number} {
			if !strings.Contains(x.words(), want) {
				t.Errorf("%s: it does not say %q:\n%s", l, want, x.words())
			}
		}
		var ids []app.IssueID
		var opened improve.MeasureID
		c.Issues = func(_ string, of []app.IssueID) { ids = of }
		c.Open = func(id improve.MeasureID) { opened = id }
		for _, words := range []string{x.Count("measures.chain.complaints", 3), m.Number} {
			for _, b := range pushes(x, words) {
				test.Tap(b)
			}
		}
		if len(ids) != 3 || ids[0] != cases[0].ID || opened != m.ID {
			t.Errorf("%s: it leads to %v and %d", l, ids, opened)
		}
	}
}

func TestOnlyAChangeThatMayBeSpokenOfHasAColour(t *testing.T) {
	for p, want := range map[float64]kit.Tone{0.2: kit.Plain, 0.01: kit.Good} {
		e := improve.Effect{Gauge: improve.DimensionScore, Before: improve.Reading{Value: 60}, After: improve.Reading{Value: 70}, Tested: true, P: p}
		if got := changeTone(e); got != want {
			t.Errorf("p %v has tone %v", p, got)
		}
	}
	if got := changeTone(improve.Effect{Before: improve.Reading{Value: 70}, After: improve.Reading{Value: 60}, Tested: true, P: 0.01}); got != kit.Bad {
		t.Errorf("a fall has tone %v", got)
	}
}
