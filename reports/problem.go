package reports

import (
	"slices"
	"strings"
	"unicode/utf8"

	"ownerdesk/app"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
)

// ownerPart is who came to the desk, and how.
func (v view) ownerPart() []paper.Block {
	contact := v.contact()
	if !v.owner() {
		contact = joined("\u2003", contact, tick(v.Say("slip.reach"), v.r.Contact))
	}
	part := []paper.Block{
		paper.Band(v.Say("slip.owner")),
		paper.Row{v.pair("slip.name", v.name()), v.placeField()},
		v.pairs("slip.contact", contact, "slip.received", dotted(say.Code(v.Voice, v.c.Channel), v.Moment(v.c.Received))),
	}
	if v.c.Reference != "" && !v.owner() {
		part = append(part, v.pairs("slip.reference", v.c.Reference))
	}
	return append(part, v.callers()...)
}

// callers are those who brought the same later, one line each; an owner's copy
// has nothing of others.
func (v view) callers() []paper.Block {
	others := v.c.Others()
	if len(others) == 0 || v.owner() {
		return nil
	}
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("list.no", 10), v.column("slip.name", 34), v.column("list.place", 24), v.column("slip.contact", 38), v.column("slip.callers.at", 30), v.column("slip.callers.said", 0),
	}}
	for _, k := range others {
		t.Rows = append(t.Rows, []string{ordinal(k.N), v.Name(k.Reporter, v.privacy()), v.Short(k.Place, v.door()),
			v.Contact(k.Reporter, v.reach()), v.Moment(k.At), k.Said})
	}
	return []paper.Block{paper.Band(v.Count("callers.title", len(others))), t}
}

// onSlip are the kinds a transfer slip always offers.
var onSlip = []app.Kind{app.Enquiry, app.Suggestion, app.Repair, app.Complaint}

// problemPart is what the owner brought, in his own words.
func (v view) problemPart() []paper.Block {
	kinds := onSlip
	if v.c.Kind != "" && !slices.Contains(kinds, v.c.Kind) {
		kinds = append(slices.Clone(kinds), v.c.Kind)
	}
	kind := choice(v.Facts, kinds, v.c.Kind)
	if v.size == A5 {
		kind = say.Code(v.Voice, v.c.Kind) // half a sheet has no line for what it is not
	}
	high := 45.0
	if v.r.N > 1 {
		high = 30 // the head has two rows more, and the department's part is to stay whole
	}
	return append([]paper.Block{
		paper.Band(v.Say("slip.problem")),
		v.pairs("slip.kind", kind, "slip.category", v.Category(v.c.Category)),
		v.description("slip.description", high),
	}, v.wish("slip.wish")...)
}

// description is the owner's words, and when and how many it concerns.
func (v view) description(label string, high float64) paper.Row {
	d := v.pair(label, v.c.Description)
	d.High = v.room(high)
	var about []string
	if !v.c.Occurred.IsZero() {
		about = append(about, v.Say("slip.occurred", v.Moment(v.c.Occurred)))
	}
	if v.c.Households > 1 {
		about = append(about, v.Count("slip.households", v.c.Households))
	}
	d.Small = dotted(about...)
	return paper.Row{d}
}

// wish stands beside the number of attachments, unless it is long.
func (v view) wish(label string) []paper.Block {
	files := v.Say("slip.none")
	if n := len(v.c.Attachments); n > 0 {
		files = v.Count("slip.files.count", n)
	}
	if utf8.RuneCountInString(v.c.Wish) > 45 || strings.Contains(v.c.Wish, "\n") {
		return []paper.Block{v.text(label, v.c.Wish, 0), v.pairs("slip.files", files)}
	}
	return []paper.Block{v.pairs(label, v.c.Wish, "slip.files", files)}
}
