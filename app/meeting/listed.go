package meeting

import (
	"context"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/app/figures"
	"ownerdesk/app/register"
	"ownerdesk/app/workday"
)

// Listed is one issue of the month as it stood when the figures were frozen: what
// papers print of it, and no more. People and rooms are masked before they are kept.
type Listed struct {
	app.Line
	Left workday.Left // until its step was due, or since
}

// listed are the issues that had come in, in the order in which they came.
func (d *Desk) listed(ctx context.Context, of figures.Bounds, c workday.Calendar) ([]Listed, error) {
	ctx = app.Reads(ctx, 0) // what is frozen goes round
	all := []Listed{}       // a month without issues has a list, too
	for l, err := range d.Store.EachLine(ctx, of.Filter(), app.Order{By: app.ByReceived}, of.At) {
		if err != nil {
			return nil, fmt.Errorf("list the issues: %w", err)
		}
		one := Listed{Line: masked(l)}
		if !l.StepDue.IsZero() {
			one.Left = c.Left(of.At, l.StepDue)
		}
		all = append(all, one)
	}
	return all, nil
}

// masked is a line without what the papers of a month hide: whose it is, which room,
// and both within what was told.
func masked(l app.Line) app.Line {
	name, door := l.Name, l.Place.Short()
	l.Version, l.Holder, l.CallBack, l.Name = 0, 0, time.Time{}, register.MaskName(name)
	if l.Anonymous {
		l.Name = ""
	}
	l.Place = maskedPlace(l.Place)
	for _, text := range []*string{&l.Description, &l.Materials} {
		*text = hidden(*text, name, register.MaskName(name), 5) // Ann is in many a word
		*text = hidden(*text, door, l.Place.Short(), 4)
		*text = register.MaskMobiles(register.MaskDoors(*text))
	}
	return l
}

// maskedPlace is a place without its room.
func maskedPlace(p app.Place) app.Place {
	if p.Room = 0; p.Door != "" {
		p.Door = "**"
	}
	p.Text = register.MaskDoors(p.Text)
	return p
}

// hidden puts what is shown of a word in its place. A single character is in many a
// text, and so are fewer than so many Latin letters.
func hidden(text, word, shown string, latin int) string {
	least := 2
	if word != "" && word[0] < utf8.RuneSelf {
		least = latin
	}
	if utf8.RuneCountInString(word) < least {
		return text
	}
	return strings.ReplaceAll(text, word, shown)
}
