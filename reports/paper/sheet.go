package paper

// Size is the paper a copy is printed on.
type Size int

// The sizes in use. A5 is half of an A4 sheet, lying.
const (
	A4 Size = iota
	A4Wide
	A5
)

// Sheet is what stands around the blocks of one copy, on each of its pages.
type Sheet struct {
	Size  Size
	Dense bool // lower rows and smaller text, for forms that must fit one page
	Bare  bool // no head on any page: a cover
	Whole bool // nothing but the blocks, from edge to edge: labels
	Runs  bool // goes on from another part: its first page is headed like the further ones

	Office string // company and project
	Copy   string // which copy this is and for whom
	Title  string
	No     string
	QR     string // what the code says; none when empty

	Form    string // code and version of the form
	Secrecy string // how the paper is to be kept
	Printed string // by whom and when
	PageOf  string // "第 %d 頁，共 %d 頁"

	Sample string // marks every page as not the real thing; none when empty
	Lacks  string // "%s：字體缺字 %s", for each character the font cannot print

	Side  float64 // margin left and right in mm, where nothing is bound
	Label float64 // width of the label cells in mm; found from the labels when 0
}

// measures are the sizes of one kind of sheet: mm, text in points.
type measures struct {
	wide, high               float64
	left, right, top, bottom float64

	text, small, strong, title style

	low  float64 // a row of labels and values
	hand float64 // a row to be filled in by hand
	sign float64 // a box to sign in
	band float64 // the head of a block
	gap  float64 // above it
	head float64 // from the top of the first page to its first block
	code float64 // side of the QR code
}

var (
	roomy = measures{
		left: 22, right: 15, top: 15, bottom: 7.7,
		text:   style{plain, 10, black, 5.2},
		small:  style{plain, 9, muted, 4.6},
		strong: style{bold, 12, black, 6.6},
		title:  style{bold, 18, black, 9},
		low:    8, hand: 8, sign: 12, band: 6.5, gap: 2, head: 19, code: 17,
	}
	dense = measures{
		left: 22, right: 15, top: 12, bottom: 6.7,
		text:   style{plain, 9.5, black, 4.7},
		small:  style{plain, 9, muted, 4.3},
		strong: style{bold, 11, black, 5.6},
		title:  style{bold, 16, black, 8},
		low:    6.6, hand: 8, sign: 12, band: 5.6, gap: 1.2, head: 16, code: 14,
	}
)

// measured gives the sizes for a sheet. Half a sheet is always dense.
func (s Sheet) measured() measures {
	m := roomy
	if s.Dense || s.Size == A5 {
		m = dense
	}
	switch s.Size {
	case A4Wide:
		m.wide, m.high = 297, 210
		m.left, m.top = 15, 18 // bound along the upper edge
	case A5:
		m.wide, m.high = 210, 148
		m.top, m.right, m.head, m.code = 9, 12, 14.5, 13
		m.title.size = 14
	default:
		m.wide, m.high = 210, 297
	}
	if s.Side > 0 {
		m.left, m.right = s.Side, s.Side
	}
	if s.Whole {
		m.left, m.right, m.top, m.bottom = 0, 0, 0, 0
	}
	return m
}
