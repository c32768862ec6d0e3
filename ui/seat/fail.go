package seat

import (
	"errors"
	"log/slog"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// Fail puts what went wrong where it belongs: broken rules under their fields,
// all else as a message. It reports whether the issue must be loaded anew.
func (s *Seat) Fail(form *kit.Form, err error) (stale bool) {
	var faults app.Faults
	switch {
	case errors.As(err, &faults):
		s.mark(form, faults)
		return false
	case errors.Is(err, app.ErrConflict):
		s.Says(kit.Warn, s.Trouble(err))
		return true
	}
	slog.Error("act failed", "err", err)
	s.Says(kit.Bad, s.Trouble(err))
	return false
}

// mark shows each fault under its field; what has no field on this form is said
// as a message, so that no refusal is silent.
func (s *Seat) mark(form *kit.Form, faults app.Faults) {
	if form != nil {
		form.Clear()
	}
	for _, f := range faults {
		if form == nil || !failIn(form, f, s.Fault(f)) {
			s.Says(kit.Warn, s.Faults(app.Faults{f})[0])
		}
	}
}

// partOf is the list that a fault is in, or the field that it is about.
func partOf(f app.Invalid) string {
	list, _, _ := f.Row()
	return list
}

// failIn says on a form what is wrong: beside its row where the form has the list, or else
// beside the field that stands for the cell there.
func failIn(form *kit.Form, at app.Invalid, words string) bool {
	list, n, cell := at.Row()
	if n == 0 {
		return form.Fail(list, words)
	}
	return form.FailRow(list, n, cell, words) || form.Fail(cell, words) || form.Fail(list, words)
}
