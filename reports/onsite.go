package reports

import (
	"strings"

	"ownerdesk/app/meeting"
	"ownerdesk/reports/paper"
)

// OnSite is the record of a talk on site (regulation 4.3), with its photos.
func OnSite(f Facts, s Sitting) Document {
	v := f.seat(s, false)
	d := s.Details
	blocks := []paper.Block{
		v.pairs("paper.subject", v.free(d.Title), "paper.case", s.Numbers[s.Issue]),
		v.pairs("paper.when", v.span(), "paper.site", v.free(d.Place)),
		v.text("paper.prepared", v.free(d.Prepared), 10),
		v.pairs("paper.ours", v.party(func(g meeting.Group) bool { return g == "GU-STAFF" || g == meeting.HeadGuest })),
		v.pairs("paper.theirs", v.party(func(g meeting.Group) bool { return g == meeting.OwnerGuest || g == meeting.CommitteeGuest }),
			"paper.third", v.party(func(g meeting.Group) bool { return g == "GU-THIRD" || g == "GU-COMMUNITY" || g == "GU-OTHER" })),
		v.text("paper.found", v.free(d.Text), 24),
	}
	blocks = append(blocks, v.wanted()...)
	blocks = append(blocks, v.agreed()...)
	blocks = append(blocks, v.text("paper.differences", v.free(d.Unsettled), 10))
	blocks = append(blocks, v.given()...)
	blocks = append(blocks, paper.Keep{
		v.pairs("paper.next-talk", dotted(v.Due(d.Next), d.NextPlace)),
		v.signs(v.Say("paper.sign.ours"), v.Say("paper.sign.owner"), v.Say("paper.recorder")+"\u2003"+v.Staff(d.Recorder)),
		v.pairs("paper.refused", joined("\u2003", tick(v.Say("paper.refused.tick"), d.Refused != ""), v.free(d.Refused))),
		paper.Note(v.Say("paper.no-blame")),
	})
	return Document{Sheet: v.sheet(formOnSite, v.Say("paper.on-site"), paper.A4), Blocks: append(blocks, v.photos()...), Number: s.Number}
}

// party are the guests of some groups, with what they are.
func (v seated) party(of func(meeting.Group) bool) string {
	var said []string
	for _, g := range meeting.Live(v.s.Guests) {
		if of(g.Group) {
			said = append(said, v.beside(v.guest(g), v.speaks(g)))
		}
	}
	return v.List(said)
}

// wanted is what the owners said, in their own words.
func (v seated) wanted() []paper.Block {
	t := paper.Table{Columns: []paper.Column{v.column("paper.col.owner", 34), v.column("paper.col.opinion", 0), v.column("paper.col.reply", 50)}}
	for _, o := range meeting.Live(v.s.Opinions) {
		t.Rows = append(t.Rows, []string{v.owner(o), v.free(o.Text), v.free(o.Answer)})
	}
	t.Blank = max(0, 2-len(t.Rows))
	return v.band("paper.wanted", t)
}

func (v seated) agreed() []paper.Block {
	t := paper.Table{Columns: []paper.Column{v.column("list.no", 11), v.column("paper.col.agreed", 0)}}
	for i, d := range meeting.Live(v.s.Decisions) {
		t.Rows = append(t.Rows, []string{ordinal(i + 1), v.free(d.Text)})
	}
	t.Blank = max(0, 2-len(t.Rows))
	return v.band("paper.agreed", t)
}

// photos are those that could be read, four on a page; the other files are listed,
// and so are those that not everybody may see.
func (v seated) photos() []paper.Block {
	var shown paper.Photos
	var rest []string
	for _, a := range v.s.Files {
		name := dotted(v.free(strings.TrimSpace(a.Name+" "+a.Note)), v.Moment(a.At))
		p, there := v.s.Photos[a.N]
		switch {
		case a.Closed:
			rest = append(rest, v.Say("paper.photo.closed", name))
		case there:
			p.Caption = name
			shown = append(shown, p)
		default:
			rest = append(rest, name)
		}
	}
	var blocks []paper.Block
	if len(rest) > 0 {
		blocks = append(blocks, paper.Text(v.Say("paper.files"), lines(rest...), 0))
	}
	if len(shown) > 0 {
		blocks = append(blocks, paper.Break{}, paper.Band(v.Say("paper.photos", len(shown))), shown)
	}
	return blocks
}
