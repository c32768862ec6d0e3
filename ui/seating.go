package ui

import (
	"context"
	"maps"
	"reflect"
	"slices"

	"ownerdesk/app"
	"ownerdesk/assets/lang"
	"ownerdesk/reports/say"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// standing is what a seat is made from.
type standing struct {
	ground app.Ground
	lists  []app.ListItem
	drafts []app.FormDraft // of whoever sits down
}

func (s *shell) stand(ctx context.Context) (standing, error) {
	g, err := s.office.Desk.Ground(ctx)
	if err != nil {
		return standing{}, err
	}
	lists, err := s.office.Store.Lists(ctx)
	if err != nil {
		return standing{}, err
	}
	left, err := s.office.Store.FormDrafts(ctx, s.staff)
	return standing{g, lists, left}, err
}

// sit gives somebody the place at the desk and opens it.
func (s *shell) sit(who app.StaffID) {
	s.staff = who
	s.sitAnd(s.heedClock)
}

// sitAnd opens the desk for who was given the place, and goes on from there.
func (s *shell) sitAnd(then func()) {
	ask(s, s.stand, func(now standing) {
		s.hide()
		s.take(now)
		s.wear(now.ground)
		s.words = s.seat.Words
		s.rebuild()
		then()
	})
}

// take makes the seat anew. Screens made from now on are given it.
func (s *shell) take(now standing) {
	g := now.ground
	s.stood = now
	if s.drafts == nil || s.drafts.by != s.staff {
		s.drafts = newDrafts(s, s.staff, now.drafts)
		kit.KeepDrafts(s.drafts)
	}
	if s.project != 0 && g.Projects[s.project].Closed {
		s.project = 0
	}
	s.words = words(s.language(g.Office)).With(say.OwnWords(now.lists, s.language(g.Office)))
	paper := lang.Language(g.Office.Paper)
	if paper == "" {
		paper = s.language(g.Office)
	}
	tasks := s.tasks
	tasks.Within = app.Reads(context.Background(), s.staff)
	s.seat = &seat.Seat{
		Voice: say.Voice{Words: s.words, Ground: g},
		Desk:  s.office.Desk, Tasks: tasks, Now: s.parts.Now,
		Staff: g.Staff[s.staff], Project: s.project, Lists: now.lists,
		Paper:  words(paper).With(say.OwnWords(now.lists, paper)),
		Window: s.window, Outside: s.outside, Says: s.says,
	}
}

// changed looks what a change means for the window: figures beside the places,
// or a seat that has to be made anew.
func (s *shell) changed(c app.Change) {
	s.count()
	if s.seat == nil || !c.Settings {
		return
	}
	before := s.seat.Ground
	kit.Latest(s.fresh, s.stand, func(now standing, err error) {
		if err != nil || s.seat == nil {
			return
		}
		s.follow(before, now)
	})
}

// follow brings the window up to what the office is now. Where the language, the
// look or the names of places changed all is built anew; otherwise the page that
// is open stays and the others are made again when they are gone to.
func (s *shell) follow(before app.Ground, now standing) {
	was, is := before.Office, now.ground.Office
	s.take(now)
	switch {
	case was.Screen != is.Screen || was.Look != is.Look || was.Scale != is.Scale:
		s.wear(now.ground)
		s.words = s.seat.Words
		s.hide()
		s.rebuild()
	case !reflect.DeepEqual(before.Projects, now.ground.Projects) || !reflect.DeepEqual(before.Departments, now.ground.Departments) ||
		!reflect.DeepEqual(before.Staff, now.ground.Staff) || was.Sample != is.Sample:
		s.forgetOthers()
		s.reframe()
	default:
		s.forgetOthers()
	}
}

// look chooses which estate is looked at; 0 is all.
func (s *shell) look(p app.ProjectID) {
	s.project = p
	s.hide()
	s.take(s.stood)
	s.rebuild()
}

// estates are those that are worked for, by name.
func estates(g app.Ground) []app.ProjectID {
	ids := slices.Collect(maps.Keys(g.Projects))
	ids = slices.DeleteFunc(ids, func(id app.ProjectID) bool { return g.Projects[id].Closed })
	slices.SortFunc(ids, func(a, b app.ProjectID) int { return int(a - b) })
	return ids
}

// name is what the program is called above the window; a clock that was set is
// part of it, so that nobody works by it unawares.
func (s *shell) name() string {
	if s.parts.Trial == "" {
		return s.words.Say("app.name")
	}
	return s.words.Say("app.name") + s.words.Say("shell.clock.title", s.parts.Trial)
}

// title is what stands above the window.
func (s *shell) title() string {
	t := s.name()
	if s.seat == nil {
		return t
	}
	if s.seat.Ground.Office.Company != "" {
		t = s.seat.Ground.Office.Company + " – " + t
	}
	if s.seat.Ground.Office.Sample {
		t += s.words.Say("shell.sample.title")
	}
	return t
}
