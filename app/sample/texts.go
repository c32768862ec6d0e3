package sample

import (
	"strconv"
	"strings"

	"ownerdesk/app"
)

// Texts is what an office is made of, in one language: who works there, what
// stands there, and what people say. Gaps such as {floor} are filled in.
type Texts struct {
	Company, Address, Phone string
	Departments             []DeptText
	Staff                   []StaffText
	Estates                 []EstateText
	Surnames                string // each character a name, the usual ones often
	Given                   []string
	Slots                   map[string][]string
	Phrases                 map[string][]string
	Talks                   []Talk
	Meeting                 MeetingTexts
	Survey                  SurveyTexts
	Records                 RecordTexts
	Measures                []MeasureText
	Materials               []MaterialText
	Checks                  []CheckText
}

// DeptText is a department; Key is how code and staff call it.
type DeptText struct{ Key, Name string }

// StaffText is somebody who works in the department with that key.
type StaffText struct {
	Name, Dept string
	Role       app.Role
}

// EstateText is an estate with what is built on it.
type EstateText struct {
	Name, Code string
	Areas      []struct {
		Name      string
		Buildings []BuildingText
	}
}

// BuildingText is a building of so many entrances, floors, and doors a floor.
type BuildingText struct {
	Name, Note           string
	Units, Floors, Doors int
	Shops                bool
}

// Talk is one thing owners come with, and how it ends when all goes well.
type Talk struct {
	Kind     app.Kind
	Category app.Category
	Where    string // room, or the phrases that name such a place
	Weight   int
	Months   []int // when it is twice as common; empty: all year
	Urgency  app.Urgency
	Says     []string
	Wish     string
	Solve    string
	Done     string
	Result   app.Result
	Cause    app.Cause
}

// phrase is one of the phrases under a key, its gaps left open.
func (w *World) phrase(key string) string { return one(w.chance, w.order.Texts.Phrases[key]) }

// gaps are the facts of one issue that fill gaps; other gaps take any word of
// the slot with their name.
type gaps map[string]string

// fill closes every gap of a text.
func (w *World) fill(text string, known gaps) string {
	before, rest, found := strings.Cut(text, "{")
	if !found {
		return text
	}
	var b strings.Builder
	for found {
		b.WriteString(before)
		var name string
		if name, rest, found = strings.Cut(rest, "}"); !found {
			break
		}
		if word, ok := known[name]; ok {
			b.WriteString(word)
		} else {
			b.WriteString(one(w.chance, w.order.Texts.Slots[name]))
		}
		before, rest, found = strings.Cut(rest, "{")
	}
	if !found {
		b.WriteString(before)
	}
	return b.String()
}

// gapsOf are the facts of a room that texts may name.
func (w *World) gapsOf(r app.Room) gaps {
	floor := r.Floor
	if floor == "" || floor == "1" {
		floor = strconv.Itoa(w.chance.between(2, 9))
	}
	unit := r.Unit
	if unit == "" {
		unit = "1"
	}
	return gaps{
		"block": w.blocks[r.Building].Name, "unit": unit, "door": r.Door, "floor": floor,
		"staff": w.worker(desk).Name, "spot": one(w.chance, w.order.Texts.Slots["spot"]),
	}
}
