package settings

import (
	"context"
	"errors"
	"io"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/kit"
)

type accessAsks interface {
	AccessLog(ctx context.Context, from, until time.Time, limit int) ([]app.Access, error)
	Case(context.Context, app.IssueID) (app.Case, error)
	Person(context.Context, app.PersonID) (app.Person, error)
}

// accessPage is who saw whose data, when and why.
type accessPage struct {
	leaf
	asks   accessAsks
	root   fyne.CanvasObject
	period *kit.Choice[int]
	who    *kit.Choice[app.StaffID]
	action *kit.Choice[string]
	count  *kit.Phrase
	table  *kit.Table

	all   []seen // of the period
	shown []seen // of those, what the other choices leave
	more  bool   // the period has more than are shown
}

// seen is one entry with what it was about in words.
type seen struct {
	app.Access
	about string
}

// periods are how many days the log is shown for; 0 is all of it.
var periods = []int{1, 7, 30, 365, 0}

// actions are what is logged; the empty one is all.
var actions = []string{"", "view", app.WayOpened.Look(), app.WaySaved.Look(), app.WaySent.Look(), app.WayNone.Look(), "print", "export", "search"}

// mostSeen is how many entries are shown at most.
const mostSeen = 1000

func newAccessPage(l leaf, asks accessAsks) *accessPage {
	p := &accessPage{leaf: l, asks: asks, count: kit.Muted("")}
	p.period = kit.NewChoice(periods, func(days int) string { return l.Say("settings.access.period." + periodNames[days]) })
	kit.SetValue(p.period, 30)
	p.period.OnChanged = func(int) { p.load() }
	p.who = kit.NewChoice([]app.StaffID{0}, p.whoName)
	p.who.OnChanged = func(app.StaffID) { p.narrow() }
	kit.SetValue(p.who, 0)
	p.action = kit.NewChoice(actions, p.actionName)
	p.action.OnChanged = func(string) { p.narrow() }
	kit.SetValue(p.action, "")
	p.table = kit.NewTable(kit.RowDense,
		kit.Column{Title: l.Say("settings.access.at"), Width: 136},
		kit.Column{Title: l.Say("settings.access.who"), Width: 96},
		kit.Column{Title: l.Say("settings.access.action"), Width: 130},
		kit.Column{Title: l.Say("settings.access.about"), Width: 170},
		kit.Column{Title: l.Say("settings.access.fields"), Width: 190},
		kit.Column{Title: l.Say("settings.access.reason")},
	).WhenEmpty(kit.Empty(theme.VisibilityIcon(), l.Say("settings.access.none"), l.Say("settings.access.none.what"), nil))
	bar := container.NewHBox(kit.FixedWidth(150, p.period), kit.FixedWidth(160, p.who), kit.FixedWidth(140, p.action), kit.Gap(4, 1), kit.Middle(p.count))
	list := kit.Card(under(container.NewVBox(bar, kit.Gap(1, 2)), p.table))
	p.root = p.laid(Access, list, kit.Primary(l.Say("settings.access.export"), theme.DownloadIcon(), p.export))
	return p
}

var periodNames = map[int]string{1: "today", 7: "week", 30: "month", 365: "year", 0: "all"}

func (p *accessPage) whoName(id app.StaffID) string {
	if id == 0 {
		return p.Say("settings.access.anyone")
	}
	return p.Voice.Staff(id)
}

func (p *accessPage) actionName(action string) string {
	if action == "" {
		return p.Say("settings.access.any-action")
	}
	if key := "settings.access.action." + action; p.Has(key) {
		return p.Say(key)
	}
	return action
}

func (p *accessPage) body() fyne.CanvasObject { return p.root }

func (p *accessPage) save() {}

func (p *accessPage) load() {
	now := p.Here(p.Now())
	var from time.Time
	if days := p.period.Value(); days > 0 {
		from = time.Date(now.Year(), now.Month(), now.Day()+1-days, 0, 0, 0, 0, now.Location())
	}
	kit.Latest(p.lane, func(ctx context.Context) ([]seen, error) {
		entries, err := p.asks.AccessLog(ctx, from, now.Add(time.Minute), mostSeen+1)
		if err != nil {
			return nil, err
		}
		return p.about(ctx, entries)
	}, p.show)
}

// about says what each entry was about: the issue's number, the person masked.
func (p *accessPage) about(ctx context.Context, entries []app.Access) ([]seen, error) {
	numbers, names := map[app.IssueID]string{0: ""}, map[app.PersonID]string{0: ""}
	all := make([]seen, len(entries))
	for i, e := range entries {
		if _, known := numbers[e.Issue]; !known {
			c, err := p.asks.Case(ctx, e.Issue)
			if err != nil && !errors.Is(err, app.ErrNotFound) {
				return nil, err
			}
			numbers[e.Issue] = c.Shown()
		}
		if _, known := names[e.Person]; !known {
			who, err := p.asks.Person(ctx, e.Person)
			if err != nil && !errors.Is(err, app.ErrNotFound) {
				return nil, err
			}
			names[e.Person] = p.Person(who.Name, false, say.Masked)
		}
		all[i] = seen{e, numbers[e.Issue]}
		if name := names[e.Person]; name != "" {
			all[i].about = p.joined(numbers[e.Issue], name)
		}
	}
	return all, nil
}

func (p *accessPage) joined(number, name string) string {
	if number == "" {
		return name
	}
	return p.Say("settings.access.both", number, name)
}

func (p *accessPage) show(all []seen, err error) {
	if err != nil {
		p.broke("access", err)
		return
	}
	if p.more = len(all) > mostSeen; p.more {
		all = all[:mostSeen]
	}
	p.all = all
	p.offerWho()
	p.narrow()
}

// offerWho offers those who are in the log.
func (p *accessPage) offerWho() {
	chosen := p.who.Value()
	ids, known := []app.StaffID{0}, map[app.StaffID]bool{}
	for _, e := range p.all {
		if !known[e.By] {
			known[e.By] = true
			ids = append(ids, e.By)
		}
	}
	p.who.SetValues(ids)
	if !kit.SetValue(p.who, chosen) {
		kit.SetValue(p.who, 0)
	}
}

func (p *accessPage) narrow() {
	who, action := p.who.Value(), p.action.Value()
	p.shown = nil
	for _, e := range p.all {
		if (who == 0 || e.By == who) && (action == "" || e.Action == action) {
			p.shown = append(p.shown, e)
		}
	}
	p.count.SetText(p.Count("settings.access.count", len(p.shown)))
	if p.more {
		p.count.SetText(p.Say("settings.access.more", mostSeen))
	}
	p.table.SetRows(rowsOf[seen]{p.shown, p.row})
}

func (p *accessPage) row(e seen) []kit.Piece {
	return []kit.Piece{kit.Said(p.Moment(e.At)), kit.SaidBold(p.Voice.Staff(e.By)), kit.Said(p.actionName(e.Action)),
		kit.Said(e.about), kit.Said(p.fieldNames(e.Fields)), kit.Said(e.Reason)}
}

// export writes what is listed as a workbook.
func (p *accessPage) export() {
	rows := p.shown
	if len(rows) == 0 {
		p.Says(kit.Info, p.Say("settings.access.none"))
		return
	}
	name := p.Say("settings.access.file", p.Day(p.Now()))
	p.SaveAs(p.Say("settings.access.export"), name, []string{".xlsx"}, func(path string) {
		path += ".xlsx"
		table := p.paper(rows)
		kit.Do(p.Tasks, func(context.Context) (int, error) { return writeSheet(path, table) }, func(n int, err error) {
			if err != nil {
				p.broke("access", err)
				return
			}
			p.Says(kit.Good, p.Count("settings.access.exported", n))
		})
	})
}

// writeSheet writes a table to a file and tells how many rows went in.
func writeSheet(path string, t sheet.Table) (n int, err error) {
	var written sheet.Written
	err = kit.WriteWhole(path, func(out io.Writer) error {
		written, err = sheet.Write(out, t)
		return err
	})
	return written.Rows, err
}
