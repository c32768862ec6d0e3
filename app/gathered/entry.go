package gathered

import (
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/register"
)

// entry reads one row.
func (r *reader) entry() {
	e := Entry{Row: r.row}
	r.event(&e)
	v := &e.Opinion
	v.Name, v.Phone, v.Room = r.plain(OfName, app.LongestLine), r.plain(OfPhone, app.LongestLine), r.plain(OfRoom, app.LongestLine)
	v.Text, v.Note = r.plain(OfText, app.LongestText), r.text(OfNote)
	if v.Text == "" {
		r.problem(OfText, Missing, string(OfText), true)
	}
	r.sort(v)
	v.Note = r.limited(OfNote, v.Note, app.LongestText)
	if !r.fatal {
		r.Entries = append(r.Entries, e)
	}
}

// other is the category of what names none.
const other app.Category = "OT"

// sort reads what sort of opinion it is and what it is about. Offices write both
// into 类别: what is no sort but a category is taken as one.
func (r *reader) sort(v *meeting.Opinion) {
	w := r.options.Words
	sort, subject := r.text(OfSort), r.text(OfSubject)
	kind, known := w.Kinds.Of(sort)
	if _, is := w.Category(sort); is && !known && subject == "" {
		sort, subject = "", sort
	}
	if one, is := w.Kinds.Of(subject); is && sort == "" {
		if _, is := w.Category(subject); !is {
			kind, known, sort, subject = one, true, subject, ""
		}
	}
	switch {
	case sort == "":
		v.Sort = app.Suggestion
		r.once(OfSort, SortNone, "")
	case known:
		v.Sort = kind
	default:
		r.problem(OfSort, SortUnknown, sort, true)
	}
	r.subject(v, subject)
}

func (r *reader) subject(v *meeting.Opinion, subject string) {
	category, known := r.options.Words.Category(subject)
	switch {
	case subject == "":
		v.Category = other
		r.once(OfSubject, SubjectNone, "")
	case known && r.options.Ground.KnowsCategory(category):
		v.Category = category
	default:
		v.Category = other
		v.Note = strings.TrimSpace(v.Note + "\n" + subject)
		r.once(OfSubject, SubjectOther, subject)
	}
}

// event reads what the row belongs to: what it says itself, or the row above it if
// it says nothing of the kind, or what stands beside the list.
func (r *reader) event(e *Entry) {
	of := map[register.Column]string{}
	for _, c := range heads {
		of[c] = r.text(c)
	}
	if of[OfEvent] == "" && of[OfHeld] == "" && of[OfBy] == "" && of[OfEstate] == "" && r.above != nil {
		of = r.above
	}
	r.above = of
	say := func(c register.Column) string {
		if of[c] != "" {
			return of[c]
		}
		return r.beside[c].text
	}
	e.estate, e.by = say(OfEstate), say(OfBy)
	d := &e.Event
	d.Title, d.Place = r.limited(OfEvent, say(OfEvent), app.LongestLine), r.limited(OfVenue, say(OfVenue), app.LongestLine)
	if d.Title == "" {
		r.problem(OfEvent, Missing, string(OfEvent), true)
	}
	d.Begins = r.held(say(OfHeld))
	d.Subject = r.occasion(say(OfOccasion), d.Title)
	r.estate(e)
	r.by(e)
}

func (r *reader) held(s string) time.Time {
	if s == "" {
		r.problem(OfHeld, Missing, string(OfHeld), true)
		return time.Time{}
	}
	t, read := Moment(s, r.options.Zone)
	switch {
	case !read:
		r.problem(OfHeld, MomentUnread, s, true)
	case t.After(r.options.Now):
		r.problem(OfHeld, StillAhead, s, true)
	}
	return t
}

// occasion is what sort of event it was; sales are told by their name.
func (r *reader) occasion(s, title string) meeting.Subject {
	if one, known := r.options.Words.Events.Of(s); known {
		return one
	}
	guess := guessOccasion(s + title)
	if s == "" {
		s = title
	}
	r.once(OfOccasion, OccasionOther, s)
	return guess
}

func (r *reader) estate(e *Entry) {
	id, known := r.estates.Of(e.estate)
	switch {
	case e.estate == "" && r.options.Project == 0:
		r.problem(OfEstate, EstateUnsaid, "", true)
	case e.estate == "":
		e.Project = r.options.Project
	case !known || r.options.Ground.Projects[id].Closed:
		r.problem(OfEstate, EstateUnknown, e.estate, true)
	default:
		e.Project = id
	}
}

// by finds among us the first who gathered opinions; the others are kept by name.
func (r *reader) by(e *Entry) {
	var others []string
	for _, name := range strings.FieldsFunc(e.by, func(c rune) bool { return strings.ContainsRune("、,，;；/|\n", c) }) {
		name = strings.TrimSpace(name)
		if id, known := r.staff.Of(name); known && e.Event.Recorder == 0 {
			e.Event.Recorder = id
		} else if name != "" {
			others = append(others, name)
		}
	}
	e.Event.Helpers = r.limited(OfBy, strings.Join(others, "、"), app.LongestLine)
	if e.Event.Recorder == 0 && e.Event.Helpers == "" {
		r.problem(OfBy, Missing, string(OfBy), true)
	}
}
