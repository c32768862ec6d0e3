package surveys

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// tried are the outcomes of an attempt by their digits, from 1.
var tried = append(annual.Outcomes[:len(annual.Outcomes):len(annual.Outcomes)], annual.Later)

// visited is a household with what was tried there.
type visited struct {
	annual.Address
	attempts []annual.Attempt
	answered bool // its sheet is there
}

// visit shows what was tried at a household, and notes a further attempt; then kept
// is told.
func (p *Page) visit(a annual.Address, privacy say.Privacy, outcome annual.Outcome, kept func()) {
	kit.Do(p.s.Tasks, func(ctx context.Context) (v visited, err error) {
		v.Address = a
		if v.Unit, v.attempts, err = p.asks.Unit(ctx, p.id, a.Unit.N); err != nil || v.Unit.Outcome != annual.Done {
			return v, err
		}
		v.answered, err = p.asks.Answered(ctx, p.id, a.Unit.N)
		return v, err
	}, func(v visited, err error) {
		switch {
		case err != nil:
			p.s.Fail(nil, err)
		case bar(tryAttempt(p.trial(), v.Unit)) != nil || v.answered || v.Unit.ReplacedBy != 0:
			p.story(v, privacy)
		default:
			f := visitForm(p, v, privacy, outcome)
			f.Kept = func(annual.Move) { kept() }
			p.ask(f)
		}
	})
}

// heading is which household it is.
func (p *Page) heading(v visited, privacy say.Privacy) string {
	no := ""
	if v.No > 0 {
		no = strconv.Itoa(v.No)
	}
	return p.s.Dotted(no, p.s.Short(v.Place, privacy), stratumWords(p.s.Voice, p.seen.survey.Strata[v.Unit.Stratum]))
}

// tale is what was tried so far, one attempt a line.
func (p *Page) tale(v visited) string {
	s := p.s
	if len(v.attempts) == 0 {
		return s.Say("surveys.attempts.none")
	}
	lines := make([]string, len(v.attempts))
	for i, a := range v.attempts {
		lines[i] = s.Say("surveys.attempt", a.N, s.Dotted(s.Moment(a.At), say.Code(s.Voice, a.Mode), say.Code(s.Voice, a.Outcome), s.Voice.Staff(a.By), a.Note))
	}
	return strings.Join(lines, "\n")
}

// story shows what was tried where nothing more can be.
func (p *Page) story(v visited, privacy say.Privacy) {
	var sheet *kit.Sheet
	sheet = kit.NewSheet(p.s.Window.Canvas(), kit.SheetWords{
		Title: p.heading(v, privacy), Primary: p.s.Say("meetings.close"), Cancel: p.s.Say("issue.cancel"),
	}, seat.SheetNarrow, kit.Flush(kit.Wrapped(p.tale(v))), func() { sheet.Close() })
	sheet.Cancel.Hide()
	sheet.Open()
}

// visitForm notes an attempt: the outcome by its digit.
func visitForm(p *Page, v visited, privacy say.Privacy, outcome annual.Outcome) *form {
	s := p.s
	f := newForm(s, seat.FormName("survey", p.seen.survey.ID, "visit", v.Unit.N), p.heading(v, privacy), s.Say("surveys.verb.attempt"), 2)
	f.Tell(p.tale(v))
	came := kit.NewRadios(tried, func(o annual.Outcome) string {
		for i, one := range tried {
			if one == o {
				return s.Say("surveys.outcome.digit", i+1, say.Code(s.Voice, o))
			}
		}
		return ""
	})
	came.SetValue(outcome)
	f.Add("outcome", came, 2).SetHint(s.Say("surveys.outcome.hint", p.seen.survey.Plan.Attempts))
	modes := p.seen.survey.Plan.Modes
	mode := seat.Codes(s, modes)
	if len(modes) > 0 {
		kit.SetValue(mode, modes[0])
	}
	if n := len(v.attempts); n > 0 {
		kit.Hold(mode, v.attempts[n-1].Mode)
	}
	f.Add("mode", mode, 1)
	at := f.Moment("at", seat.Evening, 1)
	at.SetValue(s.Here(s.Now()).Truncate(time.Minute))
	note := f.Area("note", 2, 2)
	leave := func() { f.Sheet.Close() }
	f.Form.AddRow(kit.Left(container.NewHBox(callLink(p, v, leave), replaceLink(p, v, leave))))
	f.Order = func() doing {
		return seat.Ask(p.desk.Attempt, annual.AttemptOrder{Stand: p.stand(), Unit: v.Unit.N, At: at.Moment(), Mode: mode.Value(), Outcome: came.Value(), Note: note.Value()})
	}
	f.Said = func(m annual.Move) string { return p.saidAttempt(v, m) }
	return f
}

func (p *Page) saidAttempt(v visited, m annual.Move) string {
	words := p.s.Say("surveys.attempt.open", len(v.attempts)+1)
	if len(m.Units) > 0 && m.Units[0].Outcome != annual.Waiting {
		words = say.Code(p.s.Voice, m.Units[0].Outcome)
	}
	return p.s.Dotted(strconv.Itoa(v.No), words)
}

// callLink leads to where the household is asked by telephone.
func callLink(p *Page, v visited, leave func()) fyne.CanvasObject {
	if v.No == 0 || v.Unit.Outcome == annual.Done || !slices.Contains(p.seen.survey.Plan.Modes, annual.Phone) {
		return kit.Gap(0, 0)
	}
	return kit.Button(p.s.Say("surveys.keying.title.phone"), theme.DocumentCreateIcon(), func() {
		leave()
		p.Key(KeyPhone, v.No)
	})
}

// replaceLink leads to calling up a reserve, or says by which rule that cannot be.
func replaceLink(p *Page, v visited, leave func()) fyne.CanvasObject {
	err := tryReplace(p.trial(), v.Unit)
	b := kit.Button(p.s.Say("surveys.verb.replace"), theme.ViewRefreshIcon(), func() {
		leave()
		p.ask(replaceForm(p, v))
	})
	if err == nil {
		return b
	}
	b.Disable()
	return container.NewHBox(b, kit.Middle(kit.Text(p.s.Trouble(err), kit.SizeSmall, kit.Quiet, false)))
}

// replaceForm calls up the next reserve of the stratum.
func replaceForm(p *Page, v visited) *form {
	f := newForm(p.s, seat.FormName("survey", p.seen.survey.ID, "replace", v.Unit.N), p.s.Dotted(p.s.Say("surveys.verb.replace"), strconv.Itoa(v.No)), p.s.Say("surveys.verb.replace"), 1)
	f.Tell(p.s.Say("surveys.replace.tell"))
	f.Order = func() doing { return seat.Ask(p.desk.Replace, annual.ReplaceOrder{Stand: p.stand(), Unit: v.Unit.N}) }
	f.Said = func(m annual.Move) string {
		for _, l := range m.Links {
			return p.s.Say("surveys.replace.done", strconv.Itoa(l.No))
		}
		return p.s.Say("surveys.verb.replace")
	}
	return f
}

// assignForm gives households to an interviewer.
func assignForm(p *Page, units []int) *form {
	s := p.s
	f := newForm(s, seat.FormName("survey", p.seen.survey.ID, "assign", units), s.Say("surveys.assign"), s.Say("surveys.assign"), 1)
	f.Tell(s.Count("surveys.assign.tell", len(units)))
	who := kit.NewChoice(append(p.interviewers(), 0), func(id app.StaffID) string {
		if id == 0 {
			return s.Say("surveys.interviewers.none")
		}
		return s.Voice.Staff(id)
	})
	f.Add("interviewer", who, 1)
	f.Order = func() doing {
		return seat.Ask(p.desk.Assign, annual.AssignOrder{Stand: p.stand(), Interviewer: who.Value(), Units: units})
	}
	f.Said = func(m annual.Move) string { return s.Count("surveys.assigned", len(m.Units)) }
	return f
}

// interviewers are those of the plan; without them all who work here.
func (p *Page) interviewers() []app.StaffID {
	if ids := p.seen.survey.Plan.Interviewers; len(ids) > 0 {
		return append([]app.StaffID{}, ids...)
	}
	return append([]app.StaffID{}, p.s.StaffOf(p.s.Staff.Dept)...)
}
