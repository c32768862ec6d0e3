package sample

import (
	"fmt"
	"slices"
	"time"

	"ownerdesk/app"
)

// look is somebody whose number was looked up, and when that was of use.
type look struct {
	issue  app.IssueID
	person app.PersonID
	at     time.Time
}

// lookedUp is of every how many issues the desk looked up whose it is.
const lookedUp = 9

// looksUp keeps an issue in mind whose reporter was looked up before he was called.
func (w *World) looksUp(c app.Case) {
	if c.Restricted() || c.Reporter.Person == 0 || len(c.FollowUps) == 0 || int(c.ID)%lookedUp != 4 {
		return
	}
	w.looked = append(w.looked, look{c.ID, c.Reporter.Person, c.FollowUps[0].At.Add(-4 * time.Minute)})
}

// looks lets the desk look up names and numbers in full, each time with its reason, which
// the access log keeps.
func (c *gathering) looks() {
	slices.SortFunc(c.w.looked, func(a, b look) int { return int(a.issue - b.issue) })
	for i, l := range c.w.looked {
		clerks := c.w.teams[desk]
		c.add(&sheetOf{}, l.at, func(*sheetOf) error {
			reason := turn(c.w.order.Texts.Phrases["reveal-why"], i)
			err := c.desk.Front.Reveal(c.ctx, app.Access{
				By: turn(clerks, i).ID, Issue: l.issue, Person: l.person, Fields: "name,contact", Reason: reason, Action: "view",
			})
			if err != nil {
				return fmt.Errorf("look at issue %d: %w", l.issue, err)
			}
			return nil
		})
	}
}
