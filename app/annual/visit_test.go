package annual

import (
	"slices"
	"testing"
	"time"

	"ownerdesk/app"
)

func (w *walk) tries(n int, hour int, o Outcome) *walk {
	w.Helper()
	return w.did(w.v.Attempt(AttemptOrder{Stand: by(jianguo), Unit: n, At: at(6, hour), Mode: Paper, Outcome: o}, w.units[n], Tried{}, w.g, at(20, 10)))
}

func (w *walk) reserves() []Unit {
	return slices.DeleteFunc(w.all(), func(u Unit) bool { return !u.Reserve || u.Called })
}

func (w *walk) replace(n int) (Move, error) {
	return w.v.Replace(ReplaceOrder{by(fang), n}, w.units[n], w.reserves(), 99_990, w.g, at(20, 11))
}

// first is the first unit that was drawn in a stratum.
func (w *walk) first(stratum int) int { return w.unitOf(w.out(stratum)[0]).N }

func TestAUnitEndsAsItsAttemptsSay(t *testing.T) {
	for _, c := range []struct {
		says      string
		tries     []Outcome
		ends      Outcome
		contacted bool
	}{
		{"not tried", nil, Waiting, false},
		{"not reached twice", []Outcome{NotReached, NotReached}, Waiting, false},
		{"not reached three times", []Outcome{NotReached, NotReached, NotReached}, NotReached, false},
		{"an appointment at the third time", []Outcome{NotReached, NotReached, Later}, Waiting, true},
		{"an appointment that nobody kept", []Outcome{NotReached, Later, NotReached}, NotReached, true},
		{"reached after all", []Outcome{NotReached, NotReached, NotReached, Done}, Done, true},
		{"refused", []Outcome{Refused}, Refused, true},
		{"won over", []Outcome{Refused, Done}, Done, true},
		{"vacant", []Outcome{Vacant}, Vacant, false},
		{"wrong address", []Outcome{NotReached, WrongAddress}, WrongAddress, false},
	} {
		w := field(t)
		n := w.first(0)
		for i, o := range c.tries {
			w.tries(n, 10+i, o)
		}
		if u := w.units[n]; u.Outcome != c.ends || u.Contacted != c.contacted || u.Attempts != len(c.tries) {
			t.Errorf("%s: ends as %+v", c.says, u)
		}
	}
}

func TestAnAttemptIsRefused(t *testing.T) {
	for _, c := range []struct {
		says   string
		change func(*walk, *AttemptOrder, *Unit)
		want   string
	}{
		{"nothing wrong", func(*walk, *AttemptOrder, *Unit) {}, ""},
		{"now", func(_ *walk, o *AttemptOrder, _ *Unit) { o.At = time.Time{} }, ""},
		{"by another worker", func(w *walk, o *AttemptOrder, _ *Unit) { w.v.Plan.Interviewers, o.By = []app.StaffID{lu}, jianguo }, "by not-allowed"},
		{"of a unit that is not in use", func(_ *walk, _ *AttemptOrder, u *Unit) { u.Called = false }, "unit unknown"},
		{"of a unit that was replaced", func(_ *walk, _ *AttemptOrder, u *Unit) { u.ReplacedBy = 9 }, "unit replaced"},
		{"of a unit whose sheet is there", func(_ *walk, _ *AttemptOrder, u *Unit) { u.Outcome = Done }, "unit done"},
		{"in no way", func(_ *walk, o *AttemptOrder, _ *Unit) { o.Mode = "" }, "mode missing"},
		{"with nothing come of it", func(_ *walk, o *AttemptOrder, _ *Unit) { o.Outcome = "" }, "outcome missing"},
		{"tomorrow", func(_ *walk, o *AttemptOrder, _ *Unit) { o.At = at(21, 10) }, "at future"},
		{"before the sample was drawn", func(_ *walk, o *AttemptOrder, _ *Unit) { o.At = at(4, 9) }, "at before-drawn"},
		{"too long a note", func(_ *walk, o *AttemptOrder, _ *Unit) { o.Note = long(app.LongestText + 1) }, "note too-long"},
	} {
		w := field(t)
		u := w.units[w.first(0)]
		o := AttemptOrder{Stand: by(jianguo), Unit: u.N, At: at(6, 10), Mode: Phone, Outcome: NotReached}
		c.change(w, &o, &u)
		m, err := w.v.Attempt(o, u, Tried{Answered: u.Outcome == Done}, w.g, at(20, 10))
		if says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
		if err == nil && (m.Act.Kind != "" || m.nothing() || len(m.Attempts) != 1 || m.Attempts[0].N != 1) {
			t.Errorf("%s: %+v", c.says, m)
		}
	}
}

func TestDoneByMistakeIsTakenBackAsLongAsNoSheetIsThere(t *testing.T) {
	w := field(t)
	u := w.units[w.first(0)]
	u.Outcome, u.Contacted, u.Attempts = Done, true, 1
	for _, c := range []struct {
		before Outcome
		met    bool
	}{{Done, false}, {Later, true}} {
		o := AttemptOrder{Stand: by(jianguo), Unit: u.N, At: at(6, 10), Mode: Phone, Outcome: NotReached}
		m, err := w.v.Attempt(o, u, Tried{Before: []Attempt{{Outcome: c.before}}}, w.g, at(20, 10))
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Units[0]; got.Outcome != Waiting || got.Attempts != 2 || got.Contacted != c.met {
			t.Errorf("after %s: %+v", c.before, got)
		}
	}
}

func TestAReserveIsCalledUpOnlyByTheRules(t *testing.T) {
	for _, c := range []struct {
		says  string
		tries []Outcome
		want  string
	}{
		{"untried", nil, "unit too-few-attempts"},
		{"tried twice", []Outcome{NotReached, NotReached}, "unit too-few-attempts"},
		{"tried three times", []Outcome{NotReached, NotReached, NotReached}, ""},
		{"three appointments", []Outcome{Later, Later, Later}, ""},
		{"refused", []Outcome{Refused}, ""},
		{"vacant", []Outcome{Vacant}, ""},
		{"wrong address", []Outcome{WrongAddress}, ""},
		{"done", []Outcome{Done}, "unit done"},
	} {
		w := field(t)
		n := w.first(0)
		for i, o := range c.tries {
			w.tries(n, 10+i, o)
		}
		m, err := w.replace(n)
		if says(err) != c.want {
			t.Errorf("%s: %q, want %q", c.says, says(err), c.want)
		}
		if err != nil {
			continue
		}
		u, r := m.Units[0], m.Units[1]
		if u.ReplacedBy != r.N || u.Outcome == Waiting || r.For != n || !r.Called || !r.Reserve || r.Stratum != u.Stratum || r.Order != w.v.Strata[0].Issued+1 ||
			len(m.Links) != 1 || m.Links[0] != (Link{99_990, r.N}) {
			t.Errorf("%s: %+v by %+v, %v", c.says, u, r, m.Links)
		}
		w.did(m, nil)
		if _, err := w.replace(n); says(err) != "unit replaced" {
			t.Errorf("%s, replaced again: %q", c.says, says(err))
		}
		w.tries(r.N, 15, Refused)
		if m, err := w.replace(r.N); err != nil || m.Units[1].Order != r.Order+1 {
			t.Errorf("%s: after the reserve comes %+v, %v", c.says, m.Units, err)
		}
	}
}

func TestAStratumThatIsUsedUpHasNoReserve(t *testing.T) {
	w := field(t)
	n := w.first(2) // three shops, all of them drawn
	w.tries(n, 10, Refused)
	if _, err := w.replace(n); says(err) != "unit no-reserve" {
		t.Errorf("%q", says(err))
	}
	if _, err := w.v.Replace(ReplaceOrder{by(jianguo), n}, w.units[n], w.all(), 1, w.g, at(20, 10)); says(err) != "by not-allowed, unit no-reserve" {
		t.Errorf("by an interviewer: %q", says(err))
	}
}

func TestUnitsAreGivenToInterviewers(t *testing.T) {
	w := field(t)
	one, two := w.first(0), w.first(3)
	for _, c := range []struct {
		says  string
		o     AssignOrder
		units int
		want  string
	}{
		{"two", AssignOrder{by(fang), jianguo, []int{one, two}}, 2, ""},
		{"nobody", AssignOrder{by(fang), 0, []int{one}}, 0, ""},
		{"none", AssignOrder{by(fang), jianguo, nil}, 0, "units missing"},
		{"a reserve", AssignOrder{by(fang), jianguo, []int{w.reserves()[0].N}}, 0, "units unknown"},
		{"one twice", AssignOrder{by(fang), jianguo, []int{one, one}}, 0, "units unknown"},
		{"somebody who left", AssignOrder{by(fang), left, []int{one}}, 0, "interviewer unknown"},
		{"by an interviewer", AssignOrder{by(jianguo), jianguo, []int{one}}, 0, "by not-allowed"},
	} {
		m, err := w.v.Assign(c.o, w.all(), w.g, at(5, 10))
		if says(err) != c.want || len(m.Units) != c.units {
			t.Errorf("%s: %q, %d units", c.says, says(err), len(m.Units))
		}
	}
	w.did(w.v.Assign(AssignOrder{by(fang), lu, []int{one}}, w.all(), w.g, at(5, 10)))
	w.tries(one, 10, Refused)
	m, err := w.replace(one)
	if err != nil || m.Units[1].Interviewer != lu {
		t.Errorf("the reserve is visited by %+v, %v", m.Units, err)
	}
}
