package app

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"
)

// correction sets right nothing yet of a further reporter.
func correction(c Case, n int) AmendCallerOrder {
	k := c.Callers[n-1]
	return AmendCallerOrder{Stand: by(fang), N: n, Reporter: k.Reporter, Place: k.Place, Said: k.Said, Why: "聽錯"}
}

func TestCorrectingAFurtherReporterRefuses(t *testing.T) {
	set := func(change func(*AmendCallerOrder)) func(*walk, *AmendCallerOrder, *time.Time) {
		return func(_ *walk, o *AmendCallerOrder, _ *time.Time) { change(o) }
	}
	trial[AmendCallerOrder]{
		walk: joined, order: func() AmendCallerOrder { return correction(joined(t).c, 2) }, do: Case.AmendCaller, at: clockAt(24, 18, 0),
	}.refuses(t, []broken[AmendCallerOrder]{
		{"nobody", set(func(o *AmendCallerOrder) { o.N = 0 }), Invalid{"caller", "missing"}},
		{"nobody's number", set(func(o *AmendCallerOrder) { o.N = 4 }), Invalid{"caller", "unknown"}},
		{"who went back", func(w *walk, _ *AmendCallerOrder, at *time.Time) { w.c.Callers[1].Left = *at }, Invalid{"caller", "unknown"}},
		{"no reason", set(func(o *AmendCallerOrder) { o.Why = " " }), Invalid{"why", "missing"}},
		{"no name", set(func(o *AmendCallerOrder) { o.Reporter.Name = " " }), Invalid{"name", "missing"}},
		{"no way to be reached", set(func(o *AmendCallerOrder) { o.Reporter.Phone = "" }), Invalid{"contact", "missing"}},
		{"nobody in particular", set(func(o *AmendCallerOrder) { o.Reporter.Owner = "" }), Invalid{"owner", "missing"}},
		{"no place", set(func(o *AmendCallerOrder) { o.Place = Place{} }), Invalid{"place", "missing"}},
		{"nothing said", set(func(o *AmendCallerOrder) { o.Said = "\n" }), Invalid{"description", "missing"}},
		{"an issue that is over", func(w *walk, _ *AmendCallerOrder, _ *time.Time) { *w = *closed(w.t) }, Invalid{"issue", "closed"}},
		{"an issue that nobody else brought", func(w *walk, _ *AmendCallerOrder, _ *time.Time) { *w = *signed(w.t) }, Invalid{"issue", "not-now"}},
	})
}

// Whatever is corrected, how often and of whom, each state before stands in the
// timeline, nobody else is touched, and going back over the corrections gives the one
// who came.
func TestEveryEarlierStateOfAFurtherReporterStaysInTheTimeline(t *testing.T) {
	fields := map[string]func(*AmendCallerOrder, string){
		"name":        func(o *AmendCallerOrder, s string) { o.Reporter.Name = s },
		"phone":       func(o *AmendCallerOrder, s string) { o.Reporter.Phone = s },
		"email":       func(o *AmendCallerOrder, s string) { o.Reporter.Email = s },
		"wechat":      func(o *AmendCallerOrder, s string) { o.Reporter.WeChat = s },
		"owner":       func(o *AmendCallerOrder, s string) { o.Reporter.Owner = OwnerKinds[len(s)%len(OwnerKinds)] },
		"place":       func(o *AmendCallerOrder, s string) { o.Place = Place{Text: s} },
		"description": func(o *AmendCallerOrder, s string) { o.Said = s },
		"anonymous": func(o *AmendCallerOrder, _ string) {
			o.Reporter.Anonymous, o.Reporter.Name = !o.Reporter.Anonymous, "匿名"
		},
		"no-contact": func(o *AmendCallerOrder, _ string) {
			o.Reporter.Refused, o.Reporter.Phone, o.Reporter.Email, o.Reporter.WeChat = true, "", "", ""
		},
	}
	names := []string{"name", "phone", "email", "wechat", "owner", "place", "description", "anonymous", "no-contact"}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 9))
		w := joined(t)
		first := slices.Clone(w.c.Callers)
		for i := range 4 {
			n := 1 + r.IntN(3)
			o := correction(w.c, n)
			o.Reporter.Refused = false
			field := names[r.IntN(len(names))]
			fields[field](&o, "更正"+itoa(i)+itoa(r.IntN(3)))
			if !o.Reporter.Refused && !o.Reporter.Reachable() {
				o.Reporter.Phone = "13900001111"
			}
			was := slices.Clone(w.c.Callers)
			w.did(w.c.AmendCaller(o, w.g, clockAt(24, 18, i)))
			act := w.c.Acts[len(w.c.Acts)-1]
			k, before := w.c.Callers[n-1], was[n-1]
			if k.Reporter != o.Reporter || k.Place != o.Place || k.Said != o.Said || act.Note != o.Why {
				t.Fatalf("%d, %s: kept is %+v, ordered was %+v", seed, field, k, o)
			}
			for _, d := range act.Diffs {
				k.Reporter = k.Reporter.before(d)
				switch d.Field {
				case "place":
					k.Place = before.Place
				case "description":
					k.Said = d.Old
				}
			}
			if !reflect.DeepEqual(k, before) {
				t.Fatalf("%d, %s: the timeline gives back %+v, not %+v", seed, field, k, before)
			}
			for other := range was {
				if other != n-1 && !reflect.DeepEqual(w.c.Callers[other], was[other]) {
					t.Fatalf("%d: correcting %d changed %d", seed, n, other+1)
				}
			}
		}
		for i, k := range w.c.Callers {
			if w.c.asCame(k) != first[i].Reporter {
				t.Fatalf("%d: %d came as %+v, not %+v", seed, k.N, first[i].Reporter, w.c.asCame(k))
			}
		}
	}
}

// A household that was written down wrongly counts once where it belongs.
func TestACorrectedRoomCountsWhereItBelongs(t *testing.T) {
	w := joined(t)
	for _, c := range []struct {
		door string
		want int
	}{{"602", 3}, {"601", 4}, {"777", 4}} {
		o := correction(w.c, 1)
		o.Place.Door = c.door
		w.did(w.c.AmendCaller(o, w.g, clockAt(24, 18, 0)))
		if w.c.Households != c.want {
			t.Errorf("in %s, they are %d households, not %d", c.door, w.c.Households, c.want)
		}
	}
}
