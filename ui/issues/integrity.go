package issues

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// accusedFields ask whom a complaint is about: a department, people of it, somebody
// who is not staff.
type accusedFields struct {
	dept *kit.Choice[app.DeptID]
	who  *kit.Ticks[app.StaffID]
	box  *fyne.Container
	text *kit.Input
	s    *seat.Seat
}

func addAccused(a *actForm, was app.Inquiry) *accusedFields {
	s := a.s
	f := &accusedFields{s: s, box: container.NewStack(), text: kit.Entry(s.Say("inquiry.accused-text.example"))}
	f.dept = kit.NewChoice(append([]app.DeptID{0}, s.Departments(true)...), func(d app.DeptID) string {
		if d == 0 {
			return s.Say("number.none")
		}
		return s.Dept(d)
	})
	f.dept.OnChanged = func(d app.DeptID) { f.offer(d, nil) }
	a.Add("accused-dept", f.dept, 1)
	a.Add("accused-text", f.text, 1)
	a.Add("accused", f.box, 2)
	kit.Hold(f.dept, was.AccusedDept)
	f.offer(was.AccusedDept, was.Accused)
	f.text.SetText(was.AccusedText)
	return f
}

// offer offers the staff of a department to tick, and who is ticked already.
func (f *accusedFields) offer(dept app.DeptID, chosen []app.StaffID) {
	there := accusable(f.s, dept, chosen)
	f.who = kit.NewTicks(there, f.s.Voice.Staff, 5)
	f.who.Choose(chosen)
	f.box.Objects = []fyne.CanvasObject{f.who.Root}
	if len(there) == 0 {
		f.box.Objects = []fyne.CanvasObject{kit.Middle(kit.Muted(f.s.Say("inquiry.accused.none")))}
	}
	f.box.Refresh()
}

func (f *accusedFields) value() app.Accusation {
	return app.Accusation{Dept: f.dept.Value(), Staff: f.who.Chosen(), Text: f.text.Value()}
}

// integrityForm passes a restricted complaint to the manager: no department is asked
// for, but whom it is about, and the manager may name who handles it.
func integrityForm(m matter) *actForm {
	h := newHandOver(m, Complaint)
	h.Tell(m.s.Say("restricted.route"))
	var was app.Inquiry
	if m.c.Inquiry != nil {
		was = *m.c.Inquiry
	}
	accused := addAccused(h.actForm, was)
	level := seat.Codes(m.s, app.Levels)
	kit.SetValue(level, m.c.Level)
	level.OnChanged = func(l app.Level) { h.count(l) }
	h.Add("level", level, 1)
	handler := m.s.StaffChoice(m.s.Staff.Dept)
	h.Add("handler", handler, 1)
	h.addDue()
	h.Order = func() doing {
		o := h.common()
		o.Accused, o.Level, o.Handler = accused.value(), level.Value(), handler.Value()
		return seat.Ask(m.s.Desk.OpenComplaint, o)
	}
	return h.actForm
}

// veiledCard stands in place of all that may not be read.
func (p *Page) veiledCard() fyne.CanvasObject {
	return kit.Note(kit.Warn, kit.Flush(kit.Wrapped(p.s.Say("restricted.card"))))
}
