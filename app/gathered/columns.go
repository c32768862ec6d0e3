package gathered

import (
	"slices"
	"strings"

	"ownerdesk/app/register"
)

// headings are the words of each column, folded, without blanks, underscores and
// brackets. The order decides: 活动时间 is asked before 活动, 收集人姓名 before 姓名.
var headings = register.Headings{
	{Column: register.Ignored, Exact: []string{"序号", "序", "编号", "no", "#", "行号"}},
	{Column: OfOccasion, Exact: []string{"eventkind", "eventtype", "活动类别", "活动类型", "活动性质", "场合", "kindofevent", "occasion"}, Within: []string{"活动类别", "活动类型", "活动性质", "kindofevent", "typeofevent"}},
	{Column: OfHeld, Exact: []string{"eventat", "日期", "时间", "date", "day", "time", "when", "eventdate"}, Within: []string{"活动时间", "活动日期", "举办时间", "举办日期", "开展时间", "收集时间", "收集日期", "eventdate", "dateofevent", "eventtime"}},
	{Column: OfVenue, Exact: []string{"eventplace", "活动地点", "地点", "venue", "location"}, Within: []string{"活动地点", "收集地点", "举办地点", "venue"}},
	{Column: OfBy, Exact: []string{"gatheredby", "收集人", "收集者", "收集人员", "采集人", "记录人", "经办人", "登记人", "填表人", "销售员", "置业顾问", "collectedby", "recordedby", "recorder", "collector", "by"}, Within: []string{"收集人", "采集人", "记录人", "gatheredby", "collectedby", "whogathered"}},
	{Column: OfEvent, Exact: []string{"event", "活动", "活动名称", "活动主题", "活动名", "eventname", "场次"}, Within: []string{"活动名称", "活动主题", "eventname", "nameofevent"}},
	{Column: OfEstate, Exact: []string{"project", "estate", "项目", "小区", "楼盘", "屋苑"}, Within: []string{"项目", "小区", "楼盘", "屋苑"}},
	{Column: OfSubject, Exact: []string{"subject", "category", "分类", "类目", "主题", "细类", "topic", "所属分类"}, Within: []string{"事项分类", "意见分类", "问题分类", "问题类别", "subject"}},
	{Column: OfSort, Exact: []string{"type", "kind", "sort", "类型", "类别", "性质", "意见类型", "意见类别"}, Within: []string{"事项类型", "意见类型", "意见类别", "诉求类型", "意见性质"}},
	{Column: OfNote, Exact: []string{"note", "notes", "remark", "remarks", "备注", "说明", "附注", "备考"}, Within: []string{"备注", "remark"}},
	{Column: OfText, Exact: []string{"opinion", "opinions", "意见", "建议", "意见建议", "意见与建议", "意见和建议", "意见及建议", "意见/建议", "内容", "意见内容", "建议内容", "反馈", "反馈内容", "诉求", "comment", "comments", "suggestion", "feedback", "description", "content"}, Within: []string{"意见内容", "建议内容", "意见/建议", "意见建议", "意见或建议", "意见与建议", "意见和建议", "意见及建议", "反馈内容", "诉求内容", "具体内容", "问题描述", "opinion", "feedback"}},
	{Column: OfPhone, Exact: []string{"phone", "mobile", "tel", "telephone", "电话", "手机", "联系方式", "联系电话"}, Within: []string{"电话", "手机", "联系方式", "phone"}},
	{Column: OfName, Exact: []string{"name", "姓名", "业主", "业户", "客户", "联系人", "称呼", "owner", "ownername", "customer"}, Within: []string{"姓名", "称呼", "联系人"}},
	{Column: OfRoom, Exact: []string{"room", "房号", "房屋", "室号", "单位", "楼栋房号", "地址", "unit", "flat", "意向房号"}, Within: []string{"房号", "房屋", "楼栋-单元", "room"}},
}

// searched is how many rows from the top may stand above the list.
const searched = 20

// GuessLayout finds the row of headings and what each column is. What stands above
// the list has headings as well, but none for the opinions.
func GuessLayout(s register.Sheet) register.Layout {
	best, most := 0, 1
	for i := range s.Rows[:min(searched, len(s.Rows))] {
		l := headings.Under(s, i+1)
		if l.Index(OfText) < 0 {
			continue
		}
		if n := different(l); n > most {
			best, most = i+1, n
		}
	}
	if best == 0 {
		best = headings.Row(s)
	}
	return LayoutUnder(s, best)
}

func different(l register.Layout) int {
	seen := map[register.Column]bool{}
	for _, g := range l.Guesses {
		if g.Column != register.Ignored {
			seen[g.Column] = true
		}
	}
	return len(seen)
}

// LayoutUnder reads headings that stand in a row a person has chosen, from 1.
func LayoutUnder(s register.Sheet, row int) register.Layout {
	l := headings.Under(s, row)
	l.Once()
	for i, g := range l.Guesses {
		if !slices.Contains(Columns, g.Column) {
			l.Guesses[i].Column, l.Guesses[i].Sure = register.Ignored, 0
		}
	}
	return l
}

// labelled reads a label of the event, 活动：; none for anything else.
func labelled(text string) (register.Column, bool) {
	l := headings.Under(register.Sheet{Rows: [][]register.Cell{{{Text: strings.TrimSpace(text)}}}}, 1)
	g := l.Guesses[0]
	return g.Column, g.Sure > 0 && slices.Contains(heads, g.Column)
}
