package issues

import (
	"time"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// amendForm corrects what was written down at intake. Name and contact stand
// there masked; to change them is to look at them, which is noted.
func amendForm(m matter) *actForm {
	a := newAct(m, "amend", 3)
	a.Width = seat.SheetFull
	f := newFacts(m.s, func() time.Time { return m.c.Registered }, func(r app.Reporter, then func()) {
		m.s.Reveal(app.Access{Issue: m.c.ID, Person: r.Person, Fields: "name,contact", Action: "view"}, then)
	})
	a.Form = f.Form
	why := kit.Entry("")
	a.Form.Add("why", kit.NewField(m.s.Say("amend.why"), why, ""), 2)
	a.Form.Add("place", kit.NewField(m.s.Say("intake.where"), f.where, ""), 1)
	f.addTo()
	f.project.SetValues(nil) // an issue stays in its estate
	f.fill(m.c.Intake, m.c.Level)
	if r := m.c.Reporter; !r.Anonymous && (r.Name != "" || r.Reachable()) {
		f.who.lock(r, say.Masked)
	} else {
		f.who.fill(r)
	}
	a.Watch("received", f.received)
	a.Watch("occurred", f.occurred)
	a.Order = func() doing {
		o := app.AmendOrder{Stand: m.s.Stand(m.c.Issue), Intake: f.intake(), Level: f.level.Value(), Why: why.Value()}
		o.Related = m.c.Related
		o.Received = unchanged(o.Received, m.c.Received)
		o.Occurred = unchanged(o.Occurred, m.c.Occurred)
		return seat.Ask(m.s.Desk.Amend, o)
	}
	return a
}

// unchanged keeps the seconds of a moment that the field shows without them.
func unchanged(shown, was time.Time) time.Time {
	if shown.Truncate(time.Minute).Equal(was.Truncate(time.Minute)) {
		return was
	}
	return shown
}
