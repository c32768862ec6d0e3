package issues

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// mostAnswers is how many lines the list under the search has room for.
const mostAnswers = 8

// find asks the register for what was typed, once typing rests.
func (p *Intake) find(typed string) {
	typed = strings.TrimSpace(typed)
	if p.chosen != nil && typed != p.nameOfChosen() {
		p.forget()
	}
	p.draft.soon()
	if typed == "" || p.chosen != nil {
		p.finding.Drop()
		p.answers.close()
		return
	}
	kit.Latest(p.finding, func(ctx context.Context) ([]app.Found, error) {
		return p.asks.Find(ctx, typed, mostAnswers)
	}, p.showFound)
}

func (p *Intake) showFound(found []app.Found, err error) {
	if err != nil {
		p.s.Fail(p.facts.Form, err)
		return
	}
	p.found = found
	if len(found) == 0 {
		p.answers.say(p.s.Say("intake.nobody"), p.search)
		return
	}
	lines := make([]string, len(found))
	for i, f := range found {
		lines[i] = p.line(f)
	}
	p.answers.show(lines, p.search)
}

// line is one answer: place, person, phone. The name is open, for it is asked
// for on the phone; the number is not.
func (p *Intake) line(f app.Found) string {
	return p.s.Dotted(p.estate(f), p.s.Place(f.Place(), say.Open), p.personOf(f), p.contactOf(f))
}

func (p *Intake) estate(f app.Found) string {
	if len(p.facts.project.Values()) < 2 {
		return ""
	}
	return f.Project.Name
}

func (p *Intake) personOf(f app.Found) string { return p.s.Name(reporterOf(f), say.Open) }

func (p *Intake) contactOf(f app.Found) string { return p.s.Contact(reporterOf(f), say.Masked) }

// reporterOf is the found person as an intake writes him down.
func reporterOf(f app.Found) app.Reporter {
	r := app.Reporter{Person: f.Person.ID, Owner: f.Owner, Name: f.Person.Name, Email: f.Person.Email, WeChat: f.Person.WeChat}
	if len(f.Person.Phones) > 0 {
		r.Phone = f.Person.Phones[0]
	}
	return r
}

func (p *Intake) nameOfChosen() string {
	if f := *p.chosen; f.Room.ID != 0 || f.Building.ID != 0 {
		return f.Place().Short()
	}
	return p.chosen.Person.Name
}

// Choose fills in what the register knows of a room and a person.
func (p *Intake) Choose(f app.Found) {
	p.chosen = &f
	p.answers.close()
	p.finding.Drop()
	p.search.SetText(p.nameOfChosen())
	p.facts.place = f.Place()
	if f.Project.ID != 0 {
		kit.SetValue(p.facts.project, f.Project.ID)
	}
	if f.Person.ID != 0 {
		p.facts.who.lock(reporterOf(f), say.Open)
	}
	p.facts.Form.Clear()
	p.facts.Form.Field("place").SetHint(p.line(f))
	p.changed()
	if f.Person.ID == 0 {
		kit.Focus(p.facts.who.name)
		return
	}
	kit.Focus(p.facts.channel)
}

// forget takes back a choice that no longer stands in the search.
func (p *Intake) forget() {
	if p.facts.who.locked {
		p.facts.who.fill(app.Reporter{})
		p.facts.who.owner.Clear()
	}
	p.chosen, p.facts.place = nil, app.Place{}
	p.facts.Form.Field("place").SetHint("")
	p.side.load()
}

// searchKey gives the list its keys. Enter chooses; it never saves.
func (p *Intake) searchKey(name fyne.KeyName) bool { return p.answers.key(name) }

// reveal notes that the desk looks at a number to check it with the caller.
func (p *Intake) reveal(r app.Reporter, then func()) {
	look := app.Access{By: p.s.Staff.ID, Person: r.Person, Fields: "name,contact", Reason: p.s.Say("intake.reveal"), Action: "view"}
	kit.Do(p.s.Tasks, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, p.s.Desk.Reveal(ctx, look)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.s.Fail(p.facts.Form, err)
			return
		}
		then()
	})
}
