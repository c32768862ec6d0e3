package ui

import (
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/ui/issues"
	"ownerdesk/ui/kit/onscreen"
)

// Every place of the window shows what is restricted to whom it may, who sits there now,
// and to nobody else; not to the one who sits down after the manager either.
func TestTheWindowShowsWhatIsRestrictedToWhoSitsThere(t *testing.T) {
	const planted = "金蟾密語"
	s, desk, world := windowOn(t)
	o := world.Call(app.Complaint)
	o.Category, o.Description, o.Reporter.Name = app.Integrity, planted+"收紅包", planted
	m, err := desk.Receive(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, sits := range []struct {
		who  app.StaffID
		read bool
	}{{world.Fang, true}, {world.Wu, true}, {world.Jing, false}, {world.Qiang, false}, {world.Min, false}} {
		s.sit(sits.who)
		shown := 0
		for _, room := range s.rooms() {
			s.goTo(room.name)
			if words := onscreen.Words(s.window); strings.Contains(words, planted) {
				shown++
			}
		}
		s.openIssue(m.Issue.ID, issues.Look)
		if strings.Contains(onscreen.Words(s.window), planted) {
			shown++
		}
		if sits.read != (shown > 0) {
			t.Errorf("%s reads it at %d places", s.seat.Staff.Name, shown)
		}
	}
}
