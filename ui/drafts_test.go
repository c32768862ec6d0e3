package ui

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/kit/onscreen"
	"ownerdesk/ui/settings"
)

// again is a new window on the same file, as after the one before was killed: it
// was never closed, and nobody kept anything for it.
func again(t *testing.T, desk *app.Desk, store Store, world datatest.World) *shell {
	t.Helper()
	s := window(t, Parts{
		Now: world.Clock.Now, Locale: "en_GB.UTF-8",
		Open: func(context.Context, string) (Office, error) {
			return Office{Desk: desk, Store: store, Close: func() error { return nil }}, nil
		},
	})
	s.open(world.Path)
	s.sit(world.Min)
	return s
}

// typeInto writes into every input of the sheet on top, and tells how many it has.
func typeInto(s *shell) int {
	n := 0
	for _, o := range test.LaidOutObjects(s.window.Canvas().Overlays().Top()) {
		switch o := o.(type) {
		case *kit.Input:
			o.SetText(fmt.Sprintf("typed %d", n))
		case *kit.TextArea:
			o.SetText(fmt.Sprintf("漏水\n第 %d 處", n))
		default:
			continue
		}
		n++
	}
	return n
}

// opener opens one form.
type opener struct {
	name string
	open func(*shell)
}

// formsOf are the forms that can be opened in a small office with one issue.
func formsOf(id app.IssueID) []opener {
	act := func(verb string) func(*shell) {
		return func(s *shell) { s.openIssue(id, verb) }
	}
	page := func(n settings.Name, press string) func(*shell) {
		return func(s *shell) {
			s.leaf = n
			delete(s.places, placeSettings)
			s.goTo(placeSettings)
			pressed(s, press)
		}
	}
	at := func(place, press string) func(*shell) {
		return func(s *shell) { s.goTo(place); pressed(s, press) }
	}
	var all []opener
	for _, verb := range []string{"transfer", "complaint", "self", "amend", "amend-caller", "note", "chase", "remark", "reject", "void", "close", "plan", "extend", "feedback", "inquiry", "sign", "refuse", "review", "tell", "followup", "reopen", "reassign"} {
		all = append(all, opener{"issue " + verb, act(verb)})
	}
	return append(all,
		opener{"staff", page(settings.Staff, "settings.staff.add")},
		opener{"department", page(settings.Departments, "settings.dept.add")},
		opener{"estate", page(settings.Office, "settings.estate.add")},
		opener{"word", page(settings.Lists, "settings.list.add")},
		opener{"meeting", at(placeMeetings, "meetings.plan")},
		opener{"survey", at(placeSurveys, "surveys.plan")},
		opener{"measure", at(placeMeasures, "measures.new")},
	)
}

// pressed presses the button with these words, if it is there.
func pressed(s *shell, key string) {
	words := s.words.Say(key)
	for _, b := range onscreen.All[*kit.Push](s.window) {
		if strings.HasPrefix(b.Text, words) && !b.Disabled() {
			test.Tap(b)
			return
		}
	}
}

// TestWhatIsTypedIntoAFormOutlivesAKill types into every form that opens, kills the
// window, starts it again in another language, and finds what was typed.
func TestWhatIsTypedIntoAFormOutlivesAKill(t *testing.T) {
	store, desk, world := datatest.Open(t)
	m, err := desk.Receive(t.Context(), world.Call(app.Complaint))
	if err != nil {
		t.Fatal(err)
	}
	joins := app.JoinOrder{Stand: app.Stand{Issue: m.Issue.ID, By: world.Fang}, Channel: "CH-TEL", Said: "我家也聽到", Place: app.Place{Text: "東門"},
		Reporter: app.Reporter{Owner: "OW-SELF", Name: "錢進", Phone: "13700001201"}}
	if _, err := desk.Join(t.Context(), joins); err != nil {
		t.Fatal(err)
	}
	opened := typeAndKill(t, "received", m.Issue.ID, desk, store, world)
	o := app.TransferOrder{Stand: app.Stand{Issue: m.Issue.ID, By: world.Fang}, Lead: world.Engineering, Level: app.Major}
	if _, err := desk.OpenComplaint(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	opened += typeAndKill(t, "sent", m.Issue.ID, desk, store, world)
	if opened < 24 {
		t.Errorf("only %d forms were opened: the test does not reach them", opened)
	}
}

// typeAndKill types into every form, kills the window and looks into them again; it
// tells how many could be opened and have anything to type into.
func typeAndKill(t *testing.T, stage string, id app.IssueID, desk *app.Desk, store Store, world datatest.World) (opened int) {
	t.Helper()
	typed := map[string]map[string]string{}
	first := again(t, desk, store, world)
	for _, f := range formsOf(id) {
		f.open(first)
		top := kit.TopSheet(first.window.Canvas())
		if top == nil {
			continue
		}
		if typeInto(first) > 0 {
			typed[f.name] = writtenOn(first)
			top.Look() // as it does every second
		}
		first.drafts.all = map[string]app.FormDraft{} // nothing is left but what the file says
		top.Leave()
	}
	speak(t, desk, world)
	second := again(t, desk, store, world)
	for _, f := range formsOf(id) {
		if typed[f.name] == nil {
			continue
		}
		f.open(second)
		top := kit.TopSheet(second.window.Canvas())
		if top == nil {
			t.Errorf("%s: the form of %s does not open again", stage, f.name)
			continue
		}
		if back := writtenOn(second); !maps.Equal(back, typed[f.name]) {
			t.Errorf("%s: into %s was typed %q, and %q came back", stage, f.name, typed[f.name], back)
		}
		top.Close()
	}
	t.Logf("%s: typed into %q", stage, slices.Sorted(maps.Keys(typed)))
	return len(typed)
}

func writtenOn(s *shell) map[string]string {
	return kit.Written(s.window.Canvas().Overlays().Top())
}

// speak lets the office speak the other language from now on.
func speak(t *testing.T, desk *app.Desk, world datatest.World) {
	t.Helper()
	g, err := desk.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	o := g.Office
	o.Screen = map[string]string{"zh-Hant": "en", "en": "zh-Hant"}[o.Screen]
	if err := desk.ChangeOffice(t.Context(), o, world.Min); err != nil {
		t.Fatal(err)
	}
}

// What was typed before anybody sat there is there again, in the language that was
// chosen, and is gone once the office is set up.
func TestWhatIsTypedBeforeThereIsAnOfficeOutlivesAKill(t *testing.T) {
	first := newOffice(t)
	kill := func() (*shell, *welcome) {
		s := window(t, first.parts)
		s.office = first.office
		g, err := first.office.Desk.Ground(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return s, s.showWelcome(g)
	}
	_, w := kill()
	w.company.SetText("Cloud Rest")
	w.language.SetValue("zh-Hans")
	w.language.OnChanged("zh-Hans")
	w.name.SetText("王芳")
	w.draft.Look() // as it does every second
	s, w := kill()
	want := w.answers()
	if w.company.Value() != "Cloud Rest" || w.name.Value() != "王芳" || w.language.Value() != "zh-Hans" || s.words.Say("welcome.title") != words("zh-Hans").Say("welcome.title") {
		t.Fatalf("after a kill there stands %+v, %s", want, w.language.Value())
	}
	if said, _ := s.toasts.Said(); !strings.Contains(said, "2026-11-23") {
		t.Errorf("it says %q", said)
	}
	w.estate.SetText("雲棲花園")
	w.draft.Look()
	s, w = kill()
	if w.company.Value() != "Cloud Rest" || w.name.Value() != "王芳" || w.estate.Value() != "雲棲花園" {
		t.Fatalf("after a second kill there stands %+v", w.answers())
	}
	w.submit()
	if left, err := s.office.Store.FormDrafts(t.Context(), 0); err != nil || len(left) != 0 || s.staff == 0 {
		t.Errorf("set up, there are left %+v, %v", left, err)
	}
}

// Pages keep what is typed into them as sheets do.
func TestWhatIsTypedIntoAPageOfSettingsOutlivesAKill(t *testing.T) {
	store, desk, world := datatest.Open(t)
	for _, name := range []settings.Name{settings.Office, settings.Backup} {
		show := func(s *shell) *kit.Input {
			s.leaf = name
			delete(s.places, placeSettings)
			s.goTo(placeSettings)
			for _, in := range onscreen.All[*kit.Input](s.window) {
				if !in.Disabled() && in.Visible() {
					return in
				}
			}
			t.Fatalf("%s has nothing to type into", name)
			return nil
		}
		first := again(t, desk, store, world)
		show(first).SetText("12")
		first.goTo(placeToday)
		second := again(t, desk, store, world)
		if back := show(second).Text; back != "12" {
			t.Errorf("%s: %q came back", name, back)
		}
	}
}
