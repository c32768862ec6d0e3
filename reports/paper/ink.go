package paper

// A page is what is drawn on one sheet side, in order, before any PDF exists.
// So pages can be counted, moved and looked at by tests, and the font can be
// cut to the characters in use.
type page struct {
	wide, high float64
	ink        ink
	outline    []entry
	links      []link
}

// entry is one line of the outline that a viewer shows beside the pages.
type entry struct {
	title string
	level int
	y     float64
}

type tone uint8

const (
	black tone = iota
	muted
	faint
	hairline
	pale
	accent
	ghost
	thread   // a line that only guides the eye
	jet      // the QR code: full contrast
	coloured // what its mark's hue says
)

// tones as red, green, blue.
var tones = [...][3]int{
	black:    {27, 33, 40},
	muted:    {91, 103, 117},
	faint:    {140, 148, 156},
	hairline: {150, 158, 166},
	pale:     {242, 244, 246},
	accent:   {29, 95, 191},
	ghost:    {234, 237, 240},
	thread:   {206, 211, 216},
	jet:      {0, 0, 0},
	coloured: {0, 0, 0},
}

// A style is how a line of text looks. pitch is the height it takes, in mm.
type style struct {
	face  face
	size  float64
	tone  tone
	pitch float64
}

// ascent is from the upper edge of a line to its baseline, so that the body of
// a Chinese character stands in the middle.
func (s style) ascent() float64 { return s.pitch/2 + .36*s.size*point }

type stroke uint8

const (
	written stroke = iota
	slanted        // text across the page, centred on x, y
	filled
	framed
	ruled
	dashed
	coded
	drawn  // lines from point to point
	shaded // the area between points
	pictured
	rounded // a circle round x, y
)

// A mark is one thing drawn, in mm from the upper left corner.
type mark struct {
	kind       stroke
	tone       tone
	x, y, w, h float64
	text       string
	face       face
	size       float64 // of text in points, of lines in mm
	code       *qrCode
	points     [][2]float64
	dashes     []float64
	hue        [3]int
	photo      []byte // a JPEG file
}

type ink []mark

const thin = .2

func (i *ink) add(m mark) { *i = append(*i, m) }

func (i *ink) fill(x, y, w, h float64, t tone) {
	i.add(mark{kind: filled, tone: t, x: x, y: y, w: w, h: h})
}

func (i *ink) frame(x, y, w, h float64, t tone) {
	i.add(mark{kind: framed, tone: t, x: x, y: y, w: w, h: h, size: thin})
}

// rule draws a line by w to the right and h down.
func (i *ink) rule(x, y, w, h, thick float64, t tone) {
	i.add(mark{kind: ruled, tone: t, x: x, y: y, w: w, h: h, size: thick})
}

// tick draws the box of an option, centred on a line of text.
func (i *ink) tick(x, middle, side float64, on bool) {
	y := middle - side/2
	i.frame(x, y, side, side, muted)
	if !on {
		return
	}
	thick := side / 6
	i.rule(x+side*.2, y+side*.52, side*.24, side*.28, thick, black)
	i.rule(x+side*.44, y+side*.8, side*.4, -side*.6, thick, black)
}
