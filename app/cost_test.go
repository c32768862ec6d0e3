package app

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"ownerdesk/app/money"
)

func costOrder() CostOrder {
	return CostOrder{Stand: by(jianguo), CostEntry: CostEntry{
		Hours: "1.5", Rate: "60", Charge: ChargeYes, Receipt: "No. 0012345",
		Materials: []MaterialEntry{{What: "水龍頭", Quantity: "2", Unit: "個", Price: "35"}, {What: "生料帶", Amount: "3元"}, {What: "水泥", Quantity: "0.125", Unit: "t", Price: "333.33"}},
	}}
}

func TestACostIsReckonedOnceAndKeptWhole(t *testing.T) {
	w := signed(t)
	w.did(w.c.RecordCost(costOrder(), w.g, clockAt(24, 10, 0)))
	got, there := w.c.Cost()
	if !there || got.Hours != 150 || got.Labour != 9000 || got.Material != 7000+300+4167 || got.Total() != 20467 || got.Charged != 20467 || got.N != 1 || got.By != jianguo {
		t.Errorf("the cost is %+v", got)
	}
	if w.c.Spent != got.Spent {
		t.Errorf("the issue says %+v", w.c.Spent)
	}
	if _, recorded := signed(t).c.Cost(); recorded {
		t.Error("nobody said what it cost, and it is recorded")
	}
}

// A correction says why, and what stood there before stays.
func TestACostIsCorrectedByAFurtherRecord(t *testing.T) {
	w := signed(t)
	w.did(w.c.RecordCost(costOrder(), w.g, clockAt(24, 10, 0)))
	o := costOrder()
	o.Hours, o.Charge = "2", ChargeNo
	if _, err := w.c.RecordCost(o, w.g, clockAt(24, 11, 0)); !faults(err).Has("why", "missing") {
		t.Errorf("corrected without a reason: %v", err)
	}
	o.Why = "工時漏計"
	w.did(w.c.RecordCost(o, w.g, clockAt(24, 11, 0)))
	if len(w.c.Costs) != 2 || w.c.Costs[0].Hours != 150 || w.c.Costs[1].Hours != 200 || w.c.Spent.N != 2 || w.c.Spent.Charged != 0 {
		t.Fatalf("the records are %+v", w.c.Costs)
	}
	a := w.c.Acts[len(w.c.Acts)-1]
	want := []Difference{{"cost-hours", "1.5", "2"}, {"cost-labour", "90.00", "120.00"}, {"cost-total", "204.67", "234.67"}, {"charge", "yes", "no"}, {"charged", "204.67", "0.00"}}
	if a.Kind != ActCost || a.Note != o.Why || !reflect.DeepEqual(a.Diffs, want) {
		t.Errorf("the timeline says %+v", a)
	}
}

func TestACostRefuses(t *testing.T) {
	set := func(change func(*CostOrder)) func(*walk, *CostOrder, *time.Time) {
		return func(_ *walk, o *CostOrder, _ *time.Time) { change(o) }
	}
	line := func(m MaterialEntry) func(*walk, *CostOrder, *time.Time) {
		return set(func(o *CostOrder) { o.Materials = []MaterialEntry{m} })
	}
	huge := "9999999.99"
	trial[CostOrder]{walk: signed, order: costOrder, do: Case.RecordCost, at: clockAt(24, 10, 0)}.refuses(t, []broken[CostOrder]{
		{"negative hours", set(func(o *CostOrder) { o.Hours = "-1" }), Invalid{"cost-hours", "unreadable"}},
		{"hours in words", set(func(o *CostOrder) { o.Hours = "半天" }), Invalid{"cost-hours", "unreadable"}},
		{"a rate without hours", set(func(o *CostOrder) { o.Hours = "" }), Invalid{"cost-hours", "missing"}},
		{"a negative rate", set(func(o *CostOrder) { o.Rate = "-60" }), Invalid{"cost-rate", "unreadable"}},
		{"labour that does not fit", set(func(o *CostOrder) { o.Labour = "91" }), Invalid{"cost-labour", "differs"}},
		{"labour that cannot be read", set(func(o *CostOrder) { o.Labour = "x" }), Invalid{"cost-labour", "unreadable"}},
		{"labour beyond all", set(func(o *CostOrder) { o.Hours, o.Rate = "10000", huge }), Invalid{"cost-labour", "too-large"}},
		{"material without a name", line(MaterialEntry{Amount: "3"}), Invalid{"cost-materials", "incomplete"}},
		{"a price without a quantity", line(MaterialEntry{What: "燈", Price: "3"}), Invalid{"cost-materials", "incomplete"}},
		{"a negative quantity", line(MaterialEntry{What: "燈", Quantity: "-1", Price: "3"}), Invalid{"cost-materials", "unreadable"}},
		{"a quantity too fine", line(MaterialEntry{What: "燈", Quantity: "0.0001"}), Invalid{"cost-materials", "unreadable"}},
		{"a price that cannot be read", line(MaterialEntry{What: "燈", Quantity: "1", Price: "三"}), Invalid{"cost-materials", "unreadable"}},
		{"an amount that does not fit", line(MaterialEntry{What: "燈", Quantity: "2", Price: "3", Amount: "5"}), Invalid{"cost-materials", "differs"}},
		{"an amount beyond all", line(MaterialEntry{What: "燈", Quantity: "1000000", Price: huge}), Invalid{"cost-materials", "too-large"}},
		{"a name too long", line(MaterialEntry{What: strings.Repeat("燈", 201)}), Invalid{"cost-materials", "too-long"}},
		{"a unit too long", line(MaterialEntry{What: "燈", Unit: strings.Repeat("個", 11)}), Invalid{"cost-materials", "too-long"}},
		{"ten thousand lines", set(func(o *CostOrder) { o.Materials = make([]MaterialEntry, 10000) }), Invalid{"cost-materials", "too-many"}},
		{"another amount that cannot be read", set(func(o *CostOrder) { o.Other = "1,0" }), Invalid{"cost-other", "unreadable"}},
		{"another amount for nothing", set(func(o *CostOrder) { o.Other, o.Charged = "80", "" }), Invalid{"cost-other-what", "missing"}},
		{"no word on charging", set(func(o *CostOrder) { o.Charge = "" }), Invalid{"charge", "missing"}},
		{"another word on charging", set(func(o *CostOrder) { o.Charge = "maybe" }), Invalid{"charge", "missing"}},
		{"an amount not charged", set(func(o *CostOrder) { o.Charge, o.Charged = ChargeNo, "5" }), Invalid{"charged", "not-charged"}},
		{"a part of no amount", set(func(o *CostOrder) { o.Charge = ChargePart }), Invalid{"charged", "missing"}},
		{"a part that is all", set(func(o *CostOrder) { o.Charge, o.Charged = ChargePart, "204.67" }), Invalid{"charged", "not-part"}},
		{"all that is a part", set(func(o *CostOrder) { o.Charged = "204.66" }), Invalid{"charged", "part"}},
		{"all of nothing", set(func(o *CostOrder) { o.CostEntry = CostEntry{Charge: ChargeYes} }), Invalid{"charged", "missing"}},
		{"a charge that cannot be read", set(func(o *CostOrder) { o.Charged = "免" }), Invalid{"charged", "unreadable"}},
		{"a receipt too long", set(func(o *CostOrder) { o.Receipt = strings.Repeat("9", 201) }), Invalid{"receipt", "too-long"}},
		{"a reason too long", set(func(o *CostOrder) { o.Why = strings.Repeat("九", LongestText+1) }), Invalid{"why", "too-long"}},
		{"by another department", func(w *walk, o *CostOrder, _ *time.Time) {
			w.g.Staff[99] = Staff{ID: 99, Dept: property, Role: Worker}
			o.By = 99
		}, Invalid{"by", "not-handling"}},
		{"of what was void", func(w *walk, _ *CostOrder, _ *time.Time) { w.c.State = Void }, Invalid{"issue", "not-now"}},
		{"of what was merged", func(w *walk, o *CostOrder, _ *time.Time) {
			w.c.State, w.c.Close, o.Why = Closed, ClosedMerged, "補登"
		}, Invalid{"issue", "not-now"}},
		{"afterwards without a reason", func(w *walk, _ *CostOrder, _ *time.Time) { w.c.State = Closed }, Invalid{"why", "missing"}},
	})
}

// What is wrong with a line names its row and cell.
func TestAFaultOfALineNamesItsCell(t *testing.T) {
	_, f := CostEntry{Charge: ChargeNo, Materials: []MaterialEntry{{What: "燈"}, {What: "燈", Quantity: "x"}, {Quantity: "2", Price: "3", Amount: "5"}}}.Reckon()
	want := Faults{{"cost-materials.2.quantity", "unreadable"}, {"cost-materials.3.what", "incomplete"}, {"cost-materials.3.amount", "differs"}}
	if !reflect.DeepEqual(f, want) {
		t.Errorf("found are %v, want %v", f, want)
	}
}

// A flat price may be above what it cost, where labour has no rate; and that it cost
// nothing can be said.
func TestWhatMayBeCharged(t *testing.T) {
	for says, c := range map[string]struct {
		of      CostEntry
		charged money.Fen
	}{
		"a flat price":        {CostEntry{Hours: "1", Charge: ChargeYes, Charged: "50"}, 5000},
		"all of it":           {CostEntry{Labour: "50", Charge: ChargeYes}, 5000},
		"a part":              {CostEntry{Labour: "50", Charge: ChargePart, Charged: "20"}, 2000},
		"nothing":             {CostEntry{Labour: "50", Charge: ChargeNo}, 0},
		"nothing for nothing": {CostEntry{Charge: ChargeNo}, 0},
		"noughts":             {CostEntry{Hours: "0", Labour: "0", Charge: ChargeNo, Charged: "0"}, 0},
	} {
		if cost, f := c.of.Reckon(); len(f) > 0 || cost.Charged != c.charged {
			t.Errorf("%s: charged %s, %v", says, cost.Charged, f)
		}
	}
}

func TestAReportMaySayWhatItCost(t *testing.T) {
	w := signed(t)
	entry := costOrder().CostEntry
	o := FeedbackOrder{Stand: by(jianguo), Situation: "已更換", Result: "RS-04", Cause: "RC-EQP2", Solution: "更換", Asked: true, Disturbs: SaidNo, Cost: &entry}
	wrong := entry
	wrong.Hours, o.Cost = "x", &wrong
	if _, err := w.c.FeedBack(o, w.g, clockAt(24, 16, 0)); !faults(err).Has("cost-hours", "unreadable") {
		t.Errorf("reported with hours that cannot be read: %v", err)
	}
	o.Cost = &entry
	w.did(w.c.FeedBack(o, w.g, clockAt(24, 16, 0)))
	if k, there := w.c.Cost(); !there || k.Total() != 20467 || len(w.c.Feedbacks) != 1 {
		t.Errorf("the report left %+v", k)
	}
}

// randomEntry is a cost that breaks no rule, with names of rare characters.
func randomEntry(chance *rand.Rand) CostEntry {
	names := []string{"水龍頭", "𠮷字牌管件", "Ω型卡箍 20×30=A", "閥門；三通", "👨‍👩‍👧貼紙", "a  b", "é", "5 5個×3.00", "=1.00", "×"}
	e := CostEntry{Hours: money.Hours(chance.IntN(5000)).String(), Charge: Charges[chance.IntN(2)*2]}
	if chance.IntN(2) == 0 {
		e.Rate = money.Fen(1 + chance.IntN(20000)).String()
	} else {
		e.Labour = money.Fen(1 + chance.IntN(200000)).String()
	}
	for range chance.IntN(MostMaterials + 1) {
		m := MaterialEntry{What: names[chance.IntN(len(names))], Unit: []string{"", "個", "m²", "公斤"}[chance.IntN(4)]}
		if chance.IntN(3) > 0 {
			m.Quantity, m.Price = money.Milli(chance.IntN(100000)).String(), money.Fen(chance.IntN(100000)).String()
		} else if chance.IntN(2) == 0 {
			m.Amount = money.Fen(chance.IntN(100000)).String()
		}
		e.Materials = append(e.Materials, m)
	}
	if chance.IntN(3) == 0 {
		e.Other, e.OtherWhat = money.Fen(1+chance.IntN(1000000)).String(), "外單位"
	}
	return e
}

// The total is the sum of its parts, whatever they are, and a record that is shown
// to be corrected and sent unchanged is the same record.
func TestTheTotalIsTheSumOfItsLines(t *testing.T) {
	chance := rand.New(rand.NewPCG(23, 3))
	for n := range 2000 {
		e := randomEntry(chance)
		c, f := e.Reckon()
		if len(f) > 0 {
			t.Fatalf("%d: %+v: %v", n, e, f)
		}
		sum := c.Labour + c.Other
		for _, m := range c.Materials {
			sum += m.Amount
		}
		if sum != c.Total() || c.Charge == ChargeYes && c.Charged != sum {
			t.Fatalf("%d: the total of %+v is %s, its lines come to %s", n, e, c.Total(), sum)
		}
		again, f := c.Entry().Reckon()
		if len(f) > 0 || !reflect.DeepEqual(again, c) {
			t.Fatalf("%d: shown and sent again\n%+v\nis\n%+v, %v", n, c, again, f)
		}
	}
}

// What a ledger says of the material is said by the next ledger just so.
func TestMaterialsComeBackFromTheirWords(t *testing.T) {
	chance := rand.New(rand.NewPCG(23, 4))
	for n := range 2000 {
		c, _ := randomEntry(chance).Reckon()
		if len(c.Materials) == 0 {
			continue
		}
		text := Materials(c.Materials)
		lines, fits := ReadMaterials(text, c.Material, true)
		again := money.Fen(0)
		for _, m := range lines {
			again += m.Amount
		}
		if !fits || again != c.Material {
			t.Fatalf("%d: %q of %s is read as %+v", n, text, c.Material, lines)
		}
		if second, fits := ReadMaterials(Materials(lines), c.Material, true); !fits || Materials(second) != Materials(lines) {
			t.Fatalf("%d: %q is read again as %q", n, Materials(lines), Materials(second))
		}
	}
	for text, want := range map[string]string{
		"水龍頭 2個×35.00=70.00；生料帶=3.00": fmt.Sprint([]Material{{"水龍頭", 2000, "個", 3500, 7000}, {What: "生料帶", Amount: 300}}),
		"水龍頭2個、生料帶":                   fmt.Sprint([]Material{{What: "水龍頭2個、生料帶", Amount: 7300}}),
		"膠水 0.5 瓶":                    fmt.Sprint([]Material{{What: "膠水 0.5 瓶", Amount: 7300}}),
		"燈管；；起輝器=73.00":               fmt.Sprint([]Material{{What: "燈管"}, {What: "起輝器", Amount: 7300}}),
	} {
		if lines, fits := ReadMaterials(text, 7300, true); !fits || fmt.Sprint(lines) != want {
			t.Errorf("%s is read as %v, want %s", text, lines, want)
		}
	}
	if _, fits := ReadMaterials("水龍頭 2個×35.00=70.00", 8000, true); fits {
		t.Error("lines of 70 fit an amount of 80")
	}
}
