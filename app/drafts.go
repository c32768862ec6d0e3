package app

import "time"

// FormDraft is what a person typed into a form and has not sent, kept as typed. A
// form has one draft a person: whoever opens it again goes on where he was.
type FormDraft struct {
	By   StaffID
	Form string // which form, of which issue, meeting …
	At   time.Time
	Base map[string]string // what stood in the form before anybody typed
	Text map[string]string // what stands in it
}
