// Package register has the place of owners and rooms: the estate with its
// buildings, who lives or owns where, the forms that correct it, and the way in
// for a file of owners. It asks the store through Asks and changes things
// through the desk; it knows no other screen.
package register

import (
	"context"
	"iter"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Asks is what the place asks of the store.
type Asks interface {
	Projects(context.Context) ([]app.Project, error)
	Areas(context.Context, app.ProjectID) ([]app.Area, error)
	Buildings(context.Context, app.ProjectID) ([]app.Building, error)
	Rooms(context.Context, app.BuildingID) ([]app.Room, error)
	Room(context.Context, app.RoomID) (app.Room, app.Building, error)
	People(context.Context, app.RoomID) ([]app.Person, []app.Tie, error)
	Person(context.Context, app.PersonID) (app.Person, error)
	PersonRooms(context.Context, app.PersonID) ([]app.Tie, error)
	PersonHistory(context.Context, app.PersonID) ([]app.Line, error)
	RoomHistory(context.Context, app.RoomID) ([]app.Line, error)
	EachLine(ctx context.Context, f app.Filter, o app.Order, now time.Time) iter.Seq2[app.Line, error]
	Find(ctx context.Context, query string, limit int) ([]app.Found, error)
}

// Page is the place of owners and rooms.
type Page struct {
	Root fyne.CanvasObject

	Open   func(app.IssueID)   // an issue of a room or a person
	Intake func(app.Found)     // a new issue about a room
	Import func(app.ProjectID) // a file of owners is to be taken in
	seat   *seat.Seat
	asks   Asks
	state
	view
}

// state is what was chosen and what the store said to it.
type state struct {
	project app.ProjectID
	at      spot // what the list of rooms is about
	about   subject
	open    map[app.PersonID]bool // shown in full, after a reason was given
	follow  bool                  // the lists are to go where the card is

	estate estate
	spots  []spot
	rooms  []home
	found  []app.Found
	detail detail
	stop   func()
}

// spot is an area (its building is none) or a building.
type spot struct {
	area     app.AreaID
	building app.BuildingID
}

// subject is what the card at the right is about: a room, or somebody who has none.
type subject struct {
	room   app.RoomID
	person app.PersonID
}

// view is what is seen of it.
type view struct {
	search  *searchBox
	finding *kit.Lane
	filling *kit.Lane
	looking *kit.Lane
	estates *kit.Choice[app.Project]
	places  *kit.Table
	list    *kit.Table
	heading *kit.Phrase
	count   *kit.Cell
	card    *fyne.Container
	scroll  *container.Scroll
	body    *fyne.Container
}

// searchPause is how long typing rests before the register is asked.
const searchPause = 120 * time.Millisecond

// NewPage lays the page out; Shown fills it.
func NewPage(s *seat.Seat, asks Asks) *Page {
	p := &Page{
		seat: s, asks: asks,
		Open: func(app.IssueID) {}, Intake: func(app.Found) {}, Import: func(app.ProjectID) {},
		state: state{project: s.Project, open: map[app.PersonID]bool{}, stop: func() {}},
	}
	p.finding, p.filling, p.looking = kit.NewLane(s.Tasks, searchPause), kit.NewLane(s.Tasks, 0), kit.NewLane(s.Tasks, 0)
	p.build()
	return p
}

// Shown fills the page and keeps it true until Hidden.
func (p *Page) Shown() {
	p.stop = p.seat.Desk.Changes.Listen(func(app.Change) {
		kit.Do(p.seat.Tasks, nothing, func(struct{}, error) { p.load() })
	})
	p.load()
}

// Hidden stops listening, and what was shown in full is masked again.
func (p *Page) Hidden() {
	p.stop()
	p.stop = func() {}
	for _, l := range []*kit.Lane{p.finding, p.filling, p.looking} {
		l.Drop()
	}
	clear(p.open)
}

func nothing(context.Context) (struct{}, error) { return struct{}{}, nil }

// Search looks for what was typed elsewhere in the window.
func (p *Page) Search(text string) {
	p.search.SetText(text)
	kit.Focus(p.search)
}

// ShowRoom shows a room, wherever it is.
func (p *Page) ShowRoom(id app.RoomID) {
	p.search.clear()
	p.follow = true
	p.look(subject{room: id})
}

// wrong says what went wrong with a question to the store.
func (p *Page) wrong(err error) bool {
	if err == nil {
		return false
	}
	slog.Error("register", "err", err)
	p.seat.Says(kit.Bad, p.seat.Trouble(err))
	return true
}
