package paper

import "strings"

// Chapter heads a part of a long document; the viewer's outline leads to it. Level
// 0 is a chapter, 1 a section of one. What the title of the sheet says already
// stands in the outline only.
type Chapter struct {
	Title  string
	Level  int
	Unseen bool
}

func (b Chapter) lay(f *flow) {
	title := strings.ReplaceAll(f.gate.pass(b.Title), string(joiner), "")
	if b.Unseen {
		f.lead = append(f.lead, &strip{draw: func(float64) {
			p := f.pages[len(f.pages)-1]
			p.outline = append(p.outline, entry{title, b.Level, 0})
		}})
		return
	}
	st := f.text
	st.face = bold
	if b.Level == 0 {
		st = f.strong
		st.size, st.pitch = st.size+2, st.pitch+2
	}
	lines := f.set(b.Title, f.width(), st)
	h := float64(len(lines))*st.pitch + f.gap
	f.lead = append(f.lead, &strip{h: 2 * f.gap, gap: true}, &strip{h: h, draw: func(y float64) {
		f.drawLines(lines, f.left, y, f.width(), Left)
		p := f.pages[len(f.pages)-1]
		p.outline = append(p.outline, entry{title, b.Level, y})
	}})
}
