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
		if form == nil || !form.Fail(f.Field, s.Fault(f)) {
			s.Says(kit.Warn, s.Fault(f))
		}
	}
}
