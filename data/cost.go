package data

import (
	"encoding/json"
	"fmt"

	"golang.org/x/text/unicode/norm"

	"ownerdesk/app"
)

var costs = tableOf("costs", costCells, "issue_id")

func costCells(c *app.Cost) cells {
	return cells{
		{"n", &c.N},
		{"round", &c.Round},
		{"at", moment{&c.At}},
		{"by_id", to(&c.By)},
		{"hours", &c.Hours},
		{"rate", &c.Rate},
		{"labour", &c.Labour},
		{"materials", materials{&c.Materials}},
		{"material", &c.Material},
		{"other", &c.Other},
		{"other_what", &c.OtherWhat},
		{"charge", &c.Charge},
		{"charged", &c.Charged},
		{"receipt", &c.Receipt},
		{"why", &c.Why},
	}
}

// spentCells are the columns of issues that hold the sums of the last record.
func spentCells(s *app.Spent) cells {
	return cells{
		{"cost_n", &s.N},
		{"cost_hours", &s.Hours},
		{"cost_labour", &s.Labour},
		{"cost_material", &s.Material},
		{"cost_other", &s.Other},
		{"charge", &s.Charge},
		{"charged", &s.Charged},
	}
}

// lastMaterials is the column of the lines of an issue's last record, for lists.
const lastMaterials = `CASE WHEN cost_n = 0 THEN '' ELSE (SELECT c.materials FROM costs c WHERE c.issue_id = issues.id AND c.n = issues.cost_n) END`

// materials keeps lines as rows of [what, quantity, unit, price, amount].
type materials struct{ of *[]app.Material }

func (m materials) value() any {
	rows := make([][5]any, len(*m.of))
	for i := range *m.of {
		l := &(*m.of)[i]
		for _, text := range []*string{&l.What, &l.Unit} {
			if err := fit(*text); err != nil {
				return err
			}
			*text = norm.NFC.String(*text)
		}
		rows[i] = [5]any{l.What, l.Quantity, l.Unit, l.Price, l.Amount}
	}
	text, err := json.Marshal(rows)
	if err != nil {
		return err
	}
	return string(text)
}

// Scan reads what value wrote.
func (m materials) Scan(v any) error {
	text, _ := v.(string)
	*m.of = nil
	if text == "" || text == "[]" {
		return nil
	}
	var rows [][5]json.RawMessage
	if err := json.Unmarshal([]byte(text), &rows); err != nil {
		return err
	}
	for _, r := range rows {
		var l app.Material
		for i, into := range []any{&l.What, &l.Quantity, &l.Unit, &l.Price, &l.Amount} {
			if err := json.Unmarshal(r[i], into); err != nil {
				return fmt.Errorf("lines of material: %w", err)
			}
		}
		*m.of = append(*m.of, l)
	}
	return nil
}

// materialWords reads the lines as one text; they are never written by it.
type materialWords struct{ text *string }

func (w materialWords) value() any { return *w.text }

// Scan reads what materials wrote.
func (w materialWords) Scan(v any) error {
	var lines []app.Material
	err := materials{&lines}.Scan(v)
	*w.text = app.Materials(lines)
	return err
}
