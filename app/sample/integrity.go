package sample

import (
	"slices"
	"time"

	"ownerdesk/app"
)

// fewOfIntegrity keeps complaints about integrity to a few a year, of which there is at
// least one: they go their own way, and nothing else is laid down for them.
func (l *life) fewOfIntegrity(t *Talk, fit []share[*Talk]) *Talk {
	y := l.year
	of := slices.IndexFunc(fit, func(s share[*Talk]) bool { return s.what.Category == app.Integrity })
	if of < 0 {
		return t
	}
	half, most := y.came*2 > len(y.arrivals), y.came*4 > 3*len(y.arrivals)
	if l.plain() && (y.bribes == 0 && half || y.bribes == 1 && most) { // one may turn out to be none
		t = fit[of].what
	}
	for t.Category == app.Integrity && (!l.plain() || y.bribes > y.came/500) {
		t = drawn(l.chance, fit)
	}
	if t.Category == app.Integrity {
		y.bribes++
	}
	return t
}

// toManager passes a complaint about integrity on past the department concerned. The
// manager lets the head of the desk handle it, and investigates it himself.
func (l *life) toManager(o app.TransferOrder, at time.Time) (app.Move, error) {
	l.team, l.hand = manager, l.head(desk).ID
	o.Lead, o.Accused = 0, app.Accusation{Dept: l.depts[property]}
	return l.c.OpenComplaint(o, l.Ground, at)
}
