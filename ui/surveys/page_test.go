package surveys

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// unspoken is a key that found no words.
var unspoken = regexp.MustCompile(`(?m)^[a-z]+(\.[a-zA-Z0-9_-]+)+$`)

func (x *world) speaks(where string) {
	x.Helper()
	for _, key := range unspoken.FindAllString(x.words(), -1) {
		x.Errorf("%s: %s", where, key)
	}
}

// partOf turns the page to a part.
func partOf[T part](x *world, p *Page) (found T) {
	x.Helper()
	for _, one := range p.parts {
		if t, is := one.(T); is {
			p.Turn(one.key())
			x.see(p.Root)
			return t
		}
	}
	x.Fatalf("there is no %T", found)
	return found
}

func TestASurveyIsPlannedFromTheListAndOpens(t *testing.T) {
	x := sit(t, lang.Traditional)
	l := NewList(x.Seat, x.desk, x.store)
	l.Shown()
	t.Cleanup(l.Hidden)
	x.see(l.Root)
	if !strings.Contains(x.words(), x.Say("surveys.none.what")) {
		t.Errorf("empty it says %s", x.words())
	}
	var opened annual.SurveyID
	l.Open = func(id annual.SurveyID) { opened = id }
	test.Tap(button(x, x.Say("surveys.plan.year", 2026)))
	if kit.TopSheet(x.win.Canvas()).Submit(); opened == 0 || len(l.rows) != 1 || l.rows[0].Year != 2026 {
		t.Fatalf("planned is %+v; said %s", l.rows, x.words())
	}
	if got := firstFree(2026, x.World.Project, l.rows); got != 2027 {
		t.Errorf("the next proposed is %d", got)
	}
	p := x.page(opened)
	if words := x.words(); !strings.Contains(words, p.seen.survey.Number) || !strings.Contains(words, x.Say("survey.plan.purpose")) {
		t.Errorf("its page says %s", words)
	}
}

func TestThePlanIsChangedCardByCardUntilItIsApproved(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.planned()
	about := aboutForm(p)
	x.filled(about, func() {
		field[*kit.TextArea](x, about, "purpose").SetText("為明年預算定重點")
		field[*kit.Input](x, about, "phoned").SetText("５%")
	})
	scoring := scoringForm(p)
	x.filled(scoring, func() { field[*kit.Input](x, scoring, "bands").SetText("85、75") })
	work := workForm(p)
	x.filled(work, func() { field[*kit.Input](x, work, "back-check").SetText("20") })
	plan := p.seen.survey.Plan
	if plan.Purpose != "為明年預算定重點" || plan.Phoned != 0.05 || len(plan.Bands) != 2 || plan.Bands[1] != 75 || plan.BackCheck != 0.2 {
		t.Errorf("kept is %+v", plan)
	}
	if words := x.words(); !strings.Contains(words, "為明年預算定重點") || strings.Contains(words, x.Say("survey.plan.purpose")) || !strings.Contains(words, "5%") {
		t.Errorf("the page says %s", words)
	}
	odd := workForm(p)
	odd.Show()
	field[*kit.Input](x, odd, "second").SetText("viele")
	if odd.Sheet.Submit(); !strings.Contains(x.words(), x.Say("fault.no-number")) {
		t.Errorf("what is no number passed: %s", x.words())
	}
	odd.Sheet.Close()
	if _, err := x.desk.Approve(t.Context(), annual.ApproveOrder{Stand: annual.Stand{Survey: p.id, By: x.Wu}}); err != nil {
		t.Fatal(err)
	}
	if len(p.edit(aboutForm)) != 0 || strings.Contains(x.words(), x.Say("meetings.edit")) {
		t.Error("an approved plan may still be written in")
	}
}

func TestTheTimetableTellsADayThatCannotBeRead(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.planned()
	f := stagesForm(p)
	f.Show()
	field[*kit.DateField](x, f, "stages.report.to").SetText("soon")
	if f.Sheet.Submit(); f.Form.Field("stages.report.to").Error() == "" {
		t.Fatalf("it says %s", x.words())
	}
	field[*kit.DateField](x, f, "stages.report.to").SetText("2027-2-26")
	f.Sheet.Submit()
	if last := p.seen.survey.Plan.Stages[5]; last.To.String() != "2027-02-26" || !strings.Contains(x.words(), "2027-02-26") {
		t.Errorf("kept is %v; it says %s", last, x.words())
	}
}

func TestTheSizeFollowsWhatIsTyped(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.planned()
	strata := annual.Strata(p.seen.survey.Plan, p.seen.frame)
	if len(strata) == 0 {
		t.Fatal("nobody lives there")
	}
	f := sampleForm(p)
	f.Show()
	said := func(plan func(*annual.Plan)) string {
		now := p.seen.survey.Plan
		plan(&now)
		sizing, err := annual.Sized(now, strata, nil)
		if err != nil {
			t.Fatal(err)
		}
		return x.Say("surveys.size.infinite.how", decimals(sizing.Size.Z, 3), decimals(now.Precision.Share, 2), decimals(1-now.Precision.Share, 2), decimals(now.Precision.Error, 4))
	}
	if words := x.words(); !strings.Contains(words, said(func(*annual.Plan) {})) {
		t.Errorf("at first it says %s", words)
	}
	field[*kit.Input](x, f, "error").SetText("10")
	if words := x.words(); !strings.Contains(words, said(func(plan *annual.Plan) { plan.Precision.Error = 0.1 })) {
		t.Errorf("after a change it says %s", words)
	}
	kit.SetValue(field[*kit.Choice[survey.Rule]](x, f, "rule"), survey.Neyman)
	field[*kit.Choice[survey.Rule]](x, f, "rule").OnChanged(survey.Neyman)
	if words := x.words(); !strings.Contains(words, x.Say("fault.rule.no-spreads")) {
		t.Errorf("Neyman's rule without a year before says %s", words)
	}
	kit.SetValue(field[*kit.Choice[survey.Rule]](x, f, "rule"), survey.Equal)
	field[*kit.Input](x, f, "seed").SetText("1234")
	if f.Sheet.Submit(); p.seen.survey.Plan.Seed != 1234 || p.seen.survey.Plan.Rule != survey.Equal || p.seen.survey.Plan.Precision.Error != 0.1 {
		t.Errorf("kept is %+v; it says %s", p.seen.survey.Plan, x.words())
	}
}

func TestAnItemIsRewordedAddedAndMoved(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.planned()
	partOf[*questionsPart](x, p)
	d := p.seen.survey.Questionnaire.Dimensions[0]
	before := itemsOf(p.seen.survey.Questionnaire, d.Code)
	f := itemsForm(p, d)
	x.filled(f, func() {
		texts := find[*kit.Input](x)
		texts[0].SetText("客服人員的態度和耐心")
		test.Tap(button(x, x.Say("surveys.items.add")))
		texts = find[*kit.Input](x)
		texts[len(before)].SetText("電話能否打通")
	})
	after := itemsOf(p.seen.survey.Questionnaire, d.Code)
	if len(after) != len(before)+1 || after[0].Text != "客服人員的態度和耐心" || after[1].Text != "" || after[len(before)].Code == "" || after[len(before)].Text != "電話能否打通" {
		t.Fatalf("kept is %+v", after)
	}
	if all := p.seen.survey.Questionnaire.Items; len(all) != 21 || all[len(after)].Dimension == d.Code {
		t.Errorf("all items are %+v", all)
	}
	if words := x.words(); !strings.Contains(words, "電話能否打通") || !strings.Contains(words, after[len(before)].Code) {
		t.Errorf("the page says %s", words)
	}
}

func TestTheWeightsMustBeAHundred(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.planned()
	partOf[*questionsPart](x, p)
	f := weightsForm(p)
	f.Show()
	weight := find[*kit.NumberInput](x)[0]
	weight.SetNumber(30)
	if words := x.words(); !strings.Contains(words, x.Say("surveys.sum.is", 110)) {
		t.Errorf("the sum is %s", words)
	}
	if f.Sheet.Submit(); kit.TopSheet(x.win.Canvas()) == nil || !strings.Contains(x.words(), x.Say("fault.dimensions.sum")) {
		t.Fatalf("110 %% passed: %s", x.words())
	}
	weight.SetNumber(10)
	find[*kit.NumberInput](x)[1].SetNumber(30)
	if f.Sheet.Submit(); p.seen.survey.Questionnaire.Dimensions[1].Weight != 30 {
		t.Errorf("kept is %+v; it says %s", p.seen.survey.Questionnaire.Dimensions, x.words())
	}
}

func TestWhatIsNotAskedAsLastYearIsMarked(t *testing.T) {
	x := sit(t, lang.Traditional)
	m, err := x.desk.Plan(t.Context(), annual.PlanOrder{Project: x.World.Project, Year: 2025, By: x.Fang})
	if err != nil {
		t.Fatal(err)
	}
	p := x.planned()
	partOf[*questionsPart](x, p)
	if p.seen.before == nil || p.seen.before.ID != m.Head.ID || strings.Contains(x.words(), x.Say("surveys.unlike", 2025)) {
		t.Fatalf("before is %v; it says %s", p.seen.before, x.words())
	}
	q := p.seen.survey.Questionnaire
	q.Items = append([]annual.Item{}, q.Items...)
	q.Items[0].Text = "門崗禮儀"
	if _, err := x.desk.Change(t.Context(), annual.ChangeOrder{Stand: p.stand(), Questionnaire: &q}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(x.words(), x.Say("surveys.unlike", 2025)) {
		t.Errorf("reworded it says %s", x.words())
	}
	test.Tap(button(x, x.Say("surveys.take.last", 2025)))
	if p.Save(); p.seen.survey.Questionnaire.Items[0].Text != "" || strings.Contains(x.words(), x.Say("surveys.unlike", 2025)) {
		t.Errorf("last year's taken, it says %s", x.words())
	}
}

func TestTheManagerApprovesAndTheSampleIsDrawn(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.planned()
	if words := x.words(); !strings.Contains(words, x.Say("surveys.manager")) {
		t.Errorf("the clerk is told %s", words)
	}
	if p.Next(); kit.TopSheet(x.win.Canvas()) != nil {
		t.Fatal("a clerk approves")
	}
	x.Seat.Staff = x.Ground.Staff[x.Wu]
	p.load()
	p.Next()
	if p.Next(); p.seen.survey.State != annual.Approved {
		t.Fatalf("it is %s: %s", p.seen.survey.State, x.words())
	}
	p.Next()
	if words := x.words(); !strings.Contains(words, "種子 "+strconv.FormatUint(p.seen.survey.Plan.Seed, 10)+"；") {
		t.Errorf("the seed is not told as it is typed: %s", words)
	}
	if p.Next(); p.seen.survey.State != annual.Field {
		t.Fatalf("it is %s: %s", p.seen.survey.State, x.words())
	}
	partOf[*samplePart](x, p)
	if words := x.words(); !strings.Contains(words, x.Say("surveys.tile.valid")) {
		t.Errorf("the sample says %s", words)
	}
	partOf[*timelinePart](x, p)
	if words := x.words(); !strings.Contains(words, x.Say("survey.act.drawn")) || !strings.Contains(words, x.Ground.Staff[x.Wu].Name) {
		t.Errorf("what happened is %s", words)
	}
}

func TestAnAttemptIsNotedByItsDigitAndAReserveCalledUp(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.drawn()
	h := partOf[*householdsPart](x, p)
	if len(h.shown) == 0 {
		t.Fatal("nobody is asked")
	}
	for i := range h.shown {
		if place := h.At(i)[1].Text; !strings.HasSuffix(place, "**") {
			t.Errorf("a door is shown: %s", place)
		}
	}
	first := h.shown[0]
	h.table.Select(0)
	h.table.TypedRune('３') // full width, not reached
	p.Save()
	u, attempts, err := x.store.Unit(t.Context(), p.id, first.Unit.N)
	if err != nil || len(attempts) != 1 || attempts[0].Outcome != annual.NotReached || u.Outcome != annual.Waiting {
		t.Fatalf("kept is %+v, %+v, %v; said %s", u, attempts, err, x.words())
	}
	if said := x.said[len(x.said)-1]; !strings.HasSuffix(said, "第 1 次未訪成，仍待入戶") {
		t.Errorf("it says %q", said)
	}
	if h.table.Selected() != 1 {
		t.Errorf("the keyboard goes on to row %d", h.table.Selected())
	}
	h.table.Select(0)
	h.table.TypedRune('2')
	if words := x.words(); !strings.Contains(words, x.Say("surveys.attempt", 1, "")) && !strings.Contains(words, x.Say("fault.unit.too-few-attempts")) {
		t.Errorf("the second time it says %s", words)
	}
	p.Save()
	if u, _, _ = x.store.Unit(t.Context(), p.id, first.Unit.N); u.Outcome != annual.Refused {
		t.Errorf("it ends %s", u.Outcome)
	}
	if !strings.Contains(x.words(), x.Say("code.DI-REFUSED")) {
		t.Errorf("the list says %s", x.words())
	}
	kit.SetValue(h.outcome, annual.Waiting)
	h.narrow(h.table.SetRows)
	next, after := h.unitAt(0), h.unitAt(1)
	h.table.Select(0)
	h.table.TypedRune('4')
	if p.Save(); h.unitAt(h.table.Selected()) != after {
		t.Errorf("after %d the keyboard is at %d, want %d", next, h.unitAt(h.table.Selected()), after)
	}
}

func TestGivingASurveyUpSaysWhatBecomesOfItsSheets(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.drawn()
	f := cancelForm(p)
	f.Show()
	if words := x.words(); !strings.Contains(words, x.Say("surveys.because.cancel.field")) {
		t.Errorf("it says %s", words)
	}
	if f.Sheet.Submit(); p.seen.survey.State != annual.Field {
		t.Fatal("given up without a reason")
	}
	field[*kit.TextArea](x, f, "reason").SetText("改在明年")
	if f.Sheet.Submit(); p.seen.survey.State != annual.Cancelled || !strings.Contains(x.words(), "改在明年") {
		t.Errorf("it is %s: %s", p.seen.survey.State, x.words())
	}
}

func TestWhereEverybodyIsInvitedNothingIsSaidToBeDrawn(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.planned()
	f := sampleForm(p)
	x.filled(f, func() { field[*kit.Tick](x, f, "convenience").SetChecked(true) })
	if words := x.words(); !strings.Contains(words, x.Say("surveys.draw.all")) || !strings.Contains(words, x.Say("surveys.convenience")) {
		t.Errorf("the plan says %s", words)
	}
	if p.verbWords(drawVerb) != x.Say("surveys.verb.draw.all") {
		t.Errorf("the next act is called %s", p.verbWords(drawVerb))
	}
}

func TestHouseholdsAreNarrowedAssignedAndRevealed(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.drawn()
	h := partOf[*householdsPart](x, p)
	all := len(h.shown)
	h.search.SetText(strconv.Itoa(h.shown[0].No))
	if len(h.shown) != 1 {
		t.Fatalf("by number %d are found", len(h.shown))
	}
	test.Tap(h.assign)
	who := find[*kit.Choice[app.StaffID]](x)
	kit.SetValue(who[0], x.Jing)
	if p.Save(); h.all[0].Unit.Interviewer != x.Jing {
		t.Errorf("assigned is %+v; said %s", h.all[0], x.words())
	}
	h.search.SetText("")
	kit.SetValue(h.interviewer, nobody)
	if h.narrow(h.table.SetRows); len(h.shown) != all-1 {
		t.Errorf("nobody is assigned to %d of %d", len(h.shown), all)
	}
	kit.SetValue(h.interviewer, anybody)
	h.narrow(h.table.SetRows)
	test.Tap(h.reveal)
	find[*kit.TextArea](x)[0].SetText("核對地址")
	kit.TopSheet(x.win.Canvas()).Submit()
	if words := x.words(); strings.Contains(words, "**") {
		t.Errorf("revealed it says %s", words)
	}
	if p.Hidden(); h.privacy != say.Masked {
		t.Error("what was revealed stays so")
	}
	p.Shown()
}

func TestPapersOfDoorsAreForThoseWhoMaySeeThem(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.drawn()
	var asked []Paper
	p.Print = func(one Paper) { asked = append(asked, one) }
	item := p.ways(PrintAddresses, []int{2})
	if item == nil {
		t.Fatal("the desk may print no addresses")
	}
	item.Action()
	if len(asked) != 1 || asked[0].How != InFull || asked[0].Number != p.seen.survey.Number || len(asked[0].Only) != 1 || asked[0].Units.Survey != p.id {
		t.Errorf("asked for is %+v", asked)
	}
	x.Seat.Staff = x.Ground.Staff[x.Jianguo]
	if p.ways(PrintLetters, nil) != nil {
		t.Error("a worker prints letters")
	}
}

func TestEveryPartAndFormSpeaksEveryLanguage(t *testing.T) {
	for _, l := range lang.All {
		x := sit(t, l)
		var p *Page
		turn := func(where string) {
			p.Print = func(Paper) {}
			for _, one := range p.parts {
				p.Turn(one.key())
				x.see(p.Root)
				x.speaks(string(l) + " " + where + " " + one.key())
			}
		}
		p = x.planned()
		turn("planned")
		d := p.seen.survey.Questionnaire.Dimensions[0]
		for i, make := range []func(*Page) *form{aboutForm, stagesForm, workForm, scoringForm, sampleForm, weightsForm, extrasForm, choicesForm, openForm, introForm,
			func(p *Page) *form { return itemsForm(p, d) }, approveForm, drawForm, countForm, reopenForm, cancelForm, func(p *Page) *form { return assignForm(p, []int{1}) }} {
			make(p).Show()
			x.speaks(string(l) + " form " + strconv.Itoa(i))
			p.Escape()
		}
		if _, err := x.desk.Approve(t.Context(), annual.ApproveOrder{Stand: annual.Stand{Survey: p.id, By: x.Wu}}); err != nil {
			t.Fatal(err)
		}
		turn("approved")
		if _, err := x.desk.Draw(t.Context(), annual.DrawOrder{Stand: p.stand()}); err != nil {
			t.Fatal(err)
		}
		turn("drawn")
		for _, what := range printable(p.seen.survey.Head) {
			if item := p.ways(what, nil); item != nil && unspoken.MatchString(item.Label) {
				t.Errorf("%s: %s", l, item.Label)
			}
		}
		x.win.Close()
	}
}
