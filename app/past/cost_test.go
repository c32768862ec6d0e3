package past

import (
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/register"
)

func TestALedgerSaysWhatAnIssueCost(t *testing.T) {
	for _, c := range []struct {
		says, headings string
		row            []string
		want           app.Spent
		materials      string
	}{
		{"everything", "工時,材料,材料費（元）,人工費,其他費用,費用合計,是否收費,收費金額", []string{"1.5", "水龍頭 2個×35.00=70.00；生料帶=3.00", "￥73.00", "90元", "80", "243", "部分收費", "HK$200"},
			app.Spent{N: 1, Hours: 150, Labour: 9000, Material: 7300, Other: 8000, Charge: app.ChargePart, Charged: 20000}, "水龍頭 2個×35.00=70.00；生料帶=3.00"},
		{"in English", "Labour hours,Materials,Material cost,Labour cost,Cost,Charged", []string{"90 min", "2 taps", "RMB 70", "30.00", "100", "yes"},
			app.Spent{N: 1, Hours: 150, Labour: 3000, Material: 7000, Charge: app.ChargeYes}, "2 taps=70.00"},
		{"a total alone", "费用", []string{"1234.5"}, app.Spent{N: 1, Other: 123450}, ""},
		{"material and total", "材料费,总费用", []string{"70", "100"}, app.Spent{N: 1, Material: 7000, Other: 3000}, "材料费=70.00"},
		{"what was paid alone", "收费", []string{"50元"}, app.Spent{N: 1, Charge: app.ChargeYes, Charged: 5000}, ""},
		{"nothing was paid", "收费", []string{"免費"}, app.Spent{N: 1, Charge: app.ChargeNo}, ""},
		{"nothing was paid, in a word", "收费,工时", []string{"无", "2"}, app.Spent{N: 1, Hours: 200, Charge: app.ChargeNo}, ""},
		{"noughts", "费用合计,收费金额", []string{"0", "0"}, app.Spent{N: 1, Charge: app.ChargeNo}, ""},
		{"words without an amount", "材料,工时", []string{"生料带", "0.5小时"}, app.Spent{N: 1, Hours: 50}, "生料带"},
		{"nothing at all", "工时,材料,费用,是否收费", []string{"", "无", "-", ""}, app.Spent{}, ""},
		{"no such columns", "备注", []string{"x"}, app.Spent{}, ""},
	} {
		p := plan("编号,类型,接收时间," + c.headings + "\nA-1,报修,2026-10-08 10:00," + strings.Join(c.row, ","))
		if p.Outcome.New != 1 {
			t.Errorf("%s: %v", c.says, p.Reading.Problems)
			continue
		}
		of := app.TakeOver(p.Outcome.Rows()[0], ground(), 1, at("11-23 09:42"))
		cost, there := of.Cost()
		if of.Spent != c.want || there != (c.want.N > 0) || app.Materials(cost.Materials) != c.materials {
			t.Errorf("%s: %+v, %q, want %+v, %q", c.says, of.Spent, app.Materials(cost.Materials), c.want, c.materials)
		}
	}
}

// What cannot be read is named with its row and column, and keeps the row out.
func TestACostThatCannotBeReadIsNamed(t *testing.T) {
	for _, c := range []struct {
		headings string
		row      []string
		rule     string
		column   string
	}{
		{"工时", []string{"半天"}, HoursUnread, "D"},
		{"工时", []string{"-1"}, HoursUnread, "D"},
		{"工时,人工费", []string{"1", "六十"}, AmountUnread, "E"},
		{"材料费", []string{"-5"}, AmountUnread, "D"},
		{"材料,材料费", []string{"水龙头 2个×35.00=70.00", "80"}, LinesDiffer, "D"},
		{"人工费,材料费,费用合计", []string{"10", "20", "40"}, CostDiffers, "F"},
		{"材料费,总费用", []string{"20", "10"}, CostDiffers, "E"},
		{"其他费用,费用", []string{"20", "30"}, CostDiffers, "E"},
		{"是否收费", []string{"看情况"}, ChargeUnread, "D"},
		{"是否收费,收费金额", []string{"否", "50"}, ChargeDiffers, "E"},
		{"收费金额", []string{"99999999999"}, AmountUnread, "D"},
		{"材料", []string{strings.Repeat("管", app.LongestText+1)}, MaterialsLong, "D"},
	} {
		p := plan("编号,类型,接收时间," + c.headings + "\nA-1,报修,2026-10-08 10:00," + strings.Join(c.row, ","))
		if len(p.Reading.Problems) != 1 || p.Outcome.Refused != 1 {
			t.Errorf("%v: %+v", c.row, p.Reading.Problems)
			continue
		}
		if got := p.Reading.Problems[0]; got.Rule != c.rule || got.Column != c.column || got.Row != 2 || !got.Fatal {
			t.Errorf("%v: %+v, want %s in %s", c.row, got, c.rule, c.column)
		}
	}
}

// A ledger that was taken over before costs were is the same ledger; that its costs
// stay out is said, and one that costs otherwise than then is another.
func TestALedgerTakenOverBeforeCostsWere(t *testing.T) {
	const head = "编号,类型,接收时间,费用\nA-1,报修,2026-10-08 10:00,"
	before := plan("编号,类型,接收时间\nA-1,报修,2026-10-08 10:00").Reading.Entries[0].Hash
	with := plan(head + "50")
	for hash, want := range map[string]register.State{before: register.Unchanged, with.Reading.Entries[0].Hash: register.Unchanged, plan(head + "60").Reading.Entries[0].Hash: register.Refused} {
		with.Compare(map[string]Known{"A-1": {Hash: hash}})
		line := with.Outcome.Lines[0]
		if line.State != want || hash == before != (len(line.Problems) == 1 && line.Problems[0].Rule == CostSince && line.Problems[0].Column == "D") {
			t.Errorf("%+v", line)
		}
	}
}
