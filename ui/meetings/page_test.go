package meetings

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/kit/onscreen"
)

// unspoken is a key that found no words.
var unspoken = regexp.MustCompile(`(?m)^[a-z]+(\.[a-zA-Z0-9_-]+)+$`)

func (x *world) speaks(where string) {
	x.Helper()
	for _, key := range unspoken.FindAllString(x.words(), -1) {
		x.Errorf("%s: %s", where, key)
	}
}

func TestAMonthlyMeetingGoesFromPlanToMinutes(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.held(meeting.Monthly)
	if next := nextVerb(p.seen.r); next != cameVerb {
		t.Fatalf("before anybody was noted, next is %s", next)
	}
	came := guestsForm(p)
	came.Show()
	for _, c := range find[*kit.Choice[meeting.Presence]](x) {
		kit.SetValue(c, meeting.Came)
	}
	came.Sheet.Submit()
	if next := nextVerb(p.seen.r); next != minutesVerb {
		t.Fatalf("after it was noted who came, next is %s; said %s", next, x.words())
	}
	x.send(p)
	if p.seen.r.State != meeting.Minuted || nextVerb(p.seen.r) != "" {
		t.Errorf("it ends %s", p.seen.r.State)
	}
	if strings.Contains(x.words(), x.Say("meetings.write-up")) || len(p.edit("meetings.edit", agendaForm)) != 0 {
		t.Error("settled minutes may still be written in")
	}
}

func TestAnOpinionBecomesAnIssueAndNamesItsNumber(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.held(meeting.Monthly)
	f := opinionForm(p, meeting.Opinion{})
	x.filled(f, func() {
		field[*kit.SearchChoice[candidate]](x, f, "from").SetValue(candidate{guest: meeting.Guest{Person: x.People["張小明"]}, label: "張小明"})
		field[*kit.TextArea](x, f, "text").SetText("希望增加健身器材")
		field[*kit.Input](x, f, "where").SetText("中心花園")
		kit.SetValue(field[*kit.Choice[app.Category]](x, f, "subject"), "AC")
		field[*kit.Choice[app.Category]](x, f, "subject").OnChanged("AC")
		kit.SetValue(field[*kit.Choice[app.Category]](x, f, "category"), "AC1")
	})
	m := received(p, x)
	p.makeIssue(1)
	got := meeting.Live(p.seen.r.Opinions)[0]
	if m.Issue.Channel != "CH-MEET" || m.Issue.Description != "希望增加健身器材" || got.Issue != m.Issue.ID || got.Number != m.Issue.Number {
		t.Fatalf("the opinion is %+v, the issue %+v", got, m.Issue)
	}
	if !strings.Contains(x.words(), m.Issue.Number) || !strings.Contains(x.words(), "張**") {
		t.Errorf("the page says %s", x.words())
	}
	if p.makeIssue(1); x.last() != x.Say("fault.opinion.taken") {
		t.Errorf("a second time it says %q", x.last())
	}
}

func TestAnActionItemComesBackUntilItIsVerified(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.held(meeting.Monthly)
	if _, err := x.desk.Give(t.Context(), meeting.GiveOrder{Stand: p.stand(), Actions: []meeting.NewAction{
		{Task: meeting.Task{What: "更換導向輪", Dept: x.Engineering, Person: x.Jianguo}, Due: day(25)},
	}}); err != nil {
		t.Fatal(err)
	}
	if len(p.seen.given) != 1 || !strings.Contains(x.words(), "更換導向輪") {
		t.Fatalf("given are %v", p.seen.given)
	}
	x.Clock.Set(datatest.At(30, 9, 0))
	o := x.order(meeting.Monthly)
	o.About.Month, o.Begins = 12, datatest.At(30, 8, 0)
	m, err := x.desk.Plan(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	next := x.page(m.Head.ID)
	if len(next.seen.earlier) != 1 || !strings.Contains(x.words(), x.Count("meetings.carried", 1)) || !strings.Contains(x.words(), x.Say("meetings.action.late", x.Say("action.state.open"))) {
		t.Fatalf("the next meeting says %s", x.words())
	}
	a := next.seen.earlier[0]
	done := finishForm(next, a)
	done.Show()
	done.Form.Field("progress").Input.(*kit.TextArea).SetText("已更換")
	done.Sheet.Submit()
	a = next.seen.earlier[0]
	if w, open := nextOf(a); !open || w.name != "verify" {
		t.Fatalf("done, next is %s; said %s", w.name, x.words())
	}
	check := verifyForm(next, a)
	check.Show()
	check.Sheet.Submit()
	if a = next.seen.earlier[0]; a.Verified.IsZero() {
		t.Errorf("not verified: %s", x.words())
	}
	next.tellOf(a)
	x.speaks("the item's story")
}

func TestTheAgendaCountsWhenItsRowsBegin(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.planned(meeting.Monthly)
	f := agendaForm(p)
	f.Show()
	if words := x.words(); !strings.Contains(words, "08:05") || !strings.Contains(words, x.Say("agenda.last-actions")) {
		t.Fatalf("the form says %s", words)
	}
	for _, n := range find[*kit.NumberInput](x)[:1] {
		n.SetNumber(20)
	}
	if words := x.words(); !strings.Contains(words, "08:20") {
		t.Errorf("after a change the form says %s", words)
	}
	f.Sheet.Submit()
	if items := meeting.Live(p.seen.r.Agenda); items[0].Minutes != 20 || items[0].Text != "" || len(items) != 9 {
		t.Errorf("kept is %+v", items)
	}
}

func TestANoticeIsWrittenFromItsTemplate(t *testing.T) {
	x := sit(t, lang.Traditional)
	at, err := placesOf(t.Context(), x.store, x.World.Project)
	if err != nil {
		t.Fatal(err)
	}
	f := planForm(x.Seat, x.desk, x.store, meeting.Notice, x.World.Project, at, nil)
	var made meeting.Head
	f.Kept = func(m meeting.Move) { made = m.Head }
	x.filled(f, func() {
		subject := field[*kit.Choice[meeting.Subject]](x, f, "subject")
		kit.SetValue(subject, "NT-WATER")
		subject.OnChanged("NT-WATER")
		begins := field[*kit.MomentField](x, f, "begins")
		begins.SetValue(datatest.At(26, 9, 0))
		begins.OnChanged(datatest.At(26, 9, 0))
	})
	for _, want := range []string{"2026-11-26", "09:00", "停水", "0571-88000000", x.Say("paper.notice.gap")} {
		if !strings.Contains(made.Text, want) {
			t.Errorf("the notice lacks %s: %s", want, made.Text)
		}
	}
	if made.Title != x.Say("paper.notice.title.NT-WATER") {
		t.Errorf("it is called %s", made.Title)
	}
	p := x.page(made.ID)
	copied := ""
	p.Copy = func(r meeting.Record) { copied = r.Text }
	if test.Tap(button(x, x.Say("meetings.copy"))); copied != made.Text {
		t.Errorf("copied is %q", copied)
	}
	x.send(p)
	told := toldForm(p)
	x.filled(told, func() { field[*kit.Input](x, told, "whom").SetText("3 幢大堂") })
	if all := meeting.Live(p.seen.r.Told); len(all) != 1 || all[0].Whom != "3 幢大堂" || all[0].How != app.Notice {
		t.Errorf("the log says %+v", all)
	}
}

func TestAFileIsAttachedAndFiguresOfAWeekLeadToTheirIssues(t *testing.T) {
	x := sit(t, lang.English)
	x.path = filepath.Join(t.TempDir(), "lobby.jpg")
	if err := os.WriteFile(x.path, []byte("a photo"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := x.planned(meeting.OnSite)
	p.attach()
	p.Save()
	if len(p.seen.r.Files) != 1 || !strings.Contains(x.words(), "lobby.jpg") {
		t.Errorf("attached are %v", p.seen.r.Files)
	}
	o := x.order(meeting.Weekly)
	o.About = day(23)
	m, err := x.desk.Plan(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	w := x.page(m.Head.ID)
	test.Tap(button(x, x.Say("today.pick", x.Say("meetings.week.new"), 0)))
	if x.last() != x.Say("statistics.none") || w.figures.there == false {
		t.Errorf("nothing leads to %q", x.last())
	}
}

func TestEveryPageAndFormSpeaksEveryLanguage(t *testing.T) {
	for _, l := range lang.All {
		x := sit(t, l)
		for _, k := range meeting.Kinds {
			p := x.held(k)
			x.speaks(string(k))
			for _, make := range []func(*Page) *form{changeForm, agendaForm, spokenForm, accountsForm, answersForm, decisionsForm, giveForm, guestsForm, toldForm,
				func(p *Page) *form { return problemForm(p, meeting.Problem{}) }, func(p *Page) *form { return opinionForm(p, meeting.Opinion{}) },
				freezeForm, holdForm, minutesForm, reopenForm, cancelForm, gatheredForm, registerForm,
				func(p *Page) *form { return asideForm(p, meeting.Opinion{Text: "x"}) }} {
				make(p).Show()
				x.speaks(string(l) + " " + string(k))
				p.Escape()
			}
			for _, w := range append(followed, finishing, verifying) {
				w.form(p, meeting.Action{Task: meeting.Task{What: "x", Verify: "y"}}).Show()
				x.speaks(string(l) + " " + w.name)
				p.Escape()
			}
		}
		at, err := placesOf(t.Context(), x.store, x.World.Project)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range meeting.Kinds {
			make := planForm
			if k == meeting.Gathering {
				make = gatherForm
			}
			f := make(x.Seat, x.desk, x.store, k, x.World.Project, at, nil)
			f.Show()
			x.speaks(string(l) + " plan " + string(k))
			f.Sheet.Close()
		}
		x.win.Close()
	}
}

// find gathers every piece of a kind that is in the window or over it.
func find[T fyne.CanvasObject](x *world) []T { return onscreen.All[T](x.win) }

func button(x *world, words string) *kit.Push {
	x.Helper()
	for _, b := range find[*kit.Push](x) {
		if b.Text == words {
			return b
		}
	}
	x.Fatalf("no button says %s in %s", words, x.words())
	return nil
}

func TestWhatChangedSinceTheFreezeIsListedApart(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.planned(meeting.Monthly)
	x.send(p)
	if !strings.Contains(x.words(), x.Say("meetings.since.nothing")) {
		t.Fatalf("just frozen, it says %s", x.words())
	}
	m, err := x.Seat.Desk.Receive(t.Context(), x.Call(app.Repair))
	if err != nil {
		t.Fatal(err)
	}
	p.load()
	var led []app.IssueID
	p.Issues = func(_ string, ids []app.IssueID) { led = ids }
	if test.Tap(button(x, x.Say("today.pick", x.Say("meetings.since.entered"), 1))); len(led) != 1 || led[0] != m.Issue.ID {
		t.Errorf("added since are %v", led)
	}
	again := freezeForm(p)
	again.Show()
	if again.Sheet.Submit(); len(p.seen.r.Freezes) != 1 {
		t.Fatal("frozen anew without a reason")
	}
	field[*kit.TextArea](x, again, "reason").SetText("補錄一件")
	if again.Sheet.Submit(); len(p.seen.r.Freezes) != 2 || !strings.Contains(x.words(), x.Say("meetings.frozen.why", "補錄一件")) {
		t.Errorf("frozen anew it says %s", x.words())
	}
}
