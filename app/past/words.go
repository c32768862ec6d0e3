package past

import (
	"slices"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/fold"
)

// Words are what people call the codes of the closed lists, in whatever language:
// each kind of list by the folded word. Who makes them up knows the languages;
// Usual are those that offices write besides.
type Words struct {
	Kinds      Dictionary[app.Kind]
	States     Dictionary[app.State]
	Categories Dictionary[app.Category]
	Channels   Dictionary[app.Channel]
	Urgencies  Dictionary[app.Urgency]
	Levels     Dictionary[app.Level]
	Valid      Dictionary[app.Validity]
	Ratings    Dictionary[app.Rating]
	Charges    Dictionary[app.Charge]
}

// Dictionary tells what a word stands for; some stand for more than one thing.
type Dictionary[T comparable] map[string][]T

// Add teaches a word.
func (d Dictionary[T]) Add(word string, means T) {
	if key := squeezed(word); key != "" && !slices.Contains(d[key], means) {
		d[key] = append(d[key], means)
	}
}

// Of is what a text stands for; false when that is not known, or not certain.
func (d Dictionary[T]) Of(text string) (means T, known bool) {
	all := d[squeezed(text)]
	if len(all) != 1 {
		return means, false
	}
	return all[0], true
}

// squeezed is a word without blanks, in the form in which words are compared.
func squeezed(s string) string { return strings.ReplaceAll(fold.Key(s), " ", "") }

// NewWords knows the names that a file for this program uses, and what else
// offices write.
func NewWords() Words {
	w := Words{
		Kinds: Dictionary[app.Kind]{}, States: Dictionary[app.State]{}, Categories: Dictionary[app.Category]{},
		Channels: Dictionary[app.Channel]{}, Urgencies: Dictionary[app.Urgency]{}, Levels: Dictionary[app.Level]{},
		Valid: Dictionary[app.Validity]{}, Ratings: Dictionary[app.Rating]{}, Charges: Dictionary[app.Charge]{},
	}
	teach(w.Kinds, app.Kinds)
	teach(w.States, app.States)
	teach(w.Categories, app.Categories())
	teach(w.Categories, app.Subjects())
	teach(w.Channels, app.Channels)
	teach(w.Urgencies, app.Urgencies)
	teach(w.Levels, app.Levels)
	teach(w.Valid, app.Validities)
	for kind, words := range map[app.Kind]string{
		app.Enquiry: "enquiry inquiry query consultation con 咨询 询问 查询", app.Complaint: "complaint cmp 投诉",
		app.Suggestion: "suggestion sug 建议 意见 意见建议", app.Repair: "repair maintenance rep 报修 维修 报事报修",
		app.Assistance: "assistance help hlp 求助 协助 帮助", app.Commendation: "praise commendation compliment pra 表扬 感谢",
	} {
		several(w.Kinds, words, kind)
	}
	for state, words := range map[app.State]string{
		app.Accepted: "受理 已登记 待处理 待转办 open", app.Rejected: "不受理 未受理", app.Void: "已作废 取消 cancelled canceled",
		app.Handling: "办理中 进行中 已转办 已派单 维修中 inprogress 挂起 已挂起 onhold suspended", app.FedBack: "fedback 待审核 待验收", app.Rework: "返修 退回返工",
		app.Reviewed: "已审核 已验收 审核合格", app.Told: "已告知 待回访", app.Retransferred: "再转办 re-transferred",
		app.Closed: "已结案 结案 办结 已办结 完成 已完成 关闭 已关闭 归档 已归档 done",
	} {
		several(w.States, words, state)
	}
	for rating, words := range map[app.Rating]string{
		0: "未评 未评价 未评分",
		5: "很满意 非常满意 verysatisfied", 4: "满意 satisfied", 3: "一般 基本满意 neutral", 2: "不满意 dissatisfied", 1: "很不满意 非常不满意 verydissatisfied",
	} {
		w.Ratings.Add(string(rune('0'+rating)), rating)
		w.Ratings.Add(string(rune('0'+rating))+"分", rating)
		several(w.Ratings, words, rating)
	}
	for urgency, words := range map[app.Urgency]string{app.Emergency: "emergency 特急 1", app.Urgent: "urgent 紧急 急 2", app.Normal: "normal 普通 一般 3"} {
		several(w.Urgencies, words, urgency)
	}
	for level, words := range map[app.Level]string{app.Minor: "minor 一般 1", app.Major: "major 重要 2", app.Critical: "critical 重大 3"} {
		several(w.Levels, words, level)
	}
	for valid, words := range map[app.Validity]string{
		app.Valid: "成立 属实", app.NotValid: "不成立 不属实", app.ValidityOpen: "open pending 待定 待核实 待查",
	} {
		several(w.Valid, words, valid)
	}
	teach(w.Charges, app.Charges)
	for charge, words := range map[app.Charge]string{
		app.ChargeNo:   "不收费 免费 免 未收 未收费 不收 无偿 free notcharged",
		app.ChargeYes:  "收费 收 已收 已收费 有偿 charged",
		app.ChargePart: "部分收费 部分 partly chargedinpart",
	} {
		several(w.Charges, words, charge)
	}
	return w
}

func teach[T ~string](d Dictionary[T], codes []T) {
	for _, c := range codes {
		d.Add(string(c), c)
	}
}

func several[T comparable](d Dictionary[T], words string, means T) {
	for w := range strings.FieldsSeq(words) {
		d.Add(w, means)
	}
}

// The answers to what is asked with yes or no.
var (
	yeses = strings.Fields("y yes 是 有 需 需要 须 true 1 √ ✓ 对 已 接通 已接通 成功 有效")
	noes  = strings.Fields("n no 否 无 不 不需 不需要 无需 没有 false 0 × x 未 未接通 无人接 失败 无效")
)

func answer(text string) (app.Said, bool) {
	key := squeezed(text)
	switch {
	case key == "":
		return "", true
	case slices.Contains(yeses, key):
		return app.SaidYes, true
	case slices.Contains(noes, key):
		return app.SaidNo, true
	}
	return "", false
}

// Category reads a subject: a code, the name of a category, or both levels with a
// stroke between: 停车车辆 / 收费.
func (w Words) Category(text string) (app.Category, bool) {
	key := squeezed(text)
	if code := app.Category(strings.ToUpper(key)); slices.Contains(app.Subjects(), code) || slices.Contains(app.Categories(), code) {
		return code, true
	}
	if c, known := w.Categories.Of(text); known {
		return c, true
	}
	at := strings.LastIndexAny(key, "/-·|>")
	if at < 0 {
		return "", false
	}
	_, size := lastMark(key[at:])
	above, below := strings.TrimRight(key[:at], "/-·|>"), key[at+size:]
	for _, upper := range w.Categories[above] {
		for _, lower := range w.Categories[below] {
			if upper == lower.Subject() {
				return lower, true
			}
		}
	}
	return "", false
}

// lastMark is the mark a text begins with, and how many bytes it takes.
func lastMark(s string) (rune, int) {
	for _, r := range s {
		return r, len(string(r))
	}
	return 0, 0
}
