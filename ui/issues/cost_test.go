package issues

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

// materialCells are the inputs of the list of material in the form that is open, and
// those after it: three stand before them.
func (x *world) materialCells() []*kit.Input {
	x.Helper()
	all := find[*kit.Input](x)
	return all[slices.Index(all, field[*kit.Input](x, "cost-hours"))+3:]
}

func typeIn(x *world, name, text string) {
	x.Helper()
	test.Type(field[*kit.Input](x, name), text)
}

// What is typed is added up meanwhile, kept, shown on the page, and corrected with a
// reason; the timeline keeps what stood there before.
func TestACostIsTypedShownAndCorrected(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.galleryCase()
	p := x.page(id)
	p.Begin(Cost)
	typeIn(x, "cost-hours", "1.5")
	typeIn(x, "cost-rate", "60")
	for i, text := range []string{"水龍頭", "2", "個", "35.50"} {
		test.Type(x.materialCells()[i], text)
	}
	if words := x.words(); !strings.Contains(words, "161.00 元") {
		t.Errorf("the sum is not shown while it is typed: %s", words)
	}
	if got := x.materialCells()[4].PlaceHolder; got != "71.00" {
		t.Errorf("the line comes to %q", got)
	}
	p.Next()
	if x.wrong("charge") == "" {
		t.Error("nobody asks whether it was charged")
	}
	pick(x, "charge", app.ChargeYes)
	x.send(p)
	if c := x.the(id); c.Spent.Total() != 16100 || c.Spent.Charged != 16100 {
		t.Fatalf("it cost %+v", c.Spent)
	}
	for _, want := range []string{"水龍頭", "2 個 × 35.50 元", "71.00 元", "1.5 小時 × 60.00 元", "161.00 元", "登記費用"} {
		if !strings.Contains(x.words(), want) {
			t.Errorf("the page does not say %s", want)
		}
	}
	p.Begin(Cost)
	if got := field[*kit.Input](x, "cost-hours").Value(); got != "1.5" {
		t.Errorf("the correction begins with %q hours", got)
	}
	field[*kit.Input](x, "cost-hours").SetText("2")
	field[*kit.Input](x, "charged").SetText("")
	p.Next()
	if x.wrong("why") == "" {
		t.Error("nobody asks why it is corrected")
	}
	x.write("why", "工時漏計")
	x.send(p)
	if c := x.the(id); len(c.Costs) != 2 || c.Spent.Charged != 19100 || !strings.Contains(x.words(), "1.5 小時 → 2 小時") {
		t.Errorf("the records are %+v", c.Costs)
	}
}

// Each fault of the form stands beside the field that can mend it.
func TestAFaultOfACostStandsBesideItsField(t *testing.T) {
	x := sit(t, lang.English)
	id := x.galleryCase()
	for name, texts := range map[string]map[string]string{
		"cost-hours": {"cost-hours": "-1"}, "cost-rate": {"cost-rate": "x"}, "cost-labour": {"cost-labour": "1,0"}, "cost-other": {"cost-other": "-5"},
		"cost-other-what": {"cost-other": "5"}, "charged": {"charged": "x"}, "receipt": {"receipt": strings.Repeat("9", 201)},
	} {
		p := x.page(id)
		p.Begin(Cost)
		for field, text := range texts {
			typeIn(x, field, text)
		}
		p.Next()
		if x.wrong(name) == "" || x.wrong("charge") == "" {
			t.Errorf("%v: %q, %q", texts, x.wrong(name), x.wrong("charge"))
		}
		kit.TopSheet(x.win.Canvas()).Close()
	}
	p := x.page(id)
	p.Begin(Cost)
	test.Type(x.materialCells()[3], "5")
	p.Next()
	if x.wrong("cost-materials") == "" {
		t.Error("a price of nothing is taken")
	}
}

// A report may say what it cost in the same form, for whoever wants to.
func TestAReportSaysWhatItCost(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.galleryRound()
	f := feedbackForm(matter{x.Seat, x.store, x.the(id), verbs})
	f.Show()
	if f.Form.Field("cost-hours").Visible() {
		t.Error("the cost is asked of everybody")
	}
	field[*kit.Tick](x, "cost").SetChecked(true)
	if !f.Form.Field("cost-hours").Visible() || !f.Form.Field("charge").Visible() {
		t.Error("there is nowhere to say what it cost")
	}
	f.Sheet.Submit()
	if x.wrong("charge") == "" {
		t.Error("nobody asks whether it was charged")
	}
	field[*kit.Tick](x, "cost").SetChecked(false)
	f.Sheet.Submit()
	if f.Form.Field("charge").Visible() {
		t.Error("the cost is asked for though nobody wants to say it")
	}
}
