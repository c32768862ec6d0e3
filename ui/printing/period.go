package printing

import (
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
)

// listing is one list that is printed for a period.
type listing string

const (
	register  listing = "register"
	followUps listing = "followups"
)

// mostListed is how many lines a list on paper may have: some 300 sides.
const mostListed = 5000

// Period asks which list of an estate is to be printed, for which days.
type Period struct {
	press  *Press
	form   *kit.Form
	what   *kit.Radios[listing]
	estate *kit.Choice[app.ProjectID]
	from   *kit.DateField
	until  *kit.DateField
	sheet  *kit.Sheet
}

// Lists asks which list is to be printed, this month's to begin with.
func (p *Press) Lists() *Period {
	s := p.seat
	l := &Period{press: p, form: kit.NewForm(2), from: kit.NewDateField(s.Dates()), until: kit.NewDateField(s.Dates())}
	l.what = kit.NewRadios([]listing{register, followUps}, func(w listing) string { return s.Say("press.list." + string(w)) })
	l.what.SetValue(register)
	l.estate = kit.NewChoice(slices.Sorted(maps.Keys(s.Ground.Projects)), s.Voice.Project)
	if !kit.SetValue(l.estate, s.Project) {
		l.estate.Pick(func(app.ProjectID) bool { return true })
	}
	today := workday.DayOf(s.Here(s.Now()))
	l.from.SetValue(today.AddDays(1 - s.Here(s.Now()).Day()))
	l.until.SetValue(today)
	l.form.Add("what", kit.NewField(s.Say("press.what"), l.what, ""), 2)
	l.form.Add("estate", kit.NewField(s.Say("press.estate"), l.estate, ""), 2)
	l.form.Add("from", kit.NewField(s.Say("press.list.from"), l.from, ""), 1)
	l.form.Add("until", kit.NewField(s.Say("press.until"), l.until, ""), 1)
	l.form.AddRow(p.others(l.send))
	l.sheet = kit.NewSheet(s.Window.Canvas(), kit.SheetWords{
		Title: s.Say("press.list.title"), Primary: s.Say("press.print"), Cancel: s.Say("press.cancel"), Draft: "print/list",
	}, 520, l.form, func() { l.send(app.WaySent) })
	l.sheet.Primary.SetIcon(theme.DocumentPrintIcon())
	l.sheet.Open()
	return l
}

// send prints, or shows, or saves what is chosen.
func (l *Period) send(w app.Way) {
	s := l.press.seat
	l.form.Clear()
	first, given := l.from.Value()
	last, ended := l.until.Value()
	if !given || !ended || last.Before(first) {
		l.form.Fail("until", s.Say("press.until.wrong"))
		return
	}
	loc, what, estate := s.Ground.Office.Location(), l.what.Value(), l.estate.Value()
	from, until := first.At(0, loc), last.AddDays(1).At(0, loc)
	kit.Do(s.Tasks, func(ctx context.Context) (reports.Document, error) {
		return l.press.listed(ctx, what, estate, from, until)
	}, func(d reports.Document, err error) {
		switch {
		case errors.Is(err, errTooMany):
			l.form.Fail("until", s.Say("press.list.many", s.Number(mostListed)))
		case errors.Is(err, errNothing):
			s.Says(kit.Warn, s.Say("press.list.nothing"))
		case err != nil:
			s.Says(kit.Bad, s.Trouble(err))
		default:
			l.press.run(job{
				name: s.Say("press.list.file."+string(what), first.String(), last.String()),
				word: func(context.Context, kit.Progress) ([]reports.Document, error) { return []reports.Document{d}, nil },
			}, w, l.sheet)
		}
	})
}

// listed words the list of an estate for a period.
func (p *Press) listed(ctx context.Context, what listing, estate app.ProjectID, from, until time.Time) (d reports.Document, err error) {
	f := p.facts(false)
	if what == followUps {
		asked, err := p.asks.Asked(ctx, estate, from, until, mostListed+1)
		if err := within(len(asked), err); err != nil {
			return d, err
		}
		return reports.FollowUpList(f, estate, from, until, asked), nil
	}
	issues, err := p.asks.Received(ctx, estate, from, until, mostListed+1)
	if err := within(len(issues), err); err != nil {
		return d, err
	}
	return reports.IntakeList(f, estate, from, until, issues), nil
}

// within tells whether a list has as many lines as paper can bear.
func within(lines int, err error) error {
	switch {
	case err != nil:
		return err
	case lines == 0:
		return errNothing
	case lines > mostListed:
		return errTooMany
	}
	return nil
}
