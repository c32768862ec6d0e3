package meeting

import (
	"testing"
	"time"

	"ownerdesk/app"
)

// What may be done to a record in each state, by kind.
func TestEachStateAllowsItsActs(t *testing.T) {
	acts := []struct {
		name string
		try  func(*walk) error
	}{
		{"change", func(w *walk) error {
			_, err := w.r.Change(ChangeOrder{Stand: by(fang)}, w.g, at(28, 10))
			return err
		}},
		{"freeze", func(w *walk) error {
			_, err := w.r.Freeze(FreezeOrder{Stand: by(fang), Why: "x"}, Kept{}, nil, w.g, at(28, 10))
			return err
		}},
		{"hold", func(w *walk) error {
			_, err := w.r.Hold(HoldOrder{Stand: by(fang)}, w.g, at(28, 10))
			return err
		}},
		{"minute", func(w *walk) error {
			w.r.Guests = append(w.r.Guests, Guest{Group: OwnerGuest, Name: "x", Presence: Came})
			w.r.Contact = fang
			_, err := w.r.Minute(MinuteOrder{Stand: by(fang)}, w.g, at(28, 10))
			return err
		}},
		{"reopen", func(w *walk) error {
			_, err := w.r.Reopen(WhyOrder{by(fang), "x"}, w.g, at(28, 10))
			return err
		}},
		{"cancel", func(w *walk) error {
			_, err := w.r.Cancel(WhyOrder{by(fang), "x"}, w.g, at(28, 10))
			return err
		}},
		{"give", func(w *walk) error {
			_, err := w.r.Give(GiveOrder{by(fang), []NewAction{{Task{What: "x", Dept: service}, on(12, 1)}}}, w.g, at(28, 10))
			return err
		}},
	}
	for _, c := range []struct {
		kind  Kind
		state State
		may   string
	}{
		{Monthly, Planned, "change freeze cancel give "},
		{Monthly, Frozen, "change freeze hold cancel give "},
		{Monthly, Held, "change freeze minute give "},
		{Monthly, Minuted, "reopen give "},
		{Monthly, Cancelled, ""},
		{Weekly, Planned, "change freeze cancel give "},
		{OnSite, Planned, "change hold cancel give "},
		{OnSite, Held, "change minute give "},
		{Notice, Planned, "change hold cancel give "},
		{Notice, Held, "change give "},
		{Activity, Held, "change minute give "},
	} {
		may := ""
		for _, act := range acts {
			w := planned(t, c.kind)
			w.r.State = c.state
			if act.try(w) == nil {
				may += act.name + " "
			}
		}
		if may != c.may {
			t.Errorf("%s %s: may %q, want %q", c.kind, c.state, may, c.may)
		}
	}
}

func TestMinutesAreDueTwoWorkingDaysAfterTheMeeting(t *testing.T) {
	r := came(t, Monthly).r // on a Friday
	due := time.Date(2026, 12, 1, 18, 0, 0, 0, zone)
	if !r.MinutesDue.Equal(due) {
		t.Errorf("the minutes are due %v", r.MinutesDue)
	}
	if r.MinutesLate(due) || !r.MinutesLate(due.Add(time.Second)) {
		t.Error("the very moment is not in time")
	}
	w := came(t, Monthly)
	w.did(w.r.Minute(MinuteOrder{Stand: by(fang), Goes: "各部門、業委會"}, w.g, at(28, 10)))
	w.did(w.r.Reopen(WhyOrder{by(fang), "漏記一項決議"}, w.g, at(30, 10)))
	w.did(w.r.Minute(MinuteOrder{Stand: by(fang)}, w.g, due.AddDate(0, 1, 0)))
	if w.r.MinutesLate(due.AddDate(0, 2, 0)) || w.r.Goes != "各部門、業委會" || len(w.r.Acts) != 7 {
		t.Errorf("minutes that were there in time are late after a correction: %+v", w.r.Head)
	}
}

func TestHoldingAndMinutingRefuse(t *testing.T) {
	for _, c := range []struct {
		says string
		do   func() error
		want string
	}{
		{"not frozen", func() error {
			w := planned(t, Monthly)
			_, err := w.r.Hold(HoldOrder{Stand: by(fang)}, w.g, at(27, 17))
			return err
		}, "meeting not-frozen"},
		{"still ahead", func() error {
			w := planned(t, OnSite)
			_, err := w.r.Hold(HoldOrder{Stand: by(fang)}, w.g, at(27, 13))
			return err
		}, "begins future, ended future"},
		{"ended before it began", func() error {
			w := planned(t, OnSite)
			_, err := w.r.Hold(HoldOrder{Stand: by(fang), Ended: at(27, 13)}, w.g, at(27, 17))
			return err
		}, "ended before-began"},
		{"nobody came", func() error {
			w := held(t, Monthly)
			_, err := w.r.Minute(MinuteOrder{Stand: by(fang)}, w.g, at(28, 10))
			return err
		}, "guests missing"},
		{"nobody talks with the owners", func() error {
			w := came(t, Weekly)
			_, err := w.r.Minute(MinuteOrder{Stand: by(fang)}, w.g, at(28, 10))
			return err
		}, "owner-contact missing"},
		{"the next before this one", func() error {
			w := came(t, Monthly)
			_, err := w.r.Minute(MinuteOrder{Stand: by(fang), Next: at(20, 10)}, w.g, at(28, 10))
			return err
		}, "next past"},
		{"cancelled without a reason", func() error {
			w := planned(t, Monthly)
			_, err := w.r.Cancel(WhyOrder{by(fang), ""}, w.g, at(24, 10))
			return err
		}, "reason missing"},
	} {
		if got := says(c.do()); got != c.want {
			t.Errorf("%s: %q, want %q", c.says, got, c.want)
		}
	}
}

func TestAnOpinionMakesItsIntake(t *testing.T) {
	w := held(t, Monthly)
	person := app.Person{ID: 8, Name: "張小明", Phones: []string{"13812345678"}}
	o := w.r.intake(Opinion{Person: 8, Area: 2, Place: "東區路燈", Text: "太暗", Category: "EQ3"}, person, []app.Tie{{Person: 8, Room: 1, Owner: "OW-COM"}}, fang, at(27, 18))
	if o.Channel != "CH-MEET" || !o.Received.Equal(at(27, 14)) || o.ReceivedWhy != "HY-202611-0001" || o.Reporter.Owner != "OW-COM" ||
		o.Reporter.Phone != "13812345678" || o.Place.Text != "東區路燈" || o.Description != "太暗" {
		t.Errorf("the intake is %+v", o)
	}
	if _, err := app.Receive(o, w.g, at(27, 18)); err != nil {
		t.Errorf("it is refused: %v", err)
	}
	nobody := w.r.intake(Opinion{Area: 2, Place: "東區路燈", Text: "太暗", Category: "EQ3"}, app.Person{}, nil, fang, at(27, 18))
	if _, err := app.Receive(nobody, w.g, at(27, 18)); err != nil || !nobody.Reporter.Anonymous || !nobody.Reporter.Refused {
		t.Errorf("an opinion of an area: %+v, %v", nobody.Reporter, err)
	}
}

// Who chaired a meeting and left since, and a department that was closed since, keep
// neither its minutes from being finished nor what was said from being corrected.
func TestARecordIsFinishedThoughWhoItNamesHasLeft(t *testing.T) {
	w := came(t, Weekly)
	d := w.r.Details
	d.Contact = fang
	w.did(w.r.Change(ChangeOrder{Stand: by(fang), Details: &d}, w.g, at(27, 19)))
	dept := w.g.Departments[w.r.Dept]
	dept.Closed = true
	w.g.Departments = map[app.DeptID]app.Department{w.r.Dept: dept, w.g.Staff[fang].Dept: w.g.Departments[w.g.Staff[fang].Dept]}
	d.Goes = "各部門"
	w.did(w.r.Change(ChangeOrder{Stand: by(fang), Details: &d}, w.g, at(27, 20)))
	w.did(w.r.Minute(MinuteOrder{Stand: by(fang)}, w.g, at(28, 10)))
	if w.r.State != Minuted {
		t.Errorf("it is %s", w.r.State)
	}
}
