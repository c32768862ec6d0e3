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
	s.Mark(form, faults, s.Fault, func(rest app.Faults) {
		for _, words := range s.Faults(rest) {
			s.Says(kit.Warn, words)
		}
	})
}

// Mark says each fault beside its field, which comes into sight if it was not, and
// brings the keyboard to the topmost; away says what the form has no field for, before
// that: it may take room.
func (s *Seat) Mark(form *kit.Form, faults app.Faults, words func(app.Invalid) string, away func(app.Faults)) {
	if form == nil {
		away(faults)
		return
	}
	var rest app.Faults
	for _, f := range faults {
		form.ShowField(partOf(f), true)
		if !failIn(form, f, words(f)) {
			rest = append(rest, f)
		}
	}
	if len(rest) > 0 {
		away(rest)
	}
	s.toFailed(form)
}

// toFailed brings the keyboard to the topmost field with an error.
func (s *Seat) toFailed(form *kit.Form) {
	if failed := form.Failed(); len(failed) > 0 {
		s.Window.Canvas().Unfocus() // what has the keyboard already would not come into sight
		form.Field(failed[0]).Focus()
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
