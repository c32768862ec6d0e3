package reports

import (
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
)

// A slip about integrity goes to the manager and the owner, marked; customer service
// keeps none, and whoever may not read it gets none at all.
func TestASlipAboutIntegrityIsForTheManager(t *testing.T) {
	f := office(t, lang.Traditional)
	c := freshComplaint(f)
	c.Category, c.Lead, c.Rounds[0].Lead = app.Integrity, 0, 0
	docs := Slips(f, []app.Case{c}, Copies, A4)
	if len(docs) != 2 {
		t.Fatalf("%d copies are printed", len(docs))
	}
	words := strings.Join(docs[0].Texts(), "\n")
	if s := docs[0].Sheet; s.Copy != "總經理專用聯" || !strings.Contains(s.Secrecy, "機密") || !strings.Contains(words, "總經理") {
		t.Errorf("the manager's copy is %q, %q", s.Copy, s.Secrecy)
	}
	if s := docs[1].Sheet; strings.Contains(s.Secrecy, "機密") {
		t.Errorf("the owner's copy says %q", s.Secrecy)
	}
	if docs := Slips(f, []app.Case{c.Shut()}, Copies, A4); len(docs) != 0 {
		t.Errorf("%d copies are printed of what may not be read", len(docs))
	}
	for _, paper := range []Document{DelayNotice(f, c, app.Delay{Number: "YQ-202611-0001", Round: 1}, CopyDesk), FollowUpCard(f, c, 1)} {
		if !strings.Contains(paper.Sheet.Secrecy, "機密") {
			t.Errorf("%s is not marked", paper.Sheet.Title)
		}
	}
	for _, dept := range []app.DeptID{0, 1, 2, 3} {
		if docs := DeptSlips(f, dept, []app.Case{c}, Copies, A4); len(docs) != 0 {
			t.Errorf("department %d gets %d papers", dept, len(docs))
		}
	}
	if !slices.Equal(CopiesOf(freshComplaint(f)), Copies) {
		t.Error("other complaints lost a copy")
	}
}

// Lists say that something is restricted in place of its words.
func TestListsSayWhatIsRestricted(t *testing.T) {
	f := office(t, lang.Traditional)
	c := freshComplaint(f)
	c.Category = app.Integrity
	d := IntakeList(f, c.Project, c.Received, c.Received, []app.Issue{c.Issue.Shut()})
	if words := strings.Join(d.Texts(), "\n"); !strings.Contains(words, "限制查閱") || strings.Contains(words, "保安") {
		t.Errorf("the list says %s", words)
	}
}

// An older freeze did not count them apart, and does not claim that there were none.
func TestAnOlderFreezeDoesNotClaimThatNothingWasAboutIntegrity(t *testing.T) {
	m := monthly{Facts: office(t, lang.Traditional)}
	if m.integrity() == "" || m.integrityCount().Text != "" {
		t.Error("an older freeze counts none")
	}
	m.r.Beside.Integrity = []app.IssueID{}
	if m.integrity() != "" || m.integrityCount().Text != "0" {
		t.Error("a freeze of now says that it was not known")
	}
}
