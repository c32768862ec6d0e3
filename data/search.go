package data

import (
	"context"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/fold"
)

// indexMove brings the full-text index up to what a move changed. Moves that
// add no text and no number leave it alone.
func (p *pen) indexMove(ctx context.Context, m app.Move) error {
	said := m.Note != nil || m.Suspension != nil || m.Feedback != nil || m.FollowUp != nil || m.Inquiry != nil || m.Cost != nil || len(m.Callers) > 0
	if !said && m.Draw == app.NoNumber && m.Round == nil && m.Act.Kind != app.ActAmended {
		return nil
	}
	c, err := p.texts(ctx, m.Issue)
	if err != nil {
		return err
	}
	if m.Act.N > 1 {
		if _, err := p.exec(ctx, `DELETE FROM search WHERE rowid = ?`, int64(m.Issue.ID)); err != nil {
			return err
		}
	}
	return p.indexCase(ctx, c)
}

// texts reads back those parts of an issue that can be searched.
func (p *pen) texts(ctx context.Context, i app.Issue) (c app.Case, err error) {
	c.Issue = i
	if c.Rounds, err = rounds.all(ctx, p, int64(i.ID)); err != nil {
		return c, err
	}
	if c.Delays, err = delays.all(ctx, p, int64(i.ID)); err != nil {
		return c, err
	}
	if c.Feedbacks, err = feedbacks.all(ctx, p, int64(i.ID)); err != nil {
		return c, err
	}
	if c.Notes, err = notes.all(ctx, p, int64(i.ID)); err != nil {
		return c, err
	}
	if c.FollowUps, err = followUps.all(ctx, p, int64(i.ID)); err != nil {
		return c, err
	}
	if c.Disturbances, err = disturbances.all(ctx, p, int64(i.ID)); err != nil {
		return c, err
	}
	if c.Helps, err = helps.all(ctx, p, int64(i.ID)); err != nil {
		return c, err
	}
	if c.Suspensions, err = suspensions.all(ctx, p, int64(i.ID)); err != nil {
		return c, err
	}
	if c.Inspections, err = inspections.all(ctx, p, int64(i.ID)); err != nil {
		return c, err
	}
	if c.Costs, err = costs.all(ctx, p, int64(i.ID)); err != nil {
		return c, err
	}
	if c.Callers, err = callers.all(ctx, p, int64(i.ID)); err != nil {
		return c, err
	}
	c.Inquiry, err = inquiryOf(ctx, p, i.ID)
	return c, err
}

// indexCase adds an issue to the full-text index.
func (p *pen) indexCase(ctx context.Context, c app.Case) error {
	_, err := p.exec(ctx, `INSERT INTO search (rowid, number, people, place, story, notes) VALUES (?, ?, ?, ?, ?, ?)`,
		int64(c.ID), fold.Index(numbersOf(c)...), fold.Index(peopleOf(c)...), fold.Index(placesOf(c)...),
		fold.Index(c.Description, c.Wish, c.Reference), fold.Index(saidIn(c)...))
	return err
}

// numbersOf are the numbers by which people know an issue. A slip's number
// finds its rounds too, and a follow-up's all attempts.
func numbersOf(c app.Case) []string {
	all := []string{c.Number}
	add := func(number string) {
		for _, known := range all {
			if known == number {
				return
			}
		}
		all = append(all, number)
	}
	for _, r := range c.Rounds {
		if r.Number != "" {
			add(r.Number)
		}
	}
	for _, d := range c.Delays {
		add(d.Number)
	}
	for _, f := range c.FollowUps {
		add(f.Number)
	}
	for _, d := range c.Disturbances {
		add(d.Number)
	}
	return all
}

// peopleOf are name, spellings and ways to reach whoever came, the first or later.
func peopleOf(c app.Case) []string {
	all := reporterWords(c.Reporter)
	for _, k := range c.Others() {
		all = append(all, reporterWords(k.Reporter)...)
	}
	return all
}

func reporterWords(r app.Reporter) []string {
	return append(spellings(r.Name), r.Phone, r.Email, r.WeChat)
}

// placesOf are the places of all who came.
func placesOf(c app.Case) []string {
	all := placeWords(c.Place)
	for _, k := range c.Others() {
		all = append(all, placeWords(k.Place)...)
	}
	return all
}

// spellings are a name and how a clerk may type it: zhangsan, zs.
func spellings(name string) []string {
	full, initials := fold.Pinyin(name)
	return append(append([]string{name}, full...), initials...)
}

// placeWords is a place in the ways it is said: 3-2-501, 3幢2单元501室, and a public
// place as typed.
func placeWords(p app.Place) []string {
	if p.Block == "" && p.Door == "" {
		return []string{p.Text}
	}
	return []string{p.Short(), p.Text}
}

// saidIn is what people wrote on the way.
func saidIn(c app.Case) []string {
	var all []string
	for _, n := range c.Notes {
		all = append(all, n.Text, n.Answer)
	}
	for _, f := range c.Feedbacks {
		all = append(all, f.Situation, f.Verdict)
	}
	for _, f := range c.FollowUps {
		all = append(all, f.Opinion)
	}
	for _, d := range c.Disturbances {
		all = append(all, d.Part, d.Whom)
	}
	for _, h := range c.Helps {
		all = append(all, h.Situation)
	}
	for _, s := range c.Suspensions {
		all = append(all, s.Text, s.Why)
	}
	for _, i := range c.Inspections {
		all = append(all, i.Result)
	}
	for _, k := range c.Others() {
		all = append(all, k.Said, k.Answer)
	}
	if k, there := c.Cost(); there {
		all = append(all, k.OtherWhat, k.Receipt)
		for _, m := range k.Materials {
			all = append(all, m.What)
		}
	}
	if c.Inquiry != nil {
		all = append(all, c.Inquiry.Facts)
	}
	return all
}

// match spells what a person typed for FTS5; empty when there is nothing to
// look for in it.
func match(typed string) string {
	var parts []string
	for _, p := range fold.Query(typed) {
		// Pieces hold letters and digits only, so quoting them is safe.
		phrase := `"` + strings.Join(p.Pieces, " ") + `"`
		if p.Open {
			phrase += "*"
		}
		parts = append(parts, phrase)
	}
	return strings.Join(parts, " AND ")
}

// indexPeople indexes the people that a query names anew.
func (p *pen) indexPeople(ctx context.Context, query string, args ...any) error {
	ids, err := list(ctx, p, value[int64], query, args...)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := p.indexPerson(ctx, app.PersonID(id)); err != nil {
			return err
		}
	}
	return nil
}

// indexPerson indexes a person with the rooms of ties that hold.
func (p *pen) indexPerson(ctx context.Context, id app.PersonID) error {
	v, err := personOf(ctx, p, id)
	if err != nil {
		return err
	}
	places, err := list(ctx, p, func(r row) (s string, err error) {
		var place app.Place
		err = r.Scan(&place.Block, &place.Unit, &place.Door)
		return place.Short(), err
	}, `SELECT b.name, r.unit, r.door FROM ties t JOIN rooms r ON r.id = t.room_id JOIN buildings b ON b.id = r.building_id
		WHERE t.person_id = ? AND t.ended = 0 ORDER BY r.id`, int64(id))
	if err != nil {
		return err
	}
	if _, err := p.exec(ctx, `DELETE FROM register_search WHERE rowid = ?`, int64(id)); err != nil {
		return err
	}
	_, err = p.exec(ctx, `INSERT INTO register_search (rowid, people, place) VALUES (?, ?, ?)`,
		int64(id), fold.Index(append(spellings(v.Name), v.WeChat, v.Email)...), fold.Index(places...))
	return err
}
