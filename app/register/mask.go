package register

import (
	"strings"
	"unicode/utf8"
)

// MaskName keeps the first character of each part of a name: 张三丰 becomes 张**,
// John Smith J*** S****.
func MaskName(name string) string {
	parts := strings.Fields(name)
	for i, p := range parts {
		_, n := utf8.DecodeRuneInString(p)
		parts[i] = p[:n] + strings.Repeat("*", utf8.RuneCountInString(p[n:]))
	}
	return strings.Join(parts, " ")
}

// MaskPhone keeps of a number what tells its owner that it is theirs:
// 138****5678, 12****78, 0912***678, 0571-******67. Several numbers in one text
// are masked each; a text that is no number keeps none of its characters.
func MaskPhone(text string) string {
	parts := numbersIn(strings.Map(halfWidth, text))
	for i, p := range parts {
		parts[i] = maskNumber(p)
	}
	return strings.Join(parts, "/")
}

func maskNumber(text string) string {
	p, rule := phone(text)
	n := p.Normal
	area, _, dashed := strings.Cut(p.Text, "-")
	switch {
	case rule != "":
		return strings.Repeat("*", utf8.RuneCountInString(text))
	case len(n) == 11 && n[0] == '1':
		return stars(n, 3, 4)
	case len(n) == 8 && n[0] != '0':
		return stars(n, 2, 2)
	case len(n) == 10 && strings.HasPrefix(n, "09"):
		return stars(n, 4, 3)
	case dashed && n[0] == '0' && strings.HasPrefix(n, area):
		return area + "-" + stars(n[len(area):], 0, 2)
	}
	return stars(n, 0, 2)
}

func stars(n string, head, tail int) string {
	return n[:head] + strings.Repeat("*", len(n)-head-tail) + n[len(n)-tail:]
}

// MaskEmail keeps the first character and the domain: o***@example.com.
func MaskEmail(email string) string {
	if email == "" {
		return ""
	}
	at := strings.LastIndexByte(email, '@')
	if at < 0 {
		return first(email, 1) + "***"
	}
	return first(email[:at], 1) + "***" + email[at:]
}

// MaskWeChat keeps the first two characters: zs***.
func MaskWeChat(id string) string {
	if id == "" {
		return ""
	}
	return first(id, 2) + "***"
}

// MaskRoom keeps building and unit: 3-2-**. The floor goes with the room.
func MaskRoom(p Place) string {
	kept := Place{Building: p.Building, Unit: p.Unit}
	if p.Room != "" {
		kept.Room = "**"
	}
	return kept.String()
}

func first(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
