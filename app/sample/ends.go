package sample

import (
	"slices"
	"time"

	"ownerdesk/app"
)

// askClose asks for an end without the owner's satisfaction.
func (l *life) askClose(code app.CloseCode) deed {
	ask := func(at time.Time) (app.Move, error) {
		o := app.CloseOrder{Stand: l.by(l.clerk), Code: code, Reason: l.reason(code)}
		if code == app.ClosedMerged {
			if o.Related = l.earlier(); o.Related == 0 {
				o.Code, o.Reason = app.ClosedWithdrawn, l.reason(app.ClosedWithdrawn)
			}
		}
		return l.c.AskClose(o, l.Ground, at)
	}
	return l.once(app.ToForce, ask)
}

func (l *life) reason(code app.CloseCode) string {
	if code == app.ClosedByApproval && !l.c.Reporter.Reachable() {
		return l.phrase("CL-07-nobody")
	}
	return l.phrase(string(code))
}

// toApprove is the word of somebody else on such an end. Who is declined goes
// on where he stood, and may ask once more.
func (l *life) toApprove() {
	at := l.after(l.now, l.chance.between(20, 380))
	l.at(at, func(at time.Time) (app.Move, error) {
		by := l.head(desk).ID
		if l.c.Level == app.Critical || l.c.Restricted() || l.hand == by {
			by = l.head(manager).ID
		}
		o := app.DecideOrder{Stand: l.by(by), Approve: l.c.State == app.Told && !l.mute || len(l.c.Closings) > 1 || l.chance.of(88), Note: l.phrase("close-yes")}
		if !o.Approve {
			o.Note = l.phrase("close-no")
			l.mute, l.chored = false, 0
		}
		return l.c.DecideClose(o, l.Ground, at)
	})
}

// toReopen lets a few owners come back weeks after their issue was closed.
func (l *life) toReopen() {
	if l.opened || !slices.Contains(app.OwnerCloses, l.c.Close) || !l.chance.of(1.6) {
		return
	}
	at := l.hours.after(l.now, 450*l.chance.between(3, 25))
	if at.After(l.order.Until) {
		return
	}
	l.opened = true
	l.at(at, func(at time.Time) (app.Move, error) {
		return l.c.Reopen(app.ReopenOrder{Stand: l.by(l.clerk), Reason: l.phrase("reopen")}, l.Ground, at)
	})
}
