package statistics

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/audit"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest/faulty"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
	"ownerdesk/ui/seat/beside"
)

// check opens the conformity check and what it asks of people.
func (o *office) check(t *testing.T) (audit.Report, *kit.Table) {
	t.Helper()
	test.Tap(o.page.views.buttons[conformity])
	r, err := audit.Look(t.Context(), o.store, o.page.seat.Ground, o.page.Span())
	if err != nil {
		t.Fatal(err)
	}
	o.page.asked = true
	o.page.showAudit(r, nil)
	return r, o.table(t)
}

// cells are the words of a row.
func words(q questions, row int) (all []string) {
	for _, p := range q.At(row) {
		all = append(all, p.Text)
	}
	return all
}

// answer fills in the form of a question and sends it.
func (o *office) answer(t *testing.T, r audit.Report, row int, said audit.Said, basis string) *seat.Act[audit.Answer] {
	t.Helper()
	f := o.page.answerForm(r, row)
	f.Show()
	f.Form.Field("said").Input.(*kit.Radios[audit.Said]).SetValue(said)
	f.Form.Field("basis").Input.(*kit.TextArea).SetText(basis)
	f.Sheet.Submit()
	return f
}

func TestAPersonAnswersForADutyAndTheLastAnswerIsShown(t *testing.T) {
	o := open(t, lang.Traditional)
	o.page.Shown()
	defer o.page.Hidden()
	r, table := o.check(t)
	if table.Count() != len(r.ByHand) || r.Answered() != 0 {
		t.Fatalf("%d rows for %d questions, %d answered", table.Count(), len(r.ByHand), r.Answered())
	}
	table.OnOpen(1)
	kit.TopSheet(o.page.seat.Window.Canvas()).Close()
	o.answer(t, r, 1, audit.Yes, "")
	if fresh := o.table(t); fresh == table || fresh.Selected() != 1 || o.page.seat.Window.Canvas().Focused() != fyne.Focusable(fresh) {
		t.Errorf("the keyboard is at %T, row %d", o.page.seat.Window.Canvas().Focused(), fresh.Selected())
	}
	r, _ = o.check(t)
	o.answer(t, r, 1, audit.No, "一人未培訓")
	r, _ = o.check(t)
	got := words(questions{o.page.auditFacts(), r.ByHand}, 1)
	if want := []string{"2.1.2", "否", "王芳", "一人未培訓"}; !slices.EqualFunc(got, want, strings.Contains) {
		t.Errorf("the row says %q", got)
	}
	if len(r.ByHand[1].Answers) != 2 || r.ByHand[1].Answers[0].Said != audit.Yes {
		t.Errorf("the first answer is gone: %+v", r.ByHand[1].Answers)
	}
	test.Tap(o.page.later)
	if r, _ = o.check(t); r.Answered() != 0 {
		t.Error("an answer counts for another period")
	}
}

func TestNoWithoutAReasonStaysInTheForm(t *testing.T) {
	o := open(t, lang.English)
	o.page.Shown()
	defer o.page.Hidden()
	r, _ := o.check(t)
	f := o.answer(t, r, 0, audit.No, "")
	if f.Form.Field("basis").Error() == "" {
		t.Error("nothing is said beside the field")
	}
	f.Sheet.Close()
	if r, _ = o.check(t); r.Answered() != 0 {
		t.Error("it was kept all the same")
	}
}

// Every fault of an answer stands beside a field that mends it; who may not answer,
// and what is looked at, no form mends.
func TestEveryFaultOfAnAnswerStandsBesideAField(t *testing.T) {
	o := open(t, lang.Simplified)
	o.page.Shown()
	defer o.page.Hidden()
	r, _ := o.check(t)
	faults := slices.DeleteFunc(faulty.Read(t, "../../app/audit").Of("Answer"), func(f app.Invalid) bool {
		return slices.Contains([]string{"by", "duty", "project", "period"}, f.Field)
	})
	if len(faults) < 4 {
		t.Fatalf("only %v are found", faults)
	}
	for f, amiss := range beside.Shows(o.page.seat.Window, o.page.answerForm(r, 0), faults) {
		if amiss != "" {
			t.Errorf("%s %s: %s", f.Field, f.Rule, amiss)
		}
	}
}

func TestQuestionsFitAWindowOf1280(t *testing.T) {
	for _, l := range lang.All {
		o := open(t, l)
		o.page.Shown()
		o.check(t)
		if wide := o.page.stage.MinSize().Width; wide > kit.Px(1016) {
			t.Errorf("%s: the questions are %.0f wide", l, wide)
		}
		o.page.Hidden()
	}
}
