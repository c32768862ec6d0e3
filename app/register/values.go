package register

import "strings"

// looked is how many rows under the headings are asked what they hold.
const looked = 50

// unlike corrects guesses by what stands in the columns: a room column that
// holds whole places, and columns without a known heading.
func (l *Layout) unlike(s Sheet) {
	rows := s.Rows[l.HeadRow:min(len(s.Rows), l.HeadRow+looked)]
	for i := range l.Guesses {
		g := &l.Guesses[i]
		switch {
		case (g.Column == OfRoom || g.Column == OfBuilding) && l.alone(*g) && mostly(rows, g.Index, wholePlace):
			g.Column = OfPlace
		case g.Sure > 0:
		case mostly(rows, g.Index, identityNumber):
			g.Column, g.Sure = OfIdentity, 50
		case mostly(rows, g.Index, mobileNumber):
			g.Column, g.Sure = OfPhone, 50
		case mostly(rows, g.Index, mailAddress):
			g.Column, g.Sure = OfEmail, 50
		case mostly(rows, g.Index, wholePlace) && l.Index(OfRoom) < 0 && l.Index(OfPlace) < 0:
			g.Column, g.Sure = OfPlace, 50
		}
	}
}

// alone says that no second column tells where the room is.
func (l *Layout) alone(g Guess) bool {
	for _, other := range []Column{OfBuilding, OfRoom, OfUnit} {
		if at := l.Index(other); other != g.Column && at >= 0 {
			return false
		}
	}
	return true
}

// mostly says that at least three in four of a column's values are of a kind,
// and that there are some.
func mostly(rows [][]Cell, index int, of func(string) bool) bool {
	some, fits := 0, 0
	for _, row := range rows {
		if index >= len(row) || strings.TrimSpace(row[index].Text) == "" {
			continue
		}
		some++
		if of(strings.TrimSpace(row[index].Text)) {
			fits++
		}
	}
	return fits >= 2 && fits*4 >= some*3
}

func wholePlace(s string) bool {
	p, ok := ParsePlace(s)
	return ok && p.Building != "" && p.Room != ""
}

func mobileNumber(s string) bool {
	phones, faults := Phones(s)
	return len(faults) == 0 && len(phones) > 0 && len(phones[0].Normal) == 11 && phones[0].Normal[0] == '1'
}

func mailAddress(s string) bool {
	name, domain, ok := strings.Cut(s, "@")
	dot := strings.LastIndexByte(domain, '.')
	return ok && name != "" && dot > 0 && dot < len(domain)-1 && !strings.ContainsAny(name+domain, " ,;@/<>()")
}

// identityNumber knows the 18 characters of a mainland identity card.
func identityNumber(s string) bool {
	return len(s) == 18 && digits(s[:17]) && (s[17] == 'X' || s[17] == 'x' || digits(s[17:])) && plausibleBirth(s[6:14])
}

func plausibleBirth(s string) bool {
	_, ok := day(s)
	return ok
}
