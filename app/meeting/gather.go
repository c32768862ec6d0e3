package meeting

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/app/register"
)

// Events lists what opinions are gathered at: sales, an event of the community,
// something else. A gathering keeps one as its subject.
var Events = []Subject{"GE-SALES", "GE-COMMUNITY", "GE-OTHER"}

// GatherOrder hands in what owners said at sales or at an event (clause 2.4.2):
// when and where, who gathered it, and every opinion.
type GatherOrder struct {
	Project app.ProjectID
	By      app.StaffID
	Details
	Opinions []Opinion
	Register bool // makes an issue of every opinion at once
}

// Gather keeps a gathering with its opinions, and their issues if that is asked
// for: all of it or nothing.
func (d *Desk) Gather(ctx context.Context, o GatherOrder) (Move, error) {
	d.issuing.Lock()
	defer d.issuing.Unlock()
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Move{}, err
	}
	rooms, err := d.rooms(ctx, o.Project, o.Opinions)
	if err != nil {
		return Move{}, err
	}
	m, err := Gather(o, rooms, g, d.moment())
	if err != nil {
		return Move{}, err
	}
	m, err = d.keep(ctx, "gather", m)
	d.tell(m)
	return m, err
}

// GatherAll keeps several gatherings, as a list brings them, with their opinions and
// issues: all of them or nothing.
func (d *Desk) GatherAll(ctx context.Context, orders []GatherOrder) ([]Move, error) {
	d.issuing.Lock()
	defer d.issuing.Unlock()
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return nil, err
	}
	at, moves := d.moment(), make([]Move, len(orders))
	for i, o := range orders {
		rooms, err := d.rooms(ctx, o.Project, o.Opinions)
		if err != nil {
			return nil, err
		}
		if moves[i], err = Gather(o, rooms, g, at); err != nil {
			return nil, err
		}
	}
	if moves, err = d.Store.KeepRecords(ctx, moves); err != nil {
		return nil, fmt.Errorf("gather %d lists: %w", len(orders), err)
	}
	d.Front.Changes.Tell(app.Change{Meetings: true})
	for _, m := range moves {
		d.tell(m)
	}
	return moves, nil
}

// tell says which issues there are now.
func (d *Desk) tell(m Move) {
	for _, one := range m.Raised {
		d.Front.Changes.Tell(app.Change{Issue: one.Move.Issue.ID})
	}
}

// rooms are those of an estate, as far as opinions name any.
func (d *Desk) rooms(ctx context.Context, of app.ProjectID, said []Opinion) ([]app.Found, error) {
	if !slices.ContainsFunc(said, func(v Opinion) bool { return v.Room != "" }) {
		return nil, nil
	}
	rooms, err := d.Store.EveryRoom(ctx, of)
	if err != nil {
		return nil, fmt.Errorf("look for the rooms of opinions: %w", err)
	}
	return rooms, nil
}

// Gather decides Desk.Gather. The time to answer for the opinions runs from the
// event, not from when somebody came to typing them in.
func Gather(o GatherOrder, rooms []app.Found, g app.Ground, at time.Time) (Move, error) {
	h := Head{Kind: Gathering, Project: o.Project, State: Held, By: o.By, Made: at, Held: at, Details: o.Details.trimmed()}
	h.MinutesDue = h.answerDue(g)
	r := Record{Head: h}
	var f faults
	f.may(g, o.By, h)
	p, known := g.Projects[o.Project]
	f.unless(known && !p.Closed, "project", "missing")
	f.details(g, h, Details{})
	f.gatheredBy(h, at)
	m := r.begin(ActGathered, o.By, at, "")
	m.Draw = app.Prefix(Gathering)
	m.Opinions = revised(&f, &m, "opinions", nil, said(o.Opinions), (*faults).gatheredOpinion, g, at)
	f.unless(len(m.Opinions) > 0 || len(o.Opinions) > 0, "opinions", "missing")
	if err := f.err(); err != nil {
		return Move{}, err
	}
	m.Act.Diffs = nil // how it began stands in the record itself
	if !o.Register {
		return m, nil
	}
	return r.After(m).register(m, nil, rooms, g, at)
}

// said are opinions as they are handed in: none is answered for yet.
func said(all []Opinion) []Opinion {
	all = slices.Clone(all)
	for i := range all {
		v := &all[i]
		v.Row, v.Issue, v.Number, v.Aside, v.AsideWhy, v.Settled, v.SettledBy = Row{}, 0, "", "", "", time.Time{}, 0
		for _, text := range []*string{&v.Name, &v.Phone, &v.Room, &v.Text, &v.Note} {
			*text = strings.TrimSpace(*text)
		}
	}
	return all
}

// gatheredOpinion checks one row of what was gathered.
func (f *faults) gatheredOpinion(v, was Opinion, g app.Ground, _ time.Time) {
	f.unless(slices.Contains(app.Kinds, v.Sort), "sort", "unsorted")
	f.unless(v.Category != "", "category", "no-subject")
	f.unless(!blank(v.Text), "text", "incomplete")
	f.category(g, v.Category, was.Category)
	for _, line := range []struct{ said, field string }{{v.Name, "name"}, {v.Phone, "phone"}, {v.Room, "room"}} {
		f.unless(utf8.RuneCountInString(line.said) <= app.LongestLine, line.field, "too-long")
	}
}

// gatheredBy checks that an event lies behind: nothing is gathered before it.
func (f *faults) gatheredBy(h Head, at time.Time) {
	f.unless(h.State == Planned || !h.Begins.After(at), "begins", "future")
	f.unless(h.State == Planned || !h.Ends.After(at), "ended", "future")
}

// answerDue is until when the opinions of a gathering are to be answered for.
func (h Head) answerDue(g app.Ground) time.Time {
	from := h.Begins
	if h.Ends.After(from) {
		from = h.Ends
	}
	if from.IsZero() {
		return time.Time{}
	}
	due, _ := g.Calendar.When(from, g.Rules.Whole().Limit("gathered"))
	return due
}

// Unanswered are the opinions that nobody answered for yet.
func (r Record) Unanswered() []Opinion {
	return slices.DeleteFunc(Live(r.Opinions), Opinion.Answered)
}

// RegisterOrder makes issues of a gathering's opinions: of those named, or of all
// that were not answered for.
type RegisterOrder struct {
	Stand
	Which []int
}

// Register makes issues of opinions: all of them or none.
func (d *Desk) Register(ctx context.Context, o RegisterOrder) (Move, error) {
	d.issuing.Lock()
	defer d.issuing.Unlock()
	r, err := d.Store.Record(ctx, o.Record)
	if err != nil {
		return Move{}, fmt.Errorf("register opinions of %d: %w", o.Record, err)
	}
	rooms, err := d.rooms(ctx, r.Project, r.Opinions)
	if err != nil {
		return Move{}, err
	}
	m, err := d.act(ctx, "register opinions of", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) {
		return r.Register(o, rooms, g, at)
	})
	d.tell(m)
	return m, err
}

// Register decides Desk.Register.
func (r Record) Register(o RegisterOrder, rooms []app.Found, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By, r.Head)
	f.open(r, Held)
	f.unless(r.Kind == Gathering && len(r.Unanswered()) > 0, "meeting", "not-now")
	for _, n := range o.Which {
		f.unless(slices.ContainsFunc(r.Unanswered(), func(v Opinion) bool { return v.N == n }), "opinions", "unknown")
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	return r.register(r.begin(ActIssue, o.By, at, ""), o.Which, rooms, g, at)
}

// register adds to a move the issues of opinions of a record as it stands in it;
// none named is all. What is wrong with one of them is said of the list.
func (r Record) register(m Move, which []int, rooms []app.Found, g app.Ground, at time.Time) (Move, error) {
	fresh := map[int]Opinion{}
	for _, v := range m.Opinions {
		fresh[v.N] = v
	}
	for _, v := range r.Unanswered() {
		if len(which) > 0 && !slices.Contains(which, v.N) {
			continue
		}
		o := r.gathered(v, app.Person{Name: v.Name}, nil, m.Act.By, at)
		if v.Room != "" {
			o.Place = roomSaid(v.Room, rooms)
		}
		received, err := app.Receive(o, g, at)
		if err != nil { // its fields stand in a row of the list
			return Move{}, errors.Join(app.Faults{{Field: "opinions", Rule: "unregistered"}}, err)
		}
		v.Settled, v.SettledBy = at, m.Act.By
		fresh[v.N] = v
		m.Raised = append(m.Raised, Raised{v.N, received})
	}
	m.Opinions = m.Opinions[:0:0]
	for _, v := range r.Opinions {
		if now, is := fresh[v.N]; is {
			m.Opinions = append(m.Opinions, now)
		}
	}
	return r.answered(m, at), nil
}

// gathered is the intake of what was gathered. It came in at the event, so that no
// limit grows longer while the list lies on a desk.
func (r Record) gathered(v Opinion, who app.Person, ties []app.Tie, by app.StaffID, at time.Time) app.ReceiveOrder {
	o := r.spoken(v, who, ties, by, at)
	o.Kind, o.Wish = v.Sort, v.Note
	if v.Sort == app.Complaint {
		o.Level = app.Minor
	}
	if v.Phone != "" {
		o.Reporter.Phone = v.Phone
	}
	o.Reporter.Refused = !o.Reporter.Reachable()
	if o.Received.Before(at) {
		o.ReceivedWhy = r.source()
	}
	if o.Place.Text == "" {
		o.Place.Text = firstOf(v.Room, v.Place, r.Place, r.Title)
	}
	return o
}

// source is where opinions come from, as an issue tells why it is dated back.
func (r Record) source() string {
	if r.Number == "" {
		return r.Title
	}
	if s := r.Title + " " + r.Number; utf8.RuneCountInString(s) <= app.LongestLine {
		return s
	}
	return r.Number
}

func firstOf(texts ...string) string {
	for _, t := range texts {
		if strings.TrimSpace(t) != "" {
			return t
		}
	}
	return ""
}

// roomSaid finds a room as it was given, however it is written; what is no room of
// the register stays as it was said.
func roomSaid(said string, rooms []app.Found) app.Place {
	p, read := register.ParsePlace(said)
	if !read || p.Room == "" {
		return app.Place{Text: said}
	}
	var found []app.Found
	for _, f := range rooms {
		there := register.Place{Building: register.Building(f.Building.Name), Unit: register.Unit(f.Room.Unit), Room: register.Room(f.Room.Door)}
		floored := there
		floored.Floor = register.Floor(f.Room.Floor)
		if p.Key() == there.Key() || p.Key() == floored.Key() {
			found = append(found, f)
		}
	}
	switch {
	case len(found) == 1:
		return found[0].Place()
	case p.Building == "" || p.Area != "":
		return app.Place{Text: said}
	}
	return app.Place{Block: p.Building, Unit: p.Unit, Door: app.Room{Door: p.Room, Floor: p.Floor}.Name()}
}

// answered ends an act on the opinions of a gathering: once each is answered for,
// it is done.
func (r Record) answered(m Move, at time.Time) Move {
	left := slices.DeleteFunc(r.After(m).Unanswered(), func(v Opinion) bool {
		return slices.ContainsFunc(m.Raised, func(one Raised) bool { return one.N == v.N })
	})
	if r.Kind != Gathering || m.Head.State != Held || len(left) > 0 {
		return m
	}
	m.Head.State = Minuted
	if m.Head.Minuted.IsZero() {
		m.Head.Minuted = at
	}
	m.Act.Diffs = append(m.Act.Diffs, app.Difference{Field: "state", Old: string(Held), New: string(Minuted)})
	return m
}

// Owing is a gathering with opinions that nobody answered for, and how many of
// how many.
type Owing struct {
	Head Head
	Open int
	Of   int
}
