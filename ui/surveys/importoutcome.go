package surveys

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// importPart is one of the lists behind the tiles.
type importPart string

const (
	partBrings   importPart = "brings"
	partRefused  importPart = "refused"
	partCells    importPart = "cells"
	partDoubtful importPart = "doubtful"
	partSame     importPart = "same"
)

var importParts = []importPart{partBrings, partRefused, partCells, partDoubtful, partSame}

// toOutcome shows what would come in.
func (p *Import) toOutcome() {
	s := p.s
	brings, refused := len(p.would.brings()), p.would.refused()
	list, title := container.NewStack(), kit.Section("")
	turn := func(which importPart) {
		title.SetText(s.Say("surveys.import.part." + string(which)))
		list.Objects = []fyne.CanvasObject{p.partTable(which)}
		list.Refresh()
	}
	tiles := container.NewGridWithColumns(len(importParts))
	for _, which := range importParts {
		n := p.size(which)
		tiles.Add(kit.Tile(partTone(which, n), s.Number(n), s.Say("surveys.import.part."+string(which)), s.Say("surveys.import.note."+string(which)), func() { turn(which) }))
	}
	top := container.NewVBox(tiles)
	p.leave = kit.Check(s.Count("import.leave", refused), func(bool) { p.allow() })
	if refused > 0 && brings > 0 {
		top.Add(kit.Note(kit.Bad, container.NewVBox(kit.Flush(kit.Wrapped(s.Count("import.refused.what", refused))), p.leave)))
	}
	p.turn(atOutcome, s.Say("import.outcome.title", filepath.Base(p.path)),
		container.NewBorder(container.NewVBox(top, kit.Gap(1, 4)), nil, nil, nil, kit.Card(container.NewBorder(container.NewVBox(title, kit.Gap(1, 2)), nil, nil, nil, list))),
		kit.Primary(kit.WithShortcut(s.Count("surveys.import.take", brings), kit.Shortcut(fyne.KeyReturn)), theme.ConfirmIcon(), p.take),
		p.back(), kit.Button(s.Say("import.back"), theme.NavigateBackIcon(), p.toColumns))
	p.allow()
	turn(p.first())
	p.s.Focus(p.primary)
}

// allow lets the file in once nothing is refused, or what is was left out on purpose.
func (p *Import) allow() {
	if p.primary.Enable(); len(p.would.brings()) == 0 || p.would.refused() > 0 && !p.leave.Checked {
		p.primary.Disable()
	}
}

// first is the list that should be looked at first.
func (p *Import) first() importPart {
	for _, which := range []importPart{partRefused, partCells} {
		if p.size(which) > 0 {
			return which
		}
	}
	return partBrings
}

func partTone(which importPart, n int) kit.Tone {
	if n == 0 {
		return kit.Plain
	}
	return map[importPart]kit.Tone{partBrings: kit.Good, partRefused: kit.Bad, partCells: kit.Warn, partDoubtful: kit.Warn, partSame: kit.Warn}[which]
}

func (p *Import) size(which importPart) int {
	switch which {
	case partRefused:
		return p.would.refused()
	case partBrings:
		return len(p.would.brings())
	}
	return p.partRows(which).Count()
}

// importRows are rows in words.
type importRows [][]kit.Piece

// Count is how many there are.
func (r importRows) Count() int { return len(r) }

// At is one of them.
func (r importRows) At(i int) []kit.Piece { return r[i] }

func (p *Import) partTable(which importPart) fyne.CanvasObject {
	s := p.s
	col := func(key string, width float32) kit.Column { return kit.Column{Title: s.Say(key), Width: width} }
	columns := []kit.Column{col("surveys.col.sample", 90), col("surveys.col.stratum", 0), col("surveys.col.mode", 100), col("surveys.col.answered", 80), col("surveys.col.flags", 260)}
	if which == partRefused || which == partCells {
		columns = []kit.Column{col("surveys.import.col.cell", 90), col("import.col.heading", 0), col("surveys.import.col.said", 200), col("surveys.import.col.why", 360)}
	}
	t := kit.NewTable(kit.RowDense, columns...)
	t.WhenEmpty(kit.Empty(theme.ConfirmIcon(), s.Say("surveys.import.none."+string(which)), "", nil))
	t.SetRows(p.partRows(which))
	return t
}

// partRows words a list.
func (p *Import) partRows(which importPart) (rows importRows) {
	for _, one := range p.would.troubles {
		if which == partRefused && one.Kind.LeavesOut() || which == partCells && !one.Kind.LeavesOut() {
			rows = append(rows, []kit.Piece{kit.SaidBold(cellAt(one)), kit.Said(one.Heading), kit.SaidQuiet(one.Said), kit.Said(p.troubleWords(one))})
		}
	}
	for _, c := range p.would.checked {
		switch refused := len(c.Faults) > 0; {
		case which == partRefused && refused:
			var all []string
			for _, f := range c.Faults {
				all = append(all, p.s.Fault(f))
			}
			rows = append(rows, []kit.Piece{kit.Said(""), kit.Said(label(p.s.Voice, "sample")), kit.SaidBold(strconv.Itoa(c.Sheet.No)), kit.Said(strings.Join(all, " "))})
		case which == partBrings && !refused, which == partDoubtful && !refused && len(c.Flaws) > 0, which == partSame && !refused && c.Same > 0:
			rows = append(rows, p.sheetRow(c))
		}
	}
	return rows
}

func (p *Import) sheetRow(c annual.Checked) []kit.Piece {
	s, flags := p.s, flagWords(p.s.Voice, c.Sheet)
	if c.Same > 0 {
		flags = s.Dotted(flags, s.Say("surveys.import.same", p.would.checked[c.Same-1].Sheet.No))
	}
	return []kit.Piece{kit.SaidBold(strconv.Itoa(c.Sheet.No)), kit.Said(stratumWords(s.Voice, p.head.Strata[c.Sheet.Stratum])), kit.SaidQuiet(say.Code(s.Voice, c.Sheet.Mode)),
		kit.Said(answeredWords(s.Voice, c.Sheet)), kit.ChipOf(kit.Warn, flags)}
}

// troubleWords say what is wrong with a cell.
func (p *Import) troubleWords(t annual.Trouble) string {
	if t.Kind == annual.TwiceInFile {
		return p.s.Say("surveys.import.trouble.twice", t.First)
	}
	return p.s.Say("surveys.import.trouble." + string(t.Kind))
}
