package surveys

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// What is keyed of a sheet is written down while it is keyed, under its number, and
// is there again when the number is: after a power cut, or when one comes back. A
// draft ends with its sheet, kept or put away; those of a survey end with its links.

// draftName names the form of one number.
func (k *Keying) draftName(no int, more ...any) string {
	return seat.FormName(append([]any{"keying", k.id, k.how, no}, more...)...)
}

// What else is keyed of a number: what of it is corrected, and which of two keyings is
// right.
const (
	draftMend  = "mend"
	draftApart = "apart"
)

// remember puts back what was left of the sheet on the form, says so, and keeps from
// now on what is keyed.
func (k *Keying) remember() (back bool) {
	d := kit.NewWholeDraft(k.draftName(k.sheet.No), k.keyed())
	switch {
	case k.apart != nil:
		d = kit.NewWholeDraft(k.draftName(k.sheet.No, draftApart), k.marks)
	case k.there: // what the sheet says was not typed
		d = kit.NewDraft(k.draftName(k.sheet.No, draftMend), k.keyed())
	}
	k.rest()
	k.draft = d
	at, back := d.Begin()
	if back {
		k.say(kit.Info, k.s.Say("draft.back", k.s.Moment(at)))
	}
	return back
}

// keyed is all that is keyed of a sheet but its number. It lays nothing out.
func (k *Keying) keyed() fyne.CanvasObject {
	all := &fyne.Container{Objects: []fyne.CanvasObject{k.marks, k.opens}}
	if k.mode != nil {
		all.Objects = append(all.Objects, k.mode, k.asked, k.filled)
	}
	return all
}

// rest keeps what stands there and goes on no longer.
func (k *Keying) rest() {
	if k.draft != nil {
		k.draft.Rest()
	}
	k.draft = nil
}

// forget drops what was left of the sheet on the form: it is kept, or was put away.
func (k *Keying) forget() {
	k.rest()
	for _, no := range append(k.before, k.sheet.No) {
		for _, name := range []string{k.draftName(no), k.draftName(no, draftMend), k.draftName(no, draftApart)} {
			kit.DropDraft(name)
		}
	}
}

// mending tells whether a number was being corrected.
func (k *Keying) mending(no int) bool { return len(kit.LeftForms(k.draftName(no, draftMend))) > 0 }

// goOn opens the number of which something was left.
func (k *Keying) goOn() {
	begin := seat.FormName("keying", k.id, k.how) + "/"
	for _, form := range kit.LeftForms(begin) {
		number, _, _ := strings.Cut(strings.TrimPrefix(form, begin), "/")
		if no, err := strconv.Atoi(number); err == nil && no == 0 {
			k.entered("")
		} else if err == nil {
			k.entered(number)
		} else {
			continue
		}
		return
	}
}
