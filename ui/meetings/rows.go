package meetings

import (
	"reflect"
	"time"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/meeting"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// rowsForm gives a list back whole, as an editor has it.
func rowsForm[T any](p *Page, name string, e *kit.Editor[T], fill func(*meeting.ChangeOrder)) *form {
	f := newForm(p.s, seat.FormName("record", p.seen.r.ID, name), p.title(name), p.s.Say("meetings.save"), 1)
	f.Width, f.High = seat.SheetFull, 380
	f.Form.Add(name, kit.NewField("", e.Root, ""), 1)
	f.Dirty = unlike(e)
	f.Order = func() doing {
		o := meeting.ChangeOrder{Stand: p.stand()}
		fill(&o)
		return seat.Ask(p.desk.Change, o)
	}
	f.Said = func(meeting.Move) string { return p.said(name) }
	return f
}

// unlike tells whether a list says something else than it does now.
func unlike[T any](e *kit.Editor[T]) func() bool {
	was := e.Each()
	return func() bool { return !reflect.DeepEqual(was, e.Each()) }
}

// area is a cell for a longer text.
func area(rows int, text string) *kit.TextArea {
	a := kit.Area(rows, app.LongestText)
	a.SetText(text)
	return a
}

// amount is a cell for a number; 0 stands there as nothing.
func amount(n int) *kit.NumberInput {
	e := kit.NumberEntry("")
	if n != 0 {
		e.SetNumber(n)
	}
	return e
}

func numberOf(e *kit.NumberInput) int {
	n, _ := e.Number()
	return n
}

// labels are the heads of a list that is written in.
func (p *Page) labels(fields ...string) []string {
	all := make([]string, len(fields))
	for i, f := range fields {
		if f != "" {
			all[i] = label(p.s.Voice, f)
		}
	}
	return all
}

// itemWords is what a row of the agenda is called.
func (p *Page) itemWords(i meeting.Item) string {
	if i.Text != "" {
		return i.Text
	}
	return p.s.Say("agenda." + i.Key)
}

// agendaRow is a row of the agenda and where its beginning is shown.
type agendaRow struct {
	meeting.Item
	clock *kit.Cell
}

// agendaForm writes the agenda; when each row begins follows from those before it.
func agendaForm(p *Page) *form {
	var e *kit.Editor[agendaRow]
	count := func() {
		if e == nil {
			return
		}
		at := p.seen.r.Begins
		for _, row := range e.Each() {
			row.clock.SetText(clockOf(p.s, at))
			at = at.Add(time.Duration(row.Minutes) * time.Minute)
		}
	}
	var have []agendaRow
	for _, i := range meeting.Live(p.seen.r.Agenda) {
		have = append(have, agendaRow{Item: i})
	}
	e = kit.NewEditor(kit.Columns{64, 0, 80, 200}, p.labels("begins", "item", "minutes", "speaker"), p.s.Say("meetings.add.agenda"), func(i agendaRow) kit.EditorRow[agendaRow] {
		clock := kit.NewCell("", kit.SizeBody, kit.Quiet, false)
		words := ""
		if i.Key != "" || i.Text != "" {
			words = p.itemWords(i.Item)
		}
		text, minutes, speaker := kit.Filled(words), amount(i.Minutes), kit.Filled(i.Speaker)
		minutes.OnChanged = func(string) { count() }
		return kit.EditorRow[agendaRow]{
			Cells: []fyne.CanvasObject{clock, text, minutes, speaker},
			Read: func() (agendaRow, bool) {
				now := i
				now.clock, now.Minutes, now.Speaker = clock, numberOf(minutes), speaker.Value()
				if now.Text = text.Value(); i.Key != "" && now.Text == p.s.Say("agenda."+i.Key) {
					now.Text = "" // it goes on to be said in every language
				}
				return now, text.Value() != ""
			},
		}
	}, have).Named("begins", "text", "minutes", "speaker").Movable()
	e.OnArranged = count
	count()
	return rowsForm(p, "agenda", e, func(o *meeting.ChangeOrder) {
		items := []meeting.Item{}
		for _, row := range e.Values() {
			items = append(items, row.Item)
		}
		o.Agenda = &items
	})
}

func clockOf(s *seat.Seat, t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return s.Here(t).Format("15:04")
}

// spokenForm writes up what was said to each row of the agenda.
func spokenForm(p *Page) *form {
	e := kit.NewEditor(kit.Columns{190, 0, 0}, p.labels("item", "points", "conclusion"), "", func(i meeting.Item) kit.EditorRow[meeting.Item] {
		points, conclusion := area(2, i.Points), area(2, i.Conclusion)
		return kit.EditorRow[meeting.Item]{
			Cells: []fyne.CanvasObject{kit.Flush(kit.Wrapped(p.itemWords(i))), points, conclusion},
			Read: func() (meeting.Item, bool) {
				i.Points, i.Conclusion = points.Value(), conclusion.Value()
				return i, true
			},
		}
	}, meeting.Live(p.seen.r.Agenda)).Named("", "points", "conclusion")
	return rowsForm(p, "spoken", e, func(o *meeting.ChangeOrder) { o.Agenda = list(e) })
}

// list is what an editor says, for an order.
func list[T any](e *kit.Editor[T]) *[]T {
	rows := append([]T{}, e.Values()...)
	return &rows
}

// accountsForm writes what the departments report, or the fields of a week.
func accountsForm(p *Page) *form {
	s, weekly := p.s, p.seen.r.Kind == meeting.Weekly
	fields, columns := []string{"dept", "done", "doing", "next-month", "needs"}, kit.Columns{130, 0, 0, 0, 0}
	if weekly {
		fields, columns = []string{"module", "rounds", "found", "mended", "done", "needs"}, kit.Columns{130, 80, 80, 80, 0, 0}
	}
	e := kit.NewEditor(columns, p.labels(fields...), s.Say("meetings.add.accounts"), func(v meeting.Account) kit.EditorRow[meeting.Account] {
		done, doing, next, needs := area(3, v.Done), area(3, v.Doing), area(3, v.Next), area(3, v.Needs)
		rounds, found, mended := amount(v.Rounds), amount(v.Found), amount(v.Mended)
		dept, module := s.MaybeDept(), seat.Maybe(s, meeting.Modules)
		kit.Hold(dept, v.Dept)
		kit.Hold(module, v.Module)
		cells := []fyne.CanvasObject{dept, done, doing, next, needs}
		if weekly {
			cells = []fyne.CanvasObject{module, rounds, found, mended, done, needs}
		}
		return kit.EditorRow[meeting.Account]{Cells: cells, Read: func() (meeting.Account, bool) {
			now := v
			now.Done, now.Needs = done.Value(), needs.Value()
			if weekly {
				now.Dept, now.Module = p.seen.r.Dept, module.Value()
				now.Rounds, now.Found, now.Mended = numberOf(rounds), numberOf(found), numberOf(mended)
				return now, now.Module != "" || now.Done+now.Needs != ""
			}
			now.Dept, now.Doing, now.Next = dept.Value(), doing.Value(), next.Value()
			return now, now.Dept != 0 || now.Done+now.Doing+now.Next+now.Needs != ""
		}}
	}, meeting.Live(p.seen.r.Accounts)).Named(fields...).Movable()
	return rowsForm(p, "accounts", e, func(o *meeting.ChangeOrder) { o.Accounts = list(e) })
}

// answersForm writes the questions that owners have, and what is answered.
func answersForm(p *Page) *form {
	e := kit.NewEditor(kit.Columns{0, 0, 180, 130}, p.labels("question", "answer", "basis", "by"), p.s.Say("meetings.add.answers"), func(v meeting.Answer) kit.EditorRow[meeting.Answer] {
		question, answer, basis, by := area(2, v.Question), area(2, v.Answer), kit.Filled(v.Basis), kit.Filled(v.By)
		return kit.EditorRow[meeting.Answer]{Cells: []fyne.CanvasObject{question, answer, basis, by}, Read: func() (meeting.Answer, bool) {
			now := meeting.Answer{Row: v.Row, Question: question.Value(), Answer: answer.Value(), Basis: basis.Value(), By: by.Value()}
			return now, now.Question+now.Answer+now.Basis+now.By != ""
		}}
	}, meeting.Live(p.seen.r.Answers)).Named("question", "answer", "basis", "by").Movable()
	return rowsForm(p, "answers", e, func(o *meeting.ChangeOrder) { o.Answers = list(e) })
}

// decisionsForm writes what was agreed.
func decisionsForm(p *Page) *form {
	e := kit.NewEditor(kit.Columns{0, 240}, p.labels("decision", "basis"), p.s.Say("meetings.add.decisions"), func(v meeting.Decision) kit.EditorRow[meeting.Decision] {
		text, basis := area(2, v.Text), kit.Filled(v.Basis)
		return kit.EditorRow[meeting.Decision]{Cells: []fyne.CanvasObject{text, basis}, Read: func() (meeting.Decision, bool) {
			now := meeting.Decision{Row: v.Row, Text: text.Value(), Basis: basis.Value()}
			return now, now.Text+now.Basis != ""
		}}
	}, meeting.Live(p.seen.r.Decisions)).Named("text", "basis").Movable()
	return rowsForm(p, "decisions", e, func(o *meeting.ChangeOrder) { o.Decisions = list(e) })
}

// giveForm gives action items.
func giveForm(p *Page) *form {
	s := p.s
	e := kit.NewEditor(kit.Columns{0, 130, 120, 120, 150, 160}, p.labels("what", "dept", "person", "who", "due", "verify"), s.Say("meetings.add.actions"), func(v meeting.NewAction) kit.EditorRow[meeting.NewAction] {
		what, who, verify := area(2, v.What), kit.Filled(v.Who), kit.Filled(v.Verify)
		dept, person, due := s.MaybeDept(), s.StaffChoice(p.seen.r.Dept), kit.NewDateField(s.Dates())
		if p.seen.r.Kind != meeting.Monthly {
			kit.Hold(dept, p.seen.r.Dept)
		}
		return kit.EditorRow[meeting.NewAction]{Cells: []fyne.CanvasObject{what, dept, person, who, due, verify}, Read: func() (meeting.NewAction, bool) {
			day, _ := due.Value()
			now := meeting.NewAction{Due: day, Task: meeting.Task{What: what.Value(), Dept: dept.Value(), Person: person.Value(), Who: who.Value(), Verify: verify.Value()}}
			return now, now.What+now.Who+now.Verify != "" || now.Person != 0 || now.Due != workday.Date{}
		}}
	}, nil).Named("what", "dept", "person", "who", "due", "verify")
	f := newForm(s, seat.FormName("record", p.seen.r.ID, "give"), p.title("actions"), s.Say("meetings.give"), 1)
	f.Width, f.High = seat.SheetFull, 300
	f.Form.Add("actions", kit.NewField("", e.Root, ""), 1)
	f.Dirty = unlike(e)
	f.Order = func() doing { return seat.Ask(p.desk.Give, meeting.GiveOrder{Stand: p.stand(), Actions: e.Values()}) }
	f.Said = func(m meeting.Move) string { return s.Count("meetings.given", len(m.Actions)) }
	return f
}
