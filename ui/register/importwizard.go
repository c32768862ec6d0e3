package register

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// wizard leads a file in: choose it, look at how its columns are read, see what
// it would change, take it in. What it brings is the cargo's matter.
type wizard struct {
	Root fyne.CanvasObject
	Back func() // the import is given up

	seat     *seat.Seat
	cargo    cargo
	estates  func(context.Context) ([]app.Project, error)
	project  app.ProjectID
	projects []app.Project
	path     string
	stage    stage
	calm     func() // ends what shows that something is going on
	cancel   func()

	top     *fyne.Container
	primary *kit.Push
	body    *fyne.Container
	columns *columnsStage
	outcome *outcomeStage
}

// cargo is what a file brings: owners for the register, or issues of the past.
type cargo interface {
	words(part string) string // the key of one of its own words
	what() []string           // the words that say which files are understood
	open(sheets []register.Sheet)

	file() *register.File
	kinds() []register.Column
	assign(index int, c register.Column)
	missing() []register.Problem
	left(register.Column) bool // stays out although it is known what it is
	ticks(redraw func()) fyne.CanvasObject
	drawn() // the columns were drawn anew
	needsEstate() bool

	// reading is the work of reading all rows and comparing them with what is there;
	// what it returns takes the result over.
	reading() func(context.Context) (func(), error)
	parts() []part
	brought(part) int             // how many rows are new, changed, unchanged
	rows(part) *kit.Table         // those rows
	notes() []register.Problem    // what is said of rows that come in all the same
	refusals() []register.Problem // why rows do not come in
	skipped() []register.Skip     // rows that are no entries
	count() (brings, refused int)
	warnings() []string

	// taking is the work of taking the rows in, all or none.
	taking() func(context.Context) (func(), error)
	gained() []fyne.CanvasObject
	changed() app.Change
	leave() // to what was taken in
}

// stage is how far the import has come.
type stage int

const (
	atFile stage = iota
	atColumns
	atOutcome
	atEnd
)

// build lays the import out; project is the estate it is for at first.
func (p *wizard) build(s *seat.Seat, c cargo, estates func(context.Context) ([]app.Project, error), project app.ProjectID) {
	p.seat, p.cargo, p.estates, p.project = s, c, estates, project
	p.Back, p.calm, p.cancel = func() {}, func() {}, func() {}
	p.top, p.body = container.NewStack(), container.NewStack()
	p.Root = kit.Page(container.NewBorder(container.NewVBox(p.top, kit.Gap(1, 4)), nil, nil, nil, p.body))
	p.toFile()
}

// Shown brings the keyboard to the first step.
func (p *wizard) Shown() { p.seat.Window.Canvas().Focus(p.primary) }

// Hidden calls off what is going on.
func (p *wizard) Hidden() { p.cancel() }

// Next takes the one next step.
func (p *wizard) Next() {
	if !p.primary.Disabled() {
		p.primary.Tapped(nil)
	}
}

// Escape goes one step back; false from the first.
func (p *wizard) Escape() bool {
	switch p.stage {
	case atColumns:
		p.toFile()
	case atOutcome:
		p.toColumns()
	default:
		return false
	}
	return true
}

// head shows what the step is and its buttons: lesser ones, then the primary.
func (p *wizard) head(at stage, title string, primary *kit.Push, lesser ...*kit.Push) {
	p.stage, p.primary = at, primary
	buttons := container.NewHBox()
	for _, b := range append(lesser, primary) {
		buttons.Add(b)
	}
	p.top.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, buttons, kit.NewCell(title, kit.SizeTitle, kit.Body, true))}
	p.top.Refresh()
}

func (p *wizard) show(o fyne.CanvasObject) {
	p.body.Objects = []fyne.CanvasObject{o}
	p.body.Refresh()
}

// toFile asks for the file.
func (p *wizard) toFile() {
	say := p.seat.Say
	title := say(p.cargo.words("file.title"))
	p.head(atFile, say(p.cargo.words("title")), kit.Primary(say("import.file.pick"), theme.FolderOpenIcon(), p.pick), kit.Button(say("register.cancel"), nil, func() { p.Back() }))
	what := container.NewVBox(
		container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(kit.Px(40)), widget.NewIcon(theme.UploadIcon()))),
		container.NewCenter(kit.Section(title)), kit.Gap(1, 4))
	for _, words := range p.cargo.what() {
		what.Add(kit.FixedWidth(620, kit.Flush(kit.Wrapped(words))))
	}
	what.Add(kit.FixedWidth(620, kit.Flush(kit.Wrapped(say("import.file.safe")))))
	what.Add(kit.Gap(1, 8))
	buttons := container.NewHBox(kit.Button(say("import.file.pick"), theme.FolderOpenIcon(), p.pick))
	if c, is := p.cargo.(interface{ blank() *kit.Push }); is {
		buttons.Add(c.blank())
	}
	what.Add(container.NewCenter(buttons))
	p.show(kit.Card(container.NewCenter(what)))
}

func (p *wizard) pick() {
	p.seat.Outside.PickFile(p.seat.Say(p.cargo.words("file.title")), []string{".xlsx", ".csv", ".txt"}, p.Take)
}

// patience is how long work may take before it is shown as going on.
const patience = 300 * time.Millisecond

// Take reads a file, however it was chosen.
func (p *wizard) Take(path string) {
	p.path = path
	p.work(p.seat.Say("import.busy.reading", filepath.Base(path)))
	p.cancel = kit.DoLong(p.seat.Tasks, func(ctx context.Context, _ kit.Progress) (brought, error) {
		sheets, err := sheet.RegisterSheets(path)
		if err != nil {
			return brought{}, err
		}
		projects, err := p.estates(ctx)
		return brought{sheets, projects}, err
	}, p.taken, func(int, int) {})
}

// brought is what was read, and the estates it may be about.
type brought struct {
	sheets   []register.Sheet
	projects []app.Project
}

func (p *wizard) taken(f brought, err error) {
	p.calm()
	if err != nil {
		p.toFile()
		p.fail(err)
		return
	}
	p.cargo.open(f.sheets)
	p.projects, p.columns = f.projects, nil
	if p.project == 0 && len(f.projects) > 0 {
		p.project = f.projects[0].ID
	}
	p.toColumns()
}

// work shows what is going on, once it lasts, with a way to call it off.
func (p *wizard) work(words string) {
	p.primary.Disable()
	bar := widget.NewProgressBarInfinite()
	bar.Stop()
	stop := p.seat.Tasks.After(patience, func() {
		bar.Start()
		box := container.NewVBox(kit.Text(words, kit.SizeSection, kit.Body, true), kit.Gap(320, 8), bar, kit.Gap(1, 8),
			container.NewHBox(layout.NewSpacer(), kit.Button(p.seat.Say("register.cancel"), nil, func() { p.cancel() }), layout.NewSpacer()))
		p.show(kit.Card(container.NewCenter(box)))
	})
	p.calm = func() {
		stop()
		bar.Stop()
		p.primary.Enable()
		p.calm = func() {}
	}
}

// fail says what went wrong; nothing was changed.
func (p *wizard) fail(err error) {
	s := p.seat
	var file sheet.Problem
	var broken kit.Breakage
	switch {
	case errors.Is(err, context.Canceled):
		s.Says(kit.Plain, s.Say("import.canceled"))
	case errors.As(err, &file):
		s.Says(kit.Bad, fileProblem(s, file))
	default:
		slog.Error("import", "err", err, "broken", errors.As(err, &broken))
		s.Says(kit.Bad, s.Trouble(err))
	}
}

// fileProblem words why a file cannot be read, with the place in it if that is known.
func fileProblem(s *seat.Seat, p sheet.Problem) string {
	words := s.Say(p.Key(), p.File)
	switch {
	case p.Row > 0 && p.Column != "":
		return s.Say("import.problem.at", p.Sheet, p.Row, p.Column, words)
	case p.Row > 0:
		return s.Say("import.problem.at.row", p.Sheet, p.Row, words)
	}
	return words
}
