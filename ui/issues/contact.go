package issues

import (
	"strings"
	"unicode"

	"ownerdesk/app"
)

// setContact reads what was typed as ways to reach somebody: what holds an @ is
// an e-mail address, what is mostly digits a phone, all else a WeChat name.
// Several phones stay together.
func setContact(r *app.Reporter, typed string) {
	r.Phone, r.Email, r.WeChat = "", "", ""
	var phones []string
	for _, way := range strings.FieldsFunc(typed, between) {
		switch {
		case strings.Contains(way, "@"):
			r.Email = way
		case isPhone(way):
			phones = append(phones, way)
		default:
			r.WeChat = way
		}
	}
	r.Phone = strings.Join(phones, "/")
}

// contactOf is what setContact reads back.
func contactOf(r app.Reporter) string {
	var ways []string
	for _, way := range []string{r.Phone, r.Email, r.WeChat} {
		if way != "" {
			ways = append(ways, way)
		}
	}
	return strings.Join(ways, ", ")
}

func between(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",，、;；/", r) }

// isPhone tells a phone from a WeChat name: digits, and signs people put between them.
func isPhone(s string) bool {
	digits := 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case !strings.ContainsRune("+-()（）", r):
			return false
		}
	}
	return digits >= 5
}
