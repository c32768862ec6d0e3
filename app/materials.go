package app

import (
	"regexp"
	"strings"

	"ownerdesk/app/money"
)

// between stands between the lines of material where they are one text.
const between = "；"

// Materials are lines of material as one text, as the timeline and a ledger show
// them: 水龍頭 2個×35.00=70.00；生料帶=3.00.
func Materials(lines []Material) string {
	all := make([]string, len(lines))
	for i, m := range lines {
		all[i] = m.String()
	}
	return strings.Join(all, between)
}

// String is one line of them.
func (m Material) String() string {
	s := m.What
	if m.Quantity != 0 || m.Price != 0 {
		s += " " + m.Quantity.String() + m.Unit
	} else if m.Unit != "" {
		s += " " + m.Unit
	}
	if m.Price != 0 {
		s += "×" + m.Price.String()
	}
	if m.Amount != 0 || m.Price != 0 {
		s += "=" + m.Amount.String()
	}
	return s
}

var materialLine = regexp.MustCompile(`^(.*?)(?: ([0-9]+(?:\.[0-9]+)?)([^0-9.×=][^×=]*)?(?:×([0-9]+\.[0-9]{2}))?)?(?:=([0-9]+\.[0-9]{2}))?$`)

// ReadMaterials reads what Materials wrote. Words of any other make are lines without
// an amount; where none has one, they are one line with the amount that stands beside
// them. False where the lines say another amount than is known.
func ReadMaterials(text string, amount money.Fen, known bool) ([]Material, bool) {
	var lines []Material
	total := money.Fen(0)
	for part := range strings.SplitSeq(text, between) {
		if strings.TrimSpace(part) == "" {
			continue
		}
		m := readMaterial(part)
		lines = append(lines, m)
		total += m.Amount
	}
	if total == 0 && len(lines) > 0 && amount > 0 {
		return []Material{{What: text, Amount: amount}}, true
	}
	return lines, !known || total == amount
}

// readMaterial reads one line. What is not spelled just as it would be written is a
// name and nothing else.
func readMaterial(s string) Material {
	parts := materialLine.FindStringSubmatch(s)
	if parts == nil || parts[1] == "" {
		return Material{What: s}
	}
	m := Material{What: parts[1], Unit: parts[3]}
	m.Quantity, _ = money.ReadQuantity(parts[2])
	m.Price, _ = money.ReadAmount(parts[4])
	m.Amount, _ = money.ReadAmount(parts[5])
	if m.String() != s {
		return Material{What: s}
	}
	return m
}
