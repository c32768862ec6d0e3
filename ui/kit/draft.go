package kit

import (
	"maps"
	"time"

	"fyne.io/fyne/v2"
)

// Drafts keeps what is typed into forms and not sent. The window puts the office's
// file behind it.
type Drafts interface {
	// Left is what was left in a form: what stood there first, and what stands
	// there; false when nothing was.
	Left(form string) (base, text map[string]string, at time.Time, found bool)
	// Keep writes what stands in a form now.
	Keep(form string, base, text map[string]string)
	// Drop forgets a form: it was sent, or given up.
	Drop(form string)
	// Forms are the names of those in which something was left that begin so.
	Forms(begin string) []string
	// Words say that what was typed then was put back, and offer to begin afresh.
	Words(at time.Time) (back, afresh string)
}

// drafting is where forms keep what is typed into them; nil keeps nothing.
var drafting Drafts

// KeepDrafts lets every form that has a name keep what is typed into it.
func KeepDrafts(d Drafts) { drafting = d }

// draftEvery is how much typing a power cut may cost.
const draftEvery = time.Second

// Draft keeps what stands in a form, from when it is begun until it is done or left.
type Draft struct {
	form string
	root fyne.CanvasObject
	base map[string]string // what stood in it first
	kept map[string]string // what was kept last
	all  bool              // what stood in it first comes back as well
	stop func()
}

// NewDraft is for the form of that name, whose inputs lie in root.
func NewDraft(form string, root fyne.CanvasObject) *Draft {
	return &Draft{form: form, root: root, stop: func() {}}
}

// NewWholeDraft is for a form that proposes nothing of its own: all that stands in it
// comes back, and not only what was typed over something else.
func NewWholeDraft(form string, root fyne.CanvasObject) *Draft {
	d := NewDraft(form, root)
	d.all = true
	return d
}

// LeftForms are the names of forms that begin so and in which something was left.
func LeftForms(begin string) []string {
	if drafting == nil {
		return nil
	}
	return drafting.Forms(begin)
}

// DropDraft forgets what was left in a form that is not open.
func DropDraft(form string) {
	if drafting != nil {
		drafting.Drop(form)
	}
}

// Begin takes the form as it is for empty, puts back what was left in it, and keeps
// from now on what is typed. It tells when that was typed, and whether there was
// anything.
func (d *Draft) Begin() (at time.Time, back bool) {
	if drafting == nil || d.form == "" {
		return at, false
	}
	d.stop()
	d.base = nil // what is put back is not typed
	first := Written(d.root)
	d.kept = first
	if base, text, when, found := drafting.Left(d.form); found {
		Rewrite(d.root, base, text)
		d.kept, at, back = Written(d.root), when, true
	}
	d.base = first
	d.stop = minder.often(draftEvery, d.Look)
	return at, back
}

// Look keeps what stands in the form unless it is kept already.
func (d *Draft) Look() {
	if d.base == nil || drafting == nil {
		return
	}
	text := Written(d.root)
	switch {
	case maps.Equal(text, d.kept):
		return
	case d.all:
		drafting.Keep(d.form, map[string]string{}, text)
	case maps.Equal(text, d.base):
		drafting.Drop(d.form)
	default:
		drafting.Keep(d.form, d.base, text)
	}
	d.kept = text
}

// Afresh empties the form of what was put back.
func (d *Draft) Afresh() {
	Rewrite(d.root, Written(d.root), d.base)
	d.Look()
}

// Rest keeps the form as it is now and goes on no longer.
func (d *Draft) Rest() {
	d.Look()
	d.end()
}

// Done forgets the draft: the form was sent, or given up.
func (d *Draft) Done() {
	if d.base != nil && drafting != nil {
		drafting.Drop(d.form)
	}
	d.end()
}

func (d *Draft) end() {
	d.stop()
	d.base, d.stop = nil, func() {}
}
