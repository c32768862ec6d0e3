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
	meeting.ActIssue: kit.Info, meeting.ActGave: kit.Info,
}

// timeline is what happened, the newest first.
func (p *Page) timeline() []kit.Happened {
	r, s := p.seen.r, p.s
	all := make([]kit.Happened, 0, len(r.Acts))
	for _, a := range slices.Backward(r.Acts) {
		all = append(all, kit.Happened{
			Tone: actTones[a.Kind], When: s.Dotted(s.Moment(a.At), s.Voice.Staff(a.By)),
			Head: s.Say("record.act." + string(a.Kind)), Body: p.actBody(a),
		})
	}
	return all
}

// mostDiffs is how many changes of one act are told; the rest is counted.
const mostDiffs = 8

func (p *Page) actBody(a meeting.Act) string {
	var lines []string
	if a.Note != "" {
		lines = append(lines, a.Note)
	}
	told := 0
	for _, d := range a.Diffs {
		words := p.difference(d)
		if words == "" {
			continue
		}
		if told++; told <= mostDiffs {
			lines = append(lines, words)
		}
	}
	if told > mostDiffs {
		lines = append(lines, p.s.Count("meetings.more-changes", told-mostDiffs))
	}
	return strings.Join(lines, "\n")
}

// difference words one change: what it is about, and what it was and is. That the
// state moved is said by the act itself.
func (p *Page) difference(d app.Difference) string {
	s := p.s
	if d.Field == "state" {
		return ""
	}
	list, rest, inList := strings.Cut(d.Field, ".")
	name, field := "", d.Field
	if inList {
		n, part, _ := strings.Cut(rest, ".")
		name = p.cardWords(list)
		if field = part; part == "" { // the order
			field = n
		} else {
			name = s.Say("meetings.row", name, n)
		}
	}
	if hidden[field] {
		return ""
	}
	words := s.Dotted(name, label(s.Voice, field))
	if field == "gone" {
		return s.Say("meetings.gone", name)
	}
	before, after := p.value(list, field, d.Old), p.value(list, field, d.New)
	switch {
	case field == "order":
		return s.Say("act.now", name, label(s.Voice, "order"))
	case before == "" && after == "":
		return words
	case before == "":
		return s.Say("act.now", words, after)
	case after == "":
		return s.Say("act.gone", words, before)
	}
	return s.Say("act.changed", words, before, after)
}

// hidden are the fields that say nothing to a reader, or are told otherwise.
var hidden = map[string]bool{"key": true, "issue": true, "issues": true, "by-hand": true}

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
