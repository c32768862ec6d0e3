package improve

import (
	"context"

	"ownerdesk/app"
)

// Shut is what everybody may know of a measure that comes from a restricted issue: that
// it is there, its number, its days and how far it has come.
func (m Measure) Shut() Measure {
	h := m.Head
	shut := Measure{Head: Head{
		ID: h.ID, Version: h.Version, Number: h.Number, Project: h.Project, State: h.State, Made: h.Made, Year: h.Year,
		Source: h.Source, Round: h.Round, Before: h.Before, After: h.After, Plan: Plan{Problem: app.Blacked, What: app.Blacked},
		First: h.First, Due: h.Due, Begun: h.Begun, Finished: h.Finished, Accepted: h.Accepted,
		Ended: h.Ended,
	}}
	for _, a := range m.Acts {
		shut.Acts = append(shut.Acts, Act{N: a.N, Kind: a.Kind, At: a.At})
	}
	return shut
}

// whole reads a measure for the rules. Nobody acts on what he may not read.
func (d *Desk) whole(ctx context.Context, s Stand) (Measure, error) {
	m, err := d.Store.Measure(app.ReadsAll(ctx), s.Measure)
	if err != nil {
		return m, err
	}
	seen, err := d.Store.Measure(app.Reads(ctx, s.By), s.Measure)
	if err != nil {
		return m, err
	}
	var f faults
	f.unless(seen.Problem != app.Blacked || m.Problem == app.Blacked, "by", "restricted")
	return m, f.err()
}
