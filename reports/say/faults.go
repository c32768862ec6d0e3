package say

import (
	"errors"

	"ownerdesk/app"
)

// Fault words one broken rule: its own sentence, or the rule's general one.
func (v Voice) Fault(f app.Invalid) string {
	if key := "fault." + f.Field + "." + f.Rule; v.Has(key) {
		return v.Say(key)
	}
	return v.Say("fault." + f.Rule)
}

// Trouble words an error that has no field of its own. Faults give their first
// sentence; what is broken says that nothing was changed.
func (v Voice) Trouble(err error) string {
	var faults app.Faults
	switch {
	case errors.As(err, &faults) && len(faults) > 0:
		return v.Fault(faults[0])
	case errors.Is(err, app.ErrConflict):
		return v.Say("trouble.conflict")
	case errors.Is(err, app.ErrNotFound):
		return v.Say("trouble.not-found")
	}
	return v.Say("trouble.broken")
}
