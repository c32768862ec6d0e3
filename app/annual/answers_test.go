package annual

import (
	"slices"
	"strings"
	"testing"
)

// ours are texts as the office words them, in three languages.
var ours = Known{
	Overall:          {"您對本項目物業服務的總體評價", "您对本项目物业服务的总体评价", "How satisfied are you with our service on the whole?"},
	"SERVICE-1":      {"客服人員的態度", "客服人员的态度", "Attitude of customer service staff"},
	"SERVICE-2":      {"來電、來訪的響應速度", "来电、来访的响应速度", "Speed of response to calls and visits"},
	"CLEAN-1":        {"樓道、大堂、電梯的清潔", "楼道、大堂、电梯的清洁", "Cleaning of corridors, lobbies and lifts"},
	"PARK-1":         {"停車管理", "停车管理", "Parking management"},
	"CHOICE-PARKING": {"停車和充電", "停车和充电", "Parking and charging"},
	"CHOICE-NOISE":   {"噪音、違建等秩序問題", "噪音、违建等秩序问题", "Noise, unauthorised building and other order"},
	"CHOICE-GREEN":   {"綠化", "绿化", "Greenery"},
	"CHOICE-LIFT":    {"電梯和公共設備", "电梯和公共设备", "Lifts and equipment"},
	"OPEN-1":         {"您認為最需要改進的是什麼？請具體說明。", "您认为最需要改进的是什么？请具体说明。", "What needs improvement most?"},
	"OPEN-2":         {"哪些地方做得好，或有哪些人和事值得表揚？", "哪些地方做得好，或有哪些人和事值得表扬？", "What was done well?"},
	"OW-SELF":        {"自住業主", "自住业主", "Owner-occupier"},
	"OW-TEN":         {"租戶", "租户", "Tenant"},
	"SR-1":           {"不滿 1 年", "不满 1 年", "Under 1 year"},
	"SM-PAPER":       {"紙質問卷", "纸质问卷", "Paper"},
	"5":              {"Top marks"},
}

var asked = Questionnaire{
	Overall: true, Recommend: true, MostChosen: 3,
	Items:   []Item{{Code: "SERVICE-1"}, {Code: "SERVICE-2"}, {Code: "CLEAN-1"}, {Code: "PARK-1"}},
	Choices: []Choice{{Code: "CHOICE-PARKING"}, {Code: "CHOICE-NOISE"}, {Code: "CHOICE-GREEN"}, {Code: "CHOICE-LIFT"}},
	Open:    []Open{{Code: "OPEN-1"}, {Code: "OPEN-2"}},
}

func TestAnAnswerIsReadAsPeopleWriteIt(t *testing.T) {
	for want, all := range map[byte][]string{
		'5': {"5", "5分", "５", "5.0", "5 星", "★★★★★", "非常满意", "非常滿意", "5.非常满意", "A.非常满意", "A、很满意", "非常满意(5分)", "非常满意5", "Very satisfied", "1.非常满意", "（5）非常满意", "top marks", " 5 "},
		'4': {"4", "满意", "比較滿意", "B.满意", "satisfied", "★★★★☆", "4 points"},
		'3': {"3", "一般", "基本满意", "Neutral", "3、一般"},
		'2': {"2", "不满意", "不太滿意", "Dissatisfied"},
		'1': {"1", "非常不满意", "很不滿意", "VERY DISSATISFIED", "E.非常不满意"},
		'0': {"0", "不了解", "不了解/未接触", "未接觸", "不適用", "N/A", "n/a", "Don't know", "F.不了解", "说不清"},
		'-': {"", " ", "(跳过)", "-3", "（空）", "未作答"},
	} {
		for _, said := range all {
			if got, ok := ours.MarkOf(said, false); !ok || got != want {
				t.Errorf("%q is read as %c, %v, want %c", said, got, ok, want)
			}
		}
	}
	for _, said := range []string{"6", "7分", "4.5", "满意吧大概", "55", "-1", "★★★★★★", "5-4", "good luck"} {
		if got, ok := ours.MarkOf(said, false); ok {
			t.Errorf("%q is taken for %c", said, got)
		}
	}
}

// A site that writes the place of the option makes 1 of the best.
func TestPlacesOfOptionsAreTurnedIntoMarks(t *testing.T) {
	for said, want := range map[string]byte{"1": '5', "2": '4', "3": '3', "5": '1', "6": '0', "": '-', "非常满意": '5'} {
		if got, ok := ours.MarkOf(said, true); !ok || got != want {
			t.Errorf("place %q is %c, %v, want %c", said, got, ok, want)
		}
	}
	if _, ok := ours.MarkOf("0", true); ok {
		t.Error("there is no option 0")
	}
}

func TestAScoreIsFromNoneToTen(t *testing.T) {
	for said, want := range map[string]int{"0": 0, "10": 10, "10分": 10, "9.0": 9, "8 - 愿意": 8, "评分：7": 7, "": NoRecommendation, "-3": NoRecommendation, "(跳过)": NoRecommendation} {
		if got, ok := ScoreOf(said); !ok || got != want {
			t.Errorf("%q is %d, %v, want %d", said, got, ok, want)
		}
	}
	for _, said := range []string{"11", "-1", "9.5", "愿意", "8/10"} {
		if got, ok := ScoreOf(said); ok {
			t.Errorf("%q is taken for %d", said, got)
		}
	}
}

func TestChoicesAreReadWhateverPartsThem(t *testing.T) {
	for said, want := range map[string]string{
		"停车和充电┋绿化":                                               "CHOICE-PARKING CHOICE-GREEN",
		"A.停車和充電;C.綠化":                                           "CHOICE-PARKING CHOICE-GREEN",
		"绿化，噪音、违建等秩序问题，停车和充电":                                    "CHOICE-GREEN CHOICE-NOISE CHOICE-PARKING",
		"Greenery, Noise, unauthorised building and other order": "CHOICE-GREEN CHOICE-NOISE",
		"绿化\n电梯和公共设备":                                            "CHOICE-GREEN CHOICE-LIFT",
		"CHOICE-GREEN; CHOICE-GREEN":                             "CHOICE-GREEN",
		"电梯和公共设备〖三号楼〗":                                           "CHOICE-LIFT",
		"(跳过)":                                                   "", "": "",
	} {
		if got, other := ours.choicesIn(said, asked); strings.Join(got, " ") != want || other != "" {
			t.Errorf("%q is %v and %q, want %s", said, got, other, want)
		}
	}
	if got, other := ours.choicesIn("绿化┋其他〖路灯〗", asked); !slices.Equal(got, []string{"CHOICE-GREEN"}) || !strings.Contains(other, "其他") {
		t.Errorf("%v and %q", got, other)
	}
}

func TestTimesAndDaysAreReadAsSitesWriteThem(t *testing.T) {
	for said, want := range map[string]int{"125秒": 125, "2分5秒": 125, "1小时2分3秒": 3723, "00:02:05": 125, "2:05": 125, "125": 125, "125.4": 125, "2 min 5 s": 125, "1 hour 1 minute": 3660, "": 0} {
		if got, ok := secondsOf(said); !ok || got != want {
			t.Errorf("%q are %d s, %v, want %d", said, got, ok, want)
		}
	}
	for said, want := range map[string]string{
		"2026/11/20 14:03:22": "2026-11-20", "2026-11-9": "2026-11-09", "2026年11月20日 14:03": "2026-11-20", "20261120": "2026-11-20", "20261120140322": "2026-11-20",
		"11/20/2026 2:03:22 PM": "2026-11-20", "20/11/2026": "2026-11-20", "2026/11/20 下午 2:03:22 [GMT+8]": "2026-11-20",
	} {
		if got, ok := dayIn(said); !ok || got.String() != want {
			t.Errorf("%q is %s, %v, want %s", said, got, ok, want)
		}
	}
	for _, said := range []string{"昨天", "2026-13-40", "2026"} {
		if got, ok := dayIn(said); ok {
			t.Errorf("%q is taken for %s", said, got)
		}
	}
	if _, ok := secondsOf("很久"); ok {
		t.Error("a long time is no number of seconds")
	}
}
