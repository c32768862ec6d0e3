package surveys

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app/annual"
	"ownerdesk/app/register"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Import leads a file of answers in: choose it, look at what its columns were taken
// for, see what would come in, take it.
type Import struct {
	Root fyne.CanvasObject
	Back func() // the import is given up, or over

	s       *seat.Seat
	desk    *annual.Desk
	asks    Asks
	id      annual.SurveyID
	head    annual.Head
	known   annual.Known
	path    string
	sheets  []register.Sheet
	at      int // the sheet that is read
	rows    [][]string
	mapping annual.Mapping
	would   dryRun
	stage   importStage
	calm    func() // ends what shows that something is going on
	cancel  func()

	top     *fyne.Container
	body    *fyne.Container
	primary *kit.Push
	columns *columnsStage
	leave   *kit.Tick // what is refused is left out, the rest comes in
}

// importStage is how far the import has come.
type importStage int

const (
	atFile importStage = iota
	atColumns
	atOutcome
	atEnd
)

// NewImport lays the import of a survey's answers out.
func NewImport(s *seat.Seat, desk *annual.Desk, asks Asks, id annual.SurveyID) *Import {
	p := &Import{s: s, desk: desk, asks: asks, id: id, Back: func() {}, calm: func() {}, cancel: func() {}}
	p.top, p.body = container.NewStack(), container.NewStack()
	p.Root = kit.Page(container.NewBorder(container.NewVBox(p.top, kit.Gap(1, 4)), nil, nil, nil, p.body))
	p.toFile()
	return p
}

// Shown reads the survey and brings the keyboard to the first step.
func (p *Import) Shown() {
	kit.Do(p.s.Tasks, func(ctx context.Context) (annual.Survey, error) { return p.asks.Survey(ctx, p.id) }, func(v annual.Survey, err error) {
		if err == nil {
			p.known, err = say.SurveyKnown(p.s.Voice, v.Questionnaire)
		}
		if err != nil {
			p.s.Fail(nil, err)
			return
		}
		p.head = v.Head
	})
	p.s.Focus(p.primary)
}

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

// turn shows what the step is and its buttons: lesser ones, then the primary.
func (p *Import) turn(at importStage, title string, o fyne.CanvasObject, primary *kit.Push, lesser ...*kit.Push) {
	p.stage, p.primary = at, primary
	buttons := container.NewHBox()
	for _, b := range append(lesser, primary) {
		buttons.Add(b)
	}
	p.top.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, nil, buttons, kit.NewCell(title, kit.SizeTitle, kit.Body, true))}
	p.top.Refresh()
	p.fill(o)
}

func (p *Import) fill(o fyne.CanvasObject) {
	p.body.Objects = []fyne.CanvasObject{o}
	p.body.Refresh()
}

func (p *Import) back() *kit.Push {
	return kit.Button(p.s.Say("register.cancel"), nil, func() { p.Back() })
}

// toFile asks for the file.
func (p *Import) toFile() {
	say := p.s.Say
	what := container.NewVBox(
		container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(kit.Px(40)), widget.NewIcon(theme.UploadIcon()))),
		container.NewCenter(kit.Section(say("surveys.import.file"))), kit.Gap(1, 4))
	for _, key := range []string{"surveys.import.what", "surveys.import.numbers", "import.file.safe"} {
		what.Add(kit.FixedWidth(620, kit.Flush(kit.Wrapped(say(key)))))
	}
	what.Add(kit.Gap(1, 8))
	what.Add(container.NewCenter(kit.Button(say("import.file.pick"), theme.FolderOpenIcon(), p.pick)))
	p.turn(atFile, say("surveys.import"), kit.Card(container.NewCenter(what)), kit.Primary(say("import.file.pick"), theme.FolderOpenIcon(), p.pick), p.back())
}

func (p *Import) pick() {
	p.s.Outside.PickFile(p.s.Say("surveys.import.file"), []string{".xlsx", ".csv", ".txt"}, p.Take)
}

// Take reads a file, however it was chosen.
func (p *Import) Take(path string) {
	p.path = path
	p.work(p.s.Say("import.busy.reading", filepath.Base(path)))
	p.cancel = kit.DoLong(p.s.Tasks, func(context.Context, kit.Progress) ([]register.Sheet, error) { return sheet.RegisterSheets(path) }, p.taken, func(int, int) {})
}

func (p *Import) taken(sheets []register.Sheet, err error) {
	p.calm()
	if err != nil {
		p.toFile()
		p.fail(err)
		return
	}
	p.sheets = sheets
	p.read(longest(sheets))
	p.columns = nil
	p.toColumns()
}

// longest is the sheet with the most rows, among those that are shown: forms have
// sheets of words beside it.
func longest(sheets []register.Sheet) (at int) {
	for i, s := range sheets {
		if !s.Hidden && (sheets[at].Hidden || len(s.Rows) > len(sheets[at].Rows)) {
			at = i
		}
	}
	return at
}

// read turns to a sheet of the file and finds out what is in its columns.
func (p *Import) read(at int) {
	p.at, p.rows = at, textOf(p.sheets[at])
	var codes [][]string
	for _, s := range p.sheets {
		if s.Hidden && s.Name == annual.CodesSheet {
			codes = textOf(s)
		}
	}
	p.mapping = annual.MappingOf(p.rows, codes, p.head.Questionnaire, p.known)
}

func textOf(s register.Sheet) (rows [][]string) {
	for _, row := range s.Rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = c.Text
		}
		rows = append(rows, cells)
	}
	return rows
}

// patience is how long work may take before it is shown as going on.
const patience = 300 * time.Millisecond

// work shows what is going on, once it lasts, with a way to call it off.
func (p *Import) work(words string) {
	p.primary.Disable()
	bar := widget.NewProgressBarInfinite()
	bar.Stop()
	stop := p.s.Tasks.After(patience, func() {
		bar.Start()
		box := container.NewVBox(kit.Text(words, kit.SizeSection, kit.Body, true), kit.Gap(320, 8), bar, kit.Gap(1, 8),
			container.NewHBox(layout.NewSpacer(), kit.Button(p.s.Say("register.cancel"), nil, func() { p.cancel() }), layout.NewSpacer()))
		p.fill(kit.Card(container.NewCenter(box)))
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
	var file sheet.Problem
	switch {
	case errors.Is(err, context.Canceled):
		p.s.Says(kit.Plain, p.s.Say("import.canceled"))
	case errors.As(err, &file):
		p.s.Says(kit.Bad, p.s.Say(file.Key(), file.File))
	default:
		slog.Error("import answers", "err", err)
		p.s.Says(kit.Bad, p.s.Trouble(err))
	}
}

// dryRun is what taking the file in would do.
type dryRun struct {
	troubles []annual.Trouble
	sheets   []annual.Sheet // as the file says
	checked  []annual.Checked
}

// brings are the sheets that may come in, as the file says: those that come from
// anybody are numbered when they are kept, and not before.
func (t dryRun) brings() (all []annual.Sheet) {
	for i, c := range t.checked {
		if len(c.Faults) == 0 {
			all = append(all, t.sheets[i])
		}
	}
	return all
}

// refused is how many rows may not come in.
func (t dryRun) refused() (n int) {
	rows := map[int]bool{}
	for _, one := range t.troubles {
		if one.Kind.LeavesOut() {
			rows[one.Row] = true
		}
	}
	return len(rows) + len(t.checked) - len(t.brings())
}

// try reads all rows and holds them against what is there, and changes nothing.
func (p *Import) try() {
	mapping, rows, h, order := p.mapping, p.rows, p.head, annual.ImportOrder{Stand: p.stand(), File: filepath.Base(p.path)}
	p.work(p.s.Say("import.busy.trying", p.s.Number(len(rows))))
	p.cancel = kit.DoLong(p.s.Tasks, func(ctx context.Context, _ kit.Progress) (v dryRun, err error) {
		units, err := p.asks.Units(ctx, annual.WantedUnits{Survey: p.id, Called: true})
		if err != nil {
			return v, err
		}
		strata := map[int]int{}
		for _, u := range units {
			strata[u.N] = u.Stratum
		}
		order.Sheets, v.troubles = annual.ReadRows(mapping, rows, h, func(no int) (int, bool) {
			n, err := p.asks.UnitOf(ctx, p.id, no)
			if err != nil {
				return 0, false
			}
			stratum, called := strata[n]
			return stratum, called
		})
		v.sheets = order.Sheets
		if len(order.Sheets) > 0 {
			v.checked, err = p.desk.Preview(ctx, order)
		}
		return v, errors.Join(err, ctx.Err())
	}, p.showTried, func(int, int) {})
}

func (p *Import) stand() annual.Stand { return annual.Stand{Survey: p.id, By: p.s.Staff.ID} }

func (p *Import) showTried(v dryRun, err error) {
	p.calm()
	if err != nil {
		p.toColumns()
		p.fail(err)
		return
	}
	p.would = v
	p.toOutcome()
}

// take takes the sheets in, all or none of those that may come.
func (p *Import) take() {
	sheets := p.would.brings()
	p.work(p.s.Count("surveys.import.taking", len(sheets)))
	order := annual.ImportOrder{Stand: p.stand(), File: filepath.Base(p.path), Sheets: sheets}
	p.cancel = kit.DoLong(p.s.Tasks, func(ctx context.Context, _ kit.Progress) (annual.Move, error) { return p.desk.Import(ctx, order) }, p.took, func(int, int) {})
}

func (p *Import) took(m annual.Move, err error) {
	p.calm()
	if err != nil {
		p.toOutcome()
		p.fail(err)
		return
	}
	p.toEnd(len(m.Sheets))
}

// toEnd says what was done.
func (p *Import) toEnd(n int) {
	s := p.s
	tiles := container.NewGridWithColumns(3, kit.Tile(kit.Good, s.Number(n), s.Say("surveys.import.done"), " ", nil),
		kit.Tile(kit.Plain, s.Number(p.would.refused()), s.Say("surveys.import.part.refused"), " ", nil),
		kit.Tile(kit.Plain, s.Number(len(p.doubtful())), s.Say("surveys.import.part.doubtful"), " ", nil))
	p.turn(atEnd, s.Say("import.done.title", filepath.Base(p.path)), container.NewVBox(tiles, kit.Gap(1, 4), kit.Note(kit.Good, kit.Flush(kit.Wrapped(s.Say("surveys.import.next"))))),
		kit.Primary(kit.WithShortcut(s.Say("surveys.import.back"), kit.Shortcut(fyne.KeyReturn)), theme.NavigateNextIcon(), func() { p.Back() }),
		kit.Button(s.Say("import.done.more"), nil, p.toFile))
	p.s.Focus(p.primary)
}

// doubtful are the sheets that come in with something doubtful about them.
func (p *Import) doubtful() []annual.Checked {
	return slices.DeleteFunc(slices.Clone(p.would.checked), func(c annual.Checked) bool { return len(c.Faults) > 0 || len(c.Flaws) == 0 })
}
