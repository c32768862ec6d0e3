package app

import "strings"

// Project is one estate. A second one needs a code, which stands before its
// numbers.
type Project struct {
	ID     ProjectID
	Name   string
	Code   string
	Closed bool
}

// Area is a part of an estate, 東區.
type Area struct {
	ID      AreaID
	Project ProjectID
	Name    string
}

// Building is one building; Name is what people say first in 3-2-501.
type Building struct {
	ID      BuildingID
	Project ProjectID
	Area    AreaID
	Name    string // 3, A
	Note    string // to the desk, shown at intake
}

// Room is one dwelling, shop or office behind one door.
type Room struct {
	ID       RoomID
	Building BuildingID
	Unit     string // entrance, empty where a building has one
	Door     string // 501
	Floor    string
	Size     float64 // m², 0 unknown
	Note     string  // to the desk, shown at intake
}

// Person is somebody in the register.
type Person struct {
	ID     PersonID
	Name   string
	Phones []string
	Email  string
	WeChat string
	Note   string
}

// Tie says what a person is to a room. Ended ties stay for the record.
type Tie struct {
	Person PersonID
	Room   RoomID
	Owner  OwnerKind
	Ended  bool
}

// Found is one answer to what was typed at intake: a room and somebody in it,
// or one of the two.
type Found struct {
	Project  Project
	Area     Area
	Building Building
	Room     Room
	Person   Person
	Owner    OwnerKind
}

// Name is what people call a room in its building: 501; where doors bear only
// a letter, the floor comes first, 11A.
func (r Room) Name() string {
	if r.Floor != "" && !strings.ContainsAny(r.Door, "0123456789") {
		return r.Floor + r.Door
	}
	return r.Door
}

// Place is the found place as an intake writes it down.
func (f Found) Place() Place {
	return Place{Area: f.Area.ID, Building: f.Building.ID, Room: f.Room.ID,
		Block: f.Building.Name, Unit: f.Room.Unit, Door: f.Room.Name()}
}
