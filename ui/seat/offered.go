package seat

import (
	"slices"

	"ownerdesk/app"
)

// Offered are the codes of a closed list that the office still offers, its own
// in their place: group names the list as the settings do. A category goes with
// its first level.
func Offered[T ~string](s *Seat, group string, codes []T) []T {
	all := slices.Clone(codes)
	hidden := map[string]bool{}
	for _, i := range s.Lists {
		if i.Hidden {
			hidden[i.Code] = true
		}
		if i.Group == group && !slices.Contains(all, T(i.Code)) {
			all = append(all, T(i.Code))
		}
	}
	return slices.DeleteFunc(all, func(c T) bool {
		return hidden[string(c)] || group == categories && hidden[string(app.Category(c).Subject())]
	})
}

// categories is the group of both levels of subjects.
const categories = "category"

// Subjects are the first-level categories offered.
func (s *Seat) Subjects() []app.Category {
	return slices.DeleteFunc(Offered(s, categories, app.Subjects()), func(c app.Category) bool { return c != c.Subject() })
}

// Topics are the second-level categories offered under a subject.
func (s *Seat) Topics(subject app.Category) []app.Category {
	return slices.DeleteFunc(Offered(s, categories, app.Categories()), func(c app.Category) bool {
		return c.Subject() != subject || c == subject
	})
}
