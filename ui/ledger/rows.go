package ledger

import (
	"context"
	"log/slog"
	"time"

	"ownerdesk/app"
	"ownerdesk/ui/kit"
)

const (
	pageRows  = 200
	pagesKept = 50
)

// rows are the lines of a list of any length, of which those looked at are in
// memory, page by page. A page that is not there is fetched while the list goes
// on; its rows are blank until then.
type rows struct {
	list   *List
	filter app.Filter
	order  app.Order
	now    time.Time

	known int  // how many rows the list shows
	more  bool // there are rows beyond those counted
	pages map[int][]app.Line
	used  []int // pages in the order they were last asked for
	asked map[int]bool
}

func newRows(l *List, f app.Filter, o app.Order, now time.Time, first []app.Line, n int) *rows {
	r := &rows{list: l, filter: f, order: o, now: now, known: min(n, countedTo), more: n > countedTo,
		pages: map[int][]app.Line{}, asked: map[int]bool{}}
	r.keep(0, first)
	return r
}

// Count is how many rows there are to scroll through.
func (r *rows) Count() int { return r.known }

// At words one row, from memory; nil while it is fetched.
func (r *rows) At(i int) []kit.Piece {
	line, here := r.line(i)
	if !here {
		r.want(i / pageRows)
		return nil
	}
	return r.list.about.pieces(r.list.seat, line, r.now)
}

// line is a row that is in memory.
func (r *rows) line(i int) (app.Line, bool) {
	page := r.pages[i/pageRows]
	if i < 0 || i%pageRows >= len(page) {
		return app.Line{}, false
	}
	return page[i%pageRows], true
}

// keep puts a page into memory and lets go of the one not seen for longest.
func (r *rows) keep(n int, lines []app.Line) {
	r.pages[n] = lines
	r.used = append(r.used, n)
	if len(r.used) > pagesKept {
		delete(r.pages, r.used[0])
		r.used = r.used[1:]
	}
}

// want fetches a page, once.
func (r *rows) want(n int) {
	if r.asked[n] {
		return
	}
	r.asked[n] = true
	l := r.list
	kit.Do(l.seat.Tasks, func(ctx context.Context) ([]app.Line, error) {
		return r.fetch(ctx, n)
	}, func(lines []app.Line, err error) {
		r.asked[n] = false
		if err != nil {
			slog.Error("list", "page", n, "err", err)
			return
		}
		r.keep(n, lines)
		r.stretch(n, lines)
		if l.rows == r {
			l.table.Redraw()
		}
	})
}

// stretch lengthens a list whose end is come to and which goes on beyond it.
func (r *rows) stretch(n int, lines []app.Line) {
	end := n*pageRows + len(lines)
	switch {
	case len(lines) < pageRows && end <= r.known:
		r.known, r.more = end, false // shorter than it was when it was counted
	case r.more && end >= r.known:
		r.known += countedTo
	}
}

func (r *rows) fetch(ctx context.Context, n int) ([]app.Line, error) {
	return r.list.asks.Lines(ctx, r.filter, r.order, n*pageRows, pageRows, r.now)
}

// gather finds the lines of some rows, in memory or not.
func (r *rows) gather(ctx context.Context, at []int) ([]app.Line, error) {
	var lines []app.Line
	page, have := -1, []app.Line(nil)
	for _, i := range at {
		if i/pageRows != page {
			var err error
			page = i / pageRows
			if have, err = r.fetch(ctx, page); err != nil {
				return nil, err
			}
		}
		if i%pageRows < len(have) {
			lines = append(lines, have[i%pageRows])
		}
	}
	return lines, nil
}
