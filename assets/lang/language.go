package lang

import "strings"

// Language is the name of a language as its file and the settings spell it.
type Language string

// The languages of the program.
const (
	Traditional Language = "zh-Hant"
	Simplified  Language = "zh-Hans"
	English     Language = "en"
)

// All are the languages in the order a person is offered them.
var All = []Language{Traditional, Simplified, English}

// Match picks the language for a system's locale, spelled as systems do:
// zh_TW.UTF-8, zh-Hant-HK, en-US. A script that is named outweighs the region.
func Match(locale string) Language {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	parts := strings.Split(strings.ToLower(strings.ReplaceAll(locale, "_", "-")), "-")
	if parts[0] != "zh" {
		return English
	}
	for _, part := range parts[1:] {
		switch part {
		case "hans", "chs":
			return Simplified
		case "hant", "cht", "tw", "hk", "mo":
			return Traditional
		}
	}
	return Simplified
}
