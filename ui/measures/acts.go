package measures

import (
	"ownerdesk/app"
	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// doing is an order on its way to the desk.
type doing = seat.Doing[improve.Move]

func (p *Page) act(name string, columns int) *form {
	words := p.verbWords(name)
	f := newForm(p.s, seat.FormName("measure", p.seen.m.ID, name), p.s.Dotted(words, p.seen.m.Number), words, columns)
	f.Said = func(m improve.Move) string { return p.s.Say("measures.done", p.s.Dotted(words, m.Head.Number)) }
	return f
}

// day is a field for a day, filled in.
func (p *Page) day(f *form, name string, was workday.Date, span int) *kit.DateField {
	d := kit.NewDateField(p.s.Dates())
	d.SetValue(was)
	f.Add(name, d, span)
	return d
}

// deciders offers who may decide: heads and managers, but whom it is about only where
// there is nobody else.
func (p *Page) deciders(not app.StaffID) *kit.Choice[app.StaffID] {
	s, ids := p.s, []app.StaffID{0}
	for _, id := range s.StaffOf(p.seen.m.Dept) {
		decides := func(who app.StaffID) bool { return improve.Decides(s.Ground, who) }
		if decides(id) && (id != not || s.Ground.Alone(id, decides)) {
			ids = append(ids, id)
		}
	}
	c := kit.NewChoice(ids, func(id app.StaffID) string {
		if id == 0 {
			return s.Say("number.none")
		}
		return s.Voice.Staff(id)
	})
	kit.SetValue(c, 0)
	return c
}

func beginForm(p *Page) *form {
	f := p.act(beginVerb, 1)
	f.Tell(p.s.Say("measures.begin.tell", p.s.Voice.Staff(p.seen.m.Person), p.seen.m.Due.String()))
	f.Order = func() doing { return seat.Ask(p.desk.Begin, p.stand()) }
	return f
}

// trackForm notes how far the measure is; why it is behind and a new day only where
// there is something to say of them.
func trackForm(p *Page) *form {
	m, s := p.seen.m, p.s
	f := p.act(trackVerb, 3)
	on := p.day(f, "day", today(s), 1)
	percent := kit.NumberEntry("")
	percent.SetNumber(m.Percent())
	f.Add("percent", percent, 1).SetHint(s.Say("measures.percent.hint"))
	due := p.day(f, "new-due", workday.Date{}, 1)
	f.Form.Field("new-due").SetHint(s.Say("measures.due-now", m.Due.String()))
	what := f.Area("done-what", 3, 3)
	evidence := f.Area("evidence", 2, 3)
	f.Form.Field("evidence").SetHint(s.Say("measures.evidence.hint"))
	deviation := f.Area("deviation", 2, 3)
	approver := p.deciders(m.Person)
	f.Add("approver", approver, 1)
	f.ShowField("approver", false)
	due.OnChanged = func(d workday.Date) { f.ShowField("approver", !d.IsZero() && d != m.Due) }
	f.Order = func() doing {
		o := improve.TrackOrder{Stand: p.stand(), What: what.Value(), Evidence: evidence.Value(), Deviation: deviation.Value(), Approver: approver.Value()}
		o.Day, _ = on.Value()
		o.Due, _ = due.Value()
		n, read := percent.Number()
		if o.Percent = n; !read {
			o.Percent = -1
		}
		return seat.Ask(p.desk.Track, o)
	}
	return f
}

// reachForm notes that a milestone was reached.
func reachForm(p *Page, v improve.Milestone) *form {
	s := p.s
	words := s.Say("measures.reach")
	f := newForm(s, seat.FormName("measure", p.seen.m.ID, "reach", v.N), s.Dotted(words, p.seen.m.Number), words, 1)
	f.Tell(s.Dotted(v.Text, v.Due.String()))
	on := p.day(f, "day", today(s), 1)
	note := f.Area("note", 2, 1)
	f.Order = func() doing {
		o := improve.ReachOrder{Stand: p.stand(), N: v.N, Note: note.Value()}
		o.Day, _ = on.Value()
		return seat.Ask(p.desk.Reach, o)
	}
	f.Said = func(improve.Move) string { return s.Say("measures.done", s.Dotted(words, v.Text)) }
	return f
}

func finishForm(p *Page) *form {
	f := p.act(finishVerb, 1)
	f.Tell(p.s.Say("measures.standard.is", p.seen.m.Standard))
	result := f.Area("result", 4, 1)
	f.Order = func() doing {
		return seat.Ask(p.desk.Finish, improve.FinishOrder{Stand: p.stand(), Result: result.Value()})
	}
	return f
}

func acceptForm(p *Page) *form {
	m, s := p.seen.m, p.s
	f := p.act(acceptVerb, 1)
	f.Tell(s.Say("measures.standard.is", m.Standard))
	f.Tell(s.Say("measures.finished.is", s.Voice.Staff(m.FinishedBy), s.Moment(m.Finished), m.Result))
	good := kit.NewRadios([]bool{true, false}, func(yes bool) string {
		if yes {
			return s.Say("measures.accept.good")
		}
		return s.Say("measures.accept.bad")
	})
	good.SetValue(true)
	f.Form.Add("good", kit.NewField("", good, ""), 1)
	note := f.Area("note", 3, 1)
	f.Order = func() doing {
		return seat.Ask(p.desk.Accept, improve.AcceptOrder{Stand: p.stand(), Good: good.Value(), Note: note.Value()})
	}
	return f
}

func remindForm(p *Page) *form {
	m, s := p.seen.m, p.s
	f := p.act("remind", 1)
	to := s.StaffChoice(m.Dept)
	kit.Hold(to, m.Person)
	f.Add("remind-to", to, 1)
	text := f.Area("text", 3, 1)
	waits := ""
	if all := m.Pending(p.seen.by); len(all) > 0 {
		waits = s.Waits(all[0])
	}
	text.SetText(s.Say("measures.remind.text", m.Number, line(m.What), m.Due.String(), waits))
	f.Order = func() doing {
		return seat.Ask(p.desk.Remind, improve.RemindOrder{Stand: p.stand(), To: to.Value(), Text: text.Value()})
	}
	return f
}

func callForm(p *Page) *form {
	m, s := p.seen.m, p.s
	f := p.act("call", 2)
	who := s.StaffChoice(m.Dept)
	kit.Hold(who, m.Person)
	f.Add("who-called", who, 1)
	on := p.day(f, "day", today(s), 1)
	explanation := f.Area("explanation", 3, 2)
	way, decider := seat.Maybe(s, improve.Ways), p.deciders(0)
	f.Add("way", way, 1)
	f.Add("decider", decider, 1)
	text := f.Area("decided", 2, 2)
	f.Order = func() doing {
		o := improve.CallOrder{Stand: p.stand(), Who: who.Value(), Explanation: explanation.Value(), Way: way.Value(), Text: text.Value(), Decider: decider.Value()}
		o.Day, _ = on.Value()
		return seat.Ask(p.desk.Call, o)
	}
	return f
}

func deferForm(p *Page) *form {
	m := p.seen.m
	f := p.act("defer", 2)
	f.Tell(p.s.Say("measures.due-now", m.Due.String()))
	due := p.day(f, "new-due", workday.Date{}, 1)
	approver := p.deciders(m.Person)
	f.Add("approver", approver, 1)
	why := f.Area("reason", 3, 2)
	f.Order = func() doing {
		o := improve.DeferOrder{Stand: p.stand(), Why: why.Value(), Approver: approver.Value()}
		o.Due, _ = due.Value()
		return seat.Ask(p.desk.Defer, o)
	}
	return f
}

// changeForm corrects what a measure says, and its milestones while work is done.
func changeForm(p *Page) *form {
	m := p.seen.m
	f := p.act("change", 3)
	f.Width = seat.SheetFull
	fields := newPlan(f, p.s, m.Plan, p.seen.found, false)
	var rows *kit.Editor[improve.Milestone]
	why := kit.Area(2, app.LongestText)
	if m.Open() {
		rows = fields.milestones(m.Live())
		f.Add("reason", why, 3).SetHint(p.s.Say("measures.later.hint"))
	}
	fields.rest()
	f.Order = func() doing {
		now := fields.read()
		o := improve.ChangeOrder{Stand: p.stand(), Plan: &now, Why: why.Value()}
		if rows != nil {
			all := append([]improve.Milestone{}, rows.Values()...)
			o.Milestones = &all
		}
		return seat.Ask(p.desk.Change, o)
	}
	return f
}

func voidForm(p *Page) *form {
	f := p.act("void", 1)
	f.Tell(p.s.Say("measures.void.tell"))
	why := f.Area("reason", 3, 1)
	f.Order = func() doing { return seat.Ask(p.desk.Void, improve.VoidOrder{Stand: p.stand(), Why: why.Value()}) }
	return f
}

// closeForm closes a measure by its newest evaluation; where it did not help, with
// what the next round does differently.
func closeForm(p *Page) *form {
	m, s := p.seen.m, p.s
	e, _ := m.Judged()
	f := p.act(closeVerb, 3)
	f.Tell(s.Say("measures.close.tell", s.Verdict(e), s.Judgement(e.Effect)))
	note := f.Area("note", 2, 3)
	again := kit.Check(s.Say("measures.again"), nil)
	again.SetChecked(e.Verdict == improve.None)
	what := kit.Area(3, app.LongestText)
	what.SetText(m.What)
	standard, person, dept := kit.Filled(m.Standard), s.StaffChoice(m.Dept), s.DeptChoice(true)
	kit.Hold(person, m.Person)
	kit.Hold(dept, m.Dept)
	start, due := kit.NewDateField(s.Dates()), kit.NewDateField(s.Dates())
	round := []string{"what", "standard", "dept", "responsible", "start", "due"}
	if e.Verdict != improve.Good {
		f.Form.Add("next", kit.NewField("", again, ""), 3)
		f.Add("what", what, 3)
		f.Add("standard", standard, 3)
		f.Add("dept", dept, 1)
		f.Add("responsible", person, 1)
		f.Add("start", start, 1)
		f.Add("due", due, 1)
		show := func(on bool) {
			for _, name := range round {
				f.ShowField(name, on)
			}
		}
		again.OnChanged = show
		show(again.Checked)
	}
	f.Order = func() doing {
		o := improve.CloseOrder{Stand: p.stand(), Note: note.Value()}
		if again.Checked {
			r := improve.Round{What: what.Value(), Standard: standard.Value(), Person: person.Value(), Dept: dept.Value()}
			r.Start, _ = start.Value()
			r.Due, _ = due.Value()
			o.Next = &r
		}
		return seat.Ask(p.desk.Close, o)
	}
	f.Kept = func(v improve.Move) {
		if v.Next != nil {
			p.Measure(v.Next.Head.ID)
		}
	}
	return f
}
