package data_test

import (
	"errors"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

func TestAnIssueGoesFromCallToSlip(t *testing.T) {
	s, desk, w := datatest.Open(t)
	m, err := desk.Receive(t.Context(), w.Call(app.Repair))
	if err != nil {
		t.Fatal(err)
	}
	if m.Issue.Number != "SL-202611-0001" || m.Issue.ID == 0 || m.Issue.Version != 1 {
		t.Errorf("kept as %s, id %d, version %d", m.Issue.Number, m.Issue.ID, m.Issue.Version)
	}
	m, err = desk.Transfer(t.Context(), app.TransferOrder{Stand: app.Stand{Issue: m.Issue.ID, By: w.Fang}, Lead: w.Engineering, Helping: []app.DeptID{w.Property}})
	if err != nil {
		t.Fatal(err)
	}
	c, err := s.Case(t.Context(), m.Issue.ID)
	if err != nil {
		t.Fatal(err)
	}
	if c.Slip != "ZB-202611-0001" || len(c.Rounds) != 1 || c.Rounds[0].Number != c.Slip || len(c.Acts) != 2 || c.Version != 2 {
		t.Errorf("the file says %+v", c)
	}
	if _, err := desk.Transfer(t.Context(), app.TransferOrder{Stand: app.Stand{Issue: m.Issue.ID, Version: 1, By: w.Fang}, Lead: w.Property}); !errors.Is(err, app.ErrConflict) {
		t.Errorf("an act on an old version: %v", err)
	}
}

// Which characters have one form only is Unicode's to say.
func TestSettledTextIsInItsNormalForm(t *testing.T) {
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if s := string(r) + "\u0301"; data.Settled(string(r)) && (!norm.NFC.IsNormalString(string(r)) || data.Settled(s)) {
			t.Errorf("%U is said to be settled", r)
		}
	}
	for text, want := range map[string]bool{"三樓電梯，異響。3-2-501（東）": true, "cafe\u0301": false, "か\u3099": false, "": true} {
		if data.Settled(text) != want {
			t.Errorf("%q is settled: %v", text, !want)
		}
	}
}

// An estate that takes the code another one had goes on behind its numbers.
func TestANumberIsNeverGivenTwiceWhenCodesChange(t *testing.T) {
	s, desk, w := datatest.Open(t)
	for range 3 {
		received(t, desk, w)
	}
	p := app.Project{ID: w.Project, Name: "雲棲花園", Code: "YQ"}
	if _, err := desk.ChangeProject(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	second, err := desk.ChangeProject(t.Context(), app.Project{Name: "濱河苑"})
	if err != nil {
		t.Fatal(err)
	}
	o := w.Call(app.Repair)
	o.Project, o.Place = second, app.Place{Text: "大門"}
	m, err := desk.Receive(t.Context(), o)
	if err != nil || m.Issue.Number != "SL-202611-0004" {
		t.Errorf("the other estate's first is %q, %v", m.Issue.Number, err)
	}
	if c := read(t, s, received(t, desk, w)); c.Number != "YQ-SL-202611-0004" {
		t.Errorf("the first estate goes on with %q", c.Number)
	}
}

// What is noted of several issues at once is noted of all of them or of none.
func TestWhatIsNotedOfSeveralIssuesLeavesNoHalf(t *testing.T) {
	s, desk, w := datatest.Open(t)
	var orders []app.PrintOrder
	for range 3 {
		orders = append(orders, app.PrintOrder{Stand: app.Stand{Issue: received(t, desk, w), By: w.Fang}, Document: "單", Way: app.WaySent})
	}
	before := []app.Case{read(t, s, orders[0].Issue), read(t, s, orders[1].Issue)}
	moves := make([]app.Move, len(orders))
	for i, o := range orders {
		c := read(t, s, o.Issue)
		moves[i] = app.Move{Issue: c.Issue, Act: app.Act{N: len(c.Acts) + 1, Kind: app.ActPaperSent, At: w.Clock.Now(), By: w.Fang}}
	}
	moves[2].Issue.Version += 7
	if err := s.KeepAll(t.Context(), moves); !errors.Is(err, app.ErrConflict) {
		t.Fatalf("got %v", err)
	}
	for i, c := range before {
		same(t, read(t, s, orders[i].Issue), c)
	}
	if err := desk.PrintedAll(t.Context(), orders); err != nil {
		t.Fatal(err)
	}
	for _, o := range orders {
		if c := read(t, s, o.Issue); c.Acts[len(c.Acts)-1].Kind != app.ActPaperSent || c.Version != 2 {
			t.Errorf("issue %d ends with %+v", o.Issue, c.Acts[len(c.Acts)-1])
		}
	}
}

// Paper of which nobody says what became of it is not noted.
func TestPaperGoesAKnownWay(t *testing.T) {
	_, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	for _, way := range []app.Way{"", app.WayNone, "printed"} {
		if _, err := desk.Printed(t.Context(), app.PrintOrder{Stand: app.Stand{Issue: id, By: w.Fang}, Way: way}); err == nil {
			t.Errorf("%q was noted", way)
		}
	}
}
