package register

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// Phone is one number of a cell.
type Phone struct {
	Text   string // for the eye: 13900001424, 0571-88007667, +44 20 7946 0000
	Normal string // digits only, for searching and comparing
	Whose  string // what was written beside it: 儿子
}

// Fault says what is wrong with the text of a cell.
type Fault struct {
	Rule  string
	Value string
}

// What can be wrong with a phone number.
const (
	TooLong  = "phone-too-long"  // a mobile number of 12 digits
	TooShort = "phone-too-short" // too few digits to call
	Rounded  = "phone-rounded"   // 1.39E+10: a spreadsheet has lost the last digits
	NotPhone = "phone-none"      // no number at all in it
)

// Phones reads the numbers of one cell, several of them parted by / 、 ; a
// comma, a new line or blanks. A number it cannot believe is a fault and left out.
func Phones(cell string) ([]Phone, []Fault) {
	var phones []Phone
	var faults []Fault
	for _, text := range numbersIn(strings.Map(halfWidth, cell)) {
		p, rule := phone(text)
		switch {
		case rule != "":
			faults = append(faults, Fault{rule, text})
		case !known(phones, p):
			phones = append(phones, p)
		}
	}
	return phones, faults
}

func known(phones []Phone, p Phone) bool {
	for _, q := range phones {
		if q.Normal == p.Normal {
			return true
		}
	}
	return false
}

// numbersIn parts a cell. Blanks part numbers only where each side is one, for
// 177 0000 8728 is one number.
func numbersIn(cell string) []string {
	var all []string
	for _, part := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune("/、;,，；|\n\r\t\\", r) }) {
		if strings.TrimSpace(part) == "" {
			continue
		}
		if rule := ruleFor(onlyDigits(part)); rule == "" || len(onlyDigits(part)) < 13 {
			all = append(all, strings.TrimSpace(part))
			continue
		}
		all = append(all, groups(strings.Fields(part))...)
	}
	return all
}

// groups joins blank-parted figures until each is a number.
func groups(fields []string) []string {
	var all []string
	open := ""
	for _, f := range fields {
		open = strings.TrimSpace(open + " " + f)
		if n := onlyDigits(open); len(n) >= 7 && ruleFor(n) == "" && !(n[0] == '1' && len(n) < 11) {
			all, open = append(all, open), ""
		}
	}
	if open != "" {
		all = append(all, open)
	}
	return all
}

var (
	exponent  = regexp.MustCompile(`^(\d)(?:\.(\d+))?[eE]\+?(\d+)$`)
	extension = regexp.MustCompile(`(?i)\s*(?:转|轉|分机|分機|ext\.?|x)\s*(\d{1,6})\s*$`)
	dashed    = regexp.MustCompile(`^(\(?0\d{2,3}\)?-?\d{7,8})-(\d{1,6})$`)
	country   = regexp.MustCompile(`^\s*\(?(?:\+|00)\s*(86|852|853|886)\)?[\s-]*(\d?)`)
	abroad    = regexp.MustCompile(`^\s*\(?(?:\+|00)[1-9]`)
)

// phone reads one number, or says which rule it breaks.
func phone(text string) (Phone, string) {
	if m := exponent.FindStringSubmatch(text); m != nil {
		whole, ok := unrounded(m[1], m[2], m[3])
		if !ok {
			return Phone{}, Rounded
		}
		text = whole
	}
	if whole, zero := strings.CutSuffix(text, ".0"); zero && digits(whole) {
		text = whole
	}
	number, whose := apart(text)
	ext := ""
	if m := extension.FindStringSubmatch(text); m != nil {
		number, whose = apart(strings.TrimSuffix(text, m[0]))
		ext = m[1]
	} else if m := dashed.FindStringSubmatch(number); m != nil {
		number, ext = m[1], m[2]
	}
	if abroad.MatchString(number) && !country.MatchString(number) {
		return foreign(number, whose)
	}
	number, code := withoutCountry(number)
	n := onlyDigits(number)
	if rule := ruleFor(n); rule != "" {
		return Phone{}, rule
	}
	p := Phone{Text: written(number, n), Normal: n, Whose: whose}
	if code == "852" || code == "853" {
		p.Text = n
	}
	if ext != "" {
		p.Text += "-" + ext
	}
	return p, ""
}

// unrounded writes 1.3900001424E+10 as 13900001424 if no digit is lost.
func unrounded(head, tail, power string) (string, bool) {
	n, err := strconv.Atoi(power)
	if err != nil || n > 14 || n < 6 || len(tail) > n || len(tail) < n-1 {
		return "", false
	}
	return head + tail + strings.Repeat("0", n-len(tail)), true
}

// apart parts the figures from the words beside them: 儿子13900001424.
func apart(text string) (number, words string) {
	var n, w strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsDigit(r) || r == '+' || r == '-' || r == ' ' || r == '.':
			n.WriteRune(r)
		case unicode.IsLetter(r):
			w.WriteRune(r)
		}
	}
	return strings.Trim(n.String(), " -."), w.String()
}

// withoutCountry drops +86 and its like; a Taiwan number gets back its 0.
func withoutCountry(number string) (rest, code string) {
	m := country.FindStringSubmatch(number)
	if m == nil {
		switch n := onlyDigits(number); {
		case len(n) == 13 && strings.HasPrefix(n, "861"):
			return n[2:], "86"
		case len(n) == 11 && (strings.HasPrefix(n, "852") || strings.HasPrefix(n, "853")):
			return n[3:], n[:3]
		case len(n) == 12 && strings.HasPrefix(n, "8869"):
			return "0" + n[3:], "886"
		}
		return number, ""
	}
	rest = strings.TrimSpace(number[len(m[0])-len(m[2]):])
	if m[1] == "886" && m[2] != "0" {
		rest = "0" + rest
	}
	if m[1] == "86" && m[2] != "1" && m[2] != "0" && m[2] != "4" && m[2] != "8" {
		rest = "0" + rest
	}
	return rest, m[1]
}

func foreign(number, whose string) (Phone, string) {
	n := strings.TrimPrefix(onlyDigits(number), "00")
	switch {
	case len(n) < 8:
		return Phone{}, TooShort
	case len(n) > 15:
		return Phone{}, TooLong
	}
	return Phone{Text: "+" + strings.TrimPrefix(strings.TrimLeft(number, "(+"), "00"), Normal: n, Whose: whose}, ""
}

// ruleFor says which rule a number without country code breaks. Mobile numbers
// of the mainland have 11 digits; with area code 10 to 12; Hong Kong and Macau 8;
// Taiwan 9 or 10 with its 0; 400 and 800 numbers 10.
func ruleFor(n string) string {
	limits := [2]int{7, 8}
	switch {
	case n == "":
		return NotPhone
	case strings.HasPrefix(n, "400") || strings.HasPrefix(n, "800"):
		limits = [2]int{8, 10}
	case n[0] == '0':
		limits = [2]int{9, 12}
	case n[0] == '1' && len(n) != 8 && len(n) != 7:
		limits = [2]int{11, 11}
	}
	switch {
	case len(n) < limits[0]:
		return TooShort
	case len(n) > limits[1]:
		return TooLong
	case len(n) == 11 && n[0] == '1' && n[1] < '3':
		return NotPhone
	}
	return ""
}

// written is how a number is shown: an area code stands apart.
func written(number, n string) string {
	if n[0] != '0' || strings.HasPrefix(n, "09") && len(n) == 10 {
		return n
	}
	if a := areaCode(number, n); a > 0 {
		return n[:a] + "-" + n[a:]
	}
	return n
}

// areaCode is the length of a number's area code: as typed with a dash or a
// bracket, else by the plan of the mainland (010 and 02x have three digits).
func areaCode(typed, n string) int {
	head, rest, dashed := strings.Cut(strings.TrimSpace(typed), "-")
	if !dashed {
		head, rest, dashed = strings.Cut(strings.TrimSpace(typed), " ")
	}
	if head = onlyDigits(head); dashed && len(head) >= 2 && len(head) <= 4 && len(onlyDigits(rest)) >= 6 {
		return len(head)
	}
	switch {
	case len(n) >= 11 && (n[1] == '1' || n[1] == '2'):
		return 3
	case len(n) >= 11:
		return 4
	case len(n) >= 9:
		return 2
	}
	return 0
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
