package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Sheet is a page over the page: a title, a form or a message, one primary
// button and a way back. It is never larger than the window; what does not fit
// scrolls. Escape closes it, Ctrl Enter presses the primary button.
type Sheet struct {
	// OnClosed is told that the sheet is gone, however that came.
	OnClosed func()
	// MayLeave is asked before Escape and Cancel close it; nil lets them.
	MayLeave func(leave func())
	// Primary takes the step the sheet is for; Cancel leads back.
	Primary, Cancel *Push

	canvas  fyne.Canvas
	draft   *Draft
	back    *Panel // says that what was typed before is there again
	backAs  *Prose
	afresh  *Push
	popup   *widget.PopUp
	target  fyne.CanvasObject
	message *Panel
	words   *Prose
	former  func(*fyne.KeyEvent)
	careful bool // only its own buttons press it
	ready   bool // it has been seen long enough for a key to press it
}

// SheetWords are the words of a sheet.
type SheetWords struct {
	Title, Primary, Cancel string
	// Draft names the form, in no language, so that what is typed into it is not lost;
	// empty for a sheet into which nothing is typed.
	Draft string
}

// NewSheet lays a sheet out, as wide as the window allows up to width. What
// content asks is done by submit, which closes the sheet when it has worked.
func NewSheet(c fyne.Canvas, w SheetWords, width float32, content fyne.CanvasObject, submit func()) *Sheet {
	s := &Sheet{OnClosed: func() {}, canvas: c, target: content, words: Wrapped(""), draft: NewDraft(w.Draft, content), backAs: Wrapped("")}
	s.Cancel = Button(w.Cancel, nil, s.leave)
	s.Primary = Primary(w.Primary, nil, submit)
	s.message = Note(Bad, Flush(s.words))
	s.message.Hidden = true
	s.afresh = Link("", s.beginAfresh)
	s.back = Note(Info, container.NewBorder(nil, nil, nil, s.afresh, Flush(s.backAs)))
	s.back.Hidden = true
	foot := container.NewVBox(s.message, Gap(1, 4), container.NewHBox(layout.NewSpacer(), s.Cancel, s.Primary))
	body := Padded(20, 16, container.NewBorder(container.NewVBox(Text(w.Title, 18, Body, true), Gap(1, 6), s.back), foot, nil, nil, Scroll(content)))
	s.popup = widget.NewModalPopUp(container.New(&sheetLayout{s, content, foot, width}, body), c)
	return s
}

// sheets are those open in each window, the last on top.
var sheets = map[fyne.Canvas][]*Sheet{}

// TopSheet is the sheet that is open on top in a window, or nil: shortcuts of
// the page below must not work then.
func TopSheet(c fyne.Canvas) *Sheet {
	if open := sheets[c]; len(open) > 0 {
		return open[len(open)-1]
	}
	return nil
}

// Open shows the sheet and brings the keyboard into it.
func (s *Sheet) Open() {
	sheets[s.canvas] = append(sheets[s.canvas], s)
	s.former = s.canvas.OnTypedKey()
	s.canvas.SetOnTypedKey(s.typed)
	s.listen()
	s.popup.Show()
	s.restore()
	s.fit()
	s.FocusOn(s.target)
	minder.pause(seenPause, func() { s.ready = true })
}

// restore puts back what was typed into the form before, and says so.
func (s *Sheet) restore() {
	at, back := s.draft.Begin()
	if !back {
		return
	}
	words, afresh := drafting.Words(at)
	s.backAs.SetText(words)
	s.afresh.SetText(afresh)
	s.back.Hidden = false
}

func (s *Sheet) beginAfresh() {
	s.draft.Afresh()
	s.back.Hidden = true
	s.popup.Refresh()
	s.fit()
	s.FocusOn(s.target)
}

// seenPause is how long a sheet must have been there before a key presses its
// primary button: nobody consents to what he cannot have seen.
const seenPause = 600 * time.Millisecond

// listen lets the key that sends forms send this one.
func (s *Sheet) listen() {
	s.canvas.AddShortcut(Shortcut(fyne.KeyReturn), func(fyne.Shortcut) {
		if Pressed(fyne.KeyReturn) {
			s.Submit()
		}
	})
}

// FocusOn brings the keyboard to a piece of the sheet, or to the primary button
// if that takes none. A window that has not drawn a piece yet does not know
// that it has it: the sheet does.
func (s *Sheet) FocusOn(o fyne.CanvasObject) {
	if target := focusTarget(o); target != nil {
		s.canvas.Focus(target)
		return
	}
	s.canvas.Focus(s.Primary)
}

// Close takes the sheet away: it was sent, or what was typed is given up.
func (s *Sheet) Close() { s.close(s.draft.Done) }

// Look keeps what stands in the sheet now.
func (s *Sheet) Look() { s.draft.Look() }

// Leave takes the sheet away unsent; what was typed is there again when the form is
// opened anew.
func (s *Sheet) Leave() { s.close(s.draft.Rest) }

func (s *Sheet) close(end func()) {
	open := sheets[s.canvas]
	if len(open) == 0 || open[len(open)-1] != s {
		return
	}
	end()
	if sheets[s.canvas] = open[:len(open)-1]; len(open) == 1 {
		delete(sheets, s.canvas)
	}
	s.canvas.SetOnTypedKey(s.former)
	s.canvas.RemoveShortcut(Shortcut(fyne.KeyReturn))
	s.popup.Hide()
	if below := TopSheet(s.canvas); below != nil {
		below.listen()
	}
	Safely(s.OnClosed)
}

// Submit presses the primary button of the sheet on top for a key, unless it is
// busy, came up only now, or asks before something is lost.
func (s *Sheet) Submit() {
	if TopSheet(s.canvas) == s && !s.Primary.Disabled() && !s.careful && s.ready {
		s.Primary.Tapped(nil)
	}
}

// SetBusy keeps the sheet from being sent twice.
func (s *Sheet) SetBusy(busy bool) {
	if busy {
		s.Primary.Disable()
	} else {
		s.Primary.Enable()
	}
}

// Say shows a message above the buttons, "" none: what is wrong with no field
// of its own.
func (s *Sheet) Say(t Tone, words string) {
	s.message.Hidden = words == ""
	s.message.SetTone(t)
	s.words.SetText(words)
	s.popup.Refresh()
	s.fit()
}

// fit makes the sheet as high as what is in it now. What wraps and what stands
// in columns must know its width first.
func (s *Sheet) fit() {
	min := s.popup.Content.MinSize()
	s.popup.Resize(min)
	s.popup.Resize(s.popup.Content.MinSize())
}

func (s *Sheet) typed(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		s.leave()
	}
}

// leave closes the sheet for a person who calls it off.
func (s *Sheet) leave() {
	if s.MayLeave != nil {
		s.MayLeave(s.Close)
		return
	}
	s.Leave()
}

// sheetLayout is as high as its content, as far as the window allows.
type sheetLayout struct {
	sheet   *Sheet
	content fyne.CanvasObject
	foot    fyne.CanvasObject
	width   float32
}

func (l *sheetLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	room := l.sheet.canvas.Size().SubtractWidthHeight(Px(48), Px(32))
	// The scroll in the body asks for little: its content is asked instead.
	whole := l.content.MinSize().Height + l.foot.MinSize().Height + Px(80)
	if !l.sheet.back.Hidden {
		whole += l.sheet.back.MinSize().Height
	}
	return fyne.NewSize(min(Px(l.width), max(room.Width, 1)), min(max(whole, os[0].MinSize().Height), max(room.Height, 1)))
}

func (l *sheetLayout) Layout(os []fyne.CanvasObject, s fyne.Size) { os[0].Resize(s) }
