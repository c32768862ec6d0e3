package annual

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"ownerdesk/app"
	"ownerdesk/app/soak"
	"ownerdesk/app/survey"
)

func TestTheSameFrameSeedAndPlanGiveTheSameSample(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		h := Head{Plan: usualPlan()}
		h.Plan.Seed = rapid.Uint64().Draw(t, "seed")
		h.Plan.Way = rapid.SampledFrom([]survey.Way{survey.Simple, survey.Systematic}).Draw(t, "way")
		frame := households()[:rapid.IntRange(1, 133).Draw(t, "households")]
		shuffled := rapid.Permutation(slices.Clone(frame)).Draw(t, "frame")
		h.Strata = Strata(h.Plan, frame)
		for i, s := range h.Strata {
			h.Strata[i].Issued = rapid.IntRange(0, s.Units).Draw(t, "issued")
		}
		one, err := h.drawn(framed(h.Plan, h.Strata, frame))
		if err != nil {
			t.Fatal(err)
		}
		other, err := h.drawn(framed(h.Plan, h.Strata, shuffled))
		if err != nil || !reflect.DeepEqual(one, other) {
			t.Fatalf("drawn as %v, then as %v: %v", one, other, err)
		}
		ordered(t, h, one)
	})
}

// ordered checks that every unit is drawn once, or a reserve, in an order of its own
// stratum that goes from 1 on.
func ordered(t *rapid.T, h Head, drawn []Unit) {
	in, seen := make([][]Unit, len(h.Strata)), map[int]bool{}
	for _, u := range drawn {
		if seen[u.N] || u.Called == u.Reserve {
			t.Fatalf("unit %+v", u)
		}
		seen[u.N] = true
		in[u.Stratum] = append(in[u.Stratum], u)
	}
	for s, units := range in {
		if len(units) != h.Strata[s].Units {
			t.Fatalf("stratum %d has %d units", s, len(units))
		}
		for i, u := range units {
			if u.Order != i+1 || u.Called != (i < h.Strata[s].Issued) {
				t.Fatalf("unit %d of stratum %d is %+v", i, s, u)
			}
		}
	}
}

func TestEveryHouseholdThatIsAskedGetsANumber(t *testing.T) {
	w := field(t)
	if len(w.links) != w.v.toIssue() || w.v.State != Field || !w.v.Drawn.Equal(at(4, 10)) {
		t.Fatalf("%d numbers for %d households", len(w.links), w.v.toIssue())
	}
	given := map[int]bool{}
	for no, n := range w.links {
		if !Checks(no) || given[n] || !w.units[n].Called {
			t.Errorf("number %d is given to %+v", no, w.units[n])
		}
		given[n] = true
	}
	if _, err := w.v.Draw(DrawOrder{by(fang)}, w.all(), nil, w.g, at(4, 11)); says(err) != "survey not-now" {
		t.Errorf("drawn twice: %q", says(err))
	}
	w = approved(t)
	if _, err := w.v.Draw(DrawOrder{by(jianguo)}, w.all(), nil, w.g, at(4, 11)); says(err) != "by not-allowed" {
		t.Errorf("drawn by an interviewer: %q", says(err))
	}
}

func TestWhereEverybodyIsInvitedNothingIsDrawn(t *testing.T) {
	w := planned(t)
	p := w.v.Plan
	p.Convenience = true
	w.did(w.v.Change(ChangeOrder{Stand: by(fang), Plan: &p}, w.g, at(2, 12)))
	w.did(w.v.Approve(ApproveOrder{Stand: by(wu)}, households(), nil, w.g, at(3, 10)))
	w.draws()
	if len(w.links) != 133 || slices.ContainsFunc(w.all(), func(u Unit) bool { return !u.Called || u.Reserve }) {
		t.Errorf("%d of 133 are invited", len(w.links))
	}
}

func TestAMistypedNumberIsNoticed(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		numbers, err := numbers(chance(rapid.Byte().Draw(t, "seed")), 5, rapid.IntRange(1, 20_000).Draw(t, "called"), free)
		if err != nil {
			t.Fatal(err)
		}
		for _, no := range numbers {
			if !Checks(no) {
				t.Fatalf("%d is none", no)
			}
			digits := strconv.Itoa(no)
			for i := range digits {
				for d := '0'; d <= '9'; d++ {
					if wrong := digits[:i] + string(d) + digits[i+1:]; wrong != digits && checks(t, wrong) {
						t.Fatalf("%s passes for %s", wrong, digits)
					}
				}
				if i > 0 && digits[i] != digits[i-1] {
					if wrong := digits[:i-1] + digits[i:i+1] + digits[i-1:i] + digits[i+1:]; checks(t, wrong) {
						t.Fatalf("%s passes for %s", wrong, digits)
					}
				}
			}
		}
	})
}

func checks(t *rapid.T, digits string) bool {
	no, err := strconv.Atoi(digits)
	if err != nil {
		t.Fatal(err)
	}
	return Checks(no)
}

func TestNumbersAreFewAmongMany(t *testing.T) {
	for called, low := range map[int]int{1: 10_000, 1000: 10_000, 1001: 100_000, 10_001: 1_000_000} {
		all, err := numbers(chance(3), called, called, free)
		if err != nil || len(all) != called {
			t.Fatalf("%d numbers: %v", len(all), err)
		}
		seen := map[int]bool{}
		for _, no := range all {
			if seen[no] || no < low || no >= 10*low {
				t.Errorf("of %d: %d", called, no)
			}
			seen[no] = true
		}
	}
	first, err := numbers(chance(3), 1, 1, free)
	if err != nil {
		t.Fatal(err)
	}
	next, err := numbers(chance(3), 1, 1, func(no int) (bool, error) { return no == first[0], nil })
	if err != nil || next[0] == first[0] {
		t.Errorf("a number that is taken is given again: %v, %v", next, err)
	}
	if _, err := numbers(chance(3), 1, 1, func(int) (bool, error) { return false, app.ErrConflict }); err == nil {
		t.Error("what is broken is not told")
	}
}

func TestNamesAreOrderedAsPeopleCount(t *testing.T) {
	order := []string{"", "1", "01A", "2", "2A", "9", "10", "A2", "A10", "B1", "東區"}
	for i, a := range order {
		for j, b := range order {
			if got, want := natural(a, b), i-j; (got < 0) != (want < 0) || (got > 0) != (want > 0) {
				t.Errorf("%s", fmt.Sprintf("%q before %q: %d", a, b, got))
			}
		}
	}
}
