package register

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ownerdesk/app/register"
	"ownerdesk/ui/kit"
)

// pieces are rows of a table that are worded already or on demand.
type pieces struct {
	n  int
	at func(int) []kit.Piece
}

// Count is how many rows there are.
func (p pieces) Count() int { return p.n }

// At words one row.
func (p pieces) At(i int) []kit.Piece { return p.at(i) }

// turn shows the list behind a tile.
func (t *outcomeStage) turn(which part) {
	s := t.p.seat
	t.title.SetText(s.Say(t.p.cargo.words("part." + string(which))))
	table := t.table(which)
	table.WhenEmpty(kit.Left(kit.Padded(4, 8, kit.Muted(s.Say("import.none")))))
	t.list.Objects = []fyne.CanvasObject{table}
	t.list.Refresh()
}

// size is how many lines the list behind a tile has.
func (t *outcomeStage) size(which part) int {
	switch which {
	case partRefused:
		_, refused := t.p.cargo.count()
		return refused
	case partNotes:
		return len(t.p.cargo.notes())
	case partSkipped:
		return len(t.p.cargo.skipped())
	}
	return t.p.cargo.brought(which)
}

func (t *outcomeStage) table(which part) *kit.Table {
	switch which {
	case partRefused:
		return t.problems(t.p.cargo.refusals(), kit.Bad)
	case partNotes:
		return t.problems(t.p.cargo.notes(), kit.Warn)
	case partSkipped:
		return t.skipped(t.p.cargo.skipped())
	}
	return t.p.cargo.rows(which)
}

// problems lists what is wrong, with where it stands.
func (t *outcomeStage) problems(all []register.Problem, tone kit.Tone) *kit.Table {
	s := t.p.seat
	table := kit.NewTable(kit.RowDense, kit.Column{Title: s.Say("import.col.sheet"), Width: 130}, kit.Column{Title: s.Say("import.col.row"), Width: 60, Right: true},
		kit.Column{Title: s.Say("import.col.letter"), Width: 50}, kit.Column{Title: s.Say("import.col.field"), Width: 150}, kit.Column{Title: s.Say("import.col.why")})
	table.SetRows(pieces{len(all), func(i int) []kit.Piece {
		p, field := all[i], ""
		if p.Field != "" {
			field = s.Say(p.Field.Key())
		}
		return []kit.Piece{kit.SaidQuiet(p.Sheet), kit.Said(strconv.Itoa(p.Row)), kit.SaidBold(p.Column), kit.Said(field),
			kit.SaidIn(tone, s.Say(p.Key(), p.Gap(func(key string) string { return s.Say(key) })))}
	}})
	return table
}

// skipped lists rows that are no entries, and why.
func (t *outcomeStage) skipped(all []register.Skip) *kit.Table {
	s := t.p.seat
	table := kit.NewTable(kit.RowDense, kit.Column{Title: s.Say("import.col.row"), Width: 60, Right: true},
		kit.Column{Title: s.Say("import.col.why"), Width: 160}, kit.Column{Title: s.Say("import.col.text")})
	table.SetRows(pieces{len(all), func(i int) []kit.Piece {
		return []kit.Piece{kit.Said(strconv.Itoa(all[i].Row)), kit.Said(s.Say(all[i].Key())), kit.SaidQuiet(all[i].Text)}
	}})
	return table
}
