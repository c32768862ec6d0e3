package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// noteKinds are the notes that are written by hand.
var noteKinds = []app.NoteKind{app.NoteProgress, app.NoteCall, app.NoteChase, app.NoteRemark}

// noteForm writes down what was said or done on the way.
func noteForm(m matter) *actForm { return noteOf(m, "note", app.NoteProgress) }

// chaseForm reminds the department.
func chaseForm(m matter) *actForm { return noteOf(m, "chase", app.NoteChase) }

// remarkForm adds to an issue that is over.
func remarkForm(m matter) *actForm { return noteOf(m, "remark", app.NoteRemark) }

func noteOf(m matter, verb string, first app.NoteKind) *actForm {
	a := newAct(m, verb, 2)
	kind := worded(m.s, "note.", noteKinds)
	kind.SetValue(first)
	if first == app.NoteProgress {
		a.Form.Add("kind", kit.NewField(m.s.Say("note.kind"), kind, ""), 2)
	}
	text := a.Area("text", 4, 2)
	who := &naming{}
	if stageOf(m.c) == app.ToReport && first == app.NoteProgress {
		who = a.addNaming(true)
	}
	told := newTold(a, "note.told")
	delay := kit.Check(m.s.Say("note.delay"), nil)
	if d, untold := m.c.Untold(); untold && first == app.NoteProgress {
		delay.SetChecked(true)
		a.Form.Add("delay", kit.NewField(" ", delay, m.s.Say("note.delay.hint", d.Number)), 2)
		told.also = "delay"
		told.adapt()
	}
	callback := a.Moment("callback", seat.Morning, 1)
	a.Form.Field("callback").SetHint(m.s.Say("note.callback.hint"))
	show := func(k app.NoteKind) {
		told.offer(k == app.NoteProgress || k == app.NoteCall)
		a.showNaming(k == app.NoteProgress)
		a.ShowField("callback", k != app.NoteRemark)
	}
	kind.OnChanged = show
	show(first)
	a.Order = func() doing {
		o := app.NoteOrder{Stand: m.s.Stand(m.c.Issue), Kind: kind.Value(), Text: text.Value()}
		if o.Kind != app.NoteRemark {
			o.CallBack = callback.Moment()
		}
		o.Told, o.How, o.ToldAt, o.Answer = told.values()
		o.Delay = o.Told && delay.Checked
		if o.Kind == app.NoteProgress {
			named := who.values()
			o.Handler, o.Solution, o.Expected = named.Handler, named.Solution, named.Expected
		}
		return seat.Ask(m.s.Desk.Note, o)
	}
	return a
}
