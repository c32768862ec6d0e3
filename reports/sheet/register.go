package sheet

import "ownerdesk/app/register"

// ForRegister hands a sheet to the reader of owner registers.
func ForRegister(s Sheet) register.Sheet {
	all := register.Sheet{Name: s.Name, Rows: make([][]register.Cell, len(s.Rows))}
	for i, row := range s.Rows {
		cells := make([]register.Cell, len(row))
		for j, c := range row {
			cells[j] = register.Cell{Text: c.Text, Formula: c.Formula, Empty: c.NoCache, Down: c.Down, Across: c.Across}
		}
		all.Rows[i] = cells
	}
	return all
}
