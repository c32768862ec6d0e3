package measures

import (
	"slices"
	"strconv"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/ui/kit"
)

// actTones are those of acts that are more than routine.
var actTones = map[improve.ActKind]kit.Tone{
	improve.ActMoved: kit.Warn, improve.ActFinished: kit.Info, improve.ActAccepted: kit.Good, improve.ActReturned: kit.Warn,
	improve.ActEvaluated: kit.Info, improve.ActReminded: kit.Warn, improve.ActCalled: kit.Bad, improve.ActClosed: kit.Good, improve.ActVoided: kit.Bad,
}

// timeline is what happened, the newest first.
func (p *Page) timeline() []kit.Happened {
	s := p.s
	all := make([]kit.Happened, 0, len(p.seen.m.Acts))
	for _, a := range slices.Backward(p.seen.m.Acts) {
		all = append(all, kit.Happened{
			Tone: actTones[a.Kind], When: s.Dotted(s.Moment(a.At), s.Voice.Staff(a.By)),
			Head: s.Say("measure.act." + string(a.Kind)), Body: p.actBody(a),
		})
	}
	return all
}

// actBody is why, and what became different. When a measure was made, all it says
// stands at the left already.
func (p *Page) actBody(a improve.Act) string {
	var lines []string
	if a.Note != "" {
		lines = append(lines, a.Note)
	}
	if a.Kind == improve.ActMade {
		return strings.Join(lines, "\n")
	}
	for _, d := range a.Diffs {
		if words := p.difference(d); words != "" {
			lines = append(lines, words)
		}
	}
	return strings.Join(lines, "\n")
}

// difference words one change. That the state moved, and by whom, the act says itself.
func (p *Page) difference(d app.Difference) string {
	s := p.s
	if d.Field == "state" || d.Field == "less" || d.Field == "aimed" || strings.HasSuffix(d.Field, ".by") {
		return ""
	}
	if d.Field == app.AloneField {
		return s.Say("field.alone")
	}
	field, about := d.Field, ""
	if list, rest, inList := strings.Cut(d.Field, "."); inList {
		n, part, _ := strings.Cut(rest, ".")
		field, about = part, s.Say("measures.row", s.Say("measures.card."+list), n)
	}
	name := label(s.Voice, field)
	before, after := p.value(field, d.Old), p.value(field, d.New)
	words := s.Say("act.changed", name, before, after)
	switch {
	case field == "gone" || before == "" && after == "":
		words = name
	case before == "":
		words = s.Say("act.now", name, after)
	case after == "":
		words = s.Say("act.gone", name, before)
	}
	if about != "" {
		return s.Say("act.now", about, words)
	}
	return words
}

// value words what a field held: ids and codes are stored as such.
func (p *Page) value(field, v string) string {
	s := p.s
	if v == "" {
		return ""
	}
	n, _ := strconv.ParseInt(v, 10, 64)
	switch field {
	case "person", "approver", "by", "remind-to", "who-called", "decider":
		return s.Voice.Staff(app.StaffID(n))
	case "dept":
		return s.Dept(app.DeptID(n))
	case "helping":
		var all []app.DeptID
		for _, id := range strings.Fields(v) {
			n, _ := strconv.ParseInt(id, 10, 64)
			all = append(all, app.DeptID(n))
		}
		return s.Depts(all)
	case "categories":
		var all []app.Category
		for _, c := range strings.Fields(v) {
			all = append(all, app.Category(c))
		}
		return s.Categories(all)
	case "dimension":
		return s.Dimension(v, p.seen.found.Part(v).Text)
	case "item":
		return s.Item(v, "")
	case "percent":
		return s.Say("measures.percent", int(n))
	}
	if s.Has("code." + v) {
		return s.Say("code." + v)
	}
	return v
}
