package say

import (
	"errors"
	"strings"

	"ownerdesk/app"
)

// Fault words one broken rule: its own sentence, or the rule's general one. It stands
// beside the answer that it is about.
func (v Voice) Fault(f app.Invalid) string {
	_, _, cell := f.Row()
	list, _, _ := strings.Cut(f.Field, ".")
	for _, part := range []string{f.Field, list, cell} {
		if key := "fault." + part + "." + f.Rule; v.Has(key) {
			return v.Say(key)
		}
	}
	if f.Rule == lacking {
		return v.Say("fault.lacking", v.Say("field."+f.Field))
	}
	return v.Say("fault." + f.Rule)
}

// away words a broken rule that is not said beside its answer: which row it is in.
func (v Voice) away(f app.Invalid) string {
	if _, n, _ := f.Row(); n > 0 {
		return v.Say("fault.row", n, v.Fault(f))
	}
	return v.Fault(f)
}

// lacking is the rule that something else must be written down first.
const lacking = "lacking"

// Faults words broken rules; what must be written down first is named together.
func (v Voice) Faults(all app.Faults) (sentences []string) {
	var lacks []string
	for _, f := range all {
		if f.Rule == lacking {
			lacks = append(lacks, v.Say("field."+f.Field))
			continue
		}
		sentences = append(sentences, v.away(f))
	}
	if len(lacks) > 0 {
		sentences = append([]string{v.Say("fault.lacking", v.List(lacks))}, sentences...)
	}
	return sentences
}

// befallen is an error that says what befell the office's file: full, vanished.
type befallen interface {
	error
	Trouble() (kind, path string)
}

// Trouble words an error that has no field of its own. Faults give their first
// sentence, what befell the file is said with what to do; what is broken says
// that nothing was changed.
func (v Voice) Trouble(err error) string {
	var faults app.Faults
	var file befallen
	var doubt app.ClockDoubt
	switch {
	case errors.As(err, &doubt):
		return v.Doubt(doubt)
	case errors.As(err, &file):
		return v.befell(file)
	case errors.As(err, &faults) && len(faults) > 0:
		return v.Faults(faults)[0]
	case errors.Is(err, app.ErrConflict):
		return v.Say("trouble.conflict")
	case errors.Is(err, app.ErrNotFound):
		return v.Say("trouble.not-found")
	}
	return v.Say("trouble.broken")
}

// befell says what befell the file, in the words it would have at opening; of
// damage only that, for no backups are listed here.
func (v Voice) befell(file befallen) string {
	kind, _ := file.Trouble()
	switch {
	case !v.Has("open.what." + kind):
		return v.Say("trouble.broken")
	case kind == "damaged":
		return v.Say("open.what.damaged")
	}
	return v.Say("trouble.file", v.Say("open.what."+kind), v.Say("open.do."+kind))
}

// Doubt says what speaks against the clock, and what to do.
func (v Voice) Doubt(d app.ClockDoubt) string {
	key := "clock.ahead"
	if d.Back() {
		key = "clock.back"
	}
	return v.Say(key, v.Moment(d.Now), v.Moment(d.Newest))
}
