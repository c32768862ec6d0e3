package today

import (
	"log/slog"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// show is the only place where the day meets widgets.
func (p *Page) show(o outlook, err error) {
	p.table.SetBusy(false)
	if err != nil {
		slog.Error("today", "err", err)
		p.seat.Says(kit.Bad, p.seat.Trouble(err))
		return
	}
	p.date.SetText(p.dateLine(o.at))
	p.showTiles(o.day, o.at)
	p.picks.set(Scenes, o.day.Scenes)
	p.picks.set(Drafts, o.day.Drafts)
	p.picks.set(CallBacks, o.day.CallBacks)
	p.picks.set(Waits, o.day.Waits)
	p.picks.set(Talks, o.day.Talks)
	p.picks.set(Items, o.due)
	p.picks.set(Surveys, o.surveys)
	p.picks.set(Measures, o.measures)
	p.picks.set(Helpers, o.helping)
	p.picks.set(Gathered, o.gathered)
	for _, v := range []View{Sign, Refused, Again, Notices, Inspect} {
		p.picks.set(v, o.day.Steps[steps[v]])
	}
	p.picks.set(Approve, o.day.Steps[app.StepDelay]+o.day.Steps[app.StepApprove])
	p.listed.Refresh()
	p.rows = o.rows
	p.table.WhenEmpty(p.none())
	p.table.Refill(&listed{p.seat, o.rows, o.at})
}

func (p *Page) showTiles(d app.Day, now time.Time) {
	s := p.seat
	set := func(v View, tone kit.Tone, n int, note string) {
		if n == 0 {
			tone, note = kit.Plain, ""
		}
		p.tiles[v].Set(tone, s.Number(n), note)
	}
	worst, _ := s.Left(now, d.LateWorst)
	set(Late, kit.Bad, d.Late, s.Say("today.note.late", worst))
	set(DueToday, kit.Warn, d.DueToday, s.Say("today.note.due", s.Here(d.NextDue).Format("15:04")))
	set(Route, kit.Info, d.Steps[app.StepRoute], s.Say("today.note.route", s.Limit(s.Ground.Rules.Limit("transfer"))))
	set(Review, kit.Info, d.Steps[app.StepReview], s.Say("today.note.review"))
	set(Tell, kit.Plain, d.Steps[app.StepTell]+d.Steps[app.StepOwed], s.Say("today.note.tell", s.Limit(s.Ground.Rules.Limit("tell"))))
	calls := ""
	if d.CallBacks > 0 {
		calls = s.Count("today.note.calls", d.CallBacks)
	}
	set(FollowUp, kit.Plain, d.Steps[app.StepFollowUp], calls)
}

// dateLine is the day, whether it is worked, and what is left of the month.
func (p *Page) dateLine(now time.Time) string {
	s, day := p.seat, workday.DayOf(p.seat.Here(now))
	d := s.Ground.Calendar.Day(day)
	kind := s.Say("today.day." + string(d.Kind))
	if d.Name != "" {
		kind += s.Say("today.day.named", s.Holiday(d.Name))
	}
	return strings.Join([]string{
		s.Words.Day(day.Year, day.Month, day.Day) + " " + s.Weekday(day.Weekday()), kind,
		s.Count("today.left", s.Ground.Calendar.RemainingInMonth(day)),
	}, s.Say("today.between"))
}

// listed words rows for the table.
type listed struct {
	seat *seat.Seat
	rows []row
	now  time.Time
}

// Count is how many rows there are.
func (l *listed) Count() int { return len(l.rows) }

// At words one row.
func (l *listed) At(i int) []kit.Piece {
	r, s := l.rows[i], l.seat
	if r.draft != nil {
		return l.draft(*r.draft)
	}
	if r.item != nil {
		return l.item(*r.item)
	}
	if r.survey != nil {
		return l.survey(*r.survey)
	}
	if r.measure != nil {
		return l.measure(*r.measure)
	}
	if r.owing != nil {
		return l.owing(*r.owing)
	}
	if r.help != nil {
		return l.help(r)
	}
	tone, due := s.Due(r.limit)
	if r.scene {
		words, urgency := s.Voice.Countdown(l.now, r.limit)
		tone, due = seat.Tone(urgency), words
	}
	return []kit.Piece{
		kit.ChipOf(tone, due),
		kit.Said(r.line.Number),
		kit.ChipOf(seat.KindTone(r.line.Kind), say.Code(s.Voice, r.line.Kind)),
		kit.SaidBold(s.Short(r.line.Place, say.Open)),
		kit.Said(l.about(r)),
		kit.SaidQuiet(l.holder(r.line)),
		l.button(r),
	}
}

func (l *listed) draft(d app.IntakeDraft) []kit.Piece {
	s := l.seat
	place := app.Place{Block: d.Text["block"], Unit: d.Text["unit"], Door: d.Text["door"], Text: d.Text["where"]}.Short()
	return []kit.Piece{
		kit.ChipOf(kit.Warn, s.Say("today.draft")),
		kit.SaidQuiet(s.Moment(d.At)),
		{}, kit.SaidBold(place),
		kit.Said(oneLine(d.Text["description"])), {},
		kit.ButtonOf(s.Say("today.draft.resume")),
	}
}

// item is an action item: until when, what, and who has it.
func (l *listed) item(a meeting.Action) []kit.Piece {
	s, today := l.seat, workday.DayOf(l.seat.Here(l.now))
	due, button := kit.ChipOf(kit.Warn, s.Say("date.today")), kit.ButtonOf(s.Say("today.item.finish"))
	switch {
	case a.ToVerify():
		due, button = kit.ChipOf(kit.Info, s.Say("today.item.done")), kit.ButtonOf(s.Say("today.item.verify"))
	case a.Late(today):
		_, words := s.Due(a.Due.At(24*60-1, s.Ground.Office.Location()))
		due, button = kit.ChipOf(kit.Bad, words), kit.PrimaryOf(s.Say("today.item.finish"))
	}
	who := a.Who
	if a.Person != 0 {
		who = s.Voice.Staff(a.Person)
	}
	return []kit.Piece{
		due, kit.Said(a.Number), {}, kit.SaidBold(who),
		kit.Said(oneLine(a.What)), kit.SaidQuiet(s.Dept(a.Dept)), button,
	}
}

// about is what the issue is about, and before that who is to hear that it is late.
func (l *listed) about(r row) string {
	text := oneLine(l.seat.Told(r.line))
	if r.talk {
		return l.seat.Say("today.talk", text)
	}
	if words := l.seat.Voice.Wait(r.line.Wait, l.now); words != "" {
		text = l.seat.Say("today.wait", words, text)
	}
	if a := l.seat.Ground.LineAlarm(r.line, l.now); !r.call && !r.scene && !r.wait && !r.talk && (a == app.ToHead || a == app.ToManager) {
		return l.seat.Say("today.alarm."+string(a), text)
	}
	return text
}

func (l *listed) holder(line app.Line) string {
	if line.Step == app.StepRoute {
		return l.seat.Say("step.route")
	}
	return l.seat.Leads(line.Holder, line.Restricted())
}

// button names the next step; only what is late calls for attention.
func (l *listed) button(r row) kit.Piece {
	words := l.seat.Say(nextKey(r))
	if !r.limit.IsZero() && l.now.After(r.limit) {
		return kit.PrimaryOf(words)
	}
	return kit.ButtonOf(words)
}

func nextKey(r row) string {
	switch {
	case r.scene:
		return "next." + string(r.line.Scene)
	case r.wait:
		return "next.wait"
	case r.talk:
		return "next.talk"
	case r.call:
		return "today.call"
	case r.line.Step == app.StepHandle:
		return "next.chase"
	case r.line.Step == app.StepRoute && r.line.Kind == app.Complaint:
		return "next.complaint"
	}
	return "next." + string(r.line.Step)
}

// oneLine is a text without its line breaks, for a cell.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
