package console_test

import (
	"archive/zip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/data/datatest"
	"ownerdesk/ui/console"
)

// withBribery is an office with one complaint about integrity, every text of which has
// the planted word; number is its slip's.
func withBribery(t *testing.T, planted string) (path, number string) {
	t.Helper()
	s, desk, w := datatest.Open(t)
	defer s.Close()
	o := w.Call(app.Complaint)
	o.Category, o.Description, o.Wish = app.Integrity, planted+"收紅包", planted
	o.Reporter.Name, o.Place.Text = planted, planted
	m, err := desk.Receive(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	stand := app.Stand{Issue: m.Issue.ID, By: w.Fang}
	m, err = desk.OpenComplaint(t.Context(), app.TransferOrder{Stand: stand, Request: planted, Accused: app.Accusation{Dept: w.Engineering, Text: planted}})
	if err != nil {
		t.Fatal(err)
	}
	m2, err := desk.Note(t.Context(), app.NoteOrder{Stand: app.Stand{Issue: stand.Issue, By: w.Wu}, Kind: app.NoteProgress, Text: planted})
	if err != nil {
		t.Fatal(err)
	}
	meetAbout(t, &meeting.Desk{Front: desk, Store: s}, w, m2.Issue.ID, planted)
	return w.Path, m2.Issue.Slip
}

// meetAbout is a monthly meeting with an opinion, a problem and a measure about a
// restricted issue, frozen.
func meetAbout(t *testing.T, d *meeting.Desk, w datatest.World, issue app.IssueID, planted string) {
	t.Helper()
	due := workday.Date{Year: 2026, Month: 12, Day: 10}
	m, err := d.Plan(t.Context(), meeting.PlanOrder{Kind: meeting.Monthly, Project: w.Project, By: w.Fang, About: workday.Date{Year: 2026, Month: 11, Day: 9},
		Details: meeting.Details{Begins: datatest.At(27, 14, 0), Place: "社區活動中心", Chair: w.Wu, Recorder: w.Fang}})
	if err != nil {
		t.Fatal(err)
	}
	stand := meeting.Stand{Record: m.Head.ID, By: w.Fang}
	improver := &improve.Desk{Front: d.Front, Store: d.Store.(improve.Store)}
	for _, do := range []func() error{
		func() error {
			_, err := d.Change(t.Context(), meeting.ChangeOrder{Stand: stand,
				Problems: &[]meeting.Problem{{ByHand: true, Category: app.Integrity, Title: planted, Cause: planted, Issues: []app.IssueID{issue}}},
				Opinions: &[]meeting.Opinion{{Name: planted, Text: planted, Category: app.Integrity, Answer: planted}}})
			return err
		},
		func() error {
			form, err := d.IssueForm(t.Context(), stand, 1)
			form.Kind, form.Level, form.Place.Text = app.Complaint, app.Minor, "東門"
			if err == nil {
				_, err = d.Issue(t.Context(), meeting.IssueOrder{Stand: stand, N: 1, Intake: form})
			}
			return err
		},
		func() error {
			_, err := d.Give(t.Context(), meeting.GiveOrder{Stand: stand, Actions: []meeting.NewAction{{Task: meeting.Task{What: planted, Person: w.Jing, Issue: issue}, Due: due}}})
			return err
		},
		func() error {
			_, err := improver.Make(t.Context(), improve.NewOrder{Project: w.Project, By: w.Wu, Source: improve.Source{Origin: improve.FromComplaint, Issue: issue},
				Plan: improve.Plan{Problem: planted, What: planted, Standard: planted, Dept: w.Service, Person: w.Jing}, Due: due})
			return err
		},
		func() error {
			_, err := d.Freeze(t.Context(), meeting.FreezeOrder{Stand: stand})
			return err
		},
	} {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
}

// Every command that tells of issues tells of a restricted one no more than its number,
// on the screen and in every file that it writes.
func TestNoCommandTellsWhatIsRestricted(t *testing.T) {
	const planted = "金蟾密語"
	path, number := withBribery(t, planted)
	out := t.TempDir()
	file := func(name string) string { return filepath.Join(out, name) }
	tries := map[string][][]string{
		"list": {{"list"}, {"list", "--json"}, {"list", "--out", file("list.xlsx")}, {"list", "--text", planted}, {"list", "--text", number}},
		"kpi":  {{"kpi", "--month", "2026-11"}, {"kpi", "--month", "2026-11", "--json"}},
		"pack": {{"pack", "--month", "2026-11", "--out", file("pack")}},
		"slip": {{"slip", "--all-open", "--out", file("open.pdf")}, {"slip", number, "--out", file("one.pdf")}, {"slip", number, "--by", "陳靜", "--out", file("jing.pdf")}},
		"cost": {{"cost", number}}, "audit": {{"audit", "--from", "2026-01-01", "--to", "2026-12-31"}, {"audit", "--from", "2026-01-01", "--to", "2026-12-31", "--json"}},
	}
	for name, ways := range tries {
		for _, args := range ways {
			got := run(t, append(args, "--db", path)...)
			if said := got.out + got.err; strings.Contains(said, planted) {
				t.Errorf("%s %v says %s", name, args, said)
			}
			if name == "slip" && got.code == console.Done {
				t.Errorf("%v prints what is restricted", args)
			}
		}
	}
	if said := done(t, "list", "--db", path, "--text", number); !strings.Contains(said, number) {
		t.Errorf("by its number it is not found: %s", said)
	}
	words := everyWord(t, out)
	if !strings.Contains(words, "限制查閱") || strings.Contains(words, planted) {
		t.Error("a workbook says what is restricted, or not that something is")
	}
	for _, who := range []struct {
		name  string
		reads bool
	}{{"吳總", true}, {"陳靜", false}} {
		if found := done(t, "list", "--db", path, "--text", planted, "--by", who.name); strings.Contains(found, number) != who.reads {
			t.Errorf("%s finds %s", who.name, found)
		}
		folder := t.TempDir()
		done(t, "list", "--db", path, "--text", number, "--by", who.name, "--out", filepath.Join(folder, "list.xlsx"))
		if words := everyWord(t, folder); strings.Contains(words, "收紅包") != who.reads || strings.Contains(words, "限制查閱") == who.reads {
			t.Errorf("the workbook of %s says it: %v", who.name, strings.Contains(words, "收紅包"))
		}
	}
	if got := run(t, "list", "--db", path, "--by", "無此人"); got.code == console.Done {
		t.Errorf("whoever is not known reads %s", got.out)
	}
	if said := done(t, "kpi", "--month", "2026-11", "--json", "--db", path); !strings.Contains(said, "\"integrity\": [\n    \"") {
		t.Errorf("the figures for other programs do not count it: %s", said)
	}
	if got := run(t, "slip", number, "--db", path, "--by", "吳總", "--out", file("manager.pdf")); got.code != console.Done {
		t.Errorf("the manager cannot print it: %s", got.err)
	}
}

// everyWord is what stands in the workbooks of a folder.
func everyWord(t *testing.T, folder string) string {
	t.Helper()
	var all strings.Builder
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".xlsx") {
			return err
		}
		book, err := zip.OpenReader(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		defer book.Close()
		for _, f := range book.File {
			in, err := f.Open()
			if err != nil {
				return err
			}
			raw, err := io.ReadAll(in)
			in.Close()
			if err != nil {
				return err
			}
			all.Write(raw)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}
