package surveys

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// sheetsPart is the answer sheets: what came in, what is doubtful, what is still to
// be asked again or keyed twice, and what was said in words.
type sheetsPart struct {
	p       *Page
	view    fyne.CanvasObject
	top     *fyne.Container
	columns []kit.Column
	table   *kit.Table

	seen  seen
	which sheetFilter
	back  map[int]bool // to be asked again
	twice map[int]bool // to be keyed a second time
	rows  []annual.Sheet
	links map[sheetFilter]*kit.Push
}

// sheetFilter says which sheets are listed.
type sheetFilter string

// The filters, in their order.
const (
	allSheets    sheetFilter = "all"
	doubtful     sheetFilter = "doubtful"
	leftOut      sheetFilter = "left-out"
	askAgain     sheetFilter = "back"
	keyAgain     sheetFilter = "second"
	inWords      sheetFilter = "words"
	voidedSheets sheetFilter = "void"
)

var sheetFilters = []sheetFilter{allSheets, doubtful, leftOut, askAgain, keyAgain, inWords, voidedSheets}

func newSheetsPart(p *Page) part {
	t := &sheetsPart{p: p, which: allSheets, top: container.NewStack(), links: map[sheetFilter]*kit.Push{}}
	s := p.s
	var links []fyne.CanvasObject
	for _, f := range sheetFilters {
		t.links[f] = kit.Link("", func() { t.turn(f) })
		links = append(links, t.links[f])
	}
	t.columns = []kit.Column{
		{Title: s.Say("surveys.col.sample"), Width: 84}, {Title: s.Say("surveys.col.stratum")}, {Title: s.Say("surveys.col.mode"), Width: 90},
		{Title: s.Say("surveys.col.keyed"), Width: 100}, {Title: s.Say("surveys.col.answered"), Width: 72, Right: true},
		{Title: s.Say("surveys.col.flags"), Width: 150}, {Title: s.Say("surveys.col.back"), Width: 104}, {Title: s.Say("surveys.col.second"), Width: 104},
	}
	t.table = kit.NewTable(kit.RowDense, t.columns...).OneClick()
	t.table.OnOpen = func(i int) { t.open(t.rows[i].No) }
	list := kit.Card(container.NewBorder(container.NewVBox(kit.Flow(append(links, kit.Gap(0, 0))...), kit.Gap(1, 2)), nil, nil, nil, seat.Spread(t.table, t.columns)))
	t.view = container.NewBorder(container.NewVBox(t.top, kit.Gap(1, 4)), nil, nil, nil, list)
	return t
}

func (t *sheetsPart) key() string             { return "sheets" }
func (t *sheetsPart) root() fyne.CanvasObject { return t.view }

// show is told of the survey.
func (t *sheetsPart) show(v seen) {
	t.seen, t.back, t.twice = v, map[int]bool{}, map[int]bool{}
	for _, no := range annual.BackChecks(v.survey.Head, v.sheets) {
		t.back[no] = true
	}
	for _, no := range annual.Seconds(v.survey.Head, v.sheets) {
		t.twice[no] = true
	}
	t.top.Objects = []fyne.CanvasObject{t.bar()}
	t.view.Refresh()
	t.narrow(t.table.Refill)
}

// bar is how far checking has come, and where sheets come in.
func (t *sheetsPart) bar() fyne.CanvasObject {
	s, v := t.p.s, t.seen
	chips := container.NewHBox()
	add := func(key string, all map[int]bool, done func(annual.Sheet) bool) {
		n := 0
		for _, one := range v.sheets {
			if all[one.No] && done(one) {
				n++
			}
		}
		tone := kit.Warn
		if n == len(all) {
			tone = kit.Good
		}
		if len(all) > 0 {
			chips.Add(kit.Middle(kit.Chip(tone, s.Say(key, n, len(all)))))
		}
	}
	add("surveys.sheets.backs", t.back, func(one annual.Sheet) bool { return one.Back != annual.Unchecked })
	add("surveys.sheets.seconds", t.twice, func(one annual.Sheet) bool { return one.Second != "" })
	if share, over := annual.Phoned(v.survey.Head, v.sheets); over {
		chips.Add(kit.Middle(kit.Chip(kit.Warn, s.Say("surveys.sheets.phoned", s.Words.Percent(share), s.Words.Percent(v.survey.Plan.Phoned)))))
	}
	buttons := container.NewHBox()
	button := func(key string, icon fyne.Resource, make func(string, fyne.Resource, func()) *kit.Push, do func()) {
		buttons.Add(make(s.Say(key), icon, do))
	}
	if len(unsorted(v)) > 0 {
		button("surveys.sort", theme.DocumentIcon(), kit.Button, func() { t.sortNext(unsorted(v)) })
	}
	if v.survey.State == annual.Field || v.survey.State == annual.Counted {
		if len(t.twice) > 0 {
			button("surveys.keying.title.second", theme.ViewRefreshIcon(), kit.Button, func() { t.p.Key(KeySecond, 0) })
		}
	}
	if v.survey.State == annual.Field {
		button("surveys.import", theme.UploadIcon(), kit.Button, func() { t.p.Import() })
		button("surveys.keying.title.paper", theme.DocumentCreateIcon(), kit.Button, func() { t.p.Key(KeyPaper, 0) })
	}
	return kit.Flow(kit.Section(s.Count("surveys.sheets", len(v.sheets))), chips, buttons)
}

// of tells whether a sheet belongs under a filter.
func (t *sheetsPart) of(f sheetFilter, one annual.Sheet) bool {
	switch f {
	case doubtful:
		return !one.Void && len(one.Flaws()) > 0
	case leftOut:
		return !one.Void && !one.Counts()
	case askAgain:
		return t.back[one.No] && one.Back == annual.Unchecked
	case keyAgain:
		return t.twice[one.No] && one.Second == ""
	case inWords:
		return one.Said() != "" && !one.Void
	case voidedSheets:
		return one.Void
	}
	return true
}

// turn lists other sheets.
func (t *sheetsPart) turn(f sheetFilter) {
	t.which = f
	t.narrow(t.table.SetRows)
}

func (t *sheetsPart) narrow(fill func(kit.Rows)) {
	s, n := t.p.s, map[sheetFilter]int{}
	t.rows = nil
	for _, one := range t.seen.sheets {
		for _, f := range sheetFilters {
			if t.of(f, one) {
				n[f]++
			}
		}
		if t.of(t.which, one) {
			t.rows = append(t.rows, one)
		}
	}
	for f, b := range t.links {
		b.SetText(s.Say("today.pick", s.Say("surveys.sheets."+string(f)), n[f]))
		b.SetChosen(f == t.which)
	}
	t.view.Refresh() // the links are as wide as their words now
	t.table.WhenEmpty(kit.Empty(theme.DocumentIcon(), s.Say("surveys.sheets.none"), s.Say("surveys.sheets.none."+string(t.which)), nil))
	fill(t)
}

// Count is how many rows there are.
func (t *sheetsPart) Count() int { return len(t.rows) }

// At words one row.
func (t *sheetsPart) At(i int) []kit.Piece {
	s, one := t.p.s, t.rows[i]
	back, second := kit.Said(""), kit.Said("")
	switch {
	case one.Back != annual.Unchecked:
		back = kit.ChipOf(backTone(one.Back), say.BackCheck(s.Voice, one.Back))
	case t.back[one.No]:
		back = kit.SaidIn(kit.Warn, s.Say("surveys.sheets.due"))
	}
	switch off := len(one.Off()); {
	case off > 0:
		second = kit.ChipOf(kit.Info, s.Count("surveys.second.off", off))
	case one.Second != "":
		second = kit.ChipOf(kit.Good, s.Say("surveys.second.same-marks"))
	case t.twice[one.No]:
		second = kit.SaidIn(kit.Warn, s.Say("surveys.sheets.due"))
	}
	return []kit.Piece{
		kit.SaidBold(strconv.Itoa(one.No)), kit.Said(t.stratum(one)), kit.SaidQuiet(say.Code(s.Voice, one.Mode)), kit.SaidQuiet(one.Keyed.String()),
		kit.Said(answeredWords(s.Voice, one)), flagPiece(s.Voice, one), back, second,
	}
}

func (t *sheetsPart) stratum(one annual.Sheet) string {
	return stratumWords(t.p.s.Voice, t.seen.survey.Strata[one.Stratum])
}

func backTone(b annual.BackCheck) kit.Tone {
	if b == annual.Differs {
		return kit.Bad
	}
	return kit.Good
}

// unsorted are the sheets whose open answers nobody read yet.
func unsorted(v seen) (all []annual.Sheet) {
	return slices.DeleteFunc(slices.Clone(v.sheets), func(one annual.Sheet) bool {
		return one.Void || one.Said() == "" || len(one.Topics) > 0 || one.Quote != ""
	})
}
