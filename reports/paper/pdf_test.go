package paper

import (
	"bytes"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

func pdf(t testing.TB, d *Doc) []byte {
	t.Helper()
	var out bytes.Buffer
	n, err := d.WriteTo(&out)
	if err != nil {
		t.Fatal(err)
	}
	if n != int64(out.Len()) {
		t.Errorf("said %d bytes, wrote %d", n, out.Len())
	}
	return out.Bytes()
}

func slipDoc(text string) *Doc {
	d := New(Info{Title: "轉辦單 ZB-202611-0042", Author: "雲棲物業", At: noon})
	for _, c := range []string{"第一聯", "第二聯"} {
		s := testSheet()
		s.Copy = c
		d.Add(s, testSlip(text)...)
	}
	return d
}

func TestSameSlipSameBytes(t *testing.T) {
	first := pdf(t, slipDoc(told+"𠮷"))
	if !bytes.Equal(first, pdf(t, slipDoc(told+"𠮷"))) {
		t.Error("the same slip gave other bytes")
	}
	if bytes.Equal(first, pdf(t, slipDoc(told))) {
		t.Error("another slip gave the same bytes")
	}
}

func TestTextCanBeTakenFromTheFile(t *testing.T) {
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Skip("pdftotext is not installed")
	}
	cmd := exec.Command(tool, "-raw", "-", "-")
	cmd.Stdin = bytes.NewReader(pdf(t, slipDoc(longText()+"𠮷😀end")))
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(strings.Fields(string(out)), "")
	for _, want := range []string{"業主問題轉辦單", "第一聯", "第二聯", "ZB-202611-0042", "138****5678", "緊急", "〓①〓②end",
		"2026-11-26（四）18:00", "〓①：字體缺字U+20BB7", "〓②：字體缺字U+1F600", "第1頁，共3頁", "第3頁，共3頁"} {
		if !strings.Contains(said, want) {
			t.Errorf("the file does not say %q", want)
		}
	}
	if n := strings.Count(said, "頓挫"); n != 80 {
		t.Errorf("%d of 80 sentences", n)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWhatGoesWrongIsTold(t *testing.T) {
	for _, c := range []struct {
		name string
		doc  func() *Doc
		to   io.Writer
		want string
	}{
		{"the disk is full", func() *Doc { return slipDoc("a") }, full{}, "disk full"},
		{"there is no page", func() *Doc { return New(Info{}) }, io.Discard, "no page"},
		{"the QR code cannot hold the text", func() *Doc {
			d := New(Info{})
			d.Add(Sheet{QR: strings.Repeat("長", 3000)}, Note("a"))
			return d
		}, io.Discard, "QR code"},
		{"a block breaks", func() *Doc {
			d := New(Info{})
			d.Add(Sheet{Title: "單"}, broken{})
			return d
		}, io.Discard, "lay out 單"},
		{"a character beyond the basic plane slipped through", func() *Doc {
			d := New(Info{})
			d.Add(Sheet{}, Note("a"))
			d.pages[0].ink.add(mark{text: "😀"})
			return d
		}, io.Discard, "write paper"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := c.doc().WriteTo(c.to); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want a word about %q", err, c.want)
			}
		})
	}
}

type broken struct{}

func (broken) lay(*flow) { panic("broken") }

func TestAFileThatIsNoFontIsRefused(t *testing.T) {
	if _, err := readTypeface([]byte("no font")); err == nil {
		t.Error("read a font from nothing")
	}
	bad := &typeface{raw: append([]byte{0, 1, 0, 0, 0, 0}, make([]byte, 20)...)}
	if _, err := bad.subset(nil); err == nil {
		t.Error("cut a font without tables")
	}
}

func TestSubsetKeepsTheShapesAndLeavesTheFontAlone(t *testing.T) {
	p := bothFaces(t)
	before := bytes.Clone(p[plain].raw)
	runes := []rune("Aé①電")
	small, err := p[plain].subset(runes)
	if err != nil {
		t.Fatal(err)
	}
	pdf(t, slipDoc(told))
	if !bytes.Equal(before, p[plain].raw) {
		t.Fatal("the shared font was written to")
	}
	got, err := readTypeface(small)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range runes {
		if got.glyph[r] != p[plain].glyph[r] || got.advance[r] != p[plain].advance[r] {
			t.Errorf("%q changed", r)
		}
		whole, cut := shapeOf(t, p[plain].raw, got.glyph[r]), shapeOf(t, small, got.glyph[r])
		if len(whole) == 0 || !bytes.HasPrefix(cut, whole) {
			t.Errorf("%q lost its shape", r)
		}
		for _, part := range parts(whole) {
			if len(shapeOf(t, small, part)) == 0 {
				t.Errorf("%q lost a part", r)
			}
		}
	}
	if got.glyph['梯'] != 0 {
		t.Error("a character that was not asked for is still there")
	}
}

func shapeOf(t testing.TB, raw []byte, g uint16) []byte {
	t.Helper()
	tables, err := tablesOf(raw)
	if err != nil {
		t.Fatal(err)
	}
	o := outlines{loca: tables["loca"], glyf: tables["glyf"]}
	return o.shape(g)
}
