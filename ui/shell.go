package ui

import (
	"context"
	"fmt"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"ownerdesk/app"
	"ownerdesk/app/annual"
	"ownerdesk/app/meeting"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
	"ownerdesk/ui/settings"
)

// shell is the window and what stands in it: first a question or a trouble,
// then the desk with its places.
type shell struct {
	parts   Parts
	app     fyne.App
	window  fyne.Window
	tasks   kit.Tasks
	outside seat.Outside

	stage  *fyne.Container // what fills the window, and the messages over it
	toasts *kit.Toasts

	path     string
	office   *Office
	meetings *meeting.Desk // of the office; see convener
	surveys  *annual.Desk  // of the office; see surveyor
	words    lang.Words    // of the screen, before there is a seat
	seat     *seat.Seat
	stood    standing // what the seat was made from
	drafts   *drafts
	staff    app.StaffID
	project  app.ProjectID
	stops    []func()

	leaf   settings.Name // the page of the settings that was open last
	frame  *frame
	places map[string]*visit
	trail  []*visit // where one is, and how one came there
	fresh  *kit.Lane
}

// newShell makes the window, with nothing in it yet.
func newShell(p Parts, a fyne.App, tasks kit.Tasks) *shell {
	s := &shell{parts: p, app: a, window: a.NewWindow("OwnerDesk"), tasks: tasks, places: map[string]*visit{}}
	s.tasks.Broken, s.tasks.Settled = s.broken, s.settle
	kit.Mind(s.tasks)
	s.words = words(lang.Match(p.Locale))
	s.outside = s.system()
	s.fresh = kit.NewLane(s.tasks, 0)
	s.toasts = kit.NewToasts(s.tasks)
	s.stage = container.NewStack()
	s.window.SetContent(kit.Ground(container.NewStack(s.stage, s.toasts.Root)))
	s.window.SetPadded(false)
	s.window.SetMaster()
	s.window.Resize(s.lastSize())
	s.window.SetCloseIntercept(s.leave)
	s.window.Canvas().SetOnTypedKey(s.typed)
	if c, keys := s.window.Canvas().(desktop.Canvas); keys {
		c.SetOnKeyDown(kit.KeyDown)
		c.SetOnKeyUp(kit.KeyUp)
	}
	return s
}

// words are a language's; those of a language that is broken are its keys, which
// a test keeps from happening.
func words(l lang.Language) lang.Words {
	w, err := lang.Load(l)
	if err != nil {
		slog.Error("words", "language", l, "err", err)
	}
	return w
}

// fill puts something into the window in place of what is there.
func (s *shell) fill(o fyne.CanvasObject) {
	s.stage.Objects = []fyne.CanvasObject{o}
	s.stage.Refresh()
}

// says shows a message over whatever is there; on the sheet that is open, if
// something there is to be mended.
func (s *shell) says(t kit.Tone, words string) {
	top := kit.TopSheet(s.window.Canvas())
	if top != nil && (t == kit.Warn || t == kit.Bad) {
		top.Say(t, words)
		return
	}
	s.toasts.Say(t, words)
}

// broken is told of a mistake of the program that was caught: it is written
// down, said, and the work goes on.
func (s *shell) broken(what any) {
	stack := ""
	if b, caught := what.(kit.Breakage); caught {
		stack = string(b.Stack)
	}
	slog.Error("broken", "what", fmt.Sprint(what), "stack", stack)
	s.says(kit.Bad, s.words.Say("trouble.broken"))
}

const (
	widthKept  = "window.width"
	heightKept = "window.height"
)

// lastSize is the size the window had when it was closed.
func (s *shell) lastSize() fyne.Size {
	kept := s.app.Preferences()
	return fyne.NewSize(
		fyne.Max(float32(kept.FloatWithFallback(widthKept, 1240)), 800),
		fyne.Max(float32(kept.FloatWithFallback(heightKept, 640)), 500))
}

// leave closes the window: nothing is asked, for nothing is lost. What was typed
// into a form is there again the next time.
func (s *shell) leave() {
	size := s.window.Canvas().Size()
	s.app.Preferences().SetFloat(widthKept, float64(size.Width))
	s.app.Preferences().SetFloat(heightKept, float64(size.Height))
	s.hide()
	s.app.Quit()
}

// close lets go of the office's file.
func (s *shell) close() {
	for _, stop := range s.stops {
		stop()
	}
	s.stops = nil
	if s.office == nil {
		return
	}
	if s.drafts != nil {
		s.drafts.flush()
		s.drafts = nil
		kit.KeepDrafts(nil)
	}
	s.clearPaper()
	if err := s.office.Close(); err != nil {
		slog.Error("close", "err", err)
	}
	s.office = nil
}

// ask is a question to the store whose answer fills the window or is said.
func ask[T any](s *shell, question func(context.Context) (T, error), show func(T)) {
	kit.Do(s.tasks, question, func(v T, err error) {
		if err != nil {
			slog.Error("window", "err", err)
			s.says(kit.Bad, say.Voice{Words: s.words}.Trouble(err))
			return
		}
		show(v)
	})
}
