package seat

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/app"
	"ownerdesk/app/workday"
	"ownerdesk/ui/kit"
)

// Doing is an order on its way to the desk; what it comes to is told as M.
type Doing[M any] func(context.Context) (M, error)

// Ask makes an order ready to be given away from the screen.
func Ask[O, M any](do func(context.Context, O) (M, error), o O) Doing[M] {
	return func(ctx context.Context) (M, error) { return do(ctx, o) }
}

// FormName names a form for what is typed into it: the thing it is about, the act,
// and which part of the thing. It is in no language.
func FormName(parts ...any) string {
	names := make([]string, len(parts))
	for i, part := range parts {
		names[i] = fmt.Sprint(part)
	}
	return strings.Join(names, "/")
}

// ActWords are the words of an act's form.
type ActWords struct {
	Title    string
	Verb     string // on the button that does it
	Conflict string // somebody else was faster
	Draft    string // names the form, see FormName; what is typed into it is kept
	Label    func(field string) string
	Has      func(field string) bool // whether a field has a label; nil: none that is no field of the form
}

// Act is the shape that all acts share: fields, the order they make, and a sheet
// over the page that stays until the order was kept.
type Act[M any] struct {
	Form        *kit.Form
	Sheet       *kit.Sheet // once it is shown
	Width, High float32    // High is how high it is at least; 0 for its tallest
	Danger      bool       // it cannot be taken back
	// Beside stands right of the fields: what comes of them, while they are filled in.
	Beside fyne.CanvasObject

	Order func() Doing[M] // reads the fields
	Said  func(M) string  // what was done, in words
	Kept  func(M)         // is told of it
	Stale func()          // the thing changed meanwhile
	Bring func(string)    // brings the part with a field into sight
	Dirty func() bool     // whether more was filled in than the form knows
	// Place tells where the form has what a fault is about, if it has only a part of it.
	Place func(app.Invalid) app.Invalid

	seat    *Seat
	words   ActWords
	moments map[string]*kit.MomentField
	hidden  map[string]bool
}

// The widths of sheets: a few lines, a form, a form with rows.
const (
	SheetNarrow = 560
	SheetWide   = 780
	SheetFull   = 1040
)

// NewAct is a form without fields.
func NewAct[M any](s *Seat, columns int, words ActWords) *Act[M] {
	width := map[int]float32{1: SheetNarrow, 2: SheetWide, 3: SheetWide}[columns]
	return &Act[M]{
		Form: kit.NewForm(columns), Width: width, seat: s, words: words, moments: map[string]*kit.MomentField{}, hidden: map[string]bool{},
		Said: func(M) string { return words.Verb }, Kept: func(M) {}, Stale: func() {}, Bring: func(string) {}, Dirty: func() bool { return false },
		Place: func(f app.Invalid) app.Invalid { return f },
	}
}

// Add puts a field under the name that a fault would give it.
func (a *Act[M]) Add(name string, input fyne.CanvasObject, span int) *kit.Field {
	return a.Form.Add(name, kit.NewField(a.words.Label(name), input, ""), span)
}

// Moment is a field for a day and a time that says itself what it cannot read.
func (a *Act[M]) Moment(name string, otherwise workday.Clock, span int) *kit.MomentField {
	f := a.seat.MomentField(otherwise)
	field := a.Add(name, f, span)
	f.OnComplaint(field.SetError)
	a.moments[name] = f
	return f
}

// Watch keeps the form from being sent while a moment in it cannot be read.
func (a *Act[M]) Watch(name string, f *kit.MomentField) { a.moments[name] = f }

// Area is a field for a text.
func (a *Act[M]) Area(name string, rows, span int) *kit.TextArea {
	t := kit.Area(rows, app.LongestText)
	a.Add(name, t, span)
	return t
}

// ShowField shows or hides a field.
func (a *Act[M]) ShowField(name string, shown bool) {
	a.hidden[name] = !shown
	a.Form.ShowField(name, shown)
}

// Tell puts a line of text between the fields.
func (a *Act[M]) Tell(text string) {
	if text != "" {
		a.Form.AddRow(kit.Small(text))
	}
}

// tallest is how high the form is with every field it may come to show, so that
// the sheet never has to grow under somebody's hand.
func (a *Act[M]) tallest() float32 {
	for name := range a.hidden {
		a.Form.ShowField(name, true)
	}
	width := kit.Px(a.Width - 48)
	if a.Beside != nil {
		width *= 1 - besideShare
	}
	a.Form.Resize(fyne.NewSize(width, 1))
	high := a.Form.MinSize().Height
	for name, hidden := range a.hidden {
		a.Form.ShowField(name, !hidden)
	}
	return high / kit.Px(1)
}

// Show opens the form over the page.
func (a *Act[M]) Show() {
	if a.High == 0 {
		a.High = a.tallest()
	}
	a.Sheet = kit.NewSheet(a.seat.Window.Canvas(), kit.SheetWords{
		Title: a.words.Title, Primary: kit.WithShortcut(a.words.Verb, kit.Shortcut(fyne.KeyReturn)), Cancel: a.seat.Say("issue.cancel"),
		Draft: a.words.Draft,
	}, a.Width, kit.Padded(3, 2, a.content()), a.submit)
	a.Sheet.MayLeave = a.leave
	if a.Danger {
		a.Sheet.Primary.Importance = widget.DangerImportance
	}
	a.Sheet.Open()
}

// besideShare is how much of the sheet stands beside the fields.
const besideShare = 0.52

func (a *Act[M]) content() fyne.CanvasObject {
	fields := kit.Over(kit.Gap(1, a.High), a.Form)
	if a.Beside == nil {
		return fields
	}
	return kit.Split(fields, a.Beside, besideShare, 700)
}

// leave asks before what was filled in is lost: a key pressed by mistake must not
// cost a text.
func (a *Act[M]) leave(leave func()) {
	if !a.Form.Touched() && !a.Dirty() {
		leave()
		return
	}
	kit.Confirm(a.seat.Window.Canvas(), kit.Question{
		Title: a.seat.Say("issue.leave"), Text: a.seat.Say("issue.leave.lost"),
		Yes: a.seat.Say("issue.leave.yes"), No: a.seat.Say("issue.leave.no"), Danger: true,
	}, leave)
}

// submit reads the fields, asks the desk, and shows the answer.
func (a *Act[M]) submit() {
	a.Form.Clear()
	a.Sheet.Say(kit.Bad, "")
	if faults := a.unreadable(); len(faults) > 0 {
		a.Mark(faults)
		return
	}
	do := a.Order()
	a.Sheet.SetBusy(true)
	kit.Do(a.seat.Tasks, do, a.answer)
}

func (a *Act[M]) unreadable() (f app.Faults) {
	for name, m := range a.moments {
		if field := a.Form.Field(name); field != nil && field.Visible() && m.Unreadable() {
			f = append(f, app.Invalid{Field: name, Rule: "unreadable"})
		}
	}
	return f
}

func (a *Act[M]) answer(m M, err error) {
	a.Sheet.SetBusy(false)
	if err == nil {
		a.Sheet.Close()
		a.seat.Says(kit.Good, a.Said(m))
		a.Kept(m)
		return
	}
	var faults app.Faults
	switch {
	case errors.As(err, &faults):
		a.Mark(faults)
	case errors.Is(err, app.ErrConflict):
		// The form stands on what is no more, and cannot be sent. What was typed
		// stays until the person has taken from it what is still needed.
		a.Sheet.Say(kit.Bad, a.words.Conflict)
		a.Stale()
	default:
		a.seat.Fail(nil, err) // into the log
		a.Sheet.Say(kit.Bad, a.seat.Trouble(err))
	}
}

// Mark shows each fault under its field, which comes into sight if it was not, and
// brings the keyboard to the topmost; what has no field is said above the buttons.
func (a *Act[M]) Mark(faults app.Faults) {
	var rest app.Faults
	a.Bring(partOf(a.Place(faults[0])))
	for _, f := range faults {
		at := a.Place(f)
		a.Form.ShowField(partOf(at), true)
		if !failIn(a.Form, at, a.seat.Fault(f)) {
			rest = append(rest, f)
		}
	}
	a.Sheet.Say(kit.Bad, strings.Join(a.away(rest), " ")) // before the keyboard: it takes room
	if failed := a.Form.Failed(); len(failed) > 0 {
		a.Bring(failed[0])
		a.seat.toFailed(a.Form)
	}
}

// away words faults that the form has no field for: each says what it is about.
func (a *Act[M]) away(faults app.Faults) []string {
	if a.words.Has == nil {
		return a.seat.Faults(faults)
	}
	all := make([]string, len(faults))
	for i, f := range faults {
		all[i] = a.seat.Faults(app.Faults{f})[0]
		if part := partOf(f); a.words.Has(part) {
			all[i] = a.seat.Dotted(a.words.Label(part), all[i])
		}
	}
	return all
}
