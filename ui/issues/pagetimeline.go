package issues

import (
	"slices"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

// actTones are those of acts that are more than routine.
var actTones = map[app.ActKind]kit.Tone{
	app.ActTransfer: kit.Info, app.ActComplaint: kit.Info, app.ActSelf: kit.Info, app.ActFedBack: kit.Info,
	app.ActRefused: kit.Warn, app.ActSentBack: kit.Warn, app.ActDelayAsked: kit.Warn, app.ActNotDelayed: kit.Warn,
	app.ActChased: kit.Warn, app.ActReopened: kit.Warn, app.ActCloseAsked: kit.Warn, app.ActNotClosed: kit.Warn,
	app.ActDissatisfy: kit.Bad, app.ActAccepted: kit.Good, app.ActClosed: kit.Good,
}

// timeline is what happened, the newest first; a limit that has passed stands
// where it passed.
func (p *Page) timeline() []kit.Happened {
	c, s := p.seen.c, p.s
	all := make([]kit.Happened, 0, len(c.Acts)+1)
	passed := c.Late(s.Now())
	for _, one := range p.acts() {
		a := one.Act
		if passed && !a.At.After(c.StepDue) {
			all, passed = append(all, p.limitPassed()), false
		}
		head, body := s.Act(a)
		if one.of != "" {
			head = s.Say("callers.merged-act", one.of, head)
		}
		all = append(all, kit.Happened{Tone: actTones[a.Kind], When: s.Dotted(s.Moment(a.At), s.Voice.Staff(a.By)), Head: head, Body: body})
	}
	return all
}

func (p *Page) limitPassed() kit.Happened {
	c, s := p.seen.c, p.s
	return kit.Happened{Tone: kit.Bad, When: s.Moment(c.StepDue), Head: s.Say("issue.passed"), Body: s.Say("step." + string(c.Step))}
}

// acted is an entry of the timeline, and of which merged issue it is.
type acted struct {
	app.Act
	of string
}

// acts are the issue's own and those of what was merged into it, the newest first.
func (p *Page) acts() []acted {
	var all []acted
	for _, c := range append([]app.Case{p.seen.c}, p.seen.merged...) {
		of := ""
		if c.ID != p.id {
			of = c.Shown()
		}
		for i := len(c.Acts) - 1; i >= 0; i-- {
			all = append(all, acted{c.Acts[i], of})
		}
	}
	slices.SortStableFunc(all, func(a, b acted) int { return b.At.Compare(a.At) })
	return all
}
