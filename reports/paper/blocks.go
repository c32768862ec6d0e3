package paper

// A Block is one part of a document, drawn below the one before it.
type Block interface{ lay(*flow) }

// Band heads a group of rows.
type Band string

// Gap is white space, in mm; it vanishes at the top of a page.
type Gap float64

// Note is small print over the whole width.
type Note string

// Para is running text over the whole width.
type Para struct {
	Text   string
	Bold   bool
	Centre bool
}

// Break begins a new page.
type Break struct{}

// Keep holds blocks together on one page, if one page can hold them.
type Keep []Block

// Room holds blocks that are left out where the page has no room for all of them.
type Room []Block

// Tear is a line to cut along, with what it says.
type Tear string

// Signs is a row of boxes to sign in.
type Signs struct {
	Names []string
	When  string // where to write the date
}

func (b Band) lay(f *flow) {
	st := f.text
	st.face = bold
	lines := f.set(string(b), f.width()-3, st)
	h := max(f.band, float64(len(lines))*st.pitch)
	f.lead = append(f.lead, &strip{h: f.gap, gap: true}, &strip{h: h, draw: func(y float64) {
		f.ink().fill(f.left, y, 1.6, h, accent)
		f.drawLines(lines, f.left+3.6, y+(h-float64(len(lines))*st.pitch)/2, f.width(), Left)
	}})
}

func (b Gap) lay(f *flow) { f.lead = append(f.lead, &strip{h: float64(b), gap: true}) }

func (b Note) lay(f *flow) { f.prose(f.set(string(b), f.width(), f.small), Left) }

func (b Para) lay(f *flow) {
	st, a := f.text, Left
	if b.Bold {
		st.face = bold
	}
	if b.Centre {
		a = Centre
	}
	f.prose(f.set(b.Text, f.width(), st), a)
}

// prose draws lines without a frame; it never leaves one line alone on a page.
func (f *flow) prose(lines []line, a Align) {
	Gap(f.gap / 2).lay(f)
	for i, l := range lines {
		h := l.pitch
		if i == 0 && len(lines) > 1 || i == len(lines)-2 {
			h *= 2
		}
		if f.room() < h-hair && !f.atTop() {
			f.turn()
		}
		f.drawLines(lines[i:i+1], f.left, f.claim(l.pitch), f.width(), a)
	}
	Gap(f.gap / 2).lay(f)
}

func (Break) lay(f *flow) {
	if !f.atTop() {
		f.turn()
	}
}

func (b Keep) lay(f *flow) { f.try(b) }

func (b Room) lay(f *flow) {
	was := f.here()
	if f.layAll(b); len(f.pages) > was.pages {
		f.back(was)
	}
}

func (b Tear) lay(f *flow) {
	st := f.small
	words := f.set(string(b), f.width()/2, st)
	y := f.claim(max(6, float64(len(words))*st.pitch+1)) + 3
	if len(words) == 0 {
		f.ink().add(mark{kind: dashed, tone: muted, x: f.left, y: y, w: f.width(), size: thin})
		return
	}
	w := 0.0
	for _, l := range words {
		w = max(w, f.faces.width(l.text, st))
	}
	arm := (f.width() - w - 6) / 2
	for _, x := range []float64{f.left, f.left + f.width() - arm} {
		f.ink().add(mark{kind: dashed, tone: muted, x: x, y: y, w: arm, size: thin})
	}
	f.drawLines(words, f.left, y-st.pitch/2, f.width(), Centre)
}

func (b Signs) lay(f *flow) {
	if len(b.Names) == 0 {
		return
	}
	w := f.width() / float64(len(b.Names))
	name, when := f.small, f.small
	name.tone, when.tone = black, faint
	h := f.sign
	words := make([][]line, len(b.Names))
	for i, n := range b.Names {
		words[i] = f.set(n, w-2*side, name)
		h = max(h, float64(len(words[i]))*name.pitch+.8+6)
	}
	date := f.set(b.When, w-2*side, when)
	y := f.claim(h)
	for i := range words {
		x := f.left + float64(i)*w
		f.ink().frame(x, y, w, h, hairline)
		f.drawLines(words[i], x+side, y+.8, w, Left)
		f.drawLines(date, x+side, y+h-.6-float64(len(date))*when.pitch, w-2*side, Right)
	}
}
