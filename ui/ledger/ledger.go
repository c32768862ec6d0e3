// Package ledger has the list of issues: everything that was ever taken in,
// narrowed, sorted, searched, printed and exported; and the list of owners to be
// told and asked, which is the same list with another question. It asks the
// store through Asks and leads to issues by callbacks; it knows no other screen,
// no paper and no sheet.
package ledger

import (
	"context"
	"iter"
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
	"ownerdesk/ui/seat"
)

// Asks is what the list asks of the store.
type Asks interface {
	Lines(ctx context.Context, f app.Filter, o app.Order, offset, limit int, now time.Time) ([]app.Line, error)
	CountLines(ctx context.Context, f app.Filter, now time.Time, most int) (int, error)
	EachLine(ctx context.Context, f app.Filter, o app.Order, now time.Time) iter.Seq2[app.Line, error]
	Areas(context.Context, app.ProjectID) ([]app.Area, error)
	SavedFilters(context.Context, app.StaffID) ([]app.SavedFilter, error)
	KeepFilter(context.Context, app.SavedFilter) (int64, error)
	DropFilter(context.Context, int64) error
}

// List is a list of issues.
type List struct {
	Root fyne.CanvasObject

	Open   func(app.Line)   // an issue is looked at
	Act    func(app.Line)   // the next step is taken with it
	Intake func()           // a new issue
	Slips  func([]app.Line) // the slips of several issues
	Export Exporter         // nil: there is no export
	Import func()           // an older ledger is taken over
	Sought func()           // what is looked for was changed here

	seat  *seat.Seat
	asks  Asks
	about question
	lane  *kit.Lane
	rows  *rows
	text  string
	order app.Order
	stop  func()
	again bool // shown before: the list stays where it was

	filters *filters
	saved   *saved
	actions *actions
	count   *kit.Phrase
	columns []kit.Column
	table   *kit.Table
}

// NewIssues is the list of all issues, the newest first.
func NewIssues(s *seat.Seat, asks Asks) *List { return newList(s, asks, allIssues) }

// NewFollowUps is the list of owners to be told and asked, the most pressing first.
func NewFollowUps(s *seat.Seat, asks Asks) *List { return newList(s, asks, toAsk) }

// NewChosen is the list of certain issues, under a title that says which.
func NewChosen(s *seat.Seat, asks Asks, title string, only []app.IssueID) *List {
	about := allIssues
	about.title, about.only = title, only
	return newList(s, asks, about)
}

func newList(s *seat.Seat, asks Asks, about question) *List {
	l := &List{
		seat: s, asks: asks, about: about, order: about.order,
		lane: kit.NewLane(s.Tasks, 0), stop: func() {},
		Open: func(app.Line) {}, Act: func(app.Line) {}, Intake: func() {}, Import: func() {}, Slips: func([]app.Line) {}, Sought: func() {},
	}
	l.filters = newFilters(s, asks, about, l.fromTop)
	l.saved = newSaved(l)
	l.actions = newActions(l)
	l.build()
	return l
}

// Shown fills the list and keeps it true until Hidden.
func (l *List) Shown() {
	l.stop = l.seat.Desk.Changes.Listen(func(app.Change) {
		kit.Do(l.seat.Tasks, nothing, func(struct{}, error) { l.reload() })
	})
	l.filters.load()
	l.saved.load()
	if l.again {
		l.reload()
		return
	}
	l.again = true
	l.fromTop()
}

// Hidden stops listening.
func (l *List) Hidden() {
	l.stop()
	l.stop = nil
	l.lane.Drop()
}

func nothing(context.Context) (struct{}, error) { return struct{}{}, nil }

// Find narrows the list to what text is found in.
func (l *List) Find(text string) {
	if l.text != text {
		l.text = text
		l.fromTop()
	}
}

// Text is what is looked for, "" for nothing.
func (l *List) Text() string { return l.text }

// FocusTarget is where the keyboard goes: the rows.
func (l *List) FocusTarget() fyne.Focusable { return l.table }

// filter is what the list is narrowed to now.
func (l *List) filter() app.Filter {
	f := l.filters.filter()
	f.Text, f.Only = l.text, l.about.only
	return f
}

// countedTo is up to how many rows are counted; more are shown as they are come to.
const countedTo = 10_000

// fromTop asks anew and shows the list from its top; reload leaves it where it is.
func (l *List) fromTop() { l.ask(l.show) }

func (l *List) reload() {
	if l.stop == nil {
		return // left meanwhile
	}
	l.ask(l.refill)
}

func (l *List) ask(show func(*rows, error)) {
	f, order, now := l.filter(), l.order, l.seat.Now()
	l.table.SetBusy(true)
	kit.Latest(l.lane, func(ctx context.Context) (*rows, error) {
		lines, err := l.asks.Lines(ctx, f, order, 0, pageRows, now)
		if err != nil {
			return nil, err
		}
		n := len(lines)
		if n == pageRows {
			if n, err = l.asks.CountLines(ctx, f, now, countedTo+1); err != nil {
				return nil, err
			}
		}
		return newRows(l, f, order, now, lines, n), nil
	}, show)
}

func (l *List) show(r *rows, err error) {
	if l.took(r, err) {
		l.table.SetRows(r)
	}
}

func (l *List) refill(r *rows, err error) {
	if l.took(r, err) {
		l.table.Refill(r)
	}
}

// took is the only place where an answer meets the list.
func (l *List) took(r *rows, err error) bool {
	l.table.SetBusy(false)
	if err != nil {
		slog.Error("list", "err", err)
		l.seat.Says(kit.Bad, l.seat.Trouble(err))
		return false
	}
	l.rows = r
	l.count.SetText(l.howMany(r))
	l.table.WhenEmpty(l.none())
	l.actions.ticked()
	return true
}

func (l *List) howMany(r *rows) string {
	s := l.seat
	words := s.Count("ledger.count", r.known)
	if r.more {
		words = s.Say("ledger.count.more", s.Number(countedTo))
	}
	if l.text != "" {
		words = s.Say("ledger.found", l.text, words)
	}
	return words
}

func (l *List) sorted(key string, down bool) {
	l.order = app.Order{By: app.Sort(key), Down: down}
	l.fromTop()
}

func (l *List) open(i int) {
	if line, here := l.rows.line(i); here {
		l.Open(line)
	}
}

func (l *List) act(i, _ int) {
	if line, here := l.rows.line(i); here {
		l.Act(line)
	}
}
