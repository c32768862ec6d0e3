package sample

import (
	"time"

	"ownerdesk/app"
)

// helper is somebody of a helping department.
func (l *life) helper(d app.DeptID) app.Staff {
	for team, dept := range l.depts {
		if dept == d && team != desk {
			return l.worker(team)
		}
	}
	return l.head(desk)
}

// helpSigned is a helping department's receipt for its copy.
func (l *life) helpSigned(h app.Help) deed {
	return func(at time.Time) (app.Move, error) {
		if now, open := l.share(h); !open || !now.Signed.IsZero() {
			return app.Move{}, errPass
		}
		return l.c.SignHelp(app.HelpOrder{Stand: l.by(l.clerk), Dept: h.Dept, Name: l.helper(h.Dept).Name}, l.Ground, at)
	}
}

// helped is a helping department's own feedback.
func (l *life) helped(h app.Help) deed {
	return func(at time.Time) (app.Move, error) {
		if _, open := l.share(h); !open {
			return app.Move{}, errPass
		}
		return l.c.FeedBackHelp(app.HelpOrder{Stand: l.by(l.helper(h.Dept).ID), Dept: h.Dept, Situation: l.phrase("helped")}, l.Ground, at)
	}
}

// share is a department's share as it stands now; false where it is over.
func (l *life) share(of app.Help) (app.Help, bool) {
	for _, h := range l.c.OpenHelps() {
		if h.N == of.N {
			return h, true
		}
	}
	return app.Help{}, false
}

// helpWhy is why a round is done though a helping department is not.
func (l *life) helpWhy() string {
	if len(l.c.OpenHelps()) == 0 {
		return ""
	}
	return l.phrase("help-why")
}
