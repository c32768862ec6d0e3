package sample

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
)

// kinds is how often owners come with what.
var kinds = []share[app.Kind]{
	{42, app.Repair}, {22, app.Complaint}, {16, app.Enquiry}, {6, app.Suggestion}, {9, app.Assistance}, {5, app.Commendation},
}

// channels is by which ways they come.
var channels = []share[app.Channel]{
	{52, "CH-TEL"}, {24, "CH-WX"}, {12, "CH-VISIT"}, {3, "CH-MAIL"}, {1, "CH-LETTER"}, {2, "CH-PATROL"},
	{1, "CH-MEET"}, {1, "CH-SURVEY"}, {3, "CH-GOV"}, {1, "CH-SALES"},
}

// arrive is the call that begins an issue.
func (l *life) arrive(a arrival, id app.IssueID) error {
	l.clerk = l.other()
	kind := a.kind
	if kind == "" {
		kind = drawn(l.chance, kinds)
	}
	l.talk = l.talkOf(kind, a)
	o := app.ReceiveOrder{By: l.clerk, Intake: app.Intake{
		Received: a.received, Kind: kind, Category: l.talk.Category, Urgency: l.urgency(),
		Channel: drawn(l.chance, channels), Wish: l.talk.Wish,
	}}
	if a.at.Sub(a.received) > 15*time.Minute {
		o.ReceivedWhy = l.phrase("late-received")
	}
	l.somebody(&o)
	l.fromEvent(&o, a, id)
	l.tell(&o)
	l.promise(&o, id)
	m, err := app.Receive(o, l.Ground, a.at)
	if err != nil {
		return fmt.Errorf("sample %d, issue %d: receive: %w", l.order.Seed, id, err)
	}
	m.Issue.ID = id
	l.now = a.at
	l.did(m)
	return nil
}

// promise tells most owners on the spot until when they will hear: who writes is
// told in the same way, who is not reached is not. By number, so that nothing else of
// the year hangs on it.
func (l *life) promise(o *app.ReceiveOrder, id app.IssueID) {
	way := o.Channel.Method()
	if way == "" {
		way = "MT-TEL"
	}
	if o.Reporter.Reachable() && !o.NoReply && id%31 != 7 {
		o.PromiseHow = way
	}
}

// season is what the talks of a month are kept under.
type season struct {
	kind  app.Kind
	month time.Month
	far   bool
}

// talkOf picks what an owner of this season comes with.
func (l *life) talkOf(kind app.Kind, a arrival) *Talk {
	s := season{kind, a.received.Month(), l.far}
	fit, known := l.talks[s]
	if !known {
		fit = l.talksOf(s)
		l.talks[s] = fit
	}
	t := drawn(l.chance, fit)
	if kind == app.Complaint && !l.far {
		return l.fewOfIntegrity(t, fit)
	}
	return t
}

// talksOf weighs the talks of a season: what belongs to it is twice as common,
// what belongs to another is rare.
func (w *World) talksOf(s season) []share[*Talk] {
	var fit []share[*Talk]
	for i := range w.order.Texts.Talks {
		t := &w.order.Texts.Talks[i]
		if t.Kind != s.kind || s.far && !takesLong(t.Category) {
			continue
		}
		weight := t.Weight * 4
		if slices.Contains(t.Months, int(s.month)) {
			weight *= 2
		} else if len(t.Months) > 0 {
			weight /= 4
		}
		fit = append(fit, share[*Talk]{max(1, weight), t})
	}
	return fit
}

// takesLong tells whether a subject is of the sort that waits for funds, for
// the developer or for the season.
func takesLong(c app.Category) bool {
	return among(c.Subject(), []app.Category{"LK", "QL", "GR", "SL"}) || c == "EQ9" || c == "SE2"
}

func (l *life) urgency() app.Urgency {
	switch {
	case !l.plain():
		return app.Normal
	case l.talk.Urgency == app.Urgent && l.chance.of(45):
		return app.Normal
	}
	return l.talk.Urgency
}

// somebody is who calls, and from where about what place.
func (l *life) somebody(o *app.ReceiveOrder) {
	o.Project = l.Projects[0].ID
	if len(l.Projects) > 1 && l.slow.IsZero() && l.chance.of(36) {
		o.Project = l.Projects[1].ID
	}
	rooms := l.doors[o.Project]
	if l.talk.Where != "room" && len(l.shops[o.Project]) > 0 && l.chance.of(8) {
		rooms = l.shops[o.Project]
	}
	h := l.house[one(l.chance, rooms)]
	l.gaps = l.gapsOf(h.room)
	o.Description = one(l.chance, l.talk.Says)
	o.Place = h.place
	if l.talk.Where != "room" {
		o.Place = app.Place{Area: h.place.Area, Building: h.place.Building, Text: l.fill(l.phrase(l.where(o.Description)), l.gaps)}
	}
	l.reporter(o, one(l.chance, h.who))
}

// where is the key of phrases for a place that fits what is said about it.
func (l *life) where(said string) string {
	switch {
	case strings.Contains(said, "{spot}"):
		return "spot"
	case strings.Contains(said, "{block}") && l.talk.Where == "public":
		return "block"
	}
	return l.talk.Where
}

// reporter writes down who calls; a few say nothing about themselves.
func (l *life) reporter(o *app.ReceiveOrder, t app.Tie) {
	shy := l.plain()
	if shy && l.chance.of(2.2) && o.Kind != app.Commendation && o.Kind != app.Enquiry {
		o.Reporter = app.Reporter{Owner: app.Anonymous, Anonymous: true, Refused: true}
		return
	}
	p := l.people[t.Person]
	o.Reporter = app.Reporter{Person: p.ID, Owner: t.Owner, Name: p.Name}
	switch {
	case shy && l.chance.of(0.8):
		o.Reporter.Refused = true
	case o.Channel == "CH-MAIL" && p.Email != "":
		o.Reporter.Email = p.Email
	case o.Channel == "CH-WX" && p.WeChat != "":
		o.Reporter.WeChat, o.Reporter.Phone = p.WeChat, p.Phones[0]
	default:
		o.Reporter.Phone = p.Phones[0]
	}
	if o.Channel == "CH-MAIL" && p.Email == "" {
		o.Channel = "CH-TEL"
	}
}

// tell is what is said, and how many say it.
func (l *life) tell(o *app.ReceiveOrder) {
	o.Households = 1
	if o.Kind == app.Complaint {
		o.Level = drawn(l.chance, []share[app.Level]{{55, app.Minor}, {38, app.Major}, {7, app.Critical}})
		switch {
		case !l.plain():
			o.Level = app.Major
		case l.chance.of(2.5):
			o.Households, o.Level = l.chance.between(5, 28), app.Critical
		case l.chance.of(3):
			o.Households = l.chance.between(2, 4)
		}
	}
	since := "since"
	if l.talk.Where == "room" && o.Kind != app.Enquiry && o.Kind != app.Commendation {
		since = "since-room"
	} else if o.Kind != app.Complaint && o.Kind != app.Repair {
		since = "" // nobody adds to a question
	}
	o.Description = l.fill(l.phrase("who-"+string(o.Channel))+o.Description, l.gaps) + l.phrase("end") + l.phrase(since)
	if o.Households >= 5 {
		o.Description += l.fill(l.phrase("group"), l.gaps)
	}
	if o.Channel == "CH-GOV" {
		o.Reference = fmt.Sprintf("12345-%s%04d", o.Received.Format("20060102"), l.chance.between(1, 4999))
	}
	if l.chance.of(12) {
		o.ReplyWhen, o.ReplyHow = l.phrase("reply-when"), "MT-TEL"
	}
	o.NoReply = l.plain() && l.chance.of(0.7)
	if l.chance.of(10) {
		o.Occurred = o.Received.Add(-time.Duration(l.chance.between(1, 72)) * time.Hour)
	}
}
