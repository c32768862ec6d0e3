package sample

import (
	"context"
	"errors"
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

// errRefused says that the rules refused an act, which was heard.
var errRefused = errors.New("refused by the rules")

// heard lets it be known which act the rules refused, rather than let a whole office
// fail for it: what is not allowed is left undone there as it would be at a desk.
func (w *World) heard(err error) error {
	var f app.Faults
	if !errors.As(err, &f) {
		return err
	}
	if w.order.Refused != nil {
		w.order.Refused(err)
	}
	return errRefused
}
