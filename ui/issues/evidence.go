package issues

import (
	"context"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// newPartyRows lists whom an investigation spoke to.
func newPartyRows(m matter, have []app.Party) *kit.Editor[app.Party] {
	s := m.s
	heads := []string{s.Say("party.role"), s.Say("party.name"), s.Say("party.at"), s.Say("party.points")}
	return kit.NewEditor(kit.Columns{150, 130, 190, 0}, heads, s.Say("party.add"), func(p app.Party) kit.EditorRow[app.Party] {
		role, name, points := kit.Filled(p.Role), kit.Filled(p.Name), kit.Filled(p.Points)
		at := s.MomentField(seat.Morning)
		at.SetValue(p.At)
		return kit.EditorRow[app.Party]{
			Cells: []fyne.CanvasObject{role, name, at, points},
			Read: func() (app.Party, bool) {
				now := app.Party{Role: role.Value(), Name: name.Value(), At: at.Moment(), Points: points.Value()}
				return now, now != app.Party{}
			},
		}
	}, have).Named("role", "name", "at", "points")
}

// newEvidenceRows lists the numbered evidence; a file can be added to each and
// opened from it.
func newEvidenceRows(q *inquiry, have []app.Evidence) *kit.Editor[app.Evidence] {
	s := q.s
	heads := []string{s.Say("evidence.name"), s.Say("evidence.kind"), s.Say("evidence.source"), s.Say("evidence.obtained"),
		s.Say("evidence.where"), s.Say("evidence.giver"), s.Say("evidence.file")}
	return kit.NewEditor(kit.Columns{0, 90, 110, 180, 110, 90, 200}, heads, s.Say("evidence.add"), func(e app.Evidence) kit.EditorRow[app.Evidence] {
		name, source, where, giver := kit.Filled(e.Name), kit.Filled(e.Source), kit.Filled(e.Where), kit.Filled(e.Giver)
		kind := kit.NewChoice(app.EvidenceKinds, func(code string) string { return s.Say("code." + code) })
		kit.SetValue(kind, e.Kind)
		obtained := s.MomentField(seat.Morning)
		obtained.SetValue(e.Obtained)
		file, cell := q.files.cell(e.Attachment)
		return kit.EditorRow[app.Evidence]{
			Cells: []fyne.CanvasObject{name, kind, source, obtained, where, giver, cell},
			Read: func() (app.Evidence, bool) {
				now := app.Evidence{Name: name.Value(), Kind: kind.Value(), Source: source.Value(), Obtained: obtained.Moment(),
					Where: where.Value(), Giver: giver.Value(), Attachment: file.Value()}
				return now, now != app.Evidence{}
			},
		}
	}, have).Named("name", "kind", "source", "obtained", "where", "giver", "file")
}

// openFile shows an attached file in the system's program for it.
func openFile(m matter, n int) {
	if n < 1 || n > len(m.c.Attachments) {
		return
	}
	a := m.c.Attachments[n-1]
	kit.Do(m.s.Tasks, func(ctx context.Context) (string, error) {
		return m.asks.OpenPath(ctx, a)
	}, func(path string, err error) {
		if err == nil {
			err = m.s.Outside.Open(path)
		}
		if err != nil {
			m.s.Fail(nil, err)
		}
	})
}
