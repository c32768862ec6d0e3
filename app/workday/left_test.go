package workday

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

func TestLeft(t *testing.T) {
	c := office(t, CN, Five())
	for _, row := range []struct {
		says     string
		now, due string
		want     Left
	}{
		{"at the very moment it is on time", "2026-09-30T18:00", "2026-09-30T18:00", Left{SameDay: true}},
		{"a second later it is late", "2026-09-30T18:00:01", "2026-09-30T18:00", Left{Late: true, Minutes: 1, SameDay: true}},
		{"a second before there is a minute left", "2026-09-30T17:59:59", "2026-09-30T18:00",
			Left{WorkMinutes: 1, Minutes: 1, SameDay: true}},
		{"today, over lunch", "2026-09-30T10:00", "2026-09-30T18:00", Left{WorkMinutes: 390, Minutes: 480, SameDay: true}},
		{"tomorrow", "2026-09-29T17:00", "2026-09-30T18:00",
			Left{WorkMinutes: 510, Workdays: 1, Minutes: 1500, Days: 1, NextDay: true}},
		{"over the festival", "2026-09-24T17:00", "2026-09-28T18:00",
			Left{WorkMinutes: 510, Workdays: 1, Minutes: 4*1440 + 60, Days: 4}},
		{"late by two working days after the holidays", "2026-10-09T10:00", "2026-09-30T18:00",
			Left{Late: true, WorkMinutes: 510, Workdays: 2, Minutes: 8*1440 + 960, Days: 9}},
		{"late by no working day yet in the holidays", "2026-10-05T10:00", "2026-09-30T18:00",
			Left{Late: true, Minutes: 4*1440 + 960, Days: 5}},
		{"late since yesterday is not due tomorrow", "2026-09-30T09:00", "2026-09-29T18:00",
			Left{Late: true, Workdays: 1, Minutes: 900, Days: 1}},
	} {
		t.Run(row.says, func(t *testing.T) {
			now, due := at(t, row.now), at(t, row.due)
			got := c.Left(now.UTC(), due)
			if !got.Now.Equal(now) || !got.Due.Equal(due) || got.Now.Location() != c.Loc {
				t.Errorf("it compares %v with %v", got.Now, got.Due)
			}
			got.Now, got.Due = time.Time{}, time.Time{}
			if got != row.want {
				t.Errorf("got %+v, want %+v", got, row.want)
			}
		})
	}
}

func TestLeftAndDueAgree(t *testing.T) {
	all := offices(t)
	soak.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(all).Draw(t, "office")
		from, l := anywhere(t, "from"), anyLimit(t, 40)
		s := c.Stand(from, l, from)
		if s.Left.Late {
			t.Fatalf("%v received %v is late at once: due %v", l, from, s.Due)
		}
		if c.Left(s.Due, s.Due).Late || !c.Left(s.Due.Add(time.Second), s.Due).Late {
			t.Fatalf("%v is not the line between on time and late", s.Due)
		}
		if l.Unit == Workdays && l.N > 0 && s.Left.Workdays != l.N {
			t.Fatalf("%v leaves %d working days at receipt", l, s.Left.Workdays)
		}
		if l.Unit == WorkHours && s.Left.WorkMinutes != 60*l.N {
			t.Fatalf("%v leaves %d working minutes at receipt", l, s.Left.WorkMinutes)
		}
		before := c.Left(s.Due.Add(-time.Hour), s.Due)
		after := c.Left(s.Due, s.Due.Add(-time.Hour))
		if before.Minutes != 60 || after.Minutes != 60 || !after.Late || before.Late {
			t.Fatalf("an hour is %+v before and %+v after", before, after)
		}
	})
}

func TestWorkMinutesAddUp(t *testing.T) {
	all := offices(t)
	soak.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(all).Draw(t, "office")
		a, b, d := anywhere(t, "a"), anywhere(t, "b"), anywhere(t, "c")
		if c.WorkTime(a, b)+c.WorkTime(b, d) != c.WorkTime(a, d) {
			t.Fatalf("%v, %v, %v do not add up to the second", a, b, d)
		}
		a, b, d = a.Truncate(time.Minute), b.Truncate(time.Minute), d.Truncate(time.Minute)
		if c.WorkMinutes(a, b)+c.WorkMinutes(b, d) != c.WorkMinutes(a, d) {
			t.Fatalf("%v, %v, %v do not add up", a, b, d)
		}
		x, y, z := DayOf(a), DayOf(b), DayOf(d)
		if c.WorkdaysBetween(x, y)+c.WorkdaysBetween(y, z) != c.WorkdaysBetween(x, z) {
			t.Fatalf("%v, %v, %v do not add up", x, y, z)
		}
	})
}

func TestWorkMinutes(t *testing.T) {
	c := office(t, CN, Five())
	for _, row := range []struct {
		says, from, to string
		want           int
	}{
		{"a whole day", "2026-09-24T00:00", "2026-09-25T00:00", 450},
		{"over lunch", "2026-09-24T11:30", "2026-09-24T14:00", 60},
		{"within lunch", "2026-09-24T12:10", "2026-09-24T13:20", 0},
		{"over night", "2026-09-23T17:30", "2026-09-24T09:30", 60},
		{"over a festival", "2026-09-24T17:30", "2026-09-28T09:30", 60},
		{"a begun minute does not count", "2026-09-24T10:00:30", "2026-09-24T10:02", 1},
		{"backwards", "2026-09-24T11:00", "2026-09-24T10:00", -60},
	} {
		t.Run(row.says, func(t *testing.T) {
			if got := c.WorkMinutes(at(t, row.from), at(t, row.to)); got != row.want {
				t.Errorf("%d minutes, want %d", got, row.want)
			}
		})
	}
}

func TestUsedShowsWhenToRemind(t *testing.T) {
	c := office(t, CN, Five())
	from, due := at(t, "2026-09-24T13:30"), at(t, "2026-09-29T12:00")
	for now, want := range map[string]int{
		"2026-09-24T13:30": 0, "2026-09-26T10:00": 30, "2026-09-28T13:30": 50,
		"2026-09-29T12:00": 100, "2026-09-29T12:00:01": 101, "2026-09-24T09:00": 0,
	} {
		l := Limit{2, Workdays}
		if got := c.Used(from, due, at(t, now), l); got != want {
			t.Errorf("at %s %d%% are gone, want %d%%", now, got, want)
		}
	}
	start := at(t, "2026-10-01T23:45")
	if got := c.Used(start, start.Add(30*time.Minute), start.Add(15*time.Minute), Limit{30, Minutes}); got != 50 {
		t.Errorf("half an emergency is %d%%", got)
	}
}

func BenchmarkLeft(b *testing.B) {
	c := office(b, CN, Five())
	due := at(b, "2026-09-24T18:00")
	for name, now := range map[string]time.Time{"week": due.AddDate(0, 0, -7), "year": due.AddDate(1, 0, 0)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Left(now, due)
			}
		})
	}
}
