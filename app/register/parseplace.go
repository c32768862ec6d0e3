package register

import "strings"

// role says what one part of a place is.
type role int

const (
	unsaid role = iota
	isArea
	isBuilding
	isUnit
	isFloor
	isRoom
)

// A part is a number or letter of a place and what the word behind it says.
type part struct {
	text string
	role role
}

// ParsePlace reads a place as people write it: 3-2-501, 3座2单元501室, 3#2-501,
// 1座2樓A, 501; and says whether it is one at all.
func ParsePlace(s string) (Place, bool) {
	parts, ok := partsOf(tidy(s))
	if !ok || len(parts) == 0 || len(parts) > 5 {
		return Place{}, false
	}
	p, ok := assign(parts)
	return p, ok && believable(p, parts)
}

// partsOf cuts a place at its words and dashes; false if something else is in it.
func partsOf(s string) ([]part, bool) {
	var parts []part
	for s != "" {
		if rest := strings.TrimLeft(s, "- /\\,，第"); rest != s {
			s = rest
			continue
		}
		n := chunk(s)
		if n == 0 {
			return nil, false
		}
		text := s[:n]
		s = strings.TrimLeft(s[n:], " ")
		kind, mark := markOf(s)
		s = s[len(mark):]
		if kind == unsaid {
			text, kind = floorLetter(text, s, parts)
		}
		parts = append(parts, part{text, kind})
	}
	return settle(parts), true
}

// chunk is the length of the number or letters a text begins with.
func chunk(s string) int {
	n := 0
	for n < len(s) && ('0' <= s[n] && s[n] <= '9' || 'A' <= s[n] && s[n] <= 'Z') {
		n++
	}
	if n > 0 {
		return n
	}
	for i, r := range s {
		if !strings.ContainsRune(numerals+"十", r) {
			return i
		}
	}
	return len(s)
}

// marks are the words behind a number, longest first.
var marks = func() (all []struct {
	word string
	role role
}) {
	for _, group := range []struct {
		words []string
		role  role
	}{
		{buildings[:len(buildings)-5], isBuilding}, // up to 座: 楼, 号 and # stand for more than one thing
		{units, isUnit}, {[]string{"号房", "號房", "室", "房", "户", "戶"}, isRoom},
		{[]string{"层", "層", "/F"}, isFloor}, {areas, isArea}, {[]string{"#"}, isBuilding},
	} {
		for _, w := range group.words {
			all = append(all, struct {
				word string
				role role
			}{w, group.role})
		}
	}
	return all
}()

func markOf(s string) (role, string) {
	for _, m := range marks {
		if strings.HasPrefix(s, m.word) {
			return m.role, m.word
		}
	}
	for _, doubtful := range []string{"楼", "樓", "号", "號"} {
		if strings.HasPrefix(s, doubtful) {
			return doubt[doubtful], doubtful
		}
	}
	return unsaid, ""
}

// 楼 is a building or a floor, 号 a building or a room; what comes before and
// after decides (settle).
const (
	buildingOrFloor role = iota + 100
	buildingOrRoom
)

var doubt = map[string]role{"楼": buildingOrFloor, "樓": buildingOrFloor, "号": buildingOrRoom, "號": buildingOrRoom}

// floorLetter reads the F of 2F as a floor when a door follows.
func floorLetter(text, rest string, before []part) (string, role) {
	if n := len(text) - 1; n > 0 && text[n] == 'F' && digits(text[:n]) && rest != "" && len(before) > 0 {
		return text[:n], isFloor
	}
	return text, unsaid
}

func settle(parts []part) []part {
	for i := range parts {
		first, last := i == 0 || i == 1 && parts[0].role == isArea, i == len(parts)-1
		switch {
		case parts[i].role == buildingOrFloor && first:
			parts[i].role = isBuilding
		case parts[i].role == buildingOrFloor:
			parts[i].role = isFloor
		case parts[i].role == buildingOrRoom && last:
			parts[i].role = isRoom
		case parts[i].role == buildingOrRoom:
			parts[i].role = isBuilding
		}
	}
	return parts
}

// assign gives the parts without a word their place: the last is the room, the
// first the building, then unit, then floor.
func assign(parts []part) (Place, bool) {
	var p Place
	var open []string
	for _, x := range parts {
		field := p.field(x.role)
		switch {
		case field == nil:
			open = append(open, x.text)
		case *field != "":
			return Place{}, false
		case x.role == isRoom:
			*field = x.text
		default:
			*field = number(x.text)
		}
	}
	if n := len(open) - 1; n >= 0 && p.Room == "" {
		p.Room, open = open[n], open[:n]
	}
	for _, field := range []*string{&p.Building, &p.Unit, &p.Floor} {
		if len(open) > 0 && *field == "" {
			*field, open = number(open[0]), open[1:]
		}
	}
	return p, len(open) == 0
}

func (p *Place) field(r role) *string {
	switch r {
	case isArea:
		return &p.Area
	case isBuilding:
		return &p.Building
	case isUnit:
		return &p.Unit
	case isFloor:
		return &p.Floor
	case isRoom:
		return &p.Room
	}
	return nil
}

// believable keeps phone numbers, dates and words from passing for places.
func believable(p Place, parts []part) bool {
	marked, counted := false, false
	for _, x := range parts {
		marked = marked || x.role != unsaid
		counted = counted || strings.ContainsAny(x.text, "0123456789")
	}
	if !marked && !counted {
		return false
	}
	return len(p.Area) <= 4 && len(p.Building) <= 4 && len(p.Unit) <= 3 && len(p.Floor) <= 3 && len(p.Room) <= 6 &&
		!(digits(p.Building) && len(p.Building) > 3)
}
