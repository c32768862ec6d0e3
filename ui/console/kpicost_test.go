package console_test

import (
	"encoding/json"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"ownerdesk/app/money"
)

// Each table of costs comes to what the issues it names cost one by one, as `cost`
// tells it.
func TestKpiSaysWhatTheIssuesOfAMonthCost(t *testing.T) {
	db := filepath.Join(t.TempDir(), "office.db")
	done(t, "demo", "--db", db, "--issues", "200", "--until", "2026-11-23T09:42")
	type row struct {
		Subject, Department, Total, Charged string
		With                                int      `json:"with_cost"`
		Without                             int      `json:"without_cost"`
		Recorded                            []string `json:"with_cost_issues"`
		Unsaid                              []string `json:"without_cost_issues"`
	}
	var said struct {
		Cost struct {
			BySubject []row `json:"by_subject"`
			ByDept    []row `json:"by_department"`
		}
	}
	if err := json.Unmarshal([]byte(done(t, "kpi", "--json", "--db", db, "--month", "2026-10")), &said); err != nil {
		t.Fatal(err)
	}
	spent := map[string][2]money.Fen{}
	for _, r := range said.Cost.BySubject {
		for _, number := range r.Recorded {
			var one struct{ Total, Charged json.Number }
			if err := json.Unmarshal([]byte(done(t, "cost", number, "--json", "--db", db)), &one); err != nil {
				t.Fatal(err)
			}
			spent[number] = [2]money.Fen{fen(t, one.Total.String()), fen(t, one.Charged.String())}
		}
	}
	if len(spent) == 0 {
		t.Fatal("nothing is recorded in the sample office")
	}
	for what, rows := range map[string][]row{"subject": said.Cost.BySubject, "department": said.Cost.ByDept} {
		with, without := 0, 0
		for _, r := range rows {
			var total, charged money.Fen
			for _, number := range r.Recorded {
				one, there := spent[number]
				if !there {
					t.Errorf("%s %s%s names %s, the other table does not", what, r.Subject, r.Department, number)
				}
				total, charged = total+one[0], charged+one[1]
			}
			if fen(t, r.Total) != total || fen(t, r.Charged) != charged || len(r.Recorded) != r.With || len(r.Unsaid) != r.Without {
				t.Errorf("%s: %+v comes to %s, charged %s", what, r, total, charged)
			}
			with, without = with+r.With, without+r.Without
		}
		if with != len(spent) || without == 0 {
			t.Errorf("by %s %d with and %d without a cost, %d have one", what, with, without, len(spent))
		}
	}
	if none := done(t, "kpi", "--json", "--db", db, "--month", "2020-01"); !strings.Contains(none, `"by_subject": []`) {
		t.Errorf("a month without issues says\n%s", none)
	}
}

// fen reads an amount with two decimals.
func fen(t *testing.T, amount string) money.Fen {
	t.Helper()
	n, err := strconv.ParseInt(strings.Replace(amount, ".", "", 1), 10, 64)
	if err != nil || !strings.Contains(amount, ".") {
		t.Fatalf("%q is no amount with two decimals", amount)
	}
	return money.Fen(n)
}
