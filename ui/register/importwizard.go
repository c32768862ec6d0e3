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

// ImportAsks is what the import asks of the store.
type ImportAsks interface {
	Projects(context.Context) ([]app.Project, error)
	// Known is what the register holds of an estate, of all for 0.
	Known(context.Context, app.ProjectID) ([]register.Known, error)
	// ImportRegister takes rows in, all or none, and counts what is new.
	ImportRegister(context.Context, []register.Entry) (rooms, people int, err error)
}

// Import leads a file of owners into the register: choose it, look at how its
// columns are read, see what it would change, take it in.
type Import struct {
	Root fyne.CanvasObject

	Done func(app.ProjectID) // to the register
	Back func()              // the import is given up

	seat     *seat.Seat
	asks     ImportAsks
	project  app.ProjectID
	projects []app.Project
	path     string
	plan     *register.Plan
	stage    stage
	calm     func() // ends what shows that something is going on
	cancel   func()

	top     *fyne.Container
	primary *kit.Push
	body    *fyne.Container
	columns *columnsStage
	outcome *outcomeStage
}

// stage is how far the import has come.
type stage int

const (
	atFile stage = iota
	atColumns
	atOutcome
	atEnd
)

// NewImport lays the import out; project is the estate it is for at first.
func NewImport(s *seat.Seat, asks ImportAsks, project app.ProjectID) *Import {
	p := &Import{seat: s, asks: asks, project: project, Done: func(app.ProjectID) {}, Back: func() {}, calm: func() {}, cancel: func() {}}
	p.top, p.body = container.NewStack(), container.NewStack()
	p.Root = kit.Page(container.NewBorder(container.NewVBox(p.top, kit.Gap(1, 4)), nil, nil, nil, p.body))
	p.toFile()
	return p
}

// Shown brings the keyboard to the first step.
func (p *Import) Shown() { p.seat.Window.Canvas().Focus(p.primary) }

// Hidden calls off what is going on.
func (p *Import) Hidden() { p.cancel() }

// Next takes the one next step.
func (p *Import) Next() {
	if !p.primary.Disabled() {
		p.primary.Tapped(nil)
	}
}

// Escape goes one step back; false from the first.
func (p *Import) Escape() bool {
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
func (p *Import) head(at stage, title string, primary *kit.Push, lesser ...*kit.Push) {
	p.stage, p.primary = at, primary
	buttons := container.NewHBox()
	for _, b := range append(lesser, primary) {
		buttons.Add(b)
	}
	p.top.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, buttons, kit.NewCell(title, kit.SizeTitle, kit.Body, true))}
	p.top.Refresh()
}

func (p *Import) show(o fyne.CanvasObject) {
	p.body.Objects = []fyne.CanvasObject{o}
	p.body.Refresh()
}

// toFile asks for the file.
func (p *Import) toFile() {
	say := p.seat.Say
	p.head(atFile, say("register.import"), kit.Primary(say("import.file.pick"), theme.FolderOpenIcon(), p.pick), kit.Button(say("register.cancel"), nil, func() { p.Back() }))
	what := container.NewVBox(
		container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(kit.Px(40)), widget.NewIcon(theme.UploadIcon()))),
		container.NewCenter(kit.Section(say("import.file.title"))), kit.Gap(1, 4),
		kit.FixedWidth(620, kit.Flush(kit.Wrapped(say("import.file.what")))),
		kit.FixedWidth(620, kit.Flush(kit.Wrapped(say("import.file.left-out")))),
		kit.FixedWidth(620, kit.Flush(kit.Wrapped(say("import.file.safe")))), kit.Gap(1, 8),
		container.NewCenter(kit.Button(say("import.file.pick"), theme.FolderOpenIcon(), p.pick)))
	p.show(kit.Card(container.NewCenter(what)))
}

func (p *Import) pick() {
	p.seat.Outside.PickFile(p.seat.Say("import.file.title"), []string{".xlsx", ".csv", ".txt"}, p.Take)
}

// patience is how long work may take before it is shown as going on.
const patience = 300 * time.Millisecond

// Take reads a file, however it was chosen.
func (p *Import) Take(path string) {
	p.path = path
	p.work(p.seat.Say("import.busy.reading", filepath.Base(path)))
	p.cancel = kit.DoLong(p.seat.Tasks, func(ctx context.Context, _ kit.Progress) (file, error) {
		sheets, err := sheet.RegisterSheets(path)
		if err != nil {
			return file{}, err
		}
		projects, err := p.asks.Projects(ctx)
		return file{sheets, projects}, err
	}, p.taken, func(int, int) {})
}

// file is what was read, and the estates it may be about.
type file struct {
	sheets   []register.Sheet
	projects []app.Project
}

func (p *Import) taken(f file, err error) {
	p.calm()
	if err != nil {
		p.toFile()
		p.fail(err)
		return
	}
	p.plan = register.NewPlan(f.sheets, register.Options{})
	p.projects, p.columns = f.projects, nil
	if p.project == 0 && len(f.projects) > 0 {
		p.project = f.projects[0].ID
	}
	p.toColumns()
}

// work shows what is going on, once it lasts, with a way to call it off.
func (p *Import) work(words string) {
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
func (p *Import) fail(err error) {
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
