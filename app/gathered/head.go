package gathered

import (
	"strings"

	"ownerdesk/app/register"
)

// stated is what is said of the event beside the list, and in which row.
type stated struct {
	text string
	row  int
	at   int // the column, from 0
}

// beside reads what stands above the list as a label and what follows it, in one
// cell or in two, and what stands below it in one.
func beside(s register.Sheet, l register.Layout) map[register.Column]stated {
	found := map[register.Column]stated{}
	note := func(c register.Column, text string, row, at int) {
		if _, there := found[c]; !there && strings.TrimSpace(text) != "" {
			found[c] = stated{strings.TrimSpace(text), row, at}
		}
	}
	for i, cells := range s.Rows {
		if i+1 == l.HeadRow {
			continue
		}
		for at, cell := range cells {
			if cell.Down || cell.Across {
				continue
			}
			for c, text := range inOne(cell.Text) {
				note(c, text, i+1, at)
			}
			if c, is := labelled(cell.Text); is && i+1 < l.HeadRow {
				text, where := following(cells, at)
				note(c, text, i+1, where)
			}
		}
	}
	return found
}

// inOne reads 活動：二期開盤　日期：2026-11-20 in one cell.
func inOne(text string) map[register.Column]string {
	found := map[register.Column]string{}
	var last register.Column
	for _, piece := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '　' || r == ';' || r == '；' || r == '\t' }) {
		last = spaced(piece, last, found)
	}
	return found
}

// spaced reads a piece in which labels may stand after blanks; what has no label
// belongs to the one before, as the hour to its day.
func spaced(piece string, last register.Column, found map[register.Column]string) register.Column {
	for _, word := range strings.Fields(strings.ReplaceAll(strings.ReplaceAll(piece, "： ", "："), ": ", ":")) {
		if at := strings.IndexAny(word, ":："); at > 0 {
			if c, is := labelled(word[:at]); is {
				found[c] = strings.TrimLeft(word[at:], ":：")
				last = c
				continue
			}
		}
		if last != "" {
			found[last] = strings.TrimSpace(found[last] + " " + word)
		}
	}
	return last
}

// following is what stands in the next filled cell, unless that is a label again.
func following(cells []register.Cell, at int) (string, int) {
	for i := at + 1; i < len(cells); i++ {
		if strings.TrimSpace(cells[i].Text) == "" || cells[i].Across {
			continue
		}
		if _, is := labelled(cells[i].Text); is {
			return "", i
		}
		return cells[i].Text, i
	}
	return "", at
}
