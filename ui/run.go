package ui

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/driver"

	"ownerdesk/assets/icons"
	"ownerdesk/assets/lang"
	"ownerdesk/ui/kit"
)

// ErrNoWindow says that the system lets no window be opened.
var ErrNoWindow = errors.New("no window")

// unseen is ErrNoWindow in words.
type unseen struct{ words string }

func (u unseen) Error() string { return u.words }

func (u unseen) Unwrap() error { return ErrNoWindow }

func noWindow(p Parts) error { return unseen{words(lang.Match(p.Locale)).Say("open.no-window")} }

// Run opens the window and stays until it is closed or ctx ends. A mistake of
// the program that ends it comes back as an error; what was kept stays kept.
func Run(ctx context.Context, p Parts) (err error) {
	started := false
	defer func() {
		what := recover()
		switch {
		case what == nil:
		case !started: // the graphics library ends so when there is no display
			slog.Error("no window", "what", fmt.Sprint(what))
			err = noWindow(p)
		default:
			slog.Error("the window broke", "what", fmt.Sprint(what), "stack", string(debug.Stack()))
			err = fmt.Errorf("the window broke: %v", what)
		}
	}()
	a := fyneapp.NewWithID("com.ownerdesk.app")
	a.SetIcon(fyne.NewStaticResource("ownerdesk.png", icons.OwnerDesk))
	kit.Look{Mode: kit.ModeSystem, Scale: 1}.Wear(a)

	s := newShell(p, a, kit.Background())
	a.Lifecycle().SetOnStarted(func() {
		if !opened(s.window) {
			err = noWindow(p)
			a.Quit()
			return
		}
		started = true
		s.open(p.DB)
	})
	kit.Do(s.tasks, func(context.Context) (struct{}, error) {
		<-ctx.Done()
		return struct{}{}, nil
	}, func(struct{}, error) { a.Quit() })
	s.window.Show()
	a.Run()
	s.close()
	return err
}

// opened tells whether the system really made the window: Fyne only logs it.
func opened(w fyne.Window) bool {
	native, can := w.(driver.NativeWindow)
	if !can {
		return true
	}
	made := true
	native.RunNative(func(at any) {
		switch at := at.(type) {
		case driver.X11WindowContext:
			made = at.WindowHandle != 0
		case driver.WindowsWindowContext:
			made = at.HWND != 0
		case driver.MacWindowContext:
			made = at.NSWindow != 0
		}
	})
	return made
}
