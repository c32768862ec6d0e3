package console_test

import (
	"io"
	"iter"
	"runtime/metrics"
	"sync/atomic"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/assets/lang"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/statistics"
)

// inOneMonth is how many issues a month has whose papers are measured.
const inOneMonth = 2000

// BenchmarkMonthPapers reads, reckons and writes a month of 2,000 issues as PDF and
// as workbook, in files of several sizes; then those of its meeting, frozen.
func BenchmarkMonthPapers(b *testing.B) {
	for _, c := range []struct {
		name  string
		write func(*testing.B, *data.Store, reports.Facts, figures.Scope)
	}{{"PDF", monthPDF}, {"workbook", monthBook}} {
		b.Run(c.name, func(b *testing.B) {
			datatest.EachSpread(b, inOneMonth, func(b *testing.B, s *data.Store) {
				f := factsOf(b, s)
				scope := figures.Month(2026, 10, f.At, f.Ground.Calendar, 0)
				for b.Loop() {
					c.write(b, s, f, scope)
				}
			})
		})
	}
}

func factsOf(b *testing.B, s *data.Store) reports.Facts {
	b.Helper()
	w, err := lang.Load(lang.Traditional)
	if err != nil {
		b.Fatal(err)
	}
	g, err := s.Ground(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return reports.Facts{Voice: say.Voice{Words: w, Ground: g}, By: app.Staff{Name: "王芳"}, At: datatest.At(23, 9, 58)}
}

func monthPDF(b *testing.B, s *data.Store, f reports.Facts, scope figures.Scope) {
	r, err := statistics.Reckon(b.Context(), s, f, scope)
	if err == nil {
		err = reports.WriteMonth(io.Discard, f, r.Month, 0)
	}
	if err != nil {
		b.Fatal(err)
	}
}

func monthBook(b *testing.B, s *data.Store, f reports.Facts, scope figures.Scope) {
	r, err := statistics.Reckon(b.Context(), s, f, scope)
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	lines := linesOf(b, s, app.Filter{From: scope.From, To: scope.To}, &n)
	if err := reports.WriteMonthBook(io.Discard, f, r.Month, 0, lines); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(n), "issues")
}

func linesOf(b *testing.B, s *data.Store, of app.Filter, n *int) iter.Seq[app.Line] {
	return func(yield func(app.Line) bool) {
		for l, err := range s.EachLine(b.Context(), of, app.Order{By: app.ByReceived}, datatest.At(23, 9, 58)) {
			if err != nil {
				b.Fatal(err)
			}
			if *n++; !yield(l) {
				return
			}
		}
	}
}

// BenchmarkMeetingPack prints the papers of a frozen meeting about such a month.
func BenchmarkMeetingPack(b *testing.B) {
	datatest.EachSpread(b, inOneMonth, func(b *testing.B, s *data.Store) {
		f := factsOf(b, s)
		desk := &meeting.Desk{Front: &app.Desk{Store: s, Now: func() time.Time { return f.At }, Changes: &app.Changes{}}, Store: s}
		id := frozenMeeting(b, s, desk, f)
		for b.Loop() {
			sitting, err := statistics.Sit(b.Context(), s, desk, f, id)
			if err == nil {
				err = reports.WriteMeetingPack(io.Discard, f, sitting)
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	})
}

// frozenMeeting is the meeting about October, planned and frozen if a run before
// has not done so.
func frozenMeeting(b *testing.B, s *data.Store, desk *meeting.Desk, f reports.Facts) meeting.RecordID {
	b.Helper()
	about := workday.Date{Year: 2026, Month: 10, Day: 1}
	heads, err := s.Records(b.Context(), meeting.Wanted{Kind: meeting.Monthly, From: about})
	if err != nil {
		b.Fatal(err)
	}
	if len(heads) > 0 {
		return heads[0].ID
	}
	stand := meeting.Stand{By: 1}
	m, err := desk.Plan(b.Context(), meeting.PlanOrder{Kind: meeting.Monthly, Project: 1, By: stand.By, About: about,
		Details: meeting.Details{Begins: f.At.AddDate(0, 0, 3), Place: "社區活動中心", Chair: stand.By, Recorder: stand.By}})
	if err == nil {
		stand.Record = m.Head.ID
		_, err = desk.Freeze(b.Context(), meeting.FreezeOrder{Stand: stand})
	}
	if err != nil {
		b.Fatal(err)
	}
	return stand.Record
}

// BenchmarkIssueList writes all issues of a file as a workbook, and tells how much
// memory that took at most.
func BenchmarkIssueList(b *testing.B) {
	datatest.EachLedger(b, func(b *testing.B, s *data.Store) {
		f := factsOf(b, s)
		peak := watchHeap(b)
		n := 0
		for b.Loop() {
			n = 0
			if _, err := sheet.Write(io.Discard, reports.IssueSheet(f, linesOf(b, s, app.Filter{}, &n), "")); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(n), "rows")
		b.ReportMetric(float64(peak())/(1<<20), "MB-at-most")
	})
}

// watchHeap looks at the heap again and again, until it is asked what it saw.
func watchHeap(b *testing.B) (peak func() uint64) {
	var most atomic.Uint64
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		look := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		for tick := time.NewTicker(5 * time.Millisecond); ; {
			metrics.Read(look)
			most.Store(max(most.Load(), look[0].Value.Uint64()))
			select {
			case <-stop:
				tick.Stop()
				return
			case <-tick.C:
			}
		}
	}()
	return func() uint64 {
		close(stop)
		<-stopped
		return most.Load()
	}
}
