package reports

import (
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
)

// papers are all documents that show somebody who came to the desk, by name.
func papers(f Facts, c app.Case) map[string]Document {
	all := map[string]Document{
		"card":       FollowUpCard(f, c, 1),
		"intakes":    IntakeList(f, 1, clockAt(1, 0, 0), clockAt(30, 0, 0), []app.Issue{c.Issue}),
		"follow-ups": FollowUpList(f, 1, clockAt(1, 0, 0), clockAt(30, 0, 0), []app.Asked{{Issue: c.Issue, FollowUp: c.FollowUps[1]}}),
		"signatures": SignList(f, engineering, []app.Case{c}),
	}
	for _, to := range Copies {
		copyOf := copyKeys[to]
		for size, name := range map[Size]string{A4: "", A5: ", half"} {
			all["transfer, "+copyOf+name] = TransferSlip(f, c, 1, to, size)
		}
		all["complaint, "+copyOf] = ComplaintSlip(f, c, 1, to)
		all["delay, "+copyOf] = DelayNotice(f, c, c.Delays[0], to)
	}
	return all
}

// reporters are the people who may come to the desk, as far as paper tells them
// apart.
var reporters = map[string]app.Reporter{
	"with a phone":              {Person: 9, Owner: "OW-SELF", Name: "歐陽曉彤", Phone: "13866778899"},
	"with an e-mail":            {Owner: "OW-LET", Name: "歐陽曉彤", Email: "xiaotong.ouyang@example.com"},
	"with WeChat":               {Owner: "OW-TEN", Name: "歐陽曉彤", WeChat: "ouyang_xiaotong"},
	"who gave no contact":       {Owner: "OW-SELF", Name: "歐陽曉彤", Refused: true},
	"without a name":            {Owner: app.Anonymous, Anonymous: true, Phone: "13866778899"},
	"without name and contact":  {Owner: app.Anonymous, Anonymous: true, Refused: true},
	"with all ways of reaching": {Owner: "OW-FAM", Name: "歐陽曉彤", Phone: "13866778899", Email: "xiaotong.ouyang@example.com", WeChat: "ouyang_xiaotong"},
}

// Every copy of every document says itself whether it shows name or contact in
// full, so that whoever makes it can log it.
func TestPaperTellsWhomItShowsInFull(t *testing.T) {
	for who, reporter := range reporters {
		for _, open := range []bool{false, true} {
			for _, call := range []bool{false, true} {
				f := office(t, lang.Traditional)
				f.Open = open
				c := complained(f)
				c.Reporter, c.Rounds[0].Contact = reporter, call
				for i := range c.FollowUps {
					c.FollowUps[i].Who = reporter.Name
				}
				for name, d := range papers(f, c) {
					words, fields := said(d), ""
					for _, s := range d.Shows {
						fields += s.Fields
						if s.Issue != c.ID || s.Person != reporter.Person || s.Paper == "" {
							t.Errorf("%s of one %s: it shows %+v", name, who, s)
						}
					}
					for field, values := range map[string][]string{
						"name": {reporter.Name}, "contact": {reporter.Phone, reporter.Email, reporter.WeChat},
					} {
						seen := false
						for _, v := range values {
							seen = seen || v != "" && strings.Contains(words, v)
						}
						if told := strings.Contains(fields, field); told != seen {
							t.Errorf("%s of one %s (open %v, to call %v): shows the %s: %v, tells it: %v", name, who, open, call, field, seen, told)
						}
					}
				}
			}
		}
	}
}

// A department's copy may be made by the department, what shows more may not.
func TestOnlyADepartmentsOwnCopyIsTheDepartments(t *testing.T) {
	f := office(t, lang.Traditional)
	c := full(f)
	for to, want := range map[Copy]app.DeptID{CopyDept: engineering, CopyOwner: 0} {
		d := TransferSlip(f, c, 1, to, A4)
		if len(d.Shows) != 1 || d.Shows[0].Dept != want {
			t.Errorf("%s shows %+v", copyKeys[to], d.Shows)
		}
	}
}
