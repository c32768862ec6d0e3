package say

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/app/register"
)

// A Veil hides within free words what the fields beside them mask: an owner
// says his own number in his description, and a photo bears his name.
type Veil struct {
	words  [][2]string // what is said, and what is shown of it
	phones []string    // digits only
}

// Veiled is the veil over one reporter and one place; each degree says whether
// names, place and ways to reach him are shown.
func (v Voice) Veiled(r app.Reporter, at app.Place, name, place, contact Privacy) Veil {
	var x Veil
	hide := func(said, shown string, least int) {
		if utf8.RuneCountInString(said) >= least && said != shown {
			x.words = append(x.words, [2]string{said, shown})
		}
	}
	if contact != Open {
		hide(r.Email, register.MaskEmail(r.Email), 4)
		hide(r.WeChat, register.MaskWeChat(r.WeChat), 4)
		x.phones = phonesIn(r.Phone)
	}
	if name != Open {
		least := 2
		if r.Name != "" && r.Name[0] < utf8.RuneSelf {
			least = 5 // Ann is in many a word
		}
		hide(r.Name, v.Person(r.Name, r.Anonymous, Masked), least)
	}
	if place != Open && at.Door != "" && at.Block != "" {
		long, masked := v.Place(at, Open), v.Place(at, Masked)
		hide(v.Short(at, Open), v.Short(at, Masked), 4)
		hide(long, masked, 4)
		hide(strings.ReplaceAll(long, " ", ""), strings.ReplaceAll(masked, " ", ""), 4)
	}
	return x
}

// Also hides a further word behind what is shown of it. Names of one character
// hide nothing, and short ones in Latin letters are in many a word.
func (x Veil) Also(said, shown string) Veil {
	least := 2
	if said != "" && said[0] < utf8.RuneSelf {
		least = 5
	}
	if utf8.RuneCountInString(said) < least || said == shown {
		return x
	}
	x.words = append(slices.Clip(x.words), [2]string{said, shown})
	slices.SortStableFunc(x.words, func(a, b [2]string) int { return len(b[0]) - len(a[0]) }) // a name within a longer one
	return x
}

// With is both veils at once.
func (x Veil) With(y Veil) Veil {
	x.words = append(slices.Clip(x.words), y.words...)
	x.phones = append(slices.Clip(x.phones), y.phones...)
	return x
}

// phonesIn are the digits of each number of a field.
func phonesIn(text string) []string {
	var all []string
	for _, one := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/、,，;；\n", r) }) {
		digits := strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, strings.TrimPrefix(strings.TrimSpace(one), "+86"))
		if len(digits) >= 7 {
			all = append(all, digits)
		}
	}
	return all
}

// Over is a text under the veil.
func (x Veil) Over(text string) string {
	for _, p := range x.phones {
		text = without(text, p)
	}
	for _, w := range x.words {
		if strings.Contains(text, w[0]) {
			text = strings.ReplaceAll(text, w[0], w[1])
		}
	}
	return text
}

// without masks a phone in a text, whether its digits stand together or are
// parted by spaces or dashes.
func without(text, digits string) string {
	for at := 0; at+len(digits) <= len(text); {
		n := spelled(text[at:], digits)
		if n == 0 {
			at++
			continue
		}
		shown := register.MaskPhone(digits)
		text = text[:at] + shown + text[at+n:]
		at += len(shown)
	}
	return text
}

// spelled is how much of a text, from its beginning, spells the digits; 0 if it
// does not.
func spelled(text, digits string) int {
	k := 0
	for i := 0; i < len(text); i++ {
		switch {
		case text[i] == digits[k]:
			if k++; k == len(digits) {
				return i + 1
			}
		case k == 0 || text[i] != ' ' && text[i] != '-':
			return 0
		}
	}
	return 0
}
