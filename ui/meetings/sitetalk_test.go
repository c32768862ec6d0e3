package meetings

import (
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
)

// The form of a talk begins with the issue it is about; what it keeps is joined to it.
func TestATalkAboutAnIssueBeginsWithIt(t *testing.T) {
	x := sit(t, lang.Traditional)
	m, err := x.Seat.Desk.Receive(t.Context(), x.Call(app.Complaint))
	if err != nil {
		t.Fatal(err)
	}
	c, err := x.store.Case(t.Context(), m.Issue.ID)
	if err != nil {
		t.Fatal(err)
	}
	var kept meeting.RecordID
	f := talkForm(x.Seat, x.desk, x.store, c, places{})
	f.Kept = func(m meeting.Move) { kept = m.Head.ID }
	x.filled(f, func() {})
	r, err := x.store.Record(t.Context(), kept)
	if err != nil || r.Kind != meeting.OnSite || r.Issue != m.Issue.ID || r.Project != m.Issue.Project || r.Title == "" || r.Place == "" {
		t.Errorf("kept is %+v, %v", r.Head, err)
	}
}
