package money

import (
	"strings"

	"ownerdesk/app/fold"
)

// What is written before or after an amount, folded; the longer first, so that none
// is taken for a part of another.
var currencies = strings.Fields("人民币 新台币 澳门币 澳门元 港币 港元 rmb cny hkd mop twd ntd hk$ nt$ mop$ ¥ ￥ $ 元整 元 圆 块")

// ReadAmount reads an amount as people and ledgers write it: 1234.5, ¥1,234.50,
// HK$ 80, 80元. An amount below zero, or with a fraction of a hundredth, is none.
func ReadAmount(s string) (Fen, bool) {
	s = squeezed(s)
	for _, c := range currencies {
		s = strings.TrimSuffix(strings.TrimPrefix(s, c), c)
	}
	n, ok := number(s, 2, int64(LargestAmount))
	return Fen(n), ok
}

// ReadQuantity reads a quantity with up to three decimals: 2, 1.5, 0.125.
func ReadQuantity(s string) (Milli, bool) {
	n, ok := number(squeezed(s), 3, int64(LargestQuantity))
	return Milli(n), ok
}

// The units of time, folded; the longer first.
var (
	hourUnits   = strings.Fields("个小时 个工时 个钟头 小时 工时 钟头 hours hour hrs hr h 时")
	minuteUnits = strings.Fields("分钟 minutes minute mins min m 分")
)

// ReadHours reads working time: hours with up to two decimals, with or without their
// unit, 1小时30分, 90分钟, 1:30. Minutes become hundredths of an hour, rounded once.
func ReadHours(s string) (Hours, bool) {
	s = squeezed(s)
	if whole, minutes, clock := strings.Cut(s, ":"); clock && len(minutes) == 2 {
		return together(whole, minutes)
	}
	if minutes, cut := without(s, minuteUnits); cut {
		for _, u := range hourUnits {
			if whole, rest, both := strings.Cut(minutes, u); both {
				return together(whole, rest)
			}
		}
		return together("0", minutes)
	}
	s, _ = without(s, hourUnits)
	n, ok := number(s, 2, int64(LargestTime))
	return Hours(n), ok
}

// together are whole hours and minutes.
func together(hours, minutes string) (Hours, bool) {
	h, read := number(hours, 0, int64(LargestTime)/100)
	m, also := number(minutes, 0, int64(LargestTime)/100*60)
	total := Hours(h*100 + (m*100+30)/60)
	return total, read && also && total <= LargestTime
}

// without is a text without the first of some units that it ends in.
func without(s string, units []string) (string, bool) {
	for _, u := range units {
		if rest, cut := strings.CutSuffix(s, u); cut {
			return rest, true
		}
	}
	return s, false
}

// squeezed is a text without blanks, in the form in which words are compared.
func squeezed(s string) string { return strings.ReplaceAll(fold.Key(s), " ", "") }

// noise is from how many decimals on a number is the outcome of a formula, which
// computers leave beside its true value.
const noise = 9

// number reads a decimal number in units of ten to the minus places.
func number(s string, places int, largest int64) (int64, bool) {
	whole, rest, _ := strings.Cut(s, ".")
	whole, grouped := ungrouped(whole)
	if !grouped || whole == "" || len(whole) > 15 || !digits(whole) || !digits(rest) {
		return 0, false
	}
	up := int64(0)
	if len(rest) > places {
		if over := rest[places:]; len(rest) >= noise {
			up = int64(over[0]-'0') / 5
		} else if strings.Trim(over, "0") != "" {
			return 0, false
		}
		rest = rest[:places]
	}
	rest += strings.Repeat("0", places-len(rest))
	n := int64(0)
	for _, d := range whole + rest {
		n = n*10 + int64(d-'0')
		if n > largest {
			return 0, false
		}
	}
	n += up
	return n, n <= largest
}

// ungrouped takes the commas out that part thousands; false where they part anything else.
func ungrouped(whole string) (string, bool) {
	parts := strings.Split(whole, ",")
	for i, p := range parts[1:] {
		if len(p) != 3 || i == 0 && (parts[0] == "" || len(parts[0]) > 3) {
			return "", false
		}
	}
	return strings.Join(parts, ""), true
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }
