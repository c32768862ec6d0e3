package settings

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

type backupAsks interface {
	Path() string
	Backup(ctx context.Context, folder string) (app.Backup, error)
	Backups(folder string) ([]string, error)
	Check(context.Context) ([]error, error)
}

// backupPage is where the file and its backups lie, and what can be done with
// them; and the program that shows what is printed.
type backupPage struct {
	leaf
	asks    backupAsks
	restore func(backup string)
	root    fyne.CanvasObject

	form           *kit.Form
	file           *kit.Cell
	folder, viewer *kit.Input
	table          *kit.Table
	make, check    *kit.Push

	kept  app.Office
	draft *kit.Draft
	all   []copyOf
}

// copyOf is one backup as the list shows it.
type copyOf struct {
	path string
	at   string // as its name has it, 20261123-094201
	why  string // daily, before-step or copy
	size int64
}

func newBackupPage(l leaf, asks backupAsks, restore func(string)) *backupPage {
	p := &backupPage{
		leaf: l, asks: asks, restore: restore, form: kit.NewForm(2),
		file: kit.NewCell("", kit.SizeBody, kit.Body, false), folder: kit.Entry(""), viewer: kit.Entry(""),
	}
	p.folder.SetPlaceHolder(l.Say("settings.backup.folder.beside"))
	p.viewer.SetPlaceHolder(l.Say("settings.backup.viewer.system"))
	p.form.Add("folder", kit.NewField(l.Say("settings.backup.folder"), p.folder, l.Say("settings.backup.folder.hint")), 1)
	p.form.Add("viewer", kit.NewField(l.Say("settings.backup.viewer"), p.withPick(p.viewer), l.Say("settings.backup.viewer.hint")), 1)
	p.draft = kit.NewDraft("backup", p.form)
	p.table = kit.NewTable(kit.RowDense,
		kit.Column{Title: l.Say("settings.backup.at"), Width: 150},
		kit.Column{Title: l.Say("settings.backup.kind"), Width: 120},
		kit.Column{Title: l.Say("settings.backup.size"), Width: 96, Right: true},
		kit.Column{Title: "", Width: 12},
		kit.Column{Title: l.Say("settings.backup.name")},
		kit.Column{Title: "", Width: 120},
	).WhenEmpty(kit.Empty(theme.StorageIcon(), l.Say("settings.backup.none"), l.Say("settings.backup.none.what"), nil))
	p.table.OnOpen = func(i int) { p.ask(p.all[i]) }
	p.table.OnAction = func(i, _ int) { p.ask(p.all[i]) }
	p.check = kit.Button(l.Say("settings.backup.check"), theme.SearchIcon(), p.lookThrough)
	p.make = kit.Primary(l.Say("settings.backup.make"), theme.ContentCopyIcon(), p.backUp)
	keep := kit.Button(kit.WithShortcut(l.Say("settings.save"), kit.Shortcut(fyne.KeyS)), theme.DocumentSaveIcon(), p.save)
	where := kit.Card(container.NewVBox(
		container.NewBorder(nil, nil, container.NewHBox(kit.Muted(l.Say("settings.backup.file")), kit.Gap(8, 1)), keep, p.file), kit.Gap(1, 4), p.form))
	list := kit.CardTitled(l.Say("settings.backup.list"), p.table)
	p.root = p.laid(Backup, container.NewBorder(container.NewVBox(where, kit.Gap(1, 2)), nil, nil, nil, list), p.check, p.make)
	return p
}

// withPick puts a button beside an input that writes the path of a file into it.
func (p *backupPage) withPick(e *kit.Input) fyne.CanvasObject {
	pick := kit.Button("…", nil, func() {
		p.Outside.PickFile(p.Say("settings.backup.viewer"), nil, func(path string) { e.SetText(path) })
	})
	return container.NewBorder(nil, nil, nil, pick, e)
}

func (p *backupPage) rest() {
	p.leaf.rest()
	p.draft.Rest()
	p.folder.SetText(p.kept.Backups) // what was typed comes back from its draft
	p.viewer.SetText(p.kept.Viewer)
}

func (p *backupPage) body() fyne.CanvasObject { return p.root }

// backupNow is what the page shows.
type backupNow struct {
	office app.Office
	all    []copyOf
}

func (p *backupPage) load() {
	kit.Latest(p.lane, func(ctx context.Context) (backupNow, error) {
		g, err := p.Desk.Ground(ctx)
		if err != nil {
			return backupNow{}, err
		}
		paths, err := p.asks.Backups(g.Office.Backups)
		now := backupNow{office: g.Office}
		for _, path := range paths {
			if c, there := look(path); there {
				now.all = append(now.all, c)
			}
		}
		return now, err
	}, p.show)
}

// look reads what a backup's name and the disk say of it; one that was taken
// away meanwhile is not there.
func look(path string) (copyOf, bool) {
	info, err := os.Stat(path)
	if err != nil {
		return copyOf{}, false
	}
	name := strings.TrimSuffix(strings.TrimSuffix(filepath.Base(path), ".db"), ".zip")
	c := copyOf{path: path, size: info.Size(), why: "copy"}
	if n := len(name) - len(stampLayout); n > 0 {
		c.at = name[n:]
		name = name[:n]
	}
	for _, why := range []string{"daily", "before-step"} {
		if strings.Contains(name, "-"+why) {
			c.why = why
		}
	}
	return c, true
}

const stampLayout = "20060102-150405"

// made writes the moment in a backup's name, which is this computer's, as all
// moments are written.
func (p *backupPage) made(c copyOf) string {
	t, err := time.ParseInLocation(stampLayout, c.at, p.Now().Location())
	if err != nil {
		return c.at
	}
	return p.Moment(t)
}

func (p *backupPage) show(now backupNow, err error) {
	if err != nil {
		p.broke("backup", err)
		return
	}
	p.file.SetText(p.asks.Path())
	if p.folder.Value() == p.kept.Backups && p.viewer.Value() == p.kept.Viewer {
		p.folder.SetText(now.office.Backups)
		p.viewer.SetText(now.office.Viewer)
		p.kept = now.office
		p.begin(p.draft)
	}
	p.all = now.all
	p.table.Refill(rowsOf[copyOf]{now.all, p.row})
}

func (p *backupPage) row(c copyOf) []kit.Piece {
	return []kit.Piece{kit.SaidBold(p.made(c)), kit.Said(p.Say("settings.backup.kind." + c.why)), kit.Said(p.Bytes(c.size)), kit.Said(""),
		kit.SaidQuiet(filepath.Base(c.path)), kit.ButtonOf(p.Say("settings.backup.restore"))}
}

// save keeps the folder and the program. A folder that is not there is made by
// the first backup, so that a disk that is away today may be named too.
func (p *backupPage) save() {
	p.form.Clear()
	folder, viewer, by := p.folder.Value(), p.viewer.Value(), p.Staff.ID
	if folder != "" && !filepath.IsAbs(folder) {
		p.form.Fail("folder", p.Say("settings.backup.folder.whole"))
		return
	}
	kit.Do(p.Tasks, func(ctx context.Context) (app.Office, error) {
		g, err := p.Desk.Ground(ctx)
		if err != nil {
			return app.Office{}, err
		}
		o := g.Office
		o.Backups, o.Viewer = folder, viewer
		return o, p.Desk.ChangeOffice(ctx, o, by)
	}, func(o app.Office, err error) {
		if err != nil {
			p.broke("backup", err)
			return
		}
		p.kept = o
		p.draft.Done()
		p.Says(kit.Good, p.Say("settings.saved"))
		p.load()
	})
}

// backUp makes a backup into the folder that is kept.
func (p *backupPage) backUp() {
	p.make.Disable()
	kit.Do(p.Tasks, func(ctx context.Context) (app.Backup, error) {
		g, err := p.Desk.Ground(ctx)
		if err != nil {
			return app.Backup{}, err
		}
		return p.asks.Backup(ctx, g.Office.Backups)
	}, func(made app.Backup, err error) {
		p.make.Enable()
		if err != nil {
			p.befell(err)
			return
		}
		p.Says(kit.Good, p.Say("settings.backup.made", made.Path))
		p.load()
		if len(made.Found) > 0 {
			p.list(p.Say("settings.backup.lacks"), made.Found)
		}
	})
}

// ask makes sure before a backup takes the place of the file.
func (p *backupPage) ask(c copyOf) *kit.Sheet {
	return kit.Confirm(p.Window.Canvas(), kit.Question{
		Title: p.Say("settings.backup.ask"), Text: p.Say("settings.backup.ask.what", p.made(c)),
		Yes: p.Say("settings.backup.restore"), No: p.Say("settings.cancel"), Danger: true,
	}, func() { p.restore(c.path) })
}
