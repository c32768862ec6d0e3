package surveys

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/annual"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// samplePart is how far the field work of each stratum has come, and what to do
// where it lags behind.
type samplePart struct {
	p     *Page
	tiles *fyne.Container
	table *kit.Table
	rows  strataRows
	view  fyne.CanvasObject
}

func newSamplePart(p *Page) part {
	t, s := &samplePart{p: p, tiles: container.NewGridWithColumns(5)}, p.s
	columns := []kit.Column{
		{Title: s.Say("surveys.col.stratum"), Width: 160},
		{Title: s.Say("surveys.col.households"), Width: 84, Right: true},
		{Title: s.Say("surveys.col.planned"), Width: 60, Right: true},
		{Title: s.Say("surveys.col.issued"), Width: 64, Right: true},
		{Title: s.Say("surveys.col.contacted"), Width: 72, Right: true},
		{Title: s.Say("surveys.col.refused"), Width: 66, Right: true},
		{Title: s.Say("surveys.col.ineligible"), Width: 84, Right: true},
		{Title: s.Say("surveys.col.valid-only"), Width: 56, Right: true},
		{Title: s.Say("surveys.col.response"), Width: 76, Right: true},
		{Title: s.Say("surveys.col.advice")},
	}
	t.table = kit.NewTable(kit.RowDense, columns...).OneClick()
	t.table.OnOpen = func(h int) { p.households(h) }
	list := kit.Card(seat.Spread(t.table, columns))
	t.view = container.NewBorder(container.NewVBox(t.tiles, kit.Gap(1, 4)), nil, nil, nil, list)
	return t
}

func (t *samplePart) key() string             { return "sample" }
func (t *samplePart) root() fyne.CanvasObject { return t.view }

func (t *samplePart) show(v seen) {
	s, h := t.p.s, v.survey.Head
	t.tiles.Objects = nil
	if !h.Drawn.IsZero() {
		t.tiles.Objects = t.figures(v)
	}
	t.tiles.Refresh()
	title, what := s.Say("surveys.sample.none"), s.Say("surveys.sample.none.what")
	t.table.WhenEmpty(kit.Empty(theme.GridIcon(), title, what, nil))
	t.rows = strataRows{t.p, v, v.progress}
	if t.rows.all == nil {
		t.rows.all = annual.Progress(h, nil, nil)
	}
	t.table.Refill(t.rows)
}

// figures are all strata together.
func (t *samplePart) figures(v seen) []fyne.CanvasObject {
	s := t.p.s
	sum, want := annual.Total(v.progress), planned(v.survey.Strata)
	short, waiting := 0, 0
	for _, one := range v.progress {
		if one.Unfilled() {
			short++
		}
	}
	for _, u := range v.units {
		if u.Outcome == annual.Waiting {
			waiting++
		}
	}
	response, known := sum.Response()
	words := s.Say("number.none")
	if known {
		words = s.Words.Percent(response)
	}
	tone := kit.Plain
	if short > 0 {
		tone = kit.Warn
	}
	return []fyne.CanvasObject{
		kit.Tile(kit.Good, s.Number(sum.Valid), s.Say("surveys.tile.valid"), s.Say("surveys.tile.valid.of", s.Number(want)), nil),
		kit.Tile(kit.Info, words, s.Say("surveys.tile.response"), s.Say("surveys.tile.response.of", s.Number(sum.Valid), s.Number(sum.Issued-sum.Ineligible)), nil),
		kit.Tile(kit.Plain, s.Number(waiting), s.Say("surveys.tile.waiting"), s.Say("surveys.tile.waiting.of", s.Number(sum.Issued)), func() { t.p.households(allStrata) }),
		kit.Tile(kit.Plain, s.Number(sum.Ineligible), s.Say("surveys.tile.ineligible"), s.Say("surveys.tile.refused", s.Number(sum.Refused)), nil),
		kit.Tile(tone, s.Number(short), s.Say("surveys.tile.short"), s.Say("surveys.tile.short.what"), nil),
	}
}

// strataRows are the strata as rows of a table.
type strataRows struct {
	p   *Page
	v   seen
	all []annual.StratumResult
}

// Count is for the table.
func (r strataRows) Count() int { return len(r.all) }

// At is for the table.
func (r strataRows) At(i int) []kit.Piece {
	s, one := r.p.s, r.all[i]
	f := one.Field
	number := func(n int) kit.Piece {
		if r.v.survey.Drawn.IsZero() {
			return kit.Said("")
		}
		return kit.Said(s.Number(n))
	}
	issued := kit.SaidQuiet(s.Number(one.Issued))
	if f.Issued > 0 {
		issued = kit.Said(s.Number(f.Issued))
	}
	response := ""
	if rate, known := f.Response(); known && f.Issued > 0 {
		response = s.Words.Percent(rate)
	}
	valid, advice := number(f.Valid), kit.SaidQuiet("")
	if tone, words := r.advice(i); words != "" {
		valid, advice = kit.SaidIn(tone, s.Number(f.Valid)), kit.SaidIn(tone, words)
	}
	return []kit.Piece{
		kit.SaidBold(stratumWords(s.Voice, one.Stratum)), kit.Said(s.Number(one.Units)), kit.Said(s.Number(one.Planned)), issued,
		number(f.Contacted), number(f.Refused), number(f.Ineligible), valid, kit.Said(response), advice,
	}
}

// advice is what to do about a stratum that is under-covered: go where nobody has
// been yet, then call up reserves. It is red once the field work is half over.
func (r strataRows) advice(i int) (kit.Tone, string) {
	one, s := r.all[i], r.p.s
	if r.v.survey.Drawn.IsZero() || !one.Unfilled() {
		return kit.Plain, ""
	}
	waiting := 0
	for _, u := range r.v.units {
		if u.Stratum == i && u.Outcome == annual.Waiting {
			waiting++
		}
	}
	tone := kit.Bad
	if r.v.survey.State == annual.Field && waiting > 0 && !r.p.halfOver() {
		tone = kit.Warn
	}
	switch left := one.Units - one.Field.Issued; {
	case r.v.survey.State != annual.Field:
		return tone, s.Say("surveys.advice.told")
	case waiting > 0:
		return tone, s.Count("surveys.advice.waiting", waiting)
	case left > 0:
		return tone, s.Count("surveys.advice.reserves", left)
	}
	return tone, s.Say("surveys.advice.none")
}

// halfOver reports whether half the days of the field work have passed.
func (p *Page) halfOver() bool {
	for _, one := range p.seen.survey.Plan.Stages {
		if one.Key == "field" {
			return p.today().After(one.From.AddDays(one.From.DaysTo(one.To) / 2))
		}
	}
	return true
}
