package sample

import (
	"time"

	"ownerdesk/app"
)

// disturbing says of a repair that is planned whether it will disturb others.
func (l *life) disturbing() app.Said {
	r, _ := l.c.Current()
	switch {
	case r.Disturbs != "":
		return r.Disturbs
	case l.c.Kind != app.Repair:
		return ""
	case l.stage == nil && l.chance.of(14), l.stage != nil && l.stage.step == app.StepNotice:
		return app.SaidYes
	}
	return app.SaidNo
}

// quiet is the answer of a feedback where nobody said so before.
func (l *life) quiet() app.Said {
	if l.c.AsksDisturb(l.Ground) {
		return app.SaidNo
	}
	return ""
}

// toNotice tells those whom a repair will disturb, mostly before it begins.
func (l *life) toNotice() {
	l.at(l.after(l.now, l.chance.between(5, 60)), func(at time.Time) (app.Move, error) {
		from := l.after(at, l.chance.between(60, 500)).Truncate(time.Minute)
		if l.chance.of(6) {
			from = at.Add(-time.Duration(l.chance.between(10, 60)) * time.Minute).Truncate(time.Minute)
		}
		block := l.c.Place.Block
		if block == "" {
			block = l.c.Place.Text
		}
		spot := gaps{"block": block}
		return l.c.Disturb(app.DisturbOrder{
			Stand: l.by(l.clerk), Disturbs: app.SaidYes, Part: l.fill(l.phrase("notice-part"), spot), From: from,
			To:   from.Add(time.Duration(l.chance.between(1, 5)) * time.Hour),
			Whom: l.fill(l.phrase("notice-whom"), spot), Told: at, How: app.Notice,
		}, l.Ground, at)
	})
}

// toInspect is the desk's own look at a repair that was reported done.
func (l *life) toInspect() {
	l.at(l.pace(l.usually(l.chance.between(5, 120), 2)), func(at time.Time) (app.Move, error) {
		fb, _ := l.c.LastFeedback()
		o := app.InspectOrder{Stand: l.by(l.reviewer()), Inspected: at, Passed: app.SaidYes, Place: l.c.Place.Short(),
			Result: l.phrase("inspect-yes"), NoPhoto: l.phrase("inspect-no-photo")}
		if o.Inspected.Before(fb.Completed) {
			o.Inspected = fb.Completed
		}
		if n := len(l.c.Attachments); n > 0 {
			o.Photo, o.NoPhoto = n, ""
		}
		r, _ := l.c.Current()
		if l.stage == nil && r.Rework == 0 && l.chance.of(4) {
			o.Passed, o.Result = app.SaidNo, l.phrase("inspect-no")
		}
		return l.c.Inspect(o, l.Ground, at)
	})
}
