package printing

import (
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/data/datatest"
	"ownerdesk/reports"
)

// logged is what the log of accesses says, the newest first.
func (o *office) logged(t *testing.T) []app.Access {
	t.Helper()
	log, err := o.store.AccessLog(t.Context(), datatest.At(1, 0, 0), datatest.At(30, 0, 0), 1000)
	if err != nil {
		t.Fatal(err)
	}
	return log
}

// sits lets somebody else sit at the desk.
func (o *office) sits(who app.StaffID) { o.press.seat.Staff = o.press.seat.Ground.Staff[who] }

// everyPaper is an issue with every paper that an issue can have.
func (o *office) everyPaper(t *testing.T, kind app.Kind, call bool) app.Case {
	t.Helper()
	ctx := t.Context()
	did := func(_ app.Move, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	m, err := o.desk.Receive(ctx, o.world.Call(kind))
	did(m, err)
	stand := func(by app.StaffID) app.Stand { return app.Stand{Issue: m.Issue.ID, By: by} }
	order := app.TransferOrder{Stand: stand(o.world.Fang), Lead: o.world.Engineering, Contact: call}
	if kind == app.Complaint {
		did(o.desk.OpenComplaint(ctx, order))
	} else {
		did(o.desk.Transfer(ctx, order))
	}
	c, err := o.store.Case(ctx, m.Issue.ID)
	if err != nil {
		t.Fatal(err)
	}
	r := c.Rounds[0]
	c.Delays = []app.Delay{{N: 1, Round: 1, Number: "YQ-202611-0001", Asked: r.Issued, AskedBy: o.world.Jianguo, From: r.Due, To: r.Due.AddDate(0, 0, 1), Code: "DL-01", Text: "待件"}}
	c.FollowUps = []app.FollowUp{{N: 1, Round: 1, Attempt: 1, Number: "HF-202611-0001", At: r.Issued, By: o.world.Fang, Method: "MT-TEL", Reached: app.NoAnswer, Disposal: app.TryAgain}}
	return c
}

// Every document, copy by copy, made by the desk or by a handler, is in the log
// of accesses if it shows name or contact in full, and is in nobody's hands if
// that person may not see them.
func TestEveryPaperThatShowsSomebodyInFullIsLogged(t *testing.T) {
	for _, of := range []struct {
		kind app.Kind
		call bool // the department was asked to
	}{{app.Repair, false}, {app.Repair, true}, {app.Complaint, true}} {
		o := open(t)
		c := o.everyPaper(t, of.kind, of.call)
		for _, who := range []app.StaffID{o.world.Fang, o.world.Jianguo} {
			for _, full := range []bool{false, true} {
				for _, doc := range documents(o.press.seat, c) {
					copies := doc.copies
					if copies == nil {
						copies = []reports.Copy{reports.CopyDesk}
					}
					for _, to := range copies {
						o.tries(t, c, who, doc.what, to, full)
					}
				}
			}
		}
	}
}

// tries saves one copy and compares what it shows with what the log says.
func (o *office) tries(t *testing.T, c app.Case, who app.StaffID, what string, to reports.Copy, full bool) {
	t.Helper()
	o.sits(who)
	before, printed := len(o.logged(t)), len(o.printed)
	d := o.press.One(c, what)
	for each, tick := range d.copies {
		tick.SetChecked(each == to)
	}
	d.open.SetChecked(full)
	d.reason.SetText("核對")
	doc := d.word()[0]
	words := strings.Join(doc.Texts(), "\n")
	shows := strings.Contains(words, c.Reporter.Name) || strings.Contains(words, c.Reporter.Phone)
	own := to == reports.CopyDept && len(d.what.Value().copies) > 0
	worker := who == o.world.Jianguo
	d.sheet.Submit()
	d.sheet.Close()
	entries := o.logged(t)[:len(o.logged(t))-before]
	made := len(o.printed) > printed
	switch {
	case !shows && (!made || len(entries) > 0):
		t.Errorf("%s, copy %d, shows nobody: made %v, logged %+v", what, to, made, entries)
	case shows && worker && !own && (made || len(entries) > 0):
		t.Errorf("%s, copy %d, shows somebody in full to the handler: made %v, logged %+v", what, to, made, entries)
	case shows && (!worker || own) && (!made || len(entries) != 1):
		t.Errorf("%s, copy %d, shows somebody in full: made %v, said %q, logged %+v", what, to, made, o.lastSaid(), entries)
	case shows && made && (entries[0].By != who || entries[0].Issue != c.ID || entries[0].Action != "paper-sent" || !strings.Contains(entries[0].Reason, doc.Number)):
		t.Errorf("%s, copy %d: logged %+v", what, to, entries[0])
	}
}

// Whoever may not see an owner's contact begins without the owner's copy, and is
// told why where it is asked for all the same.
func TestAHandlerIsToldWhyTheOwnersCopyIsNotForHim(t *testing.T) {
	o := open(t)
	c := o.everyPaper(t, app.Repair, false)
	o.sits(o.world.Jianguo)
	d := o.press.One(c, "transfer")
	if d.copies[reports.CopyOwner].Checked || !d.copies[reports.CopyDept].Checked {
		t.Error("the owner's copy is ticked for a handler")
	}
	d.copies[reports.CopyOwner].SetChecked(true)
	d.sheet.Submit()
	if len(o.printed) > 0 || !strings.Contains(o.lastSaid(), "完整姓名") {
		t.Errorf("printed %v, said %q", o.printed, o.lastSaid())
	}
}

// Slips of many issues are logged one by one.
func TestManySlipsAreLoggedOneByOne(t *testing.T) {
	o := open(t)
	for range 3 {
		o.transferred(t, nil)
	}
	b := o.press.Department()
	b.dept.Pick(func(d app.DeptID) bool { return d == o.world.Engineering })
	b.copies[reports.CopyOwner].SetChecked(true)
	b.send(app.WaySent)
	seen := map[app.IssueID]bool{}
	for _, a := range o.logged(t) {
		seen[a.Issue] = true
	}
	if len(o.printed) != 1 || len(seen) != 3 {
		t.Errorf("printed %v, logged %v", o.printed, seen)
	}
}
