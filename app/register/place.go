package register

import (
	"strings"
	"unicode/utf8"

	"ownerdesk/app/fold"
)

// Place says where a room is, each part in its normal form: 3, 2, 501 however
// it was written. Floor is given only where doors are not numbered by floor
// (1座2樓A).
type Place struct {
	Area, Building, Unit, Floor, Room string
}

// String is the short way to write a place: 3-2-501, with a floor 1-2F-A.
func (p Place) String() string {
	floor := p.Floor
	if floor != "" {
		floor += "F"
	}
	var parts []string
	for _, s := range []string{p.Building, p.Unit, floor, p.Room} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "-")
}

// Key tells whether two places are the same room. The 5 of the fifth floor is
// no part of it where the door says so already: 501.
func (p Place) Key() string {
	if digits(p.Room) && digits(p.Floor) && strings.HasPrefix(p.Room, p.Floor) && len(p.Room) == len(p.Floor)+2 {
		p.Floor = ""
	}
	return fold.Key(p.Building) + "|" + fold.Key(p.Unit) + "|" + fold.Key(p.Floor) + "|" + fold.Key(p.Room)
}

// Spoken is the long way to write a place, for searching by it: 3幢2单元501室.
func (p Place) Spoken() string {
	var b strings.Builder
	for _, part := range [...][2]string{{p.Building, "幢"}, {p.Unit, "单元"}, {p.Floor, "楼"}, {p.Room, "室"}} {
		if part[0] != "" {
			b.WriteString(part[0])
			b.WriteString(part[1])
		}
	}
	return b.String()
}

// Building is the normal form of what stands in a column of buildings: 1幢, 1#,
// 第1号楼 and 1 are one building.
func Building(s string) string { return bare(s, buildings) }

// Unit is the normal form of an entrance: 2单元 and 2.
func Unit(s string) string { return bare(s, units) }

// Floor is the normal form of a floor: 2樓, 2/F and 2.
func Floor(s string) string { return bare(s, floors) }

// Room is the normal form of a door: 501室 and 501; its leading zeros stay.
func Room(s string) string {
	s = tidy(s)
	for _, mark := range rooms {
		if cut := strings.TrimSuffix(s, mark); cut != s && cut != "" {
			s = strings.TrimSpace(cut)
			break
		}
	}
	for _, word := range []string{"FLAT ", "ROOM ", "RM ", "UNIT "} {
		s = strings.TrimPrefix(s, word)
	}
	return s
}

// What stands behind a number and says what it is, longest first; all in the
// form tidy leaves, in both scripts.
var (
	buildings = []string{"号楼", "號樓", "号幢", "號幢", "号栋", "號棟", "#楼", "#樓", "#幢", "#栋", "幢", "栋", "棟", "座", "楼", "樓", "#", "号", "號", "期"}
	units     = []string{"单元", "單元", "号门", "號門", "门", "門", "梯"}
	floors    = []string{"/F", "楼", "樓", "层", "層", "F"}
	rooms     = []string{"号房", "號房", "室", "房", "号", "號", "户", "戶"}
	areas     = []string{"区", "區", "期", "苑", "园", "園"}
)

// tidy makes a cell half width and upper case and takes the .0 that numbers
// get on their way through some programs.
func tidy(s string) string {
	s = strings.Map(halfWidth, strings.TrimSpace(s))
	if whole, zero := strings.CutSuffix(s, ".0"); zero && digits(whole) {
		s = whole
	}
	return strings.ToUpper(strings.Join(strings.Fields(s), " "))
}

func halfWidth(r rune) rune {
	switch {
	case r >= 0xff01 && r <= 0xff5e:
		return r - 0xfee0
	case r == 0x3000 || r == 0xa0:
		return ' '
	case strings.ContainsRune("–—−‐‑﹣", r):
		return '-'
	}
	return r
}

func bare(s string, marks []string) string {
	s = strings.TrimPrefix(tidy(s), "第")
	for _, word := range []string{"BLOCK ", "TOWER ", "BUILDING ", "BLDG ", "BLK ", "UNIT "} {
		s = strings.TrimPrefix(s, word)
	}
	for _, mark := range marks {
		if cut := strings.TrimSuffix(s, mark); cut != s && cut != "" {
			s = strings.TrimSpace(cut)
			break
		}
	}
	return number(s)
}

// number takes leading zeros from a number and writes 十二 as 12.
func number(s string) string {
	if digits(s) {
		if s = strings.TrimLeft(s, "0"); s == "" {
			return "0"
		}
		return s
	}
	if n := numeral(s); n != "" {
		return n
	}
	return s
}

const numerals = "一二三四五六七八九"

// numeral reads 一 to 九十九; anything else gives "".
func numeral(s string) string {
	tens, ones, ten := strings.Cut(s, "十")
	if !ten {
		return one(s)
	}
	if tens == "" {
		tens = "一"
	}
	if ones == "" {
		return zeroIf(one(tens))
	}
	if one(tens) == "" || one(ones) == "" {
		return ""
	}
	return one(tens) + one(ones)
}

func one(s string) string {
	if utf8.RuneCountInString(s) != 1 || !strings.Contains(numerals, s) {
		return ""
	}
	return string(rune('1' + strings.Index(numerals, s)/len("一")))
}

func zeroIf(tens string) string {
	if tens == "" {
		return ""
	}
	return tens + "0"
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
