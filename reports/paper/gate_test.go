package paper

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ownerdesk/app/soak"
)

func TestGateLetsOnlyPrintableTextPass(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"what the font has passes", "張先生 Zhang 3-2-501，é", "張先生 Zhang 3-2-501，é"},
		{"a rare surname becomes a mark", "𠮷先生", "〓\u2060①先生"},
		{"the same character has the same mark", "𠮷😀𠮷", "〓\u2060①〓\u2060②〓\u2060①"},
		{"an emoji of several people loses only its joiners", "👨\u200d👩", "〓\u2060①〓\u2060②"},
		{"directions cannot turn a text round", "a\u202eb\u200bc", "abc"},
		{"line ends are one kind", "a\r\nb\rc\u2028d", "a\nb\nc\nd"},
		{"quotation marks round Latin words are slim", "choose “don’t know”, or ‘no’. 選「不了解」“好”", `choose "don't know", or 'no'. 選「不了解」“好”`},
		{"a tab is a wide space", "a\tb", "a\u2003b"},
		{"a control character is seen", "a\x07", "a〓\u2060①"},
		{"a broken byte is seen", "a\xff", "a\ufffd"},
		{"an option holds on to its box", "☐ 特急\u2003☑ 急", "☐\u2060 \u2060特\u2060急\u2003☑\u2060 \u2060急"},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := gate{faces: bothFaces(t)}
			want := c.want
			if !g.faces.has('\ufffd') {
				want = strings.ReplaceAll(want, "\ufffd", "〓\u2060①")
			}
			if got := g.pass(c.text); got != want {
				t.Errorf("%q became %q, want %q", c.text, got, want)
			}
		})
	}
}

func TestNothingUnprintableLeavesTheGate(t *testing.T) {
	faces := bothFaces(t)
	soak.Check(t, func(t *rapid.T) {
		g := gate{faces: faces}
		out := g.pass(anyText().Draw(t, "text"))
		for _, r := range out {
			if r != '\n' && !faces.has(r) {
				t.Fatalf("%U passed", r)
			}
		}
	})
}

func TestMissingListsEachCharacterOnce(t *testing.T) {
	got := Missing("張𠮷", "😀好𠮷", "好")
	if want := []rune{'𠮷', '😀'}; !slices.Equal(got, want) {
		t.Errorf("missing %q, want %q", string(got), string(want))
	}
	if got := Missing("三樓電梯近一週多次異響 ☐ ☑\n§ · ①"); got != nil {
		t.Errorf("nothing is missing, yet %q", string(got))
	}
}

func TestMarksStayApartAsFarAsThereAreNumbers(t *testing.T) {
	g := gate{faces: bothFaces(t)}
	seen := map[string]bool{}
	for i := range 50 {
		seen[g.mark(0x20000+rune(i))] = true
	}
	if len(seen) != 50 {
		t.Errorf("50 characters have %d marks", len(seen))
	}
	for m := range seen {
		for _, r := range m {
			if !g.faces.has(r) {
				t.Errorf("the mark %q itself cannot be printed", m)
			}
		}
	}
	if got := g.mark(0x30000); got != "〓" {
		t.Errorf("the 51st mark is %q", got)
	}
}

func TestBothFacesHaveTheSameCharacters(t *testing.T) {
	p := bothFaces(t)
	for r := range p[plain].glyph {
		if (p[plain].glyph[r] == 0) != (p[bold].glyph[r] == 0) {
			t.Errorf("%U is in one face only", r)
		}
	}
}
