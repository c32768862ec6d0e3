package issues

import (
	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// inspectForm records how the desk saw for itself that a repair is done.
func inspectForm(m matter) *actForm {
	a := newAct(m, "inspect", 2)
	s := m.s
	if f, there := m.c.LastFeedback(); there {
		a.Tell(feedbackWords(m, f))
	}
	inspector := s.StaffChoice(s.Ground.DeskDept())
	kit.SetValue(inspector, s.Staff.ID)
	a.Add("inspector", inspector, 1)
	at := a.Moment("inspected", seat.Morning, 1)
	at.SetValue(m.now())
	place := kit.Filled(s.Place(m.c.Place, say.Open))
	a.Add("place", place, 1)
	passed := worded(s, "passed.", []app.Said{app.SaidYes, app.SaidNo})
	a.Add("passed", passed, 1)
	found := a.Area("found", 3, 2)
	pick := files{form: a}
	photo, cell := pick.cell(0)
	a.Add("photo", cell, 1)
	noPhoto := kit.Entry(s.Say("inspect.no-photo.example"))
	a.Add("no-photo", noPhoto, 1)
	a.Order = func() doing {
		return seat.Ask(s.Desk.Inspect, app.InspectOrder{
			Stand: s.Stand(a.c.Issue), Inspector: inspector.Value(), Inspected: at.Moment(), Place: place.Value(),
			Passed: passed.Value(), Result: found.Value(), Photo: photo.Value(), NoPhoto: noPhoto.Value(),
		})
	}
	return a
}

// inspectionWords is an inspection in a few lines.
func inspectionWords(m matter, i app.Inspection) string {
	s := m.s
	proof := i.NoPhoto
	if i.Photo > 0 && i.Photo <= len(m.c.Attachments) {
		proof = m.c.Attachments[i.Photo-1].Name
	}
	return s.Say("inspect.words", s.Say("passed."+string(saidOf(i.Passed))), s.Voice.Staff(i.Inspector), s.Moment(i.Inspected), i.Place, i.Result, proof)
}

func saidOf(yes bool) app.Said {
	if yes {
		return app.SaidYes
	}
	return app.SaidNo
}
