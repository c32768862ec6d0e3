package kit

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"
)

// held is Tasks that work when they are told to, in any order.
type held struct {
	Tasks
	waiting []func()
}

func holding() *held {
	h := &held{}
	keep := func(f func()) { h.waiting = append(h.waiting, f) }
	h.Tasks = Tasks{
		away:  keep,
		back:  func(f func()) { f() },
		later: func(_ time.Duration, f func()) func() { keep(f); return func() {} },
		every: func(time.Duration, func()) func() { return func() {} },
	}
	return h
}

func TestDoShowsWhatWasFound(t *testing.T) {
	var shown int
	Do(AtOnce(), func(context.Context) (int, error) { return 7, nil }, func(n int, err error) { shown = n })
	if shown != 7 {
		t.Errorf("shown is %d, want 7", shown)
	}
}

func TestAheadHandsOnEveryStepInOrder(t *testing.T) {
	broke := errors.New("broke")
	var got []int
	var last error
	for n, err := range Ahead(func(yield func(int, error) bool) {
		for n := range 5 {
			if !yield(n, nil) {
				return
			}
		}
		yield(5, broke)
	}) {
		got, last = append(got, n), err
	}
	if !slices.Equal(got, []int{0, 1, 2, 3, 4, 5}) || !errors.Is(last, broke) {
		t.Errorf("handed on %v, then %v", got, last)
	}
}

func TestAheadStopsWithWhoeverRangesOverIt(t *testing.T) {
	ended := make(chan struct{})
	for range Ahead(func(yield func(int, error) bool) {
		defer close(ended)
		for yield(1, nil) {
		}
	}) {
		break
	}
	<-ended
}

func TestAheadTellsWhatBroke(t *testing.T) {
	var none []int
	var b Breakage
	for _, err := range Ahead(func(func(int, error) bool) { _ = none[3] }) {
		if !errors.As(err, &b) {
			t.Errorf("told %v", err)
		}
	}
	if b.What == nil {
		t.Error("nothing was told")
	}
}

func TestOnlyTheLatestAnswerOfALaneIsShown(t *testing.T) {
	h := holding()
	lane := NewLane(h.Tasks, 200*time.Millisecond)
	var shown []string
	for _, s := range []string{"電", "電梯", "電梯異"} {
		Latest(lane, func(context.Context) (string, error) { return s, nil }, func(s string, _ error) { shown = append(shown, s) })
	}
	for _, i := range []int{2, 0, 1} { // the first answers come last
		h.waiting[i]()
	}
	if len(shown) != 1 || shown[0] != "電梯異" {
		t.Errorf("shown are %v, want the latest alone", shown)
	}
}

func TestADroppedQuestionIsNeitherShownNorFinished(t *testing.T) {
	h := holding()
	lane := NewLane(h.Tasks, 0)
	var ended error
	Latest(lane, func(ctx context.Context) (int, error) { ended = ctx.Err(); return 1, nil }, func(int, error) { t.Error("shown after it was dropped") })
	lane.Drop()
	h.waiting[0]()
	if !errors.Is(ended, context.Canceled) {
		t.Errorf("the work was told %v, want that it is called off", ended)
	}
}

func TestALaneAnswersAtOnceInTests(t *testing.T) {
	lane := NewLane(AtOnce(), time.Hour)
	shown := 0
	for i := range 3 {
		Latest(lane, func(context.Context) (int, error) { return i, nil }, func(n int, _ error) { shown += n })
	}
	if shown != 3 {
		t.Errorf("the sum of what was shown is %d, want 0+1+2", shown)
	}
}

func TestWorkThatBreaksIsShownAsAnErrorAndTold(t *testing.T) {
	tasks := AtOnce()
	var told any
	tasks.Broken = func(what any) { told = what }
	var shown error
	Do(tasks, func(context.Context) (int, error) { var none []int; return none[3], nil }, func(_ int, err error) { shown = err })
	var b Breakage
	if !errors.As(shown, &b) || len(b.Stack) == 0 {
		t.Errorf("shown is %v, want a breakage with its place", shown)
	}
	if told == nil {
		t.Error("no one was told")
	}
}

func TestShowingThatBreaksIsTold(t *testing.T) {
	tasks := AtOnce()
	told := 0
	tasks.Broken = func(any) { told++ }
	Do(tasks, func(context.Context) ([]int, error) { return nil, nil }, func(rows []int, _ error) { _ = rows[0] })
	tasks.Guard(func() { panic("a callback breaks") })()
	if told != 2 {
		t.Errorf("told %d times, want 2", told)
	}
}

func TestLongWorkReportsAndCanBeCalledOff(t *testing.T) {
	h := holding()
	var reports [][2]int
	var shown error
	cancel := DoLong(h.Tasks, func(ctx context.Context, report Progress) (int, error) {
		report(1, 3)
		report(2, 3)
		return 0, ctx.Err()
	}, func(_ int, err error) { shown = err }, func(done, total int) { reports = append(reports, [2]int{done, total}) })
	cancel()
	h.waiting[0]()
	if len(reports) != 2 || reports[1] != [2]int{2, 3} {
		t.Errorf("reports are %v", reports)
	}
	if !errors.Is(shown, context.Canceled) {
		t.Errorf("shown is %v, want that it was called off", shown)
	}
}

func TestProgressThatTheScreenIsTooSlowForIsPassedOver(t *testing.T) {
	var back []func()
	tasks := AtOnce()
	tasks.back = func(f func()) { back = append(back, f) }
	var last int
	DoLong(tasks, func(_ context.Context, report Progress) (int, error) {
		for i := range 1000 {
			report(i, 1000)
		}
		return 0, nil
	}, func(int, error) {}, func(done, _ int) { last = done })
	if len(back) != 2 {
		t.Fatalf("%d calls wait for the screen, want one report and the outcome", len(back))
	}
	back[0]()
	if last != 999 {
		t.Errorf("the report says %d, want the newest", last)
	}
}

func TestWhatIsStoppedDoesNotHappen(t *testing.T) {
	h := holding()
	stop := h.After(time.Second, func() { t.Error("it happened") })
	stop()
	h.waiting[0]()
}

func TestBackgroundWorksAndTicks(t *testing.T) {
	tasks := Background()
	tasks.back = func(f func()) { f() } // there is no window here
	done := make(chan int)
	Do(tasks, func(context.Context) (int, error) { return 4, nil }, func(n int, _ error) { done <- n })
	if n := <-done; n != 4 {
		t.Errorf("shown is %d", n)
	}
	ticks := make(chan bool, 100)
	stop := tasks.Every(time.Millisecond, func() { ticks <- true })
	<-ticks
	<-ticks
	stop()
	stop()
}

func TestWhatIsDoneApartIsShownWhereItSettles(t *testing.T) {
	tasks, settle := Apart()
	var shown []int // touched here alone: the race detector would tell otherwise
	for n := range 50 {
		Do(tasks, func(context.Context) (int, error) { return n, nil }, func(n int, _ error) {
			shown = append(shown, n)
			if n%10 == 0 { // what is shown may ask again
				Do(tasks, func(context.Context) (int, error) { return n + 100, nil }, func(n int, _ error) { shown = append(shown, n) })
			}
		})
	}
	settle()
	slices.Sort(shown)
	if len(shown) != 55 || shown[0] != 0 || shown[54] != 140 {
		t.Errorf("shown are %v", shown)
	}
	lane := NewLane(tasks, time.Second)
	for n := range 20 {
		Latest(lane, func(context.Context) (int, error) { return n, nil }, func(n int, _ error) { shown = append(shown, 200+n) })
	}
	settle()
	if shown = shown[55:]; len(shown) != 1 || shown[0] != 219 {
		t.Errorf("of what overtook each other %v is shown", shown)
	}
}
