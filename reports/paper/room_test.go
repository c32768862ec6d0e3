package paper

import (
	"strings"
	"testing"
)

func TestWhatHasNoRoomIsLeftOut(t *testing.T) {
	s := Sheet{Title: "摘要"}
	for _, c := range []struct {
		lines int
		there bool
	}{{10, true}, {33, false}} {
		var blocks []Block
		for range c.lines {
			blocks = append(blocks, Para{Text: "正文"})
		}
		pages := laid(t, s, append(blocks, Room{Gap(3), Keep{Caption("圖題"), Picture{High: 60, Draw: func(*Canvas, float64, float64) error { return nil }}}})...)
		if said := allWords(pages); len(pages) != 1 || strings.Contains(said, "圖題") != c.there {
			t.Errorf("after %d lines there are %d pages, which say the caption: %v", c.lines, len(pages), strings.Contains(said, "圖題"))
		}
	}
}
