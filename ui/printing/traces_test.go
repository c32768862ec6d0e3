package printing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
)

// traces is what the timeline of an issue says of paper, the oldest first.
func (o *office) traces(t *testing.T, id app.IssueID) (all []app.Act) {
	t.Helper()
	c, err := o.store.Case(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range c.Acts {
		if strings.HasPrefix(string(a.Kind), "paper-") || a.Kind == app.ActPrinted {
			all = append(all, a)
		}
	}
	return all
}

// balky is the store on a disk that has just become full: what is out already
// cannot be noted.
type balky struct {
	app.Store
	full *bool
}

var errFull = errors.New("the disk is full")

func (b balky) KeepAll(ctx context.Context, moves []app.Move) error {
	if *b.full {
		return errFull
	}
	return b.Store.KeepAll(ctx, moves)
}

// fills lets notes fail until there is room again.
func (o *office) fills() (mend func()) {
	full := true
	o.desk.Store = balky{o.desk.Store, &full}
	return func() { full = false }
}

// ending is what may become of paper that somebody wants to go a way.
type ending struct {
	name  string
	way   app.Way
	set   func(*office)
	kind  app.ActKind // in the timeline; "" for none
	where string
	log   []string // of the copy for the owner, the oldest first
	said  string
	stays bool // the sheet
}

var errNoPrinter = errors.New("lp: no default destination")

var endings = []ending{
	{"opened", app.WayOpened, func(*office) {}, app.ActPaperOpened, "", []string{"paper-opened"}, "已在 PDF 程序中打開", true},
	{"no program opens it", app.WayOpened, func(o *office) { o.blind = errors.New("xdg-open") }, "", "", []string{"paper-opened", "paper-none"}, "文件在：", true},
	{"sent to a printer", app.WaySent, func(o *office) { o.printer = "HP-2" }, app.ActPaperSent, "HP-2", []string{"paper-sent"}, "已送往打印機（HP-2）", false},
	{"sent nobody knows where", app.WaySent, func(*office) {}, app.ActPaperSent, "", []string{"paper-sent"}, "已送往打印機。", false},
	{"opened in place of printing, as on Windows", app.WaySent, func(o *office) { o.fails = errors.Join(ErrShown, errNoPrinter) }, app.ActPaperOpened, "", []string{"paper-sent", "paper-opened"}, "請從那裡打印", false},
	{"neither printed nor opened", app.WaySent, func(o *office) { o.fails = errNoPrinter }, "", "", []string{"paper-sent", "paper-none"}, "文件在：", true},
	{"saved", app.WaySaved, func(*office) {}, app.ActPaperSaved, "單據/slip.pdf", []string{"paper-saved"}, "已保存 slip.pdf，文件夾：", false},
	{"saved where nothing can be written", app.WaySaved, func(o *office) { o.save = filepath.Join(o.save, "gone", "slip") }, "", "", []string{"paper-saved", "paper-none"}, "未能寫入", true},
	{"not saved after all", app.WaySaved, func(o *office) { o.save = "" }, "", "", nil, "", true},
}

// made lets the slip of an issue go a way.
func (o *office) made(t *testing.T, e ending) app.IssueID {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "單據")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	o.save = filepath.Join(folder, "slip")
	e.set(o)
	c := o.transferred(t, nil)
	d := o.press.One(c, "transfer")
	for each, tick := range d.copies {
		tick.SetChecked(each == reports.CopyOwner)
	}
	d.send(e.way)
	return c.ID
}

// What became of paper stands in the timeline and in the log of accesses as it was:
// opened, saved, or sent to the printer, and nothing of what did not happen.
func TestPaperLeavesTheTraceOfWhatBecameOfIt(t *testing.T) {
	for _, e := range endings {
		t.Run(e.name, func(t *testing.T) {
			o := open(t)
			id := o.made(t, e)
			acts := o.traces(t, id)
			switch {
			case e.kind == "" && len(acts) > 0:
				t.Errorf("the timeline says %+v", acts)
			case e.kind != "" && (len(acts) != 1 || acts[0].Kind != e.kind):
				t.Errorf("the timeline says %+v, want %s", acts, e.kind)
			case e.kind != "" && acts[0].Note != strings.TrimSuffix("ZB-202611-0001 三聯 · "+e.where, " · "):
				t.Errorf("the timeline says %q", acts[0].Note)
			}
			var log []string
			for _, a := range o.logged(t) {
				log = append([]string{a.Action}, log...)
			}
			if strings.Join(log, " ") != strings.Join(e.log, " ") {
				t.Errorf("the log of accesses says %v, want %v", log, e.log)
			}
			if !strings.Contains(o.lastSaid(), e.said) {
				t.Errorf("says %q, want %q", o.lastSaid(), e.said)
			}
			if there := kit.TopSheet(o.press.seat.Window.Canvas()) != nil; there != e.stays {
				t.Errorf("the sheet is there: %v", there)
			}
		})
	}
}

// Paper that is out while the file cannot be written: both are said, and noting is
// tried again without making the paper again.
func TestANoteThatFailsIsKeptApartFromPaperThatFails(t *testing.T) {
	for _, e := range endings {
		t.Run(e.name, func(t *testing.T) {
			o := open(t)
			mend := o.fills()
			id := o.made(t, e)
			if len(o.traces(t, id)) > 0 {
				t.Fatalf("the timeline says %+v", o.traces(t, id))
			}
			top, asked := kit.TopSheet(o.press.seat.Window.Canvas()), !e.stays
			if !strings.Contains(o.lastSaid(), e.said) {
				t.Errorf("of the paper it says %q, want %q", o.lastSaid(), e.said)
			}
			if e.kind == app.ActPaperOpened && e.stays != strings.Contains(o.lastSaid(), "未能記入經過") {
				t.Errorf("of the note it says %q", o.lastSaid())
			}
			if !asked {
				return
			}
			if top == nil {
				t.Fatal("nobody is asked about the note")
			}
			made := len(o.printed) + len(o.opened)
			top.Submit() // still broken: it asks again
			if top = kit.TopSheet(o.press.seat.Window.Canvas()); top == nil {
				t.Fatal("a second failure is passed over")
			}
			mend()
			top.Submit()
			if acts := o.traces(t, id); len(acts) != 1 || acts[0].Kind != e.kind {
				t.Errorf("noted again, the timeline says %+v", acts)
			}
			if len(o.printed)+len(o.opened) != made || kit.TopSheet(o.press.seat.Window.Canvas()) != nil {
				t.Errorf("printed %v, opened %v", o.printed, o.opened)
			}
		})
	}
}

// Of many slips those are noted that are in the file, all of them or none.
func TestABatchNotesWhatWentOutAndNothingElse(t *testing.T) {
	o := open(t)
	out := []app.Case{o.transferred(t, nil), o.transferred(t, nil)}
	kept, err := o.desk.Receive(t.Context(), o.world.Call(app.Repair))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := o.desk.HandleSelf(t.Context(), app.TransferOrder{Stand: app.Stand{Issue: kept.Issue.ID, By: o.world.Fang}}); err != nil {
		t.Fatal(err)
	}
	var lines []app.Line
	for _, id := range []app.IssueID{out[0].ID, kept.Issue.ID, out[1].ID} {
		lines = append(lines, app.Line{ID: id, Round: 1})
	}
	mend := o.fills()
	o.press.Many(lines).send(app.WaySent)
	if len(o.printed) != 1 || len(o.traces(t, out[0].ID))+len(o.traces(t, out[1].ID)) != 0 {
		t.Fatalf("printed %v; half of a note stays", o.printed)
	}
	mend()
	kit.TopSheet(o.press.seat.Window.Canvas()).Submit()
	for _, c := range out {
		if acts := o.traces(t, c.ID); len(acts) != 1 || acts[0].Kind != app.ActPaperSent {
			t.Errorf("%s says %+v", c.Shown(), acts)
		}
	}
	if acts := o.traces(t, kept.Issue.ID); len(acts) > 0 {
		t.Errorf("what has no slip says %+v", acts)
	}
}

// A batch that is called off while it is made leaves no trace; one that is called off
// while it is on its way to the printer is noted whole.
func TestABatchThatIsCalledOffNotesWhatWentOut(t *testing.T) {
	o := open(t)
	c := o.transferred(t, nil)
	job := func(word func(context.Context) error) job {
		return job{name: "單據", noted: map[app.IssueID]string{c.ID: c.Shown()}, word: func(ctx context.Context, _ kit.Progress) ([]reports.Document, error) {
			return o.press.wordMany([]app.Case{c}, []reports.Copy{reports.CopyDept}, reports.A4, true), word(ctx)
		}}
	}
	o.press.run(job(func(context.Context) error { return context.Canceled }), app.WaySent, nil)
	if len(o.printed) > 0 || len(o.traces(t, c.ID)) > 0 || o.lastSaid() != "已取消，沒有打印。" {
		t.Errorf("printed %v, said %q, noted %+v", o.printed, o.lastSaid(), o.traces(t, c.ID))
	}
	ctx, cancel := context.WithCancel(t.Context())
	made, err := o.press.make(ctx, job(func(context.Context) error { return nil }), app.WaySent, nil)
	if err == nil {
		err = o.press.send(&made, "單據", app.WaySent, "")
	}
	cancel()
	if err := errors.Join(err, o.press.note(context.WithoutCancel(ctx), job(nil), &made)); err != nil || len(o.traces(t, c.ID)) != 1 {
		t.Errorf("%v, noted %+v", err, o.traces(t, c.ID))
	}
}

// What was chosen and typed before a crash is there again, the document too; sent, it
// is not.
func TestThePrintFormKeepsWhatIsTypedIntoIt(t *testing.T) {
	o := open(t)
	left := left{}
	kit.KeepDrafts(left)
	t.Cleanup(func() { kit.KeepDrafts(nil) })
	c := o.everyPaper(t, app.Repair, true)
	d := o.press.One(c, "transfer")
	d.what.Pick(func(one document) bool { return one.what == "delay" })
	d.copies[reports.CopyOwner].SetChecked(false)
	d.open.SetChecked(true)
	d.reason.SetText("業主要求存證")
	d.sheet.Leave()
	d = o.press.One(c, "transfer")
	if d.what.Value().what != "delay" || d.copies[reports.CopyOwner].Checked || d.reason.Value() != "業主要求存證" || !d.form.Field("reason").Visible() {
		t.Errorf("there stands %s, %q", d.what.Value().what, d.reason.Value())
	}
	if d.sheet.Submit(); len(left) != 0 {
		t.Errorf("printed, there is left %v", left)
	}
	l := o.press.Lists()
	l.what.SetValue(followUps)
	l.from.SetValue(workday.Date{Year: 2026, Month: 11, Day: 3})
	l.sheet.Leave()
	l = o.press.Lists()
	if from, _ := l.from.Value(); l.what.Value() != followUps || from.String() != "2026-11-03" {
		t.Errorf("there stands %s from %s", l.what.Value(), from)
	}
}

// left keeps drafts in memory.
type left map[string][2]map[string]string

func (d left) Left(form string) (base, text map[string]string, at time.Time, found bool) {
	one, found := d[form]
	return one[0], one[1], at, found
}
func (d left) Keep(form string, base, text map[string]string) {
	d[form] = [2]map[string]string{base, text}
}
func (d left) Drop(form string)                      { delete(d, form) }
func (d left) Forms(string) []string                 { return nil }
func (d left) Words(time.Time) (back, afresh string) { return "back", "afresh" }
