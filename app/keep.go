package app

import (
	"context"
	"fmt"
	"strings"
	"time"

	"ownerdesk/app/register"
)

// RegisterStore keeps places and people; a part of Store. What is no longer
// true is ended, never deleted.
type RegisterStore interface {
	KeepProject(context.Context, Project) (ProjectID, error)
	KeepArea(context.Context, Area) (AreaID, error)
	KeepBuilding(context.Context, Building) (BuildingID, error)
	KeepRoom(context.Context, Room) (RoomID, error)
	KeepPerson(context.Context, Person) (PersonID, error)
	KeepTie(context.Context, Tie) error
	KeepList(ctx context.Context, items []ListItem, by StaffID, at time.Time) error
}

// ListItem is what the office changed about one code of a closed list: other
// words, no longer offered, or a code of its own.
type ListItem struct {
	Group  string // kind, channel, category …
	Code   string
	Hant   string // empty: the words that ship
	Hans   string
	En     string
	Hidden bool
}

// ChangeProject keeps an estate. All but one need a code for their numbers.
func (d *Desk) ChangeProject(ctx context.Context, p Project) (ProjectID, error) {
	g, err := d.Ground(ctx)
	if err != nil {
		return 0, err
	}
	p.Name, p.Code = strings.TrimSpace(p.Name), strings.ToUpper(strings.TrimSpace(p.Code))
	var f Faults
	f.text(p.Name, "name", true, LongestLine)
	f.unless(len(p.Code) <= 6 && strings.Trim(p.Code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == "", "code", "letters")
	for _, other := range g.Projects {
		f.unless(other.ID == p.ID || other.Code != p.Code, "code", "taken")
		f.unless(other.ID == p.ID || other.Name != p.Name, "name", "taken")
	}
	return keep(d, f, "estate "+p.Name, func() (ProjectID, error) { return d.Store.KeepProject(ctx, p) })
}

// ChangeArea keeps a part of an estate.
func (d *Desk) ChangeArea(ctx context.Context, a Area) (AreaID, error) {
	a.Name = strings.TrimSpace(a.Name)
	var f Faults
	f.unless(a.Project != 0, "project", "missing")
	f.text(a.Name, "name", true, LongestLine)
	return keep(d, f, "area "+a.Name, func() (AreaID, error) { return d.Store.KeepArea(ctx, a) })
}

// ChangeBuilding keeps a building and its note to the desk.
func (d *Desk) ChangeBuilding(ctx context.Context, b Building) (BuildingID, error) {
	b.Name = strings.TrimSpace(b.Name)
	var f Faults
	f.unless(b.Project != 0, "project", "missing")
	f.text(b.Name, "name", true, LongestLine)
	f.text(b.Note, "note", false, LongestText)
	return keep(d, f, "building "+b.Name, func() (BuildingID, error) { return d.Store.KeepBuilding(ctx, b) })
}

// ChangeRoom keeps a room and its note to the desk.
func (d *Desk) ChangeRoom(ctx context.Context, r Room) (RoomID, error) {
	r.Door, r.Unit = strings.TrimSpace(r.Door), strings.TrimSpace(r.Unit)
	var f Faults
	f.unless(r.Building != 0, "building", "missing")
	f.text(r.Door, "door", true, LongestLine)
	f.unless(r.Size >= 0 && r.Size < 1e6, "size", "out-of-range")
	f.text(r.Note, "note", false, LongestText)
	return keep(d, f, "room "+r.Door, func() (RoomID, error) { return d.Store.KeepRoom(ctx, r) })
}

// ChangePerson keeps a person. Slips and issues keep what they printed.
func (d *Desk) ChangePerson(ctx context.Context, p Person) (PersonID, error) {
	p.Name = strings.TrimSpace(p.Name)
	var f Faults
	f.text(p.Name, "name", true, LongestLine)
	f.text(p.Note, "note", false, LongestText)
	for _, number := range p.Phones {
		_, wrong := register.Phones(number)
		f.unless(len(wrong) == 0, "phones", "unreadable")
	}
	return keep(d, f, "person", func() (PersonID, error) { return d.Store.KeepPerson(ctx, p) })
}

// ChangeTie keeps what a person is to a room, or ends it.
func (d *Desk) ChangeTie(ctx context.Context, t Tie) error {
	var f Faults
	f.unless(t.Person != 0, "person", "missing")
	f.unless(t.Room != 0, "room", "missing")
	f.unless(oneOf(t.Owner, OwnerKinds) && t.Owner != Anonymous, "owner", "missing")
	_, err := keep(d, f, "tie", func() (int, error) { return 0, d.Store.KeepTie(ctx, t) })
	return err
}

// ChangeLists keeps the office's own words for the closed lists.
func (d *Desk) ChangeLists(ctx context.Context, items []ListItem, by StaffID) error {
	var f Faults
	for _, i := range items {
		f.unless(i.Code != "", "code", "missing")
		f.text(i.Hant, "zh-Hant", false, LongestLine)
		f.text(i.Hans, "zh-Hans", false, LongestLine)
		f.text(i.En, "en", false, LongestLine)
	}
	if err := f.err(); err != nil {
		return err
	}
	if err := d.Store.KeepList(ctx, items, by, d.Now()); err != nil {
		return fmt.Errorf("keep lists: %w", err)
	}
	d.Forget()
	return nil
}

// keep is the shape of every change to the register.
func keep[T any](d *Desk, f Faults, what string, write func() (T, error)) (T, error) {
	var none T
	if err := f.err(); err != nil {
		return none, err
	}
	id, err := write()
	if err != nil {
		return none, fmt.Errorf("keep %s: %w", what, err)
	}
	d.Forget()
	d.Changes.Tell(Change{Register: true})
	return id, nil
}
