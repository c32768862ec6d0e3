package past

import (
	"slices"

	"ownerdesk/app/register"
)

// headings are the words of each column, folded, without blanks, underscores and
// brackets. The order decides: 首次完成 is asked before 完成, 是否转办 before 转办.
var headings = append(costHeadings, register.Headings{
	{Column: OfNumber, Exact: []string{"no", "number", "编号", "单号", "事项编号", "受理编号", "受理单号", "登记号", "登记编号", "工单号", "工单编号", "旧编号", "原编号", "案号", "caseno", "casenumber", "issueno", "issuenumber", "oldnumber", "refno", "reference", "ref", "流水号", "档案号", "slip", "slipno", "intakeno"},
		Within: []string{"事项编号", "受理编号", "工单编号"}},
	{Column: OfValidity, Exact: []string{"validcomplaint", "有效", "有效性", "是否有效", "valid"}, Within: []string{"有效投诉", "投诉有效", "投诉是否成立", "validcomplaint"}},
	{Column: OfRework, Exact: []string{"reworkn", "rework", "reworks", "返工"}, Within: []string{"返工次数", "返修次数", "reworkcount", "timesreworked", "timessentback"}},
	{Column: OfFirstDone, Exact: []string{"firstcompletedat", "firstcompleted", "firstcompletion"}, Within: []string{"首次完成", "第一次完成", "初次完成", "firstcomplet"}},
	{Column: OfExtended, Exact: []string{"extapprovedat", "extensionapproved"}, Within: []string{"延期获批", "延期批准", "延期审批", "批准延期", "extensionapproved", "delayapproved"}},
	{Column: OfExtendedTo, Exact: []string{"extdueat", "extendeddue", "extendedto", "延期至", "延期"}, Within: []string{"延期后", "延期至", "延期时限", "新时限", "extendeddue", "extensiondue", "newlimit", "newdue"}},
	{Column: OfTransfer, Exact: []string{"transferrequired", "是否转办", "需转办", "转办"}, Within: []string{"需要转办", "是否需转办", "是否转办", "须转办", "transferrequired", "needstransfer", "tobetransferred"}},
	{Column: OfTransferred, Exact: []string{"transferredat", "transferred", "slipissued"}, Within: []string{"转办时间", "转办日期", "派单时间", "开单时间", "转出时间", "转办于", "transferredat", "transferred", "transfertime", "transferdate"}},
	{Column: OfAsk, Exact: []string{"followuprequired", "follow-uprequired", "是否回访", "需回访"}, Within: []string{"需要回访", "是否需回访", "是否回访", "须回访", "followuprequired", "follow-uprequired"}},
	{Column: OfReached, Exact: []string{"followupreached", "follow-upreached", "reached", "接通", "是否接通"}, Within: []string{"回访接通", "回访到", "是否接通", "回访成功", "回访联系结果", "ownerreached", "reached"}},
	{Column: OfAsked, Exact: []string{"followupat", "follow-upat", "回访", "followup", "follow-up"}, Within: []string{"回访时间", "回访日期", "followupat", "follow-upat", "followuptime", "follow-uptime", "followupdate", "follow-update"}},
	{Column: OfRating, Exact: []string{"rating", "满意度", "评分", "score", "评价"}, Within: []string{"满意度", "满意程度", "rating", "satisfaction"}},
	{Column: OfReviewed, Exact: []string{"reviewedat", "reviewed", "审核时间", "验收时间"}, Within: []string{"审核通过时间", "审核时间", "审核日期", "验收时间", "复核时间", "reviewedat", "reviewed"}},
	{Column: OfDue, Exact: []string{"dueat", "due", "时限", "期限", "deadline"}, Within: []string{"要求处理时间", "要求完成", "处理时限", "完成时限", "到期时间", "截止时间", "应完成", "原时限", "requiredtime", "duedate", "deadline"}},
	{Column: OfDone, Exact: []string{"completedat", "completed", "完成时间", "完成日期", "completion"}, Within: []string{"完成时间", "完成日期", "处理完毕", "办结时间", "办结日期", "完工时间", "completedat", "completed", "completiontime", "completiondate"}},
	{Column: OfEnded, Exact: []string{"closedat", "closed", "结案", "关闭时间"}, Within: []string{"结案时间", "结案日期", "关闭时间", "关单时间", "closedat", "closed", "closingtime", "closingdate"}},
	{Column: OfReceived, Exact: []string{"receivedat", "received", "时间", "日期", "date"}, Within: []string{"接收时间", "接收日期", "受理时间", "受理日期", "登记时间", "登记日期", "来电时间", "来访时间", "报修时间", "投诉时间", "receivedat", "received", "registered", "datereceived"}},
	{Column: OfStatus, Exact: []string{"status", "state", "状态", "进度"}, Within: []string{"事项状态", "处理状态", "当前状态", "状态"}},
	{Column: OfSubject, Exact: []string{"subject", "category", "分类", "类目", "主题", "细类", "topic"}, Within: []string{"事项分类", "问题分类", "问题类别", "投诉分类", "subject", "category"}},
	{Column: OfLevel, Exact: []string{"level", "等级", "级别", "severity"}, Within: []string{"投诉等级", "严重程度", "级别"}},
	{Column: OfUrgency, Exact: []string{"urgency", "紧急程度", "优先级", "priority", "缓急"}, Within: []string{"紧急程度", "urgency"}},
	{Column: OfType, Exact: []string{"type", "kind", "类型", "性质", "类别", "issuetype"}, Within: []string{"事项类型", "诉求类型", "工单类型", "业务类型", "事项性质"}},
	{Column: OfHouseholds, Exact: []string{"households", "户数"}, Within: []string{"涉及户数", "households"}},
	{Column: OfChannel, Exact: []string{"channel", "渠道", "来源", "方式", "source"}, Within: []string{"接收渠道", "受理渠道", "来源渠道", "接收方式", "受理方式", "channel"}},
	{Column: OfDescription, Exact: []string{"description", "内容", "描述", "事由", "问题", "details", "detail", "problem", "content"}, Within: []string{"问题描述", "事项内容", "诉求内容", "投诉内容", "报修内容", "反映内容", "description"}},
	{Column: OfDepartment, Exact: []string{"department", "dept", "部门", "主办", "leaddepartment", "lead"}, Within: []string{"主办部门", "责任部门", "处理部门", "承办部门", "转办部门", "department"}},
	{Column: OfHandler, Exact: []string{"handler", "处理人", "经办人", "责任人", "维修工", "handledby", "assignee"}, Within: []string{"处理人", "经办人", "承办人", "维修人员", "handler"}},
	{Column: OfReportersTel, Exact: []string{"phone", "mobile", "tel", "telephone", "电话", "手机", "联系方式"}, Within: []string{"联系电话", "业主电话", "手机", "电话", "phone"}},
	{Column: OfReporter, Exact: []string{"name", "姓名", "业主", "业户", "联系人", "报修人", "投诉人", "owner", "ownername", "reporter", "caller"}, Within: []string{"业主姓名", "姓名", "联系人"}},
	{Column: OfEstate, Exact: []string{"project", "estate", "项目", "小区", "楼盘", "屋苑"}, Within: []string{"项目", "小区", "楼盘", "屋苑"}},
	{Column: OfRoom, Exact: []string{"room", "place", "房号", "房屋", "地址", "位置", "地点", "室号", "单位", "address", "flat", "location", "unit"}, Within: []string{"房号", "房屋", "楼栋-单元", "位置", "地点", "地址"}},
}...)

// GuessLayout finds the row of headings and what each column is.
func GuessLayout(s register.Sheet) register.Layout { return LayoutUnder(s, headings.Row(s)) }

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
