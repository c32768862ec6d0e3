package surveys

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/fold"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// householdsPart is the households that are asked: where they are, who goes there,
// and what became of it.
type householdsPart struct {
	p       *Page
	lane    *kit.Lane
	privacy say.Privacy

	search      *kit.Input
	stratum     *kit.Choice[int]
	building    *kit.Choice[app.BuildingID]
	interviewer *kit.Choice[app.StaffID]
	outcome     *kit.Choice[annual.Outcome]
	count, keys *kit.Phrase
	assign      *kit.Push
	papers      *kit.Push
	reveal      *kit.Push
	table       *kit.Table
	view        fyne.CanvasObject

	seen  seen
	all   []annual.Address
	shown []annual.Address
}

// What the choices offer beside what there is.
const (
	allStrata       = -1
	anyOutcome      = annual.Outcome("any")
	nobody, anybody = app.StaffID(-1), app.StaffID(0)
	anywhere        = app.BuildingID(0)
	householdsKey   = "households"
	digits          = "123456"
)

func newHouseholdsPart(p *Page) part {
	t, s := &householdsPart{p: p, lane: kit.NewLane(p.s.Tasks, 0)}, p.s
	narrow := func() { t.narrow(t.table.SetRows) }
	t.search = kit.Entry(s.Say("surveys.households.search"))
	t.search.OnChanged = func(string) { narrow() }
	t.stratum = kit.NewChoice([]int{allStrata}, t.stratumLabel)
	t.stratum.OnChanged = func(int) { narrow() }
	t.building = kit.NewChoice([]app.BuildingID{anywhere}, t.buildingLabel)
	t.building.OnChanged = func(app.BuildingID) { narrow() }
	t.interviewer = kit.NewChoice([]app.StaffID{anybody}, t.interviewerLabel)
	t.interviewer.OnChanged = func(app.StaffID) { narrow() }
	t.outcome = kit.NewChoice(append([]annual.Outcome{anyOutcome, annual.Waiting}, annual.Outcomes...), t.outcomeLabel)
	t.outcome.OnChanged = func(annual.Outcome) { narrow() }
	kit.SetValue(t.stratum, allStrata)
	kit.SetValue(t.building, anywhere)
	kit.SetValue(t.interviewer, anybody)
	kit.SetValue(t.outcome, anyOutcome)
	t.count, t.keys = kit.Text("", kit.SizeBody, kit.Quiet, false), kit.Muted("")
	t.assign = kit.Button(s.Say("surveys.assign"), theme.AccountIcon(), func() { p.ask(assignForm(p, t.chosen())) })
	t.papers = kit.Button(s.Say("issue.print"), theme.DocumentPrintIcon(), t.printMenu)
	t.reveal = kit.Button(s.Say("surveys.reveal"), theme.VisibilityIcon(), t.open)
	columns := []kit.Column{
		{Title: s.Say("surveys.col.no"), Width: 70},
		{Title: s.Say("surveys.col.address"), Width: 100},
		{Title: s.Say("surveys.col.stratum")},
		{Title: s.Say("surveys.field.interviewer"), Width: 80},
		{Title: s.Say("surveys.col.attempts"), Width: seat.Room(s.Say("surveys.col.attempts")), Right: true},
		{Title: s.Say("surveys.col.outcome"), Width: seat.Room(t.outcomeWords()...)},
		{Title: s.Say("surveys.col.reserve"), Width: seat.Room(s.Say("surveys.replaced-by", "00000"), s.Say("surveys.stands-for", "00000"))},
	}
	t.table = kit.NewTable(kit.RowDense, columns...).Ticking().OneClick()
	t.table.OnOpen = func(i int) { t.attempt(i, "") }
	t.table.OnRune = t.typed
	t.table.OnTicks = t.say
	filters := kit.Flow(kit.FixedWidth(188, t.search), kit.FixedWidth(200, t.stratum), kit.FixedWidth(150, t.building), kit.FixedWidth(150, t.interviewer),
		kit.FixedWidth(150, t.outcome), kit.Gap(0, 0))
	foot := kit.Flow(kit.Middle(t.count), t.keys, container.NewHBox(t.reveal, t.papers, t.assign))
	top := container.NewVBox(filters, kit.Gap(1, 2), foot, kit.Gap(1, 2))
	t.view = kit.Card(container.NewBorder(top, nil, nil, nil, seat.Spread(t.table, columns)))
	return t
}

func (t *householdsPart) key() string             { return householdsKey }
func (t *householdsPart) root() fyne.CanvasObject { return t.view }

// hidden masks again what was revealed.
func (t *householdsPart) hidden() {
	t.lane.Drop()
	t.privacy = say.Masked
}

// households turns to the households of a stratum, or of all that still wait.
func (p *Page) households(stratum int) {
	for _, one := range p.parts {
		if t, is := one.(*householdsPart); is {
			t.want(stratum)
			p.Turn(householdsKey)
		}
	}
}

// want shows one stratum, or those that wait.
func (t *householdsPart) want(stratum int) {
	t.seen = t.p.seen
	t.offer()
	t.search.SetText("")
	kit.SetValue(t.stratum, stratum)
	kit.SetValue(t.building, anywhere)
	kit.SetValue(t.interviewer, anybody)
	kit.SetValue(t.outcome, anyOutcome)
	if stratum == allStrata {
		kit.SetValue(t.outcome, annual.Waiting)
	}
}

func (t *householdsPart) show(v seen) {
	t.seen = v
	t.table.WhenEmpty(t.none())
	t.table.SetBusy(true)
	of := annual.WantedUnits{Survey: t.p.id, Called: true}
	kit.Latest(t.lane, func(ctx context.Context) ([]annual.Address, error) {
		if v.survey.Drawn.IsZero() {
			return nil, nil
		}
		return t.p.asks.Addresses(ctx, of)
	}, t.fill)
}

// fill is where the addresses meet widgets.
func (t *householdsPart) fill(all []annual.Address, err error) {
	t.table.SetBusy(false)
	if err != nil {
		t.p.s.Fail(nil, err)
		return
	}
	chosen := t.unitAt(t.table.Selected())
	t.all = all
	t.offer()
	t.narrow(t.table.Refill)
	if row := slices.IndexFunc(t.shown, func(a annual.Address) bool { return a.Unit.N == chosen }); row >= 0 {
		t.table.Select(row)
	}
}

// offer lets be chosen what there is; what was chosen stays.
func (t *householdsPart) offer() {
	strata := []int{allStrata}
	for h := range t.seen.survey.Strata {
		strata = append(strata, h)
	}
	buildings, who := []app.BuildingID{anywhere}, []app.StaffID{anybody, nobody}
	for _, a := range t.all {
		if !slices.Contains(buildings, a.Place.Building) {
			buildings = append(buildings, a.Place.Building)
		}
		if id := a.Unit.Interviewer; id != 0 && !slices.Contains(who, id) {
			who = append(who, id)
		}
	}
	offer(t.stratum, strata)
	offer(t.building, buildings)
	offer(t.interviewer, who)
}

// offer offers other values and keeps what was chosen of them.
func offer[T comparable](c *kit.Choice[T], values []T) {
	was := c.Value()
	c.SetValues(values)
	if !kit.SetValue(c, was) {
		kit.SetValue(c, values[0])
	}
}

// narrow shows those that fit what is chosen and typed.
func (t *householdsPart) narrow(fill func(kit.Rows)) {
	typed := fold.Key(t.search.Value())
	t.shown = nil
	for _, a := range t.all {
		if t.fits(a) && (typed == "" || strings.Contains(strconv.Itoa(a.No), typed) || strings.Contains(fold.Key(a.Place.Short()), typed)) {
			t.shown = append(t.shown, a)
		}
	}
	fill(t)
	t.say()
}

func (t *householdsPart) fits(a annual.Address) bool {
	u := a.Unit
	who, outcome := t.interviewer.Value(), t.outcome.Value()
	return (t.stratum.Value() == allStrata || u.Stratum == t.stratum.Value()) &&
		(t.building.Value() == anywhere || a.Place.Building == t.building.Value()) &&
		(who == anybody || u.Interviewer == who || who == nobody && u.Interviewer == 0) &&
		(outcome == anyOutcome || u.Outcome == outcome)
}

// say tells how many are shown, and what can be done with them.
func (t *householdsPart) say() {
	s, ticked := t.p.s, len(t.table.Ticked())
	words := s.Count("surveys.households.count", len(t.shown))
	if ticked > 0 {
		words = s.Dotted(words, s.Say("surveys.households.ticked", ticked))
	}
	t.count.SetText(words)
	t.keys.SetText("")
	if t.seen.survey.State == annual.Field {
		t.keys.SetText(s.Say("surveys.households.keys"))
	}
	able(t.assign, len(t.shown) > 0 && bar(tryAssign(t.p.trial())) == nil)
	able(t.papers, len(t.shown) > 0 && t.p.Print != nil && t.seen.survey.State == annual.Field)
	able(t.reveal, len(t.shown) > 0 && t.privacy == say.Masked && s.Ground.MayReveal(s.Staff.ID))
}

func able(b *kit.Push, able bool) {
	if able {
		b.Enable()
	} else {
		b.Disable()
	}
}

// chosen are the units ticked, or else all that are shown.
func (t *householdsPart) chosen() (units []int) {
	for _, i := range t.table.Ticked() {
		units = append(units, t.shown[i].Unit.N)
	}
	if len(units) > 0 {
		return units
	}
	for _, a := range t.shown {
		units = append(units, a.Unit.N)
	}
	return units
}

// printMenu offers the papers of the households that are ticked, or else shown.
func (t *householdsPart) printMenu() {
	var items []*fyne.MenuItem
	only := t.chosen()
	if len(only) == len(t.all) {
		only = nil
	}
	for _, what := range []string{PrintAddresses, PrintNumbered, PrintLetters, PrintEnvelopes} {
		if item := t.p.ways(what, only); item != nil {
			items = append(items, item)
		}
	}
	if len(items) > 0 {
		t.p.s.Under(t.papers, items)
	}
}

// open shows the doors, once it is said why.
func (t *householdsPart) open() {
	t.p.s.Reveal(app.Access{Fields: "room", Action: "view"}, func() {
		t.privacy = say.Open
		t.table.Redraw()
		t.say()
	})
}
