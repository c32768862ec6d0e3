package meetings

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// doing is an order on its way to the desk.
type doing = seat.Doing[meeting.Move]

// title is that of the form of an act or a list.
func (p *Page) title(name string) string {
	words := p.s.Say("verb.attach")
	switch {
	case p.s.Has("meetings.verb." + name):
		words = p.verbWords(name)
	case p.s.Has("meetings.card." + name):
		words = p.cardWords(name)
	}
	return p.s.Dotted(words, p.seen.r.Number)
}

// cardWords are what a list is called in a record of a kind.
func (p *Page) cardWords(name string) string {
	if key := "meetings.card." + name + "." + string(p.seen.r.Kind); p.s.Has(key) {
		return p.s.Say(key)
	}
	return p.s.Say("meetings.card." + name)
}

// said says what was done.
func (p *Page) said(name string) string { return p.s.Say("meetings.done", p.title(name)) }

func (p *Page) act(name string, columns int) *form {
	f := newForm(p.s, seat.FormName("record", p.seen.r.ID, name), p.title(name), p.verbWords(name), columns)
	f.Said = func(meeting.Move) string { return p.said(name) }
	return f
}

// freezeForm keeps the figures as they are now; again only with a reason.
func freezeForm(p *Page) *form {
	name, again := freezeVerb, len(p.seen.r.Freezes) > 0
	if again {
		name = againVerb
	}
	f := p.act(name, 1)
	f.Tell(p.s.Say("meetings.freeze.tell"))
	why := kit.Area(3, app.LongestText)
	if again {
		f.Tell(p.s.Say("meetings.freeze.again"))
		f.Add("reason", why, 1)
	}
	f.Order = func() doing {
		return seat.Ask(p.desk.Freeze, meeting.FreezeOrder{Stand: p.stand(), Why: why.Value()})
	}
	return f
}

// holdForm notes that the meeting took place, or the notice was given out.
func holdForm(p *Page) *form {
	r := p.seen.r
	f := p.act(holdVerb, 2)
	if r.Kind == meeting.Notice {
		f.Tell(p.s.Say("meetings.hold.tell.TZ"))
		f.Order = func() doing { return seat.Ask(p.desk.Hold, meeting.HoldOrder{Stand: p.stand()}) }
		return f
	}
	f.Tell(p.s.Say("meetings.hold.tell"))
	began, ended := f.Moment("begins", seat.Morning, 1), f.Moment("ended", seat.Evening, 1)
	began.SetValue(r.Begins)
	if ended.SetValue(r.Ends); r.Ends.IsZero() {
		ended.SetValue(p.s.Now())
	}
	f.Order = func() doing {
		return seat.Ask(p.desk.Hold, meeting.HoldOrder{Stand: p.stand(), Began: began.Moment(), Ended: ended.Moment()})
	}
	return f
}

// minutesForm finishes the minutes.
func minutesForm(p *Page) *form {
	r := p.seen.r
	f := p.act(minutesVerb, 2)
	f.Tell(p.s.Say("meetings.minutes.tell"))
	next := f.Moment("next", seat.Morning, 1)
	next.SetValue(r.Next)
	place, goes := kit.Filled(r.NextPlace), kit.Filled(r.Goes)
	f.Add("next-place", place, 1)
	unsettled := f.Area("unsettled", 3, 2)
	unsettled.SetText(r.Unsettled)
	f.Add("goes", goes, 2).SetHint(p.s.Say("meetings.goes.hint"))
	contact := p.s.StaffChoice(r.Dept)
	kit.Hold(contact, r.Contact)
	if r.Kind == meeting.Weekly {
		f.Add("owner-contact", contact, 1)
	}
	f.Order = func() doing {
		o := meeting.MinuteOrder{Stand: p.stand(), Next: next.Moment(), NextPlace: place.Value(), Unsettled: unsettled.Value(), Goes: goes.Value()}
		d := r.Details
		d.Contact = contact.Value()
		return func(ctx context.Context) (meeting.Move, error) {
			if d.Contact != r.Contact { // named here at last
				m, err := p.desk.Change(ctx, meeting.ChangeOrder{Stand: o.Stand, Details: &d})
				if err != nil {
					return m, err
				}
				o.Version = m.Head.Version
			}
			return p.desk.Minute(ctx, o)
		}
	}
	return f
}

// changeForm corrects what was planned.
func changeForm(p *Page) *form {
	r := p.seen.r
	f := p.act(changeVerb, 3)
	if r.Kind == meeting.Notice {
		f.Width = seat.SheetFull
	}
	d := newDetails(f, p.s, p.asks, r.Kind, r.Details, p.seen.at, false)
	f.Order = func() doing {
		w, issue, issues := d.read()
		o := meeting.ChangeOrder{Stand: p.stand()}
		return func(ctx context.Context) (m meeting.Move, err error) {
			if w, err = d.found(ctx, w, issue, issues); err != nil {
				return m, err
			}
			o.Details = &w
			return p.desk.Change(ctx, o)
		}
	}
	return f
}

func reopenForm(p *Page) *form { return p.because("reopen", p.desk.Reopen) }

func cancelForm(p *Page) *form { return p.because("cancel", p.desk.Cancel) }

// because is an act that needs nothing but its reason.
func (p *Page) because(name string, do func(context.Context, meeting.WhyOrder) (meeting.Move, error)) *form {
	f := p.act(name, 1)
	f.Tell(p.s.Say("meetings.because." + name))
	why := f.Area("reason", 4, 1)
	f.Order = func() doing { return seat.Ask(do, meeting.WhyOrder{Stand: p.stand(), Why: why.Value()}) }
	return f
}
