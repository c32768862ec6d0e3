package data

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestListsOfTextComeBackAsTheyWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOf(rapid.OneOf(rapid.SampledFrom([]string{"", `"`, `\`, `","`, "<&>", "é", "e\u0301", "電梯太慢", "CHOICE-LIFT", `\u0000`, "\u0338"}), rapid.String())).Draw(t, "list")
		var want []string
		bad := false
		for _, text := range all {
			bad = bad || strings.ContainsRune(text, 0)
			want = append(want, norm.NFC.String(text))
		}
		given := slices.Clone(all)
		switch v := (texting{&given}).value().(type) {
		case string:
			got := []string{"what was there before"}
			if err := (texting{&got}).Scan(v); err != nil || !slices.Equal(got, want) || !slices.Equal(given, want) || bad {
				t.Fatalf("%q came back as %q from %s, was told as %q, %v", all, got, v, given, err)
			}
		case error:
			if !bad {
				t.Fatalf("%q is refused: %v", all, v)
			}
		}
	})
}
