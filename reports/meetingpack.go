package reports

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/reports/paper"
)

// WriteMeetingPack prints all papers of a monthly meeting as one document with an
// outline. Its figures and last action items are those of the newest freeze, so
// that it says the same however often it is printed; what has changed since is
// told apart.
func WriteMeetingPack(out io.Writer, f Facts, s Sitting) error {
	v := f.seat(s, false)
	m := v.month()
	head := v.sheet(formPack, f.Say("pack.title"), paper.A4)
	file := paper.New(paper.Info{Title: joined(" ", head.Title, m.Title, s.Number), Author: head.Office, At: f.At})
	file.Join(
		paper.Part{Sheet: head, Blocks: slices.Concat(
			v.cover(m), v.agenda(), v.accounts(), m.figured(f), m.patterned(f), v.problems(), m.opened(f),
			v.carried(), v.tracker().chapter(v.tracked()), v.opinions(), v.answers(), v.since(),
		)},
		v.signInPart(),
		paper.Part{Sheet: v.sheet(formMinutes, f.Say("paper.minutes"), paper.A4), Blocks: v.minutes()},
	)
	if _, err := file.WriteTo(out); err != nil {
		return fmt.Errorf("print the papers of %s: %w", s.Number, err)
	}
	return nil
}

// month is the frozen report in words, by the targets that were in force.
func (v seated) month() Month {
	f := v.Facts
	f.Ground.Rules = f.Ground.RulesOf(v.s.Kept.Rules)
	return NewMonth(f, v.s.Kept.Report, v.s.PlaceNames)
}

// frozen says when the figures were frozen, and for which time.
func (v seated) frozen() string {
	last, there := v.s.Frozen()
	if !there {
		return v.Say("paper.not-frozen")
	}
	return joined("\u2003", v.Say("paper.frozen", v.Moment(last.At), last.N, v.Staff(last.By)), last.Why)
}

// period is the how manieth meeting of the year, and its number.
func (v seated) period() string {
	return dotted(v.Say("paper.period", v.s.From.Year, v.s.Period), v.s.Number)
}

// begins is when a record begins and ends.
func (v seated) span() string {
	begins, ends := v.Due(v.s.Begins), v.s.Ends
	switch {
	case ends.IsZero():
		return begins
	case v.Day(ends) == v.Day(v.s.Begins):
		return v.Say("list.days", begins, v.Here(ends).Format("15:04"))
	}
	return v.Say("list.days", begins, v.Due(ends))
}

// host is the department that calls the meeting: the desk's.
func (v seated) host() string {
	for id, d := range v.Ground.Departments {
		if d.Desk {
			return v.Dept(id)
		}
	}
	return ""
}

// cover is the first page: which meeting, as of when, and what is in it.
func (v seated) cover(m Month) []paper.Block {
	blocks := []paper.Block{
		paper.Gap(14),
		paper.Para{Text: v.Project(v.s.Project), Bold: true, Centre: true},
		paper.Para{Text: v.Say("paper.of-month", m.Title), Bold: true, Centre: true},
		paper.Gap(10),
		paper.Row{{Label: v.Say("paper.period-no"), Text: v.period(), Strong: true}},
		v.pairs("paper.when", v.span()),
		v.pairs("paper.venue", v.s.Details.Place),
		v.pairs("paper.chair", v.colleague(v.s.Chair), "paper.recorder", v.colleague(v.s.Recorder)),
		v.pairs("paper.host", v.host(), "paper.secrecy", v.Say("paper.secrecy.inside")),
		v.pairs("paper.frozen-at", v.frozen()),
		v.pairs("pack.basis", m.Basis),
		paper.Gap(8),
		paper.Band(v.Say("paper.contents")),
	}
	for i, key := range []string{
		"paper.agenda", "paper.accounts", "pack.figures", "pack.patterns", "paper.problems", "pack.open", "paper.carried", "pack.measures",
		"paper.opinions", "paper.answers", "paper.since", "paper.sign-in", "paper.minutes",
	} {
		blocks = append(blocks, paper.Para{Text: fmt.Sprintf("%d\u2003%s", i+1, v.Say(key))})
	}
	return append(blocks, paper.Break{})
}

// chapter is a part with its rows; nothing to list is said.
func (v seated) chapter(key string, t paper.Table) []paper.Block {
	blocks := []paper.Block{paper.Chapter{Title: v.Say(key)}}
	if len(t.Rows)+t.Blank == 0 {
		return append(blocks, paper.Note(v.Say("paper.nothing")))
	}
	return append(blocks, t)
}

// agenda is what is on the table, and from when.
func (v seated) agenda() []paper.Block {
	t := paper.Table{Columns: []paper.Column{
		v.column("paper.col.at", 18), v.column("paper.col.minutes", 18), v.column("paper.col.item", 0), v.column("paper.col.speaker", 40)}}
	times := v.s.Times()
	for i, item := range meeting.Live(v.s.Agenda) {
		at := ""
		if !v.s.Begins.IsZero() {
			at = v.Here(times[i]).Format("15:04")
		}
		minutes := ""
		if item.Minutes > 0 {
			minutes = ordinal(item.Minutes)
		}
		t.Rows = append(t.Rows, []string{at, minutes, v.item(item), v.free(item.Speaker)})
	}
	return v.chapter("paper.agenda", t)
}

// item is what a row of the agenda is called.
func (v seated) item(i meeting.Item) string {
	if i.Text != "" || i.Key == "" {
		return v.free(i.Text)
	}
	return v.Say("agenda." + i.Key)
}

// accounts are what the departments tell of their month.
func (v seated) accounts() []paper.Block {
	t := paper.Table{Small: true, High: 14, Columns: []paper.Column{
		v.column("paper.col.dept", 24), v.column("paper.col.done", 0), v.column("paper.col.doing", 0), v.column("paper.col.next", 0), v.column("paper.col.needs", 0)}}
	for _, a := range meeting.Live(v.s.Accounts) {
		t.Rows = append(t.Rows, []string{v.Dept(a.Dept), v.free(a.Done), v.free(a.Doing), v.free(a.Next), v.free(a.Needs)})
	}
	return v.chapter("paper.accounts", t)
}

// problem is what a common problem is called.
func (v seated) problem(p meeting.Problem) string {
	what := v.free(p.Title)
	if what == "" {
		what = v.Category(p.Category)
	}
	place := ""
	if p.Where != "" && len(p.Issues) > 0 {
		place = v.free(v.s.Places[p.Issues[0]])
	}
	return dotted(what, place)
}

// problems are those that concern many, with what is to be done.
func (v seated) problems() []paper.Block {
	blocks := []paper.Block{paper.Chapter{Title: v.Say("paper.problems")}}
	for i, p := range meeting.Live(v.s.Problems) {
		blocks = append(blocks, paper.Keep{
			paper.Band(v.Say("paper.problem", i+1, v.problem(p))),
			v.pairs("paper.problem.area", dotted(v.areas(p.Areas), v.households(p.Households)), "paper.problem.cases", v.trend(p)),
			v.text("paper.problem.cause", v.free(p.Cause), 0),
			v.text("paper.problem.taken", v.free(p.Taken), 0),
			v.text("paper.problem.plan", v.free(p.Plan), 0),
			v.pairs("paper.problem.who", dotted(v.Dept(p.Dept), v.free(p.Person)), "paper.problem.due", v.day(p.Due)),
			v.pairs("paper.problem.owners", boxes([]bool{true, false}, v.yes, p.Owners)),
		})
	}
	if len(blocks) == 1 {
		blocks = append(blocks, paper.Note(v.Say("paper.nothing")))
	}
	return blocks
}

func (f Facts) yes(is bool) string {
	if is {
		return f.Say("paper.yes")
	}
	return f.Say("paper.no")
}

func (f Facts) households(n int) string {
	if n == 0 {
		return ""
	}
	return f.Count("paper.households", n)
}

// trend is how many there were, this month and the one before.
func (v seated) trend(p meeting.Problem) string {
	if p.ByHand && p.Cases == 0 && p.Before == 0 {
		return ""
	}
	return v.Say("paper.trend", p.Cases, p.Before)
}

// carried are the action items of earlier meetings, as they stood at the freeze.
func (v seated) carried() []paper.Block {
	blocks := v.chapter("paper.carried", v.actions(v.s.Kept.Actions))
	if t := v.s.Kept.OnTime; t.Den > 0 {
		blocks = append(blocks, paper.Note(v.Say("paper.on-time", t.Num, t.Den)))
	}
	return blocks
}

// tracked are the improvement measures as they stood at the freeze.
func (v seated) tracked() Tracking {
	t := Tracking{Measures: v.s.Kept.Measures}
	if last, there := v.s.Frozen(); there {
		t.At = last.At
	}
	return t
}

func (v seated) tracker() tracker {
	return tracker{v.Facts, v.asked(), v.free, workday.DayOf(v.Here(v.tracked().at(v.Facts)))}
}

// opinions are what owners asked for; those who gave them are areas only.
func (v seated) opinions() []paper.Block {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("list.no", 9), v.column("paper.col.owner", 24), v.column("paper.col.opinion", 0), v.column("paper.col.category", 24),
		v.column("paper.col.reply", 0), v.column("paper.col.by", 18), v.column("paper.col.followed", 22)}}
	for i, o := range meeting.Live(v.s.Opinions) {
		t.Rows = append(t.Rows, []string{ordinal(i + 1), v.owner(o), v.free(o.Text), v.Category(o.Category), v.free(o.Answer), v.free(o.By), broken(o.Number)})
	}
	if v.s.Minuted.IsZero() {
		t.Blank = max(0, 6-len(t.Rows))
	}
	return v.chapter("paper.opinions", t)
}

// answers are the questions that owners have.
func (v seated) answers() []paper.Block {
	t := paper.Table{Small: true, Columns: []paper.Column{
		v.column("list.no", 9), v.column("paper.col.question", 0), v.column("paper.col.answer", 0), v.column("paper.col.basis", 34), v.column("paper.col.by", 20)}}
	for i, a := range meeting.Live(v.s.Answers) {
		t.Rows = append(t.Rows, []string{ordinal(i + 1), v.free(a.Question), v.free(a.Answer), v.free(a.Basis), v.free(a.By)})
	}
	return v.chapter("paper.answers", t)
}

// since is what has changed in the figures since they were frozen.
func (v seated) since() []paper.Block {
	blocks := []paper.Block{paper.Chapter{Title: v.Say("paper.since")}}
	last, there := v.s.Frozen()
	if !there {
		return append(blocks, paper.Note(v.Say("paper.not-frozen")))
	}
	if v.s.Since.Nothing() {
		return append(blocks, paper.Note(v.Say("paper.since.nothing", v.Moment(last.At), v.Moment(v.At))))
	}
	blocks = append(blocks, paper.Note(v.Say("paper.since.note", v.Moment(last.At), v.Moment(v.At))))
	if len(v.s.Since.Rates) > 0 {
		blocks = append(blocks, v.ratesSince())
	}
	for _, list := range []struct {
		key string
		ids []string
	}{{"paper.since.entered", v.numbered(v.s.Since.Entered)}, {"paper.since.left", v.numbered(v.s.Since.Left)}} {
		if len(list.ids) > 0 {
			blocks = append(blocks, paper.Text(v.Say(list.key, len(list.ids)), strings.Join(list.ids, "  "), 0))
		}
	}
	return blocks
}
