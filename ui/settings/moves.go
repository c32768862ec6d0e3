package settings

import (
	"context"
	"errors"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// problemTable lists what is wrong with a year: where, what, and what stands there.
func (p *calendarPage) problemTable(problems []workday.Problem) fyne.CanvasObject {
	t := kit.NewTable(kit.RowDense,
		kit.Column{Title: p.Say("settings.problem.weight"), Width: 80},
		kit.Column{Title: p.Say("settings.problem.where"), Width: 150},
		kit.Column{Title: p.Say("settings.problem.what")},
		kit.Column{Title: p.Say("settings.problem.value"), Width: 120},
	)
	t.SetRows(rowsOf[workday.Problem]{problems, p.problem})
	return high(min(float32(len(problems)), 5)*kit.RowDense+46, t)
}

func (p *calendarPage) problem(w workday.Problem) []kit.Piece {
	weight := kit.ChipOf(kit.Bad, p.Say("settings.problem.wrong"))
	if w.Warn {
		weight = kit.ChipOf(kit.Warn, p.Say("settings.problem.check"))
	}
	where := p.Holiday(w.Field)
	if key := "settings.problem.field." + w.Field; p.Has(key) {
		where = p.Say(key)
	}
	if w.Row > 0 {
		where = p.Say("settings.problem.row", w.Row, where)
	}
	return []kit.Piece{weight, kit.Said(where), kit.Said(p.Say("settings.problem.rule." + w.Rule)), kit.SaidQuiet(w.Value)}
}

// moveTable lists limits with the old and the new one.
func (p *calendarPage) moveTable(moves []app.LimitMove) fyne.CanvasObject {
	t := kit.NewTable(kit.RowDense, p.moveColumns()...)
	t.SetRows(rowsOf[app.LimitMove]{moves, p.move})
	return high(min(float32(len(moves)), 6)*kit.RowDense+46, t)
}

func (p *calendarPage) moveColumns() []kit.Column {
	return []kit.Column{
		{Title: p.Say("settings.move.number"), Width: 160}, {Title: p.Say("settings.move.limit"), Width: 110},
		{Title: p.Say("settings.move.old")}, {Title: p.Say("settings.move.new")}, {Title: p.Say("settings.move.slip"), Width: 110},
	}
}

func (p *calendarPage) move(m app.LimitMove) []kit.Piece {
	slip := kit.Piece{}
	if m.Printed {
		slip = kit.ChipOf(kit.Warn, p.Say("settings.move.printed"))
	}
	return []kit.Piece{kit.SaidBold(m.Number), kit.Said(p.Limit(m.Limit)), kit.SaidQuiet(p.Voice.Due(m.OpenLimit.Due)), kit.SaidBold(p.Voice.Due(m.To)), slip}
}

// compare lists the limits on slips that the calendar of today would set
// otherwise, for a person who closed the question after loading.
func (p *calendarPage) compare() {
	kit.Do(p.Tasks, func(ctx context.Context) ([]app.LimitMove, error) {
		g, err := p.Desk.Ground(ctx)
		if err != nil {
			return nil, err
		}
		open, err := p.asks.OpenLimits(ctx)
		return otherwise(g.Calendar, open), err
	}, func(moves []app.LimitMove, err error) {
		switch {
		case err != nil:
			p.broke("calendar", err)
		case len(moves) == 0:
			p.Says(kit.Good, p.Say("settings.move.none"))
		default:
			p.confirm(moves)
		}
	})
}

// otherwise are the unsure limits on slips that a calendar sets differently.
func otherwise(c workday.Calendar, open []app.OpenLimit) []app.LimitMove {
	var moves []app.LimitMove
	for _, o := range open {
		if due := c.Sooner(o.From, o.Limit, o.Cap).Due; o.Printed && o.Unsure && due.Unix() != o.Due.Unix() {
			moves = append(moves, app.LimitMove{OpenLimit: o, To: due})
		}
	}
	return moves
}

// confirm lets a person decide which limits on slips follow the calendar: one by
// one, or all of them. The others stay as they were printed.
func (p *calendarPage) confirm(moves []app.LimitMove) *kit.Sheet {
	t := kit.NewTable(kit.RowDense, p.moveColumns()...).Ticking()
	t.SetRows(rowsOf[app.LimitMove]{moves, p.move})
	t.TickAll(true)
	content := container.NewVBox(kit.Flush(kit.Wrapped(p.Say("settings.move.what"))), high(min(float32(len(moves)), 8)*kit.RowDense+46, t))
	var s *kit.Sheet
	s = kit.NewSheet(p.Window.Canvas(), kit.SheetWords{
		Title: p.Say("settings.move.title"), Primary: p.Say("settings.move.confirm", strconv.Itoa(len(moves))), Cancel: p.Say("settings.move.leave"),
	}, 780, content, func() { p.follow(s, moves, t.Ticked()) })
	t.OnTicks = func() {
		n := len(t.Ticked())
		s.Primary.SetText(p.Say("settings.move.confirm", strconv.Itoa(n)))
		s.SetBusy(n == 0)
	}
	s.Open()
	s.FocusOn(t)
	return s
}

// follow lets the limits that were ticked follow the calendar. An issue that was
// closed or changed meanwhile keeps its limit and is said so; the others follow.
func (p *calendarPage) follow(s *kit.Sheet, moves []app.LimitMove, ticked []int) {
	by := p.Staff.ID
	s.SetBusy(true)
	kit.Do(p.Tasks, func(ctx context.Context) (followed, error) {
		var f followed
		for _, i := range ticked {
			_, err := p.Desk.MoveDue(ctx, app.MoveDueOrder{Stand: app.Stand{Issue: moves[i].Issue, By: by}})
			var faults app.Faults
			switch {
			case errors.As(err, &faults), errors.Is(err, app.ErrConflict):
				f.stayed = append(f.stayed, moves[i].Number)
			case err != nil:
				return f, err
			default:
				f.n++
			}
		}
		return f, nil
	}, func(f followed, err error) {
		s.SetBusy(false)
		if err != nil {
			p.failIn(s, nil, err)
			return
		}
		s.Close()
		if len(f.stayed) > 0 {
			p.Says(kit.Warn, p.Say("settings.move.stayed", p.List(f.stayed)))
			return
		}
		p.Says(kit.Good, p.Count("settings.move.done", f.n))
	})
}

// followed is how many limits followed, and which issues kept theirs.
type followed struct {
	n      int
	stayed []string
}
