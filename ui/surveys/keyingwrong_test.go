package surveys

import (
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest/faulty"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat/beside"
)

// Every fault that a sheet can be refused for brings the keyboard to what mends it: a
// field, beside which it is said, or a line. How long somebody took is not typed, and the
// stratum of a sample follows from its number.
func TestEveryFaultOfASheetLeadsToWhatMendsIt(t *testing.T) {
	x := inTheField(t, lang.Simplified)
	k := x.keying(KeyPaper)
	x.keys(number(x.nos[0]) + "2" + alike("4") + "9" + "dfh~")
	rules := faulty.Read(t, "../../app/annual")
	faults := slices.DeleteFunc(append(rules.Itself("take"), rules.Itself("answers")...), func(f app.Invalid) bool {
		return slices.Contains([]string{"seconds", "stratum"}, f.Field)
	})
	if len(faults) < 15 {
		t.Errorf("only %v are found", faults)
	}
	before := kit.Written(k.keyed())
	for _, f := range faults {
		x.win.Canvas().Unfocus()
		k.unmarked()
		k.entry(annual.Move{}, app.Faults{f})
		if words := k.says.Text(); words == "" || strings.Contains(words, "fault.") {
			t.Errorf("%s %s is said as %q", f.Field, f.Rule, words)
		}
		if after := kit.Written(k.keyed()); len(after) != len(before) || after["0"] != before["0"] || k.sheet.No != x.nos[0] {
			t.Errorf("%s %s: what was keyed is gone", f.Field, f.Rule)
		}
		has := x.win.Canvas().Focused()
		switch field := k.fields[f.Field]; {
		case field != nil:
			if amiss := beside.Reached(x.win, field); amiss != "" || field.Error() == "" {
				t.Errorf("%s %s: %q, %s", f.Field, f.Rule, field.Error(), amiss)
			}
		case f.Field == "open":
			if k.below[0].Text() == "" || has == nil || has == k.marks {
				t.Errorf("%s %s: %q, the keyboard is at %T", f.Field, f.Rule, k.below[0].Text(), has)
			}
		case has != k.marks || k.marks.At() == len(k.lines) || k.lines[k.marks.At()].asks != mends[f.Field]:
			t.Errorf("%s %s leads to %T, line %d", f.Field, f.Rule, has, k.marks.At())
		}
	}
}

// What is refused is kept once the field that was named says something else.
func TestChangingTheFieldThatIsNamedMendsASheet(t *testing.T) {
	x := inTheField(t, lang.Simplified)
	k := x.keying(KeyPaper)
	x.keys(number(x.nos[0]) + "2" + alike("4") + "9" + "dfh~")
	k.filled.SetValue(workday.DayOf(x.Here(x.Now())).AddDays(1))
	if k.Next(); k.fields["filled"].Error() == "" || len(k.kept) != 0 {
		t.Fatalf("a day to come is %q", k.fields["filled"].Error())
	}
	k.filled.SetValue(workday.Date{})
	k.open[0].SetText(strings.Repeat("长", annual.LongestOpen+1))
	if k.Next(); k.below[0].Text() == "" || k.fields["filled"].Error() != "" || len(k.kept) != 0 {
		t.Fatalf("an answer that is too long is %q", k.below[0].Text())
	}
	k.open[0].SetText("路灯太暗")
	if k.Next(); len(k.kept) != 1 || k.below[0].Text() != "" {
		t.Errorf("mended, it says %q", k.says.Text())
	}
}

// A number that was taken meanwhile is typed anew; what is keyed of the sheet stays.
func TestANumberThatWasTakenMeanwhileIsTypedAnew(t *testing.T) {
	x := drafted(t, lang.Simplified)
	k := x.keying(KeyPaper)
	x.keys(number(x.nos[0]) + "2" + alike("4") + "9" + "dfh~")
	x.enter(x.nos[0], alike("1"))
	if k.Next(); k.fields["no"].Error() == "" || x.win.Canvas().Focused() != k.number {
		t.Fatalf("it says %q, and %q beside the number", k.says.Text(), k.fields["no"].Error())
	}
	k.number.SetText("")
	x.keys(number(x.nos[1]))
	if k.sheet.No != x.nos[1] || k.marks.Open() >= 0 {
		t.Fatalf("number %d is open, line %d is to be keyed: %s", k.sheet.No, k.marks.Open(), k.says.Text())
	}
	if k.Next(); x.sheet(x.nos[1]).Marks != alike("4") || x.sheet(x.nos[0]).Marks != alike("1") {
		t.Errorf("it says %q", k.says.Text())
	}
	if left := (onDisk{x}).all(); len(left) != 0 {
		t.Errorf("left over is %v", left)
	}
}
