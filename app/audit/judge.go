package audit

import "time"

// verdict is what becomes of a duty in one case; the worse is the greater.
type verdict int

// A duty does not apply, or not yet; it was kept; it was not.
const (
	apart verdict = iota
	kept
	broken
)

// judge is the verdict on a duty that applies.
func judge(ok bool) verdict {
	if ok {
		return kept
	}
	return broken
}

// inTime is the verdict on something that was to be done by a moment: before that
// it is not ripe.
func inTime(done, due, now time.Time) verdict {
	switch {
	case due.IsZero():
		return apart
	case !done.IsZero():
		return judge(!done.After(due))
	case now.After(due):
		return broken
	}
	return apart
}

// worst is the verdict on a list: broken where one of it is, kept where the duty
// applied to some and all those kept it.
func worst[T any](all []T, see func(T) verdict) verdict {
	v := apart
	for _, one := range all {
		v = max(v, see(one))
	}
	return v
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
