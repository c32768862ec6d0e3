// Package seat is the place at the desk that every screen is given: who sits
// there, the desk itself, the words, the clock, and the ways out of the window
// (messages, file dialogs, printer). It knows no screen and no store.
package seat

import (
	"time"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
)

// Seat is handed to every screen. It is made anew when the person, the language
// or the office changes, so a screen never has to look for changes in it.
type Seat struct {
	say.Voice // the screen's language

	Desk    *app.Desk
	Tasks   kit.Tasks
	Now     func() time.Time
	Staff   app.Staff
	Project app.ProjectID  // the estate looked at; 0 for all
	Lists   []app.ListItem // what the office changed about the closed lists
	Paper   lang.Words     // the language of paper and sheets
	Window  fyne.Window
	Outside Outside
	Says    func(kit.Tone, string) // a message in the window
}

// Outside is what lies beyond the window. Tests put a double here.
type Outside interface {
	// PickFile asks for a file to read; nothing is called when the person cancels.
	PickFile(title string, endings []string, picked func(path string))
	// PickSave asks where to write.
	PickSave(title, name string, picked func(path string))
	// Open shows a file in the system's program for it.
	Open(path string) error
	// Print sends a PDF to the printer and tells which, or "" where nobody knows; it
	// opens it where there is no way to print, and says so.
	Print(path string) (printer string, err error)
}

// PaperVoice speaks the language of paper about the same office.
func (s *Seat) PaperVoice() say.Voice { return say.Voice{Words: s.Paper, Ground: s.Ground} }

// Stand is what an act of this person on an issue stands on.
func (s *Seat) Stand(i app.Issue) app.Stand {
	return app.Stand{Issue: i.ID, Version: i.Version, By: s.Staff.ID}
}

// Due is the chip of a limit: its words and its tone.
func (s *Seat) Due(due time.Time) (kit.Tone, string) {
	text, urgency := s.Left(s.Now(), due)
	return Tone(urgency), text
}

// Tone is the tone of how a limit stands.
func Tone(u say.Urgency) kit.Tone {
	return map[say.Urgency]kit.Tone{say.Calm: kit.Plain, say.Soon: kit.Info, say.Today: kit.Warn, say.Late: kit.Bad}[u]
}

// Focus brings the keyboard to o on a page that was just put into the window.
func (s *Seat) Focus(o fyne.CanvasObject) {
	if s.Window != nil {
		kit.FocusIn(s.Window.Canvas(), o)
	}
}

// StateTone is the tone of a state.
func StateTone(state app.State) kit.Tone {
	switch state {
	case app.Closed:
		return kit.Good
	case app.Rework, app.Retransferred:
		return kit.Warn
	case app.Rejected, app.Void, app.Draft:
		return kit.Plain
	}
	return kit.Info
}

// WaitTone is the tone of a suspension: one that nobody looked at in time stands out.
func WaitTone(w app.Waits, now time.Time) kit.Tone {
	if w.Over(now) {
		return kit.Bad
	}
	return kit.Warn
}

// KindTone is the tone of a kind: complaints stand out.
func KindTone(kind app.Kind) kit.Tone {
	switch kind {
	case app.Complaint:
		return kit.Bad
	case app.Commendation:
		return kit.Good
	}
	return kit.Plain
}
