package reports

import (
	"slices"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/register"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// Sitting is a record as its papers are made from: what stands in it, what its
// newest freeze kept, and how people call what it knows by ids.
type Sitting struct {
	meeting.Record
	PlaceNames
	People  map[app.PersonID]app.Person // of the register, whom the record names
	Numbers map[app.IssueID]string      // of the issues it names
	States  map[app.IssueID]app.State   // how far they are

	Kept   meeting.Kept     // before the first freeze, what one would keep
	Since  meeting.Since    // what has changed since
	Given  []meeting.Action // by this record
	Photos map[int]paper.Photo

	Asked      improve.Found // what surveys call what measures are about
	Complained []app.Issue   // complaints that measures come from: nobody is named
}

// A seated is a record as one paper shows it. What papers of meetings may show of
// people is decided here and nowhere else: as a rule they are masked, and what is
// made public names nobody.
type seated struct {
	Facts
	s      Sitting
	public bool
	veil   say.Veil
}

func (f Facts) seat(s Sitting, public bool) seated {
	v := seated{Facts: f, s: s, public: public}
	v.draw()
	return v.then()
}

// bare reports whether names are shown.
func (v seated) bare() bool { return v.Open && !v.public }

// draw lays the veil over everybody whom the record knows; on what is made public
// over those who work here, too.
func (v *seated) draw() {
	if v.bare() {
		return
	}
	over := func(person app.PersonID, name string, area app.AreaID) {
		p, known := v.s.People[person]
		if !known {
			p.Name = name
		}
		shown := register.MaskName(p.Name)
		if v.public {
			shown = v.anOwner(area)
		}
		v.veil = v.veil.Also(p.Name, shown)
		for _, phone := range p.Phones {
			v.veil = v.veil.With(v.Veiled(app.Reporter{Phone: phone, Email: p.Email, WeChat: p.WeChat}, app.Place{}, say.Open, say.Open, say.Masked))
		}
	}
	for _, g := range v.s.Guests {
		if g.Person != 0 || v.public || v.private(g.Group) {
			over(g.Person, g.Name, g.Area)
		}
	}
	for _, o := range v.s.Opinions {
		over(o.Person, o.Name, o.Area)
		v.veil = v.veil.With(v.Veiled(app.Reporter{Phone: o.Phone}, o.Where(), say.Open, say.Masked, say.Masked))
	}
	for _, i := range v.s.Complained {
		v.veil = v.veil.With(v.Veiled(i.Reporter, i.Place, v.Privacy(), v.Privacy(), v.Privacy()))
	}
	if !v.public {
		return
	}
	for id, one := range v.Ground.Staff {
		v.veil = v.veil.Also(one.Name, v.Dept(one.Dept)).Also(v.s.Kept.Names.Staff[id], v.Dept(one.Dept))
	}
}

// private reports whether guests of a group are masked by their names.
func (v seated) private(g meeting.Group) bool {
	return slices.Contains([]meeting.Group{meeting.OwnerGuest, meeting.CommitteeGuest, "GU-OTHER"}, g)
}

// anOwner is an owner without a name: an owner of the east area.
func (v seated) anOwner(area app.AreaID) string {
	if name := v.s.Areas[area]; name != "" {
		return v.Say("paper.owner.of", name)
	}
	return v.Say("paper.owner")
}

// owner is who gave an opinion.
func (v seated) owner(o meeting.Opinion) string {
	name := o.Name
	if p, known := v.s.People[o.Person]; known {
		name = p.Name
	}
	if !v.bare() || name == "" {
		return v.anOwner(o.Area)
	}
	return dotted(name, v.s.Areas[o.Area])
}

// guest is what a guest is called.
func (v seated) guest(g meeting.Guest) string {
	name := g.Name
	if p, known := v.s.People[g.Person]; known {
		name = p.Name
	}
	switch {
	case g.Staff != 0:
		return v.colleague(g.Staff)
	case v.public:
		return say.Code(v.Voice, g.Group)
	case !v.bare() && (g.Person != 0 || v.private(g.Group)):
		return register.MaskName(name)
	}
	return name
}

// colleague is one of us; on what is made public, the department.
func (v seated) colleague(id app.StaffID) string {
	if v.public {
		return v.Dept(v.Ground.Staff[id].Dept)
	}
	return v.Staff(id)
}

// speaks is what a guest speaks for.
func (v seated) speaks(g meeting.Guest) string {
	if g.Dept != 0 {
		return v.Dept(g.Dept)
	}
	return v.s.Areas[g.Area]
}

// free is what somebody wrote, without what its neighbours hide.
func (v seated) free(text string) string {
	if v.bare() || text == "" {
		return text
	}
	text = register.MaskMobiles(register.MaskDoors(v.veil.Over(text)))
	if v.public {
		return v.forAll(text)
	}
	return text
}

// venue is where one meets: those who are to come must find it, whatever room it is.
func (v seated) venue(place string) string {
	if v.public {
		return v.free(place)
	}
	return place
}

// areas names areas.
func (v seated) areas(ids []app.AreaID) string {
	all := make([]string, 0, len(ids))
	for _, id := range ids {
		all = append(all, v.s.Areas[id])
	}
	return v.List(all)
}

// where is whom a notice is for: areas and buildings, or everybody.
func (v seated) where() string {
	all := []string{}
	for _, id := range v.s.Record.Areas {
		all = append(all, v.s.PlaceNames.Areas[id])
	}
	for _, id := range v.s.Record.Buildings {
		all = append(all, v.Say("place.block", v.s.PlaceNames.Buildings[id]))
	}
	if len(all) == 0 {
		return v.Say("paper.everybody", v.Project(v.s.Project))
	}
	return v.List(all)
}

// whom names who has something to do: department, person, somebody else.
func (v seated) whom(t meeting.Task) string {
	if v.public {
		d := t.Dept
		if d == 0 {
			d = v.Ground.Staff[t.Person].Dept
		}
		return v.Dept(d)
	}
	return dotted(v.Dept(t.Dept), v.Staff(t.Person), v.free(t.Who))
}

// sheet dresses a paper of the record.
func (v seated) sheet(form, title string, size paper.Size) paper.Sheet {
	s := v.Facts.sheet(form, title, v.Project(v.s.Project), size)
	s.No = v.s.Number
	if v.public {
		s.Secrecy, s.Printed = "", v.Day(v.At)
	}
	return s
}
