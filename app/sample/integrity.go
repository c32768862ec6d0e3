package sample

import (
	"slices"
	"time"

	"ownerdesk/app"
)

// fewOfIntegrity keeps complaints about integrity to a few a year. One at least of the
// later half is handled, whatever came before: one that is refused or withdrawn at the
// door is followed by another.
func (l *life) fewOfIntegrity(t *Talk, fit []share[*Talk]) *Talk {
	y := l.year
	of := slices.IndexFunc(fit, func(s share[*Talk]) bool { return s.what.Category == app.Integrity })
	if of < 0 {
		return t
	}
	if l.plain() && y.came*2 > len(y.arrivals) && !y.bribe.stands() {
		t, y.bribe = fit[of].what, l
		y.bribes++
		return t
	}
	for t.Category == app.Integrity && (!l.plain() || y.bribes > y.came/500) {
		t = drawn(l.chance, fit)
	}
	if t.Category == app.Integrity {
		y.bribes++
	}
	return t
}

// stands tells whether an issue was passed on, or still may be.
func (l *life) stands() bool {
	return l != nil && (len(l.c.Rounds) > 0 || l.c.Open())
}

// toManager passes a complaint about integrity on past the department concerned. The
// manager lets the head of the desk handle it, and investigates it himself.
func (l *life) toManager(o app.TransferOrder, at time.Time) (app.Move, error) {
	l.team, l.hand = manager, l.head(desk).ID
	o.Lead, o.Accused = 0, app.Accusation{Dept: l.depts[property]}
	return l.c.OpenComplaint(o, l.Ground, at)
}
