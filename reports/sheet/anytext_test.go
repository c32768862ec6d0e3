package sheet

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

// coded is a way in which text tables are written, and what its characters are.
type coded struct {
	mark   string
	by     encoding.Encoding // nil for UTF-8
	words  []string          // what offices write in it
	rare   []rune
	fewest int // words of a heading that tell it from the others
}

var (
	simplified  = []string{"楼栋", "姓名", "备注", "一幢", "客厅顶棚漏水，已持续两天", "电话", "车位", "业主", "物业服务中心", "请尽快处理"}
	traditional = []string{"樓棟", "姓名", "備註", "一座", "客廳頂棚漏水，已持續兩天", "電話", "車位", "業主", "物業服務中心", "請盡快處理"}
	anywhere    = []rune("鿃𠮷㐂龘ßé–€“”‘’…　·①\u00a0\u200b😀ᠠ")
)

var codings = map[string]coded{
	"UTF-8":           {"", nil, simplified, anywhere, 2},
	"UTF-8 with mark": {"\ufeff", nil, traditional, anywhere, 2},
	"UTF-16LE":        {"", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), traditional, anywhere, 2},
	"UTF-16BE":        {"", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), simplified, anywhere, 2},
	"GB18030":         {"", simplifiedchinese.GB18030, simplified, []rune("龘鎔㐂𠮷“”…　·①é"), 5},
	"GBK":             {"", simplifiedchinese.GBK, simplified, []rune("鎔瞭囧“”…　·①é"), 5},
	"Big5":            {"", traditionalchinese.Big5, traditional, []rune("堃囧煊“”…　‧€"), 5},
}

// cell draws a text as people put into a cell, with all that parts cells and lines.
func (c coded) cell(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.OneOf(
		rapid.SampledFrom(c.words), rapid.StringMatching(`[0-9A-Za-z ._#()+-]{0,12}`),
		rapid.SampledFrom([]string{",", ";", "\t", "|", "\"", "\"\"", "\n", "\r\n", "'", "\\", "=1+1", "", " "}),
		rapid.Map(rapid.SampledFrom(c.rare), func(r rune) string { return string(r) }),
	), 0, 4).Draw(t, "parts")
	return strings.Join(parts, "")
}

// table draws rows under a heading: a file without a word of its language tells nobody
// what it is written in.
func (c coded) table(t *rapid.T) (rows [][]string) {
	wide := rapid.IntRange(c.fewest, 6).Draw(t, "columns")
	rows = append(rows, slices.Clone(c.words[:wide]))
	for range rapid.IntRange(1, 12).Draw(t, "rows") {
		row := make([]string, wide)
		for i := range row {
			row[i] = c.cell(t)
		}
		rows = append(rows, row)
	}
	return rows
}

// written is a table as some program writes it: with quotation marks everywhere or where
// they are needed, with or without an end of the last line.
func written(t *rapid.T, rows [][]string, sep, end string) string {
	always := rapid.Bool().Draw(t, "quotes everywhere")
	var b strings.Builder
	for n, row := range rows {
		for i, cell := range row {
			if i > 0 {
				b.WriteString(sep)
			}
			if always || strings.ContainsAny(cell, "\"\r\n"+sep) {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		if n < len(rows)-1 || rapid.Bool().Draw(t, "last end") {
			b.WriteString(end)
		}
	}
	return b.String()
}

// inFull are the texts of rows, each as wide as it was written: empty cells at the end
// of a row are none.
func inFull(rows [][]Cell, wide int) [][]string {
	var all [][]string
	for _, r := range rows {
		row := textsOf(r)
		for len(row) < wide {
			row = append(row, "")
		}
		all = append(all, row)
	}
	return all
}

// sameRows compares cell by cell, and says where two tables part.
func sameRows(t *rapid.T, how string, got, want [][]string) {
	if len(got) != len(want) {
		t.Fatalf("%s: %d rows of %d: %q", how, len(got), len(want), got)
	}
	for i := range want {
		if !slices.Equal(got[i], want[i]) {
			t.Fatalf("%s: row %d is %q, was %q", how, i+1, got[i], want[i])
		}
	}
}

// Whatever separator, quotation marks, ends of lines and characters a text table is
// written with, its cells come in as they were.
func TestATextTableComesInHoweverItIsWritten(t *testing.T) {
	for name, c := range codings {
		t.Run(name, func(t *testing.T) {
			soak.Check(t, func(t *rapid.T) {
				rows := c.table(t)
				sep := rapid.SampledFrom([]string{",", ";", "\t", "|"}).Draw(t, "separator")
				end := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "end of line")
				raw := c.mark + written(t, rows, sep, end)
				if c.by != nil {
					var err error
					if raw, err = c.by.NewEncoder().String(raw); err != nil {
						t.Fatalf("%q: %v", rows, err)
					}
				}
				b, err := readBytes("a.csv", []byte(raw))
				if err != nil {
					t.Fatalf("%q: %v", raw, err)
				}
				sameRows(t, name, inFull(b.Sheets[0].Rows, len(rows[0])), rows)
			})
		})
	}
}

// What the standard writer of text tables writes, as the program hands them out, is read
// back as it was; only ends of lines within a cell are written in one way.
func TestAWrittenTextTableIsReadBack(t *testing.T) {
	c := codings["UTF-8 with mark"]
	soak.Check(t, func(t *rapid.T) {
		rows := c.table(t)
		var b strings.Builder
		b.WriteString("\ufeff")
		if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		book, err := readBytes("a.csv", []byte(b.String()))
		if err != nil {
			t.Fatal(err)
		}
		sameRows(t, "written", inFull(book.Sheets[0].Rows, len(rows[0])), rows)
	})
}
