package sample

import (
	"time"

	"ownerdesk/app"
)

// toScene lets somebody of the department get to an emergency, mostly in time, once
// the desk has passed it on. By number, so that nothing else of the year hangs on it.
func (l *life) toScene() bool {
	n, out := int(l.c.ID), l.c.Step == app.StepSign || l.c.Step == app.StepHandle
	switch {
	case l.c.Scene == "" || !out || l.c.Scene == app.SceneControl && l.c.Step == app.StepSign:
		return false
	case l.c.Scene == app.SceneArrive:
		l.at(l.c.Received.Add(time.Duration(11+n*7%19)*time.Minute), l.arriveThere)
	default:
		l.at(l.c.Site.Arrived.Add(time.Duration(12+n*11%96)*time.Minute), l.controlIt)
	}
	return true
}

func (l *life) arriveThere(at time.Time) (app.Move, error) {
	team := l.teams[l.team]
	who := team[int(l.c.ID)%len(team)]
	return l.c.Arrive(app.SceneOrder{Stand: l.by(l.clerk), Who: who.Name}, l.Ground, at)
}

func (l *life) controlIt(at time.Time) (app.Move, error) {
	ways := l.order.Texts.Phrases["control"]
	return l.c.Control(app.SceneOrder{Stand: l.by(l.clerk), How: ways[int(l.c.ID)%len(ways)]}, l.Ground, at)
}
