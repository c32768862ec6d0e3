package surveys

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// timelinePart is what happened to the survey, the newest first.
type timelinePart struct {
	p        *Page
	happened *kit.Timeline
	view     fyne.CanvasObject
}

func newTimelinePart(p *Page) part {
	t := &timelinePart{p: p, happened: kit.NewTimeline(nil)}
	t.view = kit.Card(kit.Scroll(t.happened))
	return t
}

func (t *timelinePart) key() string             { return "timeline" }
func (t *timelinePart) root() fyne.CanvasObject { return t.view }

// actTones are those of acts that are more than routine.
var actTones = map[annual.ActKind]kit.Tone{
	annual.ActApproved: kit.Good, annual.ActReopened: kit.Warn, annual.ActDrawn: kit.Info, annual.ActCounted: kit.Info,
	annual.ActReported: kit.Good, annual.ActReissued: kit.Warn, annual.ActDestroyed: kit.Warn, annual.ActCancelled: kit.Bad,
}

func (t *timelinePart) show(v seen) {
	s, acts := t.p.s, v.survey.Acts
	all := make([]kit.Happened, 0, len(acts))
	for i := len(acts) - 1; i >= 0; i-- {
		a := acts[i]
		one := kit.Happened{
			Tone: actTones[a.Kind], When: s.Dotted(s.Moment(a.At), s.Voice.Staff(a.By)), Head: say.SurveyAct(s.Voice, a.Kind), Body: t.body(v, a),
		}
		if n := together(acts[:i+1]); n > 1 {
			one.Head, one.Body = s.Say("surveys.act.times", one.Head, n), t.called(acts[i+1-n:i+1])
			i -= n - 1
		}
		all = append(all, one)
	}
	t.happened.Set(all)
}

// together is how many of the last acts called up a reserve, one after the other, by the
// same person on one day: they are told together.
func together(acts []annual.Act) (n int) {
	last := acts[len(acts)-1]
	for _, a := range slices.Backward(acts) {
		if a.Kind != annual.ActReplaced || a.By != last.By || a.At.YearDay() != last.At.YearDay() || a.At.Year() != last.At.Year() {
			break
		}
		n++
	}
	return n
}

// called are the units that reserves were called up for, in one line.
func (t *timelinePart) called(acts []annual.Act) string {
	var all []string
	for _, a := range acts {
		for _, d := range a.Diffs {
			if d.Field == "unit" {
				all = append(all, d.Old+" → "+d.New)
			}
		}
	}
	return t.p.s.Say("act.now", label(t.p.s.Voice, "unit"), t.p.s.List(all))
}

// mostLines is how many changes of one act are told; the rest is counted.
const mostLines = 8

// body is why, and what became different.
func (t *timelinePart) body(v seen, a annual.Act) string {
	var lines []string
	if a.Note != "" {
		lines = append(lines, a.Note)
	}
	told := 0
	for _, d := range a.Diffs {
		words := t.difference(v, d)
		if words == "" {
			continue
		}
		if told++; told <= mostLines {
			lines = append(lines, words)
		}
	}
	if told > mostLines {
		lines = append(lines, t.p.s.Count("meetings.more-changes", told-mostLines))
	}
	return strings.Join(lines, "\n")
}

// lists are the rows of a questionnaire and of findings by the key that a
// difference has before them.
var lists = map[string]bool{"dimensions": true, "items": true, "choices": true, "open": true, "problems": true, "suggestions": true}

// difference words one change: the row it is about, and what it was and is. That
// the state moved is said by the act itself.
func (t *timelinePart) difference(v seen, d app.Difference) string {
	s := t.p.s
	list, rest, dotted := strings.Cut(d.Field, ".")
	field, about := d.Field, ""
	switch {
	case d.Field == "state":
		return ""
	case d.Field == app.AloneField:
		return s.Say("field.alone")
	case dotted && list == "stages":
		key, part, _ := strings.Cut(rest, ".")
		about, field = say.Stage(s.Voice, annual.StageKey(key)), part
	case dotted && lists[list]:
		code, part, whole := strings.Cut(rest, ".")
		about = label(s.Voice, list)
		if field = part; whole {
			about = s.Say("meetings.row", about, code)
		} else { // the order
			field = rest
		}
	case dotted: // precision.error
		field = rest
	}
	name := label(s.Voice, field)
	before, after := t.value(v, field, d.Old), t.value(v, field, d.New)
	words := s.Say("act.changed", name, before, after)
	switch {
	case before == "" && after == "" || wordless[field]:
		words = name
	case before == "":
		words = s.Say("act.now", name, after)
	case after == "":
		words = s.Say("act.gone", name, before)
	}
	if about != "" {
		words = s.Say("act.now", about, words)
	}
	return words
}

// wordless are fields of which it is said only that they are others now.
var wordless = map[string]bool{"order": true, "gone": true, "complaints": true}

// value words what a field held: ids, codes and shares are stored as such.
func (t *timelinePart) value(v seen, field, text string) string {
	s := t.p.s
	if text == "" {
		return ""
	}
	switch field {
	case "interviewers":
		return t.many(text, func(id int64) string { return s.Voice.Staff(app.StaffID(id)) })
	case "areas":
		return t.many(text, func(id int64) string { return areaName(v.areas, app.AreaID(id)) })
	case "confidence", "error", "share", "response", "phoned", "back-check", "second":
		if x, err := strconv.ParseFloat(text, 64); err == nil {
			return share(x)
		}
	case "dept":
		if id, err := strconv.ParseInt(text, 10, 64); err == nil {
			return s.Dept(app.DeptID(id))
		}
	case "dimension":
		return say.DimensionText(s.Voice, v.survey.Questionnaire, text)
	case "item":
		return say.ItemText(s.Voice, v.survey.Questionnaire, text)
	case "checked", "by", "interviewer":
		if id, err := strconv.ParseInt(text, 10, 64); err == nil {
			return s.Voice.Staff(app.StaffID(id))
		}
	case "kind":
		return s.Say("surveys.problem." + text)
	case "rule", "way", "scale", "priority":
		return s.Say("surveys." + field + "." + text)
	case "weight":
		return text + "%"
	case "convenience", "overall", "recommend", "own":
		return s.Say("meetings.yes")
	}
	words := make([]string, 0, 4)
	for _, one := range strings.Fields(text) {
		if !s.Has("code." + one) {
			return text
		}
		words = append(words, s.Say("code."+one))
	}
	return s.List(words)
}

func (t *timelinePart) many(text string, name func(int64) string) string {
	var all []string
	for _, one := range strings.Fields(text) {
		if id, err := strconv.ParseInt(one, 10, 64); err == nil {
			all = append(all, name(id))
		}
	}
	return t.p.s.List(all)
}
