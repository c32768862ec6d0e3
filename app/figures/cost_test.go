package figures

import (
	"math/rand/v2"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/money"
)

// costing is a fact of a category with costs recorded at moments.
func costing(id app.IssueID, c app.Category, lead app.DeptID, known ...Costed) Fact {
	return Fact{ID: id, Kind: app.Repair, Category: c, Lead: lead, State: app.Handling, Received: at("2026-10-08 10:00"), Costs: known}
}

func TestCostsAreSummedByCategory(t *testing.T) {
	first := Costed{at("2026-10-09 10:00"), app.Spent{N: 1, Hours: 150, Labour: 9000, Material: 7000, Charge: app.ChargeYes, Charged: 16000}}
	corrected := Costed{at("2026-11-20 10:00"), app.Spent{N: 2, Hours: 200, Labour: 12000, Material: 7000, Charge: app.ChargeNo}}
	all := []Fact{
		costing(1, "EQ1", 2, first, corrected), costing(2, "EQ2", 2), costing(3, "EN1", 3, Costed{at("2026-10-10 10:00"), app.Spent{N: 1}}),
	}
	m := october("2026-11-01 00:00").Report(all, Surroundings{})
	eq, en := m.Costs.BySubject[0], m.Costs.BySubject[1]
	if eq.Key != "EQ" || eq.Hours != 150 || eq.Total() != 16000 || eq.Charged != 16000 || len(eq.Recorded) != 1 || len(eq.Unsaid) != 1 || eq.Unsaid[0] != 2 || len(eq.Paid) != 1 {
		t.Errorf("facilities cost %+v", eq)
	}
	if en.Key != "EN" || len(en.Recorded) != 1 || en.Total() != 0 || len(en.Paid) != 0 {
		t.Errorf("what cost nothing is %+v", en)
	}
	if later := october("2026-12-01 00:00").Report(all, Surroundings{}).Costs.BySubject[0]; later.Labour != 12000 || later.Charged != 0 {
		t.Errorf("corrected: %+v", later)
	}
	if m.Numbers[1] != all[0].Number {
		t.Error("nobody can say which issues they are")
	}
}

// However issues are spread, the lines by category and by department both come to
// what the issues cost.
func TestLinesComeToWhatTheIssuesCost(t *testing.T) {
	chance := rand.New(rand.NewPCG(23, 5))
	for range 200 {
		var all []Fact
		var total, charged money.Fen
		recorded := 0
		for id := range app.IssueID(chance.IntN(60)) {
			f := costing(id+1, app.Categories()[chance.IntN(len(app.Categories()))], app.DeptID(chance.IntN(4)))
			if chance.IntN(2) == 0 {
				s := app.Spent{N: 1, Hours: money.Hours(chance.IntN(900)), Labour: money.Fen(chance.IntN(90000)), Material: money.Fen(chance.IntN(90000)), Other: money.Fen(chance.IntN(90000)), Charged: money.Fen(chance.IntN(90000))}
				f.Costs = []Costed{{at("2026-10-09 10:00"), s}}
				total, charged, recorded = total+s.Total(), charged+s.Charged, recorded+1
			}
			all = append(all, f)
		}
		c := october(afterwards).Report(all, Surroundings{}).Costs
		for _, rows := range [][]CostRow{c.BySubject, c.ByDept} {
			var sum CostRow
			for _, r := range rows {
				sum.Add(r)
			}
			if sum.Total() != total || sum.Charged != charged || len(sum.Recorded) != recorded || len(sum.Issues()) != len(all) {
				t.Fatalf("%d issues of %s in all come to %+v", len(all), total, sum)
			}
		}
	}
}

// What was merged into an issue counts nowhere else, so its cost counts with that one,
// from when it was recorded.
func TestCostsOfAMergedIssueCountWithTheOther(t *testing.T) {
	own := Costed{at("2026-10-09 10:00"), app.Spent{N: 1, Labour: 5000, Charge: app.ChargeNo}}
	merged := Costed{at("2026-10-20 10:00"), app.Spent{N: 1, Hours: 50, Labour: 2000, Material: 300, Charge: app.ChargeYes, Charged: 2300}}
	with, without := costing(1, "EQ1", 2, own), costing(2, "EN1", 3)
	with.Joined, without.Joined = [][]Costed{{merged}, nil}, [][]Costed{{merged}}
	all := []Fact{with, without}
	for _, c := range []struct {
		at       string
		eq, en   money.Fen
		recorded int
	}{{"2026-10-15 00:00", 5000, 0, 0}, {"2026-11-01 00:00", 7300, 2300, 1}} {
		rows := october(c.at).Costs(all).BySubject
		eq, en := rows[0], rows[1]
		if eq.Total() != c.eq || en.Total() != c.en || len(eq.Recorded) != 1 || len(en.Recorded) != c.recorded || len(en.Paid) != c.recorded || len(eq.Issues()) != 1 || len(en.Issues()) != 1 {
			t.Errorf("as of %s: %+v and %+v", c.at, eq, en)
		}
	}
}
