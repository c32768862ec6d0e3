package paper

// Cover is the face of a long document: what it is, whose, and of when. It takes
// its page alone; its sheet is bare.
type Cover struct {
	Above, Title, Below string
	Rows                [][2]string // labels and what stands beside them, at the foot
}

// Where a cover's title stands and how far apart its rows are, in mm.
const (
	coverDown = 78
	coverRow  = 8
	coverSide = 34 // of the labels
)

func (b Cover) lay(f *flow) {
	y, wide := f.top+coverDown, f.width()-8
	title := style{bold, 30, black, 14}
	for title.size > 20 && f.faces.width(f.gate.pass(b.Title), title) > wide {
		title.size, title.pitch = title.size-1, title.pitch-.4
	}
	above, below := style{plain, 13, muted, 8}, style{plain, 15, black, 9}
	lines := f.set(b.Above, wide, above)
	lines = append(lines, f.set(b.Title, wide, title)...)
	lines = append(lines, f.set(b.Below, wide, below)...)
	high := 0.0
	for _, l := range lines {
		high += l.pitch
	}
	f.claim(f.end - f.y)
	f.ink().fill(f.left, y, 2.2, high, accent)
	f.drawLines(lines, f.left+8, y, wide, Left)
	label, text := style{plain, 10, muted, coverRow}, style{plain, 10, black, 5.6}
	y = f.end - coverRow*float64(len(b.Rows)) - 12
	for _, r := range b.Rows {
		f.ink().rule(f.left+8, y, wide, 0, thin, hairline)
		f.drawLines(f.set(r[0], coverSide, label), f.left+8, y, coverSide, Left)
		said := f.set(r[1], wide-coverSide, text)
		f.drawLines(said, f.left+8+coverSide, y+(coverRow-text.pitch)/2, wide-coverSide, Left)
		y += max(coverRow, float64(len(said))*text.pitch+coverRow-text.pitch)
	}
}

// Contents lists the chapters of a document with their pages, down to a level. It
// leads to them, in viewers that can.
type Contents struct {
	Title string
	Deep  int
}

// target is a line of the contents.
type target struct {
	entry
	page int // from 1
}

// link leads from a place on a page to a line of another.
type link struct {
	x, y, w, h float64
	page       int // from 1, in the file
	to         float64
}

func (b Contents) lay(f *flow) {
	head := f.strong
	head.size, head.pitch = head.size+2, head.pitch+2
	lines := f.set(b.Title, f.width(), head)
	f.drawLines(lines, f.left, f.claim(float64(len(lines))*head.pitch+f.gap), f.width(), Left)
	for _, t := range f.contents {
		if t.level > b.Deep {
			continue
		}
		st, in := f.text, 0.0
		if t.level == 0 {
			st.face = bold
			Gap(2.5).lay(f)
		} else {
			in = 6 * float64(t.level)
		}
		number := line{ordinalOf(t.page), st}
		lines := f.fit(t.title, f.width()-in-16, st)
		if len(lines) == 0 {
			continue
		}
		high := float64(len(lines))*st.pitch + .9
		y := f.claim(high)
		f.drawLines(lines, f.left+in, y, f.width(), Left)
		last := y + high - .9 - st.pitch
		f.write(f.ink(), number, f.left, last, f.width(), Right)
		f.dots(f.left+in+f.faces.width(lines[len(lines)-1].text, st)+2, f.left+f.width()-f.faces.width(number.text, st)-2, last+st.ascent())
		p := f.pages[len(f.pages)-1]
		p.links = append(p.links, link{f.left, y, f.width(), high, t.page, t.y})
	}
}

// dots lead the eye from a title to its page.
func (f *flow) dots(from, to, y float64) {
	if to > from {
		f.ink().add(mark{kind: dashed, tone: hairline, x: from, y: y - .3, w: to - from, size: thin})
	}
}

// targets are the chapters of laid out parts with their pages.
func targets(flows []*flow) []target {
	var all []target
	n := 0
	for _, f := range flows {
		for _, p := range f.pages {
			n++
			for _, e := range p.outline {
				all = append(all, target{e, n})
			}
		}
	}
	return all
}

// listsContents tells whether a part has a list of contents.
func listsContents(parts []Part) bool {
	for _, p := range parts {
		for _, b := range p.Blocks {
			if _, is := b.(Contents); is {
				return true
			}
		}
	}
	return false
}
