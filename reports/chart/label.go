package chart

import (
	"strings"

	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
)

// lines is how many lines of a label its row has room for.
func (r rows) lines() int {
	if r.each() < vg.Points(r.look.Size*2.4) {
		return 1
	}
	return 2
}

// fitted breaks a label into at most so many lines no wider than the room, one or
// two; what is left over is "…". Latin words stay whole where they can.
func fitted(s string, room vg.Length, style text.Style, lines int) string {
	if style.Width(s) <= room {
		return s
	}
	if lines < 2 {
		return strings.TrimRight(s[:cutAt(s, room-style.Width("…"), style)], " ") + "…"
	}
	first := cutAt(s, room, style)
	rest := strings.TrimLeft(s[first:], " ")
	head := strings.TrimRight(s[:first], " ")
	if style.Width(rest) <= room {
		return head + "\n" + rest
	}
	end := cutAt(rest, room-style.Width("…"), style)
	return head + "\n" + strings.TrimRight(rest[:end], " ") + "…"
}

// cutAt is where the part of a text ends that fits the room, after a space where
// one is not far back.
func cutAt(s string, room vg.Length, style text.Style) int {
	end, space := 0, 0
	for i, r := range s {
		if style.Width(s[:i]) > room {
			break
		}
		end = i
		if r == ' ' {
			space = i + 1
		}
	}
	if space > end/2 && end < len(s) && s[end] < 0x80 {
		return space
	}
	return max(end, len(string([]rune(s)[:1])))
}
