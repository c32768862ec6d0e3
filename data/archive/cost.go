package archive

import "ownerdesk/app/figures"

// costs are what the issues of a month cost.
type costs struct {
	Known     bool      `json:"Known"`
	BySubject []costRow `json:"BySubject"`
	ByDept    []costRow `json:"ByDept"`
}

func (m *mover) costs(k *costs, l *figures.Costs) {
	same(m, &k.Known, &l.Known)
	list(m, &k.BySubject, &l.BySubject, m.costRow)
	list(m, &k.ByDept, &l.ByDept, m.costRow)
}

// costRow is one line of them, in hundredths of an hour and of the currency.
type costRow struct {
	Key      string  `json:"Key"`
	Recorded []int64 `json:"Recorded"`
	Unsaid   []int64 `json:"Unsaid"`
	Paid     []int64 `json:"Paid"`
	Hours    int64   `json:"Hours"`
	Labour   int64   `json:"Labour"`
	Material int64   `json:"Material"`
	Other    int64   `json:"Other"`
	Charged  int64   `json:"Charged"`
}

func (m *mover) costRow(k *costRow, l *figures.CostRow) {
	same(m, &k.Key, &l.Key)
	nums(m, &k.Recorded, &l.Recorded)
	nums(m, &k.Unsaid, &l.Unsaid)
	nums(m, &k.Paid, &l.Paid)
	num(m, &k.Hours, &l.Hours)
	num(m, &k.Labour, &l.Labour)
	num(m, &k.Material, &l.Material)
	num(m, &k.Other, &l.Other)
	num(m, &k.Charged, &l.Charged)
}
