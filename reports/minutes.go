package reports

import (
	"slices"

	"ownerdesk/app/meeting"
	"ownerdesk/reports/paper"
)

// Minutes are what a meeting came to; before it is held, the form to write on.
func Minutes(f Facts, s Sitting) Document { return f.seat(s, false).minutesDocument() }

// PublicMinutes are the minutes as they may hang on a wall: no names, no rooms, no
// phones, nothing on who is to blame.
func PublicMinutes(f Facts, s Sitting) Document {
	f.Open = false
	return f.seat(s, true).minutesDocument()
}

func (v seated) minutesDocument() Document {
	title := v.Say("paper.minutes")
	if v.public {
		title = v.Say("paper.minutes.public")
	}
	return Document{Sheet: v.sheet(formMinutes, title, paper.A4), Blocks: v.minutes()[1:], Number: v.s.Number}
}

// minutes begin with a chapter, for where they are bound into the pack.
func (v seated) minutes() []paper.Block {
	blocks := []paper.Block{paper.Chapter{Title: v.Say("paper.minutes"), Unseen: true}}
	blocks = append(blocks, v.about()...)
	blocks = append(blocks, v.attendance()...)
	blocks = append(blocks, v.discussed()...)
	if v.public {
		blocks = append(blocks, v.heard()...)
	}
	blocks = append(blocks, v.decided()...)
	blocks = append(blocks, v.given()...)
	return append(blocks, v.closing()...)
}

// about is which meeting it was.
func (v seated) about() []paper.Block {
	blocks := []paper.Block{v.pairs("paper.period-no", v.period()), v.pairs("paper.when", v.span(), "paper.venue", v.venue(v.s.Details.Place))}
	if v.public {
		return append(blocks, v.pairs("paper.host", v.host()))
	}
	return append(blocks, v.pairs("paper.chair", v.Staff(v.s.Chair), "paper.recorder", v.Staff(v.s.Recorder)))
}

// attendance is who came, was excused, was missing, and sat in.
func (v seated) attendance() []paper.Block {
	var came, sat, excused, absent []meeting.Guest
	for _, g := range meeting.Live(v.s.Guests) {
		switch {
		case g.Presence == meeting.Came && g.Invited:
			came = append(came, g)
		case g.Presence == meeting.Came:
			sat = append(sat, g)
		case g.Presence == meeting.Excused:
			excused = append(excused, g)
		case g.Presence == meeting.Absent:
			absent = append(absent, g)
		}
	}
	var blocks []paper.Block
	for _, list := range []struct {
		key    string
		guests []meeting.Guest
	}{{"paper.came", came}, {"paper.excused", excused}, {"paper.absent", absent}, {"paper.sat-in", sat}} {
		text := v.present(list.guests)
		if text == "" && !v.s.Held.IsZero() {
			if v.public {
				continue
			}
			text = v.Say("slip.none")
		}
		blocks = append(blocks, v.pairs(list.key, text))
	}
	return blocks
}

// present names guests; on what is made public only how many of which group.
func (v seated) present(all []meeting.Guest) string {
	var said []string
	for _, group := range meeting.Groups {
		n := 0
		for _, g := range all {
			if g.Group != group {
				continue
			}
			if n++; !v.public {
				said = append(said, v.beside(v.guest(g), v.speaks(g)))
			}
		}
		if n > 0 && v.public {
			said = append(said, v.Say("paper.so-many", v.code(group), n))
		}
	}
	return v.List(said)
}

// beside is a name with what it speaks for.
func (v seated) beside(name, of string) string {
	if of == "" {
		return name
	}
	return v.Say("person.as", name, of)
}

// discussed is what was said to each item. What is made public gives the
// conclusions only.
func (v seated) discussed() []paper.Block {
	blank := v.s.Held.IsZero()
	if v.public {
		t := paper.Table{Columns: []paper.Column{v.column("paper.col.item", 56), v.column("paper.col.conclusion", 0)}}
		for _, i := range meeting.Live(v.s.Agenda) {
			if said := v.free(i.Conclusion); said != "" {
				t.Rows = append(t.Rows, []string{v.item(i), said})
			}
		}
		return v.band("paper.discussed", t)
	}
	t := paper.Table{Columns: []paper.Column{v.column("paper.col.item", 38), v.column("paper.col.points", 0), v.column("paper.col.conclusion", 48)}}
	if blank {
		t.High = 16
	}
	for _, i := range meeting.Live(v.s.Agenda) {
		t.Rows = append(t.Rows, []string{v.item(i), v.free(i.Points), v.free(i.Conclusion)})
	}
	return v.band("paper.discussed", t)
}

// heard are opinions and questions with their answers, for everybody to read.
func (v seated) heard() []paper.Block {
	said := paper.Table{Columns: []paper.Column{v.column("paper.col.owner", 30), v.column("paper.col.opinion", 0), v.column("paper.col.reply", 0)}}
	for _, o := range meeting.Live(v.s.Opinions) {
		said.Rows = append(said.Rows, []string{v.owner(o), v.free(o.Text), v.free(o.Answer)})
	}
	asked := paper.Table{Columns: []paper.Column{v.column("paper.col.question", 0), v.column("paper.col.answer", 0)}}
	for _, a := range meeting.Live(v.s.Answers) {
		asked.Rows = append(asked.Rows, []string{v.free(a.Question), v.free(a.Answer)})
	}
	return append(v.band("paper.opinions", said), v.band("paper.answers", asked)...)
}

// band heads a table; one without rows is left out.
func (v seated) band(key string, t paper.Table) []paper.Block {
	if len(t.Rows)+t.Blank == 0 {
		return nil
	}
	return []paper.Block{paper.Band(v.Say(key)), t}
}

func (v seated) decided() []paper.Block {
	t := paper.Table{Columns: []paper.Column{v.column("list.no", 11), v.column("paper.col.decision", 0)}}
	if !v.public {
		t.Columns = append(t.Columns, v.column("paper.col.basis", 48))
	}
	for i, d := range meeting.Live(v.s.Decisions) {
		t.Rows = append(t.Rows, []string{ordinal(i + 1), v.free(d.Text), v.free(d.Basis)}[:len(t.Columns)])
	}
	if v.s.Held.IsZero() && len(t.Rows) == 0 {
		t.Blank = 3
	}
	return v.band("paper.decisions", t)
}

// given are the action items that the meeting gave.
func (v seated) given() []paper.Block {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("paper.col.action", 22), v.column("paper.col.what", 0), v.column("paper.col.who", 36), v.column("paper.col.due", 23)}}
	if !v.public {
		t.Columns = append(t.Columns, v.column("paper.col.verify", 36))
	}
	for _, a := range v.s.Given {
		t.Rows = append(t.Rows, []string{broken(a.Number), v.free(a.What), v.whom(a.Task), v.day(firstDue(a)), v.free(a.Verify)}[:len(t.Columns)])
	}
	if v.s.Held.IsZero() && len(t.Rows) == 0 {
		t.Blank = 4
	}
	return v.band("paper.given", t)
}

// closing is what stays open, when one meets again, and who signs.
func (v seated) closing() []paper.Block {
	next := v.pairs("paper.next", dotted(v.Due(v.s.Next), v.venue(v.s.NextPlace)))
	if v.public {
		var blocks []paper.Block
		if !v.s.Next.IsZero() {
			blocks = append(blocks, paper.Gap(2), next)
		}
		return append(blocks, paper.Note(v.Say("paper.public.note")))
	}
	none := ""
	if !v.s.Minuted.IsZero() {
		none = v.Say("slip.none")
	}
	return []paper.Block{paper.Keep{
		paper.Gap(2),
		v.text("paper.unsettled", or(v.free(v.s.Unsettled), none), 10),
		next,
		v.pairs("paper.goes", or(v.free(v.s.Goes), none)),
		v.signs(v.Say("paper.sign.recorder"), v.Say("paper.sign.chair")),
	}}
}

// or is the first that says something.
func or(said ...string) string {
	if at := slices.IndexFunc(said, func(s string) bool { return s != "" }); at >= 0 {
		return said[at]
	}
	return ""
}
