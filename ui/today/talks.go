package today

import "context"

// talks are the issues that owe a talk on site, in the hour of its limit.
func (p *Page) talks(ctx context.Context) ([]row, error) {
	all, err := p.asks.TalksOwed(ctx, p.seat.Project)
	rows := make([]row, len(all))
	for i, t := range all {
		rows[i] = row{line: t.Line, limit: t.Due, talk: true}
	}
	return rows, err
}
