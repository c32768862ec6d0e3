package reports

import (
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
)

// Batch printing finds whoever helps: a copy of its own with its own limit, and
// a line on the list that it signs; the lead's list does not count it twice.
func TestAHelpingDepartmentGetsItsCopyAndItsLine(t *testing.T) {
	f := office(t, lang.Traditional)
	c := fresh(f)
	r, _ := c.Current()
	var other app.DeptID
	for d, p := range f.Ground.Departments {
		if d != r.Lead && !p.Desk && (other == 0 || d < other) {
			other = d
		}
	}
	due := r.Due.Add(-24 * time.Hour)
	c.Helps = []app.Help{{N: 1, Round: r.N, Dept: other, Asked: r.Issued, Due: due}}
	docs := DeptSlips(f, other, []app.Case{c}, Copies, A4)
	if len(docs) != 2 {
		t.Fatalf("%d documents, want the list and the copy", len(docs))
	}
	for i, d := range docs {
		all := strings.Join(append(d.Texts(), d.Sheet.Copy), "\n")
		for _, want := range []string{f.Due(due), r.Number, f.Dept(other)} {
			if !strings.Contains(all, want) {
				t.Errorf("document %d lacks %q", i, want)
			}
		}
	}
	if lead := DeptSlips(f, r.Lead, []app.Case{c}, []Copy{CopyDept}, A4); len(lead) != 2 {
		t.Errorf("the lead gets %d documents", len(lead))
	}
	if all := Slips(f, []app.Case{c}, []Copy{CopyDept}, A4); len(all) != 2 {
		t.Errorf("all copies for departments are %d", len(all))
	}
	c.Helps[0].Left = r.Due
	if none := DeptSlips(f, other, []app.Case{c}, Copies, A4); none != nil {
		t.Errorf("who need not help any more gets %d documents", len(none))
	}
}
