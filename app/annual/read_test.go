package annual

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

var drawn = Head{Questionnaire: asked, Strata: []Stratum{{Name: "東區", Owner: "OW-SELF"}, {Name: "西區", Owner: "OW-SELF"}, {Name: "西區", Owner: "OW-TEN"}}}

// givenOut knows the numbers 1 to 9, in turn of three strata.
func givenOut(no int) (int, bool) { return no % 3, no >= 1 && no <= 9 }

func table(lines ...string) (rows [][]string) {
	for _, l := range lines {
		rows = append(rows, strings.Split(l, "|"))
	}
	return rows
}

func columns(m Mapping) string {
	var all []string
	for _, c := range m.Columns {
		what := strings.Trim(string(c.Holds)+":"+c.Code, ":")
		if what == "" {
			what = "-"
		}
		all = append(all, what)
	}
	return strings.Join(all, " ")
}

// each is a file as one of the usual sites exports it, and what it says.
var exports = []struct {
	site          string
	rows          [][]string
	columns, says string
}{
	{"one column a question, numbered", table(
		"序号|提交答卷时间|所用时间|来源|来源详情|来自IP|1、请输入样本编号|2、您对本项目物业服务的总体评价|3、您对客服人员态度的满意度|4、您对来电、来访响应速度的满意度|5、楼道、大堂、电梯的清洁|6、停车管理|7、您愿意向亲友推荐吗|8、您认为最需要改进的方面（最多三项）|9、您认为最需要改进的是什么？请具体说明。|10、哪些地方做得好",
		"1|2026/11/20 14:03:22|125秒|微信|N/A|10.0.0.1(浙江-杭州)|3|4|5|4|3|2|9|绿化┋停车和充电|路灯😀|门岗",
		"2|2026/11/20 15:00:00|61秒|手机提交|N/A|10.0.0.2(浙江-杭州)|4|非常满意|(跳过)|A.非常满意|不了解|1|-3|(跳过)|(空)|(空)"),
		"- filled seconds mode - - number item:OVERALL item:SERVICE-1 item:SERVICE-2 item:CLEAN-1 item:PARK-1 recommend choices open:OPEN-1 open:OPEN-2",
		"3 0 SM-ONLINE 45432 9 CHOICE-GREEN,CHOICE-PARKING 路灯😀/门岗 125 2026-11-20; 4 1 SM-ONLINE 5-501 -1  / 61 2026-11-20"},
	{"a matrix, and one column for each option", table(
		"编号|开始答题时间|结束答题时间|答题时长|问卷编号|Q2_您对以下各项的满意度——客服人员的态度|Q2_您对以下各项的满意度——来电、来访的响应速度|Q2_您对以下各项的满意度——楼道、大堂、电梯的清洁|Q2_您对以下各项的满意度——停车管理|Q3_总体满意度|Q4_最需要改进的:停车和充电|Q4_最需要改进的:绿化|Q4_最需要改进的:噪音、违建等秩序问题|Q4_最需要改进的:电梯和公共设备|Q5_意见和建议",
		"1|2026-11-20 14:00|2026-11-20 14:03|00:03:05|4|非常满意|满意|一般|不了解|满意|1|0|1|0|无"),
		"- - filled seconds number item:SERVICE-1 item:SERVICE-2 item:CLEAN-1 item:PARK-1 item:OVERALL choice:CHOICE-PARKING choice:CHOICE-GREEN choice:CHOICE-NOISE choice:CHOICE-LIFT open:OPEN-1",
		"4 1 SM-ONLINE 45430 -1 CHOICE-PARKING,CHOICE-NOISE 无/ 185 2026-11-20"},
	{"a question above the things it asks about", table(
		"样本编号|总体评价|对以下各项是否满意||||最需要改进的|||意见建议", "||客服人员的态度|来电、来访的响应速度|楼道、大堂、电梯的清洁|停车管理|停车和充电|绿化|电梯和公共设备|",
		"7|满意|非常满意|满意|一般|不了解|1|0|1|无"),
		"number item:OVERALL item:SERVICE-1 item:SERVICE-2 item:CLEAN-1 item:PARK-1 choice:CHOICE-PARKING choice:CHOICE-GREEN choice:CHOICE-LIFT open:OPEN-1",
		"7 1 SM-ONLINE 45430 -1 CHOICE-PARKING,CHOICE-LIFT 无/ 0 0000-00-00"},
	{"options as text in columns of their own", table(
		"样本编号|总体评价|12(A.停车和充电)|12(B.噪音、违建等秩序问题)|12(C.绿化)", "7|满意|A.停车和充电||C.绿化", "8|5|||"),
		"number item:OVERALL choice:CHOICE-PARKING choice:CHOICE-NOISE choice:CHOICE-GREEN",
		"7 1 SM-ONLINE 4---- -1 CHOICE-PARKING,CHOICE-GREEN / 0 0000-00-00; 8 2 SM-ONLINE 5---- -1  / 0 0000-00-00"},
	{"a grid in English", table(
		"Timestamp|Sample number|How satisfied are you with our service on the whole?|Please rate the following [Attitude of customer service staff]|Please rate the following [Speed of response to calls and visits]|Please rate the following [Cleaning of corridors, lobbies and lifts]|Please rate the following [Parking management]|How likely are you to recommend us?|What should be improved first? (up to three)|What needs improvement most?|What was done well?",
		"2026/11/20 2:03:22 PM|5|Satisfied|Very satisfied|Neutral|N/A|Dissatisfied|8|Greenery, Parking and charging|The lamps|The guards"),
		"filled number item:OVERALL item:SERVICE-1 item:SERVICE-2 item:CLEAN-1 item:PARK-1 recommend choices open:OPEN-1 open:OPEN-2",
		"5 2 SM-ONLINE 45302 8 CHOICE-GREEN,CHOICE-PARKING The lamps/The guards 0 2026-11-20"},
	{"in Traditional characters, below a title, kinds of questions in brackets", table(
		"2026 年度業主滿意度調查", "",
		"填寫ID|樣本編號(必填)|1.總體滿意度[單選題]*|2.客服人員的服務態度[量表題]|3.電話來訪響應速度[量表題]|4.樓道大堂及電梯清潔[量表題]|5.停車管理[量表題]|6.推薦意願(NPS)|7.希望優先改進[多選題]|8.意見建議|居住年限|填寫日期|方式",
		"88|6|5|5|4|3|2|10|綠化,電梯和公共設備|無|不滿 1 年|2026年11月20日|紙質問卷", "", "89|9|||||||||||"),
		"- number item:OVERALL item:SERVICE-1 item:SERVICE-2 item:CLEAN-1 item:PARK-1 recommend choices open:OPEN-1 since filled mode",
		"6 0 SM-PAPER 55432 10 CHOICE-GREEN,CHOICE-LIFT 無/ 0 2026-11-20"},
}

func TestExportsOfTheUsualSitesAreRead(t *testing.T) {
	for _, e := range exports {
		m := GuessMapping(e.rows, asked, ours)
		if got := columns(m); got != e.columns {
			t.Errorf("%s: columns are\n%s\nwant\n%s", e.site, got, e.columns)
		}
		sheets, troubles := ReadRows(m, e.rows, drawn, givenOut)
		if got := told(sheets); got != e.says || len(troubles) > 0 {
			t.Errorf("%s says\n%s\nwant\n%s\n%v", e.site, got, e.says, troubles)
		}
	}
}

// told are sheets in one line.
func told(sheets []Sheet) string {
	var all []string
	for _, s := range sheets {
		all = append(all, fmt.Sprintf("%d %d %s %s %d %s %s %d %s", s.No, s.Stratum, s.Mode, s.Marks, s.Recommend, strings.Join(s.Choices, ","), strings.Join(s.Open, "/"), s.Seconds, s.Filled))
	}
	return strings.Join(all, "; ")
}

func TestWhatAFileDoesNotAnswerIsListed(t *testing.T) {
	m := GuessMapping(exports[1].rows, asked, ours)
	if got := fmt.Sprint(m.Lacks(asked)); got != "[{recommend } {open OPEN-2}]" {
		t.Errorf("it lacks %s", got)
	}
}

// An answer may sound like an item, and is no heading for that.
func TestTheFirstAnswersAreNotTakenForHeadings(t *testing.T) {
	rows := table("样本编号|总体评价|您最不满意的是哪一项|补充", "1|4|停车管理|客服人员的态度", "2|5|绿化|")
	m := GuessMapping(rows, asked, ours)
	if sheets, _ := ReadRows(m, rows, drawn, givenOut); m.Heads != 1 || len(sheets) != 2 {
		t.Errorf("%d rows of headings, %s", m.Heads, told(sheets))
	}
}

func TestASixthAnswerTellsThatNumbersArePlaces(t *testing.T) {
	rows := table("样本编号|总体评价|停车管理", "1|1|6", "2|5|2")
	m := GuessMapping(rows, asked, ours)
	sheets, troubles := ReadRows(m, rows, drawn, givenOut)
	if !m.Ordinal || len(troubles) > 0 || sheets[0].Marks != "5---0" || sheets[1].Marks != "1---4" {
		t.Errorf("%v, %v, %v", m.Ordinal, told(sheets), troubles)
	}
}

func TestWhatCannotBeTakenIsNamedByRowAndColumn(t *testing.T) {
	rows := table("样本编号|总体评价|停车管理|推荐意愿|最需改进|意见建议|所用时间|填写日期",
		"1|4|5|9|绿化||125秒|2026-11-20",
		"|4|5|9|绿化|||",
		"abc|4|5|9|绿化|||",
		"12|4|5|9|绿化|||",
		"1|2|2|2||||",
		"2|7|挺好|11|绿化┋天气||很久|昨天",
		"3|4|4||绿化┋停车和充电┋电梯和公共设备┋噪音、违建等秩序问题|||",
		"4|4|4|||a\x00b||",
		"||||||||")
	sheets, troubles := ReadRows(GuessMapping(rows, asked, ours), rows, drawn, givenOut)
	var got []string
	for _, tr := range troubles {
		got = append(got, fmt.Sprintf("%d/%d %s %s %q %d", tr.Row, tr.Column, tr.Heading, tr.Kind, tr.Said, tr.First))
	}
	want := []string{
		`3/0 样本编号 no-number "" 0`, `4/0 样本编号 wrong-number "abc" 0`, `5/0 样本编号 unknown-number "12" 0`, `6/0 样本编号 twice "1" 2`,
		`7/1 总体评价 not-understood "7" 0`, `7/2 停车管理 not-understood "挺好" 0`, `7/3 推荐意愿 not-understood "11" 0`, `7/4 最需改进 unknown-choice "绿化┋天气" 0`,
		`7/6 所用时间 not-understood "很久" 0`, `7/7 填写日期 not-understood "昨天" 0`, `8/4 最需改进 too-many "4" 0`, `9/5 意见建议 unread-text "a\x00b" 0`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("troubles are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := told(sheets); !strings.HasPrefix(got, "1 1 SM-ONLINE 4---5 9 CHOICE-GREEN") || !strings.Contains(got, "; 2 2 SM-ONLINE ----- -1 CHOICE-GREEN") || !strings.Contains(got, "; 3 0 SM-ONLINE 4---4 -1  /") {
		t.Errorf("sheets are\n%s", got)
	}
	for i, tr := range troubles {
		if tr.Kind.LeavesOut() != (i < 4) {
			t.Errorf("%s leaves the row out: %v", tr.Kind, tr.Kind.LeavesOut())
		}
	}
}

// Where everybody is invited, a sheet says itself whose it is.
func TestWithoutASampleASheetSaysItsStratum(t *testing.T) {
	h := drawn
	h.Plan.Convenience = true
	rows := table("所在区域|业主类型|总体评价", "西区|租户|4", "A.東區||5", "西區|B.自住业主|3", "西区||4", "南区|租户|4", "东区|租户|4", "||4")
	sheets, troubles := ReadRows(GuessMapping(rows, asked, ours), rows, h, nil)
	var got []string
	for _, s := range sheets {
		got = append(got, fmt.Sprintf("%d %d %s", s.No, s.Stratum, s.Marks))
	}
	for _, tr := range troubles {
		got = append(got, fmt.Sprintf("%d %d %s", tr.Row, tr.Column, tr.Kind))
	}
	want := []string{"0 2 4----", "0 0 5----", "0 1 3----", "5 1 no-stratum", "6 0 unknown-stratum", "7 1 unknown-stratum", "8 0 no-stratum"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestALongCommentStaysWhole(t *testing.T) {
	long := strings.Repeat("电梯😀常坏，", 2000)
	rows := [][]string{{"样本编号", "意见建议"}, {"1", " " + long + "\n"}}
	sheets, troubles := ReadRows(GuessMapping(rows, asked, ours), rows, drawn, givenOut)
	if len(troubles) > 0 || len(sheets) != 1 || sheets[0].Open[0] != long {
		t.Errorf("%v, %d sheets", troubles, len(sheets))
	}
}
