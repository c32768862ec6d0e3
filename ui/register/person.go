package register

import (
	"context"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// kinds are what somebody can be to a room.
func kinds() []app.OwnerKind {
	var all []app.OwnerKind
	for _, k := range app.OwnerKinds {
		if k != app.Anonymous {
			all = append(all, k)
		}
	}
	return all
}

// addPerson puts somebody new into the room of the card.
func (p *Page) addPerson() {
	p.personForm(someone{tie: app.Tie{Room: p.detail.home.room.ID, Owner: kinds()[0]}})
}

// editPerson corrects somebody. The form shows all there is, so a reason is
// asked for first.
func (p *Page) editPerson(one someone) {
	p.reveal(one.person, func() {
		p.draw()
		p.personForm(one)
	})
}

// personForm is the form of somebody and what he is to the room of the card.
type personForm struct {
	page                *Page
	one                 someone
	form                *kit.Form
	name, email, wechat *kit.Input
	owner               *kit.Choice[app.OwnerKind]
	phones, note        *kit.TextArea
	editor              *editor
}

func (p *Page) personForm(one someone) *personForm {
	s, v := p.seat, one.person
	f := &personForm{
		page: p, one: one, form: kit.NewForm(2),
		name: text(v.Name, ""), email: text(v.Email, ""), wechat: text(v.WeChat, ""),
		phones: area(strings.Join(v.Phones, "\n"), 3, app.LongestLine), note: area(v.Note, 3, app.LongestText), owner: p.kindChoice(one.tie.Owner),
	}
	f.form.Add("name", kit.NewField(s.Say("register.person.name"), f.name, ""), 1)
	if one.tie.Room != 0 {
		f.form.Add("owner", kit.NewField(s.Say("register.person.owner"), f.owner, ""), 1)
	}
	f.form.Add("phones", kit.NewField(s.Say("register.person.phones"), f.phones, s.Say("register.person.phones.hint")), 2)
	f.form.Add("email", kit.NewField(s.Say("register.person.email"), f.email, ""), 1)
	f.form.Add("wechat", kit.NewField(s.Say("register.person.wechat"), f.wechat, ""), 1)
	f.form.Add("note", kit.NewField(s.Say("register.person.note"), f.note, s.Say("register.person.note.hint")), 2)
	f.editor = p.edit(seat.FormName("person", v.ID, one.tie.Room), p.titled(v.ID == 0, "person"), s.Say("register.said"), 560, f.form, f.read)
	return f
}

func (p *Page) kindChoice(now app.OwnerKind) *kit.Choice[app.OwnerKind] {
	c := kit.NewChoice(kinds(), func(k app.OwnerKind) string { return p.seat.Say("code." + string(k)) })
	kit.SetValue(c, now)
	return c
}

// read takes the form down. A number that cannot be called is refused here: what
// was typed would be lost otherwise.
func (f *personForm) read() (keep, bool) {
	numbers, faults := register.Phones(f.phones.Value())
	if len(faults) > 0 {
		f.form.Fail("phones", f.page.seat.Say("import.problem."+faults[0].Rule, faults[0].Value))
		return nil, false
	}
	v, was := f.one.person, f.one.tie
	v.Name, v.Email, v.WeChat, v.Note, v.Phones = f.name.Value(), f.email.Value(), f.wechat.Value(), f.note.Value(), nil
	for _, n := range numbers {
		v.Phones = append(v.Phones, n.Text)
	}
	now := was
	now.Owner = f.owner.Value()
	desk := f.page.seat.Desk
	return func(ctx context.Context) error {
		id, err := desk.ChangePerson(ctx, v)
		if err != nil || now.Room == 0 || v.ID != 0 && now == was {
			return err
		}
		now.Person = id
		if err := desk.ChangeTie(ctx, now); err != nil || v.ID == 0 {
			return err
		}
		was.Ended = true
		return desk.ChangeTie(ctx, was)
	}, true
}
