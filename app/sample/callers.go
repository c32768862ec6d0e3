package sample

import (
	"time"

	"ownerdesk/app"
)

// joins lets others bring the same while it is handled: nearly always where many
// households are concerned, now and then where something stands in everybody's way.
func (l *life) joins(share func(int) time.Time) {
	n := 0
	switch {
	case !l.plain() || l.c.Restricted() || l.c.State == app.Rework || len(l.c.Callers) > 0:
		return
	case l.c.Households >= 5:
		n = l.chance.between(2, 5)
	case l.c.Households > 1 && l.chance.of(80):
		n = l.c.Households - 1
	case (l.c.Kind == app.Complaint || l.c.Kind == app.Repair) && l.talk.Where != "room" && l.chance.of(4):
		n = l.chance.between(1, 2)
	}
	for i := range n {
		l.chores = append(l.chores, chore{share(l.chance.between(10+12*i, 18+12*i)), l.join})
	}
}

// join is a neighbour who calls about what is handled already.
func (l *life) join(at time.Time) (app.Move, error) {
	h, there := l.neighbourhood()
	if !there {
		return app.Move{}, errPass
	}
	t := one(l.chance, h.who)
	p := l.people[t.Person]
	o := app.JoinOrder{Stand: l.by(l.clerk), Place: h.place, Channel: "CH-TEL", Said: l.fill(l.phrase("join"), l.gaps),
		Reporter: app.Reporter{Person: p.ID, Owner: t.Owner, Name: p.Name, Phone: p.Phones[0]}}
	if p.WeChat != "" && l.chance.of(40) {
		o.Channel, o.Reporter.WeChat = "CH-WX", p.WeChat
	}
	return l.c.Join(o, l.Ground, at)
}

// neighbourhood is another home of the same building, whose people have not called.
func (l *life) neighbourhood() (h home, there bool) {
	for range 40 {
		h = l.house[one(l.chance, l.doors[l.c.Project])]
		if h.place.Building == l.c.Place.Building && h.room.ID != l.c.Place.Room && h.who[0].Person != l.c.Reporter.Person {
			return h, true
		}
	}
	return home{}, false
}

// toldToo are the further reporters who hear along with the first; the others hear
// later, but where the telling ends the issue.
func (l *life) toldToo(at time.Time) (all []app.CallerTold) {
	untold := l.c.CallersUntold()
	if l.c.FollowUpWanted(l.Ground) && l.chance.of(20) && len(untold) > 1 {
		untold = untold[:len(untold)-1]
	}
	for _, k := range untold {
		all = append(all, app.CallerTold{N: k.N, How: callerWay(k), At: at, Answer: l.phrase("told-answer")})
	}
	return all
}

// callerWay is how a further reporter is spoken to.
func callerWay(k app.Caller) app.Method {
	if k.Channel == "CH-WX" {
		return "MT-WX"
	}
	return "MT-TEL"
}

// tellOthers reaches those who were not told with the first.
func (l *life) tellOthers(at time.Time) (app.Move, error) {
	o := app.TellCallersOrder{Stand: l.by(l.clerk), Text: l.phrase("told-MT-TEL")}
	for _, k := range l.c.CallersUntold() {
		o.Told = append(o.Told, app.CallerTold{N: k.N, How: callerWay(k), At: at, Answer: l.phrase("told-answer")})
	}
	return l.c.TellCallers(o, l.Ground, at)
}

// mostAsked is how many of those who brought the same are asked after the first.
const mostAsked = 2

// asksCaller is whom a call to ask is for: 0 the first reporter, and after one who was
// content with the others still to be asked, the next.
func (l *life) asksCaller() (n int) {
	for _, a := range l.c.Attempts() {
		if a.Reached == app.ReachedOwner && a.Disposal == app.AskOthers {
			n++
		}
	}
	return min(n, len(l.c.Callers))
}

// asksOn tells whether after a content answer others are asked, too.
func (l *life) asksOn(caller int) bool {
	return caller < min(mostAsked, len(l.c.Callers)) && len(l.c.Attempts()) < mostTries-2 && l.chance.of(60)
}
