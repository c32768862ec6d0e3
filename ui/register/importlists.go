package register

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
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
	t.title.SetText(s.Say("import.part." + string(which)))
	var table *kit.Table
	switch which {
	case partRefused:
		table = t.problems(t.refusals(), kit.Bad)
	case partNotes:
		table = t.problems(t.notes(), kit.Warn)
	case partChanged:
		table = t.changes()
	case partSkipped:
		table = t.skipped()
	default:
		table = t.entries(t.lines(register.State(which)))
	}
	table.WhenEmpty(kit.Left(kit.Padded(4, 8, kit.Muted(s.Say("import.none")))))
	t.list.Objects = []fyne.CanvasObject{table}
	t.list.Refresh()
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

// changed is one fact of one row that would change.
type changed struct {
	row    int
	place  register.Place
	change register.Change
}

// changes lists old and new, masked as everywhere.
func (t *outcomeStage) changes() *kit.Table {
	s := t.p.seat
	var all []changed
	for _, l := range t.lines(register.Changed) {
		for _, c := range l.Changes {
			all = append(all, changed{l.Row, l.Entry.Place, c})
		}
	}
	table := kit.NewTable(kit.RowDense, kit.Column{Title: s.Say("import.col.row"), Width: 60, Right: true}, kit.Column{Title: s.Say("register.col.room"), Width: 120},
		kit.Column{Title: s.Say("register.person.name"), Width: 110}, kit.Column{Title: s.Say("import.col.field"), Width: 130},
		kit.Column{Title: s.Say("import.col.old")}, kit.Column{Title: s.Say("import.col.new")})
	table.SetRows(pieces{len(all), func(i int) []kit.Piece {
		c := all[i]
		return []kit.Piece{kit.Said(strconv.Itoa(c.row)), kit.SaidBold(c.place.String()), kit.Said(register.MaskName(c.change.Name)), kit.Said(s.Say(c.change.Field.Key())),
			kit.SaidQuiet(shownFact(s, c.change.Field, c.change.Old)), kit.SaidIn(kit.Info, shownFact(s, c.change.Field, c.change.New))}
	}})
	return table
}

// shownFact is a fact as it may be shown without a reason.
func shownFact(s *seat.Seat, of register.Column, value string) string {
	switch of {
	case register.OfPhone, register.OfPhone2:
		return register.MaskPhone(value)
	case register.OfEmail:
		return register.MaskEmail(value)
	case register.OfWeChat:
		return register.MaskWeChat(value)
	case register.OfKind:
		return say.Code(s.Voice, app.OwnerKind(value))
	}
	return value
}

// entries lists rows with what they say.
func (t *outcomeStage) entries(lines []register.Line) *kit.Table {
	s := t.p.seat
	table := kit.NewTable(kit.RowDense, kit.Column{Title: s.Say("import.col.row"), Width: 60, Right: true}, kit.Column{Title: s.Say("register.col.room"), Width: 140},
		kit.Column{Title: s.Say("register.col.people")}, kit.Column{Title: s.Say("register.person.phones")})
	table.SetRows(pieces{len(lines), func(i int) []kit.Piece {
		e := lines[i].Entry
		var names, numbers []string
		for _, one := range e.People {
			names = append(names, s.Name(app.Reporter{Name: one.Name, Owner: app.OwnerKind(one.Kind)}, say.Masked))
			for _, n := range one.Phones {
				numbers = append(numbers, register.MaskPhone(n.Text))
			}
		}
		who := kit.Said(s.List(names))
		if len(names) == 0 {
			who = kit.SaidQuiet(s.Say("register.nobody"))
		}
		return []kit.Piece{kit.Said(strconv.Itoa(e.Row)), kit.SaidBold(e.Place.String()), who, kit.Said(strings.Join(numbers, s.Say("register.between")))}
	}})
	return table
}

// skipped lists rows that are no entries, and why.
func (t *outcomeStage) skipped() *kit.Table {
	s, all := t.p.seat, t.p.plan.Reading.Skipped
	table := kit.NewTable(kit.RowDense, kit.Column{Title: s.Say("import.col.row"), Width: 60, Right: true},
		kit.Column{Title: s.Say("import.col.why"), Width: 160}, kit.Column{Title: s.Say("import.col.text")})
	table.SetRows(pieces{len(all), func(i int) []kit.Piece {
		return []kit.Piece{kit.Said(strconv.Itoa(all[i].Row)), kit.Said(s.Say(all[i].Key())), kit.SaidQuiet(all[i].Text)}
	}})
	return table
}
