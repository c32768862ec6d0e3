package surveys

import (
	"context"
	"errors"
	"log/slog"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// List is all surveys, the newest year first.
type List struct {
	Root fyne.CanvasObject
	// Open leads to a survey.
	Open func(annual.SurveyID)

	seat *seat.Seat
	desk *annual.Desk
	asks Asks
	lane *kit.Lane
	stop func()

	rows    []listed
	count   *kit.Phrase
	columns []kit.Column
	table   *kit.Table
}

// listed is a survey with how far it has come.
type listed struct {
	annual.Head
	valid    int
	response float64 // NaN before anybody could answer
	index    float64 // NaN before the report
}

// NewList lays the list out; Shown fills it.
func NewList(s *seat.Seat, desk *annual.Desk, asks Asks) *List {
	l := &List{seat: s, desk: desk, asks: asks, lane: kit.NewLane(s.Tasks, 0), Open: func(annual.SurveyID) {}}
	l.build()
	return l
}

func (l *List) build() {
	s := l.seat
	l.count = kit.Text("", kit.SizeBody, kit.Quiet, false)
	plan := kit.Primary(s.Say("surveys.plan"), theme.ContentAddIcon(), l.Plan)
	head := container.NewBorder(nil, nil, container.NewHBox(kit.Title(s.Say("surveys.title")), kit.Gap(4, 1), kit.Middle(l.count)), plan)
	var states []string
	for _, st := range annual.States {
		states = append(states, say.SurveyState(s.Voice, st))
	}
	l.columns = []kit.Column{
		{Title: s.Say("surveys.col.state"), Width: seat.Room(states...)},
		{Title: s.Say("surveys.col.year"), Width: 54},
		{Title: s.Say("surveys.col.number"), Width: seat.Room(s.Numbers()...)},
		{Title: s.Say("surveys.col.estate")},
		{Title: s.Say("surveys.col.valid"), Width: 100, Right: true},
		{Title: s.Say("surveys.col.response"), Width: 72, Right: true},
		{Title: s.Say("surveys.col.index"), Width: 62, Right: true},
	}
	l.table = kit.NewTable(kit.RowDense, l.columns...).OneClick()
	l.table.OnOpen = func(i int) { l.Open(l.rows[i].ID) }
	l.table.WhenEmpty(kit.Empty(theme.DocumentIcon(), s.Say("surveys.none"), s.Say("surveys.none.what"),
		kit.Button(s.Say("surveys.plan.year", l.year()), theme.ContentAddIcon(), l.Plan)))
	l.Root = kit.Page(container.NewBorder(container.NewVBox(head, kit.Gap(1, 4)), nil, nil, nil, kit.Card(seat.Spread(l.table, l.columns))))
}

// year is the one it is now, office time.
func (l *List) year() int { return workday.DayOf(l.seat.Here(l.seat.Now())).Year }

// Shown fills the list and keeps it true until Hidden.
func (l *List) Shown() {
	l.stop = l.seat.Desk.Changes.Listen(func(ch app.Change) {
		if ch.Surveys {
			kit.Do(l.seat.Tasks, nothing, func(struct{}, error) { l.reload() })
		}
	})
	l.load()
	l.seat.Focus(l.table)
}

// Hidden stops listening.
func (l *List) Hidden() {
	l.stop()
	l.stop = nil
	l.lane.Drop()
}

// FocusTarget is where the keyboard goes: the rows.
func (l *List) FocusTarget() fyne.Focusable { return l.table }

func (l *List) reload() {
	if l.stop != nil {
		l.load()
	}
}

func (l *List) load() {
	l.table.SetBusy(true)
	project := l.seat.Project
	kit.Latest(l.lane, func(ctx context.Context) ([]listed, error) {
		heads, err := l.asks.Surveys(ctx, project)
		if err != nil {
			return nil, err
		}
		rows := make([]listed, len(heads))
		for i, h := range heads {
			if rows[i], err = l.far(ctx, h); err != nil {
				return nil, err
			}
		}
		return rows, nil
	}, l.show)
}

// far asks how far a survey has come.
func (l *List) far(ctx context.Context, h annual.Head) (listed, error) {
	row := listed{Head: h, response: math.NaN(), index: math.NaN()}
	if h.Drawn.IsZero() {
		return row, nil
	}
	units, err := l.asks.Units(ctx, annual.WantedUnits{Survey: h.ID, Called: true})
	if err != nil {
		return row, err
	}
	sheets, err := l.asks.Sheets(ctx, h.ID)
	if err != nil {
		return row, err
	}
	sum := annual.Total(annual.Progress(h, units, sheets))
	row.valid = sum.Valid
	if r, any := sum.Response(); any {
		row.response = r
	}
	kept, err := l.asks.KeptResults(ctx, h.ID)
	switch {
	case errors.Is(err, app.ErrNotFound):
		return row, nil
	case err == nil:
		row.index = kept.Index.Mean
	}
	return row, err
}

// show is the only place where surveys meet the list.
func (l *List) show(rows []listed, err error) {
	l.table.SetBusy(false)
	if err != nil {
		slog.Error("surveys", "err", err)
		l.seat.Says(kit.Bad, l.seat.Trouble(err))
		return
	}
	l.rows = rows
	l.count.SetText(l.seat.Count("surveys.count", len(rows)))
	l.table.Refill(l)
}

// Count is how many rows there are.
func (l *List) Count() int { return len(l.rows) }

// At words one row.
func (l *List) At(i int) []kit.Piece {
	r, s := l.rows[i], l.seat
	valid, response := "", ""
	if n := planned(r.Strata); n > 0 {
		valid = s.Say("surveys.valid-of", s.Number(r.valid), s.Number(n))
	}
	if !math.IsNaN(r.response) {
		response = s.Percent(r.response)
	}
	return []kit.Piece{
		kit.ChipOf(stateTone(r.State), say.SurveyState(s.Voice, r.State)), kit.SaidBold(strconv.Itoa(r.Year)), kit.Said(r.Number),
		kit.Said(s.Voice.Project(r.Project)), kit.Said(valid), kit.Said(response), kit.SaidBold(score(r.index)),
	}
}

// Plan opens the form for a new survey.
func (l *List) Plan() {
	f := planForm(l.seat, l.desk, l.rows)
	f.Kept = func(m annual.Move) { l.Open(m.Head.ID) }
	f.Show()
}
