package data_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// The benchmarks run on the files named in OWNERDESK_BENCH_DB (a list like PATH),
// each copied first, or on made-up ledgers of the sizes in OWNERDESK_BENCH_SIZES,
// 1000 unless it says 1000,100000,1000000. The ledgers stay in the folder
// OWNERDESK_BENCH_KEEP if that is set, to be used again.

// ledger makes up issues that are alike in shape and length to real ones.
type ledger struct {
	w datatest.World
	r *rand.Rand
	n map[string]int
}

var (
	surnames = strings.Split("王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅", "")
	given    = strings.Split("偉芳娜敏靜麗強磊軍洋勇艷傑娟濤明超秀霞平剛桂英華玉萍", "")
	subjects = []string{"電梯異響", "客廳頂棚漏水", "樓道燈不亮", "門禁刷卡無反應", "車位被佔", "樓上噪音擾民", "下水道堵塞", "垃圾未及時清運", "綠化帶雜草過高", "物業費明細不清", "單元門鎖損壞", "水錶走數異常", "外牆滲水", "消防通道被堵", "對講機壞了", "裝修垃圾堆放"}
	details  = []string{"已持續三天", "晚上十點以後尤其明顯", "之前反映過一次沒有處理", "家裡有老人不方便", "請儘快安排師傅上門", "希望當面說明情況", "鄰居也有同樣的情況", "地下室二層靠近東側出入口", "關門時有撞擊聲", "影響正常出行", "牆面已經發霉", "要求給出明確的完成時間"}
)

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

func (l *ledger) number(prefix app.Prefix, at time.Time) string {
	k := string(prefix) + at.Format("200601")
	l.n[k]++
	return app.Serial{Prefix: prefix, Month: at, N: l.n[k]}.String()
}

// one makes up an issue received at a moment; old ones are closed.
func (l *ledger) one(at time.Time, open bool) app.Case {
	r, w := l.r, l.w
	person := pick(r, surnames) + pick(r, given) + pick(r, given)
	building := pick(r, []string{"1", "2", "3"})
	c := app.Case{Issue: app.Issue{
		Project: w.Project, Number: l.number(app.PrefixIntake, at), State: app.Closed, By: w.Fang, Registered: at, Rules: 1,
		RouteDue: at.Add(24 * time.Hour), Promise: at.Add(24 * time.Hour), Answered: at, Round: 1, Lead: w.Engineering, Handler: w.Jianguo,
		Due: at.Add(72 * time.Hour), Done: at.Add(48 * time.Hour), Final: 5, First: 5, Close: app.ClosedSatisfied, Ended: at.Add(60 * time.Hour),
		Intake: app.Intake{
			Received: at, Channel: pick(r, app.Channels), Kind: pick(r, app.Kinds), Category: pick(r, app.Categories()), Urgency: app.Normal,
			Reporter: app.Reporter{Owner: "OW-SELF", Name: person, Phone: fmt.Sprintf("13%09d", r.IntN(1e9))},
			Place: app.Place{Area: w.East, Building: w.Buildings[building], Block: building,
				Unit: strconv.Itoa(r.IntN(4) + 1), Door: fmt.Sprintf("%d%02d", r.IntN(30)+1, r.IntN(6)+1)},
			Description: pick(r, subjects) + "，" + pick(r, details) + "，" + pick(r, details) + "。", Wish: pick(r, details), Households: 1,
		},
	}}
	c.Slip = l.number(app.PrefixTransfer, at)
	if open {
		c.State, c.Step, c.StepDue, c.Holder, c.Final, c.First = app.Handling, pick(r, app.Steps), at.Add(72*time.Hour), w.Engineering, 0, 0
		c.Close, c.Ended, c.Done = "", time.Time{}, time.Time{}
	}
	steps := make([]workday.Step, 4)
	for i := range steps {
		steps[i] = workday.Step{Date: workday.DayOf(at).AddDays(i), Kind: workday.Workday, Shift: workday.Whole, Counted: i > 0}
	}
	c.Rounds = []app.Round{{N: 1, Slip: app.TransferSlip, Number: c.Slip, Issued: at, IssuedBy: w.Fang, Lead: w.Engineering,
		Limit: workday.Limit{N: 3, Unit: workday.Workdays}, RuleDue: c.Due, Due: c.Due, Effect: c.Due, Steps: steps,
		Request: pick(r, details), Signed: at, SignedBy: "李建國", Handler: w.Jianguo, Solution: pick(r, details), Done: c.Done}}
	c.Feedbacks = []app.Feedback{{N: 1, Round: 1, At: at, By: w.Jianguo, Situation: "已到場檢查，" + pick(r, details), Result: "RS-01",
		Satisfaction: 5, Completed: at, Reviewed: at, ReviewedBy: w.Fang, Accepted: true}}
	c.Notes = []app.Note{{N: 1, Round: 1, Kind: app.NoteTold, At: at, By: w.Fang, Text: "已告知業主，" + pick(r, details), Told: true, How: "MT-TEL", ToldAt: at}}
	c.FollowUps = []app.FollowUp{{N: 1, Round: 1, Attempt: 1, Number: l.number(app.PrefixFollowUp, at), At: at, By: w.Jing, Method: "MT-TEL",
		Reached: app.ReachedOwner, Who: person, Rating: 5, Solved: app.SolvedYes, Opinion: pick(r, details), Disposal: app.CloseIssue}}
	for n, kind := range []app.ActKind{app.ActReceived, app.ActTransfer, app.ActSigned, app.ActPlanned, app.ActFedBack, app.ActAccepted, app.ActTold, app.ActClosed} {
		c.Acts = append(c.Acts, app.Act{N: n + 1, Round: 1, Kind: kind, At: at, By: w.Fang, Note: pick(r, details),
			Diffs: []app.Difference{{Field: "state", Old: "accepted", New: "handling"}, {Field: "lead", New: "2"}}})
	}
	return c
}

// fillLedger writes n issues spread over a year; one in fifty is still open.
func fillLedger(t testing.TB, s *data.Store, w datatest.World, n int) {
	t.Helper()
	l := &ledger{w: w, r: rand.New(rand.NewPCG(1, 2)), n: map[string]int{}}
	begin := datatest.At(23, 9, 0).AddDate(-1, 0, 0)
	const batch = 10000
	for from := 0; from < n; from += batch {
		var some []app.Case
		for i := from; i < min(from+batch, n); i++ {
			at := begin.Add(time.Duration(float64(i) / float64(n) * float64(365*24*time.Hour)))
			some = append(some, l.one(at, l.r.IntN(50) == 0))
		}
		if err := s.KeepCases(t.Context(), some); err != nil {
			t.Fatal(err)
		}
	}
}

// ledgers are the files to measure, by name.
func ledgers(b *testing.B) map[string]string {
	b.Helper()
	files := map[string]string{}
	for _, path := range filepath.SplitList(os.Getenv("OWNERDESK_BENCH_DB")) {
		files[filepath.Base(path)] = copied(b, path)
	}
	if len(files) > 0 {
		return files
	}
	sizes := os.Getenv("OWNERDESK_BENCH_SIZES")
	if sizes == "" {
		sizes = "1000"
	}
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		files[size] = madeUp(b, n)
	}
	return files
}

func copied(b *testing.B, path string) string {
	b.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	target := filepath.Join(b.TempDir(), "ledger.db")
	if err := os.WriteFile(target, text, 0o600); err != nil {
		b.Fatal(err)
	}
	return target
}

func madeUp(b *testing.B, n int) string {
	b.Helper()
	dir := os.Getenv("OWNERDESK_BENCH_KEEP")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, fmt.Sprintf("ledger-%d.db", n))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	s, _, w := datatest.OpenAt(b, path)
	fillLedger(b, s, w, n)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

// eachLedger measures do on every file.
func eachLedger(b *testing.B, do func(*testing.B, *data.Store)) {
	for name, path := range ledgers(b) {
		b.Run(name, func(b *testing.B) {
			s, err := data.Open(b.Context(), path, data.Options{Now: func() time.Time { return datatest.At(23, 9, 42) }})
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close()
			do(b, s)
		})
	}
}

func BenchmarkToday(b *testing.B) {
	eachLedger(b, func(b *testing.B, s *data.Store) {
		for b.Loop() {
			if _, err := s.Today(b.Context(), datatest.At(23, 9, 42), datatest.At(23, 18, 0)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkPressing(b *testing.B) {
	eachLedger(b, func(b *testing.B, s *data.Store) {
		for b.Loop() {
			if _, err := s.Pressing(b.Context(), "", 0, 100, 0); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	for _, typed := range []string{"漏水", "漏", "电梯异响", "zhangwei", "zw", "王", "3-2-501", "0042", "13", "138", "1381", "138123", "202611", "漏水 王", "SL-202611-0042", "5", "50"} {
		b.Run(typed, func(b *testing.B) {
			eachLedger(b, func(b *testing.B, s *data.Store) { benchLines(b, s, app.Filter{Text: typed}, app.Order{}) })
		})
	}
}

func BenchmarkList(b *testing.B) {
	for _, c := range []struct {
		name string
		f    app.Filter
		o    app.Order
	}{
		{"all", app.Filter{}, app.Order{}},
		{"by due", app.Filter{}, app.Order{By: app.ByDue}},
		{"by place", app.Filter{}, app.Order{By: app.ByPlace}},
		{"by kind", app.Filter{}, app.Order{By: app.ByKind, Down: true}},
		{"by number", app.Filter{}, app.Order{By: app.ByNumber, Down: true}},
		{"late", app.Filter{Late: true}, app.Order{By: app.ByDue}},
		{"open complaints of a department", app.Filter{OpenOnly: true, Kinds: []app.Kind{app.Complaint}, Departments: []app.DeptID{2}}, app.Order{}},
		{"closed repairs of lifts", app.Filter{States: []app.State{app.Closed}, Kinds: []app.Kind{app.Repair}, Categories: []app.Category{"EQ1"}}, app.Order{}},
		{"a month", app.Filter{From: datatest.At(1, 0, 0), To: datatest.At(30, 0, 0)}, app.Order{By: app.ByReceived}},
		{"nothing found", app.Filter{Kinds: []app.Kind{"TYP-NONE"}}, app.Order{}},
		{"nobody's", app.Filter{Mine: 6}, app.Order{}},
		{"searched by place", app.Filter{Text: "漏水"}, app.Order{By: app.ByPlace}},
		{"searched and open", app.Filter{Text: "漏水", OpenOnly: true}, app.Order{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			eachLedger(b, func(b *testing.B, s *data.Store) { benchLines(b, s, c.f, c.o) })
		})
	}
}

// benchLines asks for a page and the count, as a list does.
func benchLines(b *testing.B, s *data.Store, f app.Filter, o app.Order) {
	var found int
	for b.Loop() {
		lines, err := s.Lines(b.Context(), f, o, 0, 100, datatest.At(23, 9, 42))
		if err != nil {
			b.Fatal(err)
		}
		if found, err = s.CountLines(b.Context(), f, datatest.At(23, 9, 42), 1000); err != nil {
			b.Fatal(err)
		}
		_ = lines
	}
	b.ReportMetric(float64(found), "found")
}

func BenchmarkFind(b *testing.B) {
	s, _, _ := datatest.Open(b)
	for b.Loop() {
		if _, err := s.Find(b.Context(), "zxm", 10); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSave compares a kept act with a bare INSERT under the same pragmas.
func BenchmarkSave(b *testing.B) {
	eachLedger(b, func(b *testing.B, s *data.Store) {
		g, err := s.Ground(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		desk := &app.Desk{Store: s, Now: func() time.Time { return datatest.At(23, 9, 42) }, Changes: &app.Changes{}}
		o := app.ReceiveOrder{By: 1, Intake: app.Intake{
			Received: datatest.At(23, 9, 40), Channel: "CH-TEL", Kind: app.Repair, Category: "EQ1", Urgency: app.Normal,
			Reporter: app.Reporter{Owner: "OW-SELF", Name: "張小明", Phone: "13812345678"}, Place: app.Place{Block: "3", Unit: "2", Door: "501"},
			Description: "三樓電梯近一週多次異響，關門時有撞擊聲，請儘快安排檢修",
		}}
		for id := range g.Projects {
			o.Project = id
		}
		b.Run("receive", func(b *testing.B) {
			for b.Loop() {
				if _, err := desk.Receive(b.Context(), o); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("bare INSERT", func(b *testing.B) {
			for b.Loop() {
				if err := data.BareInsert(context.Background(), s); err != nil {
					b.Fatal(err)
				}
			}
		})
	})
}

func BenchmarkKeepCases(b *testing.B) {
	s, _, w := datatest.Open(b)
	l := &ledger{w: w, r: rand.New(rand.NewPCG(1, 2)), n: map[string]int{}}
	var cases []app.Case
	for i := range b.N {
		cases = append(cases, l.one(datatest.At(1, 0, 0).Add(time.Duration(i)*time.Second), false))
	}
	b.ResetTimer()
	if err := s.KeepCases(b.Context(), cases); err != nil {
		b.Fatal(err)
	}
}
