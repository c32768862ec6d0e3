package today

import (
	"context"
	"strconv"
	"time"

	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// surveys are the yearly surveys that wait for something by these days.
func (p *Page) surveys(ctx context.Context, now time.Time) (rows []row, err error) {
	all, err := p.asks.Surveys(ctx, p.seat.Project)
	today := workday.DayOf(p.seat.Here(now))
	for i := range all {
		if _, _, due := all[i].Due(today); due {
			rows = append(rows, row{survey: &all[i]})
		}
	}
	return rows, err
}

// survey is a yearly survey: by when, and what it waits for.
func (l *listed) survey(h annual.Head) []kit.Piece {
	s := l.seat
	what, by, _ := h.Due(workday.DayOf(s.Here(l.now)))
	tone, words := s.Due(by.At(24*60-1, s.Ground.Office.Location()))
	button := kit.ButtonOf(s.Say("today.survey.open"))
	if tone == kit.Bad {
		button = kit.PrimaryOf(s.Say("today.survey.open"))
	}
	return []kit.Piece{
		kit.ChipOf(tone, words), kit.Said(h.Number), {}, kit.SaidBold(strconv.Itoa(h.Year)),
		kit.Said(s.Say("today.survey."+string(what), by.String())), kit.SaidQuiet(s.Voice.Project(h.Project)), button,
	}
}
