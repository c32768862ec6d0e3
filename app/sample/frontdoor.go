package sample

import (
	"context"
	"time"

	"ownerdesk/app"
)

// frontDoor is a Desk with nothing behind it but the issue at hand, for the acts
// that only a Desk can do.
func (l *life) frontDoor(at time.Time, do func(context.Context, *app.Desk) (app.Move, error)) (app.Move, error) {
	d := app.Desk{Store: hand{l: l}, Now: func() time.Time { return at }}
	return do(context.Background(), &d)
}

// hand is a store of one issue, which keeps nothing: the year does.
type hand struct {
	app.Store
	l *life
}

// Case is the issue at hand.
func (h hand) Case(context.Context, app.IssueID) (app.Case, error) { return h.l.c, nil }

// Ground is the made-up office's.
func (h hand) Ground(context.Context) (app.Ground, error) { return h.l.Ground, nil }

// Keep gives the move back as it was decided.
func (h hand) Keep(_ context.Context, m app.Move) (app.Move, error) { return m, nil }
