package ui

import (
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"ownerdesk/ui/kit"
)

// searchPause is how long typing rests before it is looked for.
const searchPause = 180 * time.Millisecond

// searchField looks for issues while it is typed into: the list of issues shows
// what is found. Down leads into the list.
type searchField struct {
	kit.Input
	shell   *shell
	lane    *kit.Lane
	setting bool // the program writes
	leading bool // what is typed leads to another page
}

func (s *shell) newSearchField() *searchField {
	f := &searchField{shell: s, lane: kit.NewLane(s.tasks, searchPause)}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(kit.WithShortcut(s.words.Say("shell.search"), kit.Shortcut(fyne.KeyF)))
	f.ActionItem = container.NewPadded(widget.NewIcon(theme.SearchIcon()))
	f.OnChanged = f.typed
	return f
}

func (f *searchField) typed(text string) {
	if f.setting {
		return
	}
	kit.Latest(f.lane, nothing, func(struct{}, error) { f.shell.find(text) })
}

// follow shows what is looked for on the page that is open, unless it is what is
// typed here that leads there.
func (f *searchField) follow(v *visit) {
	text := ""
	if v.page.sought != nil {
		text = v.page.sought()
	}
	if f.leading || text == f.Text {
		return
	}
	f.lane.Drop()
	f.setting = true
	f.SetText(text)
	f.setting = false
}

// TypedKey leads into the list with Down; with Enter too where Enter does not
// also end the choosing of a character.
func (f *searchField) TypedKey(e *fyne.KeyEvent) {
	into := e.Name == fyne.KeyDown || (e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) && runtime.GOOS != "darwin"
	if into && f.Text != "" {
		kit.Safely(f.shell.intoList)
		return
	}
	f.Input.TypedKey(e)
}

// find shows the issues that text is found in. Typing goes on meanwhile. Who
// comes from elsewhere looks among all issues, not among those the list was
// narrowed to when it was left.
func (s *shell) find(text string) {
	at := s.here()
	elsewhere := at == nil || at.place != placeIssues || len(s.trail) > 1
	if elsewhere {
		if text == "" {
			return
		}
		s.frame.search.leading = true
		s.goTo(placeIssues)
		s.frame.search.leading = false
		s.window.Canvas().Focus(s.frame.search)
	}
	switch found := s.here().page; {
	case elsewhere && found.seek != nil:
		found.seek(text)
	case found.search != nil:
		found.search(text)
	}
}

// intoList brings the keyboard from the search into what it found.
func (s *shell) intoList() {
	if at := s.here(); at != nil && at.page.list != nil {
		s.window.Canvas().Focus(at.page.list.FocusTarget())
	}
}
