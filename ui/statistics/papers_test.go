package statistics

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/data/datatest"
	"ownerdesk/reports"
	"ownerdesk/reports/sheet"
)

// convener is the front door of meetings.
func (o *office) convener() *meeting.Desk { return &meeting.Desk{Front: o.desk, Store: o.store} }

// freezes plans the meeting about November, and freezes its figures.
func (o *office) freezes(t *testing.T) meeting.Record {
	t.Helper()
	d := o.convener()
	m, err := d.Plan(t.Context(), meeting.PlanOrder{Kind: meeting.Monthly, Project: o.world.Project, By: o.world.Fang, About: workday.Date{Year: 2026, Month: 11, Day: 23},
		Details: meeting.Details{Begins: datatest.At(27, 14, 0), Place: "活動中心", Chair: o.world.Wu, Recorder: o.world.Fang}})
	if err == nil {
		_, err = d.Freeze(t.Context(), meeting.FreezeOrder{Stand: meeting.Stand{Record: m.Head.ID, By: o.world.Fang}})
	}
	if err != nil {
		t.Fatal(err)
	}
	r, err := o.store.Record(t.Context(), m.Head.ID)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// papers are the papers of November, and what they look like.
func (o *office) papers(t *testing.T, p app.ProjectID) (papers Papers, pdf string, book map[string]string) {
	t.Helper()
	s := o.page.seat
	scope := figures.Month(2026, time.November, s.Now(), s.Ground.Calendar, 0)
	scope.Project = p
	facts := reports.Facts{Voice: s.Voice, By: s.Staff, At: o.world.Clock.Now()}
	papers, err := PapersOf(t.Context(), o.store, o.convener(), facts, scope)
	if err != nil {
		t.Fatal(err)
	}
	return papers, string(written(t, papers.Pack)), sheets(t, written(t, papers.Book))
}

func written(t *testing.T, write func(context.Context, io.Writer) error) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := write(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// sheets are those of a workbook as text, by their names.
func sheets(t *testing.T, raw []byte) map[string]string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := sheet.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, s := range book.Sheets {
		var text strings.Builder
		for _, row := range s.Rows {
			for _, c := range row {
				text.WriteString(c.Text + "|")
			}
		}
		all[s.Name] = text.String()
	}
	return all
}

func TestThePapersOfAFrozenMonthComeFromTheFreeze(t *testing.T) {
	o := open(t, lang.Traditional)
	o.call(t, datatest.At(18, 9, 0))
	if live, _, _ := o.papers(t, 0); live.Meeting.ID != 0 {
		t.Errorf("nothing is frozen, and the papers are those of %s", live.Meeting.Number)
	}
	r := o.freezes(t)
	papers, pdf, book := o.papers(t, 0)
	if papers.Meeting.Number != r.Number || len(book) < 15 {
		t.Fatalf("the papers are those of %q, in %d sheets", papers.Meeting.Number, len(book))
	}
	if _, again, _ := o.papers(t, o.world.Project); again != pdf {
		t.Error("asked for by the name of the only estate, the papers are others")
	}

	late := o.call(t, datatest.At(20, 9, 0))
	_, laterPDF, later := o.papers(t, 0)
	for name, was := range book {
		if is := later[name]; (is != was) != (name == "凍結後的變化") {
			t.Errorf("%s says\n%s\nsaid\n%s", name, is, was)
		}
	}
	if !strings.Contains(later["凍結後的變化"], late.Number) || len(later) != len(book) || laterPDF == pdf {
		t.Errorf("what came later is not told: %s", later["凍結後的變化"])
	}
}

func TestThePageSaysWhichMeetingsFiguresItsPapersShow(t *testing.T) {
	o := open(t, lang.Traditional)
	o.call(t, datatest.At(18, 9, 0))
	o.page.Shown()
	defer o.page.Hidden()
	o.page.turn(1) // from October to this month
	if o.page.whose.Visible() {
		t.Errorf("nothing is frozen, and it says %q", o.page.whose.Text())
	}
	r := o.freezes(t)
	if said := o.page.whose.Text(); !o.page.whose.Visible() || said != o.page.seat.Say("statistics.papers.frozen", r.Number) {
		t.Errorf("frozen for %s, it says %q", r.Number, said)
	}
	o.page.turn(-1)
	if o.page.whose.Visible() {
		t.Errorf("of another month it says %q", o.page.whose.Text())
	}

	// Of several estates together no meeting speaks.
	if _, err := o.store.KeepProject(t.Context(), app.Project{Name: "東苑", Code: "DY"}); err != nil {
		t.Fatal(err)
	}
	ground, err := o.store.Ground(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	o.page.seat.Ground = ground
	o.page.turn(1)
	want := o.page.seat.Say("statistics.papers.others", r.Number+" "+ground.Projects[o.world.Project].Name)
	if said := o.page.whose.Text(); !o.page.whose.Visible() || said != want {
		t.Errorf("of all estates it says %q, want %q", said, want)
	}
	if papers, _, _ := o.papers(t, 0); papers.Meeting.ID != 0 || len(papers.Others) != 1 {
		t.Errorf("the papers of all estates are those of %q; there are %d others", papers.Meeting.Number, len(papers.Others))
	}
	if papers, _, _ := o.papers(t, o.world.Project); papers.Meeting.Number != r.Number {
		t.Errorf("the papers of one estate are those of %q", papers.Meeting.Number)
	}
}
