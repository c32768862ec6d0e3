package paper

import "strings"

// Row is one line of the grid: labels and what stands beside them.
type Row []Field

// Field is a label and its value. A value that is empty is a place to write by
// hand. Boxes to tick are made by Ticks.
type Field struct {
	Label  string
	Text   string
	Small  string  // a remark under the text
	Strong bool    // the thing to see first on the page
	High   float64 // at least, in mm
	Share  float64 // of the width of the row against the other fields; 0 is 1
}

// Pairs makes a row from labels and values in turn.
func Pairs(words ...string) Row {
	var r Row
	for i := 0; i+1 < len(words); i += 2 {
		r = append(r, Field{Label: words[i], Text: words[i+1]})
	}
	return r
}

// Text makes a row of one long text, with room for at least high mm.
func Text(label, text string, high float64) Row {
	return Row{{Label: label, Text: text, High: high}}
}

// Ticks writes options with a box before each; the boxes of those that are on
// are ticked.
func Ticks(options []string, on ...int) string {
	var out strings.Builder
	for i, o := range options {
		box := openBox
		for _, n := range on {
			if n == i {
				box = tickBox
			}
		}
		if i > 0 {
			out.WriteRune('\u2003')
		}
		out.WriteRune(box)
		out.WriteByte(' ')
		out.WriteString(o)
	}
	return out.String()
}

func (r Row) lay(f *flow) {
	shares, low := 0.0, f.low
	for _, d := range r {
		shares += d.share()
		low = max(low, d.High)
		if d.Text == "" && d.Small == "" {
			low = max(low, f.hand)
		}
	}
	x := f.left
	var cells []cell
	for _, d := range r {
		w := f.width() * d.share() / shares
		label := min(f.label, w*.6)
		if d.Label == "" {
			label = 0
		} else {
			cells = append(cells, f.labelCell(d, x, label))
		}
		cells = append(cells, f.valueCell(d, x+label, w-label))
		x += w
	}
	f.level(cells)
	f.row(cells, low)
}

func (d Field) share() float64 {
	if d.Share == 0 {
		return 1
	}
	return d.Share
}

// level centres a single line in a row of usual height, and gives all cells of
// a row the same first line.
func (m measures) level(cells []cell) {
	for i := range cells {
		first := m.text.pitch
		if len(cells[i].lines) > 0 {
			first = cells[i].lines[0].pitch
		}
		cells[i].pad = max(.5, (m.low-first)/2)
	}
}

func (f *flow) valueCell(d Field, x, w float64) cell {
	st := f.text
	if d.Strong {
		st = f.strong
	}
	lines := f.set(d.Text, w-2*side, st)
	lines = append(lines, f.set(d.Small, w-2*side, f.small)...)
	return cell{x: x, w: w, lines: lines}
}

// labelCell sets a label as large as it can stand there with no word broken.
func (f *flow) labelCell(d Field, x, w float64) cell {
	return cell{x: x, w: w, grey: true, again: true, lines: f.labelLines(d.Label, d.Strong, w)}
}

// Labels may come closer to the grid than values.
const labelSide = 1

// smallest is the size below which no label is set, in points.
const smallest = 9

func (f *flow) labelLines(label string, strong bool, w float64) []line {
	st := f.text
	if strong {
		st.face = bold
	}
	label = f.gate.pass(label)
	room := w - side - labelSide
	for st.size > smallest && (!f.faces.whole(label, room, st) || len(f.faces.wrap(label, room, st)) > 2) {
		st.size -= .5
		st.pitch = max(st.size*point*1.3, st.pitch-.3)
	}
	return f.fit(label, room, st)
}

// The label cells of one copy are all equally wide: as narrow as lets every
// label stand in at most two lines.
const narrow, widest = 24, 34

func (f *flow) labelWidth(blocks []Block) float64 {
	if f.sheet.Label > 0 {
		return f.sheet.Label
	}
	w := float64(narrow)
	for _, d := range fieldsOf(blocks) {
		for w < widest && !f.labelFits(d, w) {
			w += 1
		}
	}
	return w
}

func (f *flow) labelFits(d Field, w float64) bool {
	st := f.text
	if d.Strong {
		st.face = bold
	}
	label := f.gate.pass(d.Label)
	room := w - side - labelSide
	lines := f.faces.wrap(label, room, st)
	if isHan(label) {
		return len(lines) == 1 || len([]rune(label)) > 8 && len(lines) == 2
	}
	return f.faces.whole(label, room, st) && len(lines) <= 2
}

func isHan(s string) bool {
	for _, r := range s {
		if r >= 0x3400 && r <= 0x9FFF {
			return true
		}
	}
	return false
}

func fieldsOf(blocks []Block) []Field {
	var all []Field
	for _, b := range blocks {
		switch b := b.(type) {
		case Row:
			all = append(all, b...)
		case Keep:
			all = append(all, fieldsOf(b)...)
		}
	}
	return all
}
