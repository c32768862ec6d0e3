package surveys

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Keying is where answers are keyed in without a mouse: a sample number, a key for
// each answer, Enter, the next number. Nothing typed is lost by a refusal.
type Keying struct {
	Root fyne.CanvasObject
	// Back leads back to the survey: the one sheet that was asked for is kept.
	Back func()

	s     *seat.Seat
	desk  *annual.Desk
	asks  Asks
	id    annual.SurveyID
	how   Keyed
	only  int // the one number to be keyed, 0 for one after the other
	begin int

	head    annual.Head
	today   int // keyed by this person before this sitting, on this day
	waiting []int
	sheet   annual.Sheet // the one that is keyed; No is 0 before its number
	there   bool         // it was there: it is corrected
	apart   *apart       // both keyings of a sheet, while they are compared
	kept    []annual.Sheet
	sending bool       // the sheet is on its way to the desk
	next    string     // a number that was entered meanwhile
	draft   *kit.Draft // keeps what is keyed; nil while nothing is

	renumbers bool  // what is keyed waits for another number
	before    []int // the numbers that it had

	keyingLook
}

// Keyed is what answers are keyed in for.
type Keyed string

// What Keying is for: sheets of paper, the same a second time, a call.
const (
	KeyPaper  Keyed = "paper"
	KeySecond Keyed = "second"
	KeyPhone  Keyed = "phone"
)

// NewKeying is the form for the answers of a survey; Shown fills it.
func NewKeying(s *seat.Seat, desk *annual.Desk, asks Asks, id annual.SurveyID, how Keyed) *Keying {
	k := &Keying{s: s, desk: desk, asks: asks, id: id, how: how, Back: func() {}}
	k.build()
	return k
}

// Begin opens one number, and leads back once it is kept.
func (k *Keying) Begin(no int) *Keying {
	k.only, k.begin = no, no
	return k
}

// Shown reads the survey and waits for a number.
func (k *Keying) Shown() {
	if k.sheet.No != 0 { // one came back to it
		k.remember()
		k.s.Focus(k.marks)
		return
	}
	kit.Do(k.s.Tasks, k.look, k.show)
}

// Hidden leaves what was begun as it is.
func (k *Keying) Hidden() { k.rest() }

// looked is what the form is filled with.
type looked struct {
	survey annual.Survey
	sheets []annual.Sheet
}

func (k *Keying) look(ctx context.Context) (v looked, err error) {
	if v.survey, err = k.asks.Survey(ctx, k.id); err != nil {
		return v, err
	}
	v.sheets, err = k.asks.Sheets(ctx, k.id)
	return v, err
}

// show is the only place where the survey meets widgets.
func (k *Keying) show(v looked, err error) {
	if err != nil {
		k.s.Fail(nil, err)
		return
	}
	k.head, k.today, k.waiting = v.survey.Head, 0, nil
	day := workday.DayOf(k.s.Here(k.s.Now()))
	for _, one := range v.sheets {
		if one.Keyed == day && one.By == k.s.Staff.ID && !k.isKept(one.No) {
			k.today++
		}
	}
	if k.how == KeySecond {
		k.waiting = unseconded(k.head, v.sheets)
	}
	k.fill()
	k.ready()
	if no := k.begin; no != 0 {
		k.begin = 0
		k.seek(no)
		return
	}
	k.goOn()
}

// unseconded are the numbers that are still to be keyed a second time.
func unseconded(h annual.Head, sheets []annual.Sheet) (all []int) {
	done := map[int]bool{}
	for _, one := range sheets {
		done[one.No] = one.Second != "" || one.Void
	}
	for _, no := range annual.Seconds(h, sheets) {
		if !done[no] {
			all = append(all, no)
		}
	}
	return all
}

func (k *Keying) isKept(no int) bool {
	for _, one := range k.kept {
		if one.No == no {
			return true
		}
	}
	return false
}

// ready waits for the next number.
func (k *Keying) ready() {
	k.number.SetText("")
	k.done()
	k.s.Focus(k.number)
}

// done empties the form of the sheet that was on it.
func (k *Keying) done() {
	if k.draft != nil {
		k.forget()
	}
	k.sheet, k.there, k.apart, k.before = annual.Sheet{}, false, nil, nil
	k.unmarked()
	k.clear()
}

// entered is a number that was typed or scanned. What is keyed until it is known is
// kept for its sheet.
func (k *Keying) entered(typed string) {
	k.marks.Wait()
	k.s.Focus(k.marks)
	if k.sending {
		k.next = typed
		return
	}
	if typed == "" && k.head.Plan.Convenience && k.how == KeyPaper {
		k.start(annual.Sheet{})
		return
	}
	no, read := sampleNumber(typed)
	switch {
	case !read:
		k.refuse(k.s.Say("surveys.keying.no-number"))
	case !k.head.Plan.Convenience && !annual.Checks(no):
		k.refuse(k.s.Say("surveys.keying.check", no))
	default:
		k.seek(no)
	}
}

// sampleNumber reads what was typed or scanned: a number, perhaps in groups, or the
// last one of a code.
func sampleNumber(typed string) (no int, read bool) {
	typed = strings.Join(strings.Fields(typed), "")
	last := strings.LastIndexFunc(typed, func(r rune) bool { return r < '0' || r > '9' })
	no, err := strconv.Atoi(typed[last+1:])
	return no, err == nil && no > 0
}

// refuse says what is wrong with a number; the next one takes its place.
func (k *Keying) refuse(words string) {
	k.marks.Forget()
	k.say(kit.Bad, words)
	k.s.Focus(k.number)
	k.number.Again()
}

// found is what there is under a number.
type found struct {
	no    int
	unit  annual.Unit
	sheet annual.Sheet
	there bool
}

// seek asks what there is under a number.
func (k *Keying) seek(no int) {
	k.number.SetText(strconv.Itoa(no))
	drawn := !k.head.Plan.Convenience
	kit.Do(k.s.Tasks, func(ctx context.Context) (v found, err error) {
		v.no = no
		if v.sheet, err = k.asks.Sheet(ctx, k.id, no); !errors.Is(err, app.ErrNotFound) {
			v.there = err == nil
			return v, err
		}
		if !drawn {
			return v, nil
		}
		n, err := k.asks.UnitOf(ctx, k.id, no)
		if err != nil {
			return v, err
		}
		v.unit, _, err = k.asks.Unit(ctx, k.id, n)
		return v, err
	}, k.sought)
}

func (k *Keying) sought(v found, err error) {
	s, number := k.s, strconv.Itoa(v.no)
	switch {
	case errors.Is(err, app.ErrNotFound):
		k.refuse(s.Say("surveys.keying.unknown", number))
	case err != nil:
		s.Fail(nil, err)
		k.refuse(s.Trouble(err))
	case k.how == KeySecond && !v.there:
		k.refuse(s.Say("surveys.second.unknown", number))
	case k.how == KeySecond && v.sheet.Second != "":
		k.refuse(s.Say("surveys.second.there", number))
	case k.how == KeySecond && v.sheet.By == s.Staff.ID:
		k.refuse(s.Say("surveys.second.same", number))
	case k.how == KeySecond:
		k.start(v.sheet)
	case v.there && (v.no == k.only || k.mending(v.no)):
		k.correct(v.sheet)
	case v.there:
		k.refuse(s.Say("surveys.keying.there", number, v.sheet.Keyed.String(), s.Voice.Staff(v.sheet.By)))
		k.offer(v.sheet)
	case !v.unit.Called && !k.head.Plan.Convenience:
		k.refuse(s.Say("surveys.keying.reserve", number))
	default:
		k.start(annual.Sheet{No: v.no, Stratum: v.unit.Stratum})
	}
}

// start opens a sheet for its answers; of one that is keyed a second time only the
// number is taken.
func (k *Keying) start(one annual.Sheet) {
	if k.renumber(one) {
		return
	}
	k.sheet = one
	k.marks.Clear()
	k.opened()
	k.s.Focus(k.marks)
	if k.remember() {
		k.marks.Forget() // they were meant for the first line
		return
	}
	k.marks.Resume()
}

// correct opens a sheet that is there, with what it says.
func (k *Keying) correct(one annual.Sheet) {
	k.sheet, k.there = one, true
	k.marks.Forget()
	k.marks.Clear()
	k.write(one)
	k.opened()
	k.say(kit.Warn, k.s.Say("surveys.keying.correcting", strconv.Itoa(one.No)))
	k.s.Focus(k.marks)
	k.remember()
}

// last opens the sheet kept last, to be corrected.
func (k *Keying) last() {
	if n := len(k.kept); n > 0 && k.how == KeyPaper {
		k.recall(k.kept[n-1].No)
	}
}

// recall reads a sheet that was kept and opens it.
func (k *Keying) recall(no int) {
	if k.sheet.No != 0 || k.how == KeySecond {
		return
	}
	kit.Do(k.s.Tasks, func(ctx context.Context) (annual.Sheet, error) { return k.asks.Sheet(ctx, k.id, no) },
		func(one annual.Sheet, err error) {
			if err != nil {
				k.s.Fail(nil, err)
				return
			}
			k.number.SetText(strconv.Itoa(no))
			k.correct(one)
		})
}

// filling tells whether a sheet is open.
func (k *Keying) filling() bool { return !k.save.Disabled() }

// begun tells whether something was keyed that is not kept yet.
func (k *Keying) begun() bool {
	if !k.filling() {
		return false
	}
	for row := range k.marks.Count() {
		if len(k.marks.Marked(row)) > 0 || k.marks.Empty(row) {
			return true
		}
	}
	return false
}

// Next keeps the sheet, wherever the keyboard is.
func (k *Keying) Next() {
	if sheet := kit.TopSheet(k.s.Window.Canvas()); sheet != nil {
		sheet.Submit()
		return
	}
	if k.filling() {
		k.keep()
	}
}

// Escape puts the sheet that was begun away; false where none was.
func (k *Keying) Escape() bool {
	if sheet := kit.TopSheet(k.s.Window.Canvas()); sheet != nil {
		sheet.Leave()
		return true
	}
	if !k.filling() || k.only != 0 && !k.begun() {
		return false
	}
	if !k.begun() {
		k.ready()
		return true
	}
	say := k.s.Say
	kit.Confirm(k.s.Window.Canvas(), kit.Question{Title: say("surveys.keying.away"), Text: say("surveys.keying.away.text", strconv.Itoa(k.sheet.No)),
		Yes: say("surveys.keying.away.yes"), No: say("issue.leave.no"), Danger: true}, k.ready)
	return true
}
