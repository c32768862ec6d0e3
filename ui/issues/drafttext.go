package issues

import (
	"context"
	"log/slog"
	"strconv"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// text is the form as it stands, field by field, for a draft.
func (p *Intake) text() map[string]string {
	f, w := p.facts, p.facts.who
	text := map[string]string{
		"search": p.search.Text, "where": f.where.Text, "owner": string(w.owner.Value()),
		"project": number(f.project.Value()), "channel": string(f.channel.Value()), "received": f.received.Text,
		"received-why": f.receivedWhy.Text, "kind": string(f.kind.Value()), "subject": string(f.subject.Value()),
		"category": string(f.category.Value()), "urgency": string(f.urgency.Value()), "level": string(f.level.Value()),
		"description": f.description.Value(), "wish": f.wish.Text, "occurred": f.occurred.Text,
		"households": f.households.Text, "reference": f.reference.Text, "reply-how": string(f.replyHow.Value()),
		"reply-when": f.replyWhen.Text, "no-reply": tick(f.noReply), "anonymous": tick(w.anonymous), "refused": tick(w.refused),
	}
	if w.locked {
		text["locked"] = "1"
		text["person"], text["name"] = number(w.known.Person), w.known.Name
		text["phone"], text["email"], text["wechat"] = w.known.Phone, w.known.Email, w.known.WeChat
	} else {
		text["name"], text["contact"], text["person"] = w.name.Text, w.contact.Text, number(w.known.Person)
	}
	at := f.place
	text["area"], text["building"], text["room"] = number(at.Area), number(at.Building), number(at.Room)
	text["block"], text["unit"], text["door"] = at.Block, at.Unit, at.Door
	return text
}

// restore writes a draft back into the form.
func (p *Intake) restore(text map[string]string) {
	p.restoreWho(text)
	f := p.facts
	f.place = app.Place{
		Area: app.AreaID(id(text["area"])), Building: app.BuildingID(id(text["building"])), Room: app.RoomID(id(text["room"])),
		Block: text["block"], Unit: text["unit"], Door: text["door"],
	}
	kit.SetValue(f.project, app.ProjectID(id(text["project"])))
	f.where.SetText(text["where"])
	kit.SetValue(f.channel, app.Channel(text["channel"]))
	f.received.SetText(text["received"])
	f.receivedWhy.SetText(text["received-why"])
	kit.SetValue(f.kind, app.Kind(text["kind"]))
	kit.SetValue(f.subject, app.Category(text["subject"]))
	f.narrow()
	kit.SetValue(f.category, app.Category(text["category"]))
	kit.SetValue(f.urgency, app.Urgency(text["urgency"]))
	kit.SetValue(f.level, app.Level(text["level"]))
	f.description.SetText(text["description"])
	f.wish.SetText(text["wish"])
	f.occurred.SetText(text["occurred"])
	f.households.SetText(text["households"])
	f.reference.SetText(text["reference"])
	kit.SetValue(f.replyHow, app.Method(text["reply-how"]))
	f.replyWhen.SetText(text["reply-when"])
	f.noReply.SetChecked(text["no-reply"] != "")
	f.adapt()
	p.side.load()
	p.rejoin()
}

// rejoin finds in the register again whom a draft was about: what it says to the
// desk is not kept in a draft.
func (p *Intake) rejoin() {
	if p.chosen == nil {
		return
	}
	was, typed := p.chosen, p.search.Value()
	kit.Do(p.s.Tasks, func(ctx context.Context) ([]app.Found, error) {
		return p.asks.Find(ctx, typed, mostAnswers)
	}, func(found []app.Found, err error) {
		if err != nil {
			slog.Warn("draft", "err", err)
			return
		}
		for _, f := range found {
			if f.Room.ID == was.Room.ID && f.Building.ID == was.Building.ID && f.Person.ID == was.Person.ID && p.chosen == was {
				p.chosen = &f
				p.facts.Form.Field("place").SetHint(p.line(f))
				p.side.load()
				return
			}
		}
	})
}

// restoreWho writes back the person, and what was searched for.
func (p *Intake) restoreWho(text map[string]string) {
	w := p.facts.who
	r := app.Reporter{
		Person: app.PersonID(id(text["person"])), Owner: app.OwnerKind(text["owner"]),
		Anonymous: text["anonymous"] != "", Name: text["name"], Refused: text["refused"] != "",
	}
	p.chosen = nil
	if text["locked"] != "" {
		r.Phone, r.Email, r.WeChat = text["phone"], text["email"], text["wechat"]
		w.lock(r, say.Open)
	} else {
		w.fill(r)
		w.contact.SetText(text["contact"])
	}
	p.chosen = chosenOf(text)
	p.search.SetText(text["search"])
}

// chosenOf is what was chosen from the register, as far as the draft knows it.
func chosenOf(text map[string]string) *app.Found {
	if text["room"] == "" && text["building"] == "" && text["locked"] == "" {
		return nil
	}
	return &app.Found{
		Project:  app.Project{ID: app.ProjectID(id(text["project"]))},
		Building: app.Building{ID: app.BuildingID(id(text["building"])), Name: text["block"]},
		Room:     app.Room{ID: app.RoomID(id(text["room"])), Unit: text["unit"], Door: text["door"]},
		Person:   app.Person{ID: app.PersonID(id(text["person"])), Name: text["name"]},
	}
}

func number[T ~int64](v T) string {
	if v == 0 {
		return ""
	}
	return strconv.FormatInt(int64(v), 10)
}

// id is what number reads back; what is no number is none.
func id(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

func tick(t *kit.Tick) string {
	if t.Checked {
		return "1"
	}
	return ""
}
