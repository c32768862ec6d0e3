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
	return w.Path, m2.Issue.Slip
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
