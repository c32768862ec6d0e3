package measures

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
)

func (x *world) list() *List {
	l := NewList(x.Seat, x.desk, x.store)
	l.Shown()
	x.Cleanup(l.Hidden)
	x.see(l.Root)
	return l
}

func TestAMeasureIsMadeFromTheListAndOpened(t *testing.T) {
	x := sit(t, lang.Traditional)
	l := x.list()
	if !strings.Contains(x.words(), x.Say("measures.none.what")) {
		t.Errorf("empty it says %s", x.words())
	}
	var opened improve.MeasureID
	l.Open = func(id improve.MeasureID) { opened = id }
	f := newMeasureForm(x.Seat, x.desk, improve.NewOrder{Project: x.World.Project}, improve.Usual())
	f.Kept = func(m improve.Move) { l.Open(m.Head.ID) }
	f.Show()
	f.Sheet.Submit()
	for _, key := range []string{"fault.missing", "fault.responsible.missing", "fault.due.missing"} {
		if !strings.Contains(x.words(), x.Say(key)) {
			t.Errorf("an empty form does not say %q", x.Say(key))
		}
	}
	field[*kit.TextArea](x, f, "problem").SetText("垃圾清運不及時")
	field[*kit.TextArea](x, f, "what").SetText("每日兩次清運")
	field[*kit.TextArea](x, f, "standard").SetText("桶滿不過夜")
	kit.SetValue(field[*kit.Choice[app.DeptID]](x, f, "dept"), x.Property)
	kit.SetValue(field[*kit.Choice[app.StaffID]](x, f, "responsible"), x.Jianguo)
	field[*kit.DateField](x, f, "due").SetValue(day(12, 18))
	dimension := field[*kit.Choice[string]](x, f, "dimension")
	kit.SetValue(dimension, "DM-CLEAN")
	dimension.OnChanged("DM-CLEAN")
	gauge := field[*kit.Choice[improve.Gauge]](x, f, "gauge")
	kit.SetValue(gauge, improve.Complaints)
	gauge.OnChanged(improve.Complaints)
	field[*kit.Input](x, f, "target").SetText("兩件")
	if f.Sheet.Submit(); !strings.Contains(x.words(), x.Say("fault.target.unreadable")) {
		t.Errorf("a target that is no number: %s", x.words())
	}
	field[*kit.Input](x, f, "target").SetText("2.5")
	f.Sheet.Submit()
	m, err := x.store.Measure(t.Context(), opened)
	if err != nil {
		t.Fatalf("%v; %s", err, x.words())
	}
	if m.Number != "GJ-202611-0001" || m.Target != 2.5 || len(m.Categories) != 2 || m.Person != x.Jianguo || m.Dimension != "DM-CLEAN" {
		t.Errorf("made is %+v", m.Head)
	}
	if len(l.shown) != 1 || !strings.Contains(x.last(), m.Number) {
		t.Errorf("the list has %d, said is %q", len(l.shown), x.last())
	}
	for _, piece := range l.At(0) {
		if strings.Contains(piece.Text, "measure") {
			t.Errorf("a row says %s", piece.Text)
		}
	}
}

func TestTheListNarrowsByStateOriginAndYear(t *testing.T) {
	x := sit(t, lang.Traditional)
	x.made()
	p := x.made(func(o *improve.NewOrder) { o.Year, o.Start = 2025, day(11, 10) })
	l := x.list()
	count := func() int { return len(l.shown) }
	if count() != 2 || l.shown[0].ID != p.id {
		t.Errorf("open are %d, first %d", count(), l.shown[0].ID)
	}
	if test.Tap(l.views[viewLate]); count() != 1 || l.shown[0].ID != p.id {
		t.Errorf("overdue are %d", count())
	}
	if test.Tap(l.views[viewClosed]); count() != 0 || !strings.Contains(x.words(), x.Say("measures.none.view")) {
		t.Errorf("closed are %d; it says %s", count(), x.words())
	}
	test.Tap(l.views[viewAll])
	if l.froms.Selected != "全部" || l.years.Selected != "全部" {
		t.Errorf("not narrowed, the list says %q and %q", l.froms.Selected, l.years.Selected)
	}
	kit.SetValue(l.years, 2025)
	if l.years.OnChanged(2025); count() != 1 {
		t.Errorf("of 2025 are %d", count())
	}
	kit.SetValue(l.froms, improve.FromReport)
	if l.froms.OnChanged(improve.FromReport); count() != 0 {
		t.Errorf("of reports are %d", count())
	}
}

// From the first form to the row in the file: begun, followed, accepted by another,
// evaluated by what complaints say, and closed.
func TestAMeasureIsFollowedUntilItsEffectIsProven(t *testing.T) {
	x := sit(t, lang.Traditional)
	ledger := datatest.NewLedger(x.World)
	var cases []app.Case
	for n := range 14 {
		c := ledger.One(datatest.At(9+n, 10, 0), false)
		c.Kind, c.Category, c.State, c.Close = app.Complaint, "EQ1", app.Closed, app.ClosedSatisfied
		cases = append(cases, c)
	}
	if err := x.store.KeepCases(t.Context(), cases); err != nil {
		t.Fatal(err)
	}
	p := x.made()
	x.seatOf(x.Jianguo)
	x.send(p, func(*form) {})
	x.filled(reachForm(p, p.seen.m.Live()[0]), func() {})
	x.send(p, func(f *form) {
		field[*kit.NumberInput](x, f, "percent").SetNumber(100)
		field[*kit.TextArea](x, f, "done-what").SetText("已保養三次")
	})
	x.send(p, func(f *form) { field[*kit.TextArea](x, f, "result").SetText("無異響") })
	if b := bar(func() error { v, _ := verbNamed(acceptVerb); return v.try(p.trial()) }()); b == nil {
		t.Error("who did it may accept it")
	}
	x.seatOf(x.Fang)
	x.send(p, func(*form) {})
	if p.seen.m.State != improve.Done || p.seen.m.AcceptedBy != x.Fang {
		t.Fatalf("accepted is %+v", p.seen.m.Head)
	}
	x.Clock.Set(time.Date(2026, 12, 8, 10, 0, 0, 0, datatest.Zone))
	f := evaluateForm(p)
	f.Show()
	for _, words := range []string{"共 14 件", "共 0 件", x.Say("measure.reached", "≤ 1")} {
		if !strings.Contains(x.words(), words) {
			t.Errorf("the form does not say %q:\n%s", words, x.words())
		}
	}
	if v := field[*kit.Radios[improve.Verdict]](x, f, "verdict").Value(); v != improve.Good {
		t.Errorf("suggested is %s", v)
	}
	f.Sheet.Submit()
	x.send(p, func(*form) {})
	m, err := x.store.Measure(t.Context(), p.id)
	if err != nil || m.State != improve.Effective || m.Evaluations[0].Before.N != 14 || m.Evaluations[0].After.N != 0 {
		t.Errorf("in the end it is %+v, %v", m, err)
	}
	var shown []app.IssueID
	p.Issues = func(_ string, ids []app.IssueID) { shown = ids }
	for _, b := range pushes(x, x.Count("measures.issues.before", 14)) {
		test.Tap(b)
	}
	if len(shown) != 14 {
		t.Errorf("the figure leads to %d issues", len(shown))
	}
}

func pushes(x *world, words string) (all []*kit.Push) {
	for _, o := range test.LaidOutObjects(x.win.Content()) {
		if b, is := o.(*kit.Push); is && b.Text == words {
			all = append(all, b)
		}
	}
	return all
}

func TestAVerdictThatTheFiguresDoNotCarryIsRefusedWithASentence(t *testing.T) {
	x := sit(t, lang.Simplified)
	p := x.made(func(o *improve.NewOrder) {
		o.Milestones, o.Gauge, o.GaugeName, o.Target = nil, improve.OwnGauge, "巡查合格率", 95
	})
	x.seatOf(x.Jianguo)
	x.send(p, func(*form) {})
	x.seatOf(x.Fang)
	f := evaluateForm(p)
	f.Show()
	if !strings.Contains(x.words(), x.Say("measures.figures.none")) {
		t.Errorf("without values it says %s", x.words())
	}
	for name, v := range map[string]string{"before-value": "80", "after-value": "90"} {
		field[*kit.Input](x, f, name).SetText(v)
	}
	verdict := field[*kit.Radios[improve.Verdict]](x, f, "verdict")
	if verdict.Value() != improve.Some {
		t.Errorf("suggested is %s", verdict.Value())
	}
	verdict.SetValue(improve.Good)
	if f.Sheet.Submit(); !strings.Contains(x.words(), x.Say("fault.why.not-carried")) {
		t.Errorf("refused with %s", x.words())
	}
	verdict.SetValue(improve.None)
	field[*kit.TextArea](x, f, "why").SetText("仍未达标")
	f.Sheet.Submit()
	var next improve.MeasureID
	p.Measure = func(id improve.MeasureID) { next = id }
	v, _ := verbNamed(closeVerb)
	form := v.form(p)
	x.filled(form, func() {
		field[*kit.TextArea](x, form, "what").SetText("改为每日巡查")
		field[*kit.DateField](x, form, "due").SetValue(day(12, 31))
	})
	m, err := x.store.Measure(t.Context(), next)
	if err != nil || m.Round != 2 || m.What != "改为每日巡查" || m.Before != p.id {
		t.Errorf("the next round is %+v, %v", m.Head, err)
	}
}

func TestEveryActOfAMeasureIsOfferedInWords(t *testing.T) {
	for _, l := range lang.All {
		x := sit(t, l)
		p := x.made()
		for _, v := range verbs {
			f := v.form(p)
			f.Show()
			for _, line := range strings.Split(x.words(), "\n") {
				if strings.Contains(line, "measures.") || strings.Contains(line, "measure.w") || strings.Contains(line, "measure.s") || strings.Contains(line, "%!") {
					t.Errorf("%s: the form of %s says %q", l, v.name, line)
				}
			}
			f.Sheet.Close()
		}
	}
}

func TestADeadlineMovesOnlyWithSomebodysConsent(t *testing.T) {
	x := sit(t, lang.English)
	p := x.made()
	f := deferForm(p)
	f.Show()
	field[*kit.DateField](x, f, "new-due").SetValue(day(12, 24))
	field[*kit.TextArea](x, f, "reason").SetText("Parts are late")
	if f.Sheet.Submit(); !strings.Contains(x.words(), x.Say("fault.missing")) {
		t.Errorf("without consent it says %s", x.words())
	}
	approver := field[*kit.Choice[app.StaffID]](x, f, "approver")
	for _, id := range approver.Values() {
		if id == x.Fang || id == x.Jianguo {
			t.Errorf("%d may consent", id)
		}
	}
	kit.SetValue(approver, x.Qiang)
	f.Sheet.Submit()
	if m := p.seen.m; m.Due != day(12, 24) || m.First != day(12, 18) {
		t.Errorf("due is %s, at first %s", m.Due, m.First)
	}
	var said strings.Builder
	for _, h := range p.timeline() {
		said.WriteString(h.Body)
	}
	for _, want := range []string{"2026-12-24", x.Voice.Staff(x.Qiang), "Parts are late"} {
		if !strings.Contains(said.String(), want) {
			t.Errorf("the timeline does not say %s: %s", want, said.String())
		}
	}
}
