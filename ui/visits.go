package ui

import (
	"fyne.io/fyne/v2"

	"ownerdesk/ui/kit"
)

// page is one screen as the shell sees it. What a screen does not have stays nil.
type page struct {
	root   fyne.CanvasObject
	shown  func()
	hidden func()
	save   func()      // Ctrl+S
	next   func()      // Ctrl+Enter: the one next step
	print  func()      // Ctrl+P
	escape func() bool // Esc; true when there was something to close
	search func(string)
	seek   func(string)                              // search, among all there is
	sought func() string                             // what search was last asked
	list   interface{ FocusTarget() fyne.Focusable } // what search fills
}

// visit is being somewhere: the place it belongs to and how its page is made.
// The page is kept while one may come back to it.
type visit struct {
	place string
	make  func() *page
	page  *page
}

// here is the visit one is at; nil before the first.
func (s *shell) here() *visit {
	if len(s.trail) == 0 {
		return nil
	}
	return s.trail[len(s.trail)-1]
}

// goTo leads to a place at the left; how one came there is forgotten.
func (s *shell) goTo(place string) {
	v := s.places[place]
	if v == nil {
		v = &visit{place: place, make: s.maker(place)}
		s.places[place] = v
	}
	s.hide()
	s.trail = []*visit{v}
	s.arrive()
}

// enter leads to a page from where one is, which one comes back to.
func (s *shell) enter(place string, make func() *page) {
	s.hide()
	s.trail = append(s.trail, &visit{place: place, make: make})
	s.arrive()
}

// instead leads to a page in the place of the one that is open.
func (s *shell) instead(place string, make func() *page) {
	s.hide()
	if len(s.trail) > 0 {
		s.trail = s.trail[:len(s.trail)-1]
	}
	s.trail = append(s.trail, &visit{place: place, make: make})
	s.arrive()
}

// back leads where one came from; from the beginning, to Today.
func (s *shell) back() {
	if len(s.trail) < 2 {
		if at := s.here(); at != nil && at.place != placeToday {
			s.goTo(placeToday)
		}
		return
	}
	s.hide()
	s.trail = s.trail[:len(s.trail)-1]
	s.arrive()
}

// arrive shows the page one is at.
func (s *shell) arrive() {
	v := s.here()
	if v.page == nil {
		v.page = v.make()
	}
	s.frame.show(v)
	if !s.searching() {
		s.window.Canvas().Unfocus()
	}
	if v.page.shown != nil {
		s.tasks.Guard(v.page.shown)()
	}
	if s.window.Canvas().Focused() == nil {
		s.intoPage()
	}
}

// searching tells whether the keyboard is in the search: what is typed there
// leads to another page while the typing goes on.
func (s *shell) searching() bool {
	return s.window.Canvas().Focused() == fyne.Focusable(s.frame.search)
}

// intoPage brings the keyboard into the page that is open.
func (s *shell) intoPage() { kit.Enter(s.window.Canvas(), s.here().page.root) }

// settle keeps the keyboard on what is seen: a page that was left, or a part of
// it that is no longer shown, must not take a key.
func (s *shell) settle() {
	c := s.window.Canvas()
	if s.frame == nil || s.here() == nil || s.here().page == nil || c.Overlays().Top() != nil {
		return
	}
	if at, placed := c.Focused().(fyne.CanvasObject); placed && !kit.Seen(at) {
		s.intoPage()
	}
}

// hide leaves the page that is open, without going anywhere yet.
func (s *shell) hide() {
	for kit.TopSheet(s.window.Canvas()) != nil {
		kit.TopSheet(s.window.Canvas()).Leave()
	}
	if v := s.here(); v != nil && v.page != nil && v.page.hidden != nil {
		s.tasks.Guard(v.page.hidden)()
	}
	if s.drafts != nil {
		s.drafts.flush()
	}
}

// forgetOthers lets all pages but the open one be made anew.
func (s *shell) forgetOthers() {
	at := s.here()
	for name, v := range s.places {
		if v != at {
			delete(s.places, name)
		}
	}
	for _, v := range s.trail {
		if v != at {
			v.page = nil
		}
	}
}

// rebuild makes everything anew, for another person, language or look; one stays
// where one is.
func (s *shell) rebuild() {
	for _, v := range s.trail {
		v.page = nil
	}
	at := s.here()
	s.places = map[string]*visit{}
	if at == nil {
		s.reframe()
		s.goTo(placeToday)
		return
	}
	if len(s.trail) == 1 {
		s.places[at.place] = at
	}
	s.reframe()
	s.arrive()
}
