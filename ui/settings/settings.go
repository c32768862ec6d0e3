// Package settings has the place where the office says how it works: who and
// where it is, its departments and staff, its limits, its calendar, its own words,
// language and look, backups, and who saw whose data. Each page loads and keeps
// its own part. The package knows no other screen and not how things are kept.
package settings

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Asks is all that the pages ask of the store.
type Asks interface {
	officeAsks
	staffAsks
	rulesAsks
	calendarAsks
	listsAsks
	backupAsks
	accessAsks
}

// Name is one page of the settings.
type Name string

// The pages, in the order of the list at the left.
const (
	Office      Name = "office"
	Departments Name = "departments"
	Staff       Name = "staff"
	Rules       Name = "rules"
	Calendar    Name = "calendar"
	Lists       Name = "lists"
	Language    Name = "language"
	Backup      Name = "backup"
	Access      Name = "access"
)

// Names lists the pages.
var Names = []Name{Office, Departments, Staff, Rules, Calendar, Lists, Language, Backup, Access}

// page is one page as the place sees it.
type page interface {
	body() fyne.CanvasObject
	load() // asks for what the page shows
	save() // Ctrl+S; a page that keeps everything at once does nothing
	rest() // the page is left
}

// Place is the settings: the list of pages at the left, the open one beside it.
type Place struct {
	Root fyne.CanvasObject

	// Restore puts a backup in the place of the file and opens it anew.
	Restore func(backup string)
	// Moved tells that another page was gone to, for who makes the place anew.
	Moved func(Name)

	seat  seat.Seat // a copy: its ground is kept fresh while the place is open
	asks  Asks
	at    Name
	pages map[Name]page
	names *pageList
	stage *fyne.Container
	deaf  func()
}

const listWidth = 172

// New lays the place out at one of its pages; the empty name is the first.
func New(s *seat.Seat, asks Asks, at Name) *Place {
	p := &Place{
		seat: *s, asks: asks, pages: map[Name]page{}, stage: container.NewStack(),
		Restore: func(string) {}, Moved: func(Name) {},
	}
	said := make([]string, len(Names))
	for i, n := range Names {
		said[i] = s.Say("settings.page." + string(n))
	}
	p.names = newPageList(said, func(i int) { p.Go(Names[i]) })
	list := container.NewBorder(container.NewVBox(kit.Title(s.Say("settings.title")), kit.Gap(1, 6)), nil, nil, nil, kit.Scroll(container.NewBorder(nil, nil, nil, kit.Gap(2, 1), p.names)))
	p.Root = kit.Page(beside(container.NewHBox(kit.FixedWidth(listWidth, list), kit.Gap(6, 1)), p.stage))
	if at == "" {
		at = Office
	}
	p.open(at)
	return p
}

// At is the page that is open.
func (p *Place) At() Name { return p.at }

// Go opens a page.
func (p *Place) Go(n Name) {
	if n == p.at {
		return
	}
	p.here().rest()
	p.open(n)
	p.Moved(n)
	p.reload()
}

func (p *Place) open(n Name) {
	p.at = n
	if p.pages[n] == nil {
		p.pages[n] = p.make(n)
	}
	for i, name := range Names {
		if name == n {
			p.names.mark(i)
		}
	}
	p.stage.Objects = []fyne.CanvasObject{p.here().body()}
	p.stage.Refresh()
}

func (p *Place) here() page { return p.pages[p.at] }

func (p *Place) make(n Name) page {
	l := leaf{Seat: &p.seat, lane: kit.NewLane(p.seat.Tasks, 0)}
	switch n {
	case Departments:
		return newDepartmentsPage(l, p.asks)
	case Staff:
		return newStaffPage(l, p.asks)
	case Rules:
		return newRulesPage(l, p.asks)
	case Calendar:
		return newCalendarPage(l, p.asks)
	case Lists:
		return newListsPage(l, p.asks)
	case Language:
		return newLanguagePage(l)
	case Backup:
		return newBackupPage(l, p.asks, func(b string) { p.Restore(b) })
	case Access:
		return newAccessPage(l, p.asks)
	}
	return newOfficePage(l, p.asks)
}

// Shown fills the open page and keeps it true until Hidden.
func (p *Place) Shown() {
	p.deaf = p.seat.Desk.Changes.Listen(func(c app.Change) {
		if c.Settings || c.Register {
			kit.Do(p.seat.Tasks, nothing, func(struct{}, error) { p.reload() })
		}
	})
	p.reload()
	p.seat.Window.Canvas().Focus(p.names)
}

// Hidden stops listening.
func (p *Place) Hidden() {
	if p.deaf != nil {
		p.deaf()
		p.deaf = nil
	}
	p.here().rest()
}

// Save is Ctrl+S on the open page.
func (p *Place) Save() { p.here().save() }

// reload fills the open page as long as the place is seen, and lets the pages
// speak about the office as it is now.
func (p *Place) reload() {
	kit.Do(p.seat.Tasks, p.seat.Desk.Ground, func(g app.Ground, err error) {
		if err == nil {
			p.seat.Ground = g
		}
		if p.deaf != nil {
			p.here().load()
		}
	})
}

func nothing(context.Context) (struct{}, error) { return struct{}{}, nil }
