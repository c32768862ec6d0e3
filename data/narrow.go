package data

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"ownerdesk/app"
)

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
