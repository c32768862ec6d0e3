package reports

import (
	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// A view is one round of a case as one copy shows it. What a copy may show of
// people is decided here and nowhere else.
type view struct {
	Facts
	c    app.Case
	r    app.Round
	to   Copy
	size Size
}

func newView(f Facts, c app.Case, round int, to Copy, size Size) view {
	v := view{Facts: f, c: c, to: to, size: size}
	for _, r := range c.Rounds {
		if r.N == round {
			v.r = r
		}
	}
	return v
}

// number is what the copy is filed under; a round that the desk handles itself
// has none of its own.
func (v view) number() string {
	if v.r.Number == "" {
		return v.c.Number
	}
	return v.r.Number
}

func (v view) owner() bool { return v.to == CopyOwner }

// Privacy is how the desk's own papers and figures show people and rooms.
func (f Facts) Privacy() say.Privacy {
	if f.Open {
		return say.Open
	}
	return say.Masked
}

// privacy is how names are shown: an owner sees his own, a department the
// surname.
func (v view) privacy() say.Privacy {
	switch v.to {
	case CopyOwner:
		return say.Open
	case CopyDept:
		return say.Masked
	}
	return v.Privacy()
}

// door is how a place is shown: in full for a department, whose people have to
// find it.
func (v view) door() say.Privacy {
	if v.to == CopyDept {
		return say.Open
	}
	return v.privacy()
}

// reach is how ways to reach the owner are shown: in full for a department only
// if it was asked to call.
func (v view) reach() say.Privacy {
	if v.to == CopyDept && v.r.Contact {
		return say.Open
	}
	return v.privacy()
}

func (v view) name() string    { return v.Name(v.c.Reporter, v.privacy()) }
func (v view) place() string   { return v.Place(v.c.Place, v.door()) }
func (v view) contact() string { return v.Contact(v.c.Reporter, v.reach()) }

// shows is whom the copy shows in full on paper, of the fields that its document
// has: the first reporter, and in others' those who brought the same later.
func (v view) shows(paper string, name, contact bool) []app.Shown {
	all := v.showsOne(v.c.Reporter, paper, name, contact)
	if v.owner() {
		return all
	}
	for _, k := range v.c.Others() {
		all = append(all, v.showsOne(k.Reporter, paper, name, contact)...)
	}
	return all
}

func (v view) showsOne(r app.Reporter, paper string, name, contact bool) []app.Shown {
	name = name && v.privacy() == say.Open && !r.Anonymous && r.Name != ""
	contact = contact && v.reach() == say.Open && !r.Refused && r.Reachable()
	if !name && !contact {
		return nil
	}
	s := app.Shown{Issue: v.c.ID, Person: r.Person, Fields: fieldsOf(name, contact), Paper: paper}
	if v.to == CopyDept {
		s.Dept = v.r.Lead
	}
	return []app.Shown{s}
}

// fieldsOf names the fields of a person that are shown in full, as the log keeps them.
func fieldsOf(name, contact bool) string {
	switch {
	case name && contact:
		return "name,contact"
	case name:
		return "name"
	}
	return "contact"
}

// shown is whom one line of a list shows in full.
func (f Facts) shown(i app.Issue, paper string, name, contact bool) []app.Shown {
	return view{Facts: f, c: app.Case{Issue: i}, to: CopyDesk}.showsOne(i.Reporter, paper, name, contact)
}

// veil hides in free words what the fields of this copy mask.
func (v view) veil() say.Veil {
	veil := v.Veiled(v.c.Reporter, v.c.Place, v.privacy(), v.door(), v.reach())
	for _, k := range v.c.Callers {
		if v.owner() { // an owner sees nothing of others
			veil = veil.With(v.Veiled(k.Reporter, k.Place, say.Masked, say.Masked, say.Masked))
		} else {
			veil = veil.With(v.Veiled(k.Reporter, k.Place, v.privacy(), v.door(), v.reach()))
		}
	}
	return veil
}

// placeField is the place with what was said beside the room.
func (v view) placeField() paper.Field {
	d := v.pair("slip.place", v.place())
	d.Small = v.Beside(v.c.Place, v.door())
	return d
}

// why is why there is a further round. An owner's copy says it in his own words
// only, not in those of the desk.
func (v view) why() string {
	if !v.owner() {
		return v.r.Why
	}
	for _, a := range v.c.FollowUps {
		if v.r.Why != "" && a.Opinion == v.r.Why {
			return v.r.Why
		}
	}
	return ""
}

// somebody is another person than the owner: a witness, who gave a photo.
func (v view) somebody(name string) string { return v.Person(name, false, v.privacy()) }

// notes are this round's, of the given kinds. An owner's copy has only what the
// owner was told anyway.
func (v view) notes(kinds ...app.NoteKind) []app.Note {
	var these []app.Note
	for _, n := range v.c.Notes {
		for _, k := range kinds {
			if n.Round == v.r.N && n.Kind == k && (n.Told || !v.owner()) {
				these = append(these, n)
			}
		}
	}
	return these
}

// feedbacks are this round's.
func (v view) feedbacks() []app.Feedback {
	var these []app.Feedback
	for _, f := range v.c.Feedbacks {
		if f.Round == v.r.N {
			these = append(these, f)
		}
	}
	return these
}

// feedback is the newest of this round, zero before the first.
func (v view) feedback() app.Feedback {
	if these := v.feedbacks(); len(these) > 0 {
		return these[len(these)-1]
	}
	return app.Feedback{}
}

// delays are this round's; an owner hears of those that were granted.
func (v view) delays() []app.Delay {
	var these []app.Delay
	for _, d := range v.c.Delays {
		if d.Round == v.r.N && (d.Approved || !v.owner()) {
			these = append(these, d)
		}
	}
	return these
}

// attempts are this round's attempts to ask the owner.
func (v view) attempts() []app.FollowUp { return attempts(v.c, v.r.N) }

func attempts(c app.Case, round int) []app.FollowUp {
	var these []app.FollowUp
	for _, a := range c.FollowUps {
		if a.Round == round {
			these = append(these, a)
		}
	}
	return these
}

// told is how and when the owner was told of the outcome, zero before.
func (v view) told() app.Note {
	var last app.Note
	for _, n := range v.notes(app.NoteTold) {
		last = n
	}
	return last
}

// room is a height in mm that leaves place to write by hand; once a round was
// reported back, a print of it needs less.
func (v view) room(mm float64) float64 {
	switch {
	case v.size == A5:
		return mm / 4
	case v.feedback().N > 0:
		return mm * .4
	}
	return mm
}
