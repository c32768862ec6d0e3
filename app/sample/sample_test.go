package sample

import (
	"encoding/json"
	"hash/fnv"
	"os"
	"testing"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/workday"
)

// noon is where the tests' offices stand still: a Monday morning in November.
var noon = time.Date(2026, 11, 23, 9, 42, 0, 0, workday.OfficeTime())

// order is an office as the program makes it, in Traditional script.
func order(t testing.TB, seed uint64, issues int) Order {
	t.Helper()
	var tables [2][]byte
	var err error
	for i, name := range []string{"cn_calendar_2025_2026.csv", "hk_mo_tw_2025_2027.csv"} {
		if tables[i], err = os.ReadFile("../../assets/calendars/" + name); err != nil {
			t.Fatal(err)
		}
	}
	shipped, err := workday.Shipped(tables[0], tables[1])
	if err != nil {
		t.Fatal(err)
	}
	cn := shipped[workday.CN]
	return Order{
		Seed: seed, Issues: issues, Until: noon, Rules: app.DefaultRules(), Texts: textsOf(t, "zh-Hant"), Screen: "zh-Hant",
		Calendar: workday.New(workday.CN, workday.Five(), nil, cn.Specials, cn.Years),
	}
}

func textsOf(t testing.TB, language string) Texts {
	t.Helper()
	raw, err := os.ReadFile("../../assets/samples/texts.json")
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]Texts
	if err := json.Unmarshal(raw, &texts); err != nil {
		t.Fatal(err)
	}
	return texts[language]
}

// all are the issues of an office.
func all(t testing.TB, w *World) []app.Case {
	t.Helper()
	var cases []app.Case
	for some, err := range w.Cases() {
		if err != nil {
			t.Fatal(err)
		}
		cases = append(cases, some...)
	}
	return cases
}

func mark(t testing.TB, o Order) uint64 {
	w := New(o)
	h := fnv.New64a()
	if err := json.NewEncoder(h).Encode([]any{all(t, w), w.Rooms, w.People, w.Ties, w.Staff}); err != nil {
		t.Fatal(err)
	}
	return h.Sum64()
}

func TestTheSameSeedMakesTheSameOffice(t *testing.T) {
	first := mark(t, order(t, 1, 400))
	if again := mark(t, order(t, 1, 400)); again != first {
		t.Error("the same order made another office")
	}
	if other := mark(t, order(t, 2, 400)); other == first {
		t.Error("another seed made the same office")
	}
}

func BenchmarkYear(b *testing.B) {
	for b.Loop() {
		w := New(order(b, 1, 1000))
		all(b, w)
	}
}
