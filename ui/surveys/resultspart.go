package surveys

import (
	"errors"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/tables"
)

// resultsPart is what the sheets say: the figures of the report, section by section,
// as they stand now until the report is out.
type resultsPart struct {
	p     *Page
	view  fyne.CanvasObject
	top   *fyne.Container
	index *fyne.Container
	list  fyne.CanvasObject // the index on its card
	side  *fyne.Container   // where it stands, as wide as it needs to be
	tiles *fyne.Container   // figures to see first
	stage *container.Scroll
	lane  *kit.Lane

	seen   seen
	report reports.AnnualReport
	pages  []resultsPage
	open   int
}

// resultsPage is one section, or the summary.
type resultsPage struct {
	title string
	show  func() fyne.CanvasObject
}

func newResultsPart(p *Page) part {
	t := &resultsPart{p: p, top: container.NewVBox(), index: container.NewVBox(), lane: kit.NewLane(p.s.Tasks, 0)}
	t.stage = kit.Scroll(container.NewVBox())
	t.list, t.side = kit.Card(kit.Scroll(t.index)), container.NewHBox()
	t.view = container.NewBorder(t.top, nil, t.side, nil, kit.Card(t.stage))
	return t
}

func (t *resultsPart) key() string             { return "results" }
func (t *resultsPart) root() fyne.CanvasObject { return t.view }
func (t *resultsPart) hidden()                 { t.lane.Drop() }

// show is told of the survey, and reckons.
func (t *resultsPart) show(v seen) {
	t.seen = v
	if len(v.sheets) == 0 || t.p.Poll == nil {
		t.nothing(t.p.s.Say("surveys.results.none"))
		return
	}
	kit.Latest(t.lane, t.p.Poll, t.reckoned)
}

// nothing says why there is nothing to see yet.
func (t *resultsPart) nothing(why string) {
	t.top.RemoveAll()
	t.index.RemoveAll()
	t.side.RemoveAll()
	t.stage.Content = kit.Empty(theme.GridIcon(), t.p.s.Say("surveys.results.empty"), why, nil)
	t.view.Refresh()
	t.stage.Refresh()
}

func (t *resultsPart) reckoned(v reports.Polled, err error) {
	s := t.p.s
	var faults app.Faults
	switch {
	case errors.As(err, &faults):
		t.nothing(s.Trouble(err))
	case err != nil:
		slog.Error("results", "err", err)
		s.Says(kit.Bad, s.Trouble(err))
	default:
		t.report = reports.NewAnnual(reports.Facts{Voice: s.Voice, By: s.Staff, At: s.Now()}, v)
		t.fill()
	}
}

// fill shows how the figures stand, and the section that was open.
func (t *resultsPart) fill() {
	t.top.RemoveAll()
	if words := t.standing(); words != "" {
		t.top.Add(kit.Note(kit.Warn, kit.Small(words)))
		t.top.Add(kit.Gap(1, 4))
	}
	t.tiles = container.NewGridWithColumns(max(len(t.report.Summary.Tiles), 1))
	for _, one := range t.report.Summary.Tiles {
		t.tiles.Add(kit.Tile(kit.Plain, one.Value, one.Label, one.Note, nil))
	}
	t.top.Add(t.tiles)
	t.top.Add(kit.Gap(1, 4))
	t.pages = t.sections()
	t.turn(min(t.open, len(t.pages)-1))
}

// standing says that figures are not the last ones, or of whom they speak.
func (t *resultsPart) standing() string {
	words := ""
	switch t.seen.survey.State {
	case annual.Field:
		words = t.p.s.Say("surveys.results.provisional", len(t.seen.sheets))
	case annual.Counted:
		words = t.p.s.Say("surveys.results.counted")
	}
	return t.p.s.Dotted(words, t.report.Only)
}

// sections are the pages of the part: the summary, the first two chapters, and what
// stands behind them. Problems and suggestions have a part of their own.
func (t *resultsPart) sections() []resultsPage {
	all := []resultsPage{{t.report.Summary.Title, t.summary}}
	add := func(c reports.AnnualChapter) {
		for _, section := range c.Sections {
			all = append(all, resultsPage{section.Title, func() fyne.CanvasObject { return t.section(section) }})
		}
	}
	for _, c := range t.report.Chapters[:2] {
		add(c)
	}
	for _, c := range t.report.Appendices[1:] { // the first is the questionnaire, which has a part
		add(c)
	}
	return all
}

// wide is how wide the list of sections is: as its longest title asks for, but never
// so wide that the section itself has no room. Longer titles end in "…" then.
func (t *resultsPart) wide() float32 {
	const least, beside, part = 216, 44, 0.28 // beside it are the card and the bar
	needs, window := t.index.MinSize().Width/kit.Px(1)+beside, t.p.s.Window.Canvas().Size().Width/kit.Px(1)
	width := max(least, min(needs, part*window))
	for _, o := range t.index.Objects {
		if link, over := o.(*kit.Push), o.MinSize().Width-kit.Px(width-beside); over > 0 {
			size, bold := theme.TextSize(), fyne.TextStyle{Bold: true}
			link.SetText(kit.Fit(link.Text, size, bold, fyne.MeasureText(link.Text, size, bold).Width-over))
		}
	}
	return width
}

// turn shows a section.
func (t *resultsPart) turn(at int) {
	moved := at != t.open
	t.open = at
	t.index.RemoveAll()
	for i, page := range t.pages {
		link := kit.Link(page.title, func() { t.turn(i) })
		link.Alignment = widget.ButtonAlignLeading
		link.SetChosen(i == at)
		t.index.Add(link)
	}
	t.side.Objects = []fyne.CanvasObject{kit.FixedWidth(t.wide(), t.list), kit.Gap(8, 1)}
	t.tiles.Hidden = at > 0                                                        // the summary's
	t.view.Refresh()                                                               // the head is as high as it says now
	room := container.NewBorder(nil, nil, nil, kit.Gap(10, 1), t.pages[at].show()) // for the bar
	t.stage.Content = kit.Scroll(room).Content
	if t.stage.Refresh(); moved {
		t.stage.ScrollToTop()
	}
}

func (t *resultsPart) summary() fyne.CanvasObject {
	s := t.report.Summary
	box := container.NewVBox(kit.Section(t.report.Title), kit.Small(t.report.Basis))
	if s.Text != "" {
		box.Add(kit.Flush(kit.Wrapped(s.Text)))
	}
	t.points(box, s.Points)
	t.charts(box, s.Charts)
	return box
}

func (t *resultsPart) section(a reports.AnnualSection) fyne.CanvasObject {
	box := container.NewVBox(kit.Section(a.Title))
	if a.Says != "" {
		box.Add(kit.Flush(kit.Wrapped(a.Says)))
	}
	for _, pair := range a.Pairs {
		box.Add(kit.Row(kit.Columns{180, 0}, kit.NewCell(pair[0], kit.SizeLabel, kit.Quiet, false), kit.Flush(kit.Wrapped(pair[1]))))
	}
	t.points(box, a.Points)
	t.charts(box, a.Charts)
	for _, table := range a.Tables {
		box.Add(kit.Gap(1, 6))
		box.Add(tables.Whole(t.p.s, table, t.report.Nothing, t.lead))
	}
	for _, text := range a.Text {
		box.Add(kit.Flush(kit.Wrapped(text)))
	}
	return box
}

func (t *resultsPart) points(box *fyne.Container, points []string) {
	for _, words := range points {
		box.Add(container.NewBorder(nil, nil, container.NewVBox(kit.Gap(1, 1), kit.FixedWidth(14, kit.Muted("•"))), nil, kit.Flush(kit.Wrapped(words))))
	}
}

// charts are two beside each other; a single one takes all the room.
func (t *resultsPart) charts(box *fyne.Container, all []reports.NamedChart) {
	if len(all) == 0 {
		return
	}
	box.Add(kit.Gap(1, 6))
	grid := container.NewGridWithColumns(min(len(all), 2))
	for _, c := range all {
		grid.Add(tables.Chart(t.p.s, c))
	}
	box.Add(grid)
}

// lead leads to the issues of a row.
func (t *resultsPart) lead(title string, ids []app.IssueID) {
	if len(ids) > 0 {
		t.p.Issues(t.p.s.Say("statistics.of", title, t.seen.survey.Number), ids)
	}
}
