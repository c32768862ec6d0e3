package register

import "regexp"

// Doors as people name them within a text; the middle group is the room.
var doors = []*regexp.Regexp{
	regexp.MustCompile(`(\b[0-9]{1,3}[A-Za-z]?-[0-9]{1,2}-)([0-9]{2,4}[A-Za-z]?)()`),
	regexp.MustCompile(`(\b[0-9]{1,2}-)([0-9]{3,4}[A-Za-z]?)(\b)`),
	regexp.MustCompile(`((?:幢|栋|棟|座|楼|樓|单元|單元|梯|#)\s*)([0-9]{3,4}[A-Za-z]?)()`),
	regexp.MustCompile(`()([0-9]{3,4}[A-Za-z]?)(\s*(?:室|房))`),
	regexp.MustCompile(`(?i)(\b(?:flat|room|rm|apartment|apt)\.?\s*)([0-9]{1,4}[a-z]?)(\b)`),
}

// MaskDoors hides the rooms that a place in free words names: 3-2-501 門口 is
// 3-2-** 門口. A public place stays as it is.
func MaskDoors(text string) string {
	wide := mapped(text)
	for _, d := range doors {
		wide = d.ReplaceAllString(wide, "${1}**${3}")
	}
	return wide
}

// mapped makes digits and dashes half width.
func mapped(text string) string {
	out := []rune(text)
	for i, r := range out {
		if h := halfWidth(r); h >= '0' && h <= '9' || h == '-' || h == '#' {
			out[i] = h
		}
	}
	return string(out)
}

var digitRuns = regexp.MustCompile(`[0-9]+`)

// MaskMobiles hides the mainland mobile numbers within a text.
func MaskMobiles(text string) string {
	return digitRuns.ReplaceAllStringFunc(text, func(n string) string {
		if len(n) == 11 && n[0] == '1' && n[1] >= '3' {
			return stars(n, 3, 4)
		}
		return n
	})
}

var contacts = []*regexp.Regexp{
	regexp.MustCompile(`[A-Za-z0-9._%+*-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`),
	regexp.MustCompile(`(?:\+?86[ -]?)?\b1[3-9][0-9][ -]?[0-9*]{4}[ -]?[0-9]{4}\b`), // mobiles of the mainland, masked ones too
	regexp.MustCompile(`\b0[0-9]{2,3}[- ]?[0-9]{4}[ -]?[0-9]{3,4}\b`),               // with an area code
	regexp.MustCompile(`\b09[0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{3}\b`),                  // mobiles of Taiwan
	regexp.MustCompile(`(?:\+?85[23][ -]?)?\b[5689][0-9]{3}[ -]?[0-9]{4}\b`),        // Hong Kong, Macau
	regexp.MustCompile(`(?:微信號?|微信号|WeChat(?: ID)?)\s*[:：]?\s*[A-Za-z][\w-]{4,}`),
}

// MaskContacts leaves of numbers to call and of addresses within a text nothing
// but a mark.
func MaskContacts(text string) string {
	for _, c := range contacts {
		text = c.ReplaceAllString(text, "***")
	}
	return text
}
