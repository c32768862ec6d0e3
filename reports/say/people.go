package say

import (
	"ownerdesk/app"
	"ownerdesk/app/register"
)

// Privacy says how much of a person is shown.
type Privacy int

// Masked is the default everywhere; Open needs a reason and is logged; Nobody
// is for what hangs on a wall.
const (
	Masked Privacy = iota
	Open
	Nobody
)

// Name is who came to the desk: 張**（自住業主）.
func (v Voice) Name(r app.Reporter, p Privacy) string {
	name := v.Person(r.Name, r.Anonymous, p)
	if r.Owner == "" || r.Anonymous || name == "" {
		return name
	}
	return v.Say("person.as", name, Code(v, r.Owner))
}

// Person is a name alone.
func (v Voice) Person(name string, anonymous bool, p Privacy) string {
	switch {
	case anonymous:
		return Code(v, app.Anonymous)
	case p == Nobody:
		return ""
	case p == Masked:
		return register.MaskName(name)
	}
	return name
}

// Contact is how the reporter can be reached.
func (v Voice) Contact(r app.Reporter, p Privacy) string {
	if r.Refused {
		return v.Say("person.refused")
	}
	var ways []string
	for _, way := range []struct {
		key, value string
		mask       func(string) string
	}{
		{"", r.Phone, register.MaskPhone},
		{"person.email", r.Email, register.MaskEmail},
		{"person.wechat", r.WeChat, register.MaskWeChat},
	} {
		s := way.value
		if s == "" || p == Nobody {
			continue
		}
		if p == Masked {
			s = way.mask(s)
		}
		if way.key != "" {
			s = v.Say(way.key, s)
		}
		ways = append(ways, s)
	}
	return v.List(ways)
}

// Place is where an issue is, in full: 3 幢 2 單元 501.
func (v Voice) Place(at app.Place, p Privacy) string {
	door := v.door(at, p)
	switch {
	case at.Block == "" && at.Door == "" && p != Open:
		return register.MaskDoors(at.Text)
	case at.Block == "" && at.Door == "":
		return at.Text
	case p == Nobody:
		return v.Say("place.block", at.Block)
	case at.Unit != "":
		return v.Say("place.unit", at.Block, at.Unit, door)
	case at.Door != "":
		return v.Say("place.door", at.Block, door)
	}
	return v.Say("place.block", at.Block)
}

// Short is a place for lists: 3-2-501.
func (v Voice) Short(at app.Place, p Privacy) string {
	at.Door = v.door(at, p)
	if p != Open {
		at.Text = register.MaskDoors(at.Text)
	}
	return at.Short()
}

// Beside is what was said of a place beside its room: 主臥陽台. A room that was
// typed and then read as one is not said twice.
func (v Voice) Beside(at app.Place, p Privacy) string {
	if at.Block == "" && at.Door == "" {
		return ""
	}
	if read, ok := register.ParsePlace(at.Text); ok && read.Room != "" {
		return ""
	}
	if p != Open {
		return register.MaskDoors(at.Text)
	}
	return at.Text
}

func (v Voice) door(at app.Place, p Privacy) string {
	if p == Open || at.Door == "" {
		return at.Door
	}
	return "**"
}
