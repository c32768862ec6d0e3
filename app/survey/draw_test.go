package survey

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

// estate is a frame of two strata of households.
func estate(owners, shops int) []Unit {
	var all []Unit
	for i := range owners + shops {
		h := 0
		if i >= owners {
			h = 1
		}
		all = append(all, Unit{ID: fmt.Sprintf("%d-%03d", h, i), Stratum: h})
	}
	return all
}

func plan(seed uint64, way Way, counts ...int) Plan {
	return Plan{Strata: []Stratum{{[]string{"A", "owner"}, 0}, {[]string{"A", "shop"}, 0}}, Counts: counts, Seed: seed, Way: way}
}

func ids(units []Unit) string {
	var all []string
	for _, u := range units {
		all = append(all, u.ID)
	}
	return strings.Join(all, " ")
}

// What a stored seed draws must be the same for ever: these were written down once.
func TestAStoredSeedDrawsTheSameSample(t *testing.T) {
	for _, c := range []struct {
		way             Way
		units, reserves string
	}{
		{Simple, "0-011 0-008 0-001 0-002", "0-010 0-005 0-000 0-007 0-004 0-009 0-003 0-006"},
		{Systematic, "0-001 0-004 0-007 0-010", "0-008 0-002 0-011 0-000 0-006 0-005 0-009 0-003"},
	} {
		drawn, err := plan(20261126, c.way, 4, 2).Draw(estate(12, 5))
		must(t, err)
		if got := ids(drawn[0].Units); got != c.units {
			t.Errorf("%s draws %q", c.way, got)
		}
		if got := ids(drawn[0].Reserves); got != c.reserves {
			t.Errorf("%s keeps %q", c.way, got)
		}
	}
}

func TestASampleHangsOnFramePlanAndSeedOnly(t *testing.T) {
	soak.Check(t, func(t *rapid.T) {
		frame := estate(rapid.IntRange(0, 30).Draw(t, "owners"), rapid.IntRange(1, 30).Draw(t, "shops"))
		count := [2]int{}
		for _, u := range frame {
			count[u.Stratum]++
		}
		p := plan(rapid.Uint64().Draw(t, "seed"), rapid.SampledFrom([]Way{Simple, Systematic}).Draw(t, "way"),
			rapid.IntRange(0, count[0]).Draw(t, "of owners"), rapid.IntRange(0, count[1]).Draw(t, "of shops"))
		drawn, err := p.Draw(frame)
		if err != nil {
			t.Fatal(err)
		}
		again, err := p.Draw(rapid.Permutation(frame).Draw(t, "frame"))
		if err != nil {
			t.Fatal(err)
		}
		for h := range drawn {
			if ids(drawn[h].Units) != ids(again[h].Units) || ids(drawn[h].Reserves) != ids(again[h].Reserves) {
				t.Fatal("another order of the frame draws another sample")
			}
			all := slices.Concat(drawn[h].Units, drawn[h].Reserves)
			if len(drawn[h].Units) != p.Counts[h] || len(all) != count[h] {
				t.Fatalf("stratum %d: %d drawn, %d in all", h, len(drawn[h].Units), len(all))
			}
			slices.SortFunc(all, func(a, b Unit) int { return strings.Compare(a.ID, b.ID) })
			if len(slices.Compact(all)) != count[h] {
				t.Fatal("a unit is drawn twice")
			}
		}
	})
}

func TestAChangeInOneStratumLeavesTheOthers(t *testing.T) {
	a, err := plan(7, Simple, 5, 3).Draw(estate(40, 20))
	must(t, err)
	b, err := plan(7, Simple, 9, 3).Draw(append(estate(40, 20), Unit{ID: "0-new"}))
	must(t, err)
	if ids(a[1].Units) != ids(b[1].Units) || ids(a[0].Units) == ids(b[0].Units[:5]) {
		t.Errorf("shops %s and %s, owners %s and %s", ids(a[1].Units), ids(b[1].Units), ids(a[0].Units), ids(b[0].Units))
	}
}

func TestEveryUnitIsAsLikelyAsAnother(t *testing.T) {
	for _, way := range []Way{Simple, Systematic} {
		hits := map[string]float64{}
		for seed := range uint64(8000) {
			drawn, err := plan(seed, way, 3, 0).Draw(estate(10, 0))
			must(t, err)
			for _, u := range drawn[0].Units {
				hits[u.ID]++
			}
		}
		for id, n := range hits {
			if math.Abs(n-2400) > 5*math.Sqrt(8000*.3*.7) {
				t.Errorf("%s: %s is drawn %v times of 8,000, not 2,400", way, id, n)
			}
		}
	}
}

func TestASystematicSampleGoesAlongTheStreet(t *testing.T) {
	drawn, err := plan(3, Systematic, 4, 0).Draw(estate(12, 0))
	must(t, err)
	places := strings.Fields(ids(drawn[0].Units))
	for i, id := range places {
		if i > 0 && numberOf(id)-numberOf(places[i-1]) != 3 {
			t.Errorf("not every third: %v", places)
		}
	}
}

func numberOf(id string) (n int) {
	_, _ = fmt.Sscanf(id[2:], "%d", &n)
	return n
}

func TestWhatCannotBeDrawn(t *testing.T) {
	for name, c := range map[string]struct {
		p     Plan
		frame []Unit
		want  error
	}{
		"more than there are":  {plan(1, Simple, 3, 0), estate(2, 0), ErrInfeasible},
		"a unit twice":         {plan(1, Simple, 1, 0), []Unit{{ID: "a"}, {ID: "a"}}, ErrPlan},
		"a stratum unheard of": {plan(1, Simple, 0, 0), []Unit{{ID: "a", Stratum: 2}}, ErrStratum},
		"no way":               {plan(1, "", 1, 0), estate(2, 0), ErrPlan},
		"counts are missing":   {plan(1, Simple, 1), estate(2, 0), ErrLengths},
	} {
		if _, err := c.p.Draw(c.frame); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
