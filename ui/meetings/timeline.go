package meetings

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// actTones are those of acts that are more than routine.
var actTones = map[meeting.ActKind]kit.Tone{
	meeting.ActFrozen: kit.Info, meeting.ActHeld: kit.Info, meeting.ActMinuted: kit.Good, meeting.ActReopened: kit.Warn, meeting.ActCancelled: kit.Bad,
	meeting.ActIssue: kit.Info, meeting.ActGathered: kit.Info, meeting.ActGave: kit.Info,
}

// timeline is what happened, the newest first.
func (p *Page) timeline() []kit.Happened {
	r, s := p.seen.r, p.s
	all := make([]kit.Happened, 0, len(r.Acts))
	for _, a := range slices.Backward(r.Acts) {
		all = append(all, kit.Happened{
			Tone: actTones[a.Kind], When: s.Dotted(s.Moment(a.At), s.Voice.Staff(a.By)),
			Head: p.actWords(a.Kind), Body: p.actBody(a),
		})
	}
	return all
}

// actWords are what was done; what is no meeting is not held.
func (p *Page) actWords(k meeting.ActKind) string {
	if key := "meetings.act." + string(k); !p.seen.r.Kind.Figures() && p.s.Has(key) {
		return p.s.Say(key)
	}
	return p.s.Say("record.act." + string(k))
}

// mostLines is how many changes of one act are told; the rest is counted.
const mostLines = 6

// actBody is why, and what became different: the fields of a row in one line.
func (p *Page) actBody(a meeting.Act) string {
	var lines []string
	if a.Note != "" {
		lines = append(lines, a.Note)
	}
	told, of := 0, ""
	for _, d := range a.Diffs {
		about, words := p.difference(d)
		switch {
		case words == "":
		case about != "" && about == of:
			if told <= mostLines {
				lines[len(lines)-1] += p.s.Say("act.between") + words
			}
		default:
			of = about
			if told++; told > mostLines {
				continue
			}
			if about != "" {
				words = p.s.Say("act.now", about, words)
			}
			lines = append(lines, words)
		}
	}
	if told > mostLines {
		lines = append(lines, p.s.Count("meetings.more-changes", told-mostLines))
	}
	return strings.Join(lines, "\n")
}

// difference words one change: the row it is about, and what it was and is. That
// the state moved is said by the act itself.
func (p *Page) difference(d app.Difference) (about, words string) {
	s := p.s
	if d.Field == "state" {
		return "", ""
	}
	if d.Field == app.AloneField {
		return "", s.Say("field.alone")
	}
	list, rest, inList := strings.Cut(d.Field, ".")
	field := d.Field
	if inList {
		n, part, whole := strings.Cut(rest, ".")
		about = p.cardWords(list)
		if field = part; whole {
			about = s.Say("meetings.row", about, n)
		} else { // the order
			field = n
		}
	}
	name := label(s.Voice, field)
	switch {
	case field == "person" && list == "guests":
		name = label(s.Voice, "name")
	case (field == "person" || field == "name") && list == "opinions":
		name = label(s.Voice, "from")
	}
	before, after := p.value(list, field, d.Old), p.value(list, field, d.New)
	switch {
	case hidden[field]:
		return about, ""
	case field == "order" || field == "gone" || before == "" && after == "":
		return about, name
	case before == "":
		return about, s.Say("act.now", name, after)
	case after == "":
		return about, s.Say("act.gone", name, before)
	}
	return about, s.Say("act.changed", name, before, after)
}

// hidden are the fields that say nothing to a reader, or are told otherwise.
var hidden = map[string]bool{"key": true, "issue": true, "issues": true, "number": true, "by-hand": true, "settled": true, "settled-by": true}

// value words what a field held: ids, codes and moments are stored as such.
func (p *Page) value(list, field, v string) string {
	s := p.s
	if v == "" {
		return ""
	}
	n := func() int64 {
		id, err := strconv.ParseInt(v, 10, 64)
		if err != nil {
			return 0
		}
		return id
	}
	switch field {
	case "chair", "recorder", "contact", "staff":
		return s.Voice.Staff(app.StaffID(n()))
	case "by":
		if list == "told" {
			return s.Voice.Staff(app.StaffID(n()))
		}
	case "person":
		if list == "guests" || list == "opinions" {
			return p.personName(0, app.PersonID(n()), "", say.Masked)
		}
	case "name":
		return s.Person(v, false, say.Masked)
	case "phone":
		return s.Contact(app.Reporter{Phone: v}, say.Masked)
	case "room":
		return s.Short(meeting.Opinion{Room: v}.Where(), say.Masked)
	case "dept":
		return s.Dept(app.DeptID(n()))
	case "area":
		return p.seen.at.area(app.AreaID(n()))
	case "building":
		return p.seen.at.building(s.Voice, app.BuildingID(n()))
	case "areas", "buildings":
		return p.manyPlaces(field, v)
	case "presence":
		return s.Say("presence." + v)
	case "category":
		return s.Category(app.Category(v))
	case "invited", "owners":
		return s.Say("meetings.yes")
	case "begins", "ends", "next", "came", "left", "at":
		if t, err := time.Parse(time.RFC3339, v); err == nil {
			return s.Moment(t)
		}
	}
	if s.Has("code." + v) {
		return s.Say("code." + v)
	}
	return v
}

func (p *Page) manyPlaces(field, v string) string {
	var all []string
	for _, one := range strings.Fields(v) {
		id, err := strconv.ParseInt(one, 10, 64)
		if err != nil {
			continue
		}
		if field == "areas" {
			all = append(all, p.seen.at.area(app.AreaID(id)))
		} else {
			all = append(all, p.seen.at.building(p.s.Voice, app.BuildingID(id)))
		}
	}
	return p.s.List(all)
}
