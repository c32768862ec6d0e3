package issues

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

func press(o fyne.Focusable, keys ...fyne.KeyName) {
	for _, key := range keys {
		o.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// answer fills in what a repair needs besides person and place.
func (p *Intake) repair() {
	kit.SetValue(p.facts.kind, app.Repair)
	p.facts.setCategory("EQ1")
	p.facts.description.SetText("三樓電梯異響")
}

func TestACallIsWrittenDownFromTypingToRow(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.intake()
	test.Type(p.search, "3-2-501")
	if !p.answers.open() {
		t.Fatal("nobody was found for 3-2-501")
	}
	press(p.search, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if x.count() != 0 {
		t.Fatal("Enter in the list saved")
	}
	name := p.facts.who.name.Text
	if p.chosen == nil || name == "" || !strings.Contains(p.facts.who.contact.Text, "****") {
		t.Fatalf("chosen %v, name %q, contact %q", p.chosen, name, p.facts.who.contact.Text)
	}
	p.repair()
	p.Save()

	c := x.the(1)
	if c.Number != "SL-202611-0001" || c.Reporter.Name != name || c.Place.Room != x.Rooms["3-2-501"] || strings.Contains(c.Reporter.Phone, "*") {
		t.Errorf("the row says %s, %+v, %+v", c.Number, c.Reporter, c.Place)
	}
	if words := x.words(); !strings.Contains(words, "SL-202611-0001") || !strings.Contains(words, "2026-11-24") {
		t.Errorf("number and promise are not shown in %q", words)
	}
	if left, err := x.store.Drafts(t.Context(), x.Fang); err != nil || len(left) != 0 {
		t.Errorf("%d drafts are left, %v", len(left), err)
	}
}

func TestEachMissingAnswerIsSaidUnderItsField(t *testing.T) {
	x := sit(t, lang.English)
	p := x.intake()
	p.facts.channel.Clear()
	p.facts.urgency.Clear()
	kit.SetValue(p.facts.kind, app.Complaint)
	p.facts.touched()
	p.Save()
	got := p.facts.Form.Failed()
	want := []string{"place", "name", "owner", "contact", "channel", "subject", "level", "description"}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("marked are %v, want %v", got, want)
	}
	for _, field := range got {
		if words := p.facts.Form.Field(field).Error(); strings.HasPrefix(words, "fault.") {
			t.Errorf("%s says the key %s", field, words)
		}
	}
	if x.count() != 0 {
		t.Error("it was saved all the same")
	}
}

func TestAnonymousAndRefusedAreChoices(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.intake()
	p.facts.where.SetText("東門崗亭旁")
	p.facts.who.anonymous.SetChecked(true)
	p.facts.who.refused.SetChecked(true)
	p.repair()
	p.Save()
	r := x.the(1).Reporter
	if !r.Anonymous || !r.Refused || r.Owner != app.Anonymous || r.Name != "" {
		t.Errorf("the row says %+v", r)
	}
}

func TestAPersonNotInTheRegisterIsTypedByHand(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.intake()
	test.Type(p.search, "9幢1單元301")
	p.facts.who.name.SetText("黃先生")
	kit.SetValue(p.facts.who.owner, "OW-TEN")
	p.facts.who.contact.SetText("139 0000 1111")
	p.repair()
	p.Save()
	c := x.the(1)
	if c.Place.Short() != "9-1-301" || c.Place.Room != 0 || c.Reporter.Name != "黃先生" {
		t.Errorf("the row says %+v, %+v", c.Place, c.Reporter)
	}
}

func TestADraftSurvives(t *testing.T) {
	x := sit(t, lang.Traditional)
	first := x.intake()
	test.Type(first.search, "3-2-501")
	first.Choose(first.found[0])
	first.repair()
	first.facts.received.SetText("上週五 9")
	first.draft.keep()
	text := first.text()

	second := x.intake() // the program went out without a word
	if len(second.offer.Objects) == 0 {
		t.Fatal("the draft is not offered")
	}
	left, err := x.store.Drafts(t.Context(), x.Fang)
	if err != nil || len(left) != 1 {
		t.Fatalf("%d drafts, %v", len(left), err)
	}
	second.draft.take(left[0])
	for field, typed := range text {
		if got := second.text()[field]; got != typed {
			t.Errorf("%s is %q, was %q", field, got, typed)
		}
	}
	if second.facts.place.Room != x.Rooms["3-2-501"] {
		t.Errorf("the room is %+v", second.facts.place)
	}
	if got, want := second.facts.Form.Field("place").Hint(), first.facts.Form.Field("place").Hint(); got != want || second.chosen.Building.Note != first.chosen.Building.Note {
		t.Errorf("of the place it says %q, want %q", got, want)
	}
}

func TestAnEmptyIntakeLeavesNoDraftAndAsksNothing(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.intake()
	left := false
	p.Back = func() { left = true }
	p.Escape()
	p.Hidden()
	if drafts, err := x.store.Drafts(t.Context(), 0); err != nil || len(drafts) != 0 || !left {
		t.Errorf("left %v, %d drafts, %v", left, len(drafts), err)
	}
}

func TestWhatWasTypedIsAskedAboutBeforeLeaving(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.intake()
	left := false
	p.Back = func() { left = true }
	p.facts.description.SetText("電梯")
	p.Escape()
	sheet := kit.TopSheet(x.win.Canvas())
	if left || sheet == nil {
		t.Fatal("it left without asking")
	}
	sheet.Submit()
	if !left {
		t.Error("it stayed")
	}
}

func TestARepeatedCallGoesIntoTheIssueItRepeats(t *testing.T) {
	x := sit(t, lang.Traditional)
	earlier := x.call(app.Repair)
	x.Clock.Add(48 * time.Hour)
	p := x.intake()
	opened := app.IssueID(0)
	p.Done = func(id app.IssueID, _ string) { opened = id }
	test.Type(p.search, "3-2-501")
	p.Choose(p.found[0])
	p.repair()
	p.changed()
	if len(p.side.known.likely) != 1 || len(p.side.known.earlier) != 1 {
		t.Fatalf("known are %+v", p.side.known)
	}
	p.facts.wish.SetText("今日內修復")
	likely := p.side.known.likely[0]
	p.facts.who.fill(app.Reporter{Owner: "OW-TEN", Name: "錢七"})
	if p.merge(likely); opened != 0 || p.facts.Form.Field("contact").Error() == "" {
		t.Error("another caller is taken in without a contact")
	}
	p.facts.who.fill(app.Reporter{Owner: "OW-TEN", Name: "錢七", Phone: "13900000009"})
	p.merge(likely)
	c := x.the(earlier)
	if opened != earlier || len(c.Callers) != 1 || c.Callers[0].Reporter.Name != "錢七" || c.Callers[0].Reporter.Phone != "13900000009" ||
		!strings.Contains(c.Callers[0].Said, "三樓電梯異響") || c.Callers[0].Place.Door != "501" {
		t.Errorf("opened %d, who called is %+v", opened, c.Callers)
	}
	p.facts.who.lock(c.Reporter, say.Masked) // the first once more
	p.merge(likely)
	c = x.the(earlier)
	if x.count() != 1 || len(c.Callers) != 1 || len(c.Notes) != 1 || !strings.Contains(c.Notes[0].Text, "三樓電梯異響") || !strings.Contains(c.Notes[0].Text, "今日內修復") {
		t.Errorf("%d issues, opened %d, notes %+v", x.count(), opened, c.Notes)
	}
}

func TestALateEntryWantsAReason(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.intake()
	why := p.facts.Form.Field("received-why")
	if why.Visible() {
		t.Fatal("a reason is asked for now")
	}
	p.facts.received.SetValue(datatest.At(20, 17, 0))
	p.facts.touched()
	if !why.Visible() {
		t.Error("no reason is asked for three days later")
	}
}

func TestTheLawOnCuttingWaterIsRecalled(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.intake()
	p.facts.setCategory("FE7")
	p.changed()
	if !strings.Contains(x.words(), "第九百四十四條") {
		t.Error("nothing is said about FE7")
	}
}

func TestNextOpensTheSlip(t *testing.T) {
	x := sit(t, lang.Traditional)
	for kind, want := range map[app.Kind]string{app.Repair: Transfer, app.Complaint: Complaint} {
		p := x.intake()
		verb := ""
		p.Done = func(_ app.IssueID, v string) { verb = v }
		p.facts.where.SetText("中庭")
		p.facts.who.anonymous.SetChecked(true)
		p.facts.who.refused.SetChecked(true)
		p.repair()
		kit.SetValue(p.facts.kind, kind)
		kit.SetValue(p.facts.level, app.Minor)
		p.Next()
		if verb != want {
			t.Errorf("%s goes on with %q, want %q", kind, verb, want)
		}
	}
}

func TestAComplaintIsNeverHandledAtTheDeskWithoutItsSlip(t *testing.T) {
	for kind, offered := range map[app.Kind]bool{app.Complaint: false, app.Repair: true} {
		x := sit(t, lang.English)
		p := x.intake()
		x.see(p.outcome(app.Issue{Intake: app.Intake{Kind: kind}}))
		if got := strings.Contains(x.words(), x.Say("verb.self")); got != offered {
			t.Errorf("%s: handling ourselves is offered: %v", kind, got)
		}
	}
}
