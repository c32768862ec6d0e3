package measures

import (
	"context"
	"log/slog"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/improve"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Chain is each dimension of the survey over the years: its score, what was complained
// about, what was done, and what came of it. Every figure leads to what it stands on.
type Chain struct {
	Root fyne.CanvasObject
	// Issues leads to issues under a title, Open to a measure, Survey to a survey.
	Issues func(title string, ids []app.IssueID)
	Open   func(improve.MeasureID)
	Survey func(annual.SurveyID)
	// Print is asked for the chain as a table; how is one of the ways.
	Print func(project app.ProjectID, how string)

	s       *seat.Seat
	desk    *improve.Desk
	lane    *kit.Lane
	stop    func()
	project app.ProjectID

	count *kit.Phrase
	print *kit.Push
	cards *fyne.Container
}

// NewChain lays the page out; Shown fills it.
func NewChain(s *seat.Seat, desk *improve.Desk) *Chain {
	c := &Chain{s: s, desk: desk, lane: kit.NewLane(s.Tasks, 0), project: s.Project,
		Issues: func(string, []app.IssueID) {}, Open: func(improve.MeasureID) {}, Survey: func(annual.SurveyID) {}, Print: func(app.ProjectID, string) {}}
	if all := s.Projects(); c.project == 0 && len(all) > 0 {
		c.project = all[0]
	}
	c.count, c.cards = kit.Text("", kit.SizeBody, kit.Quiet, false), container.NewVBox()
	c.print = kit.Button(s.Say("issue.print"), theme.DocumentPrintIcon(), c.PrintMenu)
	right := container.NewHBox()
	if estates := s.Projects(); s.Project == 0 && len(estates) > 1 {
		choice := kit.NewChoice(estates, s.Voice.Project)
		kit.SetValue(choice, c.project)
		choice.OnChanged = func(p app.ProjectID) { c.project = p; c.load() }
		right.Add(kit.FixedWidth(190, choice))
	}
	right.Add(c.print)
	head := container.NewBorder(nil, nil, container.NewHBox(kit.Title(s.Say("measures.chain")), kit.Gap(4, 1), kit.Middle(c.count)), right)
	c.Root = kit.Page(container.NewBorder(container.NewVBox(head, kit.Small(s.Say("measures.chain.what")), kit.Gap(1, 2)), nil, nil, nil, kit.Scroll(kit.Padded(2, 2, c.cards))))
	return c
}

// Shown fills the page and keeps it true until Hidden.
func (c *Chain) Shown() {
	c.stop = c.s.Desk.Changes.Listen(func(ch app.Change) {
		if ch.Measures || ch.Surveys {
			kit.Do(c.s.Tasks, nothing, func(struct{}, error) { c.reload() })
		}
	})
	c.load()
}

// Hidden stops listening.
func (c *Chain) Hidden() {
	c.stop()
	c.stop = nil
	c.lane.Drop()
}

func (c *Chain) reload() {
	if c.stop != nil {
		c.load()
	}
}

func (c *Chain) load() {
	project := c.project
	kit.Latest(c.lane, func(ctx context.Context) (improve.Chain, error) { return c.desk.Chain(ctx, project) }, c.show)
}

// show is the only place where the chain meets widgets.
func (c *Chain) show(v improve.Chain, err error) {
	if err != nil {
		slog.Error("chain", "err", err)
		c.s.Says(kit.Bad, c.s.Trouble(err))
		return
	}
	c.count.SetText(c.s.Voice.Project(c.project))
	c.cards.Objects = nil
	for _, l := range v.Links {
		c.cards.Add(c.card(l))
	}
	c.cards.Refresh()
}

// card is one dimension: a column for each year.
func (c *Chain) card(l improve.Link) fyne.CanvasObject {
	s := c.s
	years := make([]fyne.CanvasObject, len(l.Years))
	for i, y := range l.Years {
		years[i] = c.year(l, y)
	}
	name := s.Say("measures.chain.none")
	if l.Dimension != "" {
		name = s.Dimension(l.Dimension, l.Text)
	}
	return kit.CardTitled(name, container.NewVBox(kit.Muted(say.Codes(s.Voice, l.Subjects)), container.NewGridWithColumns(len(years), years...)))
}

// year is how a dimension stood in a year.
func (c *Chain) year(l improve.Link, y improve.Standing) fyne.CanvasObject {
	s := c.s
	box := container.NewVBox(kit.Text(strconv.Itoa(y.Year), kit.SizeBody, kit.Body, true))
	if y.Score != nil {
		score := kit.Link(s.Score(*y.Score), func() { c.Survey(y.Score.Survey) })
		row := container.NewHBox(score)
		if e, ok := y.Change(); ok {
			row.Add(kit.Middle(kit.Chip(changeTone(e), s.ChangeOf(e))))
		}
		box.Add(row)
	} else {
		box.Add(kit.Muted(s.Say("measures.chain.no-score")))
	}
	if len(l.Subjects) > 0 {
		title := s.Count("measures.chain.complaints", len(y.Complaints))
		if len(y.Complaints) == 0 {
			box.Add(kit.Muted(title))
		} else {
			name := s.Dotted(s.Dimension(l.Dimension, l.Text), strconv.Itoa(y.Year), title)
			box.Add(kit.Left(kit.Link(title, func() { c.Issues(name, y.Complaints) })))
		}
	}
	for _, m := range y.Measures {
		state := kit.Chip(tone(m.Head, today(s)), s.MeasureState(m.Head, today(s)))
		row := container.NewHBox(kit.Link(m.Number, func() { c.Open(m.ID) }), kit.Middle(state))
		box.Add(row)
		box.Add(container.NewBorder(nil, nil, kit.Gap(8, 1), kit.Gap(8, 1), kit.NewCell(line(m.What), kit.SizeLabel, kit.Quiet, false)))
	}
	return box
}

// changeTone is that of a change: only what may be spoken of has a colour.
func changeTone(e improve.Effect) kit.Tone {
	switch {
	case !e.Significant():
		return kit.Plain
	case e.Better():
		return kit.Good
	}
	return kit.Bad
}

// PrintMenu offers the chain as a table.
func (c *Chain) PrintMenu() {
	c.s.Under(c.print, ways(c.s, func(how string) { c.Print(c.project, how) }))
}
