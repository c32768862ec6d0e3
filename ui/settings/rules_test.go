package settings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

func TestEveryRuleHasItsPlaceAndWords(t *testing.T) {
	for _, l := range lang.All {
		w, err := lang.Load(l)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range app.RuleKeys {
			if !w.Has("rule." + k.Key) {
				t.Errorf("%s: no words for the rule %s", l, k.Key)
			}
		}
	}
	for _, k := range app.RuleKeys {
		if groupOf(k.Key) == "" {
			t.Errorf("the rule %s is on no part of the page", k.Key)
		}
	}
}

func TestRulesBecomeANewVersionWithAReason(t *testing.T) {
	x := begin(t, Rules)
	p := x.here().(*rulesPage)
	p.fields["review"].number.SetNumber(16)
	kit.SetValue(p.fields["review"].unit, workday.WorkHours)
	p.fields["delays"].number.SetNumber(3)
	x.Save()
	if x.submit(); x.closed() {
		t.Fatal("rules are kept without a reason")
	}
	x.reason("公司 2026 年第 3 號通知")
	x.submit()
	r := x.ground().Rules
	if r.Version != 2 || r.Limits["review"] != (workday.Limit{N: 16, Unit: workday.WorkHours}) || r.Counts["delays"] != 3 || r.Why == "" || r.By != x.Min {
		t.Errorf("the row says version %d, %v, %d delays, %q by %d", r.Version, r.Limits["review"], r.Counts["delays"], r.Why, r.By)
	}
	if got := len(changesOf(app.DefaultRules(), r)); got != 2 {
		t.Errorf("%d rules changed, want 2", got)
	}
	if said := p.changedIn(0); !strings.Contains(said, "16 個工作小時") || !strings.Contains(said, "2 → 3") {
		t.Errorf("the history says %q", said)
	}
}

// reason writes into the reason that is asked for.
func (x *world) reason(text string) {
	x.Helper()
	found := false
	each(x.win.Canvas().Overlays().Top(), func(o fyne.CanvasObject) {
		if a, is := o.(*kit.TextArea); is {
			a.SetText(text)
			found = true
		}
	})
	if !found {
		x.Fatal("no reason is asked for")
	}
}

func TestARuleThatIsNoNumberIsRefusedUnderIt(t *testing.T) {
	for _, typed := range []string{"", "1001", "-1"} {
		x := begin(t, Rules)
		p := x.here().(*rulesPage)
		p.fields["handle"].number.SetText(typed)
		if x.Save(); p.fields["handle"].field.Error() == "" || !x.closed() {
			t.Errorf("%q: error %q, asked for a reason: %v", typed, p.fields["handle"].field.Error(), !x.closed())
		}
	}
}

func TestUnchangedRulesMakeNoVersion(t *testing.T) {
	x := begin(t, Rules)
	if x.Save(); x.ground().Rules.Version != 1 || x.last() != x.Say("settings.rules.same") {
		t.Errorf("version %d, said %q", x.ground().Rules.Version, x.last())
	}
}

func TestTheRegulationsValuesComeBack(t *testing.T) {
	x := begin(t, Rules)
	p := x.here().(*rulesPage)
	r := app.DefaultRules()
	r.Counts["delays"], r.Why = 5, "試行"
	if err := x.Seat.Desk.ChangeRules(t.Context(), r, x.Wu); err != nil {
		t.Fatal(err)
	}
	if n, _ := p.fields["delays"].number.Number(); n != 5 {
		t.Fatalf("the page shows %d delays after a change, want 5", n)
	}
	p.defaults()
	if c := p.changes(); len(c) != 1 || c[0].key != "delays" || c[0].new.count != 2 {
		t.Errorf("the form changes %v", c)
	}
}
