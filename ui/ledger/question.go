package ledger

import (
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// question is what a list is about: which issues belong in it whatever is
// filtered, how they are ordered, and what is shown of each.
type question struct {
	name    string // of its words
	title   string // in place of the usual one
	only    []app.IssueID
	steps   []app.Step
	order   app.Order
	columns []column
	brings  bool // issues can be brought into it
}

// column is one column: its words, its width, what it can be sorted by, and
// what it says of a line.
type column struct {
	name  string
	width float32
	wide  func(*seat.Seat) []string // words that must have room
	by    app.Sort
	says  func(*seat.Seat, app.Line, time.Time) kit.Piece
}

var allIssues = question{
	name: "issues", order: app.Order{By: app.ByReceived, Down: true}, brings: true,
	columns: []column{
		{name: "due", wide: limits, by: app.ByDue, says: dueOf},
		{name: "number", wide: (*seat.Seat).Numbers, by: app.ByNumber, says: numberOf},
		{name: "kind", wide: kinds, by: app.ByKind, says: kindOf},
		{name: "state", wide: states, by: app.ByState, says: stateOf},
		{name: "place", width: 92, by: app.ByPlace, says: placeOf},
		{name: "text", says: textOf},
		{name: "lead", width: 104, by: app.ByLead, says: leadOf},
		{name: "received", width: 92, by: app.ByReceived, says: receivedOf},
	},
}

var toAsk = question{
	name: "followup", order: app.Order{By: app.ByDue},
	steps: []app.Step{app.StepOwed, app.StepTell, app.StepFollowUp, app.StepAgain},
	columns: []column{
		{name: "due", wide: limits, by: app.ByDue, says: dueOf},
		{name: "number", wide: (*seat.Seat).Numbers, by: app.ByNumber, says: numberOf},
		{name: "kind", wide: kinds, by: app.ByKind, says: kindOf},
		{name: "place", width: 92, by: app.ByPlace, says: placeOf},
		{name: "name", width: 66, says: nameOf},
		{name: "text", says: textOf},
		{name: "done", width: 84, says: doneOf},
		{name: "callback", width: 90, says: callOf},
		{name: "next", wide: nexts, says: nextOf},
	},
}

func kinds(s *seat.Seat) []string {
	return strings.Split(say.Codes(s.Voice, app.Kinds), s.List([]string{"", ""}))
}

// limits are the longest words that say how a limit stands.
func limits(s *seat.Seat) []string {
	return []string{s.Count("left.late.days", 88), s.Count("left.days", 88), s.Count("left.late.hours", 18)}
}

func nexts(s *seat.Seat) []string {
	return []string{s.Say("next.tell"), s.Say("next.followup"), s.Say("next.again")}
}

func states(s *seat.Seat) []string {
	words := make([]string, len(app.States))
	for i, state := range app.States {
		words[i] = s.Say("state." + string(state))
	}
	return append(words, s.Say("ledger.suspended.since", "12-28"))
}

// pieces is what is shown of a line.
func (q question) pieces(s *seat.Seat, l app.Line, now time.Time) []kit.Piece {
	all := make([]kit.Piece, len(q.columns))
	for i, c := range q.columns {
		all[i] = c.says(s, l, now)
	}
	return all
}

func dueOf(s *seat.Seat, l app.Line, now time.Time) kit.Piece {
	if l.State.Over() || l.StepDue.IsZero() {
		return kit.Piece{}
	}
	tone, words := s.Due(l.StepDue)
	return kit.ChipOf(tone, words)
}

func numberOf(_ *seat.Seat, l app.Line, _ time.Time) kit.Piece { return kit.Said(l.Number) }

func kindOf(s *seat.Seat, l app.Line, _ time.Time) kit.Piece {
	return kit.ChipOf(seat.KindTone(l.Kind), say.Code(s.Voice, l.Kind))
}

func stateOf(s *seat.Seat, l app.Line, now time.Time) kit.Piece {
	if !l.Wait.Since.IsZero() {
		return kit.ChipOf(seat.WaitTone(l.Wait, now), s.Say("ledger.suspended.since", s.Here(l.Wait.Since).Format("01-02")))
	}
	return kit.ChipOf(seat.StateTone(l.State), s.Say("state."+string(l.State)))
}

func placeOf(s *seat.Seat, l app.Line, _ time.Time) kit.Piece {
	return kit.SaidBold(s.Short(l.Place, say.Open))
}

func nameOf(s *seat.Seat, l app.Line, _ time.Time) kit.Piece {
	return kit.Said(s.Person(l.Name, l.Anonymous, say.Masked))
}

func textOf(s *seat.Seat, l app.Line, _ time.Time) kit.Piece {
	return kit.Said(strings.Join(strings.Fields(s.Told(l)), " "))
}

func leadOf(s *seat.Seat, l app.Line, _ time.Time) kit.Piece {
	return kit.SaidQuiet(s.Leads(l.Lead, l.Restricted()))
}

func receivedOf(s *seat.Seat, l app.Line, now time.Time) kit.Piece {
	return kit.SaidQuiet(brief(s, l.Received, now))
}

func doneOf(s *seat.Seat, l app.Line, _ time.Time) kit.Piece { return kit.SaidQuiet(s.Day(l.Done)) }

func callOf(s *seat.Seat, l app.Line, now time.Time) kit.Piece {
	if !l.CallBack.IsZero() && now.After(l.CallBack) {
		return kit.SaidIn(kit.Bad, brief(s, l.CallBack, now))
	}
	return kit.Said(brief(s, l.CallBack, now))
}

// brief is a moment for a narrow column: without the year while it is this one,
// without the hour in another.
func brief(s *seat.Seat, t, now time.Time) string {
	switch t, now = s.Here(t), s.Here(now); {
	case t.IsZero():
		return ""
	case t.Year() == now.Year():
		return t.Format("01-02 15:04")
	}
	return s.Day(t)
}

func nextOf(s *seat.Seat, l app.Line, now time.Time) kit.Piece {
	if l.Late(now) {
		return kit.PrimaryOf(s.Say("next." + string(l.Step)))
	}
	return kit.ButtonOf(s.Say("next." + string(l.Step)))
}
