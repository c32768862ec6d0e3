package settings

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/kit"
)

// pick asks for the file of a year.
func (p *calendarPage) pick() {
	p.Outside.PickFile(p.Say("settings.calendar.import"), []string{".json", ".csv", ".xlsx"}, func(path string) {
		kit.Do(p.Tasks, func(context.Context) (announced, error) { return readAnnounced(path) }, p.readIn)
	})
}

// readIn goes on with a file that was read, or says why it cannot be.
func (p *calendarPage) readIn(a announced, err error) {
	var file sheet.Problem
	switch problems := problemsOf(err); {
	case len(problems) > 0:
		p.refused(a.source, problems)
	case errors.As(err, &file):
		p.Says(kit.Bad, p.Say(file.Key(), file.File))
	case err != nil:
		p.broke("calendar", err)
	default:
		p.offer(a)
	}
}

// refused says row by row why a file cannot be read.
func (p *calendarPage) refused(source string, problems []workday.Problem) {
	content := container.NewVBox(kit.Flush(kit.Wrapped(p.Say("settings.calendar.refused", source))), p.problemTable(problems))
	var s *kit.Sheet
	s = kit.NewSheet(p.Window.Canvas(), kit.SheetWords{
		Title: p.Say("settings.calendar.import"), Primary: p.Say("settings.close"), Cancel: p.Say("settings.cancel"),
	}, 680, content, func() { s.Close() })
	s.Cancel.Hide()
	s.Open()
}

// offer shows what a file would do, for the year that is looked at if it is in
// the file. A file of several years is loaded year by year.
func (p *calendarPage) offer(a announced) {
	year := a.years[0]
	if slices.Contains(a.years, p.year) {
		year = p.year
	}
	p.preview(a, year)
}

// preview asks the desk what loading a year would do, and shows it.
func (p *calendarPage) preview(a announced, year int) {
	y := a.year(p.region.Value(), year)
	kit.Do(p.Tasks, func(ctx context.Context) (app.CalendarEffect, error) { return p.Desk.PreviewCalendar(ctx, y) },
		func(e app.CalendarEffect, err error) {
			if err != nil {
				p.broke("calendar", err)
				return
			}
			p.showEffect(a, y, e)
		})
}

// showEffect shows the problems of a year and the limits it moves, and loads it
// when the person says so.
func (p *calendarPage) showEffect(a announced, y app.CalendarYear, e app.CalendarEffect) *kit.Sheet {
	var s *kit.Sheet
	content := container.NewVBox()
	if len(a.years) > 1 {
		content.Add(p.yearChoice(a, y.Year, func(year int) { s.Close(); p.preview(a, year) }))
	}
	content.Add(kit.Flush(kit.Wrapped(p.summary(y))))
	if len(e.Problems) > 0 {
		content.Add(kit.Section(p.Count("settings.calendar.problems", len(e.Problems))))
		content.Add(p.problemTable(e.Problems))
	}
	content.Add(p.effectOf(y, e))
	s = kit.NewSheet(p.Window.Canvas(), kit.SheetWords{
		Title: p.Say("settings.calendar.preview", y.Year), Primary: p.Say("settings.calendar.load"), Cancel: p.Say("settings.cancel"),
	}, 760, content, func() { p.take(s, y) })
	s.Open()
	if workday.Refused(e.Problems) {
		s.Primary.Disable()
		s.Say(kit.Bad, p.Say("settings.calendar.wrong"))
		s.FocusOn(s.Cancel)
		return s
	}
	s.FocusOn(s.Primary)
	return s
}

func (p *calendarPage) yearChoice(a announced, year int, other func(int)) fyne.CanvasObject {
	c := kit.NewChoice(a.years, strconv.Itoa)
	kit.SetValue(c, year)
	c.OnChanged = other
	return kit.NewField(p.Say("settings.calendar.which"), kit.Left(kit.FixedWidth(140, c)), "")
}

// summary counts the days of a year.
func (p *calendarPage) summary(y app.CalendarYear) string {
	off, made := 0, 0
	for _, s := range y.Specials {
		if s.Kind == workday.Makeup {
			made++
		} else {
			off++
		}
	}
	return p.Say("settings.calendar.summary", y.Source, p.Say("settings.region."+string(y.Region)), y.Year, off, made)
}

// effectOf shows which limits of open issues move.
func (p *calendarPage) effectOf(y app.CalendarYear, e app.CalendarEffect) fyne.CanvasObject {
	switch {
	case workday.Refused(e.Problems):
		return container.NewVBox()
	case y.Region != p.Ground.Office.Region:
		return kit.Flush(kit.Wrapped(p.Say("settings.calendar.other-region")))
	case len(e.Moves) == 0:
		return kit.Flush(kit.Wrapped(p.Say("settings.calendar.no-moves")))
	}
	return container.NewVBox(kit.Section(p.Count("settings.calendar.moves", len(e.Moves))), kit.Muted(p.Say("settings.calendar.moves.what")), p.moveTable(e.Moves))
}

// take loads a year; limits that stand on a slip are then confirmed by a person.
func (p *calendarPage) take(s *kit.Sheet, y app.CalendarYear) {
	by := p.Staff.ID
	s.SetBusy(true)
	kit.Do(p.Tasks, func(ctx context.Context) (app.CalendarEffect, error) { return p.Desk.LoadCalendar(ctx, y, by) },
		func(e app.CalendarEffect, err error) {
			s.SetBusy(false)
			if err != nil {
				p.failIn(s, nil, err)
				return
			}
			s.Close()
			p.year = y.Year
			p.load()
			p.Says(kit.Good, p.Say("settings.calendar.taken", y.Year))
			if onSlips := printed(e.Moves); len(onSlips) > 0 {
				p.confirm(onSlips)
			}
		})
}

// printed are the moves of limits that stand on a slip.
func printed(moves []app.LimitMove) []app.LimitMove {
	return slices.DeleteFunc(slices.Clone(moves), func(m app.LimitMove) bool { return !m.Printed })
}
