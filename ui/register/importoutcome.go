package register

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/ui/kit"
)

// outcomeStage is what taking the file in would do.
type outcomeStage struct {
	p     *wizard
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

// toOutcome shows what would be changed.
func (p *wizard) toOutcome() {
	s := p.seat
	brings, _ := p.cargo.count()
	primary := kit.Primary(kit.WithShortcut(s.Count("import.take", brings), kit.Shortcut(fyne.KeyReturn)), theme.ConfirmIcon(), p.take)
	lesser := []*kit.Push{kit.Button(s.Say("register.cancel"), nil, func() { p.Back() }), kit.Button(s.Say("import.back"), theme.NavigateBackIcon(), p.toColumns)}
	if brings == 0 {
		primary = kit.Primary(s.Say(p.cargo.words("done.go")), theme.NavigateNextIcon(), p.cargo.leave)
	}
	p.head(atOutcome, s.Say("import.outcome.title", filepath.Base(p.path)), primary, lesser...)
	if p.outcome == nil {
		p.outcome = newOutcomeStage(p)
	}
	p.outcome.allow()
	p.show(p.outcome.root)
	p.seat.Window.Canvas().Focus(p.primary)
}

func newOutcomeStage(p *wizard) *outcomeStage {
	s := p.seat
	brings, refused := p.cargo.count()
	t := &outcomeStage{p: p, list: container.NewStack(), title: kit.Section(""), tiles: map[part]*kit.Figure{}}
	tiles := container.NewGridWithColumns(len(p.cargo.parts()))
	for _, which := range p.cargo.parts() {
		n := t.size(which)
		t.tiles[which] = kit.Tile(t.tone(which, n), s.Number(n), s.Say(p.cargo.words("part."+string(which))), s.Say(p.cargo.words("note."+string(which))), func() { t.turn(which) })
		tiles.Add(t.tiles[which])
	}
	top := container.NewVBox(tiles)
	for _, words := range p.cargo.warnings() {
		top.Add(kit.Note(kit.Warn, kit.Flush(kit.Wrapped(words))))
	}
	t.leave = kit.Check(s.Count("import.leave", refused), func(bool) { t.allow() })
	if refused > 0 && brings > 0 {
		top.Add(kit.Note(kit.Bad, container.NewVBox(kit.Flush(kit.Wrapped(s.Count("import.refused.what", refused))), t.leave)))
	}
	t.root = container.NewBorder(container.NewVBox(top, kit.Gap(1, 4)), nil, nil, nil,
		kit.Card(container.NewBorder(container.NewVBox(t.title, kit.Gap(1, 2)), nil, nil, nil, t.list)))
	t.turn(t.first())
	return t
}

// first is the list that should be looked at first.
func (t *outcomeStage) first() part {
	for _, which := range []part{partRefused, partChanged, partNew, partNotes} {
		if slices.Contains(t.p.cargo.parts(), which) && t.size(which) > 0 {
			return which
		}
	}
	return partUnchanged
}

func (t *outcomeStage) tone(which part, n int) kit.Tone {
	tones := map[part]kit.Tone{partNew: kit.Good, partChanged: kit.Info, partRefused: kit.Bad, partNotes: kit.Warn}
	if n == 0 {
		return kit.Plain
	}
	return tones[which]
}

// allow lets the file in once nothing is refused, or what is was left out on purpose.
func (t *outcomeStage) allow() {
	brings, refused := t.p.cargo.count()
	if brings > 0 && (refused > 0 && !t.leave.Checked || len(t.p.cargo.warnings()) > 0) {
		t.p.primary.Disable()
		return
	}
	t.p.primary.Enable()
}

// take takes the rows in, all or none.
func (p *wizard) take() {
	work := p.cargo.taking()
	brings, _ := p.cargo.count()
	p.work(p.seat.Count("import.busy.taking", brings))
	p.cancel = kit.DoLong(p.seat.Tasks, func(ctx context.Context, _ kit.Progress) (func(), error) { return work(ctx) }, p.took, func(int, int) {})
}

func (p *wizard) took(take func(), err error) {
	p.calm()
	if err != nil {
		p.toOutcome()
		p.fail(err)
		return
	}
	take()
	p.toEnd()
	p.seat.Desk.Changes.Tell(p.cargo.changed())
}

// toEnd says what was done.
func (p *wizard) toEnd() {
	s := p.seat
	p.head(atEnd, s.Say("import.done.title", filepath.Base(p.path)),
		kit.Primary(kit.WithShortcut(s.Say(p.cargo.words("done.go")), kit.Shortcut(fyne.KeyReturn)), theme.NavigateNextIcon(), p.cargo.leave),
		kit.Button(s.Say("import.done.more"), nil, p.toFile))
	gained := p.cargo.gained()
	p.show(container.NewVBox(container.NewGridWithColumns(len(gained), gained...), kit.Gap(1, 4), kit.Note(kit.Good, kit.Flush(kit.Wrapped(s.Say("import.done.what")))),
		kit.Note(kit.Info, kit.Flush(kit.Wrapped(s.Say(p.cargo.words("done.undo")))))))
	p.seat.Window.Canvas().Focus(p.primary)
}
