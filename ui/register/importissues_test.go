package register

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ownerdesk/app"
	"ownerdesk/app/past"
	"ownerdesk/app/register"
	"ownerdesk/assets/lang"
)

const pastRows = "雲棲花園事項台賬\n編號,類型,狀態,房號,分類,接收時間,是否轉辦,轉辦時間,要求處理時間,完成時間,審核時間,回訪時間,是否接通,滿意度,結案時間,主辦部門\n" +
	"TS-17,投訴,已結案,3幢2單元501室,電梯,2026/10/8 10:00,是,2026-10-08 11:00,2026-10-13 18:00,2026-10-09 15:00,2026-10-09 16:00,2026-10-12 10:00,是,滿意,2026-10-12 10:05,工程維修部\n" +
	"BX-18,報修,處理中,中心花園,健身房,2026-11-20 10:00,是,2026-11-20 10:05,2026-11-24 18:00,,,,,,,飛行部\n"

// takeOver begins to take a ledger over.
func (x *world) takeOver(raw string) *ImportIssues {
	x.Helper()
	x.path = filepath.Join(x.TB.TempDir(), "台賬.csv")
	x.keep(os.WriteFile(x.path, []byte(raw), 0o600))
	p := NewImportIssues(x.Seat, x.store, x.World.Project)
	x.see(p.Root)
	p.Shown()
	p.pick()
	return p
}

func (x *world) issues() []app.Line {
	x.Helper()
	all, err := x.store.Lines(x.Context(), app.Filter{}, app.Order{By: app.ByReceived}, 0, 100, x.World.Clock.Now())
	x.keep(err)
	return all
}

func TestAnOlderLedgerComesInWithTwoClicks(t *testing.T) {
	for _, l := range lang.All {
		x := sit(t, l)
		p := x.takeOver(pastRows)
		if p.stage != atColumns || p.primary.Disabled() {
			t.Fatalf("stage %d, %v", p.stage, p.plan.Missing())
		}
		p.Next()
		if o := p.plan.Outcome; p.stage != atOutcome || o.New != 2 || o.Refused != 0 || len(x.issues()) != 0 {
			t.Fatalf("stage %d, %+v; said %q", p.stage, o, x.last())
		}
		if got := p.outcome.title.Text(); got != x.Say("import.issues.part.new") {
			t.Errorf("the preview begins with %q", got)
		}
		for _, which := range p.parts() {
			p.outcome.turn(which)
		}
		p.Next()
		all := x.issues()
		if p.stage != atEnd || len(all) != 2 || all[0].Number != "TS-17" || all[0].Place.Room != x.Rooms["3-2-501"] || all[0].Lead != x.Engineering || !all[1].Taken || all[1].Step != app.StepHandle {
			t.Fatalf("stage %d, %+v; said %q", p.stage, all, x.last())
		}
		left := false
		p.Done = func() { left = true }
		if p.Next(); !left {
			t.Error("it does not lead to the issues")
		}
		again := x.takeOver(pastRows)
		again.Next()
		if o := again.plan.Outcome; o.Brings() || o.There != 2 {
			t.Errorf("again: %+v", o)
		}
	}
}

func TestALedgersRefusedRowsAreNamedAndStopItUnlessLeftOut(t *testing.T) {
	x := sit(t, lang.Traditional)
	p := x.takeOver(pastRows + "BX-18,報修,處理中,,,2026-11-20 10:00\nBX-19,吵架,處理中,,,2026-11-20 10:00\n合計,4\n")
	p.Next()
	var said []string
	for _, one := range p.refusals() {
		said = append(said, one.String())
	}
	if want := []string{`台賬!A5 past-number-twice "4"`, `台賬!B6 past-type "吵架"`}; !slices.Equal(said, want) || !p.primary.Disabled() {
		t.Errorf("%q, may go on %v", said, !p.primary.Disabled())
	}
	p.Next()
	if len(x.issues()) != 0 {
		t.Error("it came in all the same")
	}
	p.outcome.leave.SetChecked(true)
	p.Next()
	if p.stage != atEnd || len(x.issues()) != 2 {
		t.Errorf("with those left out: stage %d, %d issues; said %q", p.stage, len(x.issues()), x.last())
	}
	if len(p.plan.Reading.Skipped) != 3 || !slices.ContainsFunc(p.notes(), func(one register.Problem) bool { return one.Rule == past.DeptUnknown }) {
		t.Errorf("passed over %v, noted %v", p.plan.Reading.Skipped, p.notes())
	}
}

func TestALedgersColumnNobodyKnewIsAssignedByHand(t *testing.T) {
	x := sit(t, lang.English)
	p := x.takeOver("no,what,received_at\nA-1,repair,2026-10-08 10:00\n")
	if !p.primary.Disabled() || len(p.columns.missing.Objects) != 1 {
		t.Fatalf("no type, and it may go on: %v", p.plan.Missing())
	}
	p.columns.meanings[1].SetSelectedIndex(slices.Index(past.Columns, past.OfType))
	if p.primary.Disabled() {
		t.Fatalf("still missing: %v", p.plan.Missing())
	}
	p.Next()
	if p.plan.Outcome.New != 1 {
		t.Errorf("%+v", p.plan.Outcome)
	}
}

func TestALedgerIsCalledOffWithoutATrace(t *testing.T) {
	x := sit(t, lang.Traditional)
	var rows strings.Builder
	rows.WriteString("no,type,received_at\n")
	for i := range 200 {
		fmt.Fprintf(&rows, "A-%d,repair,2026-10-08 10:00\n", i)
	}
	p := x.takeOver(rows.String())
	p.Next()
	work := p.taking()
	ctx, cancel := context.WithCancel(x.Context())
	cancel()
	if _, err := work(ctx); err == nil || len(x.issues()) != 0 {
		t.Errorf("%v, %d issues", err, len(x.issues()))
	}
}
