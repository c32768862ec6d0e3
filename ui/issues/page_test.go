package issues

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// field is the input of a field in the form that is open.
func field[T fyne.CanvasObject](x *world, name string) T {
	x.Helper()
	for _, f := range find[*kit.Form](x) {
		if one := f.Field(name); one != nil {
			if input, is := one.Input.(T); is {
				return input
			}
			x.Fatalf("field %s is a %T", name, one.Input)
		}
	}
	x.Fatalf("there is no field %s", name)
	panic("unreachable")
}

// complaintOf is what stands under a field of the form that is open.
func (x *world) wrong(name string) string {
	for _, f := range find[*kit.Form](x) {
		if one := f.Field(name); one != nil {
			return one.Error()
		}
	}
	return ""
}

func choose[T comparable](x *world, name string, v T) {
	x.Helper()
	c := field[*kit.Choice[T]](x, name)
	if !kit.SetValue(c, v) {
		x.Fatalf("%s does not offer %v", name, v)
	}
	if c.OnChanged != nil {
		c.OnChanged(v)
	}
}

func pick[T comparable](x *world, name string, v T) {
	x.Helper()
	r := field[*kit.Radios[T]](x, name)
	if !r.SetValue(v) {
		x.Fatalf("%s does not offer %v", name, v)
	}
	if r.OnChanged != nil {
		r.OnChanged(v)
	}
}

func (x *world) write(name, s string) { field[*kit.TextArea](x, name).SetText(s) }

// send presses the primary button of the form, which must then be gone.
func (x *world) send(p *Page) {
	x.Helper()
	p.Next()
	if kit.TopSheet(x.win.Canvas()) != nil {
		x.Fatalf("refused: %s", x.words())
	}
}

func TestAnIssueGoesThroughTheLoopByItsNextStep(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Repair)
	p := x.page(id)

	p.Next()
	choose(x, "lead", x.Engineering)
	x.send(p)
	if c := x.the(id); c.State != app.Handling || c.Rounds[0].Number != "ZB-202611-0001" || !strings.Contains(x.last(), "待簽收") {
		t.Fatalf("after the transfer: %s %+v, said %q", c.State, c.Rounds, x.last())
	}
	x.Clock.Add(time.Hour)
	p.Next()
	choose(x, "handler", x.Jianguo)
	x.send(p)
	x.Clock.Add(time.Hour)
	p.Next()
	x.write("situation", "已更換軸承")
	choose(x, "result", app.Result("RS-04"))
	p.Next()
	for _, name := range []string{"satisfaction", "cause", "solution"} {
		if x.wrong(name) == "" {
			t.Errorf("nothing is said under %s", name)
		}
	}
	choose(x, "cause", app.Cause("RC-EQP1"))
	field[*kit.Tick](x, "standard").SetChecked(true)
	pick(x, "satisfaction", app.Rating(5))
	p.Next()
	if x.wrong("disturbs") == "" {
		t.Error("nobody asks whether the repair disturbed others")
	}
	pick(x, "disturbs", app.SaidNo)
	x.send(p)
	if p.Step(); kit.TopSheet(x.win.Canvas()) == nil {
		t.Fatal("whoever typed the feedback sees no form to say who inspects")
	}
	x.lookAtIt(p)
	p.Next()
	pick(x, "accept", true)
	x.send(p)
	x.Clock.Add(time.Hour)
	p.Next()
	choose(x, "how", app.Method("MT-TEL"))
	x.send(p)
	x.Clock.Add(time.Hour)
	p.Next()
	choose(x, "reached", app.ReachedOwner)
	field[*kit.Input](x, "who").SetText("張小明")
	pick(x, "rating", app.Rating(5))
	pick(x, "solved", app.SolvedYes)
	x.send(p)

	c := x.the(id)
	if c.State != app.Closed || c.Final != 5 || c.Close != app.ClosedSatisfied {
		t.Errorf("it ended as %s, %d, %s", c.State, c.Final, c.Close)
	}
	if i := c.Inspections[0]; !i.Passed || i.Inspector != x.Jing || i.Photo != 1 || c.Attachments[0].Name != "電梯.jpg" {
		t.Errorf("inspected: %+v", i)
	}
	if p.Step(); kit.TopSheet(x.win.Canvas()) != nil {
		t.Error("a closed issue still has a next step")
	}
}

// lookAtIt lets another clerk inspect the repair in the form that is open, with a
// photo, and sit down to review it.
func (x *world) lookAtIt(p *Page) {
	x.Helper()
	p.Next()
	for _, name := range []string{"inspector", "passed", "found", "photo"} {
		if x.wrong(name) == "" {
			x.Errorf("nothing is said under %s", name)
		}
	}
	choose(x, "inspector", x.Jing)
	pick(x, "passed", app.SaidYes)
	x.write("found", "運行正常")
	x.path = filepath.Join(x.TempDir(), "電梯.jpg")
	if err := os.WriteFile(x.path, []byte("a photo"), 0o600); err != nil {
		x.Fatal(err)
	}
	for _, b := range find[*kit.Push](x) {
		if b.Icon != nil && b.Icon.Name() == theme.ContentAddIcon().Name() && b.Text == "" {
			test.Tap(b)
		}
	}
	x.send(p)
	x.at(x.Jing)
	p.load()
}

func TestDissatisfactionWantsTheOwnersWordsAndANewRound(t *testing.T) {
	x := sit(t, lang.Traditional)
	galleryFollowUp(x)
	kit.TopSheet(x.win.Canvas()).Close()
	p := x.page(1)
	p.Begin("followup")
	choose(x, "reached", app.AgreedToRetry)
	field[*kit.MomentField](x, "callback").SetValue(x.Clock.Now().Add(time.Hour))
	choose(x, "reached", app.ReachedOwner) // he called back while this was written
	field[*kit.Input](x, "who").SetText("張小明")
	if r := field[*kit.Radios[app.Rating]](x, "rating"); r.Chosen() {
		t.Error("a rating is chosen before the owner gave one")
	}
	pick(x, "rating", app.Rating(1))
	pick(x, "solved", app.SolvedNo)
	p.Next()
	for _, name := range []string{"why", "opinion"} {
		if x.wrong(name) == "" {
			t.Errorf("nothing is said under %s", name)
		}
	}
	choose(x, "why", app.Dissatisfied("DS-01"))
	x.write("opinion", "還在響")
	x.send(p)
	if c := x.the(1); c.State != app.Retransferred || nextVerb(c.Issue) != Complaint {
		t.Errorf("it is %s, next %s", c.State, nextVerb(c.Issue))
	} else if !c.CallBack.IsZero() {
		t.Errorf("a call that is seen nowhere on the form is promised for %v", c.CallBack)
	}
	if strings.Contains(x.words(), x.Say("issue.due-stays")) {
		t.Error("a delay is spoken of between two rounds")
	}
	p.Next()
	if !strings.Contains(x.words(), x.Say("transfer.again", 2, "TS-202611-0001-R2")) {
		t.Errorf("the form does not say its slip's number: %s", x.words())
	}
	x.send(p)
	if c := x.the(1); c.Rounds[1].Number != "TS-202611-0001-R2" {
		t.Errorf("the second round is %s", c.Rounds[1].Number)
	}
	if page := x.words(); !strings.Contains(page, "TS-202611-0001-R2") || !strings.Contains(page, x.Say("issue.due-stays")) {
		t.Errorf("the page of round 2 says %s", page)
	}
}

func TestTheRequiredTimeIsExplainedAndAChangeWantsAReason(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.page(x.call(app.Repair))
	p.Begin(Transfer)
	due := field[*kit.MomentField](x, "due")
	if due.Text != "2026-11-25 18:00" || !strings.Contains(x.words(), "共 2 個工作日") {
		t.Errorf("due %q, explained in %q", due.Text, x.words())
	}
	choose(x, "lead", x.Engineering)
	due.SetValue(datatest.At(24, 12, 0))
	p.Next()
	if x.wrong("due-why") != x.Say("fault.due-why.missing") || !strings.Contains(x.words(), x.Say("fault.due-why.missing")) {
		t.Error("it is not said under the field that a reason is missing")
	}
	field[*kit.Input](x, "due-why").SetText("業主次日外出")
	x.send(p)
	if r, _ := x.the(1).Current(); !r.Due.Equal(datatest.At(24, 12, 0)) || r.DueWhy != "業主次日外出" {
		t.Errorf("the row says %v, %q", r.Due, r.DueWhy)
	}
}

// What was not accepted and is opened again weeks later starts anew: the form
// must not show another limit than the slip then prints.
func TestTheFormShowsTheLimitThatTheSlipPrints(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Repair)
	stand := app.Stand{Issue: id, By: x.Fang}
	if _, err := x.Seat.Desk.Reject(t.Context(), app.RejectOrder{Stand: stand, Code: "RJ-01", Reason: "非本小區"}); err != nil {
		t.Fatal(err)
	}
	x.Clock.Set(datatest.At(30, 9, 0))
	if _, err := x.Seat.Desk.Reopen(t.Context(), app.ReopenOrder{Stand: stand, Reason: "實為本小區"}); err != nil {
		t.Fatal(err)
	}
	p := x.page(id)
	p.Begin(Transfer)
	choose(x, "lead", x.Engineering)
	shown := field[*kit.MomentField](x, "due").Text
	x.send(p)
	if r, _ := x.the(id).Current(); shown != x.Moment(r.Due) || shown != "2026-12-02 18:00" {
		t.Errorf("the form showed %s, the slip says %s", shown, x.Moment(r.Due))
	}
}

func TestTwoWindowsCannotBothWin(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Repair)
	p := x.page(id)
	p.Hidden() // a window that has not heard yet
	p.Begin(Transfer)
	choose(x, "lead", x.Engineering)
	x.write("request", "請帶備件上門")
	if _, err := x.Seat.Desk.HandleSelf(t.Context(), app.TransferOrder{Stand: app.Stand{Issue: id, By: x.Jing}}); err != nil {
		t.Fatal(err)
	}
	for range 2 { // to send it once more does not help
		p.Next()
		if !strings.Contains(x.words(), x.Say("issue.conflict")) || field[*kit.TextArea](x, "request").Value() != "請帶備件上門" {
			t.Errorf("said %q, and what was typed is gone", x.words())
		}
	}
	p.Escape()
	if c := x.the(id); c.Rounds[0].Slip != app.NoSlip || p.seen.c.Version != c.Version {
		t.Errorf("the row says %+v, the page has version %d", c.Rounds, p.seen.c.Version)
	}
}

func TestTheLimitSaysWhatItCallsFor(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.galleryRound()
	if _, err := x.Seat.Desk.Sign(t.Context(), app.SignOrder{Stand: app.Stand{Issue: id, By: x.Fang}, Handler: x.Jianguo}); err != nil {
		t.Fatal(err)
	}
	p := x.page(id)
	r, _ := x.the(id).Current()
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{r.Effect.Add(-time.Minute), "處理時限已用去 80%，請提醒承辦人。"},
		{r.Effect.Add(time.Minute), "時限已過，請催辦，並向業主說明。"},
		{r.Effect.AddDate(0, 0, 1), "逾期已滿 1 個工作日，請報部門負責人。"},
		{r.Effect.AddDate(0, 0, 7), "逾期已滿 3 個工作日，請報總經理。"},
	} {
		x.Clock.Set(c.at)
		p.load()
		if !strings.Contains(x.words(), c.want) {
			t.Errorf("at %v it does not say %s", c.at, c.want)
		}
	}
}

func TestNothingIsOfferedThatTheDeskWouldRefuse(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Complaint)
	stand := app.Stand{Issue: id, By: x.Jianguo}
	kept := func(_ app.Move, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	kept(x.Seat.Desk.OpenComplaint(t.Context(), app.TransferOrder{Stand: stand, Lead: x.Engineering}))
	kept(x.Seat.Desk.AskDelay(t.Context(), app.DelayOrder{Stand: stand, To: datatest.At(30, 18, 0).AddDate(0, 0, 1), Code: "DL-01", Text: "待備件", Later: true}))
	for _, c := range []struct {
		who app.StaffID
		may bool
	}{{x.Jianguo, false}, {x.Fang, false}, {x.Qiang, true}, {x.Wu, true}} {
		x.at(c.who)
		p := x.page(id)
		p.Next()
		if open := kit.TopSheet(x.win.Canvas()) != nil; open != c.may {
			t.Errorf("%s may decide: %v, want %v", x.Voice.Staff(c.who), open, c.may)
		}
		p.Escape()
		p.Hidden()
	}
	corrects := false
	for _, v := range legal(x.Seat, x.the(id), "") {
		corrects = corrects || v.name == "amend"
		switch v.name {
		case Transfer, Self, "feedback", "review", "tell", "followup", "reopen", "decide-close", "approve-plan":
			t.Errorf("%s is offered while a delay waits", v.name)
		}
	}
	if !corrects {
		t.Error("a slip that is out keeps the intake from being corrected")
	}
}

func TestNameAndContactStayMaskedUntilItIsSaidWhy(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.page(x.call(app.Repair))
	if words := x.words(); strings.Contains(words, "張小明") || strings.Contains(words, "13812345678") {
		t.Fatal("the owner is shown in full")
	}
	p.reveal()
	kit.TopSheet(x.win.Canvas()).Submit()
	if p.privacy != say.Masked {
		t.Fatal("shown without a reason")
	}
	find[*kit.TextArea](x)[0].SetText("回電核對")
	kit.TopSheet(x.win.Canvas()).Submit()
	if words := x.words(); !strings.Contains(words, "張小明") || !strings.Contains(words, "13812345678") {
		t.Errorf("still masked in %q", words)
	}
	log, err := x.store.AccessLog(t.Context(), time.Time{}, x.Clock.Now().Add(time.Hour), 10)
	if err != nil || len(log) != 1 || log[0].Reason != "回電核對" || log[0].Issue != 1 {
		t.Errorf("the log says %+v, %v", log, err)
	}
}

func TestASecondLookAtAnIssueIsTrueAgain(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Repair)
	p := x.page(id)
	if _, err := x.Seat.Desk.Note(context.Background(), app.NoteOrder{Stand: app.Stand{Issue: id, By: x.Jing}, Kind: app.NoteProgress, Text: "已約好上門"}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(x.words(), "已約好上門") || p.seen.c.Version != 2 {
		t.Error("the page did not hear of it")
	}
}

func TestAnIssueTakenOverSaysSoAndIsWorkedOn(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.takenOver(app.Past{State: app.Handling, Due: datatest.At(25, 18, 0)})
	x.page(id)
	for _, words := range []string{"TS-17", "舊台賬", "按舊台賬所載", "從舊台賬接收", "2025.xlsx"} {
		if !strings.Contains(x.words(), words) {
			t.Errorf("the page does not say %s", words)
		}
	}
	if c := x.the(id); c.Step != app.StepHandle || nextVerb(c.Issue) == "" {
		t.Errorf("it waits for %q", c.Step)
	}
	for _, state := range app.States { // whatever a ledger leaves unsaid, the page opens
		p := x.page(x.takenOver(app.Past{State: state, Number: "A " + string(state)}))
		if !p.there {
			t.Errorf("%s: the page does not open", state)
		}
	}
}

// takenOver is an issue of an older ledger that says little else.
func (x *world) takenOver(p app.Past) app.IssueID {
	x.Helper()
	if p.Number == "" {
		p.Number = "TS-17"
	}
	p.File, p.Sheet, p.Row, p.Hash, p.Project, p.Kind, p.Received = "2025.xlsx", "臺賬", 17, strings.Repeat("0", 64), x.World.Project, app.Complaint, datatest.At(20, 10, 0)
	p.Transfer, p.Transferred = app.SaidYes, datatest.At(20, 11, 0)
	if err := x.Seat.Desk.TakeOver(x.Context(), []app.Past{p}, x.Fang); err != nil {
		x.Fatal(err)
	}
	id, err := x.store.IssueByNumber(x.Context(), p.Number)
	if err != nil {
		x.Fatal(err)
	}
	return id
}

func TestWhoMayNotSeeItAllIsNotOfferedTo(t *testing.T) {
	x := sit(t, lang.English)
	id := x.call(app.Repair)
	for who, offered := range map[app.StaffID]bool{x.Fang: true, x.Jianguo: false} {
		x.at(who)
		p := x.page(id)
		shows := false
		for _, link := range find[*widget.Hyperlink](x) {
			shows = shows || link.Text == x.Say("issue.show") && p != nil
		}
		if shows != offered {
			t.Errorf("%s is offered to see it all: %v", x.Staff.Name, shows)
		}
	}
}

// What a complaint lacks is named on its page and in the forms that want it, all
// together, and the next key leads to it.
func TestAnEmptyComplaintLeadsToWhatItLacks(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Complaint)
	by := app.Stand{Issue: id, By: x.Fang}
	if _, err := x.Seat.Desk.OpenComplaint(t.Context(), app.TransferOrder{Stand: by, Lead: x.Engineering}); err != nil {
		t.Fatal(err)
	}
	if _, err := x.Seat.Desk.Sign(t.Context(), app.SignOrder{Stand: by, Handler: x.Jianguo}); err != nil {
		t.Fatal(err)
	}
	p := x.page(id)
	if page := x.words(); !strings.Contains(page, x.Say("lacks.title")) || !strings.Contains(page, x.Say("field.facts")) {
		t.Errorf("the page does not say what is lacking: %s", page)
	}
	if next := nextOf(x.Seat, x.the(id)); next != "inquiry" {
		t.Errorf("next is %s", next)
	}
	p.Begin("feedback")
	x.write("situation", "已說明")
	choose(x, "result", app.Result("RS-03"))
	choose(x, "cause", app.CauseUnknown)
	pick(x, "satisfaction", app.Rating(5))
	p.Next()
	said := x.words()
	for _, field := range []string{"valid", "investigator", "facts", "answers", "plan", "approval"} {
		if !strings.Contains(said, x.Say("field."+field)) {
			t.Errorf("the form does not name %s", field)
		}
	}
	if x.the(id).State != app.Handling {
		t.Error("an empty complaint was reported done")
	}
	var link *kit.Push
	for _, b := range find[*kit.Push](x) {
		if b.Text == x.Say("verb.plan") {
			link = b // the form lies over the page, so its own comes last
		}
	}
	test.Tap(link)
	if kit.TopSheet(x.win.Canvas()) == nil || !strings.Contains(x.words(), x.Say("plan.add")) {
		t.Error("the form does not lead to the plan")
	}
}
