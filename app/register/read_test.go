package register

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// sheet makes a sheet of lines, their fields parted by |. A field may begin with
// = for a formula without a value, ^ for a cell under a merged one, < for one beside.
func sheet(lines ...string) Sheet {
	s := Sheet{Name: "表"}
	for _, line := range lines {
		var row []Cell
		for _, f := range strings.Split(line, "|") {
			c := Cell{Text: f}
			switch {
			case strings.HasPrefix(f, "="):
				c = Cell{Formula: true, Empty: true}
			case strings.HasPrefix(f, "^"):
				c = Cell{Text: f[1:], Down: true}
			case strings.HasPrefix(f, "<"):
				c = Cell{Across: true}
			}
			row = append(row, c)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

func readAll(o Options, lines ...string) Reading {
	s := sheet(lines...)
	return Read(s, GuessLayout(s), o)
}

// said writes entries, problems and skipped rows in one line each.
func said(r Reading) string {
	var all []string
	for _, e := range r.Entries {
		line := fmt.Sprint(e.Row, ":", e.Place)
		for _, p := range e.People {
			line += " " + p.Name
			for _, x := range p.Phones {
				line += "," + x.Text
			}
		}
		all = append(all, line)
	}
	for _, p := range r.Problems {
		mark := "?"
		if p.Fatal {
			mark = "!"
		}
		all = append(all, fmt.Sprint(mark, p.Column, p.Row, " ", p.Rule, "(", p.Value, ")"))
	}
	for _, s := range r.Skipped {
		if s.Why != SkippedHeading || s.Row > 1 {
			all = append(all, fmt.Sprint("-", s.Row, s.Why))
		}
	}
	return strings.Join(all, "; ")
}

const head = "楼栋|单元|房号|姓名|电话|类型|备注"

func TestEachRowIsTakenInOrSaysWhyNot(t *testing.T) {
	for _, c := range []struct {
		name  string
		o     Options
		lines []string
		want  string
	}{
		{"a plain row", Options{}, []string{head, "1幢|1单元|101|张三|13900001424|自住|"}, "2:1-1-101 张三,13900001424"},
		{"a phone of 12 digits refuses the row", Options{}, []string{head, "1|1|101|张三|139000014245||"}, "!E2 phone-too-long(139000014245)"},
		{"a word in the column of phones is said", Options{}, []string{head, "1|1|101|张三|无||"}, "2:1-1-101 张三; ?E2 phone-none(无)"},
		{"a formula without value in the note", Options{}, []string{head, "1|1|101|张三|||=A1"}, "2:1-1-101 张三; ?G2 formula-empty(G2)"},
		{"a formula without value in the room", Options{}, []string{head, "1|1|=A1|张三|||"}, "!C2 formula-empty(C2)"},
		{"a building merged downward", Options{}, []string{head, "1|1|101|张三|||", "^1|^1|102|李四|||", "^1|^1|103|王五|||"},
			"2:1-1-101 张三; 3:1-1-102 李四; 4:1-1-103 王五; ?A3 merged-down(1); ?B3 merged-down(1)"},
		{"a cell merged over name and phone", Options{}, []string{head, "1|1|101|张三|<||"}, "!E2 merged-across(E2)"},
		{"a room merged into the unit", Options{}, []string{head, "1|1|<|张三|||"}, "!C2 merged-across(C2)"},
		{"several people in one room", Options{}, []string{head, "1|1|101|张三|||", "1|1|101|李四|||"}, "2:1-1-101 张三; 3:1-1-101 李四"},
		{"two names in one cell", Options{}, []string{head, "1|1|101|张三、李四|13900001424/15000003053||"}, "2:1-1-101 张三,13900001424 李四,15000003053"},
		{"two names, one phone", Options{}, []string{head, "1|1|101|张三/李四|13900001424||"}, "2:1-1-101 张三,13900001424 李四"},
		{"the same line twice", Options{}, []string{head, "1|1|101|张三|13900001424||", "1幢|01|101室|张三|139 0000 1424||"},
			"2:1-1-101 张三,13900001424; ?D3 same-line(2); -3same"},
		{"the same person with another phone", Options{}, []string{head, "1|1|101|张三|13900001424||", "1|1|101|張三|15000003053||"},
			"2:1-1-101 张三,13900001424; !D3 same-person(2)"},
		{"an empty flat", Options{}, []string{head, "1|1|101|空置|||", "1|1|102||||"}, "2:1-1-101; 3:1-1-102"},
		{"a person without a room", Options{}, []string{head, "1|1||张三|||"}, "!C2 room-missing()"},
		{"a room without a building", Options{}, []string{head, "1|1|101|张三|||", "||102|李四|||"}, "2:1-1-101 张三; !A3 building-missing(102)"},
		{"a building written once, allowed", Options{FillDown: true}, []string{head, "1|1|101|张三|||", "||102|李四|||", "2||101|王五|||"},
			"2:1-1-101 张三; 3:1-1-102 李四; 4:2-101 王五; ?A3 filled-down(1); ?B3 filled-down(1)"},
		{"a phone without a name", Options{}, []string{head, "1|1|101||13900001424||"}, "!D2 name-missing(13900001424)"},
		{"an unknown kind", Options{}, []string{head, "1|1|101|张三||空置|"}, "2:1-1-101 张三; ?F2 kind-unknown(空置)"},
		{"an identity number in the note", Options{}, []string{head, "1|1|101|张三|||身份证330101198001010018"}, "2:1-1-101 张三; ?G2 identity-in-note(******)"},
		{"totals, blanks, headings again and remarks", Options{}, []string{head, "1|1|101|张三|||", "小计||1户||||", "||||||", head, "合 计：|||2|||", "填表人：王五||||||", "||||||盖章"},
			"2:1-1-101 张三; -3total; -4blank; -5heading; -6total; -7remark; -8remark"},
		{"bytes that are no text", Options{}, []string{head, "1|1|101|张\x00三|||"}, "!D2 text-unfit(D2)"},
		{"no headings", Options{}, []string{"1|1|101|张三", "1|1|102|李四"}, "!1 heading-missing()"},
		{"no column for rooms", Options{}, []string{"楼栋|姓名|电话", "1|张三|13900001424"}, "!1 column-missing(room)"},
		{"no column for names", Options{}, []string{"楼栋|房号|电话", "1|101|13900001424"}, "!1 column-missing(name)"},
		{"no column for buildings", Options{}, []string{"房号|姓名", "101|张三"}, "!1 column-missing(building)"},
		{"one building, named by the person", Options{Building: "3幢"}, []string{"房号|姓名", "101|张三"}, "2:3-101 张三"},
		{"whole places in the column of rooms", Options{}, []string{"房号|姓名", "3-2-501|张三", "3幢2单元502室|李四"}, "2:3-2-501 张三; 3:3-2-502 李四"},
		{"unit and room in one", Options{}, []string{"楼号|房号|姓名", "3#|2-501|张三"}, "2:3-2-501 张三"},
		{"building and unit in one", Options{}, []string{"楼号|房号|姓名", "3幢2单元|501|张三"}, "2:3-2-501 张三"},
		{"a place nobody can read", Options{}, []string{"地址|姓名|电话", "会所旁|张三|13900001424"}, "!A2 place-unread(会所旁)"},
		{"English", Options{}, []string{"Block|Floor|Unit|Owner Name|Mobile|E-mail|Type", "1|2/F|A|Chan, Tai Man|95963429|a@b.hk|Tenant"}, "2:1-2F-A Chan, Tai Man,95963429"},
		{"two columns of phones", Options{}, []string{"楼栋|房号|姓名|手机|电话", "1|101|张三|13900001424|0571-88007667/13900001424"}, "2:1-101 张三,13900001424,0571-88007667"},
		{"an e-mail that is none", Options{}, []string{"楼栋|房号|姓名|邮箱|面积|入住日期", "1|101|张三|没有|大|去年"}, "2:1-101 张三; ?D2 email-unread(没有); ?E2 size-unread(大); ?F2 date-unread(去年)"},
	} {
		if got := said(readAll(c.o, c.lines...)); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestWeChatIsTakenFromANoteOnlyWhenItIsAllOfIt(t *testing.T) {
	for note, want := range map[string][2]string{
		"微信：zs_88": {"zs_88", ""}, "微信號: wang-88": {"wang-88", ""}, "WeChat:abc_de": {"abc_de", ""},
		"微信：zs_88，养狗": {"", "微信：zs_88，养狗"}, "微信已加": {"", "微信已加"}, "养狗": {"", "养狗"}, "微信：1": {"", "微信：1"},
	} {
		r := readAll(Options{}, head, "1|1|101|张三|||"+note)
		if e := r.Entries[0]; e.People[0].WeChat != want[0] || e.Note != want[1] {
			t.Errorf("%q: WeChat %q, note %q", note, e.People[0].WeChat, e.Note)
		}
	}
}

func TestHeadingsAreGuessedAndMayBeCorrected(t *testing.T) {
	s := sheet("某小区业主名册||", "代号|门牌号码|称呼|通讯", "x|3-2-501|张三|13900001424", "y|3-2-502|李四|15000003053")
	l := GuessLayout(s)
	if l.HeadRow != 0 {
		t.Errorf("unknown headings are taken for known: %+v", l)
	}
	s = sheet("代号|门牌号码|姓名|通讯|信箱", "x|3-2-501|张三|13900001424|a@b.cn", "y|3-2-502|李四|15000003053|c@d.cn")
	l = GuessLayout(s)
	var got []string
	for _, g := range l.Guesses {
		got = append(got, fmt.Sprint(g.Letter(), g.Column, g.Sure))
	}
	if want := []string{"Aignore0", "Bplace80", "Cname100", "Dphone50", "Eemail50"}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	l.Set(0, OfWeChat)
	if r := Read(s, l, Options{}); r.Entries[0].People[0].WeChat != "x" {
		t.Errorf("a correction is not heeded: %+v", r.Entries[0])
	}
	if letter(25) != "Z" || letter(26) != "AA" || letter(701) != "ZZ" || letter(702) != "AAA" {
		t.Error("columns are misnamed")
	}
}

func TestCompareSaysWhatWouldChange(t *testing.T) {
	r := readAll(Options{Project: "云栖"}, "楼栋|单元|房号|姓名|电话|类型|面积|备注|邮箱",
		"1|1|101|张三|13900001424/15000003053|租户|88.5|养狗|a@b.cn",
		"1|1|102|李四|13900001425||||",
		"1|1|103|王五|13900001426||||",
		"1|1|104|空置|||||",
		"1|1|105|空置|||||",
		"1|1|106|赵六|139000014261||||",
		"1|1|107|钱七||出租|||")
	place := func(room string) Place { return Place{Building: "1", Unit: "1", Room: room} }
	o := Compare(r, []Known{
		{Project: "雲棲", Place: place("101"), Name: "張三", Phones: []string{"150 0000 3053", "13900001424"}, Kind: "OW-SELF", Size: 88.5, Email: "a@b.cn"},
		{Project: "云栖", Place: place("102"), Name: "李四", Phones: []string{"13900001425"}, Kind: "OW-LET", Note: "旧", Email: "x@y.cn", Size: 70},
		{Project: "云栖", Place: place("103"), Name: "别人"},
		{Project: "云栖", Place: Place{Building: "1", Unit: "1", Floor: "1", Room: "104"}},
		{Project: "云栖", Place: place("107"), Name: "钱七", Kind: "OW-LET", Phones: []string{"13900001427"}},
	})
	var states []string
	for _, l := range o.Lines {
		states = append(states, fmt.Sprint(l.Row, l.State))
	}
	if want := []string{"2changed", "3unchanged", "4new", "5unchanged", "6new", "7refused", "8unchanged"}; !slices.Equal(states, want) {
		t.Errorf("%v, want %v", states, want)
	}
	if o.New != 2 || o.Changed != 1 || o.Unchanged != 3 || o.Refused != 1 {
		t.Errorf("%+v", o)
	}
	want := []Change{{"张三", OfKind, "OW-SELF", "OW-TEN"}, {"张三", OfNote, "", "养狗"}}
	if !slices.Equal(o.Lines[0].Changes, want) {
		t.Errorf("%+v", o.Lines[0].Changes)
	}
	if p := o.Lines[5].Problems; len(p) != 1 || p[0].Rule != TooLong || p[0].Column != "E" {
		t.Errorf("%+v", p)
	}
}

// Each phase of an estate may count its buildings from 1, and one owner may have
// the same door in two of them.
func TestTwoAreasMayEachHaveABuildingOne(t *testing.T) {
	r := readAll(Options{Project: "云栖"}, "分区|楼栋|单元|房号|姓名|电话",
		"东区|1|1|101|张三|13900001424",
		"西区|1|1|101|张三|13900001424",
		"西区|1|1|102||",
		"西区|2|1|101|李四|13900001425",
		"|1|1|101|张三|13900001424")
	if len(r.Problems) != 0 || len(r.Entries) != 5 {
		t.Fatalf("%d rows, %v", len(r.Entries), r.Problems)
	}
	known := func(area, building, name string) Known {
		return Known{Project: "云栖", Area: area, Place: Place{Building: building, Unit: "1", Room: "101"}, Name: name, Kind: Self}
	}
	zhang, li := known("东区", "1", "张三"), known("", "2", "李四")
	zhang.Phones, li.Phones = []string{"13900001424"}, []string{"13900001425"}
	for _, c := range []struct {
		known []Known
		want  string
	}{
		{nil, "new new new new new"},
		{[]Known{zhang, li}, "unchanged new new changed unchanged"},
		{[]Known{zhang, known("西区", "1", "张三"), li}, "unchanged changed new changed unchanged"},
	} {
		var states []string
		for _, l := range Compare(r, c.known).Lines {
			states = append(states, string(l.State))
		}
		if got := strings.Join(states, " "); got != c.want {
			t.Errorf("%d known: %s, want %s", len(c.known), got, c.want)
		}
	}
}

func FuzzReadNeverFalls(f *testing.F) {
	f.Add("1幢|1单元|101|张三|139000014245|自住|微信：zs_88")
	f.Fuzz(func(t *testing.T, line string) {
		r := readAll(Options{FillDown: true}, head, line, line)
		if n := len(r.Entries) + len(r.Skipped) + len(r.Problems); n < 3 {
			t.Errorf("a row vanished: %+v", r)
		}
	})
}
