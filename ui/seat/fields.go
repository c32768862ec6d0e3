package seat

import (
	"maps"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// The times that a day typed alone stands for: when something was done, and by
// when it is to be done.
const (
	Morning workday.Clock = 9 * 60
	Evening workday.Clock = 18 * 60
)

// MomentField is a field for a day and a time, office time; a day alone means the
// time otherwise.
func (s *Seat) MomentField(otherwise workday.Clock) *kit.MomentField {
	return kit.NewMomentField(s.Dates(), func() time.Time { return s.Here(s.Now()) }, otherwise)
}

// Dotted puts what is said of one thing into one line, leaving out what is not.
func (s *Seat) Dotted(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	return strings.Join(parts, s.Say("intake.between"))
}

// Codes offers a closed list.
func Codes[T ~string](s *Seat, list []T) *kit.Choice[T] {
	return kit.NewChoice(list, func(c T) string { return say.Code(s.Voice, c) })
}

// Maybe offers a closed list from which nothing need be chosen.
func Maybe[T ~string](s *Seat, list []T) *kit.Choice[T] {
	c := kit.NewChoice(append([]T{""}, list...), func(c T) string {
		if c == "" {
			return s.Say("number.none")
		}
		return say.Code(s.Voice, c)
	})
	kit.SetValue(c, "")
	return c
}

// Projects are the estates that are still worked for.
func (s *Seat) Projects() []app.ProjectID {
	ids := slices.Sorted(maps.Keys(s.Ground.Projects))
	return slices.DeleteFunc(ids, func(id app.ProjectID) bool { return s.Ground.Projects[id].Closed })
}

// Departments are those that still work, customer service among them or not.
func (s *Seat) Departments(desk bool) []app.DeptID {
	var open []app.DeptID
	for id, d := range s.Ground.Departments {
		if !d.Closed && (desk || !d.Desk) {
			open = append(open, id)
		}
	}
	slices.SortFunc(open, func(a, b app.DeptID) int {
		if byOrder := s.Ground.Departments[a].Order - s.Ground.Departments[b].Order; byOrder != 0 {
			return byOrder
		}
		return int(a - b)
	})
	return open
}

// DeptChoice offers the departments that still work.
func (s *Seat) DeptChoice(desk bool) *kit.Choice[app.DeptID] {
	return kit.NewChoice(s.Departments(desk), s.Dept)
}

// MaybeDept offers them, and none of them.
func (s *Seat) MaybeDept() *kit.Choice[app.DeptID] {
	c := kit.NewChoice(append([]app.DeptID{0}, s.Departments(true)...), func(d app.DeptID) string {
		if d == 0 {
			return s.Say("number.none")
		}
		return s.Dept(d)
	})
	kit.SetValue(c, 0)
	return c
}

// StaffChoice offers who works here, those of the department first; 0 is nobody.
func (s *Seat) StaffChoice(dept app.DeptID) *kit.Choice[app.StaffID] {
	c := kit.NewChoice(append([]app.StaffID{0}, s.StaffOf(dept)...), func(id app.StaffID) string {
		if id == 0 {
			return s.Say("number.none")
		}
		return s.Voice.Staff(id)
	})
	kit.SetValue(c, 0)
	return c
}

// StaffOf are those who work here, those of the department first.
func (s *Seat) StaffOf(dept app.DeptID) []app.StaffID {
	here := s.Ground.Staff
	ids := slices.Sorted(maps.Keys(here))
	ids = slices.DeleteFunc(ids, func(id app.StaffID) bool { return here[id].Closed })
	slices.SortStableFunc(ids, func(a, b app.StaffID) int {
		return other(here[a].Dept, dept) - other(here[b].Dept, dept)
	})
	return ids
}

func other(a, b app.DeptID) int {
	if a == b {
		return 0
	}
	return 1
}
