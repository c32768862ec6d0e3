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
