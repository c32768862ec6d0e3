package issues

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Intake is where an issue is written down: the form, and beside it what is
// known already. After saving it shows the number, the promise and the next
// steps.
type Intake struct {
	Root fyne.CanvasObject
	// Done is told which issue to go on with, and by which verb; Look opens it.
	Done func(app.IssueID, string)
	// Back leaves without an issue; what was typed is kept as a draft.
	Back func()
	// Missing tells of characters that paper cannot print, "" for none.
	Missing func(string) string

	s       *seat.Seat
	asks    IntakeAsks
	receive func(context.Context, app.ReceiveOrder) (app.Move, error)

	facts   *facts
	search  *searchBox
	answers *answers
	finding *kit.Lane
	found   []app.Found
	chosen  *app.Found
	side    side
	draft   draft

	title  *fyne.Container
	saved  *kit.Phrase
	offer  *fyne.Container
	form   fyne.CanvasObject
	scroll *container.Scroll
	body   *fyne.Container // the form and what is beside it, or the outcome
	keep   []*kit.Push     // the buttons that save
	stop   []func()
}

// searchPause is how long typing rests before the register is asked.
const searchPause = 180 * time.Millisecond

// NewIntake is an empty intake.
func NewIntake(s *seat.Seat, asks IntakeAsks) *Intake {
	p := &Intake{s: s, asks: asks, receive: s.Desk.Receive, Done: func(app.IssueID, string) {}, Back: func() {}}
	p.facts = newFacts(s, s.Now, p.reveal)
	p.facts.Missing = func(text string) string {
		if p.Missing == nil {
			return ""
		}
		return p.Missing(text)
	}
	p.answers = newAnswers(func(i int) { p.Choose(p.found[i]) })
	p.search = newSearchBox(s.Say("intake.search.example"), p.searchKey)
	p.search.OnChanged = p.find
	p.finding = kit.NewLane(s.Tasks, searchPause)
	p.side = newSide(p)
	p.draft = newDraft(p)
	p.build()
	p.clear()
	p.facts.Changed = p.changed
	return p
}

func (p *Intake) build() {
	p.facts.Form.Add("place", kit.NewField(p.s.Say("intake.search"), p.search, ""), 2)
	p.facts.Form.Add("where", kit.NewField(p.s.Say("intake.where"), p.facts.where, ""), 1)
	p.facts.addTo()
	p.offer = container.NewVBox()
	p.saved = kit.Muted("")
	p.title = kit.Flow(container.NewHBox(kit.Title(p.s.Say("intake.title")), kit.Gap(8, 1), kit.Middle(p.saved)), p.buttons())
	p.scroll = kit.Scroll(kit.Padded(3, 2, container.NewBorder(nil, nil, nil, kit.Gap(6, 1), p.facts.Form)))
	p.form = kit.Split(kit.Card(p.scroll), kit.Scroll(kit.Padded(2, 2, p.side.box)), 316, 820)
	p.body = container.NewStack(p.form)
	page := container.NewBorder(container.NewVBox(p.title, p.offer, kit.Gap(1, 4)), nil, nil, nil, p.body)
	p.Root = container.NewStack(kit.Page(page), p.answers.layer)
}

// buttons are the ways out of the form, the next step last.
func (p *Intake) buttons() fyne.CanvasObject {
	receive := kit.Button(kit.WithShortcut(p.s.Say("intake.receive"), saveKey), nil, p.Save)
	pass := kit.Primary(kit.WithShortcut(p.s.Say("intake.pass"), nextKey), theme.MailForwardIcon(), p.Next)
	p.keep = []*kit.Push{receive, pass}
	return container.NewHBox(kit.Button(p.s.Say("intake.cancel"), nil, p.cancel), receive, pass)
}

var (
	saveKey = kit.Shortcut(fyne.KeyS)
	nextKey = kit.Shortcut(fyne.KeyReturn)
)

// Shown looks for a draft to go on with and begins to keep what is typed.
func (p *Intake) Shown() {
	p.stop = append(p.stop, p.s.Tasks.Every(draftEvery, p.draft.keep))
	p.draft.look()
	if p.chosen != nil { // somebody else chose already: the register
		p.s.Focus(p.facts.channel)
		return
	}
	p.s.Focus(p.search)
}

// Hidden keeps what was typed once more and stops.
func (p *Intake) Hidden() {
	for _, stop := range p.stop {
		stop()
	}
	p.stop = nil
	p.finding.Drop()
	p.draft.rest()
}

// clear makes the form new.
func (p *Intake) clear() {
	p.facts.who.fill(app.Reporter{})
	p.facts.who.owner.Clear()
	p.facts.fill(app.Intake{Received: p.s.Now(), Urgency: app.Normal, Households: 1}, "")
	p.facts.channel.Clear()
	kit.SetValue(p.facts.channel, app.Channels[0])
	kit.SetValue(p.facts.project, p.ownProject())
	p.chosen = nil
	p.search.SetText("")
	p.facts.Form.Field("place").SetHint("")
	p.facts.Form.Clear()
	p.side.load()
}

// ownProject is the estate looked at, or the only one.
func (p *Intake) ownProject() app.ProjectID {
	if p.s.Project != 0 {
		return p.s.Project
	}
	if all := p.facts.project.Values(); len(all) == 1 {
		return all[0]
	}
	return 0
}

// changed follows every change of the form.
func (p *Intake) changed() {
	p.side.load()
	p.draft.soon()
	p.draft.withdraw()
}

// Escape closes the list of answers, or leaves as Cancel does.
func (p *Intake) Escape() bool {
	if p.answers.card.Visible() {
		p.answers.close()
		return true
	}
	p.cancel()
	return true
}
