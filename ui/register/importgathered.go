package register

import (
	"bytes"
	"context"
	"io"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/gathered"
	"ownerdesk/app/meeting"
	"ownerdesk/app/register"
	"ownerdesk/reports"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// GatheredAsks is what the taking in of gathered opinions asks of the store.
type GatheredAsks interface {
	gathered.Asks
	Projects(context.Context) ([]app.Project, error)
}

// ImportGathered leads a list of opinions in that were gathered at sales or at events.
type ImportGathered struct {
	wizard
	Done func() // to the records

	desk  *meeting.Desk
	asks  GatheredAsks
	plan  *gathered.Plan
	all   *kit.Tick // every opinion becomes an issue at once
	moves []meeting.Move
}

// NewImportGathered lays it out; project is the estate of rows that name none, at first.
func NewImportGathered(s *seat.Seat, desk *meeting.Desk, asks GatheredAsks, project app.ProjectID) *ImportGathered {
	p := &ImportGathered{desk: desk, asks: asks, Done: func() {}}
	p.build(s, p, asks.Projects, project)
	return p
}

func (p *ImportGathered) words(part string) string { return "import.gathered." + part }

func (p *ImportGathered) what() []string {
	return []string{p.seat.Say("import.gathered.file.what"), p.seat.Say("import.gathered.file.event")}
}

// blank offers the empty list to be filled in.
func (p *ImportGathered) blank() *kit.Push {
	s := p.seat
	return kit.Button(s.Say("import.gathered.blank"), theme.DocumentSaveIcon(), func() {
		voice := s.PaperVoice()
		s.SaveAs(s.Say("import.gathered.blank"), s.Say("import.gathered.blank.name"), []string{".xlsx"}, func(path string) {
			kit.Do(s.Tasks, func(context.Context) (string, error) {
				var book bytes.Buffer
				if err := reports.WriteGatherSheet(&book, voice); err != nil {
					return "", err
				}
				return path + ".xlsx", kit.WriteWhole(path+".xlsx", func(out io.Writer) error { _, err := book.WriteTo(out); return err })
			}, p.kept)
		})
	})
}

func (p *ImportGathered) kept(path string, err error) {
	if err != nil {
		p.seat.Fail(nil, err)
		return
	}
	p.seat.Says(kit.Good, p.seat.Say("press.saved", path))
}

func (p *ImportGathered) open(sheets []register.Sheet) {
	g := p.seat.Ground
	p.plan = gathered.NewPlan(sheets, gathered.Options{Now: p.seat.Now(), Zone: g.Calendar.Loc, Ground: g})
}

func (p *ImportGathered) file() *register.File                { return &p.plan.File }
func (p *ImportGathered) kinds() []register.Column            { return gathered.Columns }
func (p *ImportGathered) assign(index int, c register.Column) { p.plan.Assign(index, c) }
func (p *ImportGathered) missing() []register.Problem         { return p.plan.Missing() }
func (p *ImportGathered) left(register.Column) bool           { return false }
func (p *ImportGathered) drawn()                              {}
func (p *ImportGathered) needsEstate() bool                   { return true }

func (p *ImportGathered) ticks(func()) fyne.CanvasObject {
	p.all = kit.Check(p.seat.Say("meetings.gather.all"), nil)
	p.all.SetChecked(true)
	return kit.NewField("", p.all, p.seat.Say("meetings.gather.all.hint"))
}

func (p *ImportGathered) reading() func(context.Context) (func(), error) {
	plan, lists, by, issues := *p.plan, p.seat.Lists, p.seat.Staff.ID, p.all.Checked
	plan.Options.Project = p.project
	return func(ctx context.Context) (func(), error) {
		var err error
		if plan.Options.Words, err = say.GatheredWords(lists); err != nil {
			return nil, err
		}
		if err = gathered.Fetch(ctx, p.asks, &plan, by, issues); err != nil {
			return nil, err
		}
		return func() { p.plan = &plan }, ctx.Err()
	}
}

func (p *ImportGathered) parts() []part {
	return []part{partNew, partUnchanged, partRefused, partNotes, partSkipped}
}

func (p *ImportGathered) brought(which part) int {
	switch o := p.plan.Outcome; which {
	case partNew:
		return o.New
	default:
		return o.There
	}
}

func (p *ImportGathered) count() (brings, refused int) {
	return p.plan.Outcome.New, p.plan.Outcome.Refused
}

// notes are what is said of the list, and of rows that come in all the same.
func (p *ImportGathered) notes() []register.Problem { return p.problems(false) }

// refusals are why rows do not come in.
func (p *ImportGathered) refusals() []register.Problem { return p.problems(true) }

func (p *ImportGathered) problems(fatal bool) (all []register.Problem) {
	for _, one := range p.plan.Outcome.Problems() {
		if one.Fatal == fatal {
			all = append(all, one)
		}
	}
	return all
}

func (p *ImportGathered) warnings() []string { return nil }

func (p *ImportGathered) skipped() []register.Skip { return p.plan.Reading.Skipped }

// rows lists those in a state with what they say; people are masked.
func (p *ImportGathered) rows(which part) *kit.Table {
	s := p.seat
	var lines []gathered.Line
	for _, l := range p.plan.Outcome.Lines {
		if l.State == register.State(which) {
			lines = append(lines, l)
		}
	}
	col := func(c register.Column, width float32) kit.Column {
		return kit.Column{Title: s.Say(c.Key()), Width: width}
	}
	table := kit.NewTable(kit.RowDense, kit.Column{Title: s.Say("import.col.row"), Width: 60, Right: true}, col(gathered.OfEvent, 170),
		col(gathered.OfHeld, 140), col(gathered.OfBy, 110), col(gathered.OfName, 90), col(gathered.OfSort, 80), col(gathered.OfSubject, 120), col(gathered.OfText, 0))
	table.SetRows(pieces{len(lines), func(i int) []kit.Piece {
		e := lines[i].Entry
		v := e.Opinion
		by := s.Voice.Staff(e.Event.Recorder)
		return []kit.Piece{kit.Said(strconv.Itoa(e.Row)), kit.SaidBold(e.Event.Title), kit.Said(s.Moment(e.Event.Begins)), kit.SaidQuiet(s.Dotted(by, e.Event.Helpers)),
			kit.Said(s.Person(v.Name, v.Name == "", say.Masked)), kit.Said(say.Code(s.Voice, v.Sort)), kit.SaidQuiet(s.Category(v.Category)), kit.Said(v.Text)}
	}})
	return table
}

func (p *ImportGathered) taking() func(context.Context) (func(), error) {
	orders := p.plan.Outcome.Orders
	return func(ctx context.Context) (func(), error) {
		moves, err := p.desk.GatherAll(ctx, orders)
		return func() { p.moves = moves }, err
	}
}

func (p *ImportGathered) gained() []fyne.CanvasObject {
	s, o, issues := p.seat, p.plan.Outcome, 0
	for _, m := range p.moves {
		issues += len(m.Raised)
	}
	return []fyne.CanvasObject{
		kit.Tile(kit.Good, s.Number(len(p.moves)), s.Say("import.gathered.done.taken"), " ", nil), kit.Tile(kit.Info, s.Number(o.New), s.Say("import.gathered.part.new"), " ", nil),
		kit.Tile(kit.Info, s.Number(issues), s.Say("import.gathered.done.issues"), " ", nil), kit.Tile(kit.Plain, s.Number(o.There), s.Say("import.gathered.part.unchanged"), " ", nil),
	}
}

func (p *ImportGathered) changed() app.Change { return app.Change{Meetings: true} }
func (p *ImportGathered) leave()              { p.Done() }
