package data

import (
	"context"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
)

func lineCells(l *app.Line) cells {
	return append(cells{
		{"id", &l.ID},
		{"version", &l.Version},
		{"project_id", to(&l.Project)},
		{"shown", &l.Number},
		{"number", &l.Intake},
		{"kind", &l.Kind},
		{"category", &l.Category},
		{"urgency", &l.Urgency},
		{"level", &l.Level},
		{"state", &l.State},
		{"close_code", &l.Close},
		{"step", &l.Step},
		{"step_due", moment{&l.StepDue}},
		{"due", moment{&l.Due}},
		{"received", moment{&l.Received}},
		{"channel", &l.Channel},
		{"name", &l.Name},
		{"anonymous", &l.Anonymous},
		{"description", &l.Description},
		{"lead_id", to(&l.Lead)},
		{"holder_id", to(&l.Holder)},
		{"handler_id", to(&l.Handler)},
		{"by_id", to(&l.By)},
		{"round", &l.Round},
		{"rework", &l.Rework},
		{"delays", &l.Delays},
		{"rating_final", &l.Final},
		{"call_back", moment{&l.CallBack}},
		{"ended", moment{&l.Ended}},
		{"done", moment{&l.Done}},
		{"taken", &l.Taken},
		{"scene", &l.Scene},
		{"scene_due", moment{&l.SceneDue}},
		{lastMaterials, materialWords{&l.Materials}},
	}, append(append(waitCells(&l.Wait), spentCells(&l.Spent)...), placeCells(&l.Place)...)...)
}

var lineColumns = namesOf(lineCells)

// lines asks for lines; after is everything that follows the columns.
func (s *Store) lines(ctx context.Context, after string, args ...any) ([]app.Line, error) {
	all, err := list(ctx, s.ro, scanner(lineCells), `SELECT `+lineColumns+` FROM `+after, args...)
	if err == nil {
		all, err = veiled(ctx, s.ro, all, shutLine)
	}
	return all, s.explain(err)
}

// bared are lines that say of somebody or of some place what it brought: what must not
// be read is not even named there.
func (s *Store) bared(ctx context.Context, after string, args ...any) ([]app.Line, error) {
	all, err := s.lines(ctx, after, args...)
	return slices.DeleteFunc(all, func(l app.Line) bool { return l.Veiled }), err
}

// Lines lists the issues a filter leaves, in order, from offset on.
func (s *Store) Lines(ctx context.Context, f app.Filter, o app.Order, offset, limit int, now time.Time) ([]app.Line, error) {
	n, err := s.narrow(ctx, f, now)
	if err != nil {
		return nil, err
	}
	if o.By == app.ByDue && !n.open {
		return s.openFirst(ctx, f, o, offset, limit, now)
	}
	from, err := s.by(ctx, n, f, o, now)
	if err != nil {
		return nil, err
	}
	order, err := s.order(ctx, f, o)
	if err != nil {
		return nil, err
	}
	return s.lines(ctx, from+n.where()+order+` LIMIT ? OFFSET ?`, append(n.args, limit, offset)...)
}

// openFirst lists by limit: what is over has none any more, so it comes last,
// the newest first.
func (s *Store) openFirst(ctx context.Context, f app.Filter, o app.Order, offset, limit int, now time.Time) ([]app.Line, error) {
	open := f
	open.OpenOnly = true
	lines, err := s.Lines(ctx, open, o, offset, limit, now)
	if err != nil || len(lines) == limit {
		return lines, err
	}
	skip := 0
	if len(lines) == 0 && offset > 0 {
		before, err := s.CountLines(ctx, open, now, offset)
		if err != nil {
			return nil, err
		}
		skip = offset - before
	}
	n, err := s.narrow(ctx, f, now)
	if err != nil {
		return nil, err
	}
	n.add(`step = ''`)
	over, err := s.lines(ctx, n.from("issues_received")+n.where()+orderBy(f, newest, "")+` LIMIT ? OFFSET ?`, append(n.args, limit-len(lines), skip)...)
	return append(lines, over...), err
}

var newest = app.Order{By: app.ByReceived, Down: true}

// CountLines counts the issues a filter leaves, up to most: beyond it nobody
// needs to know, and counting a million takes time.
func (s *Store) CountLines(ctx context.Context, f app.Filter, now time.Time, most int) (int, error) {
	n, err := s.narrow(ctx, f, now)
	if err != nil {
		return 0, err
	}
	count, err := one(ctx, s.ro, value[int], `SELECT count(*) FROM (SELECT 1 FROM `+n.from("issues_received")+n.where()+` LIMIT ?)`, append(n.args, most)...)
	return count, s.explain(err)
}

// EachLine goes through all issues a filter leaves, in order, for exports.
func (s *Store) EachLine(ctx context.Context, f app.Filter, o app.Order, now time.Time) iter.Seq2[app.Line, error] {
	return func(yield func(app.Line, error) bool) {
		n, err := s.narrow(ctx, f, now)
		if err != nil {
			yield(app.Line{}, err)
			return
		}
		hidden, err := veilsOf(ctx, s.ro)
		if err != nil {
			yield(app.Line{}, s.explain(err))
			return
		}
		if o.By == app.ByDue && !n.open {
			open := f
			open.OpenOnly = true
			for l, err := range s.EachLine(ctx, open, o, now) {
				if !yield(l, err) || err != nil {
					return
				}
			}
			n.add(`step = ''`)
			o = newest
		}
		from, err := s.by(ctx, n, f, o, now)
		if err != nil {
			yield(app.Line{}, err)
			return
		}
		rows, err := s.ro.QueryContext(ctx, `SELECT `+lineColumns+` FROM `+from+n.where()+orderBy(f, o, hidden.list()), n.args...)
		if err != nil {
			yield(app.Line{}, s.explain(err))
			return
		}
		defer rows.Close()
		scan := scanner(lineCells)
		for rows.Next() {
			l, err := scan(rows)
			if shutLine(&l, hidden); !yield(l, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(app.Line{}, s.explain(err))
		}
	}
}

// narrowing is a filter as SQL.
type narrowing struct {
	conditions []string
	args       []any
	text       string // what to look for in the full-text index
	open, room bool   // only open issues, or those of a room: their own small index serves
	only       bool   // certain issues: each is looked up
}

func (n *narrowing) add(condition string, args ...any) {
	n.conditions = append(n.conditions, condition)
	n.args = append(n.args, args...)
}

// narrow spells a filter for whoever reads. What he may not read is found by its number
// alone, never by a word in it, nor by whose or where it is.
func (s *Store) narrow(ctx context.Context, f app.Filter, now time.Time) (*narrowing, error) {
	n := narrow(f, now)
	if n.text == "" && f.Room == 0 && len(f.Areas) == 0 && len(f.Departments) == 0 {
		return n, nil
	}
	hidden, err := veilsOf(ctx, s.ro)
	if err != nil {
		return nil, s.explain(err)
	}
	ids := hidden.ids()
	switch {
	case len(ids) == 0:
	case f.Room != 0 || len(f.Areas) > 0 || len(f.Departments) > 0:
		n.add(`id NOT IN (SELECT value FROM json_each(?))`, oneArgument(ids))
	default:
		n.add(`(id NOT IN (SELECT value FROM json_each(?)) OR id IN (SELECT rowid FROM search WHERE search MATCH ?))`,
			oneArgument(ids), `number : (`+n.text+`)`)
	}
	return n, nil
}

// newestFinds is among how many of the newest finds of a search the other
// filters look; a page of a list never needs more.
const newestFinds = 10000

// narrow spells a filter.
func narrow(f app.Filter, now time.Time) *narrowing {
	n := &narrowing{text: match(f.Text), open: f.OpenOnly || f.Late || len(f.Steps) > 0}
	if n.text != "" {
		n.args = append(n.args, n.text, newestFinds)
	} else if strings.TrimSpace(f.Text) != "" {
		n.add(`0`) // only marks were typed: nothing can be found
	}
	if n.open {
		n.add(`step <> ''`)
	}
	if f.Suspended {
		n.open = true
		n.add(`suspended <> '' AND step <> ''`)
	}
	if f.Late {
		n.add(`step_due < ? AND step_due <> ''`, stamp(now))
	}
	n.addList("state", texts(f.States))
	n.addList("step", texts(f.Steps))
	n.addList("kind", texts(f.Kinds))
	n.addList("lead_id", ids(f.Departments))
	n.addList("area_id", ids(f.Areas))
	n.addCategories(f.Categories)
	if f.Project != 0 {
		n.add(`project_id = ?`, int64(f.Project))
	}
	if f.Room != 0 {
		n.room = true
		n.add(`room_id = ?`, int64(f.Room))
	}
	if len(f.Only) > 0 {
		n.only = true
		n.add(`id IN (SELECT value FROM json_each(?))`, oneArgument(f.Only))
	}
	if f.Mine != 0 {
		n.add(`(by_id = ? OR handler_id = ?)`, int64(f.Mine), int64(f.Mine))
	}
	if !f.From.IsZero() {
		n.add(`received >= ?`, stamp(f.From))
	}
	if !f.To.IsZero() {
		n.add(`received < ?`, stamp(f.To))
	}
	return n
}

func (n *narrowing) addList(column string, values []any) {
	if len(values) > 0 {
		n.add(column+` IN (?`+strings.Repeat(`, ?`, len(values)-1)+`)`, values...)
	}
}

// addCategories takes EQ for all of EQ1, EQ2 …
func (n *narrowing) addCategories(all []app.Category) {
	if len(all) == 0 {
		return
	}
	var any []string
	for _, c := range all {
		column := `category`
		if c == c.Subject() {
			column = `substr(category, 1, 2)`
		}
		any = append(any, column+` = ?`)
		n.args = append(n.args, string(c))
	}
	n.conditions = append(n.conditions, `(`+strings.Join(any, ` OR `)+`)`)
}

// from names where the lines come from. A search begins at the full-text index,
// whose rows come newest first without sorting; open issues and a room have a
// small index of their own. For the rest it is said by which index to go: left
// to itself, SQLite takes one that fits a filter and then sorts all there is.
func (n *narrowing) from(index string) string {
	switch {
	case n.only && n.text == "":
		return `issues NOT INDEXED`
	case n.text != "":
		return `(SELECT rowid AS found FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) CROSS JOIN issues ON id = found`
	case n.room:
		return `issues INDEXED BY issues_room`
	case n.open:
		return `issues INDEXED BY issues_pressing`
	}
	return `issues INDEXED BY ` + index
}

// fewLines is how many lines are sorted rather than picked out of the order of
// an index one by one.
const fewLines = 5000

// by chooses the index for an order: its own, unless the filter leaves so
// little that going through the whole order would look at a million for nothing.
func (s *Store) by(ctx context.Context, n *narrowing, f app.Filter, o app.Order, now time.Time) (string, error) {
	index, known := orders[o.By]
	if !known || o.By == app.ByReceived || n.text != "" || n.room || n.open || n.only {
		return n.from("issues_received"), nil
	}
	if len(n.conditions) == 0 {
		return n.from(index.name), nil
	}
	count, err := s.CountLines(ctx, f, now, fewLines)
	if err != nil || count < fewLines {
		return n.from("issues_received"), err
	}
	return n.from(index.name), nil
}

func (n *narrowing) where() string {
	if len(n.conditions) == 0 {
		return ``
	}
	return ` WHERE ` + strings.Join(n.conditions, ` AND `)
}

// orders spells the columns, with the index that has them in order; the id makes
// every order a definite one.
var orders = map[app.Sort]struct {
	name    string
	columns []string
}{
	app.ByReceived: {"issues_received", []string{"received", "id"}},
	app.ByDue:      {"issues_pressing", []string{"step_due", "id"}}, // only what is open has one
	app.ByNumber:   {"issues_shown", []string{"shown"}},
	app.ByPlace:    {"issues_place", []string{"place_key", "id"}},
	app.ByKind:     {"issues_kind", []string{"kind", "received", "id"}},
	app.ByState:    {"issues_state", []string{"state", "received", "id"}},
	app.ByLead:     {"issues_lead", []string{"lead_id", "received", "id"}},
}

// unsaid is where what may not be read stands in an order: where it would if that were
// not written down, so that its place among the others tells nothing.
var unsaid = map[app.Sort]string{app.ByPlace: `''`, app.ByLead: `NULL`}

// order spells an order for whoever reads.
func (s *Store) order(ctx context.Context, f app.Filter, o app.Order) (string, error) {
	if unsaid[o.By] == "" {
		return orderBy(f, o, ""), nil
	}
	hidden, err := veilsOf(ctx, s.ro)
	return orderBy(f, o, hidden.list()), s.explain(err)
}

// orderBy spells an order; hidden are the issues whose words are kept. Finds of a search
// come newest first unless another order is asked for.
func orderBy(f app.Filter, o app.Order, hidden string) string {
	order, known := orders[o.By]
	switch {
	case !known && match(f.Text) != "":
		return ` ORDER BY found DESC`
	case !known:
		return ` ORDER BY received DESC, id DESC`
	}
	columns, direction := slices.Clone(order.columns), ``
	if unsaid[o.By] != "" && hidden != "" {
		columns[0] = `CASE WHEN id IN (` + hidden + `) THEN ` + unsaid[o.By] + ` ELSE ` + columns[0] + ` END`
	}
	if o.Down {
		direction = ` DESC`
	}
	return ` ORDER BY ` + strings.Join(columns, direction+`, `) + direction
}

func texts[T ~string](all []T) []any {
	values := make([]any, len(all))
	for i, v := range all {
		values[i] = string(v)
	}
	return values
}

func ids[T ~int64](all []T) []any {
	values := make([]any, len(all))
	for i, v := range all {
		values[i] = int64(v)
	}
	return values
}

// oneArgument are ids or numbers as one argument, however many.
func oneArgument[T ~int | ~int64](all []T) string {
	text := []byte{'['}
	for i, id := range all {
		if i > 0 {
			text = append(text, ',')
		}
		text = strconv.AppendInt(text, int64(id), 10)
	}
	return string(append(text, ']'))
}
