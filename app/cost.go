package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"ownerdesk/app/money"
)

// Charge is whether the owner pays for the work; empty where an older ledger does
// not say.
type Charge string

// The answers to "was the owner charged?".
const (
	ChargeNo   Charge = "no"
	ChargePart Charge = "part"
	ChargeYes  Charge = "yes"
)

// Charges lists them.
var Charges = []Charge{ChargeNo, ChargePart, ChargeYes}

// Material is a line of what was used. A line without a price has its amount as it
// was bought, or none where it came out of the store.
type Material struct {
	What     string
	Quantity money.Milli
	Unit     string
	Price    money.Fen
	Amount   money.Fen
}

// Spent is what an issue cost, in sums. N is the record that they stand in; 0 is not
// recorded, which is not nothing.
type Spent struct {
	N        int
	Hours    money.Hours
	Labour   money.Fen
	Material money.Fen
	Other    money.Fen
	Charge   Charge
	Charged  money.Fen
}

// Total is all of it together.
func (s Spent) Total() money.Fen { return s.Labour + s.Material + s.Other }

// Cost is one record of what an issue cost. It is never changed: a correction is a
// further record, and the last counts.
type Cost struct {
	Spent
	Round     int
	At        time.Time
	By        StaffID
	Rate      money.Fen // for an hour; 0 where the labour was not reckoned by it
	Materials []Material
	OtherWhat string // what else was paid for: an outside contractor
	Receipt   string
	Why       string // why an earlier record was corrected
}

// Cost is what an issue cost as it is known last; false when that is not recorded.
func (c Case) Cost() (Cost, bool) {
	if len(c.Costs) == 0 {
		return Cost{}, false
	}
	return c.Costs[len(c.Costs)-1], true
}

// MaterialEntry is a line of material as it was typed.
type MaterialEntry struct{ What, Quantity, Unit, Price, Amount string }

// CostEntry is what an issue cost as it was typed: amounts as people write them.
type CostEntry struct {
	Hours, Rate, Labour string
	Materials           []MaterialEntry
	Other, OtherWhat    string
	Charge              Charge
	Charged             string
	Receipt             string
}

// CostOrder records what an issue cost, or corrects it.
type CostOrder struct {
	Stand
	CostEntry
	Why string
}

// RecordCost records what an issue cost.
func (d *Desk) RecordCost(ctx context.Context, o CostOrder) (Move, error) {
	return d.act(ctx, "record cost", o.Stand, func(c Case, g Ground, at time.Time) (Move, error) {
		return c.RecordCost(o, g, at)
	})
}

// RecordCost decides Desk.RecordCost. A bill may come after the issue was closed;
// then, and where there is a record already, it is said why.
func (c Case) RecordCost(o CostOrder, g Ground, at time.Time) (Move, error) {
	_, before := c.Cost()
	cost, f := o.Reckon()
	f.unless(c.Open() || c.State == Closed && c.Close != ClosedMerged, "issue", "not-now")
	f.unless(c.Spends(g, o.By), "by", "not-handling")
	f.text(strings.TrimSpace(o.Why), "why", before || !c.Open(), LongestText)
	if err := f.err(); err != nil {
		return Move{}, err
	}
	cost.Why = strings.TrimSpace(o.Why)
	m := c.begin(ActCost, o.By, at, cost.Why)
	m.spend(c, cost)
	return c.settle(m, g), nil
}

// Spends reports whether somebody may say what an issue cost: the desk, and whoever
// handles it or belongs to a department that does.
func (c Case) Spends(g Ground, s StaffID) bool {
	dept := g.Staff[s].Dept
	r, _ := c.Current()
	return g.asks(s) || s == c.Handler || dept != 0 && (dept == c.Lead || slices.Contains(r.Helping, dept))
}

// spend makes a record a part of the move.
func (m *Move) spend(c Case, cost Cost) {
	was, _ := c.Cost()
	cost.N, cost.Round, cost.At, cost.By = len(c.Costs)+1, m.Issue.Round, m.Act.At, m.Act.By
	m.Cost, m.Issue.Spent = &cost, cost.Spent
	m.Act.Diffs = append(m.Act.Diffs, costDifferences(was, cost)...)
}

// costDifferences keeps every earlier state of a cost in the timeline.
func costDifferences(old, new Cost) []Difference {
	var d []Difference
	add := func(field, a, b string) {
		if a != b {
			d = append(d, Difference{field, a, b})
		}
	}
	amount := func(field string, a, b money.Fen) { add(field, sum(old.N, a), sum(new.N, b)) }
	if old.Hours != new.Hours {
		add("cost-hours", sum(old.N, old.Hours), sum(new.N, new.Hours))
	}
	if old.Rate != new.Rate {
		amount("cost-rate", old.Rate, new.Rate)
	}
	if old.Labour != new.Labour {
		amount("cost-labour", old.Labour, new.Labour)
	}
	add("cost-materials", Materials(old.Materials), Materials(new.Materials))
	if old.Other != new.Other {
		amount("cost-other", old.Other, new.Other)
	}
	add("cost-other-what", old.OtherWhat, new.OtherWhat)
	amount("cost-total", old.Total(), new.Total())
	add("charge", string(old.Charge), string(new.Charge))
	if old.Charged != new.Charged {
		amount("charged", old.Charged, new.Charged)
	}
	add("receipt", old.Receipt, new.Receipt)
	return d
}

// sum is an amount as the timeline keeps it; nothing where there was no record.
func sum[T interface{ String() string }](record int, v T) string {
	if record == 0 {
		return ""
	}
	return v.String()
}
