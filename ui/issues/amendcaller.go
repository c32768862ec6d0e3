package issues

import (
	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// amendCallerForm corrects what was written down of somebody who brought the same later.
// As with the first, name and contact stand there masked until somebody asks to see them.
func amendCallerForm(m matter) *actForm {
	a := newAct(m, "amend-caller", 3)
	var asked app.Caller // whom the fields are about
	whom := kit.NewChoice(othersOf(m.c), func(n int) string { return callerName(m, m.c.Callers[n-1]) })
	a.Form.Add("caller", kit.NewField(m.s.Say("amend-caller.whom"), whom, ""), 3)
	why := kit.Entry("")
	a.Form.Add("why", kit.NewField(m.s.Say("amend.why"), why, ""), 3)
	person := newWho(m.s, func(r app.Reporter, then func()) {
		m.s.Reveal(app.Access{Issue: m.c.ID, Person: r.Person, Fields: "name,contact", Action: "view"}, then)
	}, func() {})
	person.addTo(a.Form)
	place := kit.Entry(m.s.Say("intake.search.example"))
	a.Add("place", place, 3)
	said := a.Area("description", 3, 3)
	show := func(k app.Caller) {
		asked = k
		place.SetText(k.Place.Short())
		said.SetText(k.Said)
		if r := k.Reporter; !r.Anonymous && (r.Name != "" || r.Reachable()) {
			person.lock(r, say.Masked)
		} else {
			person.fill(r)
		}
	}
	whom.OnChanged = func(n int) { show(m.c.Callers[n-1]) }
	if others := whom.Values(); len(others) == 1 {
		kit.SetValue(whom, others[0])
		whom.OnChanged(others[0])
	}
	a.Order = func() doing {
		o := app.AmendCallerOrder{Stand: m.s.Stand(m.c.Issue), N: whom.Value(), Reporter: person.reporter(), Place: asked.Place, Said: said.Value(), Why: why.Value()}
		if place.Value() != asked.Place.Short() {
			o.Place = typedPlace(place.Value())
		}
		return seat.Ask(m.s.Desk.AmendCaller, o)
	}
	return a
}
