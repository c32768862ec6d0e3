package issues

import (
	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

var saids = []app.Said{app.SaidNo, app.SaidYes}

// disturbRadios asks whether the work disturbs others.
func disturbRadios(m matter) *kit.Radios[app.Said] { return worded(m.s, "disturbs.", saids) }

// noticeForm says whether a repair disturbs others, and how they were told.
func noticeForm(m matter) *actForm {
	a := newAct(m, "notice", 2)
	s := m.s
	r, _ := m.c.Current()
	a.Tell(s.Say("notice.tell"))
	disturbs := disturbRadios(m)
	a.Add("disturbs", disturbs, 2)
	part := kit.Entry(s.Say("notice.part.example"))
	a.Add("part", part, 2)
	from, until := a.Moment("from", seat.Morning, 1), a.Moment("until", seat.Evening, 1)
	whom := kit.Entry(s.Say("notice.whom.example"))
	a.Add("whom", whom, 2)
	how := seat.Codes(s, seat.Offered(s, "method", app.Methods))
	kit.SetValue(how, app.Notice)
	a.Add("how", how, 1)
	told := a.Moment("told-at", seat.Morning, 1)
	told.SetValue(m.now())
	show := func(said app.Said) {
		for _, field := range []string{"part", "from", "until", "whom", "how", "told-at"} {
			a.ShowField(field, said == app.SaidYes)
		}
	}
	disturbs.OnChanged = show
	if r.Disturbs == "" {
		r.Disturbs = app.SaidYes // who opens the form is about to give notice
	}
	disturbs.SetValue(r.Disturbs)
	show(r.Disturbs)
	a.Order = func() doing {
		o := app.DisturbOrder{Stand: s.Stand(m.c.Issue), Disturbs: disturbs.Value()}
		if o.Disturbs == app.SaidYes {
			o.Part, o.From, o.To, o.Whom, o.How, o.Told = part.Value(), from.Moment(), until.Moment(), whom.Value(), how.Value(), told.Moment()
		}
		return seat.Ask(s.Desk.Disturb, o)
	}
	return a
}

// noticeWords is a notice in a few lines: what, from when to when, who was told.
func noticeWords(m matter, d app.Disturbance) string {
	s := m.s
	words := s.Say("notice.words", d.Number, d.Part, s.Moment(d.From), s.Moment(d.To), d.Whom, s.Moment(d.Told), s.Say("code."+string(d.How)))
	if d.Late {
		words = s.Dotted(words, s.Say("notice.late"))
	}
	return words
}
