package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A pageWriter writes one sheet.
type pageWriter struct {
	book  *bookWriter
	table Table
	name  string
	sw    *excelize.StreamWriter
	wide  []float64 // the columns
	row   int       // the last one written
	heads int       // the row of the headings
}

// page begins a sheet: what is printed how, widths, title, headings.
func (b *bookWriter) page(t Table, first [][]any) (*pageWriter, error) {
	p := &pageWriter{book: b, table: t, name: b.sheetName(t.Name)}
	if len(b.Sheets) == 0 {
		if err := b.file.SetSheetName("Sheet1", p.name); err != nil {
			return nil, err
		}
	} else if _, err := b.file.NewSheet(p.name); err != nil {
		return nil, err
	}
	b.Sheets = append(b.Sheets, p.name)
	p.wide = widths(t.Columns, first)
	across := 0.0
	for _, w := range p.wide {
		across += w
	}
	if err := p.printing(across); err != nil {
		return nil, err
	}
	if err := p.charts(); err != nil {
		return nil, err
	}
	if err := p.choices(); err != nil {
		return nil, err
	}
	var err error
	if p.sw, err = b.file.NewStreamWriter(p.name); err != nil {
		return nil, err
	}
	for i, w := range p.wide {
		if err := p.sw.SetColWidth(i+1, i+1, w); err != nil {
			return nil, err
		}
	}
	return p, p.headings()
}

// headings writes title and headings and freezes them.
func (p *pageWriter) headings() error {
	if p.table.Title != "" {
		p.row++
	}
	p.heads = p.row + 1
	if err := p.sw.SetPanes(&excelize.Panes{Freeze: true, YSplit: p.heads, TopLeftCell: fmt.Sprintf("A%d", p.heads+1), ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if p.table.Title != "" {
		text, _ := fitting(p.table.Title)
		if err := p.sw.SetRow("A1", []any{excelize.Cell{StyleID: p.book.title, Value: text}}, excelize.RowOpts{Height: 26}); err != nil {
			return err
		}
	}
	var cells []any
	high := 1
	for i, c := range p.table.Columns {
		text, _ := fitting(c.Title)
		high = max(high, linesIn(text, p.wide[i]-filterWide))
		cells = append(cells, excelize.Cell{StyleID: p.book.head, Value: text})
	}
	p.row = p.heads
	if high > 1 {
		return p.sw.SetRow(fmt.Sprintf("A%d", p.row), cells, excelize.RowOpts{Height: float64(high * lineHigh)})
	}
	return p.sw.SetRow(fmt.Sprintf("A%d", p.row), cells)
}

// filterWide is what the filter's arrow takes of a heading's width, in letters.
const filterWide = 2

// write writes one row.
func (p *pageWriter) write(row []any) error {
	p.row++
	cells, high := make([]any, len(row)), 1
	for i, v := range row {
		kind := Text
		if i < len(p.table.Columns) {
			kind = p.table.Columns[i].Kind
		}
		value, kind := valued(v, kind)
		if s, ok := value.(string); ok {
			fit, units := fitting(s)
			if units > 0 {
				p.book.Cut = append(p.book.Cut, Cut{p.name, p.row, letter(i), units})
			}
			value = fit
			if i < len(p.wide) {
				high = max(high, linesIn(fit, p.wide[i]))
			}
		}
		if value != nil {
			cells[i] = excelize.Cell{StyleID: p.book.styles[kind], Value: value}
		}
	}
	p.book.Rows++
	if high > 1 { // not every program makes room for what it wraps
		return p.sw.SetRow(fmt.Sprintf("A%d", p.row), cells, excelize.RowOpts{Height: float64(high * lineHigh)})
	}
	return p.sw.SetRow(fmt.Sprintf("A%d", p.row), cells)
}

// close ends the sheet with its filter, which needs to know the last row.
func (p *pageWriter) close() error {
	if n := len(p.table.Columns); n > 0 {
		area := fmt.Sprintf("A%d:%s%d", p.heads, letter(n-1), max(p.row, p.heads))
		if err := p.book.file.AutoFilter(p.name, area, nil); err != nil {
			return err
		}
	}
	if err := p.note(); err != nil {
		return err
	}
	return p.sw.Flush()
}

// note writes what is to be known of a table below it. It stands outside of the rows
// that are filtered.
func (p *pageWriter) note() error {
	n := len(p.table.Columns)
	if p.table.Note == "" || n == 0 {
		return nil
	}
	across := 0.0
	for _, w := range p.wide {
		across += w
	}
	p.row++
	text, _ := fitting(p.table.Note)
	from, to := fmt.Sprintf("A%d", p.row), fmt.Sprintf("%s%d", letter(n-1), p.row)
	if err := p.sw.SetRow(from, []any{excelize.Cell{StyleID: p.book.note, Value: text}}, excelize.RowOpts{Height: float64(linesIn(text, across) * lineHigh)}); err != nil {
		return err
	}
	if n == 1 {
		return nil
	}
	return p.sw.MergeCell(from, to)
}

// sheetName makes a name that Excel takes: at most 31 characters, none of
// []:*?/\, no straight quotation mark, each once, whatever their case.
func (b *bookWriter) sheetName(name string) string {
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`[]:*?/\`, r) || r < ' ':
			return '-'
		case r == '\'':
			return '’'
		}
		return r
	}, strings.TrimSpace(name))
	if name == "" {
		name = "Sheet"
	}
	for n, try := 2, short(name, ""); ; n++ {
		if !b.taken(try) {
			return try
		}
		try = short(name, fmt.Sprintf(" (%d)", n))
	}
}

func (b *bookWriter) taken(name string) bool {
	for _, s := range b.Sheets {
		if strings.EqualFold(s, name) {
			return true
		}
	}
	return false
}

// short cuts a name so that it fits with its ending, in UTF-16 units as Excel counts.
func short(name, ending string) string {
	units := 31 - len(ending)
	for i, r := range name {
		if units -= unitsOf(r); units < 0 {
			return strings.TrimRight(name[:i], " ") + ending
		}
	}
	return name + ending
}
