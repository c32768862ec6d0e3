package app

import (
	"testing"
	"time"

	"ownerdesk/app/workday"
)

func TestALoadedYearMovesOnlyWhatItChanges(t *testing.T) {
	g := ground()
	g.Office.Region, g.Office.Pattern = workday.CN, workday.Five()
	limit, err := workday.ParseLimit("3wd")
	if err != nil {
		t.Fatal(err)
	}
	from := time.Date(2026, 12, 31, 10, 0, 0, 0, shanghai)
	was := g.Calendar.Due(from, limit)
	if !was.Provisional {
		t.Fatal("a limit that runs into 2027 is not provisional")
	}
	open := []OpenLimit{
		{Issue: 1, Number: "SL-202612-0001", From: from, Limit: limit, Due: was.Due, Unsure: true},
		{Issue: 2, Number: "ZB-202612-0002", From: from, Limit: limit, Due: was.Due, Unsure: true, Printed: true},
		{Issue: 3, Number: "ZB-202612-0003", From: from, Limit: limit, Due: was.Due.AddDate(0, 0, 5), Printed: true},
	}
	year := CalendarYear{Region: workday.CN, Year: 2027, Specials: []workday.Special{
		{Date: workday.Date{Year: 2027, Month: 1, Day: 1}, Kind: workday.Holiday, Name: "元旦"},
		{Date: workday.Date{Year: 2027, Month: 1, Day: 5}, Kind: workday.Holiday, Name: "元旦"},
	}}
	e := year.effect(g, open)
	if len(e.Moves) != 2 || e.Moves[0].Issue != 1 || !e.Moves[1].Printed {
		t.Fatalf("moves %+v; the one agreed by hand must stay", e.Moves)
	}
	if want := was.Due.AddDate(0, 0, 1); !e.Moves[0].To.Equal(want) {
		t.Errorf("moves to %v, want %v", e.Moves[0].To, want)
	}
	year.Specials = append(year.Specials, year.Specials[0])
	if e := year.effect(g, open); !workday.Refused(e.Problems) || e.Moves != nil {
		t.Errorf("a day listed twice passes: %+v", e)
	}
}

func TestALoadedYearSettlesWhatStays(t *testing.T) {
	g := ground()
	g.Office.Region, g.Office.Pattern = workday.CN, workday.Five()
	limit := workday.Limit{N: 3, Unit: workday.Workdays}
	from := time.Date(2026, 12, 31, 10, 0, 0, 0, shanghai)
	was := g.Calendar.Due(from, limit)
	year := CalendarYear{Region: workday.CN, Year: 2027, Specials: []workday.Special{
		{Date: workday.Date{Year: 2027, Month: 1, Day: 1}, Kind: workday.Holiday, Name: "元旦"},
	}}
	e := year.effect(g, []OpenLimit{{Issue: 1, From: from, Limit: limit, Due: was.Due, Unsure: true, Printed: true}})
	if len(e.Moves) != 0 || len(e.Settled) != 1 || e.Settled[0].Issue != 1 {
		t.Errorf("moves %+v, settles %+v", e.Moves, e.Settled)
	}
}

func TestACorrectedYearMovesALimitThatWasSure(t *testing.T) {
	w := received(t, Repair)
	w.did(w.c.HandleSelf(TransferOrder{Stand: Stand{By: fang}}, w.g, clockAt(23, 10, 0)))
	w.g.Calendar = w.g.Calendar.With(2026, []workday.Special{
		{Date: workday.Date{Year: 2026, Month: 11, Day: 24}, Kind: workday.Holiday, Name: "停工"},
	})
	w.did(w.c.MoveDue(MoveDueOrder{Stand{By: fang}}, w.g, clockAt(23, 11, 0)))
	if !w.c.Due.Equal(clockAt(26, 18, 0)) {
		t.Errorf("the limit is %v, want one working day later", w.c.Due)
	}
}

// Ten calendar days run through holidays, five working days do not: a calendar
// loaded later must not carry a complaint past the longest it may take.
func TestALoadedYearMovesNoComplaintPastTheLongestItMayTake(t *testing.T) {
	w := complained(t) // five working days: until Monday the 30th
	year := CalendarYear{Region: workday.CN, Year: 2026}
	for day := 24; day <= 30; day++ {
		year.Specials = append(year.Specials, holiday(day)...)
	}
	r := w.c.Rounds[0]
	w.g.Office.Region, w.g.Office.Pattern = workday.CN, workday.Five()
	end := time.Date(2026, 12, 3, 18, 0, 0, 0, shanghai)
	open := OpenLimit{Issue: 1, From: w.c.LimitFrom(r), Limit: r.Limit, Cap: w.g.Rules.Limits["cap.TYP-CMP"], Due: r.Effect, Printed: true}
	if e := year.effect(w.g, []OpenLimit{open}); len(e.Moves) != 1 || !e.Moves[0].To.Equal(end) {
		t.Errorf("would move %+v, want to %v", e.Moves, end)
	}
	w.g.Calendar = w.g.Calendar.With(2026, year.Specials)
	w.did(w.c.MoveDue(MoveDueOrder{by(fang)}, w.g, clockAt(23, 15, 0)))
	if r := w.c.Rounds[0]; !r.Effect.Equal(end) || r.Limit != open.Cap || !r.Due.Equal(clockAt(30, 18, 0)) {
		t.Errorf("counts until %v by %s, printed %v; want %v", r.Effect, r.Limit, r.Due, end)
	}
}
