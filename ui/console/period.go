package console

import (
	"context"

	"ownerdesk/app"
	"ownerdesk/app/figures"
)

// monthAsked are the options that say which month is reckoned, as of when, and of
// which estate.
type monthAsked struct{ month, asOf, project, households *string }

func monthIn(o *options) monthAsked {
	return monthAsked{o.text("month", ""), o.text("as-of", ""), o.text("project", ""), o.text("households", "")}
}

// only reads the options of a command that takes nothing else.
func (c *call) only(o *options, args []string) error {
	rest, err := c.read(o, args)
	if err == nil && len(rest) > 0 {
		err = misled("console.extra", rest[0])
	}
	return err
}

// openEstate opens the file for reading and finds the estate asked for.
func (c *call) openEstate(ctx context.Context, name string) (Store, app.Ground, app.ProjectID, error) {
	s, g, err := c.openRead(ctx)
	if err != nil {
		return nil, g, 0, err
	}
	estate, err := oneEstate(name, g)
	if err != nil {
		s.Close()
		return nil, g, 0, err
	}
	return s, g, estate, nil
}

// openMonth opens the file for reading and finds the month asked for.
func (c *call) openMonth(ctx context.Context, m monthAsked) (Store, app.Ground, figures.Scope, error) {
	s, g, estate, err := c.openEstate(ctx, *m.project)
	if err != nil {
		return nil, g, figures.Scope{}, err
	}
	scope, err := c.scope(g, *m.month, *m.asOf)
	if err == nil {
		scope.Project = estate
		scope.Households, err = inhabited(ctx, s, estate, *m.households)
	}
	if err != nil {
		s.Close()
		return nil, g, scope, err
	}
	return s, g, scope, nil
}
