package sample

import (
	"cmp"
	"container/heap"
	"iter"
	"slices"
	"time"

	"ownerdesk/app"
)

// batch is how many issues are handed over at once: as many as a store writes
// in one go.
const batch = 5000

// counterKey is what serials are counted by.
type counterKey struct {
	project app.ProjectID
	prefix  app.Prefix
	month   string
}

// Cases lets the year pass, act by act in order of time, and hands issues over
// once nothing more happens to them: the finished ones as they end, those still
// open at the last. It may be ranged over once.
func (w *World) Cases() iter.Seq2[[]app.Case, error] {
	return func(yield func([]app.Case, error) bool) {
		y := year{World: w, arrivals: w.arrivals()}
		for y.turn() {
			if len(y.done) >= batch {
				if !yield(y.done, nil) {
					return
				}
				y.done = nil
			}
		}
		if y.err != nil {
			yield(nil, y.err)
			return
		}
		for _, l := range slices.SortedFunc(slices.Values(y.lives), func(a, b *life) int { return cmp.Compare(a.c.ID, b.c.ID) }) {
			y.done = append(y.done, l.c)
			y.mindful(l.c)
		}
		for some := range slices.Chunk(y.done, batch) {
			if !yield(some, nil) {
				return
			}
		}
	}
}

// year is the office at work.
type year struct {
	*World
	arrivals []arrival
	came     int
	lives    queue // issues to which something will still happen
	bribes   int   // complaints about integrity
	bribe    *life // the last of them that had to be
	done     []app.Case
	ended    []*life // some of those done, which later ones may repeat
	err      error
}

// turn lets the next thing happen, and tells whether there was one.
func (y *year) turn() bool {
	if y.came < len(y.arrivals) && (len(y.lives) == 0 || !y.lives[0].next.Before(y.arrivals[y.came].at)) {
		a := y.arrivals[y.came]
		y.came++
		l := &life{World: y.World, year: y, stage: a.stage, far: a.far, slow: a.slow}
		y.err = l.arrive(a, app.IssueID(y.came))
		return y.settle(l)
	}
	if len(y.lives) == 0 || y.lives[0].next.After(y.order.Until) {
		return false
	}
	l := heap.Pop(&y.lives).(*life)
	y.err = l.act(l.next, l.will)
	return y.settle(l)
}

// settle plans what happens to an issue next, or lets it go.
func (y *year) settle(l *life) bool {
	if y.err != nil {
		return false
	}
	l.schedule()
	if l.will == nil && !l.c.Open() {
		y.done = append(y.done, l.c)
		y.mindful(l.c)
		if l.c.State == app.Closed {
			y.ended = append(y.ended[max(0, len(y.ended)-200):], l)
		}
		return true
	}
	if l.will == nil {
		l.next = never
	}
	heap.Push(&y.lives, l)
	return true
}

// mindful keeps in mind what of an issue that nothing more happens to is talked over or
// looked up.
func (y *year) mindful(c app.Case) {
	y.speaksOf(c)
	y.looksUp(c)
}

// never is after every order.
var never = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// queue holds lives by what happens first; of two at the same moment, the older.
type queue []*life

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q queue) Less(i, j int) bool {
	if !q[i].next.Equal(q[j].next) {
		return q[i].next.Before(q[j].next)
	}
	return q[i].c.ID < q[j].c.ID
}

// Push is for package heap.
func (q *queue) Push(x any) { *q = append(*q, x.(*life)) }

// Pop is for package heap.
func (q *queue) Pop() any {
	old := *q
	last := old[len(old)-1]
	*q = old[:len(old)-1]
	return last
}
