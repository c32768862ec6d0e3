package issues

import (
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
)

// grave is a complaint of five households, which owes a talk on site.
func (x *world) grave() app.IssueID {
	x.Helper()
	o := x.Call(app.Complaint)
	o.Level, o.Households = app.Critical, 5
	m, err := x.Seat.Desk.Receive(x.Context(), o)
	if err != nil {
		x.Fatal(err)
	}
	return m.Issue.ID
}

// The page asks for the talk on site with its limit, leads to the record's form, and
// takes a reason why there is none; then it asks no more.
func TestThePageAsksForATalkOnSite(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.grave()
	p := x.page(id)
	due := x.Seat.Moment(x.the(id).Talk.Due)
	if words := x.words(); due == "" || !strings.Contains(words, "請在 "+due+" 前與業主現場溝通") || !strings.Contains(words, "登記現場溝通") {
		t.Errorf("the page says %s", words)
	}
	p.Begin(NoTalk)
	p.Next()
	if x.wrong("reason") == "" {
		t.Fatal("no reason is asked for")
	}
	x.write("reason", "業主在外地，改為視頻")
	x.send(p)
	if c := x.the(id); c.OwesTalk() || c.Talk.Held {
		t.Fatalf("after it the issue says %+v", c.Talk)
	}
	x.page(id)
	if words := x.words(); strings.Contains(words, "登記現場溝通") || !strings.Contains(words, "說明不作現場溝通的原因") {
		t.Errorf("then the page says %s", words)
	}
}
