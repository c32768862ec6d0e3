package meetings

import (
	"slices"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest/faulty"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/kit/onscreen"
	"ownerdesk/ui/seat/beside"
)

// apart tells what no form of records can mend: it is about the record or the person and
// keeps the form from being offered, or is a list that nobody but a program gives back.
func apart(f app.Invalid) bool {
	list, n, _ := f.Row()
	whole := n == 0 && slices.Contains([]string{"guests", "agenda", "accounts", "problems", "opinions", "answers", "decisions", "told", "files"}, list)
	return whole || slices.Contains([]string{"meeting", "by", "action", "opinion"}, f.Field) || f.Rule == "not-begun"
}

// walked is an order, the forms that give it, and which of its faults they have.
type walked struct {
	of    string
	has   func(app.Invalid) bool
	forms []func() *form
}

func all(app.Invalid) bool { return true }

// ofList are the faults of the rows of one list.
func ofList(name string) func(app.Invalid) bool {
	return func(f app.Invalid) bool {
		list, n, _ := f.Row()
		return n > 0 && list == name
	}
}

// Every fault that an order on a record can find is shown beside a field that mends it,
// by a form that gives that order.
func TestEveryFaultOfRecordsStandsBesideAFieldThatCanMendIt(t *testing.T) {
	x := sit(t, lang.Simplified)
	rules := faulty.Read(t, "../../app/meeting")
	planned, held := map[meeting.Kind]*Page{}, map[meeting.Kind]*Page{}
	for _, k := range meeting.Kinds {
		if k != meeting.Notice && k != meeting.OnSite && k != meeting.Activity {
			held[k] = x.held(k)
			x.written(held[k])
		}
		x.World.Clock.Add(7 * 24 * time.Hour)
	}
	var plans, changes []func() *form
	for _, k := range meeting.Kinds {
		o := x.order(k)
		o.About = o.About.AddDays(35)
		m, err := x.desk.Plan(x.Context(), o)
		if err != nil {
			t.Fatal(err)
		}
		planned[k] = x.page(m.Head.ID)
		plans = append(plans, func() *form {
			return planForm(x.Seat, x.desk, planned[k].asks, k, x.World.Project, planned[k].seen.at, nil)
		})
		changes = append(changes, func() *form { return changeForm(planned[k]) })
	}
	of := func(p *Page, make func(*Page) *form) func() *form { return func() *form { return make(p) } }
	monthly, weekly, gathered := held[meeting.Monthly], held[meeting.Weekly], held[meeting.Gathering]
	gathering := func() *form {
		return gatherForm(x.Seat, x.desk, gathered.asks, meeting.Gathering, x.World.Project, gathered.seen.at, nil)
	}
	plan := func(f app.Invalid) bool {
		_, n, _ := f.Row()
		return n == 0 && f.Field != "kind" && f.Field != "project" // both are given where there is nothing to choose
	}
	for _, w := range []walked{
		{"Plan", func(f app.Invalid) bool { return plan(f) && !later[f.Field] }, plans},
		{"Change", plan, changes},
		{"Change", ofList("guests"), []func() *form{of(monthly, guestsForm)}},
		{"Change", ofList("agenda"), []func() *form{of(monthly, agendaForm)}},
		{"Change", ofList("accounts"), []func() *form{of(monthly, accountsForm), of(weekly, accountsForm)}},
		{"Change", ofList("answers"), []func() *form{of(monthly, answersForm)}},
		{"Change", ofList("decisions"), []func() *form{of(monthly, decisionsForm)}},
		{"Change", ofList("problems"), []func() *form{of(monthly, func(p *Page) *form { return problemForm(p, meeting.Problem{}) })}},
		{"Change", ofList("opinions"), []func() *form{of(monthly, func(p *Page) *form { return opinionForm(p, meeting.Opinion{}) }), of(gathered, gatheredForm)}},
		{"Change", ofList("told"), []func() *form{of(planned[meeting.Notice], toldForm)}},
		{"Gather", func(f app.Invalid) bool {
			_, n, _ := f.Row()
			return n > 0 || slices.ContainsFunc(asked[meeting.Gathering], func(a struct {
				name string
				span int
			}) bool {
				return a.name == f.Field
			})
		}, []func() *form{gathering}},
		{"SetAside", all, []func() *form{of(gathered, func(p *Page) *form { return asideForm(p, meeting.Opinion{Row: meeting.Row{N: 1}}) })}},
		{"Hold", all, []func() *form{of(planned[meeting.OnSite], holdForm)}},
		{"Minute", all, []func() *form{of(weekly, minutesForm)}},
		{"mayFreeze", all, []func() *form{of(monthly, freezeForm)}},
		{"Reopen", all, []func() *form{of(monthly, reopenForm)}},
		{"Cancel", all, []func() *form{of(planned[meeting.OnSite], cancelForm)}},
		{"Give", all, []func() *form{of(monthly, giveForm)}},
	} {
		faults := slices.DeleteFunc(rules.Of(w.of), func(f app.Invalid) bool { return apart(f) || !w.has(f) })
		for f, amiss := range x.shownBy(w.forms, faults) {
			if amiss != "" {
				t.Errorf("%s, %s %s: %s", w.of, f.Field, f.Rule, amiss)
			}
		}
		if len(faults) == 0 {
			t.Errorf("%s finds nothing wrong", w.of)
		}
	}
}

// shownBy tells what is amiss with faults in all these forms; nothing when one shows it.
func (x *world) shownBy(forms []func() *form, faults []app.Invalid) map[app.Invalid]string {
	all := map[app.Invalid]string{}
	for _, make := range forms {
		for f, amiss := range beside.Shows(x.win, make(), faults) {
			if was, tried := all[f]; !tried || was != "" {
				all[f] = amiss
			}
		}
	}
	return all
}

// written puts a row into every list of a record.
func (x *world) written(p *Page) {
	x.Helper()
	o := meeting.ChangeOrder{Stand: p.stand(), Answers: &[]meeting.Answer{{Question: "何時修"}}, Decisions: &[]meeting.Decision{{Text: "本週修"}}}
	accounts := append(meeting.Live(p.seen.r.Accounts), meeting.Account{Dept: x.Engineering, Done: "已修", Module: "MD-PLANT"})
	o.Accounts = &accounts
	if _, err := x.desk.Change(x.Context(), o); err != nil {
		x.Fatal(err)
	}
	p.Shown()
}

// Every fault that an order on an action item can find stands beside its field.
func TestEveryFaultOfActionItemsStandsBesideAFieldThatCanMendIt(t *testing.T) {
	x := sit(t, lang.Simplified)
	p := x.held(meeting.Monthly)
	m, err := x.desk.Give(x.Context(), meeting.GiveOrder{Stand: p.stand(), Actions: []meeting.NewAction{{Task: meeting.Task{What: "換軸承", Dept: x.Engineering}, Due: day(30)}}})
	if err != nil {
		t.Fatal(err)
	}
	rules := faulty.Read(t, "../../app/meeting")
	for of, make := range map[string]func(*Page, meeting.Action) *actionForm{
		"Advance": progressForm, "Finish": finishForm, "Check": verifyForm, "Postpone": postponeForm, "Drop": dropForm, "Amend": amendForm,
	} {
		faults := slices.DeleteFunc(rules.Of(of), apart)
		for f, amiss := range beside.Shows(x.win, make(p, m.Actions[0].Action), faults) {
			if amiss != "" {
				t.Errorf("%s, %s %s: %s", of, f.Field, f.Rule, amiss)
			}
		}
		if len(faults) == 0 {
			t.Errorf("%s finds nothing wrong", of)
		}
	}
}

// Of a list, the row that is wrong says so itself, the keyboard goes into the cell that
// is to be filled, and with the first key there the words are gone.
func TestAFaultPointsAtItsRow(t *testing.T) {
	x := sit(t, lang.Simplified)
	p := x.held(meeting.Monthly)
	three := []meeting.Answer{{Question: "一", Answer: "甲"}, {Question: "二", Answer: "乙"}, {Question: "三", Answer: "丙"}}
	if _, err := x.desk.Change(x.Context(), meeting.ChangeOrder{Stand: p.stand(), Answers: &three}); err != nil {
		t.Fatal(err)
	}
	p.Shown()
	f := answersForm(p)
	f.Show()
	cells := onscreen.All[*kit.TextArea](x.win)
	cells[4].SetText("") // the third question
	f.Sheet.Submit()
	if got := strings.Contains(x.words(), x.Say("fault.incomplete")); !got || !strings.Contains(x.words(), "丙") {
		t.Fatalf("no row says that it is wrong: %v", got)
	}
	if amiss := beside.Reached(x.win, f.Form.Field("answers")); amiss != "" {
		t.Error(amiss)
	}
	x.win.Canvas().Focused().TypedRune('問')
	if cells[4].Value() != "問" || strings.Contains(x.words(), x.Say("fault.incomplete")) {
		t.Errorf("the keyboard is elsewhere, or the words stay: %q", cells[4].Value())
	}
	f.Sheet.Submit()
	if kit.TopSheet(x.win.Canvas()) != nil || meeting.Live(p.seen.r.Answers)[2].Question != "問" {
		t.Errorf("mended, it is not taken: %s", x.words())
	}
}
