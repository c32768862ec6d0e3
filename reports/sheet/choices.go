package sheet

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// choicesFor is for how many rows below the headings a list is offered.
const choicesFor = 500

// longestList is how long a list may be that Excel keeps in the cell itself, in
// UTF-16 units.
const longestList = 255

// choices offers lists in the cells of columns that have some. They must be there
// before the rows; those too long for a cell stand on a hidden sheet.
func (p *pageWriter) choices() error {
	first := 2
	if p.table.Title != "" {
		first = 3
	}
	for i, c := range p.table.Columns {
		if len(c.Choices) == 0 {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.Sqref = fmt.Sprintf("%s%d:%s%d", letter(i), first, letter(i), first+choicesFor)
		if whole := strings.Join(c.Choices, ","); units(whole) <= longestList && strings.Count(whole, ",") == len(c.Choices)-1 {
			if err := v.SetDropList(c.Choices); err != nil {
				return err
			}
		} else {
			v.SetSqrefDropList(p.book.listed(c.Choices))
		}
		if err := p.book.file.AddDataValidation(p.name, v); err != nil {
			return err
		}
	}
	return nil
}

// listsSheet keeps the long lists, one a column.
const listsSheet = "_lists"

// listed is where a long list stands.
func (b *bookWriter) listed(choices []string) string {
	at := slices.IndexFunc(b.lists, func(l []string) bool { return slices.Equal(l, choices) })
	if at < 0 {
		at = len(b.lists)
		b.lists = append(b.lists, choices)
	}
	return fmt.Sprintf("%s!$%s$1:$%s$%d", listsSheet, letter(at), letter(at), len(choices))
}

// hidden writes the long lists, and hides what is for programs only.
func (b *bookWriter) hidden(tables []Table) error {
	if len(b.lists) > 0 {
		if _, err := b.file.NewSheet(listsSheet); err != nil {
			return err
		}
		for i, list := range b.lists {
			for k, s := range list {
				if err := b.file.SetCellStr(listsSheet, fmt.Sprintf("%s%d", letter(i), k+1), s); err != nil {
					return err
				}
			}
		}
		if err := b.file.SetSheetVisible(listsSheet, false); err != nil {
			return err
		}
	}
	for _, t := range tables {
		if t.Hidden {
			if err := b.file.SetSheetVisible(t.Name, false); err != nil {
				return err
			}
		}
	}
	return nil
}

func units(s string) int {
	n := 0
	for _, r := range s {
		n += unitsOf(r)
	}
	return n
}
