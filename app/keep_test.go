package app

import (
	"testing"

	"ownerdesk/app/register"
)

func TestTheRegisterRefuses(t *testing.T) {
	d, s := deskWith()
	s.ground.Projects[2] = Project{ID: 2, Name: "濱河灣", Code: "BH"}
	page, book := long(LongestLine), long(LongestText)
	keep := func(what any) error {
		var err error
		switch v := what.(type) {
		case Project:
			_, err = d.ChangeProject(t.Context(), v)
		case Area:
			_, err = d.ChangeArea(t.Context(), v)
		case Building:
			_, err = d.ChangeBuilding(t.Context(), v)
		case Room:
			_, err = d.ChangeRoom(t.Context(), v)
		case Person:
			_, err = d.ChangePerson(t.Context(), v)
		case Tie:
			err = d.ChangeTie(t.Context(), v)
		case ListItem:
			err = d.ChangeLists(t.Context(), []ListItem{v}, min)
		}
		return err
	}
	for name, c := range map[string]struct {
		what any
		want Invalid // none when it may be kept
	}{
		"an estate":                       {Project{Name: "山水居", Code: "sj"}, Invalid{}},
		"an estate without a name":        {Project{Name: " ", Code: "SJ"}, Invalid{"name", "missing"}},
		"an estate of that name":          {Project{Name: "濱河灣", Code: "SJ"}, Invalid{"name", "taken"}},
		"a second estate without code":    {Project{Name: "山水居"}, Invalid{"code", "taken"}},
		"a code of seven":                 {Project{Name: "山水居", Code: "ABCDEFG"}, Invalid{"code", "letters"}},
		"a code with a stroke":            {Project{Name: "山水居", Code: "A-B"}, Invalid{"code", "letters"}},
		"an area":                         {Area{Project: 1, Name: "東區"}, Invalid{}},
		"an area without a name":          {Area{Project: 1}, Invalid{"name", "missing"}},
		"an area of no estate":            {Area{Name: "東區"}, Invalid{"project", "missing"}},
		"a building":                      {Building{Project: 1, Name: "3"}, Invalid{}},
		"a building without a name":       {Building{Project: 1}, Invalid{"name", "missing"}},
		"a building of no estate":         {Building{Name: "3"}, Invalid{"project", "missing"}},
		"a building with a long note":     {Building{Project: 1, Name: "3", Note: book}, Invalid{"note", "too-long"}},
		"a room":                          {Room{Building: 1, Door: "501"}, Invalid{}},
		"a room without a door":           {Room{Building: 1}, Invalid{"door", "missing"}},
		"a room of no building":           {Room{Door: "501"}, Invalid{"building", "missing"}},
		"a room of less than nothing":     {Room{Building: 1, Door: "501", Size: -1}, Invalid{"size", "out-of-range"}},
		"a room with a long note":         {Room{Building: 1, Door: "501", Note: book}, Invalid{"note", "too-long"}},
		"a person":                        {Person{Name: "張小明"}, Invalid{}},
		"a person without a name":         {Person{Name: "　"}, Invalid{"name", "missing"}},
		"a person with a long note":       {Person{Name: "張小明", Note: book}, Invalid{"note", "too-long"}},
		"a person with a phone of twelve": {Person{Name: "張小明", Phones: []string{"138123456789"}}, Invalid{"phones", "unreadable"}},
		"a tie":                           {Tie{Person: 1, Room: 1, Owner: "OW-SELF"}, Invalid{}},
		"a tie of nobody":                 {Tie{Room: 1, Owner: "OW-SELF"}, Invalid{"person", "missing"}},
		"a tie to no room":                {Tie{Person: 1, Owner: "OW-SELF"}, Invalid{"room", "missing"}},
		"a tie of an anonymous person":    {Tie{Person: 1, Room: 1, Owner: Anonymous}, Invalid{"owner", "missing"}},
		"a word of our own":               {ListItem{Group: "kind", Code: "TYP-X", Hant: "其他"}, Invalid{}},
		"a word for no code":              {ListItem{Group: "kind"}, Invalid{"code", "missing"}},
		"a word of a page":                {ListItem{Group: "kind", Code: "TYP-X", En: page}, Invalid{"en", "too-long"}},
	} {
		err := keep(c.what)
		if c.want == (Invalid{}) && err != nil || c.want != (Invalid{}) && !faults(err).Has(c.want.Field, c.want.Rule) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// What comes in by a file may be as long as what is typed.
func TestTheRegisterTakesTextsAsLongAsTheFormsDo(t *testing.T) {
	if register.LongestLine != LongestLine || register.LongestNote != LongestText {
		t.Errorf("%d and %d, the forms %d and %d", register.LongestLine, register.LongestNote, LongestLine, LongestText)
	}
}
