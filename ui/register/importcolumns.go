package register

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/register"
	"ownerdesk/ui/kit"
)

// columnsStage is how a file is read: which sheet, where its headings are, what
// each column means.
type columnsStage struct {
	p        *wizard
	root     fyne.CanvasObject
	sheets   *kit.Choice[int]
	heads    *kit.Choice[int]
	estates  *kit.Choice[app.Project]
	estate   *kit.Input // where there is none yet
	about    *kit.Form
	missing  *fyne.Container
	rows     *fyne.Container
	meanings []*kit.Choice[register.Column]
}

// toColumns shows how the file is read.
func (p *wizard) toColumns() {
	say := p.seat.Say
	p.head(atColumns, say("import.columns.title", filepath.Base(p.path)),
		kit.Primary(kit.WithShortcut(say("import.columns.try"), kit.Shortcut(fyne.KeyReturn)), theme.NavigateNextIcon(), p.try),
		kit.Button(say("register.cancel"), nil, func() { p.Back() }), kit.Button(say("import.file.another"), nil, p.pick))
	if p.columns == nil {
		p.columns = newColumnsStage(p)
	}
	p.columns.draw()
	p.show(p.columns.root)
	p.seat.Window.Canvas().Focus(p.primary)
}

func newColumnsStage(p *wizard) *columnsStage {
	c := &columnsStage{p: p, missing: container.NewVBox(), rows: container.NewVBox()}
	say := p.seat.Say
	head := kit.Row(mappingColumns, kit.Muted(say("import.col.letter")), kit.Muted(say("import.col.heading")), kit.Muted(say("import.col.samples")),
		kit.Muted(say("import.col.meaning")), kit.Muted(say("import.col.sure")))
	top := container.NewVBox(c.form(), c.missing)
	foot := container.NewVBox()
	if ticks := p.cargo.ticks(c.draw); ticks != nil {
		foot = container.NewVBox(kit.Gap(1, 2), kit.Line(), ticks)
	}
	table := kit.Card(container.NewBorder(container.NewVBox(kit.Section(say("import.columns.what")), kit.Gap(1, 2), head, kit.Line()), foot, nil, nil, kit.Scroll(c.rows)))
	c.root = container.NewBorder(container.NewVBox(top, kit.Gap(1, 4)), nil, nil, nil, table)
	return c
}

var mappingColumns = kit.Columns{52, 170, 0, 220, 96}

// form asks what the file does not say: which sheet and estate, and where the
// headings are.
func (c *columnsStage) form() fyne.CanvasObject {
	p, say, file := c.p, c.p.seat.Say, c.p.cargo.file()
	form := kit.NewForm(3)
	c.about = form
	c.sheets = kit.NewChoice(numbers(len(file.Sheets)), func(i int) string {
		return say("import.sheet", file.Sheets[i].Name, len(file.Sheets[i].Rows))
	})
	c.sheets.OnChanged = func(i int) { p.cargo.file().Turn(i); c.headRows(); c.draw() }
	kit.SetValue(c.sheets, file.At)
	c.heads = kit.NewChoice(nil, c.headLabel)
	c.heads.OnChanged = func(row int) { p.cargo.file().HeadAt(row); c.draw() }
	c.headRows()
	form.Add("sheet", kit.NewField(say("import.sheet.label"), c.sheets, ""), 1)
	form.Add("head", kit.NewField(say("import.head.label"), c.heads, ""), 1)
	if len(p.projects) == 0 {
		c.estate = kit.Entry("")
		form.Add("project", kit.NewField(say("import.estate.new"), c.estate, ""), 1)
		return kit.Card(form)
	}
	c.estates = kit.NewChoice(p.projects, func(v app.Project) string { return v.Name })
	c.estates.Pick(func(v app.Project) bool { return v.ID == p.project })
	c.estates.OnChanged = func(v app.Project) { p.project = v.ID }
	form.Add("project", kit.NewField(say("import.estate.label"), c.estates, ""), 1)
	return kit.Card(form)
}

func numbers(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// mostHeads is how many rows from the top may be chosen for the headings.
const mostHeads = 20

func (c *columnsStage) headRows() {
	var rows []int
	for i := range min(mostHeads, len(c.p.cargo.file().Sheet().Rows)) {
		rows = append(rows, i+1)
	}
	c.heads.SetValues(rows)
	kit.SetValue(c.heads, c.p.cargo.file().Layout.HeadRow)
}

// headLabel tells a row by its first words.
func (c *columnsStage) headLabel(row int) string {
	var words []string
	for _, cell := range c.p.cargo.file().Sheet().Rows[row-1] {
		if text := strings.TrimSpace(cell.Text); text != "" && len(words) < 4 {
			words = append(words, text)
		}
	}
	return c.p.seat.Say("import.head", row, strings.Join(words, " "))
}

// draw shows the mapping and what is missing in it.
func (c *columnsStage) draw() {
	c.rows.RemoveAll()
	c.meanings = c.meanings[:0]
	file := c.p.cargo.file()
	for _, g := range file.Layout.Guesses {
		if g.Heading != "" || len(file.Samples(g.Index, 1)) > 0 {
			c.rows.Add(c.row(g))
		}
	}
	c.p.cargo.drawn()
	c.rows.Refresh()
	c.say()
}

// row is one column of the file.
func (c *columnsStage) row(g register.Guess) fyne.CanvasObject {
	s := c.p.seat
	meaning := kit.NewChoice(c.p.cargo.kinds(), func(k register.Column) string { return s.Say(k.Key()) })
	kit.SetValue(meaning, g.Column)
	meaning.OnChanged = func(k register.Column) {
		c.p.cargo.assign(g.Index, k)
		c.draw()
	}
	c.meanings = append(c.meanings, meaning)
	samples := c.p.cargo.file().Samples(g.Index, 3)
	if g.Column.Unwanted() {
		samples = []string{"******"}
	}
	return kit.Row(mappingColumns, kit.NewCell(g.Letter(), kit.SizeBody, kit.Quiet, false), kit.NewCell(g.Heading, kit.SizeBody, kit.Body, true),
		kit.NewCell(strings.Join(samples, s.Say("register.between")), kit.SizeLabel, kit.Quiet, false), meaning, c.sure(g))
}

// sure says how far a guess is to be trusted.
func (c *columnsStage) sure(g register.Guess) *kit.Tag {
	say := c.p.seat.Say
	switch {
	case g.Column == register.Ignored, c.p.cargo.left(g.Column):
		return kit.Chip(kit.Plain, say("import.sure.left"))
	case g.Sure >= 80:
		return kit.Chip(kit.Good, say("import.sure.yes"))
	}
	return kit.Chip(kit.Warn, say("import.sure.check"))
}

// say tells what is missing; without it nothing can be tried.
func (c *columnsStage) say() {
	s := c.p.seat
	c.missing.RemoveAll()
	problems := c.p.cargo.missing()
	for _, m := range problems {
		c.missing.Add(kit.Note(kit.Bad, kit.Flush(kit.Wrapped(s.Say(m.Key(), m.Gap(func(key string) string { return s.Say(key) }))))))
	}
	if c.missing.Refresh(); len(problems) > 0 {
		c.p.primary.Disable()
		return
	}
	c.p.primary.Enable()
}

// try reads all rows and compares them with what is there.
func (p *wizard) try() {
	if p.estateName() == "" && p.cargo.needsEstate() {
		if p.columns.estates != nil {
			p.columns.about.Fail("project", p.seat.Say("fault.project.missing"))
			return
		}
		p.columns.about.Fail("project", p.seat.Say("register.fault.name.missing"))
		return
	}
	work := p.cargo.reading()
	p.work(p.seat.Say("import.busy.trying", strconv.Itoa(len(p.cargo.file().Sheet().Rows))))
	p.cancel = kit.DoLong(p.seat.Tasks, func(ctx context.Context, _ kit.Progress) (func(), error) { return work(ctx) }, p.tried, func(int, int) {})
}

func (p *wizard) tried(take func(), err error) {
	p.calm()
	if err != nil {
		p.toColumns()
		p.fail(err)
		return
	}
	take()
	p.outcome = nil
	p.toOutcome()
}

// estateName is the estate of rows that name none.
func (p *wizard) estateName() string {
	if p.columns.estate != nil {
		return p.columns.estate.Value()
	}
	return p.columns.estates.Value().Name
}
