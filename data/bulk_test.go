package data_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"ownerdesk/app"
	"ownerdesk/data"
	"ownerdesk/data/datatest"
)

// wearing is a context that is called off once it has been looked at so often.
type wearing struct {
	context.Context
	left atomic.Int64
	end  context.CancelFunc
}

func (w *wearing) Done() <-chan struct{} {
	if w.left.Add(-1) < 0 {
		w.end()
	}
	return w.Context.Done()
}

// Wherever a bulk is called off, saves go all the way down to the disk afterwards.
func TestABulkThatIsCalledOffLeavesSavesDurable(t *testing.T) {
	s, desk, w := datatest.Open(t)
	id := received(t, desk, w)
	finished := read(t, s, id)
	other, _, _ := datatest.Open(t)
	stopped := 0
	for looks := range 60 {
		inner, end := context.WithCancel(t.Context())
		ctx := &wearing{Context: inner, end: end}
		ctx.left.Store(int64(looks))
		err := other.KeepCases(ctx, []app.Case{finished})
		if synchronous := data.Durable(t, other); synchronous != 2 {
			t.Fatalf("called off at look %d (%v), synchronous stays at %d", looks, err, synchronous)
		}
		end()
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("called off at look %d: %v", looks, err)
		}
		stopped++
	}
	if stopped < 8 {
		t.Errorf("the bulk was called off at %d places only", stopped)
	}
}
