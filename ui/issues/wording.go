package issues

import (
	"maps"
	"slices"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// label is what people call a field.
func label(s *seat.Seat, field string) string { return s.Say("field." + field) }

// codes offers a closed list.
func codes[T ~string](s *seat.Seat, list []T) *kit.Choice[T] {
	return kit.NewChoice(list, func(c T) string { return say.Code(s.Voice, c) })
}

// maybe offers a closed list from which nothing need be chosen.
func maybe[T ~string](s *seat.Seat, list []T) *kit.Choice[T] {
	c := kit.NewChoice(append([]T{""}, list...), func(c T) string {
		if c == "" {
			return s.Say("number.none")
		}
		return say.Code(s.Voice, c)
	})
	kit.SetValue(c, "")
	return c
}

// hold chooses what was written down before, and offers it though it is offered
// no longer: somebody who left, a code the office took off its list. Else to open
// a form and send it would lose it.
func hold[T comparable](c *kit.Choice[T], v T) {
	var none T
	if kit.SetValue(c, v) || v == none {
		return
	}
	c.SetValues(append(slices.Clone(c.Values()), v))
	kit.SetValue(c, v)
}

// worded offers values whose words stand under a key of their own: solved.yes.
func worded[T ~string](s *seat.Seat, prefix string, list []T) *kit.Radios[T] {
	return kit.NewRadios(list, func(v T) string { return s.Say(prefix + string(v)) })
}

// departments offers those that still work, customer service among them or not.
func departments(s *seat.Seat, desk bool) *kit.Choice[app.DeptID] {
	return kit.NewChoice(deptsOf(s, desk), s.Dept)
}

func deptsOf(s *seat.Seat, desk bool) []app.DeptID {
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

// staff offers who works here, those of the department first; 0 is nobody.
func staff(s *seat.Seat, dept app.DeptID) *kit.Choice[app.StaffID] {
	c := kit.NewChoice(append([]app.StaffID{0}, staffOf(s, dept)...), func(id app.StaffID) string {
		if id == 0 {
			return s.Say("number.none")
		}
		return s.Voice.Staff(id)
	})
	kit.SetValue(c, 0)
	return c
}

func staffOf(s *seat.Seat, dept app.DeptID) []app.StaffID {
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
