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
	_, seen, err := d.record(ctx, o.Stand)
	if err != nil {
		return Move{}, fmt.Errorf("change record %d: %w", o.Record, err)
	}
	return d.act(ctx, "change", o.Stand, func(r Record, g app.Ground, at time.Time) (Move, error) {
		return r.Change(o.whole(r, seen), g, at)
	})
}

// Preview is what Change would do, without doing it: what a sheet that was read
// back says differently stands in the differences of its act.
func (d *Desk) Preview(ctx context.Context, o ChangeOrder) (Move, error) {
	g, err := d.Front.Ground(ctx)
	if err != nil {
		return Move{}, err
	}
	r, seen, err := d.record(ctx, o.Stand)
	if err != nil {
		return Move{}, fmt.Errorf("preview record %d: %w", o.Record, err)
	}
	return r.Change(o.whole(r, seen), g, d.moment())
}

// Change decides Desk.Change.
func (r Record) Change(o ChangeOrder, g app.Ground, at time.Time) (Move, error) {
	var f faults
	f.may(g, o.By, r.Head)
	f.open(r, Planned, Frozen, Held)
	m := r.begin(ActChanged, o.By, at, "")
	if o.Details != nil {
		m.Head.Details = o.Details.trimmed()
		f.details(g, m.Head, r.Details)
		given := r.Kind == Notice && r.State == Held
		f.unless(!given || len(trace.Differences("", r.Details, m.Head.Details)) == 0, "meeting", "not-now") // it hangs on the wall
		f.unless(r.Kind != Weekly || m.Head.Dept == r.Dept, "dept", "taken-away")
	}
	if r.Kind == Gathering {
		m.Head.MinutesDue = m.Head.answerDue(g)
		f.gatheredBy(m.Head, at)
	}
	m = r.settle(m)
	m.Guests = revised(&f, &m, "guests", r.Guests, deref(o.Guests, r.Guests), (*faults).guest, g, at)
	m.Agenda = revised(&f, &m, "agenda", r.Agenda, deref(o.Agenda, r.Agenda), (*faults).item, g, at)
	m.Accounts = revised(&f, &m, "accounts", r.Accounts, deref(o.Accounts, r.Accounts), (*faults).account, g, at)
	m.Problems = revised(&f, &m, "problems", r.Problems, deref(o.Problems, r.Problems), (*faults).problem, g, at)
	if said := r.tied(&f, deref(o.Opinions, r.Opinions)); r.Kind == Gathering {
		m.Opinions = revised(&f, &m, "opinions", r.Opinions, said, (*faults).gatheredOpinion, g, at)
	} else {
		m.Opinions = revised(&f, &m, "opinions", r.Opinions, said, (*faults).opinion, g, at)
	}
	m.Answers = revised(&f, &m, "answers", r.Answers, deref(o.Answers, r.Answers), (*faults).answer, g, at)
	m.Decisions = revised(&f, &m, "decisions", r.Decisions, deref(o.Decisions, r.Decisions), (*faults).decision, g, at)
	m.Told = revised(&f, &m, "told", r.Told, deref(o.Told, r.Told), (*faults).told, g, at)
	for _, v := range m.Told {
		f.unless(v.N > len(r.Told) || len(trace.Differences("", r.Told[v.N-1], v)) == 0, "told", "taken-away")
	}
	if err := f.err(); err != nil {
		return Move{}, err
	}
	if len(m.Act.Diffs) == 0 {
		return Move{Head: r.Head}, nil
	}
	return r.answered(m, at), nil
}

// deref is the list that is wanted: the one given, or the one there is.
func deref[T any, P lined[T]](given *[]T, had []T) []T {
	if given == nil {
		return Live[T, P](had)
	}
	return *given
}

// tied keeps how opinions were answered for, whatever a form gives back. One that
// was is not struck.
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
		want[i].Aside, want[i].AsideWhy, want[i].Settled, want[i].SettledBy = had.Aside, had.AsideWhy, had.Settled, had.SettledBy
	}
	for _, had := range r.Opinions {
		f.unless(!had.Answered() || there[had.N], "opinions", "taken-away")
	}
	return want
}

// revised is revise with the rules of one row, which know what it said before.
func revised[T any, P lined[T]](f *faults, m *Move, list string, had, want []T, check func(*faults, T, T, app.Ground, time.Time), g app.Ground, at time.Time) []T {
	changed, diffs := revise[T, P](f, list, had, want)
	for _, v := range changed {
		row := P(&v).row()
		if row.Gone {
			continue
		}
		var was T
		if row.N <= len(had) {
			was = had[row.N-1]
		}
		f.row(list, row.Pos, func(f *faults) {
			check(f, v, was, g, at)
			f.short(v)
		})
	}
	m.Act.Diffs = append(m.Act.Diffs, diffs...)
	return changed
}

func blank(texts ...string) bool {
	return strings.TrimSpace(strings.Join(texts, "")) == ""
}

func (f *faults) guest(v, _ Guest, g app.Ground, at time.Time) {
	_, works := g.Staff[v.Staff]
	f.unless(v.Staff != 0 || v.Person != 0 || !blank(v.Name), "name", "incomplete")
	f.unless(v.Staff == 0 || works, "name", "unknown")
	f.unless(slices.Contains(Groups, v.Group), "group", "incomplete")
	f.unless(v.Presence == "" || slices.Contains(Presences, v.Presence), "presence", "unknown")
	f.unless(!v.Came.After(at), "came", "future")
	f.unless(!v.Left.After(at), "left", "future")
	f.unless(v.Left.IsZero() || !v.Left.Before(v.Came), "left", "before-came")
}

func (f *faults) item(v, _ Item, _ app.Ground, _ time.Time) {
	f.unless(!blank(v.Key, v.Text), "text", "incomplete")
	f.unless(v.Minutes >= 0 && v.Minutes <= 600, "minutes", "out-of-range")
}

func (f *faults) account(v, _ Account, g app.Ground, _ time.Time) {
	_, known := g.Departments[v.Dept]
	f.unless(known, "dept", "unknown")
	f.unless(v.Module == "" || slices.Contains(Modules, v.Module), "module", "unknown")
	f.unless(v.Rounds >= 0 && v.Rounds <= 1e6, "rounds", "out-of-range")
	f.unless(v.Found >= 0 && v.Found <= 1e6, "found", "out-of-range")
	f.unless(v.Mended >= 0 && v.Mended <= 1e6, "mended", "out-of-range")
}

func (f *faults) problem(v, was Problem, g app.Ground, _ time.Time) {
	_, known := g.Departments[v.Dept]
	f.unless(!blank(v.Title, string(v.Category)), "title", "incomplete")
	if v.ByHand { // what the figures found keeps the category that it was found by
		f.category(g, v.Category, was.Category)
	}
	f.unless(v.Dept == 0 || known, "dept", "unknown")
	f.unless(v.Households >= 0, "households", "out-of-range")
	f.unless(v.Cases >= 0, "cases", "out-of-range")
	f.unless(v.Before >= 0, "before", "out-of-range")
}

// category checks that a category is of the office's list; what an older file has
// written there may stay.
func (f *faults) category(g app.Ground, c, was app.Category) {
	f.unless(c == "" || c == was || g.KnowsCategory(c), "category", "unknown")
}

func (f *faults) opinion(v, was Opinion, g app.Ground, _ time.Time) {
	f.unless(!blank(v.Text), "text", "incomplete")
	f.unless(v.Person != 0 || v.Area != 0 || !blank(v.Name), "from", "nobody")
	f.category(g, v.Category, was.Category)
}

func (f *faults) answer(v, _ Answer, _ app.Ground, _ time.Time) {
	f.unless(!blank(v.Question), "question", "incomplete")
}

func (f *faults) decision(v, _ Decision, _ app.Ground, _ time.Time) {
	f.unless(!blank(v.Text), "text", "incomplete")
}

func (f *faults) told(v, was Told, g app.Ground, at time.Time) {
	f.unless(v.Area != 0 || v.Building != 0 || !blank(v.Whom), "whom", "incomplete")
	f.unless(v.How != "", "how", "missing")
	f.unless(v.How == "" || v.How == was.How || slices.Contains(app.Methods, v.How), "how", "unknown")
	f.unless(!v.At.IsZero(), "at", "missing")
	f.unless(!v.At.After(at), "at", "future")
	f.unless(v.By != 0, "told-by", "missing")
	f.unless(v.By == 0 || g.Staff[v.By].ID != 0, "told-by", "unknown")
}
