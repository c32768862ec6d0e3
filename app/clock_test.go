package app

import (
	"errors"
	"testing"
	"time"
)

func TestAClockIsDoubtedWhenItDoesNotFitTheNewestEntry(t *testing.T) {
	newest := clockAt(23, 9, 0)
	for _, c := range []struct {
		now          time.Time
		doubt, wants bool // wants: it was set back
	}{
		{newest, false, false}, {newest.Add(-10 * time.Minute), false, false}, {newest.Add(-10*time.Minute - time.Second), true, true},
		{newest.Add(-8 * time.Hour), true, true}, {newest.AddDate(-1, 0, 0), true, true},
		{newest.AddDate(0, 2, 0), false, false}, {newest.AddDate(1, 0, 0), true, false},
	} {
		var d ClockDoubt
		if err := Doubt(c.now, newest); errors.As(err, &d) != c.doubt || c.doubt && d.Back() != c.wants {
			t.Errorf("%v after %v: %v", c.now, newest, err)
		}
	}
	if err := Doubt(newest, time.Time{}); err != nil {
		t.Errorf("a new file: %v", err)
	}
}
