package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestATextIsBrokenWhereAReaderWouldBreakIt(t *testing.T) {
	test.NewTempApp(t)
	for what, text := range map[string]string{
		"a word":        "The sample office lies in a file of its own, apart from your data: try anything.",
		"a day":         "共 5 個工作日：11/26（四）接收日不計、11/27 五、11/28 六休、11/29 日休、11/30 一、12/1 二、12/2 三、12/3 四",
		"a moment":      "原因：問題未解決；時限：2026-12-02 18:00 → 2026-11-27 18:00",
		"a punctuation": "選定類型後，這裡顯示何時回覆業主、何時辦結，以及如何計算。",
	} {
		p := Wrapped(text)
		for width := float32(90); width < 500; width += 7 {
			p.Resize(fyne.NewSize(width, 0))
			lines := p.Lines()
			if got := strings.Join(lines, ""); got != text {
				t.Fatalf("%s: at %.0f it says %q", what, width, got)
			}
			for i, line := range lines {
				if seen := strings.TrimRight(line, " "); fyne.MeasureText(seen, Px(SizeBody), fyne.TextStyle{}).Width > width {
					t.Errorf("%s: at %.0f the line %q is too wide", what, width, line)
				}
				if i > 0 && brokenBadly(lines[i-1], line) {
					t.Errorf("%s: at %.0f it is broken as %q", what, width, lines)
				}
			}
		}
	}
}

// brokenBadly tells whether a line end stands in a word or number, or before a
// punctuation mark.
func brokenBadly(before, after string) bool {
	last, first := before[len(before)-1], after[0]
	plain := func(b byte) bool { return b > ' ' && b < 0x80 }
	return plain(last) && plain(first) || strings.ContainsAny(string([]rune(after)[0]), "，。、；：）")
}

func TestAWordWiderThanTheRoomIsBroken(t *testing.T) {
	test.NewTempApp(t)
	p := Wrapped(strings.Repeat("W", 60))
	p.Resize(fyne.NewSize(100, 0))
	if len(p.Lines()) < 5 {
		t.Errorf("it stands in %d lines", len(p.Lines()))
	}
}

func TestATextIsAsHighAsItsLines(t *testing.T) {
	test.NewTempApp(t)
	p := Wrapped("one\ntwo\nthree")
	p.Resize(fyne.NewSize(300, 0))
	three := p.MinSize().Height
	p.SetText("one")
	if one := p.MinSize().Height; len(p.Lines()) != 1 || one >= three || one <= 0 {
		t.Errorf("one line is %.1f high, three are %.1f", one, three)
	}
	if p.Text() != "one" {
		t.Errorf("it says %q", p.Text())
	}
}
