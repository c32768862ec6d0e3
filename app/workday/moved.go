package workday

import "time"

// Item is something with a due date, as far as a calendar needs to know it.
type Item struct {
	Key         int64
	From        time.Time
	Limit       Limit
	Cap         Limit     // the longest it may take; zero for no such limit
	Printed     bool      // the due date stands on a slip that was issued
	Due         time.Time // as it stands now; zero when it was never kept
	Provisional bool
}

// Move is a due date that another calendar changes.
type Move struct {
	Key         int64
	Old, New    time.Time
	Printed     bool // keeps the old date until somebody confirms the new one
	Provisional bool // the new date is provisional too
}

// Moved lists what changes when one calendar takes the place of another. A date
// that was agreed by hand, and so is not what the old calendar says, stays.
func Moved(old, fresh Calendar, items []Item) []Move {
	var moves []Move
	for _, it := range items {
		if m, ok := moved(old, fresh, it); ok {
			moves = append(moves, m)
		}
	}
	return moves
}

func moved(old, fresh Calendar, it Item) (Move, bool) {
	was := old.Sooner(it.From, it.Limit, it.Cap).Due
	if !it.Due.IsZero() && !sameSecond(it.Due, was) {
		return Move{}, false
	}
	now := fresh.Sooner(it.From, it.Limit, it.Cap)
	return Move{it.Key, was, now.Due, it.Printed, now.Provisional}, !sameSecond(was, now.Due)
}

// Settled lists the provisional items whose date stays and is final from now on.
func Settled(old, fresh Calendar, items []Item) []int64 {
	var keys []int64
	for _, it := range items {
		if !it.Provisional {
			continue
		}
		_, moves := moved(old, fresh, it)
		if !moves && !fresh.Sooner(it.From, it.Limit, it.Cap).Provisional {
			keys = append(keys, it.Key)
		}
	}
	return keys
}

// sameSecond compares moments as they are kept, to the second.
func sameSecond(a, b time.Time) bool { return a.Unix() == b.Unix() }
