package meetings

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
)

// gathers opens the form for what was gathered and writes its head and two rows.
func (x *world) gathers() *form {
	x.Helper()
	at, err := placesOf(x.Context(), x.store, x.World.Project)
	if err != nil {
		x.Fatal(err)
	}
	f := gatherForm(x.Seat, x.desk, x.store, meeting.Gathering, x.World.Project, at, nil)
	f.Show()
	field[*kit.Input](x, f, "title").SetText("二期開盤")
	kit.SetValue(field[*kit.Choice[meeting.Subject]](x, f, "event"), "GE-SALES")
	field[*kit.MomentField](x, f, "begins").SetValue(datatest.At(20, 14, 0))
	field[*kit.Input](x, f, "helpers").SetText("實習生小周")
	x.row(0, "陳先生", "13812345678", "3-2-501", "樣板間與交付標準應當一致", "SL")
	test.Tap(button(x, x.Say("meetings.add.opinions")))
	x.row(1, "", "", "", "訪客車位太少", "PK")
	return f
}

// row writes one opinion into the rows of the form on top.
func (x *world) row(n int, name, phone, room, text string, subject app.Category) {
	x.Helper()
	inputs, subjects, texts := find[*kit.Input](x), find[*kit.Choice[app.Category]](x), find[*kit.TextArea](x)
	first := len(inputs) - 4*len(texts)
	for i, said := range []string{name, phone, room} {
		inputs[first+4*n+i].SetText(said)
	}
	texts[n].SetText(text)
	kit.SetValue(subjects[n], subject)
}

func TestOneFormMakesAGatheringAndItsIssues(t *testing.T) {
	x := sit(t, lang.Traditional)
	f := x.gathers()
	var kept meeting.Move
	f.Kept = func(m meeting.Move) { kept = m }
	f.Sheet.Submit()
	if kept.Head.ID == 0 {
		t.Fatalf("refused: %s", x.words())
	}
	if x.last() != x.Say("meetings.gathered", "SJ-202611-0001", 2, 2) {
		t.Errorf("it says %q", x.last())
	}
	p := x.page(kept.Head.ID)
	r := p.seen.r
	if r.Helpers != "實習生小周" || r.State != meeting.Minuted || len(r.Brought()) != 2 || r.Opinions[1].Category != "PK" {
		t.Errorf("kept is %+v", r)
	}
	words := x.words()
	for _, want := range []string{"陳**", "138****5678", "3-2-**", r.Opinions[0].Number, r.Opinions[1].Number, x.Say("state.accepted"), "二期開盤", "實習生小周", x.Say("meetings.state.SJ.minuted")} {
		if !strings.Contains(words, want) {
			t.Errorf("the page does not say %q: %s", want, words)
		}
	}
	for _, secret := range []string{"陳先生", "13812345678", "3-2-501"} {
		if strings.Contains(words, secret) {
			t.Errorf("the page says %q", secret)
		}
	}
	var led []app.IssueID
	p.Issues = func(_ string, ids []app.IssueID) { led = ids }
	test.Tap(button(x, x.Count("meetings.issues", 2)))
	if len(led) != 2 {
		t.Errorf("it leads to %v", led)
	}
}

func TestARowWithoutASubjectIsSaidBesideTheRows(t *testing.T) {
	x := sit(t, lang.Traditional)
	f := x.gathers()
	x.row(1, "", "", "", "訪客車位太少", "")
	f.Sheet.Submit()
	if kit.TopSheet(x.win.Canvas()) == nil || !strings.Contains(x.words(), x.Say("fault.opinions.no-subject")) {
		t.Errorf("it says %s", x.words())
	}
	if all, err := x.store.Records(t.Context(), meeting.Wanted{}); err != nil || len(all) != 0 {
		t.Errorf("kept is %v, %v", all, err)
	}
}

func TestOpinionsAreAnsweredForOneByOneOrAllAtOnce(t *testing.T) {
	x := sit(t, lang.Traditional)
	f := x.gathers()
	field[*kit.Tick](x, f, "register").SetChecked(false)
	var kept meeting.Move
	f.Kept = func(m meeting.Move) { kept = m }
	f.Sheet.Submit()
	p := x.page(kept.Head.ID)
	if p.seen.r.State != meeting.Held || !strings.Contains(x.words(), x.Say("meetings.state.SJ.held")) {
		t.Fatalf("it is %s", x.words())
	}
	aside := asideForm(p, p.seen.r.Opinions[0])
	x.filled(aside, func() {
		kit.SetValue(field[*kit.Choice[meeting.Aside]](x, aside, "aside"), meeting.AsideThere)
		field[*kit.TextArea](x, aside, "aside-why").SetText("已說明交付標準")
	})
	p.load()
	if !strings.Contains(x.words(), "已說明交付標準") || p.seen.r.State != meeting.Held {
		t.Errorf("one is answered for: %s", x.words())
	}
	x.send(p) // the rest
	p.load()
	if p.seen.r.State != meeting.Minuted || len(p.seen.r.Brought()) != 1 {
		t.Errorf("all are answered for: %+v", p.seen.r)
	}
}
