package sheet

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"
)

// makeStyles makes one style for each kind of column.
func (b *bookWriter) makeStyles() error {
	top := &excelize.Alignment{Vertical: "top"}
	wrapped := &excelize.Alignment{Vertical: "top", WrapText: true}
	under := &excelize.Alignment{Vertical: "top", Horizontal: "left"} // a date stands under its heading
	date, moment, percent := "yyyy-mm-dd", "yyyy-mm-dd hh:mm", "0.0%"
	decimal, points := "0.00", "+0.0;-0.0;0.0"
	tenth, starred, thousandth, chance := "0.0", `0.0"*"`, "0.000", `[<0.001]"<0.001";0.000`
	line := []excelize.Border{{Type: "bottom", Color: "7F8C8D", Style: 1}}
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&b.styles[Text], excelize.Style{Alignment: wrapped, NumFmt: 49}},
		{&b.styles[Int], excelize.Style{Alignment: top, NumFmt: 1}},
		{&b.styles[Number], excelize.Style{Alignment: top}},
		{&b.styles[Date], excelize.Style{Alignment: under, CustomNumFmt: &date}},
		{&b.styles[Moment], excelize.Style{Alignment: under, CustomNumFmt: &moment}},
		{&b.styles[Percent], excelize.Style{Alignment: top, CustomNumFmt: &percent}},
		{&b.styles[Decimal], excelize.Style{Alignment: top, CustomNumFmt: &decimal}},
		{&b.styles[Points], excelize.Style{Alignment: top, CustomNumFmt: &points}},
		{&b.styles[Tenth], excelize.Style{Alignment: top, CustomNumFmt: &tenth}},
		{&b.styles[Starred], excelize.Style{Alignment: top, CustomNumFmt: &starred}},
		{&b.styles[Thousandth], excelize.Style{Alignment: top, CustomNumFmt: &thousandth}},
		{&b.styles[Chance], excelize.Style{Alignment: top, CustomNumFmt: &chance}},
		{&b.note, excelize.Style{Font: &excelize.Font{Color: "5B6775"}, Alignment: wrapped}},
		{&b.link, excelize.Style{Font: &excelize.Font{Color: "1D5FBF", Underline: "single"}}},
		{&b.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}, Alignment: &excelize.Alignment{Vertical: "center"}}},
		{&b.head, excelize.Style{Font: &excelize.Font{Bold: true}, Border: line, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"EEF1F4"}},
			Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}}},
	} {
		id, err := b.file.NewStyle(&s.style)
		if err != nil {
			return err
		}
		*s.id = id
	}
	return nil
}

// mostAcross is how many letters across a page can still be read.
const mostAcross = 200

// printing sets the printed page; all of it must come before the rows.
func (p *pageWriter) printing(across float64) error {
	f, a4, wide, high, fit := p.book.file, 9, 1, 0, true
	orientation := "landscape"
	if p.table.Portrait {
		orientation = "portrait"
	} else if !p.table.OnePage {
		wide = max(1, int(math.Ceil(across/mostAcross)))
	}
	if err := f.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	if err := f.SetPageLayout(p.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	side, edge, band := 0.4, 0.6, 0.3
	if err := f.SetPageMargins(p.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &edge, Bottom: &edge, Header: &band, Footer: &band}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(p.name, &excelize.HeaderFooterOptions{
		OddHeader: band255("&L", p.table.Header, ""), OddFooter: band255("&L", p.table.Footer, "&R&P / &N")}); err != nil {
		return err
	}
	last := 1
	if p.table.Title != "" {
		last = 2
	}
	titles := fmt.Sprintf("'%s'!$1:$%d", p.name, last)
	if wide > 1 {
		titles = fmt.Sprintf("'%s'!$A:$A,%s", p.name, titles)
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: p.name, RefersTo: titles})
}

// band255 is a header or footer, of which Excel takes 255 units; an & of the
// text is doubled, for alone it is a command.
func band255(before, text, after string) string {
	if text == "" {
		return after
	}
	left := 255 - len(before) - len(after)
	var b strings.Builder
	for _, r := range strings.Join(strings.Fields(text), " ") {
		s := string(r)
		if r == '&' {
			s = "&&"
		}
		if left -= unitsOf(r) * len(s) / len(string(r)); left < 0 {
			break
		}
		b.WriteString(s)
	}
	return before + b.String() + after
}

const (
	narrowest = 6
	widest    = 50
)

// widths fits columns to their headings and first rows.
func widths(columns []Column, rows [][]any) []float64 {
	all := make([]float64, len(columns))
	for i, c := range columns {
		if all[i] = c.Width; c.Width > 0 {
			continue
		}
		w := lettersIn(c.Title) + 3 // the filter's arrow
		for _, row := range rows {
			if i < len(row) {
				w = max(w, lettersIn(sample(row[i], c.Kind))+1)
			}
		}
		all[i] = float64(min(max(w, narrowest), widest))
	}
	return all
}

// The height of a row in points: one line, and at most ten.
const lineHigh, mostLines = 16, 10

// linesIn is how many lines a text takes in a column.
func linesIn(s string, width float64) int {
	if float64(len(s)) <= width && !strings.Contains(s, "\n") {
		return 1
	}
	n := 0
	for line := range strings.Lines(s) {
		n += max(1, int(math.Ceil(float64(lettersIn(line))/max(width-1, 1))))
		if n >= mostLines {
			return mostLines
		}
	}
	return max(n, 1)
}

func sample(v any, kind ColumnKind) string {
	switch {
	case v == nil:
		return ""
	case kind == Date:
		return "2026-01-07"
	case kind == Moment:
		return "2026-01-07 10:30"
	case kind == Percent:
		return "100.0%"
	}
	if of, is := v.(Of); is {
		return shownAs(of)
	}
	return fmt.Sprint(v)
}

// shownAs is about how a value of another kind than its column is shown.
func shownAs(of Of) string {
	x, is := of.Value.(float64)
	if !is {
		return fmt.Sprint(of.Value)
	}
	switch of.Kind {
	case Percent:
		return fmt.Sprintf("%.1f%%", 100*x)
	case Thousandth:
		return fmt.Sprintf("%.3f", x)
	case Chance:
		return "<0.0010" // room for the sign
	}
	return fmt.Sprintf("%.2f", x)
}

// lettersIn is how many letters wide the widest line of a text is; Han takes two.
func lettersIn(s string) int {
	most, n := 0, 0
	for _, r := range s {
		switch {
		case r == '\n':
			n = 0
			continue
		case r >= 0x1100 && (r < 0x2000 || r > 0x206f):
			n += 2
		default:
			n++
		}
		most = max(most, n)
	}
	return most
}
