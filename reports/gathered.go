package reports

import (
	"fmt"
	"io"
	"strings"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/reports/paper"
	"ownerdesk/reports/say"
	"ownerdesk/reports/sheet"
)

// Gathered is the summary of the opinions of an event (regulation 2.4.2): its head,
// each opinion, and what became of it.
func Gathered(f Facts, s Sitting) Document {
	v := f.seat(s, false)
	t := paper.Table{Columns: []paper.Column{v.column("list.no", 11), v.column("paper.gather.who", 34), v.column("paper.gather.sort", 24),
		v.column("paper.gather.text", 0), v.column("paper.gather.became", 46)}}
	for i, o := range meeting.Live(s.Opinions) {
		t.Rows = append(t.Rows, []string{ordinal(i + 1), lines(v.speaker(o)...), lines(say.Code(v.Voice, o.Sort), v.Category(o.Category)),
			lines(v.free(o.Text), v.free(o.Note)), v.became(o)})
	}
	t.Blank = max(0, 2-len(t.Rows))
	blocks := []paper.Block{
		v.pairs("import.column.event", v.free(s.Title), "import.column.event_kind", say.Code(v.Voice, s.Subject)),
		v.pairs("paper.when", v.span(), "paper.venue", v.free(s.Details.Place)),
		v.pairs("import.column.gathered_by", v.gatherers(), "paper.gather.due", v.answered()),
		v.pairs("paper.gather.tally", v.tally()),
	}
	blocks = append(blocks, v.band("paper.gather.list", t)...)
	blocks = append(blocks, paper.Keep{v.signs(v.Say("paper.sign.recorder"), v.Say("paper.sign.head"))})
	return Document{Sheet: v.sheet(formGathered, v.Say("paper.gather"), paper.A4), Blocks: append(blocks, v.photos()...), Number: s.Number}
}

// speaker is who gave an opinion and how to reach them, as far as may be shown.
func (v seated) speaker(o meeting.Opinion) []string {
	if o.Text == app.Blacked { // it became a restricted issue: who spoke is not known either
		return []string{app.Blacked}
	}
	name := o.Name
	if p, known := v.s.People[o.Person]; known {
		name = p.Name
	}
	said := []string{v.Person(name, name == "", v.Privacy())}
	if o.Phone != "" {
		said = append(said, v.Contact(app.Reporter{Phone: o.Phone}, v.Privacy()))
	}
	return append(said, v.free(v.Short(o.Where(), v.Privacy())))
}

// became is what became of an opinion: its issue and how far that is, or the answer.
func (v seated) became(o meeting.Opinion) string {
	number := or(v.s.Numbers[o.Issue], o.Number)
	if state := v.s.States[o.Issue]; state != "" && number != "" {
		number = dotted(number, v.Say("state."+string(state)))
	}
	switch {
	case o.Became():
		return v.Say("paper.gather.issue", number)
	case o.Aside != "":
		return lines(dotted(say.Code(v.Voice, o.Aside), number), v.free(o.AsideWhy), dotted(v.Staff(o.SettledBy), v.Moment(o.Settled)))
	}
	return v.Say("paper.gather.open")
}

func (v seated) gatherers() string { return dotted(v.Staff(v.s.Recorder), v.s.Helpers) }

// answered is when all was answered for, or until when it is to be.
func (v seated) answered() string {
	if !v.s.Minuted.IsZero() {
		return v.Say("paper.gather.done", v.Due(v.s.MinutesDue), v.Moment(v.s.Minuted))
	}
	return v.Due(v.s.MinutesDue)
}

// tally counts what became of the opinions.
func (v seated) tally() string {
	all := meeting.Live(v.s.Opinions)
	var issues, same, answered int
	for _, o := range all {
		switch {
		case o.Became():
			issues++
		case o.Aside == meeting.AsideSame:
			same++
		case o.Aside != "":
			answered++
		}
	}
	return v.Say("paper.gather.counts", len(all), issues, same, answered, len(all)-issues-same-answered)
}

// WriteGathered writes the same summary as a workbook.
func WriteGathered(out io.Writer, f Facts, s Sitting) error {
	v := f.seat(s, false)
	columns := []sheet.Column{v.titled("list.no", sheet.Int), v.titled("import.column.name", sheet.Text), v.titled("import.column.phone", sheet.Text), v.titled("import.column.room", sheet.Text),
		v.titled("import.column.type", sheet.Text), v.titled("import.column.subject", sheet.Text), v.titled("import.column.opinion", sheet.Text), v.titled("import.column.note", sheet.Text),
		v.titled("paper.gather.became", sheet.Text), v.titled("list.number", sheet.Text), v.titled("paper.gather.at", sheet.Moment), v.titled("paper.gather.by", sheet.Text)}
	var rows [][]any
	for i, o := range meeting.Live(s.Opinions) {
		who, phone := v.speaker(o), ""
		if o.Phone != "" {
			phone = who[1]
		}
		rows = append(rows, []any{i + 1, who[0], phone, who[len(who)-1], say.Code(v.Voice, o.Sort), v.Category(o.Category), v.free(o.Text), v.free(o.Note),
			strings.ReplaceAll(v.became(o), "\n", " · "), or(v.s.Numbers[o.Issue], o.Number), v.cell(o.Settled), v.Staff(o.SettledBy)})
	}
	title := dotted(v.Project(s.Project), s.Title, v.span(), v.gatherers())
	if _, err := sheet.Write(out, v.listed("paper.gather", Month{Title: title}, columns, rows)); err != nil {
		return fmt.Errorf("write the summary of %s: %w", s.Number, err)
	}
	return nil
}
