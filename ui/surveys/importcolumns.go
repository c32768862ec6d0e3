package surveys

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// columnsStage is how a file is read: which sheet, where its headings are, what each
// column was taken for.
type columnsStage struct {
	p        *Import
	root     fyne.CanvasObject
	heads    *kit.Choice[int]
	ordinal  *kit.Tick
	notes    *fyne.Container
	rows     *fyne.Container
	meanings []*kit.Choice[annual.Column]
}

var mappingColumns = kit.Columns{44, 0, 180, 300, 90}

// toColumns shows what the columns were taken for.
func (p *Import) toColumns() {
	say := p.s.Say
	if p.columns == nil {
		p.columns = newColumnsStage(p)
	}
	p.turn(atColumns, say("import.columns.title", filepath.Base(p.path)), p.columns.root,
		kit.Primary(kit.WithShortcut(say("import.columns.try"), kit.Shortcut(fyne.KeyReturn)), theme.NavigateNextIcon(), p.try),
		p.back(), kit.Button(say("import.file.another"), nil, p.pick))
	p.columns.draw()
	p.s.Focus(p.primary)
}

func newColumnsStage(p *Import) *columnsStage {
	c := &columnsStage{p: p, notes: container.NewVBox(), rows: container.NewVBox()}
	say := p.s.Say
	head := kit.Row(mappingColumns, kit.Muted(say("import.col.letter")), kit.Muted(say("import.col.heading")), kit.Muted(say("import.col.samples")),
		kit.Muted(say("import.col.meaning")), kit.Gap(0, 0))
	table := kit.Card(container.NewBorder(container.NewVBox(kit.Section(say("surveys.import.columns")), kit.Gap(1, 2), head, kit.Line()), nil, nil, nil, kit.Scroll(c.rows)))
	c.root = container.NewBorder(container.NewVBox(kit.Card(c.form()), c.notes, kit.Gap(1, 4)), nil, nil, nil, table)
	return c
}

// form asks what the file does not say: which sheet, and where the headings are.
func (c *columnsStage) form() fyne.CanvasObject {
	p, say := c.p, c.p.s.Say
	var places []int
	for i, one := range p.sheets {
		if !one.Hidden || i == p.at {
			places = append(places, i)
		}
	}
	sheets := kit.NewChoice(places, func(i int) string { return say("import.sheet", p.sheets[i].Name, len(p.sheets[i].Rows)) })
	kit.SetValue(sheets, p.at)
	sheets.OnChanged = func(i int) { p.read(i); c.headRows(); c.draw() }
	c.heads = kit.NewChoice(nil, c.headLabel)
	c.heads.OnChanged = func(row int) { p.remap(row); c.draw() }
	c.headRows()
	c.ordinal = kit.Check(say("surveys.import.ordinal"), func(on bool) { p.mapping.Ordinal = on })
	form := kit.NewForm(3)
	form.Add("sheet", kit.NewField(say("import.sheet.label"), sheets, ""), 1)
	form.Add("head", kit.NewField(say("import.head.label"), c.heads, ""), 1)
	form.Add("ordinal", kit.NewField(" ", c.ordinal, say("surveys.import.ordinal.hint")), 1)
	return form
}

// remap guesses anew with the headings in another row.
func (p *Import) remap(heads int) {
	from := p.rows[heads-1:]
	m := annual.GuessMapping(append([][]string{from[0]}, from[1:]...), p.head.Questionnaire, p.known)
	if m.Heads != 1 { // the person knows better which row it is
		m = annual.GuessMapping(from[:1], p.head.Questionnaire, p.known)
	}
	m.Heads = heads
	p.mapping = m
}

// mostHeads is how many rows from the top may be chosen for the headings.
const mostHeads = 10

func (c *columnsStage) headRows() {
	var rows []int
	for i := range min(mostHeads, len(c.p.rows)) {
		rows = append(rows, i+1)
	}
	c.heads.SetValues(rows)
	kit.SetValue(c.heads, c.p.mapping.Heads)
}

// headLabel tells a row by its first words.
func (c *columnsStage) headLabel(row int) string {
	var words []string
	for _, cell := range c.p.rows[row-1] {
		if text := strings.TrimSpace(cell); text != "" && len(words) < 4 {
			words = append(words, text)
		}
	}
	return c.p.s.Say("import.head", row, strings.Join(words, " "))
}

// draw shows the mapping, what is missing in it, and what is not asked.
func (c *columnsStage) draw() {
	c.rows.RemoveAll()
	c.meanings = nil
	c.ordinal.SetChecked(c.p.mapping.Ordinal)
	for i := range c.p.mapping.Columns {
		if c.p.heading(i) != "" || c.samples(i) != "" {
			c.rows.Add(c.row(i))
		}
	}
	c.rows.Refresh()
	c.say()
}

func (p *Import) heading(i int) string {
	if n := p.mapping.Heads; n > 0 && n <= len(p.rows) && i < len(p.rows[n-1]) {
		return strings.TrimSpace(p.rows[n-1][i])
	}
	return ""
}

// samples are the first answers below a heading.
func (c *columnsStage) samples(i int) string {
	var all []string
	for _, row := range c.p.rows[min(c.p.mapping.Heads, len(c.p.rows)):] {
		if i < len(row) && strings.TrimSpace(row[i]) != "" {
			all = append(all, strings.TrimSpace(row[i]))
		}
		if len(all) == 3 {
			break
		}
	}
	return strings.Join(all, c.p.s.Say("register.between"))
}

// row is one column of the file.
func (c *columnsStage) row(i int) fyne.CanvasObject {
	s, p := c.p.s, c.p
	meaning := kit.NewChoice(append([]annual.Column{{}}, annual.Wanted(p.head.Questionnaire)...), p.columnWords)
	kit.SetValue(meaning, p.mapping.Columns[i])
	meaning.OnChanged = func(k annual.Column) {
		p.assign(i, k)
		c.draw()
	}
	c.meanings = append(c.meanings, meaning)
	sure := kit.Chip(kit.Good, s.Say("surveys.import.read"))
	if p.mapping.Columns[i].Holds == annual.Nothing {
		sure = kit.Chip(kit.Plain, s.Say("import.sure.left"))
	}
	return kit.Row(mappingColumns, kit.NewCell(columnLetter(i), kit.SizeBody, kit.Quiet, false), kit.NewCell(p.heading(i), kit.SizeBody, kit.Body, true),
		kit.NewCell(c.samples(i), kit.SizeLabel, kit.Quiet, false), meaning, sure)
}

// assign takes a column for something, and no other for the same.
func (p *Import) assign(i int, k annual.Column) {
	for at, had := range p.mapping.Columns {
		if had == k && k.Holds != annual.Choosing {
			p.mapping.Columns[at] = annual.Column{}
		}
	}
	p.mapping.Columns[i] = k
}

// columnWords are what a column is called.
func (p *Import) columnWords(c annual.Column) string {
	s, q := p.s, p.head.Questionnaire
	switch c.Holds {
	case annual.Nothing:
		return s.Say("surveys.column.none")
	case annual.HoldsMark:
		return say.ItemText(s.Voice, q, c.Code)
	case annual.Chosen:
		return s.Say("surveys.column.choice", say.ChoiceText(s.Voice, q, c.Code))
	case annual.HoldsOpen:
		return say.OpenText(s.Voice, q, c.Code)
	case annual.HoldsScore:
		return s.Say("surveys.recommend")
	}
	return s.Say("surveys.column." + string(c.Holds))
}

// say tells what is missing. Only numbers may not be, where the sample was drawn.
func (c *columnsStage) say() {
	s, p := c.p.s, c.p
	c.notes.RemoveAll()
	note := func(t kit.Tone, words string) {
		c.notes.Add(kit.Gap(1, 4))
		c.notes.Add(kit.Note(t, kit.Flush(kit.Wrapped(words))))
	}
	numbered := p.head.Plan.Convenience
	for _, k := range p.mapping.Columns {
		numbered = numbered || k.Holds == annual.HoldsNo
	}
	if !numbered {
		note(kit.Bad, s.Say("surveys.import.no-number"))
	}
	var lacks []string
	for _, k := range p.mapping.Lacks(p.head.Questionnaire) {
		lacks = append(lacks, p.columnWords(k))
	}
	if len(lacks) > 0 {
		note(kit.Warn, s.Say("surveys.import.lacks", s.List(lacks)))
	}
	c.notes.Refresh()
	if p.primary.Enable(); !numbered {
		p.primary.Disable()
	}
}

// columnLetter is how a spreadsheet calls a column: A, B, … AA.
func columnLetter(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return columnLetter(i/26-1) + columnLetter(i%26)
}

// cellAt is a cell as a spreadsheet calls it; only the row where it is about all of it.
func cellAt(t annual.Trouble) string {
	if t.Column < 0 {
		return strconv.Itoa(t.Row)
	}
	return columnLetter(t.Column) + strconv.Itoa(t.Row)
}
