package past

import (
	"strings"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/app/money"
	"ownerdesk/app/register"
)

// The columns of what an issue cost.
const (
	OfHours     register.Column = "labour_hours"
	OfLabour    register.Column = "labour_cost"
	OfMaterials register.Column = "materials" // what was used, in words
	OfMaterial  register.Column = "material_cost"
	OfOther     register.Column = "other_cost"
	OfTotal     register.Column = "total_cost"
	OfCharge    register.Column = "charge" // whether the owner paid, or how much
	OfCharged   register.Column = "amount_charged"
)

// costColumns are those that say what an issue cost.
var costColumns = []register.Column{OfHours, OfLabour, OfMaterials, OfMaterial, OfOther, OfTotal, OfCharge, OfCharged}

// What can be wrong with what an issue cost.
const (
	HoursUnread   = "past-hours"
	AmountUnread  = "past-amount"
	ChargeUnread  = "past-charge"
	CostDiffers   = "past-cost-differs"   // the value is what the parts come to
	LinesDiffer   = "past-lines-differ"   // the lines of material come to another amount
	ChargeDiffers = "past-charge-differs" // not charged, and an amount
	MaterialsLong = "past-materials-long"
	CostSince     = "past-cost-since" // was taken over before costs were
)

// costHeadings are the words of each column; they are asked before all others, for
// a fee for labour is none for hours.
var costHeadings = register.Headings{
	{Column: OfLabour, Exact: []string{"labourcost", "laborcost", "labour", "labor", "人工费", "工时费", "人工", "人工成本"}, Within: []string{"人工费", "工时费", "人工成本", "labourcost", "laborcost"}},
	{Column: OfHours, Exact: []string{"labourhours", "laborhours", "workinghours", "manhours", "hours", "工时", "工时数", "用工工时", "维修工时", "实际工时", "工时小时", "工时h"}, Within: []string{"工时数", "维修工时", "实际工时", "labourhours", "laborhours", "manhours"}},
	{Column: OfMaterial, Exact: []string{"materialcost", "materialscost", "partscost", "材料费", "材料金额", "材料成本", "配件费", "料费"}, Within: []string{"材料费", "材料金额", "材料成本", "配件费", "materialcost", "materialscost", "partscost"}},
	{Column: OfMaterials, Exact: []string{"materials", "material", "materialused", "materialsused", "parts", "partsused", "材料", "用料", "配件", "材料明细", "材料名称", "更换配件", "更换材料", "使用材料", "耗材"}, Within: []string{"材料明细", "材料名称", "更换配件", "更换材料", "使用材料", "materialused", "materialsused", "partsused"}},
	{Column: OfOther, Exact: []string{"othercost", "othercosts", "其他费用", "其它费用", "其他费", "外包费", "外委费", "外单位费用"}, Within: []string{"其他费用", "其它费用", "外包费", "外委费", "外单位费用", "othercost"}},
	{Column: OfCharged, Exact: []string{"amountcharged", "chargedamount", "收费金额", "实收金额", "实收", "已收金额", "收费额", "收费元", "实收元"}, Within: []string{"收费金额", "实收金额", "已收金额", "amountcharged", "chargedamount"}},
	{Column: OfCharge, Exact: []string{"charge", "charged", "是否收费", "收费", "收费情况", "收费与否", "是否有偿", "有偿"}, Within: []string{"是否收费", "是否有偿", "收费情况", "收费与否"}},
	{Column: OfTotal, Exact: []string{"cost", "costs", "total", "totalcost", "费用", "费用合计", "合计费用", "合计", "合计金额", "总费用", "费用金额", "费用总额", "维修费", "维修费用", "金额", "费用元", "金额元", "合计元", "维修费元"}, Within: []string{"费用合计", "合计费用", "总费用", "费用总额", "维修费用", "totalcost"}},
}

// cost reads what an issue cost; nil where the row says nothing of it.
func (r *reader) cost() *app.Cost {
	before := len(r.said)
	cost := app.Cost{Spent: app.Spent{N: 1}}
	if s := r.text(OfHours); s != "" {
		var read bool
		if cost.Hours, read = money.ReadHours(s); !read {
			r.problem(OfHours, HoursUnread, s, true)
		}
		r.say(OfHours, cost.Hours.String())
	}
	cost.Labour, _ = r.amount(OfLabour)
	r.material(&cost)
	cost.Other, _ = r.amount(OfOther)
	r.total(&cost)
	r.charge(&cost)
	if len(r.said) == before {
		return nil
	}
	return &cost
}

// amount reads an amount; false where there is none.
func (r *reader) amount(c register.Column) (money.Fen, bool) {
	s := r.text(c)
	if s == "" {
		return 0, false
	}
	f, read := money.ReadAmount(s)
	if !read {
		r.problem(c, AmountUnread, s, true)
		return 0, false
	}
	r.say(c, f.String())
	return f, true
}

// material reads what was used and what it cost. An amount without words is a line
// that says no more than the ledger's own heading.
func (r *reader) material(cost *app.Cost) {
	var known, fits bool
	cost.Material, known = r.amount(OfMaterial)
	words := r.plain(OfMaterials)
	if words == "" {
		if cost.Material > 0 {
			cost.Materials = []app.Material{{What: r.heading(OfMaterial), Amount: cost.Material}}
		}
		return
	}
	words = strings.Join(strings.Fields(words), " ")
	if cost.Materials, fits = app.ReadMaterials(words, cost.Material, known); !fits {
		r.problem(OfMaterials, LinesDiffer, r.text(OfMaterial), true)
	}
	cost.Material = 0
	for _, m := range cost.Materials {
		cost.Material += m.Amount
		if utf8.RuneCountInString(m.What) > app.LongestText || len(cost.Materials) > app.MostMaterials {
			r.problem(OfMaterials, MaterialsLong, opened(words), true)
			return
		}
	}
}

// heading is what a column is called in this ledger.
func (r *reader) heading(c register.Column) string {
	for _, g := range r.layout.Guesses {
		if g.Column == c && g.Heading != "" {
			return strings.Join(strings.Fields(g.Heading), " ")
		}
	}
	return string(c)
}

// opened is how a long text begins.
func opened(s string) string {
	if text := []rune(s); len(text) > 30 {
		return string(text[:30])
	}
	return s
}

// total checks what all came to. What it is above the parts that the ledger knows
// is other cost, unless the ledger has a column for that as well.
func (r *reader) total(cost *app.Cost) {
	total, there := r.amount(OfTotal)
	if !there {
		return
	}
	_, apart := r.at[OfOther]
	_, labour := r.at[OfLabour]
	_, material := r.at[OfMaterial]
	switch sum := cost.Total(); {
	case total == sum:
	case total > sum && !apart && !(labour && material):
		cost.Other = total - sum
	default:
		r.problem(OfTotal, CostDiffers, sum.String(), true)
	}
}

// charge reads whether the owner paid and how much; an amount says that he did.
func (r *reader) charge(cost *app.Cost) {
	s := r.text(OfCharge)
	charged, there := r.amount(OfCharged)
	cost.Charged = charged
	means, known := r.options.Words.Charges.Of(s)
	said, read := answer(s)
	switch {
	case known:
		cost.Charge = means
	case read && said == app.SaidYes:
		cost.Charge = app.ChargeYes
	case read && said == app.SaidNo:
		cost.Charge = app.ChargeNo
	case s != "" && !there:
		cost.Charged, there = r.amountIn(OfCharge, s)
	case s != "":
		r.problem(OfCharge, ChargeUnread, s, true)
	}
	if cost.Charge == "" && there {
		if cost.Charge = app.ChargeNo; cost.Charged > 0 {
			cost.Charge = app.ChargeYes
		}
	}
	if cost.Charge == app.ChargeNo && cost.Charged > 0 {
		r.problem(OfCharged, ChargeDiffers, cost.Charged.String(), true)
	}
	if cost.Charge == app.ChargeYes && cost.Charged > 0 && cost.Charged < cost.Total() {
		cost.Charge = app.ChargePart
	}
	r.say(OfCharge, string(cost.Charge))
}

// amountIn reads an amount in the place of an answer.
func (r *reader) amountIn(c register.Column, s string) (money.Fen, bool) {
	f, read := money.ReadAmount(s)
	if !read {
		r.problem(c, ChargeUnread, s, true)
		return 0, false
	}
	r.say(c, f.String())
	return f, true
}
