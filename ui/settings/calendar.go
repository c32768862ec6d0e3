package settings

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

type calendarAsks interface {
	Specials(context.Context, workday.Region) (specials []workday.Special, years []int, err error)
	OpenLimits(context.Context) ([]app.OpenLimit, error)
}

// calendarPage shows a year of a region's calendar, and loads announced ones.
type calendarPage struct {
	leaf
	asks   calendarAsks
	root   fyne.CanvasObject
	bar    *fyne.Container
	region *kit.Choice[workday.Region]
	head   *kit.Phrase
	state  *kit.Tag
	loaded *kit.Cell
	grid   *yearGrid
	days   *kit.Table

	year     int
	calendar workday.Calendar
	specials []workday.Special // of the region, all years, also those New leaves out
	listed   []stretch         // of the year
}

func newCalendarPage(l leaf, asks calendarAsks) *calendarPage {
	p := &calendarPage{
		leaf: l, asks: asks, year: l.Here(l.Now()).Year(),
		head: kit.Section(""), state: kit.Chip(kit.Plain, ""), loaded: kit.NewCell("", kit.SizeSmall, kit.Quiet, false),
	}
	p.region = kit.NewChoice(workday.Regions(), func(r workday.Region) string { return l.Say("settings.region." + string(r)) })
	kit.SetValue(p.region, l.Ground.Office.Region)
	p.region.OnChanged = func(workday.Region) { p.load() }
	p.grid = newYearGrid(gridWords{month: func(m int) string { return l.Say("time.month." + strconv.Itoa(m)) }, weekday: func(d int) string {
		return l.Say("weekday.short." + strconv.Itoa(d))
	}, rest: l.Say("date.rest"), work: l.Say("date.work")}, p.open, p.turn)
	p.days = kit.NewTable(kit.RowDense, kit.Column{Width: 78}, kit.Column{}, kit.Column{Width: 50}).Bare().
		WhenEmpty(container.NewCenter(kit.Muted(l.Say("settings.calendar.no-days"))))
	p.days.OnOpen = func(i int) { p.grid.goTo(p.listed[i].from) }
	p.build()
	return p
}

// leastYear is how much of the year is seen where the list stands below it.
const leastYear = 110

func (p *calendarPage) build() {
	back := kit.Button("", theme.NavigateBackIcon(), func() { p.turn(-1) })
	next := kit.Button("", theme.NavigateNextIcon(), func() { p.turn(1) })
	p.bar = container.NewHBox(back, kit.Middle(p.head), next, kit.Gap(6, 1), kit.Middle(p.state), layout.NewSpacer(), kit.FixedWidth(150, p.region))
	year := kit.Card(under(container.NewVBox(p.bar, kit.Gap(1, 2)), container.NewBorder(nil, p.legend(), nil, nil, high(leastYear, kit.Scroll(p.grid)))))
	side := kit.CardTitled(p.Say("settings.calendar.days"), container.NewBorder(nil, p.loaded, nil, nil, p.days))
	p.root = p.laid(Calendar, kit.Split(year, side, 244, 700),
		kit.Button(p.Say("settings.calendar.limits"), theme.ViewRefreshIcon(), p.compare),
		kit.Primary(p.Say("settings.calendar.import"), theme.FolderOpenIcon(), p.pick))
}

// legend says what the marks mean.
func (p *calendarPage) legend() fyne.CanvasObject {
	box := container.NewHBox()
	for _, k := range []struct {
		tone kit.Tone
		word string
	}{{kit.Bad, "holiday"}, {kit.Warn, "makeup"}, {kit.Plain, "weekend"}, {kit.Info, "half"}} {
		box.Add(kit.Chip(k.tone, p.Say("settings.calendar.legend."+k.word)))
	}
	return container.NewVBox(kit.Gap(1, 2), box)
}

func (p *calendarPage) body() fyne.CanvasObject { return p.root }

func (p *calendarPage) save() {}

// calendarNow is what the page shows.
type calendarNow struct {
	office   app.Office
	specials []workday.Special
	years    []int
}

func (p *calendarPage) load() {
	region := p.region.Value()
	kit.Latest(p.lane, func(ctx context.Context) (calendarNow, error) {
		g, err := p.Desk.Ground(ctx)
		if err != nil {
			return calendarNow{}, err
		}
		specials, years, err := p.asks.Specials(ctx, region)
		return calendarNow{g.Office, specials, years}, err
	}, p.show)
}

func (p *calendarPage) show(now calendarNow, err error) {
	if err != nil {
		p.broke("calendar", err)
		return
	}
	p.specials = now.specials
	p.calendar = workday.New(p.region.Value(), now.office.Pattern, now.office.Location(), now.specials, now.years)
	p.fill()
}

// turn goes to another year.
func (p *calendarPage) turn(n int) {
	p.year += n
	p.fill()
}

// fill shows the year.
func (p *calendarPage) fill() {
	p.head.SetText(p.Say("settings.calendar.year", p.year))
	p.grid.show(p.year, p.calendar, workday.DayOf(p.Here(p.Now())))
	if p.calendar.Loaded(p.year) {
		p.state.Set(kit.Good, p.Say("settings.calendar.loaded"))
	} else {
		p.state.Set(kit.Warn, p.Say("settings.calendar.provisional"))
	}
	p.bar.Refresh() // its words are wider or narrower now
	p.listed = stretches(p.calendar, p.year)
	p.days.SetRows(rowsOf[stretch]{p.listed, p.row})
	var years []string
	for _, y := range p.calendar.Years() {
		years = append(years, strconv.Itoa(y))
	}
	p.loaded.SetText(p.Say("settings.calendar.years", strings.Join(years, " ")))
	if len(years) == 0 {
		p.loaded.SetText(p.Say("settings.calendar.years.none"))
	}
}

func (p *calendarPage) row(s stretch) []kit.Piece {
	days := strconv.Itoa(int(s.from.Month)) + "/" + strconv.Itoa(s.from.Day)
	if s.to != s.from {
		days += "–" + strconv.Itoa(int(s.to.Month)) + "/" + strconv.Itoa(s.to.Day)
	}
	mark := kit.ChipOf(kit.Bad, p.Say("date.rest"))
	if s.kind == workday.Makeup {
		mark = kit.ChipOf(kit.Warn, p.Say("date.work"))
	}
	return []kit.Piece{kit.SaidBold(days), kit.Said(p.Holiday(s.name)), mark}
}

// stretch is days of one name that follow each other.
type stretch struct {
	from, to workday.Date
	kind     workday.Kind
	name     string
}

// stretches gathers the special days of a year; in one of which nothing is known
// the statutory days.
func stretches(c workday.Calendar, year int) []stretch {
	days := slices.DeleteFunc(c.Specials(), func(s workday.Special) bool { return s.Date.Year != year })
	if len(days) == 0 {
		days = workday.StatutoryDays(c.Region, year)
	}
	var all []stretch
	for _, s := range days {
		if last := len(all) - 1; last >= 0 && all[last].name == s.Name && all[last].kind == s.Kind && all[last].to.AddDays(1) == s.Date {
			all[last].to = s.Date
			continue
		}
		all = append(all, stretch{s.Date, s.Date, s.Kind, s.Name})
	}
	return all
}
