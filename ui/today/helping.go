package today

import (
	"context"

	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// helping are the shares that helping departments still have to do; those of the
// department of whoever sits here come first in the hour of their limit.
func (p *Page) helping(ctx context.Context) (rows []row, err error) {
	all, err := p.asks.Helping(ctx, p.seat.Project, most)
	for i := range all {
		h := &all[i]
		rows = append(rows, row{line: h.Line, limit: h.Help.Due, help: &h.Help})
	}
	return rows, err
}

// help is a share of an issue: by when, what of, and which department has it.
func (l *listed) help(r row) []kit.Piece {
	s := l.seat
	tone, due := s.Due(r.limit)
	words := s.Say("next.help")
	if r.help.Signed.IsZero() {
		words = s.Say("next.help-sign")
	}
	button := kit.ButtonOf(words)
	if r.help.Late(l.now) {
		button = kit.PrimaryOf(words)
	}
	return []kit.Piece{
		kit.ChipOf(tone, due), kit.Said(r.line.Number), kit.ChipOf(seat.KindTone(r.line.Kind), s.Say("code."+string(r.line.Kind))),
		kit.SaidBold(r.line.Place.Short()), kit.Said(s.Say("today.helping", oneLine(s.Told(r.line)))), kit.SaidQuiet(s.Dept(r.help.Dept)), button,
	}
}

// followHelp leads to a share: to its next step if that was pressed.
func (p *Page) followHelp(r row, step bool) {
	switch {
	case !step:
		p.Open(r.line)
	default:
		p.Help(r.line, *r.help)
	}
}
