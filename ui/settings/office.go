package settings

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/assets/calendars"
	"ownerdesk/ui/kit"
)

type officeAsks interface {
	Projects(context.Context) ([]app.Project, error)
	SeedCalendar(ctx context.Context, r workday.Region, specials []workday.Special, years []int) error
}

// officePage is the company, where it is and when it works, and its estates.
type officePage struct {
	leaf
	asks officeAsks
	root fyne.CanvasObject

	form                    *kit.Form
	company, address, phone *kit.Input
	keepYears               *kit.NumberInput
	region                  *kit.Choice[workday.Region]
	zone                    *kit.Choice[string]
	week                    *week
	estates                 *estates

	kept  app.Office // as it was shown last
	draft *kit.Draft
}

func newOfficePage(l leaf, asks officeAsks) *officePage {
	p := &officePage{
		leaf: l, asks: asks, form: kit.NewForm(3),
		company: kit.Entry(""), address: kit.Entry(""), phone: kit.Entry(""), keepYears: kit.NumberEntry("3"),
		region: kit.NewChoice(workday.Regions(), func(r workday.Region) string { return l.Say("settings.region." + string(r)) }),
		week:   newWeek(l), estates: newEstates(l),
	}
	p.zone = kit.NewChoice(zones, p.zoneName)
	p.build()
	p.draft = kit.NewDraft("office", p.form)
	return p
}

// zones are the clocks of the regions we know.
var zones = []string{"Asia/Shanghai", "Asia/Hong_Kong", "Asia/Macau", "Asia/Taipei"}

func (p *officePage) zoneName(z string) string {
	if key := "settings.zone." + z; p.Has(key) {
		return p.Say(key)
	}
	return z
}

func (p *officePage) build() {
	add := func(name string, input fyne.CanvasObject, span int) {
		hint := ""
		if key := "settings.office." + name + ".hint"; p.Has(key) {
			hint = p.Say(key)
		}
		p.form.Add(name, kit.NewField(p.Say("settings.office."+name), input, hint), span)
	}
	add("company", p.company, 2)
	add("phone", p.phone, 1)
	add("address", p.address, 2)
	add("keep-years", p.keepYears, 1)
	add("region", p.region, 1)
	add("zone", p.zone, 1)
	add("week", p.week.preset, 1)
	add("days", p.week.days, 3)
	add("morning", p.week.morning, 1)
	add("afternoon", p.week.afternoon, 1)
	content := container.NewVBox(kit.Card(p.form), kit.Gap(1, 2), p.estates.root)
	p.root = p.laid(Office, scrolled(content), p.saveButton(p.save))
}

func (p *officePage) body() fyne.CanvasObject { return p.root }

// officeNow is what the page shows.
type officeNow struct {
	office   app.Office
	projects []app.Project
}

func (p *officePage) load() {
	kit.Latest(p.lane, func(ctx context.Context) (officeNow, error) {
		g, err := p.Desk.Ground(ctx)
		if err != nil {
			return officeNow{}, err
		}
		projects, err := p.asks.Projects(ctx)
		return officeNow{g.Office, projects}, err
	}, p.show)
}

func (p *officePage) show(now officeNow, err error) {
	if err != nil {
		p.broke("office", err)
		return
	}
	p.estates.show(now.projects)
	if p.kept.Company != "" && !p.same(p.kept) {
		return // something is typed that is not kept yet
	}
	p.fill(now.office)
}

// fill writes an office into the form.
func (p *officePage) fill(o app.Office) {
	p.kept = o
	p.company.SetText(o.Company)
	p.address.SetText(o.Address)
	p.phone.SetText(o.Phone)
	p.keepYears.SetNumber(o.KeepYears)
	kit.SetValue(p.region, o.Region)
	if !slices.Contains(p.zone.Values(), o.Zone) {
		p.zone.SetValues(append(slices.Clone(zones), o.Zone))
	}
	kit.SetValue(p.zone, o.Zone)
	p.week.set(o.Pattern)
	p.begin(p.draft)
}

func (p *officePage) rest() {
	p.leaf.rest()
	p.draft.Rest()
}

// typed is an office with what stands in the form; the pattern only where it
// can be read.
func (p *officePage) typed(o app.Office) app.Office {
	o.Company, o.Address, o.Phone = p.company.Value(), p.address.Value(), p.phone.Value()
	o.Region, o.Zone = p.region.Value(), p.zone.Value()
	if n, ok := p.keepYears.Number(); ok {
		o.KeepYears = n
	}
	if pattern, problems := p.week.value(); len(problems) == 0 {
		o.Pattern = pattern
	}
	return o
}

// same tells whether the form says what o says.
func (p *officePage) same(o app.Office) bool {
	_, problems := p.week.value()
	return len(problems) == 0 && p.typed(o) == o
}

// sound says what is wrong with what was typed and only the screen can see.
func (p *officePage) sound() bool {
	p.form.Clear()
	if n, ok := p.keepYears.Number(); !ok || n < 1 || n > 100 {
		p.form.Fail("keep-years", p.Say("settings.office.keep-years.wrong"))
	}
	_, problems := p.week.value()
	for _, w := range problems {
		p.form.Fail(w.Field, p.Say("settings.office.wrong."+w.Rule))
	}
	return len(p.form.Failed()) == 0
}

func (p *officePage) save() {
	if !p.sound() {
		return
	}
	typed, by := p.typed(app.Office{}), p.Staff.ID
	kit.Do(p.Tasks, func(ctx context.Context) (app.Office, error) {
		g, err := p.Desk.Ground(ctx)
		if err != nil {
			return app.Office{}, err
		}
		o := g.Office
		seeds := typed.Region != o.Region
		o.Company, o.Address, o.Phone, o.KeepYears = typed.Company, typed.Address, typed.Phone, typed.KeepYears
		o.Region, o.Zone, o.Pattern = typed.Region, typed.Zone, typed.Pattern
		return o, p.Desk.Together(ctx, func(ctx context.Context) error {
			if seeds {
				if err := p.seed(ctx, typed.Region); err != nil {
					return err
				}
			}
			return p.Desk.ChangeOffice(ctx, o, by)
		})
	}, p.saved)
}

// seed brings in the calendar that ships for a region, as far as the office has
// loaded nothing itself: without it every limit would be provisional.
func (p *officePage) seed(ctx context.Context, r workday.Region) error {
	shipped, err := workday.Shipped(calendars.CN, calendars.Regional)
	if err != nil {
		return err
	}
	return p.asks.SeedCalendar(ctx, r, shipped[r].Specials, shipped[r].Years)
}

func (p *officePage) saved(o app.Office, err error) {
	var faults app.Faults
	switch {
	case errors.As(err, &faults):
		p.Fail(p.form, err)
	case err != nil:
		p.broke("office", err)
	default:
		p.draft.Done()
		p.fill(o)
		p.Says(kit.Good, p.Say("settings.saved"))
	}
}
