package console_test

import (
	"path/filepath"
	"testing"
	"time"

	"ownerdesk/app/improve"
	"ownerdesk/data"
)

func TestTheSampleOfficeImproves(t *testing.T) {
	db := filepath.Join(t.TempDir(), "office.db")
	done(t, "demo", "--db", db, "--issues", "1000", "--until", "2026-11-23T09:42")
	s, err := data.Open(t.Context(), db, data.Options{Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	all, err := s.Measures(t.Context(), improve.Wanted{})
	if err != nil {
		t.Fatal(err)
	}
	states, origins, rounds := map[improve.State]int{}, map[improve.Origin]int{}, 0
	for _, m := range all {
		states[m.State]++
		origins[m.Origin]++
		if m.Round == 2 && m.Before != 0 {
			rounds++
		}
	}
	for _, state := range improve.States {
		if states[state] == 0 {
			t.Errorf("no measure is %s: %v", state, states)
		}
	}
	if len(all) < 8 || rounds == 0 || origins[improve.FromComplaint] == 0 || origins[improve.FromMeeting] == 0 || origins[improve.ByHand] == 0 {
		t.Errorf("%d measures, %d second rounds, from %v", len(all), rounds, origins)
	}
}
