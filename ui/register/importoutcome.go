package register

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/fold"
	"ownerdesk/app/register"
	"ownerdesk/ui/kit"
)

// outcomeStage is what taking the file in would do.
type outcomeStage struct {
	p     *Import
	root  fyne.CanvasObject
	list  *fyne.Container
	title *kit.Phrase
	tiles map[part]*kit.Figure
	leave *kit.Tick // rows refused are left out, the rest comes in
}

// part is one of the lists behind the tiles.
type part string

const (
	partNew       part = "new"
	partChanged   part = "changed"
	partUnchanged part = "unchanged"
	partRefused   part = "refused"
	partNotes     part = "notes"
	partSkipped   part = "skipped"
)

var parts = []part{partNew, partChanged, partUnchanged, partRefused, partNotes, partSkipped}

// toOutcome shows what would be changed.
func (p *Import) toOutcome() {
	s, o := p.seat, p.plan.Outcome
	primary := kit.Primary(kit.WithShortcut(s.Count("import.take", o.New+o.Changed), kit.Shortcut(fyne.KeyReturn)), theme.ConfirmIcon(), p.take)
	lesser := []*kit.Push{kit.Button(s.Say("register.cancel"), nil, func() { p.Back() }), kit.Button(s.Say("import.back"), theme.NavigateBackIcon(), p.toColumns)}
	if !o.Brings() {
		primary = kit.Primary(s.Say("import.done.go"), theme.NavigateNextIcon(), func() { p.Done(p.project) })
	}
	p.head(atOutcome, s.Say("import.outcome.title", filepath.Base(p.path)), primary, lesser...)
	if p.outcome == nil {
		p.outcome = newOutcomeStage(p)
	}
	p.outcome.allow()
	p.show(p.outcome.root)
	p.seat.Window.Canvas().Focus(p.primary)
}

func newOutcomeStage(p *Import) *outcomeStage {
	s, o := p.seat, p.plan.Outcome
	t := &outcomeStage{p: p, list: container.NewStack(), title: kit.Section(""), tiles: map[part]*kit.Figure{}}
	tiles := container.NewGridWithColumns(len(parts))
	for _, which := range parts {
		n := t.size(which)
		t.tiles[which] = kit.Tile(t.tone(which, n), s.Number(n), s.Say("import.part."+string(which)), s.Say("import.note."+string(which)), func() { t.turn(which) })
		tiles.Add(t.tiles[which])
	}
	top := container.NewVBox(tiles)
	for _, words := range t.warnings() {
		top.Add(kit.Note(kit.Warn, kit.Flush(kit.Wrapped(words))))
	}
	t.leave = kit.Check(s.Count("import.leave", o.Refused), func(bool) { t.allow() })
	if o.Refused > 0 && o.Brings() {
		top.Add(kit.Note(kit.Bad, container.NewVBox(kit.Flush(kit.Wrapped(s.Count("import.refused.what", o.Refused))), t.leave)))
	}
	t.root = container.NewBorder(container.NewVBox(top, kit.Gap(1, 4)), nil, nil, nil,
		kit.Card(container.NewBorder(container.NewVBox(t.title, kit.Gap(1, 2)), nil, nil, nil, t.list)))
	t.turn(t.first())
	return t
}

// first is the list that should be looked at first.
func (t *outcomeStage) first() part {
	for _, which := range []part{partRefused, partChanged, partNew, partNotes} {
		if t.size(which) > 0 {
			return which
		}
	}
	return partUnchanged
}

func (t *outcomeStage) size(which part) int {
	o := t.p.plan.Outcome
	switch which {
	case partNew:
		return o.New
	case partChanged:
		return o.Changed
	case partUnchanged:
		return o.Unchanged
	case partRefused:
		return o.Refused
	case partSkipped:
		return len(t.p.plan.Reading.Skipped)
	}
	return len(t.notes())
}

func (t *outcomeStage) tone(which part, n int) kit.Tone {
	tones := map[part]kit.Tone{partNew: kit.Good, partChanged: kit.Info, partRefused: kit.Bad, partNotes: kit.Warn}
	if n == 0 {
		return kit.Plain
	}
	return tones[which]
}

// notes are the problems of rows that come in all the same.
func (t *outcomeStage) notes() []register.Problem {
	var all []register.Problem
	for _, l := range t.p.plan.Outcome.Lines {
		if l.State != register.Refused {
			all = append(all, l.Problems...)
		}
	}
	return all
}

// refusals are why rows do not come in.
func (t *outcomeStage) refusals() []register.Problem {
	var all []register.Problem
	for _, l := range t.p.plan.Outcome.Lines {
		if l.State == register.Refused {
			all = append(all, slices.DeleteFunc(slices.Clone(l.Problems), func(p register.Problem) bool { return !p.Fatal })...)
		}
	}
	return all
}

// lines are the rows in a state.
func (t *outcomeStage) lines(state register.State) []register.Line {
	var some []register.Line
	for _, l := range t.p.plan.Outcome.Lines {
		if l.State == state {
			some = append(some, l)
		}
	}
	return some
}

// strangers are estates the file names and the register does not know: a second
// estate needs a code, which no file brings.
func (t *outcomeStage) strangers() []string {
	var names []string
	for _, e := range t.p.plan.Reading.Entries {
		known := len(t.p.projects) == 0 || slices.ContainsFunc(t.p.projects, func(v app.Project) bool { return fold.Key(v.Name) == fold.Key(e.Project) })
		if !known && !slices.Contains(names, e.Project) {
			names = append(names, e.Project)
		}
	}
	return names
}

func (t *outcomeStage) warnings() []string {
	if names := t.strangers(); len(names) > 0 {
		return []string{t.p.seat.Say("import.strangers", strings.Join(names, t.p.seat.Say("register.between")))}
	}
	return nil
}

// allow lets the file in once nothing is refused, or what is was left out on purpose.
func (t *outcomeStage) allow() {
	o := t.p.plan.Outcome
	if o.Brings() && (o.Refused > 0 && !t.leave.Checked || len(t.strangers()) > 0) {
		t.p.primary.Disable()
		return
	}
	t.p.primary.Enable()
}

// take takes the rows in, all or none.
func (p *Import) take() {
	entries, fresh := p.plan.Reading.Entries, len(p.projects) == 0
	p.work(p.seat.Count("import.busy.taking", len(entries)))
	p.cancel = kit.DoLong(p.seat.Tasks, func(ctx context.Context, _ kit.Progress) (taken, error) {
		rooms, people, err := p.asks.ImportRegister(ctx, entries)
		if err == nil && fresh {
			p.seat.Desk.Forget() // the first estate came with the file
		}
		return taken{rooms, people}, err
	}, p.took, func(int, int) {})
}

// taken is what the register gained.
type taken struct{ rooms, people int }

func (p *Import) took(n taken, err error) {
	p.calm()
	if err != nil {
		p.toOutcome()
		p.fail(err)
		return
	}
	p.toEnd(n)
	p.seat.Desk.Changes.Tell(app.Change{Register: true})
}

// toEnd says what was done.
func (p *Import) toEnd(n taken) {
	s, o := p.seat, p.plan.Outcome
	p.head(atEnd, s.Say("import.done.title", filepath.Base(p.path)),
		kit.Primary(kit.WithShortcut(s.Say("import.done.go"), kit.Shortcut(fyne.KeyReturn)), theme.NavigateNextIcon(), func() { p.Done(p.project) }),
		kit.Button(s.Say("import.done.more"), nil, p.toFile))
	tiles := container.NewGridWithColumns(4,
		kit.Tile(kit.Good, s.Number(n.rooms), s.Say("import.done.rooms"), " ", nil), kit.Tile(kit.Good, s.Number(n.people), s.Say("import.done.people"), " ", nil),
		kit.Tile(kit.Info, s.Number(o.Changed), s.Say("import.part.changed"), " ", nil), kit.Tile(kit.Plain, s.Number(o.Refused), s.Say("import.part.refused"), " ", nil))
	p.show(container.NewVBox(tiles, kit.Gap(1, 4), kit.Note(kit.Good, kit.Flush(kit.Wrapped(s.Say("import.done.what")))),
		kit.Note(kit.Info, kit.Flush(kit.Wrapped(s.Say("import.done.undo"))))))
	p.seat.Window.Canvas().Focus(p.primary)
}
