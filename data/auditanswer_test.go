package data_test

import (
	"reflect"
	"testing"

	"ownerdesk/app/audit"
	"ownerdesk/app/workday"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

func TestAnAnswerIsKeptBesideTheEarlierOnes(t *testing.T) {
	s, _, w := datatest.Open(t)
	ctx := t.Context()
	year := audit.Asked{Duty: "hand-kept", Project: w.Project, First: workday.Date{Year: 2025, Month: 1, Day: 1}, Last: workday.Date{Year: 2025, Month: 12, Day: 31}}
	keep := func(about audit.Asked, said audit.Said, basis string) audit.Answer {
		t.Helper()
		a, err := s.KeepAuditAnswer(ctx, audit.Answer{Asked: about, Said: said, Basis: basis, At: datatest.At(23, 9, 0).UTC(), By: w.Fang})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	all, other, longer := year, year, year
	all.Project, other.Duty, longer.Last = 0, "hand-trained", workday.Date{Year: 2026, Month: 10, Day: 31}
	first := keep(year, audit.No, "櫃未上鎖")
	others := []audit.Answer{keep(all, audit.Yes, ""), keep(longer, audit.Yes, "")}
	trained := keep(other, audit.None, "無新員工")
	second := keep(year, audit.Yes, "已上鎖")

	read := func(about audit.Asked, want ...audit.Answer) {
		t.Helper()
		if got, err := s.AuditAnswers(ctx, about); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("of %+v there are %+v, %v; want %+v", about, got, err, want)
		}
	}
	read(year, first, second)
	read(all, others[0])
	read(longer, others[1])
	year.Duty = ""
	read(year, first, trained, second)
	if first.N != 1 || second.N != 2 || trained.N != 1 {
		t.Errorf("they are numbered %d, %d and %d", first.N, second.N, trained.N)
	}
	for _, statement := range []string{`DELETE FROM audit_answers`, `UPDATE audit_answers SET said = 'yes'`} {
		if err := data.Try(t, s, statement); err == nil {
			t.Errorf("%s is let happen", statement)
		}
	}
	if _, err := s.KeepAuditAnswer(ctx, audit.Answer{Asked: all, Said: "maybe", At: datatest.At(23, 9, 0), By: w.Fang}); err == nil {
		t.Error("an answer that is none is kept")
	}
}
