package register

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/past"
	"ownerdesk/app/register"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// PastAsks is what the taking over of an older ledger asks of the store.
type PastAsks interface {
	Projects(context.Context) ([]app.Project, error)
	EveryRoom(context.Context, app.ProjectID) ([]app.Found, error)
	KnownNumbers(context.Context, []string) (map[string]past.Known, error)
}

// ImportIssues leads an older ledger of issues in.
type ImportIssues struct {
	wizard
	Done func() // to the list of issues

	asks PastAsks
	plan *past.Plan
}

// NewImportIssues lays the taking over of a ledger out; project is the estate of
// rows that name none, at first.
func NewImportIssues(s *seat.Seat, asks PastAsks, project app.ProjectID) *ImportIssues {
	p := &ImportIssues{asks: asks, Done: func() {}}
	p.build(s, p, asks.Projects, project)
	return p
}

func (p *ImportIssues) words(part string) string { return "import.issues." + part }

func (p *ImportIssues) what() []string {
	return []string{p.seat.Say("import.issues.file.what"), p.seat.Say("import.issues.file.kept")}
}

func (p *ImportIssues) open(sheets []register.Sheet) {
	g := p.seat.Ground
	p.plan = past.NewPlan(sheets, past.Options{File: filepath.Base(p.path), Now: p.seat.Now(), Calendar: g.Calendar})
}

func (p *ImportIssues) file() *register.File                { return &p.plan.File }
func (p *ImportIssues) kinds() []register.Column            { return past.Columns }
func (p *ImportIssues) assign(index int, c register.Column) { p.plan.Assign(index, c) }
func (p *ImportIssues) missing() []register.Problem         { return p.plan.Missing() }
func (p *ImportIssues) left(register.Column) bool           { return false }
func (p *ImportIssues) ticks(func()) fyne.CanvasObject      { return nil }
func (p *ImportIssues) drawn()                              {}
func (p *ImportIssues) needsEstate() bool                   { return true }

func (p *ImportIssues) reading() func(context.Context) (func(), error) {
	plan, lists := *p.plan, p.seat.Lists
	office := past.Office{Ground: p.seat.Ground, Project: p.project}
	return func(ctx context.Context) (func(), error) {
		var err error
		if plan.Options.Words, err = say.PastWords(lists); err != nil {
			return nil, err
		}
		if office.Rooms, err = p.asks.EveryRoom(ctx, 0); err != nil {
			return nil, err
		}
		plan.Read(office)
		known, err := p.asks.KnownNumbers(ctx, plan.Reading.Numbers())
		if err != nil {
			return nil, err
		}
		plan.Compare(known)
		return func() { p.plan = &plan }, ctx.Err()
	}
}

func (p *ImportIssues) parts() []part {
	return []part{partNew, partUnchanged, partRefused, partNotes, partSkipped}
}

func (p *ImportIssues) brought(which part) int {
	switch o := p.plan.Outcome; which {
	case partNew:
		return o.New
	default:
		return o.There
	}
}

func (p *ImportIssues) count() (brings, refused int) {
	return p.plan.Outcome.New, p.plan.Outcome.Refused
}

// notes are what is said of rows that come in all the same.
func (p *ImportIssues) notes() (all []register.Problem) {
	for _, l := range p.plan.Outcome.Lines {
		if l.State != register.Refused {
			all = append(all, l.Problems...)
		}
	}
	return all
}

// refusals are why rows do not come in.
func (p *ImportIssues) refusals() (all []register.Problem) {
	for _, l := range p.plan.Outcome.Lines {
		if l.State == register.Refused {
			all = append(all, slices.DeleteFunc(slices.Clone(l.Problems), func(one register.Problem) bool { return !one.Fatal })...)
		}
	}
	return all
}

func (p *ImportIssues) warnings() []string { return nil }

func (p *ImportIssues) skipped() []register.Skip { return p.plan.Reading.Skipped }

// rows lists those in a state with what they say.
func (p *ImportIssues) rows(which part) *kit.Table {
	s := p.seat
	var lines []past.Line
	for _, l := range p.plan.Outcome.Lines {
		if l.State == register.State(which) {
			lines = append(lines, l)
		}
	}
	col := func(c register.Column, width float32) kit.Column {
		return kit.Column{Title: s.Say(c.Key()), Width: width}
	}
	table := kit.NewTable(kit.RowDense, kit.Column{Title: s.Say("import.col.row"), Width: 60, Right: true}, col(past.OfNumber, 150),
		col(past.OfType, 80), col(past.OfStatus, 100), col(past.OfRoom, 120), col(past.OfSubject, 180), col(past.OfReceived, 140), col(past.OfEnded, 0))
	table.SetRows(pieces{len(lines), func(i int) []kit.Piece {
		e := lines[i].Entry
		state := ""
		if e.State != "" {
			state = s.Say("state." + string(e.State))
		}
		return []kit.Piece{kit.Said(strconv.Itoa(e.Row)), kit.SaidBold(e.Number), kit.Said(say.Code(s.Voice, e.Kind)), kit.Said(state),
			kit.Said(e.Place.Short()), kit.SaidQuiet(topicOf(s, e)), kit.Said(s.Moment(e.Received)), kit.SaidQuiet(s.Moment(e.Ended))}
	}})
	return table
}

func topicOf(s *seat.Seat, e *past.Entry) string {
	if e.Subject != "" {
		return e.Subject
	}
	return s.Category(e.Category)
}

func (p *ImportIssues) taking() func(context.Context) (func(), error) {
	rows, desk, by := p.plan.Outcome.Rows(), p.seat.Desk, p.seat.Staff.ID
	return func(ctx context.Context) (func(), error) { return func() {}, desk.TakeOver(ctx, rows, by) }
}

func (p *ImportIssues) gained() []fyne.CanvasObject {
	s, o := p.seat, p.plan.Outcome
	open := 0
	for _, l := range o.Lines {
		if l.State == register.New && !l.Entry.State.Over() && l.Entry.Ended.IsZero() {
			open++
		}
	}
	return []fyne.CanvasObject{
		kit.Tile(kit.Good, s.Number(o.New), s.Say("import.issues.done.taken"), " ", nil), kit.Tile(kit.Info, s.Number(open), s.Say("import.issues.done.open"), " ", nil),
		kit.Tile(kit.Plain, s.Number(o.There), s.Say("import.issues.part.unchanged"), " ", nil), kit.Tile(kit.Plain, s.Number(o.Refused), s.Say("import.issues.part.refused"), " ", nil),
	}
}

func (p *ImportIssues) changed() app.Change { return app.Change{} }
func (p *ImportIssues) leave()              { p.Done() }
