package sheet

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// choicesFor is for how many rows below the headings a list is offered.
const choicesFor = 500

// choices offers lists in the cells of columns that have some, as far as Excel
// keeps them in the cell itself: 255 units. They must be there before the rows.
func (p *pageWriter) choices() error {
	first := 2
	if p.table.Title != "" {
		first = 3
	}
	for i, c := range p.table.Columns {
		if len(c.Choices) == 0 || units(strings.Join(c.Choices, ",")) > 255 {
			continue
		}
		v := excelize.NewDataValidation(true)
		v.Sqref = fmt.Sprintf("%s%d:%s%d", letter(i), first, letter(i), first+choicesFor)
		if err := v.SetDropList(c.Choices); err != nil {
			return err
		}
		if err := p.book.file.AddDataValidation(p.name, v); err != nil {
			return err
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
