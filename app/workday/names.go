package workday

import (
	"slices"
	"strings"
)

// NameKeys turns the name of a holiday, as a table or an announcement has it, into
// the keys the catalogue has words for, so that every language can say it. A name
// that is not known gives none and is shown as it stands.
func NameKeys(name string) []string {
	var keys []string
	inLieu := false
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return r == '、' || r == ';' || r == '；' }) {
		plain, moved := plainName(strings.TrimSpace(part))
		key, known := keyOf[plain]
		if strings.HasPrefix(plain, "holiday.") {
			key, known = plain, true
		}
		if !known {
			return nil
		}
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
		inLieu = inLieu || moved
	}
	if inLieu {
		keys = append(keys, "holiday.in-lieu")
	}
	return keys
}

// plainName takes off what says that a day stands for another or comes after it.
func plainName(part string) (name string, moved bool) {
	name = strings.ToLower(part)
	name = strings.TrimSpace(strings.TrimSuffix(name, "(afternoon)"))
	if n, ok := strings.CutSuffix(name, " (observed)"); ok {
		name, moved = n, true
	}
	for _, prefix := range []string{"compensatory rest day for ", "the day following "} {
		if n, ok := strings.CutPrefix(name, prefix); ok && keyOf[name] == "" {
			name, moved = n, true
		}
	}
	if strings.HasPrefix(name, "day off (substituted") || strings.HasPrefix(name, "make-up workday") {
		name = "day off"
	}
	return name, moved
}

// keyOf is the key of every name, lower case.
var keyOf = func() map[string]string {
	all := map[string]string{}
	for key, names := range holidayNames {
		for _, n := range names {
			all[n] = key
		}
	}
	return all
}()

// holidayNames are the ways holidays are written, lower case.
var holidayNames = map[string][]string{
	"holiday.adjusted":  {"day off"},
	"holiday.all-souls": {"all soul's day", "all souls' day"},
	"holiday.buddha":    {"the buddha's birthday", "佛誕", "佛诞"},
	"holiday.children":  {"children's day"},
	"holiday.christmas": {
		"christmas day", "christmas eve", "the first weekday after christmas day", "聖誕節", "圣诞节",
	},
	"holiday.constitution-day":      {"constitution day"},
	"holiday.double-ninth":          {"double ninth festival", "重陽節", "重阳节"},
	"holiday.dragon-boat":           {"dragon boat festival", "端午節", "端午节", "端午"},
	"holiday.easter-monday":         {"easter monday"},
	"holiday.easter-saturday":       {"the day following good friday", "the day before easter"},
	"holiday.good-friday":           {"good friday"},
	"holiday.hong-kong-day":         {"hong kong s.a.r. establishment day"},
	"holiday.immaculate-conception": {"immaculate conception"},
	"holiday.labour-day":            {"labor day", "labour day", "勞動節", "劳动节", "五一"},
	"holiday.macau-day":             {"macao s.a.r. establishment day"},
	"holiday.mid-autumn": {
		"mid-autumn festival", "the day following mid-autumn festival", "中秋節", "中秋节", "中秋",
	},
	"holiday.double-tenth": {"雙十節", "双十节"},
	"holiday.national-day": {
		"national day", "national day of the people's republic of china",
		"the day following national day of the people's republic of china", "國慶節", "国庆节", "國慶", "国庆",
	},
	"holiday.new-year":  {"new year's day", "new year's eve", "founding day of the republic of china", "元旦"},
	"holiday.peace-day": {"peace memorial day"},
	"holiday.qingming":  {"tomb-sweeping day", "清明節", "清明节", "清明"},
	"holiday.restoration-day": {
		"taiwan restoration and guningtou victory memorial day", "taiwan united nations day",
	},
	"holiday.spring-festival": {
		"chinese new year", "chinese new year's day", "chinese new year's eve", "the second day of chinese new year",
		"the third day of chinese new year", "the fourth day of chinese new year", "taoism day",
		"春節", "春节", "除夕", "農曆除夕", "农历除夕",
	},
	"holiday.teachers":        {"confucius' birthday", "teacher's day"},
	"holiday.winter-solstice": {"winter solstice", "冬至"},
}
