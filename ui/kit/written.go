package kit

import (
	"encoding/json"
	"strconv"

	"fyne.io/fyne/v2"
)

// input is a piece whose content can be written down and be put back, whatever
// the language.
type input interface {
	written() string
	rewrite(string)
}

// rows are a list whose rows come and go; each has a name that stays with it.
type rows interface {
	fyne.CanvasObject
	names() []string
	cells(name string) []fyne.CanvasObject
	setNames([]string)
}

// rowsEnd ends the path of a list's own entry: which rows it has, in their order.
const rowsEnd = "/rows"

// Written is what stands in every input in o, each under its place there.
func Written(o fyne.CanvasObject) map[string]string {
	all := map[string]string{}
	eachInput(o, "", func(path string, i input) { all[path] = i.written() }, func(path string, r rows) {
		names, _ := json.Marshal(r.names())
		all[path] = string(names)
	})
	return all
}

// Rewrite puts back what was written in o and differs from what stood there first.
// What was never touched stays as it is now: a moment proposed then is not
// proposed again.
func Rewrite(o fyne.CanvasObject, base, text map[string]string) {
	put := func(before map[string]string) {
		eachInput(o, "", func(path string, i input) {
			was, is := text[path]
			_, there := before[path]
			if is && (!there || was != base[path]) && i.written() != was {
				i.rewrite(was)
			}
		}, func(path string, r rows) {
			var names []string
			if text[path] != base[path] && json.Unmarshal([]byte(text[path]), &names) == nil {
				r.setNames(names)
			}
		})
	}
	before := Written(o)
	put(before)
	put(before) // what one input offers may hang on another that came after it
}

// eachInput goes through all inputs in o, those that do not show at the moment too.
func eachInput(o fyne.CanvasObject, path string, see func(string, input), list func(string, rows)) {
	if r, is := o.(rows); is {
		list(path+rowsEnd, r)
		for _, name := range r.names() {
			for i, cell := range r.cells(name) {
				eachInput(cell, path+"/"+name+"/"+strconv.Itoa(i), see, list)
			}
		}
		return
	}
	if i, is := o.(input); is {
		see(path, i)
		return
	}
	if f, is := o.(*Form); is {
		f.eachPart(func(name string, part fyne.CanvasObject) { eachInput(part, path+"/"+name, see, list) })
		return
	}
	for i, inner := range within(o) {
		eachInput(inner, path+"/"+strconv.Itoa(i), see, list)
	}
}

// eachPart names a form's fields, and what stands between them.
func (f *Form) eachPart(see func(name string, part fyne.CanvasObject)) {
	names := map[fyne.CanvasObject]string{}
	for name, field := range f.fields {
		names[field] = name
	}
	for i, part := range f.box.Objects {
		name, is := names[part]
		if !is {
			name = strconv.Itoa(i)
		}
		see(name, part)
	}
}

func (e *Input) written() string { return e.Text }

func (e *Input) rewrite(s string) { e.edit(func() { e.SetText(s) }) }

func (t *Tick) written() string { return strconv.FormatBool(t.Checked) }

func (t *Tick) rewrite(s string) { t.SetChecked(s == "true") }

func (r *Radios[T]) written() string { return chosenText(r.Chosen(), r.Value()) }

func (r *Radios[T]) rewrite(s string) {
	for i, v := range r.values {
		if chosenText(true, v) == s {
			r.choose(i)
		}
	}
}

func (c *Choice[T]) written() string { return chosenText(c.Chosen(), c.Value()) }

func (c *Choice[T]) rewrite(s string) {
	if s == "" {
		c.Clear()
		return
	}
	if c.Pick(func(v T) bool { return chosenText(true, v) == s }) {
		c.changed()
	}
}

func (s *SearchChoice[T]) written() string { return chosenText(s.Chosen(), s.Value()) }

func (s *SearchChoice[T]) rewrite(text string) {
	var v T
	if text == "" {
		s.Clear()
		s.tell()
		return
	}
	if json.Unmarshal([]byte(text), &v) == nil {
		s.SetValue(v)
		s.tell()
	}
}

// chosenText is a value that was chosen; empty for none.
func chosenText[T any](chosen bool, v T) string {
	if !chosen {
		return ""
	}
	text, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return string(text)
}
