package figures

import (
	"testing"
	"time"

	"ownerdesk/app"
)

// waiting is a repair that came on Monday at nine, due on Wednesday at six, and was
// suspended for all of Tuesday.
func waiting(stops bool) Fact {
	return repair(received("2026-10-12 09:00"), working, func(f *Fact) {
		f.Due = at("2026-10-14 18:00")
		f.Pauses = []Pause{{Round: 1, From: at("2026-10-13 09:00"), Until: at("2026-10-13 18:00"), Review: at("2026-10-13 12:00"), Stops: stops}}
	})
}

// Both figures are there whatever the rule says; the rule decides which is the rate.
func TestFiguresAreThereWithAndWithoutTheTimeSuspended(t *testing.T) {
	day := calendar().WorkTime(at("2026-10-13 09:00"), at("2026-10-13 18:00")).Hours()
	for stops, late := range map[bool]int{false: 1, true: 0} {
		s := october("2026-10-15 12:00")
		open := []Fact{waiting(stops)}
		w := s.Waits(open)
		if w.Counted.Num != 1 || w.LeftOut.Num != 0 || w.Counted.Den != 1 || len(w.Now) != 0 {
			t.Errorf("stops %v: %+v", stops, w)
		}
		if r := rateOf(s.Rates(open), Overdue); r.Num != late {
			t.Errorf("stops %v: %d overdue, want %d", stops, r.Num, late)
		}
		s.At = at("2026-10-13 12:30")
		if w := s.Waits(open); len(w.Now) != 1 || len(w.Late) != 1 {
			t.Errorf("half an hour after its review: %+v", w)
		}
		done := waiting(stops)
		done.Completions = []Completion{{Said: at("2026-10-14 10:00"), Done: at("2026-10-14 10:00"), Accepted: at("2026-10-14 11:00")}}
		s.At = at("2026-10-20 09:00")
		gross, net := s.HandlingHours([]Fact{done}).Working, s.Waits([]Fact{done}).Without.Working
		if gross.N != 1 || net.N != 1 || gross.Mean-net.Mean != day {
			t.Errorf("it took %v hours, without the time suspended %v", gross.Mean, net.Mean)
		}
		done.Urgency = app.Emergency
		if gross, net := s.HandlingHours([]Fact{done}).Emergency, s.Waits([]Fact{done}).Without.Emergency; gross.Mean-net.Mean != (9 * time.Hour).Hours() {
			t.Errorf("by the clock it took %v hours, without the time suspended %v", gross.Mean, net.Mean)
		}
	}
}

func rateOf(all []Rate, key Key) (r Rate) {
	for _, r := range all {
		if r.Key == key {
			return r
		}
	}
	return r
}
