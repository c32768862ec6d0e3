package data_test

import (
	"strconv"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// No code is written that is in no list, whoever writes it; the office's own are
// taken, and what an older file has may stay.
func TestACodeThatIsInNoListIsNotWritten(t *testing.T) {
	s, desk, w := datatest.Open(t)
	cases := []app.Case{filled(t, w)}
	if err := s.KeepCases(t.Context(), cases); err != nil {
		t.Fatal(err)
	}
	lists := app.ClosedLists()
	for column, list := range map[string]string{
		"issues.kind": "kind", "issues.channel": "channel", "issues.category": "category", "issues.urgency": "urgency", "issues.level": "level",
		"issues.owner": "owner", "issues.reply_how": "method", "issues.promised_how": "method", "issues.close_code": "close",
		"delays.code": "delay", "delays.told_how": "method", "feedbacks.result": "result", "feedbacks.code": "rework", "notes.how": "method",
		"followups.method": "method", "followups.reached": "reached", "followups.relation": "owner", "followups.why": "dissatisfied",
		"closings.code": "close", "inquiries.valid": "validity", "inquiries.answers": "responsibility", "inquiries.cause": "cause",
	} {
		table, name, _ := strings.Cut(column, ".")
		set := func(code string) error { return data.Try(t, s, `UPDATE `+table+` SET `+name+` = '`+code+`'`) }
		for _, code := range lists[list] {
			if err := set(code); err != nil {
				t.Errorf("%s refuses %s: %v", column, code, err)
			}
		}
		if err := set("XX-NONSENSE"); err == nil {
			t.Errorf("%s takes a code there is not", column)
		}
	}
	for i, code := range append(lists["suspend"], "XX-NONSENSE") { // what is over is not changed: these are new
		err := data.Try(t, s, `INSERT INTO suspensions SELECT issue_id, n + 10 + `+strconv.Itoa(i)+`, round, at, by_id, '`+code+`',
			text, review, looks, late, ended, ended_by_id, why, from_due, to_due FROM suspensions WHERE n = 1`)
		if (err == nil) != (code != "XX-NONSENSE") {
			t.Errorf("suspensions.code, %s: %v", code, err)
		}
	}
	if err := desk.ChangeLists(t.Context(), []app.ListItem{{Group: "channel", Code: "CH-X1", Hant: "業主群", Hans: "业主群", En: "Group"}}, w.Wu); err != nil {
		t.Fatal(err)
	}
	o := w.Call(app.Repair)
	o.Channel = "CH-X1"
	if _, err := desk.Receive(t.Context(), o); err != nil {
		t.Errorf("a channel of the office's own: %v", err)
	}
	o.Channel = "CH-X2"
	if _, err := desk.Receive(t.Context(), o); err == nil {
		t.Error("a channel that nobody made is taken")
	}
}
