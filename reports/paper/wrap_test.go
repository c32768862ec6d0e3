package paper

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

func bothFaces(t testing.TB) pair {
	t.Helper()
	p, err := typefaces()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// anyText draws what people really type: Chinese, Latin, numbers, punctuation,
// spaces, line ends, emoji, control characters.
func anyText() *rapid.Generator[string] {
	scraps := rapid.SampledFrom([]string{
		"三樓電梯", "異響", "，", "。", "「", "」", "（", "）", "…", "——", "、", "a", "Wi-Fi", "the lift ", " ", "  ",
		"\n", "\r\n", "\t", "138****5678", "3-2-501", "https://example.org/a/b?c=d", "é", "e\u0301", "☐ 特急\u2003☑ 緊急",
		"𠮷", "😀", "👨\u200d👩\u200d👧", "❤\ufe0f", "\u0000", "\u0007", "\u202e", "\ufffd", "ﷺ", "한글", "\u3000", "\u00a0", "〓",
	})
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.OneOf(scraps, rapid.String()), 0, 30).Draw(t, "scraps"), "")
	})
}

func TestWrappedLinesJoinedAreTheText(t *testing.T) {
	faces := bothFaces(t)
	soak.Check(t, func(t *rapid.T) {
		g := gate{faces: faces}
		text := g.pass(anyText().Draw(t, "text"))
		width := rapid.Float64Range(1, 200).Draw(t, "width")
		st := style{face: face(rapid.IntRange(0, 1).Draw(t, "face")), size: rapid.Float64Range(8, 18).Draw(t, "size")}
		lines := faces.wrap(text, width, st)
		if got := strings.Join(lines, ""); got != text {
			t.Fatalf("lines joined are %q, the text was %q", got, text)
		}
		for _, l := range lines {
			drawn := strings.TrimRightFunc(l, func(r rune) bool { return blank(r) || faces[st.face].rune(r) == 0 })
			if faces.width(drawn, st) > width+.01 && shapes(faces[st.face], drawn) > 1 {
				t.Fatalf("%q is %.1f mm wide, the line %.1f", drawn, faces.width(drawn, st), width)
			}
			if i := strings.IndexByte(l, '\n'); i >= 0 && i != len(l)-1 {
				t.Fatalf("%q goes on after its end", l)
			}
		}
	})
}

// shapes counts what takes room in a line.
func shapes(t *typeface, s string) int {
	n := 0
	for _, r := range s {
		if t.rune(r) > 0 {
			n++
		}
	}
	return n
}

func TestWrapBreaksWhereReadersExpect(t *testing.T) {
	faces := bothFaces(t)
	st := style{plain, 10, black, 5}
	em := 10 * point
	for _, c := range []struct {
		name, text string
		ems        float64
		want       []string
	}{
		{"a text that fits stays whole", "電梯異響", 4.1, []string{"電梯異響"}},
		{"no line begins with a full stop", "電梯異響。", 4.1, []string{"電梯異", "響。"}},
		{"no line ends with an opening bracket", "電梯（三樓）", 3.1, []string{"電梯", "（三", "樓）"}},
		{"a Latin word stays whole", "the lift stopped", 4, []string{"the lift ", "stopped"}},
		{"a word wider than the line is broken", "aaaaaaaaaa", 3, []string{"aaaaa", "aaaaa"}},
		{"line ends are kept, blank lines too", "a\n\nb\n", 9, []string{"a\n", "\n", "b\n"}},
		{"spaces at the end hang over the edge", "電梯異響    好", 4.1, []string{"電梯異響    ", "好"}},
		{"nothing is one empty line", "", 9, []string{""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := faces.wrap(c.text, c.ems*em, st); !slices.Equal(got, c.want) {
				t.Errorf("%q became %q, want %q", c.text, got, c.want)
			}
		})
	}
}
