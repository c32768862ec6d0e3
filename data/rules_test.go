package data_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

func TestWhatMustNotHappenCannotHappenByHand(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	cases := []app.Case{filled(t, w)}
	if err := s.KeepCases(t.Context(), cases); err != nil {
		t.Fatal(err)
	}
	if err := s.LogAccess(t.Context(), app.Access{At: now(), By: w.Fang, Action: "view"}); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"issues", "rounds", "delays", "feedbacks", "notes", "followups", "closings", "inquiries",
		"parties", "evidence", "attachments", "disturbances", "inspections", "helps", "suspensions", "acts", "access_log"} {
		if err := data.Try(t, s, `DELETE FROM `+table); err == nil || !strings.Contains(err.Error(), "never") {
			t.Errorf("%s were deleted: %v", table, err)
		}
	}
	for _, how := range []string{
		`UPDATE acts SET note = ''`, `UPDATE suspensions SET review = at`, `UPDATE access_log SET reason = ''`,
		`UPDATE issues SET lead_id = 99`, `UPDATE issues SET state = 'gone'`, `UPDATE issues SET number = ''`,
		`UPDATE issues SET rating_final = 6`, `UPDATE issues SET received = '2026-11-23'`, `UPDATE issues SET anonymous = 'no'`,
		`UPDATE issues SET number = 'SL-202611-0001'`, `UPDATE closings SET approved = 1, alone = 0, decided_by_id = asked_by_id`,
		`UPDATE staff SET dept_id = 99`, `UPDATE rounds SET steps = '['`, `DELETE FROM staff`, `DELETE FROM departments`,
		`INSERT INTO projects (name, code, closed) VALUES ('另一個', '', 0)`,
	} {
		if err := data.Try(t, s, how); err == nil {
			t.Errorf("this went through: %s", how)
		}
	}
}

func TestReadersCannotWrite(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	for _, how := range []string{`UPDATE issues SET name = ''`, `CREATE TABLE extra (id INTEGER)`, `INSERT INTO counters VALUES (1, 'SL', '2026-11', 9)`} {
		if err := data.TryReading(t, s, how); err == nil {
			t.Errorf("the reading door let this through: %s", how)
		}
	}
}

func TestOfTwoActsOnOneVersionOnlyOneWins(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	var won, lost int
	var mu sync.Mutex
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			o := app.NoteOrder{Stand: app.Stand{Issue: id, Version: 1, By: w.Fang}, Kind: app.NoteRemark, Text: "第 " + string(rune('1'+n)) + " 次"}
			_, err := desk.Note(t.Context(), o)
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil:
				won++
			case errors.Is(err, app.ErrConflict):
				lost++
			default:
				t.Error(err)
			}
		})
	}
	all.Wait()
	c := read(t, s, id)
	if won != 1 || lost != 7 || len(c.Notes) != 1 || len(c.Acts) != 2 || c.Version != 2 {
		t.Errorf("%d won, %d lost, the file has %d notes, %d acts, version %d", won, lost, len(c.Notes), len(c.Acts), c.Version)
	}
}

func TestAMoveOnAnIssueThatIsNotThereIsNotFound(t *testing.T) {
	s, _, w := datatest.Open(t)
	m := app.Move{Issue: app.Issue{ID: 77, Version: 1, Project: w.Project, Number: "SL-1", State: app.Accepted, By: w.Fang, Registered: now(), Rules: 1}}
	m.Issue.Received, m.Issue.Kind = now(), app.Repair
	if _, err := s.Keep(t.Context(), m); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("kept: %v", err)
	}
	if _, err := s.Case(t.Context(), 77); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("read: %v", err)
	}
}

func TestNumbersRestartMonthlyAndAreNeverGivenTwice(t *testing.T) {
	s, desk, w := datatest.Open(t)
	give := func() string {
		t.Helper()
		o := w.Call(app.Repair)
		m, err := desk.Receive(t.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		return m.Issue.Number
	}
	want := func(number string) {
		t.Helper()
		if got := give(); got != number {
			t.Errorf("the number is %s, want %s", got, number)
		}
	}
	want("SL-202611-0001")
	want("SL-202611-0002")
	bad := w.Call(app.Repair)
	bad.Place.Room = 99999 // refused by the file after the number was drawn
	if _, err := desk.Receive(t.Context(), bad); err == nil {
		t.Fatal("an issue in a room that is not there was kept")
	}
	want("SL-202611-0003")
	w.Clock.Set(time.Date(2026, 11, 30, 15, 59, 0, 0, time.UTC)) // 23:59 at the office
	want("SL-202611-0004")
	w.Clock.Set(time.Date(2026, 11, 30, 16, 0, 0, 0, time.UTC)) // midnight at the office
	want("SL-202612-0001")
	w.Clock.Set(datatest.At(23, 9, 42))
	want("SL-202611-0005")
	second, err := s.KeepProject(t.Context(), app.Project{Name: "湖畔", Code: "HP"})
	if err != nil {
		t.Fatal(err)
	}
	desk.Forget()
	o := w.Call(app.Repair)
	o.Project, o.Place = second, app.Place{Text: "大門"}
	if m, err := desk.Receive(t.Context(), o); err != nil || m.Issue.Number != "HP-SL-202611-0001" {
		t.Errorf("in another estate: %s, %v", m.Issue.Number, err)
	}
}

func TestNumbersGoOnAfterThoseTakenOver(t *testing.T) {
	s, desk, w := datatest.Open(t)
	received(t, desk, w)
	if err := s.KeepCases(t.Context(), []app.Case{filled(t, w)}); err != nil { // SL-…0031, ZB-…0017-R2
		t.Fatal(err)
	}
	m, err := desk.Receive(t.Context(), w.Call(app.Repair))
	if err != nil || m.Issue.Number != "SL-202611-0032" {
		t.Fatalf("the next is %s, %v", m.Issue.Number, err)
	}
	m, err = desk.Transfer(t.Context(), app.TransferOrder{Stand: app.Stand{Issue: m.Issue.ID, By: w.Fang}, Lead: w.Engineering})
	if err != nil || m.Issue.Slip != "ZB-202611-0018" {
		t.Errorf("the next slip is %s, %v", m.Issue.Slip, err)
	}
}

func TestTextNoPersonCanTypeIsRefused(t *testing.T) {
	s, desk, w := datatest.Open(t)
	for _, text := range []string{"a\x00b", "\xd6\xdc\xd2\xbb"} {
		o := w.Call(app.Repair)
		o.Description = text
		var f app.Faults
		if _, err := desk.Receive(t.Context(), o); !errors.As(err, &f) || !f.Has("text", "unfit") {
			t.Errorf("%q: %v", text, err)
		}
	}
	o := w.Call(app.Repair)
	o.Description = "Cafe\u0301 漏水 𠮷😀"
	m, err := desk.Receive(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	if c := read(t, s, m.Issue.ID); c.Description != "Café 漏水 𠮷😀" {
		t.Errorf("kept as %q", c.Description)
	}
}

func TestRulesAreKeptVersionByVersion(t *testing.T) {
	s, desk, w := datatest.Open(t)
	g, err := desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	first := app.DefaultRules()
	if g.Rules.Version != 1 || len(g.Rules.Limits) != len(first.Limits) || g.Rules.Limit("handle", "TYP-REP", "UR1") != first.Limit("handle", "TYP-REP", "UR1") {
		t.Errorf("a new file has the rules %+v", g.Rules)
	}
	received(t, desk, w)
	r := g.Rules
	r.Why = "業委會要求"
	r.Limits["handle"] = workday.Limit{N: 2, Unit: workday.Workdays}
	if err := desk.ChangeRules(t.Context(), r, w.Wu); err != nil {
		t.Fatal(err)
	}
	if g, err = desk.Ground(t.Context()); err != nil {
		t.Fatal(err)
	}
	if g.Rules.Version != 2 || g.Rules.Limits["handle"].N != 2 || g.OldRules[1].Limits["handle"].N != 3 || g.Rules.By != w.Wu {
		t.Errorf("the rules are %+v", g.Rules)
	}
	history, err := s.RulesHistory(t.Context())
	if err != nil || len(history) != 2 || history[0].Why != "業委會要求" {
		t.Errorf("the history is %+v, %v", history, err)
	}
}

func TestGroundIsTheOfficeAsItWasKept(t *testing.T) {
	_, desk, w := datatest.Open(t)
	g, err := desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if g.Office.Company != "雲棲物業服務有限公司" || !g.Office.Configured || g.Office.Pattern != workday.Five() {
		t.Errorf("the office is %+v", g.Office)
	}
	if !g.Calendar.Loaded(2026) || g.Calendar.Loaded(2027) || g.Calendar.Works(workday.Date{Year: 2026, Month: 10, Day: 2}) || !g.Calendar.Works(workday.Date{Year: 2026, Month: 10, Day: 10}) {
		t.Error("the calendar is not the one that was seeded")
	}
	if g.DeskDept() != w.Service || g.Staff[w.Qiang].Role != app.Head || g.Projects[w.Project].Name != "雲棲花園" {
		t.Errorf("departments %+v, staff %+v", g.Departments, g.Staff)
	}
}

func TestAnAnnouncedYearTakesThePlaceOfWhatWasKnown(t *testing.T) {
	s, desk, w := datatest.Open(t)
	y := app.CalendarYear{Region: workday.CN, Year: 2026, Source: "國辦發明電", Specials: []workday.Special{
		{Date: workday.Date{Year: 2026, Month: 10, Day: 1}, Kind: workday.Holiday, Name: "國慶節", Status: "announced"},
		{Date: workday.Date{Year: 2025, Month: 12, Day: 31}, Kind: workday.Holiday, Name: "元旦", Half: workday.Afternoon},
	}}
	for range 2 {
		if err := s.KeepCalendarYear(t.Context(), y, w.Fang, now()); err != nil {
			t.Fatal(err)
		}
	}
	specials, years, err := s.Specials(t.Context(), workday.CN)
	if err != nil || len(specials) != 2 || len(years) != 2 || specials[1].Status != "announced" || specials[0].Half != workday.Afternoon {
		t.Errorf("the calendar is %+v, %v, %v", specials, years, err)
	}
	if err := s.SeedCalendar(t.Context(), workday.CN, []workday.Special{{Date: workday.Date{Year: 2026, Month: 10, Day: 1}, Kind: workday.Makeup}}, []int{2026}); err != nil {
		t.Fatal(err)
	}
	if specials, _, _ = s.Specials(t.Context(), workday.CN); specials[1].Kind != workday.Holiday {
		t.Error("what ships took the place of what the office loaded")
	}
	desk.Forget()
	if g, _ := desk.Ground(t.Context()); !g.Calendar.Works(workday.Date{Year: 2026, Month: 10, Day: 2}) {
		t.Error("the day after is still a holiday")
	}
}

func TestTheAccessLogNoticesTampering(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	for n := range 4 {
		a := app.Access{By: w.Fang, Issue: id, Person: w.People["張小明"], Fields: "name,phone", Reason: "回訪 " + string(rune('1'+n)), Action: "view"}
		if err := desk.Reveal(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.VerifyAccessLog(t.Context()); err != nil {
		t.Fatal(err)
	}
	log, err := s.AccessLog(t.Context(), now().Add(-time.Hour), now().Add(time.Hour), 10)
	if err != nil || len(log) != 4 || log[0].Reason != "回訪 4" || log[0].Issue != id {
		t.Errorf("the log says %+v, %v", log, err)
	}
	for _, how := range []string{`UPDATE access_log SET reason = '' WHERE id = 2`, `DELETE FROM access_log WHERE id = 2`} {
		data.Tamper(t, s, `DROP TRIGGER IF EXISTS access_log_holds`, `DROP TRIGGER IF EXISTS access_log_stays`, how)
		if err := s.VerifyAccessLog(t.Context()); troubleOf(err) != data.LogBroken {
			t.Errorf("%s: %v", how, err)
		}
	}
}
