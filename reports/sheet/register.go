package sheet

import "ownerdesk/app/register"

// ForRegister hands a sheet to the reader of owner registers.
func ForRegister(s Sheet) register.Sheet {
	all := register.Sheet{Name: s.Name, Hidden: s.Hidden, Rows: make([][]register.Cell, len(s.Rows))}
	for i, row := range s.Rows {
		cells := make([]register.Cell, len(row))
		for j, c := range row {
			cells[j] = register.Cell{Text: c.Text, Formula: c.Formula, Empty: c.NoCache, Down: c.Down, Across: c.Across}
		}
		all.Rows[i] = cells
	}
	return all
}

// RegisterSheets reads a file for the reader of owner registers. Its errors are
// Problems; so is a file that cannot be opened.
func RegisterSheets(path string) ([]register.Sheet, error) {
	book, err := ReadFile(path)
	if err != nil {
		return nil, err
	}
	all := make([]register.Sheet, len(book.Sheets))
	for i, s := range book.Sheets {
		all[i] = ForRegister(s)
	}
	return all, nil
}
