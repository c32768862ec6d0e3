package meetings

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/kit"
)

// reckoned are the figures of a record: as they were frozen, and as they are now.
type reckoned struct {
	frozen meeting.Kept
	now    meeting.Kept
	there  bool
}

// reckon asks for the figures. They come after the rest: they take longest.
func (p *Page) reckon() {
	freeze, frozen := p.seen.r.Frozen()
	id := p.id
	kit.Latest(p.lane, func(ctx context.Context) (v reckoned, err error) {
		if frozen {
			if v.frozen, err = p.asks.Kept(ctx, id, freeze.N); err != nil {
				return v, err
			}
		}
		v.now, err = p.desk.Now(ctx, id)
		return v, err
	}, func(v reckoned, err error) {
		if err != nil {
			slog.Error("figures", "err", err)
			p.s.Says(kit.Bad, p.s.Trouble(err))
			return
		}
		p.figures, p.figures.there = v, true
		p.showFigures()
	})
}

// figuresCard is when the figures were frozen and by whom, and room for them.
func (p *Page) figuresCard() fyne.CanvasObject {
	s, r := p.s, p.seen.r
	box := container.NewVBox()
	newest, frozen := r.Frozen()
	if frozen {
		box.Add(kit.Flush(kit.Wrapped(s.Say("meetings.frozen", s.Moment(newest.At), s.Voice.Staff(newest.By), newest.N))))
		for _, f := range r.Freezes {
			if f.N != newest.N {
				box.Add(kit.Small(s.Say("meetings.frozen.earlier", f.N, s.Moment(f.At), s.Voice.Staff(f.By))))
			}
		}
		if newest.Why != "" {
			box.Add(kit.Small(s.Say("meetings.frozen.why", newest.Why)))
		}
	} else {
		box.Add(kit.Small(s.Say("meetings.not-frozen")))
	}
	box.Add(p.frozen)
	if p.figures.there {
		p.showFigures()
	}
	return kit.CardTitled(s.Say("meetings.card.figures"), box)
}

// told are the figures shown on the page; all are on paper and under Statistics.
var told = []figures.Key{figures.TransferOnTime, figures.HandlingOnTime, figures.Completed, figures.FollowedUp, figures.Satisfied, figures.Overdue}

// showFigures fills the card in.
func (p *Page) showFigures() {
	_, frozen := p.seen.r.Frozen()
	kept := p.figures.now
	if frozen {
		kept = p.figures.frozen
	}
	p.frozen.RemoveAll()
	if p.seen.r.Kind == meeting.Weekly {
		p.frozen.Add(p.weekCounts(kept.Week))
	} else {
		p.frozen.Add(p.rates(kept.Report))
	}
	if kept.OnTime.Den > 0 {
		p.frozen.Add(kit.Small(p.s.Say("meetings.on-time", kept.OnTime.Num, kept.OnTime.Den)))
	}
	if frozen && p.seen.r.Kind == meeting.Monthly {
		p.addChanges(meeting.Changes(p.figures.frozen.Report, p.figures.now.Report))
	}
	p.frozen.Refresh()
}

func (p *Page) rates(r figures.Report) fyne.CanvasObject {
	grid := container.NewGridWithColumns(3)
	for _, k := range told {
		for _, rate := range r.Rates {
			if rate.Key == k {
				grid.Add(container.NewVBox(kit.NewCell(p.s.Say("kpi."+string(k)), kit.SizeLabel, kit.Quiet, false), kit.NewCell(p.s.Rate(rate), kit.SizeBody, kit.Body, true)))
			}
		}
	}
	return grid
}

// weekCounts are a department's week, each number with its issues.
func (p *Page) weekCounts(w meeting.Week) fyne.CanvasObject {
	s, row := p.s, container.NewHBox()
	for _, c := range []struct {
		key string
		ids []app.IssueID
	}{{"new", w.New}, {"completed", w.Completed}, {"overdue", w.Overdue}, {"complaints", w.Complaints}} {
		words := s.Say("meetings.week." + c.key)
		row.Add(kit.Link(s.Say("today.pick", words, len(c.ids)), func() { p.lead(words, c.ids) }))
	}
	return row
}

func (p *Page) lead(title string, ids []app.IssueID) {
	if len(ids) == 0 {
		p.s.Says(kit.Info, p.s.Say("statistics.none"))
		return
	}
	p.Issues(p.s.Say("statistics.of", title, p.seen.r.Number), ids)
}

// addChanges lists what is different now from what was frozen.
func (p *Page) addChanges(c meeting.Since) {
	s := p.s
	p.frozen.Add(kit.Gap(1, 4))
	p.frozen.Add(kit.Section(s.Say("meetings.since")))
	if c.Nothing() {
		p.frozen.Add(kit.Small(s.Say("meetings.since.nothing")))
		return
	}
	for _, r := range c.Rates {
		words := s.Say("kpi." + string(r.Key))
		ids := append(append([]app.IssueID{}, r.Entered...), r.Left...)
		line := kit.NewCell(s.Say("act.changed", words, s.Rate(r.Was), s.Rate(r.Now)), kit.SizeLabel, kit.Body, false)
		link := fyne.CanvasObject(kit.Gap(0, 0))
		if len(ids) > 0 {
			link = kit.Link(s.Count("meetings.issues", len(ids)), func() { p.lead(words, ids) })
		}
		p.frozen.Add(container.NewBorder(nil, nil, nil, link, kit.Middle(line)))
	}
	for _, part := range []struct {
		key string
		ids []app.IssueID
	}{{"meetings.since.entered", c.Entered}, {"meetings.since.left", c.Left}} {
		if len(part.ids) > 0 {
			words := s.Say(part.key)
			p.frozen.Add(kit.Left(kit.Link(s.Say("today.pick", words, len(part.ids)), func() { p.lead(words, part.ids) })))
		}
	}
}
