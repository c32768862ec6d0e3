// Package money keeps what things cost exactly: amounts in whole hundredths of the
// currency, quantities in thousandths, working time in hundredths of an hour. It
// rounds in two places only, each once and half upwards: a quantity times its price,
// and a time times its rate. It knows no currency; that is the region's.
package money

import (
	"strconv"
	"strings"
)

// Fen is an amount in hundredths of the currency.
type Fen int64

// Milli is a quantity in thousandths.
type Milli int64

// Hours is working time in hundredths of an hour.
type Hours int64

// The largest values that are taken in. They are far beyond what a repair costs, and
// so small that no product and no sum of a year can overflow.
const (
	LargestAmount   Fen   = 1_000_000_000 // ten millions
	LargestQuantity Milli = 1_000_000_000 // a million
	LargestTime     Hours = 1_000_000     // ten thousand hours
)

// Times is what a quantity costs at a price, rounded to the hundredth.
func (q Milli) Times(price Fen) Fen { return Fen((int64(q)*int64(price) + 500) / 1000) }

// At is what working time costs at a rate for the hour, rounded to the hundredth.
func (h Hours) At(rate Fen) Fen { return Fen((int64(h)*int64(rate) + 50) / 100) }

// String is an amount with both decimals: 1234.50.
func (f Fen) String() string { return decimal(int64(f), 2, 2) }

// String is a quantity with the decimals that it needs: 2.5.
func (q Milli) String() string { return decimal(int64(q), 3, 0) }

// String is working time in hours with the decimals that it needs: 1.25.
func (h Hours) String() string { return decimal(int64(h), 2, 0) }

// Grouped is an amount with its thousands apart: 1,234.50.
func (f Fen) Grouped() string {
	whole, rest, _ := strings.Cut(f.String(), ".")
	for at := len(whole) - 3; at > 0 && whole[at-1] != '-'; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	return whole + "." + rest
}

// Float is an amount as a number of a workbook.
func (f Fen) Float() float64 { return float64(f) / 100 }

// Float is working time as a number of a workbook.
func (h Hours) Float() float64 { return float64(h) / 100 }

// decimal spells n units of ten to the minus places, with no fewer than least decimals.
func decimal(n int64, places, least int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	digits := strconv.FormatInt(n, 10)
	if short := places + 1 - len(digits); short > 0 {
		digits = strings.Repeat("0", short) + digits
	}
	whole, rest := digits[:len(digits)-places], digits[len(digits)-places:]
	for len(rest) > least && rest[len(rest)-1] == '0' {
		rest = rest[:len(rest)-1]
	}
	if rest == "" {
		return sign + whole
	}
	return sign + whole + "." + rest
}
