package datatest

import (
	"errors"
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
)

// EachLedger measures do on made-up ledgers of the sizes that
// OWNERDESK_BENCH_SIZES names, 1000 unless it says 1000,100000,1000000. They stay
// in the folder OWNERDESK_BENCH_KEEP if that is set, to be used again.
func EachLedger(b *testing.B, do func(*testing.B, *data.Store)) {
	b.Helper()
	eachLedger(b, func(b *testing.B, n int) string { return madeUp(b, n, year) }, do)
}

// EachSpread is EachLedger on files in which each month has so many issues, however
// large they are: the larger ones reach further back.
func EachSpread(b *testing.B, monthly int, do func(*testing.B, *data.Store)) {
	b.Helper()
	eachLedger(b, func(b *testing.B, n int) string {
		return madeUp(b, n, time.Duration(float64(n)/float64(monthly)*float64(year)/12))
	}, do)
}

// year is how long the issues of a ledger are spread over.
const year = 365 * 24 * time.Hour

// EachCopy is EachLedger for what changes the file: it gets a copy.
func EachCopy(b *testing.B, do func(*testing.B, *data.Store)) {
	b.Helper()
	eachLedger(b, func(b *testing.B, n int) string { return copied(b, madeUp(b, n, year)) }, do)
}

func eachLedger(b *testing.B, file func(*testing.B, int) string, do func(*testing.B, *data.Store)) {
	b.Helper()
	sizes := os.Getenv("OWNERDESK_BENCH_SIZES")
	if sizes == "" {
		sizes = "1000"
	}
	for size := range strings.SplitSeq(sizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(size, func(b *testing.B) {
			s, err := data.Open(b.Context(), file(b, n), data.Options{Now: func() time.Time { return At(23, 9, 42) }})
			if err != nil {
				b.Fatal(err)
			}
			defer s.Close()
			do(b, s)
		})
	}
}

// copied is a copy that goes when the benchmark ends.
func copied(b *testing.B, path string) string {
	b.Helper()
	target := filepath.Join(b.TempDir(), "ledger.db")
	in, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	out, err := os.Create(target)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := out.ReadFrom(in); err != nil {
		b.Fatal(err)
	}
	// Else the disk is still at work on the copy while saving is measured.
	if err := errors.Join(out.Sync(), out.Close()); err != nil {
		b.Fatal(err)
	}
	return target
}

// madeUp is a ledger of n issues spread over a time, made if it is not there yet.
// It gets its name when it is whole.
func madeUp(b *testing.B, n int, over time.Duration) string {
	b.Helper()
	dir := os.Getenv("OWNERDESK_BENCH_KEEP")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, fmt.Sprintf("ledger-%d.db", n))
	if over != year {
		path = filepath.Join(dir, fmt.Sprintf("ledger-%d-%d-days.db", n, int(over.Hours()/24)))
	}
	if _, err := os.Stat(path); err == nil {
		return path
	}
	part := path + ".part"
	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(part + end); err != nil && !os.IsNotExist(err) {
			b.Fatal(err)
		}
	}
	s, _, w := OpenAt(b, part)
	if err := fillLedger(b, s, w, n, over); err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	if err := os.Rename(part, path); err != nil {
		b.Fatal(err)
	}
	return path
}

// fillLedger writes n issues spread over a time that ends now; one in fifty is
// still open.
func fillLedger(b *testing.B, s *data.Store, w World, n int, over time.Duration) error {
	const batch = 10000
	l := NewLedger(w)
	begin := At(23, 9, 0).Add(-over)
	for from := 0; from < n; from += batch {
		var some []app.Case
		for i := from; i < min(from+batch, n); i++ {
			at := begin.Add(time.Duration(float64(i) / float64(n) * float64(over)))
			some = append(some, l.One(at, l.r.IntN(50) == 0))
		}
		if err := s.KeepCases(b.Context(), some); err != nil {
			return err
		}
	}
	return nil
}

// Ledger makes up issues that are alike in shape and length to real ones.
type Ledger struct {
	w World
	r *rand.Rand
	n map[string]int
}

// NewLedger makes up the same issues each time.
func NewLedger(w World) *Ledger {
	return &Ledger{w: w, r: rand.New(rand.NewPCG(1, 2)), n: map[string]int{}}
}

var (
	surnames = strings.Split("王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅", "")
	given    = strings.Split("偉芳娜敏靜麗強磊軍洋勇艷傑娟濤明超秀霞平剛桂英華玉萍", "")
	subjects = []string{"電梯異響", "客廳頂棚漏水", "樓道燈不亮", "門禁刷卡無反應", "車位被佔", "樓上噪音擾民", "下水道堵塞", "垃圾未及時清運", "綠化帶雜草過高", "物業費明細不清", "單元門鎖損壞", "水錶走數異常", "外牆滲水", "消防通道被堵", "對講機壞了", "裝修垃圾堆放"}
	details  = []string{"已持續三天", "晚上十點以後尤其明顯", "之前反映過一次沒有處理", "家裡有老人不方便", "請儘快安排師傅上門", "希望當面說明情況", "鄰居也有同樣的情況", "地下室二層靠近東側出入口", "關門時有撞擊聲", "影響正常出行", "牆面已經發霉", "要求給出明確的完成時間"}
)

func pick[T any](r *rand.Rand, all []T) T { return all[r.IntN(len(all))] }

func (l *Ledger) number(prefix app.Prefix, at time.Time) string {
	k := string(prefix) + at.Format("200601")
	l.n[k]++
	return app.Serial{Prefix: prefix, Month: at, N: l.n[k]}.String()
}

// One makes up an issue received at a moment; old ones are closed.
func (l *Ledger) One(at time.Time, open bool) app.Case {
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
