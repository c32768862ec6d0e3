package today

import (
	"context"

	"ownerdesk/app/meeting"
	"ownerdesk/ui/kit"
)

// gathered are events whose opinions nobody answered for yet, in the hour of their
// limit.
func (p *Page) gathered(ctx context.Context) (rows []row, err error) {
	all, err := p.asks.OpenGatherings(ctx, p.seat.Project)
	for i := range all {
		rows = append(rows, row{owing: &all[i], limit: all[i].Head.MinutesDue})
	}
	return rows, err
}

// owing is an event: until when its opinions are to be answered for, and how many
// are still open.
func (l *listed) owing(o meeting.Owing) []kit.Piece {
	s, h := l.seat, o.Head
	tone, due := s.Due(h.MinutesDue)
	button := kit.ButtonOf(s.Say("today.gathered.open"))
	if h.MinutesLate(l.now) {
		button = kit.PrimaryOf(s.Say("today.gathered.open"))
	}
	return []kit.Piece{
		kit.ChipOf(tone, due), kit.Said(h.Number), {}, kit.SaidBold(s.Voice.Staff(h.Recorder)),
		kit.Said(s.Say("today.gathered", oneLine(h.Title), o.Open, o.Of)), kit.SaidQuiet(s.Dept(h.Dept)), button,
	}
}
