// Package samples holds owner registers as three offices really keep them, for
// trying the import. It knows no format; the people in them are invented.
package samples

import _ "embed"

// Messy is a workbook with a title, totals, two phones in one cell and 380 rooms.
//
//go:embed owners-messy.xlsx
var Messy []byte

// GBK is a table in GBK with building, entrance and room in one column.
//
//go:embed owners-gbk.csv
var GBK []byte

// Big5 is a table in Big5 with blocks, floors and flats.
//
//go:embed owners-big5.csv
var Big5 []byte
