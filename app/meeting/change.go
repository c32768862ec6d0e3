package meeting

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"ownerdesk/app"
	"ownerdesk/app/trace"
)

// ChangeOrder changes what stands in a record. What is nil stays as it is; a list
// is given back whole, its rows with their numbers.
type ChangeOrder struct {
	Stand
	Details   *Details
	Guests    *[]Guest
	Agenda    *[]Item
	Accounts  *[]Account
	Problems  *[]Problem
	Opinions  *[]Opinion
	Answers   *[]Answer
	Decisions *[]Decision
	Told      *[]Told
}

// Change changes what stands in a record. An order that changes nothing leaves no
// trace.
func (d *Desk) Change(ctx context.Context, o ChangeOrder) (Move, error) {
	return d.act(ctx, "change", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) { return r.Change(o, g, at) })
}

// Preview is what Change would do, without doing it: what a sheet that was read
// back says differently stands in the differences of its act.
func (d *Desk) Preview(ctx context.Context, o ChangeOrder) (Move, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Move{}, err
	}
	r, err := d.Store.Record(ctx, o.Record)
	if err != nil {
		return Move{}, fmt.Errorf("preview record %d: %w", o.Record, err)
	}
	return r.Change(o, g, d.moment())
}

// Change decides Desk.Change.
func (r Record) Change(o ChangeOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By, r.Head)
	f.open(r, Planned, Frozen, Held)
	m := r.begin(ActChanged, o.By, at, "")
	if o.Details != nil {
		m.Head.Details = o.Details.trimmed()
		f.details(g, m.Head)
		given := r.Kind == Notice && r.State == Held
		f.unless(!given || len(trace.Differences("", r.Details, m.Head.Details)) == 0, "meeting", "not-now") // it hangs on the wall
		f.unless(r.Kind != Weekly || m.Head.Dept == r.Dept, "dept", "taken-away")
	}
	m = r.settle(m)
	m.Guests = revised(&f, &m, "guests", r.Guests, deref(o.Guests, r.Guests), Guest.wrong, g, at)
	m.Agenda = revised(&f, &m, "agenda", r.Agenda, deref(o.Agenda, r.Agenda), Item.wrong, g, at)
	m.Accounts = revised(&f, &m, "accounts", r.Accounts, deref(o.Accounts, r.Accounts), Account.wrong, g, at)
	m.Problems = revised(&f, &m, "problems", r.Problems, deref(o.Problems, r.Problems), Problem.wrong, g, at)
	m.Opinions = revised(&f, &m, "opinions", r.Opinions, r.tied(&f, deref(o.Opinions, r.Opinions)), Opinion.wrong, g, at)
	m.Answers = revised(&f, &m, "answers", r.Answers, deref(o.Answers, r.Answers), Answer.wrong, g, at)
	m.Decisions = revised(&f, &m, "decisions", r.Decisions, deref(o.Decisions, r.Decisions), Decision.wrong, g, at)
	m.Told = revised(&f, &m, "told", r.Told, deref(o.Told, r.Told), Told.wrong, g, at)
	for _, v := range m.Told {
		f.unless(v.N > len(r.Told) || len(trace.Differences("", r.Told[v.N-1], v)) == 0, "told", "taken-away")
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	if len(m.Act.Diffs) == 0 {
		return Move{Head: r.Head}, nil
	}
	return m, nil
}

// deref is the list that is wanted: the one given, or the one there is.
func deref[T any, P lined[T]](given *[]T, had []T) []T {
	if given == nil {
		return Live[T, P](had)
	}
	return *given
}

// tied keeps which issues opinions became, whatever a form gives back. One that
// became an issue is not struck.
func (r Record) tied(f *faults, want []Opinion) []Opinion {
	want = slices.Clone(want)
	there := map[int]bool{}
	for i := range want {
		var had Opinion
		if n := want[i].N; n > 0 && n <= len(r.Opinions) {
			had = r.Opinions[n-1]
			there[n] = true
		}
		want[i].Issue, want[i].Number = had.Issue, had.Number
	}
	for _, had := range r.Opinions {
		f.unless(had.Issue == 0 || there[had.N], "opinions", "taken-away")
	}
	return want
}

// revised is revise with the rules of one row.
func revised[T any, P lined[T]](f *faults, m *Move, list string, had, want []T, wrong func(T, app.Ground, time.Time) string, g app.Ground, at time.Time) []T {
	changed, diffs := revise[T, P](f, list, had, want)
	for _, v := range changed {
		if P(&v).row().Gone {
			continue
		}
		if rule := wrong(v, g, at); rule != "" {
			f.unless(false, list, rule)
			break
		}
		f.short(list, v)
	}
	m.Act.Diffs = append(m.Act.Diffs, diffs...)
	return changed
}

func blank(texts ...string) bool {
	return strings.TrimSpace(strings.Join(texts, "")) == ""
}

func (v Guest) wrong(g app.Ground, at time.Time) string {
	_, works := g.Staff[v.Staff]
	switch {
	case v.Staff == 0 && v.Person == 0 && blank(v.Name), !slices.Contains(Groups, v.Group):
		return "incomplete"
	case v.Staff != 0 && !works, v.Presence != "" && !slices.Contains(Presences, v.Presence):
		return "unknown"
	case v.Came.After(at), v.Left.After(at):
		return "future"
	case !v.Left.IsZero() && v.Left.Before(v.Came):
		return "before-came"
	}
	return ""
}

func (v Item) wrong(app.Ground, time.Time) string {
	switch {
	case blank(v.Key, v.Text):
		return "incomplete"
	case v.Minutes < 0 || v.Minutes > 600:
		return "out-of-range"
	}
	return ""
}

func (v Account) wrong(g app.Ground, _ time.Time) string {
	_, known := g.Departments[v.Dept]
	switch {
	case !known, v.Module != "" && !slices.Contains(Modules, v.Module):
		return "unknown"
	case v.Rounds < 0 || v.Found < 0 || v.Mended < 0 || v.Rounds > 1e6 || v.Found > 1e6 || v.Mended > 1e6:
		return "out-of-range"
	}
	return ""
}

func (v Problem) wrong(g app.Ground, _ time.Time) string {
	_, known := g.Departments[v.Dept]
	switch {
	case blank(v.Title, string(v.Category)):
		return "incomplete"
	case v.Dept != 0 && !known:
		return "unknown"
	case v.Households < 0 || v.Cases < 0 || v.Before < 0:
		return "out-of-range"
	}
	return ""
}

func (v Opinion) wrong(app.Ground, time.Time) string {
	if blank(v.Text) || v.Person == 0 && v.Area == 0 && blank(v.Name) {
		return "incomplete"
	}
	return ""
}

func (v Answer) wrong(app.Ground, time.Time) string {
	if blank(v.Question) {
		return "incomplete"
	}
	return ""
}

func (v Decision) wrong(app.Ground, time.Time) string {
	if blank(v.Text) {
		return "incomplete"
	}
	return ""
}

func (v Told) wrong(g app.Ground, at time.Time) string {
	switch {
	case v.Area == 0 && v.Building == 0 && blank(v.Whom), v.How == "", v.At.IsZero(), v.By == 0:
		return "incomplete"
	case g.Staff[v.By].ID == 0:
		return "unknown"
	case v.At.After(at):
		return "future"
	}
	return ""
}
