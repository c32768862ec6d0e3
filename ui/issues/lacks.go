package issues

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// lackVerbs are the verbs by which what is lacking is written down.
var lackVerbs = map[app.ActKind]string{app.ActInquiry: "inquiry", app.ActPlanned: "plan", app.ActPlanPassed: "approve-plan", app.ActNoTalk: NoTalk}

// lackVerb is the verb by which a lack of this issue is mended: what is not yet on
// a complaint slip goes there first.
func lackVerb(c app.Case, l app.Lack) string {
	if c.Kind == app.Complaint && c.Inquiry == nil {
		return Complaint
	}
	return lackVerbs[l.By]
}

// stageOf is what an issue is on its way to.
func stageOf(c app.Case) app.Stage {
	switch c.State {
	case app.Handling, app.Rework:
		return app.ToReport
	case app.FedBack, app.Reviewed, app.Told:
		return app.ToEnd
	}
	return ""
}

// lacksOf are what an issue lacks on its way; before somebody works on it that is
// nothing yet.
func lacksOf(s *seat.Seat, c app.Case) []app.Lack {
	if to := stageOf(c); to != "" {
		return c.Lacks(s.Ground, to)
	}
	return nil
}

// nextOf is the verb that an issue waits for: before a complaint is reported done,
// what its slip still lacks, if this person may write it.
func nextOf(s *seat.Seat, c app.Case) string {
	next := nextVerb(c.Issue)
	if next != "feedback" || c.Kind != app.Complaint {
		return next
	}
	t := trialOf(s, c)
	for _, l := range lacksOf(s, c) {
		if v, known := verbNamed(lackVerb(c, l)); known && v.barred(t) == nil {
			return v.name
		}
	}
	return next
}

// lackRows say what is lacking, a line for each verb that mends it, with the verb
// to press where this person may do it.
func lackRows(m matter, lacks []app.Lack, do func(verb)) []fyne.CanvasObject {
	var order []string
	fields := map[string][]string{}
	for _, l := range lacks {
		name := lackVerb(m.c, l)
		if fields[name] == nil {
			order = append(order, name)
		}
		fields[name] = append(fields[name], label(m.s, l.Field))
	}
	t := trialOf(m.s, m.c)
	var rows []fyne.CanvasObject
	for _, name := range order {
		words := kit.Flush(kit.Wrapped(m.s.Voice.List(fields[name])))
		at := slices.IndexFunc(m.all, func(v verb) bool { return v.name == name })
		if at < 0 || m.all[at].barred(t) != nil {
			rows = append(rows, container.NewBorder(nil, nil, nil, kit.Middle(kit.NewCell(m.s.Say("lacks.else."+name), kit.SizeLabel, kit.Quiet, false)), words))
			continue
		}
		rows = append(rows, container.NewBorder(nil, nil, nil, kit.Link(m.s.Say("verb."+name), func() { do(m.all[at]) }), words))
	}
	return rows
}

// lacksNote is a note on what is lacking, for the page and for forms alike; nil
// when nothing is.
func lacksNote(m matter, lacks []app.Lack, do func(verb)) fyne.CanvasObject {
	rows := lackRows(m, lacks, do)
	if len(rows) == 0 {
		return nil
	}
	head := kit.NewCell(m.s.Say("lacks.title"), kit.SizeBody, kit.InkOf(kit.Warn), true)
	return kit.Note(kit.Warn, container.NewVBox(append([]fyne.CanvasObject{head}, rows...)...))
}

// lacksCard is what the issue still lacks, on its page. Who handles a slip and how
// is not missed before it comes back signed.
func (p *Page) lacksCard() fyne.CanvasObject {
	if c := p.seen.c; c.Kind != app.Complaint && c.Step == app.StepSign {
		return nil
	}
	return lacksNote(p.matter(), lacksOf(p.s, p.seen.c), p.do)
}

// tellLacks says at the top of a form what keeps it from being sent, and leads
// there: what was typed is asked about before it is lost.
func (a *actForm) tellLacks(lacks []app.Lack) {
	note := lacksNote(a.matter, lacks, func(v verb) {
		a.Sheet.MayLeave(func() {
			a.Sheet.Close()
			v.form(a.matter).Show()
		})
	})
	if note != nil {
		a.Form.AddRow(note)
	}
}

// otherLacks are those that no field of the report mends.
func otherLacks(c app.Case, lacks []app.Lack) (rest []app.Lack) {
	for _, l := range lacks {
		if c.Kind == app.Complaint && l.Field != "cause" {
			rest = append(rest, l)
		}
	}
	return rest
}

// naming are the fields for who handles a round and how, where nobody has said so.
type naming struct {
	handler  *kit.Choice[app.StaffID]
	solution *kit.TextArea
	expected *kit.MomentField
}

// addNaming asks for what is not known yet of the round; with a day where one is
// to be planned.
func (a *actForm) addNaming(day bool) *naming {
	n := &naming{}
	r, there := a.c.Current()
	if !there {
		return n
	}
	if r.Handler == 0 {
		n.handler = a.s.StaffChoice(a.c.Lead)
		a.Add("handler", n.handler, 1).SetHint(a.s.Say("sign.handler.hint"))
	}
	if a.c.Kind == app.Complaint || r.Solution != "" || len(r.Plan) > 0 {
		return n
	}
	if day {
		n.expected = a.Moment("expected", seat.Evening, 1)
		n.expected.SetValue(r.Effect)
	}
	n.solution = a.Area("solution", 2, 2)
	a.addStandard(n.solution)
	return n
}

// addStandard is the plan of one key: by the book.
func (a *actForm) addStandard(solution *kit.TextArea) {
	standard := a.s.Say("plan.standard")
	tick := kit.Check(a.s.Say("plan.standard.tick"), func(on bool) {
		switch text := solution.Value(); {
		case on && text == "":
			solution.SetText(standard)
		case !on && text == standard:
			solution.SetText("")
		}
	})
	a.Form.Add("standard", kit.NewField(" ", tick, ""), 2)
}

// showNaming shows or hides all of it.
func (a *actForm) showNaming(on bool) {
	for _, name := range []string{"handler", "expected", "solution", "standard"} {
		a.ShowField(name, on)
	}
}

func (n *naming) values() (o app.Naming) {
	if n.handler != nil {
		o.Handler = n.handler.Value()
	}
	if n.solution != nil {
		o.Solution = n.solution.Value()
	}
	if n.expected != nil {
		o.Expected = n.expected.Moment()
	}
	return o
}
