package sample

import (
	"math/rand/v2"
	"strconv"

	"ownerdesk/app"
)

// MaterialText is something that repairs of a category use, with its price.
type MaterialText struct {
	Category          app.Category // the first level; empty for any
	What, Unit, Price string
}

// cost is what most repairs cost when they are reported done. Its chance is the
// issue's own, so that all else about the office stays as it was.
func (l *life) cost() *app.CostEntry {
	if _, said := l.c.Cost(); said || l.c.Kind != app.Repair || l.stage != nil {
		return nil
	}
	c := chance{rand.New(rand.NewPCG(l.order.Seed, uint64(l.c.ID)))}
	if c.of(12) { // nobody wrote it down
		return nil
	}
	e := &app.CostEntry{Hours: strconv.FormatFloat(float64(c.between(2, 16))/4, 'f', -1, 64), Rate: "60", Charge: app.ChargeNo}
	for _, m := range l.materials(c) {
		e.Materials = append(e.Materials, app.MaterialEntry{What: m.What, Quantity: strconv.Itoa(c.between(1, 4)), Unit: m.Unit, Price: m.Price})
	}
	if c.of(5) {
		e.Other, e.OtherWhat = strconv.Itoa(c.between(2, 30)*50), one(c, l.order.Texts.Phrases["cost-other"])
	}
	l.charge(c, e)
	return e
}

// materials are up to three things, each once.
func (l *life) materials(c chance) (used []MaterialText) {
	var all []MaterialText
	for _, m := range l.order.Texts.Materials {
		if m.Category == l.c.Category.Subject() || m.Category == "" {
			all = append(all, m)
		}
	}
	c.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all[:min(c.between(0, 3), len(all))]
}

// charge lets owners pay for most of what is done inside their rooms: all of it, or
// the material alone.
func (l *life) charge(c chance, e *app.CostEntry) {
	if l.c.Place.Door == "" || !c.of(65) {
		return
	}
	reckoned, _ := e.Reckon()
	e.Receipt = "SJ" + strconv.Itoa(100000+int(l.c.ID))
	if reckoned.Material > 0 && c.of(40) {
		e.Charge, e.Charged = app.ChargePart, reckoned.Material.String()
		return
	}
	e.Charge = app.ChargeYes
}
