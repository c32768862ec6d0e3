package statistics

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app/audit"
	"ownerdesk/reports"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// turnAudit leads from what the records show to what a person answers for, and back.
func (p *Page) turnAudit(r audit.Report) fyne.CanvasObject {
	s := p.seat
	words, icon := s.Say("audit.turn", r.Answered(), len(r.ByHand)), theme.DocumentCreateIcon()
	if p.asked {
		words, icon = s.Say("audit.seen"), theme.NavigateBackIcon()
	}
	return kit.Button(words, icon, func() {
		p.asked, p.row, p.list = !p.asked, 0, nil
		s.Window.Canvas().Unfocus()
		p.showAudit(r, nil)
	})
}

// questions lists what a person answers for; a row opens its answer.
func (p *Page) questions(r audit.Report) *kit.Table {
	s := p.seat
	t := kit.NewTable(kit.RowDense,
		kit.Column{Title: s.Say("audit.col.duty"), Width: 420}, kit.Column{Title: s.Say("audit.col.answer"), Width: 72},
		kit.Column{Title: s.Say("audit.col.by"), Width: 190}, kit.Column{Title: s.Say("audit.col.remark")},
	).OneClick()
	t.SetRows(questions{p.auditFacts(), r.ByHand})
	t.OnOpen = func(i int) {
		p.row = i
		p.answerForm(r, i).Show()
	}
	return t
}

// ask shows the questions under a bar and brings the keyboard to them, but not from
// whoever turns the months.
func (p *Page) ask(bar fyne.CanvasObject, r audit.Report) {
	t, had := p.questions(r), p.list
	p.list = t
	p.onStage(container.NewBorder(bar, nil, nil, nil, t))
	t.Select(p.row) // it has its place now, and the row comes into sight
	if has := p.seat.Window.Canvas().Focused(); p.back || has == nil || has == fyne.Focusable(had) {
		p.seat.Focus(t)
	}
	p.back = false
}

func (p *Page) auditFacts() reports.Facts {
	return reports.Facts{Voice: p.seat.Voice, By: p.seat.Staff, At: p.seat.Now(), Open: true}
}

// questions words the rows of what a person answers for.
type questions struct {
	reports.Facts
	all []audit.Question
}

// answerTones are those of the answers.
var answerTones = map[audit.Said]kit.Tone{audit.Yes: kit.Good, audit.No: kit.Bad, audit.None: kit.Plain}

// Count is how many rows there are.
func (q questions) Count() int { return len(q.all) }

// At words one row.
func (q questions) At(i int) []kit.Piece {
	one := q.all[i]
	a, there := one.Last()
	if !there {
		return []kit.Piece{kit.SaidBold(q.Duty(one.Duty)), kit.SaidQuiet(q.Say("number.none")), kit.Said(""), kit.Said("")}
	}
	return []kit.Piece{
		kit.SaidBold(q.Duty(one.Duty)), kit.SaidIn(answerTones[a.Said], q.AuditSaid(a.Said)),
		kit.Said(q.AnsweredBy(a)), kit.Said(strings.ReplaceAll(a.Basis, "\n", " ")),
	}
}

// answerForm asks about one duty, for the period and the estate looked at.
func (p *Page) answerForm(r audit.Report, row int) *seat.Act[audit.Answer] {
	s, f, q := p.seat, p.auditFacts(), r.ByHand[row]
	about := r.About(q.Name, s.Ground.Calendar.Loc)
	a := seat.NewAct[audit.Answer](s, 1, seat.ActWords{
		Title: s.Say("audit.answer"), Verb: s.Say("audit.answer.verb"),
		Draft: seat.FormName("audit", about.Duty, about.Project, about.First, about.Last),
		Label: func(field string) string { return s.Say("audit.field." + field) },
	})
	a.Tell(f.Duty(q.Duty))
	a.Tell(s.Say("audit.answer.about", about.First.String(), about.Last.String(), p.estate(r)))
	said := kit.NewRadios(audit.Answers, f.AuditSaid)
	a.Add("said", said, 1)
	basis := a.Area("basis", 4, 1)
	a.Form.Field("basis").SetHint(s.Say("audit.basis.hint"))
	for _, was := range q.Answers {
		a.Tell(s.Dotted(s.Dotted(f.AuditSaid(was.Said), f.AnsweredBy(was)), was.Basis))
	}
	d := audit.Desk{Front: s.Desk, Store: p.asks}
	a.Order = func() seat.Doing[audit.Answer] {
		return seat.Ask(d.Answer, audit.AnswerOrder{Asked: about, By: s.Staff.ID, Said: said.Value(), Basis: basis.Value()})
	}
	a.Kept = func(audit.Answer) {
		p.back = true // the list comes anew
		s.Focus(p.list)
	}
	a.Said = func(got audit.Answer) string {
		return s.Say("audit.answer.done", f.Duty(q.Duty), f.AuditSaid(got.Said))
	}
	return a
}

// estate is what the check is about.
func (p *Page) estate(r audit.Report) string {
	if r.Project == 0 {
		return p.seat.Say("shell.estates.all")
	}
	return p.seat.Voice.Project(r.Project)
}
