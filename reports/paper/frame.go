package paper

import (
	"fmt"
	"strings"
)

// letterhead draws the head of the first page and gives where blocks start.
func (f *flow) letterhead(code *qrCode) float64 {
	edge := f.wide - f.right
	if code != nil {
		f.first.add(mark{kind: coded, tone: jet, x: edge - f.code, y: f.top - 1, w: f.code, code: code})
		edge -= f.code + 4
	}
	y := f.letterLine(&f.first, edge, joined("   ", f.sheet.No, f.sheet.Copy)) + 1
	title, w := f.titleLines(code != nil)
	for _, l := range title {
		f.write(&f.first, l, f.left+(f.width()-w)/2, y, w, Centre)
		y += l.pitch
	}
	begin := f.top + f.head
	if code == nil {
		begin -= 2
	}
	return max(begin, y+2)
}

// titleLines sets the title in the middle of the page, clear of the QR code.
func (f *flow) titleLines(code bool) ([]line, float64) {
	w := f.width()
	if code {
		w -= 2 * (f.code + 3)
	}
	st := f.title
	text := f.gate.pass(f.sheet.Title)
	for st.size > 13 && f.faces.width(text, st) > w {
		st.size -= .5
	}
	return f.set(f.sheet.Title, w, st), w
}

// runningHead draws the head of the further pages and gives where blocks start.
func (f *flow) runningHead() float64 {
	words := joined("   ", f.sheet.Title, f.sheet.No, f.sheet.Copy)
	return f.letterLine(&f.next, f.wide-f.right, words) + 2
}

// letterLine sets the office on the left and words on the right, on as many
// lines as they need, and gives the y below them.
func (f *flow) letterLine(on *ink, edge float64, words string) float64 {
	x, room := f.left, edge-f.left
	if f.sheet.Sample != "" {
		x += f.stamp(on, x, f.top) + 2
	}
	right := f.set(words, room*.62, f.small)
	w := 0.0
	for _, l := range right {
		w = max(w, f.faces.width(l.text, f.small))
	}
	y := f.top
	for _, l := range f.set(f.sheet.Office, edge-w-4-x, f.small) {
		f.write(on, l, x, y, 0, Left)
		y += l.pitch
	}
	below := y
	y = f.top
	for _, l := range right {
		f.write(on, l, f.left, y, room, Right)
		y += l.pitch
	}
	return max(y, below)
}

// stamp draws the word for a sample in a small frame and gives its width.
func (f *flow) stamp(on *ink, x, y float64) float64 {
	l := line{f.gate.pass(f.sheet.Sample), f.small}
	l.face, l.tone = bold, black
	w := f.faces.width(l.text, l.style) + 2
	on.frame(x, y, w, l.pitch, black)
	f.write(on, l, x+1, y, 0, Left)
	return w
}

// watermark draws the word for a sample across the page, under all else.
func (f *flow) watermark() ink {
	text := strings.ReplaceAll(f.gate.pass(f.sheet.Sample), string(joiner), "")
	st := style{face: bold, size: 100}
	for st.size > 20 && f.faces.width(text, st) > .7*min(f.wide, f.high) {
		st.size -= 5
	}
	return ink{{kind: slanted, tone: ghost, x: f.wide / 2, y: f.high / 2,
		w: f.faces.width(text, st), h: 30, text: text, face: bold, size: st.size}}
}

var footStyle = style{plain, 9, muted, 4.3}

// footLines sets the left half of the footer and finds where blocks must end.
func (f *flow) footLines() {
	longest := f.faces.width(f.gate.pass(f.footRight(99, 99)), footStyle)
	f.foot = f.set(joined("    ", f.sheet.Form, f.sheet.Secrecy), f.width()-longest-4, footStyle)
	f.ends = f.footTop() - 2.5
	if f.sheet.Whole {
		f.ends = f.high
	}
}

func (f *flow) footTop() float64 {
	return f.high - f.bottom - footStyle.pitch*float64(max(1, len(f.foot)))
}

func (f *flow) footRight(n, of int) string {
	pages := ""
	if f.sheet.PageOf != "" {
		pages = fmt.Sprintf(f.sheet.PageOf, n, of)
	}
	return joined("    ", f.sheet.Printed, pages)
}

// finish lays out what is left and adds the note on missing characters.
func (f *flow) finish() {
	f.claim(0)
	f.explain()
}

// dress gives each page its head and foot, now that the number of pages is known:
// so many come before them, of so many in all.
func (f *flow) dress(before, all int) []*page {
	for i, p := range f.pages {
		var under ink
		if f.sheet.Sample != "" {
			under = f.watermark()
		}
		head := f.next
		if i == 0 {
			head = f.first
		}
		p.ink = append(append(under, head...), p.ink...)
		f.footer(&p.ink, before+i+1, all)
	}
	return f.pages
}

func (f *flow) footer(on *ink, n, of int) {
	if f.sheet.Whole {
		return
	}
	y := f.footTop()
	on.rule(f.left, y, f.width(), 0, thin, hairline)
	for i, l := range f.foot {
		f.write(on, l, f.left, y+.4+float64(i)*l.pitch, f.width(), Left)
	}
	f.write(on, line{f.gate.pass(f.footRight(n, of)), footStyle}, f.left, y+.4, f.width(), Right)
}

// explain lists at the foot of the last page which characters the marks stand for.
func (f *flow) explain() {
	if len(f.gate.order) == 0 {
		return
	}
	says := f.sheet.Lacks
	if says == "" {
		says = "%s = %s"
	}
	says = f.gate.pass(says)
	var notes []string
	for _, r := range f.gate.order {
		notes = append(notes, glued(fmt.Sprintf(says, f.gate.marks[r], fmt.Sprintf("%U", r))))
	}
	lines := f.fit(strings.Join(notes, "\u2003"), f.width(), f.small)
	h := float64(len(lines))*f.small.pitch + f.gap/2 // prose keeps clear of what is above it
	if f.end-f.y < h-hair && !f.atTop() {
		f.turn()
	}
	f.y = max(f.y, f.end-h)
	f.prose(lines, Left)
}

// glued forbids line breaks within a text.
func glued(s string) string {
	var out strings.Builder
	for _, r := range s {
		out.WriteRune(joiner)
		out.WriteRune(r)
	}
	return out.String()
}

// joined puts words that are there side by side.
func joined(between string, words ...string) string {
	var said []string
	for _, w := range words {
		if w != "" {
			said = append(said, w)
		}
	}
	return strings.Join(said, between)
}
