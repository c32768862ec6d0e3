// Package calendars holds the holiday tables that come with the program, as bytes.
// It does not know what they mean; package workday reads them.
package calendars

import _ "embed"

// CN is the mainland's calendar of 2025 and 2026: date, type, name, source.
//
//go:embed cn_calendar_2025_2026.csv
var CN []byte

// Regional is Hong Kong, Macau and Taiwan, 2025 to 2027: region, date, name, status.
//
//go:embed hk_mo_tw_2025_2027.csv
var Regional []byte
