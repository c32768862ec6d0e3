package printing

import (
	"context"
	"log/slog"

	"ownerdesk/app"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
)

// note writes into the timelines what became of paper, and into the log of accesses
// where that is not what it was made for.
func (p *Press) note(ctx context.Context, j job, made *sheets) error {
	if made.came != app.WayNone && !made.noted {
		if err := p.seat.Desk.PrintedAll(ctx, p.orders(j, *made)); err != nil {
			slog.Error("note paper", "err", err)
			return err
		}
		made.noted = true
	}
	err := p.seat.Desk.PaperCame(ctx, made.look, made.came)
	if err != nil {
		slog.Error("note paper", "err", err)
	}
	return err
}

// orders are what is noted: of each issue that has paper in what was made, and of no
// other, however many were asked for.
func (p *Press) orders(j job, made sheets) (all []app.PrintOrder) {
	for _, id := range made.of {
		if number, noted := j.noted[id]; noted {
			all = append(all, app.PrintOrder{
				Stand: app.Stand{Issue: id, By: p.seat.Staff.ID}, Document: number, Copies: j.copies, Way: made.came, Where: made.where,
			})
		}
	}
	return all
}

// unnoted says that paper is out and that the file does not know it, and offers to
// note it again; the paper is not made again.
func (p *Press) unnoted(j job, made sheets, words string) {
	s := p.seat
	kit.Confirm(s.Window.Canvas(), kit.Question{
		Title: s.Say("press.unnoted.title"), Text: words + "\n\n" + s.Say("press.unnoted", s.Trouble(made.unnoted)),
		Yes: s.Say("press.unnoted.again"), No: s.Say("press.unnoted.leave"),
	}, func() {
		kit.Do(s.Tasks, func(ctx context.Context) (sheets, error) {
			made.unnoted = p.note(ctx, j, &made)
			return made, nil
		}, func(made sheets, _ error) {
			if made.unnoted != nil {
				p.unnoted(j, made, words)
				return
			}
			s.Says(kit.Good, s.Say("press.noted"))
		})
	})
}

// whose are the issues that documents are of, each once, in their order.
func whose(docs []reports.Document) (ids []app.IssueID) {
	seen := map[app.IssueID]bool{0: true}
	for _, d := range docs {
		if !seen[d.Of] {
			seen[d.Of] = true
			ids = append(ids, d.Of)
		}
	}
	return ids
}
