package lang

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// Every language says the same things and leaves the same gaps to fill.
func TestLanguagesAgree(t *testing.T) {
	en := load(t, English)
	for _, l := range All {
		w := load(t, l)
		for key, text := range w {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: %s is empty", l, key)
			}
			if _, ok := en[key]; !ok {
				t.Errorf("%s has %s, %s has not", l, key, English)
			}
		}
		for key, text := range en {
			if _, ok := w[key]; !ok {
				t.Errorf("%s lacks %s", l, key)
			} else if a, b := gaps(text), gaps(w[key]); !slices.Equal(a, b) {
				t.Errorf("%s: %s has the gaps %v, %s has %v", l, key, b, English, a)
			}
		}
	}
}

func TestEveryFileIsALanguageOfTheProgram(t *testing.T) {
	found, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var names []Language
	for _, f := range found {
		names = append(names, Language(strings.TrimSuffix(f.Name(), ".json")))
	}
	if want := slices.Sorted(slices.Values(All)); !slices.Equal(names, want) {
		t.Errorf("the files are %v, the languages %v", names, want)
	}
}

// A number that can be one has a word for one and a word for many.
func TestCountsHaveBothForms(t *testing.T) {
	for key := range load(t, English) {
		for one, other := range map[string]string{".one": ".other", ".other": ".one"} {
			if stem, ok := strings.CutSuffix(key, one); ok && !load(t, English).Has(stem+other) {
				t.Errorf("%s stands without %s", key, stem+other)
			}
		}
	}
}

func TestGapsAreComparedByWhatFillsThem(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"%d of %s", "%d:%s", true},
		{"%[2]s, %[1]d", "%d %s", true},
		{"%d of %s", "%s of %d", false},
		{"%d", "", false},
		{"100%%", "all", true},
		{"%.1f", "%f", true},
	} {
		if same := slices.Equal(gaps(c.a), gaps(c.b)); same != c.same {
			t.Errorf("%q and %q: same is %v", c.a, c.b, same)
		}
	}
}

func TestMatchPicksFromTheSystemsLocale(t *testing.T) {
	for locale, want := range map[string]Language{
		"zh_TW.UTF-8": Traditional, "zh-HK": Traditional, "zh_MO": Traditional,
		"zh-Hant": Traditional, "zh-Hant-CN": Traditional, "zh-CHT": Traditional,
		"zh_CN.UTF-8": Simplified, "zh": Simplified, "zh-SG": Simplified, "zh-Hans-HK": Simplified,
		"en_GB.UTF-8": English, "de_DE@euro": English, "C": English, "": English, "zhx": English,
	} {
		if got := Match(locale); got != want {
			t.Errorf("%q is met with %s, want %s", locale, got, want)
		}
	}
}

func TestEachLanguageWritesInItsOwnWay(t *testing.T) {
	at := time.Date(2026, time.January, 7, 9, 5, 0, 0, time.UTC)
	for l, want := range map[Language]string{
		Traditional: "2026年1月7日 09:05|2026年1月|週三|甲、乙",
		Simplified:  "2026年1月7日 09:05|2026年1月|周三|甲、乙",
		English:     "7 Jan 2026 09:05|Jan 2026|Wed|甲, 乙",
	} {
		w := load(t, l)
		got := strings.Join([]string{
			w.Moment(at), w.Month(2026, time.January), w.Weekday(at.Weekday()), w.List([]string{"甲", "乙"}),
		}, "|")
		if got != want {
			t.Errorf("%s writes %s, want %s", l, got, want)
		}
	}
}

func TestEveryMonthAndWeekdayHasAName(t *testing.T) {
	for _, l := range All {
		w := load(t, l)
		for m := time.January; m <= time.December; m++ {
			if name := w.month(m); strings.Contains(name, ".") {
				t.Errorf("%s: %s", l, name)
			}
		}
		for d := time.Sunday; d <= time.Saturday; d++ {
			if name := w.Weekday(d); strings.Contains(name, ".") {
				t.Errorf("%s: %s", l, name)
			}
		}
	}
}

func TestCountKnowsOneFromMany(t *testing.T) {
	w := Words{"box.one": "%d box", "box.other": "%d boxes"}
	for n, want := range map[int]string{0: "0 boxes", 1: "1 box", 2: "2 boxes", 21: "21 boxes"} {
		if got := w.Count("box", n); got != want {
			t.Errorf("%d is said %q, want %q", n, got, want)
		}
	}
}

func TestAmounts(t *testing.T) {
	w := load(t, English)
	for _, c := range []struct{ got, want string }{
		{w.Number(0), "0"},
		{w.Number(999), "999"},
		{w.Number(1000), "1,000"},
		{w.Number(-1234567), "-1,234,567"},
		{w.Number(math.MinInt64), "-9,223,372,036,854,775,808"},
		{w.Percent(0.875), "87.5%"},
		{w.Percent(0), "0.0%"},
		{w.Percent(math.NaN()), "–"},
		{w.Bytes(0), "0 B"},
		{w.Bytes(1023), "1023 B"},
		{w.Bytes(1024), "1.0 KB"},
		{w.Bytes(1024*1024 - 1), "1.0 MB"},
		{w.Bytes(1536 * 1024), "1.5 MB"},
		{w.Bytes(math.MaxInt64), "8.0 EB"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}

func TestAMissingWordIsSeenAndStopsNothing(t *testing.T) {
	if got := (Words{}).Say("no.such", 1); got != "no.such" {
		t.Errorf("got %q", got)
	}
	if _, err := Load("tlh"); err == nil {
		t.Error("a language without a file was loaded")
	}
}

func load(t *testing.T, l Language) Words {
	t.Helper()
	w, err := Load(l)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

var gap = regexp.MustCompile(`%(?:\[(\d+)\])?[-+# 0]*\d*(?:\.\d+)?([a-zA-Z%])`)

// gaps tells what a text wants filled in, as place and kind, in order of place:
// languages may put the same things in another order by %[2]s.
func gaps(text string) []string {
	var all []string
	next := 1
	for _, m := range gap.FindAllStringSubmatch(text, -1) {
		if m[2] == "%" {
			continue
		}
		if m[1] != "" {
			fmt.Sscan(m[1], &next)
		}
		all = append(all, fmt.Sprintf("%d%s", next, m[2]))
		next++
	}
	slices.Sort(all)
	return all
}
