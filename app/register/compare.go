package register

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app/fold"
)

// Known is what the register already holds of one person in one room, or of a
// room without people (Name empty).
type Known struct {
	Project, Area string
	Place         Place
	Size          float64
	Name          string
	Phones        []string
	Email         string
	WeChat        string
	Kind          string
	Note          string
}

// State says what taking in a row would do.
type State string

// The states of a row.
const (
	New       State = "new"
	Changed   State = "changed"
	Unchanged State = "unchanged"
	Refused   State = "refused"
)

// Change is one fact that a row would change.
type Change struct {
	Name     string // whose
	Field    Column
	Old, New string
}

// Line says what one row would do, and why.
type Line struct {
	Row      int
	State    State
	Entry    Entry // as read; empty if refused
	Changes  []Change
	Problems []Problem
}

// Outcome is what taking in a sheet would do.
type Outcome struct {
	New, Changed, Unchanged, Refused int
	Lines                            []Line
}

// Compare says what a reading would change in what is known. A fact the file
// leaves empty changes nothing; phones that are given replace those known. The
// date of moving in is not compared.
func Compare(r Reading, known []Known) Outcome {
	there := heldOf(known)
	problems := map[int][]Problem{}
	fatal := map[int]bool{}
	for _, p := range r.Problems {
		problems[p.Row] = append(problems[p.Row], p)
		fatal[p.Row] = fatal[p.Row] || p.Fatal
	}
	var o Outcome
	for _, e := range r.Entries {
		l := Line{Row: e.Row, Entry: e, Problems: problems[e.Row]}
		l.State, l.Changes = there.judge(e)
		o.Lines = append(o.Lines, l)
	}
	for row := range fatal {
		if fatal[row] {
			o.Lines = append(o.Lines, Line{Row: row, State: Refused, Problems: problems[row]})
		}
	}
	slices.SortFunc(o.Lines, func(a, b Line) int { return cmp.Compare(a.Row, b.Row) })
	for _, l := range o.Lines {
		o.count(l.State)
	}
	return o
}

func (o *Outcome) count(s State) {
	switch s {
	case New:
		o.New++
	case Changed:
		o.Changed++
	case Unchanged:
		o.Unchanged++
	case Refused:
		o.Refused++
	}
}

// held is what is known, by what a row would name it.
type held struct {
	people    map[string]Known
	rooms     map[string]bool
	buildings map[string]bool
}

// anywhere stands for the area that a row does not name.
const anywhere = "*"

func heldOf(known []Known) held {
	h := held{map[string]Known{}, map[string]bool{}, map[string]bool{}}
	for _, k := range known {
		key := keyOf(k.Project, anywhere, k.Place, k.Name)
		if first, there := h.people[key]; !there || first.Area == k.Area {
			h.people[key] = k
		}
		h.people[keyOf(k.Project, k.Area, k.Place, k.Name)] = k
		for _, area := range []string{anywhere, k.Area} {
			h.rooms[keyOf(k.Project, area, k.Place, "")] = true
		}
		h.buildings[keyOf(k.Project, k.Area, Place{Building: k.Place.Building}, "")] = true
	}
	return h
}

// area is where a row's building is looked for: in any area if it names none, and
// where no area was written yet if the one it names does not have it. Two areas
// may each have a building 1.
func (h held) area(e Entry) string {
	has := func(area string) bool {
		return h.buildings[keyOf(e.Project, area, Place{Building: e.Place.Building}, "")]
	}
	switch {
	case e.Area == "":
		return anywhere
	case !has(e.Area) && has(""):
		return ""
	}
	return e.Area
}

// judge says what one row would do: new if it brings a room or a person.
func (h held) judge(e Entry) (State, []Change) {
	area := h.area(e)
	if !h.rooms[keyOf(e.Project, area, e.Place, "")] {
		return New, nil
	}
	if len(e.People) == 0 {
		return Unchanged, nil
	}
	var changes []Change
	fresh := false
	for _, p := range e.People {
		k, ok := h.people[keyOf(e.Project, area, e.Place, p.Name)]
		if !ok {
			fresh = true
			continue
		}
		changes = append(changes, changesOf(e, p, k)...)
	}
	switch {
	case fresh:
		return New, changes
	case len(changes) > 0:
		return Changed, changes
	}
	return Unchanged, nil
}

func changesOf(e Entry, p Person, k Known) []Change {
	var all []Change
	say := func(c Column, old, now string) {
		if now != "" && now != old {
			all = append(all, Change{p.Name, c, old, now})
		}
	}
	if fold.Key(e.Area) != fold.Key(k.Area) {
		say(InArea, k.Area, e.Area)
	}
	if !samePhones(p.Phones, k.Phones) {
		say(OfPhone, strings.Join(k.Phones, "/"), texts(p.Phones))
	}
	say(OfEmail, k.Email, p.Email)
	say(OfWeChat, k.WeChat, p.WeChat)
	if p.KindSaid {
		say(OfKind, k.Kind, p.Kind)
	}
	if e.Size != 0 && e.Size != k.Size {
		say(OfSize, number2(k.Size), number2(e.Size))
	}
	if p.Name == e.People[0].Name {
		say(OfNote, k.Note, e.Note)
	}
	return all
}

func number2(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// samePhones compares as sets of digits, however they are written.
func samePhones(now []Phone, old []string) bool {
	if len(now) == 0 {
		return true
	}
	before, _ := Phones(strings.Join(old, "/"))
	if len(before) != len(now) {
		return false
	}
	for _, p := range now {
		if !known(before, p) {
			return false
		}
	}
	return true
}

func texts(phones []Phone) string {
	var all []string
	for _, p := range phones {
		all = append(all, p.Text)
	}
	return strings.Join(all, "/")
}
