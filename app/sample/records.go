package sample

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
)

// RecordTexts is what is posted, celebrated, gathered, talked over on site and told of
// a week.
type RecordTexts struct {
	Posted     string // where notices hang
	Notices    []NoticeText
	Activities []ActivityText
	Gatherings []GatherText
	Talk       TalkText
	Weeks      map[string][]WeekText // by key of department, one after the other
}

// Gather makes what the estates post, celebrate, talk over on site, at their monthly
// meetings and of their weeks, as far as its time has come. It asks the same rules as the
// window does. Before each act meanwhile lets happen what came before it elsewhere.
func (w *World) Gather(ctx context.Context, front app.Store, store meeting.Store, meanwhile func(time.Time) error) error {
	store = remember(store, w.order.Until)
	c := &gathering{w: w, ctx: ctx, store: store, given: map[app.DeptID]meeting.ActionID{}}
	c.desk = &meeting.Desk{Front: &app.Desk{Store: front, Now: func() time.Time { return c.now }, Changes: &app.Changes{}}, Store: store}
	c.posts()
	c.celebrates()
	c.talks()
	c.gathers()
	c.tellsOfWeeks()
	c.meets()
	c.looks()
	slices.SortStableFunc(c.acts, func(a, b gathered) int { return a.at.Compare(b.at) })
	for _, a := range c.acts {
		if a.at.After(w.order.Until) {
			return nil
		}
		if a.of.stuck {
			continue
		}
		if err := meanwhile(a.at); err != nil {
			return err
		}
		c.now = a.at
		err := w.heard(a.take(a.of))
		if a.of.stuck = errors.Is(err, errRefused); err != nil && !a.of.stuck {
			return fmt.Errorf("sample record of %s: %w", a.at.Format(time.DateOnly), err)
		}
	}
	return nil
}

// gathering is who does that.
type gathering struct {
	w     *World
	ctx   context.Context
	store meeting.Store
	desk  *meeting.Desk
	now   time.Time
	acts  []gathered
	given map[app.DeptID]meeting.ActionID // by a department's last week
}

// sheetOf is one record on its way.
type sheetOf struct {
	id     meeting.RecordID
	estate app.ProjectID // 0: the first
	by     app.StaffID
	stuck  bool
}

// gathered is what is done to a record at a moment.
type gathered struct {
	at   time.Time
	of   *sheetOf
	take func(*sheetOf) error
}

func (c *gathering) add(of *sheetOf, at time.Time, take func(*sheetOf) error) {
	c.acts = append(c.acts, gathered{at, of, take})
}

// works is a moment of the working day so many days ago, or of the next one.
func (c *gathering) works(ago int, clock workday.Clock) time.Time { return c.w.works(ago, clock) }

func (s *sheetOf) stand() meeting.Stand { return meeting.Stand{Record: s.id, By: s.by} }

func (c *gathering) plan(s *sheetOf, o meeting.PlanOrder) error {
	if o.Project, o.By = s.estate, s.by; s.estate == 0 {
		o.Project = c.w.Projects[0].ID
	}
	m, err := c.desk.Plan(c.ctx, o)
	s.id = m.Head.ID
	return err
}

func (c *gathering) hold(s *sheetOf) error {
	_, err := c.desk.Hold(c.ctx, meeting.HoldOrder{Stand: s.stand()})
	return err
}

func (c *gathering) freeze(s *sheetOf) error {
	_, err := c.desk.Freeze(c.ctx, meeting.FreezeOrder{Stand: s.stand()})
	return err
}

func (c *gathering) minute(s *sheetOf) error {
	_, err := c.desk.Minute(c.ctx, meeting.MinuteOrder{Stand: s.stand()})
	return err
}

// done is a task that was done, and seen by somebody else.
func (c *gathering) done(a meeting.Action, seen app.StaffID, kept string) error {
	if seen == a.Person {
		seen = c.w.head(manager).ID
	}
	if _, err := c.desk.Finish(c.ctx, meeting.FinishOrder{ActionStand: meeting.ActionStand{Action: a.ID, By: a.Person}, DoneBy: a.Person, Progress: kept}); err != nil {
		return err
	}
	_, err := c.desk.Verify(c.ctx, meeting.VerifyOrder{ActionStand: meeting.ActionStand{Action: a.ID, By: seen}, Good: true, Note: kept})
	return err
}

func (c *gathering) headOf(d app.DeptID) app.StaffID {
	for _, s := range c.w.Staff {
		if s.Dept == d && s.Role == app.Head {
			return s.ID
		}
	}
	return c.w.head(engineering).ID
}
