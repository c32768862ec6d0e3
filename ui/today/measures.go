package today

import (
	"context"
	"time"

	"ownerdesk/app/improve"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// measures are the improvement measures that somebody has to see to, the most
// pressing first.
func (p *Page) measures(ctx context.Context, now time.Time) (rows []row, err error) {
	heads, err := p.asks.Surveys(ctx, p.seat.Project)
	if err != nil {
		return nil, err
	}
	all, err := p.asks.Measures(ctx, improve.Wanted{Project: p.seat.Project, Open: true})
	by := improve.Foresee(p.seat.Ground, now, improve.Reported(heads))
	for _, m := range improve.Due(all, by) {
		rows = append(rows, row{measure: &pressing{m, m.Pending(by)[0]}})
	}
	return rows, err
}

// pressing is an improvement measure and what it waits for first.
type pressing struct {
	improve.Measure
	waits improve.Pending
}

// measure is an improvement measure: by when, what for, and who has it.
func (l *listed) measure(m pressing) []kit.Piece {
	s, today := l.seat, workday.DayOf(l.seat.Here(l.now))
	due, button := kit.ChipOf(kit.Warn, s.Say("date.today")), kit.ButtonOf(s.Say("today.measure.open"))
	switch {
	case m.waits.Late(today):
		_, words := s.Due(m.waits.Day.At(24*60-1, s.Ground.Office.Location()))
		due, button = kit.ChipOf(kit.Bad, words), kit.PrimaryOf(s.Say("today.measure.open"))
	case m.waits.Wait == improve.WaitEvaluate:
		due = kit.ChipOf(kit.Info, s.Say("today.measure.evaluate"))
	case m.waits.Day != today:
		tone, words := s.Due(m.waits.Day.At(24*60-1, s.Ground.Office.Location()))
		due = kit.ChipOf(tone, words)
	}
	return []kit.Piece{
		due, kit.Said(m.Number), {}, kit.SaidBold(s.Voice.Staff(m.Person)),
		kit.Said(s.Say("act.now", s.Waits(m.waits), oneLine(m.What))), kit.SaidQuiet(s.Dept(m.Dept)), button,
	}
}
