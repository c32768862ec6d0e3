package register

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"ownerdesk/app/fold"
)

// entry reads the row and keeps it, unless it is fatally wrong or says nothing new.
func (r *reader) entry() {
	r.fatal = false
	e := Entry{Row: r.row, Project: r.options.Project, Area: r.options.Area}
	if s := r.text(InProject); s != "" {
		e.Project = s
	}
	e.Place = r.place()
	if e.Place.Area != "" {
		e.Area = e.Place.Area
	}
	if s := r.text(InArea); s != "" {
		e.Area = s
	}
	e.Place.Area = ""
	e.Note = r.text(OfNote)
	e.People = r.people(&e)
	e.Size, e.MoveIn = r.size(), r.moveIn()
	if identityInside.MatchString(e.Note) {
		r.problem(OfNote, IdentityInNote, "******", false)
	}
	if r.fatal || r.again(e) {
		return
	}
	r.Entries = append(r.Entries, e)
}

var identityInside = regexp.MustCompile(`[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])[0-3]\d{4}[\dXx]`)

// text is what the row says in a column, cleaned. A formula that was never
// computed and a cell merged over several columns are said.
func (r *reader) text(c Column) string {
	at := r.layout.Index(c)
	if at < 0 {
		return ""
	}
	return r.textAt(c, at)
}

func (r *reader) textAt(c Column, at int) string {
	if at >= len(r.cells) {
		return ""
	}
	cell := r.cells[at]
	needed := slices.Contains([]Column{OfPlace, OfBuilding, OfUnit, OfFloor, OfRoom, OfName}, c)
	switch {
	case cell.Empty:
		r.problem(c, FormulaEmpty, letter(at)+strconv.Itoa(r.row), needed)
		return ""
	case cell.Across:
		r.problem(c, MergedAcross, letter(at)+strconv.Itoa(r.row), needed || c == OfPhone)
		return ""
	}
	text, err := fold.Clean(cell.Text)
	if err != nil {
		r.problem(c, TextUnfit, letter(at)+strconv.Itoa(r.row), true)
		return ""
	}
	if n := utf8.RuneCountInString(text); n > LongestNote || n > LongestLine && c != OfNote {
		r.problem(c, TextLong, letter(at)+strconv.Itoa(r.row), true)
		return ""
	}
	if cell.Down && text != "" && !r.lower(at) {
		r.problem(c, MergedDown, text, false)
	}
	return text
}

// lower says that the row above lies under the same merged cell, so that one
// cell is said once.
func (r *reader) lower(at int) bool {
	above := r.sheet.Rows[r.row-2]
	return at < len(above) && above[at].Down
}

// place puts the room together from one column or several.
func (r *reader) place() Place {
	var p Place
	if s := r.text(OfPlace); s != "" {
		var ok bool
		if p, ok = ParsePlace(s); !ok {
			r.problem(OfPlace, PlaceUnread, s, true)
			return p
		}
	}
	if s := r.below(OfBuilding); s != "" {
		p.building(s)
	}
	if s := r.below(OfUnit); s != "" {
		p.Unit = Unit(s)
	}
	if s := r.below(OfFloor); s != "" {
		p.Floor = Floor(s)
	}
	if s := r.text(OfRoom); s != "" {
		p.room(s)
	}
	if p.Building == "" {
		p.Building = Building(r.options.Building)
	}
	switch {
	case r.fatal:
	case p.Room == "":
		r.problem(r.roomColumn(), RoomMissing, "", true)
	case p.Building == "":
		r.problem(OfBuilding, BuildingMissing, p.Room, true)
	}
	return p
}

func (r *reader) roomColumn() Column {
	if r.layout.Index(OfRoom) < 0 {
		return OfPlace
	}
	return OfRoom
}

// below is the text of a column that is written once for many rows, if the
// person allowed that.
func (r *reader) below(c Column) string {
	s := r.text(c)
	switch {
	case s != "":
		if c == OfBuilding && s != r.above[c] {
			clear(r.above) // another building: its units begin anew
		}
		r.above[c] = s
	case r.options.FillDown && r.above[c] != "":
		s = r.above[c]
		r.problem(c, FilledDown, s, false)
	}
	return s
}

// building also reads 1幢2单元 in the column of buildings.
func (p *Place) building(s string) {
	if q, ok := ParsePlace(s); ok && q.Building != "" && q.Room == "" && q.Floor == "" {
		p.Area, p.Building, p.Unit = q.Area, q.Building, q.Unit
		return
	}
	p.Building = Building(s)
}

// room also reads 2-501 or a whole place in the column of rooms.
func (p *Place) room(s string) {
	q, ok := ParsePlace(s)
	switch {
	case !ok || q.Building == "" || q.Room == "":
		p.Room = Room(s)
	case q.Unit != "" || p.Building == "":
		q.Area = p.Area
		*p = q
	case p.Unit == "" && q.Building != p.Building:
		p.Unit, p.Room = q.Building, q.Room
	default:
		p.Room = q.Room
	}
}

func (r *reader) size() float64 {
	s := r.text(OfSize)
	if s == "" {
		return 0
	}
	v, ok := size(s)
	if !ok {
		r.problem(OfSize, SizeUnread, s, false)
	}
	return v
}

func (r *reader) moveIn() string {
	s := r.text(OfMoveIn)
	if s == "" {
		return ""
	}
	d, ok := day(s)
	if !ok {
		r.problem(OfMoveIn, DateUnread, s, false)
	}
	return d
}

// again says that the row brings nothing new, or contradicts an earlier one. Several
// people in one room are no contradiction.
func (r *reader) again(e Entry) bool {
	names := []string{""}
	if len(e.People) > 0 {
		names = names[:0]
		for _, p := range e.People {
			names = append(names, p.Name)
		}
	}
	facts, known := factsOf(e), 0
	for _, name := range names {
		key := keyOf(e.Project, e.Area, e.Place, name)
		first, seen := r.seen[key]
		switch {
		case !seen:
			r.seen[key] = line{e.Row, facts}
		case first.facts != facts:
			r.problem(OfName, SamePerson, strconv.Itoa(first.row), true)
			return true
		default:
			known = first.row
		}
	}
	if known > 0 {
		r.problem(OfName, SameLine, strconv.Itoa(known), false)
		r.Skipped = append(r.Skipped, Skip{e.Row, SkippedSame, Opening(r.cells)})
	}
	return known > 0
}

// keyOf is what makes two rows speak of the same person in the same room.
func keyOf(project, area string, p Place, name string) string {
	return fold.Key(project) + "|" + fold.Key(area) + "|" + p.Key() + "|" + strings.ReplaceAll(fold.Key(name), " ", "")
}

func factsOf(e Entry) string {
	e.Row = 0
	return fmt.Sprintf("%+v", e)
}
