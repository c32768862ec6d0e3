package data_test

import (
	"errors"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

func TestNothingIsWrittenByADoubtedClockUntilSomebodySaysItIsRight(t *testing.T) {
	first, _, w := datatest.Open(t)
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	at := now()
	s, err := data.Open(t.Context(), w.Path, data.Options{Now: func() time.Time { return at }, Guard: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	desk := &app.Desk{Store: s, Now: func() time.Time { return at }, Changes: &app.Changes{}}
	call := func() error {
		o := w.Call(app.Repair)
		o.Received = time.Time{}
		_, err := desk.Receive(t.Context(), o)
		return err
	}
	doubted := func(err error) bool {
		var d app.ClockDoubt
		return errors.As(err, &d)
	}
	if err := call(); err != nil {
		t.Fatal(err)
	}
	for name, moved := range map[string]time.Duration{"a year back": -365 * 24 * time.Hour, "eight hours back": -8 * time.Hour, "a year ahead": 366 * 24 * time.Hour} {
		right := at
		at = right.Add(moved)
		if err := call(); !doubted(err) || !doubted(s.DoubtClock(t.Context())) {
			t.Errorf("%s: %v", name, err)
		}
		if b, err := s.BackupDue(t.Context(), at, ""); err != nil || b.Path != "" {
			t.Errorf("%s, the backup of the day: %q, %v", name, b.Path, err)
		}
		if _, err := s.KeepDraft(t.Context(), app.IntakeDraft{By: w.Fang, At: at, Text: map[string]string{"name": "王"}}); err != nil {
			t.Errorf("%s, a draft: %v", name, err)
		}
		at = right
	}
	if err := call(); err != nil {
		t.Errorf("set right again: %v", err)
	}
	at = at.AddDate(-1, 0, 0)
	if err := s.ConfirmClock(t.Context(), w.Fang); err != nil {
		t.Fatal(err)
	}
	if err := call(); err != nil || s.DoubtClock(t.Context()) != nil {
		t.Errorf("somebody said that it is right: %v", err)
	}
	if err := data.Try(t, s, `DELETE FROM clock_answers`); err == nil {
		t.Error("what was said of the clock can be deleted")
	}
}
