package reports

import (
	"ownerdesk/app/meeting"
	"ownerdesk/reports/paper"
)

// How many lines the first page of a sign-in sheet has, and each further one; at
// least so many stay empty, for those who come uninvited.
const firstLines, furtherLines, moreGuests = 14, 17, 3

// empty is how many lines fill up the page that n guests begin.
func empty(n int) int {
	room := firstLines
	for room < n+moreGuests {
		room += furtherLines
	}
	return room - n
}

// SignIn is the sheet that everybody signs who comes. It goes round, so it says no
// room and no phone.
func SignIn(f Facts, s Sitting) Document {
	p := f.seat(s, false).signInPart()
	return Document{Sheet: p.Sheet, Blocks: p.Blocks[1:], Number: s.Number}
}

func (v seated) signInPart() paper.Part {
	t := paper.Table{High: 9, Blank: empty(len(meeting.Live(v.s.Guests))), Columns: []paper.Column{
		v.column("list.no", 12), v.column("paper.col.name", 40), v.column("paper.col.group", 44), v.column("paper.col.speaks", 44),
		v.column("paper.col.function", 32), v.column("paper.col.sign", 0), v.column("paper.col.came", 30)}}
	for i, g := range meeting.Live(v.s.Guests) {
		function := ""
		if v.bare() || !v.private(g.Group) {
			function = v.free(g.Function)
		}
		t.Rows = append(t.Rows, []string{ordinal(i + 1), v.guest(g), v.code(g.Group), v.speaks(g), function, "", v.stay(g)})
	}
	about := dotted(v.period(), v.span(), v.s.Details.Place)
	return paper.Part{Sheet: v.sheet(formSignIn, v.Say("paper.sign-in"), paper.A4Wide), Blocks: []paper.Block{
		paper.Chapter{Title: v.Say("paper.sign-in"), Unseen: true}, paper.Note(about), t, paper.Note(v.Say("paper.sign-in.note")),
	}}
}

// stay is when somebody came late or left early.
func (v seated) stay(g meeting.Guest) string {
	clock := ""
	if !g.Came.IsZero() {
		clock = v.Here(g.Came).Format("15:04")
	}
	if !g.Left.IsZero() {
		clock += " – " + v.Here(g.Left).Format("15:04")
	}
	return clock
}

func (v seated) code(g meeting.Group) string {
	if g == "" {
		return ""
	}
	return v.Say("code." + string(g))
}
