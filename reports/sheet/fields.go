package sheet

import "strings"

// separator is the sign that parts the fields: of those that the first rows all hold
// equally often outside of quotation marks, the one that they hold most often; where
// none is so even, the most frequent, and a comma where nothing else speaks. A quoted
// cell may go over several lines.
func separator(text string) byte {
	best, most := byte(','), 0
	rows := rowsOf(text)
	for _, sep := range []byte{',', '\t', ';', '|'} {
		if n := weight(rows, sep); n > most {
			best, most = sep, n
		}
	}
	return best
}

// weight is how much speaks for a separator; being even outweighs being frequent.
func weight(rows []map[byte]int, sep byte) (total int) {
	even := true
	for _, row := range rows {
		total += row[sep]
		even = even && row[sep] == rows[0][sep]
	}
	if even {
		total <<= 32
	}
	return total
}

// rowsOf counts for each of the first twenty rows the signs outside of quotation marks.
func rowsOf(text string) (rows []map[byte]int) {
	row, holds := map[byte]int{}, false
	for i := 0; i < len(text) && len(rows) < 20; i++ {
		switch at := text[i]; {
		case at == '"' && (i == 0 || strings.IndexByte(",;\t|\r\n", text[i-1]) >= 0):
			i, holds = closing(text, i), true
		case at == '\n', at == '\r':
			if holds {
				rows = append(rows, row)
			}
			row, holds = map[byte]int{}, false
		default:
			row[at]++
			holds = true
		}
	}
	if holds && len(rows) < 20 {
		rows = append(rows, row)
	}
	return rows
}

// closing is where the quotation mark at i is closed: at the first one that is not
// written twice; at the mark itself where none follows, as it then quotes nothing.
func closing(text string, i int) int {
	for end := i + 1; end < len(text); end++ {
		if text[end] != '"' {
			continue
		}
		if !strings.HasPrefix(text[end+1:], `"`) {
			return end
		}
		end++
	}
	return i
}

// fields cuts a text table into rows as a spreadsheet would show them: empty
// lines are rows, so that row numbers agree with what the person sees (the
// standard library's reader drops them). A quotation mark inside a field is itself.
func fields(text string, sep byte) ([][]Cell, error) {
	var rows [][]Cell
	var row []Cell
	cells := 0
	for at := 0; at < len(text); {
		field, next, ok := field(text, at, sep)
		if !ok {
			return nil, Problem{Kind: OpenQuote, Row: len(rows) + 1, Column: letter(len(row))}
		}
		row = append(row, Cell{Text: field})
		if cells++; cells > maxCells {
			return nil, Problem{Kind: TooLarge, Row: len(rows) + 1}
		}
		ends := next >= len(text) || text[next] != sep
		at = next
		if !ends {
			if at++; at == len(text) {
				row = append(row, Cell{})
				ends = true
			}
		}
		if ends {
			rows = append(rows, trimmed(row))
			row = nil
			at = pastEnd(text, at)
		}
	}
	return rows, nil
}

// field reads one field and says where it ended; false if its quotation mark
// has no end.
func field(text string, at int, sep byte) (string, int, bool) {
	if at >= len(text) || text[at] != '"' {
		end := unquotedEnd(text, at, sep)
		return text[at:end], end, true
	}
	var b strings.Builder
	for i := at + 1; i < len(text); i++ {
		switch {
		case text[i] != '"':
			b.WriteByte(text[i])
		case i+1 < len(text) && text[i+1] == '"':
			b.WriteByte('"')
			i++
		default:
			end := unquotedEnd(text, i+1, sep)
			return b.String() + text[i+1:end], end, true
		}
	}
	return "", 0, false
}

func unquotedEnd(text string, at int, sep byte) int {
	for at < len(text) && text[at] != sep && text[at] != '\n' && text[at] != '\r' {
		at++
	}
	return at
}

func pastEnd(text string, at int) int {
	if at < len(text) && text[at] == '\r' {
		at++
	}
	if at < len(text) && text[at] == '\n' {
		at++
	}
	return at
}

// trimmed drops the empty cells at a row's end.
func trimmed(row []Cell) []Cell {
	for len(row) > 0 && row[len(row)-1] == (Cell{}) {
		row = row[:len(row)-1]
	}
	return row
}

// letter names a column, from 0: A, B … Z, AA.
func letter(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}
