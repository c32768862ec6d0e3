package register

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/register"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// ImportAsks is what the import of owners asks of the store.
type ImportAsks interface {
	Projects(context.Context) ([]app.Project, error)
	// Known is what the register holds of an estate, of all for 0.
	Known(context.Context, app.ProjectID) ([]register.Known, error)
	// ImportRegister takes rows in, all or none, and counts what is new.
	ImportRegister(context.Context, []register.Entry) (rooms, people int, err error)
}

// Import leads a file of owners into the register.
type Import struct {
	wizard
	Done func(app.ProjectID) // to the register

	asks          ImportAsks
	plan          *register.Plan
	fill          *kit.Tick
	wanted        *kit.Tick
	rooms, people int // what the register gained
}

// NewImport lays the import of owners out; project is the estate it is for at first.
func NewImport(s *seat.Seat, asks ImportAsks, project app.ProjectID) *Import {
	p := &Import{asks: asks, Done: func(app.ProjectID) {}}
	p.build(s, p, asks.Projects, project)
	return p
}

func (p *Import) words(part string) string {
	if part == "title" {
		return "register.import"
	}
	return "import." + part
}

func (p *Import) what() []string {
	return []string{p.seat.Say("import.file.what"), p.seat.Say("import.file.left-out")}
}

func (p *Import) open(sheets []register.Sheet) { p.plan = register.NewPlan(sheets, register.Options{}) }

func (p *Import) file() *register.File                { return &p.plan.File }
func (p *Import) kinds() []register.Column            { return register.Columns }
func (p *Import) assign(index int, c register.Column) { p.plan.Assign(index, c) }
func (p *Import) missing() []register.Problem         { return p.plan.Missing() }
func (p *Import) left(c register.Column) bool         { return c.Unwanted() && !p.wanted.Checked }
func (p *Import) needsEstate() bool                   { return true }

// ticks are what a file of owners may be read with.
func (p *Import) ticks(redraw func()) fyne.CanvasObject {
	say := p.seat.Say
	p.fill = kit.Check(say("import.columns.fill"), func(on bool) { p.plan.Options.FillDown = on; redraw() })
	p.wanted = kit.Check(say("import.columns.wanted"), func(on bool) { p.want(on); redraw() })
	return container.NewHBox(p.fill, kit.Gap(8, 1), p.wanted)
}

// want asks for the columns that privacy leaves out.
func (p *Import) want(on bool) {
	p.plan.Options.Wanted = nil
	if on {
		p.plan.Options.Wanted = []register.Column{register.OfIdentity, register.OfBirthday}
	}
}

// drawn offers them only where the file has any.
func (p *Import) drawn() {
	p.wanted.Hide()
	for _, g := range p.plan.Layout.Guesses {
		if g.Column.Unwanted() {
			p.wanted.Show()
		}
	}
}

func (p *Import) reading() func(context.Context) (func(), error) {
	plan := *p.plan
	plan.Options.Project = p.estateName()
	return func(ctx context.Context) (func(), error) {
		known, err := p.asks.Known(ctx, 0)
		if err != nil {
			return nil, err
		}
		plan.Try(known)
		return func() { p.plan = &plan }, ctx.Err()
	}
}

func (p *Import) parts() []part {
	return []part{partNew, partChanged, partUnchanged, partRefused, partNotes, partSkipped}
}

func (p *Import) brought(which part) int {
	switch o := p.plan.Outcome; which {
	case partNew:
		return o.New
	case partChanged:
		return o.Changed
	default:
		return o.Unchanged
	}
}

func (p *Import) count() (brings, refused int) {
	o := p.plan.Outcome
	return o.New + o.Changed, o.Refused
}

func (p *Import) rows(which part) *kit.Table {
	if which == partChanged {
		return p.changes()
	}
	return p.entries(p.lines(register.State(which)))
}

func (p *Import) skipped() []register.Skip { return p.plan.Reading.Skipped }

func (p *Import) taking() func(context.Context) (func(), error) {
	entries, fresh := p.plan.Reading.Entries, len(p.projects) == 0
	return func(ctx context.Context) (func(), error) {
		rooms, people, err := p.asks.ImportRegister(ctx, entries)
		if err == nil && fresh {
			p.seat.Desk.Forget() // the first estate came with the file
		}
		return func() { p.rooms, p.people = rooms, people }, err
	}
}

func (p *Import) gained() []fyne.CanvasObject {
	s, o := p.seat, p.plan.Outcome
	return []fyne.CanvasObject{
		kit.Tile(kit.Good, s.Number(p.rooms), s.Say("import.done.rooms"), " ", nil), kit.Tile(kit.Good, s.Number(p.people), s.Say("import.done.people"), " ", nil),
		kit.Tile(kit.Info, s.Number(o.Changed), s.Say("import.part.changed"), " ", nil), kit.Tile(kit.Plain, s.Number(o.Refused), s.Say("import.part.refused"), " ", nil),
	}
}

func (p *Import) changed() app.Change { return app.Change{Register: true} }
func (p *Import) leave()              { p.Done(p.project) }

// notes are the problems of rows that come in all the same.
func (p *Import) notes() []register.Problem {
	var all []register.Problem
	for _, l := range p.plan.Outcome.Lines {
		if l.State != register.Refused {
			all = append(all, l.Problems...)
		}
	}
	return all
}

// refusals are why rows do not come in.
func (p *Import) refusals() []register.Problem {
	var all []register.Problem
	for _, l := range p.plan.Outcome.Lines {
		if l.State == register.Refused {
			all = append(all, slices.DeleteFunc(slices.Clone(l.Problems), func(p register.Problem) bool { return !p.Fatal })...)
		}
	}
	return all
}

// lines are the rows in a state.
func (p *Import) lines(state register.State) []register.Line {
	var some []register.Line
	for _, l := range p.plan.Outcome.Lines {
		if l.State == state {
			some = append(some, l)
		}
	}
	return some
}

// strangers are estates the file names and the register does not know: a second
// estate needs a code, which no file brings.
func (p *Import) strangers() []string {
	var names []string
	for _, e := range p.plan.Reading.Entries {
		known := len(p.projects) == 0 || slices.ContainsFunc(p.projects, func(v app.Project) bool { return fold.Key(v.Name) == fold.Key(e.Project) })
		if !known && !slices.Contains(names, e.Project) {
			names = append(names, e.Project)
		}
	}
	return names
}

func (p *Import) warnings() []string {
	if names := p.strangers(); len(names) > 0 {
		return []string{p.seat.Say("import.strangers", strings.Join(names, p.seat.Say("register.between")))}
	}
	return nil
}

// changed is one fact of one row that would change.
type changed struct {
	row    int
	place  register.Place
	change register.Change
}

// changes lists old and new, masked as everywhere.
func (p *Import) changes() *kit.Table {
	s := p.seat
	var all []changed
	for _, l := range p.lines(register.Changed) {
		for _, c := range l.Changes {
			all = append(all, changed{l.Row, l.Entry.Place, c})
		}
	}
	table := kit.NewTable(kit.RowDense, kit.Column{Title: s.Say("import.col.row"), Width: 60, Right: true}, kit.Column{Title: s.Say("register.col.room"), Width: 120},
		kit.Column{Title: s.Say("register.person.name"), Width: 110}, kit.Column{Title: s.Say("import.col.field"), Width: 130},
		kit.Column{Title: s.Say("import.col.old")}, kit.Column{Title: s.Say("import.col.new")})
	table.SetRows(pieces{len(all), func(i int) []kit.Piece {
		c := all[i]
		return []kit.Piece{kit.Said(strconv.Itoa(c.row)), kit.SaidBold(c.place.String()), kit.Said(register.MaskName(c.change.Name)), kit.Said(s.Say(c.change.Field.Key())),
			kit.SaidQuiet(shownFact(s, c.change.Field, c.change.Old)), kit.SaidIn(kit.Info, shownFact(s, c.change.Field, c.change.New))}
	}})
	return table
}

// shownFact is a fact as it may be shown without a reason.
func shownFact(s *seat.Seat, of register.Column, value string) string {
	switch of {
	case register.OfPhone, register.OfPhone2:
		return register.MaskPhone(value)
	case register.OfEmail:
		return register.MaskEmail(value)
	case register.OfWeChat:
		return register.MaskWeChat(value)
	case register.OfKind:
		return say.Code(s.Voice, app.OwnerKind(value))
	}
	return value
}

// entries lists rows with what they say.
func (p *Import) entries(lines []register.Line) *kit.Table {
	s := p.seat
	table := kit.NewTable(kit.RowDense, kit.Column{Title: s.Say("import.col.row"), Width: 60, Right: true}, kit.Column{Title: s.Say("register.col.room"), Width: 140},
		kit.Column{Title: s.Say("register.col.people")}, kit.Column{Title: s.Say("register.person.phones")})
	table.SetRows(pieces{len(lines), func(i int) []kit.Piece {
		e := lines[i].Entry
		var names, numbers []string
		for _, one := range e.People {
			names = append(names, s.Name(app.Reporter{Name: one.Name, Owner: app.OwnerKind(one.Kind)}, say.Masked))
			for _, n := range one.Phones {
				numbers = append(numbers, register.MaskPhone(n.Text))
			}
		}
		who := kit.Said(s.List(names))
		if len(names) == 0 {
			who = kit.SaidQuiet(s.Say("register.nobody"))
		}
		return []kit.Piece{kit.Said(strconv.Itoa(e.Row)), kit.SaidBold(e.Place.String()), who, kit.Said(strings.Join(numbers, s.Say("register.between")))}
	}})
	return table
}
