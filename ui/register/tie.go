package register

import (
	"context"
	"strings"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// addTie ties somebody who is in the register already to the room of the card.
func (p *Page) addTie() *editor {
	s, room := p.seat, p.detail.home.room.ID
	lane := kit.NewLane(s.Tasks, searchPause)
	who := kit.NewChoice(nil, p.asAnswer)
	form := kit.NewForm(2)
	typed := kit.Entry(s.Say("register.tie.example"))
	typed.OnChanged = func(query string) {
		kit.Latest(lane, func(ctx context.Context) ([]app.Found, error) {
			return p.asks.Find(ctx, strings.TrimSpace(query), mostFound)
		}, func(found []app.Found, err error) {
			if p.wrong(err) {
				return
			}
			who.SetValues(people(found))
			form.Field("person").SetHint(s.Count("register.found", len(who.Values())))
			if len(who.Values()) == 1 {
				who.Pick(func(app.Found) bool { return true })
			}
		})
	}
	kind := p.kindChoice(kinds()[0])
	form.Add("query", kit.NewField(s.Say("register.tie.search"), typed, ""), 2)
	form.Add("person", kit.NewField(s.Say("register.tie.person"), who, ""), 2)
	form.Add("owner", kit.NewField(s.Say("register.person.owner"), kind, ""), 1)
	e := p.edit(seat.FormName("tie", room), s.Say("register.tie"), s.Say("register.said"), 520, form, func() (keep, bool) {
		if len(who.Values()) == 0 {
			form.Fail("query", fault(s, app.Invalid{Field: "person", Rule: "missing"})) // there is nobody to be chosen yet
			return nil, false
		}
		t := app.Tie{Person: who.Value().Person.ID, Room: room, Owner: kind.Value()}
		return func(ctx context.Context) error { return s.Desk.ChangeTie(ctx, t) }, true
	})
	e.sheet.OnClosed = lane.Drop
	return e
}

// people are those found, each once.
func people(found []app.Found) []app.Found {
	var some []app.Found
	seen := map[app.PersonID]bool{0: true}
	for _, f := range found {
		if !seen[f.Person.ID] {
			seen[f.Person.ID] = true
			some = append(some, f)
		}
	}
	return some
}

// asAnswer is somebody in a list to choose from, masked.
func (p *Page) asAnswer(f app.Found) string {
	s := p.seat
	return strings.Join(filled(s.Person(f.Person.Name, false, say.Masked), s.Contact(reach(f.Person), say.Masked), s.Place(placeOf(f.Building, f.Room), say.Open)), s.Say("register.between"))
}

// endTie notes that somebody has left the room; the record stays.
func (p *Page) endTie(one someone) {
	s := p.seat
	t := one.tie
	t.Ended = true
	kit.Confirm(s.Window.Canvas(), kit.Question{
		Title: s.Say("register.end.title", s.Person(one.person.Name, false, p.privacy(one.person.ID)), s.Place(placeOf(p.detail.home.building, p.detail.home.room), say.Open)),
		Text:  s.Say("register.end.what"), Yes: s.Say("register.end"), No: s.Say("register.cancel"),
	}, func() { p.keepTies(s.Say("register.said.ended"), t) })
}

// keepTies keeps a tie without a form.
func (p *Page) keepTies(said string, t app.Tie) {
	kit.Do(p.seat.Tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.seat.Desk.ChangeTie(ctx, t)
	}, func(_ struct{}, err error) {
		if !p.wrong(err) {
			p.seat.Says(kit.Good, said)
		}
	})
}
