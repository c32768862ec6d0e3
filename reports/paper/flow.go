package paper

import "slices"

// A flow lays the blocks of one copy onto pages, from top to bottom.
type flow struct {
	measures
	sheet Sheet
	faces pair
	gate  gate
	label float64 // width of label cells

	contents []target // the chapters of the whole, once they are known

	pages []*page
	begin float64 // where blocks start on the current page
	end   float64 // where they must end on it
	ends  float64 // where they must end on a page without a foot of its own
	y     float64

	first, next ink     // heads of the first and the further pages
	opens       float64 // where blocks start on further pages
	foot        []line  // left half of the footer

	lead  []*strip // waiting to stand directly above the next row
	again *strip   // table head, repeated on each page

	broken error // the first picture that could not be drawn
}

// A strip heads what follows it and is never left alone at the end of a page.
type strip struct {
	h    float64
	gap  bool // white space, dropped at the top of a page
	draw func(y float64)
}

func newFlow(s Sheet, faces pair, code *qrCode) *flow {
	f := &flow{measures: s.measured(), sheet: s, faces: faces, gate: gate{faces: faces}}
	switch {
	case s.Bare, s.Whole:
		f.begin, f.opens = f.top, f.top
	case s.Runs:
		f.opens = f.runningHead()
		f.begin, f.first = f.opens, f.next
	default:
		f.begin = f.letterhead(code)
		f.opens = f.runningHead()
	}
	f.footLines()
	f.start(f.begin)
	return f
}

func (f *flow) width() float64 { return f.wide - f.left - f.right }

func (f *flow) ink() *ink { return &f.pages[len(f.pages)-1].ink }

func (f *flow) start(y float64) {
	f.pages = append(f.pages, &page{wide: f.wide, high: f.high})
	f.begin, f.y, f.end = y, y, f.ends
}

// turn begins a new page; a table in work gets its head again.
func (f *flow) turn() {
	f.start(f.opens)
	if f.again != nil && !f.leading(f.again) {
		f.lead = append([]*strip{f.again}, f.lead...)
	}
}

func (f *flow) leading(s *strip) bool {
	for _, l := range f.lead {
		if l == s {
			return true
		}
	}
	return false
}

func (f *flow) atTop() bool { return f.y <= f.begin }

// room is what is left for a row on this page, below all that heads it.
func (f *flow) room() float64 {
	left := f.end - f.y
	for _, s := range f.lead {
		if !s.gap || !f.atTop() {
			left -= s.h
		}
	}
	return left
}

func (f *flow) headed() {
	for _, s := range f.lead {
		if s.gap {
			if !f.atTop() {
				f.y += s.h
			}
			continue
		}
		s.draw(f.y)
		f.y += s.h
	}
	f.lead = nil
}

// hair is what sums of heights may be off by, in mm.
const hair = .01

// claim makes room for something h high that cannot be split, and gives the y
// where to draw it.
func (f *flow) claim(h float64) float64 {
	if f.room() < h-hair && !f.atTop() {
		f.turn()
	}
	f.headed()
	y := f.y
	f.y += h
	return y
}

// least is how much of a row there must be room for before it is split, in mm.
const least = 18

// row draws cells side by side, at least low high. A row that does not fit goes
// to the next page, unless it is long: then it is split between lines.
func (f *flow) row(cells []cell, low float64) {
	for {
		h := low
		for _, c := range cells {
			h = max(h, c.height())
		}
		room := f.room()
		switch {
		case h <= room+hair:
			f.drawRow(cells, h)
			return
		case !f.atTop() && (h < (f.end-f.opens)/3 || room < least):
			f.turn()
			continue
		}
		now, later := splitRow(cells, room)
		f.drawRow(now, room)
		f.turn()
		cells, low = later, max(f.low, low-room)
	}
}

func splitRow(cells []cell, h float64) (now, later []cell) {
	for _, c := range cells {
		n, l := c.split(h)
		now, later = append(now, n), append(later, l)
	}
	return now, later
}

func (f *flow) drawRow(cells []cell, h float64) {
	y := f.claim(h)
	for _, c := range cells {
		f.drawCell(c, y, h)
	}
}

// try lays blocks out; if they did not end on the page they began on, it takes
// them back and lays them out on a new page. What no page can hold begins where
// it stands, for turning would leave the page empty in vain.
func (f *flow) try(blocks []Block) {
	was := f.here()
	f.layAll(blocks)
	if len(f.pages) == was.pages || was.y <= was.begin {
		return
	}
	f.back(was)
	f.turn()
	began := len(f.pages)
	if f.layAll(blocks); len(f.pages) > began {
		f.back(was)
		f.layAll(blocks)
	}
}

// A reach is how far a flow had come.
type reach struct {
	pages, marks   int
	outline, links int
	y, begin, end  float64
	lead           []*strip
}

func (f *flow) here() reach {
	last := f.pages[len(f.pages)-1]
	return reach{len(f.pages), len(*f.ink()), len(last.outline), len(last.links), f.y, f.begin, f.end, slices.Clone(f.lead)}
}

// back takes away all that was laid since.
func (f *flow) back(to reach) {
	f.pages = f.pages[:to.pages]
	*f.ink() = (*f.ink())[:to.marks]
	last := f.pages[len(f.pages)-1]
	last.outline, last.links = last.outline[:to.outline], last.links[:to.links]
	f.y, f.begin, f.end, f.lead = to.y, to.begin, to.end, slices.Clone(to.lead)
}

func (f *flow) layAll(blocks []Block) {
	for _, b := range blocks {
		b.lay(f)
	}
}
