package sample

import (
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// TalkText is what is said where the trouble is.
type TalkText struct {
	Title, Place, Prepared, Unsettled, Promise, Verify, Kept string
	Found, Asked, Answered                                   []string
}

// talks is how many talks on site there were at most beside those that issues ask for.
const talks = 12

// spoken is an issue that was worth a talk on site.
type spoken struct {
	issue    app.IssueID
	estate   app.ProjectID
	person   app.PersonID
	place    app.Place
	team     app.DeptID
	from, to time.Time // while the department had it
	held     time.Time // when the issue says that it was noted; zero where it says nothing
}

// speaksOf keeps an issue in mind that many complained of, that weighs much, or that
// came back. What still owes its talk is left owing.
func (w *World) speaksOf(c app.Case) {
	if c.OwesTalk() || !worthATalk(c) || !c.Talk.Ended.IsZero() && !c.Talk.Held {
		return
	}
	r, _ := c.Current()
	s := spoken{issue: c.ID, estate: c.Project, person: c.Reporter.Person, place: c.Place, team: r.Lead, from: r.Signed, to: c.Done, held: c.Talk.Ended}
	if s.to.Before(s.from) {
		s.to = w.order.Until
	}
	w.spoken = append(w.spoken, s)
}

// worthATalk tells what is talked about on site with its owner.
func worthATalk(c app.Case) bool {
	r, there := c.Current()
	heavy := c.Level == app.Critical || c.Households >= 5 || c.Round > 1
	return there && heavy && !c.Restricted() && c.Reporter.Person != 0 && !r.Signed.IsZero()
}

// begins is when it was talked about, and from when on it was planned.
func (s spoken) begins(w *World) (begins, planned time.Time) {
	if !s.held.IsZero() {
		return s.held.Add(-time.Hour), s.held.Add(-2 * time.Hour)
	}
	return w.hours.after(s.from, max(5, w.hours.between(s.from, s.to)/3)), s.from.Add(time.Minute)
}

// talks lets the desk, the department and the owner meet where the trouble is.
func (c *gathering) talks() {
	w := c.w
	newest := slices.Clone(w.spoken)
	slices.SortStableFunc(newest, func(a, b spoken) int { return b.from.Compare(a.from) })
	for i, of := range newest {
		if i >= talks && of.held.IsZero() { // what its issue tells of there is
			continue
		}
		begins, planned := of.begins(w)
		s := &sheetOf{by: w.teams[desk][1].ID, estate: of.estate}
		c.add(s, planned, func(s *sheetOf) error {
			t := w.order.Texts.Records.Talk
			d := meeting.Details{
				Title: t.Title, Begins: begins.Truncate(time.Minute), Ends: begins.Truncate(time.Minute).Add(40 * time.Minute), Place: t.Place, Recorder: s.by,
				Dept: w.depts[desk], Issue: of.issue, Prepared: t.Prepared,
			}
			return c.plan(s, meeting.PlanOrder{Kind: meeting.OnSite, Details: d, Guests: []meeting.Guest{
				{Group: "GU-STAFF", Invited: true, Staff: s.by, Dept: w.depts[desk]},
				{Group: "GU-STAFF", Invited: true, Staff: c.headOf(of.team), Dept: of.team},
				{Group: meeting.OwnerGuest, Invited: true, Person: of.person, Area: of.place.Area},
			}})
		})
		c.add(s, begins.Add(time.Hour), c.hold)
		c.add(s, begins.Add(70*time.Minute), func(s *sheetOf) error { return c.agreed(s, of, i) })
		c.add(s, w.hours.after(begins, 300), c.minute)
		if i%3 != 1 {
			c.add(s, w.hours.after(begins, 450*w.chance.between(2, 4)), c.keepsWord)
		}
	}
}

// agreed is what was found, asked, answered and promised on site.
func (c *gathering) agreed(s *sheetOf, of spoken, nth int) error {
	t := c.w.order.Texts.Records.Talk
	r, err := c.store.Record(c.ctx, s.id)
	if err != nil {
		return err
	}
	d, guests := r.Details, meeting.Live(r.Guests)
	for i := range guests {
		guests[i].Presence = meeting.Came
	}
	d.Text = t.Found[nth%len(t.Found)]
	if nth%3 == 2 {
		d.Unsettled = t.Unsettled
	}
	said := []meeting.Opinion{{Person: of.person, Area: of.place.Area, Text: t.Asked[nth%len(t.Asked)], Answer: t.Answered[nth%len(t.Answered)], By: c.w.head(desk).Name}}
	if _, err := c.desk.Change(c.ctx, meeting.ChangeOrder{Stand: s.stand(), Details: &d, Guests: &guests, Opinions: &said}); err != nil {
		return err
	}
	_, err = c.desk.Give(c.ctx, meeting.GiveOrder{Stand: s.stand(), Actions: []meeting.NewAction{{
		Task: meeting.Task{What: t.Promise, Dept: of.team, Person: c.headOf(of.team), Verify: t.Verify, Issue: of.issue},
		Due:  workday.DayOf(c.now).AddDays(7),
	}}})
	return err
}

// keepsWord is what became of the promises given on site.
func (c *gathering) keepsWord(s *sheetOf) error {
	given, err := c.store.Actions(c.ctx, meeting.WantedActions{Source: s.id, Open: true})
	if err != nil {
		return err
	}
	for _, a := range given {
		if err := c.done(a, s.by, c.w.order.Texts.Records.Talk.Kept); err != nil {
			return err
		}
	}
	return nil
}
