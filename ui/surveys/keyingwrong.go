package surveys

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/ui/kit"
)

// unsent brings a sheet back that was refused, as it was typed, and the keyboard to what
// mends it.
func (k *Keying) unsent(err error) {
	k.next = ""
	k.marks.Forget()
	k.number.SetText("")
	if k.sheet.No != 0 {
		k.number.SetText(strconv.Itoa(k.sheet.No))
	}
	k.number.Disable()
	k.marks.Enable()
	k.save.Enable()
	k.s.Focus(k.marks)
	k.say(kit.Bad, k.trouble(err))
	var faults app.Faults
	if errors.As(err, &faults) {
		for _, f := range slices.Backward(faults) {
			k.mark(f)
		}
	}
}

// mark says a fault beside its field, or goes to the line where it is mended: what is
// wrong there stands above the lines.
func (k *Keying) mark(f app.Invalid) {
	if f.Field == "no" && k.apart == nil && k.how != KeySecond && !k.there {
		k.number.Enable() // another number may be typed: what is keyed stays
		k.renumbers = true
	}
	if field := k.fields[f.Field]; field != nil {
		field.SetError(k.s.Fault(f))
		field.Focus()
		return
	}
	if f.Field == "open" && len(k.open) > 0 {
		i := max(0, slices.IndexFunc(k.open, (*kit.TextArea).Over))
		k.below[i].Set(k.s.Fault(f), kit.InkOf(kit.Bad), false)
		k.s.Focus(k.open[i])
		return
	}
	if row := slices.IndexFunc(k.lines, func(l line) bool { return mends[f.Field] == l.asks }); row >= 0 {
		k.marks.Go(row)
		k.s.Focus(k.marks)
	}
}

// mends are the lines by which faults that have no field are mended.
var mends = map[string]asks{"stratum": asksArea, "marks": asksItem, "recommend": asksRecommend, "choices": asksChoices, "since": asksSince}

// unmarked takes away what was said beside the fields.
func (k *Keying) unmarked() {
	k.renumbers = false
	for _, field := range k.fields {
		field.SetError("")
	}
	for _, below := range k.below {
		below.Set("", kit.InkOf(kit.Bad), false)
	}
}

// renumber gives what is keyed another number, under which nothing was begun.
func (k *Keying) renumber(one annual.Sheet) bool {
	if !k.renumbers || len(kit.LeftForms(k.draftName(one.No))) > 0 {
		return false
	}
	k.rest() // it ends with the sheet: until then it is not lost
	k.before = append(k.before, k.sheet.No)
	k.marks.Forget()
	k.sheet.No, k.sheet.Stratum = one.No, one.Stratum
	k.unmarked()
	k.opened()
	k.s.Focus(k.marks)
	k.remember()
	return true
}

// trouble words a refusal; all that is wrong, not only the first.
func (k *Keying) trouble(err error) string {
	var faults app.Faults
	if !errors.As(err, &faults) {
		return k.s.Trouble(err)
	}
	var all []string
	for _, f := range faults {
		words := k.s.Fault(f)
		if k.s.Has("surveys.field." + f.Field) { // it stands apart from what it is about
			words = k.s.Dotted(label(k.s.Voice, f.Field), words)
		}
		all = append(all, words)
	}
	return strings.Join(all, " ")
}

// fieldsOf puts the number and what else is said of a sheet into fields.
func (k *Keying) fieldsOf() (all []fyne.CanvasObject) {
	s := k.s
	k.fields = map[string]*kit.Field{"no": kit.NewField(label(s.Voice, "sample"), k.number, s.Say("surveys.keying.hint."+string(k.how)))}
	all = append(all, k.fields["no"])
	if k.mode == nil {
		return all
	}
	for _, f := range []struct {
		name, label string
		input       fyne.CanvasObject
	}{{"mode", "mode", k.mode}, {"asked", "interviewer", k.asked}, {"filled", "filled", k.filled}} {
		k.fields[f.name] = kit.NewField(label(s.Voice, f.label), f.input, "")
		all = append(all, k.fields[f.name])
	}
	return all
}
