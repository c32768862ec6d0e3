package kit

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Tasks does work away from the screen and brings the outcome back to it.
// This is the only file that starts goroutines or calls fyne.Do.
type Tasks struct {
	// Broken is told, on the screen's goroutine, of a Breakage that would have
	// ended the program. Without it, it is logged.
	Broken func(any)
	// Settled is told, on the screen's goroutine, that the screen may have become
	// different; nil for whoever does not mind.
	Settled func()

	// Within is what is asked with when work begins, for whoever sits there; nil for
	// nobody in particular.
	Within context.Context

	away  func(func())
	back  func(func())
	later func(time.Duration, func()) (stop func())
	every func(time.Duration, func()) (stop func())
	calm  bool // whether to go on after something broke that no one asks about
}

// Background is for the running program.
func Background() Tasks {
	return Tasks{
		away:  func(f func()) { go f() },
		back:  fyne.Do,
		later: wait,
		every: tick,
		calm:  true,
	}
}

// AtOnce does all on the spot, in order, for tests. Pauses are skipped, and
// what happens every so often never does.
func AtOnce() Tasks {
	now := func(f func()) { f() }
	return Tasks{
		away:  now,
		back:  now,
		later: func(_ time.Duration, f func()) func() { f(); return func() {} },
		every: func(time.Duration, func()) func() { return func() {} },
	}
}

// InTurn keeps all that is to be done, for tests of what a person does meanwhile;
// next does the oldest, and tells whether there was any.
func InTurn() (t Tasks, next func() bool) {
	var left []func()
	t = AtOnce()
	t.away = func(f func()) { left = append(left, f) }
	return t, func() bool {
		if len(left) == 0 {
			return false
		}
		f := left[0]
		left = left[1:]
		f()
		return true
	}
}

// Delayed does all on the spot but what is to be done later: that is handed to
// later, for tests of pauses. What was stopped meanwhile does nothing when done.
func Delayed(later func(time.Duration, func())) Tasks {
	t := AtOnce()
	t.later = func(d time.Duration, f func()) func() {
		stopped := false
		later(d, func() {
			if !stopped {
				f()
			}
		})
		return func() { stopped = true }
	}
	return t
}

// Apart is for tests of the threads: work is done on goroutines of its own, as in
// the running program. Whoever calls settle is the screen: what came back happens
// there, until nothing is under way.
func Apart() (t Tasks, settle func()) {
	var (
		mu    sync.Mutex
		came  = sync.NewCond(&mu)
		back  []func()
		under int
	)
	change := func(f func()) {
		mu.Lock()
		defer mu.Unlock()
		f()
		came.Signal()
	}
	t = AtOnce()
	t.back = func(f func()) { change(func() { back = append(back, f) }) }
	t.away = func(f func()) {
		change(func() { under++ })
		go func() {
			defer change(func() { under-- })
			f()
		}()
	}
	t.later = func(_ time.Duration, f func()) func() { t.away(f); return func() {} }
	next := func() (f func()) {
		mu.Lock()
		defer mu.Unlock()
		for len(back) == 0 && under > 0 {
			came.Wait()
		}
		if len(back) > 0 {
			f, back = back[0], back[1:]
		}
		return f
	}
	return t, func() {
		for f := next(); f != nil; f = next() {
			f()
		}
	}
}

// Do runs work away from the screen, then shows its outcome on it. Work that
// breaks is shown as an error, so that a screen can be used again.
func Do[T any](t Tasks, work func(context.Context) (T, error), show func(T, error)) {
	t.away(func() { finish(t.within(), t, work, show) })
}

func (t Tasks) within() context.Context {
	if t.Within == nil {
		return context.Background()
	}
	return t.Within
}

func finish[T any](ctx context.Context, t Tasks, work func(context.Context) (T, error), show func(T, error)) {
	v, err := attempt(ctx, t, work)
	t.back(func() {
		t.Guard(func() { show(v, err) })()
		t.settle()
	})
}

func attempt[T any](ctx context.Context, t Tasks, work func(context.Context) (T, error)) (v T, err error) {
	if t.saves() {
		defer func() {
			if what := recover(); what != nil {
				b := Breakage{what, debug.Stack()}
				err = b
				t.back(func() { t.tell(b) })
			}
		}()
	}
	return work(ctx)
}

// Breakage is a mistake of the program that was caught before it ended it.
type Breakage struct {
	What  any
	Stack []byte
}

// Error says what broke, without where.
func (b Breakage) Error() string { return fmt.Sprint("broken: ", b.What) }

// settle tells that the screen may have become different.
func (t Tasks) settle() {
	if t.Settled != nil {
		t.Guard(t.Settled)()
	}
}

// Guard is f, with Broken told in place of the program ending.
func (t Tasks) Guard(f func()) func() {
	if !t.saves() {
		return f
	}
	return func() {
		defer func() {
			if what := recover(); what != nil {
				t.tell(Breakage{what, debug.Stack()})
			}
		}()
		f()
	}
}

func (t Tasks) saves() bool { return t.calm || t.Broken != nil }

func (t Tasks) tell(b Breakage) {
	if t.Broken == nil {
		fyne.LogError(string(b.Stack), b)
		return
	}
	t.Broken(b)
}

// Progress says how far long work has come; a total of 0 is not known yet.
type Progress func(done, total int)

// DoLong is Do for work that takes long enough to be watched and called off.
// Progress reaches the screen as fast as the screen can show it, the rest of it
// is passed over. cancel ends the context; show is told of that error too.
func DoLong[T any](t Tasks, work func(context.Context, Progress) (T, error), show func(T, error), onProgress Progress) (cancel func()) {
	ctx, cancel := context.WithCancel(t.within())
	w := &watch{tasks: t, show: onProgress}
	t.away(func() {
		finish(ctx, t,
			func(ctx context.Context) (T, error) { return work(ctx, w.report) },
			func(v T, err error) {
				w.over = true
				cancel()
				show(v, err)
			})
	})
	return cancel
}

// watch hands the newest progress to the screen, one report at a time.
type watch struct {
	tasks Tasks
	show  Progress
	over  bool // touched on the screen's goroutine only

	mu          sync.Mutex
	done, total int
	pending     bool
}

func (w *watch) report(done, total int) {
	w.mu.Lock()
	pending := w.pending
	w.done, w.total, w.pending = done, total, true
	w.mu.Unlock()
	if !pending {
		w.tasks.back(w.tasks.Guard(w.pass))
	}
}

func (w *watch) pass() {
	w.mu.Lock()
	done, total := w.done, w.total
	w.pending = false
	w.mu.Unlock()
	if !w.over {
		w.show(done, total)
	}
}

// Ahead goes through all one step ahead of whoever ranges over it, so that one
// processor makes what another keeps. What breaks on the way comes as an error.
func Ahead[T any](all iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		steps, stop := make(chan aStep[T]), make(chan struct{})
		defer close(stop)
		go func() {
			defer close(steps)
			hand := func(v T, err error) bool {
				select {
				case steps <- aStep[T]{v, err}:
					return true
				case <-stop:
					return false
				}
			}
			defer func() {
				if what := recover(); what != nil {
					var none T
					hand(none, Breakage{what, debug.Stack()})
				}
			}()
			all(hand)
		}()
		for s := range steps {
			if !yield(s.v, s.err) {
				return
			}
		}
	}
}

type aStep[T any] struct {
	v   T
	err error
}

// Lane is for results that may overtake each other, such as those of a search
// while it is typed: only the latest is shown. It is used from the screen.
type Lane struct {
	tasks Tasks
	pause time.Duration
	turn  int
	drop  func()
}

// NewLane makes a lane that waits for a pause in the asking before it works.
func NewLane(t Tasks, pause time.Duration) *Lane {
	return &Lane{tasks: t, pause: pause, drop: func() {}}
}

// Drop forgets what was asked last, so that it is never shown.
func (l *Lane) Drop() {
	l.drop()
	l.turn++
}

// Latest asks in a lane, and shows the outcome unless something was asked after it.
func Latest[T any](l *Lane, work func(context.Context) (T, error), show func(T, error)) {
	l.Drop()
	turn := l.turn
	ctx, cancel := context.WithCancel(l.tasks.within())
	l.drop = cancel
	stop := l.tasks.later(l.pause, func() {
		finish(ctx, l.tasks, work, func(v T, err error) {
			if turn == l.turn {
				show(v, err)
			}
		})
	})
	if turn == l.turn {
		l.drop = func() { stop(); cancel() }
	}
}

// After does f on the screen once d has passed, unless stopped before.
func (t Tasks) After(d time.Duration, f func()) (stop func()) {
	f = t.Guard(f)
	stopped := false
	end := t.later(d, func() {
		t.back(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() { stopped = true; end() }
}

// Every does f on the screen each time d has passed, until stopped.
func (t Tasks) Every(d time.Duration, f func()) (stop func()) {
	f = t.Guard(f)
	stopped := false
	end := t.every(d, func() {
		t.back(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() { stopped = true; end() }
}

func wait(d time.Duration, f func()) func() {
	timer := time.AfterFunc(d, f)
	return func() { timer.Stop() }
}

func tick(d time.Duration, f func()) func() {
	ticker, done := time.NewTicker(d), make(chan struct{})
	go func() {
		for {
			select {
			case <-ticker.C:
				f()
			case <-done:
				return
			}
		}
	}()
	return sync.OnceFunc(func() { ticker.Stop(); close(done) })
}
