package issues

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// matter is what a form is given: the issue as it was read, and whom to ask.
type matter struct {
	s    *seat.Seat
	asks PageAsks
	c    app.Case
}

// doing is an order on its way to the desk.
type doing func(context.Context) (app.Move, error)

// ask makes an order ready to be given away from the screen.
func ask[O any](do func(context.Context, O) (app.Move, error), o O) doing {
	return func(ctx context.Context) (app.Move, error) { return do(ctx, o) }
}

// actForm is the shape that all acts on an issue share: fields, the order they
// make, and a sheet over the page that stays until the order was kept.
type actForm struct {
	matter
	form  *kit.Form
	verb  string
	width float32
	// order reads the fields.
	order func() doing
	// Kept is told of the move; Stale that the issue changed meanwhile.
	Kept  func(app.Move)
	Stale func()

	moments map[string]*kit.MomentField
	hidden  map[string]bool
	sheet   *kit.Sheet
	high    float32      // how high it is at least; 0 for its tallest
	bring   func(string) // brings the part with a field into sight
}

// The widths of sheets: a few lines, a form, a form with rows.
const (
	sheetNarrow = 560
	sheetWide   = 780
	sheetFull   = 1040
)

// newAct is a form without fields.
func newAct(m matter, verb string, columns int) *actForm {
	width := map[int]float32{1: sheetNarrow, 2: sheetWide, 3: sheetWide}[columns]
	return &actForm{
		matter: m, verb: verb, form: kit.NewForm(columns), width: width, moments: map[string]*kit.MomentField{}, hidden: map[string]bool{},
		Kept: func(app.Move) {}, Stale: func() {}, bring: func(string) {},
	}
}

// add puts a field under the name that a fault would give it.
func (a *actForm) add(name string, input fyne.CanvasObject, span int) *kit.Field {
	return a.form.Add(name, kit.NewField(label(a.s, name), input, ""), span)
}

// moment is a field for a day and a time that says itself what it cannot read.
func (a *actForm) moment(name string, otherwise workday.Clock, span int) *kit.MomentField {
	f := moment(a.s, otherwise)
	field := a.add(name, f, span)
	f.OnComplaint(field.SetError)
	a.moments[name] = f
	return f
}

// area is a field for a text.
func (a *actForm) area(name string, rows, span int) *kit.TextArea {
	t := kit.Area(rows, app.LongestText)
	a.add(name, t, span)
	return t
}

// showField shows or hides a field.
func (a *actForm) showField(name string, shown bool) {
	a.hidden[name] = !shown
	a.form.ShowField(name, shown)
}

// tallest is how high the form is with every field it may come to show, so that
// the sheet never has to grow under somebody's hand.
func (a *actForm) tallest() float32 {
	for name := range a.hidden {
		a.form.ShowField(name, true)
	}
	a.form.Resize(fyne.NewSize(kit.Px(a.width-48), 1))
	high := a.form.MinSize().Height
	for name, hidden := range a.hidden {
		a.form.ShowField(name, !hidden)
	}
	return high / kit.Px(1)
}

// tell puts a line of text between the fields.
func (a *actForm) tell(text string) {
	if text != "" {
		a.form.AddRow(quiet(text))
	}
}

// show opens the form over the page.
func (a *actForm) show() {
	title := dotted(a.s, a.s.Say("verb."+a.verb), a.c.Slipped())
	if a.high == 0 {
		a.high = a.tallest()
	}
	a.sheet = kit.NewSheet(a.s.Window.Canvas(), kit.SheetWords{
		Title: title, Primary: kit.WithShortcut(a.s.Say("verb."+a.verb), nextKey), Cancel: a.s.Say("issue.cancel"),
	}, a.width, kit.Padded(3, 2, kit.Over(kit.Gap(1, a.high), a.form)), a.submit)
	a.sheet.MayLeave = a.leave
	a.sheet.Open()
}

// leave asks before what was filled in is lost: a key pressed by mistake must not
// cost a text.
func (a *actForm) leave(leave func()) {
	if !a.form.Touched() {
		leave()
		return
	}
	kit.Confirm(a.s.Window.Canvas(), kit.Question{
		Title: a.s.Say("issue.leave"), Text: a.s.Say("issue.leave.lost"),
		Yes: a.s.Say("issue.leave.yes"), No: a.s.Say("issue.leave.no"), Danger: true,
	}, leave)
}

// submit reads the fields, asks the desk, and shows the answer.
func (a *actForm) submit() {
	a.form.Clear()
	a.sheet.Say(kit.Bad, "")
	if faults := a.unreadable(); len(faults) > 0 {
		a.mark(faults)
		return
	}
	do := a.order()
	a.sheet.SetBusy(true)
	kit.Do(a.s.Tasks, do, a.answer)
}

func (a *actForm) unreadable() (f app.Faults) {
	for name, m := range a.moments {
		if field := a.form.Field(name); field != nil && field.Visible() && m.Unreadable() {
			f = append(f, app.Invalid{Field: name, Rule: "unreadable"})
		}
	}
	return f
}

func (a *actForm) answer(m app.Move, err error) {
	a.sheet.SetBusy(false)
	if err == nil {
		a.sheet.Close()
		a.s.Says(kit.Good, done(a.s, a.c.After(m), m.Act))
		a.Kept(m)
		return
	}
	var faults app.Faults
	switch {
	case errors.As(err, &faults):
		a.mark(faults)
	case errors.Is(err, app.ErrConflict):
		// The form stands on an issue that is no more, and cannot be sent. What was
		// typed stays until the person has taken from it what is still needed.
		a.sheet.Say(kit.Bad, a.s.Say("issue.conflict"))
		a.Stale()
	default:
		a.s.Fail(nil, err) // into the log
		a.sheet.Say(kit.Bad, a.s.Trouble(err))
	}
}

// mark shows each fault under its field and brings the keyboard to the topmost;
// what has no field is said above the buttons.
func (a *actForm) mark(faults app.Faults) {
	var rest []string
	a.bring(faults[0].Field)
	for _, f := range faults {
		if !a.form.Fail(f.Field, a.s.Fault(f)) {
			rest = append(rest, a.s.Fault(f))
		}
	}
	if failed := a.form.Failed(); len(failed) > 0 {
		a.bring(failed[0])
		a.form.Field(failed[0]).Focus()
	}
	a.sheet.Say(kit.Bad, strings.Join(rest, " "))
}

// done says what was done, and what comes next until when.
func done(s *seat.Seat, c app.Case, a app.Act) string {
	act := s.Say("act." + string(a.Kind))
	if c.Step == "" {
		return s.Say("issue.done.over", act, c.Slipped(), s.Say("state."+string(c.State)))
	}
	return s.Say("issue.done", act, c.Slipped(), s.Say("step."+string(c.Step)), s.Voice.Due(c.StepDue))
}

// now is the moment on the office's clock, whole minutes.
func (m matter) now() time.Time { return m.s.Here(m.s.Now()).Truncate(time.Minute) }
