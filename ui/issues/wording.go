package issues

import (
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// label is what people call a field.
func label(s *seat.Seat, field string) string { return s.Say("field." + field) }

// worded offers values whose words stand under a key of their own: solved.yes.
func worded[T ~string](s *seat.Seat, prefix string, list []T) *kit.Radios[T] {
	return kit.NewRadios(list, func(v T) string { return s.Say(prefix + string(v)) })
}
