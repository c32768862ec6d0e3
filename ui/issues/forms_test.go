package issues

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/kit"
)

// unspoken is a key that found no words.
var unspoken = regexp.MustCompile(`(?m)^[a-z]+(\.[a-zA-Z0-9_-]+)+$`)

func TestEveryFormSpeaksEveryLanguage(t *testing.T) {
	for _, language := range lang.All {
		x := sit(t, language)
		p := x.page(x.galleryCase())
		for _, v := range verbs {
			p.do(v)
			if kit.TopSheet(x.win.Canvas()) == nil {
				t.Fatalf("%s opens no form", v.name)
			}
			for _, key := range unspoken.FindAllString(x.words(), -1) {
				t.Errorf("%s, %s: %s", language, v.name, key)
			}
			p.Escape()
		}
		x.win.Close()
	}
}

func TestAnEmptyFormIsRefusedInWords(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Complaint)
	p := x.page(id)
	for _, v := range []string{Complaint, "close", Reject, Void, "amend"} {
		before := x.the(id).Version
		p.Begin(v)
		p.Next()
		if kit.TopSheet(x.win.Canvas()) == nil || x.the(id).Version != before {
			t.Errorf("%s was kept empty", v)
		}
		wrong := 0
		for _, f := range find[*kit.Form](x) {
			wrong += len(f.Failed())
		}
		if wrong == 0 {
			t.Errorf("%s says nothing under its fields", v)
		}
		p.Escape()
	}
}

func TestADuplicateIsRejectedWithTheNumberItRepeats(t *testing.T) {
	x := sit(t, lang.Traditional)
	first, second := x.call(app.Repair), x.call(app.Repair)
	p := x.page(second)
	p.Begin(Reject)
	choose(x, "code", app.RejectedDuplicate)
	x.write("reason", "與前單相同")
	related := field[*kit.Input](x, "related")
	related.SetText("SL-202611-0099")
	p.Next()
	if x.wrong("related") == "" {
		t.Fatal("a number that does not exist is taken")
	}
	related.SetText("sl-202611-0001")
	x.send(p)
	if c := x.the(second); c.State != app.Rejected || c.Related != first {
		t.Errorf("it is %s, related to %d", c.State, c.Related)
	}
}

func TestAnOwnerIsToldOfADelayBeforeItIsDecided(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.galleryRound()
	p := x.page(id)
	p.Begin("extend")
	field[*kit.MomentField](x, "to").SetValue(datatest.At(27, 12, 0))
	choose(x, "code", app.DelayCode("DL-01"))
	x.write("reason", "軸承待到貨")
	p.Next()
	if x.wrong("told") == "" {
		t.Fatal("nothing is said of the owner, and it is asked for")
	}
	pick(x, "told", true)
	choose(x, "how", app.Method("MT-TEL"))
	x.send(p)
	d := x.the(id).Delays[0]
	if d.Number != "YQ-202611-0001" || d.Told.IsZero() || d.ToldHow != "MT-TEL" || d.Late {
		t.Errorf("the row says %+v", d)
	}
	x.at(x.Qiang)
	p = x.page(id)
	p.Next()
	p.Next()
	if x.wrong("approve") == "" {
		t.Fatal("it was decided without a decision")
	}
	pick(x, "approve", true)
	x.send(p)
	if r, _ := x.the(id).Current(); !r.Effect.Equal(d.To) || r.Due.Equal(d.To) {
		t.Errorf("the limit is %v, on the slip %v", r.Effect, r.Due)
	}
}

func TestAFormAsksBeforeWhatWasFilledInIsLost(t *testing.T) {
	x := sit(t, lang.English)
	p := x.page(x.galleryRound())
	open := func(name string) *kit.Sheet {
		v, _ := verbNamed(name)
		p.do(v)
		return kit.TopSheet(x.win.Canvas())
	}
	escape := func() { x.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	open("note")
	if escape(); kit.TopSheet(x.win.Canvas()) != nil {
		t.Fatal("an empty form does not close")
	}
	form := open("note")
	test.Type(field[*kit.TextArea](x, "text").FocusTarget(), "x")
	escape()
	asks := kit.TopSheet(x.win.Canvas())
	if asks == nil || asks == form {
		t.Fatal("a text is lost without a question")
	}
	if escape(); kit.TopSheet(x.win.Canvas()) != form || field[*kit.TextArea](x, "text").Value() != "x" {
		t.Error("one cannot go on writing")
	}
	escape()
	if kit.TopSheet(x.win.Canvas()).Submit(); kit.TopSheet(x.win.Canvas()) == nil {
		t.Fatal("the key that sends the form throws it away")
	}
	if test.Tap(kit.TopSheet(x.win.Canvas()).Primary); kit.TopSheet(x.win.Canvas()) != nil {
		t.Error("one cannot leave")
	}
}

func TestAPlanKeepsItsRows(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.galleryRound()
	p := x.page(id)
	p.Begin("plan")
	choose(x, "handler", x.Jianguo)
	x.write("solution", "更換軸承")
	inputs := find[*kit.Input](x)
	moments := find[*kit.MomentField](x)
	inputs[0].SetText("採購軸承")
	p.Next()
	if x.wrong("plan") == "" {
		t.Fatal("half a row is taken")
	}
	inputs[1].SetText("李建國")
	moments[1].SetValue(datatest.At(25, 17, 0))
	x.send(p)
	if r, _ := x.the(id).Current(); len(r.Plan) != 1 || r.Plan[0].Measure != "採購軸承" || r.Plan[0].Status != app.PlanOpen {
		t.Errorf("the row says %+v", r.Plan)
	}
}

func TestAnInvestigationHasItsEvidence(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.galleryCase()
	x.path = filepath.Join(t.TempDir(), "現場.jpg")
	if err := os.WriteFile(x.path, []byte("a photo"), 0o600); err != nil {
		t.Fatal(err)
	}
	q := newInquiry(matter{x.Seat, x.store, x.the(id), verbs})
	q.Show()
	choose(x, "accused-dept", x.Engineering)
	q.accused.Choose([]app.StaffID{x.Jianguo})
	choose(x, "investigator", x.Jianguo)
	q.Sheet.Submit()
	if x.wrong("investigator") == "" {
		t.Fatal("a person complained of looks into it")
	}
	choose(x, "investigator", x.Min)
	q.files.add(q.files.choices[0])
	row := q.evidence.Row(0)
	row.Cells[0].(*kit.Input).SetText("轎廂照片")
	q.Sheet.Submit()
	if q.part.Value() != "heard" || x.wrong("evidence") == "" {
		t.Fatalf("evidence of no kind is taken; part %s, said %q", q.part.Value(), x.wrong("evidence"))
	}
	kit.SetValue(row.Cells[1].(*kit.Choice[string]), "EV-PHOTO")
	q.Sheet.Submit()
	c := x.the(id)
	if c.Inquiry.Investigator != x.Min || len(c.Inquiry.Evidence) != 1 || c.Inquiry.Evidence[0].Attachment != 1 || len(c.Attachments) != 1 {
		t.Fatalf("the row says %+v, %+v; said %s", c.Inquiry, c.Attachments, x.words())
	}
	openFile(matter{x.Seat, x.store, c, verbs}, 1)
	if held, err := os.ReadFile(x.shown); err != nil || string(held) != "a photo" {
		t.Errorf("opened %q: %q, %v", x.shown, held, err)
	}
}

// To open a form and send it changes nothing that nobody touched.
func TestWhatIsOfferedNoLongerStaysWrittenDown(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.galleryCase()
	desk, stand := x.Seat.Desk, app.Stand{Issue: id, By: x.Fang}
	found := app.Inquiry{Valid: app.Valid, AccusedDept: x.Engineering, Accused: []app.StaffID{x.Jianguo}, Investigator: x.Qiang,
		Answers: "RP-CO", Cause: "RC-EQP2", Responsible: "趙強", VerifiedBy: x.Qiang, Parties: x.the(id).Inquiry.Parties}
	if _, err := desk.Investigate(t.Context(), app.InquiryOrder{Stand: stand, Inquiry: found}); err != nil {
		t.Fatal(err)
	}
	for _, who := range []app.StaffID{x.Jianguo, x.Qiang} {
		gone := x.Ground.Staff[who]
		gone.Closed = true
		if _, err := desk.ChangeStaff(t.Context(), gone); err != nil {
			t.Fatal(err)
		}
	}
	x.at(x.Fang)
	x.Lists = []app.ListItem{{Group: "cause", Code: "RC-EQP2", Hidden: true}, {Group: "channel", Code: "CH-TEL", Hidden: true}, {Group: "category", Code: "EQ1", Hidden: true}}
	p := x.page(id)
	p.Begin("inquiry")
	x.send(p)
	if q := x.the(id).Inquiry; q.Investigator != x.Qiang || q.VerifiedBy != x.Qiang || len(q.Accused) != 1 || q.Cause != "RC-EQP2" {
		t.Errorf("the row says %+v", q)
	}
	p.Begin("amend")
	field[*kit.Input](x, "why").SetText("補充")
	x.send(p)
	if c := x.the(id); c.Channel != "CH-TEL" || c.Category != "EQ1" {
		t.Errorf("the row says %s, %s", c.Channel, c.Category)
	}
}

// A row in which anything was typed is asked for the rest, not passed over.
func TestARowIsNotLostForWhatItLacks(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Complaint)
	if _, err := x.Seat.Desk.OpenComplaint(t.Context(), app.TransferOrder{Stand: app.Stand{Issue: id, By: x.Fang}, Lead: x.Engineering}); err != nil {
		t.Fatal(err)
	}
	q := newInquiry(matter{x.Seat, x.store, x.the(id), verbs})
	q.Show()
	q.evidence.Row(0).Cells[5].(*kit.Input).SetText("維保單位")
	q.Sheet.Submit()
	if x.wrong("evidence") == "" {
		t.Error("who gave it was typed, and the row is gone")
	}
	q.parties.Row(0).Cells[2].(*kit.MomentField).SetValue(datatest.At(23, 12, 0))
	q.Sheet.Submit()
	if x.wrong("parties") == "" {
		t.Error("when he was heard was typed, and the row is gone")
	}
}

// A remark promises no call, whatever was typed before it became one.
func TestARemarkPromisesNoCall(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.galleryRound()
	p := x.page(id)
	p.Begin("note")
	field[*kit.MomentField](x, "callback").SetValue(x.Clock.Now().Add(time.Hour))
	pick(x, "kind", app.NoteRemark)
	x.write("text", "業主送來錦旗")
	x.send(p)
	if c := x.the(id); len(c.Notes) != 1 || !c.CallBack.IsZero() {
		t.Errorf("a call is promised for %v", c.CallBack)
	}
}

func TestACorrectionKeepsWhatItDoesNotShow(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Repair)
	before := x.the(id)
	p := x.page(id)
	p.Begin("amend")
	field[*kit.Input](x, "why").SetText("補充樓層")
	x.write("description", "四樓電梯異響")
	x.send(p)
	after := x.the(id)
	if after.Description != "四樓電梯異響" || after.Reporter != before.Reporter || after.Place != before.Place || !after.Received.Equal(before.Received) {
		t.Errorf("the row says %+v, was %+v", after.Intake, before.Intake)
	}
}

func TestASpecialClosingIsDecidedBySomebodyElse(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Repair)
	p := x.page(id)
	p.Begin("close")
	choose(x, "code", app.ClosedWithdrawn)
	x.write("reason", "業主來電撤回")
	x.send(p)
	if p.Next(); kit.TopSheet(x.win.Canvas()) != nil {
		t.Fatal("whoever asked may decide")
	}
	x.at(x.Min)
	p = x.page(id)
	p.Next()
	pick(x, "approve", true)
	x.send(p)
	if c := x.the(id); c.State != app.Closed || c.Close != app.ClosedWithdrawn {
		t.Fatalf("it is %s, %s", c.State, c.Close)
	}
	p.Begin("reopen")
	x.write("reason", "業主再次反映")
	x.send(p)
	if c := x.the(id); c.State != app.Accepted || c.Step != app.StepRoute {
		t.Errorf("it is %s, %s", c.State, c.Step)
	}
}

func TestAFileIsAttached(t *testing.T) {
	x := sit(t, lang.Traditional)
	id := x.call(app.Repair)
	x.path = filepath.Join(t.TempDir(), "漏水.jpg")
	if err := os.WriteFile(x.path, []byte("a photo"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := x.page(id)
	p.attach()
	field[*kit.Tick](x, "files").SetChecked(true)
	x.send(p)
	if a := x.the(id).Attachments; len(a) != 1 || a[0].Name != "漏水.jpg" || !a[0].Closed || a[0].Size != 7 {
		t.Errorf("the row says %+v", a)
	}
}

// galleryRound is a repair that is with engineering.
func (x *world) galleryRound() app.IssueID {
	x.Helper()
	id := x.call(app.Repair)
	x.Clock.Add(time.Hour)
	by := app.Stand{Issue: id, By: x.Fang}
	if _, err := x.Seat.Desk.Transfer(x.Context(), app.TransferOrder{Stand: by, Lead: x.Engineering}); err != nil {
		x.Fatal(err)
	}
	return id
}
