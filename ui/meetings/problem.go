package meetings

import (
	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// topic chooses a category by its two levels.
type topic struct {
	s       *seat.Seat
	subject *kit.Choice[app.Category]
	detail  *kit.Choice[app.Category]
}

func newTopic(s *seat.Seat, was app.Category) *topic {
	t := &topic{s: s, subject: seat.Maybe(s, s.Subjects()), detail: seat.Maybe(s, []app.Category(nil))}
	t.subject.OnChanged = func(app.Category) { t.narrow() }
	kit.Hold(t.subject, was.Subject())
	t.narrow()
	if was != was.Subject() {
		kit.Hold(t.detail, was)
	}
	return t
}

// narrow offers the second level of the subject chosen.
func (t *topic) narrow() {
	t.detail.SetValues(append([]app.Category{""}, t.s.Topics(t.subject.Value())...))
	kit.SetValue(t.detail, "")
}

// addTo puts both levels into a form.
func (t *topic) addTo(f *form) {
	f.Form.Add("subject", kit.NewField(t.s.Say("field.subject"), t.subject, ""), 1)
	f.Form.Add("category", kit.NewField(t.s.Say("intake.detail"), t.detail, ""), 1)
}

func (t *topic) value() app.Category {
	if c := t.detail.Value(); c != "" {
		return c
	}
	return t.subject.Value()
}

// named puts a field in under the name of its cell, where it is labelled otherwise.
func named(f *form, s *seat.Seat, cell, words string, input fyne.CanvasObject, span int) *kit.Field {
	return f.Form.Add(cell, kit.NewField(label(s.Voice, words), input, ""), span)
}

// problemForm writes one common problem; the figures' own keep what they were
// found by.
func problemForm(p *Page, was meeting.Problem) *form {
	s, found := p.s, was.N != 0 && !was.ByHand
	f := newForm(s, seat.FormName("record", p.seen.r.ID, "problem", was.N), p.title("problems"), s.Say("meetings.save"), 3)
	f.Width = seat.SheetFull
	title, category := kit.Filled(was.Title), newTopic(s, was.Category)
	households, cases, before := amount(was.Households), amount(was.Cases), amount(was.Before)
	areas := kit.NewTicks(p.seen.at.areaIDs(), p.seen.at.area, 6)
	areas.Choose(was.Areas)
	if found {
		f.Tell(s.Say("meetings.problem.found", s.Category(was.Category), was.Cases, was.Before))
	}
	named(f, s, "title", "problem-title", title, 3)
	if !found {
		category.addTo(f)
		f.Add("households", households, 1)
		f.Add("cases", cases, 1)
		f.Add("before", before, 1)
		f.Add("areas", areas.Root, 3)
	}
	cause, taken, plan := f.Area("cause", 2, 3), f.Area("taken", 2, 3), f.Area("plan", 3, 3)
	cause.SetText(was.Cause)
	taken.SetText(was.Taken)
	plan.SetText(was.Plan)
	dept, person, due := s.MaybeDept(), kit.Filled(was.Person), kit.NewDateField(s.Dates())
	kit.Hold(dept, was.Dept)
	due.SetValue(was.Due)
	f.Add("dept", dept, 1)
	f.Add("person", person, 1)
	f.Add("due", due, 1)
	owners, strike := kit.Check(s.Say("meetings.problem.owners"), nil), kit.Check(s.Say("meetings.strike"), nil)
	owners.SetChecked(was.Owners)
	f.Form.Add("owners", kit.NewField("", owners, ""), 2)
	if was.N != 0 {
		f.Form.Add("strike", kit.NewField("", strike, ""), 1)
	}
	f.Order = func() doing {
		now := was
		now.Title, now.Cause, now.Taken, now.Plan = title.Value(), cause.Value(), taken.Value(), plan.Value()
		now.Dept, now.Person, now.Owners = dept.Value(), person.Value(), owners.Checked
		now.Due, _ = due.Value()
		if !found {
			now.ByHand, now.Category, now.Areas = true, category.value(), areas.Chosen()
			now.Households, now.Cases, now.Before = numberOf(households), numberOf(cases), numberOf(before)
		}
		rows := put(meeting.Live(p.seen.r.Problems), now, func(v meeting.Problem) int { return v.N }, strike.Checked)
		return seat.Ask(p.desk.Change, meeting.ChangeOrder{Stand: p.stand(), Problems: &rows})
	}
	f.Said = func(meeting.Move) string { return p.said("problems") }
	return f
}

// put is a list with one row as it is now: in its place, at the end, or out.
func put[T any](rows []T, now T, n func(T) int, strike bool) []T {
	all := []T{}
	for _, row := range rows {
		switch {
		case n(row) != n(now):
			all = append(all, row)
		case !strike:
			all = append(all, now)
		}
	}
	if n(now) == 0 {
		all = append(all, now)
	}
	return all
}

// opinionForm writes one opinion.
func opinionForm(p *Page, was meeting.Opinion) *form {
	s := p.s
	f := newForm(s, seat.FormName("record", p.seen.r.ID, "opinion", was.N), p.title("opinions"), s.Say("meetings.save"), 3)
	f.Width = seat.SheetFull
	who, place, by := p.whoChoice(false), kit.Filled(was.Place), kit.Filled(was.By)
	if was.Person != 0 || was.Name != "" {
		who.SetValue(candidate{meeting.Guest{Person: was.Person, Name: was.Name, Area: was.Area}, p.personName(0, was.Person, was.Name, say.Open), ""})
	}
	where := p.areaChoice(was.Area)
	who.OnChanged = func(c candidate) {
		if c.guest.Area != 0 {
			kit.SetValue(where, c.guest.Area)
		}
	}
	category := newTopic(s, was.Category)
	f.Add("from", who, 1).SetHint(s.Say("meetings.from.hint"))
	f.Add("area", where, 1)
	f.Add("where", place, 1)
	text := area(3, was.Text)
	named(f, s, "text", "opinion", text, 3)
	category.addTo(f)
	f.Add("by", by, 1)
	answer := f.Area("reply", 2, 3)
	answer.SetText(was.Answer)
	strike := kit.Check(s.Say("meetings.strike"), nil)
	if was.N != 0 && was.Issue == 0 {
		f.Form.Add("strike", kit.NewField("", strike, ""), 1)
	}
	f.Order = func() doing {
		now, c := was, who.Value()
		now.Person, now.Name, now.Area, now.Place = c.guest.Person, c.guest.Name, where.Value(), place.Value()
		now.Text, now.Category, now.Answer, now.By = text.Value(), category.value(), answer.Value(), by.Value()
		rows := put(meeting.Live(p.seen.r.Opinions), now, func(v meeting.Opinion) int { return v.N }, strike.Checked)
		return seat.Ask(p.desk.Change, meeting.ChangeOrder{Stand: p.stand(), Opinions: &rows})
	}
	f.Said = func(meeting.Move) string { return p.said("opinions") }
	return f
}

// toldForm adds to the log of who was told, and how.
func toldForm(p *Page) *form {
	s := p.s
	f := newForm(s, seat.FormName("record", p.seen.r.ID, "told"), p.title("told"), s.Say("meetings.save"), 2)
	area := p.areaChoice(0)
	building := kit.NewChoice(append([]app.BuildingID{0}, p.seen.at.buildingIDs()...), func(id app.BuildingID) string {
		if id == 0 {
			return s.Say("number.none")
		}
		return p.seen.at.building(s.Voice, id)
	})
	kit.SetValue(building, 0)
	how, by, whom, note := seat.Codes(s, seat.Offered(s, "method", app.Methods)), s.StaffChoice(s.Staff.Dept), kit.Entry(""), kit.Entry("")
	kit.SetValue(how, app.Notice)
	kit.SetValue(by, s.Staff.ID)
	f.Add("area", area, 1)
	f.Add("building", building, 1)
	f.Add("whom", whom, 2).SetHint(s.Say("meetings.whom.hint"))
	f.Add("how", how, 1)
	at := f.Moment("at", seat.Morning, 1)
	at.SetValue(s.Here(s.Now()))
	f.Add("told-by", by, 1)
	f.Add("note", note, 1)
	f.Order = func() doing {
		rows := append(meeting.Live(p.seen.r.Told), meeting.Told{Area: area.Value(), Building: building.Value(), Whom: whom.Value(), How: how.Value(),
			At: at.Moment(), By: by.Value(), Note: note.Value()})
		return seat.Ask(p.desk.Change, meeting.ChangeOrder{Stand: p.stand(), Told: &rows})
	}
	f.Said = func(meeting.Move) string { return p.said("told") }
	return f
}
