package register

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"ownerdesk/app"
	"ownerdesk/app/gathered"
	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/sheet"
)

const gatheredRows = "活動：二期開盤　日期：2026-11-20 14:00　收集人：實習生小周\n姓名,電話,房號,意見內容,類別,跟進\n陳先生,13812345678,3-2-501,訪客車位太少,建議,已轉\n,,,學校配套與宣傳不符,投訴,\n"

// takeOpinions begins to take a list of opinions in.
func (x *world) takeOpinions(raw string) *ImportGathered {
	x.Helper()
	x.path = filepath.Join(x.TB.TempDir(), "意見.csv")
	x.keep(os.WriteFile(x.path, []byte(raw), 0o600))
	p := NewImportGathered(x.Seat, &meeting.Desk{Front: x.Seat.Desk, Store: x.store}, x.store, x.World.Project)
	x.see(p.Root)
	p.Shown()
	p.pick()
	return p
}

func TestAListOfOpinionsComesInWithTwoClicks(t *testing.T) {
	for _, l := range lang.All {
		x := sit(t, l)
		p := x.takeOpinions(gatheredRows)
		if p.stage != atColumns || p.primary.Disabled() {
			t.Fatalf("stage %d, %v; said %q", p.stage, p.plan.Missing(), x.last())
		}
		p.Next()
		if o := p.plan.Outcome; p.stage != atOutcome || o.New != 2 || o.Refused != 0 || len(x.issues()) != 0 {
			t.Fatalf("stage %d, %+v; said %q", p.stage, o, x.last())
		}
		for _, which := range p.parts() {
			p.outcome.turn(which)
		}
		left := false
		for _, one := range p.notes() {
			left = left || one.Rule == gathered.ColumnLeft
		}
		if !left {
			t.Errorf("the column that is not taken is not said: %v", p.notes())
		}
		p.Next()
		heads, err := x.store.Records(t.Context(), meeting.Wanted{Kind: meeting.Gathering})
		x.keep(err)
		if p.stage != atEnd || len(heads) != 1 || heads[0].Title != "二期開盤" || heads[0].State != meeting.Minuted || len(x.issues()) != 2 {
			t.Fatalf("stage %d, %+v; said %q", p.stage, heads, x.last())
		}
		again := x.takeOpinions(gatheredRows)
		again.Next()
		if o := again.plan.Outcome; o.New != 0 || o.There != 2 {
			t.Errorf("again: %+v", o)
		}
	}
}

func TestOpinionsMayComeInWithoutTheirIssues(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.takeOpinions(gatheredRows)
	p.all.SetChecked(false)
	p.Next()
	p.Next()
	open, err := x.store.OpenGatherings(t.Context(), 0)
	if err != nil || len(open) != 1 || open[0].Open != 2 || len(x.issues()) != 0 {
		t.Errorf("open are %+v, %v; %d issues", open, err, len(x.issues()))
	}
}

func TestWhoeverMayNotTakesNoOpinionsIn(t *testing.T) {
	x := sit(t, lang.Traditional)
	for id, s := range x.Ground.Staff {
		if s.Role == app.Worker {
			x.at(id)
		}
	}
	p := x.takeOpinions(gatheredRows)
	p.Next()
	if o := p.plan.Outcome; o.New != 0 || o.Refused != 2 || p.refusals()[0].Rule != gathered.NotAllowed {
		t.Errorf("%+v", o)
	}
}

func TestAnEmptyListIsOfferedToBeFilledIn(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := NewImportGathered(x.Seat, &meeting.Desk{Front: x.Seat.Desk, Store: x.store}, x.store, x.World.Project)
	x.path = filepath.Join(t.TempDir(), "清單")
	test.Tap(p.blank())
	sheets, err := sheet.RegisterSheets(x.path + ".xlsx")
	if err != nil || len(gathered.NewPlan(sheets, gathered.Options{}).Missing()) > 0 {
		t.Errorf("%v; said %q", err, x.last())
	}
	if !strings.Contains(x.last(), "清單") {
		t.Errorf("it says %q", x.last())
	}
}
