package reports

import (
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
)

// spent is a case with a cost recorded in its round.
func spent(c app.Case, charge app.Charge) app.Case {
	e := app.CostEntry{Hours: "1.5", Rate: "60", Other: "80", OtherWhat: "開鎖公司", Charge: charge, Receipt: "0012345",
		Materials: []app.MaterialEntry{{What: "水龍頭", Quantity: "2", Unit: "個", Price: "617.25"}, {What: "生料帶", Amount: "3"}}}
	if charge == app.ChargePart {
		e.Charged = "200"
	}
	cost, _ := e.Reckon()
	cost.N, cost.Round = 1, 1
	c.Costs, c.Spent = []app.Cost{cost}, cost.Spent
	return c
}

// Slips print lines and sum where a cost is recorded, in the currency of the region,
// and nothing where it is not; an owner sees what he is to pay, and else nothing.
func TestSlipsPrintWhatItCost(t *testing.T) {
	for region, total := range map[workday.Region]string{workday.CN: "1,407.50 元", workday.HK: "HK$1,407.50", workday.MO: "MOP 1,407.50", workday.TW: "NT$1,407.50"} {
		f := office(t, lang.Traditional)
		f.Ground.Office.Region = region
		for name, c := range map[string]app.Case{"transfer": full(f), "complaint": complained(f)} {
			slip := func(c app.Case, to Copy) string {
				if name == "complaint" {
					return strings.Join(ComplaintSlip(f, c, 1, to).Texts(), "\n")
				}
				return strings.Join(TransferSlip(f, c, 1, to, A4).Texts(), "\n")
			}
			for _, to := range Copies {
				if strings.Contains(slip(c, to), f.Say("slip.cost.total")) {
					t.Errorf("%s, %v: a cost that nobody recorded is printed", name, to)
				}
				charged, free := slip(spent(c, app.ChargePart), to), slip(spent(c, app.ChargeNo), to)
				for _, want := range []string{"水龍頭", "生料帶", "開鎖公司", "1.5 小時", total, "0012345", f.Say("charge.part")} {
					if !strings.Contains(charged, want) {
						t.Errorf("%s, %s, %v lacks %s", region, name, to, want)
					}
				}
				if seen := strings.Contains(free, "水龍頭"); seen == (to == CopyOwner) {
					t.Errorf("%s, %v: what the owner does not pay is seen: %v", name, to, seen)
				}
			}
		}
	}
}

// An earlier round's slip prints what was known in its time.
func TestALaterCostIsNotOnAnEarlierSlip(t *testing.T) {
	f := office(t, lang.Traditional)
	c := spent(full(f), app.ChargeNo)
	c.Costs[0].Round = 2
	if v := newView(f, c, 1, CopyDesk, A4); len(v.costPart()) > 0 {
		t.Error("the first round's slip prints what the second cost")
	}
}

func TestAListSaysWhatItCost(t *testing.T) {
	f := office(t, lang.Traditional)
	known, unknown := line("ZB-202611-0042"), line("ZB-202611-0007")
	c := spent(full(f), app.ChargePart)
	known.Spent, known.Materials = c.Spent, app.Materials(c.Costs[0].Materials)
	table := IssueSheet(f, slices.Values([]app.Line{known, unknown}), "")
	var rows [][]any
	for row := range table.Rows {
		rows = append(rows, row)
	}
	for key, want := range map[string]any{
		"list.cost.hours": 1.5, "list.cost.materials": "水龍頭 2個×617.25=1234.50；生料帶=3.00", "list.cost.labour": 90.0, "list.cost.material": 1237.5,
		"list.cost.extra": 80.0, "list.cost.total": 1407.5, "list.cost.charge": "部分收費", "list.cost.charged": 200.0,
	} {
		for i, column := range table.Columns {
			if column.Title != f.Say(key) {
				continue
			}
			if rows[0][i] != want {
				t.Errorf("%s: got %v, want %v", key, rows[0][i], want)
			}
			if none := rows[1][i]; none != nil && none != "" {
				t.Errorf("%s of what nobody recorded is %v", key, none)
			}
		}
	}
}
