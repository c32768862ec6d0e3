package issues

import (
	"context"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
)

// seated lets somebody sit down who reads what that person may read.
func (x *world) seated(who app.StaffID) {
	x.Helper()
	x.at(who)
	x.Seat.Tasks.Within = app.Reads(context.Background(), who)
}

func (x *world) bribery() app.IssueID {
	x.Helper()
	o := x.Call(app.Complaint)
	o.Category, o.Description = app.Integrity, "維修工索要紅包兩百元"
	m, err := x.Seat.Desk.Receive(x.Context(), o)
	if err != nil {
		x.Fatal(err)
	}
	return m.Issue.ID
}

// Whoever took it down passes it on to the manager in one form, which asks whom it is
// about and no department; the manager reads it, and everybody else that it is restricted.
func TestAComplaintAboutIntegrityIsPassedToTheManager(t *testing.T) {
	x := sit(t, lang.Traditional)
	x.seated(x.Fang)
	id := x.bribery()
	p := x.page(id)
	p.Step()
	if words := x.words(); !strings.Contains(words, "直接交總經理") {
		t.Errorf("the form says %s", words)
	}
	for _, name := range []string{"lead", "helping"} {
		for _, f := range find[*kit.Form](x) {
			if f.Field(name) != nil {
				t.Errorf("the form asks for %s", name)
			}
		}
	}
	kit.TopSheet(x.win.Canvas()).Submit()
	if x.wrong("accused-dept") == "" {
		t.Error("whom it is about is not asked for")
	}
	choose(x, "accused-dept", x.Engineering)
	kit.TopSheet(x.win.Canvas()).Submit()
	p = x.page(id)
	words := x.words()
	if c := p.seen.c; c.State != app.Handling || c.Lead != 0 || !strings.Contains(words, "總經理") || !strings.Contains(words, "限制查閱") {
		t.Errorf("it is %s with %d, and the page says %s", c.State, c.Lead, words)
	}
	for who, reads := range map[app.StaffID]bool{x.Wu: true, x.Fang: true, x.Jing: false, x.Qiang: false, x.Min: false} {
		x.seated(who)
		p := x.page(id)
		words := x.words()
		if strings.Contains(words, "紅包") != reads || strings.Contains(words, "內容僅限") == reads || strings.Contains(words, "張") && !reads {
			t.Errorf("%s reads %s", x.Staff.Name, words)
		}
		if may := len(legal(x.Seat, p.seen.c, "")) > 0; may != reads {
			t.Errorf("%s may act: %v", x.Staff.Name, may)
		}
	}
}

// What is about integrity says so at intake, before it is saved.
func TestIntakeSaysThatWhatIsAboutIntegrityIsRestricted(t *testing.T) {
	x := sit(t, lang.Traditional)
	f := newFacts(x.Seat, x.Now, nil)
	f.addTo()
	x.see(f.Form)
	f.fill(app.Intake{Kind: app.Complaint, Category: app.Integrity, Received: datatest.At(23, 9, 42)}, app.Minor)
	if !strings.Contains(x.words(), "直接交總經理") {
		t.Errorf("the form says %s", x.words())
	}
	f.fill(app.Intake{Kind: app.Complaint, Category: "SV1", Received: datatest.At(23, 9, 42)}, app.Minor)
	if strings.Contains(x.words(), "直接交總經理") {
		t.Error("the form says so of another complaint, too")
	}
}

// The clerk whose own department it is about is offered what the desk lets him do, and
// nothing that it would refuse.
func TestThoseConcernedAreOfferedNoMoreThanTheyMayDo(t *testing.T) {
	x := sit(t, lang.Traditional)
	x.seated(x.Fang)
	id := x.bribery()
	if _, err := x.Seat.Desk.OpenComplaint(x.Context(), app.TransferOrder{Stand: app.Stand{Issue: id, By: x.Fang}, Accused: app.Accusation{Dept: x.Service}}); err != nil {
		t.Fatal(err)
	}
	c := x.page(id).seen.c
	offered := map[string]bool{}
	for _, v := range legal(x.Seat, c, "") {
		offered[v.name] = true
	}
	if offered["plan"] || offered["inquiry"] || offered["extend"] || offered["close"] || !offered["amend"] || !offered["join"] || !offered["note"] {
		t.Errorf("offered are %v", offered)
	}
	by := app.Stand{Issue: id, By: x.Fang}
	amend := app.AmendOrder{Stand: by, Intake: c.Intake, Level: c.Level, Why: "補充"}
	amend.Wish = "退還"
	for verb, do := range map[string]func() (app.Move, error){
		"amend": func() (app.Move, error) { return x.Seat.Desk.Amend(x.Context(), amend) },
		"note": func() (app.Move, error) {
			return x.Seat.Desk.Note(x.Context(), app.NoteOrder{Stand: by, Kind: app.NoteRemark, Text: "業主補充"})
		},
		"plan": func() (app.Move, error) {
			return x.Seat.Desk.Plan(x.Context(), app.PlanOrder{Stand: by, Handler: x.Wu, Solution: "自查"})
		},
		"close": func() (app.Move, error) {
			return x.Seat.Desk.AskClose(x.Context(), app.CloseOrder{Stand: by, Code: app.ClosedWithdrawn, Reason: "撤回"})
		},
	} {
		if _, err := do(); (err == nil) != offered[verb] {
			t.Errorf("%s is offered: %v, and the desk says %v", verb, offered[verb], err)
		}
	}
	x.seated(x.Wu)
	c = x.page(id).seen.c
	if v, _ := verbNamed("plan"); v.barred(trialOf(x.Seat, c)) != nil {
		t.Error("the manager cannot plan it")
	}
}
