package data_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/survey"
	"ownerdesk/data/datatest"
)

// inhabited is the world with somebody in every room: 27 at home, one who lets, one
// shop, and one family whose owner lives there; and a desk for surveys.
func inhabited(t *testing.T) (yearly, *annual.Desk) {
	t.Helper()
	s, front, w := datatest.Open(t)
	y := yearly{t, s, w}
	for name, room := range w.Rooms {
		if name == "3-2-501" || name == "2-1-1201" || name == "1-1-101" {
			continue
		}
		id, err := s.KeepPerson(t.Context(), app.Person{Name: "住戶 " + name})
		y.ok(err)
		y.ok(s.KeepTie(t.Context(), app.Tie{Person: id, Room: room, Owner: "OW-SELF"}))
	}
	return y, &annual.Desk{Front: front, Store: s, Chance: rand.NewChaCha8([32]byte{7})}
}

func (y yearly) done(m annual.Move, err error) annual.Move {
	y.Helper()
	y.ok(err)
	return m
}

// marks are the answers of one sheet after another.
func marks(n int) string { return fmt.Sprintf("%d%d4325-04343452345435", 1+n%5, 1+n%4) }

func TestASurveyFromPlanToReportAndTheNextYear(t *testing.T) {
	y, d := inhabited(t)
	ctx, w := t.Context(), y.w
	heard := 0
	defer d.Front.Changes.Listen(func(c app.Change) {
		if c.Surveys {
			heard++
		}
	})()
	id := y.done(d.Plan(ctx, annual.PlanOrder{Project: w.Project, Year: 2026, By: w.Fang})).Head.ID
	as := func(who app.StaffID) annual.Stand { return annual.Stand{Survey: id, By: who} }
	read := func() annual.Survey {
		t.Helper()
		v, err := y.s.Survey(ctx, id)
		y.ok(err)
		return v
	}
	v := read()
	if v.Number != "DC-202611-0001" || len(v.Questionnaire.Asked()) != 21 {
		t.Fatalf("planned as %+v", v.Head)
	}
	if _, err := d.Plan(ctx, annual.PlanOrder{Project: w.Project, Year: 2026, By: w.Fang}); !errors.As(err, &app.Faults{}) {
		t.Errorf("planned twice: %v", err)
	}
	p := v.Plan
	p.Precision.Error, p.Precision.Response, p.Floor, p.Interviewers = 0.15, 1, 1, []app.StaffID{w.Jianguo}
	y.done(d.Change(ctx, annual.ChangeOrder{Stand: as(w.Fang), Plan: &p}))
	if _, err := d.Change(ctx, annual.ChangeOrder{Stand: annual.Stand{Survey: id, Version: 1, By: w.Fang}, Plan: &v.Plan}); !errors.Is(err, app.ErrConflict) {
		t.Errorf("changed from an older version: %v", err)
	}
	y.done(d.Approve(ctx, annual.ApproveOrder{Stand: as(w.Wu), Checked: w.Min}))
	y.done(d.Draw(ctx, annual.DrawOrder{Stand: as(w.Fang)}))
	v = read()
	// 30 households, 15 points: 42.7 answers for no end, 17.8 for 30.
	if len(v.Strata) != 3 || v.Strata[0].Units != 28 || v.Strata[0].Issued+v.Strata[1].Issued+v.Strata[2].Issued != 18 || v.State != annual.Field {
		t.Fatalf("drawn as %+v", v.Head)
	}

	// One refuses, and its reserve is called up.
	called, err := y.s.Units(ctx, annual.WantedUnits{Survey: id, Called: true, OneStratum: true})
	y.ok(err)
	first := called[0].N
	y.done(d.Assign(ctx, annual.AssignOrder{Stand: as(w.Fang), Interviewer: w.Jianguo, Units: []int{first}}))
	if _, err := d.Replace(ctx, annual.ReplaceOrder{Stand: as(w.Fang), Unit: first}); !errors.As(err, &app.Faults{}) {
		t.Errorf("replaced untried: %v", err)
	}
	y.done(d.Attempt(ctx, annual.AttemptOrder{Stand: as(w.Jianguo), Unit: first, Mode: annual.Paper, Outcome: annual.Refused}))
	y.done(d.Replace(ctx, annual.ReplaceOrder{Stand: as(w.Fang), Unit: first}))
	addresses, err := y.s.Addresses(ctx, annual.WantedUnits{Survey: id, Called: true})
	y.ok(err)
	if len(addresses) != 19 {
		t.Fatalf("%d households are asked", len(addresses))
	}

	// All but the one that refused answer: the first two from a file.
	var file []annual.Sheet
	for i, a := range addresses {
		s := annual.Sheet{No: a.No, Mode: annual.Paper, Marks: marks(i), Recommend: i % 11, Asked: w.Jianguo}
		switch {
		case a.Unit.N == first:
		case len(file) < 2:
			s.Mode, s.Asked = annual.Online, 0
			file = append(file, s)
		default:
			y.done(d.Enter(ctx, annual.EnterOrder{Stand: as(w.Fang), Sheet: s}))
		}
	}
	checked, err := d.Preview(ctx, annual.ImportOrder{Stand: as(w.Fang), File: "問卷星.xlsx", Sheets: file})
	if err != nil || len(checked) != 2 || len(checked[0].Faults) > 0 {
		t.Errorf("the file says %+v, %v", checked, err)
	}
	y.done(d.Import(ctx, annual.ImportOrder{Stand: as(w.Fang), File: "問卷星.xlsx", Sheets: file}))
	if _, err := d.Import(ctx, annual.ImportOrder{Stand: as(w.Fang), File: "問卷星.xlsx", Sheets: file}); !errors.As(err, &app.Faults{}) {
		t.Errorf("imported twice: %v", err)
	}

	// As the plan asks, some are checked; one is corrected.
	sheets, err := y.s.Sheets(ctx, id)
	y.ok(err)
	for _, no := range annual.Seconds(v.Head, sheets) {
		s, err := y.s.Sheet(ctx, id, no)
		y.ok(err)
		y.done(d.Second(ctx, annual.SecondOrder{Stand: as(w.Min), No: no, Marks: "5" + s.Marks[1:]}))
	}
	for _, no := range annual.BackChecks(v.Head, sheets) {
		y.done(d.Back(ctx, annual.BackOrder{Stand: as(w.Min), No: no, Found: annual.Confirmed}))
	}
	s, err := y.s.Sheet(ctx, id, sheets[0].No)
	y.ok(err)
	s.Recommend = 10 - s.Recommend
	y.done(d.Correct(ctx, annual.CorrectOrder{Stand: as(w.Jing), Sheet: s, Why: "看錯"}))
	if _, err := d.Correct(ctx, annual.CorrectOrder{Stand: as(w.Jing), Sheet: s, Why: "看錯"}); !errors.Is(err, app.ErrConflict) {
		t.Errorf("corrected from an older version: %v", err)
	}
	y.done(d.Sort(ctx, annual.SortOrder{Stand: as(w.Fang), No: s.No, Topics: []string{"DM-CLEAN"}}))
	y.done(d.Count(ctx, annual.CountOrder{Stand: as(w.Fang)}))

	y.done(d.Conclude(ctx, annual.ConcludeOrder{Stand: as(w.Fang), Findings: annual.Findings{Summary: "總體較好"}}))
	y.done(d.Report(ctx, annual.ReportOrder{Stand: as(w.Wu)}))
	kept, err := y.s.KeptResults(ctx, id)
	if err != nil || kept.Total != (survey.Field{Issued: 19, Contacted: 19, Refused: 1, Valid: 18}) {
		t.Errorf("the report kept %+v, %v", kept.Total, err)
	}
	y.done(d.Destroy(ctx, annual.DestroyOrder{Stand: as(w.Wu)}))
	if _, err := y.s.UnitOf(ctx, id, s.No); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("it is still told whose a sheet is: %v", err)
	}
	kinds := []annual.ActKind{}
	for _, a := range read().Acts {
		kinds = append(kinds, a.Kind)
	}
	want := []annual.ActKind{annual.ActPlanned, annual.ActChanged, annual.ActApproved, annual.ActDrawn, annual.ActAssigned, annual.ActReplaced, annual.ActImported,
		annual.ActCounted, annual.ActConcluded, annual.ActReported, annual.ActDestroyed}
	if !slices.Equal(kinds, want) {
		t.Errorf("the timeline says %v", kinds)
	}
	if heard != 11+1+16+2*2+2 { // acts, an attempt, sheets keyed, checked twice, corrected and sorted
		t.Errorf("screens were told %d times", heard)
	}

	// The year after begins as this one did, and knows how far its answers lay apart.
	w.Clock.Set(datatest.At(23, 9, 42).AddDate(1, 0, 0))
	id = y.done(d.Plan(ctx, annual.PlanOrder{Project: w.Project, Year: 2027, By: w.Fang})).Head.ID
	p = read().Plan
	p.Rule, p.Floor = survey.Neyman, 0
	y.done(d.Change(ctx, annual.ChangeOrder{Stand: as(w.Fang), Plan: &p}))
	y.done(d.Approve(ctx, annual.ApproveOrder{Stand: as(w.Wu)}))
	if v := read(); v.Number != "DC-202711-0001" || v.Plan.Precision.Error != 0.15 || v.Strata[0].Planned < 15 {
		t.Errorf("the year after is %+v", v.Head)
	}
}
