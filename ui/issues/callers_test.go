package issues

import (
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// neighbours lets two more households bring an issue.
func (x *world) neighbours(id app.IssueID) {
	x.Helper()
	for i, name := range []string{"錢進", "孫麗"} {
		door := []string{"102", "1201"}[i]
		if _, err := x.Desk.Join(x.Context(), app.JoinOrder{Stand: app.Stand{Issue: id, By: x.Fang}, Channel: "CH-WX", Said: "我家也聽到",
			Reporter: app.Reporter{Owner: "OW-SELF", Name: name, Phone: "1370000" + door}, Place: app.Place{Block: "2", Unit: "1", Door: door}}); err != nil {
			x.Fatal(err)
		}
	}
}

// Everybody who brought an issue stands on its page, masked; revealing writes one
// entry into the log for each.
func TestEverybodyWhoBroughtAnIssueStandsOnItsPageMasked(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Repair)
	x.neighbours(id)
	p := x.page(id)
	words := x.words()
	if !strings.Contains(words, "其他反映人 2 人") || !strings.Contains(words, "錢*") || strings.Contains(words, "錢進") || strings.Contains(words, "13700001201") {
		t.Errorf("the page says %s", words)
	}
	p.reveal()
	for _, area := range find[*kit.TextArea](x) {
		area.SetText("逐一回覆")
	}
	kit.TopSheet(x.Window.Canvas()).Submit()
	if words := x.words(); p.privacy != say.Open || !strings.Contains(words, "錢進") || !strings.Contains(words, "13700001201") {
		t.Errorf("revealed, the page says %s", words)
	}
	log, err := x.store.AccessLog(t.Context(), datatest.At(1, 0, 0), datatest.At(30, 0, 0), 100)
	if err != nil || len(log) != 3 {
		t.Errorf("the log says %+v, %v", log, err)
	}
}

// A further reporter is corrected by a form that shows what is written down, masked until
// somebody asks; what is not touched stays as it was, and the page says what it was.
func TestAFurtherReporterIsCorrectedByAForm(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Repair)
	x.neighbours(id)
	before := x.the(id).Callers
	p := x.page(id)
	p.Begin("amend-caller")
	kit.TopSheet(x.Window.Canvas()).Submit()
	if x.wrong("caller") == "" {
		t.Error("it is not asked whom it is about")
	}
	choose(x, "caller", 2)
	if words := x.words(); strings.Contains(words, "孫麗") || strings.Contains(words, "13700001201") {
		t.Errorf("unasked, the form says %s", words)
	}
	x.write("description", "我家也聽到，夜裡更響")
	field[*kit.Input](x, "why").SetText("補充所述")
	x.send(p)
	k := x.the(id).Callers[1]
	want := before[1]
	want.Said = "我家也聽到，夜裡更響"
	if k != want || x.the(id).Callers[0] != before[0] {
		t.Errorf("the row says %+v, was %+v", k, before[1])
	}
	p.Begin("amend-caller")
	choose(x, "caller", 1)
	p2 := kit.TopSheet(x.Window.Canvas())
	for _, push := range find[*kit.Push](x) {
		if push.Visible() && push.Text == x.Say("intake.change") {
			push.OnTapped()
		}
	}
	for _, area := range find[*kit.TextArea](x) {
		area.SetText("更正姓名")
	}
	kit.TopSheet(x.Window.Canvas()).Submit()
	if kit.TopSheet(x.Window.Canvas()) != p2 {
		t.Fatal("the form is not there any more")
	}
	for _, in := range find[*kit.Input](x) {
		if in.Text == "錢進" {
			in.SetText("錢晉")
		}
	}
	x.write("description", "我家也聽到")
	field[*kit.Input](x, "why").SetText("聽錯姓名")
	x.send(p)
	if k := x.the(id).Callers[0]; k.Reporter.Name != "錢晉" || k.Reporter.Phone != before[0].Reporter.Phone {
		t.Errorf("the row says %+v", k)
	}
	log, err := x.store.AccessLog(t.Context(), datatest.At(1, 0, 0), datatest.At(30, 0, 0), 100)
	if err != nil || len(log) != 1 {
		t.Errorf("the log says %+v, %v", log, err)
	}
	if words := p.timeline(); !strings.Contains(words[0].Head, "更正其他反映人") || !strings.Contains(words[0].Body, "錢*") || strings.Contains(words[0].Body, "錢進") {
		t.Errorf("the timeline says %+v", words[0])
	}
}

// What was typed over what is masked, and left by a kill, is what is sent.
func TestWhatWasTypedOverAMaskedNameIsSent(t *testing.T) {
	x := sit(t, lang.Traditional)
	known := app.Reporter{Owner: "OW-SELF", Name: "錢進", Phone: "13700001201", WeChat: "qj"}
	for name, change := range map[string]func(*who) app.Reporter{
		"nothing": func(*who) app.Reporter { return known },
		"name": func(w *who) app.Reporter {
			w.name.SetText("錢晉")
			r := known
			r.Name = "錢晉"
			return r
		},
		"contact": func(w *who) app.Reporter {
			w.contact.SetText("13900001111")
			r := known
			r.Phone, r.WeChat = "13900001111", ""
			return r
		},
	} {
		w := newWho(x.Seat, nil, func() {})
		w.lock(known, say.Masked)
		if want := change(w); w.reporter() != want {
			t.Errorf("%s: it is %+v, not %+v", name, w.reporter(), want)
		}
	}
}

// One form tells all of them, but for whom it is unticked.
func TestOneFormTellsAllReporters(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Suggestion)
	x.neighbours(id)
	by := app.Stand{Issue: id, By: x.Fang}
	for _, did := range []func() (app.Move, error){
		func() (app.Move, error) {
			return x.Desk.HandleSelf(t.Context(), app.TransferOrder{Stand: by, Handler: x.Jing})
		},
		func() (app.Move, error) {
			return x.Desk.Plan(t.Context(), app.PlanOrder{Stand: by, Handler: x.Jing, Solution: "按標準處理", Rows: []app.PlanRow{{Measure: "更換", Person: "陳靜", By: x.Now().Add(time.Hour)}}})
		},
		func() (app.Move, error) {
			return x.Desk.FeedBack(t.Context(), app.FeedbackOrder{Stand: by, Situation: "已更換", Result: "RS-04", Asked: true, Cause: "RC-EQP1"})
		},
		func() (app.Move, error) { return x.Desk.Review(t.Context(), app.ReviewOrder{Stand: by, Accept: true}) },
	} {
		if _, err := did(); err != nil {
			t.Fatal(err)
		}
	}
	p := x.page(id)
	form := tellForm(p.matter())
	ticks := form.Form.Field("callers")
	if ticks == nil {
		t.Fatal("nobody else can be told")
	}
	form.Show()
	for _, tick := range find[*kit.Tick](x) {
		if strings.Contains(tick.Text, "孫*") {
			tick.SetChecked(false)
		}
	}
	choose(x, "how", app.Method("MT-TEL"))
	kit.TopSheet(x.Window.Canvas()).Submit()
	c := x.the(id)
	if c.State != app.Told || c.Callers[0].Told.IsZero() || !c.Callers[1].Told.IsZero() {
		t.Errorf("%s, told are %+v", c.State, c.Callers)
	}
}
