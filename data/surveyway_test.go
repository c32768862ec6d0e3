package data_test

import (
	"cmp"
	"errors"
	"math/rand"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/data/datatest"
)

// inhabit gives every room of the estate somebody who lives there.
func inhabit(t testing.TB, y yearly) {
	t.Helper()
	rooms := make([]string, 0, len(y.w.Rooms))
	for door := range y.w.Rooms {
		rooms = append(rooms, door)
	}
	slices.Sort(rooms)
	for i, door := range rooms {
		id, err := y.s.KeepPerson(t.Context(), app.Person{Name: "業主" + door, Phones: []string{"138" + strconv.Itoa(12340000+i)}})
		y.ok(err)
		owner := app.OwnerKind("OW-SELF")
		if i%3 == 0 {
			owner = "OW-TEN"
		}
		y.ok(y.s.KeepTie(t.Context(), app.Tie{Person: id, Room: y.w.Rooms[door], Owner: owner}))
	}
}

// way is a survey on its way through the front door.
type way struct {
	yearly
	d  *annual.Desk
	id annual.SurveyID
}

func (y way) did(m annual.Move, err error) annual.Survey {
	y.Helper()
	y.ok(err)
	v, err := y.s.Survey(y.Context(), m.Head.ID)
	y.ok(err)
	if !reflect.DeepEqual(v.Head, headUTC(m.Head)) {
		y.Fatalf("kept as\n%+v, was told\n%+v", v.Head, m.Head)
	}
	return v
}

// headUTC is a head with its moments as the file gives them back.
func headUTC(h annual.Head) annual.Head {
	for _, at := range []*time.Time{&h.Made, &h.Framed, &h.Approved, &h.Drawn, &h.Counted, &h.Reported, &h.Destroyed} {
		if !at.IsZero() {
			*at = at.UTC()
		}
	}
	return h
}

func (y way) stand(by app.StaffID) annual.Stand { return annual.Stand{Survey: y.id, By: by} }

func openWay(t testing.TB) way {
	t.Helper()
	s, desk, w := datatest.Open(t)
	y := way{yearly: yearly{t, s, w}, d: &annual.Desk{Front: desk, Store: s, Chance: rand.New(rand.NewSource(1))}}
	inhabit(t, y.yearly)
	return y
}

// intoField is a survey whose sample is drawn, with sheets wanted of about half the
// households.
func (y way) intoField(year int) annual.Survey {
	y.Helper()
	ctx, w := y.Context(), y.w
	m, err := y.d.Plan(ctx, annual.PlanOrder{Project: w.Project, Year: year, By: w.Fang})
	y.ok(err)
	y.id = m.Head.ID
	p := m.Head.Plan
	p.Title, p.Precision.Error, p.Precision.Response, p.Interviewers = "業主滿意度調查", 0.2, 1, []app.StaffID{w.Jing}
	y.did(y.d.Change(ctx, annual.ChangeOrder{Stand: y.stand(w.Fang), Plan: &p}))
	y.did(y.d.Approve(ctx, annual.ApproveOrder{Stand: y.stand(w.Wu), Checked: w.Min}))
	return y.did(y.d.Draw(ctx, annual.DrawOrder{Stand: y.stand(w.Fang)}))
}

// spare is how many reserves there are for an address.
func spare(units []annual.Unit, of annual.Address) (n int) {
	for _, u := range units {
		if u.Reserve && !u.Called && u.Stratum == of.Unit.Stratum {
			n++
		}
	}
	return n
}

func TestASurveyGoesFromPlanToDestroyedLinksOnOneFile(t *testing.T) {
	y := openWay(t)
	ctx, w := t.Context(), y.w
	v := y.intoField(2026)
	y.id = v.ID
	units, err := y.s.Units(ctx, annual.WantedUnits{Survey: y.id})
	y.ok(err)
	called, err := y.s.Addresses(ctx, annual.WantedUnits{Survey: y.id, Called: true})
	y.ok(err)
	if v.Number != "DC-202611-0001" || v.State != annual.Field || len(units) != 30 || len(called) < 10 || len(called) > 20 || len(v.Acts) != 4 {
		t.Fatalf("%s is in state %s: %d of %d households are asked", v.Number, v.State, len(called), len(units))
	}
	// First comes one in whose place another can be asked.
	slices.SortStableFunc(called, func(a, b annual.Address) int { return cmp.Compare(spare(units, b), spare(units, a)) })
	for _, a := range called {
		if !annual.Checks(a.No) || len(a.Names) == 0 || a.Phone == "" || a.Unit.Outcome != annual.Waiting {
			t.Errorf("an address is %+v", a)
		}
	}

	// One is not reached three times over, and a reserve stands for it.
	w.Clock.Add(time.Hour)
	y.did(y.d.Assign(ctx, annual.AssignOrder{Stand: y.stand(w.Fang), Interviewer: w.Jing, Units: []int{called[0].Unit.N}}))
	for range 3 {
		y.did(y.d.Attempt(ctx, annual.AttemptOrder{Stand: y.stand(w.Jing), Unit: called[0].Unit.N, Mode: annual.Phone, Outcome: annual.NotReached}))
	}
	v = y.did(y.d.Replace(ctx, annual.ReplaceOrder{Stand: y.stand(w.Fang), Unit: called[0].Unit.N}))
	gone, tried, err := y.s.Unit(ctx, y.id, called[0].Unit.N)
	y.ok(err)
	if gone.Outcome != annual.NotReached || gone.ReplacedBy == 0 || len(tried) != 3 || tried[2].N != 3 || gone.Interviewer != w.Jing {
		t.Errorf("the unit is %+v with %+v", gone, tried)
	}
	all, err := y.s.Addresses(ctx, annual.WantedUnits{Survey: y.id, Called: true})
	y.ok(err)
	if len(all) != len(called)+1 {
		t.Errorf("%d households are asked after one was replaced, were %d", len(all), len(called))
	}

	// One is said to be done by mistake: as long as no sheet of it is there, it is tried
	// once more.
	again := annual.AttemptOrder{Stand: y.stand(w.Jing), Unit: called[1].Unit.N, Mode: annual.Phone, Outcome: annual.Done}
	y.did(y.d.Attempt(ctx, again))
	again.Outcome = annual.NotReached
	y.did(y.d.Attempt(ctx, again))
	if u, _, err := y.s.Unit(ctx, y.id, again.Unit); err != nil || u.Outcome != annual.Waiting || u.Contacted || u.Attempts != 2 {
		t.Errorf("taken back, the unit is %+v, %v", u, err)
	}

	// Their sheets are keyed in, one twice, one corrected, one taken out.
	asked := len(v.Questionnaire.Asked())
	var numbers []int
	for i, a := range called[1:] {
		marks := make([]byte, asked)
		for k := range marks {
			marks[k] = "345"[(i+k*k+i*k)%3]
		}
		o := annual.EnterOrder{Stand: y.stand(w.Fang), Sheet: annual.Sheet{No: a.No, Mode: annual.Paper, Marks: string(marks), Recommend: i % 11, Open: []string{"門口的燈壞了"}}}
		y.did(y.d.Enter(ctx, o))
		if _, err := y.d.Enter(ctx, o); !faulty(err, "no", "taken") {
			t.Errorf("a second sheet of one number: %v", err)
		}
		numbers = append(numbers, a.No)
	}
	if _, err := y.d.Attempt(ctx, again); !faulty(err, "unit", "done") {
		t.Errorf("a unit whose sheet is there is tried once more: %v", err)
	}
	first, err := y.s.Sheet(ctx, y.id, numbers[0])
	y.ok(err)
	y.did(y.d.Second(ctx, annual.SecondOrder{Stand: y.stand(w.Jing), No: first.No, Marks: "1" + first.Marks[1:]}))
	second, err := y.s.Sheet(ctx, y.id, first.No)
	y.ok(err)
	right := second
	right.Marks = second.Second
	y.did(y.d.Correct(ctx, annual.CorrectOrder{Stand: y.stand(w.Fang), Sheet: right, Why: "錄入錯誤"}))
	stale := annual.CorrectOrder{Stand: y.stand(w.Fang), Sheet: second, Why: "錄入錯誤"}
	if _, err := y.d.Correct(ctx, stale); !errors.Is(err, app.ErrConflict) {
		t.Errorf("corrected as it was seen before: %v", err)
	}
	// Keyed again by somebody who found out which of the two is right: both in one.
	twice, err := y.s.Sheet(ctx, y.id, numbers[4])
	y.ok(err)
	again2 := annual.SecondOrder{Stand: y.stand(w.Jing), No: twice.No, Marks: "1" + twice.Marks[1:], Right: "1" + twice.Marks[1:]}
	if _, err := y.d.Second(ctx, again2); !faulty(err, "reason", "missing") {
		t.Errorf("corrected without a reason: %v", err)
	}
	if half, err := y.s.Sheet(ctx, y.id, twice.No); err != nil || half.Second != "" || half.Version != twice.Version {
		t.Errorf("a correction that is refused leaves half of it: %+v, %v", half, err)
	}
	again2.Why = "錄入錯誤"
	y.did(y.d.Second(ctx, again2))
	if whole, err := y.s.Sheet(ctx, y.id, twice.No); err != nil || whole.Second != again2.Marks || whole.First != twice.Marks || whole.Marks != again2.Right || len(whole.Changes) != 1 {
		t.Errorf("keyed again and corrected is %+v, %v", whole, err)
	}
	y.did(y.d.Void(ctx, annual.VoidOrder{Stand: y.stand(w.Fang), No: numbers[1], Why: "他人代填"}))
	y.did(y.d.Back(ctx, annual.BackOrder{Stand: y.stand(w.Jing), No: numbers[2], Found: annual.Confirmed}))
	y.did(y.d.Sort(ctx, annual.SortOrder{Stand: y.stand(w.Fang), No: numbers[3], Topics: []string{"DM-FACILITY"}, Quote: "門口的燈壞了", Quoted: true}))
	sheets, err := y.s.Sheets(ctx, y.id)
	y.ok(err)
	of := map[int]annual.Sheet{}
	for _, s := range sheets {
		of[s.No] = s
	}
	if s := of[first.No]; len(sheets) != len(numbers) || s.Marks[0] != '1' || s.Version != 3 || !slices.Equal(s.Off(), []int{0}) || !of[numbers[1]].Void ||
		of[numbers[2]].Back != annual.Confirmed || !of[numbers[3]].Quoted || s.Stratum != called[1].Unit.Stratum {
		t.Errorf("the sheets are %+v", sheets)
	}
	if s, err := y.s.Sheet(ctx, y.id, first.No); err != nil || len(s.Changes) != 1 || s.Changes[0].Why != "錄入錯誤" {
		t.Errorf("the correction is %+v, %v", s.Changes, err)
	}

	// Counted, concluded, reported: what the report says stays.
	y.did(y.d.Count(ctx, annual.CountOrder{Stand: y.stand(w.Fang), Why: "年底前須出報告"}))
	if _, err := y.d.Enter(ctx, annual.EnterOrder{Stand: y.stand(w.Fang), Sheet: sheets[0]}); !faulty(err, "survey", "not-now") {
		t.Errorf("a sheet after the count: %v", err)
	}
	y.did(y.d.Conclude(ctx, annual.ConcludeOrder{Stand: y.stand(w.Fang), Findings: annual.Findings{Summary: "總體滿意"}}))
	y.did(y.d.Report(ctx, annual.ReportOrder{Stand: y.stand(w.Wu)}))
	kept, err := y.s.KeptResults(ctx, y.id)
	y.ok(err)
	if kept.Year != 2026 || kept.Quality.Sheets != len(numbers) || kept.Quality.Voided != 1 || kept.Overall == nil || kept.Overall.N != len(numbers)-1 {
		t.Errorf("the report keeps %+v of %d sheets", kept.Quality, len(numbers))
	}

	v = y.did(y.d.Destroy(ctx, annual.DestroyOrder{Stand: y.stand(w.Wu)}))
	if _, err := y.s.UnitOf(ctx, y.id, first.No); !errors.Is(err, app.ErrNotFound) || v.Destroyed.IsZero() || v.DestroyedBy != w.Wu {
		t.Errorf("after the links were destroyed on %v: %v", v.Destroyed, err)
	}
	if found, err := y.s.Check(ctx); err != nil || len(found) > 0 {
		t.Errorf("the check finds %v, %v", found, err)
	}
}

func TestAnApprovalTakenBackLeavesASoundFile(t *testing.T) {
	y := openWay(t)
	ctx, w := t.Context(), y.w
	m, err := y.d.Plan(ctx, annual.PlanOrder{Project: w.Project, Year: 2026, By: w.Fang})
	y.ok(err)
	y.id = m.Head.ID
	y.did(y.d.Approve(ctx, annual.ApproveOrder{Stand: y.stand(w.Wu)}))
	y.did(y.d.Reopen(ctx, annual.ReopenOrder{Stand: y.stand(w.Fang), Why: "改抽樣"}))
	sound := func() {
		t.Helper()
		if found, err := y.s.Check(ctx); err != nil || len(found) > 0 {
			t.Errorf("the check finds %v, %v", found, err)
		}
	}
	sound()
	v := y.did(y.d.Approve(ctx, annual.ApproveOrder{Stand: y.stand(w.Wu)}))
	units, err := y.s.Units(ctx, annual.WantedUnits{Survey: y.id})
	y.ok(err)
	if v.Frame != 2 || len(units) != 30 {
		t.Errorf("frame %d has %d households", v.Frame, len(units))
	}
	y.did(y.d.Draw(ctx, annual.DrawOrder{Stand: y.stand(w.Fang)}))
	y.did(y.d.Cancel(ctx, annual.CancelOrder{Stand: y.stand(w.Fang), Why: "疫情"}))
	if all, err := y.s.Addresses(ctx, annual.WantedUnits{Survey: y.id, Called: true}); err != nil || len(all) == 0 || all[0].No != 0 {
		t.Errorf("after it was given up, numbers are told: %+v, %v", all, err)
	}
	sound()
}

func TestOnceLinksAreDestroyedVisitsTellOfNoSheet(t *testing.T) {
	y := openWay(t)
	ctx, w := t.Context(), y.w
	y.id = y.intoField(2026).ID
	called, err := y.s.Addresses(ctx, annual.WantedUnits{Survey: y.id, Called: true})
	y.ok(err)
	first := workday.DayOf(w.Clock.Now())
	for i, a := range called {
		w.Clock.Add(24 * time.Hour)
		y.did(y.d.Attempt(ctx, annual.AttemptOrder{Stand: y.stand(w.Jing), Unit: a.Unit.N, Mode: annual.Phone, Outcome: annual.Done}))
		y.did(y.d.Enter(ctx, annual.EnterOrder{Stand: y.stand(w.Fang), Sheet: annual.Sheet{No: a.No, Mode: annual.Phone, Asked: w.Jing,
			Filled: first.AddDays(2 * i / len(called)), Marks: strconv.Itoa(1+i%5) + strings.Repeat("4", 20), Recommend: annual.NoRecommendation}}))
	}
	one, err := y.s.Sheet(ctx, y.id, called[0].No)
	y.ok(err)
	one.Filled, one.Since = first.AddDays(1), "SR-1"
	y.did(y.d.Correct(ctx, annual.CorrectOrder{Stand: y.stand(w.Fang), Sheet: one, Why: "日期錯"}))
	y.did(y.d.Count(ctx, annual.CountOrder{Stand: y.stand(w.Fang), Why: "年底前須出報告"}))
	y.did(y.d.Conclude(ctx, annual.ConcludeOrder{Stand: y.stand(w.Fang), Findings: annual.Findings{Summary: "總體滿意"}}))
	y.did(y.d.Report(ctx, annual.ReportOrder{Stand: y.stand(w.Wu)}))
	kept, err := y.d.Results(ctx, y.id)
	y.ok(err)
	y.did(y.d.Destroy(ctx, annual.DestroyOrder{Stand: y.stand(w.Wu)}))

	sheets, err := y.s.Sheets(ctx, y.id)
	y.ok(err)
	for _, s := range sheets {
		if !s.Filled.IsZero() || s.Asked != 0 || s.Keyed != first.AddDays(len(called)) {
			t.Errorf("sheet %d was filled in on %v, keyed in on %v, asked by %d", s.No, s.Filled, s.Keyed, s.Asked)
		}
	}
	one, err = y.s.Sheet(ctx, y.id, one.No)
	y.ok(err)
	if c := one.Changes; len(sheets) != len(called) || len(c) != 1 || c[0].Why != "日期錯" || len(c[0].Diffs) != 1 || c[0].Diffs[0].Field != "since" {
		t.Errorf("of %d sheets the one corrected was %+v", len(sheets), one.Changes)
	}

	// A report that is made once more says what the first did.
	y.did(y.d.Reissue(ctx, annual.ReissueOrder{Stand: y.stand(w.Wu), Why: "摘要有誤"}))
	again, err := y.d.Results(ctx, y.id)
	y.ok(err)
	if kept.Late == nil || !alike(reflect.ValueOf(again), reflect.ValueOf(kept)) {
		t.Errorf("once more late answers are %+v, were %+v", again.Late, kept.Late)
	}
}

// A second keying and the correction it leads to are kept in one: should the file
// refuse the correction, nobody has keyed the sheet a second time either.
func TestASecondKeyingWhoseCorrectionFailsLeavesNoHalf(t *testing.T) {
	y := openWay(t)
	ctx, w := t.Context(), y.w
	v := y.intoField(2026)
	y.id = v.ID
	called, err := y.s.Addresses(ctx, annual.WantedUnits{Survey: y.id, Called: true})
	y.ok(err)
	marks := strings.Repeat("4", len(v.Questionnaire.Asked()))
	no := called[0].No
	v = y.did(y.d.Enter(ctx, annual.EnterOrder{Stand: y.stand(w.Fang), Sheet: annual.Sheet{No: no, Mode: annual.Paper, Marks: marks, Recommend: 9}}))
	first, err := y.s.Sheet(ctx, y.id, no)
	y.ok(err)
	g, err := y.d.Front.Ground(ctx)
	y.ok(err)
	right := "3" + marks[1:]
	order := annual.SecondOrder{Stand: y.stand(w.Jing), No: no, Marks: right, Right: right, Why: "錄入錯誤"}
	m, err := v.Second(order, first, g, w.Clock.Now())
	y.ok(err)
	change, corrects := m.Changes[no]
	if !corrects {
		t.Fatalf("nothing is corrected by %+v", m)
	}
	change.N = 0 // the file refuses it
	m.Changes[no] = change
	if _, err := y.s.KeepSurvey(ctx, m); err == nil {
		t.Fatal("what the file refuses was kept")
	}
	if half, err := y.s.Sheet(ctx, y.id, no); err != nil || !reflect.DeepEqual(half, first) {
		t.Errorf("half of it is there: %+v, %v", half, err)
	}
	y.did(y.d.Second(ctx, order))
	if whole, err := y.s.Sheet(ctx, y.id, no); err != nil || whole.Second != right || whole.Marks != right || len(whole.Changes) != 1 {
		t.Errorf("kept at last: %+v, %v", whole, err)
	}
}
